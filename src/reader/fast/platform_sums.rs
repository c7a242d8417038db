//! Sums a large platform download without an observation for each row.

use crate::reader::bytes::decode;
use crate::reader::bytes::encoding::Encoding;
use crate::reader::bytes::open;
use crate::reader::bytes::open::FileBytes;
use crate::reader::cells::partner::PartnerOf;
use crate::reader::cells::table::Table;
use crate::reader::errors::problems::Problems;
use crate::reader::fast::add_up::add_up;
use crate::reader::fast::ahead::{Ahead, Dedup, ReadAhead};
use crate::reader::fast::codes::partner_at;
use crate::reader::fast::disjoint;
use crate::reader::fast::key_ranges::StratumRange;
use crate::reader::fast::optional_fields::OptionalColumns;
use crate::reader::fast::plan::{GroupBy, Plan};
use crate::reader::fast::rows_at::RowsAt;
use crate::reader::fast::sums::Sums;
use crate::reader::fast::sums_as_rows::{key_hashes, push_all, ranges, within};
use crate::reader::koreas;
use crate::reader::layout::platform::{LAYOUT, MonthOf, Query, query, remark_on_cut};
use crate::reader::profile::InputProfile;
use crate::reader::request::Options;
use crate::reader::row_reader::Reading;
use crate::trade::{DecimalMark, Observations, PartnerChoice, Perspective};
use std::fs::File;

/// Smaller files are read row by row, which is just as fast.
const LARGE: u64 = 1 << 15;
/// How much is looked at to see what a file is: a small file whole, of a larger one some 150 rows. Its
/// encoding is the dearest part of that, and there may be a thousand files.
const HEAD: u64 = 1 << 16;
const HEAD_OF_LARGE: u64 = 1 << 14;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a large platform download whose rows are all regular. `None` for anything else, which is
/// then read row by row. Uses this number of `threads`, and reports the size of each block.
pub(crate) fn read_large(
    given: &open::File,
    options: &Options,
    dedup: Dedup,
    (threads, progress): (usize, &(dyn Fn(u64) + Sync)),
) -> Ahead {
    if options.layout.is_some_and(|layout| layout != LAYOUT.name)
        || options.file_side == Some(Perspective::Partner)
        || options.decimal == Some(DecimalMark::Comma)
    {
        return None;
    }
    let dedup = match options.partner {
        PartnerChoice::All => dedup,
        PartnerChoice::These(_) => Dedup::ByKey,
    };
    let name = &*given.name;
    let rows = large(&given.place)?;
    let size = rows.len();
    let head = if size > HEAD { HEAD_OF_LARGE } else { HEAD };
    let mut head = rows.head(head)?;
    head.truncate(memchr::memrchr(b'\n', &head)? + 1);
    let mark = if head.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let text = decode::decode(&head, options.encoding).ok()?;
    if !matches!(text.written, Encoding::Utf8 | Encoding::Gb18030) {
        return None;
    }
    let table = Table::open(&text).ok()??;
    if !matches!(crate::reader::layout::recognise(&table.header), Ok(layout) if layout.name == LAYOUT.name)
    {
        return None;
    }
    let (start, line) = table.body();
    let (delimiter, form) = (table.delimiter(), table.header_form());
    let mut observations = Observations::new();
    observations.open(name, LAYOUT.name);
    let mut problems = Problems::default();
    let mut reading = Reading::new(name, table, options, &mut observations, &mut problems);
    reading.given_flow = given.flow;
    let shape = Shape {
        encoding: text.encoding,
        delimiter,
        form: (form.0, reading.table.header.len(), form.1),
        span: ((mark + start) as u64, size, line),
    };
    let sums = query(&mut reading).and_then(|query| {
        let sums = sums_of(
            &query,
            &mut reading,
            &rows,
            (shape, dedup),
            (threads, progress),
        )?;
        Some((query, sums))
    });
    let accounted = reading.accounts.claimed(&reading.table.header);
    let columns = reading.table.header;
    let (query, sums) = sums.filter(|_| problems.is_empty())?;
    // If a name cannot be decoded, the file is read row by row, which reports the place.
    let decode = text.encoding.strictly();
    for (of, code, name) in &sums.names {
        // Quotes in a name are doubled.
        let name = decode(name)?.replace("\"\"", "\"");
        observations.name(*of, &decode(code)?, name.trim());
    }
    let taken = push_all(&query, &sums, dedup, &mut observations);
    if dedup != Dedup::ByKey {
        let within = within(&query, &sums, &mut observations);
        if let Some(input) = observations.inputs.last_mut() {
            input.disjoint = Some(within);
        }
    }
    remark_on_cut(sums.rows, name, &mut observations);
    let is_seen = |code: &str| code.parse().is_ok_and(|code| sums.partners.contains(&code));
    if let Some(remark) = koreas::OF_CUSTOMS.only_south(&options.partner, is_seen) {
        observations.remark(name, remark);
    }
    let summary = InputProfile {
        name: name.to_owned(),
        encoding: text.written,
        layout: LAYOUT.name,
        columns,
        rows: sums.rows,
        observations: taken,
        accounted,
        partners: observations.partners_seen.clone(),
    };
    let ranges = ranges(&query, &sums);
    Some(Box::new(ReadAhead {
        observations,
        summary,
        key_hashes: key_hashes(&ranges, &sums),
        ranges,
        is_distinct: sums.spans.iter().all(StratumRange::is_distinct),
    }))
}

