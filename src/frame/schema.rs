//! The columns of the frame. Column names are spelled only here.

/// The number of the key (u32), ascending.
pub const KEY: &str = "key";
/// The number of the component, period and flow (u32), see `Entries::points`.
pub const POINT: &str = "point";
/// The value or quantity, in thousandths (i128).
pub const VALUE: &str = "value";
/// The lower end of the interval that rounding leaves for the value (i128, in thousandths). Only if
/// any row is rounded; otherwise the value is exact.
pub const LOW: &str = "low";
/// The upper end of that interval, see [`LOW`].
pub const HIGH: &str = "high";
/// How many rows of the file were added up (u32); later the sum over files.
pub const ROWS: &str = "rows";
/// The first input (u32), an index into `Observations::inputs`.
pub const FIRST_INPUT: &str = "first_input";
/// The last input with the key (u32), an index as in [`FIRST_INPUT`]; of several files, the one
/// whose value is used.
pub const INPUT: &str = "input";
/// The index of the first row among all rows (u32).
pub const ROW: &str = "row";
/// Whether the row is a sum over disjoint inputs.
pub const DISJOINT: &str = "disjoint";
/// The last day by which the rows had certainly been released (i32, 1 January of year 1 being day
/// 1; null if unknown). Only if any row is dated.
pub const RELEASED: &str = "released";
/// How many rows lack a value (u32), or, when quantities are added up, have a value but no
/// quantity. Only if there may be any.
pub const LACKING: &str = "lacking";
/// When quantities are added up: the smallest unit number (u32, `QuantityUnit::number`; null
/// without a quantity).
pub const UNIT: &str = "unit";
/// When quantities are added up: the largest unit number (u32; null without a quantity).
pub const OTHER_UNIT: &str = "other_unit";

/// Intermediate: how many inputs carry the key.
pub const INPUTS: &str = "inputs";
/// Intermediate: whether inputs disagree on the key.
pub const REVISED: &str = "revised";
/// Intermediate: the value of the earliest release.
pub const EARLIER: &str = "earlier";
/// Intermediate: the lower end of the interval of the earliest value; only if any row is rounded.
pub const EARLIER_LOW: &str = "earlier_low";
/// Intermediate: the upper end of that interval, see [`EARLIER_LOW`].
pub const EARLIER_HIGH: &str = "earlier_high";
/// Intermediate: how many keys there are.
pub const KEYS: &str = "keys";
/// Intermediate: the grain (u32), see `detail_level::detail_level_number`.
pub const DETAIL_LEVEL: &str = "grain";
/// Intermediate: the last input with rows of the key, whichever one is used.
pub const LAST_INPUT: &str = "last_input";
/// Intermediate: whether the key is part of the figures, see `depth`.
pub const TAKEN: &str = "taken";
