//! The worker `public/tables.js` starts: spreadsheets in and out.

fn main() {
    anziping::platform::worker::serve_tables();
}
