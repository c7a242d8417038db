//! Resolutions and notices, and the regimes they belong to.

use crate::trade::{Name, Named};
use std::fmt;
use std::sync::Arc;

/// The source of a ban. The rows of the two regimes restate the same bans and are never added up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Regime {
    /// Resolutions of the United Nations Security Council.
    #[default]
    Un,
    /// The notices of China's ministries that implement them.
    Cn,
}

impl Named for Regime {
    const EVERY: &'static [Regime] = &Regime::ALL;

    fn words(self) -> &'static [&'static str] {
        match self {
            Regime::Un => &["un"],
            Regime::Cn => &["cn"],
        }
    }

    fn about(self) -> &'static str {
        match self {
            Regime::Un => "resolutions of the UN Security Council",
            Regime::Cn => "China's notices implementing them",
        }
    }
}

impl Regime {
    /// Both.
    pub const ALL: [Regime; 2] = [Regime::Un, Regime::Cn];

    /// Its name as the value of a flag.
    pub fn name(self) -> &'static str {
        self.word()
    }
}

/// A resolution or notice as cited: `UNSCR 2371 (2017)`, `MOFCOM/GACC 2017 No.40`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Instrument(Arc<str>);

impl Instrument {
    /// The instrument with this citation.
    pub fn new(cited: &str) -> Instrument {
        Instrument(cited.into())
    }

    /// The citation.
    pub fn cited(&self) -> &str {
        &self.0
    }

    /// Its number, as used in the names of groups of goods: `2371` for a resolution, `2017-40` for
    /// a notice; the citation itself if it has neither form.
    pub fn number(&self) -> String {
        if let Some(number) = self.resolution() {
            return number.to_owned();
        }
        match self.notice() {
            Some((year, number)) => format!("{year}-{number}"),
            None => self.0.to_string(),
        }
    }

    /// Its name in each language.
    pub fn called(&self) -> Name {
        let en: Arc<str> = self.to_string().into();
        match (self.resolution(), self.notice()) {
            (Some(number), _) => Name {
                en,
                zh: format!("安理会{number}号").into(),
                ko: format!("안보리 {number}호").into(),
            },
            (None, Some((year, number))) => Name {
                en,
                zh: format!("{year}年第{number}号公告").into(),
                ko: format!("중국 {year}년 {number}호").into(),
            },
            (None, None) => Name {
                zh: en.clone(),
                ko: en.clone(),
                en,
            },
        }
    }

    /// The number of a resolution.
    pub fn resolution(&self) -> Option<&str> {
        let number = self.0.strip_prefix("UNSCR ")?;
        let number = number.split(' ').next()?;
        is_number(number).then_some(number)
    }

    /// The address of the text of a resolution, as the United Nations keep it.
    pub fn address(&self) -> Option<String> {
        let number = self.resolution()?;
        let year = self.0.split_once('(')?.1.strip_suffix(')')?;
        let is_year = is_number(year) && year.len() == 4;
        is_year.then(|| format!("https://undocs.org/S/RES/{number}({year})"))
    }

    /// The year and number of a notice.
    pub fn notice(&self) -> Option<(&str, &str)> {
        let (before, number) = self.0.split_once(" No.")?;
        let year = before.rsplit(' ').next()?;
        (is_number(year) && is_number(number)).then_some((year, number))
    }
}

impl fmt::Display for Instrument {
    /// The short form: `UN 2371`, `China 2017 No. 40`; the citation itself if it has neither form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(number) = self.resolution() {
            return write!(f, "UN {number}");
        }
        match self.notice() {
            Some((year, number)) => write!(f, "China {year} No. {number}"),
            None => f.write_str(&self.0),
        }
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_has_a_number_and_a_short_form() {
        for (cited, number, short) in [
            ("UNSCR 2371 (2017)", "2371", "UN 2371"),
            ("MOFCOM/GACC 2017 No.40", "2017-40", "China 2017 No. 40"),
            ("MOFCOM et al. 2018 No.17", "2018-17", "China 2018 No. 17"),
            ("EU 2017/1509", "EU 2017/1509", "EU 2017/1509"),
        ] {
            let instrument = Instrument::new(cited);
            assert_eq!(instrument.number(), number);
            assert_eq!(instrument.to_string(), short);
            let has_text = cited.starts_with("UNSCR");
            let text = "https://undocs.org/S/RES/2371(2017)".to_owned();
            assert_eq!(instrument.address(), has_text.then_some(text));
        }
    }
}
