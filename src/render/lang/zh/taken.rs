//! How the columns and texts of a file were understood.

use super::chinese::Chinese;
use crate::render::lang::taken::TakenWords;
use crate::trade::{Interpretation, Meaning};

impl TakenWords for Chinese {
    fn taken(&self, text: &str, taken: &Interpretation) -> String {
        format!("`{text}`：{}", text_of(taken))
    }
}

fn text_of(taken: &Interpretation) -> String {
    let words = match taken {
        Interpretation::Read(meaning) => return format!("读作{}", meant(*meaning)),
        Interpretation::ReadTogether(meanings) => {
            let meanings: Vec<&str> = meanings.iter().map(|one| meant(*one)).collect();
            return format!("读作{}", meanings.join("、"));
        }
        Interpretation::Constant(value) => return format!("无影响：全部为`{value}`"),
        Interpretation::Applied => "已采用",
        Interpretation::Empty => "无影响：为空",
        Interpretation::DistinguishesNothing => "无影响：不区分各行",
        Interpretation::NamesNothing => "无影响：未提及任何维度",
        Interpretation::Ignored => "按要求忽略",
        Interpretation::LeftOut => "未能读懂，其下各行未采用",
    };
    words.to_owned()
}

fn meant(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Month => "月份",
        Meaning::Flow => "进出口",
        Meaning::Partner => "贸易伙伴",
        Meaning::Reporter => "报告方",
        Meaning::Code => "HS编码",
        Meaning::Name => "商品名称",
        Meaning::Breakdown => "细分",
        Meaning::Value => "金额",
        Meaning::Unit => "单位",
        Meaning::Quantity => "数量",
        Meaning::Change => "增减、比重或指数",
        Meaning::Balance => "贸易差额（另行计算）",
        Meaning::Sum => "各月之和（另行计算）",
        Meaning::Release => "公布",
        Meaning::Publisher => "公布单位",
        Meaning::Note => "备注",
        Meaning::Coverage => "是否含全部商品",
        Meaning::RowNumber => "行号",
        Meaning::Label => "序列名称",
    }
}
