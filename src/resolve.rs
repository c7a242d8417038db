//! Turns what the user typed into what to do: looks up groups of goods, determines the sources and
//! which parts to read, and the look of the answer.

mod currency;
mod inputs;
mod look;

use crate::cli::settings::{self, Settings};
use crate::cli::{ClaimSource, Command, Request};
use crate::failure::Failure;
use crate::frame::Frame;
use crate::measure::Span;
use crate::reader::{self};
use crate::report::ClaimRemark;
use crate::surroundings::Surroundings;
use crate::trade::{
    Breakdown, Day, Flow, Goods, Groups, Instrument, Name, Passage, Regime, SanctionSplit,
    Sanctions, nearest,
};
pub use currency::of_own_files;
pub use inputs::{BUILT_IN, BUILT_IN_GOODS, further_sources, options, reads_goods, sources};
pub use look::{language, style};
use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The request with everything it names looked up: the archive, measures of sanctions, and groups
/// of goods.
///
/// # Errors
/// When a file that it names cannot be read, or there is no group of a name.
pub fn request(request: Request, around: &Surroundings) -> Result<Request, Failure> {
    let request = archive(request, around);
    let inputs = &request.inputs;
    let declared = [
        ("--all-goods", inputs.all_goods),
        ("--all-partners", inputs.all_partners),
    ];
    if inputs.is_empty()
        && let Some((flag, _)) = declared.into_iter().find(|(_, is_given)| *is_given)
    {
        return Err(Failure::NothingDeclared { flag });
    }
    goods(request)
}

/// The request with its groups of goods looked up, and the measures of sanctions that some of them
/// are made of.
///
/// # Errors
/// When a file that it names cannot be read, or there is no group of a name.
pub fn goods(request: Request) -> Result<Request, Failure> {
    groups(sanctions(request)?)
}

/// Adds the goods of the groups asked for to the request, from the user's own groups if given.
fn groups(mut request: Request) -> Result<Request, Failure> {
    let asked = &request.goods;
    if let Some(file) = &asked.file {
        let shown = || file.display().to_string();
        let text = reader::side_file::table(file, request.inputs.encoding)?;
        let groups = Groups::read(&text).map_err(|error| Failure::Groups {
            file: shown(),
            why: error.to_string(),
        })?;
        request.selection.groups = Some(groups);
    }
    if asked.groups.is_empty() {
        return Ok(request);
    }
    let banned = banned(&request)?;
    let groups = request.selection.groups();
    let mut group_indices = Vec::new();
    let own = |name: &&String| !name.starts_with(BANNED);
    for name in asked.groups.iter().filter(own) {
        let found = groups.find(name);
        if found.is_empty() {
            let guess = nearest(name, groups.names());
            return Err(Failure::NoGroup {
                asked: name.clone(),
                guess: guess.map_or_else(String::new, |name| format!("did you mean `{name}`? ")),
            });
        }
        group_indices.extend(found);
    }
    let goods = match &banned {
        Some(banned) if group_indices.is_empty() && asked.prefixes.is_empty() => banned.goods(),
        banned => {
            let more = banned.iter().flat_map(|one| one.prefixes.iter().cloned());
            let prefixes: Vec<_> = asked.prefixes.iter().cloned().chain(more).collect();
            Goods::of_groups(groups, &group_indices, &prefixes)
        }
    };
    if let Some(banned) = banned {
        request.question.flows = banned.flows;
    }
    request.selection.goods = goods.clone();
    request.question.goods = goods;
    Ok(request)
}

/// The settings file given by `--config` or the environment.
///
/// # Errors
/// When the file cannot be read.
pub fn settings(args: &[OsString], around: &Surroundings) -> Result<Option<Settings>, Failure> {
    let Some(file) = settings::file(args, around.settings.as_deref()) else {
        return Ok(None);
    };
    let unreadable = |error| Failure::Unreadable {
        file: file.display().to_string(),
        error,
    };
    // Reading a pipe without a writer would hang, and a device has no end.
    let metadata = std::fs::metadata(&file).map_err(unreadable)?;
    let text = match metadata.is_file() {
        true => std::fs::read_to_string(&file).map_err(unreadable)?,
        false => String::from_utf8_lossy(&reader::side_file::bytes(&file)?).into_owned(),
    };
    Ok(Some(Settings { file, text }))
}

