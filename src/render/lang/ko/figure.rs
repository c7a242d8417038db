//! Remarks on how a figure was made, and on why one is missing.

use super::amounts::{as_distinct, measured};
use super::words::{OLDER_PRINT, lacking, period, periods, rate, released};
use crate::trade::{DroppedOf, FigureRemark, Missing, Reason};

/// A remark on how a figure was made.
pub(super) fn sentence(what: &FigureRemark) -> String {
    match what {
        FigureRemark::Derived { whole, part } => {
            format!("{} 누계에서 {} 누계를 뺀 값", period(*whole), period(*part))
        }
        FigureRemark::NoQuantity => "공표된 물량이 0이므로 0".to_owned(),
        FigureRemark::ZeroInside(whole) => format!("{} 합계가 0이므로 0", period(*whole)),
        FigureRemark::DetailsDiffer { details, published } => {
            let [details, published] = as_distinct(details, published);
            format!("세부 합계 {details}, 공표치 {published}")
        }
        FigureRemark::FlowsDiffer {
            sum,
            total,
            released: date,
            ..
        } => {
            let [sum, total] = as_distinct(sum, total);
            let date = released(*date);
            format!("수입과 수출의 합 {sum}, 공표된 교역액 {total}{date}")
        }
        FigureRemark::LevelsDiffer { used, other } => {
            let [used, other] = as_distinct(used, other);
            format!("같은 교역의 두 세분 수준이 다름: {used}(사용), {other}")
        }
        FigureRemark::CoarserDiffer { parts, coarser } => {
            let [parts, coarser] = as_distinct(parts, coarser);
            format!("부분 합계 {parts}, 상위 수준 {coarser}")
        }
        FigureRemark::UnitValueInputRevised {
            is_quantity,
            period: at,
            earlier,
            later,
        } => {
            let what = if *is_quantity { "물량" } else { "금액" };
            let [earlier, later] = as_distinct(earlier, later);
            format!("{} {what} 수정: {earlier} → {later}", period(*at))
        }
        FigureRemark::Dropped {
            count,
            cells,
            of,
            first,
        } => {
            let noun = if *cells { "칸" } else { "행" };
            let of = match of {
                DroppedOf::Period(at) => period(*at),
                DroppedOf::BaseOf(at) => {
                    format!("(공표 증감률이 기준값 수정을 보일 수 있는) {}", period(*at))
                }
                DroppedOf::Unknown(name) => format!("{name}의 월 불명"),
            };
            format!("{of} {count}{noun} 제외(--lenient), 처음: {first}")
        }
        FigureRemark::DroppedInside(at) => {
            format!("{} 자료 일부 제외(--lenient)", period(*at))
        }
        FigureRemark::CurrencyGap {
            own,
            other,
            implied,
            of_period,
            at_rate,
            changes,
        } => {
            let changes = changes.iter().map(|(at, percent)| {
                let base = if at.is_month() { "동월" } else { "동기" };
                format!(
                    ", {} 전년 {base} 대비 약 {}%",
                    period(*at),
                    percent.to_string().replace('-', "−")
                )
            });
            format!(
                "{}, {}: 환산 환율 {}, 당시 환율 약 {}; 먼저 공표된 수치임; 당시 환율로는 {}{}",
                measured(*own),
                measured(*other),
                rate(*implied),
                rate(*of_period),
                measured(*at_rate),
                changes.collect::<String>(),
            )
        }
        FigureRemark::OlderPrintInside => OLDER_PRINT.to_owned(),
        FigureRemark::OfPartner(partner, what) => format!("{partner}: {}", sentence(what)),
    }
}

pub(super) fn reason(missing: &Missing) -> String {
    let at = periods(&missing.periods);
    match missing.reason {
        Reason::NoData => format!("{at} 자료 없음"),
        Reason::ZeroBase => format!("{at} 교역 없음"),
        Reason::RoundedBase => format!("{at} 반올림하면 0"),
        Reason::Combined => format!("{at} 합계만 공표"),
        Reason::NotComputed => "무역수지는 증감률을 계산하지 않음".to_owned(),
        Reason::OfMonths => "연속 증감은 월 단위로 셈".to_owned(),
        Reason::SeveralGoods => "여러 품목의 합계".to_owned(),
        Reason::FirstRelease => "첫 공표".to_owned(),
        Reason::MixedUnits => format!("{at} 물량 단위가 여럿임"),
        Reason::NoQuantity => format!("{at} 물량 없음"),
        Reason::UncertainSign => format!("반올림으로 {at} 증감 방향 불명"),
        Reason::UncertainRank => format!("반올림으로 {at} 값과의 높낮이 불명"),
        Reason::NoRow => format!(
            "{at}{} 행 없음: 파일이 모든 품목을 담았는지 알 수 없음(담았으면 `--all-goods`)",
            lacking(missing)
        ),
        Reason::ComponentMissing => format!("{at}{} 자료 없음", lacking(missing)),
        Reason::Dropped => format!("{at} `--lenient`로 뺌"),
    }
}
