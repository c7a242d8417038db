//! Remarks on sanctions.

use super::dates;
use super::korean::Korean;
use super::words;
use crate::render::lang::dates::Dates;
use crate::render::lang::labels::Labels;
use crate::render::lang::sanctions::{few, millions, number};
use crate::report::{SanctionRemark, Transition};
use crate::trade::{Amount, Day, Flow, Month, Name, Period, Publisher, Regime, SanctionKind};

/// A remark as a sentence without a full stop.
pub(super) fn sentence(remark: &SanctionRemark) -> String {
    match remark {
        SanctionRemark::MeasuresOf(regime) => format!(
            "{} 기준; {}도 같은 금지를 옮긴 것이며 합산하지 않음: `--regime {}`",
            whose(*regime),
            whose(other(*regime)),
            other(*regime).name()
        ),
        SanctionRemark::NotLegalAdvice => {
            "법률 자문이 아님: 코드는 원문 확인, 기억, 대응표에 따름. `hs_basis`, `confidence` 참조"
                .to_owned()
        }
        SanctionRemark::MeasureNote {
            instrument,
            goods,
            note,
        } => format!("{}, {}: {}", instrument.ko, goods.ko, note.ko.trim_end_matches('.')),
        SanctionRemark::NotProof => {
            "금지 품목의 교역이 위반의 증거는 아님: 위원회 또는 민생 예외, 중국 경유, 아직 허용된 계약, \
             금지보다 넓은 코드일 수 있음"
                .to_owned()
        }
        SanctionRemark::SetAside(kinds) => {
            let names: Vec<_> = kinds.iter().map(|kind| self::kind(*kind)).collect();
            format!("따로 표시하고 위반으로 세지 않음: {}", names.join(", "))
        }
        SanctionRemark::NoTrade(goods) => {
            let goods: Vec<_> = goods.iter().map(|(code, month)| format!("{code} ({})", at(*month))).collect();
            format!("교역 없음으로 공표: {}", few(&goods, &Korean))
        }
        SanctionRemark::NoRows(which) => {
            let which: Vec<String> = which
                .iter()
                .map(|(flow, month)| format!("{} {}", Korean.flow(*flow), Korean.period(Period::month(*month))))
                .collect();
            format!("파일에 {} 행이 없어 판단할 수 없음", few(&which, &Korean))
        }
        SanctionRemark::GoodsNotHeld(measures) => format!(
            "시행 중인 금지 {}건의 품목 행이 없고 파일이 모든 품목을 담았는지 알 수 없음: {}; 모두 담았다면 `--all-goods`",
            measures.len(),
            few(measures, &Korean)
        ),
        SanctionRemark::ClearedLonger(which) => {
            let which: Vec<String> = which
                .iter()
                .map(|(name, month)| format!("{} {}", name.ko, Korean.period(Period::month(*month))))
                .collect();
            format!("중국 해관은 통관을 더 오래 허용, 해관의 한 달 전체에 적용된 첫 달: {}", which.join(", "))
        }
        SanctionRemark::NothingUnder(months) => format!("{}: 시행 중인 조치 대상 품목의 수치 없음", Korean.period(*months)),
        SanctionRemark::SingleGoodsOnly(measures) => format!(
            "공표치는 개별 품목뿐이며, 시행 중인 금지 {}건의 품목 수치가 없음: {}; HS 코드별 자료로 확인 가능: \
             `--imports` `--exports`",
            measures.len(),
            few(measures, &Korean)
        ),
        SanctionRemark::MeasuredIn(unit) => format!("단위: {}", unit.ko()),
        SanctionRemark::WiderThan(codes) => {
            format!("코드가 조치보다 넓음, 조치 대상은 {}", few(codes, &Korean))
        }
        SanctionRemark::Transition(transition) => transition_of(transition),
        SanctionRemark::AlsoUnder(measures) => {
            format!("한 번만 계산, {}에도 해당", few(measures, &Korean))
        }
        SanctionRemark::Parts { covered, free } => format!(
            "최소(백만 달러): {}; 대상이 아님이 알려진 것: {}",
            parts(covered),
            parts(free)
        ),
        SanctionRemark::Denominator {
            flow,
            year,
            total,
            compiler,
        } => format!(
            "{}: 분모는 {}의 {year}년 총액 {} 달러; 부분과 총액은 같은 작성 기관의 것",
            direction(*flow),
            Publisher::at_start(compiler).map_or(&**compiler, |one| one.ko),
            words::to_decimals(*total, 2)
        ),
        SanctionRemark::Undecided {
            flow,
            year,
            low,
            high,
            between,
        } => format!(
            "{}: 마지막 조치까지 최소 {}%, 최대 {}%; 예컨대 {between}%를 넘는지는 공표된 부분만으로 판단할 수 \
             없음; {year}년 전체의 HS 코드별 자료로 판단 가능: `--imports` `--exports`",
            direction(*flow),
            number(low),
            number(high)
        ),
        SanctionRemark::EstimatesLeftOut => {
            "추정 부분은 제외; `--estimates`로 포함".to_owned()
        }
        SanctionRemark::AllRows { flow, base } => format!(
            "{}: {} 보유 행 전체 대비 비중, 전 품목을 담은 것으로 봄",
            direction(*flow),
            dates::period(*base)
        ),
        SanctionRemark::NoBase {
            flow, base, years, ..
        } => {
            let years: Vec<_> = years
                .iter()
                .map(|(year, _)| format!("{year}년"))
                .collect();
            format!(
                "{}: {} 전 품목을 담았다고 알려진 행이 없음; 부분이 공표된 것은 {}",
                direction(*flow),
                dates::period(*base),
                years.join(", ")
            )
        }
        SanctionRemark::BansOnly(true) => {
            "전면 금지만 계산: 한도·민생 예외 품목은 제외".to_owned()
        }
        SanctionRemark::BansOnly(false) => {
            "한도·민생 예외 품목도 포함; `--bans-only`로 제외".to_owned()
        }
        SanctionRemark::CapsOfAllStates => {
            "한도는 모든 국가 합계: 중국 교역만으로는 한도 준수 여부를 알 수 없음".to_owned()
        }
        SanctionRemark::CapBegins {
            measure,
            day,
            month,
        } => format!(
            "{measure}: 한도는 {}부터; 월은 {}부터 계산",
            date(*day),
            at(*month)
        ),
        SanctionRemark::CapEnds {
            measure,
            day,
            successor,
            month,
        } => {
            let (day, month) = (date(*day), at(*month));
            match successor {
            Some(next) => {
                format!("{measure}: 한도는 {day} 종료, {next}(으)로 대체; {month}은 한 달 전체를 계산")
            }
            None => format!("{measure}: 한도 연도는 {day}까지; {month}은 한 달 전체를 계산"),
        } },
        SanctionRemark::Passed { measure, notices, open } => {
            let passed: Vec<_> = notices
                .iter()
                .map(|(percent, month, open)| {
                    let at_latest = if *open { "늦어도 " } else { "" };
                    format!("{at_latest}{}에 {percent}% 초과", at(*month))
                })
                .collect();
            let passed = match passed.is_empty() {
                true => format!("{measure}: 75% 초과가 확인되지 않음"),
                false => format!("{measure}: {}", passed.join(", ")),
            };
            match open.first() {
                Some(percent) if !notices.is_empty() => {
                    format!("{passed}; {percent}% 초과 여부는 판단할 수 없음")
                }
                _ => passed,
            }
        }
        SanctionRemark::Barrels(factors) => {
            let factors: Vec<_> = factors
                .iter()
                .map(|(factor, measure)| format!("{measure} {}", number(factor)))
                .collect();
            format!(
                "톤당 배럴: {}; `--barrels-per-tonne`로 변경",
                factors.join(", ")
            )
        }
        SanctionRemark::TwoLimbs { one, other, nearer } => {
            format!("{one}, {other}은(는) 한 한도의 두 기준이며 먼저 도달하는 쪽이 적용: {nearer}이(가) 더 가까움")
        }
        SanctionRemark::RelativeCap(measure) => {
            format!("{measure}: 이전 12개월 이하, 보유 수치로는 알 수 없음")
        }
        SanctionRemark::UseFalls(measure) => {
            format!("{measure}: 기관별 수치가 달라 가장 낮은 값을 최소치로 표시")
        }
        SanctionRemark::NoCap(year) => format!("{year}년에 시행된 한도 없음"),
        SanctionRemark::AtLeastWithout { measure, months } => {
            format!("{measure}: 최소치, {} 수치 없음", few(&months_of(months), &Korean))
        }
        SanctionRemark::AtLeastWithoutGoods { measure, codes } => {
            format!("{measure}: 최소치, HS {} 수치 없음", codes.join(", "))
        }
        SanctionRemark::Banned {
            flow,
            instrument,
            since,
            full_from,
            part,
        } => {
            let full = full_from.map_or_else(String::new, |month| format!("; 한 달 전체에 적용된 첫 달 {}", at(month)));
            let what = match part {
                None => String::new(),
                Some(part) => format!(" 일부(HS {})", few(part, &Korean)),
            };
            format!(
                "{}: {}에 따라 {}부터{what} 금지{full}",
                direction(*flow),
                instrument.called().ko,
                at(*since)
            )
        }
        SanctionRemark::SplitOn { regime, day } => {
            format!("{} 시행 중인 {} 조치로 품목을 나눔", date(*day), whose(*regime))
        }
    }
}

