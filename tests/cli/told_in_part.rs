//! Downloads of one province or trade mode, goods beside totals of other months, and columns of codes
//! under unknown names: what is a part of the trade is said to be one, or refused.

use crate::program::{Folder, told};

const BY_PROVINCE: &str = "\"Date of data\",\"Trading partner code\",\"Commodity code\",\"Locations of importers and exporters code\",\"US dollar\",\n";

fn by_province(rows: &[(&str, &str, u32)]) -> String {
    let row = |(month, province, value): &(&str, &str, u32)| {
        format!("\"{month}\",\"109\",\"27011100\",\"{province}\",\"{value}\",\n")
    };
    BY_PROVINCE.to_owned() + &rows.iter().map(row).collect::<String>()
}

fn answer(folder: &Folder, arguments: &str) -> String {
    let asked = "yoy --month 2017-09 --flow imports --columns base,value,note --no-header -f csv";
    told(&folder.run(&format!("{asked} {arguments}")).output())
}

#[test]
fn a_download_of_one_province_is_said_to_be_one() {
    let text = by_province(&[("201609", "21", 90), ("201709", "21", 50)]);
    let folder = Folder::new().with("a.csv", text);
    let said = answer(&folder, "--imports a.csv");
    assert!(said.contains("90,50"), "{said}");
    assert!(said.contains("every row is of province 21"), "{said}");
}

#[test]
fn a_breakdown_beside_totals_is_said_to_be_of_one_province() {
    let totals = "\"Date of data\",\"Trading partner code\",\"US dollar\",\n\
                  \"201609\",\"109\",\"900\",\n\"201709\",\"109\",\"800\",\n";
    let rows = by_province(&[("201609", "21", 90), ("201709", "21", 50)]);
    let folder = Folder::new().with("a.csv", totals).with("b.csv", rows);
    let said = answer(&folder, "--imports a.csv b.csv --by chapter");
    assert!(said.contains("27,90,50"), "{said}");
    assert!(said.contains("every row is of province 21"), "{said}");
}

#[test]
fn one_province_a_year_ago_is_no_base_of_another() {
    let folder = Folder::new()
        .with("a.csv", by_province(&[("201609", "21", 90)]))
        .with("b.csv", by_province(&[("201709", "22", 50)]));
    let said = answer(&folder, "--imports a.csv b.csv");
    assert!(
        said.contains("no data of province 22 for 2016-09"),
        "{said}"
    );
    assert!(
        said.contains("no data of province 21 for 2017-09"),
        "{said}"
    );
    // A blank cell is no province, and not all of them.
    let blank = by_province(&[
        ("201609", "21", 90),
        ("201709", "21", 40),
        ("201709", "", 10),
    ]);
    let folder = Folder::new().with("a.csv", blank);
    let said = answer(&folder, "--imports a.csv");
    assert!(said.contains("90,50"), "{said}");
}

#[test]
fn some_goods_of_one_month_are_not_compared_with_the_total_of_another() {
    let text = "month,hs,imports_usd_mn\n2016-09,TOTAL,234.8\n2017-09,27,50\n2017-09,61,40\n";
    let folder = Folder::new().with("a.csv", text);
    let said = answer(&folder, "a.csv");
    assert!(said.contains("234800000,,"), "{said}");
    // Stated to be all goods, they are: 50 + 40.
    let said = answer(&folder, "a.csv --all-goods");
    assert!(said.contains("234800000,90000000"), "{said}");
}

#[test]
fn a_few_whole_numbers_under_an_unknown_name_are_in_doubt() {
    for (name, cells) in [
        ("ptrx", ["133", "133"]),
        ("enduse", ["21", "21"]),
        ("mot", ["3", "3"]),
    ] {
        let [base, value] = cells;
        let text =
            format!("month,{name},imports_usd_mn\n2016-09,{base},234.8\n2017-09,{value},145.8\n");
        let folder = Folder::new().with("a.csv", &text);
        let output = folder.run("yoy a.csv --month 2017-09 -f csv").output();
        assert_eq!(output.status.code(), Some(2), "{name}");
        // Stated to change nothing, it changes nothing.
        let said = answer(&folder, &format!("a.csv --ignore {name}"));
        assert!(said.contains("234800000,145800000"), "{name}: {said}");
    }
}

#[test]
fn a_column_of_flows_in_a_download_of_the_platform_is_one() {
    let text = "Date of data,Trading partner,Commodity code,flow,US dollar\n\
                201609,\"Korea,DPR\",27011100,import,1000\n\
                201609,\"Korea,DPR\",03061490,export,5\n\
                201709,\"Korea,DPR\",27011100,import,700\n\
                201709,\"Korea,DPR\",03061490,export,6\n";
    let folder = Folder::new().with("a.csv", text);
    for given in ["a.csv", "--imports a.csv"] {
        let said = answer(&folder, given);
        assert!(said.contains("1000,700"), "{given}: {said}");
    }
}

/// Chapter 27 in one month, and a heading of it alone in another: whether the heading is all of the
/// chapter is not known.
#[test]
fn a_heading_is_not_compared_with_the_chapter_of_another_month() {
    let head = "month,hs,imports_usd_mn\n2016-09,27,100\n2016-09,61,20\n2017-09,61,30\n";
    let folder = |rows: &str| Folder::new().with("a.csv", format!("{head}{rows}"));
    let unknown = "no row of HS 27 in a file not known to hold all goods";
    for rows in ["2017-09,2701,40\n", "2016-09,2701,80\n2017-09,2701,40\n"] {
        for goods in ["--hs 27", "--by chapter --hs 27"] {
            let said = answer(&folder(rows), &format!("a.csv {goods}"));
            assert!(said.contains("100000000,,"), "{said}");
            assert!(said.contains(unknown), "{said}");
        }
        let said = answer(&folder(rows), "a.csv --hs 27 --all-goods");
        assert!(said.contains("100000000,40000000,"), "{said}");
        // The other chapter is known.
        let said = answer(&folder(rows), "a.csv --hs 61");
        assert!(said.contains("20000000,30000000,"), "{said}");
    }
    // Codes that add up to the chapter where both are there are all of it.
    let rows = "2016-09,2701,90\n2016-09,2710,10\n2017-09,2701,40\n2017-09,2710,5\n";
    let said = answer(&folder(rows), "a.csv --hs 27");
    assert!(said.contains("100000000,45000000,"), "{said}");
    // 27011100 is the only code of 270111.
    let rows = "month,hs,imports_usd_mn\n2016-09,270111,80\n2017-09,27011100,40\n";
    let folder = Folder::new().with("a.csv", rows);
    let said = answer(&folder, "a.csv --hs 2701");
    assert!(said.contains("80000000,40000000,"), "{said}");
}
