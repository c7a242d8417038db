//! What a title, a head, a note or a cell of a flow says of all figures: whose trade, which partner,
//! which months, what unit. Each file was made after one that gave a wrong figure without a word.

use crate::program::{Folder, told};
use crate::understood::Want::{Nothing, Refused};
use crate::understood::{NK, check};

/// A tidy table under a title.
fn titled(title: &str) -> String {
    format!("\"{title}\"\nmonth,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n")
}

#[test]
fn titles_of_other_months_transformations_and_partners_are_heeded_or_in_doubt() {
    for (title, want) in [
        ("China's imports from North Korea", NK),
        ("中国自朝鲜进口（1-9月）", Refused("1-9月")),
        (
            "China's imports from North Korea, Jan.-Sep.",
            Refused("jan.-sep."),
        ),
        (
            "China's imports from North Korea, 2010 = 100",
            Refused("an index"),
        ),
        ("China's imports, partner-reported", Refused("mirror")),
        ("China imports from JPN", Refused("Japan (116)")),
        ("Partner: 133", Refused("South Korea (133)")),
        ("中国对韩进口", Refused("South Korea (133)")),
        ("Commodity code: 2701", Refused("only some goods")),
        ("North Korea trade (USD million)", Refused("--file-side")),
        ("DPRK-China trade (USD million)", Refused("--file-side")),
        ("북한의 수출입", Refused("nothing names China")),
    ] {
        check(&[(title, "", "a.csv", &titled(title), want)], "imports");
    }
    // A table of many months names their range.
    let months = "\"中国自朝鲜进口（1-9月）\"\nmonth,imports_usd_mn\n2016-09,234.8\n2017-07,156.1\n2017-08,288.3\n2017-09,145.8\n";
    check(&[("a range of months", "", "a.csv", months, NK)], "imports");
}

#[test]
fn heads_and_cells_of_flows_say_their_unit_and_their_partners() {
    let head = "month,Imports from NK & Russia (USD million)\n2016-09,234.8\n2017-09,145.8\n";
    let flow = |cell: &str| {
        format!("month,flow,value_usd_mn\n2016-09,\"{cell}\",234.8\n2017-09,\"{cell}\",145.8\n")
    };
    let balance = "month,imports_usd_mn,exports_usd_mn,balance_usd_mn\n2016-09,234.8,285.5,999\n2017-09,145.8,266.3,888\n";
    let total = "month,imports_usd_mn,exports_usd_mn,total\n2016-09,234.8,285.5,1000\n2017-09,145.8,266.3,1100\n";
    let whole = "month,imports_usd_mn,exports_usd_mn,total,balance_usd_mn\n2016-09,234.8,285.5,520.3,50.7\n2017-09,145.8,266.3,412.1,120.5\n";
    check(
        &[
            (
                "two partners",
                "",
                "a.csv",
                head,
                Refused("only partly recognised"),
            ),
            (
                "thousand under million",
                "",
                "a.csv",
                &flow("Imports (USD thousand)"),
                Refused("unit"),
            ),
            (
                "yuan under dollars",
                "",
                "a.csv",
                &flow("Imports (RMB million)"),
                Refused("currency"),
            ),
            (
                "a unit value",
                "",
                "a.csv",
                &flow("Imports, unit value"),
                Nothing,
            ),
            (
                "a balance of others",
                "",
                "a.csv",
                balance,
                Refused("balance"),
            ),
            ("a total of others", "", "a.csv", total, Refused("total")),
            ("both as they should be", "", "a.csv", whole, NK),
        ],
        "imports",
    );
}

#[test]
fn notes_and_constant_columns_speak_of_all_rows() {
    let beside = |name: &str, cell: &str| {
        format!("month,imports_usd_mn,{name}\n2016-09,234.8,\"{cell}\"\n2017-09,145.8,\"{cell}\"\n")
    };
    let below = |note: &str| {
        format!(
            "{}\n\"{note}\"\n",
            titled("Imports").replace("\"Imports\"\n", "")
        )
    };
    for (text, want) in [
        (beside("dataset", "Russia's imports"), Refused("a partner")),
        (
            beside("dataset", "North Korea and South Korea"),
            Refused("a partner"),
        ),
        (
            beside("note", "year to date, seasonally adjusted"),
            Refused("the year to date"),
        ),
        (beside("source", "Mirror data"), Refused("mirror")),
        (beside("source", "Japan External Trade Organization"), NK),
        (beside("note", "as released"), NK),
        (
            below("Note: values are indices (2015=100)"),
            Refused("an index"),
        ),
        (below("Note: data for Liaoning only"), Refused("liaoning")),
        (
            below("Source: Korea Customs Service"),
            Refused("country other than China"),
        ),
        (
            below("Source: General Administration of Customs of China"),
            NK,
        ),
    ] {
        check(&[("a note", "", "a.csv", &text, want)], "imports");
    }
}

