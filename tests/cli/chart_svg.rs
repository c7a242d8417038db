//! Charts read back: the coordinates of an SVG are turned into figures again, by its own axes, and
//! compared with the csv of `series`, which knows nothing of drawing.

use crate::dice::Dice;
use crate::fixtures::ours;
use crate::program::Folder;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// Value and change by month, of one flow; `None` where the cell is empty.
type Figures = BTreeMap<String, (Option<f64>, Option<f64>)>;

/// What `series` gives for the same selection: values in millions.
fn series(folder: &Folder, selection: &str, flow: &str) -> Figures {
    let csv = folder
        .run(&format!("series {selection} --format csv"))
        .answer_with_notes();
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().expect("a head").split(',').collect();
    let place = |name: &str| head.iter().position(|one| *one == name).expect("a column");
    let [month, of, value, yoy] = ["month", "flow", "value", "yoy_pct"].map(place);
    let mut figures = Figures::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[of] == flow {
            let value: Option<f64> = cells[value].parse().ok();
            let change = (value.map(|units| units / 1e6), cells[yoy].parse().ok());
            figures.insert(cells[month].to_owned(), change);
        }
    }
    figures
}

fn has_class(node: &Node, name: &str) -> bool {
    let classes = node.attribute("class").unwrap_or_default();
    classes.split(' ').any(|one| one == name)
}

fn number(node: &Node, name: &str) -> f64 {
    node.attribute(name)
        .and_then(|text| text.parse().ok())
        .expect(name)
}

fn title<'a>(node: &Node<'a, '_>) -> &'a str {
    let title = node.children().find(|child| child.has_tag_name("title"));
    title.and_then(|title| title.text()).unwrap_or_default()
}

/// The month that a text begins with, as each language writes it, and the rest.
fn month_of(text: &str) -> Option<(String, &str)> {
    let (year, rest) = text.split_at_checked(4)?;
    let marks = ["-", "年", "년 "];
    let rest = marks.iter().find_map(|mark| rest.strip_prefix(mark))?;
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let month: u32 = rest[..end].parse().ok()?;
    let rest = rest[end..].trim_start_matches(['月', '월']);
    Some((format!("{year}-{month:02}"), rest))
}

/// Lines of one height with the number beside them: `(height, number)`.
fn axis(document: &Document, above: f64, below: f64) -> Vec<(f64, f64)> {
    let labels = document
        .descendants()
        .filter(|node| node.has_tag_name("text") && node.attribute("text-anchor") == Some("end"));
    let tick = |node: Node| {
        let y = number(&node, "y") - 4.0;
        let text = node.text()?.replace('−', "-").replace([',', '+'], "");
        (above <= y && y <= below).then_some((y, text.parse().ok()?))
    };
    labels.filter_map(tick).collect()
}

/// The number at a height, by two ticks of an axis.
fn at_height(axis: &[(f64, f64)], y: f64) -> f64 {
    let (first, last) = (axis[0], axis[axis.len() - 1]);
    first.1 + (y - first.0) * (last.1 - first.1) / (last.0 - first.0)
}

/// The corners of a path of M and L, in runs without a gap.
fn runs(path: &str) -> Vec<Vec<(f64, f64)>> {
    let run = |text: &str| {
        let corners = text.split('L').map(|corner| {
            let (x, y) = corner.split_once(' ').expect("two numbers");
            (x.parse().expect("a number"), y.parse().expect("a number"))
        });
        corners.collect()
    };
    path.split('M')
        .filter(|text| !text.is_empty())
        .map(run)
        .collect()
}

/// Months by their places: the middle of what is shown on pointing at each.
fn months(document: &Document) -> Vec<(f64, String)> {
    let hits = document.descendants().filter(|node| has_class(node, "hit"));
    let month = |node: Node| {
        let middle = number(&node, "x") + number(&node, "width") / 2.0;
        (middle, month_of(title(&node)).expect("a month").0)
    };
    hits.map(month).collect()
}

fn month_at(months: &[(f64, String)], x: f64) -> String {
    let nearest = months
        .iter()
        .min_by(|a, b| (a.0 - x).abs().total_cmp(&(b.0 - x).abs()));
    let (middle, month) = nearest.expect("a month");
    assert!((middle - x).abs() < 0.2, "{x} is the middle of no month");
    month.clone()
}

