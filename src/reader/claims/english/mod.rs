//! English sentences that state figures of the trade between China and North Korea.
//!
//! A sentence is read by its grammar: a subject (whose trade, which flow), a verb, a number with
//! what it counts, months, and what a change is measured from. A sentence with a word that is not
//! known is not understood, whatever else it says.

mod amounts;
mod attribution;
mod clause;
mod complements;
mod cursor;
mod lasting;
mod sentence;
mod speakers;
mod statements;
mod subject;
mod time;
mod trading;
mod verbs;
mod words;

pub(super) use sentence::{TextContext, read};
