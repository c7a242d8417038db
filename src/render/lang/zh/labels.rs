//! Names of subjects, columns and rows in tables.

use super::chinese::Chinese;
use crate::render::lang::labels::{Label, Labels};
use crate::report::{Head, ListOf, Subject, Word};
use crate::trade::{Breakdown, Flow};

impl Labels for Chinese {
    fn subject(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::Yoy => "同比变化",
            Subject::YoyOfPeriod => "同比变化",
            Subject::Streaks => "当前连续增减",
            Subject::Links => "当前连续增减逐月明细",
            Subject::LongestStreaks => "最长连续增减",
            Subject::Series => "逐月数据",
            Subject::Movers => "主要拉动商品",
            Subject::Brief => "概况",
            Subject::Record => "历史高低",
            Subject::Chart | Subject::Page => "",
            Subject::Inspect => "数据概况",
            Subject::Files => "文件",
            Subject::Coverage => "覆盖月份",
            Subject::Texts => "列与文字",
            Subject::Findings => "检查结果",
            Subject::Revisions => "历次公布",
            Subject::Sanctions => "商品制裁措施",
            Subject::SanctionedTrade => "生效制裁措施下的贸易",
            Subject::SanctionsCoverage => "制裁覆盖比重",
            Subject::SanctionsCaps => "限额使用情况",
            Subject::Claims => "核查结果",
            Subject::Figures => "所用数据",
            Subject::Workings => "数据的计算过程",
            Subject::Receipt => "此前结果是否仍成立",
            Subject::Archive => "存档内容",
            Subject::List(of) => self.list_of(of),
        }
    }

    fn list_of(&self, of: ListOf) -> &'static str {
        match of {
            ListOf::Goods => "商品HS编码及内置数据情况",
            ListOf::Groups => "商品组及内置数据情况",
            ListOf::Partners => "贸易伙伴及内置数据情况",
            ListOf::Layouts => "可读取的文件格式",
            ListOf::Columns => "各命令的数据列",
            ListOf::Measures => "度量、核查指标与制裁措施",
            ListOf::Releases => "海关总署公布日程",
        }
    }

    fn head(&self, head: Head) -> &'static str {
        match head {
            Head::Flow => "项目",
            Head::Contribution => "拉动\u{200b}（百分点）",
            Head::Quantity => "数量\u{200b}同比",
            Head::UnitValue => "单价\u{200b}同比",
            Head::Unit => "单位",
            Head::Share => "比重",
            Head::Month => "月份",
            Head::MonthEarlier => "上月",
            Head::YearEarlier => "上年同期",
            Head::Value => "金额",
            Head::Change => "增减额",
            Head::Yoy => "同比",
            Head::YoyOfPeriod => "同比",
            Head::Mom => "环比",
            Head::Printed => "公布\u{200b}同比",
            Head::Streak => "连续增减",
            Head::YearToDate => "累计",
            Head::YearToDateYoy => "累计\u{200b}同比",
            Head::Rolling3 => "近3\u{200b}个月",
            Head::Rolling3Yoy => "近3\u{200b}个月\u{200b}同比",
            Head::Rolling12 => "近12\u{200b}个月",
            Head::Rolling12Yoy => "近12\u{200b}个月\u{200b}同比",
            Head::Basis => "依据",
            Head::Since => "起始",
            Head::Until => "截至",
            Head::Link => "序号",
            Head::Weakest => "最小变动",
            Head::File => "文件",
            Head::Rows => "行数",
            Head::Holds => "内容",
            Head::Released => "公布日期",
            Head::Year => "年",
            Head::Finding => "结果",
            Head::Claim => "编号",
            Head::Sentence => "句",
            Head::Metric => "指标",
            Head::Claimed => "声称值",
            Head::Found => "数据",
            Head::Verdict => "判定",
            Head::Now => "现在",
            Head::Reading => "可成立\u{200b}的解读",
            Head::Against => "对照",
            Head::Difference => "差",
            Head::Count => "数目",
            Head::Record => "历史排位",
            Head::Before => "此前",
            Head::YoyBefore => "此前\u{200b}同比",
            Head::RevisedBy => "修订幅度",
            Head::Instrument => "依据",
            Head::Measure => "措施",
            Head::Goods => "商品",
            Head::HsCodes => "HS编码",
            Head::Kind => "种类",
            Head::InForce => "生效",
            Head::Period => "时期",
            Head::FirstFullMonth => "首个\u{200b}完整月",
            Head::Phase => "阶段",
            Head::On => "日期",
            Head::AtLeast => "至少",
            Head::AtMost => "至多",
            Head::Amount => "数量",
            Head::Used => "已用",
            Head::Cap => "限额",
            Head::ShareOfCap => "占限额",
            Head::Bound => "确定性",
            Head::Code => "编码",
            Head::Group => "商品组",
            Head::Partner => "贸易伙伴",
            Head::Name => "名称",
            Head::Figures => "数据条数",
            Head::From => "起",
            Head::To => "止",
            Head::Layout => "格式",
            Head::Recognised => "识别依据",
            Head::Command => "命令",
            Head::ColumnName => "列",
            Head::Meaning => "含义",
            Head::Table => "统计表",
            Head::Figure => "数据",
            Head::Result => "结果",
            Head::Formula => "算式",
            Head::Definition => "定义",
            Head::Publisher => "公布者",
            Head::Address => "网址",
            Head::Line => "行",
            Head::Then => "当时",
            Head::Current => "有效行数",
            Head::Status => "状态",
            // These have headers of their own.
            Head::At(_) | Head::LastMonths(_) | Head::Column(_) | Head::Part(_) => "",
        }
    }

    fn flow(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Import => "进口",
            Flow::Export => "出口",
            Flow::Total => "进出口",
            Flow::Balance => "贸易差额",
        }
    }

    fn word(&self, word: Word) -> &'static str {
        super::cells::word(word)
    }

    fn part_of(&self, by: Breakdown) -> &'static str {
        match by {
            Breakdown::Chapter => "章",
            Breakdown::Heading => "品目",
            Breakdown::Subheading => "子目",
            Breakdown::Code => "商品编码",
            Breakdown::Group => "商品组",
            Breakdown::Province => "注册地",
            Breakdown::TradeMode => "贸易方式",
            Breakdown::Partner => "贸易伙伴",
            Breakdown::Sanction => "制裁",
            Breakdown::TariffLine => "税号",
        }
    }

    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::YearEarlierOfPeriod => "上年同期",
            Label::Mom => "环比",
            Label::Weakest => "最小变动",
            Label::Notes => "注：",
            Label::None => "无",
            Label::Source => "来源",
            Label::Year => "年",
        }
    }

    fn and_more(&self, count: usize) -> String {
        format!("及另外{count}个")
    }

    fn fold(&self, times: &str) -> String {
        format!("({times}倍)")
    }

    fn percent_in(&self, percent: &str, month: &str) -> String {
        format!("{month}：{percent}%")
    }
}
