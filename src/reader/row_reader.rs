//! One file while it is read: what a layout has in hand.

use crate::reader::accounting::accounts::Accounting;
use crate::reader::accounting::said::{Said, Side};
use crate::reader::accounting::words::Dimension;
use crate::reader::bytes::file_name;
use crate::reader::bytes::open::STDIN;
use crate::reader::bytes::progress::Meter;
use crate::reader::cells::number;
use crate::reader::cells::number::{Cell, MarkShown};
use crate::reader::cells::partner::Partners;
use crate::reader::cells::table::{Located, Mendable, Table};
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::{Place, Problems};
use crate::reader::lenient::Drops;
use crate::reader::request::Options;
use crate::reader::years_to_date::Years;
use crate::trade::Accounted;
use crate::trade::{
    Amount, Currency, DecimalMark, Flow, InputRemark, Interval, NotTaken, Observations, Period,
    Perspective, QuantityUnit, TextId, Unit,
};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, HashMap};

/// How many rows are read before somebody is told of them.
const TOLD_EVERY: u64 = 4096;

/// A file under a layout: its table, what the user said of it, and where rows and complaints go.
pub(crate) struct Reading<'a, 't> {
    pub file: &'a str,
    /// From `--imports` or `--exports`.
    pub given_flow: Option<Flow>,
    pub built_in: bool,
    pub options: &'a Options,
    pub table: Table<'t>,
    pub records: &'a mut Observations,
    pub problems: &'a mut Problems,
    pub partners: Partners,
    /// What `--lenient` drops.
    pub drops: Drops,
    pub meter: Option<&'a Meter<'a>>,
    /// What became of each column and text.
    pub accounts: Accounting,
    /// Whether it was said that the flows of the file are turned round.
    pub said_turned: bool,
    /// The partner that every row is taken as, where no column names it.
    pub fixed_partner: Option<u16>,
    /// How decimals are marked; settled when first needed.
    pub decimal: Option<DecimalMark>,
    codes: HashMap<Vec<u8>, TextId, RandomState>,
    /// Marks of footnotes behind numbers, and whether it is known what they say.
    marks: HashMap<String, bool>,
    /// Values by which it is seen whether they are those of single months or of years to date.
    pub years: Years,
    /// The units of quantities, by their bytes; `None` for those not known.
    units: HashMap<Vec<u8>, Option<(QuantityUnit, i128)>>,
    flow_settled: Option<Option<Flow>>,
    /// How many observations were taken over.
    pub taken: u64,
    /// Whether any was taken over from the row in hand.
    pub is_row_begun: bool,
    /// Rows of another flow than the file was given as: how many, and the first.
    other_flow: Option<(u64, Place, String)>,
    /// Rows that another country than China reported.
    of_others: u64,
    not_given: u64,
    without_unit: Vec<usize>,
    without_code: u64,
    /// Units of quantities that are not known, with how many rows have them.
    unknown_units: BTreeMap<String, u64>,
}

impl<'a, 't> Reading<'a, 't> {
    pub fn new(
        file: &'a str,
        table: Table<'t>,
        options: &'a Options,
        records: &'a mut Observations,
        problems: &'a mut Problems,
    ) -> Reading<'a, 't> {
        let accounts = Accounting::new(table.header.len());
        Reading {
            file,
            given_flow: None,
            built_in: false,
            options,
            table,
            records,
            problems,
            partners: Partners::default(),
            drops: Drops::default(),
            meter: None,
            accounts,
            said_turned: false,
            fixed_partner: None,
            decimal: None,
            codes: HashMap::default(),
            marks: HashMap::new(),
            years: Years::default(),
            units: HashMap::new(),
            flow_settled: None,
            taken: 0,
            is_row_begun: false,
            other_flow: None,
            of_others: 0,
            not_given: 0,
            without_unit: Vec::new(),
            without_code: 0,
            unknown_units: BTreeMap::new(),
        }
    }

    /// Steps to the next row; a row that cannot be split is a problem and is stepped over.
    pub fn next_row(&mut self) -> bool {
        loop {
            self.settle_row();
            if let Some(meter) = self.meter
                && self.table.rows.is_multiple_of(TOLD_EVERY)
            {
                let (part, whole) = self.table.part_read();
                meter.at(part, whole);
            }
            match self.table.next() {
                Ok(more) => {
                    self.is_row_begun = false;
                    return more;
                }
                Err(located) => self.problem(located),
            }
        }
    }

    /// Says something of the file.
    pub fn remark(&mut self, what: InputRemark) {
        self.records.remark(self.file, what);
    }

