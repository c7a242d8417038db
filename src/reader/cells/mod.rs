//! From text to cells, and from a cell to its value: a month, a number, a partner, a unit.

pub(crate) mod aggregates;
pub(crate) mod bloc_members;
pub(crate) mod currency_of_number;
mod date_digits;
pub(crate) mod month;
mod month_by_program;
pub(crate) mod month_form;
pub(crate) mod month_names;
pub(crate) mod number;
pub(crate) mod partner;
pub(crate) mod quantity;
pub(crate) mod quarters;
pub(crate) mod release_date;
pub(crate) mod split;
pub(crate) mod table;
pub(crate) mod vocabulary;
