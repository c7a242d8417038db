//! The customs office's monthly tables by country: table (2) with all countries, and the
//! preliminary table of major partners. In English or Chinese, in dollars or yuan, from a saved
//! page, a workbook or CSV saved from one.
//!
//! Each partner asked for yields figures for the month and the year to date, and the printed change
//! of the year to date. What the table does not state (its month, unit or currency) is never
//! guessed.

mod cells;
mod context;
mod head;
mod rows;
mod section;
mod sums;
mod texts;
mod title;
mod unit;

use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::open::File;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::not_read::FileSkipped;
use crate::reader::errors::number_error::NumberError;
use crate::reader::errors::problems::{Location, Problems};
use crate::reader::grid::{Grid, TitledTables};
use crate::reader::layout::bulletin::context::BulletinContext;
use crate::reader::layout::bulletin::rows::BulletinRows;
use crate::reader::layout::bulletin::section::Section;
use crate::reader::layout::bulletin::title::MonthlyTable;
use crate::reader::lenient::DropCount;
use crate::reader::profile::InputProfile;
use crate::reader::request::Options;
use crate::trade::{
    DecimalMark, InputRemark, LayoutName, Observations, Perspective, UnderstoodText,
};
use std::collections::BTreeSet;

/// How to recognise such a table in a text.
pub(crate) const TITLED: TitledTables = TitledTables {
    is_title: title::is_title,
    has_head: |grid| head::find(grid, 0).is_some(),
};

/// Reads a file with one or more monthly tables by country. `None` if it has none, so that other
/// layouts are tried.
pub(crate) fn read(
    file: &File,
    (grids, encoding): (&[Grid], Encoding),
    options: &Options,
    observations: &mut Observations,
    problems: &mut Problems,
) -> Option<Result<InputProfile, FileSkipped>> {
    let sections: Vec<(&Grid, Section)> = grids
        .iter()
        .flat_map(|grid| {
            section::find(grid)
                .into_iter()
                .map(move |part| (grid, part))
        })
        .collect();
    if sections.is_empty() {
        return None;
    }
    let layout = layout(&sections);
    let wrong = match options {
        _ if options.file_side == Some(Perspective::Partner) => Some(InputError::SideOfChinaAlone),
        _ if options.decimal == Some(DecimalMark::Comma) => {
            Some(InputError::Number(NumberError::PointAlone))
        }
        _ => None,
    };
    if let Some(wrong) = wrong {
        problems.add(&file.name, Location::default(), &wrong, None);
        return Some(Err(FileSkipped::Problem));
    }
    observations.open(&file.name, layout);
    let before = observations.rows.len();
    let mut context = BulletinContext {
        file,
        options,
        observations,
        problems,
        drop_count: DropCount::default(),
        month: options.file_month.filter(|_| sections.len() == 1),
    };
    let (mut columns, mut rows) = (Vec::new(), 0);
    let mut accounted: Vec<UnderstoodText> = Vec::new();
    for (grid, section) in &sections {
        for one in texts::account(&mut context, grid, section) {
            if !accounted.contains(&one) {
                accounted.push(one);
            }
        }
        let Some(table) = BulletinRows::new(&mut context, grid, section) else {
            continue;
        };
        table.read(&mut context);
        rows += table.count();
        columns.extend(table.columns());
        accounted.push(table.read_columns());
    }
    let has_none = |grid: &&Grid| {
        let is_of = |(of, _): &(&Grid, Section)| std::ptr::eq(*of, *grid);
        !sections.iter().any(is_of) && grid.holds_figures()
    };
    let others = grids.iter().filter(has_none);
    let names = others.filter_map(|grid| Some(format!("`{}`", grid.sheet.as_ref()?)));
    let names: Vec<String> = names.collect();
    if !names.is_empty() {
        let count = names.len();
        context.remark(InputRemark::TablesNotRead { count, names });
    }
    if let Some(drop_count) = context.drop_count.remark() {
        context.remark(drop_count);
    }
    Some(Ok(InputProfile {
        name: file.name.clone(),
        encoding,
        layout,
        columns,
        rows,
        observations: (observations.rows.len() - before) as u64,
        accounted,
        partners: BTreeSet::new(),
    }))
}

fn layout(sections: &[(&Grid, Section)]) -> LayoutName {
    let is_major = |(_, section): &(&Grid, Section)| {
        let title = section.title.as_ref();
        title.is_some_and(|(title, _)| title.table == MonthlyTable::MajorPartners)
    };
    if sections.iter().all(is_major) {
        LayoutName::Preliminary
    } else {
        LayoutName::Bulletin
    }
}
