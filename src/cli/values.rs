//! The words for values on the command line.

use crate::reader::{Encoding, month_in_words};
use crate::render::MoneyUnit;
use crate::report::Column;
use crate::trade::{
    Groups, HsCodeError, LayoutName, Month, Named, Partner, Period, Regime, Unit, hs_prefixes,
    nearest,
};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// A word from a closed list: help lists all of them, case is ignored, and a misspelt one gets the
/// nearest as a suggestion.
pub fn word<T: Named + Send + Sync>() -> impl TypedValueParser<Value = T> {
    word_shown_if(|_| true)
}

/// The same, but help lists only some of the words; the flag explains why it refuses the others.
pub fn word_shown_if<T: Named + Send + Sync>(
    is_shown: fn(T) -> bool,
) -> impl TypedValueParser<Value = T> {
    let value = |one: &T| {
        let value = PossibleValue::new(one.word())
            .aliases(one.words().get(1..).unwrap_or_default())
            .hide(!is_shown(*one));
        if one.about().is_empty() {
            value
        } else {
            value.help(one.about())
        }
    };
    let values: Vec<PossibleValue> = T::EVERY.iter().map(value).collect();
    PossibleValuesParser::new(values)
        .try_map(|word| T::named(&word).ok_or_else(|| format!("`{word}` is not one of the values")))
}

/// The same for a single word.
pub fn one<T: Named>(text: &str) -> Result<T, String> {
    T::named(text).ok_or_else(|| {
        let words: Vec<&str> = T::EVERY.iter().map(|one| one.word()).collect();
        let guess = nearest(text, words.iter().copied());
        let guess = guess.map(|name| format!("\n  help: did you mean `{name}`?"));
        format!(
            "expected: {}{}",
            words.join(", "),
            guess.unwrap_or_default()
        )
    })
}

/// A month in any spelling that tables use.
pub fn month(text: &str) -> Result<Month, String> {
    let why = match text.parse::<Month>() {
        Ok(month) => return Ok(month),
        Err(why) => why,
    };
    if let Some(month) = month_in_words(text) {
        return Ok(month);
    }
    // `2017-Q3`, `2017`.
    match text.parse::<Period>() {
        Ok(_) => Err(format!(
            "{why}\n  help: for several months, use `--period {text}`"
        )),
        Err(_) => Err(why),
    }
}

/// The first month of a range: a month, or that of a year, a half or a quarter.
pub fn first_month(text: &str) -> Result<Month, String> {
    month(text).or_else(|why| text.parse::<Period>().map(|one| one.from).map_err(|_| why))
}

/// The last month of a range, in the same way.
pub fn last_month(text: &str) -> Result<Month, String> {
    month(text).or_else(|why| text.parse::<Period>().map(|one| one.to).map_err(|_| why))
}

/// What is expected for a day or a month.
pub const DAY_OR_MONTH: &str = "expected: a date such as 2017-08-05, or a month such as 2017-08";

/// One partner, or `all` (`None`).
pub type PartnerWord = Option<u16>;

/// One partner, or several with commas between them. A name may contain a comma itself.
pub fn partners(text: &str) -> Result<Partners, String> {
    let why = match partner(text) {
        Ok(one) => return Ok(Partners(vec![one])),
        Err(why) => why,
    };
    if !text.contains(',') {
        return Err(why);
    }
    let each = text.split(',').map(|one| {
        let one = one.trim();
        partner(one)
            .map_err(|why| why.replacen("unknown partner", &format!("unknown partner `{one}`"), 1))
    });
    each.collect::<Result<_, _>>().map(Partners)
}

/// What one `--partner` names.
#[derive(Clone, Debug)]
pub struct Partners(pub Vec<PartnerWord>);

/// A customs, ISO or UN code, a name in any known spelling, or `all`.
pub fn partner(text: &str) -> Result<PartnerWord, String> {
    if text.eq_ignore_ascii_case("all") {
        return Ok(None);
    }
    Partner::find(text).map(Some).ok_or_else(|| {
        let names = Partner::table().iter().flat_map(Partner::names);
        let guess = nearest(text, names).map(|name| format!("\n  help: did you mean `{name}`?"));
        format!(
            "unknown partner\n  expected: a customs code such as 109, an ISO code such as KP, \
             a name such as \"North Korea\", or all{}",
            guess.unwrap_or_default()
        )
    })
}

