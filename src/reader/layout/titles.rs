//! Reads the lines above a table, which apply to all of it.

use crate::reader::accounting::leading::tells_its_trade;
use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::others::names_chinas_customs;
use crate::reader::accounting::texts::Applied;
use crate::reader::accounting::title_heads::is_of_office;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Dimension;
use crate::reader::bytes::file_name;
use crate::reader::cells::number;
use crate::reader::cells::number::ValueCell;
use crate::reader::cells::table::Line;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::errors::input_error::InputError;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, InputRemark, Perspective, TextKind, Unit};

/// What applies to every row of a table unless the row says otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TableDefaults {
    pub flow: Option<Flow>,
    pub partner: Option<u16>,
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
    /// Whether the lines give two different units or currencies.
    pub two_units: bool,
    /// Whether imports and exports are given from the partner's side and must be reversed.
    pub is_reversed: bool,
    /// Whether the values are year to date.
    pub cumulative: bool,
}

/// The line as one text; an unquoted comma may have split `Unit: US$1,000`.
pub(crate) fn whole_line(line: &Line) -> String {
    let text = line.cells.join(",").trim_matches(',').to_owned();
    // `Unit,USD thousand` in two cells.
    let unit = text.split_once(',').filter(|(first, _)| {
        let plain = vocabulary::plain(first);
        OF_UNIT.contains(&&*plain)
    });
    unit.map_or_else(
        || text.clone(),
        |(first, rest)| format!("{first}: {}", rest.trim_start_matches(',')),
    )
}

/// Words for monthly values, which take precedence over the rest of the text.
const MONTHLY: [&str; 6] = ["monthly", "by month", "单月", "当月", "월별", "당월"];

/// Reads the titles of the table, and `more` lines that apply to all of it, and records how each
/// was understood.
pub(crate) fn read(reading: &mut Reading<'_, '_>, more: &[Line]) -> TableDefaults {
    let lines: Vec<Line> = std::mem::take(&mut reading.table.titles);
    let texts: Vec<(u64, String)> = lines
        .iter()
        .chain(more)
        .map(|line| (line.line, whole_line(line)))
        .collect();
    let mut whole = TableDefaults::default();
    let mut flows: Vec<Flow> = Vec::new();
    let mut partners: Vec<u16> = Vec::new();
    let mut side = WhoseTrade::NotStated;
    let mut is_monthly = false;
    for (_, text) in texts.iter().filter(|(_, text)| !is_of_office(text)) {
        let text = &reading.without_ignored(text);
        let meaning = TextMeaning::of(text);
        whole.two_units |= meaning.two_units
            || (whole.unit.is_some() && meaning.unit.is_some() && whole.unit != meaning.unit)
            || (whole.currency.is_some()
                && meaning.currency.is_some()
                && whole.currency != meaning.currency);
        whole.unit = whole.unit.or(meaning.unit);
        whole.currency = whole.currency.or(meaning.currency);
        flows.extend(&meaning.flows);
        partners.extend(&meaning.partners);
        let plain = text.to_lowercase();
        is_monthly |= MONTHLY.iter().any(|word| plain.contains(word));
        whole.cumulative |= meaning.is_of(Dimension::Cumulative);
        side = match (side, meaning.side) {
            (WhoseTrade::NotStated, other) | (other, WhoseTrade::NotStated) => other,
            (WhoseTrade::Unclear, WhoseTrade::Of(one))
            | (WhoseTrade::Of(one), WhoseTrade::Unclear) => WhoseTrade::Of(one),
            (one, other) if one == other => one,
            _ => WhoseTrade::Unclear,
        };
    }
    for stated in stated_below(reading) {
        whole.two_units |=
            whole.unit.is_some() && stated.unit.is_some() && whole.unit != stated.unit
                || whole.currency.is_some()
                    && stated.currency.is_some()
                    && whole.currency != stated.currency;
        whole.unit = whole.unit.or(stated.unit);
        whole.currency = whole.currency.or(stated.currency);
    }
    // China's customs tell China's trade, whatever country a title begins with.
    if side == WhoseTrade::Unclear && names_the_customs(reading, &texts) {
        side = WhoseTrade::NotStated;
    }
    flows.sort_unstable();
    flows.dedup();
    partners.sort_unstable();
    partners.dedup();
    whole.cumulative &= !is_monthly;
    whole.flow = match flows[..] {
        [flow @ (Flow::Import | Flow::Export)] => Some(flow),
        _ => None,
    };
    whole.partner = match partners[..] {
        [only] => Some(only),
        _ => None,
    };
    let settled = match (reading.options.file_side, side) {
        (Some(given), _) => Some(given),
        (None, WhoseTrade::Of(named)) => Some(named),
        (None, WhoseTrade::NotStated) => Some(Perspective::Reporter),
        (None, WhoseTrade::Unclear) => None,
    };
    whole.is_reversed = settled == Some(Perspective::Partner);
    if whole.is_reversed {
        whole.flow = whole.flow.map(reversed);
        let tells_all = texts.iter().any(|(_, text)| tells_its_trade(text));
        if tells_all && reading.options.file_side.is_none() && !names_china(reading, &texts) {
            reading.wrong_file(&InputError::ChinaNotNamed);
        }
        say_turned(reading, whole.partner);
    }
    for (line, text) in texts {
        let meaning = TextMeaning::of(&text);
        let partner = meaning.partner().is_some() && meaning.partner() == whole.partner;
        let cumulative = whole.cumulative && meaning.is_of(Dimension::Cumulative);
        let states = meaning.unit.is_some()
            || meaning.currency.is_some()
            || (meaning.flow().is_some() && whole.flow.is_some());
        let applied = Applied {
            partner,
            side: settled.is_some(),
            cumulative,
            unit: true,
            anything: partner
                || cumulative
                || states
                || meaning.side == WhoseTrade::Of(Perspective::Partner),
        };
        reading.accounts.text(TextKind::Title, line, &text, applied);
    }
    whole
}

