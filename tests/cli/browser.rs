//! Pages and charts as a browser shows them. Where none is installed, that is said and no more.
//!
//! `browser.html` measures; here it is served, with the pages, by a server that notes what is asked
//! of it, and to which the browser takes every name of a host.

use crate::program::{Folder, skipped};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

const MEASURES: &str = include_str!("browser.html");

/// The browser to use: the one that is named, else the first that is there and shows a page.
fn browser() -> Option<&'static str> {
    static FOUND: OnceLock<Option<String>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        let named = std::env::var("TRADECHECK_BROWSER").ok();
        let usual = ["chromium", "chromium-browser", "google-chrome"].map(str::to_owned);
        let folder = Folder::new();
        let shows = |name: &String| {
            let mut command = headless(name, &folder);
            command.args(["--dump-dom", "data:text/html,<p>it shows</p>"]);
            printed(command, &folder).is_some_and(|dom| dom.contains("it shows"))
        };
        named.into_iter().chain(usual).find(shows)
    });
    if found.is_none() {
        skipped("no browser on the path that shows a page, so none was looked at");
    }
    found.as_deref()
}

/// What a command prints; `None` where it cannot be run, fails, or takes minutes.
fn printed(mut command: Command, folder: &Folder) -> Option<String> {
    // Into a file: a pipe that nobody reads would stop it.
    let path = folder.path().join("printed");
    command
        .stdin(Stdio::null())
        .stdout(fs::File::create(&path).ok()?)
        .stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    let begun = Instant::now();
    let status = loop {
        match child.try_wait().ok()? {
            Some(status) => break status,
            None if begun.elapsed() > Duration::from_secs(180) => {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
            None => thread::sleep(Duration::from_millis(20)),
        }
    };
    let text = fs::read(&path).ok()?;
    status
        .success()
        .then(|| String::from_utf8_lossy(&text).into_owned())
}

/// axe, where it was fetched: it is no part of the project.
fn axe() -> Option<String> {
    let named = std::env::var("TRADECHECK_AXE");
    let usual = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../browser/axe.min.js");
    let text = fs::read_to_string(named.map_or(usual, Into::into)).ok();
    if text.is_none() {
        skipped("no axe (.ci/run fetches it), so only our own measurements were made");
    }
    text
}

fn headless(browser: &str, folder: &Folder) -> Command {
    let mut command = Command::new(browser);
    command.current_dir(folder.path()).args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-features=NetworkTimeServiceQuerying",
        "--no-first-run",
    ]);
    command.arg(format!(
        "--user-data-dir={}",
        folder.path().join("profile").display()
    ));
    command
}

/// Serves texts by their paths until the test ends; what is asked for is noted.
struct Server {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn new(texts: BTreeMap<String, (&'static str, String)>) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        let texts = Arc::new(texts);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (noted, texts) = (Arc::clone(&noted), Arc::clone(&texts));
                thread::spawn(move || answer(stream, &noted, &texts));
            }
        });
        Server { port, asked }
    }

    fn asked(&self) -> Vec<String> {
        let mut asked = self.asked.lock().expect("no test panicked").clone();
        // What a browser asks of every server.
        asked.retain(|path| path != "/favicon.ico");
        asked.sort();
        asked
    }
}

fn answer(
    mut stream: TcpStream,
    noted: &Mutex<Vec<String>>,
    texts: &BTreeMap<String, (&'static str, String)>,
) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let first = lines.next()?.ok()?;
    let path = first
        .strip_prefix("GET ")?
        .split([' ', '?'])
        .next()?
        .to_owned();
    // The other lines are of no interest, but must be read.
    lines
        .take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty()))
        .count();
    let found = texts.get(path.trim_start_matches('/'));
    noted.lock().ok()?.push(path);
    let (status, (kind, text)) = match found {
        Some((kind, text)) => ("200 OK", (*kind, text.as_str())),
        None => ("404 Not Found", ("text/plain", "")),
    };
    let length = text.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(text.as_bytes()).ok()
}

