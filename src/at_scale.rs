//! Tools for trade data too large for one file or one machine: the archive, and SQL for other
//! engines. Neither is a measure; they print lists and statements.

use crate::archive::{self, ArchiveError, Assurances, OtherInputs, Wanted};
use crate::cli::{ArchiveTask, Command, Request, SqlAsked, Trace};
use crate::failure::Failure;
use crate::frame::Copies;
use crate::measure::Span;
use crate::reader::{self, InputProfile, Options, Problems, Projection};
use crate::resolve;
use crate::sql::{GoodsLevel, Known, Query, SqlError, StatementKind};
use crate::surroundings::Streams;
use crate::trade::{
    Breakdown, Currency, FileRemark, Flow, Measure, Month, Named, Observations, Partner,
    PartnerChoice, Period,
};
use std::path::Path;

/// The output, and the exit code.
pub struct CommandOutput {
    /// The text for standard output or the `--output` file.
    pub text: String,
    /// 0, or 1 if the answer is no.
    pub code: u8,
    /// What is to be said about the inputs that were read.
    pub remarks: Vec<FileRemark>,
}

/// Runs an archive command.
///
/// # Errors
/// When an input cannot be read, or the archive cannot be written.
pub fn archive_task(
    task: &ArchiveTask,
    request: &Request,
    streams: &mut Streams<'_>,
) -> Result<CommandOutput, Failure> {
    let done = |text: String| CommandOutput {
        text,
        code: 0,
        remarks: Vec::new(),
    };
    match task {
        ArchiveTask::Add { to, partner } => {
            if request.inputs.lenient {
                return Err(ArchiveError::Lenient.into());
            }
            let options = everything(resolve::options(request), *partner);
            let sources = resolve::sources(request);
            let (observations, _) =
                reader::read_watched(&sources, &options, streams.input, streams.progress)
                    .map_err(Problems::without_lenient)?;
            // An archive does not store the cell hashes that distinguish copies from rows with the
            // same key.
            let (observations, copies) = Copies::taken_out(observations);
            let assured = Assurances {
                all_goods: options.all_goods,
                all_partners: options.all_partners,
            };
            let added = archive::add(to, &observations, assured)?;
            let rows = counted(added.rows as usize, "row");
            let mut text = format!("{} added, {rows}", counted(added.inputs, "file"));
            if copies > 0 {
                text.push_str(&format!(
                    "; {} left out",
                    counted(copies as usize, "repeated line")
                ));
            }
            if added.known > 0 {
                text.push_str(&format!(
                    "; {} had nothing new",
                    counted(added.known, "file")
                ));
            }
            if added.assured > 0 {
                text.push_str(&format!(
                    "; {} now known to be complete",
                    counted(added.assured, "file")
                ));
            }
            if added.revised > 0 {
                let months = counted(added.revised, "month");
                text.push_str(&format!(
                    "; later figures replaced earlier ones in {months}"
                ));
            }
            Ok(CommandOutput {
                remarks: observations.remarks,
                ..done(text + "\n")
            })
        }
        ArchiveTask::Verify { archive } => {
            let wrong = archive::verify(archive)?;
            let text = match wrong.is_empty() {
                true => "every file is as it was written\n".to_owned(),
                false => wrong.join("\n") + "\n",
            };
            Ok(CommandOutput {
                text,
                code: u8::from(!wrong.is_empty()),
                remarks: Vec::new(),
            })
        }
        ArchiveTask::Compact { archive, before } => {
            let compacted = archive::compact(archive, *before)?;
            Ok(done(match compacted.files {
                0 => "nothing to merge: each of these years is one file\n".to_owned(),
                _ => format!(
                    "{} of {} merged, one file a year\n",
                    counted(compacted.files, "file"),
                    counted(compacted.years, "year")
                ),
            }))
        }
    }
}

/// Options to read every partner, code and quantity: what is not stored cannot be queried later.
fn everything(options: Options, partner: Option<u16>) -> Options {
    Options {
        partner: partner.map_or(PartnerChoice::All, |partner_index| {
            PartnerChoice::These(vec![partner_index])
        }),
        needs: Projection {
            digits: 10,
            partners: true,
            quantities: true,
            names: true,
        },
        ..options
    }
}