    /// Something is wrong with the file as a whole.
    pub fn wrong_file(&mut self, wrong: &InputError) {
        let sheet = self.table.sheet();
        self.problems
            .add_in_sheet(self.file, sheet, Place::default(), wrong, None);
    }

    /// Something is wrong with a field of this row.
    pub fn wrong(&mut self, column: usize, wrong: &InputError) {
        if self.options.lenient && self.dropped(wrong, Some(&self.table.cell(column))) {
            return;
        }
        let sheet = self.table.sheet();
        if self.problems.only_counted(self.file, sheet, wrong) {
            return;
        }
        let found = self.table.cell(column);
        let place = self.table.place(column);
        self.problems
            .add_in_sheet(self.file, sheet, place, wrong, Some(&found));
    }

    /// Something is wrong with a column.
    pub fn wrong_column(&mut self, column: usize, wrong: &InputError) {
        let place = self.table.header_place(column);
        let name = self.table.header.get(column).cloned();
        let sheet = self.table.sheet();
        self.problems
            .add_in_sheet(self.file, sheet, place, wrong, name.as_deref());
    }

    /// Something that is in doubt at a line: the run is refused.
    pub fn doubt(&mut self, line: Option<u64>, wrong: &InputError, found: &str) {
        let place = Place { line, column: None };
        if self.options.lenient && self.dropped(wrong, Some(found)) {
            return;
        }
        self.problems.add(
            self.file,
            place,
            wrong,
            Some(found).filter(|found| !found.is_empty()),
        );
    }

    /// No row is a series; the first of those that were left out.
    pub fn no_series(&mut self, text: &str) {
        let wrong = InputError::NoSeries;
        self.problems
            .add(self.file, Place::default(), &wrong, Some(text));
    }

    /// A row that is shorter than the header.
    pub fn wrong_short(&mut self, wrong: &InputError) {
        let place = Place {
            line: Some(self.table.line()),
            column: None,
        };
        let last = self
            .table
            .cell(self.table.width().saturating_sub(1))
            .into_owned();
        self.problem((place, wrong.clone(), Some(last)));
    }

    /// The flow of a file that carries none, asked for row by row and settled once.
    pub fn flow_of_file_once(&mut self) -> Option<Flow> {
        if let Some(flow) = self.flow_settled {
            return flow;
        }
        let flow = self.flow_of_file();
        self.flow_settled = Some(flow);
        flow
    }

    /// A row that another country reported.
    pub fn count_of_others(&mut self) {
        self.of_others += 1;
    }

    /// Something is wrong with this row, which no field shows.
    pub fn wrong_row(&mut self, wrong: &InputError) {
        if self.dropped(wrong, None) {
            return;
        }
        let place = Place {
            line: Some(self.table.line()),
            column: None,
        };
        let sheet = self.table.sheet();
        self.problems
            .add_in_sheet(self.file, sheet, place, wrong, None);
    }

    /// A problem that was located already.
    pub fn problem(&mut self, (place, wrong, found): Located) {
        if self.dropped(&wrong, found.as_deref()) {
            return;
        }
        let sheet = self.table.sheet();
        self.problems
            .add_in_sheet(self.file, sheet, place, &wrong, found.as_deref());
    }

