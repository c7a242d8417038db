//! ITC Trade Map: a row for each partner, or for each product with one partner; a column for each
//! month. `Exporters` are the suppliers of imports. The unit is given in a line above, or not at
//! all.

mod above;
mod bilateral;

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::month::read_month;
use crate::reader::cells::number;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::vocabulary::plain;
use crate::reader::errors::bulletin_error::BulletinError;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::trade_map::above::{Above, above, differ};
use crate::reader::layout::trade_map::bilateral::{Sides, sides};
use crate::reader::layout::{Fit, Layout};
use crate::reader::lenient::{FlowAt, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, LayoutName, Meaning, Observation, Period, TextId, Unit};

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::TradeMap,
    fit,
    read,
    of_either_side: false,
};

/// The corner above the names of partners, with the flow of the country asked about: exporters
/// supply its imports.
const CORNERS: [(&str, Flow); 10] = [
    ("exporters", Flow::Import),
    ("exporter", Flow::Import),
    ("exporting countries", Flow::Import),
    ("supplying markets", Flow::Import),
    ("supplying countries", Flow::Import),
    ("importers", Flow::Export),
    ("importer", Flow::Export),
    ("importing countries", Flow::Export),
    ("importing markets", Flow::Export),
    ("destination markets", Flow::Export),
];
const CODE: [&str; 4] = ["product code", "hs code", "hs6", "code"];
const PRODUCT: [&str; 3] = ["product label", "product", "product name"];

/// The kind of figures in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Figures {
    /// Values of a period, with the flow if the header gives it.
    Value(Option<Flow>, Period),
    Quantity,
    /// Growth, shares or balances.
    Other,
}

fn figures(head: &str) -> Option<Figures> {
    let head = plain(head);
    match sides(&head) {
        Some((Sides::OfChina(flow, _), value)) => {
            let period = period(value.strip_prefix("value in ")?)?;
            return Some(Figures::Value(Some(flow), period));
        }
        Some((Sides::OfOthers, _)) => return Some(Figures::Other),
        None => {}
    }
    let flow = match () {
        () if head.starts_with("imported ") => Some(Flow::Import),
        () if head.starts_with("exported ") => Some(Flow::Export),
        () => None,
    };
    let rest = match flow {
        Some(_) => &head["imported ".len()..],
        None => &head,
    };
    let months = |rest: &str| {
        let rest = rest.trim().trim_end_matches(')');
        period(rest.split_once(',').map_or(rest, |(period, _)| period))
    };
    if let Some(rest) = rest.strip_prefix("value in ") {
        return months(rest).map(|period| Figures::Value(flow, period));
    }
    if rest.starts_with("quantity") || rest.starts_with("unit value") {
        return Some(Figures::Quantity);
    }
    if flow.is_some() || rest.starts_with("share ") || rest.starts_with("annual growth") {
        return Some(Figures::Other);
    }
    months(rest).map(|period| Figures::Value(None, period))
}

/// `2016-M09`, `2016-09`, `2016-Q3`, `2016`.
fn period(text: &str) -> Option<Period> {
    let text = text.trim().to_ascii_uppercase().replace("-M", "-");
    let month = read_month(&text).ok().map(Period::month);
    month.or_else(|| text.parse().ok())
}

fn corner(columns: &[String]) -> Option<(usize, Flow)> {
    columns.iter().enumerate().find_map(|(column, name)| {
        let name = plain(name);
        let known = CORNERS.iter().find(|(corner, _)| *corner == name);
        known.map(|(_, flow)| (column, *flow))
    })
}

fn fit(columns: &[String]) -> Fit {
    let values: Vec<Option<Flow>> = columns
        .iter()
        .filter_map(|name| match figures(name) {
            Some(Figures::Value(flow, _)) => Some(flow),
            _ => None,
        })
        .collect();
    let named = values.iter().any(Option::is_some);
    let products = crate::reader::layout::find(columns, &CODE).is_some();
    crate::reader::layout::fit(&[
        (
            corner(columns).is_some() || (products && named),
            "`Exporters` or `Importers`",
        ),
        (!values.is_empty(), "`Imported value in 2017-M09`"),
    ])
}

/// A column of values.
#[derive(Clone, Copy)]
struct ValuesOf {
    column: usize,
    /// The flow, if the head gives it.
    flow: Option<Flow>,
    period: Period,
    unit: Option<Unit>,
    currency: Option<Currency>,
    /// The partner, if the head names it.
    partner: Option<u16>,
}

