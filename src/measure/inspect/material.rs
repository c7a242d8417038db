//! The input of `inspect`.

use super::files::File;
use crate::frame::{Finding, SeriesSet};
use crate::trade::Currency;

/// The input of `inspect`.
pub struct InspectMaterial<'a> {
    /// The files, in reading order.
    pub files: &'a [File],
    /// The series of the selection; `None` if the files have nothing for it.
    pub set: Option<&'a SeriesSet>,
    /// The findings of the frame.
    pub found: &'a [Finding],
    /// The currency of the heading if there are no series.
    pub currency: Currency,
}
