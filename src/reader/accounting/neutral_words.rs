//! Words of notes that neither narrow figures nor tell a story: what is left says what the figures are.

use crate::reader::accounting::meaning::TextMeaning;

const NEUTRAL: &str = "a an the this that these those it its they is are was were be been has have of in to at as on for by until till up \
through only all each every both whole entire full rest previous last same other than here there above below \
note notes nb year years month months quarter period periods time value values figure figures data number numbers amount amounts \
entry entries row rows column columns cell cells observation observations total totals sum sums \
refer refers referring relate relates relating cover covers covering covered represent represents represented show shows shown \
express expressed given measured stated reported calculated computed mean means contain contains include includes including denote denotes \
taken made converted based basis terms form instead actually really so far yet \
rate rates day days working first second third fourth half st nd rd th d";

/// Characters of Chinese notes that only join words.
const CHINESE: &str = "注为是系即均的数字据值表中各该所列示按以计用仅指属及和与之内年月日份全第共整个这此该本其一三四上下截至止到自起从只含包括";
/// Particles and words of Korean notes that only join words.
const KOREAN: [&str; 24] = [
    "주",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "로",
    "으로",
    "임",
    "이다",
    "입니다",
    "함",
    "만",
    "수치",
    "값",
    "해당",
    "기준",
    "전체",
    "년",
    "월",
    "까지",
    "포함",
];

/// Whether a word of a note says nothing of its own.
pub(super) fn is_neutral(word: &str) -> bool {
    match word.is_ascii() {
        true => NEUTRAL.split_whitespace().any(|one| one == word),
        false => KOREAN.contains(&word) || word.chars().all(|c| CHINESE.contains(c)),
    }
}

/// Whether all words of a text are understood or neutral.
pub(super) fn says_neutral(meaning: &TextMeaning) -> bool {
    meaning.unknown.iter().all(|word| is_neutral(word))
}

/// Whether a sentence of a note has nothing but what the figures are: `the 2016 value is for all of
/// 2016`.
pub(super) fn tells_kind(sentence: &str) -> bool {
    let meaning = TextMeaning::of(sentence);
    !meaning.names.is_empty() && says_neutral(&meaning)
}

/// The sentences of a note.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let signs = [';', '；', '。', '\n', '(', ')', '（', '）'];
    text.split(signs).flat_map(|part| part.split(". "))
}
