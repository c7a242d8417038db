//! Lays out the table for people: column widths, spacing and line breaks.

use super::Style;
use super::wrap::{PATH_BREAK, longest_piece, width, wrap};
use crate::render::cell_text::CellText;
use crate::render::labels;
use crate::render::text_columns::{TextColumn, TextTable};
use comfy_table::{
    Cell, CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle,
};

/// A single rule under the headers, no other lines.
const RULED: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::none().fill('─'))
    .content_lines(ContentLineStyle::none());

/// Minimum width to which columns of words are squeezed, unless they are narrower anyway. If the
/// table is still too wide, the second and third values apply.
const LEAST_FOR_WORDS: [usize; 3] = [18, 12, 6];

/// Paths shorter than this stay on one line.
const LONG_PATH: usize = 37;

/// Codes shorter than this, such as `meat_animals`, stay on one line.
const LONG_CODE: usize = 19;

/// How closely columns are set.
#[derive(Clone, Copy)]
struct Fit {
    gap: usize,
    percent_in_head: bool,
    stacked: bool,
}

/// From loose to tight. The last one is used even if it is too wide, so that no figure breaks.
const FITS: [Fit; 5] = [
    Fit::new(2, false, false),
    Fit::new(1, false, false),
    Fit::new(2, true, false),
    Fit::new(1, true, false),
    Fit::new(1, true, true),
];

impl Fit {
    const fn new(gap: usize, percent_in_head: bool, stacked: bool) -> Fit {
        Fit {
            gap,
            percent_in_head,
            stacked,
        }
    }
}

/// A column as texts, with its actual and minimum width.
struct Laid {
    head: String,
    sign_in_head: bool,
    figures: bool,
    texts: Vec<String>,
    width: usize,
    least: usize,
}

/// The table at the available width, with words wrapped if they do not fit.
pub(super) fn lay_out(grid: &TextTable, style: &Style) -> Table {
    let laid = |fit: Fit, for_words: usize| -> Vec<Laid> {
        let stacked = if fit.stacked { grid.stacked() } else { None };
        let columns = &stacked.as_ref().unwrap_or(grid).columns;
        let columns = columns.iter();
        columns.map(|one| lay(one, fit, style, for_words)).collect()
    };
    let fits = |columns: &[Laid], fit: Fit, width: fn(&Laid) -> usize| {
        columns.iter().map(width).sum::<usize>() + gaps(columns, fit) <= style.width
    };
    let in_fits = |for_words: usize| FITS.map(|fit| (laid(fit, for_words), fit));
    let all: Vec<(Vec<Laid>, Fit)> = LEAST_FOR_WORDS.into_iter().flat_map(in_fits).collect();
    // Avoiding line breaks takes precedence over space between columns, but not over separate
    // columns for months and flows.
    let mut side_by_side = all.iter().filter(|(_, fit)| !fit.stacked);
    let whole = side_by_side.position(|(columns, fit)| fits(columns, *fit, |one| one.width));
    let least = || {
        all.iter()
            .position(|(columns, fit)| fits(columns, *fit, |one| one.least))
    };
    let at = whole.or_else(least).unwrap_or(all.len().saturating_sub(1));
    let (mut columns, fit) = all.into_iter().nth(at).unwrap_or((Vec::new(), FITS[0]));
    squeeze(&mut columns, fit, style.width);
    build(&columns, fit, style.header)
}

fn gaps(columns: &[Laid], fit: Fit) -> usize {
    fit.gap * columns.len().saturating_sub(1)
}

fn lay(column: &TextColumn, fit: Fit, style: &Style, for_words: usize) -> Laid {
    let has_percent = column.texts.iter().any(|text| text.percent);
    // Next to amounts, each percentage needs its own sign.
    let is_percent =
        |text: &CellText| text.percent || !text.text.contains(|c: char| c.is_numeric());
    let sign_in_head = has_percent && fit.percent_in_head && column.texts.iter().all(is_percent);
    let in_cell = !sign_in_head;
    let texts = if column.figures {
        aligned(&column.texts, in_cell)
    } else {
        column
            .texts
            .iter()
            .map(|text| with_breaks(&text.text))
            .collect()
    };
    let body = texts.iter().map(|text| width(text)).max().unwrap_or(0);
    let heads = if style.header {
        head_width(&column.head)
    } else {
        0
    };
    let least = if column.figures || column.whole {
        body
    } else {
        let longest = texts.iter().map(|text| longest_piece(text)).max();
        body.min(for_words.max(longest.unwrap_or(0)))
    };
    Laid {
        head: column.head.clone(),
        sign_in_head,
        figures: column.figures,
        texts,
        width: body.max(heads),
        least: least.max(heads),
    }
}

