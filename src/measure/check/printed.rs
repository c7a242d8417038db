//! Changes and figures as printed by the office.

use super::ledger::Ledger;
use crate::measure::check::known::Asked;
use crate::measure::check::known::Finding;
use crate::measure::check::known::In;
use crate::trade::{
    Bounds, Figure, Flow, Interval, Measure, Metric, PrintedChange, Ratio, StatedNumber, Truth,
    UnitOfMeasure, Vintage,
};

impl Asked {
    /// A figure as printed, within half a unit of its last digit: quoting it is right. Its own
    /// interval may be wider upwards, if digits may have been truncated.
    pub(super) fn quoted(&self, figure: Figure) -> Finding {
        let below = figure.value - figure.interval.low;
        let rounded = Interval {
            low: figure.interval.low,
            high: (figure.value + below).max(figure.interval.low),
        };
        let interval = match rounded.width() < figure.interval.width() {
            true => rounded,
            false => figure.interval,
        };
        let unit = match self.measure {
            Measure::Quantity => UnitOfMeasure::Quantity(
                crate::trade::QuantityUnit::find("kg").map(|(unit, _)| unit),
            ),
            _ => UnitOfMeasure::Money(self.currency),
        };
        Finding {
            value: Some(Ratio::whole(figure.value.0)),
            bounds: Bounds::of_amount(interval),
            in_what: In::Unit(unit),
            made_of: vec![(self.flow, self.period, figure)],
            printed: None,
            open: None,
        }
    }

    /// The figures or changes printed for the period that are relevant for the metric.
    pub(super) fn printed(&self, ledger: &Ledger<'_>, as_of: Option<Vintage>) -> Vec<Finding> {
        if matches!(self.metric, Metric::Value | Metric::Quantity) {
            let printed = ledger.last_printed(&self.wanted(as_of), self.flow, self.period);
            return printed
                .into_iter()
                .map(|figure| self.quoted(figure))
                .collect();
        }
        if !self.may_be_printed() {
            return Vec::new();
        }
        let printed = ledger.printed(&self.wanted(as_of), self.flow, self.period);
        let finding = |change| self.of_change(change);
        printed.into_iter().filter_map(finding).collect()
    }

    /// The change that the office printed first, on whatever day, that a claim quotes.
    pub(super) fn said(&self, claimed: Bounds, ledger: &Ledger<'_>) -> Option<PrintedChange> {
        if !self.may_be_printed() {
            return None;
        }
        let all = ledger.every_printed(&self.wanted(None), self.flow, self.period);
        let quoted = all.into_iter().filter(|change| {
            let finding = self.of_change(change.clone());
            finding.is_some_and(|one| claimed.holds_of(one.bounds) == Truth::True)
        });
        quoted.min_by_key(|change| change.released.map(Vintage::last_day))
    }

    /// Whether the office prints changes of this kind.
    fn may_be_printed(&self) -> bool {
        let is_printed = matches!(self.metric, Metric::Yoy | Metric::YtdYoy | Metric::Ratio);
        is_printed && !self.is_amount && !self.as_first_printed && self.flow != Flow::Balance
    }

    fn of_change(&self, change: PrintedChange) -> Option<Finding> {
        let number = StatedNumber {
            digits: change.percent.digits,
            exponent: -(change.percent.decimals as i32),
            precision: crate::trade::Precision::Printed,
        };
        let bounds = number.bounds(-2)?;
        let value = Ratio::new(
            change.percent.digits,
            100 * 10i128.checked_pow(change.percent.decimals)?,
        );
        let (value, bounds, in_what) = if self.metric == Metric::Ratio {
            (value.map(Ratio::one_more), bounds.one_more(), In::Times)
        } else {
            (value, bounds, In::Percent)
        };
        Some(Finding {
            value,
            bounds,
            in_what,
            made_of: Vec::new(),
            printed: Some(change),
            open: None,
        })
    }
}
