//! What the label of a series says, and the title over a table: flow, partner, unit, currency.

use crate::reader::cells::vocabulary;
use crate::trade::{Currency, Flow, Partner, Unit};

/// What a label says; `None` for what it does not say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Label {
    pub flow: Option<Flow>,
    pub partner: Option<u16>,
    pub unit: Option<Unit>,
    pub currency: Option<Currency>,
    /// `Total` and nothing else: total trade, or the sum of the rows of one flow.
    pub bare_total: bool,
}

const BARE_TOTALS: [&str; 9] = [
    "total", "totals", "sum", "总值", "总计", "合计", "總計", "총계", "합계",
];
/// What may stand in a label and changes nothing: the reporter, and how goods are valued.
const SAYS_NOTHING: [&str; 12] = [
    "", "china", "china's", "chinese", "中国", "中國", "중국", "cif", "c.i.f.", "fob", "f.o.b.",
    "value",
];
const NOTES: [&str; 15] = [
    "note",
    "source",
    "注:",
    "注 ",
    "注释",
    "资料来源",
    "数据来源",
    "来源",
    "备注",
    "주:",
    "주)",
    "출처",
    "자료",
    "*",
    "#",
];

/// Whether the line is a note under a table.
pub(crate) fn is_note(text: &str) -> bool {
    let text = vocabulary::plain(text);
    NOTES.iter().any(|note| text.starts_with(note)) || text == "注"
}

impl Label {
    /// What this label says, completed by what the one above it says.
    pub fn over(&self, above: &Label) -> Label {
        Label {
            flow: self.flow.or(above.flow),
            partner: self.partner.or(above.partner),
            unit: self.unit.or(above.unit),
            currency: self.currency.or(above.currency),
            bare_total: self.bare_total,
        }
    }

    /// Takes over what `text` says; `false` where some of it is not understood, so that
    /// `Imports of coal` is never taken for all imports.
    pub fn take(&mut self, text: &str) -> bool {
        let text = vocabulary::plain(text);
        if BARE_TOTALS.contains(&text.as_str()) {
            self.bare_total = self.flow.is_none();
            self.flow = self.flow.or(Some(Flow::Total));
            return true;
        }
        if self.take_one(&text) {
            return true;
        }
        let (rest, brackets) = without_brackets(&text);
        brackets.iter().all(|part| self.take_part(part)) && self.take_part(&rest)
    }

    /// A whole, or parts set apart as CEIC does: `China: Import: North Korea: USD th`.
    fn take_part(&mut self, text: &str) -> bool {
        self.take_one(text)
            || (text.contains([':', '|', ';'])
                && text
                    .split([':', '|', ';'])
                    .all(|part| self.take_one(part.trim())))
    }

    fn take_one(&mut self, text: &str) -> bool {
        if SAYS_NOTHING.contains(&text) {
            return true;
        }
        if let Some(place) = Partner::find(text).filter(|_| is_name(text)) {
            return self.set_partner(place);
        }
        let text = ["china's ", "chinese ", "china ", "中国", "中國"]
            .iter()
            .find_map(|reporter| text.strip_prefix(reporter))
            .unwrap_or(text)
            .trim();
        if let Some((flow, rest)) = vocabulary::flow_prefix(text) {
            return self.set_flow(flow) && self.take_rest(&rest);
        }
        // `自朝鲜进口`: the flow at the end.
        for (word, flow) in [
            ("进出口", Flow::Total),
            ("进口", Flow::Import),
            ("出口", Flow::Export),
        ] {
            if let Some(rest) = text.strip_suffix(word) {
                return self.set_flow(flow) && self.take_rest(rest);
            }
        }
        self.take_stated(text)
    }

    /// What follows a flow: `from North Korea`, a unit, or both.
    fn take_rest(&mut self, rest: &str) -> bool {
        let rest = rest.trim_matches([' ', ',', '-', ':']);
        if rest.is_empty() || self.take_stated(rest) {
            return true;
        }
        let name = ["from ", "to ", "with ", "自", "从", "对", "向", "与", "和"]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest)
            .trim();
        match Partner::find(name).filter(|_| is_name(name)) {
            Some(place) => self.set_partner(place),
            None => name.split_once(',').is_some_and(|(name, unit)| {
                Partner::find(name).is_some_and(|place| self.set_partner(place))
                    && self.take_stated(unit.trim())
            }),
        }
    }

    fn take_stated(&mut self, text: &str) -> bool {
        match vocabulary::stated(without_unit_word(text)) {
            Ok(stated) if stated.unit.is_some() || stated.currency.is_some() => {
                let differs = self
                    .unit
                    .is_some_and(|unit| Some(unit) != stated.unit.or(self.unit))
                    || self
                        .currency
                        .is_some_and(|own| Some(own) != stated.currency.or(self.currency));
                self.unit = self.unit.or(stated.unit);
                self.currency = self.currency.or(stated.currency);
                !differs
            }
            _ => false,
        }
    }

    fn set_flow(&mut self, flow: Flow) -> bool {
        *self.flow.get_or_insert(flow) == flow
    }

    fn set_partner(&mut self, place: u16) -> bool {
        *self.partner.get_or_insert(place) == place
    }
}

