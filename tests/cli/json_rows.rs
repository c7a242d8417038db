//! The rows of the json: they read back as promised, and every figure that is missing has its reason.

use crate::columns::PROMISED;
use crate::program::tradecheck;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<Row> {
    schema: String,
    title: String,
    partner: Partner,
    perspective: String,
    currency: String,
    rows: Vec<Row>,
    notes: Vec<String>,
    #[serde(default)]
    cautions: Vec<RemarkObject>,
    #[serde(default)]
    details: Vec<RemarkObject>,
    sources: Vec<String>,
}

/// What must be known of a figure or of the whole.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemarkObject {
    kind: String,
    column: Option<String>,
    period: Option<String>,
    data: serde_json::Value,
    text: String,
}

impl RemarkObject {
    /// A kind in lower case, a sentence, a column that is there, data as an object.
    fn is_whole(&self, columns: &str) -> bool {
        let plain = |c: char| c.is_ascii_lowercase() || c == '_';
        let is_there = |column: &String| columns.split(',').any(|one| one == column);
        self.kind.chars().all(plain)
            && !self.text.is_empty()
            && self.column.as_ref().is_none_or(is_there)
            && self.period.as_ref().is_none_or(|period| period.len() >= 7)
            && self.data.is_object()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    pub code: String,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    code: String,
    months: Vec<String>,
    text: String,
}

type Reasons = Option<BTreeMap<String, Reason>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YoyRow {
    month: String,
    flow: String,
    base_month: String,
    base: Option<i64>,
    value: Option<i64>,
    change: Option<i64>,
    yoy_pct: Option<f64>,
    printed_pct: Option<f64>,
    streak: Option<u32>,
    streak_direction: Option<String>,
    streak_since: Option<String>,
    streak_bound: Option<String>,
    unit: String,
    flags: Option<String>,
    note: Option<String>,
    reasons: Reasons,
    #[serde(default)]
    cautions: Vec<RemarkObject>,
    #[serde(default)]
    details: Vec<RemarkObject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "there so that a field unknown is refused")]
struct StreakRow {
    flow: String,
    basis: String,
    direction: Option<String>,
    months: Option<u32>,
    bound: Option<String>,
    since: Option<String>,
    until: String,
    weakest_month: Option<String>,
    weakest_pct: Option<f64>,
    unit: String,
    flags: Option<String>,
    note: Option<String>,
    reasons: Reasons,
    #[serde(default)]
    cautions: Vec<RemarkObject>,
    #[serde(default)]
    details: Vec<RemarkObject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "there so that a field unknown is refused")]
struct SeriesRow {
    month: String,
    flow: String,
    value: Option<i64>,
    basis: Option<String>,
    mom_pct: Option<f64>,
    yoy_pct: Option<f64>,
    printed_pct: Option<f64>,
    ytd: Option<i64>,
    ytd_yoy_pct: Option<f64>,
    roll3: Option<i64>,
    roll3_yoy_pct: Option<f64>,
    roll12: Option<i64>,
    roll12_yoy_pct: Option<f64>,
    unit: String,
    flags: Option<String>,
    note: Option<String>,
    reasons: Reasons,
    #[serde(default)]
    cautions: Vec<RemarkObject>,
    #[serde(default)]
    details: Vec<RemarkObject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "there so that a field unknown is refused")]
struct RecordRow {
    month: String,
    flow: String,
    of: String,
    value: Option<i64>,
    yoy_pct: Option<f64>,
    on_record: Option<String>,
    months: Option<u32>,
    from: Option<String>,
    missing: Option<u32>,
    rank_low: Option<u32>,
    lowest_since: Option<String>,
    lowest_since_value: Option<i64>,
    lowest_since_yoy_pct: Option<f64>,
    lowest_bound: Option<String>,
    rank_high: Option<u32>,
    highest_since: Option<String>,
    highest_since_value: Option<i64>,
    highest_since_yoy_pct: Option<f64>,
    highest_bound: Option<String>,
    unit: String,
    flags: Option<String>,
    note: Option<String>,
    reasons: Reasons,
    #[serde(default)]
    cautions: Vec<RemarkObject>,
    #[serde(default)]
    details: Vec<RemarkObject>,
}

