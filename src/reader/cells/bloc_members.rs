//! Which partners the continents and unions are made of, as far as needed to tell that none of them is
//! in hand.

use crate::reader::cells::vocabulary;
use crate::trade::Partner;

/// Names of blocs, and the codes of their members, or the digit that the codes of a continent begin with.
const BLOCS: [(&str, &str); 10] = [
    (
        "asean|association of southeast asian nations|southeast asia|东盟|東盟|东南亚|아세안|동남아|동남아시아",
        "105 106 107 112 119 122 129 132 136 141",
    ),
    (
        "middle east|gcc|gulf cooperation council|中东|중동",
        "102 113 114 115 117 118 120 126 130 131 135 137 138 139",
    ),
    (
        "cis|commonwealth of independent states|eaeu|独联体",
        "145 146 147 149 338 339 340 343 344",
    ),
    ("central asia|中亚|중앙아시아", "145 146 147 148 149"),
    (
        "eu|eu27|eu28|eu-27|eu-28|eu 27|eu 28|eu (27)|eu (28)|european union|europe|euro area|eurozone|欧盟|欧洲|유럽|유럽연합",
        "3",
    ),
    (
        "africa|sub-saharan africa|north africa|west africa|非洲|아프리카",
        "2",
    ),
    (
        "latin america|south america|central america|mercosur|caribbean|latin america and the caribbean|拉丁美洲|拉美|南美洲|중남미|남미",
        "4",
    ),
    ("north america|nafta|usmca|北美洲|北美|북미", "5"),
    ("oceania|大洋洲|오세아니아|대양주", "6"),
    ("asia|亚洲|亞洲|아시아", "1"),
];

/// What may follow the name of a bloc.
const MEMBERS: [&str; 7] = [
    " member states",
    " member countries",
    " countries",
    " members",
    " economies",
    "国家",
    "国",
];

/// Whether the bloc is known, and none of its members is among the partners in hand.
pub(crate) fn is_without_members(name: &str, in_hand: &[u16]) -> bool {
    let plain = vocabulary::plain(name);
    let plain = MEMBERS
        .iter()
        .find_map(|end| plain.strip_suffix(end))
        .unwrap_or(&plain);
    let is_it = |names: &str| names.split('|').any(|one| one == plain);
    let Some((_, members)) = BLOCS.iter().find(|(names, _)| is_it(names)) else {
        return false;
    };
    let is_member = |place: &u16| {
        Partner::at(*place)
            .is_some_and(|partner| members.split(' ').any(|one| partner.code.starts_with(one)))
    };
    !in_hand.iter().any(is_member)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bloc_is_alone_where_no_member_is_in_hand() {
        let korea = [Partner::find("109").unwrap()];
        let both = [korea[0], Partner::find("304").unwrap()];
        for (name, in_hand, alone) in [
            ("EU27", &korea[..], true),
            ("EU27", &both[..], false),
            ("ASEAN", &both[..], true),
            ("Asia", &korea[..], false),
            ("亚洲", &korea[..], false),
            ("ASEAN countries", &korea[..], true),
            ("Nowhere", &korea[..], false),
        ] {
            assert_eq!(is_without_members(name, in_hand), alone, "{name}");
        }
    }
}
