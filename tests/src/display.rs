//! A screen that nobody sees, for browsers that have no other way without one.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

use crate::workplace;

/// A running Xvfb. Dropped, it is gone.
#[derive(Debug)]
pub struct Display {
    child: Child,
    /// The value of `DISPLAY`.
    pub name: String,
}

impl Display {
    /// Starts one on the first number that is free.
    ///
    /// # Panics
    /// When it is not installed or does not start.
    pub fn start() -> Self {
        // It writes the number to its standard output once windows can be opened.
        let mut child = Command::new(workplace::program("Xvfb"))
            .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let output = child.stdout.take().expect("its output is piped");
        // From here on it is ended whatever happens.
        let mut display = Self { child, name: String::new() };
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).expect("Xvfb says its number");
        assert!(!number.trim().is_empty(), "Xvfb has ended without a number");
        display.name = format!(":{}", number.trim());
        display
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Only so that it is gone and no zombie is left; that it had ended before is no news.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_displays_have_two_numbers() {
        let (one, other) = (Display::start(), Display::start());
        assert!(one.name.len() > 1 && one.name.starts_with(':'));
        assert_ne!(one.name, other.name);
    }
}
