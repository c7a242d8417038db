//! One row per file: how it was recognised and what it contains.

use crate::frame::{DetailLevel, InputContents};
use crate::measure::inspect::found::Found;
use crate::report::{
    Cell, Column, FindingKind, Head, Item, RemarkKind, Row, Shows, ViewColumn, Word,
};
use crate::trade::{
    BUILT_IN_DATA, FileRemark, Flow, InputRemark, LayoutName, Name, Partner, Perspective,
    UnderstoodText, named_of,
};
use std::collections::BTreeSet;

/// The machine columns, in order.
pub const COLUMNS: [Column; 14] = [
    Column::File,
    Column::Layout,
    Column::Encoding,
    Column::Rows,
    Column::Records,
    Column::From,
    Column::To,
    Column::Flows,
    Column::Partners,
    Column::Currency,
    Column::Grain,
    Column::ReleasedFrom,
    Column::ReleasedTo,
    Column::Text,
];

/// The profile of one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// The displayed name.
    pub name: String,
    /// The layout it was recognised as.
    pub layout: LayoutName,
    /// Its encoding.
    pub encoding: String,
    /// The number of rows below the header.
    pub rows: u64,
    /// The number of observations made from them, for the partners asked for.
    pub observations: u64,
    /// Whether the platform probably truncated it.
    pub is_cut: bool,
    /// Every partner that it names.
    pub partners: BTreeSet<u16>,
    /// The contents of its observations.
    pub contents: InputContents,
    /// The remarks of the reader.
    pub remarks: Vec<InputRemark>,
    /// How its columns and texts were understood.
    pub texts: Vec<UnderstoodText>,
}

/// One row per file, in reading order.
pub fn rows(files: &[File], findings: &[Found], perspective: Perspective) -> Vec<Row> {
    let row = |file| row(file, findings, perspective);
    files.iter().map(row).collect()
}

fn row(file: &File, findings: &[Found], perspective: Perspective) -> Row {
    let count = |count: u64| Cell::Count(u32::try_from(count).unwrap_or(u32::MAX));
    let contents = &file.contents;
    let flow = |selected: &Flow| {
        contents
            .flows
            .contains(&perspective.reporter_flow(*selected))
    };
    let flows = Flow::ALL.into_iter().filter(flow).map(Cell::Flow);
    let currencies = contents.currencies.iter().copied().map(Cell::Currency);
    let detail_levels = contents
        .detail_levels
        .iter()
        .copied()
        .map(detail_level)
        .map(Cell::Name);
    Row::new([
        (Column::File, file_name(&file.name)),
        (Column::Layout, Cell::Word(Word::Layout(file.layout))),
        (Column::Encoding, Cell::text(&file.encoding)),
        (Column::Rows, count(file.rows)),
        (Column::Records, count(file.observations)),
        (
            Column::From,
            contents.first.map_or(Cell::Empty, Cell::Month),
        ),
        (Column::To, contents.last.map_or(Cell::Empty, Cell::Month)),
        (Column::Flows, Cell::list(flows.collect())),
        (Column::Partners, Cell::list(partners(&file.partners))),
        (Column::Currency, Cell::list(currencies.collect())),
        (Column::Grain, Cell::list(detail_levels.collect())),
        (Column::ReleasedFrom, Cell::date(contents.released_first)),
        (Column::ReleasedTo, Cell::date(contents.released_last)),
        (Column::Text, warnings(file, findings)),
    ])
}

/// The remarks of the reader, and on months where the file seems to change its unit.
fn warnings(file: &File, findings: &[Found]) -> Cell {
    let remark = |what: &InputRemark| {
        RemarkKind::Input(FileRemark {
            // The row already has the file name.
            file: "".into(),
            what: what.clone(),
        })
    };
    let own =
        |one: &&Found| one.kind == FindingKind::UnitBreak && one.file.as_ref() == Some(&file.name);
    let breaks = findings
        .iter()
        .filter(own)
        .flat_map(|one| one.remarks.clone());
    let all: Vec<RemarkKind> = file.remarks.iter().map(remark).chain(breaks).collect();
    if all.is_empty() {
        Cell::Empty
    } else {
        Cell::Remarks(all)
    }
}

/// Up to three partners by name and code, then how many more.
fn partners(partner_indices: &BTreeSet<u16>) -> Vec<Cell> {
    const NAMED: usize = 3;
    let partner = |place: &u16| match Partner::at(*place) {
        Some(one) => Name {
            en: format!("{} ({})", one.en, one.code).into(),
            zh: format!("{}({})", one.zh, one.code).into(),
            ko: format!("{}({})", one.ko, one.code).into(),
        },
        None => named("not listed", "未列名", "목록에 없음"),
    };
    let mut all: Vec<Cell> = partner_indices
        .iter()
        .take(named_of(partner_indices.len(), NAMED))
        .map(partner)
        .map(Cell::Name)
        .collect();
    let more = partner_indices.len() - all.len();
    if more > 0 {
        all.push(Cell::Name(Name {
            en: format!("{more} more").into(),
            zh: format!("另{more}个").into(),
            ko: format!("외 {more}개").into(),
        }));
    }
    all
}

/// The name of a file; built-in data have a name in each language.
fn file_name(name: &str) -> Cell {
    match name {
        BUILT_IN_DATA => Cell::Name(named(name, "内置数据", "내장 자료")),
        "built-in data on goods" => Cell::Name(named(name, "内置商品数据", "내장 품목 자료")),
        "" => Cell::Empty,
        name => Cell::Text(name.to_owned()),
    }
}

fn named(en: &str, zh: &str, ko: &str) -> Name {
    Name {
        en: en.into(),
        zh: zh.into(),
        ko: ko.into(),
    }
}

/// The name of a depth: `figures`, `all goods`, `HS 8`, `HS 8 × province × trade mode`.
pub(super) fn detail_level(depth: DetailLevel) -> Name {
    if depth.figure {
        return named("figures", "公布数", "공표치");
    }
    let mut name = match depth.digits {
        0 => named("all goods", "全部商品", "전체 품목"),
        digits => {
            let code = format!("HS {digits}");
            named(&code, &code, &code)
        }
    };
    let splits = [
        (depth.province, ["province", "注册地", "지역"]),
        (depth.mode, ["trade mode", "贸易方式", "무역방식"]),
        (
            depth.further,
            ["further breakdowns", "其他分类", "그 밖의 구분"],
        ),
    ];
    for (_, [en, zh, ko]) in splits.into_iter().filter(|(selected, _)| *selected) {
        name = named(
            &format!("{} × {en}", name.en),
            &format!("{} × {zh}", name.zh),
            &format!("{} × {ko}", name.ko),
        );
    }
    name
}

/// The table view: the name, the number of rows, the contents, and last how it was read.
pub fn view() -> Vec<ViewColumn> {
    const fn item(columns: &'static [Column]) -> Item {
        Item {
            label: None,
            columns,
        }
    }
    const HOLDS: &[Item] = &[
        item(&[Column::From, Column::To]),
        item(&[Column::Flows]),
        item(&[Column::Partners]),
        item(&[Column::Currency]),
        item(&[Column::Grain]),
        Item {
            label: Some(Head::Released),
            columns: &[Column::ReleasedFrom, Column::ReleasedTo],
        },
        item(&[Column::Layout]),
        item(&[Column::Encoding]),
    ];
    let column = |head, shows| ViewColumn { head, shows };
    vec![
        column(Head::File, Shows::Column(Column::File)),
        column(Head::Rows, Shows::Column(Column::Rows)),
        column(Head::Holds, Shows::Listed(HOLDS)),
    ]
}
