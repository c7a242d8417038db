//! Which of several releases of a figure is used, and what printed changes say about their bases.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

use crate::frame::cumulative;
use crate::frame::error::FrameError;
use crate::trade::{
    Amount, Basis, Currency, Figure, FigureRemark, Flow, Interval, Observation, Period,
    PrintedChange, RowQuantity, Series, SourceRef, Vintage, other_compiler,
};
use foldhash::fast::RandomState;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// One release of a figure, or of a change printed without a figure.
#[derive(Clone, Debug)]
pub struct Release {
    pub period: Period,
    pub flow: Flow,
    pub partner: u16,
    pub currency: Currency,
    pub value: Option<(Amount, Interval)>,
    pub basis: Basis,
    pub released: Option<Vintage>,
    pub printed: Option<PrintedChange>,
    pub source: Arc<str>,
    pub input: u32,
    /// The index among all rows; breaks ties and stands in for an unknown release date.
    pub row: u32,
    /// Whether the value is zero because the quantity was published as zero.
    pub is_by_quantity: bool,
}

/// Checks that one body compiled all figures: those of others are series of their own.
///
/// # Errors
/// [`FrameError::TwoCompilers`] for the first figure of a month of another body.
pub fn one_compiler(releases: &[Release]) -> Result<(), FrameError> {
    let mut first: BTreeMap<(u16, Flow), (Option<&'static str>, &Release)> = BTreeMap::new();
    let mut compilers: HashMap<&str, Option<&'static str>, RandomState> = HashMap::default();
    for one in releases {
        let of = || other_compiler(&one.source);
        let compiler = *compilers.entry(&one.source).or_insert_with(of);
        let (known, before) = first
            .entry((one.partner, one.flow))
            .or_insert((compiler, one));
        if *known != compiler {
            return Err(FrameError::TwoCompilers {
                what: format!("{}s of {}", one.flow.name(), one.period),
                source_name: one.source.to_string(),
                before: before.source.to_string(),
            });
        }
    }
    Ok(())
}

pub type FigureKey = (u16, Flow, Period);

impl Release {
    /// A release from one row, with its source, and `note`, that of the input on the row.
    pub fn new(
        observation: &Observation,
        (input, row): (u32, u32),
        source: Arc<str>,
        note: impl FnOnce() -> Arc<str>,
    ) -> Release {
        let printed = observation.printed.map(|percent| PrintedChange {
            percent,
            released: observation.released,
            source: source.clone(),
            note: note(),
        });
        Release {
            period: observation.period,
            flow: observation.flow,
            partner: observation.partner,
            currency: observation.currency,
            value: observation.value,
            basis: observation.basis,
            released: observation.released,
            printed,
            source,
            input,
            row,
            is_by_quantity: false,
        }
    }

    /// The same release, with the value zero if it has none and its quantity is exactly zero: what
    /// was not traded had no value.
    pub fn with_nothing_traded(self, quantity: Option<&RowQuantity>) -> Release {
        let nothing = Interval::exact(Amount::ZERO);
        let quantity = quantity.and_then(|one| one.quantity);
        match quantity.is_some_and(|one| one.interval == nothing) && self.value.is_none() {
            true => Release {
                value: Some((Amount::ZERO, nothing)),
                is_by_quantity: true,
                ..self
            },
            false => self,
        }
    }

    /// The same release for the quantity instead of the value; `None` if it has no quantity.
    pub fn of_quantity(self, row_quantity: &RowQuantity) -> Option<Release> {
        let printed = row_quantity.printed.map(|percent| PrintedChange {
            percent,
            released: self.released,
            source: self.source.clone(),
            note: "".into(),
        });
        let value = row_quantity.quantity.map(|one| (one.amount, one.interval));
        (value.is_some() || printed.is_some()).then_some(Release {
            value,
            printed,
            ..self
        })
    }

    pub fn key(&self) -> FigureKey {
        (self.partner, self.flow, self.period)
    }

    pub fn figure(&self) -> Option<Figure> {
        let (value, interval) = self.value?;
        Some(Figure {
            value,
            interval,
            basis: self.basis,
            released: self.released,
            source: self.source.clone(),
        })
    }

    /// The base implied by the value and the change of this release.
    fn implied_base(&self) -> Option<Release> {
        let (value, interval) = self.value?;
        let change = self.printed.as_ref()?;
        Some(Release {
            period: self.period.year_before(),
            value: Some((change.base_of(value)?, change.implied_base(interval)?)),
            basis: Basis::Implied,
            printed: None,
            ..self.clone()
        })
    }
}

/// The result of weighing the releases of one key.
struct ChosenRelease {
    /// The row of the figure in use.
    row: u32,
    /// The figure as it was first released.
    first: Figure,
}

/// The series of each partner and flow.
pub type SeriesByPartner = BTreeMap<(u16, Flow), Series>;

/// The import, export and total series of each partner, merged from the releases.
///
/// `of_goods`: newspapers define a good differently from one another, so differences are taken only
/// between figures of the same publisher.
pub fn merge(candidates: &[Release], of_goods: bool) -> SeriesByPartner {
    let Some(currency) = candidates.first().map(|first| first.currency) else {
        return BTreeMap::new();
    };
    let mut by_key: BTreeMap<FigureKey, Vec<&Release>> = BTreeMap::new();
    let mut implied: HashMap<FigureKey, Vec<Release>, RandomState> = HashMap::default();
    for candidate in candidates {
        by_key.entry(candidate.key()).or_default().push(candidate);
        if let Some(base) = candidate.implied_base() {
            implied.entry(base.key()).or_default().push(base);
        }
    }
    let mut series: SeriesByPartner = BTreeMap::new();
    let mut first: HashMap<FigureKey, Figure, RandomState> = HashMap::default();
    for (key, own) in &by_key {
        let bases = implied.remove(key).unwrap_or_default();
        let into = series
            .entry((key.0, key.1))
            .or_insert_with(|| Series::new(key.1, currency));
        let weighed = choose_release(into, key.2, own, &bases);
        if let Some(change) = printed_change(own, weighed.as_ref().map(|weighed| weighed.row)) {
            into.set_printed(key.2, change);
        }
        if let Some(weighed) = weighed {
            into.set_sources(key.2, vec![SourceRef::Row(weighed.row)]);
            if own
                .iter()
                .any(|one| one.row == weighed.row && one.is_by_quantity)
            {
                into.remark(key.2, FigureRemark::NoQuantity);
            }
            first.insert(*key, weighed.first);
        }
    }
    for ((partner, flow), one) in &mut series {
        let first = |period| first.get(&(*partner, *flow, period));
        cumulative::derive_months(one, first, of_goods);
        super::zeros::fill(one);
        cumulative::find_revised_years(one, first);
    }
    series
}

/// Pairs of inputs whose latest figures for a key disagree and only their order decides, because
/// both are undated or of the same day: the later input, and the other.
pub fn decided_by_order(candidates: &[Release]) -> BTreeSet<(u32, u32)> {
    let mut inputs = candidates.iter().map(|one| one.input);
    let first = inputs.next();
    if inputs.all(|input| Some(input) == first) {
        return BTreeSet::new();
    }
    let mut latest: BTreeMap<FigureKey, Vec<&Release>> = BTreeMap::new();
    let day = |one: &Release| one.released.map(Vintage::last_day);
    for one in candidates.iter().filter(|one| one.value.is_some()) {
        let own = latest.entry(one.key()).or_default();
        match own.first().map(|first| day(first).cmp(&day(one))) {
            Some(Ordering::Greater) => continue,
            Some(Ordering::Less) => own.clear(),
            Some(Ordering::Equal) | None => {}
        }
        own.push(one);
    }
    let interval = |one: &Release| one.value.map(|(_, interval)| interval);
    let differing = |own: &Vec<&Release>| {
        let last = own.iter().max_by_key(|one| one.input)?;
        let other = own.iter().find(|other| {
            let meets = interval(last).zip(interval(other));
            other.input != last.input && meets.is_some_and(|(last, other)| !last.meets(other))
        })?;
        Some((last.input, other.input))
    };
    latest.values().filter_map(differing).collect()
}

/// Two differing figures of one file with the same key, undated or of the same day, so that nothing
/// says which is right: their rows.
pub fn contradictory(candidates: &[Release]) -> Option<(u32, u32)> {
    type SeriesKey<'r> = (u32, FigureKey, &'r str, Option<i32>);
    let mut first: HashMap<SeriesKey<'_>, &Release, RandomState> = HashMap::default();
    for one in candidates {
        let Some((value, interval)) = one.value else {
            continue;
        };
        let day = one.released.map(Vintage::last_day);
        // A release may print a figure with more digits and with fewer on the same day.
        let differs = |(own, of_own): (Amount, Interval)| match day {
            None => own != value,
            Some(_) => !of_own.meets(interval),
        };
        let key = (one.input, one.key(), &*one.source, day);
        match first.get(&key) {
            Some(other) if other.value.is_some_and(differs) => {
                return Some((other.row, one.row));
            }
            Some(_) => {}
            None => {
                first.insert(key, one);
            }
        }
    }
    None
}

