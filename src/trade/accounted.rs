//! How each column and each text of an input was understood, for `inspect`.

use std::fmt;

/// The meaning that a layout gives to a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// The month, or a part of it.
    Month,
    /// The flow: import, export or total.
    Flow,
    /// The partner.
    Partner,
    /// The reporter whose statistics they are.
    Reporter,
    /// The HS code.
    Code,
    /// The name of a good.
    Name,
    /// What a row is broken down by: the province, the trade mode, a procedure.
    Breakdown,
    /// The value.
    Value,
    /// A scale or a currency.
    Unit,
    /// A quantity and its unit; not read as a value.
    Quantity,
    /// A change, a share or an index; not read as a value.
    Change,
    /// A balance; not used, because balances are computed.
    Balance,
    /// A sum over months; not used, because sums are computed.
    Sum,
    /// The release date, or how the value came about.
    Release,
    /// The publisher.
    Publisher,
    /// A note, an address, a source.
    Note,
    /// Whether the input of a row has all goods.
    Coverage,
    /// The number of the row.
    RowNumber,
    /// A label that gives the flow, the unit or the partner of a row.
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
            Meaning::Coverage => "whether all goods are included",
            Meaning::RowNumber => "row number",
            Meaning::Label => "label of the series",
        })
    }
}

/// Where a text is found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TextKind {
    /// The name of the file.
    FileName,
    /// A line above the table.
    Title,
    /// The header of a column.
    Column,
    /// A heading between the rows.
    Heading,
    /// A line under the table.
    Note,
}

impl TextKind {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            TextKind::FileName => "file name",
            TextKind::Title => "title",
            TextKind::Column => "column",
            TextKind::Heading => "heading",
            TextKind::Note => "note",
        }
    }
}

impl fmt::Display for TextKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How a text or a column was understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Interpretation {
    /// Read by the layout, with this meaning.
    Read(Meaning),
    /// Several columns, read by the layout with these meanings in their order.
    ReadTogether(Vec<Meaning>),
    /// A text that narrows what its rows are about.
    Applied,
    /// A column without any value in the rows used.
    Empty,
    /// A column with a single value, which names no dimension.
    Constant(String),
    /// A column that never differs between rows that are otherwise equal.
    DistinguishesNothing,
    /// A text without any word for a dimension.
    NamesNothing,
    /// Declared irrelevant by the user.
    Ignored,
    /// A heading that was not understood; the rows under it were left out.
    LeftOut,
}

impl Interpretation {
    /// The meaning with which a layout reads it.
    pub fn read_as(&self) -> Option<Meaning> {
        match self {
            Interpretation::Read(meaning) => Some(*meaning),
            _ => None,
        }
    }
}

impl fmt::Display for Interpretation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Interpretation::Read(meaning) => write!(f, "read: {meaning}"),
            Interpretation::ReadTogether(meanings) => {
                let meanings: Vec<String> = meanings.iter().map(Meaning::to_string).collect();
                write!(f, "read: {}", meanings.join("; "))
            }
            Interpretation::Applied => f.write_str("applied"),
            Interpretation::Empty => f.write_str("harmless: empty"),
            Interpretation::Constant(value) => write!(f, "harmless: always `{value}`"),
            Interpretation::DistinguishesNothing => f.write_str("harmless: distinguishes no rows"),
            Interpretation::NamesNothing => f.write_str("harmless: names no dimension"),
            Interpretation::Ignored => f.write_str("ignored, as asked"),
            Interpretation::LeftOut => f.write_str("not recognised; its rows were left out"),
        }
    }
}

/// A column or a text and how it was understood: one line of `inspect`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnderstoodText {
    /// Where it is found.
    pub part: TextKind,
    /// Its line; `None` for a file name.
    pub line: Option<u64>,
    /// The text.
    pub text: String,
    /// How it was understood.
    pub taken: Interpretation,
}

impl UnderstoodText {
    /// The texts of a file with the columns that its layout reads in one line.
    pub fn with_columns_together(texts: &[UnderstoodText]) -> Vec<UnderstoodText> {
        let meaning = |one: &UnderstoodText| {
            let is_column = one.part == TextKind::Column;
            one.taken.read_as().filter(|_| is_column)
        };
        let read = texts.iter().filter(|one| meaning(one).is_some());
        let names: Vec<&str> = read.clone().map(|one| &*one.text).collect();
        // A code and its name, say, have one meaning.
        let mut meanings: Vec<Meaning> = read.clone().filter_map(meaning).collect();
        meanings.dedup();
        let together = read.clone().next().map(|first| UnderstoodText {
            part: TextKind::Column,
            line: first.line,
            text: names.join(", "),
            taken: Interpretation::ReadTogether(meanings),
        });
        let others = texts.iter().filter(|one| meaning(one).is_none()).cloned();
        together.into_iter().chain(others).collect()
    }
}
