//! The columns of tables for people, and their content.

use super::Column;
use crate::trade::{Breakdown, Period};

/// A column of a table for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ViewColumn {
    /// Its heading.
    pub head: Head,
    /// Its content.
    pub shows: Shows,
}

impl ViewColumn {
    /// A table column that shows one machine column.
    pub fn of(head: Head, column: Column) -> ViewColumn {
        ViewColumn {
            head,
            shows: Shows::Column(column),
        }
    }
}

/// The heading of a table column; renderers put it into words in each language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// Import, export, total, balance.
    Flow,
    /// The contribution of a component, in percentage points of the change of the whole.
    Contribution,
    /// The share of a component in the whole.
    Share,
    /// The component of a breakdown: the chapter, the province.
    Part(Breakdown),
    /// The month.
    Month,
    /// A specific month or period as the heading: `2017-09`.
    At(Period),
    /// A year earlier, if rows have different months.
    YearEarlier,
    /// The month before, for m/m.
    MonthEarlier,
    /// The value.
    Value,
    /// The change as an amount.
    Change,
    /// The change from a year earlier, in percent.
    Yoy,
    /// The change of several months together from the same months a year earlier, in percent.
    YoyOfPeriod,
    /// The change from the month before, in percent, not seasonally adjusted.
    Mom,
    /// The change printed by the office.
    Printed,
    /// The streak.
    Streak,
    /// Year to date.
    YearToDate,
    /// The y/y change of the year to date.
    YearToDateYoy,
    /// The rolling 3-month sum.
    Rolling3,
    /// Its y/y change.
    Rolling3Yoy,
    /// The rolling 12-month sum.
    Rolling12,
    /// Its y/y change.
    Rolling12Yoy,
    /// How a figure came about.
    Basis,
    /// The first month of a streak.
    Since,
    /// The last month of a streak.
    Until,
    /// The number of the link in a streak, from 1.
    Link,
    /// The link closest to zero.
    Weakest,
    /// The name of a file.
    File,
    /// The number of rows below the header.
    Rows,
    /// The contents of a file.
    Holds,
    /// The release date.
    Released,
    /// The year.
    Year,
    /// The kind of finding.
    Finding,
    /// The figure checked against.
    Against,
    /// The difference between the two.
    Difference,
    /// A count.
    Count,
    /// The unit of a quantity.
    Unit,
    /// The change of the quantity.
    Quantity,
    /// The change of the unit value.
    UnitValue,
    /// The rank among earlier months.
    Record,
    /// The value before.
    Before,
    /// The change from a year earlier, before the revision, in percent.
    YoyBefore,
    /// The size of the revision, in percent.
    RevisedBy,
    /// A resolution or notice.
    Instrument,
    /// A measure of an instrument.
    Measure,
    /// The goods of a measure.
    Goods,
    /// The HS codes of the goods.
    HsCodes,
    /// The kind of measure.
    Kind,
    /// The day from which it is in force.
    InForce,
    /// A month, or several.
    Period,
    /// Its first full month.
    FirstFullMonth,
    /// Its phase.
    Phase,
    /// The day a row refers to.
    On,
    /// The lower bound.
    AtLeast,
    /// The upper bound.
    AtMost,
    /// The amount, in its unit.
    Amount,
    /// The used amount of a cap.
    Used,
    /// The cap.
    Cap,
    /// The used share of a cap, in percent.
    ShareOfCap,
    /// Whether a figure is exact.
    Bound,
    /// A machine column by its name, if it was asked for and has no other heading.
    Column(Column),
    /// A code.
    Code,
    /// A group of goods.
    Group,
    /// A partner.
    Partner,
    /// The name of a thing.
    Name,
    /// The number of figures in the data.
    Figures,
    /// The first month.
    From,
    /// The last month.
    To,
    /// A layout.
    Layout,
    /// How a layout is recognised.
    Recognised,
    /// A command.
    Command,
    /// The name of a machine column.
    ColumnName,
    /// The meaning of a machine column.
    Meaning,
    /// The table of the office.
    Table,
    /// How a day is known.
    Status,
    /// The rows that still count.
    Current,
    /// The figure within a row.
    Figure,
    /// The result.
    Result,
    /// The formula.
    Formula,
    /// The definition.
    Definition,
    /// The publisher.
    Publisher,
    /// The address of the source.
    Address,
    /// The line in a file.
    Line,
    /// The earlier figure.
    Then,
    /// The name of a claim.
    Claim,
    /// The number of a sentence.
    Sentence,
    /// The metric of a claim.
    Metric,
    /// The stated value of a claim.
    Claimed,
    /// The figure in the data.
    Found,
    /// The verdict on the day of the claim.
    Verdict,
    /// The current verdict, or the current figure.
    Now,
    /// The reading that makes the claim true.
    Reading,
    /// A small line over this many months.
    LastMonths(u32),
}

/// The content of a table column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    /// The cell of a machine column.
    Column(Column),
    /// `7th fall, from 2017-03`, made from four machine columns: count, direction (`fall`, `rise`,
    /// `flat`), first month, bound (`exact`, `at_least`); and from four that no format shows:
    /// length and bound of the streak that it ended; number and first of the months without trade.
    StreakPhrase([Column; 4], [Column; 4]),
    /// `8 rises` or `at least 8 rises`, made from three machine columns: count, direction, bound.
    RunPhrase([Column; 3]),
    /// `−1.0 % in 2017-08`: percentage and month of the weakest link, from two columns.
    PercentIn([Column; 2]),
    /// `lowest since 2016-02 (119.9); 3rd lowest of 27 months from 2013-04, 28 missing`, made from
    /// these machine columns: `on_record` (`lowest`, `highest`, `only`), number of months, first
    /// month, number missing; then for the low and the high end the rank, the month, its value, its
    /// percentage and the bound (`exact`, `at_least`, `open`); finally the two figures themselves.
    /// Only the end that goes further back is given.
    RecordPhrase(&'static [Column; 16]),
    /// `27 Mineral fuels`: code and name of a component, from two columns; the whole if the code is
    /// the word `total`.
    Part([Column; 2]),
    /// The contents of several machine columns, one after another.
    Listed(&'static [Item]),
    /// The run of months of the row, as a small line.
    Run,
    /// One line per year, one column per month, one sign per flow, from three machine columns:
    /// month, flow, state. The only column of its view.
    Calendar([Column; 3]),
}

/// One item of a cell that lists several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// The word before it.
    pub label: Option<Head>,
    /// One column, or two: `2016-09–2017-09`.
    pub columns: &'static [Column],
}
