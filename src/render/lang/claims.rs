//! What is said beside verdicts on claims, in English, Chinese and Korean.

use crate::render::lang::dates;
use crate::render::lang::wording::{Wording, signed};
use crate::render::options::Lang;
use crate::report::{ClaimFigure, ClaimRemark, FigureOf};
use crate::trade::{Basis, Flow, NotUnderstood, Period, Printed, Truth, Vintage};

/// A figure of a claim in a sentence; the words are those of the language.
fn figure(figure: ClaimFigure, words: &dyn Wording, [times, months, percent]: [&str; 3]) -> String {
    match figure {
        ClaimFigure::Percent(ratio) => {
            let change = Printed {
                digits: ratio.percent(1),
                decimals: 1,
            };
            signed(change) + percent
        }
        ClaimFigure::Times(ratio) => {
            let hundredth = ratio.times(1, 100);
            let text = hundredth.map_or_else(String::new, |ratio| ratio.percent_text(2));
            format!("{text}{times}")
        }
        ClaimFigure::Months(count) => format!("{count}{months}"),
        ClaimFigure::Amount(amount) => words.measured(amount),
    }
}

/// What a claim says, `-37.9 %` or `7 falls`, with the signs and words of the language.
pub(crate) fn stated(said: &str, lang: Lang) -> String {
    let said = match said.strip_prefix('-') {
        Some(size) => format!("−{size}"),
        None => said.to_owned(),
    };
    let run = said.split_once(' ').and_then(|(count, way)| {
        let count = count.parse::<u32>().ok()?;
        let is_fall = way.starts_with("fall");
        (is_fall || way.starts_with("rise")).then_some((count, is_fall))
    });
    match (lang, run) {
        (Lang::En, _) => said,
        (Lang::Zh, Some((count, true))) => format!("连续{count}个月下降"),
        (Lang::Zh, Some((count, false))) => format!("连续{count}个月增长"),
        (Lang::Ko, Some((count, true))) => format!("{count}개월 연속 감소"),
        (Lang::Ko, Some((count, false))) => format!("{count}개월 연속 증가"),
        (Lang::Zh | Lang::Ko, None) => said.replace(" %", "%"),
    }
}

/// A reading of a claim, `period=2017-01..2017-09,basis=mom`, for people: `2017-01–09, m/m`.
pub(crate) fn reading(reading: &str, lang: Lang) -> String {
    let part = |part: &str| {
        let (key, value) = part.split_once('=').unwrap_or(("", part));
        in_words(key, value, lang)
    };
    let parts: Vec<String> = reading.split(',').map(part).collect();
    parts.join(if lang == Lang::Zh { "，" } else { ", " })
}

fn in_words(key: &str, value: &str, lang: Lang) -> String {
    let said = |en: &str, zh: &str, ko: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Zh => zh.to_owned(),
        Lang::Ko => ko.to_owned(),
    };
    match (key, value) {
        ("period", months) => {
            let period = match months.split_once("..") {
                Some((from, to)) => from.parse().ok().zip(to.parse().ok()),
                None => months.parse().ok().map(|month| (month, month)),
            };
            let period = period.and_then(|(from, to)| Period::new(from, to));
            period.map_or_else(|| months.to_owned(), |period| dates::period(period, lang))
        }
        ("currency", "usd") => said("in dollars", "按美元计", "달러 기준"),
        ("currency", "cny") => said("in yuan", "按人民币计", "위안 기준"),
        ("basis", "mom") => said("m/m", "环比", "전월 대비"),
        ("basis", "yoy") => said("y/y", "同比", "전년 동월 대비"),
        ("flow", "import") => said("imports", "进口", "수입"),
        ("flow", "export") => said("exports", "出口", "수출"),
        ("flow", "total") => said("total", "进出口", "교역액"),
        ("flow", "balance") => said("balance", "贸易差额", "무역수지"),
        ("as_of", "first") => said("as first published", "首次公布时", "최초 공표 기준"),
        ("as_of", day) => match lang {
            Lang::En => format!("as of {}", dates::day(day, lang)),
            Lang::Zh => format!("截至{}已公布", dates::day(day, lang)),
            Lang::Ko => format!("{}까지 공표된 기준", dates::day(day, lang)),
        },
        ("side", "cn") => said("China's side", "以中国为统计方", "중국 측 통계"),
        ("side", _) => said("North Korea's side", "以朝鲜为统计方", "북한 측 통계"),
        ("scale", scale) => format!("×{scale}"),
        ("compiler", name) => format!("{}{name}", said("by ", "编制者 ", "작성 기관 ")),
        ("", "sign") => said("the other sign", "符号相反", "반대 부호"),
        ("", value) => value.to_owned(),
        ("since", period) => match lang {
            Lang::En => format!("since {}", in_words("period", period, lang)),
            Lang::Zh => format!("自{}以来", in_words("period", period, lang)),
            Lang::Ko => format!("{} 이후", in_words("period", period, lang)),
        },
        (key, value) => format!("{key} {value}"),
    }
}

