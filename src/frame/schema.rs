//! The columns of the frame: the only place that spells their names.

/// Which key it is (u32): a number for each, rising.
pub const KEY: &str = "key";
/// Which component of which period and flow it is (u32), see `Entries::points`.
pub const POINT: &str = "point";
/// Value, or quantity, in thousandths (i128).
pub const VALUE: &str = "value";
/// How many rows of the file were added up (u32); further added up on the way.
pub const ROWS: &str = "rows";
/// The first input (u32), its place in `Observations::inputs`.
pub const FIRST_INPUT: &str = "first_input";
/// The last input (u32).
pub const INPUT: &str = "input";
/// The place of the first row among all rows (u32).
pub const ROW: &str = "row";
/// Whether it is a sum of inputs that share no key.
pub const APART: &str = "apart";
/// Last day by which the rows had surely been released (i32, days since year 0; null if unknown);
/// only where any row has a date.
pub const RELEASED: &str = "released";
/// Rows without a value (u32), where there is any such row; where quantities are added up, rows
/// with a value and without a quantity.
pub const LACKING: &str = "lacking";
/// Where quantities are added up: the smallest number of a unit (u32, `QuantityUnit::number`; null
/// where there is none).
pub const UNIT: &str = "unit";
/// Likewise the largest.
pub const OTHER_UNIT: &str = "other_unit";

/// Made on the way: how many inputs carry the key.
pub const INPUTS: &str = "inputs";
/// Made on the way: whether inputs differ about the key.
pub const REVISED: &str = "revised";
/// Made on the way: the value of the earliest vintage.
pub const EARLIER: &str = "earlier";
/// Made on the way: how many keys there are.
pub const KEYS: &str = "keys";
/// Made on the way: the grain (u32), a number for each depth of code and kind of split.
pub const GRAIN: &str = "grain";
/// Made on the way: the last input with rows of the key, whichever holds.
pub const LAST_INPUT: &str = "last_input";
/// Made on the way: whether the key is part of the figures, see `depth`.
pub const TAKEN: &str = "taken";
