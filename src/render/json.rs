//! json and ndjson: the machine columns in their order; numbers are exact decimals, never an f64.

use super::words::{self, MoneyWords};
use super::{Lang, figures, note};
use crate::report::{Cell, Report, Row};
use crate::trade::{Missing, Partner, PartnerChoice, Period, Perspective};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::io::{self, Write};

/// One object: heading, rows, notes, sources.
pub(super) fn write_json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Whole(report))?;
    writeln!(out)
}

/// The rows alone, one object a line.
pub(super) fn write_ndjson(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for row in &report.rows {
        serde_json::to_writer(&mut *out, &RowObject { report, row })?;
        writeln!(out)?;
    }
    Ok(())
}

struct Whole<'a>(&'a Report);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.0;
        let heading = &report.heading;
        let rows = report.rows.iter().map(|row| RowObject { report, row });
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &format!("tradecheck.{}.1", report.command))?;
        let title = words::title(heading, MoneyWords::WholeUnits, Lang::En);
        map.serialize_entry("title", &title)?;
        map.serialize_entry("partner", &PartnerObject(&heading.partner))?;
        map.serialize_entry("perspective", perspective(heading.perspective))?;
        map.serialize_entry("currency", heading.currency.code())?;
        map.serialize_entry("rows", &rows.collect::<Vec<_>>())?;
        map.serialize_entry("notes", &report.notes)?;
        map.serialize_entry("sources", &report.sources)?;
        map.end()
    }
}

fn perspective(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Reporter => "cn",
        Perspective::Partner => "kp",
    }
}

/// `{"code": "109", "name": "North Korea"}`; several are joined, every one is `all`.
struct PartnerObject<'a>(&'a PartnerChoice);

impl Serialize for PartnerObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let code = match self.0 {
            PartnerChoice::All => "all".to_string(),
            PartnerChoice::These(places) => {
                let partners = places.iter().filter_map(|place| Partner::at(*place));
                let codes: Vec<&str> = partners.map(|partner| &*partner.code).collect();
                codes.join(",")
            }
        };
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("code", &code)?;
        map.serialize_entry("name", &words::partner(self.0, Lang::En))?;
        map.end()
    }
}

struct RowObject<'a> {
    report: &'a Report,
    row: &'a Row,
}

impl Serialize for RowObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RowObject { report, row } = *self;
        let mut map = serializer.serialize_map(None)?;
        for (at, column) in report.columns.iter().enumerate() {
            let cell = row.cells.get(at).unwrap_or(&Cell::Empty);
            if column.name == note::COLUMN {
                let text = note::text(report, row);
                let text = Some(text).filter(|text| !text.is_empty());
                map.serialize_entry(column.name, &text)?;
            } else {
                map.serialize_entry(column.name, &Value(cell))?;
            }
        }
        let reasons = Reasons(report, row);
        if reasons.iter().next().is_some() {
            map.serialize_entry("reasons", &reasons)?;
        }
        map.end()
    }
}

struct Value<'a>(&'a Cell);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Empty | Cell::Missing(_) => serializer.serialize_none(),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::Count(count) => serializer.serialize_u32(*count),
            Cell::Money(_) | Cell::Percent(_) | Cell::PrintedPercent(_) => {
                RawValue::from_string(figures::machine(self.0))
                    .map_err(S::Error::custom)?
                    .serialize(serializer)
            }
            Cell::Word(_)
            | Cell::Flow(_)
            | Cell::Month(_)
            | Cell::Period(_)
            | Cell::Currency(_) => serializer.serialize_str(&figures::machine(self.0)),
        }
    }
}

/// Why cells of a row are missing, by column.
struct Reasons<'a>(&'a Report, &'a Row);

impl<'a> Reasons<'a> {
    fn iter(&self) -> impl Iterator<Item = (&'static str, &'a Missing)> {
        let cells = self.0.columns.iter().zip(&self.1.cells);
        cells.filter_map(|(column, cell)| match cell {
            Cell::Missing(missing) => Some((column.name, missing)),
            _ => None,
        })
    }
}

impl Serialize for Reasons<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.iter()
                .map(|(column, missing)| (column, Reason(missing))),
        )
    }
}

struct Reason<'a>(&'a Missing);

impl Serialize for Reason<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let periods = self.0.periods.iter().copied();
        let months = periods.flat_map(Period::months);
        let months: Vec<String> = months.map(|month| month.to_string()).collect();
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("code", self.0.reason.code())?;
        map.serialize_entry("months", &months)?;
        map.serialize_entry("text", &self.0.to_string())?;
        map.end()
    }
}
