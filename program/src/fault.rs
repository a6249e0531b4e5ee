//! The faults that end the program. A fault of one file stands in that file's line.

use std::io;
use std::path::PathBuf;

use anziping_core::edition::builtin::BuiltinDamaged;

pub(crate) enum ProgramFault {
    /// The registry file, or a check list, cannot be read.
    Unreadable { file: PathBuf, fault: io::Error },
    /// The file given as a registry is not one, or contradicts itself.
    NoRegistry { file: PathBuf, detail: String },
    /// The file given as a check list is none; the places, as JSON pointers.
    NoCheckList { file: PathBuf, places: Vec<String> },
    /// There is no such folder.
    NoFolder { folder: PathBuf },
    /// The folder for what is made up has something in it.
    NotEmpty { folder: PathBuf },
    /// There is nothing in the folders.
    NoFiles,
    /// Standard input cannot be read.
    Input(io::Error),
    /// The output cannot be written.
    Output(io::Error),
    /// The output cannot be begun.
    Unwritable { output: PathBuf, fault: io::Error },
    /// The output ended before its time; what is in the file can be gone on with.
    Unfinished { part: PathBuf, fault: io::Error },
    /// The folders have changed since the earlier run, which had judged this file last.
    CannotResume { part: PathBuf, file: String },
    /// The unfinished output is one of another run: other folders, registry or format.
    OtherRun { part: PathBuf },
    /// A file with the name of unfinished output was not written by this program.
    NotOurs { part: PathBuf },
    /// Another run writes it at this moment.
    Busy { part: PathBuf },
    /// There is no such schema.
    NoSchema { name: String },
    /// The program itself is damaged.
    Damaged(BuiltinDamaged),
    /// The system gives no threads.
    Threads(rayon::ThreadPoolBuildError),
}

impl From<io::Error> for ProgramFault {
    fn from(fault: io::Error) -> Self {
        Self::Output(fault)
    }
}

impl From<BuiltinDamaged> for ProgramFault {
    fn from(fault: BuiltinDamaged) -> Self {
        Self::Damaged(fault)
    }
}
