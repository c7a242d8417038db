//! What the columns of a report contain.

/// The kind of content of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A word from a closed list: `import`, `at_least`.
    Word,
    /// A text from the data, or a name.
    Text,
    /// A month or a period: `2017-09`, `2017-01..2017-03`.
    Period,
    /// A date, to the day or to the month.
    Date,
    /// An amount in the unit of the row: money, a quantity or a unit value.
    Amount,
    /// A quantity, in the unit given by `quantity_unit`.
    Quantity,
    /// Money per unit of quantity.
    UnitValue,
    /// A percentage, with at most six decimals.
    Percent,
    /// Percentage points, with at most six decimals.
    Points,
    /// A whole number.
    Count,
    /// `true` or `false`.
    Flag,
}

impl Kind {
    /// Its name in machine columns.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Word => "word",
            Kind::Text => "text",
            Kind::Period => "period",
            Kind::Date => "date",
            Kind::Amount => "amount",
            Kind::Quantity => "quantity",
            Kind::UnitValue => "unit_value",
            Kind::Percent => "percent",
            Kind::Points => "points",
            Kind::Count => "count",
            Kind::Flag => "flag",
        }
    }
}
