//! Reads the cells of a row: months, codes, units and values. Determines the decimal mark of the
//! file.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::bytes::file_name;
use crate::reader::cells::currency_of_number::without_currency;
use crate::reader::cells::number;
use crate::reader::cells::number::{ValueCell, marks};
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::request::{FILE_MONTH, FILE_UNIT};
use crate::reader::row_reader::Reading;
use crate::trade::{
    Amount, Currency, DecimalMark, InputRemark, Interval, LayoutName, Period, QuantityUnit, TextId,
    Unit,
};

impl<'a, 't> Reading<'a, 't> {
    /// Whether the row names a good but has no code, in a column of codes or for lack of one. It
    /// must not be taken for all goods.
    pub fn is_good_without_code(&self, code: Option<usize>, name: Option<usize>) -> bool {
        let Some(name) = name else {
            return false;
        };
        let name = vocabulary::plain(&self.table.cell(name));
        let no_code = code.is_none_or(|code| self.table.cell(code).is_empty());
        no_code && !name.is_empty() && !vocabulary::is_all_goods(&name) && !self.is_ignored(&name)
    }

    /// A field that may be absent or empty, then `Some(None)`. `None` if it has an error, already
    /// reported.
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

    /// The currency of a value: from its own column, from its unit, or as the user stated, but
    /// never guessed. `unit` is the column to report if the two disagree.
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

