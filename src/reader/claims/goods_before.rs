//! Goods that a sentence leaves out because the one before named them: `China's coal imports were
//! $138.1 million in August 2017. In January–June, imports fell 54 % to $224 million.`

use super::statement::{Figure, SentenceReading, Statement};
use crate::trade::{Currency, Flow, NotUnderstood};
use std::sync::Arc;

/// The goods of the last sentence that made statements, if all of them were about the same ones.
#[derive(Clone, Default, Debug)]
pub(super) struct GoodsBefore {
    /// Their codes; empty for all goods.
    hs: Vec<Arc<str>>,
    /// The flows that were about them.
    flows: Vec<Flow>,
    /// Whether the changes were those of values, and not of quantities.
    is_of_value: bool,
    /// The currency of an amount of them.
    currency: Option<Currency>,
}

/// How a sentence relates to the one before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Link {
    /// Whether it names the countries again, which names the trade in full.
    pub names_country: bool,
    /// Whether it begins a paragraph.
    pub begins: bool,
}

impl GoodsBefore {
    /// The reading of a sentence with the goods that it leaves out.
    pub fn read(&mut self, reading: SentenceReading, link: Link) -> SentenceReading {
        let SentenceReading::Statements(mut statements) = reading else {
            return reading;
        };
        if statements.is_empty() {
            return SentenceReading::Statements(statements);
        }
        let is_of_goods = statements.iter().any(|one| !one.hs.is_empty());
        let is_of_one_flow = |one: &Statement| matches!(one.flow, Flow::Import | Flow::Export);
        let is_new = link.names_country || !statements.iter().all(is_of_one_flow);
        if self.hs.is_empty() || is_of_goods || is_new {
            self.remember(&statements);
            return SentenceReading::Statements(statements);
        }
        // `Exports rose` after coal imports, or a new paragraph: of the same goods, or of all.
        if link.begins || statements.iter().any(|one| !self.flows.contains(&one.flow)) {
            let goods = format!("HS {}", self.hs.join(", "));
            return SentenceReading::NotUnderstood(NotUnderstood::TwoWays(goods));
        }
        let is_of_value = self.is_of_value || statements.iter().any(tells_value);
        for statement in &mut statements {
            statement.hs.clone_from(&self.hs);
            statement.is_of_value = is_of_value;
            // A record of goods may be one of tonnes; not so after amounts of money.
            if let Figure::RecordSince(..) | Figure::RecordEver(..) = statement.figure {
                statement.currency = statement.currency.or(self.currency);
            }
        }
        SentenceReading::Statements(statements)
    }

    fn remember(&mut self, statements: &[Statement]) {
        let first = &statements[0].hs;
        let hs = match statements.iter().all(|one| one.hs == *first) {
            true => first.clone(),
            false => Vec::new(),
        };
        *self = GoodsBefore {
            hs,
            flows: statements.iter().map(|one| one.flow).collect(),
            is_of_value: statements.iter().all(|one| one.is_of_value),
            currency: statements.iter().find_map(currency),
        };
    }
}

/// The currency of an amount.
fn currency(one: &Statement) -> Option<Currency> {
    match one.figure {
        Figure::Money(_, currency) => currency,
        _ => None,
    }
}

/// `fell 54 % to $224 million`: the change is that of the value.
fn tells_value(one: &Statement) -> bool {
    matches!(one.figure, Figure::Money(..))
}
