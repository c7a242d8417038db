//! The series that claims are judged by, computed once per selection.

use crate::frame::{Frame, FrameError, SeriesSet};
use crate::measure::sanctions::{GoodsInData, Share, share};
use crate::trade::{
    Currency, Figure, Flow, Goods, Measure, Missing, Period, PrintedChange, Reason, Regime,
    Sanctions, Selection, Vintage,
};
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

/// The data that claims are judged by.
pub struct Books<'a> {
    /// The totals, or all data in the user's own files.
    pub totals: &'a Frame,
    /// Single goods; the same as `totals` for the user's own files.
    pub goods: &'a Frame,
    /// The figures of other compilers, each a separate series with its name.
    pub compilers: &'a [(&'static str, Frame)],
    /// The sanctions measures, and the regime to use.
    pub sanctions: (&'a Sanctions, Regime),
    /// Whether to judge coverage by published components; otherwise by the detail rows in the data.
    pub by_parts: bool,
    /// Whether the user says that the detail rows cover all goods.
    pub all_goods: bool,
}

/// Whose figures to use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Book {
    /// The customs office's, or those in the user's own files.
    #[default]
    Office,
    /// Another compiler's, by index into [`Books::compilers`].
    Compiler(usize),
}

/// The series wanted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Wanted {
    pub book: Book,
    pub currency: Currency,
    /// Empty for all goods.
    pub hs: Vec<Arc<str>>,
    pub measure: Measure,
    /// Only what had been released by then.
    pub as_of: Option<Vintage>,
}

/// The series computed so far.
pub(super) struct Ledger<'a> {
    books: &'a Books<'a>,
    selection: &'a Selection,
    kept: Vec<(Wanted, Option<Rc<SeriesSet>>)>,
    /// The first refusal of the frame: the data have what was asked for, but cannot be trusted.
    refusal: OnceCell<FrameError>,
}

impl<'a> Ledger<'a> {
    pub fn new(books: &'a Books<'a>, selection: &'a Selection) -> Ledger<'a> {
        Ledger {
            books,
            selection,
            kept: Vec::new(),
            refusal: OnceCell::new(),
        }
    }

    /// Ends the use of the ledger.
    ///
    /// # Errors
    /// The first refusal of the frame: no verdict reached in the meantime is valid.
    pub fn close(self) -> Result<(), FrameError> {
        self.refusal.into_inner().map_or(Ok(()), Err)
    }

    /// What was found, if anything; a refusal is kept for [`Ledger::close`].
    fn found<T>(&self, found: Result<T, FrameError>) -> Option<T> {
        FrameError::unless_absent(found).unwrap_or_else(|refusal| {
            // Only the first is reported.
            let _ = self.refusal.set(refusal);
            None
        })
    }

    /// The names of the other compilers, with their indices.
    pub fn compilers(&self) -> impl Iterator<Item = (usize, &'static str)> + use<'a> {
        let compilers = self.books.compilers.iter().enumerate();
        compilers.map(|(place, (name, _))| (place, *name))
    }

    /// The series wanted; `None` if the data have nothing for it.
    pub fn set(&mut self, wanted: &Wanted) -> Option<Rc<SeriesSet>> {
        if let Some((_, set)) = self.kept.iter().find(|(known, _)| known == wanted) {
            return set.clone();
        }
        let set = self
            .frame(wanted)
            .and_then(|frame| self.found(frame.series(&self.selected(wanted))))
            .map(|set| match wanted.hs.is_empty() {
                true => set.without_sums_of_some_goods(),
                false => set,
            })
            .map(Rc::new);
        self.kept.push((wanted.clone(), set.clone()));
        set
    }

    /// The share of a flow in a period covered by measures adopted by a day.
    pub fn coverage(
        &self,
        flow: Flow,
        period: Period,
        adopted_by: Option<Vintage>,
    ) -> Result<Share, Missing> {
        let day = adopted_by.and_then(Vintage::day);
        let sanctions = self.books.sanctions;
        let none = || Missing::new(Reason::NoData, period);
        if !self.selection.partner.is_north_korea() {
            return Err(none());
        }
        if self.books.by_parts {
            return share(flow, period, day, sanctions, None);
        }
        let selection = Selection {
            goods: Goods::all(),
            by: None,
            ..self.selection.clone()
        };
        let goods_in_data = GoodsInData::of(self.books.goods, &selection, Some(period));
        let goods_in_data = self.found(goods_in_data).ok_or_else(none)?;
        let goods_in_data = goods_in_data.of_all_goods(self.books.all_goods);
        share(flow, period, day, sanctions, Some(&goods_in_data))
    }

    /// The latest changes printed for exactly this period.
    pub fn printed(&self, wanted: &Wanted, flow: Flow, period: Period) -> Vec<PrintedChange> {
        let changes = self.every_printed(wanted, flow, period);
        let day = |change: &PrintedChange| change.released.map(Vintage::last_day);
        let last = changes.iter().map(day).max().flatten();
        changes
            .into_iter()
            .filter(|change| day(change) == last)
            .collect()
    }

    /// All changes printed for exactly this period.
    pub fn every_printed(&self, wanted: &Wanted, flow: Flow, period: Period) -> Vec<PrintedChange> {
        let all = self.frame(wanted).map_or_else(Vec::new, |frame| {
            frame.as_released(&self.selected(wanted), wanted.currency, flow, period)
        });
        all.into_iter().filter_map(|one| one.change).collect()
    }

    /// The latest figure printed for exactly this period.
    pub fn last_printed(&self, wanted: &Wanted, flow: Flow, period: Period) -> Option<Figure> {
        let selected = self.selected(wanted);
        self.frame(wanted)?
            .last_printed(&selected, wanted.currency, flow, period)
    }

    /// The days after `day` on which anything was released about months within `period`.
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
