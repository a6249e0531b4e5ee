//! One line in, one line out: how a database or a cluster asks for verdicts from within a query.
//!
//! Each is answered before the next is read where nothing waits, so that whoever writes may wait for the answer.

use std::io::{self, BufRead, BufReader, Read, Write};

use anziping_core::office::desk::Grounds;
use anziping_core::seal::limits;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;

use crate::arguments::Against;
use crate::counts::Counts;
use crate::fault::ProgramFault;
use crate::folder::{Opened, UnreadReason, checked};
use crate::known::Known;
use crate::verify::Done;
use crate::words;

/// The longest line: a file of the greatest size in base64, and its name.
const LINE_BYTES: u64 = limits::FILE_BYTES as u64 / 3 * 4 + 4 + 65_536;

/// A file as it is handed over.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    file: String,
    /// Its bytes: what a stranger sends need not be text.
    base64: String,
}

/// Answers each line of standard input with one.
///
/// # Errors
/// [`ProgramFault`]: nothing, or not everything, was judged.
pub(crate) fn run(against: &Against) -> Result<Counts, ProgramFault> {
    let known = Known::of(against)?;
    let grounds = known.grounds();
    let mut input = BufReader::new(io::stdin().lock());
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut counts = Counts::default();
    while let Some(line) = next_line(&mut input).map_err(ProgramFault::Input)? {
        let done = answer(&line, &known, &grounds);
        counts.add(done.verdict());
        done.write_line(&mut out)?;
        if input.buffer().is_empty() {
            out.flush()?;
        }
    }
    out.flush()?;
    words::tell(&words::sums(&counts));
    Ok(counts)
}

/// The next line without its end; of one that is too long as much as shows that it is.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    if input.by_ref().take(LINE_BYTES + 1).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.pop_if(|last| *last == b'\n').is_none() && line.len() as u64 > LINE_BYTES {
        input.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

fn answer(line: &[u8], known: &Known, grounds: &Grounds) -> Done {
    let given: Result<Given, _> = serde_json::from_slice(line);
    let (name, opened) = match given {
        Ok(given) => match BASE64_STANDARD.decode(&given.base64) {
            Ok(bytes) => {
                let checked = checked(&given.file, &given.file, &bytes, &known.editions);
                (given.file, Ok(Opened { checked, bytes }))
            }
            Err(_) => (given.file, Err(UnreadReason::Malformed)),
        },
        Err(_) => (String::new(), Err(UnreadReason::Malformed)),
    };
    Done::of(name, opened, known, grounds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_takes_nothing_of_the_next() {
        let long = vec![b'x'; usize::try_from(LINE_BYTES).unwrap() + 5];
        let mut input = io::Cursor::new([&long[..], b"\nshort\n\nlast"].concat());
        let mut lines = Vec::new();
        while let Some(line) = next_line(&mut input).unwrap() {
            lines.push(line);
        }
        assert_eq!(lines[0].len() as u64, LINE_BYTES + 1);
        assert_eq!(lines[1..], [&b"short"[..], b"", b"last"]);
    }
}
