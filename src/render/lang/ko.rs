//! Korean, as the customs service and its press write it.

use crate::render::lang::wording::{Wording, signed};
use crate::render::lang::{claims, dates, lists};
use crate::render::options::Lang;
use crate::report::{Factor, Flag, Lacking, MonthsBeside, RemarkKind, Side, SumPart};
use crate::trade::{
    Amount, Basis, Currency, DroppedOf, FigureRemark, Flow, InputRemark, LeftOut, Measured,
    Missing, Month, NotTaken, Partner, Period, Printed, QuantityUnit, Ratio, Reason, SetRemark,
    Uncovered, UnitOfMeasure, Vintage, named_of,
};

/// Korean.
pub(crate) struct Korean;

impl Wording for Korean {
    fn input(&self, what: &InputRemark) -> String {
        match what {
            InputRemark::FlowFromName(of) => format!("파일 이름에 따라 {}로 읽음", flow(*of)),
            InputRemark::FlowAgainstName { named, given } => format!(
                "파일 이름은 {}이나 {}로 지정됨; 지정에 따름",
                flow(*named),
                flow(*given)
            ),
            InputRemark::MonthFromName(of) => {
                format!("월 열이 없어 파일 이름에 따라 {}로 읽음", period(*of))
            }
            InputRemark::MonthAgainstName { named, given } => format!(
                "파일 이름은 {}이나 {}로 지정됨; 지정에 따름",
                period(*named),
                period(*given)
            ),
            InputRemark::PartnerAssumed(place) => {
                format!("상대국 열이 없어 대{} 교역으로 봄", partner(*place))
            }
            InputRemark::CodeBesideName { code, name, line } => {
                format!("상대국 코드 {code}와 이름 ‘{name}’ 불일치(첫 {line}행); 코드를 따름")
            }
            InputRemark::SouthKoreaOnly { south, north } => {
                format!("코드 {south}는 한국, 북한은 {north}")
            }
            InputRemark::CutOff => {
                "정확히 10,000행: 플랫폼이 예고 없이 자르는 한도로, 누락이 있을 수 있음".to_owned()
            }
            InputRemark::NotATable => "알 수 있는 표가 아니어서 읽지 않음".to_owned(),
            InputRemark::NoRows => "머리글 아래에 자료가 없음".to_owned(),
            InputRemark::GivenTwice => "여러 번 지정되어 한 번만 읽음".to_owned(),
            InputRemark::PassedOver { count, names } => {
                format!("파일 {count}개를 읽지 않음: {}", few(names, *count))
            }
            InputRemark::PartnerFromName(place) => {
                format!(
                    "상대국 열이 없음: 파일 이름에 따라 {} 교역으로 봄",
                    partner(*place)
                )
            }
            InputRemark::TurnedRound(place) => format!(
                "{} 기준의 표: 수입과 수출을 중국 기준으로 바꿈",
                place.map_or("상대국", partner)
            ),
            InputRemark::DecimalCommas => {
                "세미콜론으로 나뉜 파일이므로 쉼표를 소수점으로 봄. 아니면 `--decimal point`"
                    .to_owned()
            }
            InputRemark::OthersReported(count) => {
                format!("중국이 아닌 나라가 보고한 {count}행을 쓰지 않음")
            }
            InputRemark::ColumnInPart { name, words } => {
                format!("‘{name}’ 열은 읽지 않음: 이름의 ‘{words}’이(가) 범위를 좁힐 수 있음")
            }
            InputRemark::RowsNotTaken {
                why,
                count,
                line,
                text,
            } => {
                let why = match why {
                    NotTaken::Sum => "다른 행의 합계나 평균",
                    NotTaken::Head => "되풀이된 표머리",
                    NotTaken::Label => "전체 수입·수출·교역액의 금액이 아님",
                    NotTaken::Frequency => "월별 자료가 아님",
                    NotTaken::Flow => "파일에 지정한 수출입 구분과 다름",
                    NotTaken::Heading => "알 수 없는 소제목 아래",
                };
                format!("{count}행을 쓰지 않음({why}, 첫 {line}행: ‘{text}’)")
            }
            InputRemark::NotASeries { count, line, text } => {
                format!("수입·수출·교역액이 아닌 {count}행을 읽지 않음(첫 {line}행: ‘{text}’)")
            }
            InputRemark::NotGiven(count) => {
                format!("값이 없는 칸(빈칸, 줄표, ‘..’) {count}개를 0으로 보지 않음")
            }
            InputRemark::EmptyCells {
                partner: place,
                count,
            } => {
                format!("{} 빈칸 {count}개를 0으로 보지 않음", partner(*place))
            }
            InputRemark::GoodsWithoutCode(count) => {
                format!("코드 없이 품명만 있는 {count}행을 쓰지 않음")
            }
            InputRemark::UnknownUnit { unit, count } => {
                format!("알 수 없는 단위 ‘{unit}’의 물량 {count}개를 쓰지 않음")
            }
            InputRemark::Mended { count, line } => {
                format!("상대국 이름의 쉼표로 나뉜 {count}행을 바로잡음(첫 {line}행)")
            }
            InputRemark::HeadAgain { count, line } => {
                format!(
                    "표 머리글이 행 사이에 {count}번 더 나옴(첫 {line}행): 여러 파일을 이어 붙인 듯함. 그 아래 행도 읽음"
                )
            }
            InputRemark::SameAsOtherFlow(other) => {
                format!(
                    "{other}와(과) 바이트까지 같은 파일인데 서로 다른 방향으로 주어짐: 하나는 이름이 잘못된 사본일 수 있음"
                )
            }
            InputRemark::Dropped {
                rows, cells, line, ..
            } => {
                let mut both = Vec::new();
                if *rows > 0 {
                    both.push(format!("{rows}행"));
                }
                if *cells > 0 {
                    both.push(format!("{cells}칸"));
                }
                format!("{} 제외(--lenient), 첫 {line}행", both.join(", "))
            }
            InputRemark::LeftOut { why, count, line } => {
                format!("{count}행 제외({}), 첫 {line}행", left_out(*why))
            }
            InputRemark::DatedBeforeTitle(date) => {
                let date = day(*date);
                format!("쪽의 날짜 {date}가 제목의 월보다 앞서 공표일로 보지 않음")
            }
            InputRemark::UnknownPartners { count, names } => {
                format!("상대국 목록에 없는 이름: {}", few(names, *count))
            }
            InputRemark::BlocsLeftOut(count) => format!("대륙·경제권 합계 {count}행은 제외"),
            InputRemark::NoRowFor {
                partner: place,
                of_major,
            } => {
                let major = if *of_major {
                    "(주요 상대국만 수록)"
                } else {
                    ""
                };
                format!("이 표에는 {} 행이 없음{major}", partner(*place))
            }
            InputRemark::TwoValues {
                flow: of,
                period: at,
            } => format!(
                "{} {} 값이 두 열에서 달라 앞의 것을 씀",
                period(*at),
                flow(*of)
            ),
        }
    }

