//! tradecheck: year-over-year changes and streaks from customs trade statistics.
//!
//! One public way in: [`run`]. A record walks through the rooms once, front to back:
//! `reader` → `frame` → `measure` → `report` → `render`, with the words of `trade` in common.

mod cli;
mod failure;
mod frame;
mod measure;
mod reader;
mod render;
mod report;
mod surroundings;
mod trade;

pub use reader::{Progress, Unwatched};
pub use surroundings::{Streams, Surroundings};

use cli::{Command, Output, Request};
use failure::Failure;
use frame::{Frame, FrameError, InputContents, SeriesSet};
use measure::inspect::Material;
use measure::{Answer, Verdict};
use reader::{InputProfile, Options, Origin, Projection, Source};
use render::{Format, Style};
use report::Report;
use std::ffi::OsString;
use std::path::PathBuf;
use trade::{Breakdown, Currency, Flow, Goods, Groups, Measure};

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

/// Runs the program: `args` with the program's name first. Gives the exit code: 0 answered, 1 the
/// answer is no, 2 could not answer (nothing was printed on standard output), 3 data is missing.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> u8 {
    let outcome = match cli::parse(args) {
        Ok(request) => with_groups(request).and_then(|it| answer(&it, around, streams)),
        Err(usage) => Err(Failure::Usage(usage)),
    };
    outcome.unwrap_or_else(|failure| failure.tell(around, streams))
}

/// Puts the goods of the groups asked for into the request, from the user's own groups where there
/// are any.
fn with_groups(mut request: Request) -> Result<Request, Failure> {
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
            return Err(Failure::NoGroup {
                asked: name.clone(),
                known: groups.names().join(", "),
            });
        }
        places.extend(found);
    }
    let goods = Goods::of_groups(groups, &places, &asked.prefixes);
    request.selection.goods = goods.clone();
    request.question.goods = goods;
    Ok(request)
}

/// Read the sources, build the frame, ask the measure, attach what the reader and the frame
/// remarked, render.
fn answer(
    request: &Request,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let style = style(&request.output, around)?;
    let (sources, options) = (sources(request), options(request)?);
    let (records, summaries) =
        reader::read_watched(&sources, &options, streams.input, streams.progress)?;
    let frame = Frame::new(records)?;
    let question = &request.question;
    let mut set = || {
        frame.series(&request.selection).inspect_err(|_| {
            // Why there is nothing is often what the reader remarked.
            let remarks = frame.records().remarks.iter();
            say_notes(remarks.map(|remark| remark.text.as_str()), streams);
        })
    };
    let (answer, notes) = match &request.command {
        Command::Yoy { top } => {
            let set = set()?;
            let mut notes = set.notes.clone();
            if let Some(quantities) = quantities_beside(request, &frame) {
                notes.extend(measure::yoy::on_quantities(question, &quantities));
            }
            (measure::yoy::answer(question, *top, &set)?, notes)
        }
        Command::Streak(wanted) => {
            let set = set()?;
            (measure::streak::answer(question, wanted, &set)?, set.notes)
        }
        Command::Series(columns) => {
            let set = set()?;
            let columns = columns.as_deref();
            (measure::series::answer(question, columns, &set)?, set.notes)
        }
        Command::Movers { top } => {
            let set = set()?;
            let quantities = frame.series(&request.selection.measuring(Measure::Quantity))?;
            (
                measure::movers::answer(question, *top, &set, &quantities)?,
                set.notes,
            )
        }
        Command::Record => {
            let set = set()?;
            (measure::record::answer(question, &set)?, set.notes)
        }
        Command::Inspect { check } => {
            let set = match frame.series(&request.selection) {
                // Files that hold nothing for the partner are worth a look all the more.
                Err(why @ FrameError::NoPartner { .. }) => Err(why.to_string()),
                set => Ok(set?),
            };
            inspect(request, *check, &frame, &summaries, set)?
        }
    };
    let Answer {
        mut report,
        verdict,
    } = answer;
    let remarks = frame
        .records()
        .remarks
        .iter()
        .map(|remark| remark.text.clone());
    report.notes.splice(0..0, remarks.chain(notes));
    deliver(&report, &style, request.output.file.as_ref(), streams)?;
    Ok(exit_code(
        verdict,
        request.strict && report.lacks_a_figure(),
    ))
}

