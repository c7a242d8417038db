//! Wording for charts.

use super::korean::Korean;
use crate::render::lang::pictures::{ChartPhrase, Pictures};

impl Pictures for Korean {
    fn of_chart(&self, phrase: ChartPhrase) -> &'static str {
        match phrase {
            ChartPhrase::NoData => "자료 없음",
            ChartPhrase::ChangesBelow => "; 아래는 전년 동월 대비 증감률(%)",
            ChartPhrase::Gap => "×와 끊긴 선: 해당 월 자료 없음(색이 있으면 그 흐름만).",
            ChartPhrase::NoChange => "막대 대신 점: 증감률을 계산할 수 없음.",
            ChartPhrase::Derived => "빈 원: 직접 공표되지 않고 다른 공표치에서 계산한 값.",
            ChartPhrase::AsPublished => "테두리 막대: 공표된 증감률.",
            ChartPhrase::BetweenSentences => " ",
        }
    }

    fn in_a_row(&self, is_fall: bool, count: u32, at_least: bool) -> String {
        let what = if is_fall { "감소" } else { "증가" };
        let least = if at_least { "최소 " } else { "" };
        format!("{least}{count}개월 연속 {what}")
    }

    fn longest(&self, run: &str) -> String {
        format!("최장: {run}")
    }

    fn run_since(&self, run: &str, since: &str) -> String {
        format!("{since}부터 {run}")
    }

    fn event(&self, label: &str, goods: &[String], has_more: bool) -> String {
        let more = if has_more { " 등" } else { "" };
        // Some names contain commas.
        let has_commas = goods.iter().any(|name| name.contains(','));
        let between = if has_commas { "; " } else { ", " };
        format!("{label}: {}{more}", goods.join(between))
    }

    fn change_of(&self, flow: &str) -> String {
        format!("{flow} 증감률")
    }

    fn does_not_fit(&self, left_out: &str) -> String {
        format!("폭이 모자라 그리지 않은 기간: {left_out}. `-o chart.svg`로 모두 그립니다.")
    }

    fn drawn_in(&self, unit: &str) -> String {
        format!("단위: {unit}")
    }

    fn in_words(
        &self,
        flow: &str,
        [high, at_high]: [&str; 2],
        [low, at_low]: [&str; 2],
        [end, at_end]: [&str; 2],
    ) -> String {
        format!("{flow}: 최고 {high}({at_high}), 최저 {low}({at_low}); {at_end} {end}.")
    }
}
