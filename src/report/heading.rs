//! What a report is about.

use super::ListOf;
use crate::trade::{
    Breakdown, Currency, Goods, Month, PartnerChoice, Period, Perspective, UnitOfMeasure, Vintage,
};

/// The heading: subject, partner, period and unit of a report.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The subject of the table.
    pub subject: Subject,
    /// The partner.
    pub partner: PartnerChoice,
    /// The number of partners in the data, if all were asked for and no input is known to cover
    /// all.
    pub partners_in_data: Option<usize>,
    /// Whose imports and exports are shown.
    pub perspective: Perspective,
    /// The currency of every amount.
    pub currency: Currency,
    /// The period of the table; `None` if it has no rows.
    pub period: Option<Period>,
    /// The last month with a figure, if the month shown (the latest with a change) is older.
    pub reaches: Option<Month>,
    /// The date of `--as-of`: only earlier releases are used.
    pub as_of: Option<Vintage>,
    /// The goods.
    pub goods: Goods,
    /// The breakdown.
    pub by: Option<Breakdown>,
    /// The unit of the figures; if components have several, the unit of the whole.
    pub unit: UnitOfMeasure,
}

/// The subject of a table; renderers put it into words.
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
    /// All maximal streaks.
    LongestStreaks,
    /// A series month by month.
    Series,
    /// The goods that moved a flow.
    Movers,
    /// The rank of months among earlier ones.
    Record,
    /// The brief on a month.
    Brief,
    /// The contents of the data.
    Inspect,
    /// Part of `Inspect`: the files.
    Files,
    /// Part of `Inspect`: the months covered.
    Coverage,
    /// Part of `Inspect`: what is missing, contradictory or revised.
    Findings,
    /// Part of `Inspect`: how columns and texts of the files were understood.
    Texts,
    /// Figures by release.
    Revisions,
    /// Sanctions measures.
    Sanctions,
    /// Trade under measures in force.
    SanctionedTrade,
    /// The share of a year's trade that measures cover.
    SanctionsCoverage,
    /// How much of each cap is used.
    SanctionsCaps,
    /// Claims and their verdicts.
    Claims,
    /// Levels and changes as a chart.
    Chart,
    /// A month as a page.
    Page,
    /// Words a user may type, or release days; without trade figures.
    List(ListOf),
    /// The contents of an archive.
    Archive,
    /// The figures used for an answer.
    Figures,
    /// How the figures of an answer were computed.
    Workings,
    /// Whether an earlier answer is still the same.
    Receipt,
}

impl Subject {
    /// Whether it has no figures of trade, and so no partner, currency or unit.
    pub fn is_of_no_trade(self) -> bool {
        matches!(self, Subject::List(_) | Subject::Archive | Subject::Receipt)
    }
}

impl Heading {
    /// The heading of a report without trade figures.
    pub fn of_no_trade(subject: Subject) -> Heading {
        let currency = Currency::Usd;
        Heading {
            subject,
            partner: PartnerChoice::These(Vec::new()),
            partners_in_data: None,
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
