//! Titles of tables.

use super::brief_words::toward;
use super::dates;
use super::korean::Korean;
use crate::render::lang::labels::Labels;
use crate::render::lang::titles::Titles;
use crate::render::options::MoneyUnit;
use crate::trade::{Breakdown, Currency, Period, QuantityUnit};

impl Titles for Korean {
    fn all_partners(&self) -> &'static str {
        "전체 상대국"
    }

    fn partners_in_data(&self, count: usize) -> String {
        format!("{count}개국(자료 기준)")
    }

    fn only_partner(&self, partner: &str) -> String {
        format!("{partner}(자료상 유일한 상대국)")
    }

    fn partners(&self, names: &[&str]) -> String {
        names.join("·")
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
        format!(" (증감을 알 수 있는 최근 월, 수치는 {values_reach}까지)")
    }

    fn as_released_by(&self, day: &str) -> String {
        format!(", {day} 공표분 기준")
    }

    fn in_goods(&self, goods: &str) -> String {
        format!(", {goods}")
    }

    fn by(&self, breakdown: Breakdown) -> String {
        format!(", {}별", self.part_of(breakdown))
    }

    fn china_with(&self, partner: &str, is_all: bool) -> String {
        match is_all {
            true => "중국의 전체 교역".to_owned(),
            false => format!("중국의 대{} 교역", toward(partner)),
        }
    }

    fn with_china(&self, partner: &str, _is_all: bool) -> String {
        format!("{partner}의 대중국 교역")
    }

    fn reported_from(&self, partner: Option<&str>) -> String {
        match partner {
            Some(partner) => format!(", {partner} 관점(중국 해관 통계)"),
            None => ", 상대국 관점(중국 해관 통계)".to_owned(),
        }
    }

    fn span(&self, period: Period) -> String {
        dates::period(period)
    }

    fn quantity(&self) -> &'static str {
        "수량"
    }

    fn tonnes(&self) -> &'static str {
        "톤"
    }

    fn quantity_unit(&self, unit: QuantityUnit) -> String {
        let word = if unit.is_weight() { "톤" } else { unit.ko() };
        word.to_owned()
    }

    fn price(&self, currency: Currency) -> String {
        format!("단가, {}", self.currency(currency))
    }

    fn money(&self, currency: Currency, unit: MoneyUnit) -> String {
        let unit = match unit {
            MoneyUnit::One => "",
            MoneyUnit::Thousand => "천 ",
            MoneyUnit::TenThousand => "만 ",
            MoneyUnit::Million => "백만 ",
            MoneyUnit::HundredMillion => "억 ",
            MoneyUnit::Billion => "십억 ",
        };
        let currency = match currency {
            Currency::Usd => "달러",
            Currency::Cny => "위안",
        };
        format!("{unit}{currency}")
    }

    fn currency(&self, currency: Currency) -> &'static str {
        match currency {
            Currency::Usd => "달러",
            Currency::Cny => "위안",
        }
    }
}
