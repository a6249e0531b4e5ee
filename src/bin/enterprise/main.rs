//! The page `index.html`.

mod parts;

use anziping::entry::{NO_ROOT, panic, root};

fn main() {
    panic::install();
    let Some(element) = root::element() else { root::cannot_start(NO_ROOT) };
    anziping::entry::start_enterprise(element, &parts::SPLIT);
}
