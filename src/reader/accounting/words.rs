//! The words for dimensions, in the three languages of the tables.
//!
//! The same vocabulary serves titles, notes, headings, labels, column names and file names. A word
//! that is not listed is unknown. In a label that raises a doubt, in a title it does not.

use crate::trade::Flow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A property of figures that a word may refer to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Dimension {
    /// A country, or a group of countries.
    Partner,
    /// Goods, or a group of goods.
    Good,
    /// Whose imports and exports they are.
    WhoseTrade,
    /// Another country whose trade it is.
    Reporter,
    /// A period other than a month: a year, a quarter; also an average.
    Period,
    /// The year to date.
    Cumulative,
    /// Several months of a year together, without the year: `1-9月`.
    MonthsTogether,
    /// A part of a total in percent.
    Share,
    /// An index number.
    Index,
    /// A change, in percent or as an amount.
    Change,
    /// Seasonally adjusted, smoothed or a trend.
    Adjusted,
    /// Re-exports, re-imports, transit.
    ReExports,
    /// A trade mode.
    TradeMode,
    /// An estimate, a mirror figure, a forecast.
    Estimate,
    /// Whether a figure is first or final, preliminary or revised.
    ReleaseStatus,
    /// A quantity.
    Quantity,
    /// A price, a unit value, constant prices.
    Price,
    /// Services.
    Services,
    /// A province or a port.
    Province,
    /// A mode of transport or a kind of company.
    Segment,
    /// A scale or a currency.
    Unit,
    /// A currency other than the dollar and the yuan.
    OtherCurrency,
    /// The flow that is not that of the column.
    OtherFlow,
    /// Another kind of figure, or one that others of the table cannot be compared with.
    Kind,
}

impl Dimension {
    /// Its description in messages.
    pub fn means(self) -> &'static str {
        match self {
            Dimension::Partner => "a partner",
            Dimension::Good => "only some goods",
            Dimension::WhoseTrade => "the reporting side",
            Dimension::Reporter => "the trade of a country other than China",
            Dimension::Period => "a period that is not a month",
            Dimension::Cumulative => "the year to date",
            Dimension::MonthsTogether => "several months together",
            Dimension::Share => "a share",
            Dimension::Index => "an index",
            Dimension::Change => "a change",
            Dimension::Adjusted => "seasonally adjusted or smoothed figures",
            Dimension::ReExports => "re-exports, re-imports or transit",
            Dimension::TradeMode => "only one trade mode",
            Dimension::Estimate => "estimates or mirror figures",
            Dimension::ReleaseStatus => "one release of several",
            Dimension::Quantity => "a quantity",
            Dimension::Price => "a price or a unit value",
            Dimension::Services => "services",
            Dimension::Province => "only one province or port",
            Dimension::Segment => "only part of the trade",
            Dimension::Unit => "a unit or a currency",
            Dimension::OtherCurrency => "a currency other than USD and CNY",
            Dimension::OtherFlow => "the other flow",
            Dimension::Kind => "another kind of figure",
        }
    }
}

/// The relation of a name to the trade.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Link {
    From,
    To,
    With,
    By,
    Of,
    And,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Word {
    Flow(Flow),
    Link(Link),
    Names(Dimension),
    /// A word that changes no figure.
    Plain,
}

