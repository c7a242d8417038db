//! What is inspected.

use super::files::File;
use crate::frame::{Finding, SeriesSet};
use crate::trade::Currency;

/// What is inspected.
pub struct InspectMaterial<'a> {
    /// The files, in the order in which they were read.
    pub files: &'a [File],
    /// The series of the selection; `None` where the files hold nothing for it.
    pub set: Option<&'a SeriesSet>,
    /// What the frame found.
    pub found: &'a [Finding],
    /// The currency of the heading where there is no series.
    pub currency: Currency,
}
