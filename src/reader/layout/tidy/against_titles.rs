//! A title that names one flow or partner, over columns that name only another.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::tidy::names::meaning_of_value;
use crate::reader::layout::tidy::value_column::{FlowOf, ValueColumn};
use crate::reader::layout::titles::{TableDefaults, reversed};
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, Partner, Perspective, TextKind};
use std::collections::BTreeSet;

/// Adds a problem if the titles name one flow, or one partner, and the columns only others. `cells`:
/// those of the column of flows.
pub(super) fn disagree<'c>(
    reading: &mut Reading<'_, '_>,
    names: &[String],
    values: &[ValueColumn],
    whole: &TableDefaults,
    cells: impl Iterator<Item = &'c str>,
) -> bool {
    let named = |one: &&ValueColumn| !meaning_of_value(&names[one.column]).flows.is_empty();
    let of_heads = values
        .iter()
        .filter(named)
        .filter_map(|one| match one.flow {
            FlowOf::Known(flow) => Some(flow),
            FlowOf::Row => None,
        });
    let turned = |flow: Flow| {
        if whole.is_reversed {
            reversed(flow)
        } else {
            flow
        }
    };
    let of_cells = cells.filter_map(|cell| vocabulary::flow(cell).ok().map(turned));
    let flows: BTreeSet<Flow> = of_heads.chain(of_cells).collect();
    let only_other = |flow: Flow| flows.len() == 1 && flows.contains(&reversed(flow));
    if let Some(flow) = whole.flow.filter(|flow| only_other(*flow)) {
        let of_title = |meaning: &TextMeaning| meaning.flow().is_some();
        // In the words of the file.
        let (says, instead) = (turned(flow), turned(reversed(flow)));
        return add(
            reading,
            (of_title, whole.is_reversed),
            says.name(),
            instead.name(),
        );
    }
    let partners: BTreeSet<Option<u16>> = values.iter().map(|one| one.partner).collect();
    let called = |place: u16| Partner::at(place).map_or("", |partner| &partner.en);
    match (whole.partner, partners.iter().next()) {
        (Some(of_title), Some(Some(other)))
            if !partners.contains(&None) && !partners.contains(&Some(of_title)) =>
        {
            let is_it = |meaning: &TextMeaning| meaning.partner() == Some(of_title);
            add(reading, (is_it, true), called(of_title), called(*other))
        }
        _ => false,
    }
}

fn add(
    reading: &mut Reading<'_, '_>,
    (is_of_title, is_turned): (impl Fn(&TextMeaning) -> bool, bool),
    says: &str,
    instead: &str,
) -> bool {
    let mut titles = reading.accounts.texts.iter().filter_map(|text| {
        let meaning = TextMeaning::of(&text.text);
        (text.part == TextKind::Title && is_of_title(&meaning)).then_some((text, meaning.side))
    });
    let Some((title, side)) = titles.next() else {
        return false;
    };
    let (line, text) = (title.line, title.text.clone());
    let speaks_for_china = matches!(
        side,
        WhoseTrade::NotStated | WhoseTrade::Of(Perspective::Reporter)
    );
    // `North Korea's exports` are China's imports.
    if !is_turned && !speaks_for_china {
        let is_open = reading.options.file_side.is_none();
        if is_open {
            reading.wrong_file(&InputError::SideInDoubt);
        }
        return is_open;
    }
    let wrong = InputError::TitleDisagrees {
        says: says.into(),
        instead: instead.into(),
        ignore: text.as_str().into(),
    };
    reading.doubt(Some(line), &wrong, &text);
    true
}
