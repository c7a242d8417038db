//! The text of an error message.

/// The text of an error message: what is wrong, what was expected, and how to proceed.
pub(crate) struct Explanation {
    pub what: String,
    pub expected: Option<String>,
    pub help: Option<String>,
}

/// Builds a message; `expected` and `help` may be empty.
pub(crate) fn explained(what: &str, expected: &str, help: &str) -> Explanation {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Explanation {
        what: what.to_owned(),
        expected: given(expected),
        help: given(help),
    }
}

/// A text in quotes, as an argument on a command line.
pub(crate) fn quoted(text: &str) -> String {
    match text.contains('\'') {
        true => format!("\"{text}\""),
        false => format!("'{text}'"),
    }
}
