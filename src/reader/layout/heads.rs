//! Locates the header of a table: on the first line or below lines of titles, on one line or
//! several.

use crate::reader::accounting::meaning::is_china;
use crate::reader::bytes::decode::Text;
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::table::heads::{TITLES, joined};
use crate::reader::cells::table::{Line, Table};
use crate::reader::cells::vocabulary;
use crate::reader::layout::tidy::names;
use crate::reader::layout::tidy::names::NamedColumn;
use crate::reader::layout::{Fit, Layout, series_label, tidy, titles, wide};
use crate::trade::{LayoutName, Partner};

/// A layout whose header was found, and the table below it.
pub(crate) type FoundHead<'t> = (&'static Layout, Table<'t>);

/// Maximum number of lines in a header. CEIC has a line each for unit, source and other properties.
const HEADS: usize = 32;

/// The first of these layouts whose header is on the first line or further down.
pub(crate) fn find<'t>(text: &'t Text<'t>, layouts: &[&'static Layout]) -> Option<FoundHead<'t>> {
    [None, Some(b','), Some(b'\t'), Some(b';')]
        .into_iter()
        .find_map(|delimiter| {
            let lines = Table::first_lines(text, delimiter);
            (0..lines.len().min(TITLES)).find_map(|at| {
                layouts.iter().find_map(|layout| {
                    // The first line was already tried with the detected delimiter.
                    let from = usize::from(delimiter.is_none());
                    let heads = heads(layout, &lines, at, from)?;
                    let mut table =
                        Table::open_at(text, delimiter, at, heads, says_nothing_of_columns)?;
                    // Only tables kept by hand have rows of varying width.
                    table.ragged = layout.name == tidy::LAYOUT.name;
                    table.notes_below = !table.ragged;
                    Some((*layout, table))
                })
            })
        })
}

/// Number of lines in the header that begins at this line; `None` if none does.
fn heads(layout: &Layout, lines: &[Line], at: usize, from: usize) -> Option<usize> {
    let first = &lines.get(at)?.cells;
    if layout.name != tidy::LAYOUT.name {
        let fits = |heads: usize| {
            let lines = lines.get(at..at + heads);
            lines.is_some_and(|lines| matches!((layout.fit)(&names(lines)), Fit::Yes))
        };
        // The bilateral tables of the Trade Map name the two countries above the months.
        let most = 1 + usize::from(layout.name == LayoutName::TradeMap);
        return (1..=most).find(|heads| (*heads > 1 || at >= from) && fits(*heads));
    }
    // The first line of a pivot table names what it adds up.
    const PIVOT: [&str; 3] = ["column labels", "列标签", "열 레이블"];
    let is_of_pivot = |cell: &String| PIVOT.contains(&&*vocabulary::plain(cell));
    if first.iter().any(is_of_pivot) {
        return None;
    }
    if first.len() < 2
        || series_label::is_note(first.first()?)
        || titles::is_of_unit(first)
        || is_condition(first.first()?)
        || has_decimals(first)
    {
        return None;
    }
    let more = lines
        .get(at + 1..)?
        .iter()
        .take_while(|line| goes_on(&line.cells));
    let mut longest = 1 + more.take(HEADS).count();
    let next = lines.get(at + longest).map(|line| &line.cells);
    longest += usize::from(next.is_some_and(|cells| is_index(cells)));
    // A column of months without years beside years in the heads is a table of years by month.
    let by_name = |names: &[String]| {
        at == 0 && matches!((layout.fit)(names), Fit::Yes) && !wide::begins(lines)
    };
    let mut tried = vec![longest, 3, 2, 1];
    tried.retain(|heads| *heads <= longest);
    tried.dedup();
    tried.into_iter().find(|heads| {
        let names = names(lines.get(at..at + heads).unwrap_or(&[]));
        let below = lines.get(at + heads..).unwrap_or(&[]);
        (tidy::kinds::has_values(&names) && tidy::time_column::has_months(&names, below))
            || (*heads == 1 && by_name(&names))
    })
}

/// Whether a line has two numbers with decimals that are no months, as rows of values have.
fn has_decimals(cells: &[String]) -> bool {
    let is_value = |cell: &&String| {
        cell.contains('.')
            && matches!(number::read_cell(cell), Ok(ValueCell::Given(..)))
            && crate::reader::cells::month::read_period(cell).is_err()
    };
    cells.iter().skip(1).filter(is_value).count() > 1
}

