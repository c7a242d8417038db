//! Sentences of Chinese agencies on the trade between China and North Korea.

use super::months::Year;
use super::pieces::{self, Units, Word, digits};
use super::statement::{Base, Reading};
use super::wire::{self, Before, Noun, Party, Piece};
use crate::trade::{Currency, NotUnderstood, Precision, Trend};

const UNITS: Units = Units {
    dollars: &["美元", "美金"],
    yuan: &["元人民币", "人民币", "元"],
    about: &[
        ("约", Precision::About),
        ("大约", Precision::About),
        ("近", Precision::Almost),
        ("超过", Precision::MoreThan),
        ("逾", Precision::MoreThan),
        ("不足", Precision::LessThan),
        ("不到", Precision::LessThan),
    ],
};

fn words() -> Vec<Word> {
    let mut words: Vec<Word> = vec![
        ("中国", Piece::Party(Party::China)),
        ("我国", Piece::Party(Party::China)),
        ("朝鲜", Piece::Party(Party::NorthKorea)),
        ("北韩", Piece::Party(Party::NorthKorea)),
        ("对朝鲜", Piece::Partner(Party::NorthKorea)),
        ("对朝", Piece::Partner(Party::NorthKorea)),
        ("对北韩", Piece::Partner(Party::NorthKorea)),
        ("对中国", Piece::Partner(Party::China)),
        ("对华", Piece::Partner(Party::China)),
        ("自朝鲜", Piece::Partner(Party::NorthKorea)),
        ("自朝", Piece::Partner(Party::NorthKorea)),
        ("自北韩", Piece::Partner(Party::NorthKorea)),
        ("自中国", Piece::Partner(Party::China)),
        ("自华", Piece::Partner(Party::China)),
        ("从朝鲜", Piece::Partner(Party::NorthKorea)),
        ("从朝", Piece::Partner(Party::NorthKorea)),
        ("从北韩", Piece::Partner(Party::NorthKorea)),
        ("从中国", Piece::Partner(Party::China)),
        ("从华", Piece::Partner(Party::China)),
        ("由朝鲜", Piece::Partner(Party::NorthKorea)),
        ("由朝", Piece::Partner(Party::NorthKorea)),
        ("由北韩", Piece::Partner(Party::NorthKorea)),
        ("由中国", Piece::Partner(Party::China)),
        ("向朝鲜", Piece::Partner(Party::NorthKorea)),
        ("向朝", Piece::Partner(Party::NorthKorea)),
        ("向北韩", Piece::Partner(Party::NorthKorea)),
        ("向中国", Piece::Partner(Party::China)),
        ("向华", Piece::Partner(Party::China)),
        ("与朝鲜", Piece::Partner(Party::NorthKorea)),
        ("与北韩", Piece::Partner(Party::NorthKorea)),
        ("与中国", Piece::Partner(Party::China)),
        ("同朝鲜", Piece::Partner(Party::NorthKorea)),
        ("同北韩", Piece::Partner(Party::NorthKorea)),
        ("同中国", Piece::Partner(Party::China)),
        ("中朝", Piece::Both),
        ("朝中", Piece::Both),
    ];
    let of = |list: &[&'static str], piece: Piece| -> Vec<Word> {
        list.iter().map(|word| (*word, piece.clone())).collect()
    };
    words.extend(of(
        &["进口", "进口额", "进口总额", "进口值", "进口总值"],
        Piece::Noun(Noun::Imports),
    ));
    words.extend(of(
        &["出口", "出口额", "出口总额", "出口值", "出口总值"],
        Piece::Noun(Noun::Exports),
    ));
    words.extend(of(
        &[
            "贸易",
            "贸易额",
            "贸易总额",
            "贸易总值",
            "双边贸易",
            "双边贸易额",
            "双边贸易总额",
            "进出口",
            "进出口额",
            "进出口总额",
            "进出口总值",
            "贸易规模",
        ],
        Piece::Noun(Noun::Trade),
    ));
    words.extend(of(&["贸易顺差", "顺差"], Piece::Noun(Noun::Surplus)));
    words.extend(of(&["贸易逆差", "逆差"], Piece::Noun(Noun::Deficit)));
    words.extend(of(
        &[
            "同比",
            "比去年同期",
            "较去年同期",
            "较上年同期",
            "比上年同期",
            "与去年同期相比",
            "与上年同期相比",
            "较去年同月",
            "比去年同月",
        ],
        Piece::Base(Base::Yoy),
    ));
    words.extend(of(
        &["环比", "较上月", "比上月", "较上个月", "比上个月"],
        Piece::Base(Base::Mom),
    ));
    words.extend(of(
        &[
            "增长", "上升", "增加", "上涨", "扩大", "猛增", "大增", "激增",
        ],
        Piece::Trend(Trend::Rise),
    ));
    words.extend(of(
        &[
            "下降", "减少", "下跌", "下滑", "萎缩", "锐减", "骤降", "大跌", "暴跌", "骤减",
        ],
        Piece::Trend(Trend::Fall),
    ));
    words.extend(of(
        &[
            "按美元计",
            "以美元计",
            "按美元计算",
            "以美元计算",
            "按美元计价",
            "以美元计价",
        ],
        Piece::Terms(Currency::Usd),
    ));
    words.extend(of(
        &[
            "按人民币计",
            "以人民币计",
            "按人民币计算",
            "以人民币计算",
            "按人民币计价",
            "以人民币计价",
        ],
        Piece::Terms(Currency::Cny),
    ));
    words.extend(of(
        &[
            "降至",
            "增至",
            "升至",
            "减至",
            "跌至",
            "降到",
            "下降至",
            "下降到",
            "减少至",
            "减少到",
            "增长至",
            "增长到",
            "增加至",
            "增加到",
            "下跌至",
            "下滑至",
            "至",
        ],
        Piece::To,
    ));
    words.extend(of(&["，", ",", "；", "："], Piece::Comma));
    words.extend(of(
        &[
            "的", "了", "为", "达", "达到", "和", "其中", "而", "则", "仍", "也", "大幅", "小幅",
            "继续", "总体", "两国", "之间", "仅", "。", "是", "已", "商品", "货物", "双边", "共",
            "合计", "在", "份",
        ],
        Piece::Filler,
    ));
    words
}