#[test]
fn figures_of_the_world_are_none_of_north_korea() {
    let world = "month,\"Imports, total (USD million)\"\n2016-09,142520\n2017-09,169790\n";
    let imf = "REF_AREA,INDICATOR,COUNTERPART_AREA,FREQ,TIME_PERIOD,OBS_VALUE,SCALE\nCN,TMG_CIF_USD,W00,M,2016-09,2348,6\nCN,TMG_CIF_USD,KP,M,2016-09,234.8,6\nCN,TMG_CIF_USD,W00,M,2017-09,1458,6\nCN,TMG_CIF_USD,KP,M,2017-09,145.8,6\n";
    check(
        &[
            (
                "no partner",
                "",
                "a.csv",
                world,
                Refused("no partner is named"),
            ),
            ("the row of North Korea", "", "a.csv", imf, NK),
        ],
        "imports",
    );
    let all = Folder::new().with("a.csv", imf);
    let all = all.run("yoy a.csv --month 2017-09 --partner all --flow imports -f csv --columns base,value --no-header");
    all.gives("2348000000,1458000000\n[exit 0]\n");
}

/// A note that names the partner of the table says nothing new, and a month with its year is where a
/// series begins; a note that names another partner is in doubt.
#[test]
fn notes_on_the_partner_of_the_table_leave_no_doubt() {
    let answer = |note: &str, title: &str| {
        let text =
            format!("{title}month,imports_usd_mn\n2016-09,234.8\n2017-09,145.82\n\n{note}\n");
        let folder = Folder::new().with("a.csv", text);
        told(
            &folder
                .run("yoy a.csv --month 2017-09 --flow imports --columns base,value --no-header -f csv")
                .output(),
        )
    };
    for note in [
        "Note: China stopped publishing detailed data with North Korea in 2020",
        "North Korea does not publish trade data",
        "북한은 무역통계를 공표하지 않음",
        "Coal was banned from February 2017.",
        "September is the last month before the textile ban took effect.",
        "Figures from January 2017 onwards follow the 2017 Harmonized System",
    ] {
        for title in ["", "China's imports from North Korea\n"] {
            let said = answer(note, title);
            assert!(said.contains("234800000,145820000"), "{note}: {said}");
        }
    }
    let said = answer("Russia does not publish trade data", "");
    assert!(
        said.contains("`Russia`, which may mean a partner"),
        "{said}"
    );
    for note in ["Note: three-month moving averages", "Note: deflated by PPI"] {
        let said = answer(note, "");
        assert!(said.contains("adjusted or smoothed"), "{said}");
    }
    let said = answer("Excludes coal banned in February 2017", "");
    assert!(said.contains("only some goods"), "{said}");
    let said = answer("Cumulative from January", "");
    assert!(said.contains("which may mean the year to date"), "{said}");
}

/// A currency in words states no scale, and the flag that a refusal offers then settles it; a unit that
/// a file states is its own.
#[test]
fn the_flag_for_units_settles_a_currency_without_a_scale() {
    let heads = [
        "imports (US dollars)",
        "imports (USD)",
        "进口（美元）",
        "수입(달러)",
    ];
    let plain = |head: &str| format!("month,{head}\n2016-09,234.8\n2017-09,145.8\n");
    let title = format!("Unit: US dollars\n{}", plain("imports"));
    let mut files: Vec<String> = heads.into_iter().map(plain).collect();
    files.push(title);
    let dollars = "month,unit,imports\n2016-09,1,234800000\n2017-09,1,145800000\n".to_owned();
    let thousands = "month,imports (USD thousand)\n2016-09,234800\n2017-09,145800\n".to_owned();
    for text in &files {
        check(
            &[
                ("no scale", "", "a.csv", text, Refused("--file-unit")),
                ("a scale by flag", "--file-unit million", "a.csv", text, NK),
            ],
            "imports",
        );
    }
    check(
        &[
            (
                "a unit of one",
                "--file-unit million --currency usd",
                "a.csv",
                &dollars,
                NK,
            ),
            (
                "a unit of its own",
                "--file-unit million",
                "a.csv",
                &thousands,
                NK,
            ),
        ],
        "imports",
    );
}

