//! Labels in error messages.

use super::chinese::Chinese;
use crate::render::lang::messages::Messages;
use crate::trade::Currency;

impl Messages for Chinese {
    fn expected(&self) -> &'static str {
        "应为"
    }

    fn way_out(&self) -> &'static str {
        "提示"
    }

    fn remark(&self) -> &'static str {
        "注："
    }

    fn and(&self) -> &'static str {
        "和"
    }

    fn or(&self) -> &'static str {
        "或"
    }

    fn goods_of(&self, instrument: &str) -> String {
        format!("{instrument}所涉商品")
    }

    fn currency_named(&self, currency: Currency) -> &'static str {
        match currency {
            Currency::Usd => "美元",
            Currency::Cny => "人民币",
        }
    }
}
