//! Reads files of claims in csv, json or toml: one claim per row, with the columns of
//! `data/claims.csv`.

use super::error::ClaimsError;
use crate::reader::bytes::decode;
use crate::trade::{
    Claim, Currency, Flow, Metric, Passage, Period, Perspective, Stated, Vintage, hs_prefixes,
    listed,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The built-in claims: those of news pages that the built-in data can decide.
const SHIPPED: &[u8] = include_bytes!("../../../data/claims.csv");

/// The columns that are used.
const COLUMNS: [&str; 12] = [
    "id",
    "statement",
    "period",
    "flow",
    "metric",
    "value",
    "unit",
    "currency",
    "hs",
    "side",
    "published",
    "source",
];

/// The required columns.
const NEEDED: [&str; 4] = ["period", "flow", "metric", "value"];

/// Marks numbers with decimals in JSON and TOML. They do not keep trailing zeros, which would show
/// how the number was rounded.
const NUMBER: &str = "\u{1}";

/// A claim in a file, as texts by column name.
struct ClaimRow {
    /// `12:`, `claim 3:`.
    place: String,
    fields: BTreeMap<String, String>,
}

/// The built-in claims.
///
/// # Errors
/// None, which a test ensures.
pub fn shipped() -> Result<(Vec<Passage>, Option<String>), ClaimsError> {
    read_file("built-in claims", "claims.csv", SHIPPED)
}

/// Reads a file of claims in the format given by its extension: json, toml, otherwise csv. Returns
/// the claims, and the joined names of unused columns.
///
/// # Errors
/// All errors in the file.
pub fn read_file(
    shown: &str,
    name: &str,
    bytes: &[u8],
) -> Result<(Vec<Passage>, Option<String>), ClaimsError> {
    let text = decode::decode(bytes, None)
        .map_err(|error| ClaimsError::of_file(shown, crate::reader::claims::reason(&error)))?;
    let text = text.decode(&text.bytes).into_owned();
    let lower = name.to_lowercase();
    let first = text.trim_start().chars().next();
    let rows = if lower.ends_with(".toml") {
        from_toml(shown, &text)?
    } else if lower.ends_with(".json") || matches!(first, Some('{' | '[')) {
        from_json(shown, &text)?
    } else {
        from_csv(shown, &text)?
    };
    read_rows(shown, &rows)
}

/// The delimiter: the one that is most frequent in the header, or a comma if there is none.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty());
    let count = |sign: u8| {
        let bytes = header.unwrap_or("").bytes();
        bytes.filter(|byte| *byte == sign).count()
    };
    let mut best = b',';
    for sign in [b';', b'\t', b'|'] {
        if count(sign) > count(best) {
            best = sign;
        }
    }
    best
}

fn from_csv(shown: &str, text: &str) -> Result<Vec<ClaimRow>, ClaimsError> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let wrong = |error: csv::Error| {
        let place = error.position().map(|place| format!("{}:", place.line()));
        let mut all = ClaimsError::default();
        all.add(
            shown,
            place.unwrap_or_default(),
            format!("not a table: {error}"),
        );
        all
    };
    let header = reader.headers().map_err(wrong)?.clone();
    let names: Vec<String> = header.iter().map(str::to_lowercase).collect();
    let twice = names
        .iter()
        .enumerate()
        .find(|(at, name)| !name.is_empty() && names[..*at].contains(name));
    if let Some((_, name)) = twice {
        let mut all = ClaimsError::default();
        all.add(shown, "1:".to_owned(), format!("two columns `{name}`"));
        return Err(all);
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(wrong)?;
        let line = record.position().map_or(0, csv::Position::line);
        let fields = header.iter().zip(record.iter());
        rows.push(ClaimRow {
            place: format!("{line}:"),
            fields: fields
                .map(|(name, field)| (name.to_lowercase(), field.to_owned()))
                .collect(),
        });
    }
    Ok(rows)
}

