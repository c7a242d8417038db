//! Checks values that were read as whole currency units, because no scale is stated, against
//! published totals, which may show that they are in thousands or millions.

use crate::frame::all_rows::Frame;
use crate::frame::error::FrameError;
use crate::frame::period_flow::PeriodFlow;
use crate::trade::{Amount, Currency, Partner, RowKind, TextId};
use std::collections::BTreeMap;

/// The scales in which trade tables are printed, as `--file-unit` spells them.
const SCALES: [(i128, &str); 4] = [
    (1_000, "thousand"),
    (10_000, "ten thousand"),
    (1_000_000, "million"),
    (100_000_000, "hundred million"),
];

/// The figure, or the sum of goods, of an input for one partner, currency, period and flow.
#[derive(Default)]
pub(super) struct FigureAndGoods {
    pub figure: Option<Amount>,
    pub goods: Amount,
    pub line: u64,
}

impl Frame {
    /// Compares values that were read as whole currency units with published totals of the same
    /// partner.
    ///
    /// # Errors
    /// If no value is close to its published total, but more than half of them are after
    /// multiplying by one scale.
    pub fn check_whole_units(&self) -> Result<(), FrameError> {
        let inputs = (0..).zip(&self.observations.inputs);
        for (number, input) in inputs.filter(|(_, input)| input.whole_units) {
            let held = self.sums_of(number);
            let pairs: Vec<(PeriodFlow, &FigureAndGoods, Amount)> = held
                .iter()
                .filter_map(|((period_flow, currency, partner), held)| {
                    let total = self.published(*period_flow, *currency, *partner)?;
                    Some((*period_flow, held, total))
                })
                .collect();
            let Some((period_flow, first, total)) = pairs.first() else {
                continue;
            };
            if pairs.iter().any(|(_, held, total)| held.is_near(1, *total)) {
                continue;
            }
            let fits = |(scale, _): &&(i128, &str)| {
                let near = pairs.iter();
                near.filter(|(_, held, total)| held.is_near(*scale, *total))
                    .count()
                    * 2
                    > pairs.len()
            };
            if let Some((_, name)) = SCALES.iter().find(fits) {
                let whole = |amount: Amount| (amount.0 / Amount::PER_UNIT).to_string();
                return Err(FrameError::OtherUnit {
                    file: input.name.to_string(),
                    line: first.line,
                    what: format!("{}s of {}", period_flow.1.name(), period_flow.0),
                    value: whole(first.amount()),
                    published: whole(*total),
                    scale: name,
                });
            }
        }
        Ok(())
    }

    /// The sums of the rows of an input by period and flow, currency and partner.
    pub(super) fn sums_of(
        &self,
        number: u32,
    ) -> BTreeMap<(PeriodFlow, Currency, u16), FigureAndGoods> {
        let mut held: BTreeMap<(PeriodFlow, Currency, u16), FigureAndGoods> = BTreeMap::new();
        let rows = &self.observations.rows;
        for at in self.observations.rows_of(number) {
            let Some((row, amount)) = rows.key(at).zip(rows.amount(at)) else {
                continue;
            };
            let key = ((row.period, row.flow), row.currency, row.partner);
            let own = held.entry(key).or_default();
            match row.code == TextId::EMPTY {
                true => own.figure = Some(amount),
                false => own.goods = own.goods + amount,
            }
            if own.line == 0 {
                own.line = rows.line(at);
            }
        }
        held
    }

    /// The built-in published total.
    pub(super) fn published(
        &self,
        period_flow: PeriodFlow,
        currency: Currency,
        partner: u16,
    ) -> Option<Amount> {
        let totals = self.known.totals.get()?;
        if partner == Partner::WORLD {
            return None;
        }
        let mut rows = totals.rows.keys().enumerate();
        let (at, _) = rows.find(|(at, row)| {
            row.kind == RowKind::Published
                && row.code == TextId::EMPTY
                && (row.period, row.flow, row.currency, row.partner)
                    == (period_flow.0, period_flow.1, currency, partner)
                && totals.rows.amount(*at).is_some()
        })?;
        totals.rows.amount(at)
    }
}

impl FigureAndGoods {
    pub fn amount(&self) -> Amount {
        self.figure.unwrap_or(self.goods)
    }

    /// Whether the figure is close to the total at this scale: within a factor of two. A sum of
    /// goods may be any fraction of the total, so it must be within 2 % to establish a scale.
    fn is_near(&self, scale: i128, total: Amount) -> bool {
        let (own, total) = (self.amount().0.saturating_mul(scale), total.0);
        match self.figure.is_some() || scale == 1 {
            true => own.saturating_mul(2) >= total && own <= total.saturating_mul(2),
            false => own.saturating_sub(total).saturating_abs() <= total / 50,
        }
    }
}
