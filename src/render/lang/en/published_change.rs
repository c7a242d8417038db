//! Published changes in English: whose they are, and how they differ from the computed ones.

use super::words::{on_day, percent};
use crate::render::lang::who;
use crate::render::options::Lang;
use crate::report::PrintedDiffers;
use crate::trade::SaidBy;

/// The printed change, compared with the one computed from the levels.
pub(super) fn printed_differs(one: &PrintedDiffers) -> String {
    let computed = one.computed.map_or_else(|| "..".to_owned(), percent);
    let of_preliminary = match one.of_preliminary {
        true => ", from a preliminary value",
        false => "",
    };
    let who = who_said(&one.said_by);
    format!(
        "{who} {}{}{of_preliminary}; the published levels give {computed}",
        percent(one.printed),
        on_day(one.released),
    )
}

/// Who said that a change is so much.
pub(super) fn who_said(by: &SaidBy) -> String {
    match by {
        SaidBy::Customs => "customs said".to_owned(),
        SaidBy::Publisher(who) => format!("{} gave", who::who(who, Lang::En)),
        SaidBy::Unknown => "published as".to_owned(),
    }
}
