//! What is said of the small lines beside the rows of a table, in each language.

use crate::render::options::Lang;

/// The head of their column.
pub(crate) fn head(months: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{months} months"),
        Lang::Zh => format!("近{months}个月"),
        Lang::Ko => format!("{months}개월 추이"),
    }
}

/// How a line is read: from zero to the row's own highest month, or, where there are months below
/// zero, from its lowest; what a hole is, and a zero.
pub(crate) fn legend(below_zero: bool, holes: bool, zeros: bool, lang: Lang) -> String {
    let mut said = vec![match (lang, below_zero) {
        (Lang::En, false) => "each line from zero to its own highest month",
        (Lang::En, true) => {
            "each line from zero, or its lowest month below zero, to its own highest month"
        }
        (Lang::Zh, false) => "各行走势自零起，至本行最高月",
        (Lang::Zh, true) => "各行走势自零（有负值时自最低月）起，至本行最高月",
        (Lang::Ko, false) => "행마다 0부터 그 행의 최고 월까지",
        (Lang::Ko, true) => "행마다 0(음수가 있으면 최저 월)부터 그 행의 최고 월까지",
    }];
    if holes {
        said.push(match lang {
            Lang::En => "· no data",
            Lang::Zh => "· 无数据",
            Lang::Ko => "· 자료 없음",
        });
    }
    if zeros {
        said.push(match lang {
            Lang::En => "_ zero",
            Lang::Zh => "_ 为零",
            Lang::Ko => "_ 0",
        });
    }
    said.join(match lang {
        Lang::Zh => "；",
        Lang::En | Lang::Ko => "; ",
    })
}
