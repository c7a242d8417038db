//! Reads one file from its bytes to its observations: determines the kind of file, the table in it
//! and its layout.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::bytes::decode;
use crate::reader::bytes::decode::Text;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::open::{File, FileBytes};
use crate::reader::bytes::progress::Meter;
use crate::reader::cells::number;
use crate::reader::cells::table::{Line, Located, Table};
use crate::reader::errors::file_error::FileError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::not_read::FileSkipped;
use crate::reader::errors::problems::{Location, Problems};
use crate::reader::grid;
use crate::reader::grid::GridKind;
use crate::reader::layout;
use crate::reader::layout::Layout;
use crate::reader::layout::bulletin::TITLED;
use crate::reader::profile::InputProfile;
use crate::reader::request::{Options, SHEET};
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, InputRemark, LayoutName, Observations, Perspective, listed};
use std::collections::BTreeSet;
use std::io::Read;

/// How many tables a message names at most.
const NAMED: usize = 8;

/// A table that fits a layout: its number and its text.
type FoundTable<'t, 'x> = (usize, &'x Text<'t>, &'static Layout, Table<'x>);

/// The state needed to read one file.
struct FileRun<'a, 'm> {
    file: &'a File,
    options: &'a Options,
    observations: &'a mut Observations,
    problems: &'a mut Problems,
    meter: &'a Meter<'m>,
}

/// Reads a file that needs no unpacking.
pub(crate) fn read_file(
    file: &File,
    options: &Options,
    stdin: &mut dyn Read,
    observations: &mut Observations,
    problems: &mut Problems,
    meter: &Meter<'_>,
) -> Result<InputProfile, FileSkipped> {
    let bytes = file.read(stdin);
    let mut run = FileRun {
        file,
        options,
        observations,
        problems,
        meter,
    };
    match bytes {
        Ok(bytes) => run.read(&bytes),
        Err(wrong) => Err(run.refuse((Location::default(), wrong, None))),
    }
}

impl FileRun<'_, '_> {
    fn refuse(&mut self, (place, wrong, found): Located) -> FileSkipped {
        if self.file.doubtful && wrong.means_no_table() {
            return FileSkipped::PassedOver;
        }
        self.problems
            .add(&self.file.name, place, &wrong, found.as_deref());
        FileSkipped::Problem
    }

    fn refuse_file(&mut self, wrong: InputError) -> FileSkipped {
        self.refuse((Location::default(), wrong, None))
    }

    fn read(&mut self, bytes: &[u8]) -> Result<InputProfile, FileSkipped> {
        let asked = self.options.encoding;
        // The built-in tables are known to be none of these.
        let is_built_in = matches!(self.file.place, FileBytes::BuiltIn(_));
        let kind = || grid::kind(bytes, asked, &TITLED);
        if let Some(kind) = (!is_built_in).then(kind).flatten() {
            let read = grid::read(bytes, kind, asked, &TITLED);
            let (mut grids, written) = match read {
                Ok(read) => read,
                // A damaged table is one for all that.
                Err((_, wrong, _))
                    if self.file.doubtful
                        && kind != GridKind::Workbook
                        && wrong.means_no_table() =>
                {
                    return Err(FileSkipped::PassedOver);
                }
                Err(located) => return Err(self.refuse(located)),
            };
            self.only_sheet(&mut grids)?;
            let named = self.options.layout;
            if named.is_none_or(LayoutName::is_monthly_table)
                && let Some(read) = layout::bulletin::read(
                    self.file,
                    (&grids, written),
                    self.options,
                    self.observations,
                    self.problems,
                )
            {
                return read;
            }
            if kind != GridKind::Csv {
                return self.read_tables(&grids, written);
            }
        }
        let text = match bytes.starts_with(grid::parquet::MAGIC) {
            true => grid::parquet::text(bytes),
            false => decode::decode(bytes, asked),
        };
        let text = text.map_err(|wrong| self.refuse_file(wrong))?;
        let table = match Table::open(&text) {
            Ok(Some(table)) => table,
            Ok(None) => return Err(self.refuse_file(InputError::File(FileError::EmptyFile))),
            Err(located) => return Err(self.refuse(located)),
        };
        let (layout, table) = layout::choose(&text, table, self.options.layout)
            .map_err(|(wrong, columns)| self.refuse((Location::default(), wrong, Some(columns))))?;
        Ok(self.read_table(layout, table, text.written))
    }

    /// Keeps the sheet that the user named.
    fn only_sheet(&mut self, grids: &mut Vec<grid::Grid>) -> Result<(), FileSkipped> {
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
    fn read_tables(
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

    fn read_table(
        &mut self,
        layout: &Layout,
        table: Table<'_>,
        encoding: Encoding,
    ) -> InputProfile {
        self.read_table_of(layout, table, (encoding, self.file.flow, false))
    }

    /// Reads a table with the flow given for it, if there is one. `is_further`: whether another table
    /// of the file was read before.
    fn read_table_of(
        &mut self,
        layout: &Layout,
        mut table: Table<'_>,
        (encoding, flow, is_further): (Encoding, Option<Flow>, bool),
    ) -> InputProfile {
        // Like a title, the name of a sheet may describe its table.
        if let Some(sheet) = table.sheet().filter(|name| !is_default_name(name)) {
            let title = Line {
                line: 1,
                cells: vec![sheet.to_owned()],
            };
            table.titles.insert(0, title);
        }
        let name = &self.file.name;
        if !is_further {
            self.observations.open(name, layout.name);
        }
        let before = self.observations.rows.len();
        let mut reading = Reading::new(name, table, self.options, self.observations, self.problems);
        reading.given_flow = flow;
        reading.meter = Some(self.meter);
        reading.built_in = matches!(self.file.place, FileBytes::BuiltIn(_));
        match reading.side_not_told(layout) {
            Some(wrong) => reading.wrong_file(&wrong),
            None => {
                reading.settle_release_dates(layout.name);
                (layout.read)(&mut reading);
            }
        }
        let accounted = reading.finish();
        let (columns, rows) = (reading.table.header, reading.table.rows);
        InputProfile {
            name: name.clone(),
            encoding,
            layout: layout.name,
            columns,
            rows,
            observations: (self.observations.rows.len() - before) as u64,
            accounted,
            partners: BTreeSet::new(),
        }
    }
}

/// Whether the name of a sheet, or the JSON key of a list of rows, is only a program's default.
fn is_default_name(name: &str) -> bool {
    const WORDS: [&str; 19] = [
        "sheet",
        "table",
        "data",
        "dataset",
        "worksheet",
        "工作表",
        "表",
        "시트",
        "feuil",
        "tabelle",
        "hoja",
        "blad",
        "лист",
        "シート",
        "results",
        "records",
        "items",
        "rows",
        "values",
    ];
    let word = name.trim_end_matches(|c: char| c.is_ascii_digit() || " _-()".contains(c));
    WORDS.contains(&word.trim().to_lowercase().as_str())
}

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
