//! The traces of journeys in `target/e2e`: how long each took, and how a failed one looked.

use std::{fs, path::Path, time::Duration};

use base64::{Engine as _, prelude::BASE64_STANDARD};

use crate::{page::Page, workplace};

/// Empties the folder of a test.
pub fn clear(test: &str) {
    let folder = workplace::evidence(test);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("old evidence can be removed");
    }
}

/// Keeps what can be had: the browser may be the very thing that failed.
pub fn keep(test: &str, page: &Page) {
    let folder = workplace::evidence(test);
    fs::create_dir_all(&folder).expect("a folder for evidence");
    let session = &page.browser.session;
    if let Ok(picture) = session.get("screenshot") {
        write_picture(&folder.join("screen.png"), picture.as_str().unwrap_or_default());
    }
    for (name, path) in [("source.html", "source"), ("address.txt", "url")] {
        let text = session
            .get(path)
            .map_or_else(|refused| refused.to_string(), |text| text.as_str().unwrap_or_default().to_owned());
        write(&folder.join(name), text.as_bytes());
    }
    let console = page.console_lines().join("\n");
    write(&folder.join("console.txt"), console.as_bytes());
    eprintln!("evidence of {test}: {}", folder.display());
    eprintln!("{console}");
}

/// Notes how long a journey took, since the longest decide how long all of them take.
///
/// `cat target/e2e/took/* | sort -rn | head` shows those.
pub fn took(test: &str, time: Duration) {
    let folder = workplace::evidence("took");
    fs::create_dir_all(&folder).expect("a folder for evidence");
    write(&folder.join(test), format!("{:.1} s {test}\n", time.as_secs_f32()).as_bytes());
}

/// Writes a picture as WebDriver gives it.
pub fn write_picture(file: &Path, picture: &str) {
    if let Ok(bytes) = BASE64_STANDARD.decode(picture) {
        write(file, &bytes);
    }
}

fn write(file: &Path, bytes: &[u8]) {
    fs::write(file, bytes).expect("evidence can be written");
}
