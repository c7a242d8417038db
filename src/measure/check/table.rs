//! The table of claims: one row each, with its verdicts.

use super::beside::{self, Beside};
use super::known::{Asked, Finding, In};
use super::ledger::{Books, Ledger};
use super::readings::{self, Change};
use super::verdict::{self, Judged, Judgement};
use crate::measure::question::{Answer, Question, Verdict};
use crate::report::{
    Cell, ClaimFigure, ClaimRemark, Column, FigureOf, Flag, Head, Heading, Item, Remark,
    RemarkKind, Report, Row, Shows, Subject, ViewColumn,
};
use crate::trade::{
    Amount, Basis, Claim, Currency, Measured, Metric, Passage, Ratio, Selection, Truth,
    UnitOfMeasure, Vintage, Weight,
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

/// How claims are judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Manner {
    /// Whether they are those of an article.
    pub is_text: bool,
    /// Whether they are held against each other alone, and not against the data.
    pub by_identities: bool,
}

/// Answers with one row a claim, and a sentence that sums them up.
pub fn answer(
    question: &Question,
    selection: &Selection,
    passages: &[Passage],
    manner: Manner,
    books: &Books<'_>,
) -> Answer {
    let is_text = manner.is_text;
    let beside = beside::remarks(passages, is_text);
    let mut ledger = Ledger::new(books, selection);
    let mut rows = Vec::new();
    let mut counts = [0u32; 3];
    let mut not_understood = 0;
    let mut sources: Vec<String> = Vec::new();
    let mut currencies: Vec<Currency> = Vec::new();
    for passage in passages {
        for claim in &passage.claims {
            let beside = beside.iter().filter(|one| std::ptr::eq(one.claim, claim));
            let beside: Vec<&Beside<'_>> = beside.collect();
            if manner.by_identities {
                let contradicts = beside.iter().any(|one| one.contradicts);
                counts[if contradicts { 1 } else { 2 }] += 1;
                let mut row = beside::row(&beside, contradicts);
                put_claim(&mut row, question, claim);
                put_sentence(&mut row, passage, is_text);
                rows.push(row);
                continue;
            }
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
            row.remarks.extend(on_coverage(claim, &judged, &ledger));
            row.remarks.extend(beside.iter().map(|one| one.remark()));
            put_sentence(&mut row, passage, is_text);
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
                .with_remarks(vec![Remark {
                    column: Some(Column::Text),
                    period: None,
                    weight: Weight::Caution,
                    kind: RemarkKind::Claim(ClaimRemark::NotUnderstood(why.clone())),
                }]),
            );
        }
    }
    let [right, wrong, open] = counts;
    let verdict = if wrong > 0 {
        Verdict::No
    } else if manner.by_identities {
        Verdict::Answered
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
        view: view(&rows, is_text),
        notes: summary(counts, not_understood),
        sources,
        ..Report::of_rows(
            "check",
            Heading {
                subject: Subject::Claims,
                partner: question.partner.clone(),
                partners_held: None,
                perspective: question.perspective,
                currency,
                period: None,
                reaches: None,
                as_of: question.as_of,
                goods: question.goods.clone(),
                by: None,
                unit: UnitOfMeasure::Money(currency),
            },
            &columns,
            rows,
        )
    };
    Answer { report, verdict }
}

/// What leaves a share that sanctions cover open, and what would decide it.
fn on_coverage(claim: &Claim, judged: &Judged, ledger: &Ledger<'_>) -> Option<Remark> {
    if claim.metric != Metric::Coverage || judged.then.truth != Truth::CannotTell {
        return None;
    }
    let asked = Asked::of(claim);
    let share = ledger.coverage(asked.flow, asked.period, asked.adopted_by);
    let open = share.ok()?.open?;
    let said = Remark::on(Column::Verdict, asked.period, RemarkKind::Sanction(open));
    Some(said)
}

/// How many are true, where there are several.
fn summary([right, wrong, open]: [u32; 3], not_understood: u32) -> Vec<Remark> {
    if right + wrong + open + not_understood <= 1 {
        return Vec::new();
    }
    let summary = ClaimRemark::Summary {
        right,
        wrong,
        open,
        not_understood,
    };
    vec![Remark::on_all(RemarkKind::Claim(summary))]
}

/// The number of a sentence and its text, in the answer on an article.
fn put_sentence(row: &mut Row, passage: &Passage, is_text: bool) {
    if is_text {
        row.put(Column::Sentence, Cell::Count(passage.number));
        row.put(Column::Text, Cell::Text(passage.text.clone()));
    }
}

/// What a claim says.
fn put_claim(row: &mut Row, question: &Question, claim: &Claim) {
    let told = question.perspective.reporter_flow(Asked::of(claim).flow);
    for (column, cell) in [
        (Column::Id, Cell::Text(claim.id.clone())),
        (Column::Flow, Cell::Flow(told)),
        (Column::Metric, Cell::Word(claim.metric.name())),
        (Column::Period, Cell::Period(claim.months())),
        (Column::Claimed, Cell::Text(claim.stated.to_string())),
    ] {
        row.put(column, cell);
    }
}

fn row(question: &Question, claim: &Claim, judged: &Judged, readings: &[Vec<Change>]) -> Row {
    let Judged { then, now, .. } = judged;
    let mut row = Row::new([
        (Column::Verdict, Cell::Word(then.truth.name())),
        (Column::VerdictNow, Cell::Word(now.truth.name())),
    ]);
    put_claim(&mut row, question, claim);
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
    let flags = then.finding.iter().flat_map(flags);
    row.with_flags(flags)
}

