//! What is remarked on the partners of a file once all its rows are read: names on no list, blocs, and
//! one Korea in place of the other.

use crate::reader::cells::bloc_members;
use crate::reader::cells::partner::{NAMED, PartnerMeaning};
use crate::reader::errors::input_error::InputError;
use crate::reader::errors::problems::Location;
use crate::reader::koreas;
use crate::reader::row_reader::Reading;
use crate::trade::{InputRemark, Partner};
use std::sync::Arc;

impl Reading<'_, '_> {
    /// Adds remarks on names that are not in the table of partners, and on the number of rows of
    /// blocs left out.
    pub fn remark_on_names(&mut self) {
        let has_whole = self
            .partners
            .by_bytes
            .values()
            .any(|found| *found == PartnerMeaning::Single(Partner::WORLD));
        let adds_up = self.options.wants_every_partner() && !self.options.all_partners;
        if let Some((line, name)) = self.partners.unsure.take()
            && adds_up
            && !has_whole
            && !self.built_in
        {
            let place = Location {
                line: Some(line),
                column: None,
            };
            let wrong = InputError::PartnerMayBeSum(name.clone());
            self.problems.add(self.file, place, &wrong, Some(&name));
        }
        let unlisted = std::mem::take(&mut self.partners.unlisted);
        let mut names: Vec<&(u64, Arc<str>)> = unlisted.values().collect();
        names.sort();
        if !names.is_empty() {
            self.remark(InputRemark::UnknownPartners {
                count: names.len(),
                names: names
                    .iter()
                    .take(NAMED)
                    .map(|(_, name)| name.to_string())
                    .collect(),
            });
        }
        match self.partners.blocs {
            0 => {}
            count => self.remark(InputRemark::BlocsLeftOut(count)),
        }
        self.remark_on_blocs_alone(has_whole);
    }

    pub(super) fn keep_bloc(&mut self, name: &str) {
        const KEPT: usize = 50;
        let line = self.table.line();
        let names = &mut self.partners.bloc_names;
        if names.len() < KEPT && !self.options.ignored.iter().any(|one| one == name) {
            names.push((line, name.to_owned()));
        }
    }

    /// A bloc of which no member is in hand is the sum of no other rows: its trade is missing from that
    /// of all partners, unless a row gives the whole.
    fn remark_on_blocs_alone(&mut self, has_whole: bool) {
        let names = std::mem::take(&mut self.partners.bloc_names);
        if has_whole || !self.options.wants_every_partner() || self.partners.blocs == 0 {
            return;
        }
        let in_hand: Vec<u16> = self.observations.partners_seen.iter().copied().collect();
        let mut alone = names
            .into_iter()
            .filter(|(_, name)| bloc_members::is_without_members(name, &in_hand));
        let Some((line, name)) = alone.next() else {
            return;
        };
        match self.options.all_partners {
            true => {
                let place = Location {
                    line: Some(line),
                    column: None,
                };
                let wrong = InputError::BlocAlone(name.clone());
                self.problems.add(self.file, place, &wrong, Some(&name));
            }
            false => {
                let names = [name]
                    .into_iter()
                    .chain(alone.map(|(_, name)| name))
                    .take(NAMED);
                self.remark(InputRemark::BlocsAlone(names.collect()));
            }
        }
    }

    /// Warns if a Comtrade file has only rows of South Korea although North Korea is asked for.
    pub fn remark_on_un_koreas(&mut self) {
        let partners = &self.partners.by_bytes;
        let remark = koreas::OF_UN.only_south(&self.options.partner, |code| {
            let place = Partner::by_un_code(code).map(PartnerMeaning::Single);
            partners.values().any(|known| Some(*known) == place)
        });
        remark.into_iter().for_each(|remark| self.remark(remark));
    }

    /// Warns if a file with customs codes has only rows of South Korea although North Korea is
    /// asked for.
    pub fn remark_on_koreas(&mut self) {
        let partners = &self.partners.by_bytes;
        let remark = koreas::OF_CUSTOMS.only_south(&self.options.partner, |code| {
            let place = Partner::by_code(code).map(PartnerMeaning::Single);
            partners.values().any(|known| Some(*known) == place)
        });
        remark.into_iter().for_each(|remark| self.remark(remark));
    }
}
