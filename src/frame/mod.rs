//! Records to series: the one Polars frame, merging, vintages, grains, coverage.
//!
//! In: [`Records`]. Out: a [`SeriesSet`] for one selection. The rules of DEFINITIONS "One month
//! twice" live here and nowhere else.

mod detail;
mod drops;
mod evidence;
mod flows;
mod held;
mod schema;
#[cfg(test)]
mod tests;
mod vintages;

pub use evidence::{Finding, Kind};
pub use held::{Depth, Held};

use crate::trade::{
    Currency, Flow, Month, PartnerChoice, Record, Records, Selection, Series, Vintage,
};
use polars::prelude::{Column, DataFrame, PolarsError};
use std::collections::BTreeMap;

/// Every row that was read, as columns.
pub struct Frame {
    rows: DataFrame,
    records: Records,
}

/// The series of one selection, one for each flow.
#[derive(Clone, Debug)]
pub struct SeriesSet {
    /// The currency that the selection came down to.
    pub currency: Currency,
    by_flow: BTreeMap<Flow, Series>,
    /// The other currencies that the inputs hold for this partner, with the last month of each.
    pub others: BTreeMap<Currency, Month>,
    /// What a careful reader must know of how the series were made.
    pub notes: Vec<String>,
}

/// Why no series can be made.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// The inputs hold nothing for the partner.
    #[error("no rows for {wanted}: the data hold {held}\n  help: {help}")]
    NoPartner {
        /// The partner asked for.
        wanted: String,
        /// The partners that the data hold.
        held: String,
        /// The way out.
        help: &'static str,
    },
    /// The inputs hold nothing in the currency.
    #[error("no figures in {wanted}: the data hold {held}\n  help: pass `--currency {other}`")]
    NoCurrency {
        /// The currency asked for.
        wanted: Currency,
        /// The other one.
        held: Currency,
        /// Its flag.
        other: &'static str,
    },
    /// Nothing had been released by the date asked for.
    #[error("nothing had been released by {as_of}: {why}\n  help: pass a later `--as-of`, or none")]
    NotYet {
        /// The date asked for.
        as_of: String,
        /// When the first figure was released, or that none is dated.
        why: String,
    },
    /// The frame itself failed.
    #[error("the data frame failed: {0}")]
    Frame(#[from] PolarsError),
}

impl SeriesSet {
    /// Makes total and balance from the flows that are given.
    pub fn new(currency: Currency, series: Vec<Series>) -> SeriesSet {
        let mut by_flow: BTreeMap<Flow, Series> = series
            .into_iter()
            .map(|series| (series.flow, series))
            .collect();
        for flow in Flow::ALL {
            by_flow
                .entry(flow)
                .or_insert_with(|| Series::new(flow, currency));
        }
        let mut set = SeriesSet {
            currency,
            by_flow,
            others: BTreeMap::new(),
            notes: Vec::new(),
        };
        flows::complete(&mut set);
        set
    }

    /// The series of a flow, told from the reporter's side.
    pub fn flow(&self, flow: Flow) -> &Series {
        // `new` puts every flow in; the map is never without one.
        &self.by_flow[&flow]
    }
}

impl Frame {
    /// Takes the records over as columns.
    ///
    /// # Errors
    /// When Polars cannot build the frame.
    pub fn new(records: Records) -> Result<Frame, FrameError> {
        let rows = &records.rows;
        let numbers = |name: &str, number: fn(&Record) -> u32| {
            Column::new(name.into(), rows.iter().map(number).collect::<Vec<u32>>())
        };
        let columns = vec![
            Column::new(schema::INPUT.into(), &records.input),
            Column::new(
                schema::ROW.into(),
                (0..rows.len() as u32).collect::<Vec<u32>>(),
            ),
            Column::new(
                schema::FROM.into(),
                rows.iter()
                    .map(|row| row.period.from.index())
                    .collect::<Vec<i32>>(),
            ),
            Column::new(
                schema::TO.into(),
                rows.iter()
                    .map(|row| row.period.to.index())
                    .collect::<Vec<i32>>(),
            ),
            Column::new(schema::ROWS.into(), &records.counts),
            numbers(schema::FLOW, |row| row.flow as u32),
            numbers(schema::PARTNER, |row| u32::from(row.partner)),
            numbers(schema::CURRENCY, |row| row.currency as u32),
            numbers(schema::CODE, |row| row.code.0),
            numbers(schema::SPLIT, |row| row.split.0),
            Column::new(
                schema::GRAIN.into(),
                rows.iter()
                    .map(|row| detail::grain(row, &records))
                    .collect::<Vec<u32>>(),
            ),
            Column::new(
                schema::VALUE.into(),
                rows.iter()
                    .map(|row| row.value.map(|(value, _)| value.0))
                    .collect::<Vec<Option<i128>>>(),
            ),
            Column::new(
                schema::RELEASED.into(),
                rows.iter()
                    .map(|row| row.released.map(|released| released.last_day()))
                    .collect::<Vec<Option<i32>>>(),
            ),
        ];
        Ok(Frame {
            rows: DataFrame::new(rows.len(), columns)?,
            records,
        })
    }

