//! Wording for streaks, and for highs and lows on record.

use super::korean::Korean;
use crate::render::lang::runs::Runs;
use crate::trade::{Extent, Extreme};

impl Runs for Korean {
    fn without_trade(&self, months: u32, since: &str, at_least: bool) -> String {
        match months {
            1 => format!("{since} 교역 없음"),
            _ if at_least => format!("{since}부터 최소 {months}개월간 교역 없음"),
            _ => format!("{since}부터 {months}개월간 교역 없음"),
        }
    }

    fn turned(&self, is_fall: bool, after: u32, at_least: bool) -> String {
        let turn = if is_fall {
            "감소로 전환"
        } else {
            "증가로 전환"
        };
        let least = if at_least { "최소 " } else { "" };
        format!("{turn}({least}{after}개월 {} 뒤)", way(!is_fall))
    }

    fn no_streak(&self, is_fall: bool) -> &'static str {
        if is_fall {
            "감소 아님"
        } else {
            "증가 아님"
        }
    }

    fn streak(&self, is_fall: bool, count: u32, since: &str, at_least: bool) -> String {
        // One month is no run.
        if at_least && count == 1 {
            let text = if is_fall {
                "감소(이전 월 불명)"
            } else {
                "증가(이전 월 불명)"
            };
            return text.to_owned();
        }
        let least = if at_least { "최소 " } else { "" };
        format!("{since}부터 {least}{count}개월 연속 {}", way(is_fall))
    }

    fn run(&self, is_fall: bool, count: u32, at_least: bool) -> String {
        let least = if at_least { "최소 " } else { "" };
        format!("{least}{count}개월 {}", way(is_fall))
    }

    fn only_on_record(&self) -> &'static str {
        "자료가 있는 유일한 달"
    }

    fn window(&self, months: u32, from: &str, missing: u32) -> String {
        match missing {
            0 => format!("{from}부터 {months}개월"),
            _ => format!("{from}부터 {months}개월({missing}개월 누락)"),
        }
    }

    fn on_record(&self, end: Extreme, window: &str) -> String {
        format!("{window} 중 {}", most(end))
    }

    fn rank(&self, end: Extreme, rank: Option<u32>, window: &str) -> String {
        match (rank, end) {
            (Some(1), _) => format!("{window} 중 공동 {}", most(end)),
            (Some(rank), Extreme::Low) => format!("{window} 중 {rank}번째로 낮음"),
            (Some(rank), Extreme::High) => format!("{window} 중 {rank}번째로 높음"),
            (None, _) => format!("{window} 중 순위 불명"),
        }
    }

    fn extreme_since(&self, end: Extreme, since: &str, figure: &str, how: Extent) -> String {
        let most = most(end);
        match how {
            Extent::AtLeast => format!("적어도 {since}({figure}) 이후 {most}"),
            Extent::Open => format!("자료가 있는 달 중 {since}({figure}) 이후 {most}"),
            Extent::Exact => format!("{since}({figure}) 이후 {most}"),
        }
    }

    fn level_with(&self, month: &str, figure: &str, is_equal: bool) -> String {
        match is_equal {
            true => format!("{month}({figure})과 같음"),
            false => format!("{month}({figure})과 구별할 수 없음"),
        }
    }
}

fn way(is_fall: bool) -> &'static str {
    if is_fall { "감소" } else { "증가" }
}

fn most(end: Extreme) -> &'static str {
    match end {
        Extreme::Low => "최저",
        Extreme::High => "최고",
    }
}
