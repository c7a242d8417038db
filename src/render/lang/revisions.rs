//! Remarks on revisions: a common outline with phrases of each language.

use crate::render::lang::dates::Dates;
use crate::render::lang::signed::signed;
use crate::report::{RevisionRemark, RevisionsBySpan, StreakEffect};
use crate::trade::{Currency, Flow};

/// The phrases of one language. Numbers are given with their sign and one decimal, months and
/// periods as in sentences.
pub(crate) trait RevisionWords: Dates {
    /// A change that was revised. `streak` is the effect on a streak, or empty.
    fn became(&self, period: &str, before: &str, after: &str, streak: &str) -> String;
    /// The length of a streak before and after.
    fn streak_became(&self, streak: StreakEffect) -> String;
    /// The time since the first release; `to` is `None` if it has no end.
    fn after_release(&self, from: i32, to: Option<i32>) -> String;
    /// The number and size of the revisions after this number of months.
    fn sizes(&self, months: &str, sizes: RevisionSizes<'_>) -> String;
    /// No revision exceeded rounding.
    fn none_revised(&self) -> &'static str;
    /// Figures were revised in the other currency.
    fn in_other_currency(&self, revised: RevisedElsewhere<'_>) -> String;
    /// No figure of the period has been released in this currency.
    fn none_released(&self) -> &'static str;
}

/// Figures revised in the other currency.
pub(crate) struct RevisedElsewhere<'r> {
    pub currency: Currency,
    pub flow: Flow,
    pub period: &'r str,
    /// The change in percent.
    pub by: &'r str,
    /// When, or empty.
    pub day: &'r str,
}

/// Revisions in percent, as text.
pub(crate) struct RevisionSizes<'s> {
    pub count: usize,
    pub mean: &'s str,
    /// The mean of the absolute revisions.
    pub mean_size: &'s str,
    pub largest: &'s str,
    /// The period of the largest revision.
    pub period: &'s str,
}

/// A remark as a sentence.
pub(super) fn revision_sentence<W: RevisionWords>(remark: &RevisionRemark, words: &W) -> String {
    match remark {
        RevisionRemark::Statement {
            period,
            before,
            after,
            streak,
        } => {
            let streak = streak.map(|streak| words.streak_became(streak));
            words.became(
                &words.period(*period),
                &signed(*before),
                &signed(*after),
                &streak.unwrap_or_default(),
            )
        }
        RevisionRemark::Summary(span) => summary(span, words),
        RevisionRemark::NoneRevised => words.none_revised().to_owned(),
        RevisionRemark::InOtherCurrency {
            currency,
            flow,
            period,
            by,
            released,
        } => {
            let day = released.map(|day| words.day(&day.to_string()));
            let (period, by) = (words.period(*period), signed(*by));
            words.in_other_currency(RevisedElsewhere {
                currency: *currency,
                flow: *flow,
                period: &period,
                by: &by,
                day: &day.unwrap_or_default(),
            })
        }
        RevisionRemark::NoneReleased => words.none_released().to_owned(),
    }
}

fn summary<W: RevisionWords>(span: &RevisionsBySpan, words: &W) -> String {
    let (mean, mean_size) = (signed(span.mean), signed(span.mean_absolute));
    let sizes = RevisionSizes {
        count: span.count,
        mean: &mean,
        mean_size: mean_size.trim_start_matches('+'),
        largest: &signed(span.largest),
        period: &words.period(span.period),
    };
    words.sizes(&words.after_release(span.from, span.to), sizes)
}