fn other(regime: Regime) -> Regime {
    match regime {
        Regime::Un => Regime::Cn,
        Regime::Cn => Regime::Un,
    }
}

fn whose(regime: Regime) -> &'static str {
    match regime {
        Regime::Un => "유엔 결의",
        Regime::Cn => "중국 공고",
    }
}

fn direction(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "수입",
        Flow::Export => "수출",
        Flow::Total => "교역액",
        Flow::Balance => "무역수지",
    }
}

fn kind(kind: SanctionKind) -> &'static str {
    match kind {
        SanctionKind::Ban => "금지",
        SanctionKind::Suspension => "중단",
        SanctionKind::LivelihoodExempt => "민생 예외",
        SanctionKind::Cap => "한도",
        SanctionKind::RelativeCap => "상대 한도",
        SanctionKind::Contested => "논란",
        SanctionKind::ListBased => "목록 기준",
    }
}

fn parts(parts: &[(Name, Amount)]) -> String {
    if parts.is_empty() {
        return "없음".to_owned();
    }
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, amount)| format!("{} {}", name.ko, millions(*amount)))
        .collect();
    parts.join(", ")
}

fn transition_of(transition: &Transition) -> String {
    let mut lines = Vec::new();
    if let Some(from) = transition.from {
        lines.push(format!("{}부터 시행", date(from)));
    }
    if let Some(to) = transition.to {
        lines.push(format!("{}까지 시행", date(to)));
    }
    if transition.is_full_by_text {
        lines.push("유엔 문안으로는 한 달 전체가 금지".to_owned());
    }
    if let Some(month) = transition.window_to {
        lines.push(format!(
            "중국 통관 유예 기간 안, 한 달 전체에 적용된 첫 달은 {}",
            at(month)
        ));
    }
    if let Some(month) = transition.full_from {
        lines.push(format!("한 달 전체에 적용된 첫 달은 {}", at(month)));
    }
    match lines.is_empty() {
        true => "그달 교역 일부는 허용되었을 수 있음".to_owned(),
        false => lines.join("; "),
    }
}

fn date(day: Day) -> String {
    dates::day(day)
}

fn at(month: Month) -> String {
    dates::month(month)
}

fn months_of(months: &[Month]) -> Vec<String> {
    months.iter().map(|month| at(*month)).collect()
}
