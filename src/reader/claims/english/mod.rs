//! Reads English sentences that state figures of the trade between China and North Korea.
//!
//! Sentences are parsed by their grammar: a subject (whose trade, which flow), a verb, a number
//! with what it measures, months, and the base of a change. A sentence with an unknown word is not
//! understood, whatever else it says.

mod amounts;
mod attribution;
mod clause;
mod complements;
mod cursor;
mod earlier;
mod lasting;
mod multiples;
mod sentence;
mod speakers;
mod statements;
mod subject;
mod time;
mod topic;
mod trading;
mod verbs;
mod words;

pub(super) use sentence::read;
