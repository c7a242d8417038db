//! Every word of the tables for people, in English, Chinese and Korean.

use super::{Lang, MoneyUnit, figures, inspect};
use crate::report::{Head, Heading, Shows, Subject, ViewColumn};
use crate::trade::{
    By, Currency, Denomination, Flow, Goods, Name, Partner, PartnerChoice, Period, Perspective,
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
    let whose = whose(heading, lang);
    let subject = subject(heading.subject, lang);
    let whose = format!("{whose}{}", goods(heading, lang));
    let when = heading.period.map(|period| span(period, lang));
    let unit = match heading.told_in {
        Denomination::Quantity(_) if heading.by.is_some() => {
            pick(lang, "quantity", "数量", "수량").to_owned()
        }
        Denomination::UnitValue(currency, _) if heading.by.is_some() => match lang {
            Lang::En => format!("{currency} for a unit"),
            Lang::Zh => format!("单价，{currency}"),
            Lang::Ko => format!("단가, {currency}"),
        },
        Denomination::Money(currency) => money_words(currency, money, lang),
        other => unit_words(other, lang),
    };
    let told = told_from(heading, lang).unwrap_or_default();
    let by = heading.as_of.map(|date| match lang {
        Lang::En => format!(", as released by {date}"),
        Lang::Zh => format!("，截至{date}已公布"),
        Lang::Ko => format!(", {date}까지 공표된 기준"),
    });
    let by = by.unwrap_or_default();
    match lang {
        Lang::En | Lang::Ko => {
            let when = when.map(|when| format!(", {when}")).unwrap_or_default();
            format!("{whose}{when}: {subject}{told}{by} ({unit})")
        }
        Lang::Zh => {
            let when = when.map(|when| format!("，{when}")).unwrap_or_default();
            format!("{whose}{when}：{subject}{told}{by}（{unit}）")
        }
    }
}

/// The goods and what they are split by: ` in HS 2701`, ` by chapter`.
fn goods(heading: &Heading, lang: Lang) -> String {
    let mut text = String::new();
    if heading.goods != Goods::all() {
        let codes = heading.goods.to_string();
        let label = heading.goods.label().map(|label| name(label, lang));
        let goods = label.unwrap_or(&codes);
        text = match lang {
            Lang::En => format!(" in {goods}"),
            Lang::Zh => format!("，{goods}"),
            Lang::Ko => format!(", {goods}"),
        };
    }
    if let Some(by) = heading.by {
        let [en, zh, ko] = part(by);
        text += &match lang {
            Lang::En => format!(" by {}", en.to_lowercase()),
            Lang::Zh => format!("，按{zh}"),
            Lang::Ko => format!(", {ko}별"),
        };
    }
    text
}

/// A name in the language of the labels.
pub(super) fn name(name: &Name, lang: Lang) -> &str {
    pick(lang, &name.en, &name.zh, &name.ko)
}

/// The partner, or several joined, or all of them.
pub(super) fn partner(choice: &PartnerChoice, lang: Lang) -> String {
    let PartnerChoice::These(places) = choice else {
        let all = match lang {
            Lang::En => "all partners",
            Lang::Zh => "所有伙伴",
            Lang::Ko => "전체 상대국",
        };
        return all.to_string();
    };
    let partners = places.iter().filter_map(|place| Partner::at(*place));
    let names: Vec<&str> = partners
        .map(|partner| match lang {
            Lang::En => &*partner.en,
            Lang::Zh => &*partner.zh,
            Lang::Ko => &*partner.ko,
        })
        .collect();
    match (lang, &names[..]) {
        (Lang::En, [first @ .., last]) if !first.is_empty() => {
            format!("{} and {last}", first.join(", "))
        }
        (Lang::Zh, _) => names.join("、"),
        (Lang::Ko, _) => names.join("·"),
        _ => names.concat(),
    }
}

