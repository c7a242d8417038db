//! Words in a chart, in three languages.

use crate::render::lang::pictures::ChartPhrase;
use crate::render::{Lang, figures, labels, lang};
use crate::report::picture::{Event, Marked, Picture};
use crate::trade::{Flow, Month, Period, Ratio, Sign};

/// `23 falls in a row`, `at least 7 rises in a row`, with its first month if that is before
/// `first`, the first month shown. The longest of a range is named so.
pub fn streak(marked: &Marked, first: Month, lang: Lang) -> String {
    let words = lang::wording(lang);
    let is_fall = marked.way == Sign::Fall;
    let run = words.in_a_row(is_fall, marked.months, marked.is_at_least());
    let run = match marked.is_longest {
        true => words.longest(&run),
        false => run,
    };
    if marked.since >= first {
        return run;
    }
    words.run_since(&run, &lang::period(Period::month(marked.since), lang))
}

/// `5 August 2017, UN 2371: coal, iron ore`: an event with its date and all its goods.
pub fn dated_event(event: &Event, lang: Lang) -> String {
    let day = lang::wording(lang).day(&event.day.to_string());
    let comma = lang::wording(lang).marks().comma;
    format!("{day}{comma}{}", self::event(event, usize::MAX, lang))
}

/// `UN 2371: coal, iron ore, …`: a measure and the first `most` of its goods.
pub fn event(event: &Event, most: usize, lang: Lang) -> String {
    let goods = event.goods.iter().take(most);
    let goods = goods.map(|name| labels::name(name, lang));
    let goods: Vec<String> = goods.map(crate::trade::without_capital).collect();
    let label = labels::name(&event.label, lang);
    lang::wording(lang).event(label, &goods, event.goods.len() > most)
}

/// `Imports, y/y`: the content of a panel of changes.
pub fn change_of(flow: Flow, lang: Lang) -> String {
    lang::wording(lang).change_of(labels::flow(flow, lang))
}

/// The meaning of a cross.
pub fn no_data(lang: Lang) -> &'static str {
    lang::wording(lang).of_chart(ChartPhrase::NoData)
}

/// A note on the months that are left out because they do not fit.
pub fn does_not_fit(left_out: &str, lang: Lang) -> String {
    lang::wording(lang).does_not_fit(left_out)
}

/// The content of both panels: `Value, USD million; below, change from a year earlier, %`.
pub fn what_is_drawn(unit: &str, has_changes: bool, lang: Lang) -> String {
    let words = lang::wording(lang);
    let value = words.drawn_in(unit);
    if !has_changes {
        return value;
    }
    value + words.of_chart(ChartPhrase::ChangesBelow)
}

/// The meaning of the signs in a picture.
pub fn legend(picture: &Picture, lang: Lang) -> Vec<String> {
    let levels = || picture.levels.iter().flat_map(|level| &level.points);
    let bars = || picture.changes.iter().flat_map(|panel| &panel.bars);
    let has_hole = levels().any(|point| point.value.is_err());
    let has_gap = bars().any(|bar| bar.percent.is_err());
    let phrases = [
        (has_hole, ChartPhrase::Gap),
        (has_gap, ChartPhrase::NoChange),
        (
            levels().any(|point| point.is_derived()),
            ChartPhrase::Derived,
        ),
        (
            bars().any(|bar| bar.is_as_published),
            ChartPhrase::AsPublished,
        ),
    ];
    let words = lang::wording(lang);
    let sentences = phrases.into_iter().filter(|(is_there, _)| *is_there);
    let sentences: Vec<&str> = sentences
        .map(|(_, phrase)| words.of_chart(phrase))
        .collect();
    if sentences.is_empty() {
        return Vec::new();
    }
    vec![sentences.join(words.of_chart(ChartPhrase::BetweenSentences))]
}

/// `highest 295.3 in 2016-12, lowest 1.6 in 2020-12, last 1.6`: a level described for screen
/// readers.
pub fn in_words(
    flow: Flow,
    highest: &(String, Month),
    lowest: &(String, Month),
    last: &(String, Month),
    lang: Lang,
) -> String {
    let flow = labels::flow(flow, lang);
    let at = |month: &Month| lang::period(Period::month(*month), lang);
    let ((high, at_high), (low, at_low), (end, at_end)) = (highest, lowest, last);
    lang::wording(lang).in_words(
        flow,
        [high, &at(at_high)],
        [low, &at(at_low)],
        [end, &at(at_end)],
    )
}

/// `−37.9 %`, in Chinese and Korean `−37.9%`.
pub fn percent(ratio: Ratio, lang: Lang) -> String {
    format!("{}{}", figures::percent(ratio), percent_sign(lang))
}

/// The percent sign, with a space before it if the language requires one.
pub fn percent_sign(lang: Lang) -> &'static str {
    lang::marks(lang).percent
}

/// `weakest −1.0 % in 2017-08`.
pub fn weakest(percent: &str, period: &str, lang: Lang) -> String {
    format!(
        "{} {}",
        labels::flag(lang),
        labels::percent_in(percent, period, lang)
    )
}
