//! Which rows belong to a selection, and to which component of a breakdown.

use crate::frame::detail_rows::DetailRows;
use crate::frame::period_flow::KeyHasher;
use crate::trade::{
    Breakdown, Component, GroupMatch, HsName, Membership, Name, NameKind, Observations, Partner,
    RowKey, SanctionSplit, Selection, TextId, Thing,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The code of the component for goods that are in no group.
const NO_GROUP: &str = "none";

/// The row is for goods not asked for.
pub const OUT: u32 = 0;
/// The row is too coarse to assign to the goods or to a component.
pub const TOO_COARSE: u32 = 1;
/// The first component; the only one without a breakdown.
pub const FIRST: u32 = 2;

/// The components of a breakdown, and the component of each row.
#[derive(Debug)]
pub struct Components {
    /// The component number of each row; `None` if every row is [`FIRST`].
    pub of_row: Option<Vec<u32>>,
    /// The components, starting with [`FIRST`]; a single unnamed one without a breakdown.
    pub list: Vec<Arc<Component>>,
    /// The numbers of those that were asked for by name, whether or not a row has them.
    pub asked: Vec<u32>,
}

impl Components {
    /// Assigns the detail rows to components, looking up each distinct combination of code,
    /// breakdown text and partner once.
    pub fn of(selection: &Selection, rows: DetailRows<'_>) -> Components {
        if selection.goods.is_all() && selection.by.is_none() {
            return Components {
                of_row: None,
                list: vec![nameless()],
                asked: Vec::new(),
            };
        }
        let mut finder = Finder {
            selection,
            observations: rows.observations,
            seen: HashMap::default(),
            numbers: BTreeMap::new(),
            list: Vec::new(),
        };
        let of_row: Vec<u32> = rows.rows().map(|(_, row)| finder.part(&row)).collect();
        let asked = asked_for(selection);
        let by = selection.by.into_iter();
        let asked = by.flat_map(|by| asked.iter().map(move |key| (by, key)));
        let asked = asked.map(|(by, key)| finder.number(by, key)).collect();
        Components {
            of_row: Some(of_row),
            asked,
            list: match selection.by {
                None => vec![nameless()],
                Some(_) => finder.list,
            },
        }
    }
}

impl Components {
    /// The components when there are no detail rows.
    pub fn none(selection: &Selection) -> Components {
        Components {
            of_row: None,
            list: match selection.by {
                None => vec![nameless()],
                Some(_) => Vec::new(),
            },
            asked: Vec::new(),
        }
    }

    /// A component as a thing with a printable name: `HS 27`, `province 21 (Liaoning)`.
    pub fn named(&self, part: u32, by: Option<Breakdown>) -> Option<Thing> {
        let place = part.checked_sub(FIRST)?;
        let component = self.list.get(place as usize)?;
        let by = by?;
        Some(match by.digits() {
            Some(_) => Thing::Hs(component.code.to_string()),
            None if by == Breakdown::TariffLine => Thing::Hs(component.code.to_string()),
            None => Thing::Part(by, component.clone()),
        })
    }
}

/// The codes of the components that a selection names: its groups, or its codes of the length of
/// the breakdown.
fn asked_for(selection: &Selection) -> Vec<Arc<str>> {
    let Some(prefixes) = selection.goods.prefixes_or_all() else {
        return Vec::new();
    };
    match selection.by {
        Some(Breakdown::Group) => {
            let is_asked = |prefix: &Arc<str>| selection.goods.fits(prefix) == Membership::In;
            let groups = selection.groups().list().iter();
            let asked = groups.filter(|group| group.prefixes.iter().all(is_asked));
            asked.map(|group| group.key.clone()).collect()
        }
        Some(by) => {
            let is_whole = |prefix: &&Arc<str>| by.digits() == Some(prefix.len());
            prefixes.iter().filter(is_whole).cloned().collect()
        }
        None => Vec::new(),
    }
}

fn nameless() -> Arc<Component> {
    Arc::new(Component {
        code: "".into(),
        name: Name::given(""),
    })
}

struct Finder<'a> {
    selection: &'a Selection,
    observations: &'a Observations,
    /// Component by code and by the other dimension of the breakdown.
    seen: HashMap<(TextId, u32), u32, KeyHasher>,
    /// The number of each component by its code.
    numbers: BTreeMap<Arc<str>, u32>,
    list: Vec<Arc<Component>>,
}

