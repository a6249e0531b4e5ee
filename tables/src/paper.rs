//! A paper as word processors take it: what stands on it, line by line, and nothing of what it means.

use serde::{Deserialize, Serialize};

/// A document of one or more sheets, each beginning on a page of its own.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaperFile {
    /// The title, for the list of files and for people who hear the page.
    pub title: String,
    /// Its sheets, in their order.
    pub sheets: Vec<PaperSheet>,
}

/// The sheet of a paper, which begins on a page of its own.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaperSheet {
    /// Whether the page lies across.
    pub wide: bool,
    /// The parts from top to bottom.
    pub parts: Vec<PaperPart>,
}

/// A line, a table, or another part of a sheet.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperPart {
    /// Text from margin to margin.
    Line(PaperLine),
    /// Rows and columns.
    Table(PaperTable),
    /// Places to sign by hand, two beside each other; never alone on a page.
    Signs(Vec<String>),
    /// A square code for cameras.
    Code {
        /// The text.
        text: String,
        /// A description, for people who cannot see it.
        label: String,
    },
    /// A picture; those right behind each other stand beside each other while there is room.
    Picture(PaperPicture),
}

/// A picture, whose file comes beside the paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaperPicture {
    /// How many of the bytes beside the paper are its file, a PNG, behind those of the pictures before it.
    pub bytes: usize,
    /// How wide and how high it is on paper, in millimetres; less where the page has less room.
    pub size: [u32; 2],
    /// A description, for people who cannot see it.
    pub label: String,
}

/// A paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaperLine {
    /// How it is set.
    pub style: LineStyle,
    /// The text; may have line breaks.
    pub text: String,
    /// Whether it stays on the page of what comes after it.
    pub keep: bool,
}

/// How a paragraph is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineStyle {
    /// The name of the paper.
    Title,
    /// The name of a part of it.
    Heading,
    /// As most are.
    Plain,
    /// In bold letters.
    Strong,
    /// Smaller, for remarks.
    Hint,
    /// With a point before it.
    Item,
    /// In a frame, for what must not be overlooked.
    Framed,
}

/// Rows and columns.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaperTable {
    /// How many rows from the top are repeated on every page.
    pub heading_rows: usize,
    /// Whether its cells have lines around them.
    pub ruled: bool,
    /// Whether it stays on the page of what comes after it.
    pub keep: bool,
    /// Its rows from top to bottom.
    pub rows: Vec<Vec<PaperCell>>,
}

/// A cell of a table.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaperCell {
    /// The text, in paragraphs.
    pub lines: Vec<String>,
    /// Whether it names its row or column.
    pub heading: bool,
    /// How many columns it takes; 0 is read as 1.
    pub columns: usize,
    /// How many rows it takes; 0 is read as 1.
    pub rows: usize,
    /// Whether it has room for handwriting.
    pub hand: bool,
}
