//! From what was typed to what is done: groups of goods looked up, the sources to read and what of
//! them is needed, the look of the answer.

use crate::cli::{ClaimSource, Command, Request};
use crate::failure::Failure;
use crate::reader::{self, Options, Origin, Projection, Source};
use crate::render::{Format, Lang, Style};
use crate::report::ClaimRemark;
use crate::surroundings::Surroundings;
use crate::trade::{Breakdown, Flow, Goods, Groups, Measure, Named, Passage, nearest};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The published figures that are compiled in.
const BUILT_IN: Origin = Origin::BuiltIn {
    name: "built-in data",
    text: include_bytes!("../data/published.csv"),
};

/// The published figures of single goods.
const BUILT_IN_GOODS: Origin = Origin::BuiltIn {
    name: "built-in data on goods",
    text: include_bytes!("../data/published-goods.csv"),
};

/// Puts the goods of the groups asked for into the request, from the user's own groups where there
/// are any.
///
/// # Errors
/// When a file of groups cannot be read, or has no group of that name.
pub fn groups(mut request: Request) -> Result<Request, Failure> {
    let asked = &request.goods;
    if let Some(file) = &asked.file {
        let shown = || file.display().to_string();
        let bytes = std::fs::read(file).map_err(|error| Failure::Groups {
            file: shown(),
            why: format!(" cannot be read: {error}"),
        })?;
        let text = String::from_utf8(bytes).map_err(|error| Failure::Groups {
            file: shown(),
            why: format!(
                " not UTF-8 at byte {}\n  help: save the groups as UTF-8",
                error.utf8_error().valid_up_to()
            ),
        })?;
        let groups = Groups::read(&text).map_err(|error| Failure::Groups {
            file: shown(),
            why: error.to_string(),
        })?;
        request.selection.groups = Some(groups);
    }
    if asked.groups.is_empty() {
        return Ok(request);
    }
    let groups = request.selection.groups();
    let mut places = Vec::new();
    for name in &asked.groups {
        let found = groups.find(name);
        if found.is_empty() {
            let guess = nearest(name, groups.names());
            return Err(Failure::NoGroup {
                asked: name.clone(),
                guess: guess.map_or_else(String::new, |name| format!("did you mean `{name}`? ")),
            });
        }
        places.extend(found);
    }
    let goods = Goods::of_groups(groups, &places, &asked.prefixes);
    request.selection.goods = goods.clone();
    request.question.goods = goods;
    Ok(request)
}

/// How the answer is to look: as asked for, else by the extension of the output file, else a table
/// on a terminal and csv in a pipe.
///
/// # Errors
/// [`Failure::NoFormat`] for an extension that stands for no format, [`Failure::NoPicture`] for a
/// picture of what is none, [`Failure::OntoTerminal`] for a workbook on the screen.
pub fn style(request: &Request, around: &Surroundings) -> Result<Style, Failure> {
    let output = &request.output;
    let by_name = match &output.file {
        Some(file) if output.format.is_none() => Some(Format::from_extension(file).ok_or_else(
            || Failure::NoFormat {
                file: file.clone(),
                known: extensions(),
            },
        )?),
        _ => None,
    };
    let on_terminal = around.out_is_terminal && output.file.is_none();
    let is_page = matches!(request.command, Command::Report { .. });
    let by_place = if is_page {
        Format::Html
    } else if on_terminal {
        Format::Table
    } else {
        Format::Csv
    };
    // A person at a terminal that speaks the language; scripts get what they always got.
    let locale = around.locale.as_deref().filter(|_| on_terminal);
    let language = locale.and_then(|locale| locale.split(['_', '-', '.', '@']).next());
    let spoken = language.and_then(Lang::named).unwrap_or_default();
    let format = output.format.or(by_name).unwrap_or(by_place);
    let pixels = match &request.command {
        Command::Chart { width, .. } => Some(*width),
        _ => None,
    };
    if format == Format::Svg && pixels.is_none() {
        return Err(Failure::NoPicture);
    }
    if (format == Format::Html) != is_page {
        return Err(if is_page {
            Failure::OnlyAPage
        } else {
            Failure::NoPage
        });
    }
    if (format.is_binary() || format == Format::Html) && on_terminal {
        return Err(Failure::OntoTerminal);
    }
    Ok(Style {
        format,
        pixels: pixels.unwrap_or(720),
        lang: output.lang.unwrap_or(spoken),
        header: output.header,
        color: output
            .color
            .unwrap_or(around.wants_color && (on_terminal || around.forces_color)),
        width: around.width,
        unit: output.show_unit,
    })
}

/// Every extension that stands for a format: `.txt, .csv, …`.
fn extensions() -> String {
    let extensions = Format::EVERY.iter().flat_map(|one| one.extensions());
    let dotted: Vec<String> = extensions.map(|one| format!(".{one}")).collect();
    dotted.join(", ")
}