/// A code alone is no name here: a number may count anything.
fn is_name(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn without_unit_word(text: &str) -> &str {
    [
        "unit:",
        "units:",
        "单位:",
        "單位:",
        "单位∶",
        "단위:",
        "unit ",
        "in ",
    ]
    .iter()
    .find_map(|word| text.strip_prefix(word))
    .unwrap_or(text)
    .trim()
}

/// The text outside brackets, and what stands in each pair of them.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::new(), 0);
    for c in text.chars() {
        match c {
            '(' | '[' => {
                depth += 1;
                inside.push(String::new());
            }
            ')' | ']' if depth > 0 => depth -= 1,
            _ if depth > 0 => {
                if let Some(part) = inside.last_mut() {
                    part.push(c);
                }
            }
            _ => outside.push(c),
        }
    }
    let whole = outside.split_whitespace().collect::<Vec<_>>().join(" ");
    (whole, inside)
}

/// What the lines above a table say, as far as it is plain; `None` where they state two units or
/// currencies.
pub(crate) fn of_titles(lines: &[Vec<String>]) -> Option<Label> {
    let mut said = Label::default();
    let mut flows = Vec::new();
    for cells in lines {
        // A bare comma may have split `Unit: US$1,000`, so that the whole line is read first.
        let whole = vocabulary::plain(cells.join(",").trim_matches(','));
        let mut stated = units_of_title(&whole);
        if stated.is_empty() {
            stated = cells
                .iter()
                .flat_map(|cell| units_of_title(&vocabulary::plain(cell)))
                .collect();
        }
        for one in stated {
            let unit = (said.unit.or(one.unit), one.unit.or(said.unit));
            let currency = (
                said.currency.or(one.currency),
                one.currency.or(said.currency),
            );
            if unit.0 != unit.1 || currency.0 != currency.1 {
                return None;
            }
            said = said.over(&one);
        }
        flows.extend(title_flow(&whole));
        said.partner = said.partner.or_else(|| title_partner(&whole));
    }
    flows.dedup();
    said.flow = match flows[..] {
        [flow] => Some(flow),
        _ => None,
    };
    Some(said)
}

/// The units and currencies that a title states: the whole of it, in brackets, or behind a mark.
fn units_of_title(text: &str) -> Vec<Label> {
    let (_, brackets) = without_brackets(text);
    let after = |mark: &str| text.rsplit_once(mark).map(|(_, rest)| rest.to_owned());
    let marked = ["unit:", "单位:", "單位:", "단위:", ", ", " in ", ","].map(after);
    let candidates = brackets.into_iter().chain(marked.into_iter().flatten());
    candidates
        .chain([text.to_owned()])
        .filter(|candidate| candidate.chars().any(char::is_alphabetic))
        .filter_map(|candidate| {
            let mut one = Label::default();
            one.take_stated(candidate.trim()).then_some(one)
        })
        .collect()
}

/// The only flow that a title names.
fn title_flow(text: &str) -> Option<Flow> {
    let text = ["进出口", "進出口", "수출입"]
        .iter()
        .fold(text.to_owned(), |text, both| text.replace(both, ""));
    let names = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let import = names(&["import", "进口", "進口", "수입"]);
    let export = names(&["export", "出口", "수출"]);
    match (import, export) {
        (true, false) => Some(Flow::Import),
        (false, true) => Some(Flow::Export),
        _ => None,
    }
}

fn title_partner(text: &str) -> Option<u16> {
    [" from ", " to ", " with "].iter().find_map(|word| {
        let (_, rest) = text.split_once(word)?;
        let name = rest.split([',', '(', ';']).next()?.trim();
        Partner::find(name).filter(|_| is_name(name))
    })
}