impl ValuesOf {
    fn of(column: usize, head: &str) -> Option<ValuesOf> {
        let Figures::Value(flow, period) = figures(head)? else {
            return None;
        };
        // `Imported value in 2017-M09, US Dollar thousand`.
        let meaning = TextMeaning::of(head);
        Some(ValuesOf {
            column,
            flow,
            period,
            unit: meaning.unit,
            currency: meaning.currency,
            partner: match sides(&plain(head)) {
                Some((Sides::OfChina(_, partner), _)) => Some(partner),
                _ => None,
            },
        })
    }

    /// Completes the unit by that of the titles; `false` if they state another.
    fn complete(&mut self, above: &Above) -> bool {
        let differs = differ(self.unit, above.unit) || differ(self.currency, above.currency);
        self.unit = self.unit.or(above.unit);
        self.currency = self.currency.or(above.currency);
        !differs
    }
}

fn read(reading: &mut Reading<'_, '_>) {
    let header = reading.table.header.clone();
    let corner = corner(&header);
    let heads = header.iter().enumerate();
    let mut values: Vec<ValuesOf> = heads
        .filter_map(|(column, name)| ValuesOf::of(column, name))
        .collect();
    let is_again = |at: &usize| {
        let key = |one: &ValuesOf| (one.flow, one.period);
        let before = values[..*at].iter().map(key);
        before.into_iter().any(|one| one == key(&values[*at]))
    };
    if let Some(second) = (0..values.len()).find(is_again) {
        return reading.wrong_column(values[second].column, &InputError::ColumnTwice);
    }
    let code = crate::reader::layout::find(&header, &CODE);
    claim(reading, &header, corner, code);
    if !reading.settle_decimal_of_values() {
        return;
    }
    let is_other = |one: &&ValuesOf| {
        let meaning = TextMeaning::of(header.get(one.column).map_or("", String::as_str));
        meaning.is_of(Dimension::OtherCurrency)
    };
    if let Some(other) = values.iter().find(is_other) {
        let wrong = InputError::Bulletin(BulletinError::OtherCurrency);
        return reading.wrong_column(other.column, &wrong);
    }
    let mut above = above(reading);
    let agree = |one: &mut ValuesOf| one.complete(&above);
    if above.two_units || !values.iter_mut().all(agree) {
        return reading.wrong_file(&InputError::TitleUnits);
    }
    let asks_all_goods = reading.options.needs.digits == 0 && !reading.options.all_goods;
    if let Some((line, title, code)) = above.alone.take().filter(|_| asks_all_goods)
        && !reading.is_ignored(&title)
    {
        return reading.doubt(Some(line), &InputError::ProductAlone(code), &title);
    }
    let Some(flow) = flow_of(reading, corner, &values, &above) else {
        return;
    };
    let of_heads = values.first().and_then(|one| one.partner);
    let are_alike = values.iter().all(|one| one.partner == of_heads);
    if !are_alike || of_heads.is_some() && differ(of_heads, above.partner) {
        return reading.wrong_column(
            values.first().map_or(0, |one| one.column),
            &InputError::ColumnTwice,
        );
    }
    let partner_of = match (corner, of_heads.or(above.partner)) {
        (Some((column, _)), _) => Some(PartnerOf::Columns {
            code: None,
            name: Some(column),
        }),
        (None, Some(place)) => Some(PartnerOf::Fixed(place)),
        (None, None) => reading.assumed_partner(),
    };
    let Some(partner_of) = partner_of else {
        return;
    };
    if let PartnerOf::Columns { name, .. } = partner_of {
        reading.repair_names(name);
    }
    reading.drops.keys.months = MonthOfRow::These(values.iter().map(|one| one.period).collect());
    reading.drops.keys.flow = FlowAt::Fixed(flow);
    reading.drops.keys.partner = Some(partner_of);
    while reading.next_row() {
        row(reading, (&partner_of, code, flow), &values, &above);
    }
}

fn claim(
    reading: &mut Reading<'_, '_>,
    header: &[String],
    corner: Option<(usize, Flow)>,
    code: Option<usize>,
) {
    reading
        .accounts
        .claim_all([corner.map(|(column, _)| column)], Meaning::Partner);
    reading.accounts.claim_all([code], Meaning::Code);
    let product = crate::reader::layout::find(header, &PRODUCT);
    reading.accounts.claim_all([product], Meaning::Name);
    for (column, name) in header.iter().enumerate() {
        match figures(name) {
            _ if !reading.accounts.is_unread(column) => {}
            Some(Figures::Value(..)) => reading.accounts.claim(column, Meaning::Value),
            Some(Figures::Quantity) => reading.accounts.claim(column, Meaning::Quantity),
            Some(Figures::Other) => reading.accounts.claim(column, Meaning::Change),
            None => {}
        }
    }
}

