//! The words for flows, units and currencies in tables.

use crate::reader::cells::number::{PIECES, narrow};
use crate::reader::errors::input_error::InputError;
use crate::trade::{Currency, Flow, Unit};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Longer words come before their prefixes, so that a prefix does not match first.
const FLOWS: [(&str, Flow); 54] = [
    ("einfuhren", Flow::Import),
    ("einfuhr", Flow::Import),
    ("ausfuhren", Flow::Export),
    ("ausfuhr", Flow::Export),
    ("importations", Flow::Import),
    ("importation", Flow::Import),
    ("exportations", Flow::Export),
    ("exportation", Flow::Export),
    ("importaciones", Flow::Import),
    ("importación", Flow::Import),
    ("exportaciones", Flow::Export),
    ("exportación", Flow::Export),
    ("импорт", Flow::Import),
    ("экспорт", Flow::Export),
    ("imports and exports", Flow::Total),
    ("exports and imports", Flow::Total),
    ("total trade", Flow::Total),
    ("trade total", Flow::Total),
    ("trade balance", Flow::Balance),
    ("进出口总额", Flow::Total),
    ("进出口总值", Flow::Total),
    ("进出口额", Flow::Total),
    ("进出口", Flow::Total),
    ("進出口", Flow::Total),
    ("进口总额", Flow::Import),
    ("进口额", Flow::Import),
    ("进口值", Flow::Import),
    ("进口", Flow::Import),
    ("進口", Flow::Import),
    ("出口总额", Flow::Export),
    ("出口额", Flow::Export),
    ("出口值", Flow::Export),
    ("出口", Flow::Export),
    ("贸易差额", Flow::Balance),
    ("差额", Flow::Balance),
    ("顺差", Flow::Balance),
    ("수입액", Flow::Import),
    ("수입", Flow::Import),
    ("수출입", Flow::Total),
    ("수출액", Flow::Export),
    ("수출", Flow::Export),
    ("무역수지", Flow::Balance),
    ("수지", Flow::Balance),
    ("교역액", Flow::Total),
    ("총액", Flow::Total),
    ("총", Flow::Total),
    ("합계", Flow::Total),
    ("总值", Flow::Total),
    ("imports", Flow::Import),
    ("import", Flow::Import),
    ("exports", Flow::Export),
    ("export", Flow::Export),
    ("total", Flow::Total),
    ("balance", Flow::Balance),
];

/// What a text states about the unit: a scale, a currency, both or neither.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct StatedUnits {
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
}

impl StatedUnits {
    /// Whether the two state different scales or currencies. Whole units give way to any scale.
    pub fn contradicts(&self, other: &StatedUnits) -> bool {
        let scale = |stated: &StatedUnits| stated.unit.filter(|unit| *unit != Unit::ONE);
        let differ = |one: &(Unit, Unit)| one.0 != one.1;
        scale(self).zip(scale(other)).as_ref().is_some_and(differ)
            || self
                .currency
                .zip(other.currency)
                .is_some_and(|(one, other)| one != other)
    }
}

/// The flow given by a cell.
pub(crate) fn flow(text: &str) -> Result<Flow, InputError> {
    let known = |wanted: &str| {
        let mut known = FLOWS.iter().chain(&FLOW_CODES);
        known.find(|(word, _)| *word == wanted)
    };
    // The words of our own tables, before a search through all others.
    match text {
        "import" => return Ok(Flow::Import),
        "export" => return Ok(Flow::Export),
        "total" => return Ok(Flow::Total),
        _ => {}
    }
    match known(text).or_else(|| known(&plain(text))) {
        Some((_, Flow::Balance)) => Err(InputError::BalanceIsComputed),
        Some((_, flow)) => Ok(*flow),
        None => Err(InputError::UnknownFlow),
    }
}

/// Codes in a column of flows: those of Comtrade and of the SDMX code lists, and abbreviations used
/// by statistical offices.
const FLOW_CODES: [(&str, Flow); 14] = [
    ("进", Flow::Import),
    ("出", Flow::Export),
    ("im.", Flow::Import),
    ("ex.", Flow::Export),
    ("им", Flow::Import),
    ("эк", Flow::Export),
    ("m", Flow::Import),
    ("x", Flow::Export),
    ("i", Flow::Import),
    ("e", Flow::Export),
    ("imp", Flow::Import),
    ("exp", Flow::Export),
    ("im", Flow::Import),
    ("ex", Flow::Export),
];

/// The flow at the start of a column name, and the rest: `Imports (US$ thousand)`.
#[cfg(test)]
pub(crate) fn flow_prefix(header: &str) -> Option<(Flow, String)> {
    let header = plain(header);
    FLOWS
        .iter()
        .find_map(|(word, flow)| prefix(&header, word).map(|rest| (*flow, rest)))
}