/// Whether a title, or a line below the rows, names China's customs.
fn names_the_customs(reading: &Reading<'_, '_>, texts: &[(u64, String)]) -> bool {
    let below = lines_below(reading);
    let mut all = texts.iter().map(|(_, text)| text).chain(&below);
    all.any(|text| names_chinas_customs(text))
}

/// Whether a title, a head, the name of the file or one of the first rows names China, so that the trade
/// told by its partner is that with China.
fn names_china(reading: &Reading<'_, '_>, texts: &[(u64, String)]) -> bool {
    const LOOKED_AT: usize = 40;
    let names_it = |text: &str| TextMeaning::of(text).china;
    let rows = reading.table.ahead(LOOKED_AT);
    texts.iter().any(|(_, text)| names_it(text))
        || reading.table.header.iter().any(|name| names_it(name))
        || names_it(&file_name::spoken(reading.file))
        || rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|cell| names_it(cell))
}

/// Words at the beginning of a line that gives the unit of a table.
const OF_UNIT: [&str; 6] = ["unit", "units", "单位", "單位", "単位", "단위"];

/// Whether a line has nothing but the unit of the table: `,,单位：万美元`.
pub(crate) fn is_of_unit(cells: &[String]) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let (Some(only), None) = (filled.next(), filled.next()) else {
        return false;
    };
    let plain = vocabulary::plain(only);
    let plain = plain.trim_start_matches(['(', '[', ' ']);
    let is_marked = OF_UNIT.iter().any(|word| {
        plain
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
    });
    let meaning = TextMeaning::of(only);
    is_marked && meaning.flows.is_empty() && (meaning.unit.is_some() || meaning.currency.is_some())
}

