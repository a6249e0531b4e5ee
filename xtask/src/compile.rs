//! From Rust to the WebAssembly files and their JavaScript glue, with nothing of this machine in them.

use std::{
    collections::BTreeMap,
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use wasm_bindgen_cli_support::Bindgen;

use crate::{
    failure::Failure,
    process, trusted,
    workspace::{WASM, Workspace, rustc},
};

/// How much work the compiler puts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small and slow to build: what is published and measured.
    Release,
    /// Seconds instead of minutes, several times larger: for work.
    Quick,
}

impl Profile {
    /// The name cargo knows the profile by, which is also the name of its output folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Quick => "quick",
        }
    }
}

/// How a binary is loaded in the browser.
#[derive(Debug, Clone, Copy)]
enum Loading {
    /// By `import` from a module script.
    Module,
    /// By `importScripts` in a classic worker: module workers are missing in Firefox before 114.
    ClassicWorker,
}

/// The folder of the compiled files among the sources of a site; each binary has one of its own in it.
pub const COMPILED: &str = "wasm/";

/// How the parts are compiled as they come from the tool: only if the host says `application/wasm`, which old office servers do not.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// The same without asking what the host says.
const BUFFERED: &str = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";

/// What WebAssembly calls the script that fetches its parts.
const LINK: &str = "parts";

const BINARIES: [(&str, Loading); 4] = [
    ("enterprise", Loading::Module),
    ("office", Loading::Module),
    ("worker", Loading::ClassicWorker),
    ("tables", Loading::ClassicWorker),
];

/// Compiles the four binaries and gives their files by source path: `wasm/enterprise/enterprise.js`,
/// `wasm/enterprise/enterprise_bg.wasm`, …
///
/// # Errors
/// When cargo, cutting or wasm-bindgen fails, or a file cannot be read.
pub fn compile(workspace: &Workspace, profile: Profile) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    workspace.require_wasm_target()?;
    process::run(
        workspace
            .cargo()
            .args(["build", "--package", "anziping", "--bins", "--target", WASM, "--profile", profile.name()])
            .arg("--target-dir")
            .arg(&workspace.target)
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?),
    )?;
    let mut files = BTreeMap::new();
    for (name, loading) in BINARIES {
        let binary = workspace.target.join(WASM).join(profile.name()).join(name).with_extension("wasm");
        let output = workspace.target.join("bindgen").join(profile.name()).join(name);
        empty(&output)?;
        // A binary without parts is cut as well: what it does not use stays in it otherwise, because the linker keeps everything that
        // cutting may need.
        let first = split(&binary, &output, name)?;
        bind(&first, &output, name, loading)?;
        fs::remove_file(&first).map_err(Failure::at(&first))?;
        join(&output, name)?;
        if matches!(loading, Loading::Module) {
            trust(&output, name)?;
        }
        collect(&output, &format!("{COMPILED}{name}"), &mut files)?;
    }
    Ok(files)
}

