//! Reads a file of sanctions measures.

use super::instrument::{Instrument, Regime};
use super::sanction::{Cap, CapPeriod, CapUnit, Certainty, Sanction, SanctionKind};
use super::wrong::{SanctionsError, SanctionsWrong};
use crate::trade::lines::Lines;
use crate::trade::{Day, Flow, Month, Name};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The required columns of a file of measures.
const NEEDED: [&str; 8] = [
    "id",
    "instrument",
    "china_flow",
    "goods",
    "hs_codes",
    "kind",
    "adopted",
    "effective",
];

/// The maximum number of lines reported as wrong.
const MOST: usize = 20;

/// The measures in a file with the layout of `data/measures.csv`, in file order.
pub(super) fn read(text: &str) -> Result<Vec<Sanction>, SanctionsError> {
    let text = text.trim_start_matches('\u{feff}');
    let one = |line, wrong| SanctionsError {
        wrong: vec![(line, wrong)],
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut lines = Lines::new(text);
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| one(lines.next, SanctionsWrong::Csv(error.to_string())))?;
        let line = lines.of(&row);
        if row.iter().any(|field| !field.is_empty()) {
            rows.push((line, row));
        }
    }
    let Some(((top, header), rows)) = rows.split_first() else {
        return Err(one(1, SanctionsWrong::EmptyFile));
    };
    let columns = ListColumns::read(header).map_err(|wrong| one(*top, wrong))?;
    if rows.is_empty() {
        return Err(one(*top, SanctionsWrong::NoMeasure));
    }
    let mut list: Vec<Sanction> = Vec::new();
    let mut wrong = Vec::new();
    for (line, row) in rows {
        let mut complaints = Vec::new();
        if let Some(measure) = columns.measure(row, *line, &mut complaints) {
            match list.iter().find(|other| other.id == measure.id) {
                Some(first) => complaints.push(SanctionsWrong::Twice {
                    id: shown(&measure.id),
                    first: first.line,
                }),
                None => list.push(measure),
            }
        }
        wrong.extend(complaints.into_iter().map(|one| (*line, one)));
    }
    if wrong.is_empty() {
        wrong.extend(successors_that_are_not(&list));
    }
    wrong.truncate(MOST);
    if wrong.is_empty() {
        Ok(list)
    } else {
        Err(SanctionsError { wrong })
    }
}

fn successors_that_are_not(list: &[Sanction]) -> Vec<(usize, SanctionsWrong)> {
    let is_there = |wanted: &str| {
        let mut ids = list.iter().map(|measure| &*measure.id);
        match wanted.strip_suffix('*') {
            Some(start) => ids.any(|id| id.starts_with(start)),
            None => ids.any(|id| id == wanted),
        }
    };
    let mut wrong = Vec::new();
    for measure in list {
        let named = measure.superseded_by.iter();
        wrong.extend(
            named
                .filter(|wanted| !is_there(wanted))
                .map(|wanted| (measure.line, SanctionsWrong::NoSuccessor(shown(wanted)))),
        );
    }
    wrong
}

/// The positions of the columns in the header.
struct ListColumns(BTreeMap<String, usize>, usize);

impl ListColumns {
    fn read(header: &csv::StringRecord) -> Result<ListColumns, SanctionsWrong> {
        let mut places = BTreeMap::new();
        let complaint = |count, column| SanctionsWrong::Column {
            count,
            column,
            header: shown(&header.iter().collect::<Vec<_>>().join(",")),
            needed: NEEDED.join(", "),
        };
        for (at, name) in header.iter().enumerate() {
            if places.insert(name.to_owned(), at).is_some()
                && let Some(column) = NEEDED.iter().find(|one| **one == name)
            {
                return Err(complaint("more than one", column));
            }
        }
        match NEEDED.iter().find(|name| !places.contains_key(**name)) {
            Some(column) => Err(complaint("no", column)),
            None => Ok(ListColumns(places, header.len())),
        }
    }

    fn has(&self, column: &str) -> bool {
        self.0.contains_key(column)
    }