const PLAIN: &str = "obs|obs value|observation|the|in|on|at|for|as|value|values|trade|goods|merchandise|merchandise trade|\
goods trade|trade in goods|commodities|products|product|commodity|all goods|all commodities|all products|all items|\
total all products|total merchandise|data|monthly|month|months|figures|statistics|statistical|table|chart|figure|nominal|\
current prices|current price|current|wert|warenwert|valeur|valeurs|valor|стоимость|handel|außenhandel|commerce|торговля|monatlich|mensuel|mensual|c.i.f.|c.i.f|cif|f.o.b.|f.o.b|fob|cost insurance freight|cost, insurance, freight|cost, insurance and freight|cost, insurance & freight|free on board|customs|customs data|gacc|general administration of customs|\
customs value|customs basis|bilateral|bilateral trade|foreign trade|external trade|amount|amounts|worth|series|original|\
original series|direct|reported|as reported|official|unadjusted|not seasonally adjusted|not adjusted|nsa|non-seasonally adjusted|raw|actual|non-cumulative|not cumulative|\
single month|singles|name|variable|item|indicator|trade value|development|overview|since|time series|level|levels|\
by month|per month|each month|of which|当期|当期值|ending \"dec\"|selected months|selected years|selected periods|38 north|goods only|shipments|\
after unscr|before unscr|since unscr|following unscr|until unscr|working paper|working papers|white paper|policy paper|research paper|discussion paper|our world in data|general trade statistics|general trade system|special trade system|all partners|\
金额|金額|双边贸易|雙邊貿易|双边|贸易|貿易|贸易额|月度|数据|统计|情况|一览表|按月|对比|简表|变化趋势|变化情况|海关|海关总署|商品|货物|全部商品|所有商品|当月|当月值|本月|值|额|總值|货值|规模|走势|月|表|\
原值|未季调|原始|价值|总计值|到岸价|离岸价|現價|现价|名义|\
추이|현황|실적|통계|금액|월별|무역|교역|액|표|상품|전체|관세청|자료|단위|당월|원계열|원자료|품목|규모|동향|명목|가액|경상|월간|중";

