//! Wording for charts.

use super::english::English;
use crate::render::lang::pictures::{ChartPhrase, Pictures};

impl Pictures for English {
    fn of_chart(&self, phrase: ChartPhrase) -> &'static str {
        match phrase {
            ChartPhrase::NoData => "no data",
            ChartPhrase::ChangesBelow => "; below, change from a year earlier in percent",
            ChartPhrase::Gap => "× and a gap: no figure for the month; in colour, of one flow.",
            ChartPhrase::NoChange => "A dot in place of a bar: no change can be computed.",
            ChartPhrase::Derived => {
                "A ring: worked out from other published figures, not printed itself."
            }
            ChartPhrase::AsPublished => "A bar in outline: the change as published.",
            ChartPhrase::BetweenSentences => " ",
        }
    }

    fn in_a_row(&self, is_fall: bool, count: u32, at_least: bool) -> String {
        let what = if is_fall { "falls" } else { "rises" };
        let least = if at_least { "at least " } else { "" };
        format!("{least}{count} {what} in a row")
    }

    fn longest(&self, run: &str) -> String {
        format!("longest: {run}")
    }

    fn run_since(&self, run: &str, since: &str) -> String {
        format!("{run}, since {since}")
    }

    fn event(&self, label: &str, goods: &[String], has_more: bool) -> String {
        let more = if has_more { ", …" } else { "" };
        // Some names contain commas.
        let has_commas = goods.iter().any(|name| name.contains(','));
        let between = if has_commas { "; " } else { ", " };
        format!("{label}: {}{more}", goods.join(between))
    }

    fn change_of(&self, flow: &str) -> String {
        format!("{flow}, y/y")
    }

    fn does_not_fit(&self, left_out: &str) -> String {
        format!("Not drawn for want of room: {left_out}. `-o chart.svg` draws them all.")
    }

    fn drawn_in(&self, unit: &str) -> String {
        format!("In {unit}")
    }

    fn in_words(
        &self,
        flow: &str,
        [high, at_high]: [&str; 2],
        [low, at_low]: [&str; 2],
        [end, at_end]: [&str; 2],
    ) -> String {
        format!("{flow}: highest {high} in {at_high}, lowest {low} in {at_low}; {end} in {at_end}.")
    }
}
