//! Reads the rows by country into figures.

mod checks;

use crate::reader::cells::aggregates::{Aggregate, aggregate};
use crate::reader::cells::number;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::number_error::NumberError;
use crate::reader::errors::problems::Location;
use crate::reader::grid::{Grid, GridRow, trimmed};
use crate::reader::layout::bulletin::cells::{
    comma_in_doubt, decimals, in_fractions, is_nil, read_cell,
};
use crate::reader::layout::bulletin::context::BulletinContext;
use crate::reader::layout::bulletin::head;
use crate::reader::layout::bulletin::head::{ColumnContent, HeadColumn};
use crate::reader::layout::bulletin::section::Section;
use crate::reader::layout::bulletin::sums::is_sum;
use crate::reader::layout::bulletin::title::MonthlyTable;
use crate::reader::layout::bulletin::unit;
use crate::trade::{
    Currency, Flow, InputRemark, Interpretation, Interval, Meaning, Observation, Partner,
    PartnerChoice, Period, TextId, TextKind, UnderstoodText, Unit, Vintage, named_of,
};
use std::collections::{BTreeMap, BTreeSet};

/// Number of names that a remark lists.
const NAMED: usize = 5;

/// A table whose title, unit and header are valid.
pub(crate) struct BulletinRows<'g> {
    grid: &'g Grid,
    rows: &'g [GridRow],
    columns: Vec<HeadColumn>,
    /// For each column, the largest number of decimals in it.
    decimals: Vec<u32>,
    table: MonthlyTable,
    period: Period,
    unit: Unit,
    currency: Currency,
    released: Option<Vintage>,
}