/// The text after `word` at the start of a column name normalised by [`plain`].
pub(crate) fn prefix(header: &str, word: &str) -> Option<String> {
    let rest = header.strip_prefix(word)?;
    let goes_on =
        word.is_ascii() && rest.starts_with(|c: char| c.is_alphanumeric() && c.is_ascii());
    (!goes_on).then(|| rest.trim().to_owned())
}

/// The currency given by a cell.
pub(crate) fn currency(text: &str) -> Result<Currency, InputError> {
    // Codes first, since a column of thousands of rows has nothing else.
    let by_code = |currency: &Currency| currency.code() == text;
    if let Some(currency) = [Currency::Usd, Currency::Cny].into_iter().find(by_code) {
        return Ok(currency);
    }
    let (currency, rest) = take_currency(&bare(text));
    match currency {
        Some(currency) if rest.is_empty() => Ok(currency),
        _ => Err(InputError::UnknownCurrency),
    }
}

/// Reads `thousand`, `US$1,000`, `USD million`, `万元`, `亿美元`; empty text states nothing.
///
/// A currency spelled out as a noun (`美元`, `US dollars`) also states a unit of one. A bare code
/// (`USD`) does not, because tables in millions use it too.
pub(crate) fn stated(text: &str) -> Result<StatedUnits, InputError> {
    let whole = bare(text);
    let (currency, rest) = take_currency(&whole);
    let code_only = whole.starts_with(|c: char| c.is_ascii())
        && ["usd", "cny", "rmb"].contains(&whole.as_str());
    let rest = rest.trim_start_matches("미화").trim();
    // A letter is a scale only next to a currency: `US$m`.
    let letter = currency.and_then(
        |_| match rest.trim_matches([' ', '.', '(', ')', '-', '/']) {
            "m" | "mm" | "mil" => Some(6),
            "k" => Some(3),
            "b" | "bil" => Some(9),
            _ => None,
        },
    );
    let unit = match letter.or_else(|| scale(rest)) {
        Some(power) => Some(Unit { power }),
        None if !rest.is_empty() => return Err(InputError::UnknownUnit),
        None if currency.is_none() || code_only || whole == "人民币" => None,
        None => Some(Unit::ONE),
    };
    Ok(StatedUnits { unit, currency })
}

/// Names of rows that cover all goods.
const ALL_GOODS: [&str; 35] = [
    "total",
    "totals",
    "all goods",
    "all commodities",
    "all products",
    "all items",
    "total all products",
    "all",
    "total trade",
    "goods",
    "total goods",
    "total commodities",
    "total merchandise",
    "merchandise",
    "all commodity",
    "total (all products)",
    "product total",
    "总值",
    "合计",
    "总计",
    "总额",
    "总金额",
    "全部",
    "全部商品",
    "所有商品",
    "全部产品",
    "所有产品",
    "全商品",
    "합계",
    "총액",
    "전체 품목",
    "전 품목",
    "전체",
    "총계",
    "전품목",
];

/// Whether a name normalised by [`plain`] means all goods.
pub(crate) fn is_all_goods(name: &str) -> bool {
    ALL_GOODS.contains(&name)
}

/// The scale in a cell of a column of scales: a power of ten, a factor, or a word.
pub(crate) fn scale_of_cell(text: &str) -> Result<Unit, InputError> {
    let plain = plain(text);
    let number = plain.strip_suffix(".0").unwrap_or(&plain);
    if let Ok(power @ 0..=12) = number.parse::<u32>()
        && number != "1"
    {
        return Ok(Unit { power });
    }
    stated(text)?.unit.ok_or(InputError::UnknownUnit)
}

/// Splits `tradeValueUsd` into words. A word has three lower-case letters before the next begins,
/// so that `kUSD` and `YoY` are kept whole.
pub(crate) fn words_apart(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        bytes[at].is_ascii_uppercase()
            && at >= 3
            && bytes[at - 3..at].iter().all(u8::is_ascii_lowercase)
    };
    let starts: Vec<usize> = (0..bytes.len()).filter(|at| begins(*at)).collect();
    if starts.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut words = text.to_owned();
    for at in starts.into_iter().rev() {
        words.insert(at, ' ');
    }
    Cow::Owned(words)
}