/// How the figures of a verdict came about.
fn flags(finding: &Finding) -> Option<(Column, Flag)> {
    let basis = |wanted: Basis| {
        let mut all = finding.made_of.iter();
        all.any(|(.., figure)| figure.basis == wanted)
    };
    let flag = if finding.made_of.is_empty() && finding.printed.is_some() {
        Flag::AsPublished
    } else if basis(Basis::Implied) {
        Flag::Implied
    } else if basis(Basis::Difference) {
        Flag::Difference
    } else if basis(Basis::Converted) {
        Flag::Converted
    } else {
        return None;
    };
    Some((Column::Value, flag))
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
        In::Unit(UnitOfMeasure::Quantity(Some(unit))) if unit.is_weight() => {
            UnitOfMeasure::tonnes_text(Amount(value.rounded()))
        }
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
fn remarks(claim: &Claim, judged: &Judged, readings: &[Vec<Change>]) -> Vec<Remark> {
    let Judged {
        then,
        now,
        by,
        is_later,
    } = judged;
    let mut said: Vec<(Column, ClaimRemark)> = Vec::new();
    if *is_later {
        said.push((Column::Verdict, ClaimRemark::DecidedLater { by: *by }));
    }
    if let (Some(day), true) = (by.or(claim.published), then.truth != now.truth) {
        let figure = now.finding.as_ref().and_then(|finding| {
            let value = finding.value?;
            Some(in_sentence(value, finding.in_what))
        });
        said.push((
            Column::VerdictNow,
            ClaimRemark::ThenAndNow {
                then: then.truth,
                day,
                since: revised_since(now, day),
                now: figure,
            },
        ));
    }
    if let (Truth::CannotTell, Some(missing)) = (then.truth, &then.missing)
        && then.finding.is_some()
    {
        said.push((Column::Verdict, ClaimRemark::Open(missing.clone())));
    }
    if let Some(standing) = &then.standing {
        let unit = then.finding.as_ref().map(|finding| finding.in_what);
        if let (Some((period, figure)), Some(unit)) = (&standing.against, unit) {
            let figure = in_sentence(Ratio::whole(figure.value.0), unit);
            said.push((
                Column::Verdict,
                ClaimRemark::Against {
                    period: *period,
                    figure,
                },
            ));
        }
        if let Some(since) = standing.since {
            said.push((Column::Value, ClaimRemark::LastAsFar(since)));
        }
    }
    if let Some((_, others)) = readings.split_first()
        && !others.is_empty()
    {
        let others = others.iter().map(|one| in_words(one)).collect();
        said.push((Column::Reading, ClaimRemark::AlsoAs(others)));
    }
    if let Some(made_of) = then.finding.as_ref().and_then(made_of) {
        said.push((Column::Value, made_of));
    }
    let remark = |(column, said)| Remark::on(column, claim.months(), RemarkKind::Claim(said));
    said.into_iter().map(remark).collect()
}

/// The figures behind a finding, with their releases.
fn made_of(finding: &Finding) -> Option<ClaimRemark> {
    let all = &finding.made_of;
    // A streak rests on many months: a note of each would be too long.
    let shown = if all.len() > 3 { 1 } else { all.len() };
    let first = all.iter().take(shown);
    let figures: Vec<FigureOf> = first
        .map(|(flow, period, figure)| FigureOf::new(*flow, *period, figure))
        .collect();
    let printed = finding.printed.as_ref().map(|change| change.released);
    (!figures.is_empty() || printed.is_some()).then(|| ClaimRemark::MadeOf {
        more: all.len() - figures.len(),
        figures,
        printed,
    })
}

/// The last release after `day` that the figures rest on.
fn revised_since(now: &Judgement, day: Vintage) -> Option<Vintage> {
    let figures = now.finding.iter().flat_map(|finding| &finding.made_of);
    let dates = figures.filter_map(|(.., figure)| figure.released);
    dates.filter(|date| !date.is_by(day)).max()
}

fn in_sentence(value: Ratio, in_what: In) -> ClaimFigure {
    match in_what {
        In::Percent => ClaimFigure::Percent(value),
        In::Times => ClaimFigure::Times(value),
        In::Months => ClaimFigure::Months(value.rounded()),
        In::Unit(unit) => ClaimFigure::Amount(Measured {
            amount: Amount(value.rounded()),
            unit,
        }),
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

/// The columns for people. What only repeats the verdict, or is empty throughout, is left out.
fn view(rows: &[Row], is_text: bool) -> Vec<ViewColumn> {
    const WHAT: &[Item] = &[
        Item {
            label: None,
            columns: &[Column::Flow],
        },
        Item {
            label: None,
            columns: &[Column::Metric],
        },
    ];
    let show = ViewColumn::of;
    let name = match is_text {
        true => show(Head::Sentence, Column::Sentence),
        false => show(Head::Claim, Column::Id),
    };
    let what = ViewColumn {
        head: Head::Metric,
        shows: Shows::Listed(WHAT),
    };
    let mut view = vec![
        name,
        what,
        show(Head::Month, Column::Period),
        show(Head::Claimed, Column::Claimed),
        show(Head::Verdict, Column::Verdict),
    ];
    let differs = |row: &Row| {
        let now = row.cell(Column::VerdictNow);
        *now != Cell::Empty && now != row.cell(Column::Verdict)
    };
    if rows.iter().any(differs) {
        view.push(show(Head::Now, Column::VerdictNow));
    }
    view.push(show(Head::Found, Column::Value));
    if rows
        .iter()
        .any(|row| *row.cell(Column::Reading) != Cell::Empty)
    {
        view.push(show(Head::Reading, Column::Reading));
    }
    view
}
