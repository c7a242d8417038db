//! One row a file: what it turned out to be and what it holds.

use crate::frame::{Depth, Held};
use crate::report::{Cell, Head, Row, Shows, ViewColumn};
use crate::trade::{Flow, Partner, Perspective, Vintage};
use std::collections::BTreeSet;

/// The machine columns, in order.
pub const COLUMNS: [&str; 14] = [
    "file",
    "layout",
    "encoding",
    "rows",
    "records",
    "from",
    "to",
    "flows",
    "partners",
    "currency",
    "grain",
    "released_from",
    "released_to",
    "text",
];

/// The rows at which the query platform cuts a download without a word.
const CUT_AT: u64 = 10_000;

/// What one file turned out to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// The name to show.
    pub name: String,
    /// The layout it was recognised as.
    pub layout: &'static str,
    /// How it was written.
    pub encoding: String,
    /// The rows under the header.
    pub rows: u64,
    /// The records made from them for the partners asked for.
    pub records: u64,
    /// Every partner that it names.
    pub partners: BTreeSet<u16>,
    /// What its records hold.
    pub held: Held,
    /// What the reader remarked of it.
    pub remarks: Vec<String>,
}

impl File {
    /// Whether the platform probably cut it.
    pub fn is_cut(&self) -> bool {
        self.layout == "platform" && self.rows == CUT_AT
    }
}

/// One row a file, in the order in which they were read.
pub fn rows(files: &[File], perspective: Perspective) -> Vec<Row> {
    files.iter().map(|file| row(file, perspective)).collect()
}

fn row(file: &File, perspective: Perspective) -> Row {
    let count = |count: u64| Cell::Count(u32::try_from(count).unwrap_or(u32::MAX));
    let text = |text: String| {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text)
        }
    };
    let date = |date: Option<Vintage>| text(date.map(|date| date.to_string()).unwrap_or_default());
    let held = &file.held;
    let flow = |told: &Flow| held.flows.contains(&perspective.reporter_flow(*told));
    let flows = Flow::ALL.into_iter().filter(flow).map(Flow::name);
    let flows: Vec<&str> = flows.collect();
    let currencies: Vec<&str> = held.currencies.iter().map(|one| one.code()).collect();
    let grains: Vec<String> = held.grains.iter().copied().map(grain).collect();
    let cells = vec![
        text(file.name.clone()),
        Cell::Word(file.layout),
        text(file.encoding.clone()),
        count(file.rows),
        count(file.records),
        held.first.map_or(Cell::Empty, Cell::Month),
        held.last.map_or(Cell::Empty, Cell::Month),
        text(flows.join(", ")),
        text(partners(&file.partners)),
        text(currencies.join(", ")),
        text(grains.join(", ")),
        date(held.released_first),
        date(held.released_last),
        text(file.remarks.join("; ")),
    ];
    Row {
        cells,
        remarks: Vec::new(),
    }
}

/// Up to three by name and code, then how many more.
fn partners(places: &BTreeSet<u16>) -> String {
    let partner = |place: &u16| match Partner::at(*place) {
        Some(partner) => format!("{} ({})", partner.en, partner.code),
        None => "not listed".to_owned(),
    };
    let mut names: Vec<String> = places.iter().take(3).map(partner).collect();
    if places.len() > names.len() {
        names.push(format!("{} more", places.len() - names.len()));
    }
    names.join(", ")
}

/// `figures`, `all goods`, `HS 8`, `HS 8 × province × trade mode`.
pub(super) fn grain(depth: Depth) -> String {
    if depth.figure {
        return "figures".to_owned();
    }
    let goods = match depth.digits {
        0 => "all goods".to_owned(),
        digits => format!("HS {digits}"),
    };
    let splits = [
        (depth.province, " × province"),
        (depth.mode, " × trade mode"),
        (depth.further, " × further breakdowns"),
    ];
    let splits = splits.iter().filter(|(told, _)| *told);
    goods + &splits.map(|(_, name)| *name).collect::<String>()
}

/// For people: the name, how it was read, and what it holds.
pub fn view() -> Vec<ViewColumn> {
    let column = |head, shows| ViewColumn { head, shows };
    vec![
        column(Head::File, Shows::Column("file")),
        column(Head::ReadAs, Shows::Listed(&["layout", "encoding"])),
        column(Head::Rows, Shows::Column("rows")),
        column(Head::Month, Shows::Span(["from", "to"])),
        column(
            Head::Holds,
            Shows::Listed(&["flows", "partners", "currency", "grain"]),
        ),
    ]
}