fn counted(number: usize, of: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {of}{ending}")
}

/// The months of a series, whose figures look back at most two years and never ahead. Streaks and
/// records need every month.
fn asked_months(request: &Request) -> Option<Period> {
    match (&request.command, request.question.span) {
        (Command::Series, Span::Month(month)) => Some(Period::month(month)),
        (Command::Series, Span::Range(Some(from), Some(to))) => Some(Period { from, to }),
        _ => None,
    }
}

/// The flows of a question that needs only the flows named; empty if it may need all.
fn asked_flows(request: &Request) -> Vec<Flow> {
    let asked = &request.question;
    let looks_at_them_alone = matches!(
        request.command,
        Command::Series | Command::Yoy { .. } | Command::Streak(_)
    );
    let is_made_of_both = |flow: &Flow| matches!(flow, Flow::Total | Flow::Balance);
    if !looks_at_them_alone || request.trace.is_some() || asked.flows.iter().any(is_made_of_both) {
        return Vec::new();
    }
    let flows = asked.flows.iter();
    flows
        .map(|flow| asked.perspective.reporter_flow(*flow))
        .collect()
}

/// Reads all inputs of a request, archive and files, with the profile of each.
///
/// # Errors
/// If an input cannot be read or understood.
pub fn read_all(
    request: &Request,
    streams: &mut Streams<'_>,
) -> Result<(Observations, Vec<InputProfile>), Failure> {
    let options = resolve::options(request);
    if let Some(root) = &request.inputs.data {
        return read_archive(root, request, &options, streams);
    }
    let sources = resolve::sources(request);
    Ok(reader::read_watched(
        &sources,
        &options,
        streams.input,
        streams.progress,
    )?)
}

/// Reads the archive at `root` and any further inputs named or asked for, with the profile of each.
///
/// # Errors
/// If there is no archive or one of its files is damaged, or if an input cannot be read.
fn read_archive(
    root: &Path,
    request: &Request,
    options: &Options,
    streams: &mut Streams<'_>,
) -> Result<(Observations, Vec<InputProfile>), Failure> {
    let beside = resolve::sources(request);
    let (more, own) = match beside.is_empty() {
        true => (Observations::new(), Vec::new()),
        false => reader::read_watched(&beside, options, streams.input, streams.progress)?,
    };
    let wanted = Wanted {
        partner: options.partner.clone(),
        digits: options.needs.digits,
        partners: options.needs.partners,
        quantities: options.needs.quantities,
        names: options.needs.names,
        vintages: request.selection.as_of.is_some(),
        months: asked_months(request),
        flows: asked_flows(request),
        beside: match beside.is_empty() {
            true => OtherInputs::Nothing,
            false => OtherInputs::of(&more),
        },
    };
    let (mut observations, inputs) = archive::read(root, &wanted)?;
    let profiles = inputs.into_iter().map(|input| {
        InputProfile::of_archive(input.name, input.rows, input.records, input.partners)
    });
    let mut profiles: Vec<InputProfile> = profiles.collect();
    if !beside.is_empty() {
        observations.append(more);
        profiles.extend(own);
    }
    Ok((observations, profiles))
}

/// The level of detail asked for; by default the level of the archive in `--data`.
///
/// # Errors
/// If the archive cannot be read, or its rows have several levels or none.
fn level(asked: &SqlAsked, request: &Request) -> Result<String, Failure> {
    let root = match (&asked.level, &request.inputs.data) {
        (Some(level), _) => return Ok(level.clone()),
        (None, Some(root)) => root,
        (None, None) => return Ok("hs8".to_owned()),
    };
    let mut levels: Vec<String> = Vec::new();
    for level in archive::list(root)?.into_iter().flat_map(|one| one.levels) {
        if level != "published" && !levels.contains(&level) {
            levels.push(level);
        }
    }
    let refused = |held: String, help| SqlError::ArchiveLevels {
        archive: root.display().to_string(),
        held,
        help,
    };
    match &levels[..] {
        [one] => Ok(one.clone()),
        [] => Err(refused(
            "contains only published figures, which SQL does not add up".to_owned(),
            "use `tradecheck yoy --data DIR`",
        )
        .into()),
        several => Err(refused(
            format!("contains rows of several levels: {}", several.join(", ")),
            "choose one with `--level`",
        )
        .into()),
    }
}

