//! The table for people as texts before layout, shared by table and markdown.

use super::title::{self, MoneyWords};
use super::{Lang, MoneyUnit, Style, calendar, inspect, record, spark, streak, wrap};
use crate::render::cell_text::{CellText, cell_text, plain};
use crate::render::text_columns::{TextColumn, TextTable};
use crate::render::{labels, lang, publishers};
use crate::report::{Cell, Column, Flag, Head, Item, Kind, Report, Row, Shows, ViewColumn};
use crate::trade::{Breakdown, UnitOfMeasure};

/// Maximum width of a name of goods.
const NAME_WIDTH: usize = 36;

impl TextTable {
    /// The texts of the report's view.
    pub(crate) fn new(report: &Report, style: &Style) -> TextTable {
        let unit = style.unit.unwrap_or_default();
        let lang = style.lang;
        if let [
            ViewColumn {
                shows: Shows::Calendar(names),
                ..
            },
        ] = report.view[..]
        {
            return calendar::calendar(report, names, lang);
        }
        let columns: Vec<TextColumn> = report
            .view
            .iter()
            .map(|column| TextColumn {
                head: labels::head(column.head, lang),
                figures: holds_figures(column),
                whole: column.head == Head::Month,
                names_row: matches!(
                    column.head,
                    Head::Flow | Head::Month | Head::Part(_) | Head::Instrument
                ),
                texts: report
                    .rows
                    .iter()
                    .map(|row| text(report, row, column.shows, unit, lang))
                    .collect(),
            })
            .collect();
        let money = if shows_money(report) {
            MoneyWords::In(unit)
        } else {
            MoneyWords::WholeUnits
        };
        TextTable {
            title: title::title(&report.heading, money, lang),
            columns,
            legend: spark::legend(report, lang),
        }
    }
}

impl TextTable {
    /// The table with month and flow in one column: whichever changes less often is on a line of
    /// its own above its rows. `None` if the table does not begin with both.
    pub(crate) fn stacked(&self) -> Option<TextTable> {
        let [first, second, figures @ ..] = &self.columns[..] else {
            return None;
        };
        if !(first.names_row && second.names_row) {
            return None;
        }
        let (outer, inner) = if second.changes() < first.changes() {
            (second, first)
        } else {
            (first, second)
        };
        let lines = outer.lines_above();
        let name = |line: &Line| match *line {
            Line::Above(row) => outer.text_at(row),
            Line::Row(row) => format!(" {}", inner.text_at(row)),
        };
        let names = TextColumn {
            head: format!("{} {}", outer.head, inner.head),
            figures: false,
            names_row: true,
            whole: first.whole || second.whole,
            texts: lines.iter().map(name).map(plain).collect(),
        };
        let spread = |column: &TextColumn| TextColumn {
            head: column.head.clone(),
            texts: lines
                .iter()
                .map(|line| match *line {
                    Line::Above(_) => CellText::default(),
                    Line::Row(row) => column.texts.get(row).cloned().unwrap_or_default(),
                })
                .collect(),
            ..*column
        };
        Some(TextTable {
            title: self.title.clone(),
            columns: std::iter::once(names)
                .chain(figures.iter().map(spread))
                .collect(),
            legend: self.legend.clone(),
        })
    }
}

/// A line of a stacked table.
enum Line {
    /// The name shared by the rows from this one on.
    Above(usize),
    /// A row.
    Row(usize),
}

impl TextColumn {
    fn text_at(&self, row: usize) -> String {
        self.texts
            .get(row)
            .map(|text| text.text.clone())
            .unwrap_or_default()
    }

    fn begins(&self, row: usize) -> bool {
        row == 0 || self.text_at(row - 1) != self.text_at(row)
    }

    fn changes(&self) -> usize {
        (0..self.texts.len())
            .filter(|row| self.begins(*row))
            .count()
    }

    fn lines_above(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for row in 0..self.texts.len() {
            if self.begins(row) {
                lines.push(Line::Above(row));
            }
            lines.push(Line::Row(row));
        }
        lines
    }
}

fn shows_money(report: &Report) -> bool {
    let own = report.view.iter().any(|column| {
        let cells = cells(report, column);
        cells.into_iter().any(|cell| match cell {
            Cell::Rounded(cell) => matches!(**cell, Cell::Money(_)),
            cell => matches!(cell, Cell::Money(_)),
        })
    });
    own || report.parts.iter().any(shows_money)
}

fn holds_figures(column: &ViewColumn) -> bool {
    match column.shows {
        Shows::StreakPhrase(..)
        | Shows::RunPhrase(_)
        | Shows::RecordPhrase(_)
        | Shows::Part(_)
        | Shows::Listed(_)
        | Shows::Calendar(_) => false,
        // Of constant width, never broken.
        Shows::PercentIn(_) | Shows::Run => true,
        Shows::Column(column) => matches!(
            column.kind(),
            Kind::Amount
                | Kind::Quantity
                | Kind::UnitValue
                | Kind::Percent
                | Kind::Points
                | Kind::Count
        ),
    }
}