    fn cell<'r>(&self, row: &'r csv::StringRecord, column: &str) -> &'r str {
        let place = self.0.get(column);
        place.and_then(|at| row.get(*at)).unwrap_or_default()
    }

    /// The measure in a row; `None` if anything in it is wrong, which is then added to `wrong`.
    fn measure(
        &self,
        row: &csv::StringRecord,
        line: usize,
        wrong: &mut Vec<SanctionsWrong>,
    ) -> Option<Sanction> {
        if row.len() > self.1 {
            wrong.push(SanctionsWrong::LongRow {
                fields: row.len(),
                columns: self.1,
            });
            return None;
        }
        let cell = |column| self.cell(row, column);
        let id = needed("id", cell("id"), wrong);
        let instrument = needed("instrument", cell("instrument"), wrong);
        let regime = self.regime(row, wrong);
        let flow = word(
            "china_flow",
            cell("china_flow"),
            &[("import", Flow::Import), ("export", Flow::Export)],
            wrong,
        );
        let kinds = SanctionKind::ALL.map(|kind| (kind.name(), kind));
        let kind = word("kind", cell("kind"), &kinds, wrong);
        let adopted = day("adopted", cell("adopted"), wrong);
        let effective = day("effective", cell("effective"), wrong);
        let ended = optional("ended", cell("ended"), wrong);
        let first_full_month = if self.has("first_full_month") {
            month("first_full_month", cell("first_full_month"), wrong)
        } else {
            effective.and_then(first_full_month)
        };
        let first_full_month_cn = month("first_full_month_cn", cell("first_full_month_cn"), wrong);
        let prefixes = prefixes(cell("hs_codes"), wrong);
        let certainty = match cell("confidence") {
            "" => Some(Certainty::Low),
            text => {
                let all = [Certainty::High, Certainty::Medium, Certainty::Low];
                word("confidence", text, &all.map(|one| (one.name(), one)), wrong)
            }
        };
        let cap = self.cap(row, kind, wrong);
        let en: Arc<str> = cell("goods").into();
        let or_english = |text: &str| match text {
            "" => en.clone(),
            text => text.into(),
        };
        if !wrong.is_empty() {
            return None;
        }
        Some(Sanction {
            id: id?.into(),
            regime: regime?,
            instrument: Instrument::new(instrument?),
            paragraph: cell("paragraph").into(),
            flow: flow?,
            goods: Name {
                zh: or_english(cell("goods_zh")),
                ko: or_english(cell("goods_ko")),
                en: en.clone(),
            },
            prefixes,
            kind: kind?,
            cap,
            adopted: adopted?,
            effective: effective?,
            first_full_month,
            first_full_month_cn,
            notice: cell("china_notice").into(),
            ended,
            superseded_by: pieces(cell("superseded_by")).map(Arc::from).collect(),
            source: cell("source_url").into(),
            certainty: certainty?,
            code_basis: cell("hs_basis").into(),
            note: {
                let of = |column| match cell(column) {
                    "" => cell("note").into(),
                    text => text.into(),
                };
                Name {
                    en: of("note"),
                    zh: of("note_zh"),
                    ko: of("note_ko"),
                }
            },
            line,
        })
    }

    fn regime(&self, row: &csv::StringRecord, wrong: &mut Vec<SanctionsWrong>) -> Option<Regime> {
        let words = Regime::ALL.map(|regime| (regime.name(), regime));
        let regime = self.cell(row, "regime");
        if !regime.is_empty() {
            return word("regime", regime, &words, wrong);
        }
        let id = self.cell(row, "id");
        let start = id.get(..2).map(str::to_ascii_lowercase);
        let found = words
            .iter()
            .find(|(name, _)| start.as_deref() == Some(*name));
        if found.is_none() && !id.is_empty() {
            wrong.push(SanctionsWrong::Regime(shown(id)));
        }
        found.map(|(_, regime)| *regime)
    }

    /// The cap in a row, if its kind is a cap.
    fn cap(
        &self,
        row: &csv::StringRecord,
        kind: Option<SanctionKind>,
        wrong: &mut Vec<SanctionsWrong>,
    ) -> Option<Cap> {
        if kind != Some(SanctionKind::Cap) {
            return None;
        }
        let cells = ["cap_value", "cap_unit", "cap_period"].map(|column| self.cell(row, column));
        let cap = cap_of(cells);
        if cap.is_none() {
            wrong.push(SanctionsWrong::Cap {
                found: shown(cells.join(" ").trim()),
            });
        }
        cap
    }
}