/// The SQL statement asked for.
///
/// # Errors
/// When the selection cannot be expressed in SQL.
pub fn sql(asked: &SqlAsked, request: &Request) -> Result<CommandOutput, Failure> {
    let request = &resolve::goods(request.clone())?;
    let kind = StatementKind::ALL
        .into_iter()
        .find(|kind| kind.name() == asked.kind);
    let partners = match &request.selection.partner {
        PartnerChoice::All => Vec::new(),
        PartnerChoice::These(partner_indices) => {
            let codes = partner_indices
                .iter()
                .filter_map(|partner_index| Partner::at(*partner_index));
            codes.map(|partner| partner.code.to_string()).collect()
        }
    };
    let goods = request.selection.goods.clone();
    let kind = kind.unwrap_or(StatementKind::Rollup);
    let flows = sql_flows(request);
    let query = Query {
        kind,
        table: asked.table.clone(),
        is_rolled_up: asked.is_rolled_up,
        good: match request.selection.by {
            Some(Breakdown::Heading) => GoodsLevel::Heading,
            None if goods.digits() > 2 => GoodsLevel::Heading,
            _ => GoodsLevel::Chapter,
        },
        known: Known {
            all_goods: request.inputs.all_goods,
            all_partners: request.inputs.all_partners || declared_partners(request, &flows)?,
        },
        flows,
        perspective: request.question.perspective,
        partners,
        currency: request.selection.currency.unwrap_or(Currency::Usd),
        level: level(asked, request)?,
        goods,
        months: sql_months(request, kind),
    };
    if let Some(flag) = untold(request, kind) {
        return Err(SqlError::Unsupported(flag).into());
    }
    let text = query.text()?;
    Ok(CommandOutput {
        text,
        code: 0,
        remarks: Vec::new(),
    })
}

/// Whether all partners were declared to be in the archive of `--data` when it was added to. (What
/// was declared about goods is recorded in its rows.)
///
/// # Errors
/// If the archive cannot be read.
fn declared_partners(request: &Request, flows: &[Flow]) -> Result<bool, Failure> {
    let own = |flow: &Flow| request.question.perspective.reporter_flow(*flow);
    let flows: Vec<Flow> = flows.iter().map(own).collect();
    Ok(match &request.inputs.data {
        Some(root) => archive::declares_all_partners(root, &flows)?,
        None => false,
    })
}

/// The flows asked for; imports and exports where none is named.
fn sql_flows(request: &Request) -> Vec<Flow> {
    let asked = request.question.flows.iter().copied();
    let is_side = |flow: &Flow| matches!(flow, Flow::Import | Flow::Export);
    match request.question.only_with_figures {
        true => asked.filter(is_side).collect(),
        false => asked.collect(),
    }
}

/// The months asked for. A roll-up may be open at either end.
fn sql_months(request: &Request, kind: StatementKind) -> Option<Period> {
    let [first, last] = [1, 9999].map(|year| Month::from_index(year * 12));
    match request.question.span {
        Span::Month(month) => Some(Period::month(month)),
        Span::Period(period) => Some(period),
        Span::Range(Some(from), Some(to)) => Period::new(from, to),
        Span::Range(from, to) if kind == StatementKind::Rollup => {
            Period::new(from.unwrap_or(first), to.unwrap_or(last))
        }
        Span::Range(..) | Span::Latest => None,
    }
}

/// The flag of a request that no statement answers.
fn untold(request: &Request, kind: StatementKind) -> Option<String> {
    let selection = &request.selection;
    let by = selection
        .by
        .filter(|by| !matches!(by, Breakdown::Chapter | Breakdown::Heading));
    if selection.as_of.is_some() {
        Some("--as-of".to_owned())
    } else if selection.measure != Measure::Value {
        Some(format!("--measure {}", selection.measure.word()))
    } else if let Some(by) = by {
        Some(format!("--by {}", by.name()))
    } else if matches!(request.question.span, Span::Period(_)) && kind != StatementKind::Rollup {
        Some("--period".to_owned())
    } else {
        request.trace.map(|trace| match trace {
            Trace::Sources => "--sources".to_owned(),
            Trace::Explain => "--explain".to_owned(),
        })
    }
}
