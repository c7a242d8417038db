//! Titles of tables.

use super::chinese::Chinese;
use super::dates;
use crate::render::lang::labels::Labels;
use crate::render::lang::titles::Titles;
use crate::render::options::MoneyUnit;
use crate::trade::{Breakdown, Currency, Period, QuantityUnit};

impl Titles for Chinese {
    fn all_partners(&self) -> &'static str {
        "所有伙伴"
    }

    fn partners_in_data(&self, count: usize) -> String {
        format!("数据所含{count}个伙伴")
    }

    fn only_partner(&self, partner: &str) -> String {
        format!("{partner}（数据中唯一的伙伴）")
    }

    fn partners(&self, names: &[&str]) -> String {
        names.join("、")
    }

    fn with_unit(&self, title: &str, unit: &str) -> String {
        format!("{title}（{unit}）")
    }

    fn whole(&self, whose: &str, when: &str, subject: &str) -> String {
        let when = if when.is_empty() {
            String::new()
        } else {
            format!("，{when}")
        };
        let colon = if subject.is_empty() { "" } else { "：" };
        format!("{whose}{when}{colon}{subject}")
    }

    fn latest_with_change(&self, values_reach: &str) -> String {
        format!("（可比的最近月份，数据截至{values_reach}）")
    }

    fn as_released_by(&self, day: &str) -> String {
        format!("，截至{day}已公布")
    }

    fn in_goods(&self, goods: &str) -> String {
        format!("，{goods}")
    }

    fn by(&self, breakdown: Breakdown) -> String {
        format!("，按{}", self.part_of(breakdown))
    }

    fn china_with(&self, partner: &str, _is_all: bool) -> String {
        format!("中国与{partner}贸易")
    }

    fn with_china(&self, partner: &str, _is_all: bool) -> String {
        format!("{partner}与中国贸易")
    }

    fn reported_from(&self, partner: Option<&str>) -> String {
        match partner {
            Some(partner) => format!("，从{partner}角度表述（中国海关数据）"),
            None => "，从贸易伙伴角度表述（中国海关数据）".to_owned(),
        }
    }

    fn span(&self, period: Period) -> String {
        dates::period(period)
    }

    fn quantity(&self) -> &'static str {
        "数量"
    }

    fn tonnes(&self) -> &'static str {
        "吨"
    }

    fn quantity_unit(&self, unit: QuantityUnit) -> String {
        let word = if unit.is_weight() { "吨" } else { unit.zh() };
        word.to_owned()
    }

    fn price(&self, currency: Currency) -> String {
        format!("单价，{}", self.currency(currency))
    }

    fn money(&self, currency: Currency, unit: MoneyUnit) -> String {
        let unit = match unit {
            MoneyUnit::One => "",
            MoneyUnit::Thousand => "千",
            MoneyUnit::TenThousand => "万",
            MoneyUnit::Million => "百万",
            MoneyUnit::HundredMillion => "亿",
            MoneyUnit::Billion => "十亿",
        };
        let currency = match currency {
            Currency::Usd => "美元",
            Currency::Cny => "元人民币",
        };
        format!("{unit}{currency}")
    }

    fn currency(&self, currency: Currency) -> &'static str {
        match currency {
            Currency::Usd => "美元",
            Currency::Cny => "人民币",
        }
    }
}
