//! Claims and their readings in each language.

use crate::render::lang::marks::Marks;
use crate::render::lang::signed::signed;
use crate::report::{ClaimFigure, FigureOf};
use crate::trade::{Measured, Metric, Period, Printed, Vintage};

/// A figure of a claim in a sentence. `measured` and the units are those of the language.
pub(super) fn figure(
    figure: ClaimFigure,
    measured: fn(Measured) -> String,
    [times, months, percent]: [&str; 3],
) -> String {
    match figure {
        ClaimFigure::Percent(ratio) => {
            let change = Printed {
                digits: ratio.percent(1),
                decimals: 1,
            };
            signed(change) + percent
        }
        ClaimFigure::Times(ratio) => {
            let hundredth = ratio.times(1, 100);
            let text = hundredth.map_or_else(String::new, |ratio| ratio.percent_text(2));
            format!("{text}{times}")
        }
        ClaimFigure::Months(count) => format!("{count}{months}"),
        ClaimFigure::Amount(amount) => measured(amount),
    }
}

/// What a claim was judged by, short enough for one line; `--sources` has each figure.
pub(super) enum Ground {
    /// The change that the office printed, on this day if that is known.
    Change(Option<Vintage>),
    /// What was released on one or two days.
    Days(Vec<Vintage>),
    /// So many figures, and the day of the first of them if days are known.
    Figures(usize, Option<Vintage>),
}

/// What a claim was judged by: the first few figures, the number of further ones, and the day of a
/// printed change if one was used.
pub(super) fn ground(
    figures: &[FigureOf],
    more: usize,
    printed: Option<Option<Vintage>>,
) -> Ground {
    if let (true, Some(day)) = (figures.is_empty(), printed) {
        return Ground::Change(day);
    }
    let known = figures.iter().filter_map(|figure| figure.released);
    let mut days: Vec<Vintage> = known.chain(printed.flatten()).collect();
    days.sort_unstable();
    days.dedup();
    match days.len() {
        1 | 2 if more == 0 => Ground::Days(days),
        _ => Ground::Figures(figures.len() + more, days.first().copied()),
    }
}

/// How a claim was read, in one language.
pub(crate) trait Readings {
    /// One part of a reading, such as the flow, the currency or the base.
    fn reading_part(&self, part: &ReadingPart<'_>) -> String;
}

/// One part of a reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ReadingPart<'a> {
    Period(Period),
    /// Since this period.
    Since(Period),
    InDollars,
    InYuan,
    Mom,
    Yoy,
    Imports,
    Exports,
    Total,
    Balance,
    FirstPublished,
    AsOf(&'a str),
    ChinasSide,
    PartnersSide,
    Scale(&'a str),
    Compiler(&'a str),
    OtherSign,
    Metric(Metric),
    /// A key and a value without special wording; the key may be empty.
    Other(&'a str, &'a str),
}

impl<'a> ReadingPart<'a> {
    /// Parses the machine text, `basis=mom`.
    fn of(text: &'a str) -> ReadingPart<'a> {
        let (key, value) = text.split_once('=').unwrap_or(("", text));
        let other = ReadingPart::Other(key, value);
        match (key, value) {
            ("period", months) => period(months).map_or(other, ReadingPart::Period),
            ("since", months) => period(months).map_or(other, ReadingPart::Since),
            ("currency", "usd") => ReadingPart::InDollars,
            ("currency", "cny") => ReadingPart::InYuan,
            ("basis", "mom") => ReadingPart::Mom,
            ("basis", "yoy") => ReadingPart::Yoy,
            ("flow", "import") => ReadingPart::Imports,
            ("flow", "export") => ReadingPart::Exports,
            ("flow", "total") => ReadingPart::Total,
            ("flow", "balance") => ReadingPart::Balance,
            ("as_of", "first") => ReadingPart::FirstPublished,
            ("as_of", day) => ReadingPart::AsOf(day),
            ("side", "cn") => ReadingPart::ChinasSide,
            ("side", _) => ReadingPart::PartnersSide,
            ("scale", scale) => ReadingPart::Scale(scale),
            ("compiler", name) => ReadingPart::Compiler(name),
            ("", "sign") => ReadingPart::OtherSign,
            ("metric", metric) => metric.parse().map_or(other, ReadingPart::Metric),
            _ => other,
        }
    }
}

/// `2017-09` or `2017-01..2017-09`.
fn period(months: &str) -> Option<Period> {
    let (from, to) = months.split_once("..").unwrap_or((months, months));
    Period::new(from.parse().ok()?, to.parse().ok()?)
}

/// The reading of a claim for people: `period=2017-01..2017-09,basis=mom` becomes
/// `2017-01–09, m/m`.
pub(crate) fn reading(reading: &str, words: &dyn Readings, marks: &Marks) -> String {
    let part = |part: &str| words.reading_part(&ReadingPart::of(part));
    let parts: Vec<String> = reading.split(',').map(part).collect();
    parts.join(marks.comma)
}