/// What the files hold, whether or not they hold a series of the selection.
fn inspect(
    request: &Request,
    check: bool,
    frame: &Frame,
    summaries: &[InputProfile],
    set: Result<SeriesSet, String>,
) -> Result<(Answer, Vec<String>), Failure> {
    let remarks = &frame.records().remarks;
    let file = |(summary, held): (&InputProfile, InputContents)| {
        let own = format!("{}: ", summary.name);
        let own = remarks
            .iter()
            .filter_map(|remark| remark.text.strip_prefix(&own));
        measure::inspect::File {
            name: summary.name.clone(),
            layout: summary.layout,
            encoding: summary.encoding.to_string(),
            rows: summary.rows,
            records: summary.records,
            partners: summary.partners.clone(),
            held,
            remarks: own.map(str::to_owned).collect(),
        }
    };
    // Every file that was read whole opened one input.
    let files: Vec<_> = summaries.iter().zip(frame.held()).map(file).collect();
    let found = match &set {
        Ok(_) => frame.findings(&request.selection)?,
        Err(_) => Vec::new(),
    };
    let material = Material {
        files: &files,
        set: set.as_ref().ok(),
        found: &found,
        currency: request.selection.currency.unwrap_or(Currency::Usd),
    };
    let mut answer = measure::inspect::answer(&request.question, check, &material)?;
    let notes = match set {
        Ok(set) => set.notes,
        Err(why) => {
            if check {
                answer.verdict = Verdict::No;
            }
            vec![why.replace("\n  ", "; ")]
        }
    };
    Ok((answer, notes))
}

fn sources(request: &Request) -> Vec<Source> {
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
    if sources.is_empty() {
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

fn options(request: &Request) -> Result<Options, Failure> {
    let layout = |asked: &String| {
        let known = reader::layouts();
        let found = known.iter().find(|name| *name == asked).copied();
        found.ok_or_else(|| Failure::NoLayout {
            asked: asked.clone(),
            known: known.join(", "),
        })
    };
    Ok(Options {
        partner: request.selection.partner.clone(),
        unit: request.inputs.unit,
        file_month: request.inputs.file_month,
        currency: request.inputs.currency,
        layout: request.inputs.layout.as_ref().map(layout).transpose()?,
        lenient: request.inputs.lenient,
        needs: needs(request),
    })
}

/// The quantities of the single goods that are built in, where their values are asked for: whoever
/// reads of coal wants to know of both.
fn quantities_beside(request: &Request, frame: &Frame) -> Option<SeriesSet> {
    let selection = &request.selection;
    if !reads_goods(request) || selection.measure != Measure::Value {
        return None;
    }
    frame.series(&selection.measuring(Measure::Quantity)).ok()
}

/// Whether the built-in figures of single goods are read.
fn reads_goods(request: &Request) -> bool {
    request.inputs.is_empty() && !request.selection.goods.is_all()
}

/// What has to be read of a row for this selection.
fn needs(request: &Request) -> Projection {
    let selection = &request.selection;
    let by_prefix = selection.by.and_then(Breakdown::digits);
    Projection {
        digits: match selection.by {
            Some(Breakdown::Group) => 10,
            _ => selection.goods.digits().max(by_prefix.unwrap_or(0)),
        },
        partners: selection.by == Some(Breakdown::Partner),
        quantities: selection.measure != Measure::Value
            || reads_goods(request)
            || matches!(request.command, Command::Movers { .. }),
        names: matches!(
            selection.by,
            Some(Breakdown::Code | Breakdown::Province | Breakdown::TradeMode)
        ),
    }
}

fn style(output: &Output, around: &Surroundings) -> Result<Style, Failure> {
    let by_name = match &output.file {
        Some(file) if output.format.is_none() => Some(
            Format::from_extension(file).ok_or_else(|| Failure::NoFormat { file: file.clone() })?,
        ),
        _ => None,
    };
    let on_terminal = around.out_is_terminal && output.file.is_none();
    let by_place = if on_terminal {
        Format::Table
    } else {
        Format::Csv
    };
    Ok(Style {
        format: output.format.or(by_name).unwrap_or(by_place),
        lang: output.lang,
        header: output.header,
        color: output
            .color
            .unwrap_or(around.wants_color && (on_terminal || around.forces_color)),
        width: around.width,
        unit: output.show_unit,
    })
}

/// Renders all of it before a byte goes out, so that nothing is ever half printed.
fn deliver(
    report: &Report,
    style: &Style,
    file: Option<&PathBuf>,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    render::render(report, style, &mut bytes).map_err(Failure::Output)?;
    let carries_notes = matches!(
        style.format,
        Format::Table | Format::Markdown | Format::Json
    );
    if !carries_notes {
        say_notes(report.notes.iter().map(String::as_str), streams);
    }
    match file {
        Some(file) => std::fs::write(file, &bytes).map_err(|error| Failure::Write {
            file: file.clone(),
            error,
        }),
        None => streams
            .output
            .write_all(&bytes)
            .and_then(|()| streams.output.flush())
            .map_err(Failure::Output),
    }
}

fn say_notes<'a>(notes: impl Iterator<Item = &'a str>, streams: &mut Streams<'_>) {
    for note in notes {
        // A closed standard error is no reason to withhold the data.
        let _ = writeln!(streams.errors, "tradecheck: note: {note}");
    }
}

fn exit_code(verdict: Verdict, lacks_a_figure: bool) -> u8 {
    match verdict {
        Verdict::No => 1,
        Verdict::CannotTell => 3,
        Verdict::Answered if lacks_a_figure => 3,
        Verdict::Answered => 0,
    }
}
