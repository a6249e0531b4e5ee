//! A file that is written bit by bit and lies outside of WebAssembly's memory.

use std::io;

use js_sys::{Array, Uint8Array};
use web_sys::Blob;

/// Bytes that are collected before they are handed to the browser, which may put them on the disk.
const PIECE: usize = 1 << 20;

/// The file as written so far.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pieces: Array,
    last: Vec<u8>,
}

impl Parts {
    /// Hands out everything as parts of a file.
    pub(super) fn into_blobs(mut self) -> io::Result<Array> {
        self.hand_over()?;
        Ok(self.pieces)
    }

    fn hand_over(&mut self) -> io::Result<()> {
        let bytes = Array::of1(&Uint8Array::from(self.last.as_slice()));
        let piece =
            Blob::new_with_u8_array_sequence(&bytes).map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
        self.pieces.push(&piece);
        self.last.clear();
        Ok(())
    }
}

impl io::Write for Parts {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.last.extend_from_slice(bytes);
        if self.last.len() >= PIECE {
            self.hand_over()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
