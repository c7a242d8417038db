//! Determines the flow of a row from its cell, the words of the file, or the flag.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::bytes::file_name;
use crate::reader::bytes::open::STDIN;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::layout::Layout;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, InputRemark, Perspective, SkipReason};
use std::path::Path;

impl<'a, 't> Reading<'a, 't> {
    /// The flow of a file without a flow column. Called for each row, determined only once.
    pub fn flow_of_file_once(&mut self) -> Option<Flow> {
        if let Some(flow) = self.flow_settled {
            return flow;
        }
        let flow = self.flow_of_file();
        self.flow_settled = Some(flow);
        flow
    }

    /// The flow in this field. If the user gave the file's flow, rows of another flow are left out.
    pub fn flow(&mut self, column: usize) -> Option<Flow> {
        let cell = self.table.cell(column);
        let flow = vocabulary::flow(&cell).or_else(|wrong| match flow_in_words(&cell) {
            Some(flow) => Ok(flow),
            None if tells_no_teller(&cell) => Err(InputError::SideInDoubt),
            None => Err(wrong),
        });
        let flow = self.or_wrong(column, flow)?;
        if self.given_flow.is_none_or(|given| given == flow) {
            return Some(flow);
        }
        let (place, text) = (self.table.place(column), self.table.cell(column));
        let first = self
            .other_flow
            .get_or_insert_with(|| (0, place, text.into_owned()));
        first.0 += 1;
        None
    }

    /// Settles rows of another flow than the file was given as: a remark if the file also has rows
    /// of the given flow, otherwise an error.
    pub(super) fn settle_other_flow(&mut self) {
        let (Some((count, place, text)), Some(given)) = (self.other_flow.take(), self.given_flow)
        else {
            return;
        };
        if self.taken == 0 {
            let wrong = InputError::FlowDisagrees {
                given: given.name(),
            };
            let sheet = self.table.sheet();
            self.problems
                .add_in_sheet(self.file, sheet, place, &wrong, Some(&text));
            return;
        }
        self.remark(InputRemark::RowsSkipped {
            why: SkipReason::Flow,
            count,
            line: place.line.unwrap_or(0),
            text,
        });
    }

    /// The flow of a file without a flow column: as the user stated, otherwise from its name,
    /// unless the name leaves open whose imports or exports they are.
    pub fn flow_of_file(&mut self) -> Option<Flow> {
        let is_open = || match TextMeaning::of(&file_name::spoken(self.file)).side {
            WhoseTrade::NotStated | WhoseTrade::Of(Perspective::Reporter) => false,
            WhoseTrade::Unclear | WhoseTrade::Of(Perspective::Partner) => true,
        };
        let is_given = self.given_flow.is_some() || self.options.file_side.is_some();
        if !is_given && file_name::flow(self.file).is_some() && is_open() {
            self.wrong_file(&InputError::SideInDoubt);
            return None;
        }
        self.flow_of_customs_file()
    }

    /// Whether the user says that the file contains the partner's imports and exports.
    pub fn is_given_as_the_partners(&self) -> bool {
        self.options.file_side == Some(Perspective::Partner) && !self.built_in
    }

    /// The error if the user says that the file tells the partner's side, and files of this layout tell
    /// China's alone.
    pub fn side_not_told(&self, layout: &Layout) -> Option<InputError> {
        (self.is_given_as_the_partners() && !layout.of_either_side)
            .then_some(InputError::SideOfChinaAlone)
    }

    /// The flow of a customs download, which always reports China's side.
    pub fn flow_of_customs_file(&mut self) -> Option<Flow> {
        let named = file_name::flow(self.file);
        match (self.given_flow, named) {
            (Some(given), Some(named)) if given != named => {
                self.remark(InputRemark::FlowAgainstName { named, given });
            }
            (Some(_), _) => {}
            (None, Some(named)) => self.remark(InputRemark::FlowFromName(named)),
            (None, None) => {
                let folder = Path::new(self.file).parent().and_then(Path::to_str);
                let folder = folder.filter(|folder| !folder.is_empty() && self.file != STDIN);
                self.wrong_file(&InputError::FlowNotStated {
                    file: as_argument(self.file),
                    folder: folder.map(as_argument),
                    says: folder.and_then(file_name::flow),
                });
            }
        }
        self.given_flow.or(named)
    }
}

/// The name of a file or folder as an argument on a command line.
fn as_argument(name: &str) -> String {
    match name {
        STDIN => "-".to_owned(),
        name if name.contains(char::is_whitespace) => format!("'{name}'"),
        name => name.to_owned(),
    }
}

/// Whether a cell names a flow from or to China, and not whose it is: `Exports to China`.
fn tells_no_teller(cell: &str) -> bool {
    let meaning = TextMeaning::of(cell);
    meaning.flow().is_some() && meaning.china && meaning.unknown.is_empty()
}

/// The flow in a cell of several words, all of them known: `Imports (c.i.f.)`, `M - Imports`.
pub(super) fn flow_in_words(cell: &str) -> Option<Flow> {
    let meaning = TextMeaning::of(cell);
    let is_letter = |word: &String| ["m", "x", "i", "e"].contains(&word.as_str());
    // `Exports to China` takes the partner's side.
    let is_plain = meaning.names.is_empty()
        && !meaning.china
        && meaning.partners.is_empty()
        && meaning.years.is_empty()
        && meaning.numbers.len() <= 1
        && meaning.unknown.len() <= 1
        && meaning.unknown.iter().all(is_letter);
    meaning
        .flow()
        .filter(|flow| is_plain && *flow != Flow::Balance)
}
