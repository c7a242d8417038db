//! Everything that was read: inputs, rows, texts and remarks.

use super::LayoutName;
use crate::trade::input::{Dropped, Input, NameKind, RowsBehindSum};
use crate::trade::observation::BLANK;
use crate::trade::partner::fold;
use crate::trade::rows::{Rows, without};
use crate::trade::{
    FileRemark, Flow, InputRemark, Name, Observation, Partner, Period, RowNote, RowNotes,
    RowQuantity, StatedCoverage, TextId,
};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// Everything that was read, row by row, stored as columns in reading order.
///
/// All columns have the same length; a layout fills them in batches with [`Observations::push`].
#[derive(Debug, Default)]
pub struct Observations {
    /// The inputs; [`Observations::input`] indexes them.
    pub inputs: Vec<Input>,
    /// Remarks of the reader, in order.
    pub remarks: Vec<FileRemark>,
    /// Bad rows and cells that were dropped, for the partners asked for.
    pub drops: Vec<Dropped>,
    /// Every partner that the inputs name, asked for or not, in table order.
    pub partners_seen: BTreeSet<u16>,
    /// The flags describing files that some file needed.
    pub flags_used: BTreeSet<&'static str>,
    /// The distinct texts.
    texts: Vec<Arc<str>>,
    text_ids: HashMap<Arc<str>, TextId, RandomState>,
    /// The index of the input of each row.
    pub input: Vec<u32>,
    /// The rows.
    pub rows: Rows,
    /// [`Rows::cells`] for the next rows pushed.
    cells_of_row: u64,
    /// Partners missing from the table: their key and their name. The index of the first is
    /// [`Partner::FIRST_UNLISTED`].
    unlisted: Vec<(Arc<str>, Arc<str>)>,
    /// The position of each key in that list.
    unlisted_at: HashMap<Arc<str>, usize>,
    /// The quantities of rows by row index; read only on request.
    pub quantities: BTreeMap<u32, RowQuantity>,
    /// The notes of the inputs on single rows.
    pub notes: RowNotes,
    /// The first name that the inputs give each good, province and trade mode.
    pub names: BTreeMap<(NameKind, Arc<str>), Arc<str>>,
}

impl Observations {
    /// Without any rows.
    pub fn new() -> Observations {
        let mut records = Observations::default();
        records.text("");
        records
    }

    /// The number of a text; equal texts are stored once.
    pub fn text(&mut self, text: &str) -> TextId {
        if let Some(id) = self.text_ids.get(text) {
            return *id;
        }
        let id = TextId(self.texts.len() as u32);
        let text: Arc<str> = text.into();
        self.texts.push(text.clone());
        self.text_ids.insert(text, id);
        id
    }

    /// The number of a text that is already stored.
    pub fn id_of(&self, text: &str) -> Option<TextId> {
        self.text_ids.get(text).copied()
    }

    /// The text with a number; empty for an unused number.
    pub fn text_of(&self, id: TextId) -> Arc<str> {
        self.texts
            .get(id.0 as usize)
            .cloned()
            .unwrap_or_else(|| "".into())
    }

    /// All texts, by number.
    pub fn texts(&self) -> &[Arc<str>] {
        &self.texts
    }

    /// One part of the text of [`Observation::split`], which is `province|mode|further`; `None` if
    /// the part is absent, or if its cell was blank ([`BLANK`]).
    pub fn split_part(&self, split: TextId, side: usize) -> Option<Arc<str>> {
        let text = self.text_of(split);
        let part = text.split('|').nth(side).unwrap_or("");
        (!part.is_empty() && part != BLANK).then(|| part.into())
    }

    /// The name that the inputs give a good, province or trade mode; empty if they give none.
    pub fn name_given(&self, of: NameKind, code: &str) -> Name {
        let name = self.names.get(&(of, code.into()));
        Name::given(name.map_or("", |name| name))
    }

