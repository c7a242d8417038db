//! The meaning of column names in tables kept by hand.

use crate::reader::accounting::meaning::TextMeaning;
use crate::reader::accounting::words::Dimension;
use crate::reader::cells::vocabulary;
use crate::trade::{Currency, Flow, Unit};
use std::cell::RefCell;
use std::collections::HashMap;

/// The meaning of a column according to its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NamedColumn {
    Month,
    Year,
    Flow,
    Partner,
    /// A country: the partner, unless another column is.
    Country,
    Reporter,
    Code,
    Name,
    Currency,
    Unit,
    Scale,
    Frequency,
    /// What a row measures: its flow, its unit, or whether it is a value of trade at all.
    Label,
    /// A value, whether or not the name gives a flow.
    Value,
    /// A value whose column is named after its currency alone.
    Money,
    Balance,
    /// The sum of the values of named partners.
    Sum,
    Change,
    Quantity,
    Other,
}

/// A column name in lower case without blanks, punctuation and brackets, for comparison.
pub(crate) fn bare(name: &str) -> String {
    let plain = vocabulary::plain(name);
    // `국가별(1)`: the levels of one column are numbered.
    let plain = plain.strip_suffix("(1)").unwrap_or(&plain);
    plain
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '%')
        .collect()
}

const MONTH: &str = "month|date|period|time|yearmonth|monthyear|timeperiod|ym|yyyymm|yearandmonth|refperiod|refperiodid|referenceperiod|periodid|\
observationdate|obsdate|timestamp|datetime|dateofdata|mon|mo|monthname|monthnumber|mm|mth|mths|monat|mois|mes|mese|monthno|monthnum|refmonth|monthofyear|perioddesc|\
年月|月份|日期|时间|数据年月|统计年月|时期|期间|月|统计时间|年月份|時間|期間|월|연월|년월|기간|시점|날짜|일자|조회기간|기준년월|기준월|통계년월|월별|\
месяц|период|дата|отчетныйпериод|datum|zeit|zeitraum|berichtsmonat|periode|période|periodo|fecha|stichtag";
const YEAR: &str = "year|yr|jahr|annee|calendaryear|yyyy|refyear|years|年|年份|年度|년|년도|연도|연|해|\
année|ano|año|anno|год|berichtsjahr";
const FLOW: &str = "flow|flagie|ieflag|ietype|tradeflow|flowcode|flowdesc|flowname|tradeflowcode|tradeflowname|flowtype|direction|tradetype|tradedirection|importexport|exportimport|importorexport|\
impexp|imex|imexp|flowtypedesc|flowcategory|ie|importsexports|流向|进出口类型|贸易流向|进出口标志|进出口方向|进出口|贸易方向|유형|수출입구분|수출입구분명|수출입구분코드|进出口标识|进出口类别|수출입|무역구분|수출입유형|\
warenverkehr|verkehrsrichtung|handelsrichtung|flux|sensdesflux|flujo|flujocomercial|направление|направлениеперемещения|поток|торговыйпоток";
const PARTNER: &str = "partner|partnername|partnercountry|partnerdesc|partneriso|partneriso2|partneriso3|partnercode|partnerarea|partners|tradingpartner|tradingpartnername|tradingpartnercode|\
tradepartner|counterpart|counterpartcountry|counterpartcountryname|counterpartarea|counterparty|counterpartname|counterpartcode|destination|origin|countryoforigin|countryofdestination|\
贸易伙伴|贸易伙伴名称|贸易伙伴编码|贸易伙伴国|贸易伙伴国别|伙伴国|伙伴国家|伙伴|交易对手国|상대국|상대국가|상대국명|교역국|교역상대국|대상국|무역상대국|\
partnerid|partnerno|partnernumber|ptn|ptncode|ptr|伙伴国代码|贸易国代码|贸易伙伴代码|原产国代码|目的国代码|상대국코드|교역국코드|originid|origincode|destinationcode|destinationid|partnerland|handelspartner|handelspartnerland|herkunftsland|ursprungsland|bestimmungsland|partenaire|payspartenaire|partenairecommercial|socio|sociocomercial|странапартнер|странапартнера|партнер|партнёр|торговыйпартнер|origincountry|origincountryiso3|destinationcountry|destinationcountryiso3|originiso3|destinationiso3|贸易国|贸易国别|贸易国家|贸易对象国|对象国|来源国|来源地|原产国|原产地|目的国|目的地|最终目的国|輸出国|輸入国|원산지|원산국|목적국|수출국|수입국";
const COUNTRY: &str = "cntry|ctry|cntrycode|ctrycode|cntryname|ctryname|pais|país|pays|paese|nazione|страна|country|countryid|countryno|countrynumber|nationcode|ctryid|国别代码|国别编码|国家编码|countryname|countryregion|countryorregion|countryarea|countrycode|countries|nation|economy|market|iso|iso2|iso3|isocode|\
国家|国家代码|国别|国别地区|国家地区|国家或地区|国家名称|国名|国家名|国家代码|國家|國別|国|相手国|相手国名|국가|국가명|국가별|국가코드|나라|나라명|국명|\
land|ländername|landname|länder|staat|nompays|nomdupays|nombrepais|nombredelpais|государство|названиестраны|alpha2|alpha3|isoalpha2|isoalpha3|iso2code|iso3code|isocode2|isocode3|countryiso|countryiso2|countryiso3|countryisocode|partnerareas";
/// Columns of countries by their UN codes.
const UN_CODE: &str = "m49|m49code|uncode|unm49|isonumeric|isonum|iso3166numeric|partnerm49|partnerm49code|countrym49";
const REPORTER: &str = "reporter|reportername|reportercode|reporteriso|reporteriso3|reporterdesc|reportercountry|reportingcountry|reportingeconomy|reportingarea|declarant|\
报告国|报告国家|报告方|보고국|보고국가|작성국|\
berichtsland|meldeland|paysdéclarant|paysdeclarant|déclarant|declarante|paisdeclarante|странарепортер|репортер|отчитывающаясястрана";
const CODE: &str = "code|hs|hscode|hs2|hs4|hs6|hs8|hs10|commoditycode|cmdcode|productcode|itemcode|goodscode|hscodes|hsn|tariffcode|\
商品编码|hs编码|税号|商品代码|海关编码|품목코드|hs코드|hs부호|품목번호|세번|hs코드번호|\
warennummer|warencode|codesh|nc8|тнвэд|кодтнвэд|кодтовара|códigosa|hskode";
const NAME: &str = "commodity|commodityname|commoditydesc|commoditydescription|goods|good|product|productname|productlabel|description|cmddesc|hsname|hsdescription|\
商品|商品名称|货物名称|品名|货物|产品|商品类别|품목|품목명|상품|상품명|품명|품목이름|\
ware|warenbezeichnung|produit|libelléproduit|libelleproduit|producto|товар|наименованиетовара";
const CURRENCY: &str = "currency|curr|ccy|currencycode|币种|货币|通貨|통화|화폐|\
währung|waehrung|devise|moneda|валюта";
const UNIT: &str = "unit|units|unitmeasure|unitofmeasure|unitname|uom|measureunit|单位|计量单位|計量單位|단위|\
einheit|unité|unite|unidad|единица|единицаизмерения|едизм";
const SCALE: &str = "scale|multiplier|unitmult|unitmultiplier|powercode|factor|magnitude|unitscale|倍数|数量级|배수";
const FREQUENCY: &str = "frequency|freq|freqcode|periodicity|频率|频度|周期|주기|빈도";
const LABEL: &str = "indicator|indicatorname|series|seriesname|variable|measure|item|metric|category|concept|subject|element|type|kind|what|\
指标|指标名称|项目|类别|分类|항목|지표|통계항목|구분|분류|유형명";
const VALUE: &str = "value|values|tradevalue|amount|obsvalue|primaryvalue|close|total|totalvalue|customsvalue|金额|总值|值|数值|贸易额|贸易值|금액|값|총액|무역액|교역액|액수|\
wert|warenwert|betrag|handelswert|valeur|valeurs|montant|valor|valores|importe|стоимость|значение|сумма";