/// Normalises text: lower case, half-width characters, underscores as blanks, single blanks.
pub(crate) fn plain(text: &str) -> String {
    let text = text.replace(['_', '\u{a0}'], " ").replace(PIECES, "");
    let text = narrow(&text).to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// [`plain`] without the punctuation around a unit or in its number.
fn bare(text: &str) -> String {
    let text = plain(text);
    let text = text.trim_matches([' ', ':', ',', '(', ')', '[', ']', '/', '-', '.']);
    let text = text.strip_prefix("in ").unwrap_or(text);
    let marked = [
        "units:",
        "unit:",
        "unit ",
        "单位:",
        "單位:",
        "单位∶",
        "단위:",
        "단위",
        "单位",
    ];
    let text = marked
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
        .unwrap_or(text);
    let text = text.trim_matches([' ', ':']);
    let text = text.strip_prefix("in ").unwrap_or(text);
    text.replace(',', "")
}

/// Longest first, since the single character `元`, for the yuan, occurs in longer words.
const CURRENCIES: [(&str, Currency); 44] = [
    ("current us dollars", Currency::Usd),
    ("current us$", Currency::Usd),
    ("미국 달러", Currency::Usd),
    ("미국달러", Currency::Usd),
    ("долларов сша", Currency::Usd),
    ("доллары сша", Currency::Usd),
    ("долл. сша", Currency::Usd),
    ("долл сша", Currency::Usd),
    ("dollars des états-unis", Currency::Usd),
    ("dollars américains", Currency::Usd),
    ("dólares", Currency::Usd),
    ("долл", Currency::Usd),
    ("renminbi yuan", Currency::Cny),
    ("united states dollars", Currency::Usd),
    ("u.s. dollars", Currency::Usd),
    ("u.s. dollar", Currency::Usd),
    ("us dollars", Currency::Usd),
    ("us dollar", Currency::Usd),
    ("us-dollar", Currency::Usd),
    ("dollars", Currency::Usd),
    ("dollar", Currency::Usd),
    ("u.s. $", Currency::Usd),
    ("us $", Currency::Usd),
    ("인민폐", Currency::Cny),
    ("美金", Currency::Usd),
    ("renminbi", Currency::Cny),
    ("元人民币", Currency::Cny),
    ("人民币元", Currency::Cny),
    ("人民币", Currency::Cny),
    ("미 달러", Currency::Usd),
    ("미달러", Currency::Usd),
    ("달러", Currency::Usd),
    ("米ドル", Currency::Usd),
    ("ドル", Currency::Usd),
    ("위안", Currency::Cny),
    ("美元", Currency::Usd),
    ("us$", Currency::Usd),
    ("usd", Currency::Usd),
    ("cny", Currency::Cny),
    ("rmb", Currency::Cny),
    ("yuan", Currency::Cny),
    ("元", Currency::Cny),
    ("불", Currency::Usd),
    ("$", Currency::Usd),
];

/// The ranks of the words of [`CURRENCIES`] by their first byte. Titles are searched at every
/// character, so that a search for each word on its own would take seconds for a long one.
static BY_FIRST_BYTE: LazyLock<Vec<Vec<usize>>> = LazyLock::new(|| {
    let of = |byte: u8| {
        let all = CURRENCIES.iter().enumerate();
        let found = all.filter(|(_, (word, _))| word.as_bytes().first() == Some(&byte));
        found.map(|(rank, _)| rank).collect()
    };
    (0..=u8::MAX).map(of).collect()
});

fn take_currency(text: &str) -> (Option<Currency>, String) {
    let bytes = text.as_bytes();
    let mut first: Option<(usize, usize)> = None;
    for (at, byte) in bytes.iter().enumerate() {
        for rank in &BY_FIRST_BYTE[usize::from(*byte)] {
            let is_earlier = first.is_none_or(|(best, _)| *rank < best);
            if is_earlier && bytes[at..].starts_with(CURRENCIES[*rank].0.as_bytes()) {
                first = Some((*rank, at));
            }
        }
    }
    let Some((rank, at)) = first else {
        return (None, text.to_owned());
    };
    let (word, currency) = CURRENCIES[rank];
    let rest = format!("{} {}", &text[..at], &text[at + word.len()..]);
    let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    (Some(currency), rest)
}

fn scale(text: &str) -> Option<u32> {
    let text = text
        .trim_end_matches(" of")
        .trim_matches([' ', '.', '(', ')', '-', '/']);
    Some(match text {
        "1" | "one" | "ones" | "unit" | "units" => 0,
        "1000" | "1000s" | "'000" | "'000s" | "’000" | "000" | "000s" | "000's" | "thousand"
        | "thousands" | "tausend" | "milliers" | "milliers de" | "miles de" | "тыс" | "тысяч"
        | "thous" | "thou" | "thsd" | "tsd" | "ths" | "k" | "th" | "千" | "천" | "1천" => 3,
        "10000" | "ten thousand" | "10 thousand" | "10k" | "万" | "萬" | "만" | "1만" => 4,
        "100000" | "hundred thousand" | "100 thousand" | "십만" | "十万" => 5,
        "1000000" | "1 million" | "million" | "millions" | "millionen" | "millions de"
        | "millones" | "millones de" | "млн" | "миллионов" | "mn" | "mln" | "mio" | "mill"
        | "mil" | "百万" | "百萬" | "백만" => 6,
        "10000000" | "ten million" | "10 million" | "千万" | "千萬" | "천만" => 7,
        "100000000" | "hundred million" | "100 million" | "100mn" | "100 mn" | "100 mln" | "亿"
        | "億" | "억" => 8,
        "1000000000" | "1 billion" | "billion" | "billions" | "mrd" | "milliarden"
        | "milliards" | "milliards de" | "млрд" | "bn" | "bln" | "十亿" | "十億" | "십억" => {
            9
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
