//! The page `office.html`.

use anziping::entry::{NO_ROOT, given_check_list, panic, root, task};
use anziping_core::edition::builtin;

fn main() {
    panic::install();
    let Some(element) = root::element() else { root::cannot_start(NO_ROOT) };
    match builtin::install(given_check_list().unwrap_or_default()).and_then(|()| builtin::catalogue()) {
        Ok(catalogue) => task::spawn(anziping::entry::start_office(element, catalogue)),
        Err(fault) => root::cannot_start(&fault.to_string()),
    }
}
