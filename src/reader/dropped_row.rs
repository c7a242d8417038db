//! Rows dropped by `--lenient`: the months, flow and partner they belonged to are kept, so that
//! figures without them are marked.

use crate::reader::cells::month::read_period;
use crate::reader::errors::input_error::InputError;
use crate::reader::lenient::{FlowAt, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::{Dropped, Flow, Period};

impl Reading<'_, '_> {
    /// Removes the observations of the row just read if it turned out bad, and prepares for the
    /// next row.
    pub fn settle_row(&mut self) {
        if self.drops.row_dropped {
            self.observations.truncate(self.drops.before);
        }
        self.drops.row_dropped = false;
        self.drops.cell = None;
        self.drops.before = self.observations.rows.len();
    }

    /// Under `--lenient`, drops the row (or only its cell) instead of reporting a problem. `false`
    /// where it has to be reported.
    pub fn dropped(&mut self, wrong: &InputError, found: Option<&str>) -> bool {
        if !self.options.lenient || !wrong.is_of_a_row() {
            return false;
        }
        let cell = self.drops.cell;
        if cell.is_none() && std::mem::replace(&mut self.drops.row_dropped, true) {
            return true;
        }
        let line = self.table.line();
        self.drops
            .drop_count
            .add(line, wrong, found, cell.is_some());
        // If a row is cut short, its last field may be incomplete as well.
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
        let input = self.observations.inputs.len().saturating_sub(1) as u32;
        let drops = periods.into_iter().map(|period| Dropped {
            input,
            period,
            flow,
            line,
            is_cell: cell.is_some(),
        });
        self.observations.drops.extend(drops);
        true
    }

    fn periods_of_row(&self, whole: usize) -> Vec<Option<Period>> {
        match &self.drops.keys.months {
            MonthOfRow::These(periods) => periods.iter().copied().map(Some).collect(),
            MonthOfRow::Column(column) if *column < whole => {
                vec![read_period(&self.table.cell(*column)).ok()]
            }
            MonthOfRow::Column(_) | MonthOfRow::Unknown => vec![None],
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

    /// Whether the row certainly belongs to a partner that was not asked for.
    fn is_of_others(&self, whole: usize) -> bool {
        let Some(partner) = self.drops.keys.partner else {
            return false;
        };
        let partner_index = self.plain_partner(partner, whole);
        partner_index.is_some_and(|partner_index| !self.options.partner.wants(partner_index))
    }
}
