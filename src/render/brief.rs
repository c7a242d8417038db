//! Writes the statement on a month, as text for people or as json with all its figures.

use super::footer::Footer;
use super::json::{self, Value};
use super::{Lang, Style, title, wrap};
use crate::render::lang::{self, brief::BriefFigure};
use crate::report::brief::{Brief, FlowBrief, StatedChange};
use crate::report::{Cell, Column, Heading, Remark, Report, Row, Word};
use crate::trade::{Flow, Metric};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::io::{self, Write};

/// The sentences of a statement, in order.
pub fn sentences(brief: &Brief, heading: &Heading, lang: Lang) -> Vec<String> {
    let sentences = lang::wording(lang).statement(brief, heading);
    sentences
        .into_iter()
        .filter(|one| !one.is_empty())
        .collect()
}

/// The news in one line without a full stop, about the first flow whose change is known; `None` if
/// none is.
pub fn headline(brief: &Brief, heading: &Heading, lang: Lang) -> Option<String> {
    let is_known = |flow: &&FlowBrief| !matches!(flow.month.change, StatedChange::Unknown(_));
    let flow = brief.flows.iter().find(is_known)?;
    Some(lang::wording(lang).news(flow, heading))
}

/// Writes the sentences as one text, followed by the cautions and the source.
pub(super) fn write(
    report: &Report,
    brief: &Brief,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = text(brief, &report.heading, style.lang);
    for line in wrap::wrap(&text, style.width, 0) {
        writeln!(out, "{line}")?;
    }
    let footer = Footer::new(report, style);
    if footer.notes.is_empty() && footer.source.is_none() {
        return Ok(());
    }
    writeln!(out)?;
    for note in &footer.notes {
        for line in wrap::wrap(&format!("- {note}"), style.width, 2) {
            writeln!(out, "{line}")?;
        }
    }
    for line in footer
        .source
        .iter()
        .flat_map(|one| wrap::wrap(one, style.width, 2))
    {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn text(brief: &Brief, heading: &Heading, lang: Lang) -> String {
    sentences(brief, heading, lang).join(lang::marks(lang).sentence)
}

/// `{"schema": "tradecheck.brief.1", "text", "parts": […]}`.
pub(super) fn write_json(
    report: &Report,
    brief: &Brief,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let whole = JsonBrief {
        report,
        brief,
        lang,
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

struct JsonBrief<'a> {
    report: &'a Report,
    brief: &'a Brief,
    lang: Lang,
}

impl Serialize for JsonBrief<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let JsonBrief {
            report,
            brief,
            lang,
        } = *self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", "tradecheck.brief.1")?;
        let words = title::MoneyWords::WholeUnits;
        map.serialize_entry("title", &title::title(&report.heading, words, lang))?;
        map.serialize_entry("text", &text(brief, &report.heading, lang))?;
        let parts: Vec<PartObject<'_>> = report
            .rows
            .iter()
            .map(|row| PartObject { whole: self, row })
            .collect();
        map.serialize_entry("parts", &parts)?;
        let of_rows = report.rows.iter().flat_map(|row| &row.remarks);
        let remarks: Vec<Remark> = of_rows.chain(&report.notes).cloned().collect();
        json::serialize_remarks(&mut map, &remarks, lang)?;
        map.serialize_entry("sources", &report.sources)?;
        map.end()
    }
}

struct PartObject<'a> {
    whole: &'a JsonBrief<'a>,
    row: &'a Row,
}

impl Serialize for PartObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let JsonBrief {
            report,
            brief,
            lang,
        } = *self.whole;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text(brief, &report.heading, lang))?;
        for column in &report.columns {
            map.serialize_entry(
                column.name(),
                &Value(self.row.cell(*column), self.whole.lang),
            )?;
        }
        map.end()
    }
}

impl PartObject<'_> {
    /// The figure of the row in words; empty if only the sentences mention it.
    fn text(&self, brief: &Brief, heading: &Heading, lang: Lang) -> String {
        let flow = match self.row.cell(Column::Flow) {
            Cell::Flow(flow) if *flow != Flow::Balance => *flow,
            _ => return lang::wording(lang).balance_stated(brief, heading),
        };
        let Some(own) = brief.flows.iter().find(|one| one.flow == flow) else {
            return String::new();
        };
        let is_month = self.row.cell(Column::Period) == &Cell::Period(own.month.period);
        let part = match (self.row.cell(Column::Metric), is_month) {
            (Cell::Word(Word::Metric(Metric::Yoy)), true) => BriefFigure::Change,
            (Cell::Word(Word::Metric(Metric::Yoy)), false) => BriefFigure::ToDate,
            (Cell::Word(Word::Metric(Metric::Value)), true) => BriefFigure::Value,
            (Cell::Word(Word::Metric(Metric::Value)), false) => BriefFigure::ToDateValue,
            _ => BriefFigure::Streak,
        };
        lang::wording(lang).part_of_statement(own, part, heading)
    }
}
