//! What a column says of all rows, as a title would: notes, sources and labels that no layout reads, and
//! the name of the column of months.

use crate::reader::accounting::annual;
use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::neutral_words::says_neutral;
use crate::reader::accounting::offices::other_customs;
use crate::reader::accounting::watch::Watched;
use crate::reader::accounting::whose_trade::WhoseTrade;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::reader::errors::input_error::InputError;
use crate::reader::row_reader::Reading;
use crate::trade::{Currency, Flow, LayoutName, Meaning, Month, Perspective, Unit};

impl Reading<'_, '_> {
    /// Whether the rows are of at least three months of one year, or of several months each.
    pub(super) fn has_many_months(&self) -> bool {
        let found = || self.look_for_many_months();
        *self.accounts.has_many_months.get_or_init(found)
    }

    /// Whether all rows are of the total of both flows.
    pub(super) fn has_only_totals(&self) -> bool {
        let mut own = self.observations.rows.iter().skip(self.rows_before);
        self.taken > 0 && own.all(|row| row.flow == Flow::Total)
    }

    fn look_for_many_months(&self) -> bool {
        let mut months: Vec<Month> = Vec::new();
        let own = self.observations.rows.iter();
        let own = own.skip(self.rows_before);
        for period in own.map(|row| row.period) {
            if !period.is_month() && !self.accounts.has_whole_years {
                return true;
            }
            if !months.contains(&period.from) {
                months.push(period.from);
            }
            let of_year = |month: &&Month| month.year() == period.from.year();
            if months.iter().filter(of_year).count() > 2 {
                return true;
            }
        }
        false
    }

    /// Whether a text that no layout reads states a scale, or another currency than the rows have.
    pub(super) fn states_another_unit(&self, meaning: &TextMeaning) -> bool {
        let is_scale = meaning.unit.is_some_and(|unit| unit != Unit::ONE);
        let is_other =
            |currency: Currency| self.own_currencies().iter().any(|one| *one != currency);
        is_scale || meaning.currency.is_some_and(is_other)
    }

    /// The currencies of the rows of the file.
    pub(super) fn own_currencies(&self) -> &[Currency] {
        self.accounts.currencies.get_or_init(|| {
            let mut currencies: Vec<Currency> = Vec::new();
            for row in self.observations.rows.iter().skip(self.rows_before) {
                if !currencies.contains(&row.currency) {
                    currencies.push(row.currency);
                }
            }
            currencies
        })
    }

    /// What the countries of a text tell: another partner than the rows are of, or another side.
    pub(super) fn told(&self, meaning: &TextMeaning) -> Option<Dimension> {
        let wanted = |place: &u16| self.options.partner.wants(*place);
        let others = meaning.partners.iter().any(|place| !wanted(place));
        let is_turned = match meaning.side {
            WhoseTrade::NotStated | WhoseTrade::Of(Perspective::Reporter) => false,
            WhoseTrade::Of(Perspective::Partner) | WhoseTrade::Unclear => !self.reversal_remarked,
        };
        if others || meaning.partners.len() > 1 {
            Some(Dimension::Partner)
        } else {
            is_turned.then_some(Dimension::WhoseTrade)
        }
    }

    /// The doubt that a column of notes or sources raises if it says the same of every row, as a title
    /// would, or if the note of a row has nothing but what its figure is.
    pub(super) fn note_in_doubt(&self, name: &str, watched: &Watched) -> Option<InputError> {
        const NARROWING: [Dimension; 5] = [
            Dimension::Cumulative,
            Dimension::Adjusted,
            Dimension::Estimate,
            Dimension::Share,
            Dimension::Index,
        ];
        // A note with nothing else in it says what the figure of its row is: `Jan-Sep`, `cumulative`,
        // `covers 1-20 September`.
        let of_one_row = |(text, line): &(String, u64)| {
            if self.is_ignored(text) {
                return None;
            }
            let contradicts = || {
                let (_, dimension) = self.contradiction(text)?;
                Some(dimension)
            };
            let office = || {
                let plain = vocabulary::plain(text);
                let named = other_customs(&plain, &TextMeaning::of(text));
                named.filter(|_| !self.knows(Dimension::WhoseTrade))?;
                Some(Dimension::Reporter)
            };
            let kind = self.kind_of_figure(text, *line);
            let dimension = kind.or_else(contradicts).or_else(office)?;
            Some(self.in_doubt((name, watched), dimension, Some((text, *line))))
        };
        if let Some(doubt) = self.kinds_of_rows(name, watched) {
            return Some(doubt);
        }
        let is_constant = watched.values.len() == 1 && !watched.some_empty && !watched.more;
        if !is_constant {
            return watched.values.iter().find_map(of_one_row);
        }
        let (text, line) = watched.values.first()?;
        if self.is_ignored(text) {
            return None;
        }
        let meaning = TextMeaning::of(text);
        let named = meaning.names.iter().map(|(dimension, _)| *dimension);
        let named = named.filter(|dimension| NARROWING.contains(dimension));
        // An office has the name of its country, and says nothing of the trade by it.
        let tells = matches!(meaning.side, WhoseTrade::Of(_));
        let speaks_of_trade = tells || !meaning.flows.is_empty();
        let of_partner = self.told(&meaning).filter(|_| speaks_of_trade);
        let dimension = named
            .chain(of_partner)
            .find(|dimension| !self.knows_column(*dimension));
        match dimension {
            Some(dimension) => Some(self.in_doubt((name, watched), dimension, Some((text, *line)))),
            None => of_one_row(&(text.clone(), *line)),
        }
    }

