//! Directions that sentences give with levels, as far as the figures contradict them.

use super::ledger::{Books, Ledger};
use super::verdict;
use crate::frame::FrameError;
use crate::trade::{Aside, Claim, Metric, Passage, Selection, Truth};

/// The passages, with the directions that the figures contradict added to their claims: `rose to
/// $334.9 million` of a month that was below the one before and below that of the year before.
///
/// # Errors
/// When the data that an aside would be judged by contradict themselves.
pub fn with_denied(
    passages: &[Passage],
    selection: &Selection,
    books: &Books<'_>,
) -> Result<Vec<Passage>, FrameError> {
    let mut ledger = Ledger::new(books, selection);
    let denied = |aside: &Aside, ledger: &mut Ledger<'_>| {
        let is_false = |claim: &Claim, ledger: &mut Ledger<'_>| {
            verdict::judged(claim, ledger).then.truth == Truth::False
        };
        let from_month_before = Claim {
            metric: Metric::Mom,
            ..aside.claim.clone()
        };
        is_false(&aside.claim, ledger)
            && (!aside.is_base_open || is_false(&from_month_before, ledger))
    };
    let with_own = |passage: &Passage| {
        let own = passage.asides.iter();
        let own = own.filter(|aside| denied(aside, &mut ledger));
        let mut claims = passage.claims.clone();
        claims.extend(own.map(|aside| aside.claim.clone()));
        Passage {
            claims,
            ..passage.clone()
        }
    };
    let passages = passages.iter().map(with_own).collect();
    ledger.close()?;
    Ok(passages)
}
