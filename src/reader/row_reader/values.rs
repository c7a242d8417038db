//! The cells of a row: months, codes, units and values; how the file marks decimals.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::bytes::file_name;
use crate::reader::cells::number;
use crate::reader::cells::number::{MarkShown, ValueCell};
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Place;
use crate::reader::row_reader::Reading;
use crate::trade::{
    Amount, Currency, DecimalMark, InputRemark, Interval, Period, QuantityUnit, TextId, Unit,
};

impl<'a, 't> Reading<'a, 't> {
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

    /// The currency of a value: from a column of its own, from its unit, or as the user stated;
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

    /// The month of a file that has no month column: as the user stated, else as its name says.
    pub fn month_of_file(&mut self) -> Option<Period> {
        let named = file_name::period(self.file);
        match (self.options.file_month, named) {
            (Some(given), Some(named)) if given != named => {
                self.remark(InputRemark::MonthAgainstName { named, given });
            }
            (Some(_), _) => {}
            (None, Some(named)) => self.remark(InputRemark::MonthFromName(named)),
            (None, None) => self.wrong_file(&InputError::MonthNotStated),
        }
        self.options.file_month.or(named)
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
            // No chapter has the number 00: a row of the total of others.
            1.. if code.bytes().all(|byte| byte == b'0') => InputError::BadCode,
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
        self.value_or_none(column, unit).flatten()
    }

    /// The trade value in a field of a row that is added to others: `Some(None)` where there is
    /// none, which is kept, since a sum without it would lack a part. `None` is a problem, added
    /// already, or a row that `--lenient` drops.
    pub fn part(
        &mut self,
        column: usize,
        unit: Option<Unit>,
    ) -> Option<Option<(Amount, Interval)>> {
        let value = self.value_or_none(column, unit)?;
        if value.is_none() && self.options.lenient {
            self.wrong(column, &InputError::ValueNotGiven);
            return None;
        }
        Some(value)
    }

    fn value_or_none(
        &mut self,
        column: usize,
        unit: Option<Unit>,
    ) -> Option<Option<(Amount, Interval)>> {
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
            ValueCell::NotGiven => {
                self.not_given += 1;
                Some(None)
            }
            ValueCell::Given(printed, word) => {
                let value = unit_of(unit, word, self.options.unit)
                    .and_then(|unit| number::amount(printed, unit));
                if value == Err(InputError::UnitNotStated) {
                    self.wrong_unit_once(column);
                    return None;
                }
                self.or_wrong(column, value).map(Some)
            }
        }
    }

    /// Whether a text says that values are those of the year to date, the words that the user calls
    /// harmless left out.
    pub fn says_cumulative(&self, meaning: &TextMeaning) -> bool {
        meaning
            .names
            .iter()
            .any(|(named, word)| *named == Dimension::Cumulative && !self.is_ignored(word))
    }

    /// Whether the mark of a footnote behind a number says that it is preliminary or revised: by
    /// itself, or in a line of the file that begins with it.
    pub(super) fn is_known_mark(&mut self, mark: &str) -> bool {
        if let Some(known) = self.marks.get(mark) {
            return *known;
        }
        let is_legend = |text: &str| {
            let rest = text.trim_start().strip_prefix(mark);
            let rest = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric));
            rest.is_some_and(|rest| {
                let meaning = TextMeaning::of(rest);
                meaning.is_of(Dimension::Vintage)
                    && meaning
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
        let (mut mark, mut open) = (None, None);
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
                    MarkShown::Is(shown) if mark.is_none_or(|mark| mark == shown) => {
                        mark = Some(shown)
                    }
                    MarkShown::Is(_) => {
                        self.wrong_decimal(&InputError::TwoDecimalMarks, &found());
                        return false;
                    }
                }
            }
        }
        match (mark, open) {
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
            (mark, _) => {
                self.decimal = Some(mark.unwrap_or(DecimalMark::Point));
                true
            }
        }
    }

    pub(super) fn wrong_decimal(
        &mut self,
        wrong: &InputError,
        (line, _, found): &(u64, usize, String),
    ) {
        let place = Place {
            line: Some(*line),
            column: None,
        };
        self.problems.add(self.file, place, wrong, Some(found));
    }
}

/// One unit for a cell, from the word in it, its column, or the user.
pub(super) fn unit_of(
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
