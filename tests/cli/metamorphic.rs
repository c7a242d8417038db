//! What may happen to a file without anybody saying so: cells are blanked, rows copied, a column of
//! partners added, the file renamed or copied beside itself. The answer is that of the clean file,
//! less of it, or a refusal; never another figure.

use crate::program::Folder;
use proptest::prelude::*;

/// The base and the value of imports of September 2017, where they are given; `None` for a refusal.
type Answer = Option<[Option<String>; 2]>;

/// How a table is asked for, and the table itself: rows of cells.
struct Clean {
    arguments: &'static str,
    rows: Vec<Vec<String>>,
    /// Where a column of partners may be put in: behind the months; `None` where there is one.
    partner_at: Option<usize>,
}

const MONTHS: [&str; 4] = ["2016-08", "2016-09", "2017-08", "2017-09"];
const IMPORTS: [i64; 4] = [291_340, 234_800, 288_300, 145_820];
const EXPORTS: [i64; 4] = [336_950, 285_500, 315_970, 266_340];

fn cells(line: &str) -> Vec<String> {
    line.split(',').map(str::to_owned).collect()
}

fn tables() -> Vec<Clean> {
    let of = |arguments, partner_at, head: &str, row: &dyn Fn(usize) -> Vec<String>| {
        let mut rows = vec![cells(head)];
        rows.extend((0..MONTHS.len()).flat_map(|at| row(at).into_iter().map(|line| cells(&line))));
        Clean {
            arguments,
            rows,
            partner_at,
        }
    };
    let month = |at: usize| MONTHS[at].replace('-', "");
    let whole = |values: [i64; 4]| values.map(|value| value.to_string()).join(",");
    let wide = Clean {
        arguments: "",
        rows: vec![
            cells(&format!("USD thousand,{}", MONTHS.join(","))),
            cells(&format!("Imports,{}", whole(IMPORTS))),
            cells(&format!("Exports,{}", whole(EXPORTS))),
        ],
        partner_at: None,
    };
    vec![
        of(
            "",
            Some(1),
            "month,imports_usd_thousand,exports_usd_thousand",
            &|at| vec![format!("{},{},{}", MONTHS[at], IMPORTS[at], EXPORTS[at])],
        ),
        of("", Some(1), "month,flow,value_usd_thousand", &|at| {
            vec![
                format!("{},import,{}", MONTHS[at], IMPORTS[at]),
                format!("{},export,{}", MONTHS[at], EXPORTS[at]),
            ]
        }),
        of("", None, "month,country,flow,value_usd_thousand", &|at| {
            vec![
                format!("{},North Korea,import,{}", MONTHS[at], IMPORTS[at]),
                format!("{},Japan,import,{}", MONTHS[at], 7 * IMPORTS[at]),
            ]
        }),
        of(
            "--imports a.csv",
            None,
            "数据年月,贸易伙伴编码,贸易伙伴名称,商品编码,美元",
            &|at| {
                // Two rows of detail a month: where one has no value, neither has the month.
                vec![
                    format!("{},109,朝鲜,27011100,{}000", month(at), IMPORTS[at] - 7),
                    format!("{},109,朝鲜,03061490,7000", month(at)),
                ]
            },
        ),
        of(
            "",
            None,
            "period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue",
            &|at| {
                vec![
                    format!("{},156,M,408,TOTAL,{}000", month(at), IMPORTS[at]),
                    format!("{},156,X,408,TOTAL,{}000", month(at), EXPORTS[at]),
                ]
            },
        ),
        of("", None, "period,flow,currency,value,unit", &|at| {
            vec![
                format!("{},import,USD,{},thousand", MONTHS[at], IMPORTS[at]),
                format!("{},export,USD,{},thousand", MONTHS[at], EXPORTS[at]),
            ]
        }),
        wide,
    ]
}

fn written(rows: &[Vec<String>]) -> String {
    let lines: Vec<String> = rows.iter().map(|row| row.join(",") + "\n").collect();
    lines.concat()
}

/// What the program answers for the files of a folder, the first of which is named.
fn answer(folder: &Folder, arguments: &str, files: &str) -> Answer {
    let files = match arguments.contains("a.csv") {
        true => arguments.replace("a.csv", files),
        false => format!("{arguments} {files}"),
    };
    let ask = "yoy --month 2017-09 --flow imports --columns base,value --format csv";
    let output = folder.run(&format!("{ask} {files}")).output();
    match output.status.code() {
        Some(0) => {}
        Some(2) => return None,
        other => panic!("{other:?}: {}", String::from_utf8_lossy(&output.stderr)),
    }
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let (head, row) = told.trim_end().split_once('\n')?;
    let field = |name: &str| {
        let at = head.split(',').position(|column| column == name)?;
        row.split(',').nth(at).filter(|text| !text.is_empty())
    };
    Some(["base", "value"].map(|name| field(name).map(str::to_owned)))
}

