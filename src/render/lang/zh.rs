//! Chinese, as the customs office and its press write it.

use crate::render::lang::wording::{Wording, signed};
use crate::render::lang::{claims, dates, lists};
use crate::render::options::Lang;
use crate::report::{Factor, Flag, Lacking, MonthsBeside, RemarkKind, Side, SumPart};
use crate::trade::{
    Amount, Basis, Currency, DroppedOf, FigureRemark, Flow, InputRemark, LeftOut, Measured,
    Missing, Month, NotTaken, Partner, Period, Printed, QuantityUnit, Ratio, Reason, SetRemark,
    Uncovered, UnitOfMeasure, Vintage, named_of,
};

/// Chinese.
pub(crate) struct Chinese;

impl Wording for Chinese {
    fn input(&self, what: &InputRemark) -> String {
        match what {
            InputRemark::FlowFromName(of) => format!("按文件名作为{}数据", flow(*of)),
            InputRemark::FlowAgainstName { named, given } => format!(
                "文件名指向{}，但指定为{}；以指定为准",
                flow(*named),
                flow(*given)
            ),
            InputRemark::MonthFromName(of) => format!("无月份列，按文件名作为{}", period(*of)),
            InputRemark::MonthAgainstName { named, given } => format!(
                "文件名指向{}，但指定为{}；以指定为准",
                period(*named),
                period(*given)
            ),
            InputRemark::PartnerAssumed(place) => {
                format!("无贸易伙伴列，作为与{}的贸易", partner(*place))
            }
            InputRemark::CodeBesideName { code, name, line } => {
                format!("伙伴编码{code}与名称“{name}”不符（首见第{line}行），以编码为准")
            }
            InputRemark::SouthKoreaOnly { south, north } => {
                format!("编码{south}是韩国，朝鲜为{north}")
            }
            InputRemark::CutOff => {
                "恰好10000行：平台下载超过此数即被截断且不提示，数据可能不全".to_owned()
            }
            InputRemark::NotATable => "不是可识别的表格，未读取".to_owned(),
            InputRemark::NoRows => "表头下没有数据".to_owned(),
            InputRemark::GivenTwice => "重复给出，只读取一次".to_owned(),
            InputRemark::PassedOver { count, names } => {
                format!("{count}个文件未读取：{}", few(names, *count))
            }
            InputRemark::PartnerFromName(place) => {
                format!("无伙伴列；按文件名视为与{}的贸易", partner(*place))
            }
            InputRemark::TurnedRound(place) => format!(
                "文件按{}一方统计，进口与出口已换为中国一方",
                place.map_or("伙伴", partner)
            ),
            InputRemark::DecimalCommas => {
                "以分号分列的文件，小数点按逗号处理；如非如此，请用 `--decimal point`".to_owned()
            }
            InputRemark::OthersReported(count) => {
                format!("{count}行由中国以外的国家报告，未采用")
            }
            InputRemark::ColumnInPart { name, words } => {
                format!("“{name}”未读取：列名中的“{words}”可能限定其范围")
            }
            InputRemark::RowsNotTaken {
                why,
                count,
                line,
                text,
            } => {
                let why = match why {
                    NotTaken::Sum => "其他行的合计或平均",
                    NotTaken::Head => "重复的表头",
                    NotTaken::Label => "不是全部进口、出口或进出口的金额",
                    NotTaken::Frequency => "不是月度数据",
                    NotTaken::Flow => "与文件所指定的进出口方向不同",
                    NotTaken::Heading => "位于未能识别的小标题之下",
                };
                format!("{count}行未采用（{why}；首见第{line}行：“{text}”）")
            }
            InputRemark::NotASeries { count, line, text } => {
                format!("{count}行不属于进口、出口或进出口，未读取（首见第{line}行：“{text}”）")
            }
            InputRemark::NotGiven(count) => {
                format!("{count}个数值缺失（空白、横线或“..”），未按零处理")
            }
            InputRemark::EmptyCells {
                partner: place,
                count,
            } => {
                format!("{}有{count}个空白单元格，未按零处理", partner(*place))
            }
            InputRemark::GoodsWithoutCode(count) => {
                format!("{count}行有商品名称而无编码，未采用")
            }
            InputRemark::UnknownUnit { unit, count } => {
                format!("{count}个数量的单位“{unit}”无法识别，未采用")
            }
            InputRemark::Mended { count, line } => {
                format!("{count}行因伙伴名称中的逗号被拆开，已复原（首见第{line}行）")
            }
            InputRemark::HeadAgain { count, line } => {
                format!(
                    "表头在数据行中又出现{count}次（首见第{line}行），似由多个文件拼接而成；其下各行均已读入"
                )
            }
            InputRemark::SameAsOtherFlow(other) => {
                format!("与{other}逐字节相同，而两者给定为不同流向；其中之一可能是误名的副本")
            }
            InputRemark::Dropped {
                rows, cells, line, ..
            } => {
                let mut both = Vec::new();
                if *rows > 0 {
                    both.push(format!("{rows}行"));
                }
                if *cells > 0 {
                    both.push(format!("{cells}个单元格"));
                }
                format!("跳过{}（--lenient），首见第{line}行", both.join("和"))
            }
            InputRemark::LeftOut { why, count, line } => {
                format!("{count}行未计入（{}），首见第{line}行", left_out(*why))
            }
            InputRemark::DatedBeforeTitle(date) => {
                let date = day(*date);
                format!("页面日期{date}早于标题所示月份，未作为公布日期")
            }
            InputRemark::UnknownPartners { count, names } => {
                format!("不在伙伴名单中的名称：{}", few(names, *count))
            }
            InputRemark::BlocsLeftOut(count) => format!("未计入洲和区域组织合计{count}行"),
            InputRemark::NoRowFor {
                partner: place,
                of_major,
            } => {
                let major = if *of_major {
                    "（仅列主要伙伴）"
                } else {
                    ""
                };
                format!("本表没有{}一行{major}", partner(*place))
            }
            InputRemark::TwoValues {
                flow: of,
                period: at,
            } => format!("{}{}在两列中数值不同，采用前者", period(*at), flow(*of)),
        }
    }

