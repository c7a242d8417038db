//! The columns of a Comtrade file.

use crate::trade::Meaning;

/// The columns of a Comtrade file, in either layout.
pub(crate) struct ComtradeColumns {
    /// The month, as `201709`; or else year and month in two columns.
    pub period: Option<usize>,
    pub year: Option<usize>,
    pub month: Option<usize>,
    /// Columns that repeat the period as a date or in words.
    pub other_times: [Option<usize>; 2],
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
    /// Customs procedure, mode of transport, second partner, mode of supply: the code, or else the
    /// name.
    pub breakdowns: [Option<usize>; 4],
    pub value: Option<usize>,
    /// Net weight in kilograms.
    pub weight: Option<usize>,
}

/// Columns of Comtrade that are implied by those that are used.
pub(crate) const BESIDE: [(&[&str], Meaning); 6] = [
    (
        &[
            "refperiodid",
            "refyear",
            "refmonth",
            "year",
            "perioddesc",
            "datasetcode",
            "yr",
        ],
        Meaning::Month,
    ),
    (
        &[
            "customsdesc",
            "motdesc",
            "partner2iso",
            "partner2desc",
            "mosdesc",
            "classificationsearchcode",
            "isoriginalclassification",
            "isleaf",
            "isleafcode",
            "2ndpartner",
            "2ndpartneriso",
            "ptcode2",
            "pttitle2",
            "pt3iso2",
            "secondpartner",
            "secondpartneriso",
            "customs",
            "customsproccode",
            "modeoftransport",
            "mot",
            "cst",
            "qtyunit2",
            "isreported",
            "isaggregate",
        ],
        Meaning::Breakdown,
    ),
    (
        &["cmddesc", "commodity", "cmddesce", "cmdname"],
        Meaning::Name,
    ),
    (
        &[
            "qtyunitcode",
            "qtyunitabbr",
            "qty",
            "isqtyestimated",
            "altqtyunitcode",
            "altqtyunitabbr",
            "altqty",
            "isaltqtyestimated",
            "netwgt",
            "isnetwgtestimated",
            "grosswgt",
            "isgrosswgtestimated",
            "qtyunit",
            "altqtyunit",
            "grossweightkg",
            "netweightkg",
            "netweight",
            "grossweight",
            "qtcode",
            "qtdesc",
            "qtaltcode",
            "qtaltdesc",
            "tradequantity",
            "altquantity",
            "qty2",
            "estcode",
        ],
        Meaning::Quantity,
    ),
    (
        &[
            "cifvalue",
            "fobvalue",
            "ciftradevalueus",
            "fobtradevalueus",
            "ciftradevalueusd",
            "fobtradevalueusd",
        ],
        Meaning::Value,
    ),
    (&["legacyestimationflag", "flag", "count"], Meaning::Note),
];