/// The rows of a file or of bytes in memory, if they are many, and the last line is complete: one
/// that may be cut off is checked by reading row by row.
fn large(place: &FileBytes) -> Option<RowsAt<'_>> {
    let rows = match place {
        FileBytes::Path(path) => {
            // Checked before opening, since opening a pipe waits for its writer.
            let size = std::fs::metadata(path)
                .ok()
                .filter(std::fs::Metadata::is_file)?
                .len();
            if size < LARGE {
                return None;
            }
            RowsAt::File(File::open(path).ok()?, size)
        }
        FileBytes::Bytes(bytes) => RowsAt::Bytes(bytes),
        _ => return None,
    };
    (rows.len() >= LARGE && rows.ends_in_line_end()).then_some(rows)
}

/// How a file is written, and where its rows are.
#[derive(Clone, Copy)]
struct Shape {
    encoding: Encoding,
    delimiter: u8,
    /// The number of fields of the header, how many have a name, and whether those are quoted.
    form: (usize, usize, bool),
    /// Where the rows begin, where they end, and the number of the first line.
    span: (u64, u64, u64),
}

/// The sums of all rows; `None` if a row is not regular.
fn sums_of(
    query: &Query,
    reading: &mut Reading<'_, '_>,
    rows: &RowsAt<'_>,
    (shape, dedup): (Shape, Dedup),
    (threads, progress): (usize, &(dyn Fn(u64) + Sync)),
) -> Option<Sums> {
    // Unused columns must be watched, which is possible only row by row.
    if !reading.accounts.unread().is_empty() {
        return None;
    }
    // Without commas as delimiters, the head must show that commas group digits.
    if !reading.settle_decimal_of_whole_values() || reading.mark() != DecimalMark::Point {
        return None;
    }
    let options = reading.options;
    let group_by = GroupBy {
        everything: dedup == Dedup::ByKey,
        partner: options.needs.partners,
        digits: options.needs.digits,
    };
    let extra = extra(query, options, shape.encoding);
    let mut plan = plan(query, group_by, extra, shape.delimiter, shape.form)?;
    let spelling_columns = &reading.spelling_columns;
    plan.spelling_columns = spelling_columns
        .names
        .iter()
        .chain(&spelling_columns.units)
        .copied()
        .collect();
    plan.finds_copies = dedup == Dedup::ByKey;
    plan.partner_numbers = (!plan.finds_copies).then(|| partner_numbers(query));
    plan.keeps_keys = dedup == Dedup::ByKeyHash;
    let wants = |code| wants(code, &options.partner);
    let mut sums = add_up(rows, shape.span, &plan, &wants, (threads, progress))?;
    // With several files, such a file is read again by key. A single file is searched for copies.
    if dedup == Dedup::NotNeeded && !sums.spans.iter().all(StratumRange::is_distinct) {
        plan.finds_copies = true;
        sums = add_up(rows, shape.span, &plan, &wants, (threads, &|_| ()))?;
    }
    Some(sums)
}

/// The optional fields that the question needs.
fn extra(query: &Query, options: &Options, encoding: Encoding) -> OptionalColumns {
    let mut quantities = query.quantities.iter().map(|at| (at.number, at.unit));
    let needs = options.needs;
    OptionalColumns {
        quantities: [quantities.next(), quantities.next()]
            .map(|at| at.filter(|_| needs.quantities)),
        names: query
            .names
            .map(|(_, column)| column.filter(|_| needs.names)),
        encoding,
    }
}

fn plan(
    query: &Query,
    group_by: GroupBy,
    extra: OptionalColumns,
    delimiter: u8,
    (fields, named, quoted): (usize, usize, bool),
) -> Option<Plan> {
    let (partner, partner_name) = match query.partner {
        PartnerOf::Columns {
            code: Some(column),
            name,
        } => (Some(column), name),
        PartnerOf::Fixed(_) => (None, None),
        _ => return None,
    };
    let month = match query.month {
        MonthOf::Column(column) => Some(column),
        MonthOf::File(period) if period.is_month() => None,
        MonthOf::File(_) => return None,
    };
    // Names can be looked up only row by row.
    if query.split_by_name.contains(&true) {
        return None;
    }
    Some(Plan {
        delimiter,
        fields,
        named,
        quoted,
        partner,
        partner_name,
        spelling_columns: Vec::new(),
        month,
        code: query.code,
        split: query.split,
        values: query.values.clone(),
        group_by,
        extra,
        partner_numbers: None,
        keeps_keys: false,
        finds_copies: false,
        suspects: None,
    })
}

fn wants(code: u16, choice: &PartnerChoice) -> bool {
    choice.wants(partner_at(code))
}

/// Numbers the partners by customs code, for [`Plan::partner_numbers`].
fn partner_numbers(query: &Query) -> Vec<u16> {
    let place = |code: u16| match query.partner {
        PartnerOf::Fixed(place) => place,
        _ => partner_at(code),
    };
    let places = (0..1000).map(place);
    places.map(disjoint::partner_number).collect()
}
