use crate::reader::Progress;
use std::io::{Read, Write};

/// Where a run reads and writes.
pub struct Streams<'a> {
    /// Standard input.
    pub input: &'a mut dyn Read,
    /// Standard output: data.
    pub output: &'a mut dyn Write,
    /// Standard error: talk.
    pub errors: &'a mut dyn Write,
    /// Who is told how far reading has come.
    pub progress: &'a dyn Progress,
}

/// What a run may know of the terminal and the environment.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// Whether standard output is a terminal.
    pub out_is_terminal: bool,
    /// Whether the environment leaves colour on (`NO_COLOR`, `CLICOLOR`).
    pub wants_color: bool,
    /// Whether the environment asks for colour in a pipe too (`CLICOLOR_FORCE`).
    pub forces_color: bool,
    /// The width that tables for people are laid out for, in terminal columns.
    pub width: usize,
}

impl Surroundings {
    /// What the environment says, by the conventions of <https://no-color.org> and
    /// <https://bixense.com/clicolors>.
    pub fn new(
        out_is_terminal: bool,
        width: usize,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Surroundings {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let forces_color =
            set("NO_COLOR").is_none() && set("CLICOLOR_FORCE").is_some_and(|value| value != "0");
        let wants_color = forces_color
            || (set("NO_COLOR").is_none()
                && set("CLICOLOR").is_none_or(|value| value != "0")
                && set("TERM").is_none_or(|value| value != "dumb"));
        Surroundings {
            out_is_terminal,
            wants_color,
            forces_color,
            width,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Surroundings {
        Surroundings::new(true, 80, |name| {
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
    fn colour_is_forced_turned_off_or_left_on() {
        assert!(with(&[("CLICOLOR_FORCE", "1")]).forces_color);
        assert!(!with(&[("CLICOLOR_FORCE", "0")]).forces_color);
        assert!(!with(&[("CLICOLOR", "0")]).wants_color);
        assert!(!with(&[("TERM", "dumb")]).wants_color);
        assert!(with(&[("NO_COLOR", "")]).wants_color);
    }
}
