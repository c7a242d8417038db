//! From a path to text: which files are meant, what is packed in them, and how they are encoded.

pub(crate) mod container;
pub(crate) mod decode;
pub(crate) mod encoding;
pub(crate) mod file_name;
pub(crate) mod file_order;
mod known_words;
pub(crate) mod open;
pub(crate) mod places;
pub(crate) mod progress;
