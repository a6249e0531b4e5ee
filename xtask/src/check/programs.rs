//! The programs of the system that the browser tests need.
//!
//! And how they get there on Debian and its relatives.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{failure::Failure, process};

/// How a need is recognised as met.
enum Sign {
    /// A program of this name is on the path.
    Program(&'static str),
    /// The command ends well, and with some output where output is what it is asked for.
    Answer(&'static [&'static str]),
}

struct Need {
    sign: Sign,
    /// Debian packages that meet it.
    packages: &'static [&'static str],
}

const NEEDS: [Need; 16] = [
    need(Sign::Program("chromium"), &["chromium"]),
    need(Sign::Program("chromedriver"), &["chromium-driver"]),
    need(Sign::Program("firefox-esr"), &["firefox-esr"]),
    need(Sign::Program("WebKitWebDriver"), &["webkit2gtk-driver"]),
    // The window that this driver drives is written in Debian's own Python.
    need(
        Sign::Answer(&["/usr/bin/python3", "-c", "import gi; gi.require_version('WebKit2', '4.1'); print(1)"]),
        &["python3-gi", "gir1.2-webkit2-4.1"],
    ),
    need(Sign::Program("Xvfb"), &["xvfb"]),
    // Without a font for Chinese, screenshots and widths are those of empty boxes.
    need(Sign::Answer(&["fc-list", ":lang=zh-cn"]), &["fonts-noto-cjk", "fontconfig"]),
    // Opens what the pages export.
    need(Sign::Program("soffice"), &["libreoffice-calc"]),
    need(Sign::Program("lowriter"), &["libreoffice-writer"]),
    need(Sign::Program("pdftotext"), &["poppler-utils"]),
    need(Sign::Answer(&["python3", "-c", "import ensurepip; print(1)"]), &["python3", "python3-venv"]),
    need(Sign::Program("node"), &["nodejs"]),
    need(Sign::Program("npm"), &["npm"]),
    need(Sign::Program("jq"), &["jq"]),
    need(Sign::Program("openssl"), &["openssl"]),
    need(Sign::Program("cc"), &["build-essential"]),
];

const fn need(sign: Sign, packages: &'static [&'static str]) -> Need {
    Need { sign, packages }
}

/// Installs what is missing where that can be done without asking, else says exactly what is missing.
///
/// # Errors
/// [`Failure::Missing`] with the packages, or the failure of `apt-get`.
pub fn require() -> Result<(), Failure> {
    let missing = missing();
    if missing.is_empty() {
        println!("All programs are there.");
        return Ok(());
    }
    println!("Missing: {}", missing.join(" "));
    let Some(prefix) = administrator() else { return Err(Failure::Missing(missing.join(" "))) };
    apt(&prefix, &["update"])?;
    apt(&prefix, &[&["install", "--yes", "--no-install-recommends"], missing.as_slice()].concat())?;
    let still = self::missing();
    if still.is_empty() { Ok(()) } else { Err(Failure::Missing(still.join(" "))) }
}

fn missing() -> Vec<&'static str> {
    NEEDS.iter().filter(|need| !need.sign.is_given()).flat_map(|need| need.packages).copied().collect()
}

impl Sign {
    fn is_given(&self) -> bool {
        match self {
            Self::Program(name) => on_path(name).is_some(),
            Self::Answer(words) => Command::new(words[0])
                .args(&words[1..])
                .stderr(Stdio::null())
                .output()
                .is_ok_and(|output| output.status.success() && !output.stdout.is_empty()),
        }
    }
}

/// Finds a program as the shell would.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The words in front of `apt-get` that make it run as administrator, where nobody has to be asked.
///
/// `None` where there is no apt or no such right.
fn administrator() -> Option<Vec<&'static str>> {
    on_path("apt-get")?;
    if process::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(Vec::new());
    }
    let sudo = Command::new("sudo").args(["-n", "true"]).stderr(Stdio::null()).status();
    sudo.is_ok_and(|status| status.success()).then(|| vec!["sudo", "-n"])
}

fn apt(prefix: &[&str], words: &[&str]) -> Result<(), Failure> {
    let line = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], words].concat();
    process::run(Command::new(Path::new(line[0])).args(&line[1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_where_the_shell_finds_it() {
        assert!(on_path("sh").is_some());
        assert!(on_path("no-such-program-here").is_none());
    }

    #[test]
    fn a_command_that_says_nothing_is_no_sign() {
        assert!(Sign::Answer(&["echo", "a font"]).is_given());
        assert!(!Sign::Answer(&["true"]).is_given());
        assert!(!Sign::Answer(&["no-such-program-here"]).is_given());
    }
}
