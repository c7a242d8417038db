//! Errors in monthly tables by country, with their messages.

use crate::reader::errors::explanation::{Explanation, explained};

/// An error in a monthly table by country.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum BulletinError {
    /// A page or workbook has no such table.
    NoTable,
    /// There is no title above the header.
    NoTitle,
    /// The title gives no month.
    NoMonth,
    /// There is no header below the title.
    NoHead,
    /// A column under a flow or under the changes is not recognised.
    HeadUnknown,
    /// A column is for other months than the title.
    OtherMonth,
    /// Two columns have the same meaning.
    ColumnTwice,
    /// The changes of a column seem to be fractions.
    ChangesInFractions,
    /// No unit is given above the header.
    NoUnit,
    /// The unit and the title give different currencies.
    OtherCurrency,
    /// A partner has two rows with different figures.
    RowTwice,
    /// A figure is outside all columns of the header.
    UnderNoHead,
    /// A total is not the sum of exports and imports.
    TotalOff,
    /// The unit below the table differs from the one above it.
    OtherUnit,
    /// The table has all flows but was given as one of them.
    OneFlow(&'static str),
}

impl BulletinError {
    /// The message: what is wrong, what was expected, and how to proceed.
    pub fn explain(self) -> Explanation {
        match self {
            BulletinError::NoTable => explained(
                "contains no monthly table by country",
                "a table under a title such as `（2）2024年1月进出口商品国别（地区）总值表（美元值）`",
                "save other tables as `CSV UTF-8`",
            ),
            BulletinError::NoTitle => explained(
                "no title above the table states its month",
                "a title such as `（2）2024年1月进出口商品国别（地区）总值表（美元值）` or `（2）Imports and Exports by Country （Region） of Origin/Destination,6.2026`",
                "restore the title: save the whole page or sheet",
            ),
            BulletinError::NoMonth => explained(
                "the title states no month",
                "a title that contains `2024年1月` or ends in `,6.2026`",
                "restore the month in the title, or state it with `--file-month`",
            ),
            BulletinError::NoHead => explained(
                "there is no column header under the title",
                "`Total`, `Exports`, `Imports` or `进出口`, `出口`, `进口` above months such as `6` and `1to6` or `1月` and `1至1月`",
                "save the whole page or sheet",
            ),
            BulletinError::HeadUnknown => explained(
                "the column cannot be identified",
                "under a flow, a month such as `6` or `6月` or a range such as `1to6` or `1至6月`; under the changes, a flow",
                "",
            ),
            BulletinError::OtherMonth => explained(
                "the column covers other months than the title",
                "the month of the title, or January to that month",
                "save the page again: its title is for another month",
            ),
            BulletinError::ChangesInFractions => explained(
                "the changes in this column all lie within ±1.5 and have three or more decimals, so they look like fractions, not percentages",
                "percentages as published by customs: `-37.9`",
                "multiply the change columns by 100",
            ),
            BulletinError::ColumnTwice => explained(
                "two columns have the same meaning",
                "each flow once for the month and once for the year to date",
                "",
            ),
            BulletinError::NoUnit => explained(
                "the table does not state its unit and currency",
                "a row such as `Unit:US$1,000` or `单位：万元人民币` above the header",
                "restore it, or pass both, as in `--file-unit thousand --currency usd`",
            ),
            BulletinError::OtherCurrency => explained(
                "the unit and the title name different currencies",
                "one currency",
                "",
            ),
            BulletinError::RowTwice => explained(
                "the partner has a second row with other figures",
                "one row for each partner",
                "",
            ),
            BulletinError::UnderNoHead => explained(
                "a figure has no heading",
                "an empty cell",
                "the row or the header may be shifted",
            ),
            BulletinError::TotalOff => explained(
                "the total does not equal exports plus imports in its row",
                "figures under their own headings",
                "the row or the header may be shifted: save the page or sheet again",
            ),
            BulletinError::OtherUnit => explained(
                "the unit below the table differs from the one above it",
                "one unit",
                "delete the wrong line",
            ),
            BulletinError::OneFlow(given) => explained(
                &format!(
                    "the file was passed as {given}s, but the table contains imports, exports and their total"
                ),
                "",
                "pass the file without `--imports` or `--exports`",
            ),
        }
    }
}
