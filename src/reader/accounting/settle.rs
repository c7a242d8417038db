//! Closes the accounts: every column and text turns out to be read, harmless, or a doubt that
//! refuses the run.

use super::part_words::{NOTES, ROW_NUMBERS};
use crate::reader::accounting::annual;
use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::texts;
use crate::reader::accounting::texts::Applied;
use crate::reader::accounting::watch::{Watched, country};
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Observation, Perspective};
use crate::trade::{Interpretation, Meaning, TextKind, UnderstoodText};

/// The verdict on a column or a text.
enum Judged {
    Harmless(Interpretation),
    Doubt(InputError),
}

impl Reading<'_, '_> {
    /// Adds an observation. Unclaimed columns are watched.
    pub fn push(&mut self, observation: Observation) {
        let observation = self.dated(observation);
        if !self.accounts.watch.is_set() {
            let unread = if self.built_in {
                Vec::new()
            } else {
                self.accounts.watched()
            };
            self.accounts.watch.set(unread);
        }
        if !self.accounts.watch.is_idle() {
            let table = &self.table;
            self.accounts
                .watch
                .row(&observation, |column| table.cell(column));
        }
        // Hashes are needed only for rows that are added, to find copies. The built-in data has no
        // copies, which a test ensures.
        if !std::mem::replace(&mut self.is_row_begun, true) && !self.built_in {
            let hash = self.row_hash(&observation);
            self.observations.begin_row(hash);
        }
        self.taken += 1;
        self.observations.push(observation);
    }

    /// Judges the remaining columns and texts, and adds a problem for each doubt.
    pub fn settle_accounts(&mut self) -> Vec<UnderstoodText> {
        if self.built_in {
            return Vec::new();
        }
        let mut accounted = std::mem::take(&mut self.accounts.meaning);
        self.settle_columns(&mut accounted);
        // Lines that the layout has not examined, and the file name.
        let titles = std::mem::take(&mut self.table.titles)
            .into_iter()
            .map(|line| (TextKind::Title, line));
        let notes = std::mem::take(&mut self.table.notes)
            .into_iter()
            .map(|line| (TextKind::Note, line));
        for (part, line) in titles.chain(notes).collect::<Vec<_>>() {
            let text = line.cells.join(",").trim_matches(',').to_owned();
            let meaning = TextMeaning::of(&text);
            if part == TextKind::Title
                && let Some(given) = self.given_flow
                && let Some(flow @ (Flow::Import | Flow::Export)) = meaning.flow()
                && meaning.side != WhoseTrade::Of(Perspective::Partner)
                && flow != given
                && !self.is_ignored(&text)
            {
                let wrong = InputError::FlowDisagrees {
                    given: given.name(),
                };
                let line = Some(line.line);
                self.problems.add(
                    self.file,
                    Location { line, column: None },
                    &wrong,
                    Some(&text),
                );
            }
            let partner = meaning.partner();
            let applied = Applied {
                partner: partner.is_some() && partner == self.fixed_partner,
                // Without values, a unit is none of theirs.
                unit: self.taken == 0,
                ..Applied::default()
            };
            self.accounts.text(part, line.line, &text, applied);
        }
        self.account_for_name();
        for text in std::mem::take(&mut self.accounts.texts) {
            let taken = {
                let knows = |dimension: Dimension| self.knows(dimension);
                let wants = |place: u16| self.options.partner.wants(place);
                // What the user ignores silences nothing else in the same text.
                let ignored = self.is_ignored(&text.text);
                let rest = match ignored {
                    true => self.without_ignored(&text.text),
                    false => text.text.clone(),
                };
                let mut rest = texts::FileText {
                    text: rest,
                    ..text.clone()
                };
                // A note that names the partner of the file says nothing new.
                if rest.part == TextKind::Note {
                    let partner = TextMeaning::of(&rest.text).partner();
                    rest.applied.partner |= partner.is_some() && partner == self.fixed_partner;
                }
                let has_years = self.accounts.has_whole_years;
                if has_years {
                    rest.text = annual::without_years(&rest.text);
                    rest.applied.cumulative = false;
                }
                let of_world = || texts::of_world(&rest).filter(|_| self.partner_assumed);
                let claim = || {
                    let is_free = matches!(text.part, TextKind::Note | TextKind::Title);
                    let (words, dimension) = self.contradiction(&rest.text).filter(|_| is_free)?;
                    Some((words, dimension.means()))
                };
                let of_month = || {
                    let month = has_years.then(|| annual::month_in_doubt(rest.part, &rest.text));
                    month.flatten()
                };
                match texts::doubts(&rest, &knows, &wants) {
                    doubts if !doubts.is_empty() => Err(doubts),
                    _ => match of_world().or_else(claim).or_else(of_month) {
                        Some(doubt) => Err(vec![doubt]),
                        None if ignored => Ok(Interpretation::Ignored),
                        // Most file names mean nothing.
                        None if text.part == TextKind::FileName && !text.applied.partner => {
                            continue;
                        }
                        None if text.applied.anything => Ok(Interpretation::Applied),
                        None => Ok(Interpretation::NamesNothing),
                    },
                }
            };
            let taken = match taken {
                Ok(taken) => taken,
                Err(doubts) => {
                    let line = (text.part != TextKind::FileName).then_some(text.line);
                    let place = Location { line, column: None };
                    for (word, means) in doubts {
                        let wrong = texts::in_doubt(&text, word, means);
                        self.problems
                            .add(self.file, place, &wrong, Some(&text.text));
                    }
                    continue;
                }
            };
            accounted.push(UnderstoodText {
                part: text.part,
                line: (text.line > 0).then_some(text.line),
                text: text.text,
                taken,
            });
        }
        for doubt in std::mem::take(&mut self.accounts.doubts) {
            let place = Location {
                line: doubt.line,
                column: None,
            };
            self.problems
                .add(self.file, place, &doubt.wrong, Some(&doubt.found));
        }
        accounted.sort_by_key(|one| (one.line, one.part));
        accounted
    }

