//! Counts tests in cargo's own output, and keeps what failing ones say.
//!
//! The output goes on to the terminal meanwhile.

use std::{
    io::{BufRead as _, BufReader},
    iter::Sum,
    ops::Add,
    process::{Command, Stdio},
};

use crate::{failure::Failure, process};

/// Numbers of tests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Self::add)
    }
}

/// The news of tests that run: their number, and the words of those that fail.
#[derive(Debug, Default)]
pub struct Heard {
    /// How many passed and failed.
    pub counts: Counts,
    /// The lines that tell of the failing ones, each test under its name.
    pub failures: Vec<String>,
    /// Whether such lines are being told.
    tells: bool,
}

impl Heard {
    /// Takes in a line of cargo's output.
    fn line(&mut self, line: &str) {
        self.counts = self.counts + of_line(line);
        // `failures:` stands before what they say, and once more before the list of their names.
        self.tells = match line {
            _ if line.starts_with("---- ") => true,
            "failures:" => false,
            _ => self.tells,
        };
        if self.tells {
            self.failures.push(line.to_owned());
        }
    }
}

/// Runs `cargo test …` and listens, also when it fails.
pub fn run(command: &mut Command) -> (Heard, Result<(), Failure>) {
    let mut heard = Heard::default();
    let outcome = listened(command, &mut heard);
    (heard, outcome)
}

fn listened(command: &mut Command, heard: &mut Heard) -> Result<(), Failure> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| process::start(command, source))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.map_err(Failure::at("output of cargo test"))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            heard.line(&line);
        }
    }
    let status = child.wait().map_err(|source| process::start(command, source))?;
    if status.success() { Ok(()) } else { Err(Failure::Command(process::shown(command))) }
}

/// The counts of a line `test result: ok. 26 passed; 0 failed; …`; none for any other line.
fn of_line(line: &str) -> Counts {
    let Some((_, result)) = line.split_once("test result: ") else { return Counts::default() };
    let number = |word: &str| {
        result.split([';', '.']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok()).unwrap_or(0)
    };
    Counts { passed: number("passed"), failed: number("failed") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_line_of_cargo_is_read() {
        let line = "test result: FAILED. 7 passed; 12 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.12s";
        assert_eq!(of_line(line), Counts { passed: 7, failed: 12 });
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["running 26 tests", "test a_thing_passed ... ok", "5 passed; 1 failed"] {
            assert_eq!(of_line(line), Counts::default(), "{line}");
        }
    }

    #[test]
    fn failing_tests_are_counted_although_cargo_fails() {
        let script = "echo 'test result: FAILED. 2 passed; 1 failed; 0 ignored'; exit 101";
        let (heard, outcome) = run(Command::new("sh").args(["-c", script]));
        assert_eq!(heard.counts, Counts { passed: 2, failed: 1 });
        assert!(matches!(outcome, Err(Failure::Command(_))));
    }

    #[test]
    fn what_failing_tests_say_is_kept_and_nothing_else() {
        let said = "running 2 tests\ntest a ... FAILED\n\nfailures:\n\n---- a stdout ----\nfirst month: 231 taps\n\n\
                    failures:\n    a\n\ntest result: FAILED. 1 passed; 1 failed; 0 ignored";
        let mut heard = Heard::default();
        said.lines().for_each(|line| heard.line(line));
        assert_eq!(heard.failures, ["---- a stdout ----", "first month: 231 taps", ""]);
        assert_eq!(heard.counts, Counts { passed: 1, failed: 1 });
    }
}