/// Weighs the releases of one key in order of vintage. A base implied by a printed change can
/// revise a figure, but never fills a gap.
fn choose_release(
    into: &mut Series,
    period: Period,
    own: &[&Release],
    bases: &[Release],
) -> Option<ChosenRelease> {
    let mut releases: Vec<(&Release, ReleaseSource)> = own
        .iter()
        .map(|one| (*one, ReleaseSource::Row))
        .chain(bases.iter().map(|base| (base, ReleaseSource::Change)))
        .collect();
    in_order_of_vintage(&mut releases);
    let mut weighed: Option<ChosenRelease> = None;
    for (next, origin) in &releases {
        let Some(figure) = next.figure() else {
            continue;
        };
        let Some(current) = into.figure(period) else {
            if *origin == ReleaseSource::Row {
                into.set_figure(period, figure.clone());
                weighed = Some(ChosenRelease {
                    row: next.row,
                    first: figure,
                });
            }
            continue;
        };
        match verdict(current, &figure, *origin) {
            Verdict::Stays => continue,
            Verdict::Finer => into.set_figure(period, figure),
            Verdict::Revised => into.revise(period, figure),
        }
        if let Some(weighed) = &mut weighed {
            weighed.row = next.row;
        }
    }
    weighed
}

/// Where a figure comes from: a row that states it, or a change printed a year later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ReleaseSource {
    Row,
    Change,
}