const CUMULATIVE: &str = "cytd|с начала года|running total|running totals|running sum|cumulative sum|to date|since the start of the year|since the beginning of the year|\
from the start of the year|since start of year|fiscal year to date|fytd|累计值|累计额|年初起|누계치|누계액|연초 이후|cumulative|cumulated|cumulatively|accumulated|cumul.|cum.|year to date|year-to-date|ytd|since january|\
from january|since jan|累计|累計|年初至今|年初以来|本年累计|누계|누적|연누계";
const SHARE: &str = "ratio|ratios|per cent of|比率|비율|share|shares|proportion|percentage of|% of|percent of|as a percentage|占比|比重|份额|비중|점유율|구성비";
const INDEX: &str = "index numbers|log|logs|ln|logarithm|logarithms|natural logarithm|natural log|log-transformed|z-score|z-scores|standardized|standardised|\
normalized|normalised|rescaled|对数|标准化|로그|표준화|base year|base period|index|indices|index number|=100|= 100|指数|指數|지수";
const CHANGE: &str = "growth rates|rates of growth|rates of change|differences from|difference from|year-over-year|year over year|month-over-month|month over month|first difference|first differences|differenced|差分|차분|yoy|y-o-y|y/y|mom|m-o-m|m/m|year on year|year-on-year|month on month|month-on-month|over a year earlier|change|changes|\
growth|growth rate|increase|decrease|% change|percentage change|percent change|pct|pct.|%|percent|rate of change|\
同比|环比|增速|增长|增长率|增幅|增减|增减率|變動|变化|变动|涨跌|\
증감률|증감율|증감|증가율|증감액|전년동월대비|전년동월비|전년동기비|전년 동월 대비|전년 동기 대비|전월대비|전월비|전년대비|전년비|변화율|등락률";
const ADJUSTED: &str = "l12m|12m|annual rate|annual rates|twelve-month|three-month|six-month|6-month|trailing twelve months|trailing 12 months|ttm|ltm|last twelve months|moving sum|moving sums|moving total|moving totals|\
moving averages|three-month moving averages|3-month moving averages|deflated|deflator|constant dollars|in constant dollars|rolling sum|rolling 12 months|ma(3)|ma(12)|ma3|ma12|detrended|x-13|x-12|x12|x13|x-13arima-seats|x12-arima|x13-arima|hp filter|hp-filtered|hodrick-prescott|\
calendar adjusted|working-day adjusted|working day adjusted|calendar-adjusted|年化|去趋势|滚动|연율|추세|adjusted|seasonally adjusted|seasonally-adjusted|seasonal adjustment|season adjusted|seas. adj.|s.a.|sa|saar|s.a.a.r.|deseasonalised|deseasonalized|trend|\
trend-cycle|smoothed|moving average|rolling|3-month|12-month|3mma|12mma|annualised|annualized|\
季调|季调后|季节调整|季節調整|移动平均|趋势值|계절조정|이동평균";
const RE_EXPORTS: &str = "re import|re export|re-exports|re-export|reexports|reexport|re-imports|re-import|reimports|reimport|re exports|re imports|transit|transshipment|transhipment|\
domestic exports|entrepot|转口|转口贸易|再出口|复出口|复进口|转运|재수출|재수입|중계무역";
const TRADE_MODE: &str = "border trade|barter|processing trade|processing|ordinary trade|general trade|aid|bonded|\
边境小额贸易|边境贸易|边贸|加工贸易|一般贸易|保税|변경무역|가공무역|일반무역|원조";
const ESTIMATE: &str = "partner-reported|partner reported|reported by partners|reported by partner|reported by partner countries|partners' reports|\
partner-side|mirror statistics|nowcast|nowcasts|nowcasted|interpolated|interpolation|extrapolated|simulated|simulation|synthetic|modelled|modeled|\
镜像数据|对方统计|插值|模拟|보간|상대국 통계|상대국통계|unofficial|informal|unrecorded|unreported|smuggling|smuggled|illicit|走私|밀무역|밀수|estimate|estimates|estimated|mirror|mirrored|mirror data|forecast|forecasts|projection|projected|imputed|target|budget|\
估计|估算|推算|预测|镜像|추정|추정치|전망|예측|목표";
const VINTAGE: &str = "preliminary|provisional|revised|first|final|first release|final release|flash|advance|first print|\
初步|初值|修订|修订后|终值|快报|잠정|잠정치|확정|확정치|수정치|속보";
const QUANTITY: &str = "number of items|number of transactions|number of shipments|number of units|number of consignments|number of containers|\
件数|건수|quantity|quantities|volume|volumes|weight|net weight|gross weight|tonnes|tonne|tons|ton|metric tons|metric tonnes|kg|kgs|kilograms|kilogram|\
litres|liters|pieces|barrels|mt|kt|kwh|units of quantity|数量|重量|净重|毛重|吨|万吨|千克|公斤|물량|중량|수량|톤|만톤|킬로그램";
const PRICE: &str = "price|prices|unit value|unit values|unit price|per tonne|per ton|per kg|terms of trade|real|real terms|constant|constant prices|chained|per capita|\
单价|价格|实际值|人均|单位价值|단가|가격|불변|실질|1인당";
const SEGMENT: &str = "partial|incomplete|partial data|partial coverage|sea only|air only|rail only|road only|by land|overland|sample of firms|sample|sampled|listed companies|excluding|exclusive of|\
excl.|excl|except|except for|不含|不包括|剔除|제외|by rail|rail|railway|railways|by road|by sea|by ship|by air|seaborne|airborne|maritime|pipeline|\
state-owned|state owned|state-owned enterprises|soe|soes|private enterprises|private firms|private companies|\
foreign-invested|foreign-funded|foreign invested|joint ventures|by post|\
铁路|公路|海运|水运|空运|航空运输|国有企业|国企|民营企业|民企|私营企业|外商投资企业|外资企业|\
철도|도로|해상|항공|국영기업|민간기업";
const SERVICES: &str = "services|service|goods and services|trade in services|服务|服务贸易|서비스";
const PERIOD: &str = "h1|h2|1h|2h|1q|2q|3q|4q|上旬|中旬|下旬|상순|중순|하순|full year|full-year|whole year|entire year|fiscal year|fiscal|financial year|per day|per year|a day|first half|second half|first quarter|second quarter|third quarter|fourth quarter|\
上半年|下半年|前三季度|一季度|二季度|三季度|四季度|日均|财年|상반기|하반기|회계연도|annual|annually|yearly|quarter|quarterly|weekly|daily|half-year|half year|q1|q2|q3|q4|average|mean|averages|median|maximum|minimum|\
年度|全年|季度|半年|平均|均值|연간|분기|반기|평균|일평균";
const PROVINCE: &str = "quanhe|nanping|tumen|sinuiju|nampo|rason|rajin|longjing|linjiang|圈河|南坪|图们|新义州|南浦|罗先|罗津|集安|临江|长白|龙井|\
신의주|남포|나선|라선|나진|훈춘|liaoning|jilin|dandong|shandong|hebei|heilongjiang|beijing|tianjin|shanghai|guangdong|zhejiang|jiangsu|fujian|dalian|hunchun|yanbian|\
shenyang|changchun|inner mongolia|province|provincial|provinces|port of|辽宁|吉林|丹东|山东|河北|黑龙江|北京|天津|上海|广东|浙江|江苏|福建|大连|珲春|延边|\
沈阳|长春|各省|省份|랴오닝|요녕|지린|길림|단둥|단동|산둥|헤이룽장|베이징";
const PARTNER: &str = "koreas|two koreas|the koreas|korean|korean peninsula|the south|the north|g20|g7|g-20|g-7|opec|cis|bri|ldcs|ldc|eaeu|gcc|middle east|far east|\
east asia|northeast asia|southeast asia|south asia|central asia|emerging markets|emerging economies|developing countries|developed countries|\
中东|东北亚|东亚|东南亚|新兴市场|중동|동북아|동아시아|동남아|신흥국|world|worldwide|asia|rest of asia|africa|europe|oceania|latin america|north america|asean|eu|european union|brics|oecd|rcep|apec|rest of the world|\
rest of|other countries|all countries|others|korea|both koreas|inter-korean|inter-korean trade|inter korean|north-south|south-north|남북|남북한|남북교역|남북경협|반입|반출|朝韩|韩朝|belt and road|countries|partners|trading partners|\
neighbouring countries|neighboring countries|neighbours|neighbors|neighbouring|neighboring|economies|nations|\
周边国家|邻国|주변국|인접국|全球|世界|亚洲|非洲|欧洲|大洋洲|东盟|欧盟|其他国家|其它国家|各国|세계|전세계|아시아|유럽|아프리카|기타국|아세안";
const GOOD: &str = "unscr|final goods|consumer durables|durables|durable goods|non-durables|intermediate goods|intermediates|livelihood goods|humanitarian goods|\
banned|prohibited|restricted|non-energy|ex-coal|ex-oil|中间品|中间产品|消费品|资本品|民生物资|소비재|자본재|중간재|원자재|민생품목|coal|anthracite|coke|oil|crude oil|crude|petroleum|refined petroleum|oil products|fuel|fuels|diesel|gasoline|iron|iron ore|ore|ores|seafood|fish|fishery|textiles|textile|apparel|garments|\
clothing|footwear|shoes|wigs|hair|machinery|machines|equipment|vehicles|cars|trucks|electronics|electrical|food|foodstuffs|rice|corn|maize|grain|grains|wheat|cereals|flour|soybeans|soya|\
sugar|fertiliser|fertilizer|fertilisers|fertilizers|medicines|pharmaceuticals|medical|drugs|steel|metals|metal|copper|gold|silver|zinc|lead|tungsten|molybdenum|rare earths|magnesia|graphite|minerals|mineral|\
mineral fuels|electricity|gas|lpg|lng|plastics|plastic|rubber|wood|timber|paper|chemicals|arms|weapons|tobacco|liquor|alcohol|luxury goods|luxury|ginseng|watches|toys|furniture|agricultural|\
agricultural products|manufactures|manufactured goods|energy|sanctioned goods|sanctioned items|sanctioned|restricted goods|banned goods|banned items|prohibited goods|prohibited items|\
top|selected goods|selected products|selected commodities|selected items|main goods|main products|main commodities|major goods|major products|\
major commodities|principal commodities|leading products|key products|other goods|other products|resources|natural resources|raw materials|consumer goods|capital goods|non-coal|non-oil|excluding coal|excluding oil|\
主要商品|重点商品|其他商品|制裁商品|资源|煤|煤炭|无烟煤|焦炭|原油|成品油|石油|铁矿|铁矿石|铁矿砂|矿产|矿产品|矿石|水产|水产品|海鲜|海产品|纺织|纺织品|服装|鞋|鞋靴|假发|粮食|大米|玉米|小麦|面粉|化肥|肥料|药品|钢铁|钢材|机械|机电|电力|塑料|橡胶|木材|食品|汽车|农产品|奢侈品|\
주요 품목|주요품목|주요 상품|기타 품목|제재 품목|제재품목|자원|지하자원|광물자원|석탄|무연탄|원유|석유|정제유|철광석|광물|광산물|수산물|섬유|의류|신발|가발|곡물|쌀|밀가루|옥수수|설탕|비료|의약품|철강|기계|전력|플라스틱|고무|목재|식품|식량|자동차|전자|농산물|사치품|전기기기|가전";