    /// What was read, with the reader's remarks.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// The currencies that the selected partner has, with the last month of each.
    fn currencies(
        &self,
        partner: &PartnerChoice,
        as_of: Option<Vintage>,
    ) -> BTreeMap<Currency, Month> {
        let by_then = |row: &Record| {
            as_of.is_none_or(|date| row.released.is_some_and(|released| released.is_by(date)))
        };
        let mut last = BTreeMap::new();
        for row in self
            .records
            .rows
            .iter()
            .filter(|row| partner.wants(row.partner) && by_then(row))
        {
            let month = last.entry(row.currency).or_insert(row.period.to);
            *month = row.period.to.max(*month);
        }
        last
    }

    /// The series of a selection.
    ///
    /// # Errors
    /// [`FrameError`] when the inputs hold nothing for the partner, the currency or the date.
    pub fn series(&self, selection: &Selection) -> Result<SeriesSet, FrameError> {
        let currency = self.currency(selection)?;
        let figures = self.figures(selection, currency)?;
        let details = detail::sums(&self.rows, selection, currency)?;
        if figures.is_empty() && details.points.is_empty() {
            return Err(self.nothing_left(selection));
        }
        let notes = details.notes();
        let mut merged = vintages::merge(&figures);
        let goods = detail::fill(&mut merged, &details, &self.records, currency);
        let mut set = SeriesSet::new(currency, merged);
        drops::mark(&mut set, &self.records);
        set.others = self.currencies(&selection.partner, selection.as_of);
        set.others.remove(&currency);
        set.notes.extend(goods.into_iter().chain(notes));
        Ok(set)
    }

    /// What each input holds, in their order.
    pub fn held(&self) -> Vec<Held> {
        held::of(&self.records)
    }

    /// What stands in the inputs twice, and what in them cannot all be true.
    ///
    /// # Errors
    /// As [`Frame::series`].
    pub fn findings(&self, selection: &Selection) -> Result<Vec<Finding>, FrameError> {
        let currency = self.currency(selection)?;
        let figures = self.figures(selection, currency)?;
        let details = detail::sums(&self.rows, selection, currency)?;
        let published = vintages::merge(&figures);
        let mut filled = published.clone();
        detail::fill(&mut filled, &details, &self.records, currency);
        let findings = evidence::of(&figures, &details, &published, &filled, currency);
        Ok(findings)
    }

    fn currency(&self, selection: &Selection) -> Result<Currency, FrameError> {
        let held = self.currencies(&selection.partner, None);
        let Some(first) = held.keys().next() else {
            return Err(self.no_partner(selection));
        };
        match selection.currency {
            Some(wanted) if held.contains_key(&wanted) => Ok(wanted),
            Some(wanted) => Err(FrameError::NoCurrency {
                wanted,
                held: *first,
                other: if *first == Currency::Usd {
                    "usd"
                } else {
                    "cny"
                },
            }),
            None => Ok(*first),
        }
    }

    /// The published figures of a selection, in the order of the inputs.
    fn figures(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> Result<Vec<vintages::Candidate>, FrameError> {
        let rows = detail::selected(&self.rows, selection, currency, true)?;
        Ok(rows
            .into_iter()
            .filter_map(|row| self.candidate(row))
            .collect())
    }

    fn candidate(&self, row: u32) -> Option<vintages::Candidate> {
        let record = self.records.rows.get(row as usize)?;
        let input = *self.records.input.get(row as usize)?;
        let publisher = self.records.text_of(record.publisher);
        let source = if publisher.is_empty() {
            self.records
                .inputs
                .get(input as usize)
                .map_or(publisher, |input| input.name.clone())
        } else {
            publisher
        };
        Some(vintages::Candidate::new(record, input, row, source))
    }

    fn no_partner(&self, selection: &Selection) -> FrameError {
        use crate::trade::Partner;
        let names = |places: &mut dyn Iterator<Item = u16>| -> Vec<String> {
            places
                .filter_map(Partner::at)
                .map(|partner| format!("{} ({})", partner.en, partner.code))
                .collect()
        };
        let seen = &self.records.partners_seen;
        let mut held = names(&mut seen.iter().copied().take(5));
        if seen.len() > held.len() {
            held.push(format!("{} more", seen.len() - held.len()));
        }
        let wanted = match &selection.partner {
            PartnerChoice::These(places) => names(&mut places.iter().copied()).join(", "),
            PartnerChoice::All => "any partner".to_owned(),
        };
        let south_korea_only = ["109", "133"]
            .map(|code| Partner::find(code).is_some_and(|place| seen.contains(&place)))
            == [false, true];
        FrameError::NoPartner {
            wanted,
            held: if held.is_empty() {
                "no rows with a value".to_owned()
            } else {
                held.join(", ")
            },
            help: if seen.is_empty() {
                "the files have a header and no rows that can be read: look whether the download is whole"
            } else if south_korea_only {
                "133 is South Korea; North Korea is 109: download again with partner 109"
            } else {
                "name one of them with `--partner`, or `--partner all`"
            },
        }
    }

    fn nothing_left(&self, selection: &Selection) -> FrameError {
        let first = self
            .records
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
                || "the data carry no release dates".to_owned(),
                |first| format!("the first figure is of {first}"),
            ),
        }
    }
}