const PAGE: &str = "text/html; charset=utf-8";
const CHART: &str = "image/svg+xml";

/// A page without its policy and with axe in it: the policy lets no script of others run.
fn with_axe(page: &str) -> String {
    let (before, rest) = page.split_once("<meta http-equiv=").expect("a policy");
    let (_, after) = rest.split_once('>').expect("its end");
    let after = after.replace("</head>", "<script src=\"/axe.js\"></script></head>");
    format!("{before}{after}")
}

/// Shows `asked` (`page,width,scheme;…`) and hands back what was found, one object each.
fn found(browser: &str, folder: &Folder, server: &Server, asked: &str) -> Vec<Value> {
    let address = format!("http://127.0.0.1:{}/measure?{asked}", server.port);
    let mut command = headless(browser, folder);
    command
        .arg(format!(
            "--host-resolver-rules=MAP * 127.0.0.1:{}",
            server.port
        ))
        .args(["--virtual-time-budget=20000", "--dump-dom", &address]);
    let dom = printed(command, folder).expect("the browser shows it");
    let json = dom.split("<pre id=\"found\">").nth(1);
    let json = json
        .and_then(|rest| rest.split("</pre>").next())
        .unwrap_or_default();
    let json = json
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    let found: Value = serde_json::from_str(&json).unwrap_or_else(|why| panic!("{why}: {json:?}"));
    found.as_array().expect("a list").clone()
}

/// Nothing is wider than its frame, fainter than WCAG allows, or stands on another text.
#[track_caller]
fn is_well(one: &Value) {
    let page = &one["page"];
    assert_eq!(one["wide"], 0, "{page} is wider than its frame");
    for fault in ["faint", "over", "outside", "asked"] {
        let faults = one[fault].as_array().expect("a list");
        assert!(faults.is_empty(), "{page} {fault}: {faults:#?}");
    }
    assert!(
        one["texts"].as_u64().is_some_and(|texts| texts > 20),
        "{one:#}"
    );
    let is_dark = page.as_str().is_some_and(|page| page.ends_with("dark"));
    assert_eq!(one["dark"], is_dark, "{page}");
    if let Some(violations) = one["axe"].as_array() {
        assert!(violations.is_empty(), "{page}: {violations:#?}");
        assert!(
            one["passes"].as_u64().is_some_and(|passes| passes > 20),
            "{one:#}"
        );
    }
}

/// Three languages, a telephone and a desk, by day and by night; what the pages ask for beside
/// themselves is nothing.
#[test]
fn pages_are_well_in_a_browser() {
    let Some(browser) = browser() else { return };
    let axe = axe();
    let folder = Folder::new();
    let mut texts = BTreeMap::from([("measure".to_owned(), (PAGE, MEASURES.to_owned()))]);
    let mut asked = Vec::new();
    for (lang, flags) in [("en", "--sanctions"), ("zh", ""), ("ko", "")] {
        let page = folder.run(&format!(
            "report --month 2017-09 --lang {lang} {flags} -f html"
        ));
        let page = page.answer_with_notes();
        if axe.is_some() {
            texts.insert(format!("axe-{lang}.html"), (PAGE, with_axe(&page)));
            asked.push(format!("axe-{lang}.html,390,dark"));
            asked.push(format!("axe-{lang}.html,1280,light"));
        }
        texts.insert(format!("{lang}.html"), (PAGE, page));
        asked.push(format!("{lang}.html,390,light"));
        asked.push(format!("{lang}.html,1280,dark"));
    }
    if let Some(axe) = axe {
        texts.insert("axe.js".to_owned(), ("text/javascript", axe));
    }
    let server = Server::new(texts);
    let found = found(browser, &folder, &server, &asked.join(";"));
    assert_eq!(found.len(), asked.len());
    for mut one in found {
        if one["axe"].is_array() {
            one["asked"] = Value::Array(Vec::new());
        }
        is_well(&one);
    }
    let requests = server.asked();
    for lang in ["en", "zh", "ko"] {
        let path = format!("/{lang}.html");
        let own = requests.iter().filter(|one| **one == path).count();
        assert_eq!(own, 2, "one request a frame: {requests:?}");
    }
    let known = |path: &String| asked.iter().any(|one| one.starts_with(&path[1..]));
    let strange = requests
        .iter()
        .filter(|path| !known(path) && !["/measure", "/axe.js"].contains(&path.as_str()));
    assert_eq!(strange.collect::<Vec<_>>(), Vec::<&String>::new());
}

