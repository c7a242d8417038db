//! The title of a table: subject, partner, period and unit.

use super::{Lang, MoneyUnit};
use crate::render::{labels, lang};
use crate::report::{Heading, Subject};
use crate::trade::{Currency, Goods, PartnerChoice, Period, Perspective, UnitOfMeasure};

/// How a title gives the unit of money.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum MoneyWords {
    /// Only the currency: money in whole units, or no money at all.
    WholeUnits,
    /// The currency with a unit.
    In(MoneyUnit),
}

/// Subject, partner, period and unit in one line.
pub(super) fn title(heading: &Heading, money: MoneyWords, lang: Lang) -> String {
    let text = without_unit(heading, lang);
    // Measures have no amounts; caps have a column of units.
    let has_no_unit = matches!(heading.subject, Subject::Sanctions | Subject::SanctionsCaps);
    if heading.subject.is_of_no_trade() || has_no_unit {
        return text;
    }
    lang::wording(lang).with_unit(&text, &unit_of(heading, money, lang))
}

/// Only the unit: `USD million`.
pub(super) fn unit_of(heading: &Heading, money: MoneyWords, lang: Lang) -> String {
    let words = lang::wording(lang);
    match heading.unit {
        UnitOfMeasure::Quantity(_) if heading.by.is_some() => words.quantity().to_owned(),
        UnitOfMeasure::UnitValue(currency, _) if heading.by.is_some() => words.price(currency),
        UnitOfMeasure::Money(currency) => money_words(currency, money, lang),
        // Weights are shown in tonnes.
        UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => words.tonnes().to_owned(),
        UnitOfMeasure::Quantity(None) => words.quantity().to_owned(),
        other => unit(other, lang),
    }
}

/// Subject, partner and period.
pub(super) fn without_unit(heading: &Heading, lang: Lang) -> String {
    let words = lang::wording(lang);
    let subject = words.subject(heading.subject);
    if heading.subject.is_of_no_trade() {
        return subject.to_owned();
    }
    let whose = whose(heading, lang) + &goods(heading, lang);
    let age = heading.reaches.map(|last| {
        let last = lang::period(Period::month(last), lang);
        words.latest_with_change(&last)
    });
    let when = heading
        .period
        .map(|period| words.span(period) + &age.unwrap_or_default());
    let side = from_side(heading, lang).unwrap_or_default();
    let by = heading
        .as_of
        .map(|date| words.as_released_by(&lang::day(date, lang)));
    let whole = words.whole(&whose, &when.unwrap_or_default(), subject);
    format!("{whole}{side}{}", by.unwrap_or_default())
}

/// The goods and their breakdown: ` in HS 2701`, ` by chapter`.
fn goods(heading: &Heading, lang: Lang) -> String {
    let words = lang::wording(lang);
    let mut text = String::new();
    if heading.goods != Goods::all() {
        text = words.in_goods(&labels::goods(&heading.goods, lang));
    }
    if let Some(by) = heading.by {
        text += &words.by(by);
    }
    text
}

fn whose(heading: &Heading, lang: Lang) -> String {
    let is_all = heading.partner == PartnerChoice::All && heading.partners_in_data.is_none();
    let partner = match heading.partners_in_data {
        Some(1) if !matches!(heading.partner, PartnerChoice::All) => {
            lang::wording(lang).only_partner(&labels::partner(&heading.partner, lang))
        }
        Some(count) => lang::wording(lang).partners_in_data(count),
        None => labels::partner(&heading.partner, lang),
    };
    let words = lang::wording(lang);
    match heading.perspective {
        Perspective::Reporter => words.china_with(&partner, is_all),
        Perspective::Partner => words.with_china(&partner, is_all),
    }
}

fn from_side(heading: &Heading, lang: Lang) -> Option<String> {
    let is_one = matches!(&heading.partner, PartnerChoice::These(partner_indices) if partner_indices.len() == 1);
    (heading.perspective == Perspective::Partner).then(|| {
        let partner = is_one.then(|| labels::partner(&heading.partner, lang));
        lang::wording(lang).reported_from(partner.as_deref())
    })
}

