//! Why a question has no answer.

use crate::trade::{Currency, Month, Vintage};

/// Why a question has no answer.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MeasureError {
    /// The data do not cover the month asked for.
    #[error(
        "{asked} is outside the data: {currency} figures run from {first} to {last}{}\n  \
         help: {}",
        elsewhere(*other, *later),
        way_out(*other, *later)
    )]
    OutsideTheData {
        /// The month asked for.
        asked: Month,
        /// The currency of the series.
        currency: Currency,
        /// The first month with a figure.
        first: Month,
        /// The last month with a figure.
        last: Month,
        /// Another currency that has it.
        other: Option<Currency>,
        /// The first release that has it, if only earlier ones were asked for.
        later: Option<Vintage>,
    },
    /// Nothing is known of the month, and another currency or a later release has it.
    #[error(
        "no {currency} figure of {asked}{}\n  help: {}",
        elsewhere(*other, *later),
        way_out(*other, *later)
    )]
    NothingThen {
        /// The month asked for.
        asked: Month,
        /// The currency of the series.
        currency: Currency,
        /// Another currency that has it.
        other: Option<Currency>,
        /// The first release that has it, if only earlier ones were asked for.
        later: Option<Vintage>,
    },
    /// The range ends before it begins.
    #[error("`--from {from}` is after `--to {to}`\n  help: give the earlier month to `--from`")]
    WrongWayRound {
        /// The first month asked for.
        from: Month,
        /// The last month asked for.
        to: Month,
    },
    /// None of the flows asked for has a figure.
    #[error(
        "no figures for {flows}: the data contain {held}\n  help: choose one of these with `--flow`"
    )]
    NoFlow {
        /// The flows asked for.
        flows: String,
        /// The flows that have figures.
        held: String,
    },
    /// A chart cannot show all this.
    #[error("a chart cannot show {what}\n  help: {help}")]
    NotDrawn {
        /// What was asked for.
        what: String,
        /// What may be asked for instead.
        help: &'static str,
    },
    /// No row of a list contains the words asked for.
    #[error("no {what} match `{words}`{guess}\n  help: leave the word out to list them all")]
    NothingListed {
        /// What is listed.
        what: &'static str,
        /// The words asked for.
        words: String,
        /// The nearest word, or empty.
        guess: String,
    },
    /// Sanctions are asked for of another partner than the one they are about.
    #[error(
        "the sanctions apply to trade with North Korea, not with other partners\n  \
         help: leave out `--partner`"
    )]
    NotSanctioned,
    /// The published components of a year cannot be narrowed down.
    #[error(
        "the published components of a year are in dollars, for all goods, as known today: {what} does not apply to them\n  \
         help: leave it out, or pass files that cover all goods: `--imports FILE --exports FILE`"
    )]
    NotOfComponents {
        /// What was asked for.
        what: &'static str,
    },
    /// The command has no columns at all.
    #[error("no column `{asked}`: the output is a page\n  help: leave out `--columns`")]
    NoColumns {
        /// The column asked for.
        asked: String,
    },
    /// The command has no such column.
    #[error("no column `{asked}`\n  expected: any of {known}{guess}")]
    NoColumn {
        /// The column asked for.
        asked: String,
        /// The columns it has.
        known: String,
        /// The nearest column name, or empty.
        guess: String,
    },
}

/// `; CNY figures include it`.
fn elsewhere(other: Option<Currency>, later: Option<Vintage>) -> String {
    let other = other.map(|currency| format!("; {currency} figures include it"));
    let later = later.map(|released| format!("; {}", released_later(released)));
    other.or(later).unwrap_or_default()
}

fn way_out(other: Option<Currency>, later: Option<Vintage>) -> String {
    match (other, later) {
        (Some(currency), _) => format!("pass `--currency {}`", currency.flag()),
        (None, Some(released)) => format!("pass `--as-of {}` or a later date", released.as_day()),
        (None, None) => "choose a month in that range, or pass your own files".to_owned(),
    }
}

/// `its first release, of 2025-07, counts as 2025-07-31`.
fn released_later(released: Vintage) -> String {
    let day = released.as_day();
    match released == day {
        true => format!("it was released on {day}"),
        false => format!("its release, dated {released}, counts as {day}"),
    }
}