/// Charts of one month and of 156, narrow and wide, with long names of goods; heads of pages.
#[test]
fn charts_are_well_in_a_browser() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new();
    let mut texts = BTreeMap::from([("measure".to_owned(), (PAGE, MEASURES.to_owned()))]);
    let mut asked = Vec::new();
    let charts = [
        ("--from 2016-01 --to 2020-12", 720, "en"),
        ("--from 2016-01 --to 2020-12", 360, "zh"),
        ("--month 2017-09", 360, "ko"),
        ("--month 2017-09", 1200, "zh"),
        ("--from 2017-09 --to 2017-09 --flow imports", 360, "en"),
        (
            "--from 2013-01 --to 2025-12 --currency cny --events un,cn",
            720,
            "en",
        ),
        (
            "--hs 2701 --from 2016-01 --to 2017-09 --flow imports",
            360,
            "en",
        ),
        ("--from 2020-01 --to 2020-12 --flow balance", 360, "ko"),
    ];
    for (at, (selection, width, lang)) in charts.into_iter().enumerate() {
        let run = format!("chart {selection} --width {width} --lang {lang} -f svg");
        let chart = folder.run(&run).answer_with_notes();
        texts.insert(format!("{at}.svg"), (CHART, chart));
        for scheme in ["light", "dark"] {
            asked.push(format!("{at}.svg,{width},{scheme}"));
        }
    }
    for lang in ["en", "zh", "ko"] {
        let run = format!("report --month 2017-09 --lang {lang} -f svg");
        let head = folder.run(&run).answer_with_notes();
        texts.insert(format!("{lang}.svg"), (CHART, head));
        asked.push(format!("{lang}.svg,720,light"));
    }
    let server = Server::new(texts);
    let found = found(browser, &folder, &server, &asked.join(";"));
    assert_eq!(found.len(), asked.len());
    for (one, asked) in found.iter().zip(&asked) {
        let at = asked
            .split('.')
            .next()
            .and_then(|at| at.parse::<usize>().ok());
        let chart = at.and_then(|at| charts.get(at));
        assert!(
            one["texts"].as_u64().is_some_and(|texts| texts >= 10),
            "{chart:?} {one:#}"
        );
        for fault in ["faint", "over", "outside"] {
            let faults = one[fault].as_array().expect("a list");
            assert!(faults.is_empty(), "{chart:?} {asked} {fault}: {faults:#?}");
        }
    }
}

/// A page on paper takes a few sheets: a rule that hides too little, or a picture that pushes what
/// follows to the next sheet, makes more of them.
#[test]
fn a_page_on_paper() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new();
    folder
        .run("report --month 2017-09 -o page.html")
        .answer_with_notes();
    let mut command = headless(browser, &folder);
    command.args([
        "--print-to-pdf=page.pdf",
        "--no-pdf-header-footer",
        "page.html",
    ]);
    printed(command, &folder).expect("the browser prints it");
    let pdf = fs::read(folder.path().join("page.pdf")).expect("a pdf");
    let pdf = String::from_utf8_lossy(&pdf);
    let sheets = pdf.matches("/Type /Page\n").count();
    assert!((4..=7).contains(&sheets), "{sheets} sheets");
}