    fn figure(&self, what: &FigureRemark) -> String {
        let said = |amount: &Measured| self.measured(*amount);
        match what {
            FigureRemark::Derived { whole, part } => {
                format!("由{}累计减{}得出", period(*whole), period(*part))
            }
            FigureRemark::ZeroInside(whole) => format!("{}合计为零，故为零", period(*whole)),
            FigureRemark::DetailsDiffer { details, published } => {
                format!("明细合计{}，公布数为{}", said(details), said(published))
            }
            FigureRemark::FlowsDiffer {
                sum,
                total,
                released: date,
                ..
            } => format!(
                "进口与出口相加为{}，公布的进出口为{}{}",
                said(sum),
                said(total),
                released(*date)
            ),
            FigureRemark::DepthsDiffer { used, other } => format!(
                "同一贸易有两种细度且不一致：{}（采用）与{}",
                said(used),
                said(other)
            ),
            FigureRemark::CoarserDiffer { parts, coarser } => {
                format!("各部分合计{}，较粗的数据为{}", said(parts), said(coarser))
            }
            FigureRemark::PartRevised {
                is_quantity,
                period: at,
                earlier,
                later,
            } => {
                let what = if *is_quantity { "数量" } else { "金额" };
                let (earlier, later) = (said(earlier), said(later));
                format!("{}{what}由{earlier}修订为{later}", period(*at))
            }
            FigureRemark::Dropped {
                count,
                cells,
                of,
                first,
            } => {
                let noun = if *cells { "个单元格" } else { "行" };
                let of = match of {
                    DroppedOf::Period(at) => format!("{}的", period(*at)),
                    DroppedOf::BaseOf(at) => {
                        format!("{}（其公布增幅可说明基数修订）的", period(*at))
                    }
                    DroppedOf::Unknown(name) => format!("{name}中月份不明的"),
                };
                format!("跳过{of}{count}{noun}（--lenient），首见{first}")
            }
            FigureRemark::DroppedInside(at) => {
                format!("{}有数据被跳过（--lenient）", period(*at))
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
                    .map(|(at, percent)| format!("，{}同比约{percent}%", period(*at)));
                format!(
                    "{}与{}折算汇率为{}，当期约为{}：前者为较早公布数；按当期汇率为{}{}",
                    self.measured(*own),
                    self.measured(*other),
                    rate(*implied),
                    rate(*of_period),
                    self.measured(*at_rate),
                    changes.collect::<String>(),
                )
            }
            FigureRemark::OlderPrintInside => OLDER_PRINT.to_owned(),
            FigureRemark::OfPartner(partner, what) => format!("{partner}：{}", self.figure(what)),
        }
    }

