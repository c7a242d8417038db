//! The table of claims: one row each, with its verdicts.

use super::known::{Asked, Finding, In};
use super::ledger::{Books, Ledger};
use super::readings::{self, Change};
use super::verdict::{self, Judged, Judgement};
use crate::measure::question::{Answer, Question, Verdict};
use crate::report::{
    Cell, Column, Head, Heading, Report, Row, RowRemark, Shows, Subject, ViewColumn,
};
use crate::trade::{
    Amount, Claim, Currency, Passage, Ratio, Selection, Truth, UnitOfMeasure, Vintage,
};

/// The machine columns, in order.
pub const COLUMNS: [Column; 14] = [
    Column::Id,
    Column::Flow,
    Column::Metric,
    Column::Period,
    Column::Claimed,
    Column::Verdict,
    Column::VerdictNow,
    Column::Value,
    Column::Low,
    Column::High,
    Column::Reading,
    Column::Unit,
    Column::Flags,
    Column::Note,
];

/// Answers with one row a claim, and a sentence that sums them up.
pub fn answer(
    question: &Question,
    selection: &Selection,
    passages: &[Passage],
    is_text: bool,
    books: &Books<'_>,
) -> Answer {
    let mut ledger = Ledger::new(books, selection);
    let mut rows = Vec::new();
    let mut counts = [0u32; 3];
    let mut not_understood = 0;
    let mut sources: Vec<String> = Vec::new();
    let mut currencies: Vec<Currency> = Vec::new();
    for passage in passages {
        for claim in &passage.claims {
            let judged = verdict::judged(claim, &mut ledger);
            let readings = match judged.then.truth {
                Truth::False => readings::readings(claim, &mut ledger, judged.by),
                _ => Vec::new(),
            };
            let place = match judged.then.truth {
                Truth::True => 0,
                Truth::False => 1,
                Truth::CannotTell => 2,
            };
            counts[place] += 1;
            add_sources(&mut sources, &judged.then);
            if !currencies.contains(&claim.told_in()) {
                currencies.push(claim.told_in());
            }
            let mut row = row(question, claim, &judged, &readings);
            if is_text {
                row.put(Column::Sentence, Cell::Count(passage.number));
                row.put(Column::Text, Cell::Text(passage.text.clone()));
            }
            rows.push(row);
        }
        if let Some(why) = &passage.why_not {
            not_understood += 1;
            rows.push(
                Row::new([
                    (Column::Sentence, Cell::Count(passage.number)),
                    (Column::Text, Cell::Text(passage.text.clone())),
                    (Column::Verdict, Cell::Word("not_understood")),
                ])
                .with_remarks(vec![RowRemark {
                    column: Column::Text,
                    text: why.clone(),
                }]),
            );
        }
    }
    let [right, wrong, open] = counts;
    let verdict = if wrong > 0 {
        Verdict::No
    } else if open > 0 || (right == 0 && not_understood > 0) {
        Verdict::CannotTell
    } else {
        Verdict::Answered
    };
    let currency = match currencies[..] {
        [one] => one,
        _ => Currency::Usd,
    };
    let mut columns = COLUMNS.to_vec();
    if is_text {
        columns.splice(0..0, [Column::Sentence, Column::Text]);
    }
    let report = Report {
        command: "check",
        heading: Heading {
            subject: Subject::Claims,
            partner: question.partner.clone(),
            perspective: question.perspective,
            currency,
            period: None,
            as_of: question.as_of,
            goods: question.goods.clone(),
            by: None,
            unit: UnitOfMeasure::Money(currency),
        },
        columns,
        view: view(is_text),
        rows,
        notes: summary(counts, not_understood),
        sources,
        parts: Vec::new(),
        picture: None,
    };
    Answer { report, verdict }
}

/// `84 claims: 44 true, 34 false, 6 cannot be told`.
fn summary([right, wrong, open]: [u32; 3], not_understood: u32) -> Vec<String> {
    let all = right + wrong + open;
    if all + not_understood <= 1 {
        return Vec::new();
    }
    let claims = if all == 1 { "claim" } else { "claims" };
    let mut text = format!("{all} {claims}: {right} true, {wrong} false, {open} cannot be told");
    if not_understood > 0 {
        let sentences = match not_understood {
            1 => "1 sentence",
            n => &format!("{n} sentences"),
        };
        text += &format!("; {sentences} not understood");
    }
    vec![text]
}