impl Finder<'_> {
    fn part(&mut self, row: &RowKey) -> u32 {
        let other = match self.selection.by {
            Some(Breakdown::Province | Breakdown::TradeMode) => row.split.0,
            Some(Breakdown::Partner) => u32::from(row.partner),
            // A code may be banned in one direction and free in the other.
            Some(Breakdown::Sanction) => row.flow as u32,
            _ => 0,
        };
        if let Some(part) = self.seen.get(&(row.code, other)) {
            return *part;
        }
        let part = self.look_up(row);
        self.seen.insert((row.code, other), part);
        part
    }

    fn look_up(&mut self, row: &RowKey) -> u32 {
        let code = self.observations.text_of(row.code);
        match self.selection.goods.fits(&code) {
            Membership::Out => return OUT,
            Membership::Unclear => return TOO_COARSE,
            Membership::In => {}
        }
        let Some(by) = self.selection.by else {
            return FIRST;
        };
        match self.key(by, row, &code) {
            Some(key) => self.number(by, &key),
            None => TOO_COARSE,
        }
    }

    /// The code of the row's component; `None` if the row is too coarse to show it.
    fn key(&self, by: Breakdown, row: &RowKey, code: &str) -> Option<Arc<str>> {
        match by {
            Breakdown::Chapter | Breakdown::Heading | Breakdown::Subheading | Breakdown::Code => {
                code.get(..by.digits()?).map(Into::into)
            }
            Breakdown::Group => match self.selection.groups().of(code) {
                GroupMatch::One(place) => {
                    let group = self.selection.groups().list().get(place)?;
                    Some(group.key.clone())
                }
                GroupMatch::None => Some(NO_GROUP.into()),
                GroupMatch::Unclear => None,
            },
            Breakdown::TariffLine => (!code.is_empty()).then(|| code.into()),
            Breakdown::Sanction => self.selection.sanctions.as_ref()?.part(row.flow, code),
            Breakdown::Province | Breakdown::TradeMode => {
                self.observations.split_part(row.split, by.side()?)
            }
            Breakdown::Partner => Some(match Partner::at(row.partner) {
                Some(partner) => partner.code.clone(),
                // An unlisted partner is identified by its name.
                None => self
                    .observations
                    .unlisted_name(row.partner)
                    .unwrap_or_default(),
            }),
        }
    }

    fn number(&mut self, by: Breakdown, key: &Arc<str>) -> u32 {
        if let Some(number) = self.numbers.get(key) {
            return *number;
        }
        let number = FIRST + self.list.len() as u32;
        self.numbers.insert(key.clone(), number);
        self.list.push(Arc::new(Component {
            code: key.clone(),
            name: self.name(by, key),
        }));
        number
    }

    fn name(&self, by: Breakdown, key: &str) -> Name {
        match by {
            Breakdown::Partner => match Partner::by_code(key).and_then(Partner::at) {
                Some(partner) => Name::from(partner),
                None if key.is_empty() => Name::given("partners that are not in the list"),
                None => Name::given(key),
            },
            Breakdown::Sanction => {
                let split = self.selection.sanctions.as_ref();
                let group = split.and_then(|split| split.named(key));
                group.map_or_else(SanctionSplit::rest, Name::from)
            }
            Breakdown::Chapter
            | Breakdown::Heading
            | Breakdown::Subheading
            | Breakdown::Code
            | Breakdown::TariffLine => {
                let of_table = HsName::of(key).map(Name::from);
                of_table.unwrap_or_else(|| self.observations.name_given(NameKind::Code, key))
            }
            Breakdown::Group => {
                let groups = self.selection.groups();
                let place = groups.list().iter().find(|group| *group.key == *key);
                place.map_or_else(|| Name::given("goods in no group"), Name::from)
            }
            Breakdown::Province => self.observations.name_given(NameKind::Province, key),
            Breakdown::TradeMode => self.observations.name_given(NameKind::TradeMode, key),
        }
    }
}
