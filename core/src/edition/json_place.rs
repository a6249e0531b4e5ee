//! Finds the place of a value in a JSON text, so that a problem can be shown at its line.

/// Line and column of the value at a JSON pointer (RFC 6901), both from 1 and in characters.
///
/// A strict reader has already found `bytes` to be sound JSON in UTF-8. When the value is not there, the place is that
/// of the nearest value around it. Steps of the pointer hold no `~` escapes. A byte order mark counts for nothing.
pub(super) fn of(bytes: &[u8], pointer: &str) -> (u32, u32) {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let mut walk = Walk { bytes: bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes), at: 0 };
    let value = walk.find(&steps);
    let (mut line, mut column) = (1_u32, 1_u32);
    for byte in walk.bytes.iter().take(value) {
        match byte {
            b'\n' => (line, column) = (line.saturating_add(1), 1),
            // The later bytes of a character in UTF-8 (RFC 3629 §3).
            0x80..=0xbf => {}
            _ => column = column.saturating_add(1),
        }
    }
    (line, column)
}

struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Walk<'_> {
    /// The offset of the value at `steps` below the value that begins here.
    fn find(&mut self, steps: &[&str]) -> usize {
        self.skip_blank();
        let start = self.at;
        let Some((step, below)) = steps.split_first() else { return start };
        let is_object = self.peek() == Some(b'{');
        if !is_object && self.peek() != Some(b'[') {
            return start;
        }
        self.at += 1;
        let mut index = 0_usize;
        loop {
            self.skip_blank();
            match self.peek() {
                None | Some(b'}' | b']') => return start,
                Some(b',') => self.at += 1,
                Some(_) => {
                    let is_it = if is_object { self.name(step.as_bytes()) } else { index.to_string() == *step };
                    if is_it {
                        return self.find(below);
                    }
                    self.skip_value();
                    index += 1;
                }
            }
        }
    }

    /// Compares the name of the member that begins here with `wanted`; leaves the walk behind its colon.
    fn name(&mut self, wanted: &[u8]) -> bool {
        let start = self.at + 1;
        self.skip_string();
        let is_it = self.bytes.get(start..self.at.saturating_sub(1)) == Some(wanted);
        self.skip_blank();
        self.at += 1;
        is_it
    }

    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                None => return,
                Some(b'"') => self.skip_string(),
                Some(b'{' | b'[') => {
                    depth += 1;
                    self.at += 1;
                }
                Some(b',') if depth == 0 => return,
                Some(b'}' | b']') if depth == 0 => return,
                Some(b'}' | b']') => {
                    depth -= 1;
                    self.at += 1;
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn skip_string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                return;
            }
        }
    }

    fn skip_blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    const TEXT: &str = "{\n  \"名\": [1, \"]}\\\"\",\n    { \"b\": [ ], \"c\": 5 }],\n  \"d\": 7\n}";

    #[test]
    fn every_value_is_found_at_its_line_and_column() {
        for (pointer, place) in [
            ("", (1, 1)),
            ("/名", (2, 8)),
            ("/名/0", (2, 9)),
            ("/名/1", (2, 12)),
            ("/名/2", (3, 5)),
            ("/名/2/b", (3, 12)),
            ("/名/2/c", (3, 22)),
            ("/d", (4, 8)),
        ] {
            assert_eq!(of(TEXT.as_bytes(), pointer), place, "{pointer}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(of(b"\xef\xbb\xbf[ 1]", "/0"), (1, 3));
    }

    #[test]
    fn what_is_not_there_is_told_at_what_stands_around_it() {
        assert_eq!(of(TEXT.as_bytes(), "/名/2/x"), (3, 5));
        assert_eq!(of(TEXT.as_bytes(), "/名/9"), (2, 8));
        assert_eq!(of(TEXT.as_bytes(), "/d/0"), (4, 8));
    }
}
