//! Translates error messages into Chinese and Korean. Errors are written in English where they
//! occur, and `errors.po` of each language has a line for each of them, with `{}` for its
//! arguments.

use super::catalog::ERRORS;
use crate::render::lang::dates::Dates;
use crate::render::lang::marks::Marks;
use crate::render::options::Lang;
use crate::render::pick::pick;
use crate::trade::{Currency, Groups, Month, Named, Partner, Period, Sanctions};

/// Error messages in one language.
pub(crate) trait Messages {
    /// The label before what was expected.
    fn expected(&self) -> &'static str;
    /// The label before how to proceed.
    fn way_out(&self) -> &'static str;
    /// The label before a remark on an answer.
    fn remark(&self) -> &'static str;
    /// Between two messages that both apply.
    fn and(&self) -> &'static str;
    /// Between two words either of which may be typed.
    fn or(&self) -> &'static str;
    /// The goods covered by a resolution or notice.
    fn goods_of(&self, instrument: &str) -> String {
        format!("goods of {instrument}")
    }
    /// Adjusts a sentence to the arguments filled into it, in languages where other words depend on
    /// them.
    fn settled(&self, said: String) -> String {
        said
    }
    /// The name of a currency in a message.
    fn currency_named(&self, currency: Currency) -> &'static str;
}

/// A language with its wording.
struct Teller<'w, W: ?Sized> {
    lang: Lang,
    words: &'w W,
    marks: &'w Marks,
}

/// Translates a message of several lines from English.
pub(super) fn message<W: Messages + Dates + ?Sized>(
    text: &str,
    lang: Lang,
    words: &W,
    marks: &Marks,
) -> String {
    if lang == Lang::En {
        return text.to_owned();
    }
    let teller = Teller { lang, words, marks };
    let lines: Vec<String> = text.lines().map(|line| teller.line(line)).collect();
    lines.join("\n")
}