/// Currencies other than the dollar and the yuan.
const OTHER_CURRENCIES: &str = "euros|euro|eur|€|pounds sterling|sterling|gbp|£|japanese yen|yen|jpy|south korean won|korean won|won|krw|₩|\
roubles|rouble|rubles|ruble|rub|руб.|руб|рублей|₽|hong kong dollars|hong kong dollar|hk dollars|hk dollar|hk$|hkd|new taiwan dollars|new taiwan dollar|nt dollars|\
nt dollar|taiwan dollars|taiwan dollar|nt$|twd|australian dollars|australian dollar|a$|aud|canadian dollars|canadian dollar|c$|cad|singapore dollars|singapore dollar|\
s$|sgd|new zealand dollars|nzd|rupees|rupee|inr|₹|swiss francs|chf|sdrs|sdr|xdr|kpw|local currency|national currency|domestic currency|欧元|歐元|日元|日圆|日圓|韩元|\
韓元|港元|港币|港幣|卢布|英镑|新台币|新臺幣|台币|台幣|澳元|加元|十億円|百万円|億円|千円|万円|兆円|円建て|ユーロ|십억원|백만원|천만원|억원|천원|만원|조원|십억 원|백만 원|억 원|천 원|원화|유로|엔화|백만엔|억엔";