/// The lines of text below the last row of figures.
fn lines_below(reading: &Reading<'_, '_>) -> Vec<String> {
    /// Only small tables, kept by hand, have such notes.
    const LARGEST: usize = 4 << 20;
    if reading.table.part_read().1 > LARGEST {
        return Vec::new();
    }
    let lines = reading.table.ahead(usize::MAX);
    let is_figure = |cell: &String| matches!(number::read_cell(cell), Ok(ValueCell::Given(..)));
    let last = lines
        .iter()
        .rposition(|line| line.cells.iter().skip(1).any(is_figure));
    let below = lines.get(last.map_or(0, |last| last + 1)..);
    below.unwrap_or(&[]).iter().map(whole_line).collect()
}

/// The units given in lines of text below the last row of figures: `단위: 천 달러`,
/// `Note: values in US$ million`. Mentions of some amount do not count:
/// `excludes US$ 5 million of aid`.
fn stated_below(reading: &Reading<'_, '_>) -> Vec<StatedUnits> {
    let below = lines_below(reading);
    let stated = below.iter().filter_map(|text| {
        let meaning = TextMeaning::of(&reading.without_ignored(text));
        let plain = vocabulary::plain(text);
        let is_marked = OF_UNIT.iter().any(|word| plain.contains(word));
        let speaks_of_it = is_marked
            || meaning
                .unknown
                .iter()
                .all(|word| PARTICLES.contains(&word.as_str()))
                && meaning.years.is_empty();
        let is_plain = speaks_of_it
            && meaning.names.is_empty()
            && meaning.flows.is_empty()
            && meaning.numbers.is_empty()
            && !meaning.two_units;
        (is_plain && (meaning.unit.is_some() || meaning.currency.is_some())).then_some(
            StatedUnits {
                unit: meaning.unit,
                currency: meaning.currency,
            },
        )
    });
    stated.collect()
}

/// Words in notes on units that add no meaning.
const PARTICLES: [&str; 14] = [
    "note",
    "notes",
    "all",
    "are",
    "is",
    "expressed",
    "shown",
    "given",
    "注",
    "为",
    "주",
    "는",
    "비고",
    "기준",
];

/// Swaps imports and exports.
pub(crate) fn reversed(flow: Flow) -> Flow {
    match flow {
        Flow::Import => Flow::Export,
        Flow::Export => Flow::Import,
        other => other,
    }
}

/// Remarks, once per file, that the file is given from the partner's side.
pub(crate) fn say_turned(reading: &mut Reading<'_, '_>, partner: Option<u16>) {
    if std::mem::replace(&mut reading.reversal_remarked, true) {
        return;
    }
    reading.told_by = partner;
    reading.remark(InputRemark::FlowsReversed(partner));
}

/// The unit that a scale and a currency make together where each is stated alone: `in millions` over
/// `Imports, US$`, `US dollars` over `Imports (million)`.
pub(crate) fn unit_of_both(above: &StatedUnits, own: &StatedUnits) -> Option<Unit> {
    let scale = |stated: &StatedUnits| stated.unit.filter(|unit| *unit != Unit::ONE);
    match (scale(above), scale(own)) {
        (Some(scale), None) if above.currency.is_none() && own.currency.is_some() => Some(scale),
        (None, Some(scale)) if own.currency.is_none() && above.currency.is_some() => Some(scale),
        _ => None,
    }
}

impl TableDefaults {
    /// The unit of a column that states one of scale and currency, where the titles state the other.
    pub fn together(&self, own: &StatedUnits) -> Option<Unit> {
        let above = StatedUnits {
            unit: self.unit,
            currency: self.currency,
        };
        unit_of_both(&above, own)
    }

    /// Whether two different units are given. If so, adds a problem; called when a unit is needed.
    pub fn unit_in_doubt(&self, reading: &mut Reading<'_, '_>) -> bool {
        if self.two_units {
            reading.wrong_file(&InputError::TitleUnits);
        }
        self.two_units
    }
}
