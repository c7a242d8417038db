//! The sources of the figures on a page: publisher, date, address, and the figures taken from each.

use super::prose::{linked, prose};
use super::words;
use crate::render::labels;
use crate::render::lang::pages::PagePhrase;
use crate::render::{Lang, Style, lang, publishers};
use crate::report::{Cell, Column, Report, Row, Subject};
use crate::trade::{Flow, Period, Vintage, outside_brackets};
use maud::{Markup, html};

/// The figures taken from one release or file.
struct ReleaseFigures {
    /// The publisher, or the file.
    publisher: String,
    /// The release date.
    released: Option<Vintage>,
    /// The web address.
    address: String,
    /// The periods for each flow.
    figures: Vec<(Flow, Vec<Period>)>,
}

/// The releases and files of the figures, in the order of their first figure, followed by the other
/// inputs.
pub fn section(report: &Report, style: &Style) -> Markup {
    let taken = taken(report);
    // A figure may have two publishers, which the report lists one by one.
    let is_of = |one: &ReleaseFigures, source: &str| {
        one.publisher == source || outside_brackets(&one.publisher, "; ").contains(&source)
    };
    let is_listed = |source: &&String| taken.iter().any(|one| is_of(one, source));
    let others: Vec<&String> = report
        .sources
        .iter()
        .filter(|one| !is_listed(one))
        .collect();
    html! {
        @if !taken.is_empty() || !others.is_empty() {
            section.sources aria-labelledby="sources" {
                h2 #sources { (words::phrase(PagePhrase::Sources, style.lang)) }
                ul {
                    @for one in &taken { li { (entry(one, style.lang)) } }
                    @for one in others { li { (linked(one)) } }
                }
            }
        }
    }
}

fn taken(report: &Report) -> Vec<ReleaseFigures> {
    let mut taken: Vec<ReleaseFigures> = Vec::new();
    let parts = report.parts.iter();
    for row in parts
        .filter(|part| part.heading.subject == Subject::Figures)
        .flat_map(|part| &part.rows)
    {
        let (Cell::Flow(flow), Cell::Period(period)) =
            (row.cell(Column::Flow), row.cell(Column::Period))
        else {
            continue;
        };
        let publisher = match text(row, Column::Publisher) {
            "" => text(row, Column::File),
            publisher => publisher,
        };
        let address = text(row, Column::Address);
        let released = match row.cell(Column::Released) {
            Cell::Date(day) => Some(*day),
            _ => None,
        };
        let is_it = |one: &&mut ReleaseFigures| {
            one.publisher == publisher && one.released == released && one.address == address
        };
        let one = match taken.iter_mut().find(is_it) {
            Some(one) => one,
            None => {
                taken.push(ReleaseFigures {
                    publisher: publisher.to_owned(),
                    released,
                    address: address.to_owned(),
                    figures: Vec::new(),
                });
                match taken.last_mut() {
                    Some(one) => one,
                    None => continue,
                }
            }
        };
        match one.figures.iter_mut().find(|(of, _)| of == flow) {
            Some((_, periods)) => periods.push(*period),
            None => one.figures.push((*flow, vec![*period])),
        }
    }
    taken
}

fn text(row: &Row, column: Column) -> &str {
    match row.cell(column) {
        Cell::Text(text) => text,
        _ => "",
    }
}

/// `Dong-A Ilbo (GACC), 9 August 2016: imports 2016-06. https://…`.
fn entry(one: &ReleaseFigures, lang: Lang) -> Markup {
    let released = one
        .released
        .map_or_else(String::new, |day| lang::day(day, lang));
    let marks = lang::marks(lang);
    let publisher = publishers::in_full(&one.publisher, lang);
    let who: Vec<&str> = [publisher.as_str(), &released]
        .into_iter()
        .filter(|sentence| !sentence.is_empty())
        .collect();
    let figures = figures(one, lang);
    let sentence = format!("{}{}{figures}", who.join(marks.comma), marks.colon);
    html! {
        (prose(&sentence))
        @if !one.address.is_empty() { " " (linked(&one.address)) }
    }
}

/// `imports, exports 2016-06; total 2016-03–05`: flows with the same periods are joined.
fn figures(one: &ReleaseFigures, language: Lang) -> String {
    let marks = lang::marks(language);
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for flow in Flow::ALL {
        let Some((_, periods)) = one.figures.iter().find(|(of, _)| *of == flow) else {
            continue;
        };
        let name = labels::flow_in_note(flow, language);
        let periods = in_words(periods, language);
        match groups.iter_mut().find(|(sentence, _)| *sentence == periods) {
            Some((_, flows)) => flows.push(name),
            None => groups.push((periods, vec![name])),
        }
    }
    let groups = groups.iter();
    let sentence =
        groups.map(|(periods, flows)| format!("{}{}{periods}", flows.join(marks.list), marks.word));
    sentence.collect::<Vec<_>>().join(marks.semicolon)
}

/// `2016-05, 2016-07–08, 2017-01–09`: consecutive months are joined. A year to date is listed
/// separately, since it is a figure of its own.
fn in_words(periods: &[Period], language: Lang) -> String {
    let mut periods = periods.to_vec();
    periods.sort_by_key(|period| (period.from, period.to));
    periods.dedup();
    let (months, longer): (Vec<Period>, Vec<Period>) =
        periods.into_iter().partition(|period| period.is_month());
    let all = Period::joined(months).into_iter().chain(longer);
    let all: Vec<String> = all.map(|period| lang::period(period, language)).collect();
    all.join(lang::marks(language).list)
}
