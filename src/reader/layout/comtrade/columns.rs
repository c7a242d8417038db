//! The columns of a Comtrade file.

/// Where everything stands in a Comtrade file, of either layout.
pub(crate) struct ComtradeColumns {
    /// The month, as `201709`; or the year and the month apart.
    pub period: Option<usize>,
    pub year: Option<usize>,
    pub month: Option<usize>,
    /// Goods or services.
    pub kind: Option<usize>,
    /// Monthly or annual.
    pub frequency: Option<usize>,
    /// The code, the ISO code and the name.
    pub reporter: [Option<usize>; 3],
    /// The code and the name.
    pub flow: [Option<usize>; 2],
    /// The code, the ISO code and the name.
    pub partner: [Option<usize>; 3],
    pub classification: Option<usize>,
    pub commodity: Option<usize>,
    /// How many digits the commodity code has.
    pub level: Option<usize>,
    /// Customs procedure, mode of transport, second partner, mode of supply.
    pub breakdowns: [Option<usize>; 4],
    pub value: Option<usize>,
    /// The net weight in kilograms.
    pub weight: Option<usize>,
}
