//! Measures how long a change takes to be safe.
//!
//! It gives many answers, as fast as the page takes them, and then each only when the one before is durable.
//!
//! A strict transaction waits for the disk, and disks differ: a thousand waits for a disk that takes 6 ms are 6 s
//! whatever a program does. So both are measured. Who answers does not wait for the disk; what the page has taken while
//! it waited goes into one write.

use std::{fmt, time::Duration};

use serde_json::{Value, json};

use super::filling;
use crate::{
    browser::{Browser, Engine, Options, fresh_profile},
    site::Site,
};

/// Sets marks one after another, each once the one before is saved, and gives the time of each.
///
/// One is saved when the page has taken `data-dirty` away and `data-saved` has gone up. Times are in milliseconds.
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

/// Sets a mark in each task, without waiting.
///
/// Notes which revision takes each answer along, and when that revision is called saved.
const ANSWER_IN_A_ROW: &str = "
    const [answers, done] = arguments;
    const root = document.documentElement;
    const items = [...document.querySelectorAll('[data-item]')]
        .map((item) => [...item.querySelectorAll('input[type=radio]')].filter((mark) => mark.value === 'yes' || mark.value === 'partly'))
        .filter((marks) => marks.length === 2);
    const given = [];
    const times = [];
    let written = 0;
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, text) {
        set.call(this, name, text);
        if (name.includes(':m/')) {
            const { revision } = JSON.parse(text.split('\\n')[0]);
            for (; written < given.length; written += 1) given[written].revision = revision;
        }
    };
    new MutationObserver(() => {
        const now = performance.now();
        while (times.length < given.length && given[times.length].revision <= Number(root.dataset.saved)) {
            times.push(now - given[times.length].at);
        }
        if (times.length === answers) {
            Storage.prototype.setItem = set;
            done([now - given[0].at, ...times]);
        }
    }).observe(root, { attributeFilter: ['data-saved'] });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
        given.push({ at: performance.now(), revision: Infinity });
        items[(given.length - 1) % items.length].find((mark) => !mark.checked).click();
        if (given.length < answers) port2.postMessage(null);
    };
    port2.postMessage(null);";

/// Milliseconds that a thousand answers may take before they count as not saved.
const PATIENCE_MS: u32 = 60_000;

/// Both measurements.
#[derive(Debug, Clone, PartialEq)]
pub struct Throughput {
    /// From the first answer to the moment at which the last of them was durable, given without waiting.
    pub in_a_row: Duration,
    /// Of each of these from change to 已保存.
    pub each_in_a_row: Times,
    /// Of each from change to 已保存, where each waited for the one before.
    pub each_waiting: Times,
}

impl fmt::Display for Throughput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { in_a_row, each_in_a_row, each_waiting } = self;
        let count = each_in_a_row.0.len();
        writeln!(formatter, "{count} answers one after another, all durable after {:.2} s", in_a_row.as_secs_f64())?;
        writeln!(formatter, "    change → 已保存: {each_in_a_row}")?;
        writeln!(
            formatter,
            "{count} answers, each waiting for the one before: {:.2} s",
            each_waiting.total().as_secs_f64()
        )?;
        write!(formatter, "    change → 已保存: {each_waiting}")
    }
}

/// The times from change to 已保存, sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct Times(Vec<f64>);

impl Times {
    /// Sorts a list of times in any order, in milliseconds.
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
        let least = self.0.first().copied().unwrap_or(0.0);
        let (median, p95, most) = (self.percentile(50), self.percentile(95), self.percentile(100));
        write!(formatter, "least {least:.1} ms, median {median:.1} ms, 95 % within {p95:.1} ms, longest {most:.1} ms")
    }
}

/// Gives `answers` answers to the demonstration month.
///
/// # Panics
/// When the browser or the page do not come up, or an answer is never called saved.
pub fn run(engine: Engine, answers: u32) -> Throughput {
    let site = Site::start();
    let browser = Browser::start(Options { engine, ..Options::default() }, &fresh_profile());
    filling::open(&browser.session, &site);
    filling::load_demonstration(&browser.session);
    let patience = browser.session.post("timeouts", &json!({ "script": PATIENCE_MS }));
    assert!(patience.is_ok(), "{patience:?}");
    let measure = |script| match browser.session.script_with_callback(script, &[json!(answers)]) {
        Ok(times) => times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect::<Vec<f64>>(),
        Err(refused) => {
            let said = browser.session.script(
                "return [{ ...document.documentElement.dataset }, document.querySelector('.status')?.textContent]",
                &[],
            );
            panic!("not all answers were saved: {refused}; the page says {said:?} and {:?}", browser.console())
        }
    };
    let in_a_row = measure(ANSWER_IN_A_ROW);
    let (total, each) = in_a_row.split_first().expect("the time of all of them comes first");
    filling::wait_until_saved(&browser.session);
    Throughput {
        in_a_row: Duration::from_secs_f64(total / 1_000.0),
        each_in_a_row: Times::of(each.to_vec()),
        each_waiting: Times::of(measure(ANSWER_ALL)),
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
