//! Particles, whose form depends on the sound before them. Sentences contain both forms, as
//! dictionaries do (`은(는)`, `(으)로`), and this module chooses the one that fits the text before it:
//! `수입으로`, `수출로`, `--hs를`, `--from을`.

/// Both forms as written, then the form after a vowel, after ㄹ, and after other consonants.
const PARTICLES: [(&str, [&str; 3]); 11] = [
    ("은(는)", ["는", "은", "은"]),
    ("이(가)", ["가", "이", "이"]),
    ("을(를)", ["를", "을", "을"]),
    ("과(와)", ["와", "과", "과"]),
    ("와(과)", ["와", "과", "과"]),
    ("(으)로", ["로", "로", "으로"]),
    ("(이)나", ["나", "이나", "이나"]),
    ("(이)라", ["라", "이라", "이라"]),
    ("(이)면", ["면", "이면", "이면"]),
    ("(이)고", ["고", "이고", "이고"]),
    ("(이)며", ["며", "이며", "이며"]),
];

/// The final sound of a word read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sound {
    Vowel,
    Rieul,
    Consonant,
}

/// The text with the correct particles. If the sound is unknown, both forms are kept.
pub(super) fn settled(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, written, forms)) = PARTICLES
        .iter()
        .filter_map(|(written, forms)| Some((rest.find(written)?, *written, forms)))
        .min_by_key(|(at, ..)| *at)
    {
        said.push_str(&rest[..at]);
        said.push_str(match last_sound(&said) {
            Some(sound) => forms[sound as usize],
            None => written,
        });
        rest = &rest[at + written.len()..];
    }
    said + rest
}

/// The final sound of the word at the end of a text. A trailing bracket is not read aloud.
fn last_sound(text: &str) -> Option<Sound> {
    let marks = ['`', '\'', '"', '’', '”', '…'];
    let word = text.trim_end_matches(marks);
    let word = match word
        .strip_suffix(')')
        .and_then(|open| open.rsplit_once('('))
    {
        Some((before, _)) if !before.trim_end().is_empty() => before.trim_end_matches(marks),
        Some((_, inside)) => inside,
        None => word,
    };
    let last = word.trim_end().chars().next_back()?;
    match last {
        '가'..='힣' => Some(match (u32::from(last) - 0xAC00) % 28 {
            0 => Sound::Vowel,
            8 => Sound::Rieul,
            _ => Sound::Consonant,
        }),
        // 영·십·백·천, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; 퍼센트.
        '2' | '4' | '5' | '9' | '%' => Some(Sound::Vowel),
        '1' | '7' | '8' => Some(Sound::Rieul),
        '0' | '3' | '6' => Some(Sound::Consonant),
        // 하이픈, 점, 세미콜론; 밑줄; 파이프.
        '-' | '.' | ';' => Some(Sound::Consonant),
        '_' => Some(Sound::Rieul),
        '|' => Some(Sound::Vowel),
        _ if last.is_ascii_alphabetic() => {
            let start = word
                .trim_end()
                .rfind(|one: char| !one.is_ascii_alphabetic());
            Some(of_latin(
                start.map_or(word, |at| &word[at + 1..]).trim_end(),
            ))
        }
        _ => None,
    }
}

/// How the end of a word in Latin letters is read in Korean. Capitals are read as the names of the
/// letters.
fn of_latin(word: &str) -> Sound {
    let letters: Vec<char> = word.chars().collect();
    let is_vowel = |one: &char| "aeiouy".contains(*one);
    if letters.iter().all(char::is_ascii_uppercase) {
        return match letters.last() {
            // The placeholder is read as 파일.
            _ if word == "FILE" => Sound::Rieul,
            Some('L' | 'R') => Sound::Rieul,
            Some('M' | 'N') => Sound::Consonant,
            _ => Sound::Vowel,
        };
    }
    let word = word.to_ascii_lowercase();
    // The e is silent in `file`, `line`, `name`.
    let read = ["le", "ne", "me"].iter().find(|end| word.ends_with(**end));
    let read = read.map_or(&*word, |_| &word[..word.len() - 1]);
    let [.., before, last] = read.as_bytes() else {
        return Sound::Vowel;
    };
    let [before, last] = [char::from(*before), char::from(*last)];
    let earlier = read.len().checked_sub(3).map(|at| read.as_bytes()[at]);
    // 포맷, 유닛, 톱; but 시트, 체크.
    let is_stop = "ptk".contains(last)
        && is_vowel(&before)
        && !earlier.is_some_and(|one| is_vowel(&char::from(one)));
    match last {
        'l' => Sound::Rieul,
        'm' | 'n' => Sound::Consonant,
        'g' if before == 'n' => Sound::Consonant,
        _ if is_stop || word == "group" => Sound::Consonant,
        _ => Sound::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_particle_fits_the_sound_before_it() {
        for (written, said) in [
            ("수입(으)로", "수입으로"),
            ("수출(으)로", "수출로"),
            ("2017년 9월은(는)", "2017년 9월은"),
            ("무역수지이(가)", "무역수지가"),
            ("`--hs`을(를)", "`--hs`를"),
            ("`--from`을(를)", "`--from`을"),
            ("`--format`(으)로", "`--format`으로"),
            ("`--file`(으)로", "`--file`로"),
            ("`--group`과(와)", "`--group`과"),
            ("북한(109)은(는)", "북한(109)은"),
            ("`145,82`은(는)", "`145,82`는"),
            ("13은(는)", "13은"),
            ("−37.9%(이)나", "−37.9%나"),
            ("SQL(으)로", "SQL로"),
            ("`--groups FILE`을(를)", "`--groups FILE`을"),
            ("`-`은(는)", "`-`은"),
            ("`;`(으)로", "`;`으로"),
            ("JSON을(를)", "JSON을"),
            ("`进口`은(는)", "`进口`은(는)"),
        ] {
            assert_eq!(settled(written), said);
        }
    }

    #[test]
    fn other_brackets_stay() {
        assert_eq!(settled("(이것)은 그대로(로)"), "(이것)은 그대로(로)");
    }
}