    fn set(&self, what: &SetRemark) -> String {
        match what {
            SetRemark::SumsOfDetail => "数值为明细合计，文件含全部商品时才是全部商品".to_owned(),
            SetRemark::OneChapter(chapter) => {
                format!("各行均属HS第{chapter}章，数值仅为该章，不是全部商品")
            }
            SetRemark::TooCoarse { goods, by } => {
                let by = by.map(|by| format!("（按{}）", breakdown(by)));
                let goods = if goods.is_all() {
                    "分类".to_owned()
                } else {
                    goods.to_string()
                };
                format!(
                    "部分月份明细过粗，无法区分{goods}{}，未计入",
                    by.unwrap_or_default()
                )
            }
            SetRemark::NotWhole(months) => uncovered(
                months,
                "整体数据不详",
                "章数较少或被截断的文件不能说明其他商品（如文件含全部商品，请加`--all-goods`）",
            ),
            SetRemark::FewerFiles(months) => {
                uncovered(months, "整体数据不详", "其他月份含有，不可比")
            }
            SetRemark::TakenAsNone {
                count,
                codes,
                chapters,
            } => {
                let codes = few(codes, *count);
                let why = match chapters {
                    Some(chapters) => format!("文件含{chapters}章商品"),
                    None => "已指定`--all-goods`".to_owned(),
                };
                format!("各文件均无HS {codes}，{why}，按无贸易处理")
            }
            SetRemark::FilesOverlap {
                flow: of,
                period: at,
                months,
                rows,
            } => format!(
                "{}{}{}：多个文件含相同的行，又各有独有的行（共{rows}行），全部计入，可能包含后来已删除的行",
                period(*at),
                flow(*of),
                and_more(*months)
            ),
            SetRemark::RowsJoined(count) => {
                format!("同一文件中{count}行的月份、流向、伙伴和编码相同而无可区分的列，已相加")
            }
            SetRemark::RowsRepeated(count) => {
                format!("{count}行在多个文件中重复且数值相同，只计一次")
            }
            SetRemark::RowsRevised(count) => {
                format!("{count}行在多个文件中数值不同：采用较晚公布者，均无日期时采用后给出的文件")
            }
            SetRemark::TakenByOrder { taken, other } => {
                format!("采用{taken}而非{other}，两者数值不同：均无公布日期，仅依文件顺序")
            }
            SetRemark::TakenAsAllGoods(files) => format!(
                "当月含十章以上商品，视为含全部商品：{}",
                few(files, files.len())
            ),
            SetRemark::Copies {
                file,
                lines,
                line,
                original,
            } => format!(
                "{file}：{lines}行与前面的行完全相同，只计一次，首见第{line}行（同第{original}行）"
            ),
            SetRemark::BlankBreakdown { rows, file, line } => {
                format!(
                    "{rows}行的地区或贸易方式为空，首见{file}:{line}：计入合计，不计入其中任何一项"
                )
            }
            SetRemark::Undated { rows, as_of } => {
                format!("{rows}行无公布日期，未计入：不能确定{as_of}前是否已公布")
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
            RemarkKind::Claim(remark) => claims::in_chinese(remark, self),
            RemarkKind::Implied {
                released: date,
                revised,
            } => {
                let implied = format!("{at}由公布的增幅{}推算", released(*date));
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
                    "{implied}为{}，最初{}{}为{}",
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
                    "（以后给出的文件为准）"
                } else {
                    ""
                };
                format!(
                    "{at}由{}{}修订为{}{}{by_name}",
                    said(earlier),
                    released(*earlier_released),
                    said(later),
                    released(*later_released),
                )
            }
            RemarkKind::Difference { released: date } => {
                format!("{at}为公布数之差{}", released(*date))
            }
            RemarkKind::Converted { released: date } => {
                format!("{at}由人民币数按当期汇率折算{}", released(*date))
            }
            RemarkKind::EarlierRevised { by } => {
                format!("{at}公布时，本年此前月份共修订{}，具体月份不详", said(by))
            }
            RemarkKind::ForTheWhole {
                basis,
                released: date,
                months,
            } => {
                let whole = format!("为整段时期的{}数{}", how(*basis), released(*date));
                match months {
                    None => whole,
                    Some(months) => format!("{whole}；{}", self.beside(months)),
                }
            }
            RemarkKind::MonthsBeside(months) => self.beside(months),
            RemarkKind::SumOf(parts) => {
                let part = |(part, months): &(SumPart, Vec<Period>)| {
                    let part = match part {
                        SumPart::Implied => "由公布的增幅推算",
                        SumPart::Difference => "为公布数之差",
                        SumPart::Converted => "由人民币数折算",
                        SumPart::Revised => "公布后修订",
                        SumPart::Noted => "另有说明",
                    };
                    format!("{}{part}", periods(months))
                };
                let parts: Vec<String> = parts.iter().map(part).collect();
                format!("各月之和，其中{}", parts.join("；"))
            }
            RemarkKind::OlderPrintIn { more, .. } => match more {
                0 => format!("{at}{OLDER_PRINT}"),
                more => format!("{at}及另外{more}个时期{OLDER_PRINT}"),
            },
            RemarkKind::DroppedIn { first, more } => {
                let more = match more {
                    0 => String::new(),
                    more => format!("及另外{more}个时期"),
                };
                format!("{}{more}有数据被跳过（--lenient）", period(*first))
            }
            RemarkKind::PrintedDiffers(one) => {
                let way = if one.more.amount < Amount::ZERO {
                    "低"
                } else {
                    "高"
                };
                let size = Measured {
                    amount: one.more.amount.abs(),
                    ..one.more
                };
                format!(
                    "{}；前者对应的上年同期为{}，比所用数据{way}{}",
                    self.in_brief(what),
                    said(&one.needed),
                    said(&size)
                )
            }
            RemarkKind::SignOpen => "公布数经四舍五入，增减方向不能确定".to_owned(),
            RemarkKind::RoundingOpen { least, most } => format!(
                "公布数经四舍五入，增幅可能在{}至{}之间",
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
                    format!("至少{at_least}个月，{first}不能确定：{}", self.reason(why))
                }
                _ => {
                    let side = match side {
                        Side::Before => "之前",
                        Side::After => "之后",
                    };
                    let why = self.reason(why);
                    format!("至少{at_least}个月，{}{side}不详：{why}", month(*at))
                }
            },
            RemarkKind::CountsAsTwo => format!("{at}只有合计数，按两个月计"),
            RemarkKind::WindowLacks(lacking) => self.lacking(lacking),
            RemarkKind::RankOpen {
                lowest,
                since,
                surely,
            } => {
                let beyond = if *lowest { "低" } else { "高" };
                let last = match surely {
                    Some(at) => format!("可以确定的最近月份是{}", month(*at)),
                    None => "没有可以确定的月份".to_owned(),
                };
                format!(
                    "经四舍五入不能确定{}是否同样{beyond}；{last}",
                    month(*since)
                )
            }
            RemarkKind::MayHaveBeen {
                lowest, lacking, ..
            } => {
                let beyond = if *lowest { "低" } else { "高" };
                format!("{}，可能同样{beyond}", self.lacking(lacking))
            }
            RemarkKind::NotNewest { month: at, last } => {
                format!("最近可比的月份是{}，数据截至{}", month(*at), month(*last))
            }
            RemarkKind::OtherCurrency { currency: of, last } => format!(
                "{}截至{}：--currency {}",
                of_currency(*of),
                month(*last),
                of.flag()
            ),
            RemarkKind::HeldInOtherCurrency {
                month: at,
                currency: of,
            } => format!(
                "{}有{}数据：--currency {}",
                of_currency(*of),
                month(*at),
                of.flag()
            ),
            RemarkKind::ReleasedLater {
                month: at,
                released: date,
            } => {
                let (as_dated, as_day) = (day(*date), day(date.as_day()));
                match as_dated == as_day {
                    true => format!("{}数据于{as_day}首次公布", month(*at)),
                    false => format!("{}数据的公布日期只知为{as_dated}，按{as_day}计", month(*at)),
                }
            }
            RemarkKind::RangeCut { left_out, held } => format!(
                "数据始于{}、止于{}，{}未列出",
                month(held.from),
                month(held.to),
                periods(left_out)
            ),
            RemarkKind::HsRevised(years) => {
                let years: Vec<String> = years.iter().map(|year| format!("{year}年1月")).collect();
                format!(
                    "对比跨越《商品名称及编码协调制度》修订（{}），品目及更细编码所含商品可能不同",
                    years.join("、")
                )
            }
            RemarkKind::MomUnadjusted => "环比未经季节调整".to_owned(),
            RemarkKind::QuantityBeside {
                flow: of,
                value,
                base,
                change,
            } => format!(
                "{at}{}数量{}，上年同期{}，同比{}（--measure quantity）",
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
                "{at}{}以下商品增减不详，未参与排序：{}",
                flow(*of),
                few(codes, *count)
            ),
            RemarkKind::UnitValueMix => {
                "多个编码合并的单价是混合单价，不是价格，随商品构成变动".to_owned()
            }
            RemarkKind::StreaksUnknown { flow: of, months } => format!(
                "{}同比增减不详，其间{}的连续增减不能确定",
                periods(months),
                flow(*of)
            ),
            RemarkKind::StreakGoesOn(at) => format!("所查范围止于{}，此后仍在继续", month(*at)),
            RemarkKind::StreaksNotListed(count) => {
                format!("另有{count}项因数据不全不能确定是否达到所要求的月数，未列出")
            }
            RemarkKind::CheckFailed(count) => format!("检查未通过：{count}项缺失或矛盾"),
            RemarkKind::FlowsNotLookedFor(flows) => {
                let flows: Vec<&str> = flows.iter().map(|of| flow(*of)).collect();
                format!(
                    "无{}数据，未检查（用 --flow 指定则按缺失计）",
                    flows.join("、")
                )
            }
            RemarkKind::UnitBreak {
                flow: of,
                period: at,
                factor,
            } => {
                let factor = match factor {
                    Factor::Hundred => "100倍",
                    Factor::Thousand => "1000倍",
                    Factor::Hundredth => "百分之一",
                    Factor::Thousandth => "千分之一",
                };
                format!(
                    "{}{}约为前后两月的{factor}，单位可能不同",
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
            Reason::NoData => format!("无{at}数据"),
            Reason::ZeroBase => format!("{at}无贸易"),
            Reason::RoundedBase => format!("{at}四舍五入后为零"),
            Reason::Combined => format!("{at}只有合计数"),
            Reason::NotComputed => "差额不计算百分比".to_owned(),
            Reason::MixedUnits => format!("{at}商品计量单位不一"),
            Reason::NoQuantity => format!("无{at}数量"),
            Reason::UncertainSign => format!("经四舍五入，{at}增减方向不能确定"),
            Reason::UncertainRank => format!("经四舍五入，与{at}孰高孰低不能确定"),
            Reason::NoRow => format!(
                "{at}无{}数据行，文件是否含全部商品不详（如是，请加`--all-goods`）",
                lacking(missing)
            ),
            Reason::PartMissing => format!("{at}缺{}数据", lacking(missing)),
        }
    }

    fn measured(&self, measured: Measured) -> String {
        let Measured { amount, unit } = measured;
        match unit {
            UnitOfMeasure::Money(of) => format!("{}{}", in_words(amount), currency(of)),
            UnitOfMeasure::Quantity(Some(unit)) if unit.is_weight() => {
                format!("{}吨", in_words(Amount(amount.0 / 1000)))
            }
            UnitOfMeasure::Quantity(of) => {
                format!("{}{}", in_words(amount), of.map_or("", QuantityUnit::zh))
            }
            UnitOfMeasure::UnitValue(..) => unit.in_words(amount),
        }
    }
    fn headline(&self, what: &RemarkKind) -> String {
        let text = match what {
            RemarkKind::Input(remark) => match &remark.what {
                InputRemark::CutOff => "恰好10000行，平台超过此数即截断且不提示",
                InputRemark::NoRows => "表头下没有数据",
                InputRemark::Dropped { .. } => "有数据被跳过（--lenient）",
                InputRemark::FlowAgainstName { .. } | InputRemark::MonthAgainstName { .. } => {
                    "与文件名不符，以指定为准"
                }
                InputRemark::CodeBesideName { .. } => "伙伴编码与名称不符，以编码为准",
                InputRemark::GoodsWithoutCode(_) => "有商品名称而无编码的行未采用",
                InputRemark::UnknownUnit { .. } => "单位无法识别的数量未采用",
                InputRemark::NoRowFor { .. } => "没有所查伙伴的数据",
                other => return self.input(other),
            },
            RemarkKind::Set(remark) => return self.set(remark),
            RemarkKind::Figure(remark) => match remark {
                FigureRemark::DetailsDiffer { .. } => "明细合计与公布数不符",
                FigureRemark::FlowsDiffer { .. } => "进口与出口之和与公布的进出口不符",
                FigureRemark::DepthsDiffer { .. } | FigureRemark::CoarserDiffer { .. } => {
                    "两种细度不一致"
                }
                FigureRemark::Dropped { .. } | FigureRemark::DroppedInside(_) => {
                    "有数据被跳过（--lenient）"
                }
                other => return self.figure(other),
            },
            RemarkKind::PrintedDiffers(_) => "公布增幅与公布金额计算结果不符",
            RemarkKind::SignOpen => "公布数经四舍五入，增减方向不能确定",
            RemarkKind::RoundingOpen { .. } => "公布数经四舍五入，增幅可能在所示范围内",
            RemarkKind::Implied { .. } => "公布后修订，由次年公布的增幅推算",
            RemarkKind::Revised { .. } => "公布后修订",
            RemarkKind::ForTheWhole { .. } | RemarkKind::MonthsBeside(_) => {
                "公布的合计与各月之和不符，此后有修订，具体月份不详"
            }
            RemarkKind::DroppedIn { .. } => "有数据被跳过（--lenient）",
            RemarkKind::OlderPrintIn { .. } => OLDER_PRINT,
            RemarkKind::StreakOpen { .. } => "连续月数可能更多",
            RemarkKind::RankOpen { .. } => "经四舍五入，不能确定此前月份是否同样低或高",
            RemarkKind::MayHaveBeen { .. } => "无数据的月份可能同样低或高",
            other => return self.measure(other, None),
        };
        text.to_owned()
    }

    fn in_brief(&self, what: &RemarkKind) -> String {
        match what {
            RemarkKind::PrintedDiffers(one) => {
                let said = match one.by_customs {
                    true => "海关公布同比",
                    false => "公布同比",
                };
                let of_preliminary = match one.of_preliminary {
                    true => "，依据初步数",
                    false => "",
                };
                format!(
                    "{said}{}{}{of_preliminary}；按公布金额计算为{}",
                    percent(one.printed),
                    released(one.released),
                    one.computed.map_or_else(|| "..".to_owned(), percent),
                )
            }
            other => self.measure(other, None),
        }
    }

    fn also(&self) -> &'static str {
        "；另有"
    }

