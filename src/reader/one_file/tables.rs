//! Files of several tables or sheets: which of them is read.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::bytes::decode::Text;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::cells::number;
use crate::reader::cells::table::{Line, Table};
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::not_read::FileSkipped;
use crate::reader::errors::problems::Location;
use crate::reader::grid;
use crate::reader::layout;
use crate::reader::layout::Layout;
use crate::reader::one_file::FileRun;
use crate::reader::profile::InputProfile;
use crate::reader::request::SHEET;
use crate::trade::{Flow, InputRemark, Perspective, listed};

/// A table that fits a layout: its number and its text.
type FoundTable<'t, 'x> = (usize, &'x Text<'t>, &'static Layout, Table<'x>);

/// The name of the sheet in backticks, or the number of the table in its page.
fn name_of(at: usize, text: &Text<'_>) -> String {
    match sheet(text) {
        Some(name) => format!("`{name}`"),
        None => format!("table {}", at + 1),
    }
}

/// Whether several rows of a table have a number next to something else.
fn holds_figures(text: &Text<'_>) -> bool {
    const LOOKED_AT: usize = 40;
    let Ok(Some(table)) = Table::open(text) else {
        return false;
    };
    let is_number =
        |cell: &String| matches!(number::read_cell(cell), Ok(number::ValueCell::Given(..)));
    let has_figure = |line: &&Line| line.cells.iter().skip(1).any(is_number);
    table.ahead(LOOKED_AT).iter().filter(has_figure).count() > 1
}

/// The lines of a sheet without a table: notes, or descriptions of the data.
fn lines_of_sheet(text: &Text<'_>) -> Vec<Line> {
    const MOST: usize = 200;
    if sheet(text).is_none() {
        return Vec::new();
    }
    let mut lines = Table::first_lines(text, Some(b'\t'));
    lines.truncate(MOST);
    lines
}

fn sheet<'t>(text: &'t Text<'_>) -> Option<&'t str> {
    text.places.as_ref()?.sheet.as_deref()
}

/// How many tables a message names at most.
const NAMED: usize = 8;

impl FileRun<'_, '_> {
    /// Keeps the sheet that the user named.
    pub(super) fn only_sheet(&mut self, grids: &mut Vec<grid::Grid>) -> Result<(), FileSkipped> {
        let Some(wanted) = &self.options.sheet else {
            self.only_shown(grids);
            return Ok(());
        };
        let names: Vec<String> = grids.iter().filter_map(|grid| grid.sheet.clone()).collect();
        if names.is_empty() {
            return Ok(());
        }
        self.observations.flags_used.insert(SHEET);
        if names.contains(wanted) {
            grids.retain(|grid| grid.sheet.as_ref() == Some(wanted));
            return Ok(());
        }
        let names = names.iter().map(|name| format!("`{name}`"));
        let wrong = InputError::File(FileError::NoSuchSheet(listed(names, NAMED)));
        Err(self.refuse((Location::default(), wrong, Some(wanted.clone()))))
    }

    /// Leaves out the sheets that a workbook hides, and names those with figures.
    fn only_shown(&mut self, grids: &mut Vec<grid::Grid>) {
        if grids.iter().all(|grid| grid.is_hidden) {
            return;
        }
        let hidden = grids
            .iter()
            .filter(|grid| grid.is_hidden && grid.holds_figures());
        let names = hidden.filter_map(|grid| Some(format!("`{}`", grid.sheet.as_ref()?)));
        let names: Vec<String> = names.collect();
        grids.retain(|grid| !grid.is_hidden);
        if !names.is_empty() {
            let remark = InputRemark::TablesNotRead {
                count: names.len(),
                names: names.into_iter().take(NAMED).collect(),
            };
            self.observations.remark(&self.file.name, remark);
        }
    }