    fn figure(&self, what: &FigureRemark) -> String {
        let said = |amount: &Measured| self.measured(*amount);
        match what {
            FigureRemark::Derived { whole, part } => {
                format!("{} 누계에서 {} 누계를 뺀 값", period(*whole), period(*part))
            }
            FigureRemark::ZeroInside(whole) => format!("{} 합계가 0이므로 0", period(*whole)),
            FigureRemark::DetailsDiffer { details, published } => {
                format!("세부 합계 {}, 공표치 {}", said(details), said(published))
            }
            FigureRemark::FlowsDiffer {
                sum,
                total,
                released: date,
                ..
            } => format!(
                "수입과 수출의 합 {}, 공표된 교역액 {}{}",
                said(sum),
                said(total),
                released(*date)
            ),
            FigureRemark::DepthsDiffer { used, other } => format!(
                "같은 교역의 두 세분 수준이 다름: {}(사용), {}",
                said(used),
                said(other)
            ),
            FigureRemark::CoarserDiffer { parts, coarser } => {
                format!("부분 합계 {}, 상위 수준 {}", said(parts), said(coarser))
            }
            FigureRemark::PartRevised {
                is_quantity,
                period: at,
                earlier,
                later,
            } => {
                let what = if *is_quantity { "물량" } else { "금액" };
                let (earlier, later) = (said(earlier), said(later));
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
                let changes = changes
                    .iter()
                    .map(|(at, percent)| format!(", {} 전년 동월 대비 약 {percent}%", period(*at)));
                format!(
                    "{}, {}: 환산 환율 {}, 당시 환율 약 {}; 먼저 공표된 수치임; 당시 환율로는 {}{}",
                    self.measured(*own),
                    self.measured(*other),
                    rate(*implied),
                    rate(*of_period),
                    self.measured(*at_rate),
                    changes.collect::<String>(),
                )
            }
            FigureRemark::OlderPrintInside => OLDER_PRINT.to_owned(),
            FigureRemark::OfPartner(partner, what) => format!("{partner}: {}", self.figure(what)),
        }
    }

