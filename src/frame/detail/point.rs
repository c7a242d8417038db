//! One sum of details: its amount, its rows, and its unit of quantity.

use crate::frame::detail::optional::Optional;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::rounded_sum::RoundedSum;
use crate::frame::schema::{
    DETAIL_LEVEL, DISJOINT, EARLIER, EARLIER_HIGH, EARLIER_LOW, HIGH, INPUT, INPUTS, KEYS, LACKING,
    LOW, OTHER_UNIT, POINT, REVISED, ROWS, UNIT, VALUE,
};
use crate::trade::{Amount, Flow, Interval, Period, QuantityUnit};
use polars::prelude::{DataFrame, DataType, Expr, PolarsResult, col, when};

/// The sum of one component in one period of a flow, at one depth for each partner and good.
#[derive(Clone, Debug)]
pub struct Point {
    pub period: Period,
    pub flow: Flow,
    /// The deepest grain among its rows.
    pub detail_level: u32,
    /// Its component number in [`crate::frame::breakdown::Components`].
    pub part: u32,
    /// Whether the amounts are quantities, and in which unit.
    pub count: UnitCheck,
    pub value: RoundedSum,
    /// The sum with the earliest vintage of each key.
    pub earlier: RoundedSum,
    /// Number of keys that several inputs carry with the same value.
    pub repeated: u32,
    /// Number of keys on which inputs disagree.
    pub revised: u32,
    /// Number of rows added to another row of the same file and key.
    pub joined: u32,
    /// Whether any of its rows has a value.
    pub is_given: bool,
    /// The last of the inputs whose rows are used.
    pub input: u32,
}

/// Whether amounts are values or quantities, and whether they can be added up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum UnitCheck {
    /// Values.
    #[default]
    Value,
    /// Quantities in one unit; `None` if there is no quantity at all.
    Unit(Option<QuantityUnit>),
    /// Quantities in several units.
    Mixed,
    /// Quantities, but a row with a value has no quantity.
    Lacking,
    /// Values, but a row has none.
    NotGiven,
}

impl UnitCheck {
    /// The check for two sums added together.
    pub fn with(self, other: UnitCheck) -> UnitCheck {
        match (self, other) {
            (UnitCheck::Mixed, _) | (_, UnitCheck::Mixed) => UnitCheck::Mixed,
            (UnitCheck::Lacking, _) | (_, UnitCheck::Lacking) => UnitCheck::Lacking,
            (UnitCheck::NotGiven, _) | (_, UnitCheck::NotGiven) => UnitCheck::NotGiven,
            (UnitCheck::Value, _) | (_, UnitCheck::Value) => UnitCheck::Value,
            (UnitCheck::Unit(None), unit) | (unit, UnitCheck::Unit(None)) => unit,
            (one, other) if one == other => one,
            _ => UnitCheck::Mixed,
        }
    }
}

/// The number of keys behind a row of the table by key: the number of its rows for a pre-summed
/// row, whose rows all have distinct keys; else `so_many`.
pub(super) fn keys(so_many: Expr) -> Expr {
    when(col(DISJOINT)).then(col(ROWS)).otherwise(so_many)
}

/// A column of the table as numbers.
pub(super) fn numbers(table: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = table.column(name)?.cast(&DataType::UInt32)?;
    Ok(column.u32()?.into_no_null_iter().collect())
}

/// The unit check for each row of a table of sums.
pub(super) fn counts(table: &DataFrame) -> PolarsResult<Vec<UnitCheck>> {
    let lacking = numbers(table, LACKING)?;
    let (low, high) = (table.column(UNIT)?.u32()?, table.column(OTHER_UNIT)?.u32()?);
    let count = |((lacking, low), high): ((u32, Option<u32>), Option<u32>)| {
        if low != high {
            UnitCheck::Mixed
        } else if lacking > 0 {
            UnitCheck::Lacking
        } else {
            UnitCheck::Unit(low.and_then(QuantityUnit::at))
        }
    };
    let lows = low.iter();
    Ok(lacking
        .into_iter()
        .zip(lows)
        .zip(high.iter())
        .map(count)
        .collect())
}

/// Columns of a table as sums: the value and, if any row is rounded, the ends of its interval.
pub(super) fn sums(
    table: &DataFrame,
    [value, low, high]: [&str; 3],
    has: Optional,
) -> PolarsResult<Vec<RoundedSum>> {
    let amounts = |name: &str| -> PolarsResult<Vec<Amount>> {
        let column = table.column(name)?.i128()?;
        Ok(column.into_no_null_iter().map(Amount).collect())
    };
    let values = amounts(value)?;
    if !has.rounding {
        let exact = |value| RoundedSum {
            value,
            interval: Interval::exact(value),
        };
        return Ok(values.into_iter().map(exact).collect());
    }
    let ends = amounts(low)?.into_iter().zip(amounts(high)?);
    let rounded = |(value, (low, high))| RoundedSum {
        value,
        interval: Interval { low, high },
    };
    Ok(values.into_iter().zip(ends).map(rounded).collect())
}

pub(super) fn points(
    table: &DataFrame,
    places: &[(PeriodFlow, u32)],
    has: Optional,
) -> PolarsResult<Vec<Point>> {
    let numbers = |name: &str| numbers(table, name);
    let lacking = match has.lacking {
        true => numbers(LACKING)?,
        false => vec![0; table.height()],
    };
    let of_value = |lacking: &u32| match lacking {
        0 => UnitCheck::Value,
        _ => UnitCheck::NotGiven,
    };
    let counts = match has.is_quantity {
        true => counts(table)?,
        false => lacking.iter().map(of_value).collect(),
    };
    let (detail_level, number) = (numbers(DETAIL_LEVEL)?, numbers(POINT)?);
    let value = sums(table, [VALUE, LOW, HIGH], has)?;
    let earlier = sums(table, [EARLIER, EARLIER_LOW, EARLIER_HIGH], has)?;
    let (rows, keys, revised) = (numbers(ROWS)?, numbers(KEYS)?, numbers(REVISED)?);
    let (inputs, input) = (numbers(INPUTS)?, numbers(INPUT)?);
    let point = |at: usize| {
        let ((period, flow), part) = *places.get(number[at] as usize)?;
        Some(Point {
            period,
            flow,
            detail_level: detail_level[at],
            part,
            count: counts[at],
            value: value[at],
            earlier: earlier[at],
            repeated: inputs[at]
                .saturating_sub(keys[at])
                .saturating_sub(revised[at]),
            revised: revised[at],
            joined: rows[at].saturating_sub(inputs[at]),
            is_given: rows[at] > lacking[at],
            input: input[at],
        })
    };
    Ok((0..table.height()).filter_map(point).collect())
}
