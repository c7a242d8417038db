//! What is said: one typed table per answer, with its notes. It neither computes nor renders.
//!
//! In: the words of `trade`. Out: a [`Report`] that every renderer can show without knowing which
//! measure made it.

pub mod brief;
mod claim_remark;
mod column;
mod flag;
mod list;
pub mod picture;
mod receipt;
mod remark;
mod revision_remark;
mod sanction_remark;

use brief::Brief;
pub use claim_remark::{ClaimFigure, ClaimRemark, FigureOf};
pub use column::{BESIDE_STREAK, Column, Kind};
pub use flag::Flag;
pub use list::ListOf;
use picture::Picture;
pub use receipt::{Receipt, ReceiptRemark};
pub use remark::{
    Factor, Implied, Lacking, MonthsBeside, PrintedDiffers, Remark, RemarkKind, Side, SumPart,
};
pub use revision_remark::{RevisionRemark, RevisionsBySpan, StreakEffect};
pub use sanction_remark::{SanctionRemark, Transition};

use crate::trade::{
    Amount, Breakdown, Currency, Flow, Goods, Missing, Month, Name, PartnerChoice, Period,
    Perspective, Printed, QuantityUnit, Ratio, Reason, Taken, UnitOfMeasure, Vintage,
};
use std::collections::{BTreeMap, BTreeSet};

/// One answer: a table with its heading, its notes and its sources.
#[derive(Clone, Debug)]
pub struct Report {
    /// The command, which is also the middle of the json schema: `tradecheck.yoy.1`.
    pub command: &'static str,
    /// The heading.
    pub heading: Heading,
    /// The columns, in machine order.
    pub columns: Vec<Column>,
    /// The rows, in the order in which they are shown.
    pub rows: Vec<Row>,
    /// What a careful reader must know of the whole, in order.
    pub notes: Vec<Remark>,
    /// Who published the figures, in order of first use.
    pub sources: Vec<String>,
    /// The columns of the table for people, left to right.
    pub view: Vec<ViewColumn>,
    /// The same rows by kind, each kind with the columns that belong to it: what json and people
    /// get in place of one table with a column for every kind. Empty for nearly every report.
    pub parts: Vec<Report>,
    /// The same figures as they are drawn, where the answer is a chart.
    pub picture: Option<Picture>,
    /// The same figures as a statement, where that is the answer.
    pub brief: Option<Brief>,
}

/// What a heading says: what, of whom, when, in what unit.
#[derive(Clone, Debug)]
pub struct Heading {
    /// What the table holds.
    pub subject: Subject,
    /// The partner.
    pub partner: PartnerChoice,
    /// Whose imports and exports are told.
    pub perspective: Perspective,
    /// The currency of every amount.
    pub currency: Currency,
    /// The month or months that the table is about; `None` when it has no rows.
    pub period: Option<Period>,
    /// The last month with a figure, where the month shown is older: the latest with a change.
    pub reaches: Option<Month>,
    /// `--as-of`: what had been released by then.
    pub as_of: Option<Vintage>,
    /// Which goods.
    pub goods: Goods,
    /// What they are split by.
    pub by: Option<Breakdown>,
    /// What the figures are; of parts in several units, those of the whole.
    pub unit: UnitOfMeasure,
}

