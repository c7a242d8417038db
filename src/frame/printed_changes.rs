//! Every change that was printed for a period, not only the one beside the figure that holds.

use crate::frame::Frame;
use crate::trade::{Currency, Flow, Measure, Period, PrintedChange, Selection, Vintage};

impl Frame {
    /// The changes from a year earlier that were printed for exactly this period of a flow, by the
    /// date of the selection, in the order of the inputs.
    ///
    /// None for a sum of partners, and none for a sum of goods: a change of one of them is not a
    /// change of the sum.
    pub fn printed_changes(
        &self,
        selection: &Selection,
        currency: Currency,
        flow: Flow,
        period: Period,
    ) -> Vec<PrintedChange> {
        let records = self.records();
        let by_then = |released: Option<Vintage>| match (selection.as_of, released) {
            (Some(date), Some(released)) => released.is_by(date),
            (Some(_), None) => false,
            (None, _) => true,
        };
        let of_goods = selection.goods.prefixes_alone();
        let mut found = Vec::new();
        for (place, row) in records.rows.iter().enumerate() {
            let is_wanted = row.period == period
                && row.flow == flow
                && row.currency == currency
                && selection.partner.wants(row.partner)
                && by_then(row.released);
            if !is_wanted {
                continue;
            }
            let code = records.text_of(row.code);
            let is_good = match of_goods {
                None => code.is_empty(),
                Some([one]) => **one == *code,
                Some(_) => false,
            };
            let percent = match selection.measure {
                Measure::Value => row.printed,
                Measure::Quantity => records
                    .quantities
                    .get(&(place as u32))
                    .and_then(|counted| counted.printed),
                Measure::UnitValue => None,
            };
            if let (true, Some(percent)) = (is_good, percent) {
                found.push(PrintedChange {
                    percent,
                    released: row.released,
                    source: records.text_of(row.publisher),
                });
            }
        }
        found
    }
}