/// The prefix of group names for the goods of a resolution or notice: `banned-2371`.
const BANNED: &str = "banned-";

/// The goods of the instruments asked for as groups.
struct Banned {
    /// The names of the instruments: `UN 2371`.
    names: Vec<Name>,
    prefixes: Vec<Arc<str>>,
    /// The flows asked for in which they are banned, from the chosen perspective.
    flows: Vec<Flow>,
}

impl Banned {
    fn goods(&self) -> Goods {
        let names = |of: fn(&Name) -> &str, between: &str| {
            let names: Vec<&str> = self.names.iter().map(of).collect();
            names.join(between)
        };
        Goods::under(self.prefixes.clone(), Vec::new()).called(Name {
            en: format!("goods of {}", names(|name| &name.en, ", ")).into(),
            zh: format!("{}所涉商品", names(|name| &name.zh, "、")).into(),
            ko: format!("{} 대상 품목", names(|name| &name.ko, ", ")).into(),
        })
    }
}

/// The goods of the instruments asked for; `None` if there are none. If an instrument bans
/// different goods as imports and as exports, one of the two flows must be chosen.
fn banned(request: &Request) -> Result<Option<Banned>, Failure> {
    let mut names = Vec::new();
    let mut by_flow: Vec<(Flow, Vec<Arc<str>>)> = Vec::new();
    let numbers = request.goods.groups.iter();
    for number in numbers.filter_map(|name| name.strip_prefix(BANNED)) {
        let sanctions = request.sanctions.list();
        let reached = sanctions.reached_by(number);
        if reached.is_empty() {
            let known: Vec<String> = Regime::ALL
                .into_iter()
                .flat_map(|regime| sanctions.instruments(regime))
                .map(Instrument::number)
                .filter(|number| !sanctions.reached_by(number).is_empty())
                .map(|number| format!("{BANNED}{number}"))
                .collect();
            let asked = format!("{BANNED}{number}");
            let guess = nearest(&asked, known.iter().map(String::as_str));
            return Err(Failure::NoInstrument {
                guess: guess.map_or_else(String::new, |name| format!("did you mean `{name}`? ")),
                asked,
            });
        }
        let instrument = sanctions.list().iter().map(|one| &one.instrument);
        names.extend(
            instrument
                .filter(|one| one.number() == number)
                .take(1)
                .map(Instrument::called),
        );
        for (flow, prefixes) in reached {
            match by_flow.iter_mut().find(|(known, _)| *known == flow) {
                Some((_, known)) => known.extend(prefixes),
                None => by_flow.push((flow, prefixes)),
            }
        }
    }
    if names.is_empty() {
        return Ok(None);
    }
    let question = &request.question;
    // Total and balance would mix a banned flow with another one, so they are used only if asked
    // for.
    let all = question.only_with_figures;
    let of = |shown_flow: &Flow| {
        let flow = question.perspective.reporter_flow(*shown_flow);
        by_flow.iter().find(|(known, _)| *known == flow)
    };
    let flows: Vec<Flow> = match all {
        true => question
            .flows
            .iter()
            .copied()
            .filter(|shown_flow| of(shown_flow).is_some())
            .collect(),
        false => question.flows.clone(),
    };
    let lists: Vec<_> = flows.iter().map(of).collect();
    let same = lists
        .windows(2)
        .all(|pair| pair[0].map(|one| &one.1) == pair[1].map(|one| &one.1));
    match lists.first() {
        Some(Some((_, prefixes))) if same => Ok(Some(Banned {
            names,
            prefixes: prefixes.clone(),
            flows,
        })),
        _ => Err(Failure::SidesOfBan {
            names: names
                .iter()
                .map(|name| &*name.en)
                .collect::<Vec<_>>()
                .join(", "),
            sides: by_flow
                .iter()
                .map(|(flow, _)| format!("`--flow {}s`", question.perspective.reporter_flow(*flow)))
                .collect::<Vec<_>>()
                .join(" or "),
        }),
    }
}

