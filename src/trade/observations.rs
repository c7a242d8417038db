use crate::trade::observation::BLANK;
use crate::trade::partner::fold;
use crate::trade::rows::{Rows, without};
use crate::trade::{
    FileRemark, Flow, InputRemark, Observation, Partner, Period, RowNote, RowNotes, RowQuantity,
    TextId,
};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What a name in an input is the name of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NameOf {
    /// An HS code.
    Code,
    /// A province.
    Province,
    /// A trade mode.
    TradeMode,
}

/// One input and the remarks made while it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The name to show: a path as the user gave it, `standard input`, or `built-in data`.
    pub name: Arc<str>,
    /// The layout it was recognised as.
    pub layout: &'static str,
    /// Whether rows are probably missing at its end, as the platform cuts a download.
    pub is_cut: bool,
    /// What it holds, where its rows are sums that keep neither whole codes nor all partners. None
    /// of the rows behind them has its key twice, and none shares it with a row of another input,
    /// so that sums of such inputs are added. `None` where rows keep their keys, as nearly always.
    pub disjoint: Option<Vec<Within>>,
}

/// What stood in the rows behind sums, for one flow and one depth of detail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Within {
    /// Import, export or total.
    pub flow: Flow,
    /// How many digits the codes have.
    pub digits: u8,
    /// What splits the rows, see [`Observation::splits`].
    pub splits: u32,
    /// The first two digits of the codes.
    pub chapters: BTreeSet<Arc<str>>,
    /// Places in [`super::Partner::table`], or [`super::Partner::UNLISTED`].
    pub partners: BTreeSet<u16>,
}

/// A row, or a single cell, that was left out as bad because the user asked for that.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dropped {
    /// Its place in [`Observations::inputs`].
    pub input: u32,
    /// What it was for; `None` where that cannot be read.
    pub period: Option<Period>,
    /// Its flow; `None` where that cannot be read, or where it holds several.
    pub flow: Option<Flow>,
    /// Its line in the file.
    pub line: u64,
    /// Whether it is one cell of a row of many months.
    pub is_cell: bool,
}

/// Rows as columns: everything that was read, in the order it was read.
///
/// Columns have one length; a layout fills them batch by batch with [`Observations::push`].
#[derive(Debug, Default)]
pub struct Observations {
    /// The inputs; [`Observations::input`] points here.
    pub inputs: Vec<Input>,
    /// Remarks of the reader, in order.
    pub remarks: Vec<FileRemark>,
    /// What was left out as bad, of the partners asked for.
    pub drops: Vec<Dropped>,
    /// Every partner that the inputs name, asked for or not, in the order of the table.
    pub partners_seen: BTreeSet<u16>,
    /// Texts kept once.
    texts: Vec<Arc<str>>,
    text_ids: HashMap<Arc<str>, TextId, RandomState>,
    /// Which input each row came from.
    pub input: Vec<u32>,
    /// The rows.
    pub rows: Rows,
    /// [`Rows::cells`] of the rows pushed next.
    cells_of_row: u64,
    /// The partners that the table does not have: what they are known by, and what they are called.
    unlisted: Vec<(Arc<str>, Arc<str>)>,
    /// The place of each in that list.
    unlisted_at: HashMap<Arc<str>, usize>,
    /// What rows say of their quantity, by the place of the row; read where it is asked for.
    pub quantities: BTreeMap<u32, RowQuantity>,
    /// What the inputs say of single rows.
    pub notes: RowNotes,
    /// What the inputs call their goods, provinces and trade modes: the first name of each.
    pub names: BTreeMap<(NameOf, Arc<str>), Arc<str>>,
}

impl Observations {
    /// No rows yet.
    pub fn new() -> Observations {
        let mut records = Observations::default();
        records.text("");
        records
    }

    /// The number of a text, which is kept once.
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

    /// The number of a text that is kept already.
    pub fn id_of(&self, text: &str) -> Option<TextId> {
        self.text_ids.get(text).copied()
    }

    /// The text of a number; the empty text for a number never given.
    pub fn text_of(&self, id: TextId) -> Arc<str> {
        self.texts
            .get(id.0 as usize)
            .cloned()
            .unwrap_or_else(|| "".into())
    }

    /// Every text, by its number.
    pub fn texts(&self) -> &[Arc<str>] {
        &self.texts
    }

    /// One part of the text of [`Observation::split`]; `None` where it is empty, or its cell was.
    pub fn split_part(&self, split: TextId, side: usize) -> Option<Arc<str>> {
        let text = self.text_of(split);
        let part = text.split('|').nth(side).unwrap_or("");
        (!part.is_empty() && part != BLANK).then(|| part.into())
    }