const LINKS: [(&str, Link); 48] = [
    ("aus", Link::From),
    ("nach", Link::To),
    ("mit", Link::With),
    ("из", Link::From),
    ("→", Link::To),
    ("->", Link::To),
    ("⇒", Link::To),
    ("from", Link::From),
    ("originating in", Link::From),
    ("to", Link::To),
    ("into", Link::To),
    ("with", Link::With),
    ("by", Link::By),
    ("of", Link::Of),
    ("and", Link::And),
    ("&", Link::And),
    ("between", Link::With),
    ("vis-a-vis", Link::With),
    ("against", Link::With),
    ("reported by", Link::By),
    ("as reported by", Link::By),
    ("보고국", Link::By),
    ("报告国", Link::By),
    ("报告方", Link::By),
    ("reporter", Link::By),
    ("reporting country", Link::By),
    ("partner", Link::With),
    ("partner country", Link::With),
    ("trading partner", Link::With),
    ("trade partner", Link::With),
    ("counterpart", Link::With),
    ("贸易伙伴", Link::With),
    ("伙伴国", Link::With),
    ("상대국", Link::With),
    ("교역상대국", Link::With),
    ("対", Link::To),
    ("自", Link::From),
    ("从", Link::From),
    ("由", Link::From),
    ("对", Link::To),
    ("對", Link::To),
    ("向", Link::To),
    ("与", Link::With),
    ("與", Link::With),
    ("和", Link::And),
    ("及", Link::And),
    ("및", Link::And),
    ("대", Link::To),
];