fn whose(heading: &Heading, lang: Lang) -> String {
    let partner = partner(&heading.partner, lang);
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
            let partner = partner(&heading.partner, lang);
            let ending = if partner.ends_with('s') { "'" } else { "'s" };
            format!(", told from {partner}{ending} side")
        }
        (Lang::En, false) => ", told from the partners' side".to_string(),
        (Lang::Zh, true) => format!("，从{}一方表述", partner(&heading.partner, lang)),
        (Lang::Zh, false) => "，从伙伴一方表述".to_string(),
        (Lang::Ko, true) => format!(", {} 측 기준", partner(&heading.partner, lang)),
        (Lang::Ko, false) => ", 상대국 측 기준".to_string(),
    })
}

pub(super) fn subject(subject: Subject, lang: Lang) -> &'static str {
    let [en, zh, ko] = match subject {
        Subject::Yoy => [
            "change from a year earlier",
            "同比变化",
            "전년 동월 대비 증감",
        ],
        Subject::YoyOfPeriod => [
            "change from a year earlier",
            "同比变化",
            "전년 동기 대비 증감",
        ],
        Subject::Streaks => ["current streaks", "当前连续升降", "현재 연속 증감"],
        Subject::Links => [
            "current streaks month by month",
            "当前连续升降逐月明细",
            "현재 연속 증감의 월별 내역",
        ],
        Subject::LongestStreaks => ["longest streaks", "最长连续升降", "최장 연속 증감"],
        Subject::Series => ["month by month", "逐月数据", "월별 추이"],
        Subject::Movers => ["what moved it", "主要拉动商品", "주요 변동 품목"],
        Subject::Inspect => ["what the data hold", "数据概况", "자료 점검"],
        Subject::Files => ["files", "文件", "파일"],
        Subject::Coverage => ["coverage", "覆盖月份", "수록 범위"],
        Subject::Findings => ["findings", "发现", "점검 결과"],
    };
    pick(lang, en, zh, ko)
}

fn span(period: Period, lang: Lang) -> String {
    let Period { from, to } = period;
    if period.is_month() {
        return from.to_string();
    }
    match lang {
        Lang::En => format!("{from} to {to}"),
        Lang::Zh => format!("{from}至{to}"),
        Lang::Ko => format!("{from}~{to}"),
    }
}

/// The unit of quantities: weights are shown in tonnes.
fn unit_words(told_in: Denomination, lang: Lang) -> String {
    match told_in {
        Denomination::Quantity(Some(unit)) if unit.is_weight() => {
            pick(lang, "tonnes", "吨", "톤").to_owned()
        }
        Denomination::Quantity(Some(unit)) => unit.to_string(),
        Denomination::Quantity(None) => pick(lang, "quantity", "数量", "수량").to_owned(),
        other => other.to_string(),
    }
}

