//! Writes a workbook: the machine columns as typed cells on one sheet (or one for each part), and
//! title, remarks and sources on another.

use super::{Lang, Notes, Style, figures, lang, note, title};
use crate::render::lang::catalog::column_about;
use crate::render::lang::pages::PagePhrase;
use crate::render::title::MoneyWords;
use crate::report::{Cell, Column, Report, Row};
use crate::trade::Month;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::io::{self, Write};

/// Maximum number of characters in a number that a cell represents exactly.
const DIGITS: usize = 15;

/// Writes the workbook. The same report gives the same bytes.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let bytes = workbook(report, style).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn workbook(report: &Report, style: &Style) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Otherwise the library would record the current time.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_creation_datetime(&made);
    let name = title::title(&report.heading, MoneyWords::WholeUnits, style.lang);
    book.set_properties(&properties.set_title(&name));
    let whole = report.parts.is_empty().then_some(report);
    for part in whole.into_iter().chain(&report.parts) {
        let sheet = book.add_worksheet();
        let name = match part.heading.subject {
            _ if report.parts.is_empty() => report.command.to_owned(),
            subject => format!("{subject:?}").to_lowercase(),
        };
        sheet.set_name(&name)?;
        table(sheet, part, style.lang)?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name("notes")?;
    notes(sheet, report, style)?;
    book.save_to_buffer()
}

/// Fixed headers, one line per row, columns as wide as their content.
fn table(sheet: &mut Worksheet, report: &Report, lang: Lang) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    for (at, column) in (0..).zip(&report.columns) {
        sheet.write_string_with_format(0, at, column.name(), &head)?;
    }
    for (at, row) in (1..).zip(&report.rows) {
        for (column_index, column) in (0..).zip(&report.columns) {
            cell(sheet, (at, column_index), *column, report, (row, lang))?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let (Some(last), Some(rows)) = (
        u16::try_from(report.columns.len())
            .ok()
            .and_then(|count| count.checked_sub(1)),
        u32::try_from(report.rows.len())
            .ok()
            .filter(|count| *count > 0),
    ) {
        sheet.autofilter(0, 0, rows, last)?;
    }
    sheet.set_autofit_max_width(360);
    sheet.autofit();
    Ok(())
}

/// Writes a cell by its kind. Missing figures are blank, with the reason in the column `note`.
fn cell(
    sheet: &mut Worksheet,
    column_index: (u32, u16),
    column: Column,
    report: &Report,
    (row, lang): (&Row, Lang),
) -> Result<(), XlsxError> {
    let cell = row.cell(column);
    let inner = match cell {
        Cell::Rounded(cell) => cell,
        cell => cell,
    };
    let shown = match inner {
        Cell::Month(month) => return date(sheet, column_index, *month),
        Cell::Period(period) if period.is_month() => return date(sheet, column_index, period.from),
        Cell::Flag(flag) => {
            return sheet
                .write_boolean(column_index.0, column_index.1, *flag)
                .map(|_| ());
        }
        Cell::Money(_) => Some("#,##0"),
        Cell::Quantity(..) => Some("#,##0.###"),
        Cell::UnitValue(_) => Some("#,##0.00"),
        Cell::Percent(_) | Cell::Points(_) | Cell::Times(_) => Some("0.0"),
        Cell::PrintedPercent(_) => Some("0.0####"),
        Cell::Count(_) => Some("0"),
        _ => None,
    };
    let shown_text = match column {
        Column::Note => note::text(report, row, lang),
        Column::Flags => note::flags(report, row),
        _ => figures::machine(cell, lang),
    };
    match (shown, shown_text.parse::<f64>()) {
        // A longer number would lose digits, so it is written as text.
        (Some(shown), Ok(number)) if shown_text.len() <= DIGITS => {
            let format = Format::new().set_num_format(shown);
            let (row, at) = column_index;
            let written = sheet.write_number_with_format(row, at, number, &format);
            written.map(|_| ())
        }
        _ => text(sheet, column_index, &shown_text),
    }
}

/// Writes words and codes as text, so that `03` keeps its zero and nothing becomes a formula.
fn text(sheet: &mut Worksheet, (row, at): (u32, u16), text: &str) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    // The maximum length of a cell.
    let text: String = text.chars().take(32_767).collect();
    let format = Format::new().set_num_format("@");
    sheet
        .write_string_with_format(row, at, text, &format)
        .map(|_| ())
}

/// Writes a month as its first day, displayed as `2017-09`.
fn date(sheet: &mut Worksheet, (row, at): (u32, u16), month: Month) -> Result<(), XlsxError> {
    let year = u16::try_from(month.year()).unwrap_or_default();
    let day = ExcelDateTime::from_ymd(year, month.month() as u8, 1)?;
    let format = Format::new().set_num_format("yyyy-mm");
    sheet
        .write_datetime_with_format(row, at, &day, &format)
        .map(|_| ())
}

/// Writes the title, the remarks and the sources.
fn notes(sheet: &mut Worksheet, report: &Report, style: &Style) -> Result<(), XlsxError> {
    let every = Style {
        notes: Notes::Full,
        ..*style
    };
    let footer = super::footer::Footer::new(report, &every);
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap();
    // The cells hold whole units.
    let title = title::title(&report.heading, MoneyWords::WholeUnits, style.lang);
    sheet.write_string_with_format(0, 0, &title, &bold)?;
    let about = |column: &Column| {
        let about = column_about(*column, style.lang);
        format!("{}: {about}", column.name())
    };
    let columns: Vec<String> = report.columns.iter().map(about).collect();
    let version = format!("tradecheck {}", env!("CARGO_PKG_VERSION"));
    let sections: [(PagePhrase, &[String]); 4] = [
        (PagePhrase::Notes, &footer.notes),
        (PagePhrase::Sources, &report.sources),
        (PagePhrase::Columns, &columns),
        (PagePhrase::MadeBy, std::slice::from_ref(&version)),
    ];
    let mut at = 2;
    for (phrase, lines) in sections.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        let name = lang::wording(style.lang).of_page(phrase);
        sheet.write_string_with_format(at, 0, name, &bold)?;
        at += 1;
        for line in lines {
            let line: String = line.chars().take(32_767).collect();
            sheet.write_string_with_format(at, 0, line, &wrapped)?;
            at += 1;
        }
        at += 1;
    }
    sheet.set_column_width(0, 100)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fixture;

    #[test]
    fn the_same_report_gives_the_same_bytes() {
        let bytes = || workbook(&fixture::yoy(), &Style::default()).unwrap();
        assert_eq!(bytes(), bytes());
    }
}
