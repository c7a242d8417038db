//! The series that claims are judged by, made once for each selection.

use crate::frame::{Frame, SeriesSet};
use crate::measure::sanctions::{HeldGoods, Share, share};
use crate::trade::{
    Currency, Figure, Flow, Goods, Measure, Missing, Period, PrintedChange, Reason, Regime,
    Sanctions, Selection, Vintage,
};
use std::rc::Rc;
use std::sync::Arc;

/// The data that claims are judged by.
pub struct Books<'a> {
    /// The totals, or all that the user's own files hold.
    pub totals: &'a Frame,
    /// Single goods: the same as `totals` where the user's own files are judged by.
    pub goods: &'a Frame,
    /// The figures of other compilers, each a series of its own, with its name.
    pub compilers: &'a [(&'static str, Frame)],
    /// The measures of sanctions, and whose are meant.
    pub sanctions: (&'a Sanctions, Regime),
    /// Whether what was published of parts is held against them; else the rows of detail held.
    pub by_parts: bool,
    /// Whether the user says that these rows hold all goods.
    pub all_goods: bool,
}

/// Whose figures are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Book {
    /// The customs office's, or those of the user's own files.
    #[default]
    Office,
    /// Those of another compiler, by its place in [`Books::compilers`].
    Compiler(usize),
}

/// Which series is wanted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Wanted {
    pub book: Book,
    pub currency: Currency,
    /// Empty: all goods.
    pub hs: Vec<Arc<str>>,
    pub measure: Measure,
    /// By what had been released by then.
    pub as_of: Option<Vintage>,
}

/// The series made so far.
pub(super) struct Ledger<'a> {
    books: &'a Books<'a>,
    selection: &'a Selection,
    kept: Vec<(Wanted, Option<Rc<SeriesSet>>)>,
}

impl<'a> Ledger<'a> {
    pub fn new(books: &'a Books<'a>, selection: &'a Selection) -> Ledger<'a> {
        Ledger {
            books,
            selection,
            kept: Vec::new(),
        }
    }

    /// The names of the other compilers, with their places.
    pub fn compilers(&self) -> impl Iterator<Item = (usize, &'static str)> + use<'a> {
        let compilers = self.books.compilers.iter().enumerate();
        compilers.map(|(place, (name, _))| (place, *name))
    }

    /// The series wanted; `None` where the data hold nothing of them.
    pub fn set(&mut self, wanted: &Wanted) -> Option<Rc<SeriesSet>> {
        if let Some((_, set)) = self.kept.iter().find(|(known, _)| known == wanted) {
            return set.clone();
        }
        let set = self
            .frame(wanted)
            .and_then(|frame| frame.series(&self.selected(wanted)).ok())
            .map(Rc::new);
        self.kept.push((wanted.clone(), set.clone()));
        set
    }

    /// The share of a flow in a period that measures adopted by a day cover.
    pub fn coverage(
        &self,
        flow: Flow,
        period: Period,
        adopted_by: Option<Vintage>,
    ) -> Result<Share, Missing> {
        let day = adopted_by.and_then(Vintage::day);
        let sanctions = self.books.sanctions;
        if self.books.by_parts {
            return share(flow, period, day, sanctions, None);
        }
        let selection = Selection {
            goods: Goods::all(),
            by: None,
            ..self.selection.clone()
        };
        let none = |_| Missing::new(Reason::NoData, period);
        let held = HeldGoods::of(self.books.goods, &selection, Some(period)).map_err(none)?;
        let held = held.of_all_goods(self.books.all_goods);
        share(flow, period, day, sanctions, Some(&held))
    }

    /// The changes that were printed last for exactly the period.
    pub fn printed(&self, wanted: &Wanted, flow: Flow, period: Period) -> Vec<PrintedChange> {
        let all = self.frame(wanted).map_or_else(Vec::new, |frame| {
            frame.as_released(&self.selected(wanted), wanted.currency, flow, period)
        });
        let changes: Vec<PrintedChange> = all.into_iter().filter_map(|one| one.change).collect();
        let day = |change: &PrintedChange| change.released.map(Vintage::last_day);
        let last = changes.iter().map(day).max().flatten();
        changes
            .into_iter()
            .filter(|change| day(change) == last)
            .collect()
    }

    /// The figure that was printed last for exactly the period.
    pub fn last_printed(&self, wanted: &Wanted, flow: Flow, period: Period) -> Option<Figure> {
        let selected = self.selected(wanted);
        self.frame(wanted)?
            .last_printed(&selected, wanted.currency, flow, period)
    }

    /// The days after `day` on which something was released of months that `period` touches.
    pub fn release_days_after(
        &self,
        wanted: &Wanted,
        day: Vintage,
        period: Period,
    ) -> Vec<Vintage> {
        let selected = self.selected(wanted);
        self.frame(wanted).map_or_else(Vec::new, |frame| {
            frame.release_days_after(&selected, day, period)
        })
    }

    fn frame(&self, wanted: &Wanted) -> Option<&'a Frame> {
        match wanted.book {
            Book::Compiler(place) => self.books.compilers.get(place).map(|(_, frame)| frame),
            Book::Office if wanted.hs.is_empty() => Some(self.books.totals),
            Book::Office => Some(self.books.goods),
        }
    }

    fn selected(&self, wanted: &Wanted) -> Selection {
        let as_of = match (wanted.as_of, self.selection.as_of) {
            (Some(day), Some(limit)) => Some(day.min(limit)),
            (day, limit) => day.or(limit),
        };
        Selection {
            currency: Some(wanted.currency),
            as_of,
            goods: match &wanted.hs[..] {
                [] => Goods::all(),
                hs => Goods::under(hs.to_vec(), Vec::new()),
            },
            measure: wanted.measure,
            by: None,
            ..self.selection.clone()
        }
    }
}
