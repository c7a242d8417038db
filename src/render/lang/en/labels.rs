//! Names of subjects, columns and rows in tables.

use super::english::English;
use crate::render::lang::labels::{Label, Labels};
use crate::report::{Head, ListOf, Subject, Word};
use crate::trade::{Breakdown, Flow};

impl Labels for English {
    fn subject(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::Yoy => "change from a year earlier",
            Subject::YoyOfPeriod => "change from a year earlier",
            Subject::Streaks => "current streaks",
            Subject::Links => "current streaks month by month",
            Subject::LongestStreaks => "longest streaks",
            Subject::Series => "month by month",
            Subject::Movers => "goods behind the change",
            Subject::Brief => "statement",
            Subject::Record => "highs and lows on record",
            Subject::Chart | Subject::Page => "",
            Subject::Inspect => "contents of the data",
            Subject::Files => "files",
            Subject::Coverage => "coverage",
            Subject::Texts => "columns and texts",
            Subject::Findings => "findings",
            Subject::Revisions => "figures by release",
            Subject::Sanctions => "sanctions on goods",
            Subject::SanctionedTrade => "trade under sanctions in force",
            Subject::SanctionsCoverage => "share covered by sanctions",
            Subject::SanctionsCaps => "use of caps",
            Subject::Claims => "claims checked",
            Subject::Figures => "figures used",
            Subject::Workings => "how the figures were worked out",
            Subject::Receipt => "Whether an earlier answer still holds",
            Subject::Archive => "What the archive keeps",
            Subject::List(of) => self.list_of(of),
        }
    }

    fn list_of(&self, of: ListOf) -> &'static str {
        match of {
            ListOf::Goods => "Goods by HS code, with the figures that the built-in data hold",
            ListOf::Groups => "Groups of goods, with the figures that the built-in data hold",
            ListOf::Partners => "Partners, with the figures that the built-in data hold",
            ListOf::Layouts => "Layouts of files that are read",
            ListOf::Columns => "Machine columns of each command",
            ListOf::Measures => "What is measured, what `check` checks, and measures of sanctions",
            ListOf::Releases => "Releases of the customs office",
        }
    }

    fn head(&self, head: Head) -> &'static str {
        match head {
            Head::Flow => "Flow",
            Head::Contribution => "Contrib. pp",
            Head::Quantity => "Quantity y/y",
            Head::UnitValue => "Unit value y/y",
            Head::Unit => "Unit",
            Head::Share => "Share",
            Head::Month => "Month",
            Head::MonthEarlier => "A month earlier",
            Head::YearEarlier => "A year earlier",
            Head::Value => "Value",
            Head::Change => "Change",
            Head::Yoy => "y/y",
            Head::YoyOfPeriod => "y/y",
            Head::Mom => "m/m",
            Head::Printed => "Printed",
            Head::Streak => "Streak",
            Head::YearToDate => "Year to date",
            Head::YearToDateYoy => "YTD y/y",
            Head::Rolling3 => "3m sum",
            Head::Rolling3Yoy => "3m y/y",
            Head::Rolling12 => "12m sum",
            Head::Rolling12Yoy => "12m y/y",
            Head::Basis => "Basis",
            Head::Since => "Since",
            Head::Until => "Until",
            Head::Link => "No.",
            Head::Weakest => "Weakest",
            Head::File => "File",
            Head::Rows => "Rows",
            Head::Holds => "Holds",
            Head::Released => "Released",
            Head::Year => "Year",
            Head::Finding => "Finding",
            Head::Claim => "Claim",
            Head::Sentence => "No.",
            Head::Metric => "Metric",
            Head::Claimed => "Claimed",
            Head::Found => "Data",
            Head::Verdict => "Verdict",
            Head::Now => "Now",
            Head::Reading => "Reading",
            Head::Against => "Against",
            Head::Difference => "Difference",
            Head::Count => "Count",
            Head::Record => "Record",
            Head::Before => "Before",
            Head::YoyBefore => "y/y before",
            Head::RevisedBy => "Revised by",
            Head::Instrument => "By",
            Head::Measure => "Measure",
            Head::Goods => "Goods",
            Head::HsCodes => "HS",
            Head::Kind => "Kind",
            Head::InForce => "In force",
            Head::Period => "Period",
            Head::FirstFullMonth => "Full from",
            Head::Phase => "Phase",
            Head::On => "On",
            Head::AtLeast => "At least",
            Head::AtMost => "At most",
            Head::Amount => "Quantity",
            Head::Used => "Used",
            Head::Cap => "Cap",
            Head::ShareOfCap => "Of cap",
            Head::Bound => "Bound",
            Head::Code => "Code",
            Head::Group => "Group",
            Head::Partner => "Partner",
            Head::Name => "Name",
            Head::Figures => "Figures",
            Head::From => "From",
            Head::To => "To",
            Head::Layout => "Layout",
            Head::Recognised => "Recognised by",
            Head::Command => "Command",
            Head::ColumnName => "Column",
            Head::Meaning => "Meaning",
            Head::Table => "Table",
            Head::Figure => "Figure",
            Head::Result => "Result",
            Head::Formula => "Formula",
            Head::Definition => "Definition",
            Head::Publisher => "Publisher",
            Head::Address => "Address",
            Head::Line => "Line",
            Head::Then => "Then",
            Head::Current => "Rows that count",
            Head::Status => "Status",
            // These have headers of their own.
            Head::At(_) | Head::LastMonths(_) | Head::Column(_) | Head::Part(_) => "",
        }
    }

    fn flow(&self, flow: Flow) -> &'static str {
        match flow {
            Flow::Import => "Imports",
            Flow::Export => "Exports",
            Flow::Total => "Total",
            Flow::Balance => "Balance",
        }
    }

    fn word(&self, word: Word) -> &'static str {
        super::cells::word(word)
    }

    fn part_of(&self, by: Breakdown) -> &'static str {
        match by {
            Breakdown::Chapter => "Chapter",
            Breakdown::Heading => "Heading",
            Breakdown::Subheading => "Subheading",
            Breakdown::Code => "Code",
            Breakdown::Group => "Group",
            Breakdown::Province => "Province",
            Breakdown::TradeMode => "Trade mode",
            Breakdown::Partner => "Partner",
            Breakdown::Sanction => "Sanction",
            Breakdown::TariffLine => "Code",
        }
    }

    fn label(&self, label: Label) -> &'static str {
        match label {
            Label::YearEarlierOfPeriod => "A year earlier",
            Label::Mom => "m/m",
            Label::Weakest => "weakest",
            Label::Notes => "Notes:",
            Label::None => "none",
            Label::Source => "Source",
            Label::Year => "Year",
        }
    }

    fn and_more(&self, count: usize) -> String {
        format!(" and {count} more")
    }

    fn fold(&self, times: &str) -> String {
        format!("({times}-fold)")
    }

    fn percent_in(&self, percent: &str, month: &str) -> String {
        format!("{percent} % in {month}")
    }
}
