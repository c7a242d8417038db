//! Notes and file names that name another unit, currency, period, flow or side than the table does.

use crate::reader::tests::*;

/// A tidy table of two months above a note.
fn noted(note: &str) -> String {
    format!(
        "month,imports_usd_mn,exports_usd_mn\n2016-09,234.8,285.5\n2017-09,145.8,266.3\n\"Note: {note}\"\n"
    )
}

/// The same with the note beside the second month.
fn beside(note: &str) -> String {
    format!(
        "month,imports_usd_mn,exports_usd_mn,note\n2016-09,234.8,285.5,\n2017-09,145.8,266.3,\"{note}\"\n"
    )
}

const UNIT: &str = "a unit or a currency";
const OTHER: &str = "the other flow";
const TIME: &str = "a period that is not a month";

#[test]
fn a_note_that_contradicts_its_table_is_in_doubt() {
    for (note, means) in [
        ("imports in RMB million", UNIT),
        ("imports are in billions", UNIT),
        ("exports in millions of yuan", UNIT),
        ("Currency: yuan", UNIT),
        ("converted into yuan at the rate of the month", UNIT),
        ("单位：人民币百万元", UNIT),
        ("进口单位为亿元", UNIT),
        ("以人民币计", UNIT),
        ("수입은 백만 위안", UNIT),
        ("columns were swapped", OTHER),
        ("Imports and exports are interchanged", OTHER),
        ("the column imports holds exports", OTHER),
        ("进口与出口互换", OTHER),
        ("수출과 수입이 바뀜", OTHER),
        ("seen from North Korea", "the reporting side"),
        ("figures refer to the third quarter", TIME),
        ("the 2016 value is for all of 2016", TIME),
        ("the 2016 figure is the full year", TIME),
        ("September covers the first 20 days only", TIME),
        ("2017-09 covers only 1-20 September", TIME),
        ("monthly average of the year", TIME),
        ("2016年数据为全年", TIME),
        ("2016년은 연간", TIME),
        ("twelve-month totals", "smoothed"),
        ("growth rates", "a change"),
        ("converted to constant dollars", "a price"),
        ("Data cover 40 firms", "part of the trade"),
        (
            "Data of Korea Customs Service",
            "the trade of a country other than China",
        ),
    ] {
        let said = wrong(&noted(note), None, &north_korea());
        assert!(
            said.first().is_some_and(|first| first.contains(means)),
            "{note}: {said:?}"
        );
    }
    for note in [
        "Imports and exports are in USD million",
        "Original data in RMB, converted to USD",
        "converted from RMB",
        "Exchange rate: 6.6 yuan per dollar",
        "China imported goods worth 2.6 billion dollars in 2016",
        "imports are valued c.i.f. and exports f.o.b.",
        "the columns had been swapped, which is corrected",
        "from China's side",
        "Coal was banned from February 2017",
        "downloaded on 1-3 November 2017",
        "data through September 2017",
        "n.a. = not available",
    ] {
        assert_eq!(rows(&noted(note), None, &north_korea()).len(), 4, "{note}");
    }
}

#[test]
fn the_note_of_a_row_may_contradict_it() {
    for (note, means) in [
        ("covers 1-20 September", TIME),
        ("figure is for the third quarter", TIME),
        ("value of all of 2017", TIME),
        ("total of Jan-Sep", "several months together"),
        ("cumulative figure", "the year to date"),
        ("in RMB million", UNIT),
        ("partial data only", "part of the trade"),
        ("imports and exports swapped", OTHER),
    ] {
        let said = wrong(&beside(note), None, &north_korea());
        assert!(
            said.first().is_some_and(|first| first.contains(means)),
            "{note}: {said:?}"
        );
    }
    for note in [
        "revised",
        "Q3",
        "lowest since January 2015",
        "textile ban takes effect",
        "average temperature of the quarter",
    ] {
        assert_eq!(rows(&beside(note), None, &north_korea()).len(), 4, "{note}");
    }
    // January and February 2020 were published together: the note explains the row.
    let together = "month,imports_usd_mn,note\n2020-01..2020-02,10.7,January-February\n";
    assert_eq!(rows(together, None, &north_korea()).len(), 1);
}

#[test]
fn all_words_of_a_note_in_doubt_are_told_at_once() {
    let note = "Trade with Hong Kong and Macao, and re-exports, are excluded";
    let said = wrong(&noted(note), None, &north_korea());
    let names = ["Hong Kong", "Macao", "re-exports"];
    for name in names {
        let is_told = said
            .iter()
            .any(|one| one.contains(&format!("says `{name}`")));
        assert!(is_told, "{name}: {said:?}");
    }
    let settled = Options {
        ignored: names.map(str::to_owned).to_vec(),
        ..north_korea()
    };
    assert_eq!(rows(&noted(note), None, &settled).len(), 4);
}

#[test]
fn a_file_name_may_contradict_the_rows() {
    let text = "month,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n";
    for (name, means) in [
        ("china_exports_nk.csv", Some(OTHER)),
        ("china_imports_nk.csv", None),
        ("export.csv", None),
        ("china_exports_imports_nk.csv", None),
    ] {
        let folder = Folder::new();
        let source = path(&folder.file(name, text.as_bytes()), None);
        let said = folder.read(&[source]);
        let said = said.err().unwrap_or_default();
        match means {
            Some(means) => assert!(said.contains(means), "{name}: {said}"),
            None => assert!(said.is_empty(), "{name}: {said}"),
        }
    }
}
