//! What claims say and how they were read, in each language.

use crate::render::lang::dates;
use crate::render::lang::wording::signed;
use crate::render::options::Lang;
use crate::report::ClaimFigure;
use crate::trade::{Measured, Period, Printed};

/// A figure of a claim in a sentence; the words are those of the language.
pub(super) fn figure(
    figure: ClaimFigure,
    measured: fn(Measured) -> String,
    [times, months, percent]: [&str; 3],
) -> String {
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
        ClaimFigure::Amount(amount) => measured(amount),
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
        ("metric", metric) => name(metric, lang).unwrap_or(metric).to_owned(),
        (key, value) => format!("{key} {value}"),
    }
}

/// What a metric is called.
fn name(metric: &str, lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::En => crate::render::lang::en::cells::word(metric),
        Lang::Zh => crate::render::lang::zh::cells::word(metric),
        Lang::Ko => crate::render::lang::ko::cells::word(metric),
    }
}
