//! The page `index.html`.

mod parts;

use anziping::platform::{panic, root, task};
use anziping::text::home as words;
use anziping_core::builtin;

fn main() {
    panic::install();
    let Some(element) = root::element() else { root::cannot_start(words::NO_ROOT) };
    match (builtin::catalogue(), builtin::reference()) {
        (Ok(catalogue), Ok(reference)) => task::spawn(anziping::enterprise::start(element, catalogue, reference, &parts::CUT)),
        (Err(fault), _) | (_, Err(fault)) => root::cannot_start(&fault.to_string()),
    }
}
