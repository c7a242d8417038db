//! The meaning of the IMF's indicators.

use crate::reader::accounting::meaning::TextMeaning;
use crate::trade::{Currency, Flow};

/// The meaning of an indicator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Indicator {
    Trade(Flow, Option<Currency>),
    /// Not used: a balance, or imports f.o.b., which duplicate imports c.i.f.
    Beside,
}

impl Indicator {
    /// Whether the code and the name of an indicator are those of two.
    pub(super) fn contradicts(self, other: Indicator) -> bool {
        match (self, other) {
            (Indicator::Trade(one, in_one), Indicator::Trade(two, in_two)) => {
                one != two || in_one.zip(in_two).is_some_and(|(one, two)| one != two)
            }
            _ => false,
        }
    }
}

/// `MG_CIF_USD`, `TXG_FOB_USD`, or the same in words.
pub(super) fn indicator(text: &str) -> Option<Indicator> {
    let code = text.trim().to_ascii_uppercase();
    let parts: Vec<&str> = code.split(['_', '.']).collect();
    if code.is_ascii() && parts.len() >= 2 && !code.contains(' ') {
        let currency = match *parts.last()? {
            "USD" => Currency::Usd,
            _ => return None,
        };
        let flow = parts.iter().find_map(|part| match *part {
            "MG" | "TMG" => Some(Flow::Import),
            "XG" | "TXG" => Some(Flow::Export),
            "TBG" | "BG" | "TB" => Some(Flow::Balance),
            _ => None,
        })?;
        let fob = parts.contains(&"FOB");
        return Some(match flow {
            Flow::Balance => Indicator::Beside,
            Flow::Import if fob => Indicator::Beside,
            flow => Indicator::Trade(flow, Some(currency)),
        });
    }
    let lower = text.to_ascii_lowercase();
    if lower.contains("balance") {
        return Some(Indicator::Beside);
    }
    let meaning = TextMeaning::of(text);
    let fob = lower.contains("free on board") || lower.contains("fob");
    // `Imports of fuels` are not all imports.
    if !meaning.names.is_empty() {
        return None;
    }
    match meaning.flow()? {
        Flow::Import if fob => Some(Indicator::Beside),
        flow @ (Flow::Import | Flow::Export) => Some(Indicator::Trade(flow, meaning.currency)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indicators_are_read_as_codes_and_as_words() {
        let trade = |flow| Some(Indicator::Trade(flow, Some(Currency::Usd)));
        for (text, expected) in [
            ("MG_CIF_USD", trade(Flow::Import)),
            ("XG_FOB_USD", trade(Flow::Export)),
            ("TMG_CIF_USD", trade(Flow::Import)),
            ("TXG_FOB_USD", trade(Flow::Export)),
            ("TBG_USD", Some(Indicator::Beside)),
            ("MG_FOB_USD", Some(Indicator::Beside)),
            (
                "Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars",
                trade(Flow::Import),
            ),
            (
                "Goods, Value of Exports, Free on board (FOB), US Dollars",
                trade(Flow::Export),
            ),
            (
                "Goods, Value of Trade Balance, US Dollars",
                Some(Indicator::Beside),
            ),
            ("Imports, CIF", Some(Indicator::Trade(Flow::Import, None))),
            ("Imports of fuels, US Dollars", None),
            ("NGDP_XDR", None),
            ("Consumer prices", None),
        ] {
            assert_eq!(indicator(text), expected, "{text}");
        }
    }
}
