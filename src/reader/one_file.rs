//! Reads one file from its bytes to its observations: determines the kind of file, the table in it
//! and its layout.

mod tables;

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::open::{File, FileBytes};
use crate::reader::bytes::progress::Meter;
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
use crate::reader::request::Options;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, LayoutName, Observations};
use std::collections::BTreeSet;
use std::io::Read;

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
        let is_kept_by_hand = matches!(layout.name, LayoutName::Tidy | LayoutName::Wide);
        let centred = (is_kept_by_hand && !reading.built_in)
            .then(|| layout::centred_heads::find(&reading.table.lines_at_top()));
        match (reading.side_not_told(layout), centred.flatten()) {
            (Some(wrong), _) => reading.wrong_file(&wrong),
            (None, Some((line, head))) => {
                let place = Location {
                    line: Some(line),
                    column: None,
                };
                let wrong = InputError::HeadNotAtFirst;
                reading.problems.add(name, place, &wrong, Some(&head));
            }
            (None, None) => {
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
