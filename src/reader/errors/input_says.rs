//! The messages of input errors: what was found, what was expected, and how to proceed.

use crate::reader::errors::advice::settles;
use crate::reader::errors::explanation::{Explanation, explained, quoted};
use crate::reader::errors::input_error::DateSpacing;
use crate::reader::errors::input_error::InputError;

impl InputError {
    /// The message: what is wrong, what was expected, and how to proceed.
    pub fn explain(&self) -> Explanation {
        match self {
            InputError::File(wrong) => wrong.explain(),
            InputError::ZeroByte(line) => explained(
                &format!("line {line} has a zero byte, which text never has"),
                "text in UTF-8, GB18030 or UTF-16",
                "download it again",
            ),
            InputError::NotOnCustomsList => explained(
                "is on no list of the customs",
                "a province or a trade mode as the query platform names it",
                "download the column of its codes too",
            ),
            InputError::CornerInDoubt => explained(
                "the corner does not tell imports or exports: exporters may be those who supply China's imports, or countries with exports of their own",
                "`Imported value in 2017-M09` over the figures, or a title such as `imported by China`",
                "`--imports FILE` for the suppliers of China's imports, `--exports FILE` for the buyers of its exports",
            ),
            InputError::RowsOfReporters => explained(
                "the rows are countries with exports or imports of their own, not China's partners",
                "`Exporters` over imports, or `Importers` over exports",
                "download the table of one country's partners",
            ),
            InputError::BothFlows => explained(
                "the file is given both as imports and as exports",
                "each file once",
                "leave it in one of `--imports` and `--exports`",
            ),
            InputError::UnknownLayout { nearest, missing } => explained(
                "the layout is not one that tradecheck reads; it has the columns",
                &format!(
                    "for the nearest layout, {nearest}, also {}",
                    missing.join(" and ")
                ),
                "layouts read: a download of the customs query platform; UN Comtrade; `period,flow,currency,value,unit`; `month,imports_usd_mn,exports_usd_mn`; a row for each series with a column for each month",
            ),
            InputError::ColumnsByBlanks => explained(
                "the columns are separated by blanks alone, so an empty cell would shift the others",
                "columns separated by commas, tabs, semicolons or `|`",
                "save the table as csv",
            ),
            InputError::ColumnTwice => explained(
                "two columns have the same meaning",
                "one of them",
                "delete or rename the other",
            ),
            InputError::FlowNotStated { file, folder, says } => explained(
                "the file does not say whether it holds imports or exports",
                "",
                &match (folder, says) {
                    (Some(folder), Some(flow)) => {
                        format!("name its folder with `--{flow}s {folder}`")
                    }
                    _ => format!("name it with `--imports {file}` or `--exports {file}`"),
                },
            ),
            InputError::FlowDisagrees { given } => explained(
                &format!("the file is given as {given}s, but holds another flow"),
                given,
                "name the file without `--imports` or `--exports`: it carries the flow itself",
            ),
            InputError::MonthNotStated => explained(
                "the file has no month column, and its name tells no month",
                "",
                "give their month or period with `--file-month`, as in `2017-09` or `2017-01..2017-09`, or put it into the name: `import-2017-09.csv`",
            ),
            InputError::MonthsDiffer { line } => explained(
                &format!(
                    "two tables stand side by side: the months of the second are others (line {line})"
                ),
                "one table",
                "save each as a file of its own",
            ),
            InputError::RowsDifferIn {
                columns,
                first,
                lines,
            } => explained(
                &format!(
                    "rows for the same month, flow and partner (lines {} and {}) differ in what was not understood: {columns}",
                    lines.0, lines.1
                ),
                "one row for each month, flow, partner and good, or columns that are understood",
                &format!(
                    "keep the rows of one kind and delete the others; or, where a column changes nothing, `--ignore {}`",
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
                    "the column was not understood, and `{value}` in it (line {line}) may mean {means}"
                ),
                "columns that are understood or that change nothing",
                &format!(
                    "where the column changes nothing: `--ignore {}`",
                    quoted(column)
                ),
            ),
            InputError::TextInDoubt {
                part,
                word,
                means,
                ignore,
            } => explained(
                &format!(
                    "the {part} says `{word}`, which may mean {means}, and no column settles it"
                ),
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
                "two columns that say the same",
                "correct the row, or delete the column that is wrong",
            ),
            InputError::PartnerNotStated => explained(
                "the file has no partner column",
                "",
                "ask for one partner, which the file is then taken as: `--partner 109`",
            ),
            InputError::BlankPartner => explained(
                "the row does not name its partner",
                "a code or a name of a partner in every row",
                "fill it in, or take the row out; `--lenient` leaves such rows out and marks what they touch",
            ),
            InputError::BlankKey => explained(
                "the cell is blank in a column that distinguishes rows",
                "a code in every row, since a file goes to one depth",
                "download it again, or take the rows of totals out; `--lenient` leaves such rows out and marks what they touch",
            ),
            InputError::ValueNotGiven => explained(
                "the row has no value",
                "a value in every row of a sum",
                "download it again; without `--lenient` the sums of it are missing",
            ),
            InputError::NoPartnerColumn => explained(
                "the Comtrade file has no partner column",
                "`partnerCode`, `partnerISO` or `partnerDesc`",
                "download it again with the partner",
            ),
            InputError::ReporterNotStated => explained(
                "the row does not say which country reported it",
                "reporter 156, China",
                "",
            ),
            InputError::ReporterNotChina => explained(
                "the reporter is not China",
                "reporter 156, China: every figure here is China's",
                "download it again with the reporter China alone",
            ),
            InputError::ComtradeTwice => explained(
                "the same month, flow, partner and commodity appeared earlier with another value",
                "one row, or the columns `customsCode`, `motCode` and `partner2Code` that distinguish them",
                "download it again with all its columns; totals alone: customs C00, transport 0, second partner 0",
            ),
            InputError::CurrencyNotStated => explained(
                "the currency is not stated",
                "",
                "name it in the header, as in `value_usd_mn`, or pass `--currency usd` or `--currency cny`",
            ),
            InputError::UnitNotStated => explained(
                "the unit is not stated",
                "",
                "name it in the header, as in `value_usd_mn`, or pass `--file-unit`, as in `--file-unit million`",
            ),
            InputError::UnclosedQuote => explained(
                "a quote opens here and is never closed",
                "a closing `\"`",
                "a file cut off while downloading ends so; download it again",
            ),
            InputError::TextAfterQuote => explained(
                "text follows a closing quote",
                "a delimiter or the end of the line",
                "write a quote inside a quoted field twice: `\"\"`",
            ),
            InputError::TooManyColumns => explained(
                "the line has more than 16,384 columns",
                "lines of a table",
                "the line ends may be lost; download it again",
            ),
            InputError::EndlessField => explained(
                "the field is longer than 65,536 bytes",
                "a field of a table",
                "a quote may be missing, or the line ends may be lost; download it again",
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
                &format!("the row is short: {fields} fields under {columns} columns"),
                &format!("{columns} fields"),
                "the line may be cut off",
            ),
            InputError::LongRow { fields, columns } => explained(
                &format!("the row is long: {fields} fields under {columns} columns"),
                &format!("{columns} fields"),
                "quote a field that holds the delimiter: `\"Korea,DPR\"`",
            ),
            InputError::MarkInDoubt(mark) => explained(
                &format!(
                    "the number is marked `{mark}`, and no note says that this means preliminary or revised"
                ),
                &format!("a note such as `{mark} preliminary`"),
                &format!("where the mark changes nothing, `--ignore '{mark}'`"),
            ),
            InputError::NotANumber => explained(
                "not a number",
                "digits such as `45,123,456` or `145.8`",
                "leave a cell empty, or write `..`, where no value is known",
            ),
            InputError::ValueOverCells => explained(
                "the value stands in a cell that is merged over several others, and may be that of all of them",
                "a value in each cell",
                "give each month its own value, or delete the merged one",
            ),
            InputError::NumberInPieces => explained(
                "the digits of the cell stand in several lines or several pieces of text, and may be several numbers or have a footnote mark",
                "one number in a cell",
                "write the number alone into the cell",
            ),
            InputError::ChangeInFractions(column) => explained(
                "the change is a fraction: a hundred times it is the change between the values of the file",
                "changes in per cent: `-37.9` for a fall of 37.9 %",
                &format!(
                    "multiply the column by a hundred, or leave it out: `--ignore {}`",
                    quoted(column)
                ),
            ),
            InputError::DecimalComma => explained(
                "not a number, unless the comma marks decimals",
                "digits such as `45,123,456` or `145.8`",
                "where it does: `--decimal comma`",
            ),
            InputError::TooLarge => explained(
                "the value is too large",
                "at most a hundred trillion of the currency",
                "check the unit",
            ),
            InputError::TooLong => {
                explained("the number has too many digits", "at most 30 digits", "")
            }
            InputError::Negative => explained(
                "a trade value below zero",
                "a value of zero or more",
                "a balance is computed, not read",
            ),
            InputError::UnreadableCell => explained(
                "the column was too narrow when this was saved; the value is lost",
                "a number",
                "widen the column in the spreadsheet and save it again",
            ),
            InputError::TwoUnits => explained(
                "the cell and its column each state a unit",
                "one of them",
                "write the plain number in the unit of the column",
            ),
            InputError::NotAMonth => explained(
                "not a month",
                "a month such as `2017-09`, `201709`, `Sep 2017` or `2017年9月`",
                "",
            ),
            InputError::DecimalInDoubt => explained(
                "groups its digits or marks decimals; no number in the file shows which",
                "",
                "pass `--decimal point` for 145.82, or `--decimal comma` for 145,82",
            ),
            InputError::TwoDecimalMarks => explained(
                "marks decimals in another way than the numbers before it",
                "one decimal mark in a file",
                "pass `--decimal point` for 145.82, or `--decimal comma` for 145,82",
            ),
            InputError::HeadInDoubt(words) => explained(
                &format!("the column was understood in part; `{words}` may narrow what it holds"),
                "a column of all imports, all exports or their total",
                &format!("if the words change nothing: `--ignore '{words}'`"),
            ),
            InputError::NoteOrRow => explained(
                "the row starts like a note, but it has values under the months",
                "",
                "put a note in quotes, or leave it out with `--ignore`; take the mark from a row of values",
            ),
            InputError::SideInDoubt => explained(
                "may be China's imports and exports or the partner's",
                "",
                "say whose they are: `--file-side cn` or `--file-side kp`",
            ),
            InputError::SideOfChinaAlone => explained(
                "the file is given as the partner's, but files of its layout always record China's imports and exports",
                "`--file-side cn`, or none",
                "read this file in a run without `--file-side kp`",
            ),
            InputError::PointAlone => explained(
                "the file is given with decimal commas, but files of its layout are read with decimal points alone",
                "`--decimal point`, or none",
                "write its numbers with points, and read it without `--decimal comma`",
            ),
            InputError::PartnerBlank => explained(
                "the partner of the row is blank",
                "a partner in each row, or no column of partners",
                "fill the cells down; or drop such rows with `--lenient`",
            ),
            InputError::PartnerMisspelt { nearly, name } => explained(
                &format!("unknown partner; close to `{nearly}`"),
                nearly,
                &format!(
                    "correct the spelling; where it is another partner, `--ignore {}`",
                    quoted(name)
                ),
            ),
            InputError::RowsOfArchive => explained(
                "these are rows of an archive, of several levels and spans of months at once",
                "files as they were downloaded or published",
                "answer from the archive as a whole: `--data DIR`",
            ),
            InputError::OwnAnswer => explained(
                "this is an answer of tradecheck, which tells neither whose trade it is nor from which side",
                "files as they were downloaded or published",
                "give the files that it was made from",
            ),
            InputError::PartnerMayBeSum(name) => explained(
                "is on no list of partners, and may be a sum of others",
                "names of partners, or a row `World`",
                &format!(
                    "to leave its rows out, `--ignore {}`; where every name is a partner of its own, `--all-partners`",
                    quoted(name)
                ),
            ),
            InputError::PartnerCodeInDoubt => explained(
                "is one partner by the codes of China's customs and another by the UN codes (M49)",
                "names, ISO codes, or codes that leave no doubt",
                "say whose codes they are: `--partner-codes customs` or `--partner-codes un`",
            ),
            InputError::MonthAfterPoint => explained(
                "is January, or the October of a spreadsheet that took `2017.10` for a number; the other dates do not show which",
                "a month such as `2017-01` or `2017-10`",
                "write the month with two digits",
            ),
            InputError::MonthOrQuarter { column, spacing } => {
                let what = match spacing {
                    DateSpacing::Quarters => {
                        "the dates are three months apart and may stand for quarters"
                    }
                    DateSpacing::Years => "the dates are a year apart and may stand for years",
                    DateSpacing::OneToFour => {
                        "the dates run from 1 to 4 in each year and may stand for quarters"
                    }
                    DateSpacing::Named => "the name of the column says quarters",
                };
                explained(
                    &format!("{what}, not for months"),
                    "a date for each month, or months such as `2017-09`",
                    &format!("where each is one month: `--ignore '{column}'`"),
                )
            }
            InputError::YearOfTwoDigits => explained(
                "the year has two digits and may be counted in another calendar",
                "a month such as `2017-09`",
                "write the year with four digits",
            ),
            InputError::DayOrMonth => explained(
                "may have the day first or the month first; the other dates do not show which",
                "a month such as `2017-09`",
                "write the year first",
            ),
            InputError::YearToDateFalls => explained(
                "the values are said to be the year to date, but fall within a year",
                "values that never fall from January to December",
                "where they are those of single months, `--ignore 'WORDS'` with the words that say otherwise",
            ),
            InputError::YearToDateUnsaid(time) => explained(
                "the values rise within every year and fall at its end, as those of the year to date do, and nothing says that they are",
                "a title that says it, such as `Cumulative`, or values of single months",
                &format!("where they are those of single months, `--ignore '{time}'`"),
            ),
            InputError::ProductAlone(code) => explained(
                "the title says that the table is of one product alone, and all goods are asked for",
                "`Product: TOTAL`, or a question for the product",
                &format!(
                    "ask for it with `--hs {code}`; where the table holds all goods, `--all-goods`"
                ),
            ),
            InputError::NoSuchMonth(why) => explained(why, "a month such as `2017-09`", ""),
            InputError::PeriodBackwards => explained(
                "the period ends before it begins",
                "a period such as `2017-01..2017-09`",
                "",
            ),
            InputError::UnknownFlow => {
                explained("unknown flow", "`import`, `export` or `total`", "")
            }
            InputError::BalanceIsComputed => explained(
                "a balance is computed from exports and imports, not read",
                "`import`, `export` or `total`",
                "leave the rows of the balance out",
            ),
            InputError::BalanceDiffers => explained(
                "the balance is not exports less imports, so that one of the three is not what it seems",
                "a balance equal to exports less imports",
                "check the rows of this month; if only the balance is defined differently, `--ignore` its name",
            ),
            InputError::UnknownUnit => explained(
                "unknown unit",
                "`1`, `thousand`, `ten thousand`, `million`, `hundred million` or `billion`, of USD or CNY",
                "",
            ),
            InputError::UnknownCurrency => explained("unknown currency", "`USD` or `CNY`", ""),
            InputError::CurrencyDisagrees => explained(
                "the unit names another currency than the row",
                "one currency",
                "",
            ),
            InputError::BadCode => explained("not an HS code", "2, 4, 6, 8 or 10 digits", ""),
            InputError::OddCode => explained(
                "the HS code has an odd number of digits",
                "2, 4, 6, 8 or 10 digits",
                "a spreadsheet drops leading zeros: import the column as text, or put the zero back",
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
                "both or none",
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