/// Whether the name means months or periods themselves, and not the date of anything else.
pub(super) fn is_month_itself(name: &str) -> bool {
    const ITSELF: &str = "month|period|timeperiod|refperiod|refperiodid|referenceperiod|refmonth|\
        yearmonth|ym|yyyymm|yearandmonth|月份|月|年月|数据年月|统计年月|年月份|时期|期间|월|연월|년월|기준년월|기준월|통계년월|기간";
    is_one_of(ITSELF, &bare(name))
}

/// Whether a column is the value of UN Comtrade, which is in whole dollars by its definition.
pub(crate) fn is_of_comtrade(name: &str) -> bool {
    bare(name) == "primaryvalue"
}

/// A head without the code that the IMF puts behind it: `Goods, Value of Imports, CIF, US Dollars
/// (TMG_CIF_USD)`.
fn without_code_of_imf(name: &str) -> String {
    const CODES: [&str; 3] = ["(TMG_CIF_USD)", "(TMG_FOB_USD)", "(TXG_FOB_USD)"];
    // The terms of delivery in words.
    const TERMS: [&str; 2] = ["Cost, Insurance, Freight (CIF)", "Free on board (FOB)"];
    let code = CODES.iter().find_map(|code| name.strip_suffix(code));
    let Some(rest) = code else {
        return name.to_owned();
    };
    let without = |rest: String, terms: &&str| rest.replace(terms, "");
    TERMS.iter().fold(rest.trim_end().to_owned(), without)
}

/// The meaning of the name of a column of values.
pub(super) fn meaning_of_value(name: &str) -> TextMeaning {
    match is_of_comtrade(name) {
        // The last value of a day, as TradingEconomics calls it.
        false if bare(name) == "close" => TextMeaning::default(),
        true => TextMeaning {
            unit: Some(Unit::ONE),
            currency: Some(Currency::Usd),
            ..TextMeaning::default()
        },
        false => TextMeaning::of(&without_code_of_imf(name)),
    }
}