    /// Reads the single table that fits a layout from a page, a workbook or a JSON file.
    pub(super) fn read_tables(
        &mut self,
        grids: &[grid::Grid],
        written: Encoding,
    ) -> Result<InputProfile, FileSkipped> {
        let texts = grid::texts(grids, written);
        let mut found: Vec<FoundTable<'_, '_>> = Vec::new();
        let mut nearest: Option<(usize, InputError, String)> = None;
        let mut others: Vec<String> = Vec::new();
        let mut spoken: Vec<Line> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let Ok(Some(table)) = Table::open(text) else {
                spoken.extend(lines_of_sheet(text));
                continue;
            };
            match layout::choose(text, table, self.options.layout) {
                Ok((layout, table)) => found.push((at, text, layout, table)),
                Err((wrong, columns)) => {
                    match holds_figures(text) {
                        true => others.push(name_of(at, text)),
                        false => spoken.extend(lines_of_sheet(text)),
                    }
                    let size = text.bytes.len();
                    if nearest.as_ref().is_none_or(|(largest, ..)| size > *largest) {
                        nearest = Some((size, wrong, columns));
                    }
                }
            }
        }
        let is_page = texts.iter().all(|text| sheet(text).is_none());
        if let Some(wanted) = self.options.sheet.as_ref().filter(|_| is_page) {
            self.observations.flags_used.insert(SHEET);
            let number = wanted.parse::<usize>().ok();
            found.retain(|(at, ..)| number == Some(at + 1));
        }
        if let Some(flows) = self.flow_of_each(&found) {
            return self.read_flows(found, &flows, written);
        }
        match found.len() {
            1 => {}
            0 => {
                let wrong = match nearest {
                    // If the file has a single table, the message says what that table lacks.
                    Some((_, wrong, columns)) if texts.len() == 1 => (wrong, Some(columns)),
                    _ => (InputError::File(FileError::NoTableKnown(texts.len())), None),
                };
                return Err(self.refuse((Location::default(), wrong.0, wrong.1)));
            }
            _ => {
                let names = found.iter().map(|(at, text, ..)| name_of(*at, text));
                return Err(
                    self.refuse_file(InputError::File(FileError::SeveralTables(listed(
                        names, NAMED,
                    )))),
                );
            }
        }
        match found.pop() {
            Some((_, _, layout, mut table)) => {
                // What sheets of words say, they say of the table.
                table.notes.extend(spoken);
                let read = self.read_table(layout, table, written);
                if !others.is_empty() && self.options.sheet.is_none() {
                    let count = others.len();
                    others.truncate(NAMED);
                    let remark = InputRemark::TablesNotRead {
                        count,
                        names: others,
                    };
                    self.observations.remark(&self.file.name, remark);
                }
                Ok(read)
            }
            None => Err(FileSkipped::PassedOver),
        }
    }

    /// The flow of each of two sheets, if their names say imports and exports.
    fn flow_of_each(&self, found: &[FoundTable<'_, '_>]) -> Option<Vec<Flow>> {
        let [_, _] = found else {
            return None;
        };
        if self.file.flow.is_some() || self.options.file_side.is_some() {
            return None;
        }
        let flows: Option<Vec<Flow>> = found
            .iter()
            .map(|(_, text, ..)| {
                let meaning = TextMeaning::of(sheet(text)?);
                let is_plain = meaning.side == WhoseTrade::NotStated
                    || meaning.side == WhoseTrade::Of(Perspective::Reporter);
                meaning.flow().filter(|_| is_plain)
            })
            .collect();
        flows.filter(|flows| flows.contains(&Flow::Import) && flows.contains(&Flow::Export))
    }

    /// Reads a sheet of imports and one of exports.
    fn read_flows(
        &mut self,
        found: Vec<FoundTable<'_, '_>>,
        flows: &[Flow],
        written: Encoding,
    ) -> Result<InputProfile, FileSkipped> {
        let mut whole: Option<InputProfile> = None;
        for ((_, _, layout, table), flow) in found.into_iter().zip(flows) {
            let read = self.read_table_of(layout, table, (written, Some(*flow), whole.is_some()));
            whole = Some(match whole.take() {
                None => read,
                Some(mut first) => {
                    first.rows += read.rows;
                    first.observations += read.observations;
                    first.accounted.extend(read.accounted);
                    first
                }
            });
        }
        whole.ok_or(FileSkipped::PassedOver)
    }
}