/// The flow given by the headers of the values, which the corner must match, or else by the user or
/// a title. The corner alone is not enough, since the exporters may be those of the whole world.
fn flow_of(
    reading: &mut Reading<'_, '_>,
    corner: Option<(usize, Flow)>,
    values: &[ValuesOf],
    above: &Above,
) -> Option<Flow> {
    let named: Vec<Flow> = values.iter().filter_map(|one| one.flow).collect();
    let of_heads = named.first().copied();
    if named.iter().any(|flow| Some(*flow) != of_heads) {
        reading.wrong_file(&InputError::ColumnTwice);
        return None;
    }
    let stated = of_heads.or(above.flow);
    if let (Some(stated), Some((column, by_corner))) = (stated, corner)
        && stated != by_corner
    {
        reading.wrong_column(column, &InputError::RowsOfReporters);
        return None;
    }
    let flow = match (stated, reading.given_flow) {
        (Some(stated), Some(given)) if stated != given => {
            let given = given.name();
            let column = values.first().map_or(0, |one| one.column);
            reading.wrong_column(column, &InputError::FlowDisagrees { given });
            return None;
        }
        (Some(flow), _) | (None, Some(flow)) => flow,
        (None, None) => {
            let column = corner.map_or(0, |(column, _)| column);
            reading.wrong_column(column, &InputError::CornerInDoubt);
            return None;
        }
    };
    if let Some((column, by_corner)) = corner
        && flow != by_corner
    {
        reading.wrong_column(column, &InputError::RowsOfReporters);
        return None;
    }
    Some(flow)
}

fn row(
    reading: &mut Reading<'_, '_>,
    (partner_of, code, flow): (&PartnerOf, Option<usize>, Flow),
    values: &[ValuesOf],
    above: &Above,
) -> Option<()> {
    let partner = reading.wanted_partner(partner_of)?;
    let code = match (code, &above.product) {
        (Some(column), _) => {
            let cell = reading.table.cell(column).into_owned();
            let cell = cell.trim_start_matches('\'');
            if cell.is_empty() {
                reading.wrong(column, &InputError::BlankKey);
                return None;
            }
            match cell.eq_ignore_ascii_case("total") {
                true => TextId::EMPTY,
                false
                    if cell.len().is_multiple_of(2) && cell.bytes().all(|b| b.is_ascii_digit()) =>
                {
                    reading.observations.text(cell)
                }
                false => {
                    reading.wrong(column, &InputError::BadCode);
                    return None;
                }
            }
        }
        (None, Some(product)) => reading.observations.text(product),
        (None, None) => TextId::EMPTY,
    };
    for one in values {
        let currency = reading.currency(one.currency, None, one.column)?;
        reading.drops.cell = Some((one.period, flow));
        let cell =
            number::read_marked(&reading.table.cell(one.column), reading.mark_in(one.column));
        if cell == Ok(number::ValueCell::NotGiven) && !reading.table.is_covered(one.column) {
            reading.count_not_given();
            continue;
        }
        let Some(value) = reading.value(one.column, one.unit) else {
            continue;
        };
        let line = reading.table.line();
        reading.push(Observation {
            value: Some(value),
            ..Observation::printed_row((line, one.period, flow), (partner, currency, code))
        });
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Month;

    #[test]
    fn heads_name_what_stands_under_them() {
        let month = |year, month| Period::month(Month::new(year, month).unwrap());
        for (head, expected) in [
            (
                "Imported value in 2016-M09",
                Some(Figures::Value(Some(Flow::Import), month(2016, 9))),
            ),
            (
                "Exported value in 2017-M10",
                Some(Figures::Value(Some(Flow::Export), month(2017, 10))),
            ),
            ("2016-09", Some(Figures::Value(None, month(2016, 9)))),
            (
                "Imported quantity in 2016-M09, Tons",
                Some(Figures::Quantity),
            ),
            (
                "Imported growth in value between 2016-2017 (%)",
                Some(Figures::Other),
            ),
            ("Exporters", None),
            ("Unit", None),
        ] {
            assert_eq!(figures(head), expected, "{head}");
        }
    }
}