    fn set(&self, what: &SetRemark) -> String {
        match what {
            SetRemark::SumsOfDetail => {
                "값은 세부 행의 합: 파일이 모든 품목을 담고 있을 때만 전체 품목".to_owned()
            }
            SetRemark::OneChapter(chapter) => {
                format!("모든 행이 HS {chapter}류: 이 류만의 수치이며 전체 품목이 아님")
            }
            SetRemark::TooCoarse { goods, by } => {
                let by = by.map(|by| format!("({}별)", breakdown(by)));
                let goods = if goods.is_all() {
                    "품목".to_owned()
                } else {
                    goods.to_string()
                };
                format!(
                    "일부 월은 세부 수준이 낮아 {goods}{} 구분이 안 되므로 제외",
                    by.unwrap_or_default()
                )
            }
            SetRemark::NotWhole(months) => uncovered(
                months,
                "전체를 알 수 없음",
                "몇 개 류만 담거나 잘린 파일은 다른 품목을 알려 주지 않음(모든 품목을 담았으면 `--all-goods`)",
            ),
            SetRemark::FewerFiles(months) => uncovered(
                months,
                "전체를 알 수 없음",
                "다른 월에는 있어 서로 비교되지 않음",
            ),
            SetRemark::TakenAsNone {
                count,
                codes,
                chapters,
            } => {
                let codes = few(codes, *count);
                let why = match chapters {
                    Some(chapters) => format!("{chapters}개 류를 담고 있으므로"),
                    None => "`--all-goods`에 따라".to_owned(),
                };
                format!("어느 파일에도 HS {codes} 행이 없음: {why} 교역 없음으로 봄")
            }
            SetRemark::FilesOverlap {
                flow: of,
                period: at,
                months,
                rows,
            } => format!(
                "{} {}{}: 여러 파일에 같은 행이 있고 각각 다른 행도 있음(모두 {rows}행); 나중에 삭제된 행을 포함해 모두 합산",
                period(*at),
                flow(*of),
                and_more(*months)
            ),
            SetRemark::RowsJoined(count) => {
                format!("한 파일에서 월·방향·상대국·코드가 같고 구별할 열이 없는 {count}행을 합산")
            }
            SetRemark::RowsRepeated(count) => {
                format!("여러 파일에 같은 값으로 있는 {count}행을 한 번만 셈")
            }
            SetRemark::RowsRevised(count) => format!(
                "여러 파일에서 값이 다른 {count}행: 나중에 공표된 것, 날짜가 없으면 뒤에 지정한 파일을 따름"
            ),
            SetRemark::TakenByOrder { taken, other } => format!(
                "값이 다른 {other} 대신 {taken} 사용: 둘 다 공표일이 없어 파일 순서에만 따름"
            ),
            SetRemark::TakenAsAllGoods(files) => format!(
                "해당 월에 10개 이상의 류가 있어 모든 품목을 담은 것으로 봄: {}",
                few(files, files.len())
            ),
            SetRemark::Copies {
                file,
                lines,
                line,
                original,
            } => format!(
                "{file}: 앞의 행과 모든 칸이 같은 {lines}행은 한 번만 셈, 처음 {line}행({original}행과 같음)"
            ),
            SetRemark::BlankBreakdown { rows, file, line } => {
                format!("지역이나 무역방식이 빈 {rows}행, 처음 {file}:{line}: 합계에만 포함")
            }
            SetRemark::Undated { rows, as_of } => {
                format!("공표일 없는 {rows}행 제외: {as_of}까지 공표되었는지 알 수 없음")
            }
        }
    }