/// In English.
pub(super) fn in_english(remark: &ClaimRemark, words: &dyn Wording) -> String {
    let shown = |one: ClaimFigure| figure(one, words, [" times", " months", " %"]);
    let dated = |day: Vintage| dates::day(day, Lang::En);
    let at = |period: Period| dates::period(period, Lang::En);
    match remark {
        ClaimRemark::DecidedLater { by: Some(by) } => {
            let by = dated(*by);
            format!("no release by the day of the claim decides it: the release of {by} does")
        }
        ClaimRemark::DecidedLater { by: None } => {
            "no release by the day of the claim decides it: later ones do".to_owned()
        }
        ClaimRemark::ThenAndNow {
            then,
            day,
            since,
            now,
        } => {
            let then = match then {
                Truth::True => "true",
                Truth::False => "false",
                Truth::CannotTell => "open",
            };
            let since = since.map_or_else(
                || "by what is known now".to_owned(),
                |day| format!("since the revision of {}", dated(day)),
            );
            let day = dated(*day);
            match now {
                Some(now) => format!("{then} on {day}; {since} it would be {}", shown(*now)),
                None => format!("{then} on {day}; {since} it cannot be told"),
            }
        }
        ClaimRemark::Open(missing) => words.reason(missing),
        ClaimRemark::Against { period, figure } => {
            format!("{} was {}", at(*period), shown(*figure))
        }
        ClaimRemark::LastAsFar(period) => format!("the last that went as far was {}", at(*period)),
        ClaimRemark::AlsoAs(readings) => {
            format!("would also be true as {}", readings.join(" or as "))
        }
        ClaimRemark::MadeOf {
            figures,
            more,
            printed,
        } => {
            let one = |figure: &FigureOf| {
                let released = figure
                    .released
                    .map_or_else(String::new, |day| format!(", released {}", dated(day)));
                format!(
                    "{}s of {} ({}{released})",
                    figure.flow.name(),
                    at(figure.period),
                    figure.basis.name()
                )
                .replace("totals of", "total of")
                .replace("balances of", "balance of")
            };
            let mut parts: Vec<String> = figures.iter().map(one).collect();
            if *more > 0 {
                let last = parts.pop().unwrap_or_default();
                parts.push(format!("{last} and {more} more figures"));
            }
            if let Some(date) = printed {
                parts.push(match date {
                    Some(day) => format!("the change as published {}", on(*day)),
                    None => "the change as published".to_owned(),
                });
            }
            format!("judged by {}", parts.join(", "))
        }
        ClaimRemark::Beside {
            flow,
            is_change,
            low,
            high,
            contradicts,
        } => {
            let what = match (flow, is_change) {
                (Flow::Import, false) => "imports",
                (Flow::Export, false) => "exports",
                (Flow::Total, false) => "a total",
                (Flow::Balance, false) => "a balance",
                (Flow::Import, true) => "a change of imports",
                (Flow::Export, true) => "a change of exports",
                (Flow::Total, true) => "a change of the total",
                (Flow::Balance, true) => "a change of the balance",
            };
            let cannot = if *contradicts {
                "cannot be true with the other claims of the statement, which"
            } else {
                "the other claims of the statement"
            };
            format!(
                "{cannot} allow {what} from {} to {}",
                shown(*low),
                shown(*high)
            )
        }
        ClaimRemark::Summary {
            right,
            wrong,
            open,
            not_understood,
        } => {
            let all = right + wrong + open;
            let claims = if all == 1 { "claim" } else { "claims" };
            let text =
                format!("{all} {claims}: {right} true, {wrong} false, {open} cannot be told");
            match not_understood {
                0 => text,
                1 => format!("{text}; 1 sentence not understood"),
                n => format!("{text}; {n} sentences not understood"),
            }
        }
        ClaimRemark::NotUnderstood(why) => match why {
            NotUnderstood::Word(word) => format!("not understood: `{word}`"),
            NotUnderstood::NoFlow => "whose imports or exports are meant is not said".to_owned(),
            NotUnderstood::NoPeriod => "which months are meant is not said".to_owned(),
            NotUnderstood::NoYear => {
                "which year is meant is not said: give `--published DATE`".to_owned()
            }
            NotUnderstood::NoMetric(number) => format!("what `{number}` counts is not clear"),
            NotUnderstood::NoBasis => "what the change is measured from is not said".to_owned(),
            NotUnderstood::OtherTrade => "seems to be of another trade as well".to_owned(),
            NotUnderstood::TwoWays(what) => format!("`{what}` can be read in two ways"),
        },
        ClaimRemark::ColumnsNotRead { file, names } => {
            format!("{file}: columns that say nothing of the claims, not read: {names}")
        }
    }
}