    /// The period of a file without a month column: as the user stated, otherwise from its name.
    pub fn month_of_file(&mut self) -> Option<Period> {
        self.observations.flags_used.insert(FILE_MONTH);
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

    /// The unit of quantities in this field, with the number of thousandths in one unit as named.
    pub fn quantity_unit(&mut self, column: usize) -> Option<(QuantityUnit, i128)> {
        let raw = self.table.raw(column);
        if let Some(unit) = self.units.get(raw) {
            return *unit;
        }
        let unit = QuantityUnit::find(&self.table.cell(column));
        self.units.insert(raw.to_vec(), unit);
        unit
    }

    /// A code without the zeros that fill it up to the length of others: there is no heading `2700`, and
    /// no subheading `270000`. The office pads no codes.
    fn without_padding<'c>(&self, code: &'c str) -> &'c str {
        let layout = self.observations.inputs.last().map(|input| input.layout);
        let is_of_office = layout == Some(LayoutName::Platform);
        match code.split_at_checked(2) {
            Some((chapter, rest))
                if rest.len() > 1
                    && chapter != "00"
                    && rest.bytes().all(|byte| byte == b'0')
                    && !is_of_office =>
            {
                chapter
            }
            _ => code,
        }
    }

    /// The HS code in this field; empty if the field is empty.
    pub fn code(&mut self, column: usize) -> Option<TextId> {
        let raw = self.table.raw(column);
        if let Some(id) = self.codes.get(raw) {
            return Some(*id);
        }
        let code = self.table.cell(column);
        // A program has turned the code into a number: `2701.0`.
        let code = self.without_padding(code.strip_suffix(".0").unwrap_or(&code));
        let digits = code.bytes().all(|byte| byte.is_ascii_digit());
        let wrong = match code.len() {
            _ if !digits => InputError::BadCode,
            // There is no chapter 00; such a row would be a total of others.
            1.. if code.bytes().all(|byte| byte == b'0') => InputError::BadCode,
            0 | 2 | 4 | 6 | 8 | 10 => {
                let id = self.observations.text(code);
                self.codes.insert(raw.to_vec(), id);
                return Some(id);
            }
            1 | 3 | 5 | 7 | 9 => InputError::OddCode,
            _ => InputError::BadCode,
        };
        self.wrong(column, &wrong);
        None
    }

    /// The HS code in this field; empty if a word such as `TOTAL` means all goods, there or, where
    /// the field is blank, in the column of names. Nothing else says that a blank is all goods.
    pub fn code_or_all(&mut self, column: usize, name: Option<usize>) -> Option<TextId> {
        let cell = self.table.cell(column);
        if cell.is_empty() {
            let name = name.map(|name| vocabulary::plain(&self.table.cell(name)));
            if name.is_some_and(|name| vocabulary::is_all_goods(&name)) {
                return Some(TextId::EMPTY);
            }
            self.wrong(column, &InputError::BlankKey);
            return None;
        }
        match vocabulary::is_all_goods(&vocabulary::plain(&cell)) {
            true => Some(TextId::EMPTY),
            false => self.code(column),
        }
    }

    /// The trade value in this field. `None` if it is missing, which is counted, or has an error.
    /// `unit` is the unit given by the column.
    pub fn value(&mut self, column: usize, unit: Option<Unit>) -> Option<(Amount, Interval)> {
        self.value_or_none(column, unit).flatten()
    }

    /// The trade value of a row that will be added to others. `Some(None)` if it is missing, which
    /// must be kept because a sum would be incomplete. `None` if it has an error, already reported,
    /// or if `--lenient` drops the row.
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
        let mark = self.mark_in(column);
        let mut cell = number::read_marked(&self.table.cell(column), mark);
        if self.table.is_covered(column) {
            cell = Err(InputError::Number(NumberError::ValueOverCells));
        }
        if cell == Err(InputError::Number(NumberError::NotANumber))
            && let Some(number) = self.without_sign(column)
        {
            cell = number::read_marked(&number, mark);
        }
        if cell == Err(InputError::Number(NumberError::NotANumber))
            && let Some((number, sign)) = marks::marked(&self.table.cell(column))
        {
            cell = match self.is_known_mark(&sign) {
                true => number::read_marked(&number, mark),
                false => Err(InputError::Number(NumberError::MarkInDoubt(sign))),
            };
        }
        if cell == Err(InputError::Number(NumberError::NotANumber))
            && mark == DecimalMark::Point
            && number::read_marked(&self.table.cell(column), DecimalMark::Comma).is_ok()
        {
            cell = Err(InputError::Number(NumberError::DecimalComma));
        }
        match self.or_wrong(column, cell)? {
            ValueCell::NotGiven => {
                self.not_given += 1;
                Some(None)
            }
            ValueCell::Given(printed, word) => {
                let unit = match word {
                    Some(_) => unit,
                    None => self.scale_of(column, unit),
                };
                if unit.is_some() && unit == self.options.unit {
                    self.observations.flags_used.insert(FILE_UNIT);
                }
                // Whole units are exact.
                let printed = match unit {
                    Some(Unit::ONE) => printed,
                    _ => self.with_lost_zeros(column, printed),
                };
                let used = unit_of(unit, word);
                if let Ok(used) = used {
                    self.accounts.unit(used);
                }
                let value = used.and_then(|unit| number::amount(printed, unit));
                if value == Err(InputError::UnitNotStated) {
                    self.wrong_unit_once(column);
                    return None;
                }
                let value = self.or_wrong(column, value);
                if unit == Some(Unit::ONE) {
                    self.note_whole(column, value);
                }
                value.map(Some)
            }
        }
    }

    /// The cell without the sign or noun of its currency (`$145,820`); `None` if it has none, or if the
    /// column is in another currency.
    fn without_sign(&self, column: usize) -> Option<String> {
        let cell = self.table.cell(column);
        let (rest, currency) = without_currency(&cell)?;
        let head = self.table.header.get(column)?;
        let own = TextMeaning::of(head).currency.or(self.options.currency);
        let is_own = own == Some(currency);
        is_own.then_some(rest)
    }

    /// Whether a text says that values are year to date, ignoring the words that the user declared
    /// irrelevant.
    pub fn says_cumulative(&self, meaning: &TextMeaning) -> bool {
        meaning
            .names
            .iter()
            .any(|(named, word)| *named == Dimension::Cumulative && !self.is_ignored(word))
    }

    /// Whether a footnote mark after a number means preliminary or revised: by itself, or by a line
    /// of the file that starts with it.
    pub(super) fn is_known_mark(&mut self, mark: &str) -> bool {
        if let Some(known) = self.marks.get(mark) {
            return *known;
        }
        let is_legend = |text: &str| {
            let rest = text.trim_start().strip_prefix(mark);
            let rest = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric));
            rest.is_some_and(|rest| {
                let meaning = TextMeaning::of(rest);
                meaning.is_of(Dimension::ReleaseStatus)
                    && meaning
                        .names
                        .iter()
                        .all(|(named, _)| *named == Dimension::ReleaseStatus)
            })
        };
        let known = marks::is_of_release(mark)
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
}

/// The unit of a cell, from a word in it or from its column.
pub(super) fn unit_of(column: Option<Unit>, word: Option<Unit>) -> Result<Unit, InputError> {
    match (column, word) {
        (None, Some(word)) | (Some(Unit::ONE), Some(word)) => Ok(word),
        (Some(_), Some(_)) => Err(InputError::Number(NumberError::TwoUnits)),
        (Some(column), None) => Ok(column),
        (None, None) => Err(InputError::UnitNotStated),
    }
}
