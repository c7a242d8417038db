//! What the name of a file says of its rows.

use super::meaning::TextMeaning;
use super::texts::Applied;
use super::words::Dimension;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::bytes::file_name;
use crate::reader::bytes::open::STDIN;
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::row_reader::Reading;
use crate::trade::{Flow, LayoutName, Perspective, TextKind};

impl Reading<'_, '_> {
    /// Adds the name of the file to the texts to be judged.
    pub(super) fn account_for_name(&mut self) {
        if self.file == STDIN {
            return;
        }
        let partner = file_name::partner(self.file);
        let applied = Applied {
            partner: partner.is_some() && partner == self.fixed_partner,
            ..Applied::default()
        };
        let stem = file_name::spoken(self.file);
        // `index.html` does not say that values are index numbers.
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or("");
        let name = name.split(['.', ' ', '(']).next().unwrap_or("");
        let is_page = name.eq_ignore_ascii_case("index") && stem.split(' ').count() < 3;
        let meaning = TextMeaning::of(&stem);
        let of_one_flow = matches!(meaning.flow(), Some(Flow::Import | Flow::Export));
        let leaves_side_open = meaning.side == WhoseTrade::Unclear
            && of_one_flow
            && applied.partner
            && !self.is_ignored(&stem)
            && !self.is_told_by_china();
        if !is_page {
            self.accounts.text(TextKind::FileName, 0, &stem, applied);
        }
        if let Some(wrong) = self.name_against_rows(&stem, &meaning) {
            let nowhere = Location::default();
            self.problems.add(self.file, nowhere, &wrong, Some(&stem));
        }
        // If nothing else names the partner, a name such as `world_trade.csv` may.
        let mut names = meaning.names.into_iter();
        let of_partner = names.find(|(dimension, word)| {
            *dimension == Dimension::Partner && !self.is_ignored(word) && self.partner_assumed
        });
        let in_doubt = match of_partner {
            Some((_, word)) => Some((word, Dimension::Partner)),
            // The exports of `dprk_exports.csv` may be North Korea's.
            None => leaves_side_open.then(|| (stem.clone(), Dimension::WhoseTrade)),
        };
        if let Some((word, dimension)) = in_doubt {
            let wrong = InputError::TextInDoubt {
                part: TextKind::FileName,
                ignore: word.clone().into(),
                word: word.into(),
                means: dimension.means(),
            };
            let nowhere = Location::default();
            self.problems.add(self.file, nowhere, &wrong, Some(&stem));
        }
    }

    /// The doubt if the name of the file names one flow of a country, and its rows are of the other. In
    /// `export_2017.csv`, a program exported some data.
    fn name_against_rows(&self, stem: &str, meaning: &TextMeaning) -> Option<InputError> {
        let named = meaning.flow()?;
        let other = match named {
            Flow::Import => Flow::Export,
            Flow::Export => Flow::Import,
            _ => return None,
        };
        let is_told = meaning.china || !meaning.partners.is_empty() || stem.contains("exports");
        let may_be_turned = matches!(meaning.side, WhoseTrade::Of(Perspective::Partner))
            || meaning.side == WhoseTrade::Unclear
            || self.reversal_remarked;
        let is_settled =
            self.given_flow.is_some() || self.options.file_side.is_some() || self.is_ignored(stem);
        let own = || self.observations.rows.iter().skip(self.rows_before);
        let is_other = || own().any(|row| row.flow == other) && own().all(|row| row.flow != named);
        let is_in_doubt = is_told && !may_be_turned && !is_settled && is_other();
        is_in_doubt.then(|| InputError::TextInDoubt {
            part: TextKind::FileName,
            word: stem.into(),
            means: Dimension::OtherFlow.means(),
            ignore: stem.into(),
        })
    }

    /// Whether the layout, a title, a head or the user says that China tells the trade.
    fn is_told_by_china(&self) -> bool {
        let layout = self.observations.inputs.last().map(|input| input.layout);
        let is_of_own = matches!(layout, Some(LayoutName::Tidy | LayoutName::Wide));
        let tells = |text: &str| matches!(TextMeaning::of(text).side, WhoseTrade::Of(_));
        let mut texts = self.accounts.texts.iter();
        !is_of_own
            || self.knows(Dimension::WhoseTrade)
            || self.reversal_remarked
            || texts.any(|one| one.part == TextKind::Title && tells(&one.text))
            || self.table.header.iter().any(|name| tells(name))
    }
}
