//! Takes out of a program what a library offers to scripts and no script calls.
//!
//! Leptos brings its server functions along, and these the streams of the browser: three classes that wasm-bindgen
//! exports from every program, with all they need. No page of the site has a server; what is exported is kept, split
//! into the part that is loaded first, and described again in the glue.

use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasmparser::Payload;

use crate::failure::Failure;

/// How the names of the classes begin, as the program writes them.
const CLASSES: &[u8] = b"IntoUnderlying";
/// The same in the names of what is exported.
const EXPORTS: &str = "intounderlying";
/// Where the macros of wasm-bindgen leave what they have seen, for its tool.
const DESCRIBED: &str = "__wasm_bindgen_unstable";

/// The program `name` as the linker made it, without what only those classes need.
///
/// # Errors
/// When the module cannot be read, or wasm-bindgen's section is written another way than today.
pub fn without(name: &str, program: &[u8]) -> Result<Vec<u8>, Failure> {
    let failed = |reason: String| Failure::Bindgen { binary: name.into(), reason };
    let mut module = wasm_encoder::Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(program) {
        let payload = payload.map_err(|fault| failed(fault.to_string()))?;
        let Some((id, range)) = payload.as_section() else { continue };
        match payload {
            Payload::CustomSection(section) if section.name() == DESCRIBED => {
                let kept = without_classes(section.data())
                    .ok_or_else(|| failed(format!("`{DESCRIBED}` is not made of pairs of version and program")))?;
                module.section(&wasm_encoder::CustomSection { name: DESCRIBED.into(), data: kept.into() });
            }
            Payload::ExportSection(exports) => {
                let mut section = wasm_encoder::ExportSection::new();
                for export in exports {
                    let export = export.map_err(|fault| failed(fault.to_string()))?;
                    let kind =
                        RoundtripReencoder.export_kind(export.kind).map_err(|fault| failed(fault.to_string()))?;
                    if !export.name.contains(EXPORTS) {
                        section.export(export.name, kind, export.index);
                    }
                }
                module.section(&section);
            }
            _ => {
                // Offsets into a slice, which the reader counts in 64 bits.
                let data = &program[range.start as usize..range.end as usize];
                module.section(&wasm_encoder::RawSection { id, data });
            }
        }
    }
    Ok(module.finish())
}

/// Drops those classes from what the macros have seen; `None` when it is written another way.
///
/// For each use of a macro two texts, each with its length before it: the version of wasm-bindgen, and what was seen.
fn without_classes(described: &[u8]) -> Option<Vec<u8>> {
    let (mut kept, mut rest) = (Vec::new(), described);
    while !rest.is_empty() {
        let version = with_length(rest)?;
        let seen = with_length(rest.get(version..)?)?;
        let (pair, others) = rest.split_at_checked(version + seen)?;
        if !pair.windows(CLASSES.len()).any(|part| part == CLASSES) {
            kept.extend_from_slice(pair);
        }
        rest = others;
    }
    Some(kept)
}

/// Counts the bytes that the first text and its length take.
fn with_length(texts: &[u8]) -> Option<usize> {
    let length = u32::from_le_bytes(*texts.first_chunk()?);
    usize::try_from(length).ok()?.checked_add(4)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, CustomSection, ExportKind, ExportSection, Function, FunctionSection, TypeSection};

    use super::*;

    fn module(exported: &[&str], described: &[u8]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut functions, mut exports, mut code) = (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        functions.function(0);
        exported.iter().for_each(|name| {
            exports.export(name, ExportKind::Func, 0);
        });
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
        let mut module = wasm_encoder::Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        module.section(&CustomSection { name: DESCRIBED.into(), data: described.into() });
        module.finish()
    }

    fn pair(seen: &str) -> Vec<u8> {
        let text = |text: &str| [&u32::try_from(text.len()).unwrap().to_le_bytes(), text.as_bytes()].concat();
        [text("{\"version\":\"1\"}"), text(seen)].concat()
    }

    #[test]
    fn classes_that_no_script_calls_are_neither_exported_nor_described() {
        let described = [pair("console"), pair("..IntoUnderlyingSink.."), pair("window")].concat();
        let whole = module(&["main", "intounderlyingsink_abort_1", "__wbg_intounderlyingsink_free_1"], &described);
        let kept = [pair("console"), pair("window")].concat();
        assert_eq!(without("app", &whole).unwrap(), module(&["main"], &kept));
    }

    #[test]
    fn a_program_without_them_stays_as_it_is() {
        let whole = module(&["main"], &pair("console"));
        assert_eq!(without("app", &whole).unwrap(), whole);
    }

    #[test]
    fn a_section_that_is_written_another_way_is_refused() {
        for described in [&b"abc"[..], &[9, 0, 0, 0], &pair("console")[..12]] {
            assert!(without("app", &module(&["main"], described)).is_err());
        }
        assert!(without("app", b"no module").is_err());
    }
}
