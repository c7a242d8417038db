//! The title of a table: what, of whom, when, in what unit.

use super::{Lang, MoneyUnit};
use crate::render::{breakdown, labels, lang};
use crate::report::Heading;
use crate::trade::{
    Currency, Goods, Named, PartnerChoice, Period, Perspective, QuantityUnit, UnitOfMeasure,
};

/// How a title names the unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum MoneyWords {
    /// The currency alone: money in whole units, or no money at all.
    WholeUnits,
    /// The currency in a unit.
    In(MoneyUnit),
}

/// What, who, when and unit, in one line.
pub(super) fn title(heading: &Heading, money: MoneyWords, lang: Lang) -> String {
    let said = without_unit(heading, lang);
    if heading.subject.is_of_no_trade() {
        return said;
    }
    let unit = unit_of(heading, money, lang);
    match lang {
        Lang::En | Lang::Ko => format!("{said} ({unit})"),
        Lang::Zh => format!("{said}（{unit}）"),
    }
}

/// The unit alone: `USD million`.
pub(super) fn unit_of(heading: &Heading, money: MoneyWords, lang: Lang) -> String {
    match heading.unit {
        UnitOfMeasure::Quantity(_) if heading.by.is_some() => {
            labels::pick(lang, "quantity", "数量", "수량").to_owned()
        }
        UnitOfMeasure::UnitValue(currency, _) if heading.by.is_some() => match lang {
            Lang::En => format!("{currency} for a unit"),
            Lang::Zh => format!("单价，{}", pick_currency(currency, "美元", "人民币")),
            Lang::Ko => format!("단가, {}", pick_currency(currency, "달러", "위안")),
        },
        UnitOfMeasure::Money(currency) => money_words(currency, money, lang),
        other => unit_words(other, lang),
    }
}

/// What, who and when.
pub(super) fn without_unit(heading: &Heading, lang: Lang) -> String {
    let subject = labels::subject(heading.subject, lang);
    if heading.subject.is_of_no_trade() {
        return subject.to_owned();
    }
    let whose = whose(heading, lang);
    let whose = format!("{whose}{}", goods(heading, lang));
    let when = heading
        .period
        .map(|period| span(period, lang) + &age(heading, lang));
    let told = told_from(heading, lang).unwrap_or_default();
    let by = heading.as_of.map(|date| match lang {
        Lang::En => format!(", as released by {}", lang::day(date, lang)),
        Lang::Zh => format!("，截至{}已公布", lang::day(date, lang)),
        Lang::Ko => format!(", {}까지 공표된 기준", lang::day(date, lang)),
    });
    let by = by.unwrap_or_default();
    let colon = match (subject, lang) {
        ("", _) => "",
        (_, Lang::Zh) => "：",
        (_, Lang::En | Lang::Ko) => ": ",
    };
    match lang {
        Lang::En | Lang::Ko => {
            let when = when.map(|when| format!(", {when}")).unwrap_or_default();
            format!("{whose}{when}{colon}{subject}{told}{by}")
        }
        Lang::Zh => {
            let when = when.map(|when| format!("，{when}")).unwrap_or_default();
            format!("{whose}{when}{colon}{subject}{told}{by}")
        }
    }
}

/// That the month is the latest with a change, and how far the figures reach.
fn age(heading: &Heading, lang: Lang) -> String {
    let reaches = heading
        .reaches
        .map(|last| lang::period(Period::month(last), lang));
    let text = reaches.map(|last| match lang {
        Lang::En => format!(" (latest with a change; values reach {last})"),
        Lang::Zh => format!("（可比的最近月份，数据截至{last}）"),
        Lang::Ko => format!("(증감을 알 수 있는 최근 월, 수치는 {last}까지)"),
    });
    text.unwrap_or_default()
}

/// The goods and what they are split by: ` in HS 2701`, ` by chapter`.
fn goods(heading: &Heading, lang: Lang) -> String {
    let mut text = String::new();
    if heading.goods != Goods::all() {
        let codes = heading.goods.to_string();
        let label = heading.goods.label().map(|label| labels::name(label, lang));
        let lowered = label.map(crate::trade::without_capital);
        let goods = lowered.as_deref().unwrap_or(&codes);
        text = match lang {
            Lang::En => format!(" in {goods}"),
            Lang::Zh => format!("，{goods}"),
            Lang::Ko => format!(", {goods}"),
        };
    }
    if let Some(by) = heading.by {
        let [en, zh, ko] = breakdown::words(by);
        text += &match lang {
            Lang::En => format!(" by {}", en.to_lowercase()),
            Lang::Zh => format!("，按{zh}"),
            Lang::Ko => format!(", {ko}별"),
        };
    }
    text
}

fn whose(heading: &Heading, lang: Lang) -> String {
    let partner = labels::partner(&heading.partner, lang);
    let by_partner = heading.perspective == Perspective::Partner;
    match (lang, by_partner) {
        (Lang::En, false) => format!("China's trade with {partner}"),
        (Lang::En, true) => {
            let ending = if partner.ends_with('s') { "'" } else { "'s" };
            let owner = partner.replacen("all", "All", usize::from(is_all(heading)));
            format!("{owner}{ending} trade with China")
        }
        (Lang::Zh, false) => format!("中国与{partner}贸易"),
        (Lang::Zh, true) => format!("{partner}与中国贸易"),
        (Lang::Ko, false) if is_all(heading) => "중국의 전체 교역".to_string(),
        (Lang::Ko, false) => format!("중국의 대{partner} 교역"),
        (Lang::Ko, true) => format!("{partner}의 대중국 교역"),
    }
}

fn is_all(heading: &Heading) -> bool {
    heading.partner == PartnerChoice::All
}