/// What a table holds; its wording stands with the renderer's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// Changes from a year earlier.
    Yoy,
    /// Changes of several months together from the same months a year earlier.
    YoyOfPeriod,
    /// Current streaks.
    Streaks,
    /// The links of current streaks.
    Links,
    /// Every maximal streak.
    LongestStreaks,
    /// A series month by month.
    Series,
    /// The goods that moved a flow.
    Movers,
    /// How high or low a month stands among those before it.
    Record,
    /// The statement of a month.
    Brief,
    /// What the data hold.
    Inspect,
    /// The files, a part of it.
    Files,
    /// The months covered, a part of it.
    Coverage,
    /// What is missing, contradictory or revised, a part of it.
    Findings,
    /// What became of the columns and texts of the files, a part of it.
    Texts,
    /// Figures by release.
    Revisions,
    /// Measures of sanctions.
    Sanctions,
    /// Trade under measures in force.
    SanctionedTrade,
    /// The share of a year's trade that measures cover.
    SanctionsCoverage,
    /// How much of the caps is used.
    SanctionsCaps,
    /// Claims and whether they are true.
    Claims,
    /// Levels and changes as a chart.
    Chart,
    /// A month as a page.
    Page,
    /// Words that may be typed, or days of releases: no figures of any trade.
    List(ListOf),
    /// What an archive keeps.
    Archive,
    /// The figures that an answer was made from.
    Figures,
    /// How the figures of an answer were worked out.
    Workings,
    /// Whether an earlier answer still holds.
    Receipt,
}

impl Subject {
    /// Whether it is about no trade in particular: it has no partner, no currency and no unit.
    pub fn is_of_no_trade(self) -> bool {
        matches!(self, Subject::List(_) | Subject::Archive | Subject::Receipt)
    }
}

/// A row: its cells by machine column, and its remarks. A row may hold cells of columns that its
/// report does not show.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// There is none for [`Column::Note`]: every renderer makes the note from `remarks` and the
    /// missing cells.
    cells: BTreeMap<Column, Cell>,
    /// How the figures of its cells came about.
    flags: BTreeSet<(Column, Flag)>,
    /// What a careful reader must know of this row, by the column it is about, in order.
    pub remarks: Vec<Remark>,
    /// Its figures month by month up to its own, for a small line; `None` for a month without a
    /// figure. For people alone, and empty unless asked for.
    pub run: Vec<Option<Amount>>,
}

/// One cell. Nothing is ever missing without a reason.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// A name or a word from a closed list: `import`, `at_least`.
    Word(&'static str),
    /// A text from the data: the name of a file.
    Text(String),
    /// What a thing is called, in the language of the labels; in machine columns in English.
    Name(Name),
    /// A column or a text of a file, and what it was taken for; in machine columns in English.
    Taken(String, Taken),
    /// Several things one after another.
    List(Vec<Cell>),
    /// Remarks one after another, in the language of the labels; in machine columns in English.
    Said(Vec<RemarkKind>),
    /// A flow, as it is told (already turned for `--as kp`).
    Flow(Flow),
    /// A month.
    Month(Month),
    /// A month or a run of months.
    Period(Period),
    /// Money in the heading's currency.
    Money(Amount),
    /// A quantity, in thousandths of its unit; no unit where every figure of it is zero.
    Quantity(Amount, Option<QuantityUnit>),
    /// Billionths of the currency unit for one unit or tonne, see [`UnitOfMeasure::UnitValue`].
    UnitValue(Amount),
    /// A computed ratio, shown in percent.
    Percent(Ratio),
    /// Percentage points of the change of the whole.
    Points(Ratio),
    /// A percentage as it was printed.
    PrintedPercent(Printed),
    /// A count.
    Count(u32),
    /// Yes or no.
    Flag(bool),
    /// The currency.
    Currency(Currency),
    /// What the figures of the row are: `USD`, `kg`, `USD/t`.
    Unit(UnitOfMeasure),
    /// Nothing belongs here (no printed change is known; a note column).
    Empty,
    /// A figure belongs here and is not there, for this reason.
    Missing(Missing),
}

/// A column of the table for people.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ViewColumn {
    /// Its head.
    pub head: Head,
    /// What stands in it.
    pub shows: Shows,
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
    /// The day it is told for.
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
    /// themselves. Of the two sides it tells the one that goes further back.
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

impl Row {
    /// A row of these cells, without a remark.
    pub fn new(cells: impl IntoIterator<Item = (Column, Cell)>) -> Row {
        Row {
            cells: cells.into_iter().collect(),
            flags: BTreeSet::new(),
            remarks: Vec::new(),
            run: Vec::new(),
        }
    }