const FLOWS: [(&str, Flow); 95] = [
    ("einfuhren", Flow::Import),
    ("einfuhr", Flow::Import),
    ("importe", Flow::Import),
    ("ausfuhren", Flow::Export),
    ("ausfuhr", Flow::Export),
    ("exporte", Flow::Export),
    ("importations", Flow::Import),
    ("importation", Flow::Import),
    ("exportations", Flow::Export),
    ("exportation", Flow::Export),
    ("importaciones", Flow::Import),
    ("importación", Flow::Import),
    ("importacion", Flow::Import),
    ("exportaciones", Flow::Export),
    ("exportación", Flow::Export),
    ("exportacion", Flow::Export),
    ("импорт", Flow::Import),
    ("экспорт", Flow::Export),
    ("товарооборот", Flow::Total),
    ("внешнеторговый оборот", Flow::Total),
    ("сальдо", Flow::Balance),
    ("imp", Flow::Import),
    ("exp", Flow::Export),
    ("imports and exports", Flow::Total),
    ("exports and imports", Flow::Total),
    ("import and export", Flow::Total),
    ("export and import", Flow::Total),
    ("imports + exports", Flow::Total),
    ("exports + imports", Flow::Total),
    ("total trade", Flow::Total),
    ("trade total", Flow::Total),
    ("trade volume", Flow::Total),
    ("trade turnover", Flow::Total),
    ("turnover", Flow::Total),
    ("two-way trade", Flow::Total),
    ("trade balance", Flow::Balance),
    ("balance of trade", Flow::Balance),
    ("balance", Flow::Balance),
    ("surplus", Flow::Balance),
    ("deficit", Flow::Balance),
    ("net exports", Flow::Balance),
    ("net imports", Flow::Balance),
    ("imports", Flow::Import),
    ("import", Flow::Import),
    ("imported", Flow::Import),
    ("general imports", Flow::Import),
    ("exports", Flow::Export),
    ("export", Flow::Export),
    ("exported", Flow::Export),
    ("general exports", Flow::Export),
    ("total imports", Flow::Import),
    ("total exports", Flow::Export),
    ("进出口总额", Flow::Total),
    ("进出口总值", Flow::Total),
    ("进出口额", Flow::Total),
    ("进出口", Flow::Total),
    ("進出口", Flow::Total),
    ("贸易总额", Flow::Total),
    ("贸易总值", Flow::Total),
    ("进口总额", Flow::Import),
    ("进口总值", Flow::Import),
    ("进口额", Flow::Import),
    ("进口值", Flow::Import),
    ("进口", Flow::Import),
    ("進口", Flow::Import),
    ("出口总额", Flow::Export),
    ("出口总值", Flow::Export),
    ("出口额", Flow::Export),
    ("出口值", Flow::Export),
    ("出口", Flow::Export),
    ("贸易差额", Flow::Balance),
    ("贸易顺差", Flow::Balance),
    ("贸易逆差", Flow::Balance),
    ("差额", Flow::Balance),
    ("顺差", Flow::Balance),
    ("逆差", Flow::Balance),
    ("輸出入", Flow::Total),
    ("輸入額", Flow::Import),
    ("輸入", Flow::Import),
    ("輸出", Flow::Export),
    ("输入", Flow::Import),
    ("输出", Flow::Export),
    ("수입총액", Flow::Import),
    ("수입액", Flow::Import),
    ("수입", Flow::Import),
    ("수출입", Flow::Total),
    ("수출총액", Flow::Export),
    ("수출액", Flow::Export),
    ("수출", Flow::Export),
    ("무역수지", Flow::Balance),
    ("수지", Flow::Balance),
    ("교역액", Flow::Total),
    ("교역량", Flow::Total),
    ("무역액", Flow::Total),
    ("무역총액", Flow::Total),
];

/// The words that begin with this character, the longest first.
pub(crate) fn beginning(with: char) -> &'static [(&'static str, Word)] {
    static WORDS: OnceLock<HashMap<char, Vec<(&'static str, Word)>>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let lists = [
            (PLAIN, Word::Plain),
            (CUMULATIVE, Word::Names(Dimension::Cumulative)),
            (SHARE, Word::Names(Dimension::Share)),
            (INDEX, Word::Names(Dimension::Index)),
            (CHANGE, Word::Names(Dimension::Change)),
            (ADJUSTED, Word::Names(Dimension::Adjusted)),
            (RE_EXPORTS, Word::Names(Dimension::ReExports)),
            (TRADE_MODE, Word::Names(Dimension::TradeMode)),
            (ESTIMATE, Word::Names(Dimension::Estimate)),
            (VINTAGE, Word::Names(Dimension::ReleaseStatus)),
            (QUANTITY, Word::Names(Dimension::Quantity)),
            (PRICE, Word::Names(Dimension::Price)),
            (SEGMENT, Word::Names(Dimension::Segment)),
            (SERVICES, Word::Names(Dimension::Services)),
            (PERIOD, Word::Names(Dimension::Period)),
            (PROVINCE, Word::Names(Dimension::Province)),
            (PARTNER, Word::Names(Dimension::Partner)),
            (GOOD, Word::Names(Dimension::Good)),
            (OTHER_CURRENCIES, Word::Names(Dimension::OtherCurrency)),
        ];
        let listed = lists
            .into_iter()
            .flat_map(|(list, word)| list.split('|').map(move |phrase| (phrase, word)));
        let links = LINKS
            .into_iter()
            .map(|(text, link)| (text, Word::Link(link)));
        let flows = FLOWS
            .into_iter()
            .map(|(text, flow)| (text, Word::Flow(flow)));
        let mut words: Vec<_> = flows.chain(links).chain(listed).collect();
        words.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        let mut by_letter: HashMap<char, Vec<(&'static str, Word)>> = HashMap::new();
        for (phrase, word) in words {
            if let Some(first) = phrase.chars().next() {
                by_letter.entry(first).or_default().push((phrase, word));
            }
        }
        by_letter
    });
    words.get(&with).map_or(&[], Vec::as_slice)
}
