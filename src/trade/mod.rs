//! The words that every room shares: months, flows, amounts, figures, series.
//!
//! Nothing here reads a file, computes a measure or knows how a thing is shown.

mod accounted;
mod amount;
mod base_year;
mod bounds;
mod breakdown;
mod claim;
mod code_lists;
mod day;
mod facts;
mod figure;
mod flow;
mod goods;
mod groups;
mod hs;
mod hs_code;
mod lines;
mod listed;
mod missing;
mod month;
mod named;
mod observation;
mod observations;
mod partner;
mod printable;
mod printed;
mod quantity;
mod ratio;
mod release_calendar;
mod remark;
mod rounding;
mod row_note;
mod rows;
mod sanctions;
mod selection;
mod series;
mod spelling;
mod stated;
mod text_id;
mod vintage;

pub use accounted::{Accounted, Meaning, Part, Taken};
pub use amount::{Amount, Interval, Sign};
pub use base_year::{BasePart, BaseYear, PartBasis};
pub use bounds::{Bounds, Truth};
pub use breakdown::{Breakdown, Component, Name};
pub use claim::{
    Claim, Metric, NotUnderstood, Passage, Reach, Stated, StatedUnit, Superlative, Trend,
};
pub use code_lists::{province_code, trade_mode_code};
pub use day::Day;
pub use figure::{Basis, Figure, PrintedChange};
pub use flow::{Currency, Flow, Perspective};
pub use goods::{Fits, Goods, without_capital};
pub use groups::{Group, GroupMatch, Groups};
pub use hs::{HsName, revisions_between};
pub use hs_code::{HsCodeError, hs_prefixes};
pub use listed::{listed, named_of};
pub use missing::{Missing, Reason};
pub use month::{Month, Period};
pub use named::{Named, nearest};
pub use observation::{BLANK, Observation, RowKind};
pub use observations::{Dropped, NameOf, Observations, Within};
pub use partner::{Partner, PartnerChoice};
pub use printable::{PrintableWriter, printable, printable_with_colour};
pub use printed::{Printed, PrintedError, Unit};
pub use quantity::{Measure, Quantity, QuantityUnit, RowQuantity, UnitOfMeasure};
pub use ratio::Ratio;
pub use release_calendar::{CalendarRelease, ReleasedTable, releases};
pub use remark::{
    DroppedOf, FigureRemark, FileRemark, InputRemark, LeftOut, Measured, NotTaken, SetRemark,
    Thing, Uncovered, Weight,
};
pub use row_note::{RowNote, RowNotes};
pub use rows::RowKey;
pub use sanctions::{
    Cap, CapPeriod, CapUnit, Instrument, Phase, Regime, Sanction, SanctionKind, SanctionSplit,
    SanctionStep, Sanctions,
};
pub use selection::Selection;
pub use series::{Series, SourceRef};
pub use spelling::{DecimalMark, PartnerCodes};
pub use stated::{Precision, StatedNumber};
pub use text_id::TextId;
pub use vintage::Vintage;
