//! Wording for pages.

use super::english::English;
use crate::render::lang::pages::{PagePhrase, Pages};
use crate::render::lang::who;
use crate::render::options::Lang;
use crate::report::{MonthState, Subject};
use crate::trade::{Measured, Perspective, SaidBy};

impl Pages for English {
    fn of_page(&self, phrase: PagePhrase) -> &'static str {
        match phrase {
            PagePhrase::BeforeYouQuote => "Before you quote",
            PagePhrase::Notes => "Notes",
            PagePhrase::Sources => "Sources",
            PagePhrase::HowMade => "How this was made",
            PagePhrase::Columns => "Columns",
            PagePhrase::MadeBy => "Made by",
            PagePhrase::Skip => "Skip to the figures",
            PagePhrase::Copy => "Copy these sentences",
            PagePhrase::Copied => "Copied",
            PagePhrase::MarkedInChart => "Marked in the chart:",
            PagePhrase::Download => "Download this table (CSV)",
        }
    }

    fn over(&self, part: Subject) -> &'static str {
        match part {
            Subject::Yoy | Subject::YoyOfPeriod => "The month",
            Subject::Links => "The streak, month by month",
            Subject::Record => "Highs and lows",
            Subject::Movers => "Which goods drove it",
            Subject::SanctionedTrade => "Trade under sanctions",
            Subject::Sanctions => "Measures in force",
            _ => "Month by month",
        }
    }

    fn since(&self, month: &str) -> String {
        format!("Since {month}")
    }

    fn month_by_month(&self, unit: &str) -> String {
        format!("In {unit}; changes from a year earlier in percent; .. not available")
    }

    fn how_to_reproduce(&self, version: &str, hash: &str) -> String {
        format!(
            "tradecheck {version}; the figures of this page have the SHA-256 {hash}. The same command \
             on the same data gives this file byte for byte."
        )
    }

    fn depends_on(&self, flow: &str, period: &str, percent: &str) -> String {
        format!(
            "{flow}: the streak rests on its weakest month, {period} ({percent}): a small revision there would cut it short."
        )
    }

    fn worked_back(
        &self,
        flow: &str,
        (change, by): (&str, &SaidBy),
        period: &str,
        base: Measured,
    ) -> String {
        let whose = match by {
            SaidBy::Customs => "customs' own".to_owned(),
            SaidBy::Publisher(who) => {
                format!("by {}'s calculation", who::who(who, Lang::En))
            }
            SaidBy::Unknown => "as published".to_owned(),
        };
        let base = super::amounts::measured(base);
        format!(
            "The change of {flow}, {change}, is {whose}: the figure of {period}, {base}, is calculated from it, not published."
        )
    }

    fn whose_imports(&self, partner: &str, perspective: Perspective) -> String {
        match perspective {
            Perspective::Partner => format!(
                "Imports are goods that {partner} bought from China, by China's customs; a report from China's side has them as exports."
            ),
            Perspective::Reporter => format!(
                "Imports are goods that China bought from {partner}, valued c.i.f.; exports are valued f.o.b."
            ),
        }
    }

    fn state(&self, state: MonthState) -> &'static str {
        match state {
            MonthState::Zero => "no trade",
            MonthState::Combined => "only January and February together",
            MonthState::Cumulative => "only inside a year to date",
            MonthState::Present | MonthState::Missing => "missing",
        }
    }
}
