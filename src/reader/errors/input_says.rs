//! The messages of input errors: what was found, what was expected, and how to proceed.

use crate::reader::errors::advice::{or_skipped, settles};
use crate::reader::errors::explanation::{Explanation, explained, quoted};
use crate::reader::errors::input_error::InputError;

impl InputError {
    /// The message: what is wrong, what was expected, and how to proceed.
    pub fn explain(&self) -> Explanation {
        match self {
            InputError::File(wrong) => wrong.explain(),
            InputError::Month(wrong) => wrong.explain(),
            InputError::Number(wrong) => wrong.explain(),
            InputError::ZeroByte(line) => explained(
                &format!("line {line} contains a zero byte, which never occurs in text"),
                "text in UTF-8, GB18030 or UTF-16",
                "download it again",
            ),
            InputError::NotOnCustomsList => explained(
                "is not on any customs list",
                "a province or trade mode as named by the query platform",
                "download the column with its codes too",
            ),
            InputError::CornerInDoubt => explained(
                "the corner cell does not say whether these are imports or exports: the exporters may be China's suppliers, or countries reporting their own exports",
                "`Imported value in 2017-M09` above the figures, or a title such as `imported by China`",
                "use `--imports FILE` if they are the suppliers of China's imports, `--exports FILE` if they are the buyers of its exports",
            ),
            InputError::RowsOfReporters => explained(
                "the rows are countries reporting their own exports or imports, not China's partners",
                "`Exporters` above imports, or `Importers` above exports",
                "download the table of one country's partners",
            ),
            InputError::BothFlows => explained(
                "the file is given both as imports and as exports",
                "each file once",
                "pass it with only one of `--imports` and `--exports`",
            ),
            InputError::UnknownLayout { nearest, missing } => explained(
                "unknown layout, with the columns",
                &format!(
                    "the nearest layout, {nearest}, also needs {}",
                    missing.join(" and ")
                ),
                "readable layouts: a download from the customs query platform; UN Comtrade; `period,flow,currency,value,unit`; `month,imports_usd_mn,exports_usd_mn`; one row per series with a column for each month",
            ),
            InputError::ColumnsByBlanks => explained(
                "the columns are separated only by spaces, so an empty cell would shift the others",
                "columns separated by commas, tabs, semicolons or `|`",
                "save the table as CSV",
            ),
            InputError::ColumnTwice => explained(
                "two columns have the same meaning",
                "one of them",
                "delete or rename one of them",
            ),
            InputError::FlowNotStated { file, folder, says } => explained(
                "the file does not say whether it contains imports or exports",
                "",
                &match (folder, says) {
                    (Some(folder), Some(flow)) => {
                        format!("pass its folder as `--{flow}s {folder}`")
                    }
                    _ => format!("pass it as `--imports {file}` or `--exports {file}`"),
                },
            ),
            InputError::FlowDisagrees { given } => explained(
                &format!("the file was passed as {given}s but contains another flow"),
                given,
                "pass the file without `--imports` or `--exports`: it states the flow itself",
            ),
            InputError::MonthNotStated => explained(
                "the file has no month column and no month in its name",
                "",
                "give the month or period with `--file-month`, as in `2017-09` or `2017-01..2017-09`, or put it in the file name: `import-2017-09.csv`",
            ),
            InputError::MonthsDiffer { line } => explained(
                &format!(
                    "two tables are side by side, and the second has other months (line {line})"
                ),
                "one table",
                "save each table in its own file",
            ),
            InputError::RowsDifferIn {
                columns,
                first,
                lines,
            } => explained(
                &format!(
                    "rows for the same month, flow and partner (lines {} and {}) differ in columns that were not recognised: {columns}",
                    lines.0, lines.1
                ),
                "one row for each month, flow, partner and good, or columns that are recognised",
                &format!(
                    "keep one kind of row and delete the others; or, if a column does not affect the figures, use `--ignore {}`",
                    match &**first {
                        "" => "NAME".to_owned(),
                        name => quoted(name),
                    }
                ),
            ),
            InputError::ColumnInDoubt {
                column,
                value,
                line,
                means,
            } => explained(
                &format!(
                    "the column was not recognised, and `{value}` in it (line {line}) may mean {means}"
                ),
                "columns that are recognised or that do not affect the figures",
                &format!(
                    "if the column does not affect the figures, use `--ignore {}`",
                    quoted(column)
                ),
            ),
            InputError::TextInDoubt {
                part,
                word,
                means,
                ignore,
            } => explained(
                &format!("the {part} says `{word}`, which may mean {means}; no column settles it"),
                "",
                &settles(means, ignore),
            ),
            InputError::ColumnsDisagree {
                column,
                beside,
                says,
            } => explained(
                &format!(
                    "the column `{column}` contradicts the column `{beside}` of the same row, which has `{says}`"
                ),
                "two columns that agree",
                "correct the row, or delete the wrong column",
            ),
            InputError::PartnerNotStated => explained(
                "the file has no partner column",
                "",
                "name the partner that the file is about: `--partner 109`",
            ),
            InputError::BlankPartner => explained(
                "the row does not name its partner",
                "a partner code or name in every row",
                &or_skipped("fill it in, or delete the row"),
            ),
            InputError::BlankKey => explained(
                "a blank cell in a column that distinguishes rows",
                "a code in every row, since a file has one level of detail",
                &or_skipped("download it again, or delete the rows of totals"),
            ),
            InputError::ValueNotGiven => explained(
                "the row has no value",
                "a value in every row",
                "download it again, or leave out `--lenient`: totals that include the row are then missing",
            ),
            InputError::NoPartnerColumn => explained(
                "the Comtrade file has no partner column",
                "`partnerCode`, `partnerISO` or `partnerDesc`",
                "download it again with the partner column",
            ),
            InputError::ReporterNotStated => explained(
                "the row does not say which country reported it",
                "reporter 156, China",
                "",
            ),
            InputError::ReporterNotChina => explained(
                "the reporter is not China",
                "reporter 156, China: all figures must be China's",
                "download it again with China as the only reporter",
            ),
            InputError::ComtradeTwice => explained(
                "the same month, flow, partner and commodity appears earlier with another value",
                "one row, or the columns `customsCode`, `motCode` and `partner2Code` to distinguish them",
                "download it again with all its columns; for totals only: customs C00, transport 0, second partner 0",
            ),
            InputError::CurrencyNotStated => explained(
                "the currency is not stated",
                "",
                "state it in the header, as in `value_usd_mn`, or pass `--currency usd` or `--currency cny`",
            ),
            InputError::UnitNotStated => explained(
                "the unit is not stated",
                "",
                "state it in the header, as in `value_usd_mn`, or pass `--file-unit`, as in `--file-unit million`",
            ),
            InputError::UnclosedQuote => explained(
                "a quote opens here and is never closed",
                "a closing `\"`",
                "the download may have been cut off; download it again",
            ),
            InputError::TextAfterQuote => explained(
                "text follows a closing quote",
                "a delimiter or the end of the line",
                "double a quote inside a quoted field: `\"\"`",
            ),
            InputError::TooManyColumns => explained(
                "the line has more than 16,384 columns",
                "lines of a table",
                "the line breaks may be lost; download it again",
            ),
            InputError::EndlessField => explained(
                "the field is longer than 65,536 bytes",
                "a field of a table",
                "a quote may be missing, or the line breaks may be lost; download it again",
            ),
            InputError::TitleUnits => explained(
                "the lines above the table state two units or currencies",
                "one of each",
                "state the unit in the row: `Imports (US$ thousand)`",
            ),
            InputError::NoSeries => explained(
                "no row under the months is a series of imports, exports or their total",
                "a row such as `Imports (US$ thousand)`, or a column `flow`",
                "",
            ),
            InputError::ShortRow { fields, columns } => explained(
                &format!("the row is too short: {fields} fields under {columns} columns"),
                &format!("{columns} fields"),
                "the line may be cut off",
            ),
            InputError::LongRow { fields, columns } => explained(
                &format!("the row is too long: {fields} fields under {columns} columns"),
                &format!("{columns} fields"),
                "put a field that contains the delimiter in quotes: `\"Korea,DPR\"`",
            ),
            InputError::HeadInDoubt(words) => explained(
                &format!(
                    "the column heading was only partly recognised; `{words}` may limit what it covers"
                ),
                "a column of all imports, all exports or their total",
                &format!("if the words do not affect the figures, use `--ignore '{words}'`"),
            ),
            InputError::HeadNotAtFirst => explained(
                "the heading stands over the middle or the end of its columns",
                "each heading over the first column of its group",
                "move the headings to the left, or repeat them over each column",
            ),
            InputError::NoteOrRow => explained(
                "the row starts like a note but has values under the months",
                "",
                "if it is a note, put it in quotes or leave it out with `--ignore`; if it is data, delete the mark at its start",
            ),
            InputError::ReporterOrPartner => explained(
                "the countries in this column may be those that report the trade, or the partners",
                "a column named `reporter` or `partner`",
                "if China is the reporter in all rows, use `--file-side cn`; otherwise rename the column to what it is",
            ),
            InputError::TitleDisagrees {
                says,
                instead,
                ignore,
            } => explained(
                &format!("the title says `{says}`, but the columns say `{instead}`"),
                "a title that agrees with its columns",
                &format!("if the columns are right, use `--ignore '{ignore}'`"),
            ),
            InputError::ChinaNotNamed => explained(
                "the title tells the trade of another country, and nothing names China as the other side",
                "a table of China's trade",
                "where it is the country's trade with China: `--file-side kp`",
            ),
            InputError::TellerNotStated => explained(
                "the file tells some country's trade with China, and does not name the country",
                "its name in a title, a column or the name of the file",
                "where it is the partner asked for: `--file-side kp`",
            ),
            InputError::SideInDoubt => explained(
                "may be China's imports and exports or the partner's",
                "",
                "say whose they are: `--file-side cn` or `--file-side kp`",
            ),
            InputError::SideOfChinaAlone => explained(
                "the file was passed as the partner's, but files in this layout always record China's imports and exports",
                "`--file-side cn`, or no such flag",
                "read this file without `--file-side kp`",
            ),
            InputError::PartnerBlank => explained(
                "the partner of the row is blank",
                "a partner in every row, or no partner column",
                &or_skipped("fill in the cells"),
            ),
            InputError::PartnerMisspelt { nearly, name } => explained(
                &format!("unknown partner, similar to `{nearly}`"),
                nearly,
                &format!(
                    "correct the spelling; if it is another partner, use `--ignore {}`",
                    quoted(name)
                ),
            ),
            InputError::RowsOfArchive => explained(
                "these are rows of an archive, which mixes levels of detail and periods",
                "files as they were downloaded or published",
                "use the whole archive: `--data DIR`",
            ),
            InputError::OwnAnswer => explained(
                "this is tradecheck output, which does not say whose trade it is or which side reports it",
                "files as they were downloaded or published",
                "pass the files that it was made from",
            ),
            InputError::PartnerMayBeSum(name) => explained(
                "is not on the list of partners and may be a sum of others",
                "partner names, or a row `World`",
                &format!(
                    "to leave its rows out, use `--ignore {}`; if every name is a separate partner, use `--all-partners`",
                    quoted(name)
                ),
            ),
            InputError::BlocAlone(name) => explained(
                "is a sum of partners of which none is in the file, so that not all partners are in it",
                "every partner on a row of its own, or a row `World`",
                &format!("to leave its rows out, use `--ignore {}`", quoted(name)),
            ),
            InputError::PartnerCodeInDoubt => explained(
                "is one partner in China's customs codes and another in UN codes (M49)",
                "names, ISO codes, or unambiguous codes",
                "say which codes they are: `--partner-codes customs` or `--partner-codes un`",
            ),
            InputError::ProductAlone(code) => explained(
                "the title says that the table covers one product only, but all goods were asked for",
                "`Product: TOTAL`, or a query for that product",
                &format!(
                    "choose it with `--hs {code}`; if the table covers all goods, use `--all-goods`"
                ),
            ),
            InputError::UnknownFlow => {
                explained("unknown flow", "`import`, `export` or `total`", "")
            }
            InputError::BalanceIsComputed => explained(
                "balances are computed from exports and imports, not read",
                "`import`, `export` or `total`",
                "leave out the balance rows",
            ),
            InputError::BalanceDiffers => explained(
                "the balance does not equal exports minus imports, so one of the three is not what it seems",
                "a balance equal to exports minus imports",
                "check the rows for this month; if only the balance is defined differently, use `--ignore` with its name",
            ),
            InputError::UnknownUnit => explained(
                "unknown unit",
                "`1`, `thousand`, `ten thousand`, `million`, `hundred million` or `billion`, of USD or CNY",
                "",
            ),
            InputError::UnknownCurrency => explained("unknown currency", "`USD` or `CNY`", ""),
            InputError::CurrencyDisagrees => explained(
                "the unit and the row name different currencies",
                "one currency",
                "",
            ),
            InputError::BadCode => explained("not an HS code", "2, 4, 6, 8 or 10 digits", ""),
            InputError::OddCode => explained(
                "the HS code has an odd number of digits",
                "2, 4, 6, 8 or 10 digits",
                "spreadsheets drop leading zeros: import the column as text, or restore the zero",
            ),
            InputError::UnknownBasis => explained(
                "unknown basis",
                "`printed`, `difference`, `implied` or `sum`",
                "",
            ),
            InputError::BadDate => {
                explained("not a date", "a date such as `2017-10-23` or `2017-10`", "")
            }
            InputError::OneBound => explained(
                "low and high must be given together or not at all",
                "both or neither",
                "",
            ),
            InputError::BoundsDisagree => explained(
                "low, value and high are out of order",
                "low ≤ value ≤ high",
                "",
            ),
            InputError::Bulletin(wrong) => wrong.explain(),
        }
    }
}
