//! `report`: one file that asks for nothing, reads well to those who hear it, and says what the
//! csv says.

use crate::program::{Folder, tradecheck};
use sha2::{Digest, Sha256};

const VOID: [&str; 3] = ["meta", "br", "link"];

fn page(arguments: &str) -> String {
    tradecheck(&format!("report {arguments}")).answer_with_notes()
}

/// Every tag of a page: its name, its attributes, whether it closes.
fn tags(page: &str) -> Vec<(String, String, bool)> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, tag)) = rest.split_once('<') {
        let (inside, after) = tag.split_once('>').expect("a tag ends");
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/');
        let (name, attributes) = inside.split_once([' ', '\n']).unwrap_or((inside, ""));
        found.push((name.to_owned(), attributes.to_owned(), closes));
        rest = match name {
            // What stands in these is no markup.
            "style" | "script" if !closes => {
                let end = format!("</{name}>");
                &after[after.find(&end).expect("it is closed")..]
            }
            _ => after,
        };
    }
    found
}

/// What a page says: its text without its tags, each on a line of its own.
fn text(page: &str) -> String {
    let (_, body) = page.split_once("<body>").expect("a body");
    let mut said = String::new();
    let mut rest = body;
    while let Some((before, tag)) = rest.split_once('<') {
        said.push_str(before);
        let (name, after) = tag.split_once('>').expect("a tag ends");
        let is_inside_a_line = ["span", "/span", "a ", "/a", "code", "/code"];
        if !is_inside_a_line.iter().any(|one| name.starts_with(one)) {
            said.push('\n');
        }
        rest = after;
    }
    let plain = said + rest;
    let plain = plain.replace("&quot;", "\"").replace("&lt;", "<");
    plain.replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn every_tag_is_closed_in_its_place() {
    for lang in ["en", "zh", "ko"] {
        let page = page(&format!("--month 2017-09 --lang {lang}"));
        assert!(page.starts_with("<!DOCTYPE html>"));
        let mut open: Vec<String> = Vec::new();
        for (name, _, closes) in tags(&page) {
            if closes {
                assert_eq!(open.pop().as_deref(), Some(name.as_str()));
            } else if !VOID.contains(&name.as_str()) && name != "!DOCTYPE" {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }
}

#[test]
fn it_reads_well_to_those_who_hear_it() {
    let page = page("--month 2017-09");
    let tags = tags(&page);
    let opening = || tags.iter().filter(|tag| !tag.2);
    let headings: Vec<&str> = opening()
        .map(|tag| tag.0.as_str())
        .filter(|name| matches!(*name, "h1" | "h2" | "h3"))
        .collect();
    assert_eq!(headings[0], "h1");
    assert!(headings[1..].iter().all(|heading| *heading == "h2") && headings.len() > 6);
    for tag in opening().filter(|tag| tag.0 == "th") {
        assert!(
            tag.1.contains("scope=\"row\"") || tag.1.contains("scope=\"col\""),
            "{tag:?}"
        );
    }
    let count = |name: &str| opening().filter(|tag| tag.0 == name).count();
    assert_eq!(count("table"), count("caption"));
    assert!(count("table") >= 4);
    let html = opening().find(|tag| tag.0 == "html").expect("a root");
    assert_eq!(html.1, "lang=\"en\"");
    let mut ids: Vec<&str> = opening()
        .filter_map(|tag| tag.1.split("id=\"").nth(1)?.split('"').next())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is there twice");
    for svg in opening().filter(|tag| tag.0 == "svg") {
        assert!(svg.1.contains("role=\"img\"") && svg.1.contains("aria-labelledby="));
    }
}

#[test]
fn it_asks_for_nothing_and_runs_no_script_but_its_own() {
    let page = page("--month 2017-09");
    for tag in tags(&page) {
        for attribute in [" src=", "srcset=", "onload", "onclick", "style="] {
            assert!(!format!(" {}", tag.1).contains(attribute), "{tag:?}");
        }
        assert!(!["link", "img", "iframe", "object", "base", "form"].contains(&tag.0.as_str()));
        // An address is where a reader may go, not what the page loads.
        assert!(
            tag.0 == "a" || tag.0 == "svg" || !tag.1.contains("://"),
            "{tag:?}"
        );
    }
    assert!(!page.contains("url(") && !page.contains("@import"));
    let policy = page
        .split("Content-Security-Policy\" content=\"")
        .nth(1)
        .expect("a policy");
    let policy = policy.split('"').next().expect("its end");
    assert!(policy.starts_with("default-src 'none'; "));
    assert!(!policy.contains("unsafe"), "{policy}");
    for tag in ["style", "script"] {
        let hash = policy.split(&format!("{tag}-src 'sha256-")).nth(1);
        let hash = hash.and_then(|rest| rest.split('\'').next());
        let inside = page.split(&format!("<{tag}>")).nth(1);
        let inside = inside.and_then(|rest| rest.split(&format!("</{tag}>")).next());
        let digest = Sha256::digest(inside.expect(tag).as_bytes());
        assert_eq!(unbase64(hash.expect("a hash")), digest.as_slice(), "{tag}");
        assert_eq!(page.matches(&format!("<{tag}")).count(), 1, "{tag}");
    }
}

fn unbase64(text: &str) -> Vec<u8> {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut bytes) = (0u32, 0, Vec::new());
    for digit in text.chars().filter(|c| *c != '=') {
        bits = bits << 6 | digits.find(digit).expect("a digit") as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}

/// What the table of the month says is what `yoy` says, in print.
#[test]
fn its_figures_are_those_of_the_commands() {
    let page = page("--month 2017-09");
    let text = text(&page);
    for figure in [
        "145.8",
        "234.8",
        "−89.0",
        "−37.9 %",
        "−6.7 %",
        "7th fall, from 2017-03",
    ] {
        assert!(text.contains(figure), "{figure}");
    }
    assert!(text.contains("tradecheck report --month 2017-09"));
    assert!(text.contains("weakest month, 2017-08 (−1.0 %)"));
    assert_eq!(
        page,
        self::page("--month 2017-09"),
        "another run, another file"
    );
}

/// The news leads, then what to know of it, then the figures, as a reader needs them.
#[test]
fn its_parts_stand_in_the_order_of_reading() {
    let page = page("--month 2017-09 --sanctions");
    let text = text(&page);
    let order = [
        "China's imports from North Korea fell 37.9% in September 2017, a seventh straight month of decline\n",
        "China's imports from North Korea fell 37.9% in September 2017 from a year earlier, to $145.8 million",
        "Before you quote",
        // The base of both flows is worked out, not printed.
        "The change of imports, −37.9 %, is customs' own: the figure of 2016-09, USD 234.80 million, is \
         calculated from it, not published.",
        "The month",
        "Since 2016-01",
        "5 August 2017, UN 2371: coal; iron ore; ",
        "The streak, month by month",
        "Highs and lows",
        "Trade under sanctions",
        // By customs 44.0 million dollars, 511,619 tonnes, under a ban since 5 August.
        "2701 Coal\n\n44.0\n\n511,619 t\n\nUN 2371",
        "Measures in force",
        "Month by month",
        "Notes",
        "Sources",
        // As they stand in `data/published.csv`.
        "Dong-A Ilbo (GACC), 9 August 2016: imports, exports 2015-06, 2016-06; total 2016-03–05 \
         https://www.donga.com/news/Politics/article/all/20160809/79635609/1",
        "Sankei (GACC table) copy on 5ch, 23 October 2017: imports 2016-01, 2017-09; exports 2017-09 \
         https://lavender.5ch.net/test/read.cgi/news4plus/1508781949/6-105",
        "How this was made",
    ];
    let mut from = 0;
    for one in order {
        let at = text[from..].find(one);
        from += at.unwrap_or_else(|| panic!("{one:?} does not stand after {from}:\n{text}"));
    }
    let without = self::text(&self::page("--month 2017-09"));
    assert!(!without.contains("Measures in force"));
}

/// In another language no heading is left in English, and months are those of the language.
#[test]
fn it_is_in_one_language() {
    for (lang, headings) in [
        ("zh", ["引用前请注意", "2016年1月以来", "逐月数据"]),
        ("ko", ["인용하기 전에", "2016년 1월 이후", "월별 수치"]),
    ] {
        let page = page(&format!("--month 2017-09 --sanctions --lang {lang}"));
        let text = text(&page);
        // Marks of where a head may break are for tables of text.
        assert!(!page.contains("\\u{"), "{lang}");
        for heading in headings {
            assert!(text.lines().any(|line| line == heading), "{heading}");
        }
        let body = page
            .split_once("<body>")
            .map(|(_, body)| body)
            .unwrap_or_default();
        for tag in ["h1", "h2", "th", "caption", "figcaption"] {
            for piece in body.split(&format!("<{tag}")).skip(1) {
                let inside = piece.split(&format!("</{tag}>")).next().unwrap_or_default();
                let said = self::text(&format!("<body><{tag}{inside}"));
                let letters = said.chars().filter(char::is_ascii_alphabetic).count();
                // `UN 2371`, `HS`, `USD` are the same in every language.
                assert!(letters <= 3, "{tag} {said:?}");
            }
        }
    }
}

/// Where the data tell goods apart, those that moved the flow stand on the page, as `movers` has
/// them, and the statement names the chapter.
#[test]
fn goods_stand_where_they_are_known() {
    let goods = r#""数据年月","商品编码","商品名称","贸易伙伴编码","贸易伙伴名称","第一数量","第一计量单位","美元",
"201609","27011100","无烟煤","109","朝鲜","1798000000","千克","82,380,000",
"201609","62019300","化纤制男式带风帽防寒短上衣","109","朝鲜","500000","个","40,000,000",
"201709","27011100","无烟煤","109","朝鲜","511619000","千克","44,000,000",
"201709","62019300","化纤制男式带风帽防寒短上衣","109","朝鲜","450000","个","45,000,000",
"#;
    let folder = Folder::new().with("imports.csv", goods);
    let run = folder.run("report --month 2017-09 --all-goods --imports imports.csv -f html");
    let text = text(&run.answer_with_notes());
    assert!(text.contains("Which goods drove it"), "{text}");
    assert!(
        text.contains("imports.csv: imports 2016-09, 2017-09"),
        "{text}"
    );
    // −38,380,000 of 122,380,000 are −31.361; +5,000,000 are 4.086.
    for figure in ["2701 ", "6201 ", "−31.4", "4.1"] {
        assert!(text.contains(figure), "{figure} is not in\n{text}");
    }
}

/// Contrast of the colours of text, by WCAG 2.1: 4.5 to 1 at least.
#[test]
fn text_can_be_read_on_its_ground() {
    let page = page("--month 2017-09");
    let style = page.split("<style>").nth(1).expect("a style");
    let style = style.split("</style>").next().expect("its end");
    let roots: Vec<&str> = style.split(":root{").skip(1).collect();
    assert_eq!(roots.len(), 3, "light, dark and paper");
    let mut light = std::collections::BTreeMap::new();
    for root in roots {
        let rules = root.split('}').next().expect("rules");
        for rule in rules.split(';') {
            if let Some((name, value)) = rule.split_once(':') {
                light.insert(name.to_owned(), value.to_owned());
            }
        }
        for (text, ground) in [
            ("--fg", "--bg"),
            ("--mute", "--bg"),
            ("--link", "--bg"),
            ("--fall", "--bg"),
            ("--fg", "--warnbg"),
            ("--fg", "--tint"),
        ] {
            let ratio = contrast(&light[text], &light[ground]);
            assert!(ratio >= 4.5, "{text} on {ground}: {ratio}");
        }
    }
    for (colors, ground) in [
        (["#1b1f24", "#57606a", "#0b63c4", "#a85800"], "#fff"),
        (["#e6edf3", "#9aa4af", "#6cb2ff", "#f0a04b"], "#15191e"),
    ] {
        for color in colors {
            assert!(style.contains(&format!("fill:{color}")), "{color}");
            assert!(contrast(color, ground) >= 4.5, "{color} on {ground}");
        }
    }
}

fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: &str) -> f64 {
    let digits = color.trim_start_matches('#');
    let wide = digits.len() == 6;
    let channel = |at: usize| {
        let text = if wide {
            digits[2 * at..2 * at + 2].to_owned()
        } else {
            digits[at..=at].repeat(2)
        };
        let share = f64::from(u8::from_str_radix(&text, 16).expect("a color")) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

#[test]
fn a_page_is_a_page_and_nothing_else_is() {
    tradecheck("report --month 2017-09 -f csv").gives(
        "[stderr]
tradecheck: `report` writes a page
  help: use `-o report.html`, or `-o report.svg` for its head as a picture; for the figures use `yoy`, `chart`, `streak` or `record`
[exit 2]",
    );
    tradecheck("yoy --month 2017-09 -f html").gives(
        "[stderr]
tradecheck: only `report` writes a page
  help: use `tradecheck report -o report.html` with the same selection
[exit 2]",
    );
}

/// The head of the page as a picture: what it says is what the page says.
#[test]
fn its_head_is_a_picture_too() {
    for lang in ["en", "zh", "ko"] {
        let folder = Folder::new();
        let asked = format!("report --month 2017-09 --lang {lang}");
        folder
            .run(&format!("{asked} -o head.svg"))
            .answer_with_notes();
        let picture = folder.read("head.svg");
        let document = roxmltree::Document::parse(&picture).expect("well-formed XML");
        let page = text(&self::page(&format!("--month 2017-09 --lang {lang}")));
        let root = document.root_element();
        let child = |tag: &str| {
            let found = root.children().find(|node| node.has_tag_name(tag));
            found.and_then(|node| node.text()).expect(tag).to_owned()
        };
        let headline = child("title");
        assert!(page.lines().any(|line| line == headline), "{headline}");
        assert!(
            page.lines().any(|line| line == child("desc")),
            "{}",
            child("desc")
        );
        let lines = document
            .descendants()
            .filter(|node| node.has_tag_name("text"));
        let lines: Vec<&str> = lines.filter_map(|node| node.text()).collect();
        for figure in ["145.8", "−89.0", "234.8 e"] {
            assert!(lines.contains(&figure), "{lines:?}");
        }
        // The lines of the headline, put together again.
        let joined = lines.concat().replace(' ', "");
        assert!(joined.contains(&headline.replace(' ', "")), "{joined}");
    }
}

/// A page is of one month: of a range the last, whose chart shows all of it.
#[test]
fn a_page_is_of_one_month() {
    let page = page("--from 2017-02 --to 2017-09");
    let text = text(&page);
    assert!(text.contains("Since 2017-02"), "{text}");
    assert!(text.contains("China's trade with North Korea, 2017-09 (USD million)"));
    assert!(
        !text.contains("\n2017-01\n"),
        "a month before the range is listed"
    );
    tradecheck("report --period 2017-Q3").gives(
        "[stderr]
tradecheck: a page covers one month; `--period` 2017-07..2017-09 is several
  help: use `--month 2017-09`; `--from 2017-07 --to 2017-09` charts all of them
[exit 2]",
    );
}

#[test]
fn a_source_is_listed_once_with_its_day_where_a_figure_has_two() {
    let folder = Folder::new();
    folder
        .run("report --month 2017-09 --lang zh -o page.html")
        .output();
    let page = folder.read("page.html");
    // data/published.csv: "GACC spokesman (Reuters); Sankei (GACC table)" gives September 2016.
    assert!(
        page.contains("海关总署新闻发言人（路透社）；产经新闻（海关总署统计表）"),
        "{page}"
    );
    assert!(!page.contains(">GACC spokesman (Reuters)<"));
}
