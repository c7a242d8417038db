//! Remarks of the measures.

use super::amounts::measured;
use super::claims;
use super::figure::reason;
use super::published_change::{printed_differs, who_said};
use super::words::{
    OLDER_PRINT, currency, day, few, flow, how, month, percent, period, periods, released,
};
use crate::report::{Factor, Lacking, MonthsBeside, RemarkKind, Side, SumPart};
use crate::trade::{Amount, Measured, Period, Reason};

/// A remark of a measure.
pub(super) fn sentence(what: &RemarkKind, of: Option<Period>) -> String {
    let amount = |amount: &Measured| measured(*amount);
    let at = of.map(period).unwrap_or_default();
    match what {
        // Other methods handle these.
        RemarkKind::Input(_)
        | RemarkKind::Set(_)
        | RemarkKind::Figure(_)
        | RemarkKind::Revision(_)
        | RemarkKind::Sanction(_)
        | RemarkKind::Receipt(_) => String::new(),
        RemarkKind::Claim(remark) => claims::sentence(remark),
        RemarkKind::Implied {
            released: date,
            revised,
            ..
        } => {
            let implied = format!("{at} 공표 증감률{}에서 역산", released(*date));
            let Some(one) = revised else {
                return implied;
            };
            let measured = |amount| {
                measured(Measured {
                    amount,
                    unit: one.unit,
                })
            };
            if one.is_of_one_input {
                let [later, earlier] = [one.later, one.earlier].map(measured);
                return format!("{implied}: {later}; 같은 파일에는 {earlier}");
            }
            format!(
                "{implied}: {}; 처음 {}{}: {}",
                measured(one.later),
                how(one.basis),
                released(one.released),
                measured(one.earlier)
            )
        }
        RemarkKind::Revised {
            earlier,
            earlier_released,
            later,
            later_released,
        } => {
            let by_name = if later_released.is_none() {
                "(뒤에 지정한 파일)"
            } else {
                ""
            };
            format!(
                "{at} 수정: {}{} → {}{}{by_name}",
                amount(earlier),
                released(*earlier_released),
                amount(later),
                released(*later_released),
            )
        }
        RemarkKind::Difference { released: date } => {
            format!("{at} 공표치의 차{}", released(*date))
        }
        RemarkKind::Converted { released: date } => {
            format!("{at} 위안화 수치를 그달 환율로 환산{}", released(*date))
        }
        RemarkKind::EarlierRevised { by } => {
            format!(
                "{at} 공표 때 그해 앞선 달들이 모두 {} {} 수정됨, 월별로는 불명",
                amount(&Measured {
                    amount: by.amount.abs(),
                    ..*by
                }),
                if by.amount < crate::trade::Amount::ZERO {
                    "하향"
                } else {
                    "상향"
                }
            )
        }
        RemarkKind::ForTheWhole {
            basis,
            released: date,
            months,
        } => {
            let whole = format!("기간 전체의 {}치{}", how(*basis), released(*date));
            match months {
                None => whole,
                Some(months) => format!("{whole}; {}", months_beside(months)),
            }
        }
        RemarkKind::MonthsBeside(months) => months_beside(months),
        RemarkKind::SumOf(parts) => {
            let part = |(part, months): &(SumPart, Vec<Period>)| {
                let part = match part {
                    SumPart::Implied => "공표 증감률에서 역산",
                    SumPart::Difference => "공표치의 차",
                    SumPart::Converted => "위안화 수치에서 환산",
                    SumPart::Revised => "처음 공표 뒤 수정",
                    SumPart::Noted => "별도 설명",
                };
                format!("{} {part}", periods(months))
            };
            let parts: Vec<String> = parts.iter().map(part).collect();
            format!("월별 합계, 그중 {}", parts.join("; "))
        }
        RemarkKind::OlderPrintIn { more, .. } => match more {
            0 => format!("{at} {OLDER_PRINT}"),
            more => format!("{at} 외 {more}개 기간 {OLDER_PRINT}"),
        },
        RemarkKind::DroppedIn { first, more } => {
            let more = match more {
                0 => String::new(),
                more => format!(" 외 {more}개 기간"),
            };
            format!("{}{more} 자료 일부 제외(--lenient)", period(*first))
        }
        RemarkKind::PrintedDiffers(one) => {
            let way = if one.more.amount < Amount::ZERO {
                "적음"
            } else {
                "많음"
            };
            let size = Measured {
                amount: one.more.amount.abs(),
                ..one.more
            };
            format!(
                "{}; 전자라면 전년 값은 {}(으)로, 쓰인 값보다 {} {way}",
                printed_differs(one),
                amount(&one.needed),
                amount(&size)
            )
        }
        RemarkKind::PrintedOfEarlier {
            printed,
            released: date,
            said_by,
            earlier,
        } => {
            let who = who_said(said_by);
            let of = match earlier {
                Some(earlier) => format!("최초 공표치 {}", amount(earlier)),
                None => "수정 전 수치".to_owned(),
            };
            format!(
                "{who} {}{}은 {of} 기준이며, 수정치의 증감률은 알 수 없음",
                percent(*printed),
                released(*date)
            )
        }
        RemarkKind::SignOpen => "공표치의 반올림으로 증감 방향을 알 수 없음".to_owned(),
        RemarkKind::RoundingOpen { least, most } => match most {
            Some(most) => format!(
                "공표치의 반올림으로 {}에서 {} 사이일 수 있음",
                percent(*least),
                percent(*most)
            ),
            None => format!(
                "공표치의 반올림으로 {} 이상이며 상한은 알 수 없음",
                percent(*least)
            ),
        },
        RemarkKind::StreakOpen {
            at_least,
            side,
            month: at,
            why,
        } => match why.reason {
            Reason::UncertainSign => {
                let first = why.periods.first();
                let first = first.map_or_else(|| month(*at), |first| period(*first));
                format!("최소 {at_least}개월, {first} 판단 불가: {}", reason(why))
            }
            _ => {
                let side = match side {
                    Side::Before => "이전은",
                    Side::After => "이후는",
                };
                let why = reason(why);
                format!(
                    "최소 {at_least}개월, {} {side} 알 수 없음: {why}",
                    month(*at)
                )
            }
        },
        RemarkKind::CountsAsTwo => format!("{at} 합계만 공표되어 2개월로 셈"),
        RemarkKind::WindowLacks(lacking) => lacking_months(lacking),
        RemarkKind::RankOpen {
            lowest,
            since,
            surely,
        } => {
            let beyond = if *lowest {
                "낮았는지"
            } else {
                "높았는지"
            };
            let last = match surely {
                Some(at) => format!("확실한 마지막 달은 {}", month(*at)),
                None => "확실한 달이 없음".to_owned(),
            };
            format!(
                "반올림으로 {}이 같은 만큼 {beyond} 알 수 없음; {last}",
                month(*since)
            )
        }
        RemarkKind::MayHaveBeen {
            lowest, lacking, ..
        } => {
            let beyond = if *lowest { "낮았을" } else { "높았을" };
            format!("{}: 같은 만큼 {beyond} 수 있음", lacking_months(lacking))
        }
        RemarkKind::NotNewest { month: at, last } => {
            format!(
                "증감을 알 수 있는 최근 달은 {}, 자료는 {}까지",
                month(*at),
                month(*last)
            )
        }
        RemarkKind::OtherCurrency { currency: of, last } => {
            let flag = of.code().to_lowercase();
            format!(
                "{} 자료는 {}까지: `--currency {flag}`",
                currency(*of),
                month(*last)
            )
        }
        RemarkKind::HeldInOtherCurrency {
            month: at,
            currency: of,
        } => format!(
            "{}은 {} 자료에 있음: `--currency {}`",
            month(*at),
            currency(*of),
            of.flag()
        ),
        RemarkKind::ReleasedLater {
            currency: of,
            month: at,
            released: date,
        } => {
            let (as_dated, as_day) = (day(*date), day(date.as_day()));
            match as_dated == as_day {
                true => format!("{} {} 수치는 {as_day} 처음 공표", month(*at), currency(*of)),
                false => format!(
                    "{} {} 수치의 공표 시점은 {as_dated}까지만 알려져 {as_day} 공표로 봄",
                    month(*at),
                    currency(*of)
                ),
            }
        }
        RemarkKind::RangeCut { left_out, held } => format!(
            "자료는 {}부터 {}까지: {} 제외",
            month(held.from),
            month(held.to),
            periods(left_out)
        ),
        RemarkKind::HsRevised(years) => {
            let years: Vec<String> = years.iter().map(|year| format!("{year}년 1월")).collect();
            format!(
                "비교 기간에 HS 개정({})이 있어 호 이하 코드의 품목이 다를 수 있음",
                years.join(", ")
            )
        }
        RemarkKind::MomUnadjusted => "전월 대비는 계절조정하지 않음".to_owned(),
        RemarkKind::ToDateFalls => {
            "누계가 전월 누계보다 작음: 공표 누계는 반올림되거나 수정된 값이며 출처가 여럿임"
                .to_owned()
        }
        RemarkKind::QuantityBeside {
            flow: of,
            value,
            base,
            change,
        } => format!(
            "{at} {} 물량 {}, 전년 동기 {}, {} (--measure quantity)",
            flow(*of),
            amount(value),
            amount(base),
            percent(*change)
        ),
        RemarkKind::NotRanked {
            flow: of,
            count,
            codes,
        } => format!(
            "{at} {} 증감을 알 수 없어 순위에서 제외: {}",
            flow(*of),
            few(codes, *count)
        ),
        RemarkKind::UnitValueMix => {
            "여러 코드의 단가는 혼합 단가로 가격이 아니며 품목 구성에 따라 변함".to_owned()
        }
        RemarkKind::StreaksUnknown { flow: of, months } => format!(
            "{} {} 증감을 알 수 없어 그 사이의 연속 증감은 확인할 수 없음",
            periods(months),
            flow(*of)
        ),
        RemarkKind::StreakGoesOn(at) => {
            format!("조회 범위가 끝나는 {} 뒤에도 계속됨", month(*at))
        }
        RemarkKind::StreaksNotListed(count) => {
            format!("자료가 없어 개월 수를 확인할 수 없는 {count}건은 싣지 않음")
        }
        RemarkKind::CheckFailed(count) => format!("점검 불합격: 누락 또는 모순 {count}건"),
        RemarkKind::FlowsNotLookedFor(flows) => {
            let flows: Vec<&str> = flows.iter().map(|of| flow(*of)).collect();
            format!(
                "{} 자료가 없어 점검하지 않음(--flow로 지정하면 누락으로 봄)",
                flows.join("·")
            )
        }
        RemarkKind::UnitBreak {
            flow: of,
            period: at,
            factor,
        } => {
            let factor = match factor {
                Factor::Hundred => "약 100배",
                Factor::Thousand => "약 1,000배",
                Factor::Hundredth => "약 100분의 1",
                Factor::Thousandth => "약 1,000분의 1",
            };
            format!(
                "{} {} 값이 앞뒤 달의 {factor}: 단위가 다를 수 있음",
                period(*at),
                flow(*of)
            )
        }
        RemarkKind::NothingHeld(text) => text.clone(),
    }
}

