//! Quotation marks that are never closed: read as characters, or they would swallow the rows below.

/// The text with cells that begin with a lone quotation mark put into quotation marks.
///
/// The lines of those cells come with it.
///
/// A mark is lone when no other closes it, or when what it would enclose has the cells of a whole row in one of its
/// lines.
pub(super) fn closed(text: String, separator: u8) -> (String, Vec<u32>) {
    if !text.contains('"') {
        return (text, Vec::new());
    }
    let (bytes, width) = (text.as_bytes(), usual_width(&text, separator).max(3));
    let (mut out, mut lines) = (String::with_capacity(text.len()), Vec::new());
    // A text with many lone marks is looked through once from each of them.
    let mut patience = text.len().saturating_mul(4);
    let (mut at, mut line, mut copied) = (0, 1_u32, 0);
    let mut begins = true;
    while at < bytes.len() {
        if begins && bytes[at] == b'"' && patience > 0 {
            let (end, is_cell) = enclosed(bytes, at, separator, width);
            patience = patience.saturating_sub(end - at);
            if is_cell {
                line = line.saturating_add(count_lines(&bytes[at..end]));
                (at, begins) = (end, false);
                continue;
            }
            let cell_end = bytes[at..].iter().position(|byte| *byte == separator || *byte == b'\n');
            let cell_end = cell_end.map_or(bytes.len(), |length| at + length);
            out.push_str(&text[copied..at]);
            out.push('"');
            out.push_str(&text[at..cell_end].replace('"', "\"\""));
            out.push('"');
            lines.push(line);
            (at, copied, begins) = (cell_end, cell_end, false);
            continue;
        }
        begins = bytes[at] == separator || bytes[at] == b'\n';
        line = line.saturating_add(u32::from(bytes[at] == b'\n'));
        at += 1;
    }
    out.push_str(&text[copied..]);
    (out, lines)
}

/// Finds the end of the quoted cell that begins at `at`, and whether it is one.
fn enclosed(bytes: &[u8], at: usize, separator: u8, width: usize) -> (usize, bool) {
    let (mut place, mut in_line, mut broken) = (at + 1, 0, false);
    while place < bytes.len() {
        match bytes[place] {
            b'"' if bytes.get(place + 1) == Some(&b'"') => place += 1,
            b'"' => {
                let next = bytes.get(place + 1).copied();
                let ends = next.is_none_or(|next| next == separator || next == b'\n');
                return (place + 1, ends && !(broken && in_line >= width));
            }
            b'\n' if broken && in_line >= width => return (place, false),
            b'\n' => (broken, in_line) = (true, 0),
            byte if byte == separator => in_line += 1,
            _ => {}
        }
        place += 1;
    }
    (place, false)
}

/// Separators in most of the lines that have any.
fn usual_width(text: &str, separator: u8) -> usize {
    let mut lengths = std::collections::BTreeMap::<usize, usize>::new();
    for line in text.lines().take(200) {
        let outside = line.split('"').step_by(2);
        let count = outside.flat_map(str::bytes).filter(|byte| *byte == separator).count();
        *lengths.entry(count).or_default() += 1;
    }
    lengths.remove(&0);
    lengths.into_iter().max_by_key(|(count, lines)| (*lines, *count)).map_or(1, |(count, _)| count)
}

fn count_lines(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(u32::MAX)
}
