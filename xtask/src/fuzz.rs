//! Coverage-guided fuzzing on the pinned stable toolchain.
//!
//! Cargo-fuzz without the one flag that only nightly has.
//!
//! cargo-fuzz adds the address sanitizer (`-Z`), which looks for faults of unsafe code. Here unsafe code is forbidden,
//! and the instrumentation that guides libFuzzer is an ordinary pass of LLVM. The same targets run under `cargo fuzz`
//! where there is a nightly.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    failure::Failure,
    process,
    workspace::{Workspace, rustc},
};

/// Counters on every edge, and the operands of comparisons, so that the fuzzer guesses magic values.
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cforce-frame-pointers=yes";

/// Runs one target, or all of them one after the other, for so many seconds each.
///
/// What is found is kept: inputs that reach new code in `target/fuzz/corpus`, failing ones in `target/fuzz/artifacts`.
///
/// # Errors
/// When a target fails, with libFuzzer's report above, or when no target has the name.
pub fn fuzz(workspace: &Workspace, seconds: u32, target: Option<&str>) -> Result<(), Failure> {
    let package = workspace.root.join("tests/fuzz");
    let mut targets = targets(&package.join("fuzz_targets"))?;
    if let Some(wanted) = target {
        targets.retain(|target| target == wanted);
        if targets.is_empty() {
            return Err(Failure::Unknown(format!("there is no fuzz target `{wanted}`")));
        }
    }
    let answer = process::read(rustc(&workspace.root).arg("-vV"))?;
    let host = answer.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
    let output = workspace.target.join("fuzz");
    let mut build = workspace.cargo();
    // With a target named, build scripts and macros are not instrumented.
    build.args([
        "build",
        "-p",
        "anziping-fuzz",
        "--features",
        "libfuzzer",
        "--profile",
        "fuzz",
        "--bins",
        "--target",
        &host,
        "--target-dir",
    ]);
    process::run(build.arg(&output).env("RUSTFLAGS", INSTRUMENTED))?;
    for target in &targets {
        println!("\n━━ {target}");
        let (found, artifacts) = (output.join("corpus").join(target), output.join("artifacts").join(target));
        for folder in [&found, &artifacts] {
            fs::create_dir_all(folder).map_err(Failure::at(folder))?;
        }
        let mut run = Command::new(output.join(&host).join("fuzz").join(target));
        run.current_dir(&workspace.root).arg(format!("-max_total_time={}", seconds));
        run.args(["-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=1"]);
        run.arg(format!("-artifact_prefix={}/", artifacts.display())).arg(&found);
        process::run(run.args(seeds(&workspace.root, &package, target)))?;
    }
    Ok(())
}

fn targets(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::at(folder))? {
        let path = entry.map_err(Failure::at(folder))?.path();
        names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

/// The folders where a target starts: its own, and those its list names.
fn seeds(root: &Path, package: &Path, target: &str) -> Vec<PathBuf> {
    let own = package.join("corpus").join(target);
    let named = fs::read_to_string(package.join("corpus").join(format!("{target}.txt"))).unwrap_or_default();
    std::iter::once(own).chain(named.lines().map(|folder| root.join(folder))).filter(|folder| folder.is_dir()).collect()
}
