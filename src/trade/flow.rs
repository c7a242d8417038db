//! Flows, currencies, and the perspective from which trade is seen.

use super::Named;
use std::fmt;

/// A flow of goods, from the side of the reporter, China.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Flow {
    /// China's imports from the partner, c.i.f.
    Import,
    /// China's exports to the partner, f.o.b.
    Export,
    /// Imports plus exports.
    Total,
    /// Exports minus imports; mixes f.o.b. and c.i.f. values, as the published balance does.
    Balance,
}

impl Flow {
    /// All four, in display order.
    pub const ALL: [Flow; 4] = [Flow::Import, Flow::Export, Flow::Total, Flow::Balance];

    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Flow::Import => "import",
            Flow::Export => "export",
            Flow::Total => "total",
            Flow::Balance => "balance",
        }
    }
}

impl Named for Flow {
    const EVERY: &'static [Flow] = &Flow::ALL;

    fn words(self) -> &'static [&'static str] {
        match self {
            Flow::Import => &["imports", "import", "进口", "수입"],
            Flow::Export => &["exports", "export", "出口", "수출"],
            Flow::Total => &["total", "trade", "进出口", "교역액", "교역"],
            Flow::Balance => &["balance", "贸易差额", "差额", "무역수지"],
        }
    }
}

impl fmt::Display for Flow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The currency of a series. The office compiles its dollar and yuan series separately.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Currency {
    /// US dollars.
    Usd,
    /// Yuan renminbi.
    Cny,
}

impl Currency {
    /// Its ISO 4217 code, as in machine columns.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Usd => "USD",
            Currency::Cny => "CNY",
        }
    }

    /// The value of `--currency`: `usd`.
    pub fn flag(self) -> &'static str {
        match self {
            Currency::Usd => "usd",
            Currency::Cny => "cny",
        }
    }
}

impl Named for Currency {
    const EVERY: &'static [Currency] = &[Currency::Usd, Currency::Cny];

    fn words(self) -> &'static [&'static str] {
        match self {
            Currency::Usd => &["usd", "dollar", "dollars", "$"],
            Currency::Cny => &["cny", "rmb", "yuan"],
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Whose imports and exports are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Perspective {
    /// China's, as in the sources.
    #[default]
    Reporter,
    /// The partner's: China's imports are shown as the partner's exports.
    Partner,
}

impl Named for Perspective {
    const EVERY: &'static [Perspective] = &[Perspective::Reporter, Perspective::Partner];

    fn words(self) -> &'static [&'static str] {
        match self {
            Perspective::Reporter => &["cn", "china"],
            Perspective::Partner => &["kp", "partner"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            Perspective::Reporter => "China's imports and exports",
            Perspective::Partner => "the partner's: China's imports are its exports",
        }
    }
}

impl Perspective {
    /// The reporter's flow that is shown as `shown_flow`.
    pub fn reporter_flow(self, shown_flow: Flow) -> Flow {
        match (self, shown_flow) {
            (Perspective::Partner, Flow::Import) => Flow::Export,
            (Perspective::Partner, Flow::Export) => Flow::Import,
            _ => shown_flow,
        }
    }
}
