//! What is read beside an archive: files, a pipe, the built-in data.

use crate::archive::{downloads, file, out, row};
use crate::program::{Folder, Run, told};

#[test]
fn built_in_data_and_files_stand_beside_an_archive_as_beside_files() {
    let folder = downloads();
    out(&folder, "archive add --imports i.csv --to kept");
    for question in [
        "series --flow imports --from 2016-01 --to 2017-12",
        "yoy --month 2017-09",
        "streak --month 2017-09 --flow imports",
    ] {
        let beside = format!("{question} --imports i.csv -b");
        let of_files = out(&folder, &beside);
        assert_eq!(
            out(&folder, &format!("{question} --data kept -b")),
            of_files
        );
        // The archive that the environment names is read where no data are named.
        let run = Run::new(format!("{question} -b").split_whitespace())
            .inside(folder.path())
            .env("TRADECHECK_DATA", "kept");
        let output = run.output();
        assert_eq!(String::from_utf8(output.stdout).expect("text"), of_files);
    }
    let question = "yoy --month 2017-09";
    let of_files = out(
        &folder,
        &format!("{question} --imports i.csv --exports e.csv"),
    );
    let of_both = out(&folder, &format!("{question} --data kept --exports e.csv"));
    assert_eq!(of_both, of_files);
    let named = Run::new(format!("{question} --imports i.csv --exports e.csv").split_whitespace())
        .inside(folder.path())
        .env("TRADECHECK_DATA", "kept")
        .output();
    assert_eq!(String::from_utf8(named.stdout).expect("text"), of_files);
}

/// Rows of a month: so many goods from the `first` on, of each of two partners.
fn rows(month: &str, first: u32, goods: u32) -> Vec<String> {
    let goods = first..first + goods;
    let of_good = goods.flat_map(|good| {
        let code = format!("{:08}", 27_010_000 + good);
        [("109", 3), ("133", 7)].map(|(partner, value)| row(month, partner, &code, value * good))
    });
    of_good.collect()
}

#[test]
fn rows_beside_an_archive_count_once_where_all_partners_are_added_up() {
    // Files above and below the size from which they are added up block by block.
    for goods in [20, 900] {
        let both = |first: u32| -> String {
            let months = ["201708", "201709"].map(|month| rows(month, first, goods).concat());
            file(&months)
        };
        // The second begins in the middle of the first.
        let folder = Folder::new()
            .with("one.csv", both(1))
            .with("other.csv", both(1 + goods / 2))
            .with("third.csv", both(1 + 2 * goods));
        out(&folder, "archive add --imports one.csv --to kept");
        for question in [
            "series --columns month,value",
            "series --by partner --columns month,code,value",
            "series --by chapter --columns month,code,value",
        ] {
            let question = format!("{question} --partner all --all-partners --flow imports");
            for beside in [
                "one.csv",
                "other.csv",
                "third.csv",
                "other.csv --imports third.csv",
            ] {
                let files = format!("{question} --imports one.csv --imports {beside}");
                let kept = format!("{question} --data kept --imports {beside}");
                assert_eq!(out(&folder, &kept), out(&folder, &files), "{kept}");
            }
        }
        // Goods 1 to the last, ten times the number of each, once: worked out by hand.
        let goods = u64::from(goods);
        let last = goods + goods / 2;
        let value = 10 * last * (last + 1) / 2;
        let question = "series --columns month,value --partner all --all-partners --flow imports";
        let told = out(
            &folder,
            &format!("{question} --data kept --imports other.csv"),
        );
        assert_eq!(
            told,
            format!("month,value\n2017-08,{value}\n2017-09,{value}\n")
        );
    }
}

#[test]
fn rows_of_other_months_beside_an_archive_are_added_to_its_sums() {
    // The archive has two months; beside it stand a later one of the same goods and partners, one of fewer
    // goods, and one of a single partner.
    let of = |months: [&str; 2], first, goods| {
        let months = months.map(|month| rows(month, first, goods).concat());
        file(&months)
    };
    let whole = of(["201710", "201711"], 1, 60);
    let one: Vec<&str> = whole
        .lines()
        .filter(|line| !line.contains("\"133\""))
        .collect();
    let folder = Folder::new()
        .with("kept.csv", of(["201708", "201709"], 1, 60))
        .with("same.csv", whole.clone())
        .with("fewer.csv", of(["201710", "201711"], 1, 20))
        .with("one.csv", one.join("\n") + "\n");
    out(&folder, "archive add --imports kept.csv --to kept");
    for question in [
        "series --columns month,value",
        "series --by partner --columns month,code,value",
        "series --by chapter --columns month,code,value",
        "series --all-partners --columns month,value",
    ] {
        for beside in [
            "same.csv",
            "fewer.csv",
            "one.csv",
            "same.csv --imports one.csv",
            "same.csv -b",
        ] {
            let question = format!("{question} --partner all --flow imports");
            let files = folder.run(&format!("{question} --imports kept.csv --imports {beside}"));
            let kept = folder.run(&format!("{question} --data kept --imports {beside}"));
            assert_eq!(
                told(&kept.output()),
                told(&files.output()),
                "{question} {beside}"
            );
        }
    }
}

#[test]
fn a_pipe_beside_an_archive_is_a_file_beside_it() {
    let text = file(&rows("201709", 1, 900));
    let folder = Folder::new().with("one.csv", text.clone());
    out(&folder, "archive add --imports one.csv --to kept");
    let question = "series --columns month,value --partner all --all-partners --flow imports";
    let piped = Run::new(format!("{question} --data kept --imports -").split_whitespace())
        .inside(folder.path())
        .stdin(text.as_bytes())
        .output();
    let alone = out(&folder, &format!("{question} --data kept"));
    assert_eq!(String::from_utf8(piped.stdout).expect("text"), alone);
    assert_eq!(alone, "month,value\n2017-09,4054500\n");
}

#[test]
fn a_published_total_beside_an_archive_stands_in_place_of_its_partner() {
    let folder = downloads();
    out(&folder, "archive add --imports i.csv --to kept");
    let question = "series --partner all --flow imports --columns month,value";
    let of_files = out(&folder, &format!("{question} --imports i.csv -b"));
    assert_eq!(
        out(&folder, &format!("{question} --data kept -b")),
        of_files
    );
}
