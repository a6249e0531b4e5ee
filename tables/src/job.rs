//! The messages to the worker of tables and back.

use serde::{Deserialize, Serialize};

use crate::{Note, PaperFile, Row, Sheet, SheetRead, Table, TableFault, read, write, write_paper};

/// Text in a piece of rows, in bytes: the page takes it over within a millisecond or two.
const PIECE_BYTES: usize = 64 * 1024;

/// The jobs of the worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// Read a file; its bytes come beside the job.
    Read,
    /// Write a workbook of these sheets.
    Write(Vec<Sheet>),
    /// Write a paper for word processors.
    ///
    /// The files of its pictures come beside the job, one behind the other.
    WritePaper(PaperFile),
}

/// A piece of what came of it.
///
/// In one piece a table would keep the page busy for as long as it is large.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// The next rows of the file.
    Rows(Table),
    /// The workbook or the paper.
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
        Job::WritePaper(paper) => hand_over(Piece::File(write_paper(&paper, bytes)?)),
    }
    Ok(())
}

fn pieces(table: Table, mut hand_over: impl FnMut(Table)) {
    let mut notes = table.notes;
    for mut sheet in table.sheets {
        let (mut rows, mut bytes) = (Vec::new(), 0);
        let mut hand = |rows: Vec<Row>, notes: Vec<Note>, sheet: &SheetRead| {
            let sheet = SheetRead { name: sheet.name.clone(), rows, ..*sheet };
            hand_over(Table { sheets: vec![sheet], notes });
        };
        for row in std::mem::take(&mut sheet.rows) {
            bytes += row.cells.iter().map(String::len).sum::<usize>();
            rows.push(row);
            if bytes >= PIECE_BYTES {
                hand(std::mem::take(&mut rows), std::mem::take(&mut notes), &sheet);
                bytes = 0;
            }
        }
        hand(rows, std::mem::take(&mut notes), &sheet);
    }
}

impl Table {
    /// Takes the next piece in: further rows of the last sheet, or another sheet.
    pub fn append(&mut self, mut piece: Self) {
        self.notes.append(&mut piece.notes);
        for mut sheet in piece.sheets {
            match self.sheets.last_mut().filter(|last| last.name == sheet.name) {
                Some(last) => last.rows.append(&mut sheet.rows),
                None => self.sheets.push(sheet),
            }
        }
    }
}
