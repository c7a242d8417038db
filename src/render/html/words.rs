//! The headings of a page, in three languages.

use crate::render::Lang;
use crate::render::labels::{self, pick};
use crate::report::Subject;
use crate::trade::{Flow, Month, Period, Perspective};

/// What stands over a part.
pub fn part(subject: Subject, lang: Lang) -> &'static str {
    match subject {
        Subject::Yoy | Subject::YoyOfPeriod => pick(lang, "The month", "当月", "이달"),
        Subject::Links => pick(
            lang,
            "The streak, month by month",
            "连续升降逐月明细",
            "연속 증감 월별 내역",
        ),
        Subject::Record => pick(lang, "Highs and lows", "历史高低", "최고·최저"),
        Subject::Movers => pick(lang, "Which goods drove it", "主要商品", "주요 품목"),
        Subject::SanctionedTrade => pick(
            lang,
            "Trade under sanctions",
            "受制裁商品的贸易",
            "제재 대상 품목의 교역",
        ),
        Subject::Sanctions => pick(lang, "Measures in force", "生效中的措施", "시행 중인 조치"),
        _ => pick(lang, "Month by month", "逐月数据", "월별 수치"),
    }
}

/// `Since 2016-01` for a chart that begins there: months are written as in every table.
pub fn since(month: Month, lang: Lang) -> String {
    let month = crate::render::lang::period(Period::month(month), lang);
    match lang {
        Lang::En => format!("Since {month}"),
        Lang::Zh => format!("{month}以来"),
        Lang::Ko => format!("{month} 이후"),
    }
}

pub fn before_you_quote(lang: Lang) -> &'static str {
    pick(lang, "Before you quote", "引用前请注意", "인용하기 전에")
}

pub fn notes(lang: Lang) -> &'static str {
    pick(lang, "Notes", "注", "주")
}

pub fn sources(lang: Lang) -> &'static str {
    pick(lang, "Sources", "来源", "출처")
}

pub fn how_made(lang: Lang) -> &'static str {
    pick(
        lang,
        "How this was made",
        "本页如何生成",
        "이 문서를 만든 방법",
    )
}

pub fn skip(lang: Lang) -> &'static str {
    pick(lang, "Skip to the figures", "跳至数据", "본문으로 건너뛰기")
}

pub fn copy(lang: Lang) -> &'static str {
    pick(lang, "Copy these sentences", "复制以上文字", "위 문장 복사")
}

pub fn copied(lang: Lang) -> &'static str {
    pick(lang, "Copied", "已复制", "복사됨")
}

pub fn marked(lang: Lang) -> &'static str {
    pick(lang, "Marked in the chart:", "图中标出：", "차트에 표시:")
}

pub fn download(lang: Lang) -> &'static str {
    pick(
        lang,
        "Download this table (CSV)",
        "下载此表（CSV）",
        "이 표 내려받기(CSV)",
    )
}

/// What the caption of the table of months says of its signs.
pub fn month_by_month(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("In {unit}; changes from a year earlier in percent; .. not available"),
        Lang::Zh => format!("单位：{unit}；同比变化为百分比；.. 表示无数据"),
        Lang::Ko => format!("단위: {unit}; 전년 동월 대비 증감률은 %; .. 는 자료 없음"),
    }
}

/// What the hash is for.
pub fn same_again(hash: &str, lang: Lang) -> String {
    let version = env!("CARGO_PKG_VERSION");
    match lang {
        Lang::En => format!(
            "tradecheck {version}; the figures of this page have the SHA-256 {hash}. The same command \
             on the same data gives this file byte for byte."
        ),
        Lang::Zh => format!(
            "tradecheck {version}；本页数据的SHA-256为{hash}。同一命令、同一数据生成的文件逐字节相同。"
        ),
        Lang::Ko => format!(
            "tradecheck {version}; 이 문서 수치의 SHA-256: {hash}. 같은 명령과 같은 자료는 같은 파일을 만듭니다."
        ),
    }
}

/// On which month a streak hangs: a small revision there would end it.
pub fn hangs_on(flow: Flow, period: &str, percent: &str, lang: Lang) -> String {
    let name = labels::flow(flow, lang);
    match lang {
        Lang::En => format!(
            "{name}: the streak hangs on its weakest month, {period} ({percent}); a revision there could cut it."
        ),
        Lang::Zh => {
            format!("{name}：连续升降取决于变动最小的{period}（{percent}），该月修订可能使其中断。")
        }
        Lang::Ko => format!(
            "{name}: 연속 증감은 폭이 가장 작은 {period}({percent})에 달려 있으며, 이 달이 수정되면 끊길 수 있음."
        ),
    }
}

/// Whose imports are told: what one side imports the other exports.
pub fn whose(partner: &str, perspective: Perspective, lang: Lang) -> String {
    let by_partner = perspective == Perspective::Partner;
    match lang {
        Lang::En if by_partner => format!(
            "Imports are goods that {partner} bought from China, by China's customs; a report from China's side has them as exports."
        ),
        Lang::En => format!(
            "Imports are goods that China bought from {partner}, valued c.i.f.; exports are valued f.o.b."
        ),
        Lang::Zh if by_partner => {
            format!("此处“进口”指{partner}自中国进口，即中国海关统计的出口。")
        }
        Lang::Zh => format!("“进口”指中国自{partner}进口，按到岸价计；出口按离岸价计。"),
        Lang::Ko if by_partner => {
            format!("여기서 수입은 {partner}의 대중국 수입, 즉 중국 해관 통계의 수출임.")
        }
        Lang::Ko => format!("수입은 중국이 {partner}에서 사들인 것(CIF), 수출은 FOB 기준."),
    }
}