fn row(question: &Question, claim: &Claim, judged: &Judged, readings: &[Vec<Change>]) -> Row {
    let Judged { then, now, .. } = judged;
    let told = question.perspective.reporter_flow(Asked::of(claim).flow);
    let mut row = Row::new([
        (Column::Id, Cell::Text(claim.id.clone())),
        (Column::Flow, Cell::Flow(told)),
        (Column::Metric, Cell::Word(claim.metric.name())),
        (Column::Period, Cell::Period(claim.months())),
        (Column::Claimed, Cell::Text(claim.stated.to_string())),
        (Column::Verdict, Cell::Word(then.truth.name())),
        (Column::VerdictNow, Cell::Word(now.truth.name())),
    ]);
    let value = match (&then.finding, &then.missing) {
        (Some(finding), _) => {
            let [low, high] = [finding.bounds.low(), finding.bounds.high()].map(|end| {
                end.map_or(Cell::Empty, |end| Cell::Text(in_unit(end, finding.in_what)))
            });
            row.put(Column::Low, low);
            row.put(Column::High, high);
            row.put(Column::Unit, unit(finding.in_what));
            finding
                .value
                .map_or(Cell::Empty, |value| cell(value, finding.in_what))
        }
        (None, Some(missing)) => Cell::Missing(missing.clone()),
        (None, None) => Cell::Empty,
    };
    row.put(Column::Value, value);
    if let Some(nearest) = readings.first() {
        row.put(Column::Reading, Cell::Text(in_words(nearest)));
    }
    row.remarks = remarks(claim, judged, readings);
    row
}

fn in_words(reading: &[Change]) -> String {
    let texts: Vec<String> = reading.iter().map(Change::to_string).collect();
    texts.join(",")
}

/// A number of a finding as a cell.
fn cell(value: Ratio, in_what: In) -> Cell {
    match in_what {
        In::Percent => Cell::Percent(value),
        In::Times => Cell::Text(in_unit(value, in_what)),
        In::Months => Cell::Count(u32::try_from(value.rounded()).unwrap_or(u32::MAX)),
        In::Unit(UnitOfMeasure::Quantity(unit)) => Cell::Quantity(Amount(value.rounded()), unit),
        In::Unit(_) => Cell::Money(Amount(value.rounded())),
    }
}

/// A number of a finding in the unit of its row: percent, whole units of the currency, months.
fn in_unit(value: Ratio, in_what: In) -> String {
    match in_what {
        In::Percent => value.percent_text(6),
        In::Times => value
            .times(1, 100)
            .map_or_else(String::new, |hundredth| hundredth.percent_text(6)),
        In::Months => value.rounded().to_string(),
        In::Unit(UnitOfMeasure::Quantity(_)) => {
            UnitOfMeasure::quantity_text(Amount(value.rounded()))
        }
        In::Unit(_) => Amount(value.rounded()).to_string(),
    }
}

fn unit(in_what: In) -> Cell {
    match in_what {
        In::Percent => Cell::Word("%"),
        In::Times => Cell::Word("times"),
        In::Months => Cell::Word("months"),
        In::Unit(unit) => Cell::Unit(unit),
    }
}

