use super::wrong::Wrong;
use std::fmt;

/// How many problems are shown in full; the rest is counted.
const SHOWN: usize = 20;

/// Everything wrong with the input of one run: up to 20 in full, then the count of the rest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Problems {
    /// The problems shown in full, in the order in which they were met.
    pub located: Vec<Problem>,
    /// How many more there are.
    pub more: usize,
}

/// One thing wrong with one input, with the place and a way out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The input as the user named it.
    pub file: String,
    /// The sheet of a workbook; line and column are then its row and column.
    pub sheet: Option<String>,
    /// Line, from 1, where one is to blame.
    pub line: Option<u64>,
    /// Character in the line, from 1, where the field starts.
    pub column: Option<u64>,
    /// What is wrong, lower case, no full stop.
    pub what: String,
    /// What stood there.
    pub found: Option<String>,
    /// What should stand there.
    pub expected: Option<String>,
    /// A way out.
    pub help: Option<String>,
}

/// A place in a file; both unknown for the file as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Place {
    pub line: Option<u64>,
    pub column: Option<u64>,
}

impl Problems {
    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.located.is_empty()
    }

    pub(crate) fn add(&mut self, file: &str, place: Place, wrong: &Wrong, found: Option<&str>) {
        if self.only_counted() {
            return;
        }
        let said = wrong.say();
        self.located.push(Problem {
            file: file.to_owned(),
            sheet: None,
            line: place.line,
            column: place.column,
            what: said.what,
            found: found.map(shown),
            expected: said.expected,
            help: said.help,
        });
    }

    /// Counts one more where enough are shown. Asked before a problem is located, which takes
    /// as long as its line is long.
    pub(crate) fn only_counted(&mut self) -> bool {
        let enough = self.located.len() == SHOWN;
        self.more += usize::from(enough);
        enough
    }

    /// A problem in a sheet of a workbook, where one is named.
    pub(crate) fn add_in_sheet(
        &mut self,
        file: &str,
        sheet: Option<&str>,
        place: Place,
        wrong: &Wrong,
        found: Option<&str>,
    ) {
        let before = self.located.len();
        self.add(file, place, wrong, found);
        for problem in self.located.iter_mut().skip(before) {
            problem.sheet = sheet.map(shown);
        }
    }

    pub(crate) fn of_file(&mut self, file: &str, wrong: &Wrong) {
        self.add(file, Place::default(), wrong, None);
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.located.iter().enumerate() {
            let line_end = if at == 0 { "" } else { "\n" };
            write!(f, "{line_end}{problem}")?;
        }
        match self.more {
            0 => Ok(()),
            1 => write!(f, "\ntradecheck: and 1 more problem"),
            more => write!(f, "\ntradecheck: and {more} more problems"),
        }
    }
}

impl std::error::Error for Problems {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tradecheck: {}:", self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " sheet `{sheet}`")?;
            if let Some(row) = self.line {
                write!(f, ", row {row}")?;
            }
            if let Some(column) = self.column {
                write!(f, ", column {column}")?;
            }
            write!(f, ":")?;
        } else if let Some(line) = self.line {
            write!(f, "{line}:")?;
            if let Some(column) = self.column {
                write!(f, "{column}:")?;
            }
        }
        write!(f, " {}", self.what)?;
        if let Some(found) = &self.found {
            write!(f, ": `{found}`")?;
        }
        if let Some(expected) = &self.expected {
            write!(f, "\n  expected: {expected}")?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  help: {help}")?;
        }
        Ok(())
    }
}

/// What stood there, fit for one line of a terminal.
fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut line = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == LONGEST {
            line.push('…');
            break;
        }
        if c.is_control() {
            line.extend(c.escape_default());
        } else {
            line.push(c);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_the_place_what_stood_there_and_a_way_out() {
        let mut problems = Problems::default();
        let place = Place {
            line: Some(3),
            column: Some(14),
        };
        problems.add("a.csv", place, &Wrong::Negative, Some("-5"));
        assert_eq!(
            problems.to_string(),
            "tradecheck: a.csv:3:14: a trade value below zero: `-5`\n  \
             expected: a value of zero or more\n  help: a balance is computed, not read"
        );
    }

    #[test]
    fn past_twenty_problems_are_counted() {
        let mut problems = Problems::default();
        for _ in 0..23 {
            problems.of_file("a.csv", &Wrong::EmptyFile);
        }
        assert_eq!((problems.located.len(), problems.more), (20, 3));
        assert!(
            problems
                .to_string()
                .ends_with("\ntradecheck: and 3 more problems")
        );
    }

    #[test]
    fn what_stood_there_fits_on_one_line() {
        assert_eq!(shown("a\nb\u{1b}"), "a\\nb\\u{1b}");
        assert_eq!(shown(&"x".repeat(100)).chars().count(), 61);
    }
}
