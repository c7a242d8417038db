//! The figures of a sentence: what each is of, how it moves, and what it is compared with.

use crate::reader::claims::party::Party;
use crate::reader::claims::statement::{Base, Figure};
use crate::reader::claims::wire::{SentenceState, unclear};
use crate::reader::claims::wire_figure::{StatedFigure, Understood, flow_of, owner_of};
use crate::reader::claims::wire_words::{Noun, RecordScope};
use crate::trade::{Currency, Flow, NotUnderstood, StatedNumber, Superlative, Trend};

impl SentenceState {
    pub(super) fn noun(&mut self, noun: Noun, owner: &mut Option<Party>) -> Understood<()> {
        if let Some((number, currency)) = self.balance.take() {
            let is_china = *owner == Some(Party::China);
            let is_sign_reversed = is_china == (noun == Noun::Deficit);
            self.flow = Some((Flow::Balance, is_sign_reversed));
            return self.add(Figure::Money(number, Some(currency)), None);
        }
        // The previous flow has a change or number waiting, or has no figure: `出口和进口增长5%`.
        let is_waiting = self.percent.is_some() && self.flow.is_some();
        if is_waiting
            || self.trend.is_some()
            || self.in_a_row.is_some()
            || self.since.is_some()
            || self.is_open
        {
            return unclear("");
        }
        self.is_open = true;
        if !self.is_good_open {
            self.hs.clear();
        }
        let countries = (&self.parties[..], self.partner, self.both);
        let owner_of_noun = owner_of(noun, countries, *owner).ok_or(NotUnderstood::NoFlow)?;
        let is_side_open =
            self.both == Some(Party::NorthKorea) && self.parties.is_empty() && owner.is_none();
        if !(is_side_open && noun == Noun::Trade) {
            *owner = Some(owner_of_noun);
        }
        self.flow = Some(flow_of(noun, owner_of_noun));
        self.drop_base();
        self.partner = None;
        self.parties.clear();
        if noun == Noun::Balance {
            // An amount alone does not give the direction.
            self.flow = None;
        }
        Ok(())
    }

    pub(super) fn trend(&mut self, trend: Trend) -> Understood<()> {
        if let Some(count) = self.in_a_row.take() {
            return self.add(Figure::Months(count, Some(trend)), self.base);
        }
        match self.percent.take() {
            Some(numbers) => self.change(trend, numbers),
            // `增长下降37.9%`
            None if self.trend.is_some() => unclear(""),
            None => {
                self.trend = Some(trend);
                Ok(())
            }
        }
    }

    pub(super) fn percent(
        &mut self,
        numbers: [StatedNumber; 2],
        trend_first: bool,
    ) -> Understood<()> {
        match (self.trend.take(), trend_first) {
            (Some(trend), true) => self.change(trend, numbers),
            (None, false) if self.percent.is_none() => {
                self.percent = Some(numbers);
                Ok(())
            }
            _ => unclear(format!("{} %", numbers[0])),
        }
    }

    /// A change by a number, or by a range.
    pub(super) fn change(
        &mut self,
        trend: Trend,
        [low, high]: [StatedNumber; 2],
    ) -> Understood<()> {
        let base = self.base.take();
        self.add(Figure::Percent(trend, low), base)?;
        if low == high {
            return Ok(());
        }
        self.add(Figure::Percent(trend, high), base)
    }

    pub(super) fn money(&mut self, number: StatedNumber, currency: Currency) -> Understood<()> {
        if std::mem::take(&mut self.is_base_next) {
            return self.add(Figure::BaseMoney(number, Some(currency)), self.base);
        }
        if self.is_open && self.flow.is_none() {
            self.balance = Some((number, currency));
            return Ok(());
        }
        self.flow.ok_or(NotUnderstood::NoFlow)?;
        // `下降1亿美元` may mean by or to; `较去年同期的2亿美元` is the amount of the year before.
        if (self.trend.is_some() && self.to.is_none()) || self.base.is_some() {
            return Err(NotUnderstood::TwoWays(number.to_string()));
        }
        let (to, trend) = (self.to.take().flatten(), self.trend.take());
        // `同比增长21.2%至2.574亿美元`: the change is stated.
        let is_change = |one: &StatedFigure| {
            Some(one.flow) == self.flow && !matches!(one.figure, Figure::Money(..))
        };
        let has_change = self.found.iter().any(is_change);
        self.add(Figure::Money(number, Some(currency)), None)?;
        match to.or(trend) {
            Some(trend) if !has_change => self.add_aside(trend),
            _ => Ok(()),
        }
    }

    /// A direction given with a level, `降至1.4582亿美元`.
    fn add_aside(&mut self, trend: Trend) -> Understood<()> {
        self.add(Figure::Moved(trend), None)?;
        if let Some(last) = self.found.last_mut() {
            last.is_aside = true;
        }
        Ok(())
    }

    pub(super) fn record(&mut self, end: Superlative, known: RecordScope) -> Understood<()> {
        // After a change, the change itself may be the record.
        let is_of_change = self.percent.is_some()
            || self.trend.is_some()
            || matches!(self.last_claim(), Some(one) if !matches!(one.figure, Figure::Money(..) | Figure::RecordEver(..)))
                && !self.is_open;
        let figure = match (known, self.since.take()) {
            (RecordScope::Since, Some(named)) => Figure::RecordSince(end, named),
            (RecordScope::AllSince, Some(named)) => Figure::RecordEver(end, Some(named)),
            (RecordScope::All, None) => Figure::RecordEver(end, None),
            _ => return unclear(""),
        };
        match is_of_change {
            true => unclear(""),
            false => self.add(figure, None),
        }
    }

    pub(super) fn add(&mut self, figure: Figure, base: Option<Base>) -> Understood<()> {
        let flow = self.flow.ok_or(NotUnderstood::NoFlow)?;
        (self.is_open, self.is_good_open) = (false, false);
        self.is_base_new = false;
        // A year that has a figure of its own does not settle that of a month behind it.
        self.is_year_new &= self.months.is_some();
        self.found.push(StatedFigure {
            flow,
            months: self.named(),
            base,
            currency: self.currency,
            figure,
            hs: self.hs.clone(),
            has_year: self.year.is_some(),
            is_aside: false,
        });
        Ok(())
    }

    /// The figure found last.
    pub(super) fn last_claim(&self) -> Option<&StatedFigure> {
        self.found.iter().rev().find(|one| !one.is_aside)
    }
}
