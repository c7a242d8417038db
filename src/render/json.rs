//! Writes json and ndjson: the machine columns in order, with numbers as exact decimals, never as
//! f64.

use super::title::{self, MoneyWords};
use super::{Lang, figures, note};
use crate::render::remark_data;
use crate::render::{labels, lang};
use crate::report::{Cell, Column, Remark, Report, Row};
use crate::trade::{Missing, Partner, PartnerChoice, Period, Perspective, Weight};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::io::{self, Write};

/// Writes one object with heading, rows (or the rows of each part), notes and sources.
pub(super) fn write_json(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &JsonReport(report, lang))?;
    writeln!(out)
}

/// Writes only the rows, one object per line.
pub(super) fn write_ndjson(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for row in &report.rows {
        serde_json::to_writer(&mut *out, &RowObject { report, row, lang })?;
        writeln!(out)?;
    }
    Ok(())
}

struct JsonReport<'a>(&'a Report, Lang);

impl Serialize for JsonReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let JsonReport(report, lang) = *self;
        let heading = &report.heading;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &format!("tradecheck.{}.1", report.command))?;
        let title = title::title(heading, MoneyWords::WholeUnits, lang);
        map.serialize_entry("title", &title)?;
        if !heading.subject.is_of_no_trade() {
            map.serialize_entry("partner", &PartnerObject(&heading.partner, lang))?;
            map.serialize_entry("perspective", perspective(heading.perspective))?;
            map.serialize_entry("currency", heading.currency.code())?;
        }
        if report.parts.is_empty() {
            map.serialize_entry("rows", &Rows(report, lang))?;
        }
        for part in &report.parts {
            map.serialize_entry(part.command, &Rows(part, lang))?;
        }
        let notes = report.notes.iter();
        let notes = notes.map(|note| lang::sentence(note, lang));
        map.serialize_entry("notes", &notes.collect::<Vec<String>>())?;
        serialize_remarks(&mut map, &report.notes, lang)?;
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

/// `{"code": "109", "name": "North Korea"}`; several partners are joined, all partners are `all`.
struct PartnerObject<'a>(&'a PartnerChoice, Lang);

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
        map.serialize_entry("name", &labels::partner(self.0, self.1))?;
        map.end()
    }
}

/// The rows of a report, as one object each.
pub(super) struct Rows<'a>(pub &'a Report, pub Lang);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Rows(report, lang) = *self;
        let rows = report.rows.iter();
        serializer.collect_seq(rows.map(|row| RowObject { report, row, lang }))
    }
}

struct RowObject<'a> {
    report: &'a Report,
    row: &'a Row,
    lang: Lang,
}

impl Serialize for RowObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RowObject { report, row, lang } = *self;
        let mut map = serializer.serialize_map(None)?;
        for column in &report.columns {
            if let Column::Note | Column::Flags = column {
                let text = match column {
                    Column::Note => note::text(report, row, lang),
                    _ => note::flags(report, row),
                };
                let text = Some(text).filter(|text| !text.is_empty());
                map.serialize_entry(column.name(), &text)?;
            } else {
                map.serialize_entry(column.name(), &Value(row.cell(*column), lang))?;
            }
        }
        let reasons = Reasons(report, row, lang);
        if reasons.iter().next().is_some() {
            map.serialize_entry("reasons", &reasons)?;
        }
        serialize_remarks(&mut map, &row.remarks, lang)?;
        map.end()
    }
}

/// Adds cautions and details as separate lists, if there are any.
pub(super) fn serialize_remarks<M: SerializeMap>(
    map: &mut M,
    remarks: &[Remark],
    lang: Lang,
) -> Result<(), M::Error> {
    for (name, weight) in [("cautions", Weight::Caution), ("details", Weight::Detail)] {
        let own = remarks.iter().filter(|remark| remark.weight == weight);
        let own: Vec<RemarkObject<'_>> = own.map(|remark| RemarkObject(remark, lang)).collect();
        if !own.is_empty() {
            map.serialize_entry(name, &own)?;
        }
    }
    Ok(())
}

/// `{"kind", "column", "period", …its data, "text"}`.
struct RemarkObject<'a>(&'a Remark, Lang);

impl Serialize for RemarkObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RemarkObject(remark, lang) = *self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", remark.kind.code())?;
        map.serialize_entry("column", &remark.column.map(Column::name))?;
        let period = remark.period.map(|period| period.to_string());
        map.serialize_entry("period", &period)?;
        map.serialize_entry("data", &remark_data::of(&remark.kind))?;
        map.serialize_entry("text", &lang::kind(&remark.kind, None, lang))?;
        map.end()
    }
}

pub(super) struct Value<'a>(pub(super) &'a Cell, pub(super) Lang);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Empty | Cell::Missing(_) => serializer.serialize_none(),
            Cell::Rounded(cell) => Value(cell, self.1).serialize(serializer),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::Count(count) => serializer.serialize_u32(*count),
            Cell::Money(_)
            | Cell::Quantity(..)
            | Cell::UnitValue(_)
            | Cell::Percent(_)
            | Cell::Points(_)
            | Cell::Times(_)
            | Cell::PrintedPercent(_) => RawValue::from_string(figures::machine(self.0, self.1))
                .map_err(S::Error::custom)?
                .serialize(serializer),
            Cell::Word(_)
            | Cell::Text(_)
            | Cell::Name(_)
            | Cell::Remarks(_)
            | Cell::Meaning(_)
            | Cell::Finding(_)
            | Cell::Interpretation(..)
            | Cell::Stated(_)
            | Cell::Reading(_)
            | Cell::List(_)
            | Cell::Flow(_)
            | Cell::Month(_)
            | Cell::Date(_)
            | Cell::Period(_)
            | Cell::Currency(_)
            | Cell::Unit(_) => serializer.serialize_str(&figures::machine(self.0, self.1)),
        }
    }
}

/// The reasons why cells of a row are missing, by column.
struct Reasons<'a>(&'a Report, &'a Row, Lang);

impl<'a> Reasons<'a> {
    fn iter(&self) -> impl Iterator<Item = (&'static str, &'a Missing)> {
        let columns = self.0.columns.iter();
        columns.filter_map(|column| match self.1.cell(*column) {
            Cell::Missing(missing) => Some((column.name(), missing)),
            _ => None,
        })
    }
}

impl Serialize for Reasons<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.iter()
                .map(|(column, missing)| (column, Reason(missing, self.2))),
        )
    }
}

struct Reason<'a>(&'a Missing, Lang);

impl Serialize for Reason<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let periods = self.0.periods.iter().copied();
        let months = periods.flat_map(Period::months);
        let months: Vec<String> = months.map(|month| month.to_string()).collect();
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("code", self.0.reason.code())?;
        map.serialize_entry("months", &months)?;
        let text = lang::wording(self.1).reason(self.0);
        map.serialize_entry("text", &text)?;
        map.end()
    }
}

#[cfg(test)]
mod tests;
