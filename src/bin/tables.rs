//! The worker `public/tables.js` starts: spreadsheets in and out.

fn main() {
    anziping::entry::serve_tables();
}