/// Whether a column of this bare name has the UN codes of countries.
pub(crate) fn is_of_un(bare: &str) -> bool {
    is_one_of(UN_CODE, bare)
}

fn is_one_of(list: &str, name: &str) -> bool {
    list.split('|').any(|one| one == name)
}

/// Whether a name has nothing but two currencies: `USD/CNY`, `usd_cny`, `CNY per USD`.
fn is_pair_of_currencies(name: &str) -> bool {
    let plain = vocabulary::plain(name);
    let mut parts = plain.split(['/', ' ', '-', ':']);
    let mut next = || parts.find(|part| !part.is_empty() && *part != "per" && *part != "to");
    let (Some(one), Some(other), None) = (next(), next(), next()) else {
        return false;
    };
    let currency = |code: &str| match code {
        "usd" => Some(Currency::Usd),
        "cny" | "rmb" => Some(Currency::Cny),
        _ => None,
    };
    let pair = currency(one).zip(currency(other));
    pair.is_some_and(|(one, other)| one != other)
}

/// Number of names cached. A table is examined several times until its header is found.
const REMEMBERED: usize = 2000;

/// The meaning of a column with this name.
pub(crate) fn named(name: &str) -> NamedColumn {
    thread_local! {
        static KNOWN: RefCell<HashMap<String, NamedColumn>> = RefCell::new(HashMap::new());
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(named) = known.get(name) {
            return *named;
        }
        let found = look_up(name);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(name.to_owned(), found);
        found
    })
}

fn look_up(name: &str) -> NamedColumn {
    // No column name is that long. It is a line of text, or a line that lost its ends.
    const LONGEST: usize = 300;
    if name.len() > LONGEST {
        return NamedColumn::Other;
    }
    let bare = bare(name);
    let lists = [
        (MONTH, NamedColumn::Month),
        (YEAR, NamedColumn::Year),
        (FLOW, NamedColumn::Flow),
        (PARTNER, NamedColumn::Partner),
        (COUNTRY, NamedColumn::Country),
        (UN_CODE, NamedColumn::Country),
        (REPORTER, NamedColumn::Reporter),
        (CODE, NamedColumn::Code),
        (NAME, NamedColumn::Name),
        (CURRENCY, NamedColumn::Currency),
        (UNIT, NamedColumn::Unit),
        (SCALE, NamedColumn::Scale),
        (FREQUENCY, NamedColumn::Frequency),
        (LABEL, NamedColumn::Label),
        (VALUE, NamedColumn::Value),
    ];
    if let Some((_, named)) = lists.into_iter().find(|(list, _)| is_one_of(list, &bare)) {
        return named;
    }
    // A rate of exchange is no amount: `USD/CNY`.
    if is_pair_of_currencies(name) {
        return NamedColumn::Other;
    }
    let meaning = TextMeaning::of(name);
    let not_a_value =
        |dimensions: &[Dimension]| dimensions.iter().any(|dimension| meaning.is_of(*dimension));
    if not_a_value(&[Dimension::Change, Dimension::Share, Dimension::Index]) {
        return NamedColumn::Change;
    }
    if not_a_value(&[Dimension::Quantity, Dimension::Price]) {
        return NamedColumn::Quantity;
    }
    match meaning.flow() {
        Some(Flow::Balance) => return NamedColumn::Balance,
        Some(_) => return NamedColumn::Value,
        None => {}
    }
    let says_value = VALUE
        .split('|')
        .any(|word| vocabulary::prefix(&vocabulary::plain(name), word).is_some());
    let stated = meaning.unit.is_some() || meaning.currency.is_some();
    match () {
        () if !meaning.flows.is_empty() => NamedColumn::Other,
        () if says_value => NamedColumn::Value,
        () if stated && meaning.unknown.is_empty() => NamedColumn::Money,
        () => NamedColumn::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_compare_without_case_blanks_and_brackets() {
        for (name, meant) in [
            ("Partner_Name", NamedColumn::Partner),
            ("partner name", NamedColumn::Partner),
            ("Country (Region)", NamedColumn::Country),
            ("国别（地区）", NamedColumn::Country),
            ("국가명", NamedColumn::Country),
            ("HS-Code", NamedColumn::Code),
            ("flow_code", NamedColumn::Flow),
            ("TIME_PERIOD", NamedColumn::Month),
            ("Imports (US$ million)", NamedColumn::Value),
            ("진출", NamedColumn::Other),
            ("value (million)", NamedColumn::Value),
            ("value_eur_mn", NamedColumn::Value),
            ("CNY", NamedColumn::Money),
            ("%YoY", NamedColumn::Change),
            ("Imports yoy %", NamedColumn::Change),
            ("무역수지", NamedColumn::Balance),
            ("Net weight (kg)", NamedColumn::Quantity),
            ("colour", NamedColumn::Other),
            ("USD/CNY", NamedColumn::Other),
            ("cny_per_usd", NamedColumn::Other),
            ("imports_usd_cny", NamedColumn::Value),
        ] {
            assert_eq!(named(name), meant, "{name}");
        }
    }
}
