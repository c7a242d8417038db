//! Compares the figures of files that name no partner with the published totals of the partner that they
//! are taken to be of. Those of another partner, of the whole world or of a part of the trade differ from
//! them, whatever the words of the file say.

use crate::frame::all_rows::Frame;
use crate::frame::error::FrameError;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::whole_units::FigureAndGoods;
use crate::trade::{Amount, InputRemark, Partner};

/// Number of figures of which most must be below the published ones to show that they are others. A few
/// may be examples, or a part of the trade that the user knows of.
const MANY: usize = 6;

/// A sum of an input beside the published total.
struct Compared<'h> {
    period_flow: PeriodFlow,
    partner: u16,
    held: &'h FigureAndGoods,
    total: Amount,
}

impl Frame {
    /// Checks the files whose partner is assumed.
    ///
    /// # Errors
    /// If more than half of the figures that can be compared are not near the published ones.
    pub fn check_assumed_partners(&self) -> Result<(), FrameError> {
        for (number, input) in (0..).zip(&self.observations.inputs) {
            let mut remarks = self.observations.remarks.iter();
            let is_assumed = remarks.any(|remark| {
                *remark.file == *input.name && matches!(remark.what, InputRemark::PartnerAssumed(_))
            });
            if !is_assumed {
                continue;
            }
            let held = self.sums_of(number);
            let compared = held
                .iter()
                .filter_map(|((period_flow, currency, partner), held)| {
                    let total = self.published(*period_flow, *currency, *partner)?;
                    let is_given = total != Amount::ZERO && held.amount() != Amount::ZERO;
                    is_given.then_some(Compared {
                        period_flow: *period_flow,
                        partner: *partner,
                        held,
                        total,
                    })
                });
            let compared: Vec<Compared<'_>> = compared.collect();
            let many = compared.len() >= MANY;
            let far = compared
                .iter()
                .filter(|one| one.is_above() || many && one.is_below());
            let far: Vec<&Compared<'_>> = far.collect();
            let Some(first) = far.first().filter(|_| far.len() * 2 > compared.len()) else {
                continue;
            };
            let whole = |amount: Amount| (amount.0 / Amount::PER_UNIT).to_string();
            let name = Partner::at(first.partner).map_or("", |partner| &partner.en);
            let (period, flow) = first.period_flow;
            return Err(FrameError::OtherPartner {
                file: (*input.name).into(),
                line: first.held.line,
                partner: name.into(),
                what: format!("{}s of {period}", flow.name()).into(),
                value: whole(first.held.amount()).into(),
                published: whole(first.total).into(),
            });
        }
        Ok(())
    }
}

impl Compared<'_> {
    /// Whether the sum exceeds the published total by more than a third. Goods may be any part of the
    /// total, but not more than it.
    fn is_above(&self) -> bool {
        self.held.amount().0.saturating_mul(3) > self.total.0.saturating_mul(4)
    }

    /// Whether a figure of all goods is less than two thirds of the published total.
    fn is_below(&self) -> bool {
        let is_figure = self.held.figure.is_some();
        is_figure && self.held.amount().0.saturating_mul(3) < self.total.0.saturating_mul(2)
    }
}