impl<'g> BulletinRows<'g> {
    /// Checks title, unit and header. `None` if they have errors, which are added.
    pub fn new(
        context: &mut BulletinContext<'_>,
        grid: &'g Grid,
        section: &Section,
    ) -> Option<BulletinRows<'g>> {
        let wrong = |context: &mut BulletinContext<'_>, place, wrong| {
            context.wrong(grid, place, &InputError::Bulletin(wrong), None);
        };
        let head = section.head.and_then(|at| grid.rows.get(at..at + 2));
        let head_place = head.map_or(Location::default(), |head| line(&head[0]));
        if let Some(given) = context.file.flow {
            wrong(
                context,
                Location::default(),
                BulletinError::OneFlow(given.name()),
            );
            return None;
        }
        let Some((title, title_place)) = section.title else {
            wrong(context, head_place, BulletinError::NoTitle);
            return None;
        };
        let period = title.period.or(context.month);
        if period.is_none() {
            wrong(context, title_place, BulletinError::NoMonth);
        }
        let Some([upper, lower]) = head else {
            wrong(context, title_place, BulletinError::NoHead);
            return None;
        };
        let stated = unit::stated(
            context,
            grid,
            section.unit.clone(),
            title.currency,
            head_place,
        );
        let (period, (unit, currency)) = (period?, stated?);
        let columns = match head::columns(upper, lower, period) {
            Ok(columns) => columns,
            Err(wrongs) => {
                for (row, at, wrong) in wrongs {
                    let row = if row == 0 { upper } else { lower };
                    context.wrong(grid, row.place(at), &wrong, Some(row.text(at)));
                }
                return None;
            }
        };
        let rows = grid.rows.get(section.rows.clone())?;
        let of_values = columns.iter().map(|column| column.at);
        if grid.is_by_semicolons
            && context.options.decimal.is_none()
            && let Some(cell) = comma_in_doubt(rows, of_values)
        {
            let wrong = &InputError::Number(NumberError::DecimalInDoubt);
            context.wrong(grid, cell.place, wrong, Some(&cell.text));
            return None;
        }
        let mut changes = columns
            .iter()
            .filter(|one| one.holds == ColumnContent::Changes);
        if let Some(cell) = changes.find_map(|one| in_fractions(rows, one.at)) {
            let wrong = &InputError::Bulletin(BulletinError::ChangesInFractions);
            context.wrong(grid, cell.place, wrong, Some(&cell.text));
            return None;
        }
        let mut table = BulletinRows {
            grid,
            rows,
            decimals: columns
                .iter()
                .map(|column| decimals(rows, column.at))
                .collect(),
            columns,
            table: title.table,
            period,
            unit,
            currency,
            released: None,
        };
        table.released = table.released(context, section.date);
        Some(table)
    }

    /// Number of rows below the header.
    pub fn count(&self) -> u64 {
        self.rows.len() as u64
    }

    /// How its columns were read, in one line.
    pub fn read_columns(&self) -> UnderstoodText {
        let mut flows: Vec<&str> = self.columns.iter().map(|one| one.flow.name()).collect();
        let mut seen = BTreeSet::new();
        flows.retain(|flow| seen.insert(*flow));
        let periods = |holds: ColumnContent| {
            let own = self.columns.iter().filter(|one| one.holds == holds);
            let own: BTreeSet<Period> = own.map(|one| one.period).collect();
            let own: Vec<String> = own.iter().map(Period::to_string).collect();
            own.join(", ")
        };
        let (values, changes) = (
            periods(ColumnContent::Values),
            periods(ColumnContent::Changes),
        );
        let mut text = format!("{}: {values}", flows.join(", "));
        let mut meanings = vec![Meaning::Value];
        if !changes.is_empty() {
            text += &format!("; ±%: {changes}");
            meanings.push(Meaning::Change);
        }
        UnderstoodText {
            part: TextKind::Column,
            line: None,
            text,
            taken: Interpretation::ReadTogether(meanings),
        }
    }

    /// The columns as they were understood: `export 2024-01`.
    pub fn columns(&self) -> impl Iterator<Item = String> {
        self.columns.iter().map(|column| {
            let change = if column.holds == ColumnContent::Changes {
                " change"
            } else {
                ""
            };
            format!("{} {}{change}", column.flow, column.period)
        })
    }

    /// The release date: the date on the page, or else the month after the one in the title.
    ///
    /// Source: docs/definitions.md, "One month twice: files, vintages, revisions".
    fn released(
        &self,
        context: &mut BulletinContext<'_>,
        date: Option<Vintage>,
    ) -> Option<Vintage> {
        let month = |ahead| {
            let month = self.period.to.plus(ahead).to_string();
            month.parse::<Vintage>().ok()
        };
        match (date, month(-1)) {
            (Some(date), Some(before)) if date.is_by(before) => {
                context.remark(InputRemark::DatedBeforeTitle(date));
                month(1)
            }
            (Some(date), _) => Some(date),
            (None, _) => month(1),
        }
    }

    /// Reads the rows of the partners asked for.
    pub fn read(&self, context: &mut BulletinContext<'_>) {
        let mut met: BTreeMap<u16, &GridRow> = BTreeMap::new();
        let mut unknown: Vec<&str> = Vec::new();
        for row in self.rows {
            let Some(name) = self.name(row) else {
                continue;
            };
            let partner = match (Partner::find(name), aggregate(name)) {
                (Some(partner), _) => partner,
                (None, Some(Aggregate::World)) => Partner::WORLD,
                (None, _) => {
                    if !is_sum(name) && self.holds_figures(row) {
                        unknown.push(name);
                    }
                    continue;
                }
            };
            if !self.holds_figures(row) {
                continue;
            }
            if partner == Partner::WORLD && context.options.partner != PartnerChoice::All {
                continue;
            }
            context.observations.partners_seen.insert(partner);
            if !context.options.partner.wants(partner) {
                continue;
            }
            match met.get(&partner) {
                None => {
                    met.insert(partner, row);
                    self.read_row(context, row, partner);
                }
                Some(first) if self.figures(first).eq(self.figures(row)) => {}
                Some(_) => {
                    let wrong = InputError::Bulletin(BulletinError::RowTwice);
                    context.wrong(self.grid, line(row), &wrong, Some(name));
                }
            }
        }
        self.remark_on_missing(context, &met);
        if context.options.partner == PartnerChoice::All && !unknown.is_empty() {
            let shown = named_of(unknown.len(), NAMED);
            let names = unknown.iter().take(shown).map(|name| (*name).to_owned());
            context.remark(InputRemark::UnknownPartners {
                count: unknown.len(),
                names: names.collect(),
            });
        }
    }

    /// The name at the start of a row, without a mark such as `of which:`.
    fn name(&self, row: &'g GridRow) -> Option<&'g str> {
        let first = self.columns.iter().map(|column| column.at).min()?;
        let cells = row.cells.iter().take(first).rev();
        let mut names = cells.filter(|cell| cell.text.chars().any(char::is_alphabetic));
        Some(without_footnote(without_mark(&names.next()?.text)))
    }

    fn figures(&self, row: &'g GridRow) -> impl Iterator<Item = &'g str> {
        self.columns.iter().map(|column| row.text(column.at))
    }

    fn holds_figures(&self, row: &'g GridRow) -> bool {
        self.figures(row).any(|text| !text.is_empty())
    }

    fn read_row(&self, context: &mut BulletinContext<'_>, row: &GridRow, partner: u16) {
        let mut observations: BTreeMap<(Flow, Period), Observation> = BTreeMap::new();
        let mut blank = 0;
        for (column, decimals) in self.columns.iter().zip(&self.decimals) {
            let text = row.text(column.at);
            let key = (column.period, column.flow);
            let cell = match read_cell(text, column.holds, *decimals) {
                Ok(cell) => cell,
                Err(wrong) => {
                    context.wrong_cell(self.grid, row.place(column.at), key, &wrong, text);
                    continue;
                }
            };
            let Some(printed) = cell else {
                blank += usize::from(text.is_empty() && column.holds == ColumnContent::Values);
                continue;
            };
            let record = observations
                .entry((column.flow, column.period))
                .or_insert_with(|| self.record(row, column, partner));
            match column.holds {
                ColumnContent::Changes => record.printed = Some(printed),
                ColumnContent::Values => match number::amount(printed, self.unit) {
                    Ok((value, rounding)) => {
                        let of_other = record.value.map(|(value, _)| value);
                        if of_other.is_some_and(|other| other != value) {
                            // January appears both as a month and as the year to date.
                            context.remark(InputRemark::TwoValues {
                                flow: column.flow,
                                period: column.period,
                            });
                        }
                        // A dash is exactly zero, whatever the decimals of the column.
                        let nil = is_nil(text).then(|| Interval::exact(value));
                        let held = (value, nil.unwrap_or(rounding));
                        record.value.get_or_insert(held);
                    }
                    Err(wrong) => {
                        context.wrong_cell(self.grid, row.place(column.at), key, &wrong, text)
                    }
                },
            }
        }
        self.blame_headless(context, row);
        self.blame_total(context, row, &observations);
        if blank > 0 {
            context.remark(InputRemark::EmptyCells {
                partner,
                count: blank as u64,
            });
        }
        let holds = |one: &Observation| one.value.is_some() || one.printed.is_some();
        for record in observations.into_values().filter(holds) {
            context.observations.push(record);
        }
    }

    fn record(&self, row: &GridRow, column: &HeadColumn, partner: u16) -> Observation {
        Observation {
            released: self.released,
            ..Observation::printed_row(
                (row.number, column.period, column.flow),
                (partner, self.currency, TextId::EMPTY),
            )
        }
    }
}

/// Strips the mark of a component before a name: `其中：`, `of which:`.
pub(super) fn without_mark(name: &str) -> &str {
    let part = ["of which:", "of which", "其中：", "其中:", "其中∶", "#"];
    let rest = part.iter().find_map(|mark| {
        let head = name.get(..mark.len())?;
        head.eq_ignore_ascii_case(mark).then(|| &name[mark.len()..])
    });
    trimmed(rest.unwrap_or(name))
}

/// Strips a footnote mark after a name: `朝鲜①`, `Korea 1)`.
fn without_footnote(name: &str) -> &str {
    let is_mark = |c: char| matches!(c, '①'..='⑳' | '¹' | '²' | '³' | '⁰'..='⁹' | '†' | '‡' | '*');
    let bare = name.trim_end_matches(|c| is_mark(c) || c == ' ');
    let digit = bare.strip_suffix([')', '）']).and_then(|rest| {
        let rest = rest.strip_suffix(|c: char| c.is_ascii_digit())?;
        Some(rest.trim_end_matches(['(', '（', ' ']))
    });
    digit.filter(|rest| !rest.is_empty()).unwrap_or(bare)
}

fn line(row: &GridRow) -> Location {
    Location {
        line: Some(row.number),
        column: None,
    }
}
