use std::fmt;

/// How many problems are shown; the rest are only counted.
const SHOWN: usize = 20;

/// All problems with a file of claims, or with an article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ClaimsError {
    problems: Vec<ClaimProblem>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct ClaimProblem {
    file: String,
    /// `12:`, `claim 3:`; empty for the whole file.
    place: String,
    /// What is wrong, followed by lines with what was expected and how to proceed.
    text: String,
}

impl ClaimsError {
    /// A single problem with the whole file.
    pub(super) fn of_file(file: &str, text: impl fmt::Display) -> ClaimsError {
        let mut error = ClaimsError::default();
        error.add(file, String::new(), text);
        error
    }

    pub(super) fn add(&mut self, file: &str, place: String, text: impl fmt::Display) {
        self.problems.push(ClaimProblem {
            file: file.to_owned(),
            place,
            text: text.to_string(),
        });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }
}

impl fmt::Display for ClaimsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line_end = "";
        for problem in self.problems.iter().take(SHOWN) {
            let ClaimProblem { file, place, text } = problem;
            write!(f, "{line_end}tradecheck: {file}:{place} {text}")?;
            line_end = "\n";
        }
        match self.problems.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            1 => write!(f, "\ntradecheck: and 1 more problem"),
            more => write!(f, "\ntradecheck: and {more} more problems"),
        }
    }
}

impl std::error::Error for ClaimsError {}
