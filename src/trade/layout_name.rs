//! The names of the layouts of files.

use super::Named;

/// A layout of files that the reader knows, by its name in `--layout` and in machine columns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LayoutName {
    /// Downloads from the customs query platform.
    Platform,
    /// UN Comtrade.
    Comtrade,
    /// UN Comtrade, as it was until 2022.
    ComtradeLegacy,
    /// The layout of the built-in data.
    Ours,
    /// The result of `tradecheck sql rollup`.
    Rollup,
    /// The International Monetary Fund's trade by partner.
    Imf,
    /// ITC Trade Map.
    TradeMap,
    /// A table with one figure in a row, or one column for each flow.
    Tidy,
    /// A table with one column for each period.
    Wide,
    /// The office's monthly table by country.
    Bulletin,
    /// The office's preliminary table of major partners.
    Preliminary,
    /// An archive, which is read by `--data` and not by a layout of files.
    Archive,
}

impl LayoutName {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        self.word()
    }

    /// Whether the names of its columns are fixed, as in official layouts; those of tables kept by
    /// hand are not.
    pub fn has_fixed_columns(self) -> bool {
        !matches!(self, LayoutName::Tidy | LayoutName::Wide)
    }

    /// Whether it is one of the office's monthly tables, which are recognised by their titles.
    pub fn is_monthly_table(self) -> bool {
        matches!(self, LayoutName::Bulletin | LayoutName::Preliminary)
    }
}

impl Named for LayoutName {
    /// All that `--layout` accepts.
    const EVERY: &'static [LayoutName] = &[
        LayoutName::Platform,
        LayoutName::Comtrade,
        LayoutName::ComtradeLegacy,
        LayoutName::Ours,
        LayoutName::Rollup,
        LayoutName::Imf,
        LayoutName::TradeMap,
        LayoutName::Tidy,
        LayoutName::Wide,
        LayoutName::Bulletin,
        LayoutName::Preliminary,
    ];

    fn words(self) -> &'static [&'static str] {
        match self {
            LayoutName::Platform => &["platform"],
            LayoutName::Comtrade => &["comtrade"],
            LayoutName::ComtradeLegacy => &["comtrade-legacy"],
            LayoutName::Ours => &["ours", "published"],
            LayoutName::Rollup => &["rollup"],
            LayoutName::Imf => &["imf"],
            LayoutName::TradeMap => &["trade-map"],
            LayoutName::Tidy => &["tidy"],
            LayoutName::Wide => &["wide"],
            LayoutName::Bulletin => &["bulletin"],
            LayoutName::Preliminary => &["preliminary"],
            LayoutName::Archive => &["archive"],
        }
    }

    /// What files of the layout are recognised by: where they come from, or their columns.
    fn about(self) -> &'static str {
        match self {
            LayoutName::Platform => "the customs query platform",
            LayoutName::Comtrade => "UN Comtrade",
            LayoutName::ComtradeLegacy => "UN Comtrade until 2022",
            LayoutName::Ours => "`period,flow,currency,value,unit`",
            LayoutName::Rollup => "the result of `tradecheck sql rollup`",
            LayoutName::Imf => "the IMF's trade by partner",
            LayoutName::TradeMap => "ITC Trade Map",
            LayoutName::Tidy => "`month,flow,value_usd_mn`",
            LayoutName::Wide => "one row per series, one column per month",
            LayoutName::Bulletin => "the office's monthly table by country",
            LayoutName::Preliminary => "the office's preliminary table of major partners",
            LayoutName::Archive => "",
        }
    }
}
