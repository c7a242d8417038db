//! Remarks on an input.

use super::words::{counted, few, left_out, partner, were};
use crate::trade::{InputRemark, SkipReason};

/// A remark of the reader on an input.
pub(super) fn sentence(what: &InputRemark) -> String {
    match what {
        InputRemark::FlowFromName(flow) => format!("read as {flow}s, from the file name"),
        InputRemark::FlowAgainstName { named, given } => {
            format!("the file name says {named}s, but it was given as {given}s; read as {given}s")
        }
        InputRemark::MonthFromName(month) => {
            format!("no month column; read as {month}, from the file name")
        }
        InputRemark::MonthAgainstName { named, given } => {
            format!("the file name says {named}, but it was given as {given}; read as {given}")
        }
        InputRemark::PartnerAssumed(partner_index) => {
            let name = partner(*partner_index, "the partner asked for");
            format!("no partner column; assumed to be trade with {name}")
        }
        InputRemark::CodeBesideName { code, name, line } => format!(
            "partner code `{code}` does not match the name `{name}`, first at line {line}; the \
             code was used"
        ),
        InputRemark::SouthKoreaOnly { south, north } => {
            format!("partner {south} is South Korea; North Korea is {north}")
        }
        InputRemark::Truncated => "exactly 10,000 rows: the platform truncates downloads there \
                                without warning, so rows are probably missing"
            .to_owned(),
        InputRemark::NotATable => "not read: not a table of a known layout".to_owned(),
        InputRemark::TablesNotRead { count, names } => {
            format!(
                "{} with figures in no known layout not read: {}",
                were(*count, "table"),
                few(names, *count)
            )
        }
        InputRemark::NoRows => "no rows below the header".to_owned(),
        InputRemark::GivenTwice => "given more than once; read once".to_owned(),
        InputRemark::FilesSkipped { count, names } => {
            format!("{} not read: {}", were(*count, "file"), few(names, *count))
        }
        InputRemark::PartnerFromName(partner_index) => format!(
            "no partner column; taken as trade with {}, as the file name says",
            partner(*partner_index, "its partner")
        ),
        InputRemark::FlowsReversed(partner_index) => format!(
            "reported from the side of {}; imports and exports were turned round to China's side",
            partner_index.map_or("the partner", |partner_index| partner(
                partner_index,
                "the partner"
            ))
        ),
        InputRemark::DecimalCommas => "decimal commas assumed, as in semicolon-separated files; \
             if not, `--decimal point`"
            .to_owned(),
        InputRemark::IncompleteLastLine { line, text } => format!(
            "the last line, {line}, has no line end, and its number `{text}` fewer decimals than those above: \
             look whether the file is whole"
        ),
        InputRemark::WholeUnits(name) => format!(
            "`{name}` names a currency and no scale: read as whole units of it; if not, `--file-unit`"
        ),
        InputRemark::OthersReported { count, names } => {
            format!(
                "{} reported by other countries, not read: {}",
                counted(*count as u64, "row"),
                names.join(", ")
            )
        }
        InputRemark::ColumnInPart { name, words } => {
            format!("`{name}` was not read: `{words}` in its name may narrow what it holds")
        }
        InputRemark::RowsSkipped {
            why,
            count,
            line,
            text,
        } => {
            let why = match why {
                SkipReason::Sum => "sums or averages of other rows",
                SkipReason::Head => "a repeated header",
                SkipReason::Label => "no value of all imports, all exports or their total",
                SkipReason::Frequency => "not monthly",
                SkipReason::Flow => "of another flow than the file is given as",
                SkipReason::Heading => "under a heading that was not understood",
            };
            format!(
                "{} not taken ({why}), first at line {line}: `{text}`",
                were(*count, "row")
            )
        }
        InputRemark::NotASeries { count, line, text } => {
            let rows = were(*count, "row");
            format!(
                "{rows} not read, being neither imports, exports nor total, first at line \
                 {line}: `{text}`"
            )
        }
        InputRemark::ValueMissing(1) => {
            "1 value is missing (empty, a dash or `..`); it was not treated as zero".to_owned()
        }
        InputRemark::ValueMissing(count) => format!(
            "{count} values are missing (empty, a dash or `..`); they were not treated as zero"
        ),
        InputRemark::EmptyCells {
            partner: partner_index,
            count,
        } => {
            let name = partner(*partner_index, "the partner");
            let cells = match count {
                1 => format!("1 cell of {name} is"),
                _ => format!("{count} cells of {name} are"),
            };
            format!("{cells} empty; not treated as zero")
        }
        InputRemark::GoodsWithoutCode(count) => {
            format!(
                "{} not used: goods named without a code",
                were(*count, "row")
            )
        }
        InputRemark::UnknownUnit { unit, count } => {
            format!("{count} quantities in an unknown unit, `{unit}`, were not used")
        }
        InputRemark::RowsRepaired { count, line } => format!(
            "{} repaired where a comma split the name of the partner, first at line {line}",
            were(*count, "row")
        ),
        InputRemark::RepeatedHeader { count, line } => format!(
            "the header line appears again {} among the rows, first in line {line}: several files seem to have been joined; the rows below it were read too",
            match count {
                1 => "once".to_owned(),
                count => format!("{count} times"),
            }
        ),
        InputRemark::SameAsOtherFlow(other) => format!(
            "the same rows as {other}, which was given for the other flow: one of them is probably a copy under the wrong name"
        ),
        InputRemark::Dropped {
            rows,
            cells,
            line,
            what,
        } => {
            let both = [(*rows, "row"), (*cells, "cell")];
            let both = both.iter().filter(|(count, _)| *count > 0);
            let both: Vec<String> = both.map(|(count, noun)| counted(*count, noun)).collect();
            let at = if rows + cells == 1 { "at" } else { "first at" };
            let both = both.join(" and ");
            format!("{both} skipped (--lenient), {at} line {line}: {what}")
        }
        InputRemark::LeftOut { why, count, line } => format!(
            "{} left out ({}), first at line {line}",
            were(*count, "row"),
            left_out(*why)
        ),
        InputRemark::DatedBeforeTitle(date) => format!(
            "the page is dated {date}, before the month of its title; not used as release date"
        ),
        InputRemark::UnknownPartners { count, names } => {
            format!("partners on no list: {}", few(names, *count))
        }
        InputRemark::BlocsAlone(names) => format!(
            "rows of {} are left out as sums of others, but no member of theirs is in the file; their \
             trade is not in the sum of all partners",
            names.join(", ")
        ),
        InputRemark::FlagNotUsed(flag) => format!("`{flag}` was not used: no file needs it"),
        InputRemark::BlocsLeftOut(count) => format!(
            "{} of continents and blocs left out: sums of the others",
            counted(*count, "row")
        ),
        InputRemark::NoRowFor {
            partner: partner_index,
            of_major,
        } => {
            let major = if *of_major {
                "; it lists major partners only"
            } else {
                ""
            };
            let name = partner(*partner_index, "the partner");
            format!("this table has no row for {name}{major}")
        }
        InputRemark::TwoValues { flow, period } => {
            format!("{flow}s of {period} differ between two columns; the first was used")
        }
    }
}
