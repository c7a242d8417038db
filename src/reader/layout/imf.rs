//! The IMF's trade by partner (Direction of Trade, IMTS) from its data portal: a row or a column
//! for each month, by reporter, indicator and counterpart.

mod columns;
mod indicator;

use crate::reader::cells::number;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::month_error::MonthError;
use crate::reader::layout::imf::columns::{ImfColumns, ImfValues, claim, columns, fit, month};
use crate::reader::layout::imf::indicator::{Indicator, indicator};
use crate::reader::layout::{Layout, folded};
use crate::reader::lenient::{FlowAt, Keys, MonthOfRow};
use crate::reader::row_reader::Reading;
use crate::trade::{
    InputRemark, LayoutName, LeftOut, Month, Observation, Partner, PartnerChoice, Period, TextId,
    Unit,
};
use std::collections::BTreeMap;

pub(crate) const LAYOUT: Layout = Layout {
    name: LayoutName::Imf,
    fit,
    read,
    of_either_side: false,
};

fn scale(text: &str) -> Result<Option<Unit>, InputError> {
    let power = match number::code_text(text).to_ascii_lowercase().as_str() {
        "" => return Ok(None),
        "0" | "units" | "unit" | "units of measure" => 0,
        "3" | "thousands" | "thousand" => 3,
        "6" | "millions" | "million" => 6,
        "9" | "billions" | "billion" => 9,
        _ => return Err(InputError::UnknownUnit),
    };
    Ok(Some(Unit { power }))
}

fn read(reading: &mut Reading<'_, '_>) {
    let header = reading.table.header.clone();
    if reading.has_column_twice() {
        return;
    }
    let Some(columns) = columns(&header) else {
        return;
    };
    claim(reading, &columns);
    if !reading.settle_decimal_of_values() {
        return;
    }
    if let ImfValues::Row(time, _) = columns.values
        && !reading.settle_dates(time)
    {
        return;
    }
    // A three-letter code or a name, since the IMF has its own numeric codes.
    let of_names = |column: &usize| !folded(&header[*column]).ends_with("code");
    let (names, codes): (Vec<usize>, Vec<usize>) =
        columns.counterpart.iter().copied().partition(of_names);
    let first = codes.first().or(names.first()).copied();
    let last = names.last().or(codes.last()).copied();
    let partner_of = PartnerOf::Un {
        code: None,
        iso: first,
        name: last,
    };
    reading.drops.keys = Keys {
        months: match &columns.values {
            ImfValues::Row(time, _) => MonthOfRow::Column(*time),
            ImfValues::Columns(months) => {
                let months = months.iter().map(|(_, month)| Period::month(*month));
                MonthOfRow::These(months.collect())
            }
        },
        flow: FlowAt::Unknown,
        partner: Some(partner_of),
    };
    let mut left_out: BTreeMap<LeftOut, (u64, u64)> = BTreeMap::new();
    while reading.next_row() {
        if let Err(Some(why)) = row(reading, &columns, &partner_of) {
            let line = reading.table.line();
            left_out.entry(why).or_insert((0, line)).0 += 1;
        }
    }
    for (why, (count, line)) in left_out {
        reading.remark(InputRemark::LeftOut { why, count, line });
    }
}

fn is_china(text: &str) -> bool {
    const NAMES: [&str; 9] = [
        "chn",
        "cn",
        "924",
        "china",
        "chinaprmainland",
        "chinapeoplesrepublicof",
        "peoplesrepublicofchina",
        "chinamainland",
        "cnchn",
    ];
    NAMES.contains(&folded(number::code_text(text)).as_str())
}

