//! Trusted Types in the glue of a program.
//!
//! The page's policy takes no mere text for markup or for a script's address.
//!
//! Leptos makes templates from markup that is compiled into the program, and the program starts workers. Both go
//! through one function each of the glue, which gets a policy of its own. It is a constant of the module, so no other
//! script can use it, and the page allows its name only once.

use crate::failure::Failure;

const POLICY: &str = "const rules = { createHTML: (text) => text, createScriptURL: (text) => text };
const trusted = globalThis.trustedTypes?.createPolicy(\"anziping\", rules) ?? rules;
";

/// The calls that wasm-bindgen writes, and the same by way of the policy.
const SINKS: [(&str, &str); 2] = [
    (
        ".innerHTML = getStringFromWasm0(arg1, arg2);",
        ".innerHTML = trusted.createHTML(getStringFromWasm0(arg1, arg2));",
    ),
    (
        "new Worker(getStringFromWasm0(arg0, arg1));",
        "new Worker(trusted.createScriptURL(getStringFromWasm0(arg0, arg1)));",
    ),
];

/// The glue of a page with its policy.
///
/// # Errors
/// [`Failure::Template`] when a sink is not there exactly once: wasm-bindgen writes it another way.
pub fn complete(file: &str, glue: &str) -> Result<String, Failure> {
    let mut complete = format!("{POLICY}{glue}");
    for (bare, trusted) in SINKS {
        if glue.matches(bare).count() != 1 {
            return Err(Failure::Template {
                file: file.into(),
                what: format!("`{bare}` must stand there exactly once"),
            });
        }
        complete = complete.replace(bare, trusted);
    }
    Ok(complete)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_addresses_of_scripts_go_through_the_policy() {
        let glue = SINKS.map(|(bare, _)| bare).join("\n");
        let complete = complete("app.js", &glue).unwrap();
        assert!(complete.starts_with("const rules"));
        for (bare, trusted) in SINKS {
            assert!(!complete.contains(bare) && complete.contains(trusted), "{complete}");
        }
    }

    #[test]
    fn glue_without_the_known_sinks_is_refused() {
        assert!(complete("app.js", SINKS[0].0).is_err(), "no worker");
        assert!(complete("app.js", &SINKS.map(|(bare, _)| bare).join("\n").repeat(2)).is_err(), "twice");
    }
}
