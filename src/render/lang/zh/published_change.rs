//! Published changes in Chinese: whose they are, and how they differ from the computed ones.

use super::words::{percent, released};
use crate::render::lang::who;
use crate::render::options::Lang;
use crate::report::PrintedDiffers;
use crate::trade::SaidBy;

/// The printed change, compared with the one computed from the levels.
pub(super) fn printed_differs(one: &PrintedDiffers) -> String {
    let who = who_said(&one.said_by);
    let of_preliminary = match one.of_preliminary {
        true => "，依据初步数",
        false => "",
    };
    format!(
        "{who}{}{}{of_preliminary}；按公布金额计算为{}",
        percent(one.printed),
        released(one.released),
        one.computed.map_or_else(|| "..".to_owned(), percent),
    )
}

/// Who said that a change is so much.
pub(super) fn who_said(by: &SaidBy) -> String {
    match by {
        SaidBy::Customs => "海关公布同比".to_owned(),
        SaidBy::Publisher(who) => format!("{}计算同比", who::who(who, Lang::Zh)),
        SaidBy::Unknown => "公布同比".to_owned(),
    }
}
