//! Rows of some goods where all are asked for: a query for a chapter or for a few looks like a download of
//! all goods, and its sums are not those of all trade.
//!
//! Source: docs/definitions.md, "Coverage".

use crate::frame::SeriesSet;
use crate::frame::coverage::{
    Coverage, MANY_CHAPTERS, OutsideKnowledge, partner_of_totals, published_totals,
};
use crate::frame::period_flow::PeriodFlow;
use crate::trade::{
    Amount, Basis, Flow, Interval, Measured, Missing, Observations, PartnerChoice, Period, Reason,
    RowKind, Selection, Series, SetRemark, Shortfall,
};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// The goods of all detail rows.
struct GoodsOfRows {
    /// The codes of the partners asked for.
    codes: BTreeSet<Arc<str>>,
    /// Their chapters; of rows that were summed beforehand, all that is known.
    chapters: BTreeSet<Arc<str>>,
    /// The chapters of all partners.
    of_all: BTreeSet<Arc<str>>,
    /// Whether some rows may have been summed beforehand.
    are_summed: bool,
}

/// A remark on the few goods that all detail rows are of, if all goods are asked for as one sum and
/// nothing says that the inputs cover them.
pub(super) fn remark(
    selection: &Selection,
    (observations, known): (&Observations, &OutsideKnowledge),
    covered: &Coverage,
    whole: &[Series],
) -> Option<SetRemark> {
    if known.has_all_goods_always(&selection.partner)
        || !selection.goods.is_all()
        || selection.by.is_some()
    {
        return None;
    }
    let goods = goods_of_rows(selection, observations)?;
    if goods.chapters.len() == 1 {
        return goods.code().map(SetRemark::OneCode);
    }
    if goods.chapters.is_empty() || goods.of_all.len() >= MANY_CHAPTERS {
        return None;
    }
    let partner = partner_of_totals(&selection.partner);
    let currency = whole.first()?.currency;
    let totals = published_totals(partner, currency, (observations, known));
    let is_open = |(series, period): (&Series, Period)| {
        let place = (period, series.flow);
        let figure = series.figure(period).map(|figure| figure.interval);
        let mut published = totals.get(&place).into_iter().flatten();
        let is_met = published.any(|total| figure.is_some_and(|sum| total.meets(sum)));
        !is_met && !covered.has_all_goods(place)
    };
    sums(whole).any(is_open).then(|| SetRemark::FewChapters {
        short: shortfall(&totals, whole),
        chapters: goods.chapters.into_iter().collect(),
    })
}

/// The goods of the detail rows; `None` if some rows have no code, which may be of any good.
fn goods_of_rows(selection: &Selection, observations: &Observations) -> Option<GoodsOfRows> {
    let texts = observations.texts();
    let (mut is_asked, mut is_any) = (vec![false; texts.len()], vec![false; texts.len()]);
    let is_summed = observations.summed_inputs();
    for (row, input) in observations.rows.keys().zip(&observations.input) {
        if row.kind == RowKind::Detail && is_summed.get(*input as usize) != Some(&true) {
            let code = row.code.0 as usize;
            is_any[code] = true;
            is_asked[code] |= selection.partner.wants(row.partner);
        }
    }
    let codes = |marked: &[bool]| -> BTreeSet<Arc<str>> {
        let codes = texts.iter().zip(marked).filter(|(_, marked)| **marked);
        codes.map(|(code, _)| code.clone()).collect()
    };
    let codes_asked = codes(&is_asked);
    let chapter = |code: &Arc<str>| code.get(..2).map(Arc::from);
    let mut chapters: BTreeSet<Arc<str>> =
        codes_asked.iter().map(chapter).collect::<Option<_>>()?;
    let mut of_all: BTreeSet<Arc<str>> = codes(&is_any).iter().filter_map(chapter).collect();
    // Of all partners the same is said of rows that were summed beforehand and of others.
    let mut are_summed = selection.partner == PartnerChoice::All;
    let behind = observations.inputs.iter().flat_map(|input| &input.disjoint);
    for within in behind.flatten() {
        if within.digits < 2 {
            return None;
        }
        are_summed = true;
        chapters.extend(within.chapters.iter().cloned());
        of_all.extend(within.chapters.iter().cloned());
    }
    Some(GoodsOfRows {
        codes: codes_asked,
        chapters,
        of_all,
        are_summed,
    })
}

impl GoodsOfRows {
    /// The longest code that all rows are of.
    fn code(&self) -> Option<Arc<str>> {
        let chapter = self.chapters.first()?;
        let (Some(first), Some(last), false) =
            (self.codes.first(), self.codes.last(), self.are_summed)
        else {
            return Some(chapter.clone());
        };
        // What the first and the last in order share, all share.
        let shared = first.bytes().zip(last.bytes());
        let shared = shared.take_while(|(one, other)| one == other).count();
        first.get(..shared / 2 * 2).map(Arc::from)
    }
}

/// The months with a sum of details.
fn sums(whole: &[Series]) -> impl Iterator<Item = (&Series, Period)> {
    let flows = whole.iter();
    let flows = flows.filter(|one| matches!(one.flow, Flow::Import | Flow::Export));
    flows.flat_map(|series| {
        let months = series.periods().filter(|period| {
            let figure = series.figure(*period);
            period.is_month() && figure.is_some_and(|figure| figure.basis == Basis::Sum)
        });
        months.map(move |period| (series, period))
    })
}

/// The last month of which the details are less than every published total.
fn shortfall(totals: &HashMap<PeriodFlow, Vec<Interval>>, whole: &[Series]) -> Option<Shortfall> {
    let short = sums(whole).filter_map(|(series, period)| {
        let figure = series.figure(period)?;
        let totals = totals.get(&(period, series.flow))?;
        let lowest = totals.iter().min_by_key(|total| total.low)?;
        let middle = Amount((lowest.low.0 + lowest.high.0) / 2);
        let measured = |amount| Measured {
            amount,
            unit: series.unit,
        };
        (figure.interval.high < lowest.low).then(|| Shortfall {
            flow: series.flow,
            period,
            sum: measured(figure.value),
            total: measured(middle),
        })
    });
    short.max_by_key(|one| (one.period, one.flow == Flow::Import))
}

impl SeriesSet {
    /// The same series without sums of details that are of some goods, or not known to be of all: no
    /// statement about all goods can be judged by them.
    pub fn without_sums_of_some_goods(mut self) -> SeriesSet {
        if !self.notes.iter().any(SetRemark::is_of_some_goods) {
            return self;
        }
        for series in self.by_flow.values_mut() {
            let is_sum = |period: &Period| {
                let figure = series.figure(*period);
                figure.is_some_and(|figure| figure.basis == Basis::Sum)
            };
            let sums: Vec<Period> = series.periods().filter(is_sum).collect();
            for period in sums {
                series.withhold(period, Missing::new(Reason::NoRow, period));
            }
        }
        self
    }
}
