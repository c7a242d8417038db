//! Cell words from closed lists. A word is a value of the list it comes from, so
//! that no renderer compares text, and a language that lacks one does not compile.

use super::Kind;
use super::inspection::{FindingKind, FindingState, InspectPart, MonthState};
use crate::trade::{
    Basis, Certainty, Comparison, Direction, Extent, LayoutName, Measure, Metric, Named, OnRecord,
    PartBasis, Phase, ReleaseStatus, ReleasedTable, SanctionKind, TextKind, Truth,
};

/// A word of a closed list. Machine columns have its [`name`](Word::name); tables have the word of
/// their language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Word {
    /// The whole, in the column of the code.
    Total,
    /// The components not listed one by one.
    Other,
    /// Neither a rise nor a fall.
    Flat,
    /// Among the largest increases.
    Up,
    /// Among the largest decreases.
    Down,
    /// The direction of a streak.
    Direction(Direction),
    /// How far a count or a record is known to reach.
    Extent(Extent),
    /// The lowest or highest month on record.
    OnRecord(OnRecord),
    /// How a figure came about.
    Basis(Basis),
    /// A zero that no row states: the input holds all goods of the month and has none of these.
    Absence,
    /// How the figure of a component in a base year came about.
    PartBasis(PartBasis),
    /// The base of a comparison.
    Comparison(Comparison),
    /// What a claim or a sentence is about.
    Metric(Metric),
    /// What a series measures.
    Measure(Measure),
    /// The unit of a percentage.
    Percent,
    /// The unit of a ratio.
    Times,
    /// The unit of a streak.
    Months,
    /// The verdict on a claim.
    Truth(Truth),
    /// The claim could not be read.
    NotUnderstood,
    /// What a sanction does.
    Sanction(SanctionKind),
    /// The code of a good is wider than the measure, so that its trade may include goods under it.
    MayInclude,
    /// How certain the row of a sanction is.
    Certainty(Certainty),
    /// The phase of a sanction in a month.
    Phase(Phase),
    /// A table of the customs office.
    Table(ReleasedTable),
    /// How the day of a release is known.
    Status(ReleaseStatus),
    /// What kind of values a machine column holds.
    Kind(Kind),
    /// The name of a layout, as in `--layout`.
    Layout(LayoutName),
    /// What a layout is recognised by, in English.
    Recognised(LayoutName),
    /// A part of the answer of `inspect`.
    Part(InspectPart),
    /// What `inspect` found.
    Finding(FindingKind),
    /// What a finding means.
    FindingState(FindingState),
    /// How a month is covered.
    MonthState(MonthState),
    /// Where a text of a file was found.
    TextKind(TextKind),
    /// Where a measure of `list measures` is used.
    MeasureOf(MeasureOf),
    /// The section of docs/definitions.md that defines a figure.
    Definition(Definition),
    /// How a figure was worked out, where there are no numbers to fill in.
    Working(WorkingWords),
}

/// Where a measure is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MeasureOf {
    /// With `--measure`.
    Series,
    /// In claims of `check`.
    Claims,
    /// In `sanctions`.
    Sanctions,
}

/// The sections of docs/definitions.md that define figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Definition {
    /// What a series is.
    Series,
    /// Changes.
    Change,
    /// Contributions.
    Contribution,
    /// Unit values.
    UnitValue,
    /// Streaks.
    Streak,
    /// Records.
    Record,
    /// Rounding.
    Published,
    /// Vintages and revisions.
    Releases,
    /// Sanctions.
    Sanctions,
}

/// How a figure was worked out, in words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WorkingWords {
    /// The office published it.
    AsPublished,
    /// One published figure minus another.
    Difference,
    /// A published change and its other side.
    WorkedBack,
    /// From yuan.
    Converted,
    /// A sum of rows.
    Sum,
    /// No rows: the input holds all goods of the month and has none of these.
    NoRows,
    /// The weakest month of a streak.
    ClosestToZero,
    /// A record within a window.
    ComparedInWindow,
    /// A record over all months.
    ComparedWithAll,
    /// The coverage of sanctions.
    Covered,
    /// A share.
    Share,
    /// Several figures, listed next to it.
    FromFigures,
    /// There is nothing to work with.
    NoFigures,
}

impl Word {
    /// Its name in machine columns.
    pub fn name(self) -> &'static str {
        match self {
            Word::Total => "total",
            Word::Other => "other",
            Word::Flat => "flat",
            Word::Up => "up",
            Word::Down => "down",
            Word::Direction(direction) => direction.name(),
            Word::Extent(extent) => extent.name(),
            Word::OnRecord(on_record) => on_record.name(),
            Word::Basis(basis) => basis.name(),
            Word::Absence => "absence",
            Word::PartBasis(basis) => basis.name(),
            Word::Comparison(comparison) => comparison.name(),
            Word::Metric(metric) => metric.name(),
            Word::Measure(Measure::Value) => "value",
            Word::Measure(Measure::Quantity) => "quantity",
            Word::Measure(Measure::UnitValue) => "unit_value",
            Word::Percent => "%",
            Word::Times => "times",
            Word::Months => "months",
            Word::Truth(truth) => truth.name(),
            Word::NotUnderstood => "not_understood",
            Word::Sanction(kind) => kind.name(),
            Word::MayInclude => "may_include",
            Word::Certainty(certainty) => certainty.name(),
            Word::Phase(phase) => phase.name(),
            Word::Table(table) => table.name(),
            Word::Status(status) => status.name(),
            Word::Kind(kind) => kind.name(),
            Word::Layout(layout) => layout.name(),
            Word::Recognised(layout) => layout.about(),
            Word::Part(part) => part.name(),
            Word::Finding(kind) => kind.name(),
            Word::FindingState(state) => state.name(),
            Word::MonthState(state) => state.name(),
            Word::TextKind(kind) => kind.name(),
            Word::MeasureOf(MeasureOf::Series) => "measure",
            Word::MeasureOf(MeasureOf::Claims) => "metric",
            Word::MeasureOf(MeasureOf::Sanctions) => "sanction",
            Word::Definition(definition) => definition.heading(),
            Word::Working(words) => words.in_english(),
        }
    }
}

impl Definition {
    /// The heading of the section.
    pub fn heading(self) -> &'static str {
        match self {
            Definition::Series => "Series",
            Definition::Change => "Change",
            Definition::Contribution => "Contribution",
            Definition::UnitValue => "Unit value",
            Definition::Streak => "Streak",
            Definition::Record => "Record",
            Definition::Published => "A published figure and its rounding",
            Definition::Releases => "One month twice: files, vintages, revisions",
            Definition::Sanctions => "Sanctions",
        }
    }
}

impl WorkingWords {
    /// The words in English, which machine columns have too.
    pub fn in_english(self) -> &'static str {
        match self {
            WorkingWords::AsPublished => "as published",
            WorkingWords::Difference => "difference of published figures",
            WorkingWords::WorkedBack => "worked back from a published change",
            WorkingWords::Converted => "converted from yuan at the rate of the month",
            WorkingWords::Sum => "sum of the rows",
            WorkingWords::NoRows => "no rows of these goods in a file that holds all goods",
            WorkingWords::ClosestToZero => "the change closest to zero of those counted",
            WorkingWords::ComparedInWindow => "compared with the months of the window",
            WorkingWords::ComparedWithAll => "compared with every earlier month",
            WorkingWords::Covered => "covered / total * 100, at the least and at the most",
            WorkingWords::Share => "part / whole * 100",
            WorkingWords::FromFigures => "from the figures used",
            WorkingWords::NoFigures => "no figures held",
        }
    }
}
