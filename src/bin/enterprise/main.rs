//! The page `index.html`.

mod parts;

use anziping::entry::{NO_ROOT, panic, root, task};
use anziping_core::edition::builtin;

fn main() {
    panic::install();
    let Some(element) = root::element() else { root::cannot_start(NO_ROOT) };
    match builtin::check() {
        Ok(()) => task::spawn(anziping::entry::start_enterprise(element, &parts::SPLIT)),
        Err(fault) => root::cannot_start(&fault.to_string()),
    }
}