    fn short(&self, what: &RemarkKind) -> Option<String> {
        Some(match what {
            RemarkKind::PrintedDiffers(one) => match one.computed {
                Some(computed) => {
                    format!("公布{}，计算{}", percent(one.printed), percent(computed))
                }
                None => percent(one.printed),
            },
            RemarkKind::RoundingOpen { least, most } => {
                format!("{}至{}", percent(*least), percent(*most))
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
            Flag::Implied => "由公布的增幅推算",
            Flag::Difference => "公布数之差",
            Flag::Converted => "由人民币数折算",
            Flag::Revised => "修订数",
            Flag::AsPublished => "公布的增幅",
            Flag::Uncertain => "四舍五入影响超过1个百分点",
        }
    }

    fn names_of_files(&self, files: usize, flow: bool, month: bool) -> String {
        let what = match (flow, month) {
            (true, true) => "流向和月份",
            (true, false) => "流向",
            _ => "月份",
        };
        match files {
            1 => format!("{what}取自文件名"),
            files => format!("{files}个文件的{what}取自文件名，详见 tradecheck inspect"),
        }
    }

    fn more_details(&self) -> &'static str {
        "详情：--notes full"
    }

    fn period(&self, one: Period) -> String {
        period(one)
    }

    fn list(&self, things: &[String], count: usize) -> String {
        few(things, count)
    }
}

impl Chinese {
    fn beside(&self, months: &MonthsBeside) -> String {
        match months {
            MonthsBeside::Missing(missing) => format!("各月不能相加：{}", self.reason(missing)),
            MonthsBeside::Sum { sum, revised_by } => format!(
                "各月之和为{}，此后修订{}，具体月份不详",
                self.measured(*sum),
                self.measured(*revised_by)
            ),
        }
    }

