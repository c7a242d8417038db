//! Labels in error messages.

use super::korean::Korean;
use super::particles;
use crate::render::lang::messages::Messages;
use crate::trade::Currency;

impl Messages for Korean {
    fn expected(&self) -> &'static str {
        "올바른 값"
    }

    fn way_out(&self) -> &'static str {
        "도움말"
    }

    fn remark(&self) -> &'static str {
        "참고: "
    }

    fn and(&self) -> &'static str {
        ", "
    }

    fn or(&self) -> &'static str {
        " 또는 "
    }

    fn settled(&self, said: String) -> String {
        particles::settled(&said)
    }

    fn goods_of(&self, instrument: &str) -> String {
        format!("{instrument} 대상 품목")
    }

    fn currency_named(&self, currency: Currency) -> &'static str {
        match currency {
            Currency::Usd => "달러",
            Currency::Cny => "위안",
        }
    }
}