/// The files to read, the built-in data where none is named or where they are asked for too.
/// The claims that are to be checked, with what must be said of where they stand; none for every
/// other command.
///
/// # Errors
/// When a file of claims or an article cannot be read.
pub fn claims(
    request: &Request,
    stdin: &mut dyn Read,
) -> Result<(Vec<Passage>, Option<ClaimRemark>), Failure> {
    let Command::Check(asked) = &request.command else {
        return Ok((Vec::new(), None));
    };
    let (mut passages, remarks) = match &asked.claims {
        given @ ClaimSource::Given(_) => (given.given().into_iter().collect(), None),
        ClaimSource::BuiltIn => (reader::claims::shipped()?.0, None),
        ClaimSource::File(path) => {
            let (shown, bytes) = bytes_of(path, stdin)?;
            let (passages, names) = reader::claims::read_file(&shown, &shown, &bytes)?;
            let file = shown;
            let remark = names.map(|names| ClaimRemark::ColumnsNotRead { file, names });
            (passages, remark)
        }
        ClaimSource::Article(path) => {
            let (shown, bytes) = bytes_of(path, stdin)?;
            let passages = reader::claims::read_article(&shown, &bytes, asked.published)?;
            (passages, None)
        }
    };
    for claim in passages.iter_mut().flat_map(|one| &mut one.claims) {
        claim.published = claim.published.or(asked.published);
        claim.currency = claim.currency.or(request.selection.currency);
    }
    Ok((passages, remarks))
}

/// The bytes of one file, or of standard input, and the name to show.
fn bytes_of(path: &Path, stdin: &mut dyn Read) -> Result<(String, Vec<u8>), Failure> {
    let (shown, bytes) = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let read = stdin.read_to_end(&mut bytes);
        ("standard input".to_owned(), read.map(|_| bytes))
    } else {
        (path.display().to_string(), std::fs::read(path))
    };
    match bytes {
        Ok(bytes) => Ok((shown, bytes)),
        Err(error) => Err(Failure::Unreadable { file: shown, error }),
    }
}

/// The built-in figures that claims are judged by beside those that were read: single goods, and
/// the series of other compilers, each with its name.
pub fn beside() -> (Source, Vec<(&'static str, Source)>) {
    let goods = Source {
        origin: BUILT_IN_GOODS,
        flow: None,
    };
    let of = |(name, text): &'static (&'static str, String)| {
        let origin = Origin::BuiltIn {
            name,
            text: text.as_bytes(),
        };
        (*name, Source { origin, flow: None })
    };
    (goods, compilers().iter().map(of).collect())
}

/// The rows of other compilers, a table for each.
fn compilers() -> &'static [(&'static str, String)] {
    static TABLES: OnceLock<Vec<(&'static str, String)>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let all = include_str!("../data/other-compilers.csv");
        let (header, rows) = all.split_once('\n').unwrap_or((all, ""));
        let table = |name: &'static str| {
            let of_compiler = rows.lines().filter(|row| row.contains(name));
            let rows: Vec<&str> = of_compiler.collect();
            (name, format!("{header}\n{}\n", rows.join("\n")))
        };
        ["KITA", "KOTRA", "KDI"].map(table).to_vec()
    })
}

/// The files to read, or the built-in data where none is named.
pub fn sources(request: &Request) -> Vec<Source> {
    let inputs = &request.inputs;
    let of = |paths: &[PathBuf], flow: Option<Flow>| -> Vec<Source> {
        let origin = |path: &PathBuf| {
            if path.as_os_str() == "-" {
                Origin::Stdin
            } else {
                Origin::Path(path.clone())
            }
        };
        paths
            .iter()
            .map(|path| Source {
                origin: origin(path),
                flow,
            })
            .collect()
    };
    let mut sources = of(&inputs.files, None);
    sources.extend(of(&inputs.imports, Some(Flow::Import)));
    sources.extend(of(&inputs.exports, Some(Flow::Export)));
    if sources.is_empty() || inputs.with_built_in {
        sources.push(Source {
            // Single goods are figures of their own: they are no parts of the totals.
            origin: if reads_goods(request) {
                BUILT_IN_GOODS
            } else {
                BUILT_IN
            },
            flow: None,
        });
    }
    sources
}

/// How they are read.
pub fn options(request: &Request) -> Options {
    Options {
        partner: request.selection.partner.clone(),
        unit: request.inputs.unit,
        file_month: request.inputs.file_month,
        currency: request.inputs.currency,
        layout: request.inputs.layout,
        encoding: request.inputs.encoding,
        sheet: request.inputs.sheet.clone(),
        lenient: request.inputs.lenient,
        needs: needs(request),
        file_side: request.inputs.file_side,
        decimal: request.inputs.decimal,
        partner_codes: request.inputs.partner_codes,
        all_goods: request.inputs.all_goods,
        all_partners: request.inputs.all_partners,
        ignored: request.inputs.ignored.clone(),
    }
}

/// Whether the built-in figures of single goods are read.
pub fn reads_goods(request: &Request) -> bool {
    let inputs = &request.inputs;
    (inputs.is_empty() || inputs.with_built_in) && !request.selection.goods.is_all()
}

/// What has to be read of a row for this selection.
fn needs(request: &Request) -> Projection {
    let selection = &request.selection;
    let by_prefix = selection.by.and_then(Breakdown::digits);
    Projection {
        digits: match selection.by {
            _ if matches!(request.command, Command::Check(_)) => 10,
            Some(Breakdown::Group) => 10,
            // The statement names the chapters that drove a change.
            None if matches!(request.command, Command::Brief) => selection.goods.digits().max(2),
            _ => selection.goods.digits().max(by_prefix.unwrap_or(0)),
        },
        partners: selection.by == Some(Breakdown::Partner),
        quantities: selection.measure != Measure::Value
            || reads_goods(request)
            || matches!(request.command, Command::Movers { .. } | Command::Check(_)),
        names: matches!(
            selection.by,
            Some(Breakdown::Code | Breakdown::Province | Breakdown::TradeMode)
        ),
    }
}
