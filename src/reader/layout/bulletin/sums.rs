//! Rows that are sums over countries: continents, unions, the whole.

use crate::reader::cells::vocabulary;

/// Names of rows that are sums, so that they are no partner left out of a sum over all partners.
const SUMS: [&str; 44] = [
    "总值",
    "合计",
    "亚洲",
    "非洲",
    "欧洲",
    "拉丁美洲",
    "北美洲",
    "大洋洲",
    "东南亚国家联盟",
    "东盟",
    "欧洲联盟",
    "欧盟",
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
    "total",
    "asia",
    "africa",
    "europe",
    "latin america",
    "north america",
    "northern america",
    "oceania",
    "asean",
    "association of southeast asian nations",
    "european union",
    "eu",
    "apec",
    "asia-pacific economic cooperation",
    "asia pacific economic cooperation",
    "regional comprehensive economic partnership",
    "rcep",
    "oceanic and pacific islands",
    "oceania and pacific islands",
    "middle east",
    "brics",
    "latin america and the caribbean",
];
/// How names of sums over a changing list of countries begin.
const SUM_BEGINS: [&str; 6] = [
    "共建",
    "区域全面",
    "jointly",
    "belt and road",
    "countries along",
    "其中",
];
/// Whether a row is a sum over countries.
pub(crate) fn is_sum(name: &str) -> bool {
    let plain = vocabulary::plain(name);
    let plain = plain.trim_end_matches([':', ' ']);
    let bare: String = plain.chars().filter(|c| !"“”\"()".contains(*c)).collect();
    SUMS.contains(&&*bare)
        || SUM_BEGINS.iter().any(|word| bare.starts_with(word))
        || name.ends_with([':', '：'])
        || bare.starts_with("注")
        || bare.starts_with("note")
}