    /// Whether a column or the user settles what a text says about this dimension.
    pub(super) fn knows(&self, dimension: Dimension) -> bool {
        let has = |meaning: Meaning| self.accounts.has(meaning);
        if self.accounts.placed.contains(&dimension) {
            return true;
        }
        match dimension {
            Dimension::Partner => has(Meaning::Partner),
            Dimension::Good => self.options.all_goods || has(Meaning::Code) || has(Meaning::Name),
            Dimension::Change | Dimension::Share | Dimension::Index => has(Meaning::Change),
            Dimension::Quantity | Dimension::Price => has(Meaning::Quantity),
            Dimension::Period => has(Meaning::Sum),
            // A table of many months lists them one by one, whatever range its title names.
            Dimension::MonthsTogether => self.has_many_months(),
            Dimension::TradeMode | Dimension::Province => has(Meaning::Breakdown),
            // Of the total of both flows it does not matter.
            Dimension::WhoseTrade => self.options.file_side.is_some() || self.has_only_totals(),
            _ => false,
        }
    }

    fn settle_columns(&mut self, accounted: &mut Vec<UnderstoodText>) {
        let line = self.table.header_line();
        let watch = std::mem::take(&mut self.accounts.watch);
        let mut distinguishing = Vec::new();
        for (column, name) in self.table.header.clone().into_iter().enumerate() {
            let claim = self.accounts.claims.get(column).copied().flatten();
            let watched = watch
                .columns()
                .iter()
                .find(|watched| watched.column == column);
            let taken = match (claim, watched) {
                (
                    Some(Meaning::Label),
                    Some(Watched {
                        differs: Some(lines),
                        ..
                    }),
                ) if !self.is_column_ignored(&name) => {
                    distinguishing.push((column, *lines));
                    continue;
                }
                (Some(Meaning::Label), Some(watched))
                    if !self.is_column_ignored(&name)
                        && let Some(wrong) = self.kinds_of_rows(&name, watched) =>
                {
                    self.wrong_column(column, &wrong);
                    continue;
                }
                (Some(Meaning::Month), _) if self.time_in_doubt(column, &name) => continue,
                (Some(Meaning::Note), Some(watched))
                    if !self.is_column_ignored(&name)
                        && let Some(wrong) = self.note_in_doubt(&name, watched) =>
                {
                    self.wrong_column(column, &wrong);
                    continue;
                }
                (Some(meaning), _) => Interpretation::Read(meaning),
                (None, _) if self.is_column_ignored(&name) => Interpretation::Ignored,
                (None, None) => Interpretation::Empty,
                (None, Some(watched))
                    if watched.counts && ROW_NUMBERS.contains(&&*vocabulary::plain(&name)) =>
                {
                    Interpretation::Read(Meaning::RowNumber)
                }
                (
                    None,
                    Some(Watched {
                        differs: Some(lines),
                        ..
                    }),
                ) => {
                    distinguishing.push((column, *lines));
                    continue;
                }
                (None, Some(watched)) => match self.judge(&name, watched) {
                    Judged::Harmless(taken) => taken,
                    Judged::Doubt(wrong) => {
                        self.wrong_column(column, &wrong);
                        continue;
                    }
                },
            };
            accounted.push(UnderstoodText {
                part: TextKind::Column,
                line,
                text: name,
                taken,
            });
        }
        let Some((first, lines)) = distinguishing.first().copied() else {
            return;
        };
        let names: Vec<String> = distinguishing
            .iter()
            .map(|(column, _)| self.column_called(*column))
            .collect();
        let wrong = InputError::RowsDifferIn {
            columns: names.join(", "),
            first: self
                .table
                .header
                .get(first)
                .cloned()
                .unwrap_or_default()
                .into(),
            lines,
        };
        let place = self.table.header_place(first);
        self.problems.add(self.file, place, &wrong, None);
    }

