//! Has a worker read and write spreadsheets, and write papers.

use std::cell::Cell;
use std::rc::Rc;

use anziping_core::json;
use anziping_tables::{Job, PaperFile, Sheet, Table, TableFault};
use serde::de::IgnoredAny;

use super::place;
use crate::platform::files::Bytes;
use crate::platform::worker::{WorkerAnswer, WorkerFault, WorkerPool};
use crate::platform::{clock, timer};

/// Milliseconds that the page takes over pieces before it looks up.
const AT_A_TIME_MS: f64 = 20.0;

/// Why a spreadsheet was not read or written.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub(crate) enum SheetFault {
    /// The file itself; each says what a person can do about it.
    #[error(transparent)]
    Table(TableFault),
    /// The worker, which was ended or has stopped.
    #[error(transparent)]
    Worker(WorkerFault),
    /// The answer is of another version of the program: load the page again.
    #[error("page and worker do not understand each other: {0}")]
    Garbled(String),
}

/// One spreadsheet in a worker of its own, which ends with it.
#[derive(Clone)]
pub(crate) struct TableWork {
    pool: WorkerPool,
    cancelled: Rc<Cell<bool>>,
}

impl TableWork {
    /// Prepares a piece of work; nothing is begun yet.
    pub(crate) fn prepare() -> Self {
        Self { pool: WorkerPool::of_tables(), cancelled: Rc::default() }
    }

    /// Ends the worker at once, whatever it does; what waits for it gets [`WorkerFault::Cancelled`].
    pub(crate) fn cancel(&self) {
        self.cancelled.set(true);
        self.pool.cancel();
    }

    /// The rows of a file.
    ///
    /// # Errors
    /// Any [`SheetFault`].
    pub(crate) async fn read(&self, file: Bytes) -> Result<Table, SheetFault> {
        let mut table = Table::default();
        let mut began = clock::stopwatch_ms();
        for piece in self.pieces(&Job::Read, Some(file)).await? {
            if clock::stopwatch_ms() - began > AT_A_TIME_MS {
                timer::pause(0).await;
                began = clock::stopwatch_ms();
            }
            self.go_on()?;
            let text = String::from_utf8(piece.to_vec()).map_err(|fault| SheetFault::Garbled(fault.to_string()))?;
            table.append(json::read(&text).map_err(|fault| SheetFault::Garbled(place(&fault)))?);
        }
        Ok(table)
    }

    /// A workbook of these sheets.
    ///
    /// # Errors
    /// Any [`SheetFault`].
    pub(crate) async fn write(&self, sheets: Vec<Sheet>) -> Result<Vec<u8>, SheetFault> {
        let pieces = self.pieces(&Job::Write(sheets), None).await?;
        Ok(pieces.iter().flat_map(Bytes::to_vec).collect())
    }

    /// A paper as a file for word processors, with the files of its pictures one behind the other.
    ///
    /// # Errors
    /// Any [`SheetFault`].
    pub(crate) async fn write_paper(&self, paper: PaperFile, pictures: &[u8]) -> Result<Vec<u8>, SheetFault> {
        let pieces = self.pieces(&Job::WritePaper(paper), Some(Bytes::from(pictures))).await?;
        Ok(pieces.iter().flat_map(Bytes::to_vec).collect())
    }

    async fn pieces(&self, job: &Job, file: Option<Bytes>) -> Result<Vec<Bytes>, SheetFault> {
        self.go_on()?;
        let read = |fault| SheetFault::Garbled(place(&fault));
        let answered = self.pool.run_in_pieces(&json::write(job).map_err(read)?, file).await;
        let answered = answered.map_err(SheetFault::Worker)?;
        match answered.answer {
            WorkerAnswer::Done(text) => json::read::<IgnoredAny>(&text).map(|_| answered.pieces).map_err(read),
            WorkerAnswer::Fault(text) => Err(SheetFault::Table(json::read(&text).map_err(read)?)),
        }
    }

    fn go_on(&self) -> Result<(), SheetFault> {
        if self.cancelled.get() { Err(SheetFault::Worker(WorkerFault::Cancelled)) } else { Ok(()) }
    }
}