/// The unit of a row of quantities or unit values. If there is only a Chinese measure word, an
/// English word is added for readers of English: `item 件`.
pub(super) fn unit(unit: UnitOfMeasure, lang: Lang) -> String {
    let words = lang::wording(lang);
    match unit {
        UnitOfMeasure::Money(currency) => words.currency(currency).to_owned(),
        UnitOfMeasure::Quantity(Some(unit)) => words.quantity_unit(unit),
        UnitOfMeasure::Quantity(None) if lang != Lang::En => String::new(),
        UnitOfMeasure::UnitValue(currency, of) if lang != Lang::En => {
            let currency = words.currency(currency);
            match of {
                Some(unit) => format!("{currency}/{}", words.quantity_unit(unit)),
                None => currency.to_owned(),
            }
        }
        other => other.to_string(),
    }
}

fn money_words(currency: Currency, money: MoneyWords, lang: Lang) -> String {
    match money {
        MoneyWords::WholeUnits => self::currency(currency, lang).to_owned(),
        MoneyWords::In(unit) => lang::wording(lang).money(currency, unit),
    }
}

/// The name of a currency; in English its code.
pub(super) fn currency(currency: Currency, lang: Lang) -> &'static str {
    lang::wording(lang).currency(currency)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Subject;
    use crate::trade::Partner;

    #[test]
    fn a_measure_word_stands_alone_for_those_who_read_it() {
        use crate::trade::QuantityUnit;
        let pieces = QuantityUnit::find("件").map(|(unit, _)| unit);
        let (count, price) = (
            UnitOfMeasure::Quantity(pieces),
            UnitOfMeasure::UnitValue(Currency::Usd, pieces),
        );
        let of = |figures| Lang::ALL.map(|lang| unit(figures, lang));
        assert_eq!(of(count), ["item 件", "件", "item 件"]);
        assert_eq!(of(price), ["USD/item 件", "美元/件", "달러/item 件"]);
    }

    #[test]
    fn titles() {
        let month = |text: &str| text.parse().unwrap();
        let heading = Heading {
            subject: Subject::Series,
            partner: PartnerChoice::These(vec![Partner::find("109").unwrap()]),
            partners_in_data: None,
            perspective: Perspective::Partner,
            currency: Currency::Cny,
            period: Period::new(month("2017-01"), month("2017-09")),
            reaches: None,
            as_of: Some("2025-06-30".parse().unwrap()),
            goods: Goods::all(),
            by: None,
            unit: UnitOfMeasure::Money(Currency::Cny),
        };
        let money = MoneyWords::In(MoneyUnit::HundredMillion);
        assert_eq!(
            title(&heading, money, Lang::En),
            "North Korea's trade with China, 2017-01 to 2017-09: month by month, seen from North \
             Korea's side (China's customs figures), as released by 30 June 2025 (CNY hundred million)"
        );
        assert_eq!(
            title(&heading, money, Lang::Zh),
            "朝鲜与中国贸易，2017年1—9月：逐月数据，从朝鲜角度表述（中国海关数据），截至2025年6月30日已公布（亿元人民币）"
        );
        assert_eq!(
            title(&heading, money, Lang::Ko),
            "북한의 대중국 교역, 2017년 1~9월: 월별 추이, 북한 관점(중국 해관 통계), 2025년 6월 30일 공표분 기준 (억 위안)"
        );
        let all = Heading {
            partner: PartnerChoice::All,
            partners_in_data: None,
            period: None,
            reaches: None,
            as_of: None,
            ..heading
        };
        assert_eq!(
            title(&all, MoneyWords::WholeUnits, Lang::En),
            "All partners' trade with China: month by month, seen from the partners' side (China's customs figures) (CNY)"
        );
        // No input says that the partners present are all of them.
        let held = Heading {
            partners_in_data: Some(2),
            perspective: Perspective::Reporter,
            ..all
        };
        let of = |lang| title(&held, MoneyWords::WholeUnits, lang);
        let whose = "China's trade with the 2 partners in the data";
        assert_eq!(of(Lang::En), format!("{whose}: month by month (CNY)"));
        assert!(of(Lang::Zh).starts_with("中国与数据所含2个伙伴贸易"));
        assert!(of(Lang::Ko).starts_with("중국의 대2개국(자료 기준) 교역"));
        let one = Heading {
            partner: PartnerChoice::These(vec![Partner::find("109").unwrap()]),
            partners_in_data: Some(1),
            ..held
        };
        let of = |lang| title(&one, MoneyWords::WholeUnits, lang);
        let whose = "China's trade with North Korea, the only partner in the data";
        assert_eq!(of(Lang::En), format!("{whose}: month by month (CNY)"));
        assert!(of(Lang::Zh).starts_with("中国与朝鲜（数据中唯一的伙伴）贸易"));
        assert!(of(Lang::Ko).starts_with("중국의 대북한(자료상 유일한 상대국) 교역"));
    }
}
