//! The targets, one file each.

pub mod catalogue;
pub mod csv_cell;
pub mod open_key;
pub mod parse;
pub mod verify;
pub mod xlsx_import;

/// Something that reads what strangers write.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name: that of its program and of its folder in `corpus`.
    pub name: &'static str,
    /// Takes an input; panics when something does not hold.
    pub run: fn(&[u8]),
    /// The words of the format.
    pub words: &'static [&'static [u8]],
    /// Mutated inputs in the bounded run, by what an input costs.
    pub bounded: usize,
}

/// All of them.
pub const TARGETS: [Target; 6] =
    [parse::TARGET, verify::TARGET, open_key::TARGET, csv_cell::TARGET, catalogue::TARGET, xlsx_import::TARGET];
