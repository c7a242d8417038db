//! Columns whose cells say that the rows are figures of different kinds: c.i.f. and f.o.b., one month and
//! nine, estimates and reports, figures of two compilers.

use super::part_words::bare;
use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::watch::Watched;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::row_reader::Reading;

/// Texts of which two may not stand in rows of one flow, as their figures cannot be compared.
const ALTERNATIVES: [&[&str]; 3] = [
    &["cif", "c.i.f.", "fob", "f.o.b.", "到岸价", "离岸价"],
    &["general", "special", "general trade", "special trade"],
    &["nominal", "real"],
];
/// Names of columns that give the number of months in a figure.
const MONTHS: &str = "months|nmonths|nomonths|numberofmonths|n|span|duration|monthsincluded|monthscovered|월수|개월|개월수|月数|月份数";
/// Names of columns of flags, and the flags for estimates and forecasts in SDMX and at Eurostat.
const FLAGS: &str =
    "flag|flags|status|obsstatus|obsflag|observationstatus|observationflag|statusflag";
const ESTIMATED: [&str; 8] = ["e", "f", "i", "s", "est", "est.", "fc", "ep"];
/// Compilers of figures of their own, besides the office.
const COMPILERS: [&str; 6] = [
    "kita",
    "kotra",
    "한국무역협회",
    "무역협회",
    "코트라",
    "comtrade",
];

impl Reading<'_, '_> {
    /// The doubt that the rows are figures of different kinds, as a column tells.
    pub(super) fn kinds_of_rows(&self, name: &str, watched: &Watched) -> Option<InputError> {
        let bare_name = bare(&vocabulary::plain(name));
        let is_of = |list: &str| list.split('|').any(|one| one == bare_name);
        let values = || watched.values.iter().zip(&watched.flows);
        let plain = |text: &str| vocabulary::plain(text);
        let doubt = |dimension: Dimension, (text, line): &(String, u64)| {
            (!self.is_ignored(text))
                .then(|| self.in_doubt((name, watched), dimension, Some((text, *line))))
        };
        // A capital is a code of SDMX only in its own column, or beside `A`, which is its code for others.
        let is_of_sdmx = bare_name.starts_with("obs") || values().any(|(value, _)| value.0 == "A");
        let is_estimate = |text: &str| {
            let is_capital = text.chars().all(char::is_uppercase);
            ESTIMATED.contains(&&*plain(text)) && (is_of_sdmx || !is_capital)
        };
        if is_of(FLAGS)
            && let Some((value, _)) = values().find(|(value, _)| is_estimate(&value.0))
        {
            return doubt(Dimension::Estimate, value);
        }
        let second = values().nth(1).map(|(value, _)| value)?;
        let is_number = |text: &str| text.parse::<u32>().is_ok_and(|number| number <= 12);
        if is_of(MONTHS) && values().all(|(value, _)| is_number(&value.0)) {
            return doubt(Dimension::MonthsTogether, second);
        }
        for set in ALTERNATIVES {
            let mut seen: Option<(String, u8)> = None;
            for (value, flows) in values() {
                let text = plain(&value.0);
                if !set.contains(&&*text) {
                    continue;
                }
                let is_other = |(other, of_other): &(String, u8)| {
                    letters(other) != letters(&text) && of_other & flows != 0
                };
                if seen.as_ref().is_some_and(is_other) {
                    return doubt(Dimension::Kind, value);
                }
                seen.get_or_insert((text, *flows));
            }
        }
        let narrows = TextMeaning::of(name).is_of(Dimension::Segment)
            || ["incl", "excl", "with", "without"]
                .iter()
                .any(|begin| bare_name.starts_with(begin));
        let is_answer =
            |text: &str| ["yes", "no", "y", "n", "true", "false"].contains(&&*plain(text));
        if narrows && values().all(|(value, _)| is_answer(&value.0)) {
            return doubt(Dimension::Segment, second);
        }
        let is_compilers = |(value, _): &(&(String, u64), &u8)| {
            COMPILERS.iter().any(|name| plain(&value.0).contains(name))
        };
        let is_source = [
            "source",
            "sources",
            "compiler",
            "publisher",
            "来源",
            "출처",
            "자료",
        ]
        .contains(&&*bare_name);
        let of_two =
            values().any(|one| is_compilers(&one)) && !values().all(|one| is_compilers(&one));
        (is_source && of_two && !watched.more)
            .then(|| doubt(Dimension::Kind, second))
            .flatten()
    }
}

/// A text without points.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
