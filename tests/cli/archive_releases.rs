//! Several releases of a month in one archive, and inputs that take the place of others in it.

use crate::archive::{TIDY, out};
use crate::program::Folder;
use arrow_array::Decimal128Array;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::path::Path;

#[test]
fn an_input_with_several_months_of_a_compacted_year_takes_its_place_once() {
    let mut first = TIDY.to_owned();
    for month in 1..4 {
        for flow in ["import", "export"] {
            for partner in ["Japan", "South Korea"] {
                first.push_str(&format!(
                    "2016-{month:02},{flow},{partner},27011100,{month}00\n"
                ));
                first.push_str(&format!("2016-{month:02},{flow},{partner},84713000,1\n"));
            }
        }
    }
    let mut later = TIDY.to_owned();
    for (month, flow) in [("01", "import"), ("02", "import"), ("02", "export")] {
        for partner in ["Japan", "South Korea"] {
            later.push_str(&format!("2016-{month},{flow},{partner},27011100,5000\n"));
        }
    }
    let last = format!("{TIDY}2016-03,import,Japan,27011100,7\n");
    let folder = Folder::new()
        .with("first.csv", first)
        .with("later.csv", later)
        .with("last.csv", last);
    out(&folder, "archive add first.csv --to kept --file-unit one");
    out(&folder, "archive compact kept --before 2017");
    let held = |flow: &str, partner: &str| {
        let asked = format!(
            "series --data kept --flow {flow} --partner {partner} --all-goods --from 2016-01 --to 2016-03 \
             --columns value --no-header --format csv"
        );
        let said = out(&folder, &asked);
        let values = said.lines().filter_map(|line| line.rsplit(',').next());
        values.map(str::to_owned).collect::<Vec<String>>()
    };
    let sound = || {
        assert_eq!(
            out(&folder, "archive verify kept"),
            "every file is as it was written\n"
        )
    };
    assert_eq!(held("imports", "all"), ["202", "402", "602"]);
    let said = out(&folder, "archive add later.csv --to kept --file-unit one");
    assert_eq!(
        said,
        "1 file added, 6 rows; later figures replaced earlier ones in 3 months\n"
    );
    sound();
    assert_eq!(held("imports", "all"), ["10002", "10002", "602"]);
    assert_eq!(held("exports", "all"), ["202", "10002", "602"]);
    assert_eq!(held("imports", "Japan"), ["5001", "5001", "301"]);
    // The file that took the place of two flows and three months is found by each of them.
    out(&folder, "archive add last.csv --to kept --file-unit one");
    sound();
    assert_eq!(held("imports", "all"), ["10002", "10002", "309"]);
    assert_eq!(held("exports", "all"), ["202", "10002", "602"]);
    assert_eq!(held("imports", "Japan"), ["5001", "5001", "8"]);
}

#[test]
fn an_earlier_release_added_later_leaves_the_rows_that_count_where_they_are() {
    let row = |released: &str, value: u32| {
        format!(
            "period,flow,partner,currency,value,unit,released\n2017-09,import,116,USD,{value},1,{released}\n"
        )
    };
    let folder = Folder::new()
        .with("late.csv", row("2017-12-23", 150))
        .with("early.csv", row("2017-10-23", 100));
    for file in ["late.csv", "early.csv"] {
        assert_eq!(
            out(&folder, &format!("archive add {file} --to kept")),
            "1 file added, 1 row\n"
        );
    }
    for (who, value) in [
        ("Japan", "150"),
        ("all", "150"),
        ("Japan --as-of 2017-11-01", "100"),
    ] {
        let asked = "series --data kept --flow imports --columns value --no-header --format csv";
        let said = out(&folder, &format!("{asked} --partner {who}"));
        assert_eq!(said, format!("2017-09,{value}\n"), "{who}");
    }
    assert_eq!(
        out(&folder, "archive verify kept"),
        "every file is as it was written\n"
    );
}

/// The amounts of the rows of a file, in thousandths.
fn values_of(path: &Path) -> Vec<i128> {
    let file = std::fs::File::open(path).expect("a file");
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).expect("Parquet");
    let mut values = Vec::new();
    for batch in reader.build().expect("rows") {
        let batch = batch.expect("rows");
        let column = batch.column_by_name("value").expect("a column");
        let column = column.as_any().downcast_ref::<Decimal128Array>();
        values.extend(column.expect("decimals").values().iter().copied());
    }
    values
}

/// An input of one's own may hold several releases of a figure, as docs/formats.md offers: in an
/// archive each figure counts once for readers that add up the files.
#[test]
fn of_several_releases_in_one_input_the_latest_counts() {
    let head = "period,flow,partner,currency,value,unit,released\n";
    let row =
        |value: u32, released: &str| format!("2017-08,import,109,USD,{value},million,{released}\n");
    let (first, second, third) = (
        row(99, "2017-09-23"),
        row(102, "2017-11-23"),
        row(104, "2018-01-23"),
    );
    let folder = Folder::new()
        .with("v1.csv", format!("{head}{second}{first}"))
        .with("v2.csv", format!("{head}{third}"))
        .with("v0.csv", format!("{head}{first}"));
    // What a reader that adds up the files finds.
    let current = |value: u32| {
        let year = std::fs::read_dir(folder.path().join("kept/year=2017")).expect("a year");
        let files: Vec<_> = year.map(|file| file.expect("a file").path()).collect();
        let [path] = &files[..] else {
            panic!("{files:?}");
        };
        let values = values_of(path);
        assert_eq!(values, [i128::from(value) * 1_000_000_000]);
    };
    let list = |rows: &[&str]| {
        let said = out(
            &folder,
            "archive list kept --format csv --columns file,rows,current",
        );
        let said: Vec<&str> = said.lines().skip(1).collect();
        assert_eq!(said, rows);
    };
    out(&folder, "archive add v1.csv --to kept");
    current(102);
    list(&["import,v1.csv,2,1"]);
    // What was released before says nothing new of what counts.
    out(&folder, "archive add v0.csv --to kept");
    current(102);
    out(&folder, "archive add v2.csv --to kept");
    current(104);
    list(&[
        "import,v1.csv,2,0",
        "import,v0.csv,1,0",
        "import,v2.csv,1,1",
    ]);
    for (day, value) in [("2017-10-01", 99), ("2017-12-01", 102), ("2018-02-01", 104)] {
        let asked = format!("series --data kept --flow imports --columns value --as-of {day}");
        let said = out(&folder, &format!("{asked} --no-header --format csv"));
        assert_eq!(said, format!("2017-08,{value}000000\n"));
    }
    assert_eq!(
        out(&folder, "archive verify kept"),
        "every file is as it was written\n"
    );
}