fn money_words(currency: Currency, money: MoneyWords, lang: Lang) -> String {
    let MoneyWords::In(unit) = money else {
        return match lang {
            Lang::En => currency.code(),
            Lang::Zh => pick_currency(currency, "美元", "人民币"),
            Lang::Ko => pick_currency(currency, "달러", "위안"),
        }
        .to_string();
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

fn pick_currency(currency: Currency, usd: &'static str, cny: &'static str) -> &'static str {
    match currency {
        Currency::Usd => usd,
        Currency::Cny => cny,
    }
}

/// The word for what a part of a split is.
fn part(by: By) -> [&'static str; 3] {
    match by {
        By::Chapter => ["Chapter", "章", "류"],
        By::Heading => ["Heading", "品目", "호"],
        By::Subheading => ["Subheading", "子目", "소호"],
        By::Code => ["Code", "商品编码", "품목번호"],
        By::Group => ["Group", "商品组", "품목군"],
        By::Province => ["Province", "注册地", "지역"],
        By::TradeMode => ["Trade mode", "贸易方式", "무역방식"],
        By::Partner => ["Partner", "贸易伙伴", "상대국"],
    }
}

/// The head of a column for people.
pub(super) fn head(column: &ViewColumn, lang: Lang) -> String {
    let [en, zh, ko] = match column.head {
        Head::At(period) => return figures::period(period),
        Head::Streak if matches!(column.shows, Shows::Column(_)) => ["Months", "月数", "개월 수"],
        Head::Flow => ["Flow", "流向", "구분"],
        Head::Part(by) => part(by),
        Head::Contribution => ["Contrib. pp", "拉动 百分点", "기여도 %p"],
        Head::Quantity => ["Quantity yoy", "数量 同比", "물량 전년비"],
        Head::UnitValue => ["Unit value yoy", "单价 同比", "단가 전년비"],
        Head::Unit => ["Unit", "单位", "단위"],
        Head::Share => ["Share", "比重", "비중"],
        Head::Month => ["Month", "月份", "월"],
        Head::MonthEarlier => ["A month earlier", "上月", "전월"],
        Head::YearEarlier => ["A year earlier", "上年同月", "전년 동월"],
        Head::Value => ["Value", "金额", "금액"],
        Head::Change => ["Change", "增减额", "증감액"],
        Head::Yoy => ["Yoy", "同比", "전년비"],
        Head::Mom => ["Mom", "环比", "전월비"],
        Head::Printed => ["Printed", "公布 同比", "공표치"],
        Head::Streak => ["Streak", "连续升降", "연속 증감"],
        Head::YearToDate => ["Year to date", "累计", "누계"],
        Head::YearToDateYoy => ["YTD yoy", "累计 同比", "누계 전년비"],
        Head::Rolling3 => ["3m sum", "近3月", "3개월"],
        Head::Rolling3Yoy => ["3m yoy", "近3月 同比", "3개월 전년비"],
        Head::Rolling12 => ["12m sum", "近12月", "12개월"],
        Head::Rolling12Yoy => ["12m yoy", "近12月 同比", "12개월 전년비"],
        Head::Basis => ["Basis", "依据", "근거"],
        Head::Since => ["Since", "起始", "시작"],
        Head::Until => ["Until", "截至", "종료"],
        Head::Link => ["No.", "序号", "순번"],
        Head::Weakest => ["Weakest", "最弱", "최소폭"],
        Head::File => ["File", "文件", "파일"],
        Head::Rows => ["Rows", "行数", "행 수"],
        Head::Holds => ["Holds", "内容", "내용"],
        Head::Released => ["Released", "公布", "공표"],
        Head::Year => ["Year", "年", "연도"],
        Head::Finding => ["Finding", "发现", "점검 결과"],
        Head::Against => ["Against", "对照", "대조"],
        Head::Difference => ["Difference", "差", "차이"],
        Head::Count => ["Count", "数目", "건수"],
    };
    pick(lang, en, zh, ko).to_string()
}

/// What one column is called in a line under the table.
pub(super) fn column_in_note(column: &ViewColumn, lang: Lang) -> String {
    let named = |head| {
        let shows = column.shows;
        self::head(&ViewColumn { head, shows }, lang)
    };
    let word = match (column.head, column.shows) {
        (Head::At(period), Shows::Column("base")) if !period.is_month() => {
            pick(lang, "A year earlier", "上年同期", "전년 동기").to_owned()
        }
        (Head::At(_), Shows::Column("base")) => named(Head::YearEarlier),
        (Head::At(_), Shows::Column("value")) => named(Head::Value),
        _ => head(column, lang),
    };
    // `YTD yoy` keeps its capitals.
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = word.chars().skip(1);
            first.to_lowercase().chain(rest).collect()
        }
        _ => word,
    }
}

/// A flow as the first cell of a row.
pub(super) fn flow(flow: Flow, lang: Lang) -> &'static str {
    match flow {
        Flow::Import => pick(lang, "Imports", "进口", "수입"),
        Flow::Export => pick(lang, "Exports", "出口", "수출"),
        Flow::Total => pick(lang, "Total", "进出口", "수출입"),
        Flow::Balance => pick(lang, "Balance", "差额", "수지"),
    }
}

/// A flow inside a line under the table.
pub(super) fn flow_in_note(one: Flow, lang: Lang) -> String {
    flow(one, lang).to_lowercase()
}

