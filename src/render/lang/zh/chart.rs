//! Wording for charts.

use super::chinese::Chinese;
use crate::render::lang::pictures::{ChartPhrase, Pictures};

impl Pictures for Chinese {
    fn of_chart(&self, phrase: ChartPhrase) -> &'static str {
        match phrase {
            ChartPhrase::NoData => "无数据",
            ChartPhrase::ChangesBelow => "；下图为同比变化（%）",
            ChartPhrase::Gap => "×及断线：该月无数据；带颜色的仅缺该流向。",
            ChartPhrase::NoChange => "圆点代替柱：无法计算同比。",
            ChartPhrase::Derived => "空心点：由其他公布数据推算，并非直接公布。",
            ChartPhrase::AsPublished => "空心柱：公布的同比。",
            ChartPhrase::BetweenSentences => "",
        }
    }

    fn in_a_row(&self, is_fall: bool, count: u32, at_least: bool) -> String {
        let what = if is_fall { "下降" } else { "增长" };
        let least = if at_least { "至少" } else { "" };
        format!("{least}连续{count}个月{what}")
    }

    fn longest(&self, run: &str) -> String {
        format!("最长：{run}")
    }

    fn run_since(&self, run: &str, since: &str) -> String {
        format!("{run}，自{since}起")
    }

    fn event(&self, label: &str, goods: &[String], has_more: bool) -> String {
        let more = if has_more { "等" } else { "" };
        format!("{label}：{}{more}", goods.join("、"))
    }

    fn change_of(&self, flow: &str) -> String {
        format!("{flow}同比")
    }

    fn does_not_fit(&self, left_out: &str) -> String {
        format!("因宽度所限未画出：{left_out}。`-o chart.svg` 可画出全部。")
    }

    fn drawn_in(&self, unit: &str) -> String {
        format!("单位：{unit}")
    }

    fn in_words(
        &self,
        flow: &str,
        [high, at_high]: [&str; 2],
        [low, at_low]: [&str; 2],
        [end, at_end]: [&str; 2],
    ) -> String {
        format!("{flow}：最高{high}（{at_high}），最低{low}（{at_low}）；{at_end}为{end}。")
    }
}
