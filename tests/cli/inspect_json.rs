//! The json of `inspect`: three tables in place of rows.

use crate::json_rows::Partner;
use crate::program::tradecheck;
use serde::Deserialize;

/// What `inspect` has in place of rows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inspection {
    schema: String,
    title: String,
    partner: Partner,
    perspective: String,
    currency: String,
    files: Vec<FileRow>,
    coverage: Vec<CoverageRow>,
    findings: Vec<FindingRow>,
    notes: Vec<String>,
    #[serde(default)]
    cautions: Vec<serde_json::Value>,
    #[serde(default)]
    details: Vec<serde_json::Value>,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRow {
    file: String,
    layout: String,
    encoding: String,
    rows: u64,
    records: u64,
    from: Option<String>,
    to: Option<String>,
    flows: Option<String>,
    partners: Option<String>,
    currency: Option<String>,
    grain: Option<String>,
    released_from: Option<String>,
    released_to: Option<String>,
    text: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CoverageRow {
    month: String,
    flow: String,
    state: String,
    basis: Option<String>,
    value: Option<i64>,
    released: Option<String>,
    currency: String,
    text: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindingRow {
    finding: String,
    state: String,
    month: String,
    flow: Option<String>,
    file: Option<String>,
    value: Option<i64>,
    released: Option<String>,
    against: Option<i64>,
    against_released: Option<String>,
    difference: Option<i64>,
    count: Option<u32>,
    currency: String,
    text: String,
}

#[test]
fn an_inspection_reads_back() {
    let json = tradecheck("inspect --format json").answer_with_notes();
    let all: Inspection = serde_json::from_str(&json).expect("the json has the promised shape");
    assert_eq!(all.schema, "tradecheck.inspect.1");
    assert_eq!(
        (all.partner.code.as_str(), all.partner.name.as_str()),
        ("109", "North Korea")
    );
    assert_eq!(
        (all.perspective.as_str(), all.currency.as_str()),
        ("cn", "USD")
    );
    assert!(all.title.ends_with("contents of the data (USD)") && all.sources.is_empty());
    assert!(!all.notes.is_empty(), "that there are figures in yuan");
    let remarks = all.cautions.iter().chain(&all.details);
    let kinds: Vec<&str> = remarks.filter_map(|one| one["kind"].as_str()).collect();
    assert!(kinds.contains(&"other_currency"), "{kinds:?}");
    let [file] = &all.files[..] else {
        panic!("one file");
    };
    assert_eq!(
        (file.file.as_str(), file.layout.as_str()),
        ("built-in data", "ours")
    );
    assert_eq!((file.encoding.as_str(), file.rows), ("UTF-8", file.records));
    assert!(file.from.is_some() && file.to.is_some() && file.flows.is_some());
    assert!(file.partners.is_some() && file.currency.is_some() && file.grain.is_some());
    assert!(file.released_from < file.released_to && file.text.is_none());
    let mut last = String::new();
    for row in &all.coverage {
        let name = format!("{} {}", row.month, row.flow);
        assert!(last <= row.month, "{name}: in order");
        last.clone_from(&row.month);
        let known = ["present", "zero", "missing", "combined", "cumulative"];
        assert!(known.contains(&row.state.as_str()), "{name}");
        let there = ["present", "zero"].contains(&row.state.as_str());
        assert_eq!(
            (there, there),
            (row.value.is_some(), row.basis.is_some()),
            "{name}"
        );
        assert!(there || row.released.is_none(), "{name}");
        let inside = ["combined", "cumulative"].contains(&row.state.as_str());
        assert_eq!(inside, row.text.is_some(), "{name}");
        assert_eq!(row.currency, "USD");
    }
    assert!(!all.findings.is_empty());
    for row in &all.findings {
        let name = format!("{} {} {:?}", row.finding, row.month, row.flow);
        let known = ["missing", "contradictory", "explained"];
        assert!(
            known.contains(&row.state.as_str()) && !row.text.is_empty(),
            "{name}"
        );
        let difference = row
            .value
            .zip(row.against)
            .map(|(value, against)| value - against);
        assert_eq!(difference, row.difference, "{name}");
        assert_eq!(row.count.is_some(), row.finding == "gap", "{name}");
        assert!(row.file.is_none() && row.currency == "USD", "{name}");
        let dated = row.released.is_some() && row.against_released.is_some();
        assert_eq!(dated, row.value.is_some(), "{name}");
    }
}
