//! All partners: the row of the World where the inputs have one, or the sum of the partners.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions" (rows of totals are
//! never partners).

use crate::frame::assemble::Assembled;
use crate::frame::codes::Codes;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::{Frame, FrameError};
use crate::trade::{
    Currency, Figure, FigureRemark, Flow, Measured, Partner, PartnerChoice, Period, RowKind,
    Selection, Series, SetRemark, TextId,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The goods of the World, and those of the partners, in one month and flow.
#[derive(Default)]
struct GoodsOfMonth {
    world: BTreeSet<TextId>,
    partners: BTreeSet<TextId>,
}

impl Frame {
    /// The series of all partners, with the names of the partners where they were added up: of each
    /// flow those of the World if its rows hold whatever the partners' rows hold, else the sums.
    pub(crate) fn of_all_partners(
        &self,
        selection: &Selection,
    ) -> Result<(Assembled, Option<Vec<Arc<str>>>), FrameError> {
        let world = Selection {
            partner: PartnerChoice::These(vec![Partner::WORLD]),
            by: None,
            ..selection.clone()
        };
        let (of_world, only_sums) = self.flows_of_world(selection)?;
        if selection.by.is_some() {
            return self.parts_of_world(selection, &world, &of_world);
        }
        let world = match of_world.is_empty() {
            true => None,
            // If rows of the World contradict each other, the others are not added up instead.
            false => FrameError::unless_absent(self.assembled(&world))?,
        };
        let Some(mut whole) = world else {
            return self.sum_of_all_partners(selection);
        };
        let is_of_world = |series: &Series| of_world.contains(&series.flow);
        whole.whole.retain(is_of_world);
        if only_sums.is_empty() {
            return Ok((whole, None));
        }
        let Some((sum, names)) = FrameError::unless_absent(self.sum_of_all_partners(selection))?
        else {
            return Ok((whole, None));
        };
        let sums = sum.whole.into_iter().filter(|one| !is_of_world(one));
        whole.whole.extend(sums);
        whole.whole.sort_by_key(|one| one.flow);
        let new = sum.notes.into_iter();
        let new: Vec<SetRemark> = new.filter(|note| !whole.notes.contains(note)).collect();
        whole.notes.extend(new);
        whole.absent_is_zero.extend(sum.absent_is_zero);
        Ok((whole, names))
    }

    /// The components of a breakdown, added up over the partners, with the total of the World. The
    /// partners in the inputs may be only some of those whose trade the total is.
    fn parts_of_world(
        &self,
        selection: &Selection,
        world: &Selection,
        of_world: &BTreeSet<Flow>,
    ) -> Result<(Assembled, Option<Vec<Arc<str>>>), FrameError> {
        let (mut sum, names) = self.sum_of_all_partners(selection)?;
        let world = match of_world.is_empty() {
            true => None,
            false => FrameError::unless_absent(self.assembled(world))?,
        };
        let Some(world) = world else {
            return Ok((sum, names));
        };
        for mut total in world.whole {
            let own = sum.whole.iter_mut().find(|one| one.flow == total.flow);
            let Some(own) = own.filter(|one| of_world.contains(&one.flow)) else {
                continue;
            };
            let differ = total.periods().filter_map(|period| {
                let (details, published) = (own.figure(period)?, total.figure(period)?);
                let measured = |figure: &Figure| Measured {
                    amount: figure.value,
                    unit: total.unit,
                };
                let what = FigureRemark::DetailsDiffer {
                    details: measured(details),
                    published: measured(published),
                };
                let do_meet = details.interval.meets(published.interval);
                (!do_meet).then_some((period, what))
            });
            let differ: Vec<(Period, FigureRemark)> = differ.collect();
            for (period, what) in differ {
                total.remark(period, what);
            }
            *own = total;
        }
        let is_of_world = |one: &Series| of_world.contains(&one.flow);
        let names = names.filter(|_| !sum.whole.iter().all(is_of_world));
        Ok((sum, names))
    }

    /// The sum of all partners, with their names.
    fn sum_of_all_partners(
        &self,
        selection: &Selection,
    ) -> Result<(Assembled, Option<Vec<Arc<str>>>), FrameError> {
        let currency = self.currency(selection)?;
        let mut sum = match self.partners_by_totals(selection, currency) {
            Some(partner_indices) => self.sum_of_partners(&partner_indices, selection, currency)?,
            None => self.assembled(selection)?,
        };
        self.withhold_sums_in_part(&mut sum, selection, currency);
        self.refuse_unlisted_totals(selection)?;
        if self.known.has_all_partners_always() {
            return Ok((sum, None));
        }
        let seen = self.observations.partners_seen.iter();
        let named = seen.filter(|partner_index| **partner_index != Partner::WORLD);
        let names = named.map(|partner_index| self.observations.partner_name(*partner_index));
        Ok((sum, Some(names.collect())))
    }

    /// The flows whose rows of the World are those of all partners, and the other flows of which
    /// partners have rows.
    fn flows_of_world(
        &self,
        selection: &Selection,
    ) -> Result<(BTreeSet<Flow>, BTreeSet<Flow>), FrameError> {
        let rows = &self.observations.rows;
        if !rows.keys().any(|row| row.partner == Partner::WORLD) {
            return Ok(Default::default());
        }
        let currency = self.currency(selection)?;
        let months = self.goods_of_months(selection, currency);
        let (mut world, mut partners) = (BTreeSet::new(), BTreeSet::new());
        let mut lacking = BTreeSet::new();
        for ((_, flow), of_month) in months {
            if !of_month.partners.is_empty() {
                partners.insert(flow);
            }
            if !of_month.world.is_empty() {
                world.insert(flow);
                if !self.world_holds_all(&of_month) {
                    lacking.insert(flow);
                }
            }
        }
        let world: BTreeSet<Flow> = world.difference(&lacking).copied().collect();
        let partners = partners.difference(&world).copied().collect();
        Ok((world, partners))
    }

    fn goods_of_months(
        &self,
        selection: &Selection,
        currency: Currency,
    ) -> BTreeMap<PeriodFlow, GoodsOfMonth> {
        let is_asked = self.texts_of(&selection.goods);
        let mut months: BTreeMap<PeriodFlow, GoodsOfMonth> = BTreeMap::new();
        for row in self.observations.rows.keys() {
            let is_asked = is_asked.get(row.code.0 as usize).copied().unwrap_or(false);
            // Published figures of single goods are figures of their own, not parts of a total.
            let is_part = row.kind == RowKind::Detail
                || row.code == TextId::EMPTY
                || !selection.goods.is_all();
            if row.currency != currency || !is_asked || !is_part {
                continue;
            }
            let of_month = months.entry((row.period, row.flow)).or_default();
            match row.partner == Partner::WORLD {
                true => of_month.world.insert(row.code),
                false => of_month.partners.insert(row.code),
            };
        }
        months
    }

    /// Whether each good of the partners is one of the World's, part of one, or made of some.
    fn world_holds_all(&self, of_month: &GoodsOfMonth) -> bool {
        if of_month.world.contains(&TextId::EMPTY) {
            return true;
        }
        let text = |id: &TextId| self.observations.text_of(*id);
        let world = Codes(of_month.world.iter().map(text).collect());
        let mut partners = of_month.partners.iter();
        partners.all(|id| world.has_relative(&text(id)))
    }
}