/// The prefixes that one word of `--hs` names.
#[derive(Clone, Debug)]
pub struct Prefixes(pub Vec<std::sync::Arc<str>>);

/// An HS code, or a range of codes of one length.
pub fn goods(text: &str) -> Result<Prefixes, HsCodeError> {
    hs_prefixes(text).map(Prefixes)
}

/// The layout of that name.
pub fn layout(text: &str) -> Result<LayoutName, String> {
    LayoutName::named(text).ok_or_else(|| unknown("layout", text, layouts()))
}

/// The names of all layouts.
fn layouts() -> Vec<&'static str> {
    let every = LayoutName::EVERY.iter();
    every.map(|layout| layout.name()).collect()
}

/// The encoding of that name.
pub fn encoding(text: &str) -> Result<Encoding, String> {
    let known = Encoding::NAMES.iter().map(|(_, names)| names[0]).collect();
    Encoding::named(text).ok_or_else(|| unknown("encoding", text, known))
}

/// The encodings, for help.
pub fn encoding_help() -> String {
    let names = Encoding::NAMES.map(|(_, names)| names[0]);
    format!(
        "The encoding of files, if it cannot be detected\n\n{}",
        names.join(", ")
    )
}

/// Whose measures are marked in a chart.
#[derive(Clone, Copy, Debug)]
pub enum EventsWord {
    /// Those of a regime.
    Of(Regime),
    /// None.
    None,
}

impl Named for EventsWord {
    const EVERY: &'static [EventsWord] = &[
        EventsWord::Of(Regime::Un),
        EventsWord::Of(Regime::Cn),
        EventsWord::None,
    ];

    fn words(self) -> &'static [&'static str] {
        match self {
            EventsWord::Of(Regime::Un) => &["un"],
            EventsWord::Of(Regime::Cn) => &["cn"],
            EventsWord::None => &["none"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            EventsWord::Of(Regime::Un) => "resolutions of the UN Security Council",
            EventsWord::Of(Regime::Cn) => "notices of China's ministries",
            EventsWord::None => "nothing",
        }
    }
}

impl EventsWord {
    /// The regime, where there is one.
    pub fn regime(self) -> Option<Regime> {
        match self {
            EventsWord::Of(regime) => Some(regime),
            EventsWord::None => None,
        }
    }
}

/// The message for an unknown word: the known ones, and the nearest.
fn unknown(what: &str, word: &str, known: Vec<&str>) -> String {
    let guess = nearest(word, known.iter().copied());
    let guess = guess.map(|name| format!("\n  help: did you mean `{name}`?"));
    format!(
        "unknown {what}\n  expected: one of {}{}",
        known.join(", "),
        guess.unwrap_or_default()
    )
}

/// The layouts, for help.
pub fn layout_help() -> String {
    format!(
        "The layout of all files, if it is not recognised correctly\n\n{}",
        layouts().join(", ")
    )
}

/// The groups of goods, for help.
pub fn group_help() -> String {
    format!(
        "Groups of goods: coal,seafood,textiles\n\n{}",
        Groups::built_in_keys().collect::<Vec<_>>().join(", ")
    )
}

/// The machine columns, for help.
pub fn column_help() -> String {
    format!(
        "The columns to show, in this order (machine names); columns that identify rows are always kept\n\n{}",
        Column::ALL
            .iter()
            .map(|one| one.name())
            .collect::<Vec<_>>()
            .join(", ")
    )
}

/// The unit of amounts in a file that does not state one.
pub fn unit() -> impl TypedValueParser<Value = Unit> {
    word::<MoneyUnit>().map(MoneyUnit::as_stated)
}

/// When colours are used.
#[derive(Clone, Copy, Debug)]
pub enum ColorWord {
    /// Depending on the terminal and the environment.
    Auto,
    /// In a pipe too.
    Always,
    /// Never.
    Never,
}

impl Named for ColorWord {
    const EVERY: &'static [ColorWord] = &[ColorWord::Auto, ColorWord::Always, ColorWord::Never];

    fn words(self) -> &'static [&'static str] {
        match self {
            ColorWord::Auto => &["auto"],
            ColorWord::Always => &["always", "yes"],
            ColorWord::Never => &["never", "no"],
        }
    }
}

impl ColorWord {
    /// `None`: depending on the terminal and the environment.
    pub fn choice(self) -> Option<bool> {
        match self {
            ColorWord::Auto => None,
            ColorWord::Always => Some(true),
            ColorWord::Never => Some(false),
        }
    }
}
