//! Turns the compiled programs into what a browser loads: split into parts, with their glue.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    thread,
    time::SystemTime,
};

use wasm_bindgen_cli_support::Bindgen;

use super::{
    asset_names::short_hash,
    compile::{PROGRAMS, Profile, program},
    folder::collect,
    short_names::{self, Bound},
    site::COMPILED,
    trusted, uncalled,
};
use crate::{failure::Failure, workspace::Workspace};

/// How the script of the parts comes by them.
///
/// It compiles only if the host says `application/wasm`, which old office servers do not, and a part waits unread until
/// those it rests on are there.
const FETCHED: [&str; 2] = ["const src = fetch(", "WebAssembly.instantiateStreaming(src, imports)"];
/// The same, each compiled as soon as it has come, whatever it rests on and whatever the host says.
const COMPILED_AT_ONCE: [&str; 2] = ["const src = compiled(", "WebAssembly.instantiate(await src, imports)"];
/// The function that compiles a part once it has come.
///
/// Not while it comes: a page that is left then would say in its last moment that a part could not be fetched.
const COMPILING: &str =
    "const compiled = async (address) => WebAssembly.compile(await (await fetch(address)).arrayBuffer());\n";

/// The name by which WebAssembly calls the script that fetches its parts.
const LINK: &str = "parts";

/// How a program is loaded in the browser.
#[derive(Debug, Clone, Copy)]
enum Loading {
    /// By `import` from a module script.
    Module,
    /// By `importScripts` in a classic worker: module workers are missing in Firefox before 114.
    ClassicWorker,
}

impl Loading {
    fn of(name: &str) -> Self {
        match name {
            "worker" | "tables" => Self::ClassicWorker,
            _ => Self::Module,
        }
    }
}

/// Splits and binds the compiled programs, all at once, and returns their files by source path.
///
/// `wasm/enterprise/enterprise.js`, `wasm/enterprise/enterprise_bg.wasm`, …
///
/// # Errors
/// When splitting or wasm-bindgen fails, or a file cannot be read or written.
pub(super) fn bind(workspace: &Workspace, profile: Profile) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let folder = workspace.target.join("bindgen").join(profile.name());
    let all: Result<Vec<_>, Failure> = thread::scope(|scope| {
        let one = |name| {
            let (binary, output) = (program(workspace, profile, name), folder.join(name));
            scope.spawn(move || bind_one(&binary, &output, name, profile))
        };
        let running = PROGRAMS.map(one);
        running.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(panicked()))).collect()
    });
    let mut files = BTreeMap::new();
    all?.into_iter().for_each(|mut of_one| files.append(&mut of_one));
    Ok(files)
}

fn panicked() -> Failure {
    Failure::Bindgen { binary: "a program".into(), reason: "the tool panicked, see above".into() }
}

fn bind_one(binary: &Path, output: &Path, name: &str, profile: Profile) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let stamp = output.with_extension("txt");
    let wanted = identity(binary)?;
    // A release is always made anew: whether it comes out the same is one of the checks.
    let is_bound = profile == Profile::Quick && wanted.is_some() && fs::read_to_string(&stamp).ok() == wanted;
    if !is_bound {
        fs::remove_file(&stamp).or_else(absent).map_err(Failure::at(&stamp))?;
        empty(output)?;
        // Split even a program without parts; otherwise the linker keeps everything that splitting might need.
        let first = split(binary, output, name)?;
        glue(&first, output, name)?;
        fs::remove_file(&first).map_err(Failure::at(&first))?;
        join(output, name)?;
        if matches!(Loading::of(name), Loading::Module) {
            trust(output, name)?;
        }
        shorten(output, name)?;
        fs::write(&stamp, wanted.unwrap_or_default()).map_err(Failure::at(&stamp))?;
    }
    let mut files = BTreeMap::new();
    collect(output, &format!("{COMPILED}{name}"), &mut files)?;
    Ok(files)
}

/// Identifies the inputs of the output: the bytes of the program, and this tool.
///
/// `None` if the tool has been replaced since it started.
fn identity(binary: &Path) -> Result<Option<String>, Failure> {
    let bytes = fs::read(binary).map_err(Failure::at(binary))?;
    let tool = env::current_exe().and_then(fs::metadata);
    let built = tool.and_then(|tool| tool.modified()).map(|time| time.duration_since(SystemTime::UNIX_EPOCH));
    Ok(match built {
        Ok(Ok(built)) => Some(format!("{} {}", short_hash(&bytes), built.as_nanos())),
        _ => None,
    })
}

fn absent(fault: std::io::Error) -> std::io::Result<()> {
    if fault.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(fault) }
}

/// Splits a program at its functions marked as fetched later.
///
/// Returns the part that is loaded first, which wasm-bindgen has to see; the others, and the script that fetches them,
/// lie in `output` as they will be published.
fn split(binary: &Path, output: &Path, name: &str) -> Result<PathBuf, Failure> {
    let first = output.join("first.wasm");
    let whole = uncalled::without(name, &fs::read(binary).map_err(Failure::at(binary))?)?;
    let glue = format!("./{name}.js");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = output;
    options.main_out_path = &first;
    options.link_name = LINK;
    options.main_module = &glue;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|reason| Failure::Split { binary: name.into(), reason: format!("{reason:#}") })?
        .split_modules;
    for part in parts {
        let bytes = fs::read(&part).map_err(Failure::at(&part))?;
        let bare = without_names(&bytes)
            .map_err(|reason| Failure::Split { binary: name.into(), reason: reason.to_string() })?;
        fs::write(&part, bare).map_err(Failure::at(&part))?;
    }
    Ok(first)
}