    /// `read` or the problem with this field.
    pub fn or_wrong<T>(&mut self, column: usize, read: Result<T, InputError>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.wrong(column, &wrong);
                None
            }
        }
    }

    /// A field that may be absent or empty: `Some(None)`. `None` is a problem, added already.
    pub fn optional<T>(
        &mut self,
        column: Option<usize>,
        read: impl Fn(&str) -> Result<T, InputError>,
    ) -> Option<Option<T>> {
        let Some(column) = column else {
            return Some(None);
        };
        let cell = self.table.cell(column);
        if cell.is_empty() {
            return Some(None);
        }
        self.or_wrong(column, read(&cell)).map(Some)
    }

    /// The flow in this field; where the user gave the file one, rows of another are left out.
    pub fn flow(&mut self, column: usize) -> Option<Flow> {
        let cell = self.table.cell(column);
        let flow = vocabulary::flow(&cell).or_else(|wrong| flow_in_words(&cell).ok_or(wrong));
        let flow = self.or_wrong(column, flow)?;
        if self.given_flow.is_none_or(|given| given == flow) {
            return Some(flow);
        }
        let (place, text) = (self.table.place(column), self.table.cell(column));
        let first = self
            .other_flow
            .get_or_insert_with(|| (0, place, text.into_owned()));
        first.0 += 1;
        None
    }

    /// Rows of another flow than the file was given as: left out where it holds rows of that one,
    /// else a problem.
    fn settle_other_flow(&mut self) {
        let (Some((count, place, text)), Some(given)) = (self.other_flow.take(), self.given_flow)
        else {
            return;
        };
        if self.taken == 0 {
            let wrong = InputError::FlowDisagrees {
                given: given.name(),
            };
            let sheet = self.table.sheet();
            self.problems
                .add_in_sheet(self.file, sheet, place, &wrong, Some(&text));
            return;
        }
        self.remark(InputRemark::RowsNotTaken {
            why: NotTaken::Flow,
            count,
            line: place.line.unwrap_or(0),
            text,
        });
    }

    /// The currency of a value: from a column of its own, from its unit, or as the user said;
    /// never a guess. `unit` is the column to blame where the two disagree.
    pub fn currency(
        &mut self,
        own: Option<Currency>,
        of_unit: Option<Currency>,
        unit: usize,
    ) -> Option<Currency> {
        if let (Some(own), Some(of_unit)) = (own, of_unit)
            && own != of_unit
        {
            self.wrong(unit, &InputError::CurrencyDisagrees);
            return None;
        }
        let currency = own.or(of_unit).or(self.options.currency);
        if currency.is_none() {
            self.wrong_row(&InputError::CurrencyNotStated);
        }
        currency
    }

    /// Whether two columns have one name, which is a problem.
    pub fn has_column_twice(&mut self) -> bool {
        let names: Vec<String> = self
            .table
            .header
            .iter()
            .map(|name| vocabulary::plain(name))
            .collect();
        let second = (0..names.len())
            .find(|at| !names[*at].is_empty() && names[..*at].contains(&names[*at]));
        if let Some(column) = second {
            self.wrong_column(column, &InputError::ColumnTwice);
        }
        second.is_some()
    }

    /// The flow of a file that does not carry it: as the user said, else as its name tells, where the
    /// name does not leave open whose imports and exports they are.
    pub fn flow_of_file(&mut self) -> Option<Flow> {
        let is_open = || match Said::of(&file_name::spoken(self.file)).side {
            Side::Untold | Side::Of(Perspective::Reporter) => false,
            Side::Unclear | Side::Of(Perspective::Partner) => true,
        };
        let is_told = self.given_flow.is_some() || self.options.file_side.is_some();
        if !is_told && file_name::flow(self.file).is_some() && is_open() {
            self.wrong_file(&InputError::SideInDoubt);
            return None;
        }
        self.flow_of_customs_file()
    }

    /// The same of a download of the customs, which always tells China's side.
    pub fn flow_of_customs_file(&mut self) -> Option<Flow> {
        let told = file_name::flow(self.file);
        match (self.given_flow, told) {
            (Some(given), Some(told)) if given != told => {
                self.remark(InputRemark::FlowAgainstName { named: told, given });
            }
            (Some(_), _) => {}
            (None, Some(told)) => self.remark(InputRemark::FlowFromName(told)),
            (None, None) => self.wrong_file(&InputError::FlowNotStated(self.as_argument())),
        }
        self.given_flow.or(told)
    }

    /// The file as it is given on a command line.
    fn as_argument(&self) -> String {
        match self.file {
            STDIN => "-".to_owned(),
            file if file.contains(char::is_whitespace) => format!("'{file}'"),
            file => file.to_owned(),
        }
    }

    /// The month of a file that has no month column: as the user said, else as its name tells.
    pub fn month_of_file(&mut self) -> Option<Period> {
        let told = file_name::period(self.file);
        match (self.options.file_month, told) {
            (Some(given), Some(told)) if given != told => {
                self.remark(InputRemark::MonthAgainstName { named: told, given });
            }
            (Some(_), _) => {}
            (None, Some(told)) => self.remark(InputRemark::MonthFromName(told)),
            (None, None) => self.wrong_file(&InputError::MonthNotStated),
        }
        self.options.file_month.or(told)
    }

    /// The unit of a quantity in this field, and how many thousandths of it one of the name is.
    pub fn quantity_unit(&mut self, column: usize) -> Option<(QuantityUnit, i128)> {
        let raw = self.table.raw(column);
        if let Some(unit) = self.units.get(raw) {
            return *unit;
        }
        let unit = QuantityUnit::find(&self.table.cell(column));
        self.units.insert(raw.to_vec(), unit);
        unit
    }

    /// The HS code in this field; the empty text where the field is empty.
    pub fn code(&mut self, column: usize) -> Option<TextId> {
        let raw = self.table.raw(column);
        if let Some(id) = self.codes.get(raw) {
            return Some(*id);
        }
        let code = self.table.cell(column);
        // A program took the code for a number: `2701.0`.
        let code = code.strip_suffix(".0").unwrap_or(&code);
        let digits = code.bytes().all(|byte| byte.is_ascii_digit());
        let wrong = match code.len() {
            _ if !digits => InputError::BadCode,
            0 | 2 | 4 | 6 | 8 | 10 => {
                let id = self.records.text(code);
                self.codes.insert(raw.to_vec(), id);
                return Some(id);
            }
            1 | 3 | 5 | 7 | 9 => InputError::OddCode,
            _ => InputError::BadCode,
        };
        self.wrong(column, &wrong);
        None
    }

    /// The same; the empty text too where a word says that the row is of all goods: `TOTAL`.
    pub fn code_or_all(&mut self, column: usize) -> Option<TextId> {
        let cell = self.table.cell(column);
        match vocabulary::is_all_goods(&vocabulary::plain(&cell)) {
            true => Some(TextId::EMPTY),
            false => self.code(column),
        }
    }

    /// The trade value in this field; `None` where there is none, which is counted, or where it
    /// is wrong. `unit` is what the column states.
    pub fn value(&mut self, column: usize, unit: Option<Unit>) -> Option<(Amount, Interval)> {
        let mark = self.decimal.unwrap_or(DecimalMark::Point);
        let mut cell = number::read_marked(&self.table.cell(column), mark);
        if cell == Err(InputError::NotANumber)
            && let Some((number, sign)) = number::marked(&self.table.cell(column))
        {
            cell = match self.is_known_mark(&sign) {
                true => number::read_marked(&number, mark),
                false => Err(InputError::MarkInDoubt(sign)),
            };
        }
        match self.or_wrong(column, cell)? {
            Cell::NotGiven => {
                self.not_given += 1;
                None
            }
            Cell::Given(printed, word) => {
                let value = unit_of(unit, word, self.options.unit)
                    .and_then(|unit| number::amount(printed, unit));
                if value == Err(InputError::UnitNotStated) {
                    self.wrong_unit_once(column);
                    return None;
                }
                self.or_wrong(column, value)
            }
        }
    }

    /// Whether a text says that values are those of the year to date, the words that the user calls
    /// harmless left out.
    pub fn says_cumulative(&self, said: &Said) -> bool {
        said.names
            .iter()
            .any(|(named, word)| *named == Dimension::Cumulative && !self.is_ignored(word))
    }

    /// Whether the mark of a footnote behind a number says that it is preliminary or revised: by
    /// itself, or in a line of the file that begins with it.
    fn is_known_mark(&mut self, mark: &str) -> bool {
        if let Some(known) = self.marks.get(mark) {
            return *known;
        }
        let is_legend = |text: &str| {
            let rest = text.trim_start().strip_prefix(mark);
            let rest = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric));
            rest.is_some_and(|rest| {
                let said = Said::of(rest);
                said.is_of(Dimension::Vintage)
                    && said
                        .names
                        .iter()
                        .all(|(named, _)| *named == Dimension::Vintage)
            })
        };
        let known = number::is_of_release(mark)
            || self.is_ignored(mark)
            || self.accounts.texts.iter().any(|text| is_legend(&text.text))
            || self
                .table
                .ahead(usize::MAX)
                .iter()
                .any(|line| is_legend(&line.cells.join(" ")));
        self.marks.insert(mark.to_owned(), known);
        known
    }

    /// Settles how decimals are marked, by the cells of all columns but those of months, codes and
    /// texts; `false` where they leave it open, which is a problem.
    pub fn settle_decimal(&mut self, but: &[usize]) -> bool {
        if let Some(given) = self.options.decimal {
            self.decimal = Some(given);
            return true;
        }
        // A list parted by commas has its decimals behind a point.
        if self.table.delimiter() == b',' {
            self.decimal = Some(DecimalMark::Point);
            return true;
        }
        let (mut told, mut open) = (None, None);
        for line in self.table.ahead(usize::MAX) {
            for (column, cell) in line
                .cells
                .iter()
                .enumerate()
                .filter(|(column, _)| !but.contains(column))
            {
                let found = || (line.line, column, cell.clone());
                match number::mark_shown(cell) {
                    MarkShown::Nothing => {}
                    MarkShown::Either => {
                        open.get_or_insert_with(found);
                    }
                    MarkShown::Is(mark) if told.is_none_or(|told| told == mark) => {
                        told = Some(mark)
                    }
                    MarkShown::Is(_) => {
                        self.wrong_decimal(&InputError::TwoDecimalMarks, &found());
                        return false;
                    }
                }
            }
        }
        match (told, open) {
            // A list parted by semicolons comes from where commas mark decimals.
            (None, Some(_)) if self.table.delimiter() == b';' => {
                self.remark(InputRemark::DecimalCommas);
                self.decimal = Some(DecimalMark::Comma);
                true
            }
            (None, Some(found)) => {
                self.wrong_decimal(&InputError::DecimalInDoubt, &found);
                false
            }
            (told, _) => {
                self.decimal = Some(told.unwrap_or(DecimalMark::Point));
                true
            }
        }
    }

    fn wrong_decimal(&mut self, wrong: &InputError, (line, _, found): &(u64, usize, String)) {
        let place = Place {
            line: Some(*line),
            column: None,
        };
        self.problems.add(self.file, place, wrong, Some(found));
    }

    /// A column without a unit is one problem, however many rows it has.
    fn wrong_unit_once(&mut self, column: usize) {
        if !self.without_unit.contains(&column) {
            self.without_unit.push(column);
            self.wrong_column(column, &InputError::UnitNotStated);
        }
    }

    /// A row that names a good and gives it no code.
    pub fn count_without_code(&mut self) {
        self.without_code += 1;
    }

    /// A quantity in a unit that is not known.
    pub fn unknown_unit(&mut self, unit: &str) {
        *self.unknown_units.entry(unit.to_owned()).or_insert(0) += 1;
    }

    /// A row that carries nothing.
    pub fn count_not_given(&mut self) {
        self.not_given += 1;
    }

    /// Mends rows that a bare comma in the name of the partner made one field too long.
    pub fn mend_names(&mut self, name: Option<usize>) {
        if let Some(column) = name {
            let is_name = crate::reader::cells::partner::is_name;
            self.table.mend(Mendable { column, is_name });
        }
    }

    /// What must be said once the last row is read.
    /// Gives what became of each column and text.
    pub fn finish(&mut self) -> Vec<Accounted> {
        self.settle_row();
        self.settle_other_flow();
        self.settle_cumulative();
        let accounted = self.settle_accounts();
        if let Some(lost) = self.drops.lost.told() {
            self.remark(lost);
        }
        self.remark_on_names();
        if self.not_given > 0 {
            self.remark(InputRemark::NotGiven(self.not_given));
        }
        if self.of_others > 0 {
            self.remark(InputRemark::OthersReported(self.of_others));
            if self.taken == 0 {
                self.wrong_file(&InputError::ReporterNotChina);
            }
        }
        if self.without_code > 0 && !self.built_in {
            self.remark(InputRemark::GoodsWithoutCode(self.without_code));
        }
        for (unit, count) in std::mem::take(&mut self.unknown_units) {
            self.remark(InputRemark::UnknownUnit { unit, count });
        }
        if let Some(line) = self.table.heads_again.first().copied() {
            let count = self.table.heads_again.len() as u64;
            self.remark(InputRemark::HeadAgain { count, line });
        }
        if let Some((count, line)) = self.table.mended {
            self.remark(InputRemark::Mended { count, line });
        }
        if self.table.rows == 0 {
            self.remark(InputRemark::NoRows);
        }
        accounted
    }
}

/// The flow that a cell tells in several words, each of them known: `Imports (c.i.f.)`,
/// `M - Imports`.
fn flow_in_words(cell: &str) -> Option<Flow> {
    let said = Said::of(cell);
    let is_letter = |word: &String| ["m", "x", "i", "e"].contains(&word.as_str());
    // `Exports to China` are told from the other side.
    let is_plain = said.names.is_empty()
        && !said.china
        && said.partners.is_empty()
        && said.years.is_empty()
        && said.numbers.len() <= 1
        && said.unknown.len() <= 1
        && said.unknown.iter().all(is_letter);
    said.flow()
        .filter(|flow| is_plain && *flow != Flow::Balance)
}

/// One unit for a cell, from the word in it, its column, or the user.
fn unit_of(
    column: Option<Unit>,
    word: Option<Unit>,
    given: Option<Unit>,
) -> Result<Unit, InputError> {
    match (column, word) {
        (None, Some(word)) | (Some(Unit::ONE), Some(word)) => Ok(word),
        (Some(_), Some(_)) => Err(InputError::TwoUnits),
        (Some(column), None) => Ok(column),
        (None, None) => given.ok_or(InputError::UnitNotStated),
    }
}