    /// The name of a column in backticks, or its number if it has no name.
    fn column_called(&self, column: usize) -> String {
        match self.table.header.get(column) {
            Some(name) if !name.is_empty() => format!("`{name}`"),
            _ => format!("the nameless column {}", column + 1),
        }
    }

    fn judge(&self, name: &str, watched: &Watched) -> Judged {
        let plain = vocabulary::plain(name);
        if watched.values.is_empty() {
            return Judged::Harmless(Interpretation::Empty);
        }
        let harmless = || {
            Judged::Harmless(match &watched.values[..] {
                [(only, _)] if !watched.some_empty => Interpretation::Constant(only.clone()),
                _ => Interpretation::DistinguishesNothing,
            })
        };
        if NOTES.contains(&&*plain) {
            if let Some(doubt) = self.note_in_doubt(name, watched) {
                return Judged::Doubt(doubt);
            }
            return Judged::Harmless(Interpretation::Read(Meaning::Note));
        }
        let of_kinds = || self.kinds_of_rows(name, watched);
        if let Some(doubt) = self.flagged(name, watched).or_else(of_kinds) {
            return Judged::Doubt(doubt);
        }
        if let Some(value) = self.end_of_run(name, watched) {
            let run = Dimension::MonthsTogether;
            return Judged::Doubt(self.in_doubt((name, watched), run, Some(value)));
        }
        let is_number = |text: &str| {
            let text = text.trim_end_matches('%').trim();
            matches!(
                number::read_cell(text),
                Ok(ValueCell::Given(_, None) | ValueCell::NotGiven)
            )
        };
        if watched.values.iter().all(|(text, _)| is_number(text)) {
            // A column named after a partner next to figures without one: it is unclear whose they
            // are.
            let of_another =
                self.partner_assumed && country(name).is_some_and(|one| !is_china(one));
            let partner = of_another.then_some(Dimension::Partner);
            return match self.part_by_number(name, watched).or(partner) {
                Some(dimension) => Judged::Doubt(self.in_doubt((name, watched), dimension, None)),
                None => harmless(),
            };
        }
        if watched.countries * 2 >= watched.values.len() {
            let same = watched.names_partner && self.accounts.has(Meaning::Partner);
            return match watched.only_china || same {
                true => harmless(),
                false => Judged::Doubt(self.in_doubt((name, watched), Dimension::Partner, None)),
            };
        }
        // A column of a part of the trade is one however many texts it has, and however long they are.
        if let Some((dimension, value)) = self.part_by_word(name, watched) {
            return Judged::Doubt(self.in_doubt((name, watched), dimension, Some(value)));
        }
        let is_prose =
            |text: &str| text.chars().count() > 60 || text.split_whitespace().count() > 8;
        if watched.values.iter().any(|(text, _)| is_prose(text)) {
            return harmless();
        }
        for (text, line) in &watched.values {
            let meaning = TextMeaning::of(text);
            let named = meaning.names.iter().map(|(dimension, _)| *dimension);
            let named: Vec<Dimension> = named.chain(self.told(&meaning)).collect();
            let other_unit = self
                .states_another_unit(&meaning)
                .then_some(Dimension::Unit);
            if let Some(dimension) = other_unit {
                let value = Some((&**text, *line));
                return Judged::Doubt(self.in_doubt((name, watched), dimension, value));
            }
            let doubt = named.into_iter().find(|dimension| {
                *dimension != Dimension::ReleaseStatus && !self.knows_column(*dimension)
            });
            if let Some(dimension) = doubt {
                return Judged::Doubt(self.in_doubt(
                    (name, watched),
                    dimension,
                    Some((text, *line)),
                ));
            }
        }
        harmless()
    }

    pub(super) fn knows_column(&self, dimension: Dimension) -> bool {
        self.knows(dimension) || (dimension == Dimension::Unit && self.accounts.has(Meaning::Unit))
    }

    pub(super) fn in_doubt(
        &self,
        (column, watched): (&str, &Watched),
        dimension: Dimension,
        value: Option<(&str, u64)>,
    ) -> InputError {
        let first = watched.values.first().map(|(text, line)| (&**text, *line));
        let (value, line) = value.or(first).unwrap_or(("", 0));
        InputError::ColumnInDoubt {
            column: column.to_owned(),
            value: value.into(),
            line,
            means: dimension.means(),
        }
    }
}
