//! Tests that `check` reads everything `brief` writes and calls none of it false, for the months of
//! the built-in data and the examples, in each language.

use crate::answer::{self, Data};
use crate::cli::{self, Request, Screen, Work};
use crate::frame::Frame;
use crate::measure::{self, Span};
use crate::reader::{self, Unwatched};
use crate::render::{self, Lang};
use crate::report::{Cell, Column, Report, Word};
use crate::resolve;
use crate::surroundings::Surroundings;
use crate::trade::{Month, Passage, Truth, Vintage};
use std::collections::BTreeSet;
use std::ffi::OsString;

const LANGS: [(&str, Lang); 3] = [("en", Lang::En), ("zh", Lang::Zh), ("ko", Lang::Ko)];

/// Sentences that are not claims: contributions in percentage points, for which there is no metric,
/// and statements that something is unknown.
const NO_CLAIMS: [&str; 19] = [
    "were published only together",
    "海关仅公布",
    "합산으로만 공표",
    "The Lunar New Year moves",
    "The two months together",
    "No change ",
    "No figures are known",
    "Figures run to",
    "1—2月合并",
    "同比不详",
    "数据不详",
    "증감은 알 수 없음",
    "통계 없음",
    "통계는 ",
    "figures are available for",
    "受春节错月影响",
    "暂无",
    "춘절 시기가",
    "1~2월을 합산하면",
];

/// The data from which briefs are made and by which they are checked.
struct Read {
    arguments: &'static str,
    request: Request,
    frame: Frame,
}

fn request(arguments: &str) -> Request {
    let words = arguments.split(' ').filter(|word| !word.is_empty());
    let args = ["tradecheck"].into_iter().chain(words).map(OsString::from);
    let screen = Screen {
        lang: Lang::En,
        width: 80,
    };
    match cli::parse(args.collect(), None, screen) {
        Ok(Work::Answer(request)) => *request,
        _ => panic!("{arguments} asks for no answer"),
    }
}

impl Read {
    fn of(arguments: &'static str) -> Read {
        let request = request(&format!("brief --format table {arguments}"));
        let (sources, options) = (resolve::sources(&request), resolve::options(&request));
        let mut stdin = std::io::empty();
        let read = reader::read_watched(&sources, &options, &mut stdin, &Unwatched);
        let Ok((observations, _)) = read else {
            panic!("{arguments}: not read");
        };
        let known = answer::known(&request);
        let frame = Frame::new(observations).with_outside_knowledge(known);
        Read {
            arguments,
            request,
            frame,
        }
    }

    /// The claims with their verdicts.
    fn checked(&self, claims: Vec<Passage>) -> Report {
        // Claims name their goods themselves.
        if self.arguments.starts_with("--hs") {
            return Read::of("").checked(claims);
        }
        let request = request(&format!("check --text said {}", self.arguments));
        let data = Data {
            request: &request,
            chart_months: 12,
            frame: &self.frame,
            profiles: &[],
            claims: &(claims, None),
        };
        let answer = answer::answer(&data).ok();
        answer.expect("an answer").report
    }

    /// The briefs on these months as shown on a terminal of 80 columns, one paragraph each.
    fn briefs(&self, months: impl Iterator<Item = Month>) -> [String; 3] {
        let around = Surroundings::new(false, Some(80), |_| None);
        let mut request = self.request.clone();
        let set = self.frame.series(&request.selection).expect("series");
        let mut texts = [(); 3].map(|()| String::new());
        for month in months {
            request.question.span = Span::Month(month);
            let Ok(answer) = measure::brief::answer(&request.question, &set, None) else {
                continue;
            };
            let report = answer.report;
            for ((_, lang), text) in LANGS.iter().zip(&mut texts) {
                request.output.lang = Some(*lang);
                let style = resolve::style(&request, &around).expect("a style");
                let mut shown = Vec::new();
                render::render(&report, &style, &mut shown).expect("a text");
                let shown = String::from_utf8(shown).expect("a text");
                text.push_str(shown.split("\n\n").next().unwrap_or_default());
                text.push_str("\n\n");
            }
        }
        texts
    }

