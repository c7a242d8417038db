//! What findings of `inspect` say.

use super::dates;
use crate::report::FindingText;

/// A finding in words.
pub(super) fn text(finding: FindingText) -> String {
    let text = match finding {
        FindingText::NoData(period) => return format!("无{}数据", dates::period(period)),
        FindingText::InsideOnly(period) => {
            return format!("仅含于{}的公布数", dates::period(period));
        }
        FindingText::CutOff => "正好10,000行：平台在此截断下载且不提示",
        FindingText::TwoFiles => "两个文件不同，且没有日期表明孰先孰后：采用列在后面的文件",
        FindingText::RevisedAsImplied => "已修订，由一年后公布的变动推知",
        FindingText::RevisedLater => "已由后来的公布修订",
        FindingText::Details => "明细之和与公布数不符",
        FindingText::Levels => "同一贸易有两种细分程度，采用较大的合计",
        FindingText::Flows => "进口与出口之和与公布的进出口总额不符",
        FindingText::YtdSum => "累计数不等于各月首次公布数之和：其后有月份修订，但不知是哪个月",
        FindingText::YtdStep => "累计数不等于上期累计加当月首次公布数：此前月份或累计数本身已修订",
        FindingText::Repeated => "多个文件中数值相同：只计一次",
        FindingText::Joined => "同一文件中仅数值不同的行：相加",
        FindingText::Currencies => "美元数与人民币数隐含的汇率偏差超过1%：其中之一是修订前的数字",
        FindingText::Copied => "同一文件中各格完全相同的行：只计一次",
    };
    text.to_owned()
}
