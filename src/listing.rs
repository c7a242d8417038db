//! Lists without trade figures: words a user may type, and the contents of an archive.

use crate::answer::with_columns;
use crate::archive::{self, Listed};
use crate::cli::{ListAsked, Request};
use crate::deliver;
use crate::failure::Failure;
use crate::measure::Answer;
use crate::measure::list::{self, ListMaterial};
use crate::reader::{self, Options, Projection, Source};
use crate::report::{Cell, Column, Head, Heading, Report, Row, Subject, ViewColumn, Word};
use crate::resolve::{self, BUILT_IN, BUILT_IN_GOODS};
use crate::surroundings::{Streams, Surroundings};
use crate::trade::{Flow, LayoutName, Named, Observations, PartnerChoice};
use std::path::Path;

/// Lists the words asked for, with what the built-in data have for each, regardless of other
/// inputs; returns the exit code.
///
/// # Errors
/// When no row matches the words asked for, or the answer cannot be written.
pub fn list(
    asked: &ListAsked,
    request: &Request,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let style = resolve::style(request, around)?;
    let read = |origin| -> Result<Observations, Failure> {
        let options = Options {
            partner: PartnerChoice::All,
            needs: Projection {
                digits: 10,
                partners: true,
                quantities: true,
                names: true,
            },
            ..Options::default()
        };
        let source = Source { origin, flow: None };
        Ok(reader::read(&[source], &options, &mut std::io::empty())?)
    };
    let (totals, goods) = (read(BUILT_IN)?, read(BUILT_IN_GOODS)?);
    let material = ListMaterial {
        totals: &totals,
        goods: &goods,
        day: asked.day.or(around.today),
    };
    let answer = list::answer(asked.of, &asked.words, &material)?;
    let answer = with_columns(answer, request.output.columns.as_deref(), &request.question)?;
    deliver::deliver(&answer, None, request, &style, streams)
}

/// Lists the inputs of an archive in the order of adding; returns the exit code.
///
/// # Errors
/// When there is no archive, or the answer cannot be written.
pub fn archive(
    root: &Path,
    request: &Request,
    around: &Surroundings,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    let style = resolve::style(request, around)?;
    let rows: Vec<Row> = archive::list(root)?.iter().map(kept).collect();
    let is_dated = rows
        .iter()
        .any(|row| *row.cell(Column::Released) != Cell::text(""));
    let heading = Heading::of_no_trade(Subject::Archive);
    let mut report = Report::of_rows("archive.list", heading, &list::OF_ARCHIVE, rows);
    report.view = [
        (Head::File, Column::File),
        (Head::Layout, Column::Layout),
        (Head::Flow, Column::Flow),
        (Head::From, Column::From),
        (Head::To, Column::To),
        (Head::Released, Column::Released),
        (Head::Rows, Column::Rows),
        (Head::Current, Column::Current),
    ]
    .into_iter()
    .filter(|(head, _)| is_dated || *head != Head::Released)
    .map(|(head, column)| ViewColumn::of(head, column))
    .collect();
    let answer = with_columns(
        Answer::of(report),
        request.output.columns.as_deref(),
        &request.question,
    )?;
    deliver::deliver(&answer, None, request, &style, streams)
}

/// The row for one flow of one input.
fn kept(one: &Listed) -> Row {
    let month = |month: &str| {
        month
            .parse()
            .map_or_else(|_| Cell::text(month), Cell::Month)
    };
    let count = |number: u64| Cell::Count(u32::try_from(number).unwrap_or(u32::MAX));
    let layout = LayoutName::named(&one.layout);
    let layout = layout.map_or_else(
        || Cell::text(&one.layout),
        |layout| Cell::Word(Word::Layout(layout)),
    );
    let flow = Flow::named(&one.flow).map_or_else(|| Cell::text(&one.flow), Cell::Flow);
    Row::new([
        (Column::File, Cell::text(&one.source)),
        (Column::Layout, layout),
        (Column::Flow, flow),
        (Column::From, month(&one.from)),
        (Column::To, month(&one.to)),
        (Column::Released, Cell::text(&one.released)),
        (Column::Rows, count(one.rows)),
        (Column::Current, count(one.current)),
        (Column::Levels, Cell::text(&one.levels.join(" "))),
        (Column::Partners, Cell::text(&one.partners.join(" "))),
    ])
}