    fn measure(&self, what: &RemarkKind, of: Option<Period>) -> String {
        let said = |amount: &Measured| self.measured(*amount);
        let at = of.map(period).unwrap_or_default();
        match what {
            // Said by their own methods.
            RemarkKind::Input(_)
            | RemarkKind::Set(_)
            | RemarkKind::Figure(_)
            | RemarkKind::Revision(_)
            | RemarkKind::Sanction(_)
            | RemarkKind::Receipt(_) => String::new(),
            RemarkKind::Claim(remark) => claims::in_korean(remark, self),
            RemarkKind::Implied {
                released: date,
                revised,
            } => {
                let implied = format!("{at} 공표 증감률{}에서 역산", released(*date));
                let Some(one) = revised else {
                    return implied;
                };
                let measured = |amount| {
                    self.measured(Measured {
                        amount,
                        unit: one.unit,
                    })
                };
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
                    said(earlier),
                    released(*earlier_released),
                    said(later),
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
                    "{at} 공표 때 그해 앞선 달들이 모두 {} 수정됨, 월별로는 불명",
                    said(by)
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
                    Some(months) => format!("{whole}; {}", self.beside(months)),
                }
            }
            RemarkKind::MonthsBeside(months) => self.beside(months),
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
                    "{}; 전자라면 전년 값은 {}로, 쓰인 값보다 {} {way}",
                    self.in_brief(what),
                    said(&one.needed),
                    said(&size)
                )
            }
            RemarkKind::SignOpen => "공표치의 반올림으로 증감 방향을 알 수 없음".to_owned(),
            RemarkKind::RoundingOpen { least, most } => format!(
                "공표치의 반올림으로 {}에서 {} 사이일 수 있음",
                percent(*least),
                percent(*most)
            ),
            RemarkKind::StreakOpen {
                at_least,
                side,
                month: at,
                why,
            } => match why.reason {
                Reason::UncertainSign => {
                    let first = why.periods.first();
                    let first = first.map_or_else(|| month(*at), |first| period(*first));
                    format!(
                        "최소 {at_least}개월, {first} 판단 불가: {}",
                        self.reason(why)
                    )
                }
                _ => {
                    let side = match side {
                        Side::Before => "이전은",
                        Side::After => "이후는",
                    };
                    let why = self.reason(why);
                    format!(
                        "최소 {at_least}개월, {} {side} 알 수 없음: {why}",
                        month(*at)
                    )
                }
            },
            RemarkKind::CountsAsTwo => format!("{at} 합계만 공표되어 2개월로 셈"),
            RemarkKind::WindowLacks(lacking) => self.lacking(lacking),
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
                format!("{}: 같은 만큼 {beyond} 수 있음", self.lacking(lacking))
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
                    "{} 자료는 {}까지: --currency {flag}",
                    currency(*of),
                    month(*last)
                )
            }
            RemarkKind::HeldInOtherCurrency {
                month: at,
                currency: of,
            } => format!(
                "{}은 {} 자료에 있음: --currency {}",
                month(*at),
                currency(*of),
                of.flag()
            ),
            RemarkKind::ReleasedLater {
                month: at,
                released: date,
            } => {
                let (as_dated, as_day) = (day(*date), day(date.as_day()));
                match as_dated == as_day {
                    true => format!("{} 수치는 {as_day} 처음 공표", month(*at)),
                    false => format!(
                        "{} 수치의 공표 시점은 {as_dated}로만 알려져 {as_day}로 봄",
                        month(*at)
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
            RemarkKind::QuantityBeside {
                flow: of,
                value,
                base,
                change,
            } => format!(
                "{at} {} 물량 {}, 전년 동기 {}, {} (--measure quantity)",
                flow(*of),
                said(value),
                said(base),
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

    fn reason(&self, missing: &Missing) -> String {
        let at = periods(&missing.periods);
        match missing.reason {
            Reason::NoData => format!("{at} 자료 없음"),
            Reason::ZeroBase => format!("{at} 교역 없음"),
            Reason::RoundedBase => format!("{at} 반올림하면 0"),
            Reason::Combined => format!("{at} 합계만 공표"),
            Reason::NotComputed => "무역수지는 증감률을 계산하지 않음".to_owned(),
            Reason::MixedUnits => format!("{at} 물량 단위가 여럿임"),
            Reason::NoQuantity => format!("{at} 물량 없음"),
            Reason::UncertainSign => format!("반올림으로 {at} 증감 방향 불명"),
            Reason::UncertainRank => format!("반올림으로 {at} 값과의 높낮이 불명"),
            Reason::NoRow => format!(
                "{at}{} 행 없음: 파일이 모든 품목을 담았는지 알 수 없음(담았으면 `--all-goods`)",
                lacking(missing)
            ),
            Reason::PartMissing => format!("{at}{} 자료 없음", lacking(missing)),
        }
    }

    fn measured(&self, measured: Measured) -> String {
        let Measured { amount, unit } = measured;
        match unit {
            UnitOfMeasure::Money(of) => format!("{} {}", in_words(amount), currency(of)),
            UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
                format!("{}톤", in_words(Amount(amount.0 / 1000)))
            }
            UnitOfMeasure::Quantity(of) => {
                format!("{}{}", in_words(amount), of.map_or("", QuantityUnit::ko))
            }
            UnitOfMeasure::UnitValue(..) => unit.in_words(amount),
        }
    }
    fn headline(&self, what: &RemarkKind) -> String {
        let text = match what {
            RemarkKind::Input(remark) => match &remark.what {
                InputRemark::CutOff => "정확히 10,000행, 플랫폼이 예고 없이 자르는 한도",
                InputRemark::NoRows => "머리글 아래에 자료가 없음",
                InputRemark::Dropped { .. } => "자료 일부 제외(--lenient)",
                InputRemark::FlowAgainstName { .. } | InputRemark::MonthAgainstName { .. } => {
                    "파일 이름과 다름; 지정에 따름"
                }
                InputRemark::CodeBesideName { .. } => "상대국 코드와 이름 불일치; 코드를 따름",
                InputRemark::GoodsWithoutCode(_) => "코드 없이 품명만 있는 행을 쓰지 않음",
                InputRemark::UnknownUnit { .. } => "알 수 없는 단위의 물량을 쓰지 않음",
                InputRemark::NoRowFor { .. } => "상대국 행이 없음",
                other => return self.input(other),
            },
            RemarkKind::Set(remark) => return self.set(remark),
            RemarkKind::Figure(remark) => match remark {
                FigureRemark::DetailsDiffer { .. } => "세부 합계와 공표치 불일치",
                FigureRemark::FlowsDiffer { .. } => "수입과 수출의 합이 공표된 교역액과 불일치",
                FigureRemark::DepthsDiffer { .. } | FigureRemark::CoarserDiffer { .. } => {
                    "두 세분 수준 불일치"
                }
                FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => {
                    "자료 일부 제외(--lenient)"
                }
                other => return self.figure(other),
            },
            RemarkKind::PrintedDiffers(_) => "공표 증감률이 공표 금액으로 계산한 값과 다름",
            RemarkKind::SignOpen => "공표치의 반올림으로 증감 방향을 알 수 없음",
            RemarkKind::RoundingOpen { .. } => "공표치의 반올림으로 증감률이 표시된 범위일 수 있음",
            RemarkKind::Implied { .. } => "처음 공표 뒤 수정(이듬해 공표 증감률에서 역산)",
            RemarkKind::Revised { .. } => "처음 공표 뒤 수정",
            RemarkKind::ForTheWhole { .. } | RemarkKind::MonthsBeside(_) => {
                "공표 합계가 월별 합과 다름(이후 수정, 월별로는 불명)"
            }
            RemarkKind::DroppedIn { .. } => "자료 일부 제외(--lenient)",
            RemarkKind::OlderPrintIn { .. } => OLDER_PRINT,
            RemarkKind::StreakOpen { .. } => "연속 개월 수가 더 길 수 있음",
            RemarkKind::RankOpen { .. } => {
                "반올림으로 앞선 달이 같은 만큼 낮거나 높았는지 알 수 없음"
            }
            RemarkKind::MayHaveBeen { .. } => "자료가 없는 달이 같은 만큼 낮거나 높았을 수 있음",
            other => return self.measure(other, None),
        };
        text.to_owned()
    }

    fn in_brief(&self, what: &RemarkKind) -> String {
        match what {
            RemarkKind::PrintedDiffers(one) => {
                let said = match one.by_customs {
                    true => "해관 공표 증감률",
                    false => "공표 증감률",
                };
                let of_preliminary = match one.of_preliminary {
                    true => ", 잠정치 기준",
                    false => "",
                };
                format!(
                    "{said} {}{}{of_preliminary}; 공표 금액으로 계산하면 {}",
                    percent(one.printed),
                    released(one.released),
                    one.computed.map_or_else(|| "..".to_owned(), percent),
                )
            }
            other => self.measure(other, None),
        }
    }

    fn also(&self) -> &'static str {
        "; 그 밖에 "
    }

    fn short(&self, what: &RemarkKind) -> Option<String> {
        Some(match what {
            RemarkKind::PrintedDiffers(one) => match one.computed {
                Some(computed) => {
                    format!("공표 {}, 계산 {}", percent(one.printed), percent(computed))
                }
                None => percent(one.printed),
            },
            RemarkKind::RoundingOpen { least, most } => {
                format!("{}~{}", percent(*least), percent(*most))
            }
            RemarkKind::ForTheWhole {
                months: Some(MonthsBeside::Sum { sum, revised_by }),
                ..
            }
            | RemarkKind::MonthsBeside(MonthsBeside::Sum { sum, revised_by }) => {
                let share = Ratio::new(revised_by.amount.0, sum.amount.0)?;
                percent(Printed {
                    digits: share.percent(1),
                    decimals: 1,
                })
            }
            RemarkKind::StreakOpen { why, .. } => self.reason(why),
            _ => return None,
        })
    }

    fn flag(&self, flag: Flag) -> &'static str {
        match flag {
            Flag::Implied => "공표 증감률에서 역산",
            Flag::Difference => "공표치의 차",
            Flag::Converted => "위안화 수치에서 환산",
            Flag::Revised => "수정치",
            Flag::AsPublished => "공표 증감률",
            Flag::Uncertain => "반올림으로 1%p 이상 불확실",
        }
    }

    fn names_of_files(&self, files: usize, flow: bool, month: bool) -> String {
        let what = match (flow, month) {
            (true, true) => "수출입 구분과 월",
            (true, false) => "수출입 구분",
            _ => "월",
        };
        match files {
            1 => format!("{what}: 파일 이름에서 읽음"),
            files => {
                format!("파일 {files}개의 {what}: 파일 이름에서 읽음(목록은 tradecheck inspect)")
            }
        }
    }

    fn more_details(&self) -> &'static str {
        "자세히: --notes full"
    }

    fn period(&self, one: Period) -> String {
        period(one)
    }

    fn list(&self, things: &[String], count: usize) -> String {
        few(things, count)
    }
}