/// Allows line breaks after the folders of a long path, and after the words of a long code.
fn with_breaks(text: &str) -> String {
    let is_one_word = !text.contains(' ');
    let between = match width(text) {
        LONG_PATH.. if is_one_word && text.contains('/') => '/',
        LONG_CODE.. if is_one_word && text.contains('_') => '_',
        _ => return text.to_owned(),
    };
    text.replace(between, &format!("{between}{PATH_BREAK}"))
}

/// The width of the longest word. A header breaks only at spaces and marked places.
fn head_width(head: &str) -> usize {
    head.split([' ', labels::NO_SPACE])
        .map(width)
        .max()
        .unwrap_or(0)
}

/// The lines of a header, with the percent sign on the last line or below it.
fn head_lines(column: &Laid) -> Vec<String> {
    let sign = column.sign_in_head.then_some("%");
    let mut lines: Vec<String> = Vec::new();
    let words = column.head.split(' ').chain(sign);
    for (at, word) in words.flat_map(|word| word.split(labels::NO_SPACE).enumerate()) {
        let space = if at == 0 { " " } else { "" };
        match lines.last_mut() {
            Some(line) if width(line) + space.len() + width(word) <= column.width => {
                line.push_str(space);
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// Figures aligned at the decimal point, with a fold on a separate line.
fn aligned(texts: &[CellText], percent_in_cell: bool) -> Vec<String> {
    let full = |text: &CellText| format!("{}{}", text.text, text.sign(percent_in_cell));
    let is_number = |text: &CellText| text.text.chars().any(|c| c.is_ascii_digit());
    // In tight tables, a flag follows its figure without a space.
    let full = |text: &CellText| match percent_in_cell {
        true => full(text),
        false => full(text).replace(' ', ""),
    };
    let numbers = texts.iter().filter(|text| is_number(text));
    let most = numbers
        .map(|text| after_point(&full(text)))
        .max()
        .unwrap_or(0);
    let pad = |text: &CellText| {
        let mut line = full(text);
        if is_number(text) {
            line.push_str(&" ".repeat(most - after_point(&full(text))));
        }
        match &text.fold {
            Some(fold) => format!("{line}\n{fold}"),
            None => line,
        }
    };
    texts.iter().map(pad).collect()
}

/// Number of columns to the right of the integer part.
fn after_point(text: &str) -> usize {
    let whole = text.find(['.', ' ', '：']).unwrap_or(text.len());
    width(&text[whole..])
}

/// Takes excess width from the widest columns of words, first down to comfortable widths, then to
/// their minimum.
fn squeeze(columns: &mut [Laid], fit: Fit, wanted: usize) {
    for for_words in LEAST_FOR_WORDS {
        let widths = columns.iter().map(|column| column.width).sum::<usize>();
        let mut surplus = (widths + gaps(columns, fit)).saturating_sub(wanted);
        let spare = |one: &Laid| one.width.saturating_sub(one.least.max(for_words));
        let mut order: Vec<&mut Laid> = columns.iter_mut().collect();
        order.sort_by_key(|column| std::cmp::Reverse(spare(column)));
        for column in order {
            let taken = surplus.min(spare(column));
            column.width -= taken;
            surplus -= taken;
        }
    }
}

fn build(columns: &[Laid], fit: Fit, header: bool) -> Table {
    let mut table = Table::new();
    table
        .load_style(RULED)
        .set_content_arrangement(ContentArrangement::Disabled);
    if header {
        let heads = columns.iter().map(head_lines);
        let heads: Vec<Vec<String>> = heads.collect();
        let height = heads.iter().map(Vec::len).max().unwrap_or(0);
        // Headers are aligned at the rule below them.
        let lowered = heads.iter().map(|lines| {
            let above = "\n".repeat(height - lines.len());
            Cell::new(format!("{above}{}", lines.join("\n")))
        });
        table.set_header(lowered.collect::<Vec<_>>());
    }
    let height = columns.iter().map(|column| column.texts.len()).max();
    for row in 0..height.unwrap_or(0) {
        let cells = columns.iter().map(|column| {
            let text = column.texts.get(row).map_or("", String::as_str);
            Cell::new(if column.figures {
                text.to_string()
            } else {
                // What is indented stays so on its next lines.
                let hang = usize::from(text.starts_with(' '));
                let lines = wrap(text, column.width, hang).join("\n");
                lines.replace(PATH_BREAK, "")
            })
        });
        table.add_row(cells.collect::<Vec<_>>());
    }
    let gap = u16::try_from(fit.gap).unwrap_or(1);
    for (at, column) in table.column_iter_mut().enumerate() {
        column.set_padding((if at == 0 { 0 } else { gap }, 0));
        if columns.get(at).is_some_and(|laid| laid.figures) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}
