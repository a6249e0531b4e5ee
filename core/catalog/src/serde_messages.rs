//! Translates what readers of JSON and TOML say about a wrong shape into Chinese.
//!
//! A message is known by its beginning, for serde has no codes; the tests fail when a new version words one otherwise.

/// A reader's message in Chinese; `None` for the rare ones that are not about keys, values or rules.
pub fn shape_fault(message: &str) -> Option<String> {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let choices = || quoted.get(1..).unwrap_or_default().join("、");
    Some(match (message, quoted.first()) {
        (_, Some(key)) if message.starts_with("unknown field") => {
            format!("不认识的键“{key}”；可用的键：{}", choices())
        }
        (_, Some(key)) if message.starts_with("missing field") => format!("缺少键“{key}”"),
        (_, Some(key)) if message.starts_with("duplicate field") => format!("键“{key}”重复"),
        (_, Some(value)) if message.starts_with("unknown variant") => {
            format!("不认识的值“{value}”；可用的值：{}", choices())
        }
        // Rules bring their own Chinese message.
        _ if message.starts_with("规则") => message.to_owned(),
        _ if message == "duplicate key" => "键重复".to_owned(),
        _ if message.starts_with("invalid type") || message.starts_with("invalid value") => {
            format!("值的类型或范围不对（{message}）")
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::DeserializeOwned;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "what is wrong with it is looked at, never what it holds")]
    struct Row {
        id: String,
        kind: Shape,
        months: Option<u8>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Shape {
        Round,
        Square,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "as above")]
    struct Named {
        name: String,
    }

    /// Translates the message of a reader of JSON about a wrong shape.
    #[track_caller]
    fn said<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> Option<String> {
        let message = serde_json::from_str::<T>(text).unwrap_err().to_string();
        shape_fault(message.split(" at line ").next().unwrap_or_default())
    }

    #[test]
    fn each_message_of_serde_about_a_shape_is_said_in_chinese() {
        for (wrong, expected) in [
            (r#"{"id":"a","colour":1}"#, "不认识的键“colour”；可用的键：id、kind、months"),
            (r#"{"id":"a"}"#, "缺少键“kind”"),
            (r#"{"id":"a","id":"b"}"#, "键“id”重复"),
            (r#"{"kind":"oval"}"#, "不认识的值“oval”；可用的值：round、square"),
            (r#"{"id":1}"#, "值的类型或范围不对（invalid type: integer `1`, expected a string）"),
            (r#"{"months":300}"#, "值的类型或范围不对（invalid value: integer `300`, expected u8）"),
        ] {
            assert_eq!(said::<Row>(wrong).as_deref(), Some(expected), "{wrong}");
        }
        assert_eq!(said::<Named>(r#"{"title":""}"#).as_deref(), Some("不认识的键“title”；可用的键：name"));
    }

    #[test]
    #[cfg(feature = "source")]
    fn each_message_of_the_toml_reader_about_a_shape_is_said_in_chinese() {
        let said = |text: &str| shape_fault(toml::from_str::<Row>(text).unwrap_err().message());
        for (wrong, expected) in [
            ("id = 'a'\nid = 'b'", "键重复"),
            ("id = 'a'\ncolour = 1", "不认识的键“colour”；可用的键：id、kind、months"),
            ("id = 'a'", "缺少键“kind”"),
            ("id = 'a'\nkind = 'oval'", "不认识的值“oval”；可用的值：round、square"),
            ("id = 1", "值的类型或范围不对（invalid type: integer `1`, expected a string）"),
            ("months = 300", "值的类型或范围不对（invalid value: integer `300`, expected u8）"),
        ] {
            assert_eq!(said(wrong).as_deref(), Some(expected), "{wrong}");
        }
    }

    #[test]
    fn a_rule_brings_its_own_words_and_what_is_no_shape_has_none() {
        assert_eq!(shape_fault("规则第 3 列：缺少右括号").as_deref(), Some("规则第 3 列：缺少右括号"));
        assert_eq!(said::<Row>("{"), None);
        assert_eq!(serde_json::from_value::<Row>(json!({ "id": "a", "kind": "round" })).unwrap().id, "a");
    }
}
