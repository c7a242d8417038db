//! Lists of partners, layouts and measures.

use super::figures_in_data::FiguresInData;
use super::listed::{ListMaterial, Listed, holds, show};
use crate::report::{Cell, Column, Head, MeasureOf, Row, Word};
use crate::trade::{
    LayoutName, Measure, Metric, Name, Named, Observation, Observations, Partner, Regime, Sanctions,
};
use std::sync::Arc;

pub(super) const PARTNERS: [Column; 8] = [
    Column::Code,
    Column::Iso3,
    Column::M49,
    Column::Name,
    Column::Flows,
    Column::Count,
    Column::From,
    Column::To,
];

pub(super) const LAYOUTS: [Column; 2] = [Column::Layout, Column::Text];

pub(super) const MEASURES: [Column; 7] = [
    Column::Kind,
    Column::Measure,
    Column::Name,
    Column::Flows,
    Column::Count,
    Column::From,
    Column::To,
];

/// Every partner in the customs list.
pub fn partners(words: &[String], data: &Observations) -> Listed {
    let mut listed = Listed {
        columns: &PARTNERS,
        view: vec![
            show(Head::Code, Column::Code),
            show(Head::Column(Column::Iso3), Column::Iso3),
            show(Head::Column(Column::M49), Column::M49),
            show(Head::Partner, Column::Name),
            show(Head::Figures, Column::Count),
            show(Head::From, Column::From),
            show(Head::To, Column::To),
        ],
        ..Listed::default()
    };
    for (place, partner) in (0..).zip(Partner::table()) {
        let words_of = [partner.en.to_lowercase(), partner.iso3().to_lowercase()];
        listed.known.extend(words_of);
        // Match any spelling, codes included.
        if !words.iter().all(|word| partner.goes_by(word)) {
            continue;
        }
        let figures_in_data = FiguresInData::of(data, |row, _| row.partner == place);
        let m49 = partner.un().map(|code| format!("{code:03}"));
        let mut row = Row::new([
            (Column::Code, Cell::text(&partner.code)),
            (Column::Iso3, Cell::text(partner.iso3())),
            (Column::M49, Cell::text(&m49.unwrap_or_default())),
            (Column::Name, Cell::Name(Name::from(partner))),
        ]);
        for (column, cell) in figures_in_data.cells() {
            row.put(column, cell);
        }
        listed.rows.push(row);
    }
    listed
}

/// Every supported layout.
pub fn layouts(words: &[String]) -> Listed {
    let meant = |one: &&LayoutName| holds(words, &[one.name(), one.about()]);
    let row = |layout: &LayoutName| {
        Row::new([
            (Column::Layout, Cell::text(layout.name())),
            (Column::Text, Cell::Word(Word::Recognised(*layout))),
        ])
    };
    Listed {
        columns: &LAYOUTS,
        view: vec![
            show(Head::Layout, Column::Layout),
            show(Head::Recognised, Column::Text),
        ],
        rows: LayoutName::EVERY.iter().filter(meant).map(row).collect(),
        known: LayoutName::EVERY
            .iter()
            .map(|layout| layout.name().to_owned())
            .collect(),
    }
}

/// The values of `--measure`, the metrics of `check`, and the sanctions measures.
pub fn measures(words: &[String], material: &ListMaterial<'_>) -> Listed {
    let mut listed = Listed {
        columns: &MEASURES,
        view: vec![
            show(Head::Kind, Column::Kind),
            show(Head::Measure, Column::Measure),
            show(Head::Name, Column::Name),
            show(Head::Figures, Column::Count),
            show(Head::From, Column::From),
            show(Head::To, Column::To),
        ],
        ..Listed::default()
    };
    let mut add =
        |kind: MeasureOf, word: &str, name: Cell, figures_in_data: Option<FiguresInData>| {
            listed.known.push(word.to_lowercase());
            let kind = Word::MeasureOf(kind);
            let shown = kind.name();
            let names = match &name {
                Cell::Name(name) => vec![shown, word, &name.en, &name.zh, &name.ko],
                _ => vec![shown, word],
            };
            if !holds(words, &names) {
                return;
            }
            let mut row = Row::new([
                (Column::Kind, Cell::Word(kind)),
                (Column::Measure, Cell::text(word)),
                (Column::Name, name),
            ]);
            for (column, cell) in figures_in_data.iter().flat_map(FiguresInData::cells) {
                row.put(column, cell);
            }
            listed.rows.push(row);
        };
    let data = material.goods;
    let both = [material.totals, data];
    for measure in Measure::EVERY {
        let is_held = |data: &Observations, at: u32, row: &Observation| {
            let row_quantity = data.quantities.get(&at);
            let is_counted = row_quantity.is_some_and(|one| one.quantity.is_some());
            match measure {
                Measure::Value => row.value.is_some(),
                Measure::Quantity => is_counted,
                Measure::UnitValue => row.value.is_some() && is_counted,
            }
        };
        let rows = both.iter().flat_map(|data| {
            let rows = (0..).zip(&data.rows);
            rows.filter(move |(at, row)| is_held(data, *at, row))
                .map(|(_, row)| row)
        });
        let figures_in_data = FiguresInData::of_rows(rows);
        add(
            MeasureOf::Series,
            measure.word(),
            Cell::Word(Word::Measure(*measure)),
            Some(figures_in_data),
        );
    }
    for metric in Metric::ALL {
        add(
            MeasureOf::Claims,
            metric.name(),
            Cell::Word(Word::Metric(metric)),
            None,
        );
    }
    let sanctions = Sanctions::built_in();
    for measure in Regime::ALL.into_iter().flat_map(|one| sanctions.of(one)) {
        let is_under = |row: &Observation, code: &Arc<str>| {
            let mut prefixes = measure.prefixes.iter();
            row.flow == measure.flow
                && !code.is_empty()
                && prefixes.any(|prefix| code.starts_with(&**prefix))
        };
        let figures_in_data = FiguresInData::of(data, is_under);
        let goods = Cell::Name(measure.goods.clone());
        add(
            MeasureOf::Sanctions,
            &measure.id,
            goods,
            Some(figures_in_data),
        );
    }
    listed
}
