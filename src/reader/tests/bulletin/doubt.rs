//! Tables whose figures, headings or notes are misleading.

use crate::reader::tests::bulletin::{figures, partner};
use crate::reader::tests::*;

const HEAD: &str = "
,（2）2025年3月进出口商品国别（地区）总值表（人民币值）,,,,,,,,,
,,,,,,,,,单位：万元人民币,
,进出口商品国别（地区）,进出口,,出口,,进口,,累计比去年同期±％,,
,,3月,1至3月,3月,1至3月,3月,1至3月,进出口,出口,进口
,总值,1000,3000,600,1800,400,1200,1.5,2.1,3
";
const NORTH: &str = ",朝鲜,100,270,60,180,40,90,42.2,55.8,-7.2\n";
const SOUTH: &str = ",韩国,50,150,30,90,20,60,2,3,4\n";

fn refused(text: &str) -> String {
    from_stdin(text.as_bytes(), None, &north_korea())
        .unwrap_err()
        .to_string()
}

#[test]
fn figures_that_slipped_under_other_heads_are_refused() {
    let total = "the total does not equal exports plus imports in its row";
    // Shifted by one cell to the left; a cell missing in the middle.
    let shifted = NORTH.trim_start_matches(',');
    assert!(refused(&format!("{HEAD}{shifted}")).contains(total));
    let lost = NORTH.replace("100,270", "270");
    assert!(refused(&format!("{HEAD}{lost}")).contains(total));
    // 60.4 and 40.4 may be printed as 60 and 40, and their sum as 101.
    let rounded = NORTH.replace("100,270", "101,270");
    assert_eq!(
        figures(format!("{HEAD}{rounded}").as_bytes(), &north_korea())
            .0
            .len(),
        6
    );
}

#[test]
fn a_heading_between_rows_is_heeded() {
    for (heading, means) in [
        ("加工贸易", "trade mode"),
        ("比重（%）", "a share"),
        ("其中：边境小额贸易", "trade mode"),
    ] {
        let text = format!("{HEAD}{SOUTH},{heading},,,,,,,,,\n{NORTH}");
        let message = refused(&text);
        assert!(
            message.contains(means) && message.contains("--ignore"),
            "{message}"
        );
    }
    for heading in ["亚洲：", "亚洲", "其中：", "韩国"] {
        let text = format!("{HEAD},{heading},,,,,,,,,\n{NORTH}");
        assert_eq!(
            figures(text.as_bytes(), &north_korea()).0.len(),
            6,
            "{heading}"
        );
    }
}

#[test]
fn a_line_below_that_names_another_unit_is_refused() {
    let message = refused(&format!("{HEAD}{NORTH},单位：千元人民币,,,,,,,,,\n"));
    assert!(
        message.contains("the unit below the table differs"),
        "{message}"
    );
    let same = format!("{HEAD}{NORTH},单位：万元人民币,,,,,,,,,\n,注：朝鲜数据为初步数,,,,,,,,,\n");
    assert_eq!(figures(same.as_bytes(), &north_korea()).0.len(), 6);
}

#[test]
fn marks_of_footnotes_are_no_part_of_a_name() {
    for mark in ["①", "*", "¹", " 1)", "（1）"] {
        let row = NORTH.replace("朝鲜", &format!("朝鲜{mark}"));
        let text = format!("{HEAD}{row}{SOUTH}");
        assert_eq!(
            figures(text.as_bytes(), &north_korea()).0.len(),
            6,
            "{mark}"
        );
    }
    // Other text in brackets belongs to the name.
    let row = NORTH.replace("朝鲜", "朝鲜（不含边贸）");
    let text = format!("{HEAD}{row}{SOUTH}");
    assert_eq!(figures(text.as_bytes(), &partner("133")).0.len(), 6);
    assert_eq!(figures(text.as_bytes(), &north_korea()).0.len(), 0);
}

#[test]
fn a_table_without_a_date_was_not_out_in_its_own_month() {
    let (rows, _) = figures(format!("{HEAD}{NORTH}").as_bytes(), &north_korea());
    assert!(
        rows.iter().all(|row| row.ends_with("| 2025-04")),
        "{rows:?}"
    );
}