/// A word from a closed list; a word that is not on it stands as it is.
pub(super) fn word(word: &'static str, lang: Lang) -> &'static str {
    match word {
        "total" => pick(lang, "Total", "合计", "합계"),
        "other" => pick(lang, "Other", "其他", "기타"),
        "fall" => pick(lang, "fall", "下降", "감소"),
        "rise" => pick(lang, "rise", "上升", "증가"),
        "flat" => pick(lang, "unchanged", "持平", "보합"),
        "exact" => pick(lang, "exact", "确定", "확정"),
        "at_least" => pick(lang, "at least", "至少", "최소"),
        "printed" => pick(lang, "printed", "公布", "공표"),
        "difference" => pick(lang, "difference", "相减", "차액"),
        "implied" => pick(lang, "implied", "推算", "역산"),
        "sum" => pick(lang, "sum", "加总", "합산"),
        "yoy" => pick(lang, "yoy", "同比", "전년비"),
        "mom" => pick(lang, "mom", "环比", "전월비"),
        other => inspect::word(other, lang),
    }
}

/// What a flag says where it is set.
pub(super) fn flag(lang: Lang) -> &'static str {
    pick(lang, "weakest", "最弱", "최소폭")
}

/// `7th fall in a row, since 2017-03`. `since` is the first month counted.
pub(super) fn streak(
    count: u32,
    direction: &'static str,
    since: Option<&str>,
    at_least: bool,
    lang: Lang,
) -> String {
    let what = word(direction, lang);
    if direction == "flat" {
        return what.to_string();
    }
    let known = match (lang, at_least, count) {
        (Lang::En, true, 1) => format!("at least 1 {what}"),
        (Lang::En, true, _) => format!("at least {count} {what}s in a row"),
        (Lang::En, false, 1) => format!("1st {what}"),
        (Lang::En, false, _) => format!("{} {what} in a row", ordinal(count)),
        (Lang::Zh, true, 1) => format!("至少1个月{what}"),
        (Lang::Zh, true, _) => format!("至少连续{count}个月{what}"),
        (Lang::Zh, false, 1) => format!("首月{what}"),
        (Lang::Zh, false, _) => format!("连续第{count}个月{what}"),
        (Lang::Ko, true, 1) => format!("최소 1개월 {what}"),
        (Lang::Ko, true, _) => format!("최소 {count}개월 연속 {what}"),
        (Lang::Ko, false, 1) => format!("1개월 {what}"),
        (Lang::Ko, false, _) => format!("{count}개월 연속 {what}"),
    };
    let Some(since) = since else {
        return known;
    };
    match (lang, at_least) {
        (Lang::En, true) => format!("{known}, unknown before {since}"),
        (Lang::En, false) => format!("{known}, since {since}"),
        (Lang::Zh, true) => format!("{known}，{since}之前不详"),
        (Lang::Zh, false) => format!("{known}，自{since}起"),
        (Lang::Ko, true) => format!("{known}, {since} 이전은 알 수 없음"),
        (Lang::Ko, false) => format!("{since}부터 {known}"),
    }
}

/// `8 rises` or `at least 8 rises`: a run that has its first and last month beside it.
pub(super) fn run(count: u32, direction: &'static str, at_least: bool, lang: Lang) -> String {
    let what = word(direction, lang);
    let ending = if count == 1 { "" } else { "s" };
    match (lang, at_least) {
        (Lang::En, true) => format!("at least {count} {what}{ending}"),
        (Lang::En, false) => format!("{count} {what}{ending}"),
        (Lang::Zh, true) => format!("至少{count}个月{what}"),
        (Lang::Zh, false) => format!("{count}个月{what}"),
        (Lang::Ko, true) => format!("최소 {count}개월 {what}"),
        (Lang::Ko, false) => format!("{count}개월 {what}"),
    }
}

fn ordinal(count: u32) -> String {
    let ending = match (count % 10, count % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{count}{ending}")
}

/// `(12-fold)`.
pub(super) fn fold(times: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("({times}-fold)"),
        Lang::Zh => format!("({times}倍)"),
        Lang::Ko => format!("({times}배)"),
    }
}

/// `−1.0 % in 2017-08`.
pub(super) fn percent_in(percent: &str, month: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{percent} % in {month}"),
        Lang::Zh => format!("{month}：{percent} %"),
        Lang::Ko => format!("{month} {percent} %"),
    }
}