/// The levels of one flow: the line and the dots against the values, its gaps against the holes.
fn levels_are_those_of(document: &Document, class: &str, expected: &Figures) {
    let months = months(document);
    let hit = document
        .descendants()
        .find(|node| has_class(node, "hit"))
        .expect("months");
    let (top, height) = (number(&hit, "y"), number(&hit, "height"));
    let axis = axis(document, top - 1.0, top + height + 1.0);
    // Half of a tenth of a pixel, in millions, and as much for the middle of the axis.
    let near = ((axis[0].1 - axis[1].1) / (axis[0].0 - axis[1].0)).abs() * 0.11;
    let line = document
        .descendants()
        .find(|node| has_class(node, "line") && has_class(node, class));
    let runs = runs(line.expect("a line").attribute("d").expect("a path"));
    let mut drawn = BTreeMap::new();
    for run in &runs {
        for (x, y) in run {
            drawn.insert(month_at(&months, *x), at_height(&axis, *y));
        }
    }
    for (month, (value, _)) in expected {
        match (value, drawn.get(month)) {
            (Some(value), Some(drawn)) => {
                assert!(
                    (value - drawn).abs() <= near,
                    "{month}: {drawn} for {value}"
                );
            }
            (None, None) => {}
            (value, drawn) => panic!("{month}: {drawn:?} for {value:?}"),
        }
    }
    assert_eq!(
        drawn.len(),
        expected.values().filter(|one| one.0.is_some()).count()
    );
    let present: Vec<bool> = expected.values().map(|one| one.0.is_some()).collect();
    let expected_runs = present.chunk_by(|a, b| a == b).filter(|run| run[0]).count();
    assert_eq!(runs.len(), expected_runs, "a gap is bridged, or a line cut");
}

/// The bars of the panel below the name of a flow against its changes.
fn bars_are_those_of(document: &Document, area: &str, expected: &Figures) {
    let bars: Vec<Node> = document
        .descendants()
        .filter(|node| has_class(node, "bar") && has_class(node, area))
        .collect();
    let single = |node: &Node| {
        let (month, rest) = month_of(title(node)).expect("a month");
        rest.starts_with([':', '：']).then_some(month)
    };
    let drawn: BTreeMap<String, &Node> = bars
        .iter()
        .filter_map(|node| Some((single(node)?, node)))
        .collect();
    let zeros: Vec<f64> = document
        .descendants()
        .filter(|node| has_class(node, "zero") && node.attribute("y1") == node.attribute("y2"))
        .map(|node| number(&node, "y1"))
        .collect();
    let Some(one) = bars.first() else {
        let none = expected.values().all(|one| one.1.is_none());
        assert!(none, "no bar for {expected:?}");
        return;
    };
    let (top, bottom) = (number(one, "y"), number(one, "y") + number(one, "height"));
    let zero = zeros
        .into_iter()
        .min_by(|a, b| {
            let off = |zero: &f64| (zero - top).abs().min((zero - bottom).abs());
            off(a).total_cmp(&off(b))
        })
        .expect("a line at zero");
    let axis = axis(document, zero - 51.0, zero + 51.0);
    let (least, most) = (axis[2].1.min(axis[0].1), axis[2].1.max(axis[0].1));
    for (month, (_, change)) in expected {
        match (change, drawn.get(month)) {
            (Some(change), Some(node)) => {
                let (y, height) = (number(node, "y"), number(node, "height"));
                let end = if *change < 0.0 { y + height } else { y };
                let drawn = at_height(&axis, end);
                let shown = change.clamp(least, most);
                assert!(
                    (shown - drawn).abs() <= 0.3,
                    "{month}: {drawn} for {change}"
                );
            }
            (None, None) => {}
            (change, drawn) => panic!("{month}: {} for {change:?}", drawn.is_some()),
        }
    }
    assert_eq!(
        drawn.len(),
        expected.values().filter(|one| one.1.is_some()).count()
    );
}

/// Every month with a hole has a cross that gives its reason, and no other month has one.
fn crosses_are_those_of(document: &Document, flows: &[&Figures]) {
    let crosses = document
        .descendants()
        .filter(|node| has_class(node, "miss"));
    let crosses: Vec<&str> = crosses.map(|node| title(&node)).collect();
    let is_hole = |month: &String| flows.iter().any(|flow| flow[month].0.is_none());
    let holes: Vec<&String> = flows[0].keys().filter(|month| is_hole(month)).collect();
    let months = crosses.iter().map(|title| month_of(title));
    let months: Vec<String> = months.map(|month| month.expect("a month").0).collect();
    assert_eq!(months.iter().collect::<Vec<_>>(), holes);
    for cross in crosses {
        let says_why = [": no data for ", "：无", "자료 없음"];
        assert!(says_why.iter().any(|why| cross.contains(why)), "{cross}");
    }
}

fn read_back(folder: &Folder, selection: &str, flags: &str) {
    let run = folder.run(&format!("chart {selection} {flags} -o chart.svg"));
    assert!(run.output().status.success(), "{selection}");
    let text = folder.read("chart.svg");
    let document = Document::parse(&text).expect("well-formed XML");
    let imports = series(folder, selection, "import");
    let exports = series(folder, selection, "export");
    levels_are_those_of(&document, "first", &imports);
    levels_are_those_of(&document, "second", &exports);
    bars_are_those_of(&document, "of-first", &imports);
    bars_are_those_of(&document, "of-second", &exports);
    crosses_are_those_of(&document, &[&imports, &exports]);
}

