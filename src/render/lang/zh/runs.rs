//! Wording for streaks, and for highs and lows on record.

use super::chinese::Chinese;
use crate::render::lang::runs::Runs;
use crate::trade::{Extent, Extreme};

impl Runs for Chinese {
    fn without_trade(&self, months: u32, since: &str, at_least: bool) -> String {
        match months {
            1 => format!("{since}无贸易"),
            _ if at_least => format!("{since}起至少连续{months}个月无贸易"),
            _ => format!("{since}起连续{months}个月无贸易"),
        }
    }

    fn turned(&self, is_fall: bool, after: u32, at_least: bool) -> String {
        let turn = if is_fall {
            "由升转降"
        } else {
            "由降转升"
        };
        let least = if at_least { "至少" } else { "" };
        format!("{turn}，此前{least}连续{after}个月{}", way(!is_fall))
    }

    fn no_streak(&self, is_fall: bool) -> &'static str {
        if is_fall {
            "本月未下降"
        } else {
            "本月未增长"
        }
    }

    fn streak(&self, is_fall: bool, count: u32, since: &str, at_least: bool) -> String {
        // One month is no run.
        if at_least && count == 1 {
            let text = if is_fall {
                "下降（此前月份不详）"
            } else {
                "增长（此前月份不详）"
            };
            return text.to_owned();
        }
        let least = if at_least { "至少" } else { "" };
        format!("{since}起{least}连续{count}个月{}", way(is_fall))
    }

    fn run(&self, is_fall: bool, count: u32, at_least: bool) -> String {
        let least = if at_least { "至少" } else { "" };
        format!("{least}{count}个月{}", way(is_fall))
    }

    fn only_on_record(&self) -> &'static str {
        "唯一有数据的月份"
    }

    fn window(&self, months: u32, from: &str, missing: u32) -> String {
        match missing {
            0 => format!("{from}起{months}个月"),
            _ => format!("{from}起{months}个月（缺{missing}个月）"),
        }
    }

    fn on_record(&self, end: Extreme, window: &str) -> String {
        format!("{window}中{}", most(end))
    }

    fn rank(&self, end: Extreme, rank: Option<u32>, window: &str) -> String {
        match (rank, end) {
            (Some(1), _) => format!("{window}中并列{}", most(end)),
            (Some(rank), Extreme::Low) => format!("{window}中由低到高第{rank}位"),
            (Some(rank), Extreme::High) => format!("{window}中由高到低第{rank}位"),
            (None, _) => format!("{window}中位次不定"),
        }
    }

    fn extreme_since(&self, end: Extreme, since: &str, figure: &str, how: Extent) -> String {
        let most = most(end);
        match how {
            Extent::AtLeast => format!("至少是{since}（{figure}）以来{most}"),
            Extent::Open => format!("已知月份中{since}（{figure}）以来{most}"),
            Extent::Exact => format!("{since}（{figure}）以来{most}"),
        }
    }

    fn level_with(&self, month: &str, figure: &str, is_equal: bool) -> String {
        match is_equal {
            true => format!("与{month}（{figure}）持平"),
            false => format!("与{month}（{figure}）难分高低"),
        }
    }
}

fn way(is_fall: bool) -> &'static str {
    if is_fall { "下降" } else { "增长" }
}

fn most(end: Extreme) -> &'static str {
    match end {
        Extreme::Low => "最低",
        Extreme::High => "最高",
    }
}