#[test]
fn a_title_and_its_columns_must_agree() {
    let flows = "China exports to North Korea\nmonth,flow,value_usd_mn\n2016-09,import,234.8\n2017-09,import,145.8\n";
    let head = "China exports to North Korea\nmonth,imports_usd_mn\n2016-09,234.8\n2017-09,145.8\n";
    let partner = "\"China imports from South Korea, USD million\"\nmonth,North Korea\n2016-09,234.8\n2017-09,145.8\n";
    let both = "China imports from North Korea\nmonth,exports_usd_mn,imports_usd_mn\n2016-09,285.5,234.8\n2017-09,266.3,145.8\n";
    let turned = "North Korea's exports to China\nmonth,China's imports (USD million)\n2016-09,234.8\n2017-09,145.8\n";
    check(
        &[
            (
                "a column of flows",
                "",
                "a.csv",
                flows,
                Refused("the title says `export`"),
            ),
            (
                "a head",
                "",
                "a.csv",
                head,
                Refused("the columns say `import`"),
            ),
            ("which is right", "--ignore exports", "a.csv", head, NK),
            ("a partner", "", "a.csv", partner, Refused("`South Korea`")),
            ("both flows below", "", "a.csv", both, NK),
            ("one trade told twice", "", "a.csv", turned, NK),
        ],
        "imports",
    );
}

/// `M` may be monthly, `E` estimated, `X` anything: a letter is a flow beside that of the other flow, or
/// under a name that says so.
#[test]
fn a_letter_alone_is_no_flow() {
    let exports = |name: &str, letter: &str| {
        format!(
            "China exports to North Korea\nmonth,{name},value_usd_mn\n2016-09,{letter},234.8\n2017-09,{letter},145.8\n"
        )
    };
    for (name, letter) in [("freq", "M"), ("频率", "M"), ("flag", "E"), ("mark", "x")] {
        check(
            &[(name, "", "a.csv", &exports(name, letter), NK)],
            "exports",
        );
    }
    let of_both = "month,i_e,value_usd_mn\n2016-09,I,234.8\n2016-09,E,285.5\n2017-09,I,145.8\n2017-09,E,266.3\n";
    check(&[("both", "", "a.csv", of_both, NK)], "imports");
}

/// Countries under a name that does not say what they are may be those that report the trade.
#[test]
fn countries_that_may_report_the_trade_are_no_partners() {
    let told = |name: &str, other: &str| {
        format!(
            "month,{name},imports_usd_mn\n2016-09,China,234.8\n2016-09,{other},290\n2017-09,China,145.8\n2017-09,{other},240\n"
        )
    };
    let unclear = || Refused("the countries in this column may be those that report the trade");
    for name in ["side", "viewpoint", "country", "국가", "source"] {
        let text = told(name, "North Korea");
        check(
            &[
                (name, "", "a.csv", &text, unclear()),
                (name, "--partner all", "a.csv", &text, unclear()),
            ],
            "imports",
        );
    }
    let china = "month,country,imports_usd_mn\n2016-09,China,200\n2017-09,China,150\n";
    // Below a title that names the partner, the countries are those that import from it.
    let title = "Imports from North Korea by country (USD million)\n";
    let importers =
        title.to_owned() + &told("country", "Russia").replace("imports_usd_mn", "value");
    let wide = format!("{title}Country,2016-09,2017-09\nChina,234.8,145.8\nRussia,290,240\n");
    let partners = told("partner", "North Korea").replace("China", "Japan");
    let of_north = partners.replace("North Korea,290", "North Korea,234.8");
    let of_north = of_north.replace("North Korea,240", "North Korea,145.8");
    check(
        &[
            ("China alone", "--partner all", "a.csv", china, unclear()),
            ("importers", "", "a.csv", &importers, NK),
            ("importers, all", "--partner all", "a.csv", &importers, NK),
            (
                "importers beside months",
                "--partner all",
                "a.csv",
                &wide,
                unclear(),
            ),
            ("partners", "", "a.csv", &of_north, NK),
        ],
        "imports",
    );
}

/// The note of a single row that has nothing but what the figure is contradicts the month of the row.
#[test]
fn a_note_may_say_that_the_figure_of_its_row_is_another_kind() {
    let noted = |note: &str| {
        format!("month,imports_usd_mn,note\n2016-09,234.8,\n2017-08,288.1,\n2017-09,145.8,{note}\n")
    };
    for note in ["Jan-Sep", "cumulative", "index", "1-9月"] {
        check(
            &[
                (
                    note,
                    "",
                    "a.csv",
                    &noted(note),
                    Refused("in it (line 4) may mean"),
                ),
                (
                    "ignored",
                    &format!("--ignore {note}"),
                    "a.csv",
                    &noted(note),
                    NK,
                ),
            ],
            "imports",
        );
    }
    for note in [
        "coal ban",
        "revised",
        "fell after a cumulative rise in spring",
    ] {
        check(&[(note, "", "a.csv", &noted(note), NK)], "imports");
    }
}