    /// The number of a partner that the table does not have: one for each code, or for each name
    /// where the input gives no code, whatever the file.
    pub fn unlisted(&mut self, code: &str, name: &str) -> u16 {
        let key = if code.is_empty() {
            fold(name)
        } else {
            fold(code)
        };
        if key.is_empty() {
            return Partner::UNLISTED;
        }
        let known = self.unlisted_at.get(key.as_str()).copied();
        // Past the numbers that there are, all others are one.
        let is_full = self.unlisted.len() > usize::from(u16::MAX);
        if known.is_none() && is_full {
            return Partner::UNLISTED;
        }
        let place = known.unwrap_or_else(|| {
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
        u16::try_from(place)
            .ok()
            .and_then(|place| Partner::FIRST_UNLISTED.checked_add(place))
            .filter(|place| *place < Partner::WORLD)
            .unwrap_or(Partner::UNLISTED)
    }

    /// What a partner that the table does not have is called.
    pub fn unlisted_name(&self, place: u16) -> Option<Arc<str>> {
        let at = place.checked_sub(Partner::FIRST_UNLISTED)?;
        let (_, called) = self.unlisted.get(usize::from(at))?;
        Some(called.clone())
    }

    /// What a partner is called, by its place.
    pub fn partner_name(&self, place: u16) -> Arc<str> {
        match Partner::at(place) {
            Some(partner) => partner.en.clone(),
            None if place == Partner::WORLD => "all partners".into(),
            None => self
                .unlisted_name(place)
                .unwrap_or_else(|| "other partners".into()),
        }
    }

    /// The cells of the line of which rows are pushed next, see [`Rows::cells`].
    pub fn begin_row(&mut self, cells: u64) {
        self.cells_of_row = cells;
    }

    /// Opens an input; the rows pushed next are its.
    pub fn open(&mut self, name: &str, layout: &'static str) {
        self.cells_of_row = 0;
        self.inputs.push(Input {
            name: name.into(),
            layout,
            is_cut: false,
            disjoint: None,
        });
    }

    /// One row of the input opened last.
    pub fn push(&mut self, record: Observation) {
        self.push_sum(record, 1);
    }

    /// The sum of `count` rows of the input opened last that share a key.
    pub fn push_sum(&mut self, record: Observation, count: u32) {
        self.input.push(self.inputs.len().saturating_sub(1) as u32);
        self.rows.push_sum(&record, count, self.cells_of_row);
    }

    /// What the row pushed last says of its quantity.
    pub fn count(&mut self, quantities: RowQuantity) {
        if let Some(last) = self.rows.len().checked_sub(1) {
            self.quantities.insert(last as u32, quantities);
        }
    }

    /// What the input says of the row pushed last.
    pub fn note(&mut self, note: &str, url: &str) {
        if let Some(last) = self.rows.len().checked_sub(1)
            && !(note.is_empty() && url.is_empty())
        {
            let (note, url) = (self.text(note), self.text(url));
            self.notes.keep(last as u32, RowNote { note, url });
        }
    }

    /// The note of a row in the words of its input; empty where it has none.
    pub fn note_of(&self, row: u32) -> Arc<str> {
        let note = self.notes.of(row);
        note.map_or_else(|| "".into(), |one| self.text_of(one.note))
    }

    /// Keeps what the input calls a thing, unless it has a name already.
    pub fn name(&mut self, of: NameOf, code: &str, name: &str) {
        if !code.is_empty() && !name.is_empty() {
            let key = (of, code.into());
            self.names.entry(key).or_insert_with(|| name.into());
        }
    }

    /// Takes over all that another reading holds, behind what is here.
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
                    let of = |one: Within| Within {
                        partners: one.partners.into_iter().map(partner).collect(),
                        ..one
                    };
                    all.into_iter().map(of).collect()
                }),
                ..input
            }));
        self.remarks.extend(other.remarks);
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

    /// The number of a partner that another reading does not have in the table either.
    fn take_unlisted(&mut self, key: &str, called: &Arc<str>) -> u16 {
        let place = self.unlisted(key, "");
        let at = usize::from(place.saturating_sub(Partner::FIRST_UNLISTED));
        if let Some((_, own)) = self.unlisted.get_mut(at)
            && own.len() < called.len()
        {
            *own = called.clone();
        }
        place
    }

    /// Takes rows out, by their places.
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

    /// Takes back the rows past the first so many.
    pub fn truncate(&mut self, rows: usize) {
        self.rows.truncate(rows);
        self.input.truncate(rows);
        self.quantities.split_off(&(rows as u32));
        self.notes.truncate(rows);
    }

    /// Something of a file that the user must know; never an error.
    pub fn remark(&mut self, file: &str, what: InputRemark) {
        self.remarks.push(FileRemark {
            file: file.into(),
            what,
        });
    }
}