/// The line before the notes.
pub(super) fn notes(lang: Lang) -> &'static str {
    pick(lang, "Notes:", "注：", "주:")
}

/// `Source: …`: up to four publishers, else three and how many more.
pub(super) fn source(sources: &[String], lang: Lang) -> Option<String> {
    let shown = if sources.len() > 4 { 3 } else { sources.len() };
    let (named, rest) = sources.split_at(shown);
    let label = pick(lang, "Source: ", "来源：", "출처: ");
    let more = match (rest.len(), lang) {
        (0, _) => String::new(),
        (more, Lang::En) => format!("; and {more} more (in --format json)"),
        (more, Lang::Zh) => format!("；另有{more}个（见 --format json）"),
        (more, Lang::Ko) => format!("; 외 {more}건 (--format json 참조)"),
    };
    (!sources.is_empty()).then(|| format!("{label}{}{more}", named.join("; ")))
}

/// `and 3 more`, at the end of a list.
pub(super) fn and_more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("and {count} more"),
        Lang::Zh => format!("另有{count}个"),
        Lang::Ko => format!("외 {count}건"),
    }
}

pub(super) fn pick<'a>(lang: Lang, en: &'a str, zh: &'a str, ko: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
        Lang::Ko => ko,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streaks_in_words() {
        let say = |count, direction, at_least, lang| {
            streak(count, direction, Some("2017-03"), at_least, lang)
        };
        for (count, text) in [
            (1, "1st fall, since 2017-03"),
            (2, "2nd fall in a row, since 2017-03"),
            (7, "7th fall in a row, since 2017-03"),
            (11, "11th fall in a row, since 2017-03"),
            (23, "23rd fall in a row, since 2017-03"),
        ] {
            assert_eq!(say(count, "fall", false, Lang::En), text);
        }
        assert_eq!(
            say(4, "rise", true, Lang::En),
            "at least 4 rises in a row, unknown before 2017-03"
        );
        assert_eq!(say(1, "flat", false, Lang::En), "unchanged");
        assert_eq!(
            say(7, "fall", false, Lang::Zh),
            "连续第7个月下降，自2017-03起"
        );
        assert_eq!(
            say(4, "fall", true, Lang::Zh),
            "至少连续4个月下降，2017-03之前不详"
        );
        assert_eq!(
            say(7, "fall", false, Lang::Ko),
            "2017-03부터 7개월 연속 감소"
        );
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
            as_of: Some("2025-06-30".parse().unwrap()),
            goods: Goods::all(),
            by: None,
            told_in: Denomination::Money(Currency::Cny),
        };
        let money = MoneyWords::In(MoneyUnit::HundredMillion);
        assert_eq!(
            title(&heading, money, Lang::En),
            "North Korea's trade with China, 2017-01 to 2017-09: month by month, told from North \
             Korea's side, as released by 2025-06-30 (CNY hundred million)"
        );
        assert_eq!(
            title(&heading, money, Lang::Zh),
            "朝鲜与中国贸易，2017-01至2017-09：逐月数据，从朝鲜一方表述，截至2025-06-30已公布（亿元人民币）"
        );
        assert_eq!(
            title(&heading, money, Lang::Ko),
            "북한의 대중국 교역, 2017-01~2017-09: 월별 추이, 북한 측 기준, 2025-06-30까지 공표된 기준 (억 위안)"
        );
        let all = Heading {
            partner: PartnerChoice::All,
            period: None,
            as_of: None,
            ..heading
        };
        assert_eq!(
            title(&all, MoneyWords::WholeUnits, Lang::En),
            "All partners' trade with China: month by month, told from the partners' side (CNY)"
        );
    }

    #[test]
    fn three_sources_and_how_many_more() {
        let sources: Vec<String> = ["a", "b", "c", "d", "e"].map(String::from).into();
        let line = |count| source(&sources[..count], Lang::En);
        assert_eq!(line(4).as_deref(), Some("Source: a; b; c; d"));
        assert_eq!(
            line(5).as_deref(),
            Some("Source: a; b; c; and 2 more (in --format json)")
        );
        assert_eq!(line(0), None);
    }
}
