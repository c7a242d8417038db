//! The columns of a download from the query platform, by their headers on the Chinese and the English
//! page.

use crate::reader::cells::vocabulary::plain;
use crate::reader::layout::Fit;
use crate::reader::layout::tidy::names::{NamedColumn, named};
use crate::trade::{Currency, Meaning};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PlatformColumn {
    Month,
    Code,
    PartnerCode,
    PartnerName,
    TradeModeCode,
    TradeModeName,
    ProvinceCode,
    ProvinceName,
    Value(Currency),
    Name,
    Quantity(usize),
    Unit(usize),
}

impl PlatformColumn {
    /// Whether the column could be dropped without changing the values.
    pub(super) fn is_supplementary(self) -> bool {
        use PlatformColumn::{Name, Quantity, Unit};
        matches!(self, Name | Quantity(_) | Unit(_))
    }

    pub(super) fn accounted(self) -> Meaning {
        match self {
            PlatformColumn::Month => Meaning::Month,
            PlatformColumn::Code => Meaning::Code,
            PlatformColumn::PartnerCode | PlatformColumn::PartnerName => Meaning::Partner,
            PlatformColumn::TradeModeCode
            | PlatformColumn::TradeModeName
            | PlatformColumn::ProvinceCode
            | PlatformColumn::ProvinceName => Meaning::Breakdown,
            PlatformColumn::Value(_) => Meaning::Value,
            PlatformColumn::Name => Meaning::Name,
            PlatformColumn::Quantity(_) | PlatformColumn::Unit(_) => Meaning::Quantity,
        }
    }
}

/// The meaning of a header on the Chinese or the English page.
pub(super) fn meaning(header: &str) -> Option<PlatformColumn> {
    Some(match plain(header).as_str() {
        "date of data" | "数据年月" => PlatformColumn::Month,
        "commodity code" | "商品编码" => PlatformColumn::Code,
        "trading partner code" | "贸易伙伴编码" => PlatformColumn::PartnerCode,
        "trading partner" | "贸易伙伴名称" => PlatformColumn::PartnerName,
        "customs regime code" | "贸易方式编码" => PlatformColumn::TradeModeCode,
        "customs regime" | "贸易方式名称" => PlatformColumn::TradeModeName,
        "locations of importers and exporters code" | "注册地编码" | "收发货人注册地编码" => {
            PlatformColumn::ProvinceCode
        }
        "locations of importers and exporters" | "注册地名称" | "收发货人注册地名称" => {
            PlatformColumn::ProvinceName
        }
        "us dollar" | "us dollars" | "美元" => PlatformColumn::Value(Currency::Usd),
        "renminbi yuan" | "rmb yuan" | "人民币" => PlatformColumn::Value(Currency::Cny),
        "commodity" | "商品名称" => PlatformColumn::Name,
        "quantity" | "第一数量" => PlatformColumn::Quantity(0),
        "unit" | "第一计量单位" => PlatformColumn::Unit(0),
        "supplimentary quantity" | "supplementary quantity" | "第二数量" => {
            PlatformColumn::Quantity(1)
        }
        "supplimentary unit" | "supplementary unit" | "第二计量单位" => {
            PlatformColumn::Unit(1)
        }
        _ => return None,
    })
}

pub(super) fn fit(columns: &[String]) -> Fit {
    let meanings: Vec<PlatformColumn> = columns.iter().filter_map(|name| meaning(name)).collect();
    let is_value = |column: &PlatformColumn| matches!(column, PlatformColumn::Value(_));
    let has_value = meanings.iter().any(is_value);
    let other = meanings
        .iter()
        .filter(|column| !is_value(column) && !column.is_supplementary())
        .count();
    // The platform has its own names for partners, and no column of flows at all. A table with other
    // names for them was made by somebody else, and is read as such.
    let has_partner = meanings.iter().any(|column| {
        matches!(
            column,
            PlatformColumn::PartnerCode | PlatformColumn::PartnerName
        )
    });
    let is_unofficial = |name: &String| match named(name) {
        _ if meaning(name).is_some() => false,
        NamedColumn::Flow | NamedColumn::Reporter => true,
        NamedColumn::Country | NamedColumn::Partner => !has_partner,
        _ => false,
    };
    let is_official = !columns.iter().any(is_unofficial);
    if has_value && other > 0 && is_official {
        return Fit::Yes;
    }
    let mut missing = Vec::new();
    if !is_official {
        missing.push("`Trading partner code`, or no partner and no flow".to_owned());
    }
    if !has_value {
        missing.push("`US dollar` or `Renminbi Yuan`".to_owned());
    }
    if other == 0 {
        missing.push("`Commodity code` or another column of the query".to_owned());
    }
    let has = other + usize::from(has_value);
    Fit::Lacks { has, missing }
}

/// The second of two columns with the same meaning.
pub(super) fn twice(meanings: &[Option<PlatformColumn>]) -> Option<usize> {
    (0..meanings.len()).find(|at| {
        let one = meanings[*at];
        one.is_some_and(|one| !one.is_supplementary()) && meanings[..*at].contains(&one)
    })
}
