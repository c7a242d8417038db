//! The columns that people see, and what each is made of.

use super::Column;
use crate::trade::{Breakdown, Period};

/// A column of the table for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ViewColumn {
    /// Its head.
    pub head: Head,
    /// What stands in it.
    pub shows: Shows,
}

impl ViewColumn {
    /// A column for people that shows one machine column.
    pub fn of(head: Head, column: Column) -> ViewColumn {
        ViewColumn {
            head,
            shows: Shows::Column(column),
        }
    }
}

/// The head of a column for people; worded by the renderer in each language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// Import, export, total, balance.
    Flow,
    /// The change of a part in percentage points of the change of the whole.
    Contribution,
    /// What part of the whole it is.
    Share,
    /// The part of a split: the chapter, the province.
    Part(Breakdown),
    /// The month.
    Month,
    /// A certain month or period as the head itself: `2017-09`.
    At(Period),
    /// A year earlier, where the rows have different months.
    YearEarlier,
    /// The month before, for a mom.
    MonthEarlier,
    /// The value.
    Value,
    /// The change as an amount.
    Change,
    /// The change from a year earlier in percent.
    Yoy,
    /// The change of several months together from the same months a year earlier, in percent.
    YoyOfPeriod,
    /// The change from the month before in percent, not seasonally adjusted.
    Mom,
    /// The change that the office printed.
    Printed,
    /// The streak.
    Streak,
    /// Year to date.
    YearToDate,
    /// Yoy of the year to date.
    YearToDateYoy,
    /// The rolling sum of 3 months.
    Rolling3,
    /// Its yoy.
    Rolling3Yoy,
    /// The rolling sum of 12 months.
    Rolling12,
    /// Its yoy.
    Rolling12Yoy,
    /// How a figure came about.
    Basis,
    /// The first month of a streak.
    Since,
    /// The last month of a streak.
    Until,
    /// The link of a streak, counted from 1.
    Link,
    /// The link closest to zero.
    Weakest,
    /// The name of a file.
    File,
    /// Rows under a header.
    Rows,
    /// What a file holds.
    Holds,
    /// When it was released.
    Released,
    /// The year.
    Year,
    /// What was found.
    Finding,
    /// What a figure is checked against.
    Against,
    /// The difference of the two.
    Difference,
    /// How many.
    Count,
    /// The unit of a quantity.
    Unit,
    /// The change of the quantity.
    Quantity,
    /// The change of the unit value.
    UnitValue,
    /// How high or low it stands among the months before.
    Record,
    /// As it was before.
    Before,
    /// The change from a year earlier as it was before, in percent.
    YoyBefore,
    /// By how much it was revised, in percent.
    RevisedBy,
    /// A resolution or notice.
    Instrument,
    /// A measure of it.
    Measure,
    /// The goods that it is about.
    Goods,
    /// Their codes.
    HsCodes,
    /// What a measure does.
    Kind,
    /// The day since which it is in force.
    InForce,
    /// The first whole month of it.
    FirstFullMonth,
    /// How far it had come.
    Phase,
    /// The day it is stated for.
    On,
    /// The lower end.
    AtLeast,
    /// The upper end.
    AtMost,
    /// How much of it, in its unit.
    Amount,
    /// How much of a cap is used.
    Used,
    /// The cap.
    Cap,
    /// The used part in percent.
    ShareOfCap,
    /// Whether a figure is exact.
    Bound,
    /// A machine column by its name, where it was asked for and people have no other name for it.
    Column(Column),
    /// A code.
    Code,
    /// A group of goods.
    Group,
    /// A partner.
    Partner,
    /// What a thing is called.
    Name,
    /// How many figures are held.
    Figures,
    /// The first month.
    From,
    /// The last month.
    To,
    /// A layout.
    Layout,
    /// How it is recognised.
    Recognised,
    /// A command.
    Command,
    /// What a machine column is called.
    ColumnName,
    /// What it means.
    Meaning,
    /// Which table of the office.
    Table,
    /// How a day is known.
    Status,
    /// Rows that count now.
    Current,
    /// Which figure of a row.
    Figure,
    /// What it comes to.
    Result,
    /// How it is worked out.
    Formula,
    /// Where it is defined.
    Definition,
    /// Who published it.
    Publisher,
    /// Where.
    Address,
    /// The line of a file.
    Line,
    /// As it was.
    Then,
    /// What a claim goes by.
    Claim,
    /// The number of a sentence.
    Sentence,
    /// What a claim is about.
    Metric,
    /// What it says.
    Claimed,
    /// What the data say of it.
    Found,
    /// Whether it was true on its day.
    Verdict,
    /// Whether it is true now.
    Now,
    /// The reading that makes it true.
    Reading,
    /// A small line of so many months.
    LastMonths(u32),
}

/// What stands in a column for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    /// The cell of a machine column.
    Column(Column),
    /// `7th fall, from 2017-03`, worded from four machine columns: count, direction (`fall`,
    /// `rise`, `flat`), first month, bound (`exact`, `at_least`); and from four that no format
    /// shows: of the streak that it ended, months and bound; of months without trade, how many
    /// and the first.
    StreakPhrase([Column; 4], [Column; 4]),
    /// `8 rises` or `at least 8 rises`, worded from three machine columns: count, direction, bound.
    RunPhrase([Column; 3]),
    /// `−1.0 % in 2017-08`: the percentage and the month of the weakest link, from two columns.
    PercentIn([Column; 2]),
    /// `lowest since 2016-02 (119.9); 3rd lowest of 27 months from 2013-04, 28 missing`, worded
    /// from the machine columns named here: `on_record` (`lowest`, `highest`, `only`), months,
    /// first month, how many are missing, then of the low and of the high side the rank, the month,
    /// its value, its percentage and the bound (`exact`, `at_least`, `open`); last the two figures
    /// themselves. Of the two sides it gives the one that goes further back.
    RecordPhrase(&'static [Column; 16]),
    /// `27 Mineral fuels`: the code and the name of a part, from two columns; the whole where the
    /// code is the word `total`.
    Part([Column; 2]),
    /// What several machine columns hold, one after another.
    Listed(&'static [Item]),
    /// The run of months of the row as a small line.
    Run,
    /// A year a line, a month a column, a sign a flow, from three machine columns: month, flow,
    /// state. It is the only column of its view.
    Calendar([Column; 3]),
}

/// One thing in a cell that lists several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// The word before it.
    pub label: Option<Head>,
    /// One column, or two: `2016-09–2017-09`.
    pub columns: &'static [Column],
}
