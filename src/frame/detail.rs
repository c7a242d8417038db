//! Adds up detail rows: within a file, across files, and at one depth.
//!
//! Source: docs/definitions.md, "One month twice: files, vintages, revisions".

mod optional;
mod plain;
pub mod point;
mod shared;

use crate::frame::breakdown::Components;
use crate::frame::codes_in_hand;
use crate::frame::coverage::{Coverage, OutsideKnowledge};
use crate::frame::detail::optional::Optional;
use crate::frame::detail::point::Point;
use crate::frame::detail::shared::KeyTable;
use crate::frame::detail_rows::DetailRows;
use crate::frame::entries::Entries;
use crate::frame::goods_in_part::goods_in_part;
use crate::frame::level_choice::{KeySum, LevelChoice};
use crate::frame::period_flow::PeriodFlow;
use crate::frame::schema::{
    DISJOINT, EARLIER, EARLIER_HIGH, EARLIER_LOW, FIRST_INPUT, HIGH, INPUT, INPUTS, KEY, LACKING,
    LAST_INPUT, LOW, OTHER_UNIT, POINT, RELEASED, REVISED, ROW, ROWS, UNIT, VALUE,
};
use crate::frame::selected_rows::SelectedRows;
use crate::trade::{Currency, Flow, Measure, PartnerChoice, Period, Selection, TextId};
use polars::prelude::{
    DataFrame, DataType, IntoLazy, PolarsResult, SortMultipleOptions, col, len, lit,
};
use std::collections::{BTreeMap, BTreeSet};

/// All sums of detail of a selection.
#[derive(Debug)]
pub struct Details {
    /// The sums, by period, flow and component.
    pub points: Vec<Point>,
    /// The components.
    pub parts: Components,
    /// Months in which inputs overlap only partly, with the number of keys found in a single input.
    pub overlaps: Vec<(Period, Flow, u32)>,
    /// The depths used, and where depths disagree.
    pub level_choice: LevelChoice,
    /// What each input covers, regardless of the goods asked for.
    pub covered: Coverage,
    /// Two differing rows of one file that share the key of a total: their indices among all rows.
    pub contradictory: Option<(u32, u32)>,
    /// Codes of rows without a value, by period, flow and component.
    pub without_value: BTreeMap<(PeriodFlow, u32), BTreeSet<TextId>>,
    /// The partners with detail rows in each period and flow, if any partner has published figures.
    pub partners_at: BTreeSet<(PeriodFlow, u16)>,
    /// Pairs of inputs that disagree on a key and only their order decides: the one used, and the
    /// other.
    pub decided_by_order: BTreeSet<(u32, u32)>,
}

impl Details {
    /// The details of a selection without detail rows.
    pub fn none(selection: &Selection) -> Details {
        Details {
            points: Vec::new(),
            parts: Components::none(selection),
            overlaps: Vec::new(),
            level_choice: LevelChoice::default(),
            covered: Coverage::default(),
            contradictory: None,
            without_value: BTreeMap::new(),
            partners_at: BTreeSet::new(),
            decided_by_order: BTreeSet::new(),
        }
    }
}

/// Adds up the details of a selection. Rows of one file that share a key are added, and so are
/// pre-summed inputs known to share no key. Across other files a key counts once, by its later
/// vintage.
///
/// `published` lists the partners whose total of a period was published; when several partners are
/// summed, their details are left out.
pub fn sums(
    rows: DetailRows<'_>,
    selection: &Selection,
    currency: Currency,
    known: &OutsideKnowledge,
    published: &BTreeSet<(PeriodFlow, u16)>,
) -> PolarsResult<Details> {
    let parts = Components::of(selection, rows);
    // Whether components may lack rows in some month: those of a breakdown, of several inputs, or
    // of all partners.
    let may_differ = parts.of_row.is_some()
        || rows.observations.inputs.len() > 1
        || selection.partner == PartnerChoice::All;
    let is_quantity = selection.measure == Measure::Quantity;
    let selected_rows = SelectedRows::new(rows, &parts, selection, currency);
    let covered = Coverage::of(&selected_rows, selection, known, may_differ);
    let Entries {
        table,
        points: places,
        is_dated,
        lacks,
        is_rounded,
        without_value,
        is_distinct,
        detail_levels,
        contradictory,
    } = Entries::of(&selected_rows, selection.measure, parts.list.len())?;
    let has = Optional {
        dates: is_dated,
        rounding: is_rounded,
        lacking: lacks,
        is_quantity,
    };
    let by_key = KeyTable {
        table: match is_distinct {
            true => alone(table, has)?,
            false if has.is_plain() => plain::by_key(&table)?,
            false => by_key(table, has)?,
        },
        has,
        places: &places,
        selected_rows: &selected_rows,
        detail_levels,
    };
    let mut level_choice = LevelChoice::default();
    let mut partners_at = BTreeSet::new();
    let mut taken = None;
    // Looking up the key of every entry is slow; it is needed only to choose between depths, or to
    // leave out the details of partners whose totals were published.
    if !by_key.has_one_depth() || !published.is_empty() {
        let keys = by_key.keyed()?;
        level_choice = LevelChoice::choose(&keys, selection.goods.digits(), rows.observations);
        if !is_quantity {
            level_choice.in_part = goods_in_part(&keys, rows.observations);
            level_choice.too_few =
                codes_in_hand::too_few(rows, &keys, selection.goods.digits(), currency);
        }
        let left_out = std::mem::take(&mut level_choice.left_out);
        let is_left_out = |at: usize| left_out.get(at).copied().unwrap_or(false);
        let is_published = |key: &KeySum| {
            selection.partner == PartnerChoice::All
                && selection.by.is_none()
                && published.contains(&(key.period_flow, key.partner))
        };
        let is_taken = |(at, key): (usize, &KeySum)| !is_left_out(at) && !is_published(key);
        taken = Some(keys.iter().enumerate().map(is_taken).collect());
        if !published.is_empty() {
            partners_at.extend(keys.iter().map(|key| (key.period_flow, key.partner)));
        }
    }
    Ok(Details {
        points: by_key.points(taken)?,
        without_value,
        overlaps: by_key.overlaps()?,
        decided_by_order: by_key.decided_by_order()?,
        parts,
        level_choice,
        covered,
        contradictory,
        partners_at,
    })
}

