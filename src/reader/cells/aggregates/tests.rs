use super::*;

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
    // The rest without the countries listed is not a sum of them.
    assert_eq!(aggregate("Rest of Asia"), None);
    assert!(is_remainder("Rest of the world"));
    assert_eq!(aggregate("Other Asia, nes"), None);
    assert_eq!(aggregate("TOTAL WORLD"), Some(Aggregate::World));
    for bloc in [
        "Asia, total",
        "ASEAN total",
        "Of which: ASEAN",
        "Extra-EU",
        "Total EU28",
        "Advanced economies",
        "Least developed countries",
    ] {
        assert_eq!(aggregate(bloc), Some(Aggregate::Bloc), "{bloc}");
    }
}

#[test]
fn sums_are_known_by_their_words_and_not_by_a_list_of_whole_names() {
    for name in [
        "Total (all countries)",
        "Total imports",
        "**Total**",
        "99 World",
        "Whole world",
        "合 计",
        "총액",
        "계",
    ] {
        assert_eq!(aggregate(name), Some(Aggregate::World), "{name}");
    }
    for name in [
        "East Asia",
        "North-East Asia",
        "Asia total",
        "亚洲小计",
        "ASEAN(10)",
        "European Union (28)",
        "东盟(10国)",
        "아세안(10개국)",
        "유럽연합(EU)",
        "G-20",
        "Developing countries",
        "RCEP members",
        "Middle East & North Africa",
    ] {
        assert_eq!(aggregate(name), Some(Aggregate::Bloc), "{name}");
    }
    for name in ["Atlantis", "South Korea", "Areas, nes", "Ghana", "朝鲜"] {
        assert_eq!(aggregate(name), None, "{name}");
    }
    assert!(is_remainder("Areas, nes") && is_remainder("其他国家") && !is_remainder("Asien"));
}