/// A small number in Chinese.
fn numeral(text: &str) -> Option<(u32, usize)> {
    if let Some(found) = digits(text) {
        return Some(found);
    }
    const ONES: &str = "一二三四五六七八九";
    let first = text.chars().next()?;
    let one = |sign: char| ONES.chars().position(|c| c == sign).map(|at| at as u32 + 1);
    if first == '两' {
        return Some((2, first.len_utf8()));
    }
    if first == '十' {
        let second = text.chars().nth(1).and_then(one);
        let length = first.len_utf8() + second.map_or(0, |_| 3);
        return Some((10 + second.unwrap_or(0), length));
    }
    one(first).map(|number| (number, first.len_utf8()))
}

/// Years, months, quarters, halves, and months in a row.
fn time(text: &str) -> Option<(Piece, usize)> {
    for (word, piece) in [
        ("今年", Piece::Year(Year::FromPublished(0))),
        ("去年", Piece::Year(Year::FromPublished(-1))),
        ("上半年", Piece::Months(1, 6)),
        ("下半年", Piece::Months(7, 12)),
        ("全年", Piece::Months(1, 12)),
        ("上个月", Piece::LastMonth),
        ("上月", Piece::LastMonth),
    ] {
        // `去年同期` is a base, which the list of words has with what goes before it.
        if let Some(rest) = text.strip_prefix(word) {
            return (!rest.starts_with('同')).then_some((piece, word.len()));
        }
    }
    if let Some(rest) = text.strip_prefix("连续") {
        let rest = rest.strip_prefix('第').unwrap_or(rest);
        let (count, length) = numeral(rest)?;
        let after = rest[length..].strip_prefix("个月")?;
        return Some((Piece::InARow(i128::from(count)), text.len() - after.len()));
    }
    if let Some(rest) = text.strip_prefix('前') {
        let (count, length) = numeral(rest)?;
        let rest = &rest[length..];
        let (months, after) = match rest.strip_prefix("个月") {
            Some(after) => (count, after),
            None => (
                count * 3,
                rest.strip_prefix("季度")
                    .or_else(|| rest.strip_prefix("个季度"))?,
            ),
        };
        let is_part = (2..=12).contains(&months);
        return is_part.then(|| (Piece::Months(1, months), text.len() - after.len()));
    }
    let body = text.strip_prefix('第').unwrap_or(text);
    let (first, length) = numeral(body)?;
    let rest = &body[length..];
    if let Some(after) = rest.strip_prefix('年') {
        return (1990..2100).contains(&first).then(|| {
            (
                Piece::Year(Year::Of(first as i32)),
                text.len() - after.len(),
            )
        });
    }
    if let Some(after) = rest.strip_prefix("季度") {
        return (1..=4).contains(&first).then(|| {
            (
                Piece::Months(first * 3 - 2, first * 3),
                text.len() - after.len(),
            )
        });
    }
    (text.len() == body.len()).then_some(())?;
    if let Some(after) = rest.strip_prefix('月') {
        let after = after.strip_prefix('份').unwrap_or(after);
        // `8月至9月`.
        let range = ["至", "到", "-", "—"]
            .iter()
            .find_map(|sign| after.strip_prefix(*sign));
        if let Some((last, length)) = range.and_then(numeral) {
            let end = range?.get(length..)?.strip_prefix('月')?;
            let end = end.strip_prefix('份').unwrap_or(end);
            return (first < last && last <= 12)
                .then(|| (Piece::Months(first, last), text.len() - end.len()));
        }
        return (1..=12)
            .contains(&first)
            .then(|| (Piece::Months(first, first), text.len() - after.len()));
    }
    // `1至9月`, `1-9月`.
    let after = ["至", "到", "-", "—", "~"]
        .iter()
        .find_map(|sign| rest.strip_prefix(*sign))?;
    let (last, length) = numeral(after)?;
    let end = after[length..].strip_prefix('月')?;
    let end = end.strip_prefix('份').unwrap_or(end);
    (first < last && last <= 12).then(|| (Piece::Months(first, last), text.len() - end.len()))
}