impl Korean {
    fn beside(&self, months: &MonthsBeside) -> String {
        match months {
            MonthsBeside::Missing(missing) => {
                format!("월별로 더할 수 없음: {}", self.reason(missing))
            }
            MonthsBeside::Sum { sum, revised_by } => format!(
                "월별 합계는 {}: 이후 {} 수정, 월별로는 불명",
                self.measured(*sum),
                self.measured(*revised_by)
            ),
        }
    }

    fn lacking(&self, lacking: &Lacking) -> String {
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
                (_, false) => self.reason(other),
            }
        }));
        texts.join(", ")
    }
}

fn month(month: Month) -> String {
    dates::month(month, Lang::Ko)
}

fn period(period: Period) -> String {
    dates::period(period, Lang::Ko)
}

/// The first few of them, and how many more.
fn periods(all: &[Period]) -> String {
    let all = Period::joined(all.iter().copied());
    let texts: Vec<String> = all
        .iter()
        .take(named_of(all.len(), 3))
        .map(|one| period(*one))
        .collect();
    let more = match all.len() - texts.len() {
        0 => String::new(),
        more => format!(" 외 {more}개"),
    };
    format!("{}{more}", texts.join(", "))
}

/// In hundred millions or ten thousands, with two decimals: `2.28억`.
fn in_words(amount: Amount) -> String {
    let sign = if amount < Amount::ZERO { "−" } else { "" };
    let size = amount.abs().0;
    let scaled = |power: u32, word: &str| {
        let step = 10i128.pow(power + 1);
        let digits = (size + step / 2) / step;
        format!("{sign}{}.{:02}{word}", digits / 100, digits % 100)
    };
    // Thousandths of a unit.
    match size {
        size if size >= 100_000_000_000 => scaled(8, "억"),
        size if size >= 10_000_000 => scaled(4, "만"),
        _ => format!("{sign}{}", (size + 500) / 1000),
    }
}