fn cap_of([value, unit, period]: [&str; 3]) -> Option<Cap> {
    let units = [CapUnit::Tonnes, CapUnit::Barrels, CapUnit::Dollars];
    let period = match (period, period.split_once("..")) {
        ("calendar_year", _) => CapPeriod::CalendarYear,
        (_, Some((from, to))) => {
            let (from, to) = (from.parse().ok()?, to.parse().ok()?);
            (from <= to).then_some(CapPeriod::Once(from, to))?
        }
        (text, None) => {
            let start = text.strip_prefix("12m_from_")?;
            // Any leap year will do.
            CapPeriod::Yearly(format!("2000-{start}").parse().ok()?)
        }
    };
    let most = value.parse().ok().filter(|most: &i64| *most > 0)?;
    Some(Cap {
        most,
        unit: units.into_iter().find(|one| one.name() == unit)?,
        period,
    })
}

/// The first full month starting on or after a day.
fn first_full_month(day: Day) -> Option<Month> {
    let month = day.month()?;
    Some(if Day::first_of(month) == Some(day) {
        month
    } else {
        month.plus(1)
    })
}

fn needed<'r>(
    column: &'static str,
    text: &'r str,
    wrong: &mut Vec<SanctionsWrong>,
) -> Option<&'r str> {
    if text.is_empty() {
        wrong.push(SanctionsWrong::Empty(column));
    }
    (!text.is_empty()).then_some(text)
}

fn word<T: Copy>(
    column: &'static str,
    text: &str,
    words: &[(&'static str, T)],
    wrong: &mut Vec<SanctionsWrong>,
) -> Option<T> {
    let found = words.iter().find(|(name, _)| *name == text);
    if found.is_none() {
        let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        wrong.push(SanctionsWrong::Word {
            column,
            found: shown(text),
            expected: names.join(", "),
        });
    }
    found.map(|(_, value)| *value)
}

fn day(column: &'static str, text: &str, wrong: &mut Vec<SanctionsWrong>) -> Option<Day> {
    needed(column, text, wrong).and_then(|text| optional(column, text, wrong))
}

fn optional(column: &'static str, text: &str, wrong: &mut Vec<SanctionsWrong>) -> Option<Day> {
    if text.is_empty() {
        return None;
    }
    let day = text.parse().ok();
    if day.is_none() {
        wrong.push(SanctionsWrong::Word {
            column,
            found: shown(text),
            expected: "a date such as `2017-08-05`".to_owned(),
        });
    }
    day
}

fn month(column: &'static str, text: &str, wrong: &mut Vec<SanctionsWrong>) -> Option<Month> {
    if text.is_empty() {
        return None;
    }
    let month = text.parse().ok();
    if month.is_none() {
        wrong.push(SanctionsWrong::Word {
            column,
            found: shown(text),
            expected: "a month such as `2017-09`".to_owned(),
        });
    }
    month
}

fn prefixes(text: &str, wrong: &mut Vec<SanctionsWrong>) -> Vec<Arc<str>> {
    let is_prefix = |word: &str| {
        matches!(word.len(), 2 | 4 | 6 | 8 | 10) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (good, bad): (Vec<&str>, Vec<&str>) = pieces(text).partition(|word| is_prefix(word));
    wrong.extend(bad.iter().map(|word| SanctionsWrong::Prefix(shown(word))));
    let mut found: Vec<Arc<str>> = good.into_iter().map(Arc::from).collect();
    found.sort();
    found.dedup();
    found
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c == ';' || c.is_whitespace())
        .filter(|word| !word.is_empty())
}

/// Text of the file, shortened for a message.
fn shown(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
