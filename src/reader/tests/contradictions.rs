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

/// The first problem with a table, which is refused.
fn first_wrong(text: &str) -> String {
    let said = wrong(text, None, &north_korea());
    said.first().cloned().unwrap_or_default()
}

#[test]
fn a_column_may_say_that_rows_are_figures_of_different_kinds() {
    for (column, first, second, means) in [
        ("source", "GACC", "KITA", "another kind of figure"),
        ("basis", "CIF", "FOB", "another kind of figure"),
        (
            "trade system",
            "General",
            "Special",
            "another kind of figure",
        ),
        ("months", "1", "9", "several months together"),
        ("obs_status", "A", "E", "estimates"),
        ("flag", "", "e", "estimates"),
        ("incl. crude", "yes", "no", "part of the trade"),
        ("measure", "prev", "prev", "another kind of figure"),
        ("indicator", "rank", "rank", "another kind of figure"),
        ("end", "2016-09-20", "2017-09-20", "several months together"),
        ("period", "9M 2017", "9M 2017", "several months together"),
    ] {
        let text = format!(
            "month,{column},imports_usd_mn\n2016-09,{first},234.8\n2017-09,{second},145.8\n"
        );
        let said = first_wrong(&text);
        assert!(said.contains(means), "{column}: {said}");
    }
    // Imports are valued c.i.f. and exports f.o.b.
    let valued =
        "month,flow,basis,value_usd_mn\n2017-09,import,CIF,145.8\n2017-09,export,FOB,266.3\n";
    assert_eq!(rows(valued, None, &north_korea()).len(), 2);
    for (column, first, second) in [
        ("measure", "Value", "Value"),
        ("source", "GACC", "China Customs"),
        ("flag", "", "p"),
    ] {
        let text = format!(
            "month,{column},imports_usd_mn\n2016-09,{first},234.8\n2017-09,{second},145.8\n"
        );
        assert_eq!(rows(&text, None, &north_korea()).len(), 2, "{column}");
    }
}

#[test]
fn heads_that_stand_elsewhere_or_name_other_times_are_in_doubt() {
    for (text, said) in [
        (
            ",,2016-09,,2017-09\n,imports,exports,imports,exports\nNorth Korea (USD mn),234.8,285.5,145.8,266.3\n",
            "over the middle",
        ),
        (
            "series,to 2016-09,to 2017-09\nImports (USD mn),234.8,145.8\n",
            "`to`",
        ),
        (
            "series,~2016-09,~2017-09\nImports (USD mn),234.8,145.8\n",
            "`~`",
        ),
        (
            "quarter ending,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n",
            "`quarter`",
        ),
        (
            "year,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n",
            "`year`",
        ),
        (
            "发布月份,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n",
            "`发布`",
        ),
        (
            "series,2016-09,2017-09\nRussia,,\nImports from North Korea (USD mn),999,998\n",
            "",
        ),
        (
            "imports by partner (USD mn),2016-09,2017-09\nChina,234.8,145.8\n",
            "",
        ),
    ] {
        let found = first_wrong(text);
        assert!(!found.is_empty() && found.contains(said), "{text}: {found}");
    }
}

#[test]
fn codes_padded_with_zeros_are_chapters() {
    let text = "month,partner,hs,imports_usd_mn\n2017-09,North Korea,270000,95.8\n2017-09,North Korea,270111,90\n2017-09,North Korea,270900,1\n";
    let found = rows(text, None, &north_korea());
    let codes: Vec<&str> = found
        .iter()
        .filter_map(|row| row.split(' ').nth(4))
        .collect();
    assert_eq!(codes, ["27", "270111", "270900"]);
}

#[test]
fn a_partner_that_a_program_found_empty_is_none() {
    let text = "month,partner,imports_usd_mn\n2017-09,North Korea,145.8\n2017-09,n/a,265.8\n";
    assert!(first_wrong(text).contains("partner"));
    let codes = "month,partner,imports_usd_mn\n2017-09,KP,145.8\n2017-09,NA,1.5\n";
    assert_eq!(rows(codes, None, &north_korea()).len(), 1);
}