fn few<T: AsRef<str>>(names: &[T], count: usize) -> String {
    let all: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let more = match count.saturating_sub(names.len()) {
        0 => String::new(),
        more => format!(" 외 {more}개"),
    };
    format!("{}{more}", all.join(", "))
}

fn and_more(months: usize) -> String {
    match months {
        0 | 1 => String::new(),
        more => format!(" 외 {}개월", more - 1),
    }
}

fn lacking(why: &Missing) -> String {
    let things = &why.lacking;
    match things.is_empty() {
        true => String::new(),
        false => format!(" {}", lists::things(things, things.len(), Lang::Ko)),
    }
}

/// What is said of a figure that is made of one in a [`FigureRemark::CurrencyGap`].
const OLDER_PRINT: &str = "먼저 공표된 수치에 따른 것으로, 다른 통화의 수치는 수정됨";

/// Yuan for a dollar, of millionths: `7.10`.
fn rate(millionths: i128) -> String {
    let hundredths = (millionths + 5_000) / 10_000;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn uncovered(months: &Uncovered, what: &str, why: &str) -> String {
    let Uncovered {
        flow: of,
        period: at,
        months,
        count,
        things,
    } = months;
    format!(
        "{} {}{} {what}: 파일에 {} 없음; {why}",
        period(*at),
        flow(*of),
        and_more(*months),
        lists::things(things, *count, Lang::Ko)
    )
}

fn breakdown(by: crate::trade::Breakdown) -> &'static str {
    crate::render::breakdown::words(by)[2]
}

