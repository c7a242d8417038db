//! Columns of flags whose name describes the flagged rows.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::watch::Watched;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::row_reader::Reading;

/// Values of flags that are set.
const SET: [&str; 10] = ["y", "yes", "1", "true", "t", "x", "是", "예", "1.0", "*"];
/// Values of flags that are not set.
const CLEAR: [&str; 8] = ["n", "no", "0", "false", "f", "否", "아니오", "0.0"];

impl Reading<'_, '_> {
    /// The error for a column of flags that are set in some rows only, such as `re-export` with Y
    /// and N, or `estimated` with 1 and 0.
    pub(super) fn flagged(&self, name: &str, watched: &Watched) -> Option<InputError> {
        const NARROWING: [Dimension; 6] = [
            Dimension::Cumulative,
            Dimension::Estimate,
            Dimension::Adjusted,
            Dimension::ReExports,
            Dimension::Services,
            Dimension::TradeMode,
        ];
        let meaning = TextMeaning::of(name);
        let named = meaning.names.iter().map(|(dimension, _)| *dimension);
        let dimension = named.into_iter().find(|one| NARROWING.contains(one))?;
        let is_one_of = |flags: &[&str], text: &str| flags.contains(&&*vocabulary::plain(text));
        let is_flag = |text: &str| is_one_of(&SET, text) || is_one_of(&CLEAR, text);
        let mut values = watched.values.iter();
        let are_flags = !watched.more && values.all(|(text, _)| is_flag(text));
        let set = watched
            .values
            .iter()
            .find(|(text, _)| !is_one_of(&CLEAR, text))?;
        (are_flags && !self.knows_column(dimension))
            .then(|| self.in_doubt((name, watched), dimension, Some((&set.0, set.1))))
    }
}
