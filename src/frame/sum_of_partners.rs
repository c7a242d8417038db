//! Adds up several partners. The sum is missing if one of them is.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions" (a sum of partners
//! that lacks one of them is missing).

use crate::frame::absent_partners::AbsentPartners;
use crate::frame::assemble::Assembled;
use crate::frame::coverage::partner as thing;
use crate::frame::detail::Details;
use crate::frame::period_flow::PeriodFlow;
use crate::frame::releases::SeriesByPartner;
use crate::frame::{Frame, FrameError};
use crate::trade::{
    Basis, Breakdown, Component, Currency, Figure, FigureRemark, Flow, Missing, Name, Observations,
    Partner, PartnerChoice, Period, Reason, Selection, Series, SetRemark, SourceRef, Thing,
    UnitOfMeasure,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Frame {
    /// The sum of the series of several named partners.
    pub(crate) fn sum_of_partners(
        &self,
        partner_indices: &[u16],
        selection: &Selection,
        currency: Currency,
    ) -> Result<Assembled, FrameError> {
        let by_partner = selection.by == Some(Breakdown::Partner);
        let of_one = |partner_index: &u16| {
            let one = Selection {
                partner: PartnerChoice::These(vec![*partner_index]),
                by: selection.by.filter(|_| !by_partner),
                currency: Some(currency),
                ..selection.clone()
            };
            Ok((*partner_index, self.assembled(&one)?))
        };
        let partner_indices: BTreeSet<u16> = partner_indices.iter().copied().collect();
        let all: Result<Vec<(u16, Assembled)>, FrameError> =
            partner_indices.iter().map(of_one).collect();
        let mut all = all?;
        let absent = self.absent_partners();
        let name = |partner_index: u16| thing(partner_index, &self.observations);
        let of = |series: &dyn Fn(&Assembled) -> Vec<Series>| -> Vec<(Thing, Vec<Series>)> {
            let named = all.iter();
            named
                .map(|(partner_index, one)| (name(*partner_index), series(one)))
                .collect()
        };
        let mut sum = Assembled {
            whole: add_up(&of(&|one| one.whole.clone()), (currency, absent)),
            ..Assembled::default()
        };
        if by_partner {
            sum.parts = all
                .iter()
                .map(|(partner_index, one)| {
                    let component = match Partner::at(*partner_index) {
                        Some(partner) => Component {
                            code: partner.code.clone(),
                            name: Name::from(partner),
                        },
                        None => {
                            let called = self.observations.partner_name(*partner_index);
                            Component {
                                code: called.clone(),
                                name: Name::plain(called),
                            }
                        }
                    };
                    let mut own = one.whole.clone();
                    fill(&mut own, &sum.whole, absent);
                    (Arc::new(component), own)
                })
                .collect();
            sum.parts
                .sort_by(|(one, _), (other, _)| one.code.cmp(&other.code));
        } else {
            for (_, one) in &mut all {
                let zeros = without_rows(&one.whole, &sum.whole, absent);
                one.absent_is_zero.extend(zeros);
            }
            sum.parts = parts(&all, &name, currency);
        }
        for (_, one) in all {
            sum.too_coarse |= one.too_coarse;
            let new = one
                .notes
                .into_iter()
                .filter(|note| !sum.notes.contains(note));
            let new: Vec<SetRemark> = new.collect();
            sum.notes.extend(new);
        }
        Ok(sum)
    }
}

/// Sets a partner's figure to zero in each month for which the sum has a figure and the partner has
/// neither a figure nor a reason for having none.
fn fill(own: &mut [Series], whole: &[Series], absent: AbsentPartners<'_>) {
    for (month, flow) in without_rows(own, whole, absent) {
        if let Some(series) = own.iter_mut().find(|series| series.flow == flow) {
            series.set_figure(month, Figure::nothing());
        }
    }
}

/// The components of several partners, each summed over all of them. A component that a partner
/// lacks is zero if the partner is known to have had no trade in it.
fn parts(
    all: &[(u16, Assembled)],
    name: &dyn Fn(u16) -> Thing,
    currency: Currency,
) -> Vec<(Arc<Component>, Vec<Series>)> {
    let mut components: BTreeMap<Arc<str>, Arc<Component>> = BTreeMap::new();
    for (part, _) in all.iter().flat_map(|(_, one)| &one.parts) {
        components.entry(part.code.clone()).or_insert(part.clone());
    }
    let of = |component: &Arc<Component>| {
        let own = all.iter().map(|(partner_index, one)| {
            let found = one
                .parts
                .iter()
                .find(|(part, _)| part.code == component.code);
            let mut series = found.map(|(_, series)| series.clone()).unwrap_or_default();
            for (period, flow) in &one.absent_is_zero {
                let known = series.iter_mut().find(|series| series.flow == *flow);
                let into = match known {
                    Some(series) => series,
                    None => {
                        series.push(Series::new(*flow, currency));
                        let Some(new) = series.last_mut() else {
                            continue;
                        };
                        new
                    }
                };
                if into.figure(*period).is_none() && into.withheld(*period).is_none() {
                    into.set_figure(*period, Figure::nothing());
                }
            }
            (name(*partner_index), series)
        });
        let own: Vec<(Thing, Vec<Series>)> = own.collect();
        let sums = add_up(&own, (currency, AbsentPartners::UNKNOWN));
        (component.clone(), sums)
    };
    components.values().map(of).collect()
}

/// The months and flows for which `sums` has a figure and the series of one partner has neither a
/// figure nor a reason for having none, if the partner then had no trade.
fn without_rows(own: &[Series], sums: &[Series], absent: AbsentPartners<'_>) -> Vec<PeriodFlow> {
    let is_absent = |flow: Flow, period: Period| {
        let own = own.iter().find(|series| series.flow == flow);
        own.is_none_or(|own| own.figure(period).is_none() && own.withheld(period).is_none())
    };
    let of_flow = |sum: &Series| {
        let months = sum.periods().filter(|period| period.is_month());
        let months = months.map(|period| (period, sum.flow));
        let zeros = months.filter(|at| absent.are_zero(*at) && is_absent(at.1, at.0));
        zeros.collect::<Vec<_>>()
    };
    sums.iter().flat_map(of_flow).collect()
}

/// The sum of each flow over several partners, each given by name with its series. A month that one
/// of them lacks is missing, with the name of that partner.
fn add_up(
    partners: &[(Thing, Vec<Series>)],
    (currency, absent): (Currency, AbsentPartners<'_>),
) -> Vec<Series> {
    let series = partners.iter().flat_map(|(_, series)| series);
    let flows: BTreeSet<Flow> = series.map(|one| one.flow).collect();
    let of_flow = |flow: &Flow| {
        let own = partners.iter().map(|(name, series)| {
            let own = series.iter().find(|one| one.flow == *flow);
            (name.clone(), own)
        });
        let own: Vec<(Thing, Option<&Series>)> = own.collect();
        add_flow(*flow, &own, (currency, absent))
    };
    flows.iter().map(of_flow).collect()
}

fn add_flow(
    flow: Flow,
    partners: &[(Thing, Option<&Series>)],
    (currency, absent): (Currency, AbsentPartners<'_>),
) -> Series {
    let mut sum = Series::new(flow, currency);
    let own = || partners.iter().filter_map(|(_, series)| *series);
    if let Some(first) = own().find(|one| !one.is_empty()) {
        sum.unit = match first.unit {
            UnitOfMeasure::Quantity(_) => UnitOfMeasure::Quantity(None),
            unit => unit,
        };
    }
    let periods = own().flat_map(|one| one.periods().chain(one.withheld_periods()));
    let periods: BTreeSet<Period> = periods.collect();
    for period in periods {
        let figures = match sum.other_unit(own(), period) {
            Some(why) => Err(why),
            None => add_period(period, partners, absent.are_zero((period, flow))),
        };
        match figures {
            Ok((earlier, later, sources)) => {
                let is_revised = earlier.value != later.value;
                sum.set_figure(period, earlier);
                if is_revised {
                    sum.revise(period, later);
                } else {
                    sum.set_figure(period, later);
                }
                sum.set_sources(period, sources);
                for (name, series) in partners {
                    let remarks = series.iter().flat_map(|one| one.remarks(period));
                    for remark in remarks {
                        let own = Box::new(remark.clone());
                        sum.remark(period, FigureRemark::OfPartner(called(name), own));
                    }
                }
            }
            // For a period of several months, the months carry the reason.
            Err(why) if period.is_month() => sum.withhold(period, why),
            Err(_) => {}
        }
    }
    sum
}

fn called(partner: &Thing) -> Arc<str> {
    match partner {
        Thing::Partner(partner_index) => {
            Partner::at(*partner_index).map_or("".into(), |one| one.en.clone())
        }
        Thing::Named(name) => name.clone(),
        other => other.code().into(),
    }
}

/// The sum of a period over the partners, as first released and as now known, with its sources.
fn add_period(
    period: Period,
    partners: &[(Thing, Option<&Series>)],
    absent_partners_are_zero: bool,
) -> Result<(Figure, Figure, Vec<SourceRef>), Missing> {
    let mut lacking: Vec<Thing> = Vec::new();
    let mut sum: Option<(Figure, Figure)> = None;
    let mut sources = Vec::new();
    for (name, series) in partners {
        let figure = match series {
            Some(series) => series.over(period),
            None => Err(Missing::new(Reason::NoData, period)),
        };
        let figure = match figure {
            Ok(figure) => figure,
            Err(why) if why.reason == Reason::NoData => {
                if absent_partners_are_zero && period.is_month() {
                    continue;
                }
                lacking.push(name.clone());
                continue;
            }
            Err(why) => return Err(why),
        };
        let revision = series.and_then(|series| series.revision(period));
        let before = revision.map_or_else(|| figure.clone(), |one| one.earlier.clone());
        sources.extend(series.iter().flat_map(|series| series.sources(period)));
        sum = Some(match sum {
            None => (before, figure),
            Some((earlier, later)) => (earlier.with(&before), later.with(&figure)),
        });
    }
    match sum {
        Some((earlier, later)) if lacking.is_empty() => {
            let basis = if partners.len() > 1 {
                Basis::Sum
            } else {
                later.basis
            };
            Ok((earlier, Figure { basis, ..later }, sources))
        }
        _ => Err(Missing::new(Reason::ComponentMissing, period).lacking(lacking)),
    }
}

/// The published figures of a selection as one series per flow: those of a single partner as they
/// are, those of several are summed if each has a figure. Also returns partial sums for periods in
/// which the other partners have details, to which the sums are then added.
pub fn published(
    mut all: SeriesByPartner,
    details: &Details,
    (observations, absent): (&Observations, AbsentPartners<'_>),
) -> (Vec<Series>, Vec<(Flow, Period, Figure)>) {
    let mut partners: BTreeSet<u16> = all.keys().map(|(partner, _)| *partner).collect();
    // A partner may have only details; without it, the published figures of the others are not the
    // sum.
    if !partners.is_empty() {
        partners.extend(details.partners_at.iter().map(|(_, partner)| *partner));
    }
    let with_details = |flow: Flow, period: Period, partner: u16| {
        details.partners_at.contains(&((period, flow), partner))
    };
    let mut flows: BTreeMap<Flow, Vec<(u16, Series)>> = BTreeMap::new();
    if partners.len() <= 1 {
        let one = std::mem::take(&mut all).into_values();
        return (one.collect(), Vec::new());
    }
    for ((partner, flow), series) in all {
        flows.entry(flow).or_default().push((partner, series));
    }
    let (mut sums, mut further) = (Vec::new(), Vec::new());
    for (flow, own) in flows {
        let named: Vec<(Thing, Option<&Series>)> = partners
            .iter()
            .map(|partner| {
                let series = own.iter().find(|(one, _)| one == partner);
                (
                    thing(*partner, observations),
                    series.map(|(_, series)| series),
                )
            })
            .collect();
        let currency = own.first().map_or(Currency::Usd, |(_, one)| one.currency);
        // A partner with details but no published figure is not absent.
        let absent = match details.partners_at.is_empty() {
            true => absent,
            false => AbsentPartners::UNKNOWN,
        };
        let mut sum = add_flow(flow, &named, (currency, absent));
        // If a partner has only details, the published figures of the others are added to them.
        let periods: BTreeSet<Period> = sum.periods().chain(sum.withheld_periods()).collect();
        for period in periods {
            let others = details.points.iter();
            let mut others = others.filter(|point| point.flow == flow && point.period == period);
            if others.next().is_none() {
                continue;
            }
            let (figures, rest): (Vec<_>, Vec<_>) = own
                .iter()
                .partition(|(_, series)| series.figure(period).is_some());
            let is_there = |(partner, _): &(u16, Series)| with_details(flow, period, *partner);
            let all_there = partners.iter().all(|partner| {
                own.iter()
                    .any(|(one, series)| one == partner && series.figure(period).is_some())
                    || with_details(flow, period, *partner)
            });
            if !all_there || !rest.iter().all(|one| is_there(one)) {
                continue;
            }
            let figures = figures
                .iter()
                .filter_map(|(_, series)| series.figure(period));
            let total = figures.fold(None, |sum: Option<Figure>, one| {
                Some(sum.map_or_else(|| one.clone(), |sum| sum.with(one)))
            });
            if let Some(total) = total {
                sum.forget(period);
                further.push((flow, period, total));
            }
        }
        sums.push(sum);
    }
    (sums, further)
}

/// Adds published figures of some partners to the details of the others.
pub fn add_further(whole: &mut [Series], further: Vec<(Flow, Period, Figure)>) {
    for (flow, period, figure) in further {
        let Some(series) = whole.iter_mut().find(|one| one.flow == flow) else {
            continue;
        };
        if let Some(sum) = series.figure(period).map(|one| one.with(&figure)) {
            series.set_figure(period, sum);
        }
    }
}
