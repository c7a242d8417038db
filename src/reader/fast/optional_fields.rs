//! The parts of a row that are read only if asked for: its quantity, and its names.

use crate::reader::bytes::encoding::Encoding;
use crate::reader::cells::number::whole_units;
use crate::trade::{NameKind, QuantityUnit};
use std::collections::HashMap;

/// Number of optional fields in a row: two quantities with their units, three names.
pub(crate) const FIELDS: usize = 7;

/// The raw bytes of a row's optional fields.
pub(crate) type OptionalFields<'b> = [&'b [u8]; FIELDS];

/// The columns of the optional fields.
#[derive(Clone, Debug)]
pub(crate) struct OptionalColumns {
    /// Columns of number and unit for each quantity.
    pub quantities: [Option<(usize, usize)>; 2],
    /// Columns with the names of goods, provinces and trade modes.
    pub names: [Option<usize>; 3],
    /// The encoding of all fields.
    pub encoding: Encoding,
}

impl OptionalColumns {
    /// The columns in the order of [`OptionalFields`].
    pub fn columns(&self) -> [Option<usize>; FIELDS] {
        let [first, second] = self.quantities;
        let [code, province, mode] = self.names;
        [
            first.map(|(number, _)| number),
            first.map(|(_, unit)| unit),
            second.map(|(number, _)| number),
            second.map(|(_, unit)| unit),
            code,
            province,
            mode,
        ]
    }

    /// Whether any quantity is read.
    pub fn counts(&self) -> bool {
        self.quantities.iter().any(Option::is_some)
    }

    /// Whether any name is read.
    pub fn is_named(&self) -> bool {
        self.names.iter().any(Option::is_some)
    }
}

/// The units found by one thread.
#[derive(Default)]
pub(crate) struct Units {
    /// Each unit by its bytes; `None` for a dash.
    met: Vec<(Vec<u8>, Option<Unit>)>,
}

/// An item that has a name, by its code.
pub(crate) type CodedItem = (NameKind, Vec<u8>);

/// A name with the position of its row: the block, and the row in the block.
pub(crate) type NameWithPosition = ((u64, u64), Vec<u8>);

/// The first name of each item found by one thread.
pub(crate) type Names = HashMap<CodedItem, NameWithPosition>;

/// A unit, and the number of thousandths of it in one unit as named.
type Unit = (QuantityUnit, i128);

impl Units {
    /// The quantity of a row in thousandths of its unit, preferring a weight. `Some(None)` if there
    /// is none; `None` if the row is not regular.
    pub fn quantity(
        &mut self,
        extras: &OptionalFields<'_>,
        encoding: Encoding,
    ) -> Option<Option<(QuantityUnit, i128)>> {
        let [first, first_unit, second, second_unit, ..] = *extras;
        let mut taken = None;
        for (number, unit) in [(first, first_unit), (second, second_unit)] {
            if matches!(number, b"" | b"-" | b"?") {
                continue;
            }
            let units = whole_units(number)?;
            let Some((unit, thousandths)) = self.unit(unit, encoding)? else {
                continue;
            };
            let quantity = (unit, i128::from(units) * thousandths);
            if unit.is_weight() {
                return Some(Some(quantity));
            }
            taken = taken.or(Some(quantity));
        }
        Some(taken)
    }

    /// The unit with this name; `None` if it is unknown.
    fn unit(&mut self, name: &[u8], encoding: Encoding) -> Option<Option<Unit>> {
        if let Some((_, unit)) = self.met.iter().find(|(met, _)| met == name) {
            return Some(*unit);
        }
        let unit = match name {
            b"" | b"-" | b"?" | b"0" => None,
            _ => Some(QuantityUnit::find(&encoding.strictly()(name)?)?),
        };
        self.met.push((name.to_vec(), unit));
        Some(unit)
    }
}

/// Stores the names in a row whose key is new. `codes` are those of its good, province and trade
/// mode.
pub(crate) fn keep_names(
    names: &mut Names,
    extras: &OptionalFields<'_>,
    codes: [&[u8]; 3],
    place: (u64, u64),
) {
    const OF: [NameKind; 3] = [NameKind::Code, NameKind::Province, NameKind::TradeMode];
    let [.., code, province, mode] = *extras;
    for ((of, code), name) in OF.into_iter().zip(codes).zip([code, province, mode]) {
        if code.is_empty() || name.is_empty() {
            continue;
        }
        let kept = names.entry((of, code.to_vec()));
        let kept = kept.or_insert_with(|| (place, name.to_vec()));
        if place < kept.0 {
            *kept = (place, name.to_vec());
        }
    }
}