    fn lacking(&self, lacking: &Lacking) -> String {
        let mut texts = Vec::new();
        if !lacking.without.is_empty() {
            let what = if lacking.of_yoy { "同比" } else { "数据" };
            let together = match periods(&lacking.together) {
                none if none.is_empty() => none,
                pairs => format!("（{pairs}只有合计数）"),
            };
            texts.push(format!("{}无{what}{together}", periods(&lacking.without)));
        }
        texts.extend(lacking.others.iter().map(|other| {
            let at = periods(&other.periods);
            match (other.reason, lacking.of_yoy) {
                (Reason::ZeroBase, _) => format!("{at}上年同期无贸易"),
                (_, true) => format!("{at}无同比"),
                (_, false) => self.reason(other),
            }
        }));
        texts.join("，")
    }
}

fn month(month: Month) -> String {
    dates::month(month, Lang::Zh)
}

fn period(period: Period) -> String {
    dates::period(period, Lang::Zh)
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
        more => format!("等（另{more}个）"),
    };
    format!("{}{more}", texts.join("、"))
}

/// In hundred millions or ten thousands, with two decimals: `2.28亿`.
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
        size if size >= 100_000_000_000 => scaled(8, "亿"),
        size if size >= 10_000_000 => scaled(4, "万"),
        _ => format!("{sign}{}", (size + 500) / 1000),
    }
}

