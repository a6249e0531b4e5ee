//! The command line.

use std::path::PathBuf;

use crate::{compile::Profile, failure::Failure, fuzz::FuzzOptions, site::Purpose};

/// Shown for `help` and after a command line that is not understood.
pub const USAGE: &str = "\
cargo xtask serve [--port N] [--release] [--watch] [--open]
    Builds the site and serves it on 127.0.0.1 (port 8080, or a free one).
    --release   the build that is published instead of the quick one
    --watch     builds again when a file changes, and reloads the page
    --open      opens the page in the default browser

cargo xtask dist [--quick] [--no-offline] [--out FOLDER]
    Builds the site into dist/, ready for any static host, and holds it against its size budgets.
    --quick       seconds instead of minutes, larger, without budgets (target/dist-quick)
    --no-offline  the kill switch: a site whose service worker removes itself and its caches

cargo xtask test [--reproduce]
    Runs everything: format, lints, tests, budgets, reproducibility, journeys in real browsers. Installs what the
    browser tests need where it may (Debian, as administrator), else says what is missing.
    --reproduce   also builds a copy of the source in another folder and compares the bytes

cargo xtask faults [--kills N] [--browser chromium|firefox] [--seed S]
cargo xtask faults --throughput [--answers N] [--browser chromium|firefox]
    Kills real browsers in the middle of writing and compares what is there afterwards with what had been called saved, or
    measures how long a change takes to be safe. Takes the site that was built last, or the one named in ANZIPING_DIST.

cargo xtask fuzz [--seconds N] [TARGET]
    Feeds what is read from strangers with inputs that reach ever more of the code (libFuzzer), 60 seconds for each target or the
    one named: parse, verify, open_key, csv_cell, catalogue, xlsx_import. What fails is kept in target/fuzz/artifacts.

cargo xtask bench page | verify [FILES] | office [FILES]
    Measures the page with a month open, beside plain HTML; checking 10,000 files, beside npm jose; the desk with 1,000 and with
    10,000 files end to end. Takes the same site.";

/// A command of the xtask.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the usage.
    Help,
    /// Build the site.
    Dist(DistOptions),
    /// Build the site and serve it.
    Serve(ServeOptions),
    /// Run all checks and tests.
    Test(TestOptions),
    /// Fuzz what is read from strangers.
    Fuzz(FuzzOptions),
    /// Run a program of the tests that drives browsers, which reads the words itself.
    Browsers(&'static str, Vec<String>),
}

/// Options of `dist`.
#[derive(Debug, PartialEq, Eq)]
pub struct DistOptions {
    /// How much work the compiler puts in.
    pub profile: Profile,
    /// What the site is built for.
    pub purpose: Purpose,
    /// The folder to write, when not the default one.
    pub out: Option<PathBuf>,
}

/// Options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub struct ServeOptions {
    /// How much work the compiler puts in.
    pub profile: Profile,
    /// The port that was asked for; without one, 8080 or any free one.
    pub port: Option<u16>,
    /// Build again on every change.
    pub watch: bool,
    /// Open the default browser.
    pub open: bool,
}

/// Options of `test`.
#[derive(Debug, PartialEq, Eq)]
pub struct TestOptions {
    /// Also compile a copy of the source in another folder, and compare.
    pub reproduce: bool,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// [`Failure::Usage`] with what was not understood.
pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Task, Failure> {
    let mut words = words.into_iter();
    match words.next().as_deref() {
        Some("dist") => dist(words),
        Some("serve") => serve(words),
        Some("test") => test(words),
        Some("faults") => Ok(Task::Browsers("faults", words.collect())),
        Some("fuzz") => fuzz(words),
        Some("bench") => Ok(Task::Browsers("bench", words.collect())),
        None | Some("help" | "--help" | "-h") => Ok(Task::Help),
        Some(other) => Err(Failure::Usage(format!("there is no `cargo xtask {other}`"))),
    }
}

fn dist(mut words: impl Iterator<Item = String>) -> Result<Task, Failure> {
    let mut options = DistOptions { profile: Profile::Release, purpose: Purpose::Publish, out: None };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--quick" => options.profile = Profile::Quick,
            "--no-offline" => options.purpose = Purpose::WithoutOffline,
            "--out" => options.out = Some(value(&word, words.next())?.into()),
            _ => return Err(unknown("dist", &word)),
        }
    }
    Ok(Task::Dist(options))
}

fn serve(mut words: impl Iterator<Item = String>) -> Result<Task, Failure> {
    let mut options = ServeOptions { profile: Profile::Quick, port: None, watch: false, open: false };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--release" => options.profile = Profile::Release,
            "--watch" => options.watch = true,
            "--open" => options.open = true,
            "--port" => {
                let port = value(&word, words.next())?;
                let number = port.parse().map_err(|_| Failure::Usage(format!("`{port}` is no port number")))?;
                options.port = Some(number);
            }
            _ => return Err(unknown("serve", &word)),
        }
    }
    Ok(Task::Serve(options))
}

fn test(words: impl Iterator<Item = String>) -> Result<Task, Failure> {
    let mut options = TestOptions { reproduce: false };
    for word in words {
        match word.as_str() {
            "--reproduce" => options.reproduce = true,
            _ => return Err(unknown("test", &word)),
        }
    }
    Ok(Task::Test(options))
}

fn fuzz(mut words: impl Iterator<Item = String>) -> Result<Task, Failure> {
    let mut options = FuzzOptions { seconds: 60, target: None };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seconds" => {
                let seconds = value(&word, words.next())?;
                options.seconds =
                    seconds.parse().map_err(|_| Failure::Usage(format!("`{seconds}` is no number of seconds")))?;
            }
            name if !name.starts_with('-') && options.target.is_none() => options.target = Some(word),
            _ => return Err(unknown("fuzz", &word)),
        }
    }
    Ok(Task::Fuzz(options))
}

fn value(option: &str, word: Option<String>) -> Result<String, Failure> {
    word.ok_or_else(|| Failure::Usage(format!("{option} needs a value")))
}

fn unknown(task: &str, word: &str) -> Failure {
    Failure::Usage(format!("`cargo xtask {task}` does not know `{word}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task, Failure> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn dist_is_a_release_unless_told_otherwise() {
        let Task::Dist(options) = read("dist").unwrap() else { unreachable!() };
        assert_eq!((options.profile, options.purpose, options.out), (Profile::Release, Purpose::Publish, None));
    }

    #[test]
    fn serve_is_quick_unless_told_otherwise() {
        let Task::Serve(options) = read("serve --port 9000 --watch").unwrap() else { unreachable!() };
        assert_eq!((options.profile, options.port, options.watch), (Profile::Quick, Some(9000), true));
    }

    #[test]
    fn fuzzing_takes_a_minute_for_each_target_unless_told_otherwise() {
        assert_eq!(read("fuzz").unwrap(), Task::Fuzz(FuzzOptions { seconds: 60, target: None }));
        let one = FuzzOptions { seconds: 5, target: Some("parse".into()) };
        assert_eq!(read("fuzz --seconds 5 parse").unwrap(), Task::Fuzz(one));
    }

    #[test]
    fn what_is_not_understood_is_named_and_the_usage_shown() {
        for (line, named) in [
            ("deploy", "deploy"),
            ("dist --fast", "--fast"),
            ("serve --port x", "x"),
            ("dist --out", "--out"),
            ("fuzz a b", "b"),
        ] {
            let said = read(line).unwrap_err().to_string();
            assert!(said.contains(named) && said.contains("cargo xtask serve ["), "{said}");
        }
    }
}
