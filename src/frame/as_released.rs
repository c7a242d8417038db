//! Single releases as printed, before they are merged into one series. Answers what had been
//! published about a period by a given day.

use crate::frame::Frame;
use crate::trade::{
    Basis, Currency, Figure, Flow, Measure, Period, PrintedChange, RowKind, Selection, Vintage,
};
use std::collections::{BTreeMap, BTreeSet};

/// What one release states about one period.
#[derive(Clone, Debug)]
pub struct AsReleased {
    /// The figure; `None` if the release printed only a change.
    pub figure: Option<Figure>,
    /// The printed change from a year earlier.
    pub change: Option<PrintedChange>,
}

impl Frame {
    /// The releases, by the date of the selection, of exactly this period of a flow, in input
    /// order.
    ///
    /// Sums of several goods or partners have none: a change published for one of them is not the
    /// change of the sum.
    pub fn as_released(
        &self,
        selection: &Selection,
        currency: Currency,
        flow: Flow,
        period: Period,
    ) -> Vec<AsReleased> {
        let observations = self.observations();
        let of_goods = selection.goods.prefixes_or_all();
        let mut found = Vec::new();
        let mut partners = BTreeSet::new();
        for (row_index, row) in observations.rows.iter().enumerate() {
            let is_wanted = row.period == period
                && row.flow == flow
                && row.kind == RowKind::Published
                && row.currency == currency
                && selection.partner.wants(row.partner)
                && selection.is_released(row.released);
            if !is_wanted {
                continue;
            }
            let code = observations.text_of(row.code);
            let is_good = match of_goods {
                None => code.is_empty(),
                Some([one]) => **one == *code,
                Some(_) => false,
            };
            if !is_good {
                continue;
            }
            partners.insert(row.partner);
            if partners.len() > 1 {
                return Vec::new();
            }
            let row_quantity = observations.quantities.get(&(row_index as u32));
            let (value, percent) = match selection.measure {
                Measure::Value => (row.value, row.printed),
                Measure::Quantity => (
                    row_quantity
                        .and_then(|row_quantity| row_quantity.quantity)
                        .map(|quantity| (quantity.amount, quantity.interval)),
                    row_quantity.and_then(|row_quantity| row_quantity.printed),
                ),
                Measure::UnitValue => (None, None),
            };
            let source = observations.source_of(row_index as u32);
            found.push(AsReleased {
                figure: value.map(|(value, interval)| Figure {
                    value,
                    interval,
                    basis: row.basis,
                    released: row.released,
                    source: source.clone(),
                }),
                change: percent.map(|percent| PrintedChange {
                    percent,
                    released: row.released,
                    source,
                    note: self.observations().note_of(row_index as u32),
                }),
            });
        }
        found
    }

    /// The latest printed figure of exactly this period of a flow.
    pub fn last_printed(
        &self,
        selection: &Selection,
        currency: Currency,
        flow: Flow,
        period: Period,
    ) -> Option<Figure> {
        let all = self.as_released(selection, currency, flow, period);
        let figures = all.into_iter().filter_map(|one| one.figure);
        figures
            .filter(|figure| figure.basis == Basis::Printed)
            .max_by_key(|figure| figure.released.map(Vintage::last_day))
    }

    /// The days after `day` on which anything was released about months within `period`, in order.
    pub fn release_days_after(
        &self,
        selection: &Selection,
        day: Vintage,
        period: Period,
    ) -> Vec<Vintage> {
        let rows = self.observations().rows.iter();
        let later = rows.filter(|row| {
            row.period.from <= period.to
                && period.from <= row.period.to
                && selection.partner.wants(row.partner)
        });
        let days: BTreeMap<i32, Vintage> = later
            .filter_map(|row| row.released)
            .filter(|released| !released.is_by(day))
            .map(|released| (released.last_day(), released))
            .collect();
        days.into_values().collect()
    }
}