/// Adds the observation of one row. `Err(None)`: the partner is not asked for, or a problem was
/// added.
fn row(
    reading: &mut Reading<'_, '_>,
    columns: &ImfColumns,
    partner_of: &PartnerOf,
) -> Result<(), Option<LeftOut>> {
    for column in &columns.reporter {
        let cell = reading.table.cell(*column);
        if !is_china(&cell) {
            let name = cell.into_owned();
            reading.count_of_others(&name);
            return Err(None);
        }
    }
    reading.note_china();
    let partner = match counterpart(reading, columns) {
        Counterpart::Partner => reading.wanted_partner(partner_of).ok_or(None)?,
        // The world is the total of all partners.
        Counterpart::World if reading.options.partner == PartnerChoice::All => Partner::WORLD,
        Counterpart::World | Counterpart::Group => return Err(Some(LeftOut::World)),
    };
    let (flow, currency) = match indicator_of_row(reading, &columns.indicator).ok_or(None)? {
        Indicator::Trade(flow, currency) => (flow, currency),
        Indicator::Beside => return Err(Some(LeftOut::OtherFlow)),
    };
    if let Some(given) = reading.given_flow
        && given != flow
    {
        let given = given.name();
        let column = columns.indicator.first().copied().unwrap_or(0);
        reading.wrong(column, &InputError::FlowDisagrees { given });
        return Err(None);
    }
    let frequency = columns.frequency.map(|column| reading.table.cell(column));
    let monthly = |text: &str| ["", "m", "monthly", "month"].contains(&&*text.to_ascii_lowercase());
    if frequency.is_some_and(|text| !monthly(&text)) {
        return Err(Some(LeftOut::NotMonthly));
    }
    let mut unit = reading
        .optional(columns.scale, scale)
        .ok_or(None)?
        .flatten();
    let stated = reading
        .optional(columns.unit, vocabulary::stated)
        .ok_or(None)?
        .unwrap_or_default();
    let first = columns.indicator.first().copied().unwrap_or(0);
    let currency = reading.currency(currency, stated.currency, columns.unit.unwrap_or(first));
    let currency = currency.ok_or(None)?;
    unit = unit.or(stated.unit.filter(|unit| *unit != Unit::ONE));
    let cells: Vec<(usize, Month)> = match &columns.values {
        ImfValues::Row(time, value) => {
            let text = reading.table.cell(*time);
            let is_longer = text.len() == 4 || text.to_ascii_uppercase().contains('Q');
            if is_longer && month(&text).is_none() {
                return Err(Some(LeftOut::NotMonthly));
            }
            let month = month(&text).ok_or(InputError::Month(MonthError::NotAMonth));
            let month = reading.or_wrong(*time, month).ok_or(None)?;
            vec![(*value, month)]
        }
        ImfValues::Columns(months) => months.clone(),
    };
    for (column, month) in cells {
        if unit.is_none() {
            let (place, cell) = (reading.table.place(column), reading.table.cell(column));
            let name = reading.table.header.get(first).cloned().unwrap_or_default();
            unit = reading.whole_units(column, &name, (place, &cell));
        }
        let Some(value) = reading.value(column, unit) else {
            continue;
        };
        let line = reading.table.line();
        let all_goods = TextId::EMPTY;
        reading.push(Observation {
            value: Some(value),
            ..Observation::printed_row(
                (line, Period::month(month), flow),
                (partner, currency, all_goods),
            )
        });
    }
    Ok(())
}

/// What the columns of the indicator say together. `None` if one of them is not understood or
/// contradicts another, with a problem added.
fn indicator_of_row(reading: &mut Reading<'_, '_>, columns: &[usize]) -> Option<Indicator> {
    let mut first: Option<(usize, Indicator)> = None;
    let mut is_beside = columns.is_empty();
    for column in columns {
        let named = indicator(&reading.table.cell(*column)).ok_or(InputError::UnknownFlow);
        let named = reading.or_wrong(*column, named)?;
        is_beside |= named == Indicator::Beside;
        match first {
            Some((beside, before)) if before.contradicts(named) => {
                reading.wrong_beside(*column, beside);
                return None;
            }
            Some(_) => {}
            None => first = Some((*column, named)),
        }
    }
    match first {
        Some((_, named)) if !is_beside => Some(named),
        _ => Some(Indicator::Beside),
    }
}

/// What the counterpart of a row is.
enum Counterpart {
    Partner,
    World,
    Group,
}

fn counterpart(reading: &Reading<'_, '_>, columns: &ImfColumns) -> Counterpart {
    let cells = || {
        columns
            .counterpart
            .iter()
            .map(|column| reading.table.cell(*column))
    };
    let is_world = |text: &str| {
        let code = text.trim().to_ascii_lowercase();
        ["world", "w00", "w0", "w1"].contains(&&*code)
    };
    if cells().any(|cell| is_world(&cell)) {
        Counterpart::World
    } else if cells().any(|cell| is_group(&cell)) {
        Counterpart::Group
    } else {
        Counterpart::Partner
    }
}

/// Whether a counterpart is a group of countries: `G001`, `Advanced Economies`.
fn is_group(text: &str) -> bool {
    let code = text.trim();
    let is_code = code.len() > 1
        && code.starts_with(['G', 'W'])
        && code[1..].bytes().all(|byte| byte.is_ascii_digit());
    let lower = code.to_ascii_lowercase();
    is_code
        || lower == "world"
        || lower.ends_with(" economies")
        || lower.ends_with("area")
        || lower.contains("not specified")
        || lower.starts_with("emerging ")
        || lower.starts_with("advanced ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_told_from_years_quarters_and_groups() {
        for (text, expected) in [
            ("2016-M09", Some((2016, 9))),
            ("2016M9", Some((2016, 9))),
            ("2016-09", Some((2016, 9))),
            ("2016", None),
            ("2016Q3", None),
        ] {
            assert_eq!(
                month(text),
                expected.and_then(|(y, m)| Month::new(y, m)),
                "{text}"
            );
        }
        assert!(is_group("G001") && is_group("World") && !is_group("PRK"));
    }
}