/// Reads one sentence.
pub(super) fn read(sentence: &str, before: &mut Before) -> Reading {
    let has = |list: &[&str]| list.iter().any(|word| sentence.contains(word));
    let north_korea = has(&["朝鲜", "中朝", "朝中", "对朝", "自朝", "从朝", "北韩"]);
    let china = has(&["中国", "我国", "中朝", "朝中", "对华"]);
    let is_of_trade = has(&["进口", "出口", "贸易", "顺差", "逆差"])
        && has(&["%", "％", "元", "连续", "倍", "翻", "吨", "成"])
        && ((north_korea && china) || before.known.is_some());
    if !is_of_trade {
        before.known = None;
        return Reading::Nothing;
    }
    if has(&[
        "韩国",
        "日本",
        "俄罗斯",
        "美国",
        "印度",
        "越南",
        "台湾",
        "全球",
        "世界",
        "欧盟",
    ]) {
        before.known = None;
        return match north_korea && china {
            true => Reading::NotUnderstood(NotUnderstood::OtherTrade),
            false => Reading::Nothing,
        };
    }
    // After a sentence on the two, `出口总额` may be that to all the world.
    if !north_korea && has(&["总额", "总值", "外贸"]) && !has(&["双边", "两国"]) {
        before.known = None;
        return Reading::NotUnderstood(NotUnderstood::NoFlow);
    }
    let told = pieces::without_conversions(without_speaker(without_dateline(sentence)));
    let pieces = pieces::cut(&told, &words(), &UNITS, time);
    wire::read(&pieces, before, true)
}

/// The sentence without place, day and agency: `新华社北京10月13日电（记者 张三）`.
fn without_dateline(sentence: &str) -> &str {
    let agencies = ["新华社", "中新社", "中新网", "环球网", "环球时报", "央视"];
    if !agencies.iter().any(|agency| sentence.starts_with(agency)) {
        return sentence;
    }
    let Some((head, rest)) = sentence.split_once("日电") else {
        return sentence;
    };
    if head.chars().count() > 14 {
        return sentence;
    }
    let rest = rest.trim_start();
    let bracket = rest.strip_prefix(['(', '（']);
    match bracket.and_then(|inside| inside.split_once([')', '）'])) {
        Some((names, rest)) if !names.contains(|sign: char| sign.is_ascii_digit()) => {
            rest.trim_start()
        }
        _ => rest,
    }
}

/// What a speaker and the occasion are made of. Another compiler or place is none of it.
const SPEAKERS: &[&str] = &[
    "中华人民共和国",
    "中国",
    "我国",
    "国家",
    "海关总署",
    "海关",
    "新闻发言人",
    "发言人",
    "统计分析司",
    "综合统计司",
    "司长",
    "副署长",
    "署长",
    "统计数据",
    "统计",
    "数据",
    "资料",
    "最新",
    "公布",
    "发布",
    "表示",
    "显示",
    "介绍",
    "指出",
    "透露",
    "称",
    "说",
    "根据",
    "据",
    "的",
    "在",
    "于",
    "由",
    "从",
    "上",
    "新闻发布会",
    "发布会",
    "记者会",
    "国务院",
    "国新办",
    "新闻办公室",
    "新华社",
    "环球网",
    "路透社",
    "法新社",
    "报道",
    "获悉",
    "今天",
    "今日",
    "昨天",
    "昨日",
    "近日",
    "官网",
    "网站",
];

/// The sentence without who said it: `海关总署发言人黄颂平13日表示，…`, `据海关统计，…`.
fn without_speaker(sentence: &str) -> &str {
    let mut told = sentence;
    while let Some((head, rest)) = told.split_once(['，', ',', '：']) {
        // A name has up to four signs and stands with an office.
        let has_office = ["发言人", "司长", "署长"]
            .iter()
            .any(|office| head.contains(office));
        let free = if has_office { 4 } else { 0 };
        if !pieces::consists_of(head, SPEAKERS, free) {
            break;
        }
        told = rest;
    }
    told
}
