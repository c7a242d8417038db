//! Further built-in data by which claims are judged: single goods, and figures of other compilers.

use crate::cli::Request;
use crate::failure::Failure;
use crate::frame::Frame;
use crate::measure::check::Books;
use crate::reader::{self, Source};
use crate::resolve;

/// The frames by which claims are judged, in addition to the main one.
pub struct FurtherFrames {
    /// Single goods, if the built-in data are used.
    goods: Option<Frame>,
    compilers: Vec<(&'static str, Frame)>,
}

impl FurtherFrames {
    /// Single goods are judged by the user's own files or by the built-in figures of goods; figures
    /// of other compilers are used when a claim is false.
    ///
    /// # Errors
    /// When the built-in data cannot be read.
    pub fn read(request: &Request) -> Result<FurtherFrames, Failure> {
        let options = resolve::options(request);
        let read = |source: Source| -> Result<Frame, Failure> {
            let (observations, _) = reader::read_watched(
                &[source],
                &options,
                &mut std::io::empty(),
                &reader::Unwatched,
            )?;
            Ok(Frame::new(observations))
        };
        let (goods, compilers) = resolve::further_sources();
        let goods = match request.inputs.is_empty() {
            true => Some(read(goods)?),
            false => None,
        };
        let mut of_compilers = Vec::new();
        for (name, source) in compilers {
            of_compilers.push((name, read(source)?));
        }
        Ok(FurtherFrames {
            goods,
            compilers: of_compilers,
        })
    }

    /// The data by which claims are judged, including `frame`.
    pub fn books<'a>(&'a self, frame: &'a Frame, request: &'a Request) -> Books<'a> {
        Books {
            totals: frame,
            goods: self.goods.as_ref().unwrap_or(frame),
            compilers: &self.compilers,
            sanctions: (request.sanctions.list(), request.sanctions.regime),
            by_parts: self.goods.is_some(),
            all_goods: frame.has_all_goods(&request.selection.partner),
        }
    }
}
