//! Remarks on an input.

use super::words::{day, few, flow, left_out, partner, period};
use crate::trade::{InputRemark, SkipReason};

/// A remark of the reader on an input.
pub(super) fn sentence(what: &InputRemark) -> String {
    match what {
        InputRemark::FlowFromName(of) => format!("按文件名作为{}数据", flow(*of)),
        InputRemark::FlowAgainstName { named, given } => format!(
            "文件名指向{}，但指定为{}；以指定为准",
            flow(*named),
            flow(*given)
        ),
        InputRemark::MonthFromName(of) => format!("无月份列，按文件名作为{}", period(*of)),
        InputRemark::MonthAgainstName { named, given } => format!(
            "文件名指向{}，但指定为{}；以指定为准",
            period(*named),
            period(*given)
        ),
        InputRemark::PartnerAssumed(partner_index) => {
            format!("无贸易伙伴列，作为与{}的贸易", partner(*partner_index))
        }
        InputRemark::CodeBesideName { code, name, line } => {
            format!("伙伴编码{code}与名称“{name}”不符（首见第{line}行），以编码为准")
        }
        InputRemark::SouthKoreaOnly { south, north } => {
            format!("编码{south}是韩国，朝鲜为{north}")
        }
        InputRemark::Truncated => {
            "恰好10000行：平台下载超过此数即被截断且不提示，数据可能不全".to_owned()
        }
        InputRemark::NotATable => "不是可识别的表格，未读取".to_owned(),
        InputRemark::TablesNotRead { count, names } => {
            format!(
                "{count}个含数据但格式未知的表未读取：{}",
                few(names, *count)
            )
        }
        InputRemark::NoRows => "表头下没有数据".to_owned(),
        InputRemark::GivenTwice => "重复给出，只读取一次".to_owned(),
        InputRemark::FilesSkipped { count, names } => {
            format!("{count}个文件未读取：{}", few(names, *count))
        }
        InputRemark::PartnerFromName(partner_index) => {
            format!("无伙伴列；按文件名视为与{}的贸易", partner(*partner_index))
        }
        InputRemark::FlowsReversed(partner_index) => format!(
            "文件按{}一方统计，进口与出口已换为中国一方",
            partner_index.map_or("伙伴", partner)
        ),
        InputRemark::DecimalCommas => {
            "以分号分列的文件，小数点按逗号处理；如非如此，请用 `--decimal point`".to_owned()
        }
        InputRemark::IncompleteLastLine { line, text } => format!(
            "末行（第{line}行）没有换行符，其数值`{text}`的小数位少于上面各行：请核对文件是否完整"
        ),
        InputRemark::WholeUnits(name) => {
            format!(
                "`{name}`只写明货币，未写明数量级，按整数单位读取；如非如此，请用 `--file-unit`"
            )
        }
        InputRemark::OthersReported { count, names } => {
            format!(
                "{count}行由中国以外的国家报告，未采用：{}",
                names.join("、")
            )
        }
        InputRemark::ColumnInPart { name, words } => {
            format!("“{name}”未读取：列名中的“{words}”可能限定其范围")
        }
        InputRemark::RowsSkipped {
            why,
            count,
            line,
            text,
        } => {
            let why = match why {
                SkipReason::Sum => "其他行的合计或平均",
                SkipReason::Head => "重复的表头",
                SkipReason::Label => "不是全部进口、出口或进出口的金额",
                SkipReason::Frequency => "不是月度数据",
                SkipReason::Flow => "与文件所指定的进出口方向不同",
                SkipReason::Heading => "位于未能识别的小标题之下",
            };
            format!("{count}行未采用（{why}；首见第{line}行：“{text}”）")
        }
        InputRemark::NotASeries { count, line, text } => {
            format!("{count}行不属于进口、出口或进出口，未读取（首见第{line}行：“{text}”）")
        }
        InputRemark::ValueMissing(count) => {
            format!("{count}个数值缺失（空白、横线或“..”），未按零处理")
        }
        InputRemark::EmptyCells {
            partner: partner_index,
            count,
        } => {
            format!(
                "{}有{count}个空白单元格，未按零处理",
                partner(*partner_index)
            )
        }
        InputRemark::GoodsWithoutCode(count) => {
            format!("{count}行有商品名称而无编码，未采用")
        }
        InputRemark::UnknownUnit { unit, count } => {
            format!("{count}个数量的单位“{unit}”无法识别，未采用")
        }
        InputRemark::RowsRepaired { count, line } => {
            format!("{count}行因伙伴名称中的逗号被拆开，已复原（首见第{line}行）")
        }
        InputRemark::RepeatedHeader { count, line } => {
            format!(
                "表头在数据行中又出现{count}次（首见第{line}行），似由多个文件拼接而成；其下各行均已读入"
            )
        }
        InputRemark::SameAsOtherFlow(other) => {
            format!("各行与{other}相同，而两者给定为不同流向；其中之一可能是误名的副本")
        }
        InputRemark::Dropped {
            rows, cells, line, ..
        } => {
            let mut both = Vec::new();
            if *rows > 0 {
                both.push(format!("{rows}行"));
            }
            if *cells > 0 {
                both.push(format!("{cells}个单元格"));
            }
            format!("跳过{}（--lenient），首见第{line}行", both.join("和"))
        }
        InputRemark::LeftOut { why, count, line } => {
            format!("{count}行未计入（{}），首见第{line}行", left_out(*why))
        }
        InputRemark::DatedBeforeTitle(date) => {
            let date = day(*date);
            format!("页面日期{date}早于标题所示月份，未作为公布日期")
        }
        InputRemark::UnknownPartners { count, names } => {
            format!("不在伙伴名单中的名称：{}", few(names, *count))
        }
        InputRemark::BlocsAlone(names) => format!(
            "{}的合计未计入，而文件中没有其成员：全部伙伴之和不含其贸易",
            names.join("、")
        ),
        InputRemark::FlagNotUsed(flag) => format!("未用到 `{flag}`：没有文件需要它"),
        InputRemark::BlocsLeftOut(count) => format!("未计入洲和区域组织合计{count}行"),
        InputRemark::NoRowFor {
            partner: partner_index,
            of_major,
        } => {
            let major = if *of_major {
                "（仅列主要伙伴）"
            } else {
                ""
            };
            format!("本表没有{}一行{major}", partner(*partner_index))
        }
        InputRemark::TwoValues {
            flow: of,
            period: at,
        } => format!("{}{}在两列中数值不同，采用前者", period(*at), flow(*of)),
    }
}
