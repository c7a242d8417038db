use crate::render::fixture;
use crate::render::fixture::rendered;
use crate::render::{Format, Style};
use crate::trade::{Partner, PartnerChoice, Perspective};

#[test]
fn json_whole() {
    let text = rendered(
        &fixture::yoy(),
        Style {
            format: Format::Json,
            ..Style::default()
        },
    );
    assert_eq!(
        text,
        r#"{
  "schema": "tradecheck.yoy.1",
  "title": "China's trade with North Korea, 2017-09: change from a year earlier (USD)",
  "partner": {
    "code": "109",
    "name": "North Korea"
  },
  "perspective": "cn",
  "currency": "USD",
  "rows": [
    {
      "month": "2017-09",
      "flow": "import",
      "base_month": "2016-09",
      "base": 234812000,
      "value": 145820000,
      "change": -88992000,
      "yoy_pct": -37.899256,
      "printed_pct": -37.9,
      "streak": 7,
      "streak_direction": "fall",
      "streak_since": "2017-03",
      "streak_bound": "exact",
      "currency": "USD",
      "note": "base: implied by the printed change, \"−37.9 %\" | 朝鲜: first 228.4 million",
      "cautions": [
        {
          "kind": "nothing_held",
          "column": "base",
          "period": null,
          "data": {},
          "text": "implied by the printed change, \"−37.9 %\" | 朝鲜: first 228.4 million"
        }
      ]
    },
    {
      "month": "2017-09",
      "flow": "export",
      "base_month": "2016-09",
      "base": 22000000,
      "value": 270600000,
      "change": 248600000,
      "yoy_pct": 1130,
      "printed_pct": null,
      "streak": 4,
      "streak_direction": "rise",
      "streak_since": "2017-06",
      "streak_bound": "at_least",
      "currency": "USD",
      "note": null
    },
    {
      "month": "2017-09",
      "flow": "total",
      "base_month": "2016-09",
      "base": null,
      "value": 0,
      "change": null,
      "yoy_pct": null,
      "printed_pct": 0.0,
      "streak": null,
      "streak_direction": null,
      "streak_since": null,
      "streak_bound": null,
      "currency": "USD",
      "note": "base: no data for 2016-09; change: no data for 2016-09; yoy_pct: no data for 2016-09; streak: no data for 2016-09",
      "reasons": {
        "base": {
          "code": "no_data",
          "months": [
            "2016-09"
          ],
          "text": "no data for 2016-09"
        },
        "change": {
          "code": "no_data",
          "months": [
            "2016-09"
          ],
          "text": "no data for 2016-09"
        },
        "yoy_pct": {
          "code": "no_data",
          "months": [
            "2016-09"
          ],
          "text": "no data for 2016-09"
        },
        "streak": {
          "code": "no_data",
          "months": [
            "2016-09"
          ],
          "text": "no data for 2016-09"
        }
      }
    },
    {
      "month": "2017-09",
      "flow": "balance",
      "base_month": "2016-09",
      "base": 0,
      "value": -1234567890,
      "change": -1234567891,
      "yoy_pct": null,
      "printed_pct": null,
      "streak": null,
      "streak_direction": null,
      "streak_since": null,
      "streak_bound": null,
      "currency": "USD",
      "note": null,
      "reasons": {
        "yoy_pct": {
          "code": "not_computed",
          "months": [],
          "text": "a balance has no percentage"
        },
        "streak": {
          "code": "not_computed",
          "months": [],
          "text": "a balance has no percentage"
        }
      }
    }
  ],
  "notes": [
    "2017-10 has imports only, so 2017-09 is the latest month with a change for every flow that was asked for"
  ],
  "cautions": [
    {
      "kind": "nothing_held",
      "column": null,
      "period": null,
      "data": {},
      "text": "2017-10 has imports only, so 2017-09 is the latest month with a change for every flow that was asked for"
    }
  ],
  "sources": [
    "General Administration of Customs"
  ]
}
"#
    );
}

#[test]
fn ndjson_rows_alone() {
    let text = rendered(
        &fixture::series(),
        Style {
            format: Format::Ndjson,
            ..Style::default()
        },
    );
    assert_eq!(
        text,
        r#"{"month":"2020-01..2020-02","flow":"total","value":208399000,"basis":"printed","mom_pct":null,"yoy_pct":null,"ytd":208399000,"ytd_yoy_pct":null,"roll3":null,"roll3_yoy_pct":null,"roll12":null,"roll12_yoy_pct":null,"currency":"USD","note":"mom_pct: no data for 2019-12; yoy_pct: no data for 2019-01–02; ytd_yoy_pct: no data for 2019-01–02; roll3: no data for 2019-12; roll3_yoy_pct: no data for 2018-12–2019-02; roll12: no data for 2019-03–12; roll12_yoy_pct: no data for 2019-03–12","reasons":{"mom_pct":{"code":"no_data","months":["2019-12"],"text":"no data for 2019-12"},"yoy_pct":{"code":"no_data","months":["2019-01","2019-02"],"text":"no data for 2019-01–02"},"ytd_yoy_pct":{"code":"no_data","months":["2019-01","2019-02"],"text":"no data for 2019-01–02"},"roll3":{"code":"no_data","months":["2019-12"],"text":"no data for 2019-12"},"roll3_yoy_pct":{"code":"no_data","months":["2018-12","2019-01","2019-02"],"text":"no data for 2018-12–2019-02"},"roll12":{"code":"no_data","months":["2019-03","2019-04","2019-05","2019-06","2019-07","2019-08","2019-09","2019-10","2019-11","2019-12"],"text":"no data for 2019-03–12"},"roll12_yoy_pct":{"code":"no_data","months":["2019-03","2019-04","2019-05","2019-06","2019-07","2019-08","2019-09","2019-10","2019-11","2019-12"],"text":"no data for 2019-03–12"}}}
{"month":"2020-03","flow":"total","value":1018030000,"basis":"implied","mom_pct":-53.901899,"yoy_pct":null,"ytd":1226429000,"ytd_yoy_pct":null,"roll3":1226429000,"roll3_yoy_pct":122542.9,"roll12":12345678900,"roll12_yoy_pct":-100,"currency":"USD","note":"yoy_pct: no data for 2019-03; ytd_yoy_pct: no data for 2019-01–03","reasons":{"yoy_pct":{"code":"no_data","months":["2019-03"],"text":"no data for 2019-03"},"ytd_yoy_pct":{"code":"no_data","months":["2019-01","2019-02","2019-03"],"text":"no data for 2019-01–03"}}}
"#
    );
}

#[test]
fn one_partner_several_or_all() {
    let mut report = fixture::streaks();
    let code = |report: &crate::report::Report| {
        let style = Style {
            format: Format::Json,
            ..Style::default()
        };
        let json: serde_json::Value = serde_json::from_str(&rendered(report, style)).unwrap();
        (json["partner"].clone(), json["perspective"].clone())
    };
    report.heading.partner = PartnerChoice::All;
    report.heading.perspective = Perspective::Partner;
    let all = serde_json::json!({"code": "all", "name": "all partners"});
    assert_eq!(code(&report), (all, "kp".into()));
    let partner_index = Partner::find("109").unwrap();
    report.heading.partner = PartnerChoice::These(vec![partner_index, partner_index]);
    assert_eq!(code(&report).0["code"], "109,109");
}
