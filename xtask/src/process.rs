//! Running other programs: shown before they run, judged by their exit status.

use std::process::Command;

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

/// The command as a person would type it.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

pub(crate) fn start(command: &Command, source: std::io::Error) -> Failure {
    Failure::Start { program: command.get_program().to_string_lossy().into_owned(), source }
}
