//! Browsers with two kernels choose before they draw.
//!
//! What asks for the newer one stands first in both pages.

use std::fs;

use anziping_tests::workplace;

/// Asked of 360, QQ and Sogou, of older ones of the same kind, and of IE's own compatibility view.
const ASKS: [&str; 3] = [
    r#"<meta name="renderer" content="webkit">"#,
    r#"<meta name="force-rendering" content="webkit">"#,
    r#"<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">"#,
];

#[test]
fn both_pages_ask_for_the_newer_kernel_before_anything_is_loaded() {
    for page in ["index.html", "office.html"] {
        let text = fs::read_to_string(workplace::root().join(page)).unwrap();
        // Some look at the first kilobyte only.
        let head = text.split_once("<link").unwrap().0.as_bytes();
        let head = String::from_utf8_lossy(&head[..head.len().min(1024)]);
        for ask in ASKS {
            assert!(head.contains(ask), "{page} does not begin with {ask}");
        }
    }
}
