use super::*;
use crate::reader::cells::number::marks::{MarkShown, is_of_release, mark_shown, marked};
use crate::reader::errors::number_error::NumberError;

fn given(text: &str) -> (i128, u32, Option<u32>) {
    match read_cell(text) {
        Ok(ValueCell::Given(printed, unit)) => (
            printed.digits,
            printed.decimals,
            unit.map(|unit| unit.power),
        ),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn number_words_count_the_number_before_them() {
    // 2억9134만 = 291.34 million, exact to the 만.
    assert_eq!(given("2억9134만"), (29_134, 0, Some(4)));
    assert_eq!(given("2억 9134만"), (29_134, 0, Some(4)));
    assert_eq!(given("1.46亿"), (146, 2, Some(8)));
    assert_eq!(given("１４５.8百万"), (1458, 1, Some(6)));
    assert_eq!(given("3억5"), (300_000_005, 0, Some(0)));
    assert_eq!(given("5천만"), (5, 0, Some(7)));
}

#[test]
fn number_words_out_of_order_are_no_number() {
    for text in [
        "9134만2억",
        "2억12345만",
        "1.5억20만",
        "억",
        "2억만",
        "万5",
        "2억x",
        "-2억",
    ] {
        assert_eq!(
            read_cell(text),
            Err(InputError::Number(NumberError::NotANumber)),
            "{text}"
        );
    }
}

#[test]
fn blanks_may_group_digits() {
    assert_eq!(given("1\u{a0}234\u{202f}567.5"), (12_345_675, 1, None));
    assert_eq!(given("251,910\u{a0}"), (251_910, 0, None));
    assert_eq!(given("１２３，４５６"), (123_456, 0, None));
    assert_eq!(given("1 234 567.5"), (12_345_675, 1, None));
    for text in ["12 34", "1234 567", "1 234 56", "1  234"] {
        assert_eq!(
            read_cell(text),
            Err(InputError::Number(NumberError::NotANumber)),
            "{text}"
        );
    }
}

#[test]
fn not_given_is_told_from_lost_and_from_nonsense() {
    for text in [
        "", "-", "—", "..", "n/a", "N/A", "?", "？", "None", "#N/A", ":", ".", "ND", "NaN", "<NA>",
        "x",
    ] {
        assert_eq!(read_cell(text), Ok(ValueCell::NotGiven), "{text}");
    }
    assert_eq!(
        read_cell("############"),
        Err(InputError::Number(NumberError::UnreadableCell))
    );
    for text in ["inf", "1e", "e6", "1e99", "1,23", "12.5%", "nil", "#REF!"] {
        assert_eq!(
            read_cell(text),
            Err(InputError::Number(NumberError::NotANumber)),
            "{text}"
        );
    }
}

#[test]
fn a_mark_behind_a_number_is_told_from_it() {
    for (text, number, mark) in [
        ("234.8*", "234.8", "*"),
        ("234.8 **", "234.8", "**"),
        ("145.8p", "145.8", "p"),
        ("145.8 (P)", "145.8", "(P)"),
        ("145,820¹", "145,820", "¹"),
        ("145.8 1)", "145.8", "1)"),
        ("145.8 (e)", "145.8", "(e)"),
    ] {
        let found = marked(text);
        assert_eq!(found, Some((number.to_owned(), mark.to_owned())), "{text}");
    }
    for text in [
        "145.81)", "*", "p", "145.8%", "(145.8)", "145.8m", "1)", "145.8 mn",
    ] {
        assert_eq!(marked(text), None, "{text}");
    }
    assert!(is_of_release("(P)") && is_of_release("r") && !is_of_release("e"));
    assert_eq!(mark_shown("145,8*"), MarkShown::Is(DecimalMark::Comma));
}

#[test]
fn an_exponent_shifts_the_point() {
    assert_eq!(given("1e+08"), (100_000_000, 0, None));
    assert_eq!(given("2.348E+08"), (234_800_000, 0, None));
    assert_eq!(given("1.458e2"), (1458, 1, None));
    assert_eq!(given("5e-1"), (5, 1, None));
}

#[test]
fn a_number_may_show_its_decimal_mark() {
    use DecimalMark::{Comma, Point};
    use MarkShown::{Either, Is, Nothing};
    for (text, shown) in [
        ("145.8", Is(Point)),
        ("145,8", Is(Comma)),
        ("1,234.5", Is(Point)),
        ("1.234,5", Is(Comma)),
        ("1,234,567", Is(Point)),
        ("1.234.567", Is(Comma)),
        ("1234.567", Is(Point)),
        ("0,125", Is(Comma)),
        ("145,820", Either),
        ("145.820", Either),
        ("-37,9", Is(Comma)),
        ("145820", Nothing),
        ("n.a.", Nothing),
    ] {
        assert_eq!(mark_shown(text), shown, "{text}");
    }
}

#[test]
fn a_value_rounded_to_zero_is_not_below_zero() {
    let million = Unit { power: 6 };
    let (value, interval) = amount(Printed::read("0.0").unwrap(), million).unwrap();
    assert_eq!(value, Amount::ZERO);
    assert_eq!(
        (interval.low, interval.high),
        (Amount::ZERO, Amount::units(50_000))
    );
    let below = amount(Printed::read("-0.1").unwrap(), million);
    assert_eq!(below, Err(InputError::Number(NumberError::Negative)));
}

#[test]
fn whole_units_are_those_that_the_long_way_reads() {
    for text in ["0", "45,123,456", "511619000", "007", "1,234", "123,456"] {
        let long = Printed::read(text).unwrap().digits;
        assert_eq!(
            whole_units(text.as_bytes()).map(i128::from),
            Some(long),
            "{text}"
        );
    }
    for text in [
        "",
        ",123",
        "1,23",
        "1234,567",
        "12,3456",
        "1,234567",
        "1234567,890",
        "-5",
        "1.5",
        "12,34,567",
        "9999999999999999999",
    ] {
        assert_eq!(whole_units(text.as_bytes()), None, "{text}");
    }
}
