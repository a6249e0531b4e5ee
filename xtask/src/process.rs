//! Running other programs: shown before they run, judged by their exit status.

use std::{ffi::OsStr, path::Path, process::Command};

use crate::failure::Failure;

/// Runs the command with its output going to the terminal.
///
/// # Errors
/// When the program cannot be started or reports failure.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|source| start(command, source))?;
    if status.success() { Ok(()) } else { Err(Failure::Command(shown(command))) }
}

/// Runs the command and gives what it wrote to its standard output.
///
/// # Errors
/// When the program cannot be started, reports failure or writes something that is not UTF-8.
pub fn read(command: &mut Command) -> Result<String, Failure> {
    let output = command.output().map_err(|source| start(command, source))?;
    if !output.status.success() {
        return Err(Failure::Command(shown(command)));
    }
    String::from_utf8(output.stdout).map_err(|_| Failure::Answer { command: shown(command), what: "not UTF-8".into() })
}

/// The command as a person would type it: programs by their name alone, words with spaces in quotes.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let quoted = |part: &OsStr| {
        let word = part.to_string_lossy();
        if word.is_empty() || word.contains(' ') { format!("'{word}'") } else { word.into_owned() }
    };
    std::iter::once(program).chain(command.get_args()).map(quoted).collect::<Vec<_>>().join(" ")
}

pub(crate) fn start(command: &Command, source: std::io::Error) -> Failure {
    Failure::Start { program: command.get_program().to_string_lossy().into_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("/opt/rust/bin/cargo");
        assert_eq!(shown(command.args(["test", "-p", "a b"])), "cargo test -p 'a b'");
    }
}