/// The same as of the clean table, or less.
fn is_less(told: &Answer) -> bool {
    let clean = ["234800000", "145820000"];
    told.iter().flatten().enumerate().all(|(at, figure)| {
        figure
            .as_deref()
            .is_none_or(|figure| figure == clean[at % 2])
    })
}

/// Each case starts the program; `PROPTEST_CASES` asks for more.
fn few() -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => usual.cases,
        None => 16,
    };
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..usual
    }
}

#[test]
fn the_clean_tables_are_read() {
    for clean in tables() {
        let folder = Folder::new().with("a.csv", written(&clean.rows));
        let told = answer(&folder, clean.arguments, "a.csv");
        let whole = ["234800000", "145820000"].map(|figure| Some(figure.to_owned()));
        assert_eq!(told, Some(whole), "{}", written(&clean.rows));
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn blank_cells_change_no_figure(table in 0..7_usize, blanks in prop::collection::vec((0..100_usize, 0..100_usize), 1..4)) {
        let mut clean = tables().swap_remove(table);
        for (row, column) in blanks {
            let row = row % clean.rows.len();
            let column = column % clean.rows[row].len();
            clean.rows[row][column].clear();
        }
        let text = written(&clean.rows);
        let folder = Folder::new().with("a.csv", &text);
        let told = answer(&folder, clean.arguments, "a.csv");
        prop_assert!(is_less(&told), "{told:?} out of\n{text}");
    }

    #[test]
    fn copied_rows_change_no_figure(table in 0..7_usize, copies in prop::collection::vec((1..100_usize, 1..100_usize), 1..5)) {
        let mut clean = tables().swap_remove(table);
        for (from, to) in copies {
            let row = clean.rows[1 + from % (clean.rows.len() - 1)].clone();
            clean.rows.insert(1 + to % clean.rows.len(), row);
        }
        let text = written(&clean.rows);
        let folder = Folder::new().with("a.csv", &text);
        let told = answer(&folder, clean.arguments, "a.csv");
        prop_assert!(is_less(&told), "{told:?} out of\n{text}");
    }

    #[test]
    fn a_partner_under_any_name_changes_no_figure(
        table in 0..2_usize,
        name in "[a-zA-Z_ ]{1,12}|국가[가-힣]{0,2}|[一-龥]{1,3}",
        other in prop::sample::select(vec!["South Korea", "JPN", "일본", "World", "俄罗斯"]),
        own in prop::sample::select(vec!["North Korea", "PRK", "북한", "朝鲜"]),
    ) {
        let clean = tables().swap_remove(table);
        let at = clean.partner_at.expect("a table without partners");
        let mut rows = Vec::new();
        for (line, row) in clean.rows.iter().enumerate() {
            let with = |text: &str| {
                let mut row = row.clone();
                row.insert(at, text.to_owned());
                row
            };
            if line == 0 {
                rows.push(with(&name));
                continue;
            }
            rows.push(with(own));
            let mut second = with(other);
            if let Some(value) = second.last_mut() {
                *value = format!("9{value}");
            }
            rows.push(second);
        }
        let text = written(&rows);
        let folder = Folder::new().with("a.csv", &text);
        let told = answer(&folder, clean.arguments, "a.csv");
        prop_assert!(is_less(&told), "{told:?} out of\n{text}");
    }

    #[test]
    fn a_file_renamed_or_beside_its_copy_changes_no_figure(
        table in 0..7_usize,
        name in "[a-z]{1,6}[-_0-9]{0,6}|imports?[-_]?20[0-9]{4}|i20[0-9]{4}|北韩[0-9]{0,4}",
    ) {
        let clean = tables().swap_remove(table);
        let text = written(&clean.rows);
        let (name, copy) = (format!("{name}.csv"), format!("{name}-2.csv"));
        let folder = Folder::new().with(&name, &text).with(&copy, &text);
        for files in [name.clone(), format!("{name} {copy}")] {
            let told = answer(&folder, clean.arguments, &files);
            prop_assert!(is_less(&told), "{told:?} of {files}\n{text}");
        }
    }
}
