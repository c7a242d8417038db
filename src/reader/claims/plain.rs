//! Extracts plain text from HTML and markdown, and splits it into sentences.

/// Elements whose text is not part of the article.
const SKIPPED: [&str; 6] = ["script", "style", "head", "noscript", "svg", "nav"];

/// Elements that end a paragraph.
const BLOCKS: [&str; 29] = [
    "section",
    "header",
    "footer",
    "main",
    "aside",
    "figure",
    "figcaption",
    "dl",
    "dt",
    "dd",
    "pre",
    "hr",
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "td",
    "th",
    "table",
    "blockquote",
    "article",
];

/// The paragraphs of a plain text, a web page, or markdown.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let start = text.trim_start().get(..400.min(text.trim_start().len()));
    let lower = start.unwrap_or(text).to_ascii_lowercase();
    let is_html = lower.starts_with('<')
        || lower.contains("<html")
        || lower.contains("<p>")
        || lower.contains("<body");
    let plain = if is_html {
        without_tags(text)
    } else {
        text.to_owned()
    };
    let mut all = Vec::new();
    let mut paragraph = String::new();
    for line in plain.lines() {
        let is_item = !is_html && without_marks(line).len() < line.trim().len();
        let line = if is_html {
            line.trim().to_owned()
        } else {
            without_emphasis(without_marks(line))
        };
        let line = line.as_str();
        let is_heading =
            !is_html && !line.is_empty() && line.len() < plain.len() && is_marked_heading(line);
        // Two numbers on two lines of a page are not one.
        let is_number = |c: char| c.is_ascii_digit();
        let is_torn = is_html && paragraph.ends_with(is_number) && line.starts_with(is_number);
        if line.is_empty() || is_heading || is_item || is_torn {
            all.push(std::mem::take(&mut paragraph));
        }
        if !line.is_empty() {
            let line = line.trim_start_matches('#').trim();
            // Chinese has no blanks between words, and a line may end inside a word.
            let is_one_word = paragraph.ends_with(is_chinese) || line.starts_with(is_chinese);
            if !join_broken_word(&mut paragraph, line) && !paragraph.is_empty() && !is_one_word {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    }
    all.push(paragraph);
    all.retain(|paragraph| !paragraph.trim().is_empty());
    all
}

/// Joins a word that was broken at the end of a line: `Septem-` and `ber`, but not `year-` and
/// `on-year`, which keeps its hyphen. Returns whether there was one.
fn join_broken_word(paragraph: &mut String, line: &str) -> bool {
    let Some(before) = paragraph.strip_suffix('-') else {
        return false;
    };
    let begins = line.starts_with(char::is_alphabetic);
    let word = before.rsplit([' ', '(']).next().unwrap_or("");
    if !begins || !word.ends_with(char::is_alphabetic) {
        return false;
    }
    let last = word.rsplit('-').next().unwrap_or("").to_lowercase();
    let is_compound = word.contains('-')
        || line.starts_with(char::is_uppercase)
        || COMPOUNDING.contains(&last.as_str());
    if !is_compound {
        paragraph.pop();
    }
    true
}

/// First parts of words that are written with a hyphen.
const COMPOUNDING: [&str; 16] = [
    "year", "month", "quarter", "week", "first", "second", "third", "fourth", "half", "two",
    "three", "one", "long", "record", "sino", "all",
];

/// Whether a character belongs to Chinese text.
fn is_chinese(sign: char) -> bool {
    matches!(
        sign,
        '一'..='鿿' | '，' | '。' | '；' | '、' | '：' | '（' | '）'
    )
}

fn is_marked_heading(line: &str) -> bool {
    line.starts_with('#')
}

/// Strips the marks of lists and quotations in markdown.
fn without_marks(line: &str) -> &str {
    let line = line.trim();
    let rest = line
        .strip_prefix("- ")
        .or_else(|| line.strip_prefix("* "))
        .or_else(|| line.strip_prefix("> "));
    rest.unwrap_or(line).trim()
}

/// Strips marks of bold text, link targets and references such as `[1]` in markdown. Struck-out
/// text keeps its marks, so that it is not understood.
fn without_emphasis(line: &str) -> String {
    let line = line.replace("**", "").replace("__", "");
    let mut plain = String::with_capacity(line.len());
    let mut rest = line.as_str();
    while let Some(at) = rest.find('[') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(end) = rest.find(']') else { break };
        let (inside, after) = (&rest[1..end], &rest[end + 1..]);
        let link = after.strip_prefix('(').and_then(|url| url.split_once(')'));
        let number = inside.strip_prefix('^').unwrap_or(inside);
        let is_reference = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        match link {
            Some((_, after)) => {
                plain.push_str(inside);
                rest = after;
            }
            None if is_reference => rest = after,
            None => {
                plain.push('[');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Elements with retracted text.
const STRUCK: [&str; 3] = ["del", "s", "strike"];

/// The text of a web page, one line per block.
fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&decoded(&rest[..at]).replace(['\n', '\r'], " "));
        rest = &rest[at..];
        if let Some(body) = rest.strip_prefix("<!--") {
            rest = body.find("-->").map_or("", |end| &body[end + 3..]);
            continue;
        }
        let Some(end) = rest.find('>') else {
            rest = "";
            break;
        };
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        let name = name_of(tag);
        let is_start = !tag.starts_with('/') && !tag.ends_with('/');
        let behind_digit = plain.ends_with(|c: char| c.is_ascii_digit());
        if is_start && (SKIPPED.contains(&name.as_str()) || is_hidden(tag) && !is_void(&name)) {
            rest = behind(rest, &name);
        } else if is_start && (name == "sup" || STRUCK.contains(&name.as_str())) {
            // A superscript after a digit may be a footnote or a power. The mark keeps it from
            // being read as part of the number.
            if name == "sup" && behind_digit {
                plain.push('^');
            }
            rest = behind(rest, &name);
        } else if is_start && behind_digit && (name == "sub" || name == "a" && is_number(rest)) {
            plain.push('^');
            rest = behind(rest, &name);
        } else if name == "br" {
            // A line break within a paragraph; two of them end it.
            plain.push('\n');
        }
        if BLOCKS.contains(&name.as_str()) {
            plain.push_str("\n\n");
        }
    }
    plain.push_str(&decoded(rest).replace(['\n', '\r'], " "));
    plain
}

/// The name of an element, of its start or end tag.
fn name_of(tag: &str) -> String {
    let name = tag.trim_start_matches('/').chars();
    let name = name.take_while(char::is_ascii_alphanumeric);
    name.collect::<String>().to_ascii_lowercase()
}

/// Whether an element has no end tag.
fn is_void(name: &str) -> bool {
    ["br", "hr", "img", "input", "meta", "link", "wbr"].contains(&name)
}

/// Whether an element is not shown.
fn is_hidden(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let style: String = tag.split_whitespace().collect();
    let mut attributes = tag.split_whitespace().skip(1);
    let is_marked = |one: &str| one.split('=').next() == Some("hidden");
    attributes.any(is_marked)
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Whether an element holds a number alone, as a reference to a footnote does.
fn is_number(inside: &str) -> bool {
    let text = inside.split('<').next().unwrap_or_default().trim();
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text behind the element that begins before it, which may hold others of its name; empty if
/// it has no end.
fn behind<'t>(text: &'t str, name: &str) -> &'t str {
    let mut depth = 1;
    let holds_text_alone = ["script", "style"].contains(&name);
    for (at, _) in text.match_indices('<') {
        let tag = &text[at + 1..];
        if name_of(tag) != name || holds_text_alone && !tag.starts_with('/') {
            continue;
        }
        let end = tag.find('>');
        let is_alone = end.is_some_and(|end| tag[..end].ends_with('/'));
        match tag.starts_with('/') {
            true => depth -= 1,
            false if !is_alone => depth += 1,
            false => {}
        }
        if depth == 0 {
            return end.map_or("", |end| &tag[end + 1..]);
        }
    }
    ""
}

/// Decodes the entities that occur in articles.
fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.char_indices().take(12).find(|(_, c)| *c == ';');
        let sign = end.and_then(|(end, _)| entity(&rest[1..end]).map(|sign| (sign, end)));
        match sign {
            Some((sign, end)) => {
                plain.push(sign);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" | "lsquo" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "ldquo" | "rdquo" => '"',
        "minus" => '−',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_page_is_what_stands_between_its_tags() {
        let page = "<html><head><title>x 5%</title></head><body><p>China&#39;s imports\nfell 37.9&nbsp;%.</p><script>var a = 5;</script><p>Next<br>line<br><br>last</p></body></html>";
        assert_eq!(
            paragraphs(page),
            ["China's imports fell 37.9 %.", "Next line", "last"]
        );
        // What is not shown, and marks of footnotes, are no part of a number; nor is another number.
        for (inside, text) in [
            (
                "fell <span style=\"display: none\">9<span>8</span></span>37.9 percent",
                "fell 37.9 percent",
            ),
            ("fell <b hidden>9</b>37.9 percent", "fell 37.9 percent"),
            ("fell 37.9<sub>1</sub> percent", "fell 37.9^ percent"),
            ("fell 37.9<a href=#1>2</a> percent", "fell 37.9^ percent"),
            ("fell <a href=#1>37.9</a><br>percent", "fell 37.9 percent"),
        ] {
            assert_eq!(paragraphs(&format!("<body><p>{inside}</p>")), [text]);
        }
        assert_eq!(paragraphs("<body>145<br>146"), ["145", "146"]);
        // Powers and footnotes go, as do scripts, however their tags are written.
        let page =
            "<body><p>Up 5<SUP>2</Sup> % in 2017<sup>[3]</sup>.<Script>x</SCRIPT> 是</p></body>";
        assert_eq!(paragraphs(page), ["Up 5^ % in 2017^. 是"]);
        assert_eq!(paragraphs("<body><p>Up 5<sup>é"), ["Up 5^"]);
        assert_eq!(
            paragraphs("2.66亿美\n元，同比\n下降6.7%"),
            ["2.66亿美元，同比下降6.7%"]
        );
        assert_eq!(
            paragraphs("fell 37.9 per-\ncent in Septem-\nber year-\non-year, January-\nMarch[^1]"),
            ["fell 37.9 percent in September year-on-year, January-March"]
        );
        assert_eq!(
            paragraphs("# Title\n\nOne line\nand more.\n\n- an item"),
            ["Title", "One line and more.", "an item"]
        );
    }
}
