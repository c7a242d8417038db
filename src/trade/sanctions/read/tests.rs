use super::*;

const HEADER: &str = "id,instrument,china_flow,goods,hs_codes,kind,cap_value,cap_unit,cap_period,\
                      adopted,effective,ended,superseded_by\n";

fn complaints(rows: &str) -> String {
    read(&format!("{HEADER}{rows}")).unwrap_err().to_string()
}

#[test]
fn every_wrong_line_is_told_in_one_run() {
    let message = complaints(
        "UN1,UNSCR 1 (2000),imports,coal,2701,ban,,,,2017-08-05,2017-08-05,,\n\
         UN2,UNSCR 1 (2000),import,coal,270,bans,,,,2017-08-05,2017-8-5,,\n\
         ,UNSCR 1 (2000),import,coal,2701,ban,,,,2017-08-05,2017-08-05,,\n\
         EU1,EU 1,import,coal,2701,ban,,,,2017-08-05,2017-08-05,,\n\
         UN3,UNSCR 1 (2000),import,coal,2701,cap,7.5 million,t,calendar_year,2017-08-05,2017-08-05,,\n",
    );
    for part in [
        "2: `imports` is not a valid china_flow",
        "3: `bans` is not a valid kind",
        "3: `2017-8-5` is not a valid effective",
        "3: `270` is not a prefix of HS codes",
        "4: `id` is empty",
        "5: cannot tell whose measure `EU1` is",
        "6: invalid cap `7.5 million t calendar_year`",
    ] {
        assert!(message.contains(part), "{part} in\n{message}");
    }
}

#[test]
fn an_id_stands_once_and_its_successor_is_there() {
    let row = "UN1,UNSCR 1 (2000),import,coal,2701,ban,,,,2017-08-05,2017-08-05,,\n";
    assert_eq!(
        complaints(&format!("{row}{row}")),
        "3: measure `UN1` is already in line 2"
    );
    let row = "UN1,UNSCR 1 (2000),import,coal,2701,ban,,,,2017-08-05,2017-08-05,,UN2-*;UN3\n";
    let next = "UN2-coal,UNSCR 2 (2001),import,coal,2701,ban,,,,2017-08-05,2017-08-05,,\n";
    assert!(
        complaints(&format!("{row}{next}"))
            .starts_with("2: no measure `UN3`, which should replace")
    );
}

#[test]
fn what_is_no_table_of_measures_is_refused() {
    for (text, message) in [
        ("", "1: the file is empty"),
        (HEADER, "1: no measure after the header"),
        ("id,id\n1,2\n", "1: more than one column `id`"),
        ("id,goods\n1,2\n", "1: no column `instrument`"),
    ] {
        let error = read(text).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }
}

#[test]
fn caps_are_read_with_their_periods() {
    let period = |text: &str| cap_of(["500000", "bbl", text]).map(|cap| cap.period.days(2018));
    let days = |from: &str, to: &str| Some(Some((from.parse().unwrap(), to.parse().unwrap())));
    assert_eq!(period("calendar_year"), days("2018-01-01", "2018-12-31"));
    assert_eq!(period("12m_from_12-22"), days("2018-12-22", "2019-12-21"));
    assert_eq!(period("2017-10-01..2017-12-31"), Some(None));
    for wrong in ["", "year", "2017-12-31..2017-10-01", "12m_from_22-12"] {
        assert_eq!(period(wrong), None, "{wrong}");
    }
    assert_eq!(cap_of(["0", "t", "calendar_year"]), None);
    assert_eq!(cap_of(["5", "kg", "calendar_year"]), None);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "(id|kind|ban|UN1|[a-z0-9,;\" \n\r–-])*") {
        let _ = read(&text);
        let _ = read(&format!("{HEADER}{text}"));
    }
}