/// `on 23 October 2017`, `in July 2017`.
fn on(day: Vintage) -> String {
    let word = if day == day.as_day() { "on" } else { "in" };
    format!("{word} {}", dates::day(day, Lang::En))
}

/// In Chinese.
pub(super) fn in_chinese(remark: &ClaimRemark, words: &dyn Wording) -> String {
    let shown = |one: ClaimFigure| figure(one, words, ["倍", "个月", "%"]);
    let dated = |day: Vintage| dates::day(day, Lang::Zh);
    let at = |period: Period| dates::period(period, Lang::Zh);
    match remark {
        ClaimRemark::DecidedLater { by: Some(by) } => {
            format!(
                "截至声明当日公布的数据不足以判定，以{}公布的数据判定",
                dated(*by)
            )
        }
        ClaimRemark::DecidedLater { by: None } => {
            "截至声明当日公布的数据不足以判定，以其后公布的数据判定".to_owned()
        }
        ClaimRemark::ThenAndNow {
            then,
            day,
            since,
            now,
        } => {
            let then = match then {
                Truth::True => "属实",
                Truth::False => "不实",
                Truth::CannotTell => "无法判定",
            };
            let since = since.map_or_else(
                || "按现有数据".to_owned(),
                |day| format!("{}修订之后", dated(day)),
            );
            let day = dated(*day);
            match now {
                Some(now) => format!("{day}时{then}；{since}应为{}", shown(*now)),
                None => format!("{day}时{then}；{since}无法判定"),
            }
        }
        ClaimRemark::Open(missing) => words.reason(missing),
        ClaimRemark::Against { period, figure } => format!("{}为{}", at(*period), shown(*figure)),
        ClaimRemark::LastAsFar(period) => format!("上一次达到此水平是{}", at(*period)),
        ClaimRemark::AlsoAs(readings) => format!("按以下读法也属实：{}", readings.join("、")),
        ClaimRemark::MadeOf {
            figures,
            more,
            printed,
        } => {
            let one = |figure: &FigureOf| {
                let flow = match figure.flow {
                    Flow::Import => "进口",
                    Flow::Export => "出口",
                    Flow::Total => "进出口",
                    Flow::Balance => "差额",
                };
                let basis = match figure.basis {
                    Basis::Printed => "公布",
                    Basis::Difference => "相减",
                    Basis::Implied => "由同比推算",
                    Basis::Converted => "折算",
                    Basis::Sum => "合计",
                };
                let released = figure
                    .released
                    .map_or_else(String::new, |day| format!("，{}公布", dated(day)));
                format!("{}{flow}（{basis}{released}）", at(figure.period))
            };
            let mut parts: Vec<String> = figures.iter().map(one).collect();
            if *more > 0 {
                parts.push(format!("另{more}个数据"));
            }
            if let Some(date) = printed {
                parts.push(match date {
                    Some(day) => format!("{}公布的同比", dated(*day)),
                    None => "公布的同比".to_owned(),
                });
            }
            format!("依据{}", parts.join("、"))
        }
        ClaimRemark::Beside {
            flow,
            is_change,
            low,
            high,
            contradicts,
        } => {
            let flow = match flow {
                Flow::Import => "进口",
                Flow::Export => "出口",
                Flow::Total => "进出口总额",
                Flow::Balance => "差额",
            };
            let what = if *is_change { "同比" } else { "" };
            let cannot = if *contradicts {
                "与同一声明中的其他说法矛盾："
            } else {
                ""
            };
            format!(
                "{cannot}其他说法只允许{flow}{what}在{}至{}之间",
                shown(*low),
                shown(*high)
            )
        }
        ClaimRemark::Summary {
            right,
            wrong,
            open,
            not_understood,
        } => {
            let all = right + wrong + open;
            let text = format!("共{all}项：{right}项属实，{wrong}项不实，{open}项无法判定");
            match not_understood {
                0 => text,
                n => format!("{text}；{n}句未能读懂"),
            }
        }
        ClaimRemark::NotUnderstood(why) => match why {
            NotUnderstood::Word(word) => format!("未能读懂：`{word}`"),
            NotUnderstood::NoFlow => "未说明是谁的进口或出口".to_owned(),
            NotUnderstood::NoPeriod => "未说明月份".to_owned(),
            NotUnderstood::NoYear => "未说明年份：请用`--published`给出日期".to_owned(),
            NotUnderstood::NoMetric(number) => format!("`{number}`所指不明"),
            NotUnderstood::NoBasis => "未说明与何时相比".to_owned(),
            NotUnderstood::OtherTrade => "似乎还涉及其他贸易".to_owned(),
            NotUnderstood::TwoWays(what) => format!("`{what}`有两种读法"),
        },
        ClaimRemark::ColumnsNotRead { file, names } => {
            format!("{file}：与声明无关的列未读：{names}")
        }
    }
}

