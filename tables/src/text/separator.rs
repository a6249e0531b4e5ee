//! Which character parts the cells of a text: the one by which most lines come out alike.

/// Stands for the comma of Chinese texts, which is no byte.
pub(super) const STANDS_IN: char = '\u{1f}';
/// Separators, the likeliest first.
const SEPARATORS: [char; 6] = [',', '\t', ';', '|', '，', '；'];
/// Lines that are looked at; below them a table goes on as it began.
const LINES: usize = 100;

/// A text with the byte that parts its cells.
pub(super) struct Separator {
    pub(super) byte: u8,
    pub(super) text: String,
}

/// Finds the separator. A line `sep=;`, which Excel understands, decides.
pub(super) fn separator(text: String) -> Separator {
    let told = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| text[4..].chars().next());
    let chosen = match told.filter(|told| *told != '\n') {
        Some(told) => told,
        None => guessed(&text),
    };
    // The line stays, so that rows keep their numbers, but it is no row.
    let text = match (told, text.find('\n')) {
        (Some(_), Some(end)) => text[end..].to_owned(),
        _ => text,
    };
    match u8::try_from(chosen).ok().filter(u8::is_ascii) {
        Some(byte) => Separator { byte, text },
        None => Separator { byte: STANDS_IN as u8, text: text.replace(chosen, "\u{1f}") },
    }
}

fn guessed(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    let alike = |separator: char| {
        let mut lengths = std::collections::BTreeMap::<usize, usize>::new();
        for line in &lines {
            let outside = line.split('"').step_by(2);
            let count = outside.flat_map(str::chars).filter(|c| *c == separator).count();
            *lengths.entry(count).or_default() += 1;
        }
        // Cells that come out alike in many lines: ten lines of two columns say less than three of seven.
        lengths.into_iter().map(|(count, lines)| count * (lines + count)).max().unwrap_or(0)
    };
    let most = SEPARATORS.into_iter().map(alike).max().unwrap_or(0);
    SEPARATORS.into_iter().find(|separator| alike(*separator) == most).unwrap_or(',')
}
