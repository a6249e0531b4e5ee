//! What the readers of JSON and TOML say about a wrong shape, in Chinese.

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
