//! Parses the label of a series, or the heading above several: flow, partner, unit, currency.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::cells::vocabulary::StatedUnits;
use crate::reader::layout::titles::{reversed, unit_of_both};
use crate::trade::{Currency, Flow, Perspective, Unit};

/// The content of a label; `None` for what it does not mention.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Label {
    pub flow: Option<Flow>,
    pub partner: Option<u16>,
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
    /// Only the word `Total`: total trade, or the sum of the rows of one flow.
    pub bare_total: bool,
    /// Whether the series is year to date.
    pub cumulative: bool,
    /// Whether the trade of either side may be meant.
    pub side_unclear: bool,
    /// Whether the label takes the partner's side. Its flow is already reversed.
    pub is_reversed: bool,
    /// Whether the label itself says whose trade it is.
    pub states_side: bool,
}

/// The result of parsing a label.
pub(crate) enum LabelReading {
    Understood(Label),
    /// The label names something other than trade in all goods, or has unknown words.
    NotUnderstood(TextMeaning),
}

const NOTES: [&str; 17] = [
    "note",
    "source",
    "data source",
    "注:",
    "注 ",
    "注释",
    "注1",
    "资料来源",
    "数据来源",
    "来源",
    "备注",
    "说明",
    "주:",
    "주)",
    "주 ",
    "출처",
    "자료",
];

/// Whether the line is a note below a table: it starts with a word for notes, or with a mark.
pub(crate) fn is_note(text: &str) -> bool {
    let text = vocabulary::plain(text);
    without_mark(&text) != text || NOTES.iter().any(|note| text.starts_with(note)) || text == "注"
}

/// The text without the mark of a footnote that it starts with: `*`, `#`, `1)`, `(a)`, `[2]`.
pub(crate) fn without_mark(text: &str) -> &str {
    let rest = text.trim_start_matches(['*', '#']);
    if rest.len() < text.len() {
        return rest.trim_start();
    }
    let mut after = text.trim_start_matches(['(', '[']).chars();
    let number = after.next();
    let is_number = number.is_some_and(|c| c.is_ascii_alphanumeric());
    match after.next() {
        Some(')' | ']') if is_number => after.as_str().trim_start(),
        _ => text,
    }
}

fn stated(label: &Label) -> StatedUnits {
    StatedUnits {
        unit: label.unit,
        currency: label.currency,
    }
}

impl Label {
    /// This label, completed by the one above it.
    pub fn over(&self, above: &Label) -> Label {
        Label {
            flow: self.flow.or(above.flow),
            partner: self.partner.or(above.partner),
            unit: unit_of_both(&stated(above), &stated(self))
                .or(self.unit)
                .or(above.unit),
            currency: self.currency.or(above.currency),
            bare_total: self.bare_total,
            cumulative: self.cumulative || above.cumulative,
            side_unclear: self.side_unclear || (above.side_unclear && !self.states_side),
            is_reversed: self.is_reversed || (above.is_reversed && !self.states_side),
            states_side: self.states_side || above.states_side,
        }
    }

    /// Whether this label has another flow, unit or currency than the other.
    pub fn contradicts(&self, other: &Label) -> bool {
        let of_flow = self
            .flow
            .zip(other.flow)
            .is_some_and(|(one, other)| one != other);
        let of_unit = self
            .unit
            .zip(other.unit)
            .is_some_and(|(one, other)| one != other);
        let of_currency = self
            .currency
            .zip(other.currency)
            .is_some_and(|(one, other)| one != other);
        of_flow || of_unit || of_currency
    }

    /// Whether this label has another flow than the other.
    pub fn contradicts_flow(&self, other: &Label) -> bool {
        self.flow
            .zip(other.flow)
            .is_some_and(|(one, other)| one != other)
    }

    /// Parses a label. `side` is whose trade the file gives, if known; `harmless` tests for words
    /// that the user declared irrelevant.
    pub fn read(
        text: &str,
        side: Option<Perspective>,
        harmless: &dyn Fn(&str) -> bool,
    ) -> LabelReading {
        if text.is_empty() || harmless(text) {
            return LabelReading::Understood(Label::default());
        }
        let meaning = TextMeaning::of(without_mark(text));
        let other = |dimension: Dimension| {
            !matches!(dimension, Dimension::Cumulative | Dimension::ReleaseStatus)
        };
        let named = meaning
            .names
            .iter()
            .any(|(dimension, word)| other(*dimension) && !harmless(word));
        let unknown = meaning
            .unknown
            .iter()
            .chain(&meaning.numbers)
            .any(|word| !harmless(word));
        let several =
            meaning.flow().is_none() && !meaning.flows.is_empty() || meaning.partners.len() > 1;
        if named
            || unknown
            || several
            || meaning.two_units
            || !meaning.years.is_empty()
            || meaning.flow() == Some(Flow::Balance)
        {
            return LabelReading::NotUnderstood(meaning);
        }
        let bare_total = meaning.total && meaning.flow().is_none() && meaning.partners.is_empty();
        let own = whose(side, meaning.side);
        let turn = own == Some(Perspective::Partner);
        let flow = meaning.flow().or(bare_total.then_some(Flow::Total));
        LabelReading::Understood(Label {
            flow: if turn { flow.map(reversed) } else { flow },
            partner: meaning.partner(),
            unit: meaning.unit,
            currency: meaning.currency,
            bare_total,
            cumulative: meaning
                .names
                .iter()
                .any(|(named, word)| *named == Dimension::Cumulative && !harmless(word)),
            // Of the total of both flows it does not matter.
            side_unclear: meaning.side == WhoseTrade::Unclear
                && own.is_none()
                && meaning.flow() != Some(Flow::Total),
            is_reversed: turn && meaning.side != WhoseTrade::NotStated,
            states_side: meaning.side != WhoseTrade::NotStated,
        })
    }
}

/// Whose trade a text gives in a file of this side, if that is known: as the text says, else as the
/// file does. `None` if the text leaves it open.
pub(crate) fn whose(file: Option<Perspective>, text: WhoseTrade) -> Option<Perspective> {
    match text {
        WhoseTrade::NotStated | WhoseTrade::Unclear => file,
        WhoseTrade::Of(named) => Some(named),
    }
}
