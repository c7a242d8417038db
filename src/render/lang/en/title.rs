//! Titles of tables.

use super::dates;
use super::english::English;
use crate::render::lang::labels::Labels;
use crate::render::lang::titles::Titles;
use crate::render::options::MoneyUnit;
use crate::trade::{Breakdown, Currency, Period, QuantityUnit};

impl Titles for English {
    fn all_partners(&self) -> &'static str {
        "all partners"
    }

    fn partners_in_data(&self, count: usize) -> String {
        match count {
            1 => "the one partner in the data".to_owned(),
            _ => format!("the {count} partners in the data"),
        }
    }

    fn only_partner(&self, partner: &str) -> String {
        format!("{partner}, the only partner in the data")
    }

    fn partners(&self, names: &[&str]) -> String {
        match names {
            [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            _ => names.concat(),
        }
    }

    fn with_unit(&self, title: &str, unit: &str) -> String {
        format!("{title} ({unit})")
    }

    fn whole(&self, whose: &str, when: &str, subject: &str) -> String {
        let when = if when.is_empty() {
            String::new()
        } else {
            format!(", {when}")
        };
        let colon = if subject.is_empty() { "" } else { ": " };
        format!("{whose}{when}{colon}{subject}")
    }

    fn latest_with_change(&self, values_reach: &str) -> String {
        format!(" (latest with a change; values reach {values_reach})")
    }

    fn as_released_by(&self, day: &str) -> String {
        format!(", as released by {day}")
    }

    fn in_goods(&self, goods: &str) -> String {
        format!(" in {goods}")
    }

    fn by(&self, breakdown: Breakdown) -> String {
        format!(" by {}", self.part_of(breakdown).to_lowercase())
    }

    fn china_with(&self, partner: &str, _is_all: bool) -> String {
        format!("China's trade with {partner}")
    }

    fn with_china(&self, partner: &str, is_all: bool) -> String {
        let owner = partner.replacen("all", "All", usize::from(is_all));
        format!("{}{} trade with China", owner, ending(partner))
    }

    fn reported_from(&self, partner: Option<&str>) -> String {
        match partner {
            Some(partner) => format!(
                ", seen from {partner}{} side (China's customs figures)",
                ending(partner)
            ),
            None => ", seen from the partners' side (China's customs figures)".to_owned(),
        }
    }

    fn span(&self, period: Period) -> String {
        match period.is_month() {
            true => dates::period(period),
            false => format!("{} to {}", period.from, period.to),
        }
    }

    fn quantity(&self) -> &'static str {
        "quantity"
    }

    fn tonnes(&self) -> &'static str {
        "tonnes"
    }

    fn quantity_unit(&self, unit: QuantityUnit) -> String {
        match unit.is_weight() {
            true => "t".to_owned(),
            false => unit.to_string(),
        }
    }

    fn price(&self, currency: Currency) -> String {
        format!("{currency} per unit")
    }

    fn money(&self, currency: Currency, unit: MoneyUnit) -> String {
        let unit = match unit {
            MoneyUnit::One => "",
            MoneyUnit::Thousand => " thousand",
            MoneyUnit::TenThousand => " ten thousand",
            MoneyUnit::Million => " million",
            MoneyUnit::HundredMillion => " hundred million",
            MoneyUnit::Billion => " billion",
        };
        format!("{currency}{unit}")
    }

    fn currency(&self, currency: Currency) -> &'static str {
        currency.code()
    }
}

/// The possessive ending of a name.
fn ending(name: &str) -> &'static str {
    if name.ends_with('s') { "'" } else { "'s" }
}