/// The request, with the archive given in the environment if no data were named.
fn archive(mut request: Request, around: &Surroundings) -> Request {
    if request.inputs.is_empty() && !request.keeps_to_named_data {
        request.inputs.data = around.archive.as_ref().map(PathBuf::from);
        let named = around.archive.iter();
        let named = named.flat_map(|archive| ["--data".to_owned(), archive.clone()]);
        request.arguments.extend(named);
    }
    request
}

/// Reads the sanctions measures from a file, if one is named.
///
/// # Errors
/// [`Failure::Measures`] with everything that is wrong with the file.
fn sanctions(mut request: Request) -> Result<Request, Failure> {
    let Some(file) = &request.sanctions.file else {
        return Ok(request);
    };
    let shown = file.display().to_string();
    let wrong = |why: String| Failure::Measures {
        // Every line that begins a complaint names the program and the file; the first gets the
        // program name later.
        why: why
            .lines()
            .enumerate()
            .map(|(at, line)| match (at, line.starts_with("  ")) {
                (_, true) => line.to_owned(),
                (0, _) => format!("{shown}:{line}"),
                _ => format!("tradecheck: {shown}:{line}"),
            })
            .collect::<Vec<_>>()
            .join("\n"),
    };
    let text = reader::side_file::table(file, request.inputs.encoding)?;
    let list = Sanctions::read(&text).map_err(|error| wrong(error.to_string()))?;
    request.sanctions.list = Some(list);
    Ok(request)
}

/// Sets the breakdown by sanctions, if asked for: by the measures in force at the end of the months
/// asked for, or else at the end of the data.
pub fn split_by_sanctions(request: &mut Request, frame: &Frame) {
    if request.selection.by != Some(Breakdown::Sanction) {
        return;
    }
    let month = match request.question.span {
        Span::Month(month) | Span::Range(_, Some(month)) => Some(month),
        Span::Period(period) => Some(period.to),
        Span::Range(_, None) | Span::Latest => {
            let rows = frame.observations().rows.iter();
            rows.map(|row| row.period.to).max()
        }
    };
    let asked = &request.sanctions;
    let day = month.and_then(Day::last_of);
    request.selection.sanctions = day.map(|day| SanctionSplit::on(asked.list(), asked.regime, day));
}

/// The claims to check, with a remark on the file they came from; empty for other commands.
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
            let (shown, bytes) = match sentence_in(path) {
                Some(text) => ("--text".to_owned(), text.into_bytes()),
                None => bytes_of(path, stdin)?,
            };
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

/// The text itself, if it was given in place of a file: several words with a number, or a sentence
/// in Chinese or Korean, that are no file and do not end as the name of one.
fn sentence_in(path: &Path) -> Option<String> {
    let text = path.to_str()?;
    let is_eastern = |c: char| ('가'..='힣').contains(&c) || ('一'..='鿿').contains(&c);
    let has_words = text.split_whitespace().count() > 2 || text.contains(is_eastern);
    let has_number = text.contains(|c: char| c.is_ascii_digit());
    let ending = text.rsplit('.').next().unwrap_or_default();
    let is_extension =
        text.contains('.') && !ending.is_empty() && ending.bytes().all(|c| c.is_ascii_alphabetic());
    let is_sentence = has_words && has_number && !is_extension && !path.exists();
    is_sentence.then(|| text.to_owned())
}

/// The bytes of a file or of standard input, and the name to display.
fn bytes_of(path: &Path, stdin: &mut dyn Read) -> Result<(String, Vec<u8>), Failure> {
    if path.as_os_str() != "-" {
        return Ok((path.display().to_string(), reader::side_file::bytes(path)?));
    }
    let (shown, mut bytes) = ("standard input".to_owned(), Vec::new());
    let read = stdin.read_to_end(&mut bytes);
    let bytes = read.map(|_| bytes);
    match bytes {
        Ok(bytes) => Ok((shown, bytes)),
        Err(error) => Err(Failure::Unreadable { file: shown, error }),
    }
}
