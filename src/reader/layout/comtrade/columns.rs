//! The columns of a Comtrade file.

/// The columns of a Comtrade file, in either layout.
pub(crate) struct ComtradeColumns {
    /// The month, as `201709`; or else year and month in two columns.
    pub period: Option<usize>,
    pub year: Option<usize>,
    pub month: Option<usize>,
    /// Whether a row is for goods or services.
    pub kind: Option<usize>,
    /// Whether a row is monthly or annual.
    pub frequency: Option<usize>,
    /// Code, ISO code and name.
    pub reporter: [Option<usize>; 3],
    /// Code and name.
    pub flow: [Option<usize>; 2],
    /// Code, ISO code and name.
    pub partner: [Option<usize>; 3],
    pub classification: Option<usize>,
    pub commodity: Option<usize>,
    /// Number of digits of the commodity code.
    pub level: Option<usize>,
    /// Customs procedure, mode of transport, second partner, mode of supply.
    pub breakdowns: [Option<usize>; 4],
    pub value: Option<usize>,
    /// Net weight in kilograms.
    pub weight: Option<usize>,
}
