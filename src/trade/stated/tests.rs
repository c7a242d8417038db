use super::*;

fn read(text: &str) -> Option<(i128, i32)> {
    StatedNumber::read(text).map(|number| (number.digits, number.exponent))
}

#[test]
fn words_of_size_move_the_last_digit() {
    for (text, digits, exponent) in [
        ("-37.9", -379, -1),
        ("−6.7", -67, -1),
        ("+20.90", 2090, -2),
        ("266.4 million", 2664, 5),
        ("1.48 billion", 148, 7),
        ("1.48bn", 148, 7),
        ("$", 0, 0),
        ("1,636,591", 1_636_591, 0),
        ("63 thousand", 63, 3),
        ("25.5 hundred million", 255, 7),
        ("16506 ten thousand", 16506, 4),
        ("2억9134만", 29134, 4),
        ("2억 9134만", 29134, 4),
        ("1억4천582만", 14582, 4),
        ("1억4천만", 14, 7),
        ("14582만", 14582, 4),
        ("1.46亿", 146, 6),
        ("2.6亿", 26, 7),
        ("5434万", 5434, 4),
        ("1.2万亿", 12, 11),
        ("1万2千亿", 12, 11),
        ("2만5천억", 25, 11),
        ("1万2345亿", 12345, 8),
        ("1万亿2千万", 100_002, 7),
        ("5천", 5, 3),
        ("1만234", 10234, 0),
    ] {
        let expected = (text != "$").then_some((digits, exponent));
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_number_is_none() {
    for text in [
        "", "-", "1,23", "1.2.3", "37.9 %", "million", "5 m", "1e6", "亿",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    let start = |text| StatedNumber::read_start(text).map(|(_, length)| length);
    assert_eq!(start("5 months"), Some(1));
    assert_eq!(start("5 m"), Some(1));
    assert_eq!(start("37.9%"), Some(4));
    assert_eq!(start("16만 6,106달러"), Some("16만 6,106".len()));
    assert_eq!(start("16만 6,106 t"), Some("16만".len()));
    assert_eq!(start("1억4582만 달러"), Some("1억4582만".len()));
}

#[test]
fn a_number_allows_half_a_unit_of_its_last_digit() {
    let ends = |text: &str, precision| {
        let bounds = StatedNumber::read(text)
            .and_then(|number| number.meant(precision).bounds(0))
            .expect(text);
        [bounds.low(), bounds.high()].map(|end| end.map(|end| end.percent_text(4)))
    };
    let of = |low: &str, high: &str| [Some(low.to_owned()), Some(high.to_owned())];
    assert_eq!(ends("-37.9", Precision::Printed), of("-3795", "-3785"));
    assert_eq!(ends("8", Precision::Printed), of("750", "850"));
    assert_eq!(ends("40", Precision::Almost), of("3500", "4000"));
    assert_eq!(ends("140", Precision::About), of("13500", "14500"));
    assert_eq!(ends("19", Precision::About), of("1800", "2000"));
    // Half a ten would make "almost 10" of 5: an eighth is the most.
    assert_eq!(ends("10", Precision::Almost), of("875", "1000"));
    assert_eq!(ends("200", Precision::About), of("17500", "22500"));
    assert_eq!(ends("-30", Precision::Almost), of("-3000", "-2625"));
    assert_eq!(ends("3", Precision::About), of("250", "350"));
    assert_eq!(ends("40", Precision::JustOver), of("4000", "4500"));
    // Doubled: 1.9 to 2.1 times; almost doubled: 1.8 to 2.
    assert_eq!(ends("2", Precision::Multiple), of("190", "210"));
    assert_eq!(ends("2", Precision::AlmostMultiple), of("180", "200"));
    assert_eq!(ends("0", Precision::Steady), of("-500", "500"));
    assert_eq!(
        ends("2", Precision::MoreThan),
        [Some("200".to_owned()), None]
    );
    assert_eq!(
        ends("-90", Precision::MoreThan),
        [None, Some("-9000".to_owned())]
    );
}
