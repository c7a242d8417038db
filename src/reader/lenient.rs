//! `--lenient`: what is wrong with a row drops the row in place of refusing the run. What is wrong
//! with a file still refuses it.

use crate::reader::cells::month::read_period;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::errors::input_error::InputError;
use crate::reader::row_reader::Reading;
use crate::trade::{Dropped, Flow, InputRemark, Period};

impl InputError {
    /// Whether no more than the row it is in is spoilt.
    pub fn is_of_a_row(&self) -> bool {
        matches!(
            self,
            InputError::ShortRow { .. }
                | InputError::LongRow { .. }
                | InputError::TextAfterQuote
                | InputError::CutOff
                | InputError::NotOnCustomsList
                | InputError::NotANumber
                | InputError::TooLarge
                | InputError::TooLong
                | InputError::Negative
                | InputError::Lost
                | InputError::TwoUnits
                | InputError::NotAMonth
                | InputError::NoSuchMonth(_)
                | InputError::PeriodBackwards
                | InputError::UnknownFlow
                | InputError::BalanceIsComputed
                | InputError::UnknownUnit
                | InputError::UnknownCurrency
                | InputError::CurrencyDisagrees
                | InputError::BadCode
                | InputError::OddCode
                | InputError::UnknownBasis
                | InputError::BadDate
                | InputError::OneBound
                | InputError::BoundsDisagree
                | InputError::BlankPartner
                | InputError::BlankKey
        )
    }
}

/// Where a row says which figures it belongs to, as far as its layout knows.
#[derive(Default)]
pub(crate) struct Keys {
    pub months: Months,
    pub flow: FlowAt,
    pub partner: Option<PartnerOf>,
}

/// Where the month of a row stands.
#[derive(Default)]
pub(crate) enum Months {
    #[default]
    Unknown,
    Column(usize),
    /// Every row is for all of these.
    These(Vec<Period>),
}

/// Where the flow of a row stands.
#[derive(Clone, Copy, Default)]
pub(crate) enum FlowAt {
    #[default]
    Unknown,
    Column(usize, fn(&str) -> Option<Flow>),
    Fixed(Flow),
}

/// How many rows of a file were dropped, and how many single cells of rows that are a whole series.
#[derive(Default)]
pub(crate) struct Lost {
    rows: u64,
    cells: u64,
    /// Line and words of the first.
    first: Option<(u64, String)>,
}

impl Lost {
    pub fn add(&mut self, line: u64, wrong: &InputError, found: Option<&str>, is_cell: bool) {
        let count = if is_cell {
            &mut self.cells
        } else {
            &mut self.rows
        };
        *count += 1;
        self.first.get_or_insert_with(|| {
            let found = found.map(crate::reader::errors::problems::shown);
            let found = found.map_or_else(String::new, |found| format!(": `{found}`"));
            (line, format!("{}{found}", wrong.say().what))
        });
    }

    /// What is said of it; `None` where nothing was dropped.
    pub fn told(&self) -> Option<InputRemark> {
        let (line, what) = self.first.clone()?;
        Some(InputRemark::Dropped {
            rows: self.rows,
            cells: self.cells,
            line,
            what,
        })
    }
}

/// What is dropped of the file being read.
#[derive(Default)]
pub(crate) struct Drops {
    pub keys: Keys,
    /// The cell being read, where a row is a whole series, of which a bad cell alone is dropped.
    pub cell: Option<(Period, Flow)>,
    pub lost: Lost,
    row_dropped: bool,
    /// How many records there were before this row.
    before: usize,
}

impl Reading<'_, '_> {
    /// Takes back what was read of a row that turned out bad, before the next one.
    pub fn settle_row(&mut self) {
        if self.drops.row_dropped {
            self.records.truncate(self.drops.before);
        }
        self.drops.row_dropped = false;
        self.drops.cell = None;
        self.drops.before = self.records.rows.len();
    }

    /// Drops the row, or its cell, in place of a problem; `false` where it is one.
    pub fn dropped(&mut self, wrong: &InputError, found: Option<&str>) -> bool {
        if !self.options.lenient || !wrong.is_of_a_row() {
            return false;
        }
        let cell = self.drops.cell;
        if cell.is_none() && std::mem::replace(&mut self.drops.row_dropped, true) {
            return true;
        }
        let line = self.table.line();
        self.drops.lost.add(line, wrong, found, cell.is_some());
        // Of a row cut short, the last field may be cut too.
        let whole = match wrong {
            InputError::ShortRow { fields, .. } => fields.saturating_sub(1),
            _ => usize::MAX,
        };
        let touches_nothing = *wrong == InputError::BalanceIsComputed || self.is_of_others(whole);
        if touches_nothing {
            return true;
        }
        let (periods, flow) = match cell {
            Some((period, flow)) => (vec![Some(period)], Some(flow)),
            None => (self.periods_of_row(whole), self.flow_of_row(whole)),
        };
        let input = self.records.inputs.len().saturating_sub(1) as u32;
        let drops = periods.into_iter().map(|period| Dropped {
            input,
            period,
            flow,
            line,
            is_cell: cell.is_some(),
        });
        self.records.drops.extend(drops);
        true
    }

    fn periods_of_row(&self, whole: usize) -> Vec<Option<Period>> {
        match &self.drops.keys.months {
            Months::These(periods) => periods.iter().copied().map(Some).collect(),
            Months::Column(column) if *column < whole => {
                vec![read_period(&self.table.cell(*column)).ok()]
            }
            Months::Column(_) | Months::Unknown => vec![None],
        }
    }

    fn flow_of_row(&self, whole: usize) -> Option<Flow> {
        let read = match self.drops.keys.flow {
            FlowAt::Fixed(flow) => Some(flow),
            FlowAt::Column(column, read) if column < whole => read(&self.table.cell(column)),
            FlowAt::Column(..) | FlowAt::Unknown => None,
        };
        read.or(self.given_flow)
    }

    /// Whether the row is surely of a partner not asked for.
    fn is_of_others(&self, whole: usize) -> bool {
        let Some(partner) = self.drops.keys.partner else {
            return false;
        };
        let place = self.plain_partner(partner, whole);
        place.is_some_and(|place| !self.options.partner.wants(place))
    }
}