fn document<Row: serde::de::DeserializeOwned>(arguments: &str) -> Document<Row> {
    let json = tradecheck(&format!("{arguments} --format json")).answer();
    serde_json::from_str(&json).expect("the json has the promised shape")
}

/// A figure is there, or there is a reason: never neither, never both.
#[track_caller]
fn there_or_with_a_reason(row: &str, column: &str, there: bool, reasons: &Reasons) {
    let reason = reasons.as_ref().and_then(|all| all.get(column));
    assert_eq!(there, reason.is_none(), "{row}: {column}");
    if let Some(reason) = reason {
        let known = [
            "no_data",
            "zero_base",
            "combined",
            "not_computed",
            "uncertain_sign",
            "uncertain_rank",
        ];
        assert!(known.contains(&reason.code.as_str()), "{}", reason.code);
        assert!(!reason.text.is_empty());
        assert_eq!(reason.months.is_empty(), reason.code == "not_computed");
    }
}

#[test]
fn every_yoy_since_2013_reads_back_and_every_null_has_its_reason() {
    let all: Document<YoyRow> = document("yoy --from 2013-01");
    assert_eq!(
        (all.schema.as_str(), all.currency.as_str()),
        ("tradecheck.yoy.1", "USD")
    );
    assert_eq!(
        (all.partner.code.as_str(), all.partner.name.as_str()),
        ("109", "North Korea")
    );
    assert_eq!(all.perspective, "cn");
    assert!(all.title.contains("2013-01") && !all.sources.is_empty() && all.notes.is_empty());
    assert!(all.cautions.is_empty() && all.details.is_empty());
    let remarks = all
        .rows
        .iter()
        .flat_map(|row| row.cautions.iter().chain(&row.details));
    assert!(
        remarks.clone().count() > 100,
        "the release of 2017 alone has more"
    );
    assert!(remarks.clone().all(|remark| remark.is_whole(PROMISED[0].1)));
    for row in &all.rows {
        let implied = row.details.iter().chain(&row.cautions);
        let implied = implied.filter(|one| one.kind == "implied");
        for remark in implied {
            let flag = format!("{}:e", remark.column.as_deref().unwrap_or_default());
            assert!(
                row.flags.as_deref().unwrap_or_default().contains(&flag),
                "{flag}"
            );
        }
    }
    assert!(all.rows.len() > 4 * 12 * 13);
    for row in &all.rows {
        let name = format!("{} {}", row.month, row.flow);
        for (column, there) in [
            ("base", row.base.is_some()),
            ("value", row.value.is_some()),
            ("change", row.change.is_some()),
            ("yoy_pct", row.yoy_pct.is_some()),
        ] {
            there_or_with_a_reason(&name, column, there, &row.reasons);
        }
        if let (Some(value), Some(base), Some(change)) = (row.value, row.base, row.change) {
            assert_eq!(value - base, change, "{name}");
        }
        assert_eq!(row.streak.is_some(), row.streak_bound.is_some(), "{name}");
        let counted = row.streak.is_some_and(|months| months > 0);
        assert_eq!(counted, row.streak_since.is_some(), "{name}");
        let direction = row.streak_direction.as_deref();
        assert!(
            matches!(direction, None | Some("fall" | "rise" | "flat")),
            "{name}"
        );
        assert!(row.printed_pct.is_none_or(f64::is_finite) && row.unit == "USD");
        assert_eq!(row.base_month.len(), row.month.len());
        assert!(row.note.as_deref() != Some(""), "{name}");
    }
}

