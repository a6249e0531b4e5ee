//! Runs slow steps in processes of their own, beside the steps before them.
//!
//! Compiling for release ends in one long thread, and setting up waits for the net: both leave a core to the native
//! tests, and touch nothing of what these build.

use std::{
    env,
    io::{self, BufRead as _, BufReader, PipeReader},
    process::{Child, Command},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use super::{
    outcome::{Done, Passed},
    run::Run,
    steps::{STEPS, Step, Work},
};
use crate::{failure::Failure, process, workspace::Workspace};

/// A step that has begun. Dropped, its process is gone.
#[derive(Debug)]
pub struct Beside {
    name: &'static str,
    began: Instant,
    child: Child,
    said: Receiver<Said>,
}

/// A line of the step's output, with the moment at which it came.
#[derive(Debug)]
struct Said {
    line: Vec<u8>,
    at: Instant,
}

impl Beside {
    /// Begins a step; its output is kept until somebody waits for it.
    ///
    /// # Errors
    /// When no process can be started.
    pub fn begin(workspace: &Workspace, step: &Step) -> Result<Self, Failure> {
        let program = env::current_exe().map_err(Failure::at("the program itself"))?;
        let mut command = Command::new(program);
        command.current_dir(&workspace.root).args(["step", step.name]);
        let (output, input) = io::pipe().map_err(Failure::at("a pipe"))?;
        command.stdout(input.try_clone().map_err(Failure::at("a pipe"))?).stderr(input);
        let began = Instant::now();
        let child = command.spawn().map_err(|source| process::start(&command, source))?;
        Ok(Self { name: step.name, began, child, said: lines_of(output) })
    }

    /// Returns whether it is this step.
    pub fn is(&self, step: &Step) -> bool {
        self.name == step.name
    }

    /// Prints what it has said and says until it ends; gives how that was, and how long it took.
    pub fn wait(mut self) -> (Done, Duration) {
        let mut last = self.began;
        for Said { line, at } in &self.said {
            println!("{}", String::from_utf8_lossy(&line));
            last = at;
        }
        let done = match self.child.wait() {
            Ok(status) if status.success() => Ok(Passed::Yes),
            Ok(_) => Err(Failure::Command(format!("cargo xtask test --only {}", self.name))),
            Err(source) => Err(Failure::Start { program: self.name.into(), source }),
        };
        (done, last.duration_since(self.began))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It has ended already where it was waited for.
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ended_by_itself = self.child.kill();
        }
    }
}

fn lines_of(output: PipeReader) -> Receiver<Said> {
    let (say, said) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            if say.send(Said { line, at: Instant::now() }).is_err() {
                return;
            }
        }
    });
    said
}

/// Runs one step in this process: what [`Beside::begin`] starts.
///
/// # Errors
/// As the step, and when no step is called so or runs beside others.
pub fn run_here(workspace: &Workspace, name: &str) -> Result<(), Failure> {
    let step = STEPS.iter().find(|step| step.name == name).map(|step| step.work);
    let Some(Work::Beside(function, _)) = step else {
        return Err(Failure::Unknown(format!("`{name}` is no step that runs beside others")));
    };
    function(&mut Run::new(workspace, Vec::new())).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saying(script: &str) -> Beside {
        let (output, input) = io::pipe().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdout(input.try_clone().unwrap()).stderr(input);
        let child = command.spawn().unwrap();
        // The command holds the writing end, without which the output has no end.
        drop(command);
        Beside { name: "site", began: Instant::now(), child, said: lines_of(output) }
    }

    #[test]
    fn how_a_step_ended_is_known_once_it_was_waited_for() {
        assert!(saying("echo built").wait().0.is_ok());
        let failed = saying("echo no >&2; exit 3").wait().0.unwrap_err();
        assert!(failed.to_string().contains("--only site"), "{failed}");
    }

    #[test]
    fn only_what_runs_beside_others_is_run_by_itself() {
        let workspace = Workspace::current().unwrap();
        assert!(run_here(&workspace, "core").is_err());
        assert!(run_here(&workspace, "nothing").is_err());
    }
}