fn few<T: AsRef<str>>(names: &[T], count: usize) -> String {
    let all: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let more = match count.saturating_sub(names.len()) {
        0 => String::new(),
        more => format!("等（另{more}个）"),
    };
    format!("{}{more}", all.join("、"))
}

fn and_more(months: usize) -> String {
    match months {
        0 | 1 => String::new(),
        more => format!("及另外{}个月", more - 1),
    }
}

fn lacking(why: &Missing) -> String {
    let things = &why.lacking;
    match things.is_empty() {
        true => String::new(),
        false => lists::things(things, things.len(), Lang::Zh),
    }
}

/// What is said of a figure that is made of one in a [`FigureRemark::CurrencyGap`].
const OLDER_PRINT: &str = "所用部分数据为较早公布数，另一币种的数据已修订";

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
        "{}{}{}{what}：文件未包含{}；{why}",
        period(*at),
        flow(*of),
        and_more(*months),
        lists::things(things, *count, Lang::Zh)
    )
}

fn breakdown(by: crate::trade::Breakdown) -> &'static str {
    crate::render::breakdown::words(by)[1]
}

fn partner(place: u16) -> &'static str {
    Partner::at(place).map_or("其他伙伴", |partner| &partner.zh)
}

fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Import => "进口",
        Flow::Export => "出口",
        Flow::Total => "进出口",
        Flow::Balance => "贸易差额",
    }
}

fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::World => "“世界”是各伙伴之和",
        LeftOut::NotMonthly => "年度或季度数据",
        LeftOut::OtherFlow => "复进口、复出口等，不并入进出口",
        LeftOut::Services => "服务贸易",
        LeftOut::NotHs => "非HS分类的商品",
        LeftOut::Repeated => "同一贸易按另一分类重复列出",
    }
}

fn how(basis: Basis) -> &'static str {
    match basis {
        Basis::Printed => "公布",
        Basis::Difference => "相减",
        Basis::Implied => "推算",
        Basis::Sum => "加总",
        Basis::Converted => "折算",
    }
}

/// The figures in a currency.
fn of_currency(currency: Currency) -> &'static str {
    match currency {
        Currency::Usd => "美元数据",
        Currency::Cny => "人民币数据",
    }
}

fn released(vintage: Option<Vintage>) -> String {
    let date = vintage.map(|date| format!("（{}公布）", day(date)));
    date.unwrap_or_default()
}

fn day(date: Vintage) -> String {
    dates::day(date, Lang::Zh)
}

fn percent(printed: Printed) -> String {
    format!("{}%", signed(printed))
}

fn currency(currency: Currency) -> &'static str {
    match currency {
        Currency::Usd => "美元",
        Currency::Cny => "元人民币",
    }
}