#[test]
fn every_streak_reads_back() {
    let all: Document<StreakRow> = document("streak --longest");
    assert_eq!(all.schema, "tradecheck.streak.1");
    let mut last = u32::MAX;
    for row in all.rows.iter().filter(|row| row.flow == "import") {
        let months = row.months.expect("a streak has months");
        assert!(months <= last, "longest first");
        last = months;
        assert_eq!(row.basis, "yoy");
        assert!(matches!(row.direction.as_deref(), Some("fall" | "rise")));
        assert!(matches!(row.bound.as_deref(), Some("exact" | "at_least")));
        assert!(
            row.since
                .as_deref()
                .is_some_and(|since| since <= row.until.as_str())
        );
        assert!(row.weakest_month.is_some() && row.weakest_pct.is_some());
        assert!(row.note.as_deref() != Some("") && row.unit == "USD");
        assert!(row.reasons.is_none());
    }
}

#[test]
fn every_month_of_a_series_reads_back_and_every_null_has_its_reason() {
    let all: Document<SeriesRow> = document("series --from 2013-01");
    assert_eq!(all.schema, "tradecheck.series.1");
    for row in &all.rows {
        let name = format!("{} {}", row.month, row.flow);
        for (column, there) in [
            ("value", row.value.is_some()),
            ("mom_pct", row.mom_pct.is_some()),
            ("yoy_pct", row.yoy_pct.is_some()),
            ("ytd", row.ytd.is_some()),
            ("ytd_yoy_pct", row.ytd_yoy_pct.is_some()),
            ("roll3", row.roll3.is_some()),
            ("roll3_yoy_pct", row.roll3_yoy_pct.is_some()),
            ("roll12", row.roll12.is_some()),
            ("roll12_yoy_pct", row.roll12_yoy_pct.is_some()),
        ] {
            there_or_with_a_reason(&name, column, there, &row.reasons);
        }
        assert_eq!(row.basis.is_some(), row.value.is_some(), "{name}");
        let basis = row.basis.as_deref();
        assert!(matches!(
            basis,
            None | Some("printed" | "difference" | "implied" | "sum" | "converted")
        ));
        assert!(row.printed_pct.is_none_or(f64::is_finite) && row.unit == "USD");
        assert!(row.note.as_deref() != Some(""), "{name}");
    }
}

#[test]
fn every_record_reads_back_and_every_null_has_its_reason() {
    let all: Document<RecordRow> = document("record --from 2013-01");
    assert_eq!(all.schema, "tradecheck.record.1");
    assert!(all.rows.len() > 2 * 4 * 12 * 13);
    for row in &all.rows {
        let name = format!("{} {} {}", row.month, row.flow, row.of);
        let of_value = row.of == "value";
        assert!(of_value || row.of == "yoy", "{name}");
        let (own, there) = if of_value {
            ("value", row.value.is_some())
        } else {
            ("yoy_pct", row.yoy_pct.is_some())
        };
        there_or_with_a_reason(&name, own, there, &row.reasons);
        there_or_with_a_reason(&name, "rank_low", row.rank_low.is_some(), &row.reasons);
        there_or_with_a_reason(&name, "rank_high", row.rank_high.is_some(), &row.reasons);
        // The window, and what is said of both ends, stand beside every figure.
        for known in [
            row.months.is_some(),
            row.from.is_some(),
            row.missing.is_some(),
        ] {
            assert_eq!(known, there, "{name}");
        }
        for bound in [&row.lowest_bound, &row.highest_bound] {
            let bound = bound.as_deref();
            assert_eq!(bound.is_some(), there, "{name}");
            assert!(matches!(bound, None | Some("exact" | "at_least" | "open")));
        }
        for (since, value, yoy) in [
            (
                &row.lowest_since,
                row.lowest_since_value,
                row.lowest_since_yoy_pct,
            ),
            (
                &row.highest_since,
                row.highest_since_value,
                row.highest_since_yoy_pct,
            ),
        ] {
            assert_eq!(value.is_some(), since.is_some() && of_value, "{name}");
            assert_eq!(yoy.is_some(), since.is_some() && !of_value, "{name}");
            assert!(
                since.as_ref().is_none_or(|since| *since < row.month),
                "{name}"
            );
        }
        let on_record = row.on_record.as_deref();
        assert!(matches!(
            on_record,
            None | Some("lowest" | "highest" | "only")
        ));
        assert!(
            row.note.as_deref() != Some("") && row.unit == "USD",
            "{name}"
        );
    }
}
