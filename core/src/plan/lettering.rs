//! Names made to fit into their rectangle: smaller before shorter, and what had to be cut off is known.

/// Heights of a letter on the grid, largest first.
///
/// The largest is as high as a fingertip's name on a telephone, the smallest is 4 mm on A4.
const SIZES: [u32; 3] = [340, 250, 170];

/// A name as it is drawn.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lettering {
    /// Height of a letter.
    pub size: u32,
    /// Its lines.
    pub lines: Vec<String>,
    /// Whether letters are missing.
    pub is_cut: bool,
}

impl Lettering {
    /// Fits a name into so much room.
    pub fn fit(name: &str, width: u32, height: u32) -> Self {
        let name = name.trim();
        let of = |size: u32| {
            let lines = lines(name, width * 10 / size.max(1));
            let room = usize::try_from(height * 10 / (size * 12)).unwrap_or(0);
            (lines, room)
        };
        for size in SIZES {
            let (lines, room) = of(size);
            if lines.len() <= room {
                return Self { size, lines, is_cut: false };
            }
        }
        let size = SIZES[SIZES.len() - 1];
        let (mut lines, room) = of(size);
        lines.truncate(room.max(1));
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
        Self { size, lines, is_cut: true }
    }
}

/// Tenths of a letter's height that a letter takes across.
fn tenths(letter: char) -> u32 {
    if letter.is_ascii() { 6 } else { 10 }
}

/// The name in lines of so many tenths of a letter, each at least a letter long.
fn lines(name: &str, most: u32) -> Vec<String> {
    let mut lines = Vec::<String>::new();
    let mut taken = most;
    for letter in name.chars() {
        if taken + tenths(letter) > most {
            lines.push(String::new());
            taken = 0;
        }
        taken += tenths(letter);
        if let Some(line) = lines.last_mut() {
            line.push(letter);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_large_and_a_long_one_smaller_and_in_lines() {
        let short = Lettering::fit("打磨间", 2_000, 1_000);
        assert_eq!((short.size, short.lines.as_slice(), short.is_cut), (340, &["打磨间".to_owned()][..], false));
        let long = Lettering::fit("二号打磨抛光车间（东）", 1_000, 1_000);
        assert!(long.size < 340 && long.lines.len() > 1 && !long.is_cut, "{long:?}");
        assert_eq!(long.lines.concat(), "二号打磨抛光车间（东）");
    }

    #[test]
    fn what_does_not_fit_is_cut_and_known() {
        let cut = Lettering::fit("危险化学品中间仓库", 400, 200);
        assert!(cut.is_cut && cut.lines.len() == 1 && cut.lines[0].ends_with('…'), "{cut:?}");
        assert_eq!(Lettering::fit("", 400, 0).lines.len(), 0);
        assert!(Lettering::fit("门", 0, 0).is_cut);
    }

    #[test]
    fn latin_letters_take_less_room() {
        assert_eq!(Lettering::fit("CNC-01", 1_300, 500).size, 340);
        assert!(Lettering::fit("数控车床一", 1_300, 450).size < 340);
    }
}
