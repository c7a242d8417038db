//! The words that stand for values on the command line.

use crate::measure::Comparison;
use crate::render::{Format, Lang, MoneyUnit};
use crate::trade::{
    Breakdown, Currency, DecimalMark, Flow, Goods, GoodsError, Measure, Partner, PartnerCodes,
    Perspective, Regime, Unit,
};

/// `imports`, `exports`, `total`, `balance`; the singular too.
pub fn flow(text: &str) -> Result<Flow, String> {
    match text.to_ascii_lowercase().as_str() {
        "import" | "imports" => Ok(Flow::Import),
        "export" | "exports" => Ok(Flow::Export),
        "total" => Ok(Flow::Total),
        "balance" => Ok(Flow::Balance),
        _ => Err("expected: imports, exports, total or balance".to_owned()),
    }
}

/// One partner, or `all` (`None`).
pub type PartnerWord = Option<u16>;

/// A customs, ISO or UN code, a name in any spelling known, or `all`.
pub fn partner(text: &str) -> Result<PartnerWord, String> {
    if text.eq_ignore_ascii_case("all") {
        return Ok(None);
    }
    Partner::find(text).map(Some).ok_or_else(|| {
        "expected: a customs code such as 109, an ISO code such as KP, a name such as \"North Korea\", or all"
            .to_owned()
    })
}

/// The prefixes that one word of `--hs` names.
#[derive(Clone, Debug)]
pub struct Prefixes(pub Vec<std::sync::Arc<str>>);

/// An HS code, or a range of chapters.
pub fn goods(text: &str) -> Result<Prefixes, GoodsError> {
    Goods::prefixes(text).map(Prefixes)
}

/// What is measured.
pub fn measure(text: &str) -> Result<Measure, String> {
    match text {
        "value" => Ok(Measure::Value),
        "quantity" => Ok(Measure::Quantity),
        "unit-value" => Ok(Measure::UnitValue),
        _ => Err("expected: value, quantity or unit-value".to_owned()),
    }
}

/// What a trade is split by.
pub fn by(text: &str) -> Result<Breakdown, String> {
    let named = Breakdown::ALL.into_iter().find(|by| by.name() == text);
    named.ok_or_else(|| {
        format!(
            "expected: {}",
            Breakdown::ALL.map(Breakdown::name).join(", ")
        )
    })
}

/// `usd` or `cny`.
pub fn currency(text: &str) -> Result<Currency, String> {
    match text.to_ascii_lowercase().as_str() {
        "usd" => Ok(Currency::Usd),
        "cny" | "rmb" => Ok(Currency::Cny),
        _ => Err("expected: usd or cny".to_owned()),
    }
}

/// `cn` or `kp`.
pub fn perspective(text: &str) -> Result<Perspective, String> {
    match text.to_ascii_lowercase().as_str() {
        "cn" => Ok(Perspective::Reporter),
        "kp" => Ok(Perspective::Partner),
        _ => Err("expected: cn (China's side) or kp (the partner's side)".to_owned()),
    }
}

/// `point` or `comma`.
pub fn decimal(text: &str) -> Result<DecimalMark, String> {
    match text.to_ascii_lowercase().as_str() {
        "point" | "." => Ok(DecimalMark::Point),
        "comma" | "," => Ok(DecimalMark::Comma),
        _ => Err("expected: point (145.82) or comma (145,82)".to_owned()),
    }
}

/// `customs` or `un`.
pub fn partner_codes(text: &str) -> Result<PartnerCodes, String> {
    match text.to_ascii_lowercase().as_str() {
        "customs" => Ok(PartnerCodes::Customs),
        "un" | "m49" => Ok(PartnerCodes::Un),
        _ => Err("expected: customs (109 is North Korea) or un (408 is North Korea)".to_owned()),
    }
}

/// `yoy` or `mom`.
pub fn comparison(text: &str) -> Result<Comparison, String> {
    match text {
        "yoy" => Ok(Comparison::Yoy),
        "mom" => Ok(Comparison::Mom),
        _ => Err("expected: yoy or mom".to_owned()),
    }
}

/// The name of an output format.
pub fn format(text: &str) -> Result<Format, String> {
    Format::from_name(text).ok_or_else(|| one_of(Format::ALL.map(Format::name).as_slice()))
}

/// `en`, `zh` or `ko`.
pub fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_name(text).ok_or_else(|| one_of(Lang::ALL.map(Lang::name).as_slice()))
}

/// The unit of the amounts in a file that states none.
pub fn unit(text: &str) -> Result<Unit, String> {
    let power = match text.to_lowercase().replace(['-', '_'], " ").as_str() {
        "1" | "one" => 0,
        "thousand" | "1000" | "千" => 3,
        "ten thousand" | "10000" | "万" => 4,
        "million" | "百万" => 6,
        "hundred million" | "亿" => 8,
        "billion" => 9,
        _ => {
            return Err(one_of(&[
                "1",
                "thousand",
                "ten-thousand",
                "million",
                "hundred-million",
                "billion",
            ]));
        }
    };
    Ok(Unit { power })
}

/// The unit of money in tables for people: the same words.
pub fn show_unit(text: &str) -> Result<MoneyUnit, String> {
    Ok(match unit(text)?.power {
        0 => MoneyUnit::One,
        3 => MoneyUnit::Thousand,
        4 => MoneyUnit::TenThousand,
        8 => MoneyUnit::HundredMillion,
        9 => MoneyUnit::Billion,
        _ => MoneyUnit::Million,
    })
}

/// Whose measures are marked in a chart; `None`: nobody's.
pub fn events(text: &str) -> Result<Option<Regime>, String> {
    if text == "none" {
        return Ok(None);
    }
    let named = Regime::ALL.into_iter().find(|one| one.name() == text);
    named
        .map(Some)
        .ok_or_else(|| "expected: un, cn or none".to_owned())
}

/// `always`, `never`, or `auto` (`None`).
pub fn color(text: &str) -> Result<ColorWord, String> {
    match text {
        "auto" => Ok(ColorWord(None)),
        "always" => Ok(ColorWord(Some(true))),
        "never" => Ok(ColorWord(Some(false))),
        _ => Err("expected: auto, always or never".to_owned()),
    }
}

/// Colour as it was asked for; `None`: auto.
#[derive(Clone, Copy, Debug)]
pub struct ColorWord(pub Option<bool>);

fn one_of(words: &[&str]) -> String {
    format!("expected one of: {}", words.join(", "))
}
