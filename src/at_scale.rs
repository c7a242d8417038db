//! What is done for trade that has outgrown one file or one machine: the archive, and SQL for
//! engines. Neither is a measure; what they print are lists and statements.

use crate::archive::{self, Assurances, Listed, Wanted};
use crate::cli::{ArchiveTask, Command, Request, SqlAsked};
use crate::failure::Failure;
use crate::frame::Copies;
use crate::measure::Span;
use crate::reader::{self, InputProfile, Options, Projection};
use crate::render::Format;
use crate::resolve;
use crate::sql::{Good, Kind, Query};
use crate::surroundings::{Streams, Surroundings};
use crate::trade::{Breakdown, Currency, Flow, Observations, Partner, PartnerChoice, Period};
use std::path::Path;

/// What is printed, and the exit code.
pub struct Printed {
    /// For standard output or the file of `--output`.
    pub text: String,
    /// 0, or 1 where the answer is no.
    pub code: u8,
}

/// Does one task of the archive.
///
/// # Errors
/// When an input cannot be read or the archive cannot be written.
pub fn archive_task(
    task: &ArchiveTask,
    request: &Request,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> Result<Printed, Failure> {
    let done = |text: String| Printed { text, code: 0 };
    match task {
        ArchiveTask::Add { to, partner } => {
            let options = everything(resolve::options(request), *partner);
            let sources = resolve::sources(request);
            let (observations, _) =
                reader::read_watched(&sources, &options, streams.input, streams.progress)?;
            // What tells a copy from a row that only shares its key, all cells of its line, is not kept.
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
                    "; {} held nothing new",
                    counted(added.known, "file")
                ));
            }
            if added.revised > 0 {
                let months = counted(added.revised, "month");
                text.push_str(&format!(
                    "; later figures took the place of earlier ones in {months}"
                ));
            }
            Ok(done(text + "\n"))
        }
        ArchiveTask::List { archive } => Ok(done(list(&archive::list(archive)?, request, around))),
        ArchiveTask::Verify { archive } => {
            let wrong = archive::verify(archive)?;
            let text = match wrong.is_empty() {
                true => "every file is as it was written\n".to_owned(),
                false => wrong.join("\n") + "\n",
            };
            Ok(Printed {
                text,
                code: u8::from(!wrong.is_empty()),
            })
        }
        ArchiveTask::Compact { archive, before } => {
            let compacted = archive::compact(archive, *before)?;
            Ok(done(format!(
                "{} of {} made one each\n",
                counted(compacted.files, "file"),
                counted(compacted.years, "year")
            )))
        }
    }
}

/// Reads every partner, code and quantity: what is not kept cannot be asked for later.
fn everything(options: Options, partner: Option<u16>) -> Options {
    Options {
        partner: partner.map_or(PartnerChoice::All, |place| {
            PartnerChoice::These(vec![place])
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

/// What was added: aligned for people, csv for a pipe.
fn list(listed: &[Listed], request: &Request, around: &Surroundings) -> String {
    let head = [
        "source", "layout", "flow", "from", "to", "released", "rows", "current", "levels",
        "partners",
    ];
    let row = |one: &Listed| {
        [
            one.source.clone(),
            one.layout.clone(),
            one.flow.clone(),
            one.from.clone(),
            one.to.clone(),
            one.released.clone(),
            one.rows.to_string(),
            one.current.to_string(),
            one.levels.join(" "),
            one.partners.join(" "),
        ]
    };
    let rows: Vec<[String; 10]> = std::iter::once(head.map(str::to_owned))
        .chain(listed.iter().map(row))
        .collect();
    let for_people = match request.output.format {
        Some(format) => format == Format::Table,
        None => around.out_is_terminal && request.output.file.is_none(),
    };
    let mut text = String::new();
    for row in &rows {
        for (at, cell) in row.iter().enumerate() {
            let width = rows
                .iter()
                .map(|row| row[at].chars().count())
                .max()
                .unwrap_or(0);
            let is_last = at + 1 == row.len();
            match (for_people, is_last) {
                (true, false) => text.push_str(&format!("{cell:width$}  ")),
                (true, true) => text.push_str(cell),
                (false, _) => {
                    let quoted = cell.contains([',', '"', '\n', '\r']);
                    text.push_str(&if quoted {
                        format!("\"{}\"", cell.replace('"', "\"\""))
                    } else {
                        cell.clone()
                    });
                    text.push_str(if is_last { "" } else { "," });
                }
            }
        }
        let end = text.trim_end().len();
        text.truncate(end);
        text.push('\n');
    }
    text
}

/// The months of a series, whose figures look back two years at most and never ahead. Streaks and
/// records look at every month.
fn asked_months(request: &Request) -> Option<Period> {
    match (&request.command, request.question.span) {
        (Command::Series, Span::Month(month)) => Some(Period::month(month)),
        (Command::Series, Span::Range(Some(from), Some(to))) => Some(Period { from, to }),
        _ => None,
    }
}

/// Everything wanted of the archive at `root`, with what each of its inputs turned out to be.
///
/// # Errors
/// Where there is no archive or a file of it is damaged.
pub fn read(
    root: &Path,
    request: &Request,
    options: &Options,
) -> Result<(Observations, Vec<InputProfile>), Failure> {
    let wanted = Wanted {
        partner: options.partner.clone(),
        digits: options.needs.digits,
        partners: options.needs.partners,
        quantities: options.needs.quantities,
        names: options.needs.names,
        vintages: request.selection.as_of.is_some(),
        months: asked_months(request),
        layouts: reader::layouts(),
    };
    let (observations, inputs) = archive::read(root, &wanted)?;
    let profiles = inputs.into_iter().map(|input| {
        InputProfile::of_archive(input.name, input.rows, input.records, input.partners)
    });
    Ok((observations, profiles.collect()))
}

/// The SQL text that was asked for.
///
/// # Errors
/// When the selection cannot be put into SQL.
pub fn sql(asked: &SqlAsked, request: &Request) -> Result<Printed, Failure> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == asked.kind);
    let partners = match &request.selection.partner {
        PartnerChoice::All => Vec::new(),
        PartnerChoice::These(places) => {
            let codes = places.iter().filter_map(|place| Partner::at(*place));
            codes.map(|partner| partner.code.to_string()).collect()
        }
    };
    let prefixes: Vec<String> = request
        .selection
        .goods
        .within()
        .iter()
        .map(|prefix| prefix.to_string())
        .collect();
    let is_fine = prefixes.iter().any(|prefix| prefix.len() > 2);
    let months = match request.question.span {
        Span::Month(month) => Some(Period::month(month)),
        Span::Period(period) => Some(period),
        Span::Range(Some(from), Some(to)) => Period::new(from, to),
        Span::Range(..) | Span::Latest => None,
    };
    let all_four = request.question.flows == Flow::ALL;
    let query = Query {
        kind: kind.unwrap_or(Kind::Rollup),
        table: asked.table.clone(),
        is_rolled_up: asked.is_rolled_up,
        good: match request.selection.by {
            Some(Breakdown::Heading) => Good::Heading,
            None if is_fine => Good::Heading,
            _ => Good::Chapter,
        },
        flows: if all_four {
            vec![Flow::Import, Flow::Export]
        } else {
            request.question.flows.clone()
        },
        partners,
        currency: request.selection.currency.unwrap_or(Currency::Usd),
        level: asked.level.clone(),
        prefixes,
        months,
    };
    let text = query.text()?;
    Ok(Printed { text, code: 0 })
}
