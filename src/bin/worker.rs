//! The worker `public/worker.js` starts: jobs that take longer than a frame.

fn main() {
    anziping::entry::serve();
}
