//! Where a value stands in a JSON text, so that a problem can be shown at its line.

/// Line and column, both from 1 and in characters, of the value at a JSON pointer (RFC 6901) in `text`, which a strict reader has
/// already found sound; of the nearest value around it when it is not there. Steps of the pointer hold no `~` escapes.
pub(super) fn of(text: &str, pointer: &str) -> (u32, u32) {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let mut walk = Walk { bytes: text.as_bytes(), at: 0 };
    let before = text.get(..walk.find(&steps)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
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
                    let name = if is_object { self.name() } else { index.to_string().into_bytes() };
                    if name == step.as_bytes() {
                        return self.find(below);
                    }
                    self.skip_value();
                    index += 1;
                }
            }
        }
    }

    /// The name of a member; leaves the walk behind its colon.
    fn name(&mut self) -> Vec<u8> {
        let start = self.at + 1;
        self.skip_string();
        let name = self.bytes.get(start..self.at.saturating_sub(1)).unwrap_or_default().to_vec();
        self.skip_blank();
        self.at += 1;
        name
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
            assert_eq!(of(TEXT, pointer), place, "{pointer}");
        }
    }

    #[test]
    fn what_is_not_there_is_told_at_what_stands_around_it() {
        assert_eq!(of(TEXT, "/名/2/x"), (3, 5));
        assert_eq!(of(TEXT, "/名/9"), (2, 8));
        assert_eq!(of(TEXT, "/d/0"), (4, 8));
    }
}
