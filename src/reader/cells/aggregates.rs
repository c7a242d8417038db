//! Rows that are sums over countries: the whole, continents, unions. They are never partners.
//!
//! Source: docs/definitions.md, "A figure is made only of what was understood".

use crate::reader::cells::vocabulary;

/// What a name that stands where partners stand is the sum of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Aggregate {
    /// All partners.
    World,
    /// Some of them: a continent, a union, a bloc.
    Bloc,
}

const WORLD: [&str; 33] = [
    "world",
    "world total",
    "total",
    "grand total",
    "total trade",
    "all",
    "all countries",
    "sum",
    "sum total",
    "overall total",
    "全部国家",
    "全部国家地区",
    "总和",
    "총합",
    "총합계",
    "all partners",
    "all trading partners",
    "wld",
    "w00",
    "总值",
    "總值",
    "总计",
    "总额",
    "合计",
    "全部",
    "全球",
    "世界",
    "全世界",
    "세계",
    "전세계",
    "전체",
    "총계",
    "합계",
];

const BLOCS: [&str; 62] = [
    "亚洲",
    "非洲",
    "欧洲",
    "拉丁美洲",
    "北美洲",
    "大洋洲",
    "南极洲",
    "东南亚国家联盟",
    "东盟",
    "欧洲联盟",
    "欧盟",
    "欧元区",
    "亚太经济合作组织",
    "区域全面经济伙伴关系协定",
    "共建一带一路国家",
    "一带一路",
    "英联邦",
    "石油输出国组织",
    "中东",
    "中东17国",
    "金砖国家",
    "上海合作组织",
    "subtotal",
    "sub-total",
    "sub total",
    "小计",
    "소계",
    "asia",
    "africa",
    "europe",
    "america",
    "americas",
    "latin america",
    "north america",
    "northern america",
    "south america",
    "oceania",
    "asean",
    "association of southeast asian nations",
    "european union",
    "eu",
    "eu27",
    "eu28",
    "euro area",
    "apec",
    "asia-pacific economic cooperation",
    "asia pacific economic cooperation",
    "regional comprehensive economic partnership",
    "rcep",
    "oceanic and pacific islands",
    "oceania and pacific islands",
    "middle east",
    "brics",
    "opec",
    "g7",
    "g20",
    "oecd",
    "latin america and the caribbean",
    "아시아",
    "유럽",
    "유럽연합",
    "아세안",
];

/// How names of sums over a changing list of countries begin.
const BLOC_BEGINS: [&str; 10] = [
    "共建",
    "区域全面",
    "jointly",
    "belt and road",
    "countries along",
    "rest of",
    "sum of",
    "total of",
    "subtotal of",
    "其中",
];

/// The sum that a name stands for; `None` for everything that may be a partner.
pub(crate) fn aggregate(name: &str) -> Option<Aggregate> {
    let plain = vocabulary::plain(name);
    let plain = plain.trim_end_matches([':', ' ']);
    let bare: String = plain.chars().filter(|c| !"“”\"()".contains(*c)).collect();
    if WORLD.contains(&&*bare) {
        return Some(Aggregate::World);
    }
    let is_bloc = BLOCS.contains(&&*bare) || BLOC_BEGINS.iter().any(|word| bare.starts_with(word));
    is_bloc.then_some(Aggregate::Bloc)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::Partner;

    #[test]
    fn no_partner_of_the_table_is_taken_for_a_sum() {
        for partner in Partner::table() {
            for name in [&partner.en, &partner.zh, &partner.ko, &partner.code] {
                assert_eq!(aggregate(name), None, "{name}");
            }
        }
        assert!(
            WORLD
                .iter()
                .chain(&BLOCS)
                .all(|name| Partner::find(name).is_none())
        );
    }

    #[test]
    fn brackets_case_and_colons_do_not_matter() {
        assert_eq!(aggregate("TOTAL:"), Some(Aggregate::World));
        assert_eq!(aggregate("World"), Some(Aggregate::World));
        assert_eq!(aggregate("European_Union"), Some(Aggregate::Bloc));
        assert_eq!(aggregate("Rest of Asia"), Some(Aggregate::Bloc));
        assert_eq!(aggregate("Other Asia, nes"), None);
    }
}