/// A WebAssembly module without its custom sections.
///
/// Names of functions and producers, which no browser needs.
fn without_names(module: &[u8]) -> Result<Vec<u8>, wasmparser::BinaryReaderError> {
    let mut bare = wasm_encoder::Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let (Some((id, range)), false) =
            (payload.as_section(), matches!(payload, wasmparser::Payload::CustomSection(_)))
        {
            // Offsets into a slice, which the reader counts in 64 bits.
            let data = &module[range.start as usize..range.end as usize];
            bare.section(&wasm_encoder::RawSection { id, data });
        }
    }
    Ok(bare.finish())
}

/// Lets the glue of a program find the script that fetches its parts.
///
/// In WebAssembly that script has a name that is no path, because the published path, with its hash, is not known when
/// WebAssembly is made.
fn join(output: &Path, name: &str) -> Result<(), Failure> {
    let (link, script) = (output.join(LINK), output.join("parts.js"));
    let glue = output.join(name).with_extension("js");
    let text = fs::read_to_string(&glue).map_err(Failure::at(&glue))?;
    let import = format!("from \"{LINK}\"");
    if text.contains(&import) {
        let mut fetching = fs::read_to_string(&link).map_err(Failure::at(&link))?;
        for (from, to) in FETCHED.iter().zip(COMPILED_AT_ONCE) {
            if !fetching.contains(from) {
                let reason = format!("the script of the parts has no `{from}`");
                return Err(Failure::Split { binary: name.into(), reason });
            }
            fetching = fetching.replace(from, to);
        }
        fs::write(&script, without_remarks(&(fetching + COMPILING))).map_err(Failure::at(&script))?;
        fs::remove_file(&link).map_err(Failure::at(&link))?;
        fs::write(&glue, text.replace(&import, "from \"./parts.js\"")).map_err(Failure::at(&glue))
    } else {
        // Nothing in this program is fetched later.
        fs::remove_file(&link).map_err(Failure::at(&link))
    }
}

/// A script without the lines that only people read.
fn without_remarks(script: &str) -> String {
    let is_remark = |line: &&str| ["//", "/*"].iter().any(|mark| line.trim_start().starts_with(mark));
    script.lines().filter(|line| !is_remark(line)).map(|line| format!("{line}\n")).collect()
}

/// Gives the glue of a page its policy for Trusted Types.
fn trust(output: &Path, name: &str) -> Result<(), Failure> {
    let glue = output.join(name).with_extension("js");
    let text = fs::read_to_string(&glue).map_err(Failure::at(&glue))?;
    fs::write(&glue, trusted::complete(&format!("{name}.js"), &text)?).map_err(Failure::at(&glue))
}

/// Gives program and glue short names for each other.
fn shorten(output: &Path, name: &str) -> Result<(), Failure> {
    let (module, glue) = (output.join(format!("{name}_bg.wasm")), output.join(name).with_extension("js"));
    let bound = Bound {
        module: fs::read(&module).map_err(Failure::at(&module))?,
        glue: fs::read_to_string(&glue).map_err(Failure::at(&glue))?,
    };
    let short = short_names::shorten(name, &bound)?;
    fs::write(&module, short.module).map_err(Failure::at(&module))?;
    fs::write(&glue, short.glue).map_err(Failure::at(&glue))
}

fn empty(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::at(folder))?;
    }
    fs::create_dir_all(folder).map_err(Failure::at(folder))
}

fn glue(binary: &Path, output: &Path, name: &str) -> Result<(), Failure> {
    let generate = || {
        let mut bindgen = Bindgen::new();
        match Loading::of(name) {
            // The parts fetched later reach the table, the memory and each other through what the linker exports.
            Loading::Module => bindgen.web(true)?.keep_lld_exports(true),
            Loading::ClassicWorker => bindgen.no_modules(true)?,
        };
        bindgen
            .input_path(binary)
            .out_name(name)
            .typescript(false)
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(output)
    };
    generate().map_err(|reason| Failure::Bindgen { binary: name.into(), reason: format!("{reason:#}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_sections_are_left_out_of_a_part() {
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let module = |named: bool| {
            let mut module = wasm_encoder::Module::new();
            module.section(&types);
            if named {
                module.section(&wasm_encoder::CustomSection { name: "name".into(), data: b"anziping".into() });
            }
            module.section(&wasm_encoder::MemorySection::new());
            module.finish()
        };
        assert_eq!(without_names(&module(true)).unwrap(), module(false));
        assert!(without_names(b"no module").is_err());
    }
    #[test]
    fn of_a_script_only_lines_that_are_remarks_are_left_out() {
        let script = "/* of two */\nconst at = \"https://x\";\n    // why\n    begin(); // now\n";
        assert_eq!(without_remarks(script), "const at = \"https://x\";\n    begin(); // now\n");
    }
}