    /// What a note says of the figure in its row, if it says nothing else; `None` if the row is of
    /// several months, which the note then explains.
    fn kind_of_figure(&self, text: &str, line: u64) -> Option<Dimension> {
        const TOLD: [Dimension; 8] = [
            Dimension::Cumulative,
            Dimension::Adjusted,
            Dimension::Estimate,
            Dimension::Share,
            Dimension::Index,
            Dimension::Price,
            Dimension::Segment,
            Dimension::Period,
        ];
        // The quarter that a month lies in.
        const QUARTERS: [&str; 4] = ["q1", "q2", "q3", "q4"];
        let meaning = TextMeaning::of(text);
        let dimension = meaning.names.iter().find_map(|(dimension, word)| {
            let is_kind = TOLD.contains(dimension)
                && !self.knows_column(*dimension)
                && !QUARTERS.contains(&&**word);
            (is_kind || *dimension == Dimension::MonthsTogether).then_some(*dimension)
        })?;
        let is_bare = says_neutral(&meaning) && meaning.partners.is_empty();
        let own = self.observations.rows.iter().skip(self.rows_before);
        let of_months = || {
            own.filter(|row| row.line == line)
                .any(|row| !row.period.is_month())
        };
        (is_bare && !of_months()).then_some(dimension)
    }

    /// Whether the name of the column of months restricts the figures next to it, which happens if
    /// a title of two cells is joined with the header. If so, adds a problem.
    pub(super) fn time_in_doubt(&mut self, column: usize, name: &str) -> bool {
        const NARROWING: [Dimension; 13] = [
            Dimension::Period,
            Dimension::MonthsTogether,
            Dimension::Partner,
            Dimension::Good,
            Dimension::Share,
            Dimension::Index,
            Dimension::Cumulative,
            Dimension::Adjusted,
            Dimension::ReExports,
            Dimension::TradeMode,
            Dimension::Estimate,
            Dimension::Services,
            Dimension::Province,
        ];
        // R calls the dates of a series its index.
        if self.is_ignored(name) || vocabulary::plain(name) == "index" {
            return false;
        }
        // Over whole years, the words for them are what the column is.
        let has_years = self.accounts.has_whole_years;
        let without_years = has_years.then(|| annual::without_years(name));
        let meaning = TextMeaning::of(without_years.as_deref().unwrap_or(name));
        let named = meaning
            .names
            .iter()
            .find(|(dimension, _)| NARROWING.contains(dimension) && !self.knows(*dimension));
        let wanted = |place: &u16| self.options.partner.wants(*place);
        let other = meaning.partners.iter().find(|place| !wanted(place));
        let other = other.filter(|_| !self.knows(Dimension::Partner));
        let other = other.and_then(|place| crate::trade::Partner::at(*place));
        let plain = vocabulary::plain(name);
        let claims = &self.accounts.claims;
        let of_month = claims
            .iter()
            .filter(|claim| **claim == Some(Meaning::Month));
        // Beside a column of months, or over years with months beside them, a year is a year.
        let layout = self.observations.inputs.last().map(|input| input.layout);
        let is_alone = layout == Some(LayoutName::Tidy) && of_month.count() == 1 && !has_years;
        let of_other_times = other_times(&plain, is_alone);
        let word = match (named, other) {
            _ if of_other_times.is_some() => of_other_times.unwrap_or_default().to_owned(),
            (Some((_, word)), _) => word.clone(),
            (None, Some(partner)) => partner.en.to_string(),
            (None, None) => return false,
        };
        self.wrong_column(column, &InputError::HeadInDoubt(word));
        true
    }
}

/// The word in the name of a column of months that makes each of them the end of a longer time, or the
/// month of a release: `quarter ending`, `12 months to`, `发布月份`.
fn other_times(plain: &str, is_alone: bool) -> Option<&'static str> {
    const YEARS: [&str; 8] = ["year", "years", "fy", "年度", "年份", "연도", "년도", "年"];
    const WORDS: [&str; 14] = [
        "quarter",
        "quarters",
        "half",
        "halves",
        "week",
        "weeks",
        "fiscal",
        "year to",
        "months to",
        "year ending",
        "months ending",
        "released",
        "release",
        "published",
    ];
    const ELSEWHERE: [&str; 14] = [
        "季度", "季末", "半年", "周末", "周次", "财年", "截至", "截止", "发布", "公布", "분기",
        "반기", "발표", "공표",
    ];
    let is_in = |word: &&&str| {
        plain.match_indices(**word).any(|(at, _)| {
            let letter = |c: char| c.is_ascii_alphabetic();
            let (before, after) = (&plain[..at], &plain[at + word.len()..]);
            !before.ends_with(letter) && !after.starts_with(letter)
        })
    };
    let of_years = YEARS.iter().find(|word| is_alone && plain == **word);
    let words = WORDS.iter().find(is_in);
    let elsewhere = ELSEWHERE.iter().find(|word| plain.contains(**word));
    of_years.or(words).or(elsewhere).copied()
}
