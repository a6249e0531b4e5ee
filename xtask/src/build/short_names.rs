//! Takes out of a program and its glue what only people read.
//!
//! wasm-bindgen calls each function that a program imports by its name and 16 digits of a hash, in the program and in
//! its glue. No compression makes a hash smaller, and there are hundreds; a page of a few hundred kilobytes is fetched
//! over a telephone's connection.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasmparser::{Imports, Payload};

use crate::failure::Failure;

/// A program and its glue.
#[derive(Debug, PartialEq, Eq)]
pub struct Bound {
    /// The WebAssembly module.
    pub module: Vec<u8>,
    /// The JavaScript.
    pub glue: String,
}

/// The same with short names for what the program `name` imports, and the glue without comments.
///
/// # Errors
/// When the module cannot be read, or the glue is written another way than wasm-bindgen writes it today.
pub fn shorten(name: &str, bound: &Bound) -> Result<Bound, Failure> {
    let failed = |reason: String| Failure::Bindgen { binary: name.into(), reason };
    let from = format!("./{name}_bg.js");
    let mut names = BTreeMap::new();
    let mut module = wasm_encoder::Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(&bound.module) {
        let payload = payload.map_err(|fault| failed(fault.to_string()))?;
        let Some((id, range)) = payload.as_section() else { continue };
        let Payload::ImportSection(imports) = payload else {
            // Offsets into a slice, which the reader counts in 64 bits.
            let data = &bound.module[range.start as usize..range.end as usize];
            module.section(&wasm_encoder::RawSection { id, data });
            continue;
        };
        let mut section = wasm_encoder::ImportSection::new();
        for import in imports {
            let import = match import.map_err(|fault| failed(fault.to_string()))? {
                Imports::Single(_, import) => import,
                _ => return Err(failed("its imports are grouped".into())),
            };
            let kind = RoundtripReencoder.entity_type(import.ty).map_err(|fault| failed(fault.to_string()))?;
            let short = (import.module == from).then(|| {
                let next = letters(names.len());
                names.entry(import.name.to_owned()).or_insert(next).clone()
            });
            section.import(import.module, short.as_deref().unwrap_or(import.name), kind);
        }
        module.section(&section);
    }
    let mut glue = bare(&bound.glue).map_err(&failed)?;
    for (long, short) in names {
        let defined = format!("\n{long}: ");
        if glue.matches(&defined).count() != 1 || glue.matches(&long).count() != 1 {
            return Err(failed(format!("`{long}` must stand in the glue exactly once")));
        }
        glue = glue.replacen(&defined, &format!("\n{short}: "), 1);
    }
    Ok(Bound { module: module.finish(), glue })
}

/// The name with this number: `a` to `z`, then `aa`, `ab`, …
fn letters(number: usize) -> String {
    // A remainder of 26 is below 256.
    let last = char::from(b'a' + (number % 26) as u8);
    if number < 26 { last.into() } else { format!("{}{last}", letters(number / 26 - 1)) }
}

/// A script without its comments, indentation and empty lines.
fn bare(script: &str) -> Result<String, String> {
    let mut bare = String::from("\n");
    let mut documents = false;
    for line in script.lines().map(str::trim) {
        documents |= line.starts_with("/**");
        if !documents && !line.is_empty() && !line.starts_with("//") {
            if line.matches('`').count() % 2 == 1 {
                return Err(format!("a text over several lines: {line}"));
            }
            bare.push_str(line);
            bare.push('\n');
        }
        documents &= !line.ends_with("*/");
    }
    Ok(bare)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::EntityType;

    use super::*;

    fn module(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut section = wasm_encoder::ImportSection::new();
        for (from, name) in imports {
            section.import(from, name, EntityType::Function(0));
        }
        let mut module = wasm_encoder::Module::new();
        module.section(&types).section(&section).section(&wasm_encoder::MemorySection::new());
        module.finish()
    }

    const GLUE: &str = "const import0 = {
        __proto__: null,
        /**
         * Says it.
         */
        __wbg_log_70d38255291ae4c8: function(arg0) {

            // Says it.
            say(`${arg0}`); // https://here
        },
        __wbg_now_cd4348290afae586: function() {},
    };";

    #[test]
    fn what_is_imported_from_the_glue_has_a_short_name_on_both_sides() {
        let before = Bound {
            module: module(&[
                ("./app_bg.js", "__wbg_log_70d38255291ae4c8"),
                ("parts", "fetch"),
                ("./app_bg.js", "__wbg_now_cd4348290afae586"),
            ]),
            glue: GLUE.into(),
        };
        let after = shorten("app", &before).unwrap();
        assert_eq!(after.module, module(&[("./app_bg.js", "a"), ("parts", "fetch"), ("./app_bg.js", "b")]));
        let glue = "\nconst import0 = {\n__proto__: null,\na: function(arg0) {\nsay(`${arg0}`); // https://here\n},\nb: function() {},\n};\n";
        assert_eq!(after.glue, glue);
    }

    #[test]
    fn a_glue_that_is_written_another_way_is_refused() {
        let imports = module(&[("./app_bg.js", "__wbg_log_70d38255291ae4c8")]);
        for glue in ["const import0 = {};".to_owned(), format!("{GLUE}\n__wbg_log_70d38255291ae4c8: 1"), "`\n`".into()]
        {
            assert!(shorten("app", &Bound { module: imports.clone(), glue }).is_err());
        }
        assert!(shorten("app", &Bound { module: b"no module".into(), glue: GLUE.into() }).is_err());
    }

    #[test]
    fn names_are_counted_in_letters() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["a", "z", "aa", "ab", "zz", "aaa"]);
    }
}