    /// The number of a partner missing from the table: one per code, or per name if there is no
    /// code, across all files.
    pub fn unlisted(&mut self, code: &str, name: &str) -> u16 {
        let key = Observations::key_of_unlisted(code, name);
        if key.is_empty() {
            return Partner::UNLISTED;
        }
        let known = self.unlisted_at.get(key.as_str()).copied();
        // When the numbers run out, all further partners share one.
        let is_full = self.unlisted.len() > usize::from(u16::MAX);
        if known.is_none() && is_full {
            return Partner::UNLISTED;
        }
        let partner_index = known.unwrap_or_else(|| {
            let called = match (code.is_empty(), name.is_empty() || name == code) {
                (true, _) => name.to_owned(),
                (false, true) => code.to_owned(),
                (false, false) => format!("{name} ({code})"),
            };
            let key: Arc<str> = key.into();
            self.unlisted.push((key.clone(), called.into()));
            self.unlisted_at.insert(key, self.unlisted.len() - 1);
            self.unlisted.len() - 1
        });
        u16::try_from(partner_index)
            .ok()
            .and_then(|partner_index| Partner::FIRST_UNLISTED.checked_add(partner_index))
            .filter(|partner_index| *partner_index < Partner::WORLD)
            .unwrap_or(Partner::UNLISTED)
    }

    /// What distinguishes partners missing from the table: the code, or else the name.
    pub fn key_of_unlisted(code: &str, name: &str) -> String {
        fold(if code.is_empty() { name } else { code })
    }

    /// The key of a partner missing from the table, see [`Observations::key_of_unlisted`].
    pub fn unlisted_key(&self, partner_index: u16) -> Option<Arc<str>> {
        let at = partner_index.checked_sub(Partner::FIRST_UNLISTED)?;
        let (key, _) = self.unlisted.get(usize::from(at))?;
        Some(key.clone())
    }

    /// The name of a partner missing from the table.
    pub fn unlisted_name(&self, partner_index: u16) -> Option<Arc<str>> {
        let at = partner_index.checked_sub(Partner::FIRST_UNLISTED)?;
        let (_, called) = self.unlisted.get(usize::from(at))?;
        Some(called.clone())
    }

    /// The name of a partner by its index.
    pub fn partner_name(&self, partner_index: u16) -> Arc<str> {
        match Partner::at(partner_index) {
            Some(partner) => partner.en.clone(),
            None if partner_index == Partner::WORLD => "all partners".into(),
            None => self
                .unlisted_name(partner_index)
                .unwrap_or_else(|| "other partners".into()),
        }
    }

    /// Sets the cells of the line from which the next rows are pushed, see [`Rows::cells`].
    pub fn begin_row(&mut self, cells: u64) {
        self.cells_of_row = cells;
    }

    /// Opens an input; the next rows pushed belong to it.
    pub fn open(&mut self, name: &str, layout: LayoutName) {
        self.cells_of_row = 0;
        self.inputs.push(Input {
            name: name.into(),
            layout,
            is_cut: false,
            whole_units: false,
            disjoint: None,
            stated: StatedCoverage::default(),
        });
    }

    /// By input: whether its rows were summed beforehand, see [`Input::disjoint`].
    pub fn summed_inputs(&self) -> Vec<bool> {
        let inputs = self.inputs.iter();
        inputs.map(|input| input.disjoint.is_some()).collect()
    }

    /// The indices of the rows of an input: those of one input are adjacent, in the order of
    /// inputs.
    pub fn rows_of(&self, input: u32) -> Range<usize> {
        let end = |up_to: u32| self.input.partition_point(|own| *own < up_to);
        end(input)..end(input + 1)
    }

    /// Adds one row to the input opened last.
    pub fn push(&mut self, record: Observation) {
        self.push_sum(record, 1);
    }

    /// Adds the sum of `count` rows with the same key to the input opened last.
    pub fn push_sum(&mut self, record: Observation, count: u32) {
        self.input.push(self.inputs.len().saturating_sub(1) as u32);
        self.rows.push_sum(&record, count, self.cells_of_row);
    }

    /// Sets the quantity of the row pushed last.
    pub fn count(&mut self, quantities: RowQuantity) {
        if let Some(last) = self.rows.len().checked_sub(1) {
            self.quantities.insert(last as u32, quantities);
        }
    }

    /// Sets the note of the input on the row pushed last.
    pub fn note(&mut self, note: &str, url: &str) {
        if let Some(last) = self.rows.len().checked_sub(1)
            && !(note.is_empty() && url.is_empty())
        {
            let (note, url) = (self.text(note), self.text(url));
            self.notes.keep(last as u32, RowNote { note, url });
        }
    }

    /// The note of the input on a row; empty if there is none.
    pub fn note_of(&self, row: u32) -> Arc<str> {
        let note = self.notes.of(row);
        note.map_or_else(|| "".into(), |one| self.text_of(one.note))
    }

