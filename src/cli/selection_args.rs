use super::GoodsAsked;
use super::values::{self, PartnerWord};
use crate::trade::{
    Breakdown, Currency, Flow, Goods, Measure, Partner, PartnerChoice, Perspective, Regime,
};
use clap::Args;
use clap::error::ErrorKind;
use std::path::PathBuf;

/// Which series.
#[derive(Args, Default)]
#[command(next_help_heading = "Selection")]
pub struct SelectionArgs {
    /// imports, exports, total or balance [default: all]
    #[arg(long, value_name = "FLOW", value_parser = values::word::<Flow>(), ignore_case = true, value_delimiter = ',')]
    pub flow: Vec<Flow>,
    /// A code, a name or all [default: North Korea]
    ///
    /// Several are added up: `--partner JP,KR`. `tradecheck list partners` lists them all.
    #[arg(long, value_name = "PARTNER", value_parser = values::partners)]
    partner: Vec<values::Partners>,
    /// usd or cny, never mixed [default: usd if available]
    #[arg(long, value_parser = values::word::<Currency>(), ignore_case = true)]
    pub currency: Option<Currency>,
    /// HS codes or ranges: 2701 or 03,50-63 [default: all]
    ///
    /// `tradecheck list goods` lists the codes, with the built-in data for each.
    #[arg(long, value_name = "CODE", value_parser = values::goods, value_delimiter = ',')]
    hs: Vec<values::Prefixes>,
    /// Groups of goods: coal,seafood
    #[arg(long, value_name = "GROUP", value_delimiter = ',', long_help = values::group_help())]
    group: Vec<String>,
    /// Your own groups of goods: a CSV with the columns group and hs_prefixes
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    groups: Option<PathBuf>,
    /// Value, quantity, or value over quantity
    #[arg(long, value_name = "WHAT", default_value = "value", value_parser = values::word::<Measure>(), ignore_case = true, hide_short_help = true)]
    pub measure: Measure,
    /// A breakdown: chapter, code, province, partner, …
    #[arg(long, value_name = "WHAT", value_parser = values::word::<Breakdown>(), ignore_case = true)]
    pub by: Option<Breakdown>,
    /// Whose sanctions: un for the resolutions, cn for China's notices [default: un]
    #[arg(long, value_name = "WHOSE", value_parser = values::word::<Regime>(), ignore_case = true, hide_short_help = true)]
    pub regime: Option<Regime>,
    /// Your own sanctions measures, in the layout of data/measures.csv
    #[arg(long, value_name = "FILE", hide_short_help = true)]
    pub measures: Option<PathBuf>,
    /// The reporting side [default: cn]
    #[arg(long = "as", value_name = "SIDE", value_parser = values::word::<Perspective>(), ignore_case = true, hide_short_help = true)]
    pub side: Option<Perspective>,
}

impl SelectionArgs {
    /// The goods asked for by their codes; groups are looked up later.
    pub fn goods(&self) -> (Goods, GoodsAsked) {
        let prefixes = self.hs.iter().flat_map(|one| one.0.iter().cloned());
        let prefixes: Vec<_> = prefixes.collect();
        let goods = if prefixes.is_empty() {
            Goods::all()
        } else {
            Goods::under(prefixes.clone(), Vec::new())
        };
        let asked = GoodsAsked {
            prefixes,
            groups: self.group.clone(),
            file: self.groups.clone(),
        };
        (goods, asked)
    }

    /// The flows asked for, each once, in the order asked for.
    pub fn flows(&self) -> Vec<Flow> {
        let mut flows: Vec<Flow> = Vec::new();
        for flow in &self.flow {
            if !flows.contains(flow) {
                flows.push(*flow);
            }
        }
        flows
    }

    /// Whether a partner is named.
    pub fn names_partner(&self) -> bool {
        !self.partner.is_empty()
    }

    /// The partners asked for; North Korea if none is given.
    pub fn partner(&self) -> Result<PartnerChoice, clap::Error> {
        let asked = self.partner.iter().flat_map(|one| one.0.iter().copied());
        let asked: Vec<PartnerWord> = asked.collect();
        let named: Vec<u16> = asked.iter().copied().flatten().collect();
        if named.len() < asked.len() {
            return if named.is_empty() {
                Ok(PartnerChoice::All)
            } else {
                let text = "`--partner all` cannot be used with other partners\n";
                Err(clap::Error::raw(ErrorKind::ArgumentConflict, text))
            };
        }
        let mut places = named;
        if places.is_empty() {
            places.extend(Partner::find("109"));
        }
        places.sort_unstable();
        places.dedup();
        Ok(PartnerChoice::These(places))
    }
}
