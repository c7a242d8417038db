//! The columns of the frame: the only place that spells their names.

/// Input number (u32): its place in `Records::inputs`.
pub const INPUT: &str = "input";
/// Among which rows a key that comes again is added up (u32): those of one input, its number and
/// one; 0 for all inputs that are apart, see `Input::apart`.
pub const ADDED: &str = "added";
/// First month (i32, `Month::index`).
pub const FROM: &str = "from";
/// Last month (i32, `Month::index`).
pub const TO: &str = "to";
/// Flow (u32): 0 import, 1 export, 2 total.
pub const FLOW: &str = "flow";
/// Partner (u32): place in the partner table.
pub const PARTNER: &str = "partner";
/// Currency (u32): 0 dollars, 1 yuan.
pub const CURRENCY: &str = "currency";
/// HS code (u32, `TextId`); 0 for all goods.
pub const CODE: &str = "code";
/// Province and trade mode (u32, `TextId`); 0 where nothing splits the row.
pub const SPLIT: &str = "split";
/// Grain (u32): 0 for a figure, else one number for each depth of code and kind of split.
pub const GRAIN: &str = "grain";
/// Value in thousandths of the currency unit (i128, null where only a change was printed).
pub const VALUE: &str = "value";
/// Quantity in thousandths of its unit (i128, null where none is given).
pub const QUANTITY: &str = "quantity";
/// The unit of the quantity (u32, `QuantityUnit::number`; null where there is no quantity).
pub const UNIT: &str = "unit";
/// Last day by which the row had surely been released (i32, days since year 0; null if unknown).
pub const RELEASED: &str = "released";
/// The place of the row among all rows (u32): the order of the inputs as given.
pub const ROW: &str = "row";

/// How many rows of the file were added up (u32); further added up on the way.
pub const ROWS: &str = "rows";
/// Made on the way: the first input.
pub const FIRST_INPUT: &str = "first_input";
/// Made on the way: whether the row is a sum of inputs that are apart.
pub const APART: &str = "apart";
/// Made on the way: how many inputs carry the key.
pub const INPUTS: &str = "inputs";
/// Made on the way: 1 where inputs differ about the key.
pub const REVISED: &str = "revised";
/// Made on the way: the value of the earliest vintage.
pub const EARLIER: &str = "earlier";
/// Made on the way: rows with a value and without a quantity.
pub const LACKING: &str = "lacking";
/// Made on the way: the largest number of a unit.
pub const OTHER_UNIT: &str = "other_unit";
/// Made on the way: how many keys of detail there are.
pub const KEYS: &str = "keys";
/// Made on the way: the part of a split (u32), see `parts`.
pub const PART: &str = "part";
