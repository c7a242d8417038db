//! Who worked out a change that was published.

use super::{PrintedChange, Vintage};
use std::sync::Arc;

/// Who worked out a change that was published.
///
/// Source: docs/definitions.md, "One month twice: files, vintages, revisions": only what the office
/// itself printed is the office's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SaidBy {
    /// The customs office.
    Customs,
    /// A publisher, from the office's levels; its name as the data write it.
    Publisher(Arc<str>),
    /// Unknown.
    Unknown,
}

/// The words of a note about the change of its row, before who worked it out.
const OF_CHANGE: [&str; 2] = ["yoy is ", "change is "];

/// The words behind who worked out a change.
const ARITHMETIC: &str = "'s arithmetic";

/// The words before who printed the change of a row, with the day.
const FROM: &str = "yoy from ";

impl PrintedChange {
    /// Who worked it out: by the note of its row, and otherwise by its source.
    pub fn said_by(&self) -> SaidBy {
        if let Some(who) = self.calculated_by() {
            return SaidBy::Publisher(who);
        }
        if let Some((who, _)) = self.taken_from() {
            return SaidBy::Publisher(who.into());
        }
        match self.source.contains("GACC") && !self.source.starts_with("computed from") {
            true => SaidBy::Customs,
            false => SaidBy::Unknown,
        }
    }

    /// The day on which it was published, if known: that of its row, or the one in the note on
    /// where the change is from.
    pub fn said_on(&self) -> Option<Vintage> {
        let day = self.taken_from().and_then(|(_, day)| day);
        day.or(self.released)
    }

    /// The publisher whose arithmetic it is, by the note.
    fn calculated_by(&self) -> Option<Arc<str>> {
        let (before, _) = self.note.split_once(ARITHMETIC)?;
        let clause = before.rsplit("; ").next().unwrap_or(before);
        let who = OF_CHANGE
            .iter()
            .find_map(|words| clause.strip_prefix(words));
        // `change is "about 173", the newspaper`.
        let who = who.unwrap_or(clause);
        let who = who.rsplit(", ").next().unwrap_or(who);
        Some(match who {
            "the newspaper" => self.source.clone(),
            who => who.into(),
        })
    }

    /// The publisher that the note takes it from, and the day: `yoy from Reuters 2023-01-20`.
    fn taken_from(&self) -> Option<(&str, Option<Vintage>)> {
        let mut clauses = self.note.split("; ");
        let clause = clauses.find_map(|one| one.strip_prefix(FROM))?;
        let clause = clause.split(" (").next().unwrap_or(clause);
        let (who, day) = clause.rsplit_once(' ')?;
        match day.parse::<Vintage>() {
            Ok(day) => Some((who, Some(day))),
            Err(_) => Some((clause, None)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Printed;

    /// Rows of data/published.csv.
    #[test]
    fn a_note_tells_whose_a_change_is() {
        let by = |who: &str| SaidBy::Publisher(who.into());
        for (source, note, who, day) in [
            (
                "GACC spokesman Huang Songping (Sputnik)",
                "briefing",
                SaidBy::Customs,
                None,
            ),
            (
                "Yonhap (GACC)",
                "yoy is the newspaper's arithmetic; 3 pages agree",
                by("Yonhap (GACC)"),
                None,
            ),
            (
                "Jajusibo quoting RFA, NK News (GACC)",
                "yoy is NK News's arithmetic; 3 pages agree",
                by("NK News"),
                None,
            ),
            (
                "VOA Korean (GACC)",
                "change is \"about 173\", the newspaper's arithmetic; Hankyung 202306198510Y prints 87418",
                by("VOA Korean (GACC)"),
                None,
            ),
            (
                "Yonhap (GACC) via Hankyung",
                "yoy from Reuters 2023-01-20 (revised base); Yonhap prints 244",
                by("Reuters"),
                Some("2023-01-20"),
            ),
            (
                "computed from TBS and KINU (GACC)",
                "",
                SaidBy::Unknown,
                None,
            ),
            ("NK News", "", SaidBy::Unknown, None),
        ] {
            let change = PrintedChange {
                percent: Printed::read("5").unwrap(),
                released: None,
                source: source.into(),
                note: note.into(),
            };
            assert_eq!(change.said_by(), who, "{note}");
            let day = day.map(|day| day.parse().unwrap());
            assert_eq!(change.said_on(), day, "{note}");
        }
    }
}