fn told_from(heading: &Heading, lang: Lang) -> Option<String> {
    let one = matches!(&heading.partner, PartnerChoice::These(places) if places.len() == 1);
    (heading.perspective == Perspective::Partner).then(|| match (lang, one) {
        (Lang::En, true) => {
            let partner = labels::partner(&heading.partner, lang);
            let ending = if partner.ends_with('s') { "'" } else { "'s" };
            format!(", as reported from {partner}{ending} side")
        }
        (Lang::En, false) => ", as reported from the partners' side".to_string(),
        (Lang::Zh, true) => format!("，以{}为统计方", labels::partner(&heading.partner, lang)),
        (Lang::Zh, false) => "，以贸易伙伴为统计方".to_string(),
        (Lang::Ko, true) => format!(", {} 측 통계 기준", labels::partner(&heading.partner, lang)),
        (Lang::Ko, false) => ", 상대국 측 통계 기준".to_string(),
    })
}

fn span(period: Period, lang: Lang) -> String {
    let Period { from, to } = period;
    match lang {
        Lang::En if !period.is_month() => format!("{from} to {to}"),
        _ => lang::period(period, lang),
    }
}

/// The unit of a row of quantities or unit values. Some go by a Chinese measure word alone, beside
/// the English one for those who do not read it: `item 件`.
pub(super) fn unit(unit: UnitOfMeasure, lang: Lang) -> String {
    let of_quantity = |unit: QuantityUnit| match (lang, unit.is_weight()) {
        (Lang::En, true) => "t",
        (Lang::Zh, true) => "吨",
        (Lang::Ko, true) => "톤",
        (Lang::Zh, false) => unit.zh(),
        (Lang::Ko, false) => unit.ko(),
        (Lang::En, false) => "",
    };
    match (unit, lang) {
        (UnitOfMeasure::Quantity(Some(unit)), Lang::En) if unit.is_weight() => "t".to_owned(),
        (other, Lang::En) => other.to_string(),
        (UnitOfMeasure::Money(currency), _) => money_words(currency, MoneyWords::WholeUnits, lang),
        (UnitOfMeasure::Quantity(unit), _) => unit.map_or("", of_quantity).to_owned(),
        (UnitOfMeasure::UnitValue(currency, unit), _) => {
            let currency = money_words(currency, MoneyWords::WholeUnits, lang);
            match unit {
                Some(unit) => format!("{currency}/{}", of_quantity(unit)),
                None => currency,
            }
        }
    }
}

/// The unit of quantities: weights are shown in tonnes.
fn unit_words(figures: UnitOfMeasure, lang: Lang) -> String {
    match figures {
        UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
            labels::pick(lang, "tonnes", "吨", "톤").to_owned()
        }
        UnitOfMeasure::Quantity(Some(_)) => unit(figures, lang),
        UnitOfMeasure::Quantity(None) => labels::pick(lang, "quantity", "数量", "수량").to_owned(),
        other => unit(other, lang),
    }
}

fn money_words(currency: Currency, money: MoneyWords, lang: Lang) -> String {
    let MoneyWords::In(unit) = money else {
        return self::currency(currency, lang).to_owned();
    };
    let [en, zh, ko] = match unit {
        MoneyUnit::One => ["", "", ""],
        MoneyUnit::Thousand => [" thousand", "千", "천 "],
        MoneyUnit::TenThousand => [" ten thousand", "万", "만 "],
        MoneyUnit::Million => [" million", "百万", "백만 "],
        MoneyUnit::HundredMillion => [" hundred million", "亿", "억 "],
        MoneyUnit::Billion => [" billion", "十亿", "십억 "],
    };
    match lang {
        Lang::En => format!("{currency}{en}"),
        Lang::Zh => format!("{zh}{}", pick_currency(currency, "美元", "元人民币")),
        Lang::Ko => format!("{ko}{}", pick_currency(currency, "달러", "위안")),
    }
}

/// What a currency is called; in English its code.
pub(super) fn currency(currency: Currency, lang: Lang) -> &'static str {
    match lang {
        Lang::En => currency.code(),
        Lang::Zh => pick_currency(currency, "美元", "人民币"),
        Lang::Ko => pick_currency(currency, "달러", "위안"),
    }
}

/// The currencies of a list of codes, `USD, CNY`.
pub(super) fn currencies(codes: &str, lang: Lang) -> String {
    let name = |code: &str| {
        let found = Currency::EVERY.iter().find(|one| one.code() == code);
        found.map_or(code, |one| currency(*one, lang)).to_owned()
    };
    let names: Vec<String> = codes.split(", ").map(name).collect();
    names.join(if lang == Lang::Zh { "、" } else { ", " })
}

fn pick_currency(currency: Currency, usd: &'static str, cny: &'static str) -> &'static str {
    match currency {
        Currency::Usd => usd,
        Currency::Cny => cny,
    }
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
            "North Korea's trade with China, 2017-01 to 2017-09: month by month, as reported from \
             North Korea's side, as released by 30 June 2025 (CNY hundred million)"
        );
        assert_eq!(
            title(&heading, money, Lang::Zh),
            "朝鲜与中国贸易，2017年1—9月：逐月数据，以朝鲜为统计方，截至2025年6月30日已公布（亿元人民币）"
        );
        assert_eq!(
            title(&heading, money, Lang::Ko),
            "북한의 대중국 교역, 2017년 1~9월: 월별 추이, 북한 측 통계 기준, 2025년 6월 30일까지 공표된 기준 (억 위안)"
        );
        let all = Heading {
            partner: PartnerChoice::All,
            period: None,
            reaches: None,
            as_of: None,
            ..heading
        };
        assert_eq!(
            title(&all, MoneyWords::WholeUnits, Lang::En),
            "All partners' trade with China: month by month, as reported from the partners' side (CNY)"
        );
    }
}