/// Cuts a binary at its functions marked as fetched later. Gives the part that is loaded first, which wasm-bindgen has to see;
/// the others, and the script that fetches them, lie in `output` as they will be published.
fn split(binary: &Path, output: &Path, name: &str) -> Result<PathBuf, Failure> {
    let first = output.join("first.wasm");
    let whole = fs::read(binary).map_err(Failure::at(binary))?;
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

/// A WebAssembly module without its custom sections: names of functions and producers, which no browser needs.
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

/// Lets the glue of a binary find the script that fetches its parts. In WebAssembly that script has a name that is no path, because
/// the published path, with its hash, is not known when WebAssembly is made.
fn join(output: &Path, name: &str) -> Result<(), Failure> {
    let (link, script) = (output.join(LINK), output.join("parts.js"));
    let glue = output.join(name).with_extension("js");
    let text = fs::read_to_string(&glue).map_err(Failure::at(&glue))?;
    let import = format!("from \"{LINK}\"");
    if text.contains(&import) {
        let fetching = fs::read_to_string(&link).map_err(Failure::at(&link))?;
        if !fetching.contains(STREAMING) {
            return Err(Failure::Split {
                binary: name.into(),
                reason: format!("the script of the parts has no `{STREAMING}`"),
            });
        }
        fs::write(&script, fetching.replace(STREAMING, BUFFERED)).map_err(Failure::at(&script))?;
        fs::remove_file(&link).map_err(Failure::at(&link))?;
        fs::write(&glue, text.replace(&import, "from \"./parts.js\"")).map_err(Failure::at(&glue))
    } else {
        // Nothing in this binary is fetched later.
        fs::remove_file(&link).map_err(Failure::at(&link))
    }
}

/// Gives the glue of a page its policy for Trusted Types.
fn trust(output: &Path, name: &str) -> Result<(), Failure> {
    let glue = output.join(name).with_extension("js");
    let text = fs::read_to_string(&glue).map_err(Failure::at(&glue))?;
    fs::write(&glue, trusted::complete(&format!("{name}.js"), &text)?).map_err(Failure::at(&glue))
}

fn empty(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::at(folder))?;
    }
    fs::create_dir_all(folder).map_err(Failure::at(folder))
}

fn bind(binary: &Path, output: &Path, name: &str, loading: Loading) -> Result<(), Failure> {
    let generate = || {
        let mut bindgen = Bindgen::new();
        match loading {
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

/// Compiler flags that replace every path of this machine, so that any checkout gives the same bytes.
///
/// They go through `CARGO_ENCODED_RUSTFLAGS` (a person's own `RUSTFLAGS` would change the bytes, and a path may
/// contain a space), and cargo leaves flags that contain `--remap-path-prefix` out of the crates' identity.
fn flags(workspace: &Workspace) -> Result<OsString, Failure> {
    let mut prefixes = vec![(workspace.root.clone(), "anziping".to_owned())];
    let sources = cargo_home()?.join("registry/src");
    // One folder per registry, named after the registry's address: a mirror has another name, and the same crates.
    if sources.is_dir() {
        for registry in fs::read_dir(&sources).map_err(Failure::at(&sources))? {
            prefixes.push((registry.map_err(Failure::at(&sources))?.path(), "crates".to_owned()));
        }
    }
    // Where the standard library's source is installed, the compiler prefers it to its own neutral prefix.
    let sysroot = process::read(rustc(&workspace.root).args(["--print", "sysroot"]))?;
    let mut version = rustc(&workspace.root);
    version.arg("-vV");
    let answer = process::read(&mut version)?;
    let commit = answer
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .ok_or_else(|| Failure::Answer { command: process::shown(&version), what: "no commit-hash".into() })?;
    prefixes.push((Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")));

    // Leptos then builds views of one erased type instead of one type each: measured, a sixth of the page's size.
    // Cutting a binary into parts needs to know which address means what.
    let others = ["--cfg", "erase_components", "-Clink-args=--emit-relocs"].map(OsString::from);
    let flags = prefixes.iter().map(|(from, to)| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(from);
        flag.push("=");
        flag.push(to);
        flag
    });
    Ok(flags.chain(others).collect::<Vec<_>>().join(&OsString::from("\u{1f}")))
}

fn cargo_home() -> Result<PathBuf, Failure> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    let home = env::home_dir()
        .ok_or_else(|| Failure::at("~")(std::io::Error::new(std::io::ErrorKind::NotFound, "no home folder")))?;
    Ok(home.join(".cargo"))
}

/// Reads a folder into `files`, each under `prefix` and its path in the folder, with `/` between the parts.
///
/// # Errors
/// When a file cannot be read.
pub fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(Failure::at(folder))? {
        let path = entry.map_err(Failure::at(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = if prefix.is_empty() { name.into_owned() } else { format!("{prefix}/{name}") };
        if path.is_dir() {
            collect(&path, &name, files)?;
        } else {
            files.insert(name, fs::read(&path).map_err(Failure::at(&path))?);
        }
    }
    Ok(())
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
}
