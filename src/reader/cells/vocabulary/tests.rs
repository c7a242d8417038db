use super::*;

fn power_and_currency(text: &str) -> (Option<u32>, Option<&'static str>) {
    let stated = stated(text).unwrap();
    (
        stated.unit.map(|unit| unit.power),
        stated.currency.map(Currency::code),
    )
}

#[test]
fn a_unit_may_name_its_currency() {
    for (text, power, currency) in [
        ("1", 0, None),
        ("thousand", 3, None),
        ("ten thousand", 4, None),
        ("Hundred million", 8, None),
        ("US$1,000", 3, Some("USD")),
        ("USD million", 6, Some("USD")),
        ("(US$ thousand)", 3, Some("USD")),
        ("usd mn", 6, Some("USD")),
        ("cny_10k", 4, Some("CNY")),
        ("（万元人民币）", 4, Some("CNY")),
        ("万元", 4, Some("CNY")),
        ("亿元", 8, Some("CNY")),
        ("千美元", 3, Some("USD")),
        ("亿美元", 8, Some("USD")),
        ("RMB 10,000", 4, Some("CNY")),
        ("CNY 100 Million", 8, Some("CNY")),
        ("백만 달러", 6, Some("USD")),
        ("美元", 0, Some("USD")),
        ("US dollars", 0, Some("USD")),
    ] {
        assert_eq!(power_and_currency(text), (Some(power), currency), "{text}");
    }
}

#[test]
fn a_currency_code_alone_states_no_unit() {
    assert_eq!(power_and_currency("USD"), (None, Some("USD")));
    assert_eq!(power_and_currency("人民币"), (None, Some("CNY")));
    assert_eq!(power_and_currency(""), (None, None));
}

#[test]
fn what_is_no_unit_is_refused() {
    for text in ["EUR million", "tonnes", "m", "usd millon"] {
        assert_eq!(stated(text), Err(InputError::UnknownUnit), "{text}");
    }
    assert_eq!(currency("EUR"), Err(InputError::UnknownCurrency));
    assert_eq!(currency("usd million"), Err(InputError::UnknownCurrency));
}

#[test]
fn flows_are_named_in_three_languages_and_a_balance_is_refused() {
    for (text, flow_meant) in [
        ("Imports", Flow::Import),
        ("出口", Flow::Export),
        ("进出口", Flow::Total),
        ("수출", Flow::Export),
        ("수출입", Flow::Total),
        ("TOTAL", Flow::Total),
    ] {
        assert_eq!(flow(text), Ok(flow_meant), "{text}");
    }
    assert_eq!(flow("balance"), Err(InputError::BalanceIsComputed));
    assert_eq!(flow("importing"), Err(InputError::UnknownFlow));
}

#[test]
fn a_column_name_begins_with_a_flow_and_goes_on_with_a_unit() {
    let rest = flow_prefix;
    assert_eq!(
        rest("imports_usd_mn"),
        Some((Flow::Import, "usd mn".to_owned()))
    );
    assert_eq!(
        rest("出口（万元人民币）"),
        Some((Flow::Export, "(万元人民币)".to_owned()))
    );
    assert_eq!(rest("进出口万元"), Some((Flow::Total, "万元".to_owned())));
    assert_eq!(rest("importer"), None);
}
