//! Recognises rows that are sums over countries: the world, continents, unions. They are never
//! partners.
//!
//! Source: docs/definitions.md, "A figure is made only of what was understood".

use crate::reader::cells::vocabulary;
use crate::trade::Partner;

/// The kind of sum that the name of a partner means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Aggregate {
    /// All partners.
    World,
    /// Some of the partners: a continent, a union, a bloc.
    Bloc,
}

const WORLD: [&str; 66] = [
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
    "welt",
    "weltweit",
    "alle länder",
    "мир",
    "весь мир",
    "всего",
    "все страны",
    "tous pays",
    "monde",
    "mundo",
    "gesamt",
    "insgesamt",
    "ensemble",
    "计",
    "总",
    "總計",
    "合計",
    "総計",
    "総額",
    "總額",
    "全球合计",
    "世界合计",
    "全世界合計",
    "世界計",
    "총액",
    "계",
    "전체국가",
    "전 세계",
    "모든 국가",
    "모든국가",
    "国家合计",
    "各国合计",
    "汇总",
];

const BLOCS: [&str; 129] = [
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
    "拉美",
    "北美",
    "南美",
    "东亚",
    "东南亚",
    "东北亚",
    "南亚",
    "西亚",
    "中亚",
    "独联体",
    "非盟",
    "欧亚经济联盟",
    "七国集团",
    "二十国集团",
    "经合组织",
    "중남미",
    "북미",
    "남미",
    "북미주",
    "중동",
    "아프리카",
    "대양주",
    "오세아니아",
    "동남아",
    "동남아시아",
    "동북아",
    "동북아시아",
    "중앙아시아",
    "유로존",
    "독립국가연합",
    "선진국",
    "개도국",
    "nafta",
    "usmca",
    "cis",
    "commonwealth of independent states",
    "gcc",
    "gulf cooperation council",
    "mercosur",
    "efta",
    "eaeu",
    "eurasian economic union",
    "sco",
    "shanghai cooperation organization",
    "g",
    "caribbean",
    "arab league",
    "african union",
    "ecowas",
    "sadc",
    "comesa",
    "cptpp",
    "tpp",
    "nato",
    "mena",
    "asia-pacific",
    "asia pacific",
    "commonwealth",
    "least developed",
    "developing",
    "developed",
    "emerging",
    "アジア",
    "ヨーロッパ",
    "欧州",
    "北米",
    "中南米",
];

/// Beginnings of the names of sums over a changing list of countries.
const BLOC_BEGINS: [&str; 13] = [
    "of which",
    "extra-",
    "intra-",
    "total eu",
    "共建",
    "区域全面",
    "jointly",
    "belt and road",
    "countries along",
    "sum of",
    "total of",
    "subtotal of",
    "其中",
];

/// The rest of a continent or of the world, without the countries listed.
const REST_OF: &str = "rest of";

/// Words that make up names for all partners, in any order. One of [`ALL`] must be among them.
const OF_THE_WHOLE: &str = "world|worldwide|whole|entire|global|total|totals|sum|grand|overall|all|the|of|countries|regions|\
partners|areas|trading|trade|import|imports|export|exports|value|goods";
const ALL: &str = "world|worldwide|global|total|totals|sum|overall|all";
/// Continents and seas, and words that denote parts of them.
const CONTINENTS: &str = "asia|africa|europe|america|americas|oceania|pacific|caribbean|mediterranean|east|asien|afrika|europa|amerika";
const PARTS_OF_THEM: &str = "east|eastern|west|western|north|northern|south|southern|southeast|southeastern|southwest|northeast|\
northeastern|northwest|central|middle|near|far|sub|saharan|latin|and|the|total|subtotal|other|of|rest|region|&";
/// Endings of the names of groups of countries.
const GROUPS: &str =
    "countries|economies|members|states|nations|bloc|group|union|area|zone|region|market";
/// Suffixes that mark a group's name as a sum.
const ADDED_UP: [&str; 12] = [
    " total",
    " subtotal",
    " sub-total",
    " sum",
    "小计",
    "合计",
    "总计",
    "小計",
    "合計",
    "소계",
    "합계",
    " 계",
];

/// The kind of sum that a name means; `None` if it may be a partner.
pub(crate) fn aggregate(name: &str) -> Option<Aggregate> {
    // `South Africa` and `Other Asia` are partners.
    if Partner::find(name).is_some() {
        return None;
    }
    let plain = vocabulary::plain(name);
    let marks = |c: char| " :*.-–—†#\"“”'".contains(c);
    let plain = plain.trim_matches(marks);
    let bare: String = plain.chars().filter(|c| !"“”\"()".contains(*c)).collect();
    let short = without_brackets(plain);
    let short = short.trim_matches(marks);
    let names = [plain, &bare, short];
    if names.iter().any(|name| is_world(name)) {
        return Some(Aggregate::World);
    }
    names
        .iter()
        .any(|name| is_bloc(name))
        .then_some(Aggregate::Bloc)
}