/// What must be known of a verdict: then and now, later releases, other readings, the figures.
fn remarks(claim: &Claim, judged: &Judged, readings: &[Vec<Change>]) -> Vec<RowRemark> {
    let Judged {
        then,
        now,
        by,
        is_later,
    } = judged;
    let mut texts: Vec<(Column, String)> = Vec::new();
    if *is_later {
        let by = by.map_or_else(
            || "later ones do".to_owned(),
            |date| format!("the release of {date} does"),
        );
        texts.push((
            Column::Verdict,
            format!("no release by the day of the claim decides it: {by}"),
        ));
    }
    if let (Some(day), true) = (by.or(claim.published), then.truth != now.truth) {
        let since = revised_since(now, day);
        let since = since.map_or_else(
            || "by what is known now".to_owned(),
            |date| format!("since the revision of {date}"),
        );
        let figure = now.finding.as_ref().and_then(|finding| {
            finding
                .value
                .map(|value| in_words_of(value, finding.in_what))
        });
        let would = figure.map_or_else(
            || "cannot be told".to_owned(),
            |figure| format!("would be {figure}"),
        );
        texts.push((
            Column::VerdictNow,
            format!(
                "{} on {day}; {since} it {would}",
                then.truth.name().replace('_', " ")
            ),
        ));
    }
    if let (Truth::CannotTell, Some(missing)) = (then.truth, &then.missing)
        && then.finding.is_some()
    {
        texts.push((Column::Verdict, missing.to_string()));
    }
    if let Some(standing) = &then.standing {
        if let Some((period, figure)) = &standing.against {
            let unit = then.finding.as_ref().map(|finding| finding.in_what);
            if let Some(unit) = unit {
                let shown = in_words_of(Ratio::whole(figure.value.0), unit);
                texts.push((Column::Verdict, format!("{period} was {shown}")));
            }
        }
        if let Some(since) = standing.since {
            texts.push((
                Column::Value,
                format!("no earlier period since {since} goes as far"),
            ));
        }
    }
    if let Some((_, others)) = readings.split_first()
        && !others.is_empty()
    {
        let others: Vec<String> = others.iter().map(|one| in_words(one)).collect();
        texts.push((Column::Reading, format!("also {}", others.join(" or "))));
    }
    texts.extend(then.finding.as_ref().and_then(made_of));
    let remark = |(column, text)| RowRemark { column, text };
    texts.into_iter().map(remark).collect()
}

/// The figures behind a finding, with their releases.
fn made_of(finding: &Finding) -> Option<(Column, String)> {
    let mut parts: Vec<String> = Vec::new();
    for (flow, period, figure) in &finding.made_of {
        let released = figure
            .released
            .map_or_else(String::new, |date| format!(", released {date}"));
        parts.push(format!("{flow} {period} {}{released}", figure.basis.name()));
    }
    if let Some(printed) = &finding.printed {
        let released = printed
            .released
            .map_or_else(String::new, |date| format!(", released {date}"));
        parts.push(format!("the change as printed{released}"));
    }
    // A streak rests on many months: the note of each would be too long.
    let shown = match parts.len() {
        0 => return None,
        1..=3 => parts.join("; "),
        n => format!("{} and {} more figures", parts[0], n - 1),
    };
    Some((Column::Value, format!("made of {shown}")))
}

/// The last release after `day` that the figures rest on.
fn revised_since(now: &Judgement, day: Vintage) -> Option<Vintage> {
    let figures = now.finding.iter().flat_map(|finding| &finding.made_of);
    let dates = figures.filter_map(|(.., figure)| figure.released);
    dates.filter(|date| !date.is_by(day)).max()
}

fn in_words_of(value: Ratio, in_what: In) -> String {
    match in_what {
        In::Percent => {
            let text = value.percent_text(1);
            let sign = if text.starts_with('-') || text == "0" {
                ""
            } else {
                "+"
            };
            format!("{sign}{text} %").replace('-', "−")
        }
        In::Times => format!("{} times", in_unit(value, in_what)),
        In::Months => format!("{} months", in_unit(value, in_what)),
        In::Unit(unit) => unit.in_words(Amount(value.rounded())),
    }
}

fn add_sources(sources: &mut Vec<String>, judgement: &Judgement) {
    let Some(finding) = &judgement.finding else {
        return;
    };
    let figures = finding.made_of.iter().map(|(.., figure)| &figure.source);
    let printed = finding.printed.iter().map(|printed| &printed.source);
    for source in figures.chain(printed).filter(|source| !source.is_empty()) {
        if !sources.iter().any(|known| **known == **source) {
            sources.push(source.to_string());
        }
    }
}

fn view(is_text: bool) -> Vec<ViewColumn> {
    let show = |head, column| ViewColumn {
        head,
        shows: Shows::Column(column),
    };
    let mut view = if is_text {
        vec![show(Head::Sentence, Column::Sentence)]
    } else {
        vec![show(Head::Claim, Column::Id)]
    };
    view.extend([
        show(Head::Flow, Column::Flow),
        show(Head::Metric, Column::Metric),
        show(Head::Month, Column::Period),
        show(Head::Claimed, Column::Claimed),
        show(Head::Verdict, Column::Verdict),
        show(Head::Now, Column::VerdictNow),
        show(Head::Value, Column::Value),
        show(Head::Reading, Column::Reading),
    ]);
    view
}
