//! What a report is about.

use super::ListOf;
use crate::trade::{
    Breakdown, Currency, Goods, Month, PartnerChoice, Period, Perspective, UnitOfMeasure, Vintage,
};

/// What a heading says: what, of whom, when, in what unit.
#[derive(Clone, Debug)]
pub struct Heading {
    /// What the table holds.
    pub subject: Subject,
    /// The partner.
    pub partner: PartnerChoice,
    /// Where all partners were asked for and no input says that it holds all: how many are there.
    pub partners_held: Option<usize>,
    /// Whose imports and exports they are.
    pub perspective: Perspective,
    /// The currency of every amount.
    pub currency: Currency,
    /// The month or months that the table is about; `None` when it has no rows.
    pub period: Option<Period>,
    /// The last month with a figure, where the month shown is older: the latest with a change.
    pub reaches: Option<Month>,
    /// `--as-of`: what had been released by then.
    pub as_of: Option<Vintage>,
    /// Which goods.
    pub goods: Goods,
    /// What they are split by.
    pub by: Option<Breakdown>,
    /// What the figures are; of parts in several units, those of the whole.
    pub unit: UnitOfMeasure,
}

/// What a table holds; its wording stands with the renderer's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Changes from a year earlier.
    Yoy,
    /// Changes of several months together from the same months a year earlier.
    YoyOfPeriod,
    /// Current streaks.
    Streaks,
    /// The links of current streaks.
    Links,
    /// Every maximal streak.
    LongestStreaks,
    /// A series month by month.
    Series,
    /// The goods that moved a flow.
    Movers,
    /// How high or low a month stands among those before it.
    Record,
    /// The statement of a month.
    Brief,
    /// What the data hold.
    Inspect,
    /// The files, a part of it.
    Files,
    /// The months covered, a part of it.
    Coverage,
    /// What is missing, contradictory or revised, a part of it.
    Findings,
    /// What became of the columns and texts of the files, a part of it.
    Texts,
    /// Figures by release.
    Revisions,
    /// Measures of sanctions.
    Sanctions,
    /// Trade under measures in force.
    SanctionedTrade,
    /// The share of a year's trade that measures cover.
    SanctionsCoverage,
    /// How much of the caps is used.
    SanctionsCaps,
    /// Claims and whether they are true.
    Claims,
    /// Levels and changes as a chart.
    Chart,
    /// A month as a page.
    Page,
    /// Words that may be typed, or days of releases: no figures of any trade.
    List(ListOf),
    /// What an archive keeps.
    Archive,
    /// The figures that an answer was made from.
    Figures,
    /// How the figures of an answer were worked out.
    Workings,
    /// Whether an earlier answer still holds.
    Receipt,
}

impl Subject {
    /// Whether it is about no trade in particular: it has no partner, no currency and no unit.
    pub fn is_of_no_trade(self) -> bool {
        matches!(self, Subject::List(_) | Subject::Archive | Subject::Receipt)
    }
}

impl Heading {
    /// The heading of what is about no trade in particular.
    pub fn of_no_trade(subject: Subject) -> Heading {
        let currency = Currency::Usd;
        Heading {
            subject,
            partner: PartnerChoice::These(Vec::new()),
            partners_held: None,
            perspective: Perspective::default(),
            currency,
            period: None,
            reaches: None,
            as_of: None,
            goods: Goods::all(),
            by: None,
            unit: UnitOfMeasure::Money(currency),
        }
    }
}