pub(super) fn months_beside(months: &MonthsBeside) -> String {
    match months {
        MonthsBeside::Missing(missing) => {
            format!("월별로 더할 수 없음: {}", reason(missing))
        }
        MonthsBeside::Sum { sum, revised_by } => format!(
            "월별 합계는 {}: 이후 {} {} 수정, 월별로는 불명",
            measured(*sum),
            measured(Measured {
                amount: revised_by.amount.abs(),
                ..*revised_by
            }),
            if revised_by.amount < crate::trade::Amount::ZERO {
                "하향"
            } else {
                "상향"
            }
        ),
    }
}

pub(super) fn lacking_months(lacking: &Lacking) -> String {
    let mut texts = Vec::new();
    if !lacking.without.is_empty() {
        let what = if lacking.of_yoy {
            "전년 동월 대비"
        } else {
            "자료"
        };
        let together = match periods(&lacking.together) {
            none if none.is_empty() => none,
            pairs => format!("({pairs} 합계만 공표)"),
        };
        texts.push(format!(
            "{} {what} 없음{together}",
            periods(&lacking.without)
        ));
    }
    texts.extend(lacking.others.iter().map(|other| {
        let at = periods(&other.periods);
        match (other.reason, lacking.of_yoy) {
            (Reason::ZeroBase, _) => format!("{at} 전년 동월 교역 없음"),
            (_, true) => format!("{at} 전년 동월 대비 없음"),
            (_, false) => reason(other),
        }
    }));
    texts.join(", ")
}
