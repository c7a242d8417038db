//! What settles an error: the flag, or what to do with the file.

use crate::reader::accounting::words::Dimension;
use crate::reader::errors::explanation::quoted;
use crate::reader::errors::input_error::InputError;

/// The advice if several files of a folder have the same error.
pub(super) fn help_for_folder(wrong: &InputError) -> Option<String> {
    match wrong {
        InputError::FlowNotStated {
            folder: Some(folder),
            says: None,
            ..
        } => Some(format!(
            "pass the folder as `--imports {folder}` or `--exports {folder}`"
        )),
        InputError::FlowNotStated { folder: None, .. } => {
            Some("pass them as `--imports FILE…` or `--exports FILE…`".to_owned())
        }
        _ => None,
    }
}

/// What `--lenient` does with rows of an error.
const SKIPPED: &str = "; `--lenient` skips such rows and marks the figures they affect";

/// The advice on rows that `--lenient` would skip.
pub(super) fn or_skipped(help: &str) -> String {
    format!("{help}{SKIPPED}")
}

/// The same advice for a command that skips no rows.
pub(super) fn without_lenient(help: &str) -> &str {
    help.strip_suffix(SKIPPED).unwrap_or(help)
}

/// The flag that resolves a text in doubt.
pub(super) fn settles(means: &'static str, ignore: &str) -> String {
    let otherwise = format!(
        "if the words do not affect the figures, use `--ignore {}`",
        quoted(ignore)
    );
    match means {
        _ if means == Dimension::WhoseTrade.means() => format!(
            "say whose imports and exports the file contains: `--file-side cn` or `--file-side kp`; {otherwise}"
        ),
        _ if means == Dimension::Good.means() => {
            format!("if the file contains all goods, use `--all-goods`; {otherwise}")
        }
        _ if means == Dimension::Reporter.means() => {
            format!("use the table of China's own trade; {otherwise}")
        }
        _ if means == Dimension::OtherCurrency.means() => {
            format!("use figures in USD or CNY; {otherwise}")
        }
        _ => otherwise,
    }
}
