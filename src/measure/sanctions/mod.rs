//! Sanctions on goods: the measures, trade under them, how much of a year's trade they cover, and
//! how much of each cap is used.
//!
//! Source: docs/definitions.md, "Sanctions"; `data/measures.csv`, `data/base-years.csv`.

mod base_trade;
mod bounds;
mod cap_run;
pub mod caps;
pub mod check;
pub mod coverage;
mod goods;
mod hit;
pub mod list;
mod not_held;
mod on;
mod rows;
mod share;
mod steps;

pub use base_trade::CoverageAsked;
pub use cap_run::CapsAsked;
pub use goods::GoodsInData;
pub use on::{On, year_of};
pub use share::{Share, share};

use crate::measure::question::{Question, Span};
use crate::report::{Remark, SanctionRemark};
use crate::trade::{Flow, Regime, SanctionSplit, Sanctions, Vintage};

/// A request about sanctions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SanctionsWanted {
    /// The measures themselves.
    List(list::ListAsked),
    /// Trade under measures in force.
    Check {
        /// Whether such trade makes the answer a no.
        fail_on_hit: bool,
    },
    /// The share of a year's trade that measures cover.
    Coverage(CoverageAsked),
    /// How much of each cap is used.
    Caps(CapsAsked),
}

/// The remark on which measures define a breakdown by sanctions.
pub fn on_split(split: &SanctionSplit) -> Remark {
    rows::note(SanctionRemark::SplitOn {
        regime: split.regime,
        day: split.day,
    })
}

/// Remarks on bans of the goods in a question, one per ban and flow, if the ban was in force by the
/// last month asked for.
pub fn bans_on(question: &Question, sanctions: &Sanctions, regime: Regime) -> Vec<Remark> {
    let last = match question.span {
        Span::Month(month) | Span::Range(_, Some(month)) => Some(month),
        Span::Period(period) => Some(period.to),
        Span::Range(_, None) | Span::Latest => None,
    };
    let known_by = question.as_of.and_then(Vintage::day);
    let mut remarks = Vec::new();
    // For total or balance alone, remark on both of their flows.
    let mut flows: Vec<(Flow, Flow)> = rows::directions(question);
    if flows.is_empty() {
        flows = [Flow::Import, Flow::Export]
            .map(|flow| (question.perspective.reporter_flow(flow), flow))
            .to_vec();
    }
    for (shown_flow, flow) in flows {
        let bans = sanctions.bans_on(regime, flow, &question.goods, last, known_by);
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
