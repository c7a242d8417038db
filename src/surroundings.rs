//! The streams of a run, and what it knows about the terminal and the environment.

use crate::reader::Progress;
use crate::trade::Day;
use std::io::{Read, Write};

/// The streams of a run.
pub struct Streams<'a> {
    /// Standard input.
    pub input: &'a mut dyn Read,
    /// Standard output, for data.
    pub output: &'a mut dyn Write,
    /// Standard error, for messages.
    pub errors: &'a mut dyn Write,
    /// Receives the progress of reading.
    pub progress: &'a dyn Progress,
}

/// What a run knows about the terminal and the environment.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// Whether standard output is a terminal.
    pub out_is_terminal: bool,
    /// Whether the environment allows colour (`NO_COLOR`, `CLICOLOR`).
    pub wants_color: bool,
    /// Whether the environment forces colour even in a pipe (`CLICOLOR_FORCE`).
    pub forces_color: bool,
    /// The width of tables, in terminal columns: `COLUMNS` if set, else the terminal's width, else
    /// 80.
    pub width: usize,
    /// The locale for messages in the environment: `zh_CN.UTF-8`.
    pub locale: Option<String>,
    /// The settings file given in the environment (`TRADECHECK_CONFIG`).
    pub settings: Option<String>,
    /// The archive given in the environment (`TRADECHECK_DATA`).
    pub archive: Option<String>,
    /// The day of the run in UTC; `None` if unknown.
    pub today: Option<Day>,
}

impl Surroundings {
    /// Reads the environment, following <https://no-color.org> and <https://bixense.com/clicolors>.
    pub fn new(
        out_is_terminal: bool,
        terminal_width: Option<usize>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Surroundings {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let forces_color =
            set("NO_COLOR").is_none() && set("CLICOLOR_FORCE").is_some_and(|value| value != "0");
        let wants_color = forces_color
            || (set("NO_COLOR").is_none()
                && set("CLICOLOR").is_none_or(|value| value != "0")
                && set("TERM").is_none_or(|value| value != "dumb"));
        let columns = set("COLUMNS").and_then(|text| text.parse().ok());
        let columns = columns.filter(|columns| (20..=1000).contains(columns));
        Surroundings {
            out_is_terminal,
            wants_color,
            forces_color,
            width: columns.or(terminal_width).unwrap_or(80),
            locale: set("LC_ALL").or(set("LC_MESSAGES")).or(set("LANG")),
            settings: set("TRADECHECK_CONFIG"),
            archive: set("TRADECHECK_DATA"),
            today: None,
        }
    }

    /// Sets the day to that of a Unix time in seconds.
    pub fn at(self, seconds: u64) -> Surroundings {
        Surroundings {
            today: Day::of_seconds(seconds),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Surroundings {
        Surroundings::new(true, Some(100), |name| {
            variables
                .iter()
                .find(|(one, _)| *one == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn no_color_wins_over_everything() {
        let around = with(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]);
        assert!(!around.wants_color && !around.forces_color);
    }

    #[test]
    fn the_environment_may_say_how_wide_and_in_which_language() {
        assert_eq!(with(&[]).width, 100);
        assert_eq!(with(&[("COLUMNS", "120")]).width, 120);
        assert_eq!(with(&[("COLUMNS", "0")]).width, 100);
        let locale = |variables: &[(&str, &str)]| with(variables).locale;
        assert_eq!(
            locale(&[("LANG", "C"), ("LC_ALL", "ko_KR.UTF-8")]).as_deref(),
            Some("ko_KR.UTF-8")
        );
    }

    #[test]
    fn colour_is_forced_turned_off_or_left_on() {
        assert!(with(&[("CLICOLOR_FORCE", "1")]).forces_color);
        assert!(!with(&[("CLICOLOR_FORCE", "0")]).forces_color);
        assert!(!with(&[("CLICOLOR", "0")]).wants_color);
        assert!(!with(&[("TERM", "dumb")]).wants_color);
        assert!(with(&[("NO_COLOR", "")]).wants_color);
    }
}