    /// The problems of a text: sentences that are called false, or not read.
    fn wrong(&self, lang: &str, text: &str, published: Option<&str>) -> Vec<String> {
        let day = published.map(|day| day.parse::<Vintage>().expect("a day"));
        let passages = reader::claims::read_article("said", text.as_bytes(), day);
        let passages = passages.expect("an article");
        let read: BTreeSet<&str> = passages.iter().map(|one| &*one.text).collect();
        let is_no_claim = |one: &str| NO_CLAIMS.iter().any(|part| one.contains(part));
        let has_figure = |one: &str| one.chars().any(|sign| sign.is_ascii_digit());
        let mut wrong: Vec<String> = reader::claims::sentences(text)
            .into_iter()
            .filter(|one| has_figure(one) && !read.contains(&**one) && !is_no_claim(one))
            .map(|one| format!("{lang}: passed over: {one}"))
            .collect();
        for row in &self.checked(passages).rows {
            let verdict = row.cell(Column::VerdictNow);
            let on_the_day = row.cell(Column::Verdict);
            let is_wrong = match (on_the_day, verdict) {
                (Cell::Word(Word::Truth(Truth::False)), _) => true,
                // What was right on its day may have been revised since.
                (_, Cell::Word(Word::Truth(Truth::False))) => published.is_none(),
                (Cell::Word(Word::NotUnderstood), _) => true,
                _ => false,
            };
            if is_wrong {
                let claim = [Column::Text, Column::Flow, Column::Period, Column::Claimed];
                let claim = claim.map(|column| format!("{:?}", row.cell(column)));
                let why = row.remarks.first().map(|one| format!("{:?}", one.kind));
                wrong.push(format!("{lang}: {on_the_day:?} {claim:?} {why:?}"));
            }
        }
        wrong
    }
}

fn months(from: &str, to: &str) -> impl Iterator<Item = Month> {
    let from: Month = from.parse().expect("a month");
    let to: Month = to.parse().expect("a month");
    (0..)
        .map(move |months| from.plus(months))
        .take_while(move |month| *month <= to)
}

fn check(read: &Read, months: impl Iterator<Item = Month>, published: Option<&str>) {
    let texts = read.briefs(months);
    let mut wrong = Vec::new();
    for ((lang, _), text) in LANGS.iter().zip(&texts) {
        assert!(text.len() > 300, "{lang}: too little was said: {text}");
        wrong.extend(read.wrong(lang, text, published));
    }
    assert!(
        wrong.is_empty(),
        "{} are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_month_of_the_built_in_data_is_read_and_nothing_is_false() {
    check(&Read::of(""), months("2013-01", "2026-08"), None);
    check(
        &Read::of("--currency cny"),
        months("2018-01", "2026-08"),
        None,
    );
}

#[test]
fn goods_named_once_are_meant_to_the_end() {
    // Before and after the months without any.
    let coal = Read::of("--hs 2701");
    let some = months("2013-01", "2017-02").chain(months("2017-08", "2017-09"));
    check(&coal, some, None);
    check(&Read::of("--hs 2601"), months("2013-01", "2017-09"), None);
    check(&Read::of("--hs 67"), months("2022-01", "2026-08"), None);
}

#[test]
fn north_korea_s_side_is_read_too() {
    check(&Read::of("--as kp"), months("2017-01", "2018-03"), None);
}

#[test]
fn what_was_said_on_a_day_is_true_by_what_had_been_released() {
    for (day, month) in [
        ("2017-07-13", "2017-06"),
        ("2017-10-13", "2017-09"),
        ("2018-01-12", "2017-12"),
        ("2019-01-14", "2018-12"),
    ] {
        let arguments = match day {
            "2017-07-13" => "--as-of 2017-07-13",
            "2017-10-13" => "--as-of 2017-10-13",
            "2018-01-12" => "--as-of 2018-01-12",
            _ => "--as-of 2019-01-14",
        };
        let before: Month = month.parse().expect("a month");
        let first = before.plus(-2).to_string();
        check(&Read::of(arguments), months(&first, month), Some(day));
    }
}

#[test]
fn statements_of_the_examples_are_read() {
    let own = "--imports examples/imports --exports examples/exports";
    check(&Read::of(own), months("2017-01", "2017-12"), None);
    check(
        &Read::of("examples/table-2026-08.html -b"),
        months("2026-01", "2026-08"),
        None,
    );
}
