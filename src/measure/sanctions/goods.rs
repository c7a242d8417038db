//! Single goods in the data, at any level of detail.

use crate::frame::{Frame, FrameError, SeriesSet};
use crate::trade::{
    Breakdown, Flow, Goods, HsName, Measure, Membership, Name, NameKind, Period, RowKind,
    Selection, SetRemark, TextId,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One good: its values and quantities by flow.
pub struct GoodInData {
    /// Its code, as deep as the data give it.
    pub code: Arc<str>,
    /// Its name; empty if unknown.
    pub name: Name,
    /// Its values.
    pub values: Option<SeriesSet>,
    /// Its quantities.
    pub quantities: Option<SeriesSet>,
    /// Whether it is a published figure for this code alone, and so not a component of any sum.
    pub is_published: bool,
}

/// The goods in the data for a selection.
pub struct GoodsInData {
    /// Detail rows by code, then published figures of single goods.
    pub list: Vec<GoodInData>,
    /// All details together; `None` if there are none.
    pub whole: Option<SeriesSet>,
    /// The number of chapters in the details, by flow.
    pub chapters: BTreeMap<Flow, usize>,
    /// Whether the user says that the files cover all goods.
    pub is_all_goods: bool,
    /// The remarks of the frame.
    pub notes: Vec<SetRemark>,
}

impl GoodsInData {
    /// Collects the details of a selection, and the published figures of single goods in any month
    /// of `months` (in any month at all if `None`).
    ///
    /// # Errors
    /// [`FrameError`] when the data have neither, or contradict themselves.
    pub fn of(
        frame: &Frame,
        selection: &Selection,
        months: Option<Period>,
    ) -> Result<GoodsInData, FrameError> {
        let by_line = |measure| Selection {
            by: Some(Breakdown::TariffLine),
            ..selection.measuring(measure)
        };
        let published = published(frame, selection, months);
        let values = frame.series(&by_line(Measure::Value));
        let quantities = FrameError::unless_absent(frame.series(&by_line(Measure::Quantity)))?;
        let mut goods_in_data = GoodsInData {
            list: Vec::new(),
            whole: None,
            chapters: BTreeMap::new(),
            is_all_goods: false,
            notes: Vec::new(),
        };
        match values {
            Ok(values) => goods_in_data.take_details(values, quantities),
            // Published figures of single goods, in these months or others.
            Err(why) if why.is_absence() && holds_single_goods(frame, selection) => {}
            Err(why) => return Err(why),
        }
        for code in published {
            let of_code = |measure| {
                let selection = Selection {
                    goods: Goods::under(vec![code.clone()], Vec::new()),
                    by: None,
                    ..selection.measuring(measure)
                };
                FrameError::unless_absent(frame.series(&selection))
            };
            goods_in_data.list.push(GoodInData {
                values: of_code(Measure::Value)?,
                quantities: of_code(Measure::Quantity)?,
                name: name_of(frame, &code),
                code,
                is_published: true,
            });
        }
        Ok(goods_in_data)
    }

    /// Treats the files as covering all goods, as the user declares.
    pub fn of_all_goods(self, is_all_goods: bool) -> GoodsInData {
        GoodsInData {
            is_all_goods,
            ..self
        }
    }

    fn take_details(&mut self, mut values: SeriesSet, quantities: Option<SeriesSet>) {
        let mut chapters: BTreeMap<Flow, BTreeSet<String>> = BTreeMap::new();
        let mut counted: BTreeMap<Arc<str>, SeriesSet> = quantities
            .into_iter()
            .flat_map(|set| set.parts)
            .map(|(part, set)| (part.code.clone(), set))
            .collect();
        for (part, set) in std::mem::take(&mut values.parts) {
            for flow in [Flow::Import, Flow::Export] {
                if !set.flow(flow).is_empty() {
                    let chapter = part.code.get(..2).unwrap_or(&part.code);
                    chapters.entry(flow).or_default().insert(chapter.to_owned());
                }
            }
            self.list.push(GoodInData {
                code: part.code.clone(),
                name: part.name.clone(),
                quantities: counted.remove(&part.code),
                values: Some(set),
                is_published: false,
            });
        }
        self.chapters = chapters
            .into_iter()
            .map(|(flow, chapters)| (flow, chapters.len()))
            .collect();
        self.notes.append(&mut values.notes);
        self.whole = Some(values);
    }
}

/// The codes with a published figure in any of the months.
fn published(frame: &Frame, selection: &Selection, months: Option<Period>) -> BTreeSet<Arc<str>> {
    let observations = frame.observations();
    let inside = |period: Period| {
        months.is_none_or(|months| months.from <= period.from && period.to <= months.to)
    };
    let rows = observations.rows.iter().filter(|row| {
        row.kind == RowKind::Published
            && selection.partner.wants(row.partner)
            && inside(row.period)
            && selection.is_released(row.released)
    });
    let codes: BTreeSet<_> = rows.map(|row| row.code).collect();
    let codes = codes.into_iter().map(|code| observations.text_of(code));
    let wanted =
        |code: &Arc<str>| !code.is_empty() && matches!(selection.goods.fits(code), Membership::In);
    codes.filter(wanted).collect()
}

fn holds_single_goods(frame: &Frame, selection: &Selection) -> bool {
    let mut rows = frame.observations().rows.iter();
    rows.any(|row| {
        row.kind == RowKind::Published
            && row.code != TextId::EMPTY
            && selection.partner.wants(row.partner)
    })
}

fn name_of(frame: &Frame, code: &str) -> Name {
    let known = HsName::of(code).map(Name::from);
    known.unwrap_or_else(|| {
        let key = (NameKind::Code, code.into());
        let given = frame.observations().names.get(&key);
        Name::given(given.map_or("", |name| name))
    })
}
