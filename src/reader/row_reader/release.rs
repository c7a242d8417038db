//! The column of release dates in tables of one's own and in downloads: it tells which of two figures of a
//! month is the later.

use crate::reader::cells::release_date;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::row_reader::Reading;
use crate::trade::{LayoutName, Meaning, Observation, Vintage};

/// Names of such a column, without blanks and punctuation.
const NAMES: &str = "released|release|releasedate|releasedon|datereleased|dateofrelease|vintage|vintagedate|asof|asofdate|\
published|publicationdate|datepublished|publisheddate|publishedon|pubdate|announced|announcementdate|\
发布日期|发布时间|发布日|公布日期|公布时间|公布日|发表日期|발표일|발표일자|공표일|공표일자|공개일|발표시점";

impl Reading<'_, '_> {
    /// Finds the column of release dates of a layout that does not name it itself. All its cells must
    /// be dates: `final` and `v2` tell no order.
    pub fn settle_release_dates(&mut self, layout: LayoutName) {
        const LOOKED_AT: usize = 2000;
        let has_one = matches!(
            layout,
            LayoutName::Tidy | LayoutName::Wide | LayoutName::Platform
        );
        let is_named = |name: &String| {
            let bare: String = vocabulary::plain(name)
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            NAMES.split('|').any(|one| one == bare) && !self.is_column_ignored(name)
        };
        let Some(column) = self
            .table
            .header
            .iter()
            .position(is_named)
            .filter(|_| has_one)
        else {
            return;
        };
        let rows = self.table.ahead(LOOKED_AT);
        let width = self.table.header.len();
        let cells = rows.iter().filter(|row| row.cells.len() == width);
        let mut cells = cells
            .filter_map(|row| row.cells.get(column))
            .filter(|cell| !cell.is_empty())
            .peekable();
        if cells.peek().is_some() && cells.all(|cell| release_date::read(cell).is_some()) {
            self.accounts.release = Some(column);
            self.accounts.claim(column, Meaning::Release);
        }
    }

    /// The release date of the current row, if a column has it.
    pub(in crate::reader) fn dated(&mut self, observation: Observation) -> Observation {
        let Some(column) = self.accounts.release.filter(|column| {
            let claim = self.accounts.claims.get(*column);
            observation.released.is_none() && claim == Some(&Some(Meaning::Release))
        }) else {
            return observation;
        };
        let cell = self.table.cell(column).into_owned();
        if cell.is_empty() {
            return observation;
        }
        let released: Option<Vintage> = release_date::read(&cell);
        if released.is_none() {
            self.wrong(column, &InputError::BadDate);
        }
        Observation {
            released,
            ..observation
        }
    }
}
