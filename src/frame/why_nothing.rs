//! Explains why there is no series: what was asked for, and what the inputs have instead.

use super::{Frame, FrameError, MonthsElsewhere};
use crate::trade::{
    Breakdown, Currency, Goods, LayoutName, Measure, Membership, Observation, Partner,
    PartnerChoice, Period, RowKey, RowKind, Selection, SetRemark, TextId, cut_short, listed,
    without_capital,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The number of things that a list names before it is cut short.
pub const NAMED: usize = 8;

impl Frame {
    /// Where months may be found that the series of a selection in `currency` lack.
    pub(crate) fn elsewhere(&self, selection: &Selection, currency: Currency) -> MonthsElsewhere {
        let mut found = MonthsElsewhere::default();
        // Rows of one month are mostly adjacent.
        let mut before = None;
        let rows = &self.observations.rows;
        for (at, row) in rows.keys().enumerate() {
            // Nearly every row: already in the series itself.
            if row.currency == currency && selection.as_of.is_none() {
                continue;
            }
            let dated = rows.released().get(at);
            let key = (row.currency, row.period, row.flow, dated, row.code);
            // A year to date counts for its last month.
            let leads = row.period.is_month() || row.period.from == row.period.to.january();
            if before == Some(key) || !leads || !self.leads_to(selection, at, &row) {
                continue;
            }
            before = Some(key);
            let month = row.period.to;
            let by_then = selection.is_released(dated);
            if by_then && row.currency != currency {
                found.in_currency(row.currency, row.flow, month);
            } else if let (false, true, Some(released)) = (by_then, row.currency == currency, dated)
            {
                found.released(row.flow, month, released);
            }
        }
        found
    }

    /// Whether a row has a figure or a printed change for the partners and goods of a selection.
    fn leads_to(&self, selection: &Selection, at: usize, row: &RowKey) -> bool {
        let is_good = |goods: &Goods| match row.code {
            TextId::EMPTY => goods.is_all(),
            _ if goods.is_all() => row.kind == RowKind::Detail,
            code => goods.fits(&self.observations.text_of(code)) == Membership::In,
        };
        let rows = &self.observations.rows;
        let says_something = || rows.has_figure(at);
        selection.partner.wants(row.partner) && says_something() && is_good(&selection.goods)
    }

    pub(crate) fn no_partner(&self, partner: &PartnerChoice) -> FrameError {
        let names = |partner_indices: &mut dyn Iterator<Item = u16>| -> Vec<String> {
            partner_indices
                .filter_map(Partner::at)
                .map(Partner::with_code)
                .collect()
        };
        let seen = &self.observations.partners_seen;
        let held = names(&mut seen.iter().copied().take(5));
        let wanted = match partner {
            PartnerChoice::These(partner_indices) => {
                names(&mut partner_indices.iter().copied()).join(", ")
            }
            PartnerChoice::All => "any partner".to_owned(),
        };
        if let PartnerChoice::These(partner_indices) = partner
            && partner_indices.iter().all(|one| seen.contains(one))
        {
            return FrameError::NoRowLeft { wanted };
        }
        let only_of = |layout: LayoutName| {
            let inputs = &self.observations.inputs;
            !inputs.is_empty() && inputs.iter().all(|input| input.layout == layout)
        };
        let south_korea_only = ["109", "133"].map(|code| {
            Partner::find(code).is_some_and(|partner_index| seen.contains(&partner_index))
        }) == [false, true];
        FrameError::NoPartner {
            wanted,
            held: if held.is_empty() {
                "no rows with a value".to_owned()
            } else {
                cut_short(&held, seen.len() - held.len())
            },
            help: if seen.is_empty() {
                "the files have a header but no readable rows: check that the download is complete"
                    .to_owned()
            } else if only_of(LayoutName::Preliminary) {
                "preliminary tables list major partners only; the table by country, published later in the month, has all of them"
                    .to_owned()
            } else if south_korea_only && only_of(LayoutName::Platform) {
                "133 is South Korea and 109 is North Korea: download the data again with partner 109".to_owned()
            } else {
                let only = (seen.len() == 1).then(|| seen.iter().next().copied());
                match only.flatten().and_then(Partner::at) {
                    Some(one) => format!(
                        "use `--partner {}`, or pass files that contain what you ask for",
                        one.code
                    ),
                    None => {
                        "choose one of these with `--partner`, or use `--partner all`".to_owned()
                    }
                }
            },
        }
    }

    /// The error for two differing rows of one file that share the key of a total.
    pub(crate) fn two_values(&self, (first, second): (u32, u32)) -> FrameError {
        let row = |at: u32| self.observations.rows.get(at as usize);
        let line = |at: u32| self.observations.rows.line(at as usize);
        let input = self.observations.input.get(second as usize).copied();
        let input = input.and_then(|input| self.observations.inputs.get(input as usize));
        let (first_line, line) = (line(first), line(second));
        FrameError::TwoValues {
            file: input.map_or_else(String::new, |input| input.name.to_string()),
            line,
            first_line,
            what: row(second).map_or_else(String::new, |row| {
                let partner = self.observations.partner_name(row.partner);
                format!("{}s of {} with {partner}", row.flow.name(), row.period)
            }),
        }
    }

    /// Remarks on rows without a release date, which cannot be placed before or after any day.
    pub(crate) fn undated(&self, selection: &Selection) -> Option<SetRemark> {
        let as_of = selection.as_of?;
        let dated = self.observations.rows.released();
        let undated = self
            .observations
            .rows
            .keys()
            .enumerate()
            .filter(|(at, row)| selection.partner.wants(row.partner) && dated.get(*at).is_none());
        let rows = undated.count() as u64;
        (rows > 0).then_some(SetRemark::Undated { rows, as_of })
    }

    /// The error for a partner without series: nothing released yet, none of the goods, or no such
    /// breakdown.
    pub(crate) fn nothing_left(&self, selection: &Selection, too_coarse: bool) -> FrameError {
        let of_partner = |row: &Observation| selection.partner.wants(row.partner);
        let by_then = |row: &Observation| selection.is_released(row.released);
        let rows = self.observations.rows.iter().filter(of_partner);
        let rows: Vec<Observation> = rows.filter(by_then).collect();
        if !rows.is_empty() && selection.measure != Measure::Value && self.has_values(selection) {
            return FrameError::NoQuantities {
                of: match selection.goods.is_all() {
                    true => String::new(),
                    false => format!(" of {}", selection.goods),
                },
                help: "choose goods with published quantities, or pass your own downloads, which include quantities",
            };
        }
        if rows.is_empty() || selection.goods.is_all() && selection.by.is_none() {
            return self.not_yet(selection);
        }
        let any_detail = rows.iter().any(|row| row.kind == RowKind::Detail);
        match selection.by {
            Some(Breakdown::Partner) if !any_detail && selection.partner.is_one() => {
                FrameError::NoSplit {
                    by: Breakdown::Partner.name(),
                    why: "only one partner is selected".to_owned(),
                    help: "use `--partner all`, or name several, as in `--partner JP,KR`",
                }
            }
            Some(by) if !any_detail => FrameError::NoSplit {
                by: by.name(),
                why: "the data are published figures for all goods together or for single goods"
                    .to_owned(),
                help: "pass your own downloads, which have HS codes: `--imports FILE… --exports FILE…`",
            },
            Some(by) if too_coarse && !self.tells(by, &rows) => FrameError::NoSplit {
                by: by.name(),
                why: "the rows do not state it".to_owned(),
                help: "download the data again with that column",
            },
            Some(by) if too_coarse => FrameError::NoSplit {
                by: by.name(),
                why: format!("the detailed rows are too coarse ({})", self.depths(&rows)),
                help: "split by a coarser level, or download the data again with that column",
            },
            _ => FrameError::NoGoods {
                wanted: without_capital(&selection.goods.to_string()),
                held: match self.codes(&rows) {
                    Some(codes) if !any_detail => {
                        match self.single_goods(&selection.goods, &rows) {
                            Some(own) => format!("only some of these goods: {own}"),
                            None => format!("figures for single goods only: {codes}"),
                        }
                    }
                    Some(codes) => codes,
                    None => "no HS codes".to_owned(),
                },
                help: if too_coarse {
                    "choose a whole chapter, or download the data again with longer codes"
                        .to_owned()
                } else if any_detail {
                    "choose goods that are in the files, or pass files that contain them".to_owned()
                } else {
                    let held = self.months_in_data(&selection.goods, &rows);
                    match (held.keys().next(), held.len()) {
                        (None, _) => "`tradecheck list goods` lists all built-in goods; or pass your own downloads"
                            .to_owned(),
                        (Some(only), 1) => format!(
                            "a total needs figures for all its goods: choose this one alone with `--hs {only}`, or pass your own downloads"
                        ),
                        (Some(first), _) => format!(
                            "a total needs figures for all its goods: choose one alone, as with `--hs {first}`, or pass your own downloads; `tradecheck list goods` lists all built-in goods"
                        ),
                    }
                },
            },
        }
    }

    /// Whether any row states its province or trade mode, if those are asked for.
    fn tells(&self, by: Breakdown, rows: &[Observation]) -> bool {
        let Some(side) = by.side() else {
            return true;
        };
        let tells = |row: &Observation| self.observations.split_part(row.split, side).is_some();
        rows.iter().any(tells)
    }

    /// Whether the selection has values.
    fn has_values(&self, selection: &Selection) -> bool {
        self.series(&selection.measuring(Measure::Value)).is_ok()
    }

    fn not_yet(&self, selection: &Selection) -> FrameError {
        let first = self
            .observations
            .rows
            .iter()
            .filter(|row| selection.partner.wants(row.partner))
            .filter_map(|row| row.released)
            .min();
        FrameError::NotYet {
            as_of: selection
                .as_of
                .map_or_else(|| "then".to_owned(), |date| date.to_string()),
            why: first.map_or_else(
                || "the data have no release dates".to_owned(),
                |first| format!("the first figure is dated {first}"),
            ),
            help: match first {
                Some(_) => "use a later `--as-of`, or leave it out",
                None => "leave out `--as-of`, or give the release dates in a column `released`",
            },
        }
    }

    /// The digits of the codes of details: `codes of 2 and 4 digits`.
    fn depths(&self, rows: &[Observation]) -> String {
        let details = rows.iter().filter(|row| row.kind == RowKind::Detail);
        let depths = details.map(|row| self.observations.text_of(row.code).len());
        let depths: BTreeSet<usize> = depths.filter(|digits| *digits > 0).collect();
        let names: Vec<String> = depths.iter().map(usize::to_string).collect();
        match &names[..] {
            [] => "no codes".to_owned(),
            [others @ .., last] if !others.is_empty() => {
                format!("codes of {} and {last} digits", others.join(", "))
            }
            _ => format!("codes of {} digits", names.join("")),
        }
    }

    /// The codes with published figures among the goods asked for, with their months.
    fn months_in_data(&self, goods: &Goods, rows: &[Observation]) -> BTreeMap<Arc<str>, Period> {
        let mut months: BTreeMap<Arc<str>, Period> = BTreeMap::new();
        for row in rows {
            let code = self.observations.text_of(row.code);
            if code.is_empty() || goods.fits(&code) != Membership::In {
                continue;
            }
            let own = months.entry(code).or_insert(row.period);
            own.from = own.from.min(row.period.from);
            own.to = own.to.max(row.period.to);
        }
        months
    }

    /// The published figures of single goods among those asked for, with their months:
    /// `2701 (2009-01–2017-12)`.
    fn single_goods(&self, goods: &Goods, rows: &[Observation]) -> Option<String> {
        let months = self.months_in_data(goods, rows);
        let named = months.iter();
        let named: Vec<String> = named
            .map(|(code, months)| match months.is_month() {
                true => format!("{code} ({})", months.from),
                false => format!("{code} ({}–{})", months.from, months.to),
            })
            .collect();
        (!named.is_empty()).then(|| listed(&named, NAMED / 2))
    }

    /// The codes of published figures, or the chapters of details.
    fn codes(&self, rows: &[Observation]) -> Option<String> {
        let mut codes = BTreeSet::new();
        for row in rows {
            let code = self.observations.text_of(row.code);
            let shown = match row.kind {
                RowKind::Published => &*code,
                RowKind::Detail => code.get(..2).unwrap_or(""),
            };
            if !shown.is_empty() {
                codes.insert(shown.to_owned());
            }
        }
        (!codes.is_empty()).then(|| listed(&codes, NAMED))
    }
}
