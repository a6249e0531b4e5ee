//! The failures that can stop a build, said so that the person at the terminal knows what to do.

use std::{io, path::PathBuf};

/// Why a command of the xtask stopped.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The command line names something that does not exist.
    #[error("{0}")]
    Unknown(String),
    /// A file or folder could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A program is not installed or could not be started.
    #[error("could not start `{program}`: {source}")]
    Start {
        /// The program's name.
        program: String,
        /// The system's error.
        source: io::Error,
    },
    /// A program ran and reported failure; its own output says why.
    #[error("`{0}` failed")]
    Command(String),
    /// A program's answer has not the form it always had: a change of version is the likely reason.
    #[error("the answer of `{command}` was not understood: {what}")]
    Answer {
        /// The command.
        command: String,
        /// The missing thing.
        what: String,
    },
    /// wasm-bindgen refused a binary; usually its version differs from the `wasm-bindgen` in Cargo.lock.
    #[error("wasm-bindgen, on {binary}: {reason}")]
    Bindgen {
        /// The binary's name.
        binary: String,
        /// The chain of reasons.
        reason: String,
    },
    /// A binary could not be cut into the part loaded first and those fetched later.
    #[error("cannot cut {binary} into parts: {reason}")]
    Split {
        /// The binary's name.
        binary: String,
        /// The chain of reasons.
        reason: String,
    },
    /// A template lacks a mark the build has to fill in, or has one it cannot fill.
    #[error("{file}: {what}")]
    Template {
        /// The template.
        file: String,
        /// The fault.
        what: String,
    },
    /// The output folder holds something this tool did not write: it is not overwritten.
    #[error("{0} is not empty and was not written by `cargo xtask dist`; choose another folder with --out")]
    ForeignFolder(PathBuf),
    /// A page grew over its budget (`release` builds only).
    #[error("over budget: {0}")]
    Budget(String),
    /// Two builds of the same source differ.
    #[error("not byte-equal: {0}")]
    Differs(String),
    /// Programs are missing and cannot be installed without asking.
    #[error("please install these packages (Debian's names), then run this again: {0}")]
    Missing(String),
    /// Steps of the checks did not pass; each has said why.
    #[error("did not pass: {0}")]
    Checks(String),
    /// The build read a file that is not on the list of what a site is built from.
    #[error("the site is built from {0}, which xtask/src/build/sources.rs does not list")]
    Unlisted(String),
    /// The server could not be started.
    #[error("{0}")]
    Server(String),
}

impl Failure {
    /// Ties a system error to the file it happened at: `.map_err(Failure::at(path))`.
    pub fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Failure {
        let path = path.into();
        move |source| Failure::File { path, source }
    }
}