/// Whether a cell begins a line of the conditions of a query: `Reporter: China; Partner: Korea, Dem.
/// People's Rep. of`.
fn is_condition(cell: &str) -> bool {
    const NAMES: [&str; 12] = [
        "reporter",
        "partner",
        "trade flow",
        "flow",
        "commodity",
        "product",
        "query",
        "贸易伙伴",
        "商品",
        "조회조건",
        "국가",
        "품목",
    ];
    let named = cell.split_once([':', '：']);
    named.is_some_and(|(name, _)| NAMES.contains(&&*vocabulary::plain(name)))
}

/// Whether a line names only the column of months, as pandas does below a header of several levels.
fn is_index(cells: &[String]) -> bool {
    let is_name =
        |cell: &String| matches!(names::named(cell), NamedColumn::Month | NamedColumn::Year);
    cells.first().is_some_and(is_name) && cells.iter().skip(1).all(String::is_empty)
}

/// The names of the columns below a header of several lines.
fn names(head: &[Line]) -> Vec<String> {
    let lines: Vec<Vec<String>> = head
        .iter()
        .enumerate()
        .filter(|(at, line)| *at == 0 || !says_nothing_of_columns(&line.cells))
        .map(|(_, line)| line.cells.clone())
        .collect();
    joined(&lines)
}

/// Whether a line may belong to a header: it has some text, but no number or month.
fn goes_on(cells: &[String]) -> bool {
    let is_data = |cell: &String| {
        matches!(number::read_cell(cell), Ok(ValueCell::Given(..)))
            || crate::reader::cells::month::read_period(cell).is_ok()
            || is_amount_or_date(cell)
    };
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let note = cells
        .first()
        .is_some_and(|cell| series_label::is_note(cell) && !says_nothing_of_columns(cells));
    if says_nothing_of_columns(cells) {
        return true;
    }
    let only_first = filled == 1 && cells.first().is_some_and(|cell| !cell.is_empty());
    filled > 0 && !note && !only_first && !cells.iter().any(is_data)
}

/// Whether a cell has digits and no letters, as `$234.80` and `9/1/2016` do, which are no plain number
/// and no certain month.
fn is_amount_or_date(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let is_money = cell.starts_with(['$', '€', '£', '¥', '￥', '₩']);
    let is_date = cell.matches(['/', '.']).count() == 2 && digits > 4;
    digits > 0 && (is_money || is_date) && !cell.chars().any(char::is_alphabetic)
}

/// Whether a header line of CEIC or Wind has only a property that changes no figure, such as the
/// source, an identifier or the update time. Its first cell shows which.
fn says_nothing_of_columns(cells: &[String]) -> bool {
    const KEYS: [&str; 50] = [
        "min",
        "max",
        "minimum",
        "maximum",
        "subnational",
        "series remarks",
        "suggestions",
        "start date",
        "end date",
        "mean",
        "variance",
        "standard deviation",
        "skewness",
        "kurtosis",
        "coefficient variation",
        "median",
        "no. of obs",
        "no. of obs.",
        "number of observations",
        "source",
        "sources",
        "series id",
        "id",
        "sr code",
        "status",
        "region",
        "subregion",
        "country",
        "first obs. date",
        "last obs. date",
        "first observation",
        "last observation",
        "last update time",
        "last update",
        "updated",
        "mnemonic",
        "name",
        "key",
        "remarks",
        "function information",
        "function description",
        "指标id",
        "来源",
        "数据来源",
        "更新时间",
        "时间区间",
        "国家",
        "地区",
        "起始时间",
        "结束时间",
    ];
    let is_key = |keys: &[&str]| {
        cells
            .first()
            .is_some_and(|cell| keys.contains(&&*vocabulary::plain(cell)))
    };
    // Unless all are China, countries are partners and distinguish the columns.
    let says_partners = is_key(&["country", "region", "国家", "地区"])
        && cells.iter().skip(1).any(|cell| {
            let partner_index = Partner::find(cell);
            partner_index.is_some_and(|partner_index| !is_china(partner_index))
        });
    is_key(&KEYS) && !says_partners
}
