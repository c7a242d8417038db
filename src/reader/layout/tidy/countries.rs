//! Finds the columns of partners, reporters and labels by the content of their cells.

use crate::reader::accounting::meaning::{TextMeaning, is_china};
use crate::reader::accounting::watch::country;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::aggregates::aggregate;
use crate::reader::cells::partner::{CodesOf, PartnerOf};
use crate::reader::cells::table::Line;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::tidy::names::{NamedColumn, bare, is_of_comtrade, is_of_un, named};
use crate::reader::layout::tidy::repeated::{repeats, repeats_most};
use crate::reader::layout::tidy::value_column::ValueColumn;
use crate::reader::layout::titles::TableDefaults;
use crate::reader::row_reader::Reading;
use crate::trade::Meaning;

/// Number of rows examined to find out the meaning of a column.
pub(super) const LOOKED_AT: usize = 2000;

/// The columns of partners and the column of reporters: by their names, or else by their content.
pub(super) fn countries(
    kinds: &[NamedColumn],
    taken: &mut [Option<Meaning>],
    rows: &[Line],
) -> (Vec<usize>, Option<usize>) {
    let free = |kind: NamedColumn, taken: &[Option<Meaning>]| -> Vec<usize> {
        (0..kinds.len())
            .filter(|column| kinds[*column] == kind && taken[*column].is_none())
            .collect()
    };
    let mut partners = free(NamedColumn::Partner, taken);
    let mut reporter = free(NamedColumn::Reporter, taken).first().copied();
    let countries = free(NamedColumn::Country, taken);
    if partners.is_empty() {
        // Of several columns with countries, one that is always China is the reporter. A single
        // such column is the reporter too if labels name the partner: `Imports from North Korea`.
        let says_partner = |text: &&str| TextMeaning::of(text).partner().is_some();
        let labels = (0..kinds.len()).filter(|column| kinds[*column] == NamedColumn::Label);
        let is_labelled = labels.into_iter().any(|column| {
            let texts = texts(rows, column);
            texts.iter().any(says_partner)
        });
        let (china, others): (Vec<usize>, Vec<usize>) = countries.iter().partition(|column| {
            (countries.len() > 1 || is_labelled) && is_always_china(rows, **column)
        });
        partners = others;
        reporter = reporter.or(china.first().copied());
    } else {
        // Codes of the same countries are those of the partners.
        let (again, others): (Vec<usize>, Vec<usize>) = countries
            .iter()
            .partition(|column| repeats(rows, &partners, **column));
        // One that repeats only some of them is in doubt.
        let is_other = |column: &&usize| !repeats_most(rows, &partners, **column);
        reporter = reporter.or(others.iter().find(is_other).copied());
        partners.extend(again);
    }
    if partners.is_empty() {
        let by_content =
            (0..kinds.len()).filter(|column| taken[*column].is_none() && Some(*column) != reporter);
        let by_content: Vec<usize> = by_content
            .filter(|column| holds_countries(rows, *column))
            .collect();
        let (china, others): (Vec<usize>, Vec<usize>) = by_content
            .iter()
            .partition(|column| is_always_china(rows, **column));
        partners = others.into_iter().take(1).collect();
        reporter = reporter.or(china.first().copied());
    }
    // Beside a column that does, one that names no partner at all is of something else.
    let names_any = |column: &usize| {
        let mut texts = texts(rows, *column).into_iter();
        texts.any(|text| {
            country(text).is_some()
                || aggregate(text).is_some()
                || text.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    if partners.iter().any(names_any) {
        partners.retain(names_any);
    }
    let kept = partners.clone();
    partners.retain(|column| !names_others(rows, &kept, *column));
    for column in &partners {
        taken[*column] = Some(Meaning::Partner);
    }
    if let Some(column) = reporter {
        taken[column] = Some(Meaning::Reporter);
    }
    (partners, reporter)
}

/// Whether a row has another country in this column than in the columns of names before it. Such a
/// column distinguishes rows itself; its codes are compared where rows are read.
fn names_others(rows: &[Line], columns: &[usize], column: usize) -> bool {
    let is_name = |text: &&str| text.chars().any(char::is_alphabetic);
    let partner_index = |line: &Line, column: usize| {
        let text = line.cells.get(column).map(String::as_str);
        text.filter(is_name).and_then(country)
    };
    let before = columns.iter().take_while(|before| **before != column);
    let differs = |line: &Line, before: usize| {
        let pair = partner_index(line, before).zip(partner_index(line, column));
        pair.is_some_and(|(one, other)| one != other)
    };
    before
        .into_iter()
        .any(|before| rows.iter().any(|line| differs(line, *before)))
}

pub(super) fn texts(rows: &[Line], column: usize) -> Vec<&str> {
    let cells = rows.iter().filter_map(|line| line.cells.get(column));
    let mut texts: Vec<&str> = cells
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// Whether no row has anything in the column.
pub(crate) fn is_blank(rows: &[Line], column: usize) -> bool {
    !rows.is_empty() && texts(rows, column).is_empty()
}

/// Whether a column of reporters has others than China.
pub(crate) fn reports_others(rows: &[Line], column: usize) -> bool {
    let is_of_china =
        |text: &&str| text.trim_end_matches(".0") == "156" || country(text).is_some_and(is_china);
    !texts(rows, column).iter().all(is_of_china)
}

pub(crate) fn is_always_china(rows: &[Line], column: usize) -> bool {
    let texts = texts(rows, column);
    !texts.is_empty() && texts.iter().all(|text| country(text).is_some_and(is_china))
}

/// Whether at least half of the texts in a column are names of countries.
pub(crate) fn holds_countries(rows: &[Line], column: usize) -> bool {
    let texts = texts(rows, column);
    // `NO` next to `YES` is not Norway.
    let are_answers = texts.iter().any(|text| ["Y", "N", "YES"].contains(text));
    // `SA` next to `NSA` is not Saudi Arabia: codes of two letters occur together.
    let of_two = |text: &str| text.chars().count() == 2 && text.is_ascii();
    let are_codes = texts.iter().all(|text| of_two(text));
    let is_country = |text: &&&str| {
        country(text).is_some() && !(are_answers && **text == "NO") && (are_codes || !of_two(text))
    };
    let named = texts.iter().filter(is_country).count();
    named > 0 && named * 2 >= texts.len()
}

/// Whether a column of labels can be relied on. If some of its texts are unknown, every other text
/// must have a meaning of its own, such as `Imports`; otherwise it could mean anything.
pub(crate) fn may_be_label(rows: &[Line], column: usize) -> bool {
    let meaning: Vec<TextMeaning> = texts(rows, column)
        .iter()
        .map(|text| TextMeaning::of(text))
        .collect();
    let unknown =
        |meaning: &TextMeaning| !meaning.unknown.is_empty() || !meaning.numbers.is_empty();
    let says_nothing = |meaning: &TextMeaning| {
        meaning.flows.is_empty() && meaning.names.is_empty() && meaning.partners.is_empty()
    };
    let some_unknown = meaning.iter().any(unknown);
    let filled = |line: &&Line| line.cells.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let some_blank = rows
        .iter()
        .filter(filled)
        .any(|line| line.cells.get(column).is_none_or(String::is_empty));
    let some_silent = some_blank || meaning.iter().any(|one| !unknown(one) && says_nothing(one));
    !(meaning.iter().all(unknown) || some_unknown && some_silent)
}

/// Whether a column has a few distinct texts, all of their words known: `direct` and `mirror`,
/// `Value` and `Net weight (kt)`.
pub(super) fn holds_labels(rows: &[Line], column: usize) -> bool {
    const MOST: usize = 30;
    let texts = texts(rows, column);
    let known = |text: &&str| {
        let meaning = TextMeaning::of(text);
        let says = !meaning.flows.is_empty()
            || !meaning.names.is_empty()
            || meaning.total
            || text.chars().any(char::is_alphabetic);
        says && meaning.unknown.is_empty() && meaning.numbers.is_empty() && meaning.years.is_empty()
    };
    let several = |dimension: Dimension| {
        texts
            .iter()
            .filter(|text| TextMeaning::of(text).is_of(dimension))
            .count()
            > 1
    };
    // Provinces, trade modes and the like are parts of a whole, none of which is the value of a row.
    let is_part = |text: &&str| {
        let of_part = |(dimension, _): &(Dimension, String)| {
            matches!(
                dimension,
                Dimension::Province | Dimension::TradeMode | Dimension::Segment
            )
        };
        let names = TextMeaning::of(text).names;
        !names.is_empty() && names.iter().all(of_part)
    };
    (2..=MOST).contains(&texts.len())
        && texts.iter().all(known)
        && !texts.iter().all(is_part)
        && !several(Dimension::ReleaseStatus)
}

/// Where the partner of a row is found: in columns, in the headers of values, in a title, or
/// nowhere.
pub(super) fn partner(
    reading: &mut Reading<'_, '_>,
    columns: &[usize],
    reporter: Option<usize>,
    rows: &[Line],
    whole: &TableDefaults,
    values: &[ValueColumn],
    has_labels: bool,
) -> Option<Option<PartnerOf>> {
    if columns.is_empty() {
        let in_heads = values.iter().all(|one| one.partner.is_some());
        if in_heads && !values.is_empty() {
            return Some(None);
        }
        if has_labels && whole.partner.is_none() && labels_name_partners(reading, rows) {
            return Some(None);
        }
        return match whole.partner {
            Some(partner_index) => {
                reading.fixed_partner = Some(partner_index);
                Some(Some(PartnerOf::Fixed(partner_index)))
            }
            None => reading.assumed_partner().map(Some),
        };
    }
    let is_number = |column: &usize| {
        let texts = texts(rows, *column);
        !texts.is_empty()
            && texts.iter().all(|text| {
                text.trim_end_matches(".0")
                    .bytes()
                    .all(|byte| byte.is_ascii_digit())
            })
    };
    let code = columns.iter().copied().find(is_number);
    let name = columns.iter().copied().find(|column| !is_number(column));
    reading.repair_names(name);
    let is_un = reporter.is_some_and(|column| {
        let texts = texts(rows, column);
        texts
            .iter()
            .any(|text| text.trim_end_matches(".0") == "156")
    });
    match (code, name) {
        (None, None) => Some(None),
        (Some(code), name) => coded(reading, (code, name), rows, is_un).map(Some),
        (None, Some(column)) => coded_or_named(reading, column, rows, is_un).map(Some),
    }
}

/// The partner in a column of names, some of which may be codes. `is_un`: whether the column of
/// reporters has China's UN code.
pub(crate) fn coded_or_named(
    reading: &mut Reading<'_, '_>,
    column: usize,
    rows: &[Line],
    is_un: bool,
) -> Option<PartnerOf> {
    let is_code = |text: &&str| {
        let digits = text.trim_end_matches(".0");
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if reading.options.partner_codes.is_none() && !texts(rows, column).iter().any(is_code) {
        return Some(PartnerOf::Either(column));
    }
    match coded(reading, (column, None), rows, is_un)? {
        PartnerOf::Un { .. } => Some(PartnerOf::Un {
            code: Some(column),
            iso: None,
            name: Some(column),
        }),
        _ => Some(PartnerOf::Either(column)),
    }
}

/// The partner in a column of codes and, if there is one, a column of names.
fn coded(
    reading: &mut Reading<'_, '_>,
    (code, name): (usize, Option<usize>),
    rows: &[Line],
    is_un: bool,
) -> Option<PartnerOf> {
    let pairs = rows.iter().map(|line| {
        let cell = |column: usize| line.cells.get(column).map_or("", String::as_str);
        let text = cell(code);
        let is_code = !text.chars().any(char::is_alphabetic);
        (if is_code { text } else { "" }, name.map_or("", cell))
    });
    let header = &reading.table.header;
    let is_un =
        is_un || is_of_un(&bare(&header[code])) || header.iter().any(|name| is_of_comtrade(name));
    let options = reading.options;
    match CodesOf::of(options.partner_codes, pairs, is_un, &options.partner) {
        CodesOf::Customs => Some(PartnerOf::Columns {
            code: Some(code),
            name,
        }),
        CodesOf::Un => Some(PartnerOf::Un {
            code: Some(code),
            iso: None,
            name,
        }),
        CodesOf::Unclear(text) => {
            let line = rows
                .iter()
                .find(|line| line.cells.get(code).is_some_and(|cell| *cell == text));
            reading.doubt(
                line.map(|line| line.line),
                &InputError::PartnerCodeInDoubt,
                &text,
            );
            None
        }
    }
}

/// Whether a label names a partner: `Imports from North Korea`.
pub(crate) fn labels_name_partners(reading: &Reading<'_, '_>, rows: &[Line]) -> bool {
    let labels: Vec<usize> = (0..reading.table.header.len())
        .filter(|column| named(&reading.table.header[*column]) == NamedColumn::Label)
        .collect();
    rows.iter().any(|line| {
        let cells = labels.iter().filter_map(|column| line.cells.get(*column));
        cells
            .into_iter()
            .any(|cell| TextMeaning::of(cell).partner().is_some())
    })
}
