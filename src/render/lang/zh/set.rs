//! Remarks on how the series were made.

use super::amounts::as_distinct;
use super::chinese::Chinese;
use super::words::{and_more, breakdown, few, flow, period, uncovered};
use crate::render::lang::lists::things;
use crate::trade::{AllGoods, SetRemark};

/// A remark on how the series were made.
pub(super) fn sentence(what: &SetRemark) -> String {
    match what {
        SetRemark::SumsOfDetail => "数值为明细合计，文件含全部商品时才是全部商品".to_owned(),
        SetRemark::OneCode(code) if code.len() == 2 => {
            format!("各行均属HS第{code}章，数值仅为该章，不是全部商品")
        }
        SetRemark::OneCode(code) => {
            format!("各行均属HS {code}，数值仅为该商品，不是全部商品")
        }
        SetRemark::FewChapters { chapters, short } => {
            let chapters = chapters.join("、");
            match short {
                Some(short) => {
                    let [sum, total] = as_distinct(&short.sum, &short.total);
                    let (flow, period) = (flow(short.flow), period(short.period));
                    format!("各行均属HS第{chapters}章：{period}{flow}合计{sum}，公布总额为{total}")
                }
                None => format!(
                    "各行均属HS第{chapters}章，无从表明这些即为全部商品（如是，请用`--all-goods`）"
                ),
            }
        }
        SetRemark::OnePart(parts) => {
            format!(
                "各行均属{}，数值仅为该部分，不是全部贸易",
                things(parts, parts.len(), &Chinese)
            )
        }
        SetRemark::TooCoarse { goods, by } => {
            let by = by.map(|by| format!("（按{}）", breakdown(by)));
            let goods = if goods.is_all() {
                "分类".to_owned()
            } else {
                goods.to_string()
            };
            format!(
                "部分月份明细过粗，无法区分{goods}{}，未计入",
                by.unwrap_or_default()
            )
        }
        SetRemark::NotWhole(months) => uncovered(
            months,
            "整体数据不详",
            "章数较少或被截断的文件不能说明其他商品（如文件含全部商品，请加`--all-goods`）",
        ),
        SetRemark::FewerFiles(months) => {
            let flag = months.flag();
            let why = format!("其他月份含有，不可比（如当月确无此贸易，请加`{flag}`）");
            uncovered(months, "整体数据不详", &why)
        }
        SetRemark::TakenAsNone { count, codes, why } => {
            let codes = few(codes, *count);
            let why = match why {
                AllGoods::Stated => "已指定`--all-goods`".to_owned(),
                AllGoods::Total => "各行之和与公布的总值相符".to_owned(),
                AllGoods::Chapters(chapters) => format!("文件含{chapters}章商品"),
            };
            format!("各文件均无HS {codes}，{why}，按无贸易处理")
        }
        SetRemark::FilesOverlap {
            flow: of,
            period: at,
            months,
            rows,
        } => format!(
            "{}{}{}：多个文件含相同的行，又各有独有的行（共{rows}行），全部计入，可能包含后来已删除的行",
            period(*at),
            flow(*of),
            and_more(*months)
        ),
        SetRemark::RowsJoined(count) => {
            format!("同一文件中{count}行的月份、流向、伙伴和编码相同而无可区分的列，已相加")
        }
        SetRemark::RowsRepeated(count) => {
            format!("{count}行在多个文件中重复且数值相同，只计一次")
        }
        SetRemark::RowsRevised(count) => {
            format!("{count}行在多个文件中数值不同：采用较晚公布者，均无日期时采用后给出的文件")
        }
        SetRemark::TakenByOrder { taken, other } => {
            format!("采用{taken}而非{other}，两者数值不同：无公布日期可分先后，仅依文件顺序")
        }
        SetRemark::TakenAsAllGoods(files) => format!(
            "当月含十章以上商品，视为含全部商品：{}",
            few(files, files.len())
        ),
        SetRemark::Copies {
            file,
            lines,
            line,
            original,
        } => format!(
            "{file}：{lines}行与前面的行完全相同，只计一次，首见第{line}行（同第{original}行）"
        ),
        SetRemark::BlankBreakdown { rows, file, line } => {
            format!("{rows}行的地区或贸易方式为空，首见{file}:{line}：计入合计，不计入其中任何一项")
        }
        SetRemark::Undated { rows, as_of } => {
            format!("{rows}行无公布日期，未计入：不能确定{as_of}前是否已公布")
        }
    }
}