fn from_json(shown: &str, text: &str) -> Result<Vec<ClaimRow>, ClaimsError> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|error| {
        let mut all = ClaimsError::default();
        let place = format!("{}:{}:", error.line(), error.column());
        all.add(shown, place, format!("not json: {error}"));
        all
    })?;
    let list = match value {
        serde_json::Value::Array(list) => Some(list),
        serde_json::Value::Object(mut object) => match object.remove("claims") {
            Some(serde_json::Value::Array(list)) => Some(list),
            _ => None,
        },
        _ => None,
    };
    let list = list.ok_or_else(|| {
        ClaimsError::of_file(
            shown,
            "no list of claims\n  expected: a list of objects, or an object with the list `claims`",
        )
    })?;
    let mut rows = Vec::new();
    for (at, one) in list.into_iter().enumerate() {
        let fields = one.as_object().map(|object| {
            let text = |value: &serde_json::Value| match value {
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Null => String::new(),
                serde_json::Value::Number(number) if number.is_f64() => format!("{NUMBER}{number}"),
                serde_json::Value::Number(number) => number.to_string(),
                _ => NUMBER.to_owned(),
            };
            let fields = object.iter();
            fields
                .map(|(name, value)| (name.to_lowercase(), text(value)))
                .collect()
        });
        rows.push(ClaimRow {
            place: format!("claim {}:", at + 1),
            fields: fields.unwrap_or_default(),
        });
    }
    Ok(rows)
}

fn from_toml(shown: &str, text: &str) -> Result<Vec<ClaimRow>, ClaimsError> {
    let table: toml::Table = text
        .parse()
        .map_err(|error: toml::de::Error| not_toml(shown, text, &error))?;
    let list = ["claims", "claim"]
        .iter()
        .find_map(|name| table.get(*name).and_then(toml::Value::as_array));
    let list = list.ok_or_else(|| {
        ClaimsError::of_file(
            shown,
            "no list of claims\n  expected: tables that begin with `[[claims]]`",
        )
    })?;
    let mut rows = Vec::new();
    for (at, one) in list.iter().enumerate() {
        let fields = one.as_table().map(|table| {
            let text = |value: &toml::Value| match value {
                toml::Value::String(text) => text.clone(),
                toml::Value::Integer(number) => number.to_string(),
                toml::Value::Datetime(date) => date.to_string(),
                toml::Value::Float(number) => format!("{NUMBER}{number}"),
                _ => NUMBER.to_owned(),
            };
            let fields = table.iter();
            fields
                .map(|(name, value)| (name.to_lowercase(), text(value)))
                .collect()
        });
        rows.push(ClaimRow {
            place: format!("claim {}:", at + 1),
            fields: fields.unwrap_or_default(),
        });
    }
    Ok(rows)
}

fn not_toml(shown: &str, text: &str, error: &toml::de::Error) -> ClaimsError {
    let line = error
        .span()
        .and_then(|span| text.get(..span.start))
        .map(|before| before.matches('\n').count() + 1);
    let mut all = ClaimsError::default();
    let place = line.map_or_else(String::new, |line| format!("{line}:"));
    all.add(shown, place, format!("not toml: {}", error.message()));
    all
}