    /// Who published a row; its input, if no publisher is named.
    pub fn source_of(&self, row: u32) -> Arc<str> {
        let named = self.rows.get(row as usize).map(|row| row.publisher);
        let named = named.map(|publisher| self.text_of(publisher));
        let input = self.input.get(row as usize);
        let input = input.and_then(|input| self.inputs.get(*input as usize));
        named
            .filter(|publisher| !publisher.is_empty())
            .or_else(|| input.map(|input| input.name.clone()))
            .unwrap_or_else(|| "".into())
    }

    /// Records the name an input gives to a thing; the first name is kept.
    pub fn name(&mut self, of: NameKind, code: &str, name: &str) {
        if !code.is_empty() && !name.is_empty() {
            let key = (of, code.into());
            self.names.entry(key).or_insert_with(|| name.into());
        }
    }

    /// Appends all observations of another reading.
    pub fn append(&mut self, other: Observations) {
        let ids: Vec<TextId> = other.texts.iter().map(|text| self.text(text)).collect();
        let id = |old: TextId| ids.get(old.0 as usize).copied().unwrap_or(TextId::EMPTY);
        let partners: Vec<u16> = other
            .unlisted
            .iter()
            .map(|(key, called)| self.take_unlisted(key, called))
            .collect();
        let partner = |old: u16| {
            let at = old.checked_sub(Partner::FIRST_UNLISTED).map(usize::from);
            at.and_then(|at| partners.get(at)).copied().unwrap_or(old)
        };
        let first = self.inputs.len() as u32;
        self.inputs
            .extend(other.inputs.into_iter().map(|input| Input {
                disjoint: input.disjoint.map(|all| {
                    let of = |mut one: RowsBehindSum| {
                        let months = one.partners_by_month.values_mut().flatten();
                        months.for_each(|own| *own = partner(*own));
                        RowsBehindSum {
                            partners: one.partners.into_iter().map(partner).collect(),
                            ..one
                        }
                    };
                    all.into_iter().map(of).collect()
                }),
                ..input
            }));
        self.remarks.extend(other.remarks);
        self.flags_used.extend(other.flags_used);
        self.partners_seen
            .extend(other.partners_seen.into_iter().map(partner));
        let before = self.rows.len() as u32;
        let quantities = other.quantities.into_iter();
        self.quantities
            .extend(quantities.map(|(row, quantities)| (before + row, quantities)));
        self.notes.append(other.notes, before, id);
        for (key, name) in other.names {
            self.names.entry(key).or_insert(name);
        }
        self.input
            .extend(other.input.into_iter().map(|at| first + at));
        self.rows.append(other.rows, id, partner);
        self.drops
            .extend(other.drops.into_iter().map(|drop| Dropped {
                input: first + drop.input,
                ..drop
            }));
    }

    /// The number here of a partner that the other reading does not find in the table.
    fn take_unlisted(&mut self, key: &str, called: &Arc<str>) -> u16 {
        let partner_index = self.unlisted(key, "");
        let at = usize::from(partner_index.saturating_sub(Partner::FIRST_UNLISTED));
        if let Some((_, own)) = self.unlisted.get_mut(at)
            && own.len() < called.len()
        {
            *own = called.clone();
        }
        partner_index
    }

    /// Whether a row of a period and flow was dropped, or may have been.
    pub fn may_lack_dropped(&self, period: Period, flow: Flow) -> bool {
        self.drops.iter().any(|drop| {
            let is_of = |own: Period| own.from <= period.to && period.from <= own.to;
            drop.period.is_none_or(is_of) && drop.flow.is_none_or(|own| own == flow)
        })
    }

    /// Removes rows by index.
    pub fn remove(&mut self, rows: &BTreeSet<usize>) {
        if rows.is_empty() {
            return;
        }
        self.rows.remove(rows);
        without(&mut self.input, rows);
        let quantities = std::mem::take(&mut self.quantities).into_iter();
        let left = quantities.filter(|(row, _)| !rows.contains(&(*row as usize)));
        let moved = left.map(|(row, quantity)| {
            let before = rows.range(..row as usize).count();
            (row - before as u32, quantity)
        });
        self.quantities = moved.collect();
        self.notes.remove(rows);
    }

    /// Keeps only the first `rows` rows.
    pub fn truncate(&mut self, rows: usize) {
        self.rows.truncate(rows);
        self.input.truncate(rows);
        self.quantities.split_off(&(rows as u32));
        self.notes.truncate(rows);
    }

    /// Adds a remark on a file: something the user should know, never an error.
    pub fn remark(&mut self, file: &str, what: InputRemark) {
        self.remarks.push(FileRemark {
            file: file.into(),
            what,
        });
    }
}
