//! A stream that ends in a fault where too much is asked of it.

use std::cell::Cell;
use std::io::{BufRead, Read, Result};

use crate::limits::{STRETCH, UNPACKED};

/// The allowance for reading: shared between the reader of tags and the stream below it.
pub(super) struct Meter {
    stretch: Cell<usize>,
    read: Cell<u64>,
}

/// Which bound a stream has run into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// A tag, or a text without one, is longer than [`STRETCH`].
    Stretch,
    /// All parts together unpack to more than [`UNPACKED`].
    Unpacked,
}

impl Meter {
    /// Begins with nothing read.
    pub(super) fn new() -> Self {
        Self { stretch: Cell::new(STRETCH), read: Cell::new(0) }
    }

    /// The next tag, or the next text between two, begins.
    pub(super) fn next_stretch(&self) {
        self.stretch.set(STRETCH);
    }

    /// Bytes read so far, of all parts.
    pub(super) fn read(&self) -> u64 {
        self.read.get()
    }

    /// The bound that was reached.
    pub(super) fn over(&self) -> Option<Over> {
        if self.read.get() >= UNPACKED {
            Some(Over::Unpacked)
        } else if self.stretch.get() == 0 {
            Some(Over::Stretch)
        } else {
            None
        }
    }
}

/// A stream under a [`Meter`].
pub(super) struct Metered<'a, R> {
    /// The stream.
    pub(super) inner: R,
    /// Its meter.
    pub(super) meter: &'a Meter,
}

impl<R: BufRead> Read for Metered<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Metered<'_, R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        let most = self.meter.stretch.get();
        if self.meter.over().is_some() {
            return Err(std::io::Error::other("over a bound"));
        }
        let available = self.inner.fill_buf()?;
        Ok(&available[..available.len().min(most)])
    }

    fn consume(&mut self, count: usize) {
        self.meter.stretch.set(self.meter.stretch.get().saturating_sub(count));
        self.meter.read.set(self.meter.read.get() + count as u64);
        self.inner.consume(count);
    }
}