/// How a later release affects the figure in use.
enum Verdict {
    /// It states the same, or the same less precisely.
    Stays,
    /// It states the same more precisely.
    Finer,
    /// It states something else.
    Revised,
}

/// A later release revises the figure in use if their intervals do not meet. If they meet, it
/// states the same, and replaces the figure only if it is more precise. A base implied by a change
/// never replaces a figure that it confirms, or one of the same day.
fn verdict(current: &Figure, next: &Figure, origin: ReleaseSource) -> Verdict {
    // The interval of an implied base excludes its upper end. The value in use is compared, and not
    // its interval: an implied base that is more precise and excludes the value replaces it.
    let confirms = next.interval.low <= current.value && current.value < next.interval.high;
    // A figure stated outright is better than one implied by changes of the same day.
    let day = |one: &Figure| one.released.map(Vintage::last_day);
    let same_day = current.released.is_some() && day(current) == day(next);
    if origin == ReleaseSource::Change && (confirms || same_day) {
        Verdict::Stays
    } else if !current.interval.meets(next.interval) {
        Verdict::Revised
    } else if next.interval.width() < current.interval.width() {
        Verdict::Finer
    } else {
        Verdict::Stays
    }
}

/// Sorts by vintage; the one rule for figures and printed changes alike. An undated release is
/// older than any dated one, since it may be of any day; undated releases keep input order. A month
/// counts as its last day. On the same day, figures stated by rows come before those implied by
/// changes.
///
/// Details follow the same rule, see `detail::sums`: sorted by day, nulls first, then by input.
fn in_order_of_vintage(releases: &mut [(&Release, ReleaseSource)]) {
    releases.sort_by_key(|(one, origin)| {
        let released = one.released.map(Vintage::last_day);
        (released, *origin, one.input, one.row)
    });
}

/// The change printed with the value in use, or otherwise the latest one printed.
fn printed_change(own: &[&Release], held_row: Option<u32>) -> Option<PrintedChange> {
    let mut printed: Vec<(&Release, ReleaseSource)> = own
        .iter()
        .filter(|one| one.printed.is_some())
        .map(|one| (*one, ReleaseSource::Row))
        .collect();
    in_order_of_vintage(&mut printed);
    let beside = printed.iter().find(|(one, _)| Some(one.row) == held_row);
    beside
        .or(printed.last())
        .and_then(|(one, _)| one.printed.clone())
}