#[test]
fn charts_of_the_built_in_data_read_back() {
    let folder = Folder::new();
    read_back(&folder, "--from 2016-03 --to 2020-12", "");
    read_back(
        &folder,
        "--from 2016-03 --to 2019-06",
        "--width 360 --lang zh",
    );
    read_back(
        &folder,
        "--from 2024-01 --to 2025-12 --currency cny",
        "--width 1200",
    );
}

/// Years of months at a pixel and a half each.
#[test]
fn a_long_chart_reads_back() {
    let selection = "--from 2013-01 --to 2025-12 --currency cny";
    read_back(&Folder::new(), selection, "--width 360");
}

/// A balance below and above zero: its line crosses the line at zero.
#[test]
fn a_balance_reads_back() {
    let mut rows = String::new();
    for (month, import, export) in [(1, 300, 100), (2, 100, 100), (3, 50, 400), (4, 70, 60)] {
        rows.push_str(&format!("2017-{month:02} import {import}000000\n"));
        rows.push_str(&format!("2017-{month:02} export {export}000000\n"));
    }
    let folder = Folder::new().with("both.csv", ours(&rows));
    let selection = "--from 2017-01 --to 2017-04 --flow balance both.csv";
    let run = folder.run(&format!("chart {selection} -o chart.svg"));
    assert!(run.output().status.success());
    let text = folder.read("chart.svg");
    let document = Document::parse(&text).expect("well-formed XML");
    let expected = series(&folder, selection, "balance");
    let values: Vec<Option<f64>> = expected.values().map(|one| one.0).collect();
    assert_eq!(values, [-200.0, 0.0, 350.0, -10.0].map(Some));
    levels_are_those_of(&document, "first", &expected);
}

/// Whatever the months are: holes, zeros, a thousandfold, one month or fourteen years of them.
#[test]
fn any_months_read_back() {
    let mut dice = Dice(14);
    for round in 0..12usize {
        let count = if round == 0 {
            1
        } else {
            1 + dice.roll(168) as i32
        };
        let first = (2010 + dice.roll(3) as i32) * 12 + dice.roll(12) as i32;
        let month = |at: i32| format!("{}-{:02}", (first + at) / 12, (first + at) % 12 + 1);
        let holes = 1 + dice.roll(6);
        let mut rows = String::new();
        for at in -12..count {
            for flow in ["import", "export"] {
                // The last month is there, so that the data reach it.
                if dice.roll(holes) == 0 || at == count - 1 || at == -12 {
                    let power = 10u64.pow(dice.roll(4) as u32);
                    let value = dice.roll(9_000) * power * 1000;
                    rows.push_str(&format!("{} {flow} {value}\n", month(at)));
                }
            }
        }
        let folder = Folder::new().with("any.csv", ours(&rows));
        let selection = format!("--from {} --to {} any.csv", month(0), month(count - 1));
        let width = [320, 720, 2000][round % 3];
        read_back(&folder, &selection, &format!("--width {width}"));
    }
}

/// Names that are markup, and characters that XML does not know, from the user's own files.
#[test]
fn hostile_names_stay_text() {
    let name = "\"<script>alert(1)</script> & \"\"ore\"\" \u{b}\"";
    let groups =
        format!("group,hs_prefixes,label,label_zh,label_ko\nore,2601,{name},{name},{name}\n");
    let folder = Folder::new().with("groups.csv", groups);
    let run = folder.run(
        "chart --group ore --groups groups.csv --from 2016-01 --to 2017-09 --flow imports -f svg",
    );
    let chart = run.answer_with_notes();
    let document = Document::parse(&chart).expect("well-formed XML");
    let title = title(&document.root_element()).to_owned();
    assert!(title.contains("alert(1)") && title.contains('&'), "{title}");
    assert!(!chart.contains("<script"), "{chart}");
}

#[test]
fn a_chart_is_the_same_twice_and_asks_for_nothing() {
    let folder = Folder::new();
    let chart = || folder.run("chart --month 2017-09 --format svg");
    let (first, second) = (chart().output().stdout, chart().output().stdout);
    assert_eq!(first, second);
    let text = String::from_utf8(first).expect("UTF-8");
    let outside = text.replace("http://www.w3.org/2000/svg", "");
    for sign in ["http", "url(", "href", "<script", "@import"] {
        assert!(!outside.contains(sign), "{sign}");
    }
}

#[test]
fn only_a_chart_is_a_picture() {
    Folder::new().run("yoy --month 2017-09 -o yoy.svg").gives(
        "[stderr]
tradecheck: only `chart` and `report` draw pictures
  help: use `tradecheck chart -o chart.svg` with the same selection
[exit 2]",
    );
}