/// The cells of a column that shows a single machine column; empty for other columns.
fn cells<'a>(report: &'a Report, column: &ViewColumn) -> Vec<&'a Cell> {
    let Shows::Column(name) = column.shows else {
        return Vec::new();
    };
    let rows = report.rows.iter();
    rows.map(|row| row.cell(name)).collect()
}

fn text(report: &Report, row: &Row, shows: Shows, unit: MoneyUnit, lang: Lang) -> CellText {
    match shows {
        Shows::Column(Column::Quantity)
            if matches!(report.heading.unit, UnitOfMeasure::Money(_)) =>
        {
            CellText {
                flags: row.flags(Column::Quantity).map(Flag::letter).collect(),
                ..plain(with_unit(row.cell(Column::Quantity), unit, lang))
            }
        }
        Shows::Column(name) => CellText {
            flags: row.flags(name).map(Flag::letter).collect(),
            ..column_text(row, name, unit, lang)
        },
        Shows::StreakPhrase(names, beside) => plain(streak::streak_text(
            names.map(|name| row.cell(name)),
            beside.map(|name| row.cell(name)),
            lang,
        )),
        Shows::RunPhrase(names) => {
            let [count, direction, bound] = names.map(|name| row.cell(name));
            plain(streak::run_text(count, direction, bound, lang))
        }
        Shows::RecordPhrase(names) => {
            let cells = names.map(|name| row.cell(name));
            plain(record::record_text(cells, unit, lang))
        }
        Shows::Listed(items) => {
            let texts = items.iter().filter_map(|item| listed(row, item, lang));
            let mut own: Vec<String> = Vec::new();
            for text in texts {
                // `Balance` and `balance y/y` are `Balance y/y`.
                let last = own.last_mut();
                let in_last =
                    last.filter(|last| text.to_lowercase().starts_with(&last.to_lowercase()));
                match in_last {
                    Some(last) => last.push_str(text.get(last.len()..).unwrap_or_default()),
                    None => own.push(text),
                }
            }
            plain(own.join(inspect::and_so_on(lang)))
        }
        // The code of a group is meant for machines.
        Shows::Part([code, name])
            if matches!(
                report.heading.by,
                Some(Breakdown::Group | Breakdown::Sanction)
            ) && matches!(row.cell(code), Cell::Text(_)) =>
        {
            cell_text(row.cell(name), unit, lang)
        }
        Shows::Part(names) => {
            let [code, name] = names.map(|name| cell_text(row.cell(name), unit, lang).text);
            // The machine columns have the full name.
            let name = match name == code {
                true => String::new(),
                false => wrap::shortened(&name, NAME_WIDTH),
            };
            plain(
                format!("{code} {name}")
                    .replace(" （", "（")
                    .trim_end()
                    .to_owned(),
            )
        }
        Shows::Run => plain(spark::line(&row.run)),
        // Laid out as a whole elsewhere.
        Shows::Calendar(_) => CellText::default(),
        Shows::PercentIn(names) => {
            let [percent, month] = names.map(|name| cell_text(row.cell(name), unit, lang));
            if percent.percent {
                plain(labels::percent_in(&percent.text, &month.text, lang))
            } else {
                percent
            }
        }
    }
}

/// A quantity with its unit, for columns that also have amounts of money.
fn with_unit(cell: &Cell, unit: MoneyUnit, lang: Lang) -> String {
    let text = cell_text(cell, unit, lang).text;
    let name = match cell {
        Cell::Quantity(_, Some(of)) if of.is_weight() => {
            labels::pick(lang, "t", "吨", "톤").to_owned()
        }
        Cell::Quantity(_, Some(of)) => title::unit(UnitOfMeasure::Quantity(Some(*of)), lang),
        _ => return text,
    };
    match text.contains(|one: char| one.is_ascii_digit()) {
        true if lang == Lang::Zh => format!("{text}{name}"),
        true => format!("{text} {name}"),
        false => text,
    }
}

/// An item of a list; `None` if its columns are empty.
fn listed(row: &Row, item: &Item, lang: Lang) -> Option<String> {
    let columns = item.columns.iter();
    let mut texts: Vec<String> = columns
        .map(|column| column_text(row, *column, MoneyUnit::One, lang).text)
        .filter(|text| !text.is_empty())
        .collect();
    texts.dedup();
    let label = item.label.map(|label| inspect::label(label, lang));
    let between = lang::marks(lang).to;
    let text = texts.join(between);
    (!text.is_empty()).then(|| match label {
        Some(label) => format!("{label} {text}"),
        None => text,
    })
}

/// The text of a column, with dates in the notation of the language.
fn column_text(row: &Row, column: Column, unit: MoneyUnit, lang: Lang) -> CellText {
    match (row.cell(column), column.kind()) {
        (Cell::Text(name), _) if column == Column::Publisher => {
            plain(publishers::in_full(name, lang))
        }
        (Cell::Text(text), _) if column == Column::HsCodes => plain(super::hs_codes::in_runs(text)),
        (cell, _) => cell_text(cell, unit, lang),
    }
}
