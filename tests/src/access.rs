//! Checks that everybody can use the page: axe-core with contrast on, widths, zoom.

use std::fs;

use serde_json::{Value, json};

use crate::{
    browser::{Ability, Engine},
    page::Page,
    workplace,
};

/// Success criteria of WCAG 2.2 up to AA.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

impl Page {
    /// Asserts that axe-core finds nothing on the page as it stands.
    ///
    /// # Panics
    /// With each finding and where it is; also when axe-core is not installed.
    #[track_caller]
    pub fn axe(&self, state: &str) {
        self.axe_runs_only(&json!(TAGS), state);
    }

    #[track_caller]
    fn axe_runs_only(&self, rules: &Value, state: &str) {
        let modules = workplace::tools().join("foreign/node_modules/axe-core");
        let read = |name: &str| {
            let file = modules.join(name);
            fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` installs it", file.display()))
        };
        if self.js("return typeof axe", &[]) == "undefined" {
            self.js(&read("axe.min.js"), &[]);
            // It makes functions of the texts of a locale, which only a driver above the page's policy may.
            if self.engine() != Engine::WebKit {
                let locale: Value = serde_json::from_str(&read("locales/zh_CN.json")).expect("the locale is JSON");
                self.js("axe.configure({ locale: arguments[0] })", &[locale]);
            }
        }
        let run = "const done = arguments[arguments.length - 1];
            // Half-way between two colours nothing has contrast, and what is hidden stays half-way for ever.
            document.getAnimations().filter((animation) => animation.effect.getComputedTiming().endTime < Infinity).forEach((animation) => animation.finish());
            axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(
              (results) => done(results.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}) ${node.target.join(' ')}: ${node.any.concat(node.all, node.none).map((check) => check.message).join('; ')}`))),
              (error) => done([String(error)]))";
        let found = match self.browser.session.script_with_callback(run, std::slice::from_ref(rules)) {
            Ok(found) => found,
            Err(refused) => panic!("axe-core: {refused}"),
        };
        let found: Vec<_> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(found.is_empty(), "{state}: {} findings\n{}", found.len(), found.join("\n"));
    }

    /// [`Page::axe`] in light, and in dark what depends on colours; nothing where neither can be asked for.
    #[track_caller]
    pub fn axe_light_and_dark(&self, state: &str) {
        if self.engine().lacks(Ability::Colours).is_some() {
            return;
        }
        self.prefer("light");
        self.axe(&format!("{state}, light"));
        self.prefer("dark");
        self.axe_runs_only(&json!({ "type": "rule", "values": ["color-contrast"] }), &format!("{state}, dark"));
    }

    /// Asserts that nothing has to be scrolled sideways at 320 px, nor at 200 % zoom of a 1280 px window.
    ///
    /// Nothing where no window is as narrow.
    #[track_caller]
    pub fn fits(&self, state: &str) {
        if self.engine().lacks(Ability::NarrowWindow).is_some() {
            return;
        }
        for (width, zoom) in [(320, 1.0), (640, 2.0)] {
            let wide = self.at_width(width, zoom, || {
                let body = "const root = document.scrollingElement;
                    if (root.scrollWidth <= root.clientWidth) return [];
                    const wide = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
                    return [`${root.scrollWidth} px`, ...wide.slice(-5).map((one) => one.outerHTML.slice(0, 160))]";
                self.js(body, &[])
            });
            assert_eq!(wide, json!([]), "{state} at {width} px: must be scrolled sideways");
        }
    }
}
