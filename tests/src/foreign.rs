//! Other people's programs that check an exported file: `docs/verify`, and openssl for keys.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use crate::workplace;

/// An implementation that shares nothing with this project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// npm jose and canonicalize.
    Node,
    /// joserfc.
    Python,
    /// jq and openssl.
    Shell,
}

impl Foreign {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Node, Self::Python, Self::Shell];

    /// Checks a file. Gives the kids of its signers, or why it is refused.
    ///
    /// # Errors
    /// The reason in the words of the implementation.
    ///
    /// # Panics
    /// As [`check_all`](Self::check_all).
    pub fn check(self, file: &Path) -> Result<String, String> {
        self.check_all(std::slice::from_ref(&file)).remove(0)
    }

    /// Checks files in one run, in their order; the shell's program takes one at a time.
    ///
    /// # Panics
    /// When the implementation is not installed or says something else than good or bad.
    pub fn check_all<P: AsRef<Path>>(self, files: &[P]) -> Vec<Result<String, String>> {
        if self == Self::Shell && files.len() > 1 {
            return files.iter().map(|file| self.check(file.as_ref())).collect();
        }
        let (program, script): (PathBuf, _) = match self {
            Self::Node => (workplace::program("node"), "verify.mjs"),
            Self::Python => (workplace::tools().join("venv/bin/python"), "verify.py"),
            Self::Shell => (workplace::program("sh"), "verify.sh"),
        };
        let mut command = Command::new(&program);
        command.arg(workplace::root().join("docs/verify").join(script)).args(files.iter().map(AsRef::as_ref));
        let output = command
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` installs it", program.display()));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let unclear =
            || format!("{self:?} said neither good nor bad: {said}\n{}", String::from_utf8_lossy(&output.stderr));
        let verdicts: Vec<Result<String, String>> = said
            .lines()
            .map(|line| match line.split_once(' ') {
                Some(("good", signers)) => Ok(signers.trim().to_owned()),
                Some(("bad", reason)) => Err(reason.to_owned()),
                _ => panic!("{}", unclear()),
            })
            .collect();
        let consistent = verdicts.len() == files.len() && output.status.success() == verdicts.iter().all(Result::is_ok);
        assert!(consistent, "{}", unclear());
        verdicts
    }
}

/// Opens an encrypted key with openssl.
///
/// Gives its public key's 32 bytes as hexadecimal digits, or what openssl says.
///
/// # Errors
/// In openssl's words.
///
/// # Panics
/// When openssl is not installed.
pub fn openssl_public_key(pem: &Path, passphrase: &str) -> Result<String, String> {
    let mut command = Command::new(workplace::program("openssl"));
    command
        .args(["pkey", "-noout", "-text_pub", "-in"])
        .arg(pem)
        .args(["-passin", "env:PASSPHRASE"])
        .env("PASSPHRASE", passphrase);
    let output = command.output().expect("openssl runs");
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let digits = text.split_once("pub:").map_or("", |(_, digits)| digits);
    Ok(digits.chars().filter(char::is_ascii_hexdigit).collect())
}

/// Opens a text of cells in LibreOffice and saves it as a workbook beside it.
///
/// `separators` are those ticked in its dialog.
///
/// # Panics
/// When LibreOffice is not installed, or makes no workbook.
pub fn libre_office(file: &Path, separators: &str) -> PathBuf {
    let folder = file.parent().expect("a folder");
    let codes: Vec<String> = separators.bytes().map(|separator| separator.to_string()).collect();
    let mut command = Command::new(workplace::program("soffice"));
    command
        // A profile of its own: beside another one that runs, nothing would be done.
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .arg("--headless")
        // The separators, the quotation mark, UTF-8, from the first line.
        .arg(format!("--infilter=Text - txt - csv (StarCalc):{},34,76,1", codes.join("/")))
        .args(["--convert-to", "xlsx", "--outdir"])
        .args([folder, file]);
    let output = command.output().expect("LibreOffice starts");
    let made = file.with_extension("xlsx");
    assert!(made.is_file(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    made
}

/// Opens documents in LibreOffice, and saves each beside it in the format of this ending.
///
/// # Panics
/// When LibreOffice is not installed, or does not make one of them.
pub fn libre_office_writer(ending: &str, files: &[PathBuf]) {
    let folder = files.first().and_then(|file| file.parent()).expect("a folder");
    let mut command = Command::new(workplace::program("soffice"));
    command
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", ending, "--outdir"])
        .arg(folder)
        .args(files);
    let output = command.output().expect("LibreOffice starts");
    let lacking = files.iter().find(|file| !file.with_extension(ending).is_file());
    assert!(lacking.is_none(), "{lacking:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Runs a script of `tests/foreign` and returns its output.
///
/// # Panics
/// When Python is not installed, or the script fails.
pub fn python(script: &str, arguments: &[&OsStr]) -> Vec<u8> {
    let python = workplace::tools().join("venv/bin/python");
    let script = workplace::root().join("tests/foreign").join(script);
    let output = Command::new(&python).arg(script).args(arguments).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", python.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
