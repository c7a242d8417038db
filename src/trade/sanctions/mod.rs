//! Sanctions on goods: the measures of the United Nations, and the Chinese notices that implement
//! them, as dated facts.
//!
//! Source: `data/measures.csv`; `docs/definitions.md`, "Sanctions".

mod events;
mod instrument;
mod list;
mod read;
mod sanction;
mod split;
#[cfg(test)]
mod tests;
mod wrong;

pub use events::SanctionStep;
pub use instrument::{Instrument, Regime};
pub use list::Sanctions;
pub use sanction::{Cap, CapPeriod, CapUnit, Certainty, Phase, Sanction, SanctionKind};
pub use split::SanctionSplit;
