//! The messages to the worker of tables and back.

use serde::{Deserialize, Serialize};

use crate::{Row, Sheet, Table, TableFault, read, write};

/// Text in a piece of rows, in bytes: the page takes it over within a millisecond or two.
const PIECE_BYTES: usize = 64 * 1024;
/// Cells without a value in a piece.
const PIECE_UNKNOWN: usize = 5_000;

/// What the worker is asked to do.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// Read a file; its bytes come beside the job.
    Read,
    /// Write a workbook of these sheets.
    Write(Vec<Sheet>),
}

/// A piece of what came of it. In one piece a table would keep the page busy for as long as it is large.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// The next rows of the file.
    Rows(Table),
    /// The workbook.
    File(Vec<u8>),
}

/// Does a job and hands over what comes of it, piece by piece.
///
/// # Errors
/// [`TableFault`]; then nothing was handed over.
pub fn run(job: Job, bytes: &[u8], mut hand_over: impl FnMut(Piece)) -> Result<(), TableFault> {
    match job {
        Job::Read => pieces(read(bytes)?, |piece| hand_over(Piece::Rows(piece))),
        Job::Write(sheets) => hand_over(Piece::File(write(&sheets)?)),
    }
    Ok(())
}

fn pieces(table: Table, mut hand_over: impl FnMut(Table)) {
    let (mut rows, mut bytes) = (Vec::new(), 0);
    for row in table.rows {
        bytes += row.cells.iter().map(String::len).sum::<usize>();
        rows.push(row);
        if bytes >= PIECE_BYTES {
            hand_over(Table { rows: std::mem::take(&mut rows), unknown: Vec::new() });
            bytes = 0;
        }
    }
    hand_over(Table { rows, unknown: Vec::new() });
    for unknown in table.unknown.chunks(PIECE_UNKNOWN) {
        hand_over(Table { rows: Vec::<Row>::new(), unknown: unknown.to_vec() });
    }
}

impl Table {
    /// Takes the next piece in.
    pub fn append(&mut self, mut piece: Self) {
        self.rows.append(&mut piece.rows);
        self.unknown.append(&mut piece.unknown);
    }
}
