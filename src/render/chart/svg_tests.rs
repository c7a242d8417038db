//! Tests the SVG as a document: always well-formed, no overlapping texts, ids and names.

use super::fixture::{self, pictures};
use super::letters::{bold, room};
use super::svg::{self, Setting};
use crate::render::{Lang, MoneyUnit};
use crate::report::picture::Picture;
use proptest::prelude::*;
use roxmltree::{Document, Node};

fn drawn(picture: &Picture, lang: Lang, pixels: u16) -> String {
    let mut report = fixture::report(picture.clone());
    report.sources = vec!["a <b> & \u{b}\u{fffe}\"c\".csv".to_owned()];
    let setting = Setting {
        look: (MoneyUnit::Million, lang),
        pixels,
        id: "chart",
        class: "alone",
        alone: true,
    };
    svg::draw(&report, picture, setting).into_string()
}

fn class<'a>(node: &Node<'a, '_>) -> &'a str {
    node.attribute("class").unwrap_or_default()
}

fn number(node: &Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// The text of a node without its tooltip.
fn said(node: &Node) -> String {
    let texts = node.children().filter(Node::is_text);
    texts
        .filter_map(|text| text.text().map(str::to_owned))
        .collect()
}

/// Left, top, right and bottom edge of a text, at its estimated width.
fn text_box(node: &Node) -> (f64, f64, f64, f64) {
    let classes: Vec<&str> = class(node).split(' ').collect();
    let size = match () {
        () if classes.contains(&"h") => 17.0,
        () if classes.contains(&"s") => 12.0,
        () => 13.0,
    };
    let wide = match classes.iter().any(|one| matches!(*one, "b" | "h")) {
        true => bold(&said(node), size),
        false => room(&said(node), size),
    };
    let x = number(node, "x");
    let left = match node.attribute("text-anchor") {
        Some("end") => x - wide,
        Some("middle") => x - wide / 2.0,
        _ => x,
    };
    let y = number(node, "y");
    (left, y - size * 0.8, left + wide, y + size * 0.15)
}

fn overlapping(document: &Document) -> Vec<String> {
    let texts: Vec<Node> = document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .collect();
    let mut found = Vec::new();
    for (at, one) in texts.iter().enumerate() {
        let a = text_box(one);
        for other in &texts[at + 1..] {
            let b = text_box(other);
            let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
            if !apart {
                found.push(format!("{:?} {a:?} and {:?} {b:?}", said(one), said(other)));
            }
        }
    }
    found
}

#[test]
fn a_year_has_every_sign_once() {
    let text = drawn(&fixture::year(), Lang::En, 720);
    let document = Document::parse(&text).unwrap();
    let with = |tag: &str, name: &str| {
        let nodes = document.descendants();
        let nodes = nodes.filter(|node| node.has_tag_name(tag));
        nodes
            .filter(|node| class(node).split(' ').any(|one| one == name))
            .count()
    };
    // March of exports, May of both: a cross for each month.
    assert_eq!(with("path", "miss"), 2);
    // Twelve changes of exports, ten of imports; the other two are dots.
    assert_eq!(with("rect", "bar"), 22);
    assert_eq!(with("circle", "none"), 2);
    // February rose by 150 percent.
    assert_eq!(with("path", "cut"), 1);
    assert_eq!(with("line", "ev"), 2);
    assert_eq!(with("rect", "hit"), 12);
    // One streak, behind the levels and behind its own changes.
    assert_eq!(with("rect", "band"), 2);
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    assert_eq!(ids, ["chart-t", "chart-d"]);
    assert_eq!(root.attribute("aria-labelledby"), Some("chart-t chart-d"));
    let about = document
        .descendants()
        .find(|node| node.has_tag_name("desc"))
        .unwrap();
    assert_eq!(
        about.text(),
        Some(
            "Imports: highest 400.0 in 2017-06, lowest – in 2017-10; 145.0 in 2017-12. \
             Exports: highest 350.0 in 2017-04, lowest 200.0 in 2017-01; 300.0 in 2017-12. \
             Imports, y/y: 6 falls in a row, 2017-07–12."
        )
    );
    assert_eq!(overlapping(&document), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn it_is_well_formed_and_no_text_stands_on_another(
        picture in pictures(), lang in 0usize..3, pixels in prop_oneof![Just(360u16), Just(720), 320u16..2000],
        hostile in "\\PC{0,9}[\u{0}-\u{1f}<>&\"]{0,3}",
    ) {
        let mut picture = picture;
        if let Some(event) = picture.events.first_mut() {
            event.label.en = format!("{}{hostile}", event.label.en).into();
        }
        let text = drawn(&picture, Lang::ALL[lang], pixels);
        let document = Document::parse(&text);
        prop_assert!(document.is_ok(), "{:?}\n{text}", document.err());
        let document = document.unwrap();
        prop_assert_eq!(overlapping(&document), Vec::<String>::new());
        let right = f64::from(pixels);
        for node in document.descendants().filter(|node| node.has_tag_name("text")) {
            let (left, _, end, _) = text_box(&node);
            let is_inside = left >= -2.0 && (end <= right + 2.0 || class(&node).contains("mute"));
            prop_assert!(is_inside, "{:?} from {left} to {end}", said(&node));
        }
    }
}
