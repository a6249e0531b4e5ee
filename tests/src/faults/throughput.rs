//! How long a change takes to be safe: many answers one after another, each waiting until the one before is durable.

use std::{fmt, time::Duration};

use serde_json::{Value, json};

use super::filling;
use crate::{
    browser::{Browser, Engine, Options, fresh_profile},
    site::Site,
};

/// Sets a mark, waits until the page has taken `data-dirty` away and `data-saved` has gone up, and goes on; at the end gives the time of
/// each in milliseconds.
const ANSWER_ALL: &str = "
    const [answers, done] = arguments;
    const root = document.documentElement;
    const items = [...document.querySelectorAll('[data-item]')]
        .map((item) => [...item.querySelectorAll('input[type=radio]')].filter((mark) => mark.value === 'yes' || mark.value === 'partly'))
        .filter((marks) => marks.length === 2);
    const times = [];
    let began = 0;
    let before = 0;
    const next = () => {
        if (times.length === answers) return done(times);
        before = Number(root.dataset.saved);
        began = performance.now();
        const marks = items[times.length % items.length];
        marks.find((mark) => !mark.checked).click();
    };
    new MutationObserver(() => {
        if (root.dataset.dirty === undefined && Number(root.dataset.saved) > before) {
            times.push(performance.now() - began);
            next();
        }
    }).observe(root, { attributeFilter: ['data-dirty', 'data-saved'] });
    next();";

/// The times from change to 已保存, sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct Times(Vec<f64>);

impl Times {
    /// From a list in any order, in milliseconds.
    pub fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// All of them, one after another.
    pub fn total(&self) -> Duration {
        Duration::from_secs_f64(self.0.iter().sum::<f64>() / 1_000.0)
    }

    /// The time in milliseconds that `percent` of all do not exceed (nearest rank); 0 when there are none.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(0.0)
    }
}

impl fmt::Display for Times {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.total().as_secs_f64();
        writeln!(formatter, "{} answers, each durable before the next: {total:.2} s", self.0.len())?;
        let (median, p95, most) = (self.percentile(50), self.percentile(95), self.percentile(100));
        write!(formatter, "change → 已保存: median {median:.1} ms, 95 % within {p95:.1} ms, longest {most:.1} ms")
    }
}

/// Gives `answers` answers to the demonstration month.
///
/// # Panics
/// When the browser or the page do not come up, or an answer is never called saved.
pub fn run(engine: Engine, answers: u32) -> Times {
    let site = Site::start();
    let browser = Browser::start(Options { engine, ..Options::default() }, &fresh_profile());
    filling::open(&browser.session, &site);
    filling::load_demonstration(&browser.session);
    let patience = browser.session.post("timeouts", &json!({ "script": 110_000 }));
    assert!(patience.is_ok(), "{patience:?}");
    match browser.session.script_with_callback(ANSWER_ALL, &[json!(answers)]) {
        Ok(times) => Times::of(times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()),
        Err(refused) => panic!("not all answers were saved: {refused}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Times;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let times = Times::of((1..=200).rev().map(f64::from).collect());
        assert_eq!((times.percentile(50), times.percentile(95), times.percentile(100)), (100.0, 190.0, 200.0));
        assert_eq!(times.total().as_millis(), 20_100);
        assert_eq!(Times::of(Vec::new()).percentile(95), 0.0);
    }
}
