//! Remarks on how the series were made.

use super::amounts::as_distinct;
use super::english::English;
use super::words::{and_more, counted, few, uncovered, were};
use crate::render::lang::lists::things;
use crate::trade::{AllGoods, SetRemark, Shortfall};

/// A remark on how the series were made.
pub(super) fn sentence(what: &SetRemark) -> String {
    match what {
        SetRemark::SumsOfDetail => {
            "values are sums of detail rows: all goods only if the files hold all goods".to_owned()
        }
        SetRemark::OneCode(code) => {
            let chapter = if code.len() == 2 { "chapter " } else { "" };
            format!("every row is of HS {chapter}{code}: these are figures of it, not of all goods")
        }
        SetRemark::FewChapters { chapters, short } => {
            let chapters = chapters.join(", ");
            match short {
                Some(Shortfall {
                    flow,
                    period,
                    sum,
                    total,
                }) => {
                    let [sum, total] = as_distinct(sum, total);
                    format!(
                        "every row is of HS chapters {chapters}: {flow}s of {period} sum to {sum}, \
                         of a published total of {total}"
                    )
                }
                None => format!(
                    "every row is of HS chapters {chapters}, and nothing shows that these are all \
                     goods (`--all-goods` if they are)"
                ),
            }
        }
        SetRemark::OnePart(parts) => {
            let parts = things(parts, parts.len(), &English);
            format!("every row is of {parts}: these are figures of that, not of all trade")
        }
        SetRemark::TooCoarse { goods, by } => {
            let wanted = match by {
                Some(by) if goods.is_all() => format!("the {}", by.name()),
                Some(by) => format!("{goods} by {}", by.name()),
                None => goods.to_string(),
            };
            format!("months whose details are too coarse for {wanted} are left out")
        }
        SetRemark::NotWhole(months) => uncovered(
            months,
            "which a file of few chapters, or a truncated one, leaves open \
             (`--all-goods` where the files hold all goods)",
        ),
        SetRemark::FewerFiles(months) => {
            let flag = months.flag();
            let why = format!("which other months have (`{flag}` where there was no such trade)");
            uncovered(months, &why)
        }
        SetRemark::TakenAsNone { count, codes, why } => {
            let codes = few(codes, *count);
            let why = match why {
                AllGoods::Stated => "`--all-goods` says that the files hold all goods".to_owned(),
                AllGoods::Total => "the rows add up to the published totals".to_owned(),
                AllGoods::Chapters(chapters) => {
                    format!("the files hold {}", counted(*chapters, "chapter"))
                }
            };
            format!("no row of HS {codes} in any file: treated as no trade, since {why}")
        }
        SetRemark::FilesOverlap {
            flow,
            period,
            months,
            rows,
        } => format!(
            "{flow}s of {period}{}: several files share rows and each has rows that the \
             others lack ({rows} in all); every row is counted, even one that a later download \
             may have dropped",
            and_more(*months)
        ),
        SetRemark::RowsJoined(count) => format!(
            "{} added to another row with the same file, month, flow, partner and code: the \
             column that distinguishes them is missing",
            were(*count, "row")
        ),
        SetRemark::RowsRepeated(count) => format!(
            "{} found in several files with the same value and counted once",
            were(*count, "row")
        ),
        SetRemark::RowsRevised(count) => format!(
            "{} found in several files with different values: the later release was used, or, \
             where none is dated, the file named later",
            were(*count, "row")
        ),
        SetRemark::TakenByOrder { taken, other } => format!(
            "{taken} was taken over {other}, which differs: no release date tells which is later, and \
             nothing but their order said so"
        ),
        SetRemark::TakenAsAllGoods(files) => format!(
            "taken to hold all goods, after rows of ten or more chapters in the month: {}",
            few(files, files.len())
        ),
        SetRemark::Copies {
            file,
            lines: 1,
            line,
            original,
        } => {
            format!("{file}: line {line} is equal in every cell to line {original} and counts once")
        }
        SetRemark::Copies {
            file,
            lines,
            line,
            original,
        } => format!(
            "{file}: {lines} lines are equal in every cell to earlier ones and count once, \
             first line {line}, a copy of line {original}"
        ),
        SetRemark::BlankBreakdown { rows, file, line } => format!(
            "{} with a blank province or trade mode, first at {file}:{line}: in the totals, and \
             in none of those",
            counted(*rows, "row")
        ),
        SetRemark::Undated { rows, as_of } => format!(
            "{} without a release date left out: nothing says whether known by {as_of}",
            counted(*rows, "row")
        ),
    }
}
