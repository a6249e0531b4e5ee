//! The packed file.
//!
//! What in it is part of a workbook, weighed, and packed again for the reader of workbooks.
//!
//! That reader keeps all texts, formats and names before it gives the first row, and unpacks whatever it is pointed at.
//! It is given what was weighed here and nothing else, so it cannot be pointed at anything that was not.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::read::ZipFile;
use zip::{ZipArchive, ZipWriter};

use super::meter::{Meter, Metered};
use super::part::{Part, PartKind};
use super::weigh::{Visibility, Weight};
use crate::fault::{Many, TableFault};
use crate::limits::{BYTES, PARTS, UNPACKED};

/// A workbook within all bounds.
pub(super) struct Sound {
    /// It, packed again.
    pub(super) packed: Vec<u8>,
    /// Whether it has merged regions.
    pub(super) merged: bool,
    /// The place of the sheet that was in front, from 0.
    pub(super) active: usize,
    /// Whether its numbers count days from 1904 on.
    pub(super) from_1904: bool,
    /// Numbers of hidden rows, from 0, by the names of sheets.
    pub(super) hidden_rows: BTreeMap<String, Vec<u32>>,
}

type Packed<'b> = ZipArchive<Cursor<&'b [u8]>>;
type Xml<'m, 'z, 'b> = Reader<Metered<'m, BufReader<ZipFile<'z, Cursor<&'b [u8]>>>>>;

/// Weighs everything that would be read.
///
/// # Errors
/// The first bound that is broken.
pub(super) fn sound(bytes: &[u8]) -> Result<Sound, TableFault> {
    // The list of parts is itself read whole: its length is known by the marks of its entries.
    if count(bytes, *b"PK\x01\x02") > PARTS || count(bytes, *b"PK\x05\x06") > PARTS {
        return Err(TableFault::TooMany(Many::Parts));
    }
    let mut packed = ZipArchive::new(Cursor::new(bytes)).map_err(TableFault::damaged)?;
    let parts = parts(&mut packed)?;
    if !parts.iter().any(|part| part.kind == PartKind::Workbook) {
        return Err(TableFault::NoWorkbook);
    }
    let (meter, mut weight) = (Meter::new(), Weight::default());
    for part in &parts {
        let file = packed.by_index(part.at).map_err(TableFault::damaged)?;
        let all = meter.read().saturating_add(file.size());
        if all > UNPACKED {
            return Err(TableFault::Unpacks(all));
        }
        if weight.wants(part) {
            weight.add(part, &meter, reader(file, &meter))?;
        }
    }
    weight.finish()?;
    let (packed, merged) = (pack(&mut packed, parts.iter().filter(|part| weight.wants(part)))?, weight.has_merged());
    let Visibility { active, from_1904, hidden_rows } = weight.shown();
    Ok(Sound { packed, merged, active, from_1904, hidden_rows })
}

fn count(bytes: &[u8], mark: [u8; 4]) -> usize {
    bytes.windows(mark.len()).filter(|window| *window == mark).count()
}

/// The parts of a workbook by their outermost tags, whatever they are called.
fn parts(packed: &mut Packed<'_>) -> Result<Vec<Part>, TableFault> {
    let mut parts = Vec::new();
    for at in 0..packed.len() {
        let name = packed.name_for_index(at).and_then(Result::ok).unwrap_or_default().replace('\\', "/");
        let folded = name.to_ascii_lowercase();
        if !folded.ends_with(".xml") && !folded.ends_with(".rels") {
            continue;
        }
        let file = packed.by_index(at).map_err(TableFault::damaged)?;
        // A meter of its own: no more than one stretch is read to know what it is.
        let meter = Meter::new();
        if let Some(kind) = kind(reader(file, &meter), &meter, &name)? {
            parts.push(Part { at, name, kind });
        }
    }
    parts.sort_by_key(|part| part.kind);
    Ok(parts)
}

fn kind(mut xml: Xml<'_, '_, '_>, meter: &Meter, name: &str) -> Result<Option<PartKind>, TableFault> {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                return Ok(match tag.local_name().as_ref() {
                    "workbook" => Some(PartKind::Workbook),
                    "Relationships" => Some(PartKind::Relationships),
                    "sst" => Some(PartKind::SharedTexts),
                    "styleSheet" => Some(PartKind::Formats),
                    "worksheet" => Some(PartKind::Sheet),
                    _ => None,
                });
            }
            // What cannot be unpacked could be anything.
            Err(quick_xml::Error::Io(fault)) if meter.over().is_none() => {
                return Err(TableFault::damaged(format!("{name}: {fault}")));
            }
            Ok(Event::Eof) | Err(_) => return Ok(None),
            Ok(_) => {}
        }
    }
}

/// Set up as the reader of workbooks does it: what is weighed is what it will see.
fn reader<'m, 'z, 'b>(file: ZipFile<'z, Cursor<&'b [u8]>>, meter: &'m Meter) -> Xml<'m, 'z, 'b> {
    let mut xml = Reader::from_reader(Metered { inner: BufReader::new(file), meter });
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    config.expand_empty_elements = true;
    xml
}

/// The parts as they are, without unpacking them.
fn pack<'p>(packed: &mut Packed<'_>, parts: impl Iterator<Item = &'p Part>) -> Result<Vec<u8>, TableFault> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut all = 0_u64;
    for part in parts {
        let file = packed.by_index_raw(part.at).map_err(TableFault::damaged)?;
        all = all.saturating_add(file.compressed_size());
        // Entries that lie over one another are more together than the file that they are in.
        if all > BYTES {
            return Err(TableFault::damaged("overlapping parts"));
        }
        writer.raw_copy_file(file).map_err(TableFault::damaged)?;
    }
    writer.finish().map(Cursor::into_inner).map_err(TableFault::damaged)
}
