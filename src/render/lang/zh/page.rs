//! Wording for pages.

use super::chinese::Chinese;
use crate::render::lang::pages::{PagePhrase, Pages};
use crate::render::lang::who;
use crate::render::options::Lang;
use crate::report::{MonthState, Subject};
use crate::trade::{Measured, Perspective, SaidBy};

impl Pages for Chinese {
    fn of_page(&self, phrase: PagePhrase) -> &'static str {
        match phrase {
            PagePhrase::BeforeYouQuote => "引用前请注意",
            PagePhrase::Notes => "注",
            PagePhrase::Sources => "来源",
            PagePhrase::HowMade => "本页如何生成",
            PagePhrase::Columns => "各列含义",
            PagePhrase::MadeBy => "制作程序",
            PagePhrase::Skip => "跳至数据",
            PagePhrase::Copy => "复制以上文字",
            PagePhrase::Copied => "已复制",
            PagePhrase::MarkedInChart => "图中标出：",
            PagePhrase::Download => "下载此表（CSV）",
        }
    }

    fn over(&self, part: Subject) -> &'static str {
        match part {
            Subject::Yoy | Subject::YoyOfPeriod => "当月",
            Subject::Links => "连续增减逐月明细",
            Subject::Record => "历史高低",
            Subject::Movers => "主要商品",
            Subject::SanctionedTrade => "受制裁商品的贸易",
            Subject::Sanctions => "生效中的措施",
            _ => "逐月数据",
        }
    }

    fn since(&self, month: &str) -> String {
        format!("{month}以来")
    }

    fn month_by_month(&self, unit: &str) -> String {
        format!("单位：{unit}；同比变化为百分比；.. 表示无数据")
    }

    fn how_to_reproduce(&self, version: &str, hash: &str) -> String {
        format!(
            "tradecheck {version}；本页数据的SHA-256为{hash}。同一命令、同一数据生成的文件逐字节相同。"
        )
    }

    fn depends_on(&self, flow: &str, period: &str, percent: &str) -> String {
        format!(
            "{flow}：连续增减取决于变动最小的{period}（{percent}），该月若有小幅修订，连续月数即会减少。"
        )
    }

    fn worked_back(
        &self,
        flow: &str,
        (change, by): (&str, &SaidBy),
        period: &str,
        base: Measured,
    ) -> String {
        let whose = match by {
            SaidBy::Customs => "海关公布数".to_owned(),
            SaidBy::Publisher(who) => format!("{}计算的数", who::who(who, Lang::Zh)),
            SaidBy::Unknown => "公布数".to_owned(),
        };
        let base = super::amounts::measured(base);
        format!("{flow}同比{change}为{whose}；{period}数据（{base}）系据此推算，并非公布数。")
    }

    fn whose_imports(&self, partner: &str, perspective: Perspective) -> String {
        match perspective {
            Perspective::Partner => {
                format!("此处“进口”指{partner}自中国进口，即中国海关统计的出口。")
            }
            Perspective::Reporter => {
                format!("“进口”指中国自{partner}进口，按到岸价计；出口按离岸价计。")
            }
        }
    }

    fn state(&self, state: MonthState) -> &'static str {
        match state {
            MonthState::Zero => "无贸易",
            MonthState::Combined => "仅有1至2月合计",
            MonthState::Cumulative => "仅有累计数",
            MonthState::Present | MonthState::Missing => "缺",
        }
    }
}