    /// The same row with these remarks.
    pub fn with_remarks(self, remarks: Vec<Remark>) -> Row {
        Row { remarks, ..self }
    }

    /// The cell of a column; [`Cell::Empty`] for a column that the row does not have.
    pub fn cell(&self, column: Column) -> &Cell {
        self.cells.get(&column).unwrap_or(&Cell::Empty)
    }

    /// The same row with these flags beside its figures.
    pub fn with_flags(self, flags: impl IntoIterator<Item = (Column, Flag)>) -> Row {
        let flags = flags.into_iter().collect();
        Row { flags, ..self }
    }

    /// The flags of a column.
    pub fn flags(&self, column: Column) -> impl Iterator<Item = Flag> + '_ {
        let own = self.flags.iter().filter(move |(one, _)| *one == column);
        own.map(|(_, flag)| *flag)
    }

    /// Whether it has a cell of this column.
    pub fn has(&self, column: Column) -> bool {
        self.cells.contains_key(&column)
    }

    /// Puts a cell into its column, in place of what stood there.
    pub fn put(&mut self, column: Column, cell: Cell) {
        self.cells.insert(column, cell);
    }
}

impl Heading {
    /// The heading of what is about no trade in particular.
    pub fn of_no_trade(subject: Subject) -> Heading {
        let currency = Currency::Usd;
        Heading {
            subject,
            partner: PartnerChoice::These(Vec::new()),
            perspective: Perspective::default(),
            currency,
            period: None,
            reaches: None,
            as_of: None,
            goods: Goods::all(),
            by: None,
            unit: UnitOfMeasure::Money(currency),
        }
    }
}

impl Report {
    /// A table of rows, with nothing said of them yet.
    pub fn of_rows(
        command: &'static str,
        heading: Heading,
        columns: &[Column],
        rows: Vec<Row>,
    ) -> Report {
        Report {
            command,
            heading,
            columns: columns.to_vec(),
            rows,
            notes: Vec::new(),
            sources: Vec::new(),
            view: Vec::new(),
            parts: Vec::new(),
            picture: None,
            brief: None,
        }
    }

    /// Takes the unit out of rows whose goods are counted in several, and that have no figure.
    pub fn leave_mixed_units_out(&mut self) {
        let mixed = |cell: &Cell| matches!(cell, Cell::Missing(missing) if missing.reason == Reason::MixedUnits);
        let figure = |cell: &Cell| matches!(cell, Cell::Quantity(..) | Cell::UnitValue(_));
        for row in &mut self.rows {
            let counted = matches!(
                row.cell(Column::Unit),
                Cell::Unit(UnitOfMeasure::Quantity(_) | UnitOfMeasure::UnitValue(..))
            );
            let of_figures = match counted {
                true => vec![Column::Base, Column::Value, Column::Ytd],
                false => vec![Column::QuantityBase, Column::Quantity],
            };
            let cells = || of_figures.iter().map(|column| row.cell(*column));
            if cells().any(mixed) && !cells().any(figure) {
                let unit = if counted {
                    Column::Unit
                } else {
                    Column::QuantityUnit
                };
                row.put(unit, Cell::Empty);
            }
        }
    }

    /// Puts into the heading how far the data reach, where the month shown is older than that.
    pub fn tell_age(&mut self) {
        let reaches = self.notes.iter().find_map(|remark| match remark.kind {
            RemarkKind::NotNewest { last, .. } => Some(last),
            _ => None,
        });
        self.heading.reaches = reaches;
    }

    /// Whether a figure that was asked for is missing: what `--strict` refuses. A percentage that
    /// a balance cannot have is not asked for.
    pub fn lacks_a_figure(&self) -> bool {
        use crate::trade::Reason::NotComputed;
        let lacks =
            |cell: &Cell| matches!(cell, Cell::Missing(missing) if missing.reason != NotComputed);
        let lacks_one = |row: &Row| self.columns.iter().any(|one| lacks(row.cell(*one)));
        self.rows.iter().any(lacks_one)
    }
}
