//! The bounds of what is read, in one place.
//!
//! Half a megabyte can unpack to half a gigabyte, and takes the browser with it.
//!
//! Each is looked at before what it bounds is kept. Nothing that a spreadsheet program holds within [`ROWS`],
//! [`COLUMNS`] and [`TEXT_BYTES`] is over another of them.

/// Largest file, in bytes. Callers that know the size beforehand refuse without reading.
pub const BYTES: u64 = 20_000_000;

/// Most rows; a ledger of ten years at ten hazards a week has half as many.
pub const ROWS: usize = 10_000;

/// Most rows of all sheets of a file together: people keep one sheet a month.
pub const ALL_ROWS: usize = 2 * ROWS;

/// Most columns; what stands to the right of them is no ledger and is passed over.
pub const COLUMNS: usize = 60;

/// Longest cell, in UTF-16 units. Excel holds no longer one.
pub const CELL: usize = 32_767;

/// All texts of a file together, and all shared texts of a workbook, in bytes of UTF-8.
///
/// 700 Chinese characters in each of [`ROWS`] rows.
pub const TEXT_BYTES: usize = 20_000_000;

/// The limit of the parts that are read of a workbook, unpacked and taken together, in bytes.
///
/// They are read as a stream, so this bounds the time. A sheet of [`ROWS`] times [`COLUMNS`] numbers has 30 million,
/// one that is formatted down to Excel's last row some 100 million.
pub const UNPACKED: u64 = 400_000_000;

/// Most tags in them: ten million cells with nothing but a format, and as many rows.
///
/// Tags take most of the time.
pub const TAGS: usize = 20_000_000;

/// Most parts in a workbook.
///
/// Pictures are parts too; ten thousand in [`BYTES`] would have two kilobytes each.
pub const PARTS: usize = 10_000;

/// Most sheets. Excel has no bound but the memory; each costs a list entry and a look.
pub const SHEETS: usize = 1_000;

/// Most different texts that the cells of a workbook share.
pub const SHARED_TEXTS: usize = 1_000_000;

/// Most formulas in a workbook.
///
/// Three times as many as a sheet has cells within [`ROWS`] and [`COLUMNS`]: people fill them down.
pub const FORMULAS: usize = 2_000_000;

/// Most merged regions in a workbook: every cell within [`ROWS`] and [`COLUMNS`], two by two.
pub const MERGED: usize = ROWS * COLUMNS / 2;

/// Most formats, and most fonts, fills, borders and number formats. Excel's own bound of cell formats.
pub const FORMATS: usize = 65_490;

/// The limit of all formats together, in bytes: each is a copy of its font, fill and border.
pub const FORMAT_BYTES: u64 = 64_000_000;

/// Most names of regions, and most relationships of the workbook. Each is a list entry.
pub const NAMES: usize = 70_000;

/// Longest stretch of one kind in the text of a part: a tag, or what stands between two tags.
///
/// A cell of [`CELL`] characters of which each is escaped (`_x000D_`) has 230 thousand.
pub(crate) const STRETCH: usize = 256 * 1024;

/// Deepest nesting of tags; a rich text in a cell is level 7.
pub(crate) const DEPTH: usize = 64;

/// Most characters of the escaped form of one: `_x000D_`.
pub(crate) const ESCAPED: usize = 7;