fn read_rows(
    shown: &str,
    rows: &[ClaimRow],
) -> Result<(Vec<Passage>, Option<String>), ClaimsError> {
    let mut wrong = ClaimsError::default();
    if rows.is_empty() {
        return Err(ClaimsError::of_file(
            shown,
            "no claims\n  expected: one row for each claim, with the columns period, flow, metric and value",
        ));
    }
    let mut unread: Vec<&str> = Vec::new();
    let mut passages = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for name in row.fields.keys() {
            if !COLUMNS.contains(&name.as_str()) && !unread.contains(&name.as_str()) {
                unread.push(name);
            }
        }
        match read_row(row, at + 1) {
            Ok(claim) => passages.push(Passage {
                number: at as u32 + 1,
                text: row.fields.get("statement").cloned().unwrap_or_default(),
                claims: vec![claim],
                asides: Vec::new(),
                why_not: None,
            }),
            Err(texts) => {
                for text in texts {
                    wrong.add(shown, row.place.clone(), text);
                }
            }
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let unread = (!unread.is_empty()).then(|| listed(unread, 8));
    Ok((passages, unread))
}

/// Reads a claim, or returns all errors in it.
fn read_row(row: &ClaimRow, number: usize) -> Result<Claim, Vec<String>> {
    let mut wrong: Vec<String> = Vec::new();
    let field = |name: &str| row.fields.get(name).map_or("", |field| field.trim());
    for name in NEEDED {
        if field(name).is_empty() {
            wrong.push(format!("`{name}` is missing"));
        }
    }
    for (name, field) in &row.fields {
        if let Some(number) = field
            .strip_prefix(NUMBER)
            .filter(|_| COLUMNS.contains(&&**name))
        {
            wrong.push(format!(
                "{name}: not a string: `{number}`\n  expected: a string in quotes, since trailing zeros show how the number was rounded"
            ));
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut keep = |name: &str, problem: String| wrong.push(format!("{name}: {problem}"));
    let flow = match field("flow").to_lowercase().as_str() {
        "import" | "imports" => Some(Flow::Import),
        "export" | "exports" => Some(Flow::Export),
        "total" => Some(Flow::Total),
        "balance" => Some(Flow::Balance),
        other => {
            keep(
                "flow",
                format!("unknown flow `{other}`\n  expected: import, export, total or balance"),
            );
            None
        }
    };
    let side = match field("side").to_lowercase().as_str() {
        "" | "cn" => Some(Perspective::Reporter),
        "kp" => Some(Perspective::Partner),
        other => {
            keep(
                "side",
                format!("`{other}` is not a reporting side\n  expected: cn or kp"),
            );
            None
        }
    };
    let currency = match field("currency").to_lowercase().as_str() {
        "" => Some(None),
        "usd" => Some(Some(Currency::Usd)),
        "cny" | "rmb" => Some(Some(Currency::Cny)),
        other => {
            keep(
                "currency",
                format!("`{other}` is not a currency\n  expected: USD or CNY"),
            );
            None
        }
    };
    let period = field("period")
        .parse::<Period>()
        .map_err(|why| keep("period", why))
        .ok();
    let published = match field("published") {
        "" => Some(None),
        text => text
            .parse::<Vintage>()
            .map(Some)
            .map_err(|why| keep("published", why))
            .ok(),
    };
    let mut hs: Vec<Arc<str>> = Vec::new();
    for code in field("hs")
        .split([',', ';', ' '])
        .filter(|code| !code.is_empty())
    {
        match hs_prefixes(code) {
            Ok(prefixes) => hs.extend(prefixes),
            Err(why) => keep("hs", why.to_string()),
        }
    }
    let metric = field("metric")
        .parse::<Metric>()
        .map_err(|why| keep("metric", why.to_string()))
        .ok();
    let stated = metric.zip(currency).and_then(|(metric, currency)| {
        Stated::read(metric, field("value"), field("unit"), currency)
            .map_err(|why| keep("value", why.to_string()))
            .ok()
    });
    match (flow, side, currency, period, published, metric, stated) {
        (
            Some(flow),
            Some(side),
            Some(currency),
            Some(period),
            Some(published),
            Some(metric),
            Some(stated),
        ) if wrong.is_empty() => Ok(Claim {
            id: match field("id") {
                "" => number.to_string(),
                id => id.to_owned(),
            },
            flow,
            side,
            period,
            metric,
            stated,
            currency,
            hs,
            published,
            source: field("source").into(),
        }),
        _ => Err(wrong),
    }
}
