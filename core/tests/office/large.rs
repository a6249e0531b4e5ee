//! Check lists of others, made from the built-in one.
//!
//! Small changes, and as many items as anybody may publish.

use anziping_core::catalog::{Catalogue, Item};
use anziping_core::edition::builtin;

/// The built-in check list under another name, as a province would begin its own.
pub fn province() -> Catalogue {
    let mut catalogue = builtin::catalogue().unwrap().clone();
    catalogue.id = "sheng-ceshi".into();
    catalogue.version = "2026.1".into();
    catalogue.title = "某省小微企业安全自评检查表（测试用）".into();
    catalogue
}

/// [`province`] with so many items: each element gets as many more of its own, asked of everybody.
pub fn with_items(count: usize) -> Catalogue {
    let mut catalogue = province();
    catalogue.id = format!("sheng-ceshi-{count}");
    let models: Vec<Vec<Item>> = catalogue.elements.iter().map(|element| element.items.clone()).collect();
    let mut number = 0;
    let mut missing = count - catalogue.items().count();
    while missing > 0 {
        for (element, models) in catalogue.elements.iter_mut().zip(&models).take(missing) {
            number += 1;
            let model = &models[number / 8 % models.len()];
            let added = Item {
                id: format!("QA{number:04}"),
                question: format!("{}（第{number}问）", model.question),
                ..plain(model)
            };
            element.items.push(added);
            missing -= 1;
        }
    }
    catalogue
}

/// An item with nothing that depends on the enterprise.
fn plain(item: &Item) -> Item {
    Item {
        veto: None,
        computed: None,
        figures: None,
        interval_when: vec![],
        applies: "always".parse().unwrap(),
        ..item.clone()
    }
}
