//! Labels in error messages.

use super::english::English;
use crate::render::lang::messages::Messages;
use crate::trade::Currency;

impl Messages for English {
    fn expected(&self) -> &'static str {
        "expected"
    }

    fn way_out(&self) -> &'static str {
        "help"
    }

    fn remark(&self) -> &'static str {
        "note: "
    }

    fn and(&self) -> &'static str {
        " and "
    }

    fn or(&self) -> &'static str {
        " or "
    }

    fn currency_named(&self, currency: Currency) -> &'static str {
        currency.code()
    }
}