impl<W: Messages + Dates + ?Sized> Teller<'_, W> {
    fn line(&self, line: &str) -> String {
        let labels = [self.words.expected(), self.words.way_out()];
        for (english, label) in ["  expected: ", "  help: "].into_iter().zip(labels) {
            if let Some(rest) = line.strip_prefix(english) {
                return format!(
                    "  {label}{}{}",
                    self.marks.colon,
                    self.translated(rest, english.contains("expected"))
                        .unwrap_or_else(|| rest.to_owned())
                );
            }
        }
        // A message begins with its place and ends with the offending text:
        // `a.csv:2:26: unknown unit: `milion``.
        let starts = line.match_indices(": ").map(|(at, mark)| at + mark.len());
        for start in std::iter::once(0).chain(starts) {
            let (place, translation) = line.split_at(start);
            if let Some(translation) = self.translated(translation, false) {
                return format!("{}{translation}", self.placed(place));
            }
            if let Some((what, found)) = translation.rsplit_once(": `")
                && let Some(what) = self.translated(what, false)
            {
                let colon = self.marks.colon;
                return format!("{}{what}{colon}`{found}", self.placed(place));
            }
        }
        line.to_owned()
    }

    /// The place of a message: a file name is unchanged, standard input is translated.
    fn placed(&self, place: &str) -> String {
        let input = "standard input";
        match self.translated(input, false) {
            Some(translation) if place.trim_start_matches("tradecheck: ").starts_with(input) => {
                place.replacen(input, &translation, 1)
            }
            _ => place.to_owned(),
        }
    }

    /// The translation of a message that has an entry, as a whole or in pieces.
    fn translated(&self, text: &str, typed: bool) -> Option<String> {
        let entries = ERRORS.entries(self.lang).iter();
        let found =
            entries.filter_map(|(english, other)| Some((english, other, named(english, text)?)));
        // Of several matches, the one with most words of its own.
        let own_words = |english: &str| english.len() - 2 * english.matches("{}").count();
        let best = found.max_by_key(|(english, ..)| own_words(english));
        // Several statements, each with an entry: `2 files added, 15 rows; 1 file had nothing new`.
        if best
            .as_ref()
            .is_some_and(|(english, ..)| text.contains("; ") && !english.contains("; "))
        {
            let parts = text.split("; ").map(|part| self.translated(part, typed));
            if let Some(parts) = parts.collect::<Option<Vec<String>>>() {
                return Some(parts.join(self.marks.semicolon));
            }
        }
        match best {
            Some((_, other, named)) => Some(self.filled(other, &named, typed)),
            None => self.in_pieces(text, typed),
        }
    }

    /// Fills the arguments of a message into its translation: `{}` one after another, `{2}` the
    /// second.
    fn filled(&self, words: &str, named: &[&str], typed: bool) -> String {
        let mut translation = String::new();
        let mut rest = words;
        let mut next = 0;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            let at = place.parse::<usize>().map_or(next, |place| place - 1);
            next = at + 1;
            translation.push_str(before);
            if let Some(text) = named.get(at) {
                translation.push_str(&self.in_words(text, typed));
            }
            rest = after;
        }
        self.words.settled(translation + rest)
    }

    /// Translates several messages in a row, each of which has an entry, or a choice of words to
    /// type.
    fn in_pieces(&self, text: &str, typed: bool) -> Option<String> {
        let semicolon = self.marks.semicolon;
        let and = self.words.and();
        for (between, translation) in [("; ", semicolon), (" and ", and)] {
            if !text.contains(between) {
                continue;
            }
            let pieces = text.split(between);
            let pieces: Option<Vec<String>> = pieces
                .map(|piece| {
                    match piece
                        .strip_prefix('`')
                        .is_some_and(|rest| rest.ends_with('`'))
                    {
                        true => Some(piece.to_owned()),
                        false => self.translated(piece, typed),
                    }
                })
                .collect();
            if let Some(pieces) = pieces {
                return Some(pieces.join(translation));
            }
        }
        let (all_but_last, last) = text.rsplit_once(" or ")?;
        let typed = |word: &str| {
            let is_quoted = word.len() > 1 && word.starts_with('`') && word.ends_with('`');
            is_quoted && word.matches('`').count() == 2 || !word.is_empty() && !word.contains(' ')
        };
        let or = self.words.or();
        let comma = self.marks.list;
        let words: Vec<&str> = all_but_last.split(", ").collect();
        let all = words.iter().chain([&last]).all(|word| typed(word));
        all.then(|| format!("{}{or}{last}", words.join(comma)))
    }

    /// Translates a month, a date, a currency or a flow among the arguments, or several of them.
    /// `typed`: words that may be typed are left unchanged.
    fn in_words(&self, named: &str, typed: bool) -> String {
        let is_date = matches!(named.len(), 7 | 10)
            && named.starts_with(|one: char| one.is_ascii_digit())
            && named.split('-').all(|part| part.parse::<u32>().is_ok());
        if is_date {
            return self.words.day(named);
        }
        if let Some(currency) = Currency::EVERY.iter().find(|one| one.code() == named) {
            return self.words.currency_named(*currency).to_owned();
        }
        if let Some(group) = self.group(named) {
            return group;
        }
        let names: Vec<&str> = named.split(", ").collect();
        if let Some(translation) = self
            .translated(named, typed)
            .filter(|_| named.contains(' ') || !typed)
        {
            return translation;
        }
        let one = |one: &&str| match self.translated(one, typed).filter(|_| !typed) {
            Some(translation) => translation,
            None => self.partner(one),
        };
        let names: Vec<String> = names.iter().map(one).collect();
        names.join(self.marks.list)
    }

    /// A group of goods, or several: `coal`, `coal and seafood`, `goods of UN 2371`.
    fn group(&self, named: &str) -> Option<String> {
        if let Some(called) = named.strip_prefix("goods of ") {
            let mut measures = Sanctions::built_in().list().iter();
            let found = measures.find(|one| one.instrument.to_string() == called)?;
            let called = found.instrument.called();
            return Some(
                self.words
                    .goods_of(pick(self.lang, &called.en, &called.zh, &called.ko)),
            );
        }
        let one = |one: &str| {
            let mut groups = Groups::built_in().list().iter();
            let found = groups.find(|group| group.en.eq_ignore_ascii_case(one))?;
            Some(pick(self.lang, &found.en, &found.zh, &found.ko))
        };
        if let Some(name) = one(named) {
            return Some(name.to_owned());
        }
        let (others, last) = named.rsplit_once(" and ")?;
        let names: Option<Vec<&str>> = others.split(", ").chain([last]).map(one).collect();
        names.map(|names| names.join(self.marks.list))
    }

    /// `2701 (2009-01–2017-12)`: goods with the months held of them.
    fn held(&self, named: &str) -> Option<String> {
        let (code, months) = named.strip_suffix(')')?.split_once(" (")?;
        let (from, to) = months.split_once('–').unwrap_or((months, months));
        let month = |text: &str| text.parse::<Month>().ok();
        let period = Period::new(month(from)?, month(to)?)?;
        let [open, close] = self.marks.brackets;
        Some(format!("{code}{open}{}{close}", self.words.period(period)))
    }

    /// `South Korea (133)`: a partner with its code; anything else is left unchanged.
    fn partner(&self, named: &str) -> String {
        if let Some(held) = self.held(named) {
            return held;
        }
        let code = named
            .strip_suffix(')')
            .and_then(|named| named.rsplit_once(" ("));
        let found = code.and_then(|(name, code)| {
            let partner = Partner::at(Partner::find(code)?)?;
            (*partner.en == *name).then_some((partner, code))
        });
        let [open, close] = self.marks.brackets;
        let name = |one: &Partner| pick(self.lang, &one.en, &one.zh, &one.ko).to_owned();
        match found {
            Some((partner, code)) => format!("{}{open}{code}{close}", name(partner)),
            None => Partner::table()
                .iter()
                .find(|one| *one.en == *named)
                .map_or_else(|| named.to_owned(), name),
        }
    }
}

