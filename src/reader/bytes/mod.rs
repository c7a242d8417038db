//! From a path to text: lists the files to read, unpacks them, and determines their encoding.

pub(crate) mod container;
pub(crate) mod decode;
pub(crate) mod encoding;
pub(crate) mod file_name;
pub(crate) mod file_order;
mod known_words;
mod name_units;
pub(crate) mod open;
pub(crate) mod places;
pub(crate) mod progress;
mod runs;
mod runs_met;
mod word_lists;
