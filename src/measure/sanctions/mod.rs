//! Sanctions on goods: the measures, the trade under them, how much of a year's trade they cover,
//! and how much of a cap is used.
//!
//! Source: docs/definitions.md, "Sanctions"; `data/measures.csv`, `data/base-years.csv`.

mod base_trade;
mod bounds;
mod cap_run;
pub mod caps;
pub mod check;
pub mod coverage;
mod goods;
pub mod list;
mod on;
mod rows;
mod share;
mod steps;

pub use base_trade::CoverageAsked;
pub use cap_run::CapsAsked;
pub use goods::HeldGoods;
pub use on::{On, year_of};
pub use share::{Share, share};

use crate::measure::question::{Question, Span};
use crate::report::{Remark, SanctionRemark};
use crate::trade::{Flow, Regime, SanctionSplit, Sanctions};

/// What is asked of sanctions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SanctionsWanted {
    /// The measures themselves.
    List(list::ListAsked),
    /// Trade under measures in force; whether any is a no.
    Check {
        /// Whether it is a no.
        fail_on_hit: bool,
    },
    /// The share of a year's trade that the measures cover.
    Coverage(CoverageAsked),
    /// How much of the caps is used.
    Caps(CapsAsked),
}

/// By which measures a split by sanctions distinguishes goods.
pub fn on_split(split: &SanctionSplit) -> Remark {
    rows::note(SanctionRemark::SplitOn {
        regime: split.regime,
        day: split.day,
    })
}

/// What bans the goods of a question, a sentence for each ban in each direction that is asked for,
/// where the ban was in force by the last month asked for.
pub fn bans_on(question: &Question, sanctions: &Sanctions, regime: Regime) -> Vec<Remark> {
    let last = match question.span {
        Span::Month(month) | Span::Range(_, Some(month)) => Some(month),
        Span::Period(period) => Some(period.to),
        Span::Range(_, None) | Span::Latest => None,
    };
    let mut remarks = Vec::new();
    // Total and balance are remarked on where they are asked for alone.
    let mut flows: Vec<(Flow, Flow)> = rows::directions(question);
    if flows.is_empty() {
        flows = [Flow::Import, Flow::Export]
            .map(|flow| (question.perspective.reporter_flow(flow), flow))
            .to_vec();
    }
    for (shown_flow, flow) in flows {
        let bans = sanctions.bans_on(regime, flow, &question.goods, last);
        remarks.extend(bans.into_iter().map(|ban| {
            rows::note(SanctionRemark::Banned {
                flow: shown_flow,
                instrument: ban.instrument,
                since: ban.since,
                full_from: ban.full_from,
                part: ban.part,
            })
        }));
    }
    remarks
}