/// Whether nothing but its last word makes a name that of a group: `Hong Kong Special Administrative
/// Region` is a partner, `Developing Economies` a group; `Federated States` may be either.
pub(crate) fn is_group_by_its_last_word(name: &str) -> bool {
    const GROUPED: &str = "european|asian|african|american|arab|islamic|muslim|advanced|developing|developed|emerging|industrial|industrialised|industrialized|oil|exporting|importing|income|high|low|middle|least|free|customs|monetary|currency|economic|trade|neighbouring|neighboring|allied|socialist|communist|western|member|island|landlocked|transition|euro|belt|road";
    let plain = vocabulary::plain(name);
    let marks = |c: char| " :*.-–—†#\"“”'()".contains(c);
    let plain = plain.trim_matches(marks);
    let is_known = |word: &str| {
        is_one_of(GROUPED, word)
            || is_one_of(CONTINENTS, word)
            || is_one_of(PARTS_OF_THEM, word)
            || BLOCS.contains(&word)
    };
    let begins = BLOC_BEGINS.iter().any(|start| plain.starts_with(start));
    let ends = words(plain)
        .last()
        .is_some_and(|word| is_one_of(GROUPS, word));
    ends && !begins && words(plain).count() > 1 && {
        let last = words(plain).count() - 1;
        !words(plain).take(last).any(is_known)
    }
}

/// Whether the name is that of a remainder: `Areas, nes`, `Bunkers`, `其他`. Such a row is a part of
/// the whole and not a sum of other rows.
pub(crate) fn is_remainder(name: &str) -> bool {
    const WORDS: &str = "nes|specified|unspecified|unknown|elsewhere|bunkers|bunker|zones|zone|categories|confidential|undisclosed|\
undeclared|seas|antarctica|others|other";
    const PARTS: [&str; 6] = ["不详", "其他", "其它", "기타", "미상", "その他"];
    let plain = vocabulary::plain(name);
    words(&plain).any(|word| is_one_of(WORDS, word))
        || plain.starts_with(REST_OF)
        || PARTS.iter().any(|part| plain.contains(part))
}

fn is_world(name: &str) -> bool {
    // `合 计`: words may be spaced out for looks.
    let tight: String = name.chars().filter(|c| *c != ' ').collect();
    let listed = WORLD.contains(&name) || (!tight.is_ascii() && WORLD.contains(&&*tight));
    // `99 World`: a number may come first.
    let counted = name.trim_start_matches(|c: char| c.is_ascii_digit() || " .-".contains(c));
    listed
        || WORLD.contains(&counted)
        || words(name).all(|word| is_one_of(OF_THE_WHOLE, word))
            && words(name).any(|word| is_one_of(ALL, word))
}

fn is_bloc(name: &str) -> bool {
    if name.starts_with(REST_OF) {
        return false;
    }
    let tight: String = name.chars().filter(|c| *c != ' ').collect();
    // `EU28`, `G-20`, `东盟10国`, `아세안 10개국`.
    let counted = tight
        .trim_end_matches(['国', '國', '개', '국', '個', '个'])
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end_matches('-');
    let listed = |name: &str| BLOCS.contains(&name);
    let added_up = ADDED_UP.iter().find_map(|end| name.strip_suffix(end));
    let of_continents = |name: &str| {
        words(name).all(|word| is_one_of(CONTINENTS, word) || is_one_of(PARTS_OF_THEM, word))
            && words(name).any(|word| is_one_of(CONTINENTS, word))
            && words(name).count() > 1
    };
    listed(name)
        || listed(&tight)
        || (counted != tight && listed(counted))
        || added_up
            .is_some_and(|name| listed(name.trim()) || of_continents(&format!("{name} total")))
        || of_continents(name)
        || (words(name).count() > 1
            && words(name)
                .last()
                .is_some_and(|word| is_one_of(GROUPS, word))
            && !is_remainder(name))
        || BLOC_BEGINS.iter().any(|word| name.starts_with(word))
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    let separator =
        |c: char| c.is_whitespace() || matches!(c, '-' | ',' | '/' | '(' | ')' | '.' | ':');
    name.split(separator).filter(|word| !word.is_empty())
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split('|').any(|one| one == word)
}

/// Removes text in brackets: `ASEAN (10)`, `유럽연합(EU)`.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let outside = name.chars().filter(|c| {
        let opens = matches!(c, '(' | '[' | '（');
        let closes = matches!(c, ')' | ']' | '）');
        depth += usize::from(opens);
        let is_outside = depth == 0;
        depth = depth.saturating_sub(usize::from(closes));
        is_outside
    });
    outside.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests;