/// In Korean.
pub(super) fn in_korean(remark: &ClaimRemark, words: &dyn Wording) -> String {
    let shown = |one: ClaimFigure| figure(one, words, ["배", "개월", "%"]);
    let dated = |day: Vintage| dates::day(day, Lang::Ko);
    let at = |period: Period| dates::period(period, Lang::Ko);
    match remark {
        ClaimRemark::DecidedLater { by: Some(by) } => {
            format!(
                "보도일까지 공표된 자료로는 판정할 수 없어 {} 공표 자료로 판정",
                dated(*by)
            )
        }
        ClaimRemark::DecidedLater { by: None } => {
            "보도일까지 공표된 자료로는 판정할 수 없어 이후 자료로 판정".to_owned()
        }
        ClaimRemark::ThenAndNow {
            then,
            day,
            since,
            now,
        } => {
            let then = match then {
                Truth::True => "참",
                Truth::False => "거짓",
                Truth::CannotTell => "판정 불가",
            };
            let since = since.map_or_else(
                || "현재 자료로는".to_owned(),
                |day| format!("{} 수정 이후로는", dated(day)),
            );
            let day = dated(*day);
            match now {
                Some(now) => format!("{day}에는 {then}; {since} {}", shown(*now)),
                None => format!("{day}에는 {then}; {since} 판정 불가"),
            }
        }
        ClaimRemark::Open(missing) => words.reason(missing),
        ClaimRemark::Against { period, figure } => format!("{}에 {}", at(*period), shown(*figure)),
        ClaimRemark::LastAsFar(period) => format!("마지막으로 이 수준이었던 때는 {}", at(*period)),
        ClaimRemark::AlsoAs(readings) => {
            format!("다음과 같이 읽어도 참: {}", readings.join(", "))
        }
        ClaimRemark::MadeOf {
            figures,
            more,
            printed,
        } => {
            let one = |figure: &FigureOf| {
                let flow = match figure.flow {
                    Flow::Import => "수입",
                    Flow::Export => "수출",
                    Flow::Total => "교역액",
                    Flow::Balance => "수지",
                };
                let basis = match figure.basis {
                    Basis::Printed => "공표",
                    Basis::Difference => "차액",
                    Basis::Implied => "증감률에서 역산",
                    Basis::Converted => "환산",
                    Basis::Sum => "합계",
                };
                let released = figure
                    .released
                    .map_or_else(String::new, |day| format!(", {} 공표", dated(day)));
                format!("{} {flow}({basis}{released})", at(figure.period))
            };
            let mut parts: Vec<String> = figures.iter().map(one).collect();
            if *more > 0 {
                parts.push(format!("그 밖의 자료 {more}건"));
            }
            if let Some(date) = printed {
                parts.push(match date {
                    Some(day) => format!("{} 공표 증감률", dated(*day)),
                    None => "공표 증감률".to_owned(),
                });
            }
            format!("판정 근거: {}", parts.join(", "))
        }
        ClaimRemark::Beside {
            flow,
            is_change,
            low,
            high,
            contradicts,
        } => {
            let flow = match flow {
                Flow::Import => "수입",
                Flow::Export => "수출",
                Flow::Total => "교역액",
                Flow::Balance => "수지",
            };
            let what = if *is_change { " 증감률" } else { "" };
            let cannot = if *contradicts {
                "같은 보도의 다른 주장과 양립 불가: "
            } else {
                ""
            };
            format!(
                "{cannot}다른 주장이 허용하는 {flow}{what} 범위는 {}~{}",
                shown(*low),
                shown(*high)
            )
        }
        ClaimRemark::Summary {
            right,
            wrong,
            open,
            not_understood,
        } => {
            let all = right + wrong + open;
            let text = format!("총 {all}건: 참 {right}건, 거짓 {wrong}건, 판정 불가 {open}건");
            match not_understood {
                0 => text,
                n => format!("{text}; 이해하지 못한 문장 {n}개"),
            }
        }
        ClaimRemark::NotUnderstood(why) => match why {
            NotUnderstood::Word(word) => format!("이해하지 못함: `{word}`"),
            NotUnderstood::NoFlow => "누구의 수입·수출인지 나와 있지 않음".to_owned(),
            NotUnderstood::NoPeriod => "어느 달인지 나와 있지 않음".to_owned(),
            NotUnderstood::NoYear => {
                "어느 해인지 나와 있지 않음: `--published`로 날짜 지정".to_owned()
            }
            NotUnderstood::NoMetric(number) => format!("`{number}`가 무엇인지 분명하지 않음"),
            NotUnderstood::NoBasis => "무엇과 비교했는지 나와 있지 않음".to_owned(),
            NotUnderstood::OtherTrade => "다른 교역도 함께 다루는 듯함".to_owned(),
            NotUnderstood::TwoWays(what) => format!("`{what}`는 두 가지로 읽힘"),
        },
        ClaimRemark::ColumnsNotRead { file, names } => {
            format!("{file}: 주장과 관계없어 읽지 않은 열: {names}")
        }
    }
}
