//! Check lists of others for tests and measurements.
//!
//! They are made from the file that the page gives out of the built-in one.

use std::fs;

use serde_json::{Value, json};

use crate::page::Page;

/// The built-in check list under another name, with so many items.
///
/// Each element gets as many more of its own, asked of everybody.
///
/// # Panics
/// When `builtin` is no check list, or has more items already.
pub fn with_items(builtin: &str, count: usize) -> Value {
    let mut list: Value = serde_json::from_str(builtin).expect("a check list");
    list["id"] = json!(format!("province-{count}"));
    list["title"] = json!(format!("某省安全自评检查表（{count} 项，测试用）"));
    let elements = list["elements"].as_array_mut().expect("elements");
    let models: Vec<Vec<Value>> =
        elements.iter().map(|element| element["items"].as_array().expect("items").clone()).collect();
    let have: usize = models.iter().map(Vec::len).sum();
    for number in 0..count.checked_sub(have).expect("more items than the built-in one has") {
        let (element, round) = (number % elements.len(), number / elements.len());
        let mut item = models[element][round % models[element].len()].clone();
        let question = item["question"].as_str().expect("a question").to_owned();
        item["id"] = json!(format!("QA{number:04}"));
        item["question"] = json!(format!("{question}（第{number}问）"));
        item["applies"] = json!("always");
        item["interval_when"] = json!([]);
        if let Some(members) = item.as_object_mut() {
            members.remove("veto");
            members.remove("computed");
            members.remove("figures");
        }
        elements[element]["items"].as_array_mut().expect("items").push(item);
    }
    list
}

/// Imports a check list with so many items on the page and moves the open month to it.
///
/// # Panics
/// When the page does not take it.
pub fn use_with_items(page: &Page, count: usize) {
    page.go("#/lists", "lists");
    page.click("[data-check-list=gm-small] [data-action=save-list]");
    let builtin = fs::read_to_string(page.downloaded("检查表.json")).expect("the file");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("list.json");
    fs::write(&file, with_items(&builtin, count).to_string()).expect("the file is written");
    page.hand_over("import-list", &file);
    page.press("take-list");
    page.click(&format!("[data-check-list=province-{count}] [data-action=use-list]"));
    page.until_there(&format!("[data-check-list=province-{count}][data-in-use=true]"));
    page.saved();
}
