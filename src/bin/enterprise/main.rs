//! The page `index.html`.

mod parts;

use anziping::platform::{panic, root, task};
use anziping::words::home as words;
use anziping_core::edition::builtin;

fn main() {
    panic::install();
    let Some(element) = root::element() else { root::cannot_start(words::NO_ROOT) };
    match builtin::check() {
        Ok(()) => task::spawn(anziping::enterprise::start(element, &parts::SPLIT)),
        Err(fault) => root::cannot_start(&fault.to_string()),
    }
}
