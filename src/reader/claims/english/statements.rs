//! Derives statements from the clauses of an English sentence.

use super::clause::{Clause, ClauseFact, Since};
use super::cursor::Amount;
use crate::reader::claims::months::Year;
use crate::reader::claims::statement::{Figure, SentenceReading, Statement};
use crate::trade::{NotUnderstood, Period, Trend, Vintage};

/// The statements of the clauses. Months, currency and base that a clause lacks are taken from the
/// lead of the sentence, from the previous clause, or from the next one.
pub(super) fn statements(
    lead: &Clause,
    clauses: &[Clause],
    last_period: Option<Period>,
    published: Option<Vintage>,
) -> SentenceReading {
    // `In September … in the first nine months`: two periods for one figure.
    let is_twice = lead.period.is_some() && clauses.first().is_some_and(|one| one.period.is_some());
    if is_twice && clauses.first().map(|one| one.period) != Some(lead.period) {
        return SentenceReading::NotUnderstood(NotUnderstood::NoPeriod);
    }
    let years: Vec<i32> = clauses
        .iter()
        .map(|clause| clause.period)
        .chain([lead.period])
        .filter_map(|named| match named?.year {
            Year::Of(year) => Some(year),
            _ => None,
        })
        .collect();
    let mut statements = Vec::new();
    for (at, clause) in clauses.iter().enumerate() {
        let before = clauses[..at].iter().rev().find_map(|one| one.period);
        let after = || clauses[at + 1..].iter().find_map(|one| one.period);
        let Some(named) = clause.period.or(lead.period).or(before).or_else(after) else {
            return SentenceReading::NotUnderstood(NotUnderstood::NoPeriod);
        };
        let Some(period) = named.resolved_after(last_period, published) else {
            return SentenceReading::NotUnderstood(NotUnderstood::NoYear);
        };
        // Next to a stated year, months without a year may belong to that year.
        let is_open = named.year == Year::Open;
        if is_open && years.iter().any(|year| *year != period.from.year()) {
            return SentenceReading::NotUnderstood(NotUnderstood::NoYear);
        }
        let is_end = match clause.period {
            Some(_) => clause.is_end,
            None => lead.period.is_some() && lead.is_end,
        };
        // `rose 20.9 percent through September`: the first month is not stated.
        if is_end
            && !clause
                .facts
                .iter()
                .all(|fact| matches!(fact, ClauseFact::Months(..) | ClauseFact::Record(..)))
        {
            return SentenceReading::NotUnderstood(NotUnderstood::NoPeriod);
        }
        let Some(subject) = &clause.subject else {
            return SentenceReading::NotUnderstood(NotUnderstood::NoFlow);
        };
        if goes_the_other_way(clause) {
            return SentenceReading::NotUnderstood(NotUnderstood::Contradiction);
        }
        let currency = clause.currency.or(lead.currency);
        for fact in &clause.facts {
            let statement = Statement {
                flow: subject.flow,
                is_turned: subject.is_turned,
                hs: subject.hs.clone(),
                period,
                basis: clause.basis.map(|basis| basis.base_of(period)),
                currency,
                figure: figure(*fact),
            };
            statements.push(statement);
        }
    }
    SentenceReading::Statements(statements)
}

/// Whether the levels contradict the verb: `fell to $145.8 million from $100 million`.
fn goes_the_other_way(clause: &Clause) -> bool {
    let money = |wanted: fn(&ClauseFact) -> Option<&Amount>| {
        let amount = clause.facts.iter().find_map(wanted)?;
        match amount {
            Amount::Money(number, _) => number.bounds(3),
            _ => None,
        }
    };
    let level = money(|fact| match fact {
        ClauseFact::Level(amount) => Some(amount),
        _ => None,
    });
    let base = money(|fact| match fact {
        ClauseFact::Base(amount) => Some(amount),
        _ => None,
    });
    match (clause.trend, level, base) {
        (Some(Trend::Fall), Some(level), Some(base)) => base.is_below(level),
        (Some(Trend::Rise), Some(level), Some(base)) => level.is_below(base),
        _ => false,
    }
}

fn figure(fact: ClauseFact) -> Figure {
    let change = |trend: Trend, amount| match amount {
        Amount::Percent(number) => Figure::Percent(trend, number),
        Amount::Money(number, currency) => Figure::ChangeInMoney(trend, number, currency),
        Amount::Tonnes(_) | Amount::Times(_) => Figure::Unclear,
    };
    let level = |amount| match amount {
        Amount::Money(number, currency) => Figure::Money(number, currency),
        Amount::Tonnes(number) => Figure::Tonnes(number),
        Amount::Percent(_) | Amount::Times(_) => Figure::Unclear,
    };
    match fact {
        ClauseFact::Change(trend, amount) => change(trend, amount),
        ClauseFact::Moved(trend) => Figure::Moved(trend),
        ClauseFact::Level(amount) => level(amount),
        ClauseFact::Base(amount) => match level(amount) {
            Figure::Money(number, currency) => Figure::BaseMoney(number, currency),
            _ => Figure::Unclear,
        },
        ClauseFact::Times(number) => Figure::Times(number),
        ClauseFact::Months(count, trend) => Figure::Months(count, trend),
        ClauseFact::MonthsBefore(count, trend) => Figure::MonthsBefore(count, trend),
        ClauseFact::Record(end, Since::Months(named)) => Figure::RecordSince(end, named),
        ClauseFact::Record(end, Since::Ever(named)) => Figure::RecordEver(end, named),
        ClauseFact::Share(number) => Figure::Share(number),
    }
}
