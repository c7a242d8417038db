//! The table of claims: one row each, with verdicts.

use super::known::Asked;
use super::ledger::{Books, Ledger};
use super::other_claims::{self, OtherClaim};
use super::readings;
use super::verdict::{self, Judged, Judgement};
use crate::frame::FrameError;
use crate::measure::check::row::put_claim;
use crate::measure::check::row::put_sentence;
use crate::measure::check::row::row;
use crate::measure::question::{Answer, Question, Verdict};
use crate::report::{
    Cell, ClaimRemark, Column, Head, Heading, Item, Remark, RemarkKind, Report, Row, Shows,
    Subject, ViewColumn, Word,
};
use crate::trade::{
    Claim, Currency, Goods, Metric, Passage, Selection, Truth, UnitOfMeasure, Weight,
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
pub struct CheckMode {
    /// Whether they come from an article.
    pub is_text: bool,
    /// Whether they are checked against each other only, and not against the data.
    pub by_identities: bool,
}

/// Answers with one row per claim, and a summary.
///
/// # Errors
/// When the data that a claim would be judged by contradict themselves.
pub fn answer(
    question: &Question,
    selection: &Selection,
    passages: &[Passage],
    manner: CheckMode,
    books: &Books<'_>,
) -> Result<Answer, FrameError> {
    let is_text = manner.is_text;
    let other_claims = other_claims::remarks(passages, is_text);
    let mut ledger = Ledger::new(books, selection);
    let mut rows = Vec::new();
    let mut counts = [0u32; 3];
    let mut not_understood = 0;
    let mut sources: Vec<String> = Vec::new();
    let mut currencies: Vec<Currency> = Vec::new();
    for passage in passages {
        for claim in &passage.claims {
            let other_claims = other_claims
                .iter()
                .filter(|one| std::ptr::eq(one.claim, claim));
            let other_claims: Vec<&OtherClaim<'_>> = other_claims.collect();
            if manner.by_identities {
                let contradicts = other_claims.iter().any(|one| one.contradicts);
                counts[if contradicts { 1 } else { 2 }] += 1;
                let mut row = other_claims::row(&other_claims, contradicts);
                put_claim(&mut row, question, claim);
                put_sentence(&mut row, passage, is_text);
                rows.push(row);
                continue;
            }
            let judged = verdict::judged(claim, &mut ledger);
            let readings = match judged.then.truth {
                Truth::False => readings::readings(claim, &mut ledger, judged.by),
                Truth::CannotTell if judged.then.finding.is_none() => {
                    readings::in_other_currency(claim, &mut ledger, judged.by)
                }
                _ => Vec::new(),
            };
            let place = match judged.then.truth {
                Truth::True => 0,
                Truth::False => 1,
                Truth::CannotTell => 2,
            };
            counts[place] += 1;
            add_sources(&mut sources, &judged.then);
            if !currencies.contains(&claim.stated_currency()) {
                currencies.push(claim.stated_currency());
            }
            let mut row = row(question, claim, &judged, &readings);
            row.remarks.extend(as_office_said(claim, &judged, &ledger));
            row.remarks.extend(on_coverage(claim, &judged, &ledger));
            row.remarks
                .extend(other_claims.iter().map(|one| one.remark()));
            put_sentence(&mut row, passage, is_text);
            rows.push(row);
        }
        if let Some(why) = &passage.why_not {
            not_understood += 1;
            rows.push(
                Row::new([
                    (Column::Sentence, Cell::Count(passage.number)),
                    (Column::Text, Cell::Text(passage.text.clone())),
                    (Column::Verdict, Cell::Word(Word::NotUnderstood)),
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
    ledger.close()?;
    let [right, wrong, open] = counts;
    let verdict = if wrong > 0 {
        Verdict::No
    } else if open > 0 || not_understood > 0 || (is_text && right == 0) {
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
    let goods = goods_of(passages);
    let report = Report {
        view: view(&rows, is_text, goods.is_none()),
        notes: summary(counts, not_understood),
        sources,
        ..Report::of_rows(
            "check",
            Heading {
                subject: Subject::Claims,
                partner: question.partner.clone(),
                partners_in_data: None,
                perspective: question.perspective,
                currency,
                period: None,
                reaches: None,
                as_of: question.as_of,
                goods: goods.unwrap_or_else(|| question.goods.clone()),
                by: None,
                unit: UnitOfMeasure::Money(currency),
            },
            &columns,
            rows,
        )
    };
    Ok(Answer { report, verdict })
}

/// The remark that the office itself said so, if the claim has no date by which to judge it.
fn as_office_said(claim: &Claim, judged: &Judged, ledger: &Ledger<'_>) -> Option<Remark> {
    if claim.published.is_some() || judged.then.truth == Truth::True {
        return None;
    }
    let asked = Asked::of(claim);
    let said = asked.said(claim.stated.bounds()?, ledger)?;
    let remark = ClaimRemark::AsOfficeSaid {
        percent: said.percent,
        released: said.released,
    };
    Some(Remark::on(
        Column::Verdict,
        asked.period,
        RemarkKind::Claim(remark),
    ))
}

/// The remark on why a share covered by sanctions is undecided, and what would decide it.
fn on_coverage(claim: &Claim, judged: &Judged, ledger: &Ledger<'_>) -> Option<Remark> {
    if claim.metric != Metric::Coverage || judged.then.truth != Truth::CannotTell {
        return None;
    }
    let asked = Asked::of(claim);
    let share = ledger.coverage(asked.flow, asked.period, asked.adopted_by);
    let open = share.ok()?.open?;
    let remark = Remark::on(Column::Verdict, asked.period, RemarkKind::Sanction(open));
    Some(remark)
}

/// The goods of all claims, if they are the same; `None` if they differ.
fn goods_of(passages: &[Passage]) -> Option<Goods> {
    let mut all = passages.iter().flat_map(|one| &one.claims);
    let first = all.next().map(|claim| claim.hs.clone()).unwrap_or_default();
    let is_same = all.all(|claim| claim.hs == first);
    is_same.then(|| match first.is_empty() {
        true => Goods::all(),
        false => Goods::under(first, Vec::new()),
    })
}

/// How many claims are true, if there are several.
fn summary([right, wrong, open]: [u32; 3], not_understood: u32) -> Vec<Remark> {
    if right + wrong + open + not_understood == 1 {
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

/// The table columns, without those that only repeat the verdict or are empty.
fn view(rows: &[Row], is_text: bool, with_goods: bool) -> Vec<ViewColumn> {
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
    let mut view = vec![name, what];
    if with_goods {
        view.push(show(Head::HsCodes, Column::HsCodes));
    }
    view.extend([
        show(Head::Month, Column::Period),
        show(Head::Claimed, Column::Claimed),
        show(Head::Verdict, Column::Verdict),
    ]);
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
