//! Punctuation.

use crate::render::lang::marks::Marks;

pub(super) const MARKS: Marks = Marks {
    list: ", ",
    comma: ", ",
    semicolon: "; ",
    colon: ": ",
    stop: ". ",
    brackets: ["(", ")"],
    to: "~",
    word: " ",
    sentence: " ",
    percent: "%",
};
