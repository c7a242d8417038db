//! The trade of a base year that measures are compared with: detail rows, or published components.
//!
//! Source: docs/definitions.md, "Sanctions", coverage.

use super::bounds::{BanCover, Bounds, CoveredGoods, Part, disjoint_sum};
use super::goods::GoodsInData;
use super::rows::note;
use super::year_of;
use crate::report::{Cell, Column, Remark, Row, SanctionRemark};
use crate::trade::{
    Amount, BasePart, BaseYear, Currency, Day, Flow, Interval, Missing, PartBasis, Period, Printed,
    Reason,
};
use std::sync::Arc;

/// A request for coverage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CoverageAsked {
    /// The base period of the trade.
    pub base: Period,
    /// Only measures in force by then; `None` for all.
    pub on: Option<Day>,
    /// Whether only outright bans count, and not caps or bans with a livelihood exemption.
    pub bans_only: bool,
    /// Whether estimated components count too.
    pub estimates: bool,
}

/// The minimum number of chapters in data assumed to cover all goods.
const CHAPTERS_OF_ALL_GOODS: usize = 10;

/// The source of the base year's trade.
pub(super) enum Source<'a> {
    /// Detail rows that cover all goods.
    Rows {
        lines: Vec<(Arc<str>, Interval)>,
        total: Interval,
        currency: Currency,
    },
    /// Published components.
    Parts {
        year: &'a BaseYear,
        parts: Vec<&'a BasePart>,
    },
}

impl<'a> Source<'a> {
    /// Uses the data; published components only if there are none.
    pub fn of(
        flow: Flow,
        asked: CoverageAsked,
        goods_in_data: Option<&GoodsInData>,
    ) -> Result<Source<'a>, Missing> {
        match goods_in_data {
            Some(goods_in_data) => Source::rows(flow, asked.base, goods_in_data),
            None => Source::parts(flow, asked),
        }
    }

    fn rows(flow: Flow, base: Period, goods_in_data: &GoodsInData) -> Result<Source<'a>, Missing> {
        let none = || Missing::new(Reason::NoData, base);
        let whole = goods_in_data.whole.as_ref().ok_or_else(none)?;
        let chapters = goods_in_data.chapters.get(&flow).copied().unwrap_or(0);
        if !goods_in_data.is_all_goods && chapters < CHAPTERS_OF_ALL_GOODS {
            return Err(Missing::new(Reason::NoRow, base));
        }
        let total = whole.flow(flow).over(base)?.interval;
        let mut lines = Vec::new();
        for good in goods_in_data.list.iter().filter(|good| !good.is_published) {
            let series = good.values.as_ref().map(|set| set.flow(flow));
            let Some(series) = series.filter(|series| !series.is_empty()) else {
                continue;
            };
            lines.push((good.code.clone(), series.over(base)?.interval));
        }
        Ok(Source::Rows {
            lines,
            total,
            currency: whole.currency,
        })
    }

    fn parts(flow: Flow, asked: CoverageAsked) -> Result<Source<'a>, Missing> {
        let none = || Missing::new(Reason::NoData, asked.base);
        let year = year_of(asked.base).and_then(|year| BaseYear::of(year, flow));
        let year = year.ok_or_else(none)?;
        let wanted = |part: &&BasePart| asked.estimates || part.basis != PartBasis::Estimated;
        Ok(Source::Parts {
            year,
            parts: year.parts.iter().filter(wanted).collect(),
        })
    }

    pub fn currency(&self) -> Currency {
        match self {
            Source::Rows { currency, .. } => *currency,
            Source::Parts { .. } => Currency::Usd,
        }
    }

    /// How much of the trade the measures cover.
    pub fn bounds(&self, covered: &CoveredGoods) -> Bounds {
        match self {
            Source::Rows { lines, total, .. } => {
                let of = |wanted: BanCover| {
                    let wanted = lines
                        .iter()
                        .filter(|(code, _)| covered.cover(code) == wanted);
                    wanted.fold(Interval::exact(Amount::ZERO), |sum, (_, value)| {
                        sum + *value
                    })
                };
                let open = of(BanCover::Open).high;
                let at_most = |certain: Interval| Interval {
                    high: certain.high + open,
                    ..certain
                };
                Bounds {
                    covered: at_most(of(BanCover::Covered)),
                    rest: Some(at_most(of(BanCover::Free))),
                    total: *total,
                }
            }
            Source::Parts { year, parts } => {
                let of = |wanted: BanCover| {
                    let parts = parts
                        .iter()
                        .filter(|part| covered.cover_of(&part.codes) == wanted);
                    let parts: Vec<Part<'_>> = parts
                        .map(|part| (&part.codes[..], part.value.low))
                        .collect();
                    disjoint_sum(&parts)
                };
                Bounds::new(year.total, of(BanCover::Covered), of(BanCover::Free))
            }
        }
    }

    /// The components known to be covered, and those known not to be.
    pub fn named(&self, covered: &CoveredGoods) -> Option<SanctionRemark> {
        let Source::Parts { parts, .. } = self else {
            return None;
        };
        let of = |wanted: BanCover| {
            let parts = parts
                .iter()
                .filter(|part| covered.cover_of(&part.codes) == wanted);
            // A figure that may be zero proves nothing.
            let parts = parts.filter(|part| part.value.low > Amount::ZERO);
            parts
                .map(|part| (part.name.clone(), part.value.low))
                .collect()
        };
        Some(SanctionRemark::Parts {
            covered: of(BanCover::Covered),
            free: of(BanCover::Free),
        })
    }

    pub fn notes(&self, shown_flow: Flow, asked: CoverageAsked, rows: &[Row]) -> Vec<Remark> {
        let Source::Parts { year, .. } = self else {
            return vec![note(SanctionRemark::AllRows {
                flow: shown_flow,
                base: asked.base,
            })];
        };
        let mut notes = vec![note(SanctionRemark::Denominator {
            flow: shown_flow,
            year: year.year,
            total: middle(year.total),
            compiler: year.compiler.clone(),
        })];
        let share = |row: &Row, column| match row.cell(column) {
            Cell::Percent(share) => Some(share.percent(1)),
            _ => None,
        };
        let last = rows.last();
        let ends =
            last.and_then(|row| Some((share(row, Column::LowPct)?, share(row, Column::HighPct)?)));
        if let Some((low, high)) = ends.filter(|(low, high)| low < high) {
            let tenths = |digits| Printed {
                digits,
                decimals: 1,
            };
            notes.push(note(SanctionRemark::Undecided {
                flow: shown_flow,
                year: year.year,
                low: tenths(low),
                high: tenths(high),
                between: between(low, high),
            }));
        }
        notes
    }
}

/// A round percentage between two shares in tenths: the multiple of ten nearest to their middle.
pub(super) fn between(low: i128, high: i128) -> i128 {
    let tens = ((low + high) / 2 + 50) / 100 * 10;
    match low < tens * 10 && tens * 10 < high {
        true => tens,
        false => (low + high) / 20,
    }
}

/// The middle of an interval.
pub(super) fn middle(interval: Interval) -> Amount {
    Amount((interval.low.0 + interval.high.0) / 2)
}
