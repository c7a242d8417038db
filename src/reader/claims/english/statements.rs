//! Derives statements from the clauses of an English sentence.

use super::clause::{Clause, ClauseFact, Since};
use super::cursor::MeasuredNumber;
use crate::reader::claims::months::{MonthsBefore, Year};
use crate::reader::claims::statement::{Figure, SentenceReading, Statement};
use crate::trade::{Currency, NotUnderstood, Trend, Vintage};

/// The statements of the clauses. Months, currency and base that a clause lacks are taken from the
/// lead of the sentence, from the previous clause, or from the next one.
pub(super) fn statements(
    lead: &Clause,
    clauses: &[Clause],
    months: MonthsBefore,
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
        let named = clause.period.or(lead.period).or(before).or_else(after);
        let period = match (named, months.only) {
            (Some(named), _) => named.resolved_after(months.last, published),
            (None, Some(only)) => Some(only),
            (None, None) => {
                return SentenceReading::NotUnderstood(NotUnderstood::NoPeriod);
            }
        };
        let Some(period) = period else {
            return SentenceReading::NotUnderstood(NotUnderstood::NoYear);
        };
        // Next to a stated year, months without a year may belong to that year.
        let is_open = named.is_some_and(|named| named.year == Year::Open);
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
        let currency = match currency_of(clause, lead, &clauses[..at], &clauses[at + 1..]) {
            Ok(currency) => currency,
            Err(why) => return SentenceReading::NotUnderstood(why),
        };
        let of = |figure, is_aside| Statement {
            is_of_value: false,
            flow: subject.flow,
            is_sign_reversed: subject.is_sign_reversed,
            hs: subject.hs.clone(),
            period,
            basis: clause.basis.map(|basis| basis.base_of(period)),
            currency,
            figure,
            is_aside,
        };
        let facts = clause.facts.iter();
        statements.extend(facts.map(|fact| match fact {
            ClauseFact::OtherBase(amount, basis) => Statement {
                basis: Some(basis.base_of(period)),
                ..of(figure(ClauseFact::Base(*amount)), false)
            },
            fact => of(figure(*fact), false),
        }));
        if clause.is_steady {
            statements.push(of(Figure::Steady, true));
        }
        if let Some(trend) = trend_beside(clause) {
            statements.push(of(Figure::Moved(trend), true));
        }
    }
    SentenceReading::Statements(statements)
}

/// The currency stated for a clause, for the whole sentence, or for the previous clause. `rose 19
/// percent, and imports 4.7 percent in yuan` leaves open which currency the 19 percent are in.
fn currency_of(
    clause: &Clause,
    lead: &Clause,
    before: &[Clause],
    behind: &[Clause],
) -> Result<Option<Currency>, NotUnderstood> {
    let inherited = before.iter().rev().find_map(|one| one.currency);
    let currency = clause.currency.or(lead.currency).or(inherited);
    let change = clause.facts.iter().find_map(|fact| match fact {
        ClauseFact::Change(_, MeasuredNumber::Percent(number)) => Some(*number),
        _ => None,
    });
    let is_yuan_behind = behind.iter().any(|one| one.currency == Some(Currency::Cny));
    match change {
        Some(number) if currency.is_none() && is_yuan_behind => {
            Err(NotUnderstood::TwoWays(format!("{number} %")))
        }
        _ => Ok(currency),
    }
}

/// The direction of a clause that states a level or a record, but neither a change nor a base.
fn trend_beside(clause: &Clause) -> Option<Trend> {
    let is_level =
        |fact: &ClauseFact| matches!(fact, ClauseFact::Level(_) | ClauseFact::Record(..));
    (!clause.facts.is_empty() && clause.facts.iter().all(is_level))
        .then_some(clause.trend)
        .flatten()
}

/// Whether the levels contradict the verb: `fell to $145.8 million from $100 million`.
fn goes_the_other_way(clause: &Clause) -> bool {
    let money = |wanted: fn(&ClauseFact) -> Option<&MeasuredNumber>| {
        let amount = clause.facts.iter().find_map(wanted)?;
        match amount {
            MeasuredNumber::Money(number, _) => number.bounds(3),
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
    match (clause.trend.or(clause.trend_to_base), level, base) {
        (Some(Trend::Fall), Some(level), Some(base)) => base.is_below(level),
        (Some(Trend::Rise), Some(level), Some(base)) => level.is_below(base),
        _ => false,
    }
}

fn figure(fact: ClauseFact) -> Figure {
    let change = |trend: Trend, amount| match amount {
        MeasuredNumber::Percent(number) => Figure::Percent(trend, number),
        MeasuredNumber::Money(number, currency) => Figure::ChangeInMoney(trend, number, currency),
        MeasuredNumber::Tonnes(_) | MeasuredNumber::Times(_) => Figure::Unclear,
    };
    let level = |amount| match amount {
        MeasuredNumber::Money(number, currency) => Figure::Money(number, currency),
        MeasuredNumber::Tonnes(number) => Figure::Tonnes(number),
        MeasuredNumber::Percent(_) | MeasuredNumber::Times(_) => Figure::Unclear,
    };
    match fact {
        ClauseFact::Change(trend, amount) => change(trend, amount),
        ClauseFact::Moved(trend) => Figure::Moved(trend),
        ClauseFact::Level(amount) => level(amount),
        ClauseFact::Base(amount) | ClauseFact::OtherBase(amount, _) => match level(amount) {
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
