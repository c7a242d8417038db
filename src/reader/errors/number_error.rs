//! Errors in numbers, with their messages.

use crate::reader::errors::explanation::{Explanation, explained, quoted};

/// An error in a number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum NumberError {
    NotANumber,
    /// The digits of a cell are in several lines, or in several elements of a page.
    NumberInPieces,
    /// The changes of a column with this name are fractions, as the values of the file show.
    ChangeInFractions(Box<str>),
    /// A value is in a cell merged over several others.
    ValueOverCells,
    /// Not a number with the decimal mark of the file, but one if the comma is the decimal mark.
    DecimalComma,
    /// A number is followed by a footnote mark that is not explained.
    MarkInDoubt(String),
    TooLarge,
    TooLong,
    Negative,
    UnreadableCell,
    TwoUnits,
    DecimalInDoubt,
    TwoDecimalMarks,
    /// The decimal mark is given as a comma, and the layout always has a point.
    PointAlone,
}

impl NumberError {
    /// The message: what is wrong, what was expected, and how to proceed.
    pub fn explain(&self) -> Explanation {
        match self {
            NumberError::NotANumber => explained(
                "not a number",
                "digits such as `45,123,456` or `145.8`",
                "if the value is unknown, leave the cell empty or write `..`",
            ),
            NumberError::NumberInPieces => explained(
                "the digits in the cell are on several lines or in several pieces of text: they may be several numbers, or include a footnote mark",
                "one number in a cell",
                "write only the number in the cell",
            ),
            NumberError::ChangeInFractions(column) => explained(
                "the change is a fraction: multiplied by 100, it matches the values in the file",
                "a percentage: `-37.9` for a fall of 37.9 %",
                &format!(
                    "multiply the column by 100, or leave it out: `--ignore {}`",
                    quoted(column)
                ),
            ),
            NumberError::ValueOverCells => explained(
                "the value is in a cell merged over several others and may be the figure for all of them",
                "a value in each cell",
                "give each month its own value, or delete the merged one",
            ),
            NumberError::DecimalComma => explained(
                "not a number, unless the comma marks decimals",
                "digits such as `45,123,456` or `145.8`",
                "if it does, use `--decimal comma`",
            ),
            NumberError::MarkInDoubt(mark) => explained(
                &format!(
                    "the number is marked `{mark}`, and no note explains the mark as preliminary or revised"
                ),
                &format!("a note such as `{mark} preliminary`"),
                &format!("if the mark does not affect the figures, use `--ignore '{mark}'`"),
            ),
            NumberError::TooLarge => explained(
                "the value is too large",
                "at most 100 trillion dollars or yuan",
                "check the unit",
            ),
            NumberError::TooLong => {
                explained("the number has too many digits", "at most 30 digits", "")
            }
            NumberError::Negative => explained(
                "negative trade value",
                "zero or more",
                "balances are computed, not read from files",
            ),
            NumberError::UnreadableCell => explained(
                "the column was too narrow when this was saved; the value is lost",
                "a number",
                "widen the column in the spreadsheet and save it again",
            ),
            NumberError::TwoUnits => explained(
                "the cell and its column each state a unit",
                "one of them",
                "write only the number, in the unit of the column",
            ),
            NumberError::DecimalInDoubt => explained(
                "the separator may mark thousands or decimals; no number in the file shows which",
                "",
                "pass `--decimal point` for 145.82, or `--decimal comma` for 145,82",
            ),
            NumberError::TwoDecimalMarks => explained(
                "the decimal mark differs from that of the numbers before it",
                "one decimal mark in a file",
                "pass `--decimal point` for 145.82, or `--decimal comma` for 145,82",
            ),
            NumberError::PointAlone => explained(
                "the file was passed as using decimal commas, but files in this layout use decimal points",
                "`--decimal point`, or no such flag",
                "write its numbers with decimal points, and read it without `--decimal comma`",
            ),
        }
    }
}