fn partner(place: u16) -> &'static str {
    Partner::at(place).map_or("기타 상대국", |partner| &partner.ko)
}

fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "수입",
        Flow::Export => "수출",
        Flow::Total => "교역액",
        Flow::Balance => "무역수지",
    }
}

fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::World => "‘세계’는 상대국의 합계",
        LeftOut::NotMonthly => "연간 또는 분기 자료",
        LeftOut::OtherFlow => "재수입·재수출 등은 수출입에 더하지 않음",
        LeftOut::Services => "서비스 교역",
        LeftOut::NotHs => "HS가 아닌 분류",
        LeftOut::Repeated => "같은 교역이 다른 분류로 반복됨",
    }
}

fn how(basis: Basis) -> &'static str {
    match basis {
        Basis::Printed => "공표",
        Basis::Difference => "차액",
        Basis::Implied => "역산",
        Basis::Sum => "합산",
        Basis::Converted => "환산",
    }
}

fn released(vintage: Option<Vintage>) -> String {
    let date = vintage.map(|date| format!("({} 공표)", day(date)));
    date.unwrap_or_default()
}

fn day(date: Vintage) -> String {
    dates::day(date, Lang::Ko)
}

fn percent(printed: Printed) -> String {
    format!("{}%", signed(printed))
}

fn currency(currency: Currency) -> &'static str {
    match currency {
        Currency::Usd => "달러",
        Currency::Cny => "위안",
    }
}