/// The arguments of a message that matches this pattern. A place before the message is not one of
/// them.
fn named<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut found = Vec::new();
    let parts: Vec<&str> = parts.collect();
    for (at, part) in parts.iter().enumerate() {
        let is_last = at + 1 == parts.len();
        let end = match (is_last, part.is_empty()) {
            (true, true) => rest.len(),
            (true, false) => rest.strip_suffix(part)?.len(),
            (false, _) => rest.find(part)?,
        };
        let name = rest.get(..end)?;
        if at == 0 && pattern.starts_with("{}") && (name.contains(": ") || name.ends_with(':')) {
            return None;
        }
        found.push(name);
        rest = rest.get(end + part.len()..)?;
    }
    rest.is_empty().then_some(found)
}

#[cfg(test)]
#[path = "messages_of_errors.rs"]
mod of_errors;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::lang::message;

    #[test]
    fn a_message_keeps_its_place_and_what_stood_there() {
        let text = "tradecheck: a.csv:2:26: unknown unit: `milion`\n  help: download it again";
        assert_eq!(
            message(text, Lang::Zh),
            "tradecheck: a.csv:2:26: 无法识别的单位：`milion`\n  提示：请重新下载"
        );
        assert_eq!(
            message(text, Lang::Ko),
            "tradecheck: a.csv:2:26: 알 수 없는 단위: `milion`\n  도움말: 다시 내려받으십시오"
        );
        assert_eq!(message(text, Lang::En), text);
        let text = "tradecheck: standard input:2:1: not a number: `x`";
        assert_eq!(
            message(text, Lang::Zh),
            "tradecheck: 标准输入:2:1: 不是数字：`x`"
        );
        let text = "tradecheck: a.svg: cannot be written: Permission denied (os error 13)";
        assert_eq!(
            message(text, Lang::Ko),
            "tradecheck: a.svg: 쓸 수 없습니다: 권한이 없습니다(시스템 오류 13)"
        );
    }

    #[test]
    fn what_is_named_is_said_in_the_language() {
        let text = "2030-01 is outside the data: USD figures run from 2013-01 to 2026-06";
        assert_eq!(
            message(text, Lang::Zh),
            "2030年1月不在数据范围内：美元数据始于2013年1月、止于2026年6月"
        );
        assert_eq!(message("nobody knows this", Lang::Ko), "nobody knows this");
    }

    #[test]
    fn every_line_names_the_same_things_in_each_language() {
        for lang in [Lang::Zh, Lang::Ko] {
            for (english, other) in ERRORS.entries(lang) {
                let places = english.matches("{}").count();
                assert_eq!(other.matches('{').count(), places, "{english}: {other}");
            }
        }
    }
}