/// Deduplicates to one row per key: across files a key counts once, by its later vintage.
fn by_key(entries: DataFrame, has: Optional) -> PolarsResult<DataFrame> {
    let in_order = SortMultipleOptions::default()
        .with_maintain_order(true)
        .with_nulls_last(false);
    // Entries of a key come in the order of their files. Sorted by date, those without one come
    // first, so that the last entry is the latest release.
    let mut table = entries.lazy();
    if has.dates {
        table = table.sort([RELEASED, INPUT], in_order.clone());
    }
    let given = |name: &str| match has.lacking {
        true => col(name).filter(col(LACKING).eq(lit(0))),
        false => col(name),
    };
    let earliest = |name: &str| match has.lacking {
        true => given(name).first().fill_null(col(name).first()),
        false => col(name).first(),
    };
    if has.lacking {
        // A later file without a value or a quantity does not hide an earlier one: entries without
        // come first, and otherwise keep their order.
        let lacks = col(LACKING).gt(lit(0));
        table = table.sort_by_exprs([lacks], in_order.with_order_descending(true));
    }
    // Inputs disagree if no value lies within the rounding of all of them.
    let (low, high) = match has.rounding {
        true => (given(LOW).max(), given(HIGH).min()),
        false => (given(VALUE).max(), given(VALUE).min()),
    };
    // A dated file may have several entries of a key, one a release.
    let inputs = match has.dates {
        true => col(INPUT).n_unique().cast(DataType::UInt32),
        false => len(),
    };
    // The rows of another release of the same file were not added to each other.
    let rows = match has.dates {
        true => (col(ROWS).sum() + inputs.clone() - len()).alias(ROWS),
        false => col(ROWS).sum(),
    };
    let mut columns = vec![
        earliest(VALUE).alias(EARLIER),
        col(VALUE).last(),
        low.gt(high).alias(REVISED),
        col(POINT).first(),
        col(ROW).first(),
        col(DISJOINT).first(),
        rows,
        inputs.clone().alias(INPUTS),
        col(FIRST_INPUT).min(),
        // The last input with rows of the key, and the input whose value is used.
        col(INPUT).max().alias(LAST_INPUT),
        col(INPUT).last(),
    ];
    if has.rounding {
        columns.extend([LOW, HIGH].map(|name| col(name).last()));
        columns.push(earliest(LOW).alias(EARLIER_LOW));
        columns.push(earliest(HIGH).alias(EARLIER_HIGH));
    }
    if has.dates {
        columns.push(col(RELEASED).last());
    }
    if has.lacking {
        columns.push(col(LACKING).last());
    }
    if has.is_quantity {
        columns.extend([UNIT, OTHER_UNIT].map(|name| col(name).last()));
    }
    table.group_by([col(KEY)]).agg(columns).collect()
}

/// Adds the columns of [`by_key`] to entries that all have distinct keys.
fn alone(entries: DataFrame, has: Optional) -> PolarsResult<DataFrame> {
    let mut columns = vec![
        col(VALUE).alias(EARLIER),
        lit(false).alias(REVISED),
        lit(1u32).alias(INPUTS),
        col(INPUT).alias(LAST_INPUT),
    ];
    if has.rounding {
        columns.push(col(LOW).alias(EARLIER_LOW));
        columns.push(col(HIGH).alias(EARLIER_HIGH));
    }
    entries.lazy().with_columns(columns).collect()
}

impl Details {
    /// Whether a component has rows of a flow in any period.
    pub fn has(&self, flow: Flow, part: u32) -> bool {
        let mut points = self.points.iter();
        points.any(|point| point.flow == flow && point.part == part)
    }
}
