//! What a column or a text was taken for.

use std::fmt;

/// What a layout reads a column as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// The month, or a part of it.
    Month,
    /// Import, export or total.
    Flow,
    /// The partner.
    Partner,
    /// Whose statistics they are.
    Reporter,
    /// The HS code.
    Code,
    /// The name of a good.
    Name,
    /// What splits a row: the province, the trade mode, a procedure.
    Breakdown,
    /// The value.
    Value,
    /// A scale or a currency.
    Unit,
    /// A quantity and its unit; not read as a value.
    Quantity,
    /// A change, a share or an index; not read as a value.
    Change,
    /// A balance, which is computed.
    Balance,
    /// A total over months, which is computed.
    Sum,
    /// When it was released, and how the value came about.
    Release,
    /// Who published it.
    Publisher,
    /// A note, an address, a source.
    Note,
    /// The number of the row.
    RowNumber,
    /// What a row counts: its flow, its unit, its partner.
    Label,
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Meaning::Month => "month",
            Meaning::Flow => "flow",
            Meaning::Partner => "partner",
            Meaning::Reporter => "reporter",
            Meaning::Code => "HS code",
            Meaning::Name => "name of goods",
            Meaning::Breakdown => "breakdown",
            Meaning::Value => "value",
            Meaning::Unit => "unit",
            Meaning::Quantity => "quantity",
            Meaning::Change => "change, share or index",
            Meaning::Balance => "balance, which is computed",
            Meaning::Sum => "sum of months, which is computed",
            Meaning::Release => "release",
            Meaning::Publisher => "publisher",
            Meaning::Note => "note",
            Meaning::RowNumber => "row number",
            Meaning::Label => "label of the series",
        })
    }
}

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// The name of the file.
    FileName,
    /// A line above the table.
    Title,
    /// The head of a column.
    Column,
    /// A heading between the rows.
    Heading,
    /// A line under the table.
    Note,
}

impl Part {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Part::FileName => "file name",
            Part::Title => "title",
            Part::Column => "column",
            Part::Heading => "heading",
            Part::Note => "note",
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a text or a column was taken for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Taken {
    /// It was read.
    Read(Meaning),
    /// A text that narrows what its rows are.
    Heeded,
    /// A column without a single value in the rows taken.
    Empty,
    /// A column with one value, which names no dimension.
    Constant(String),
    /// A column that differs between no two rows that are otherwise the same.
    DistinguishesNothing,
    /// A text without a word that names a dimension.
    NamesNothing,
    /// The user declared that it changes nothing.
    Ignored,
    /// A heading that was not understood: the rows under it were left out.
    LeftOut,
}

impl Taken {
    /// Whether a layout reads it.
    pub fn is_read(&self) -> bool {
        matches!(self, Taken::Read(_))
    }
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Taken::Read(meaning) => write!(f, "read: {meaning}"),
            Taken::Heeded => f.write_str("heeded"),
            Taken::Empty => f.write_str("harmless: empty"),
            Taken::Constant(value) => write!(f, "harmless: always `{value}`"),
            Taken::DistinguishesNothing => f.write_str("harmless: tells no rows apart"),
            Taken::NamesNothing => f.write_str("harmless: names no dimension"),
            Taken::Ignored => f.write_str("ignored, as asked"),
            Taken::LeftOut => f.write_str("not understood; its rows were left out"),
        }
    }
}

/// A column or a text, and what became of it: a line of `inspect`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Accounted {
    /// Where it stands.
    pub part: Part,
    /// Its line, where it is no file name.
    pub line: Option<u64>,
    /// The text itself.
    pub text: String,
    /// What it was taken for.
    pub taken: Taken,
}
