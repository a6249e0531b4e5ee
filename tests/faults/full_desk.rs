//! A disk that is really full under the desk of an office.
//!
//! What was found out is never called saved while it is not, and is kept once there is room, without handing the files
//! over again.

use anziping_tests::{
    Engine, desk,
    page::End,
    reports::{self, CheckList},
};
use serde_json::json;

use crate::full_disk::{in_each, is_saved_soon, prepare};

/// Files of the month.
const FILES: usize = 90;
/// Those that are kept before the disk is full: a record and part of another.
const BEFORE: usize = 60;

#[test]
fn on_a_full_disk_no_verdict_is_called_saved_and_with_room_all_are_kept() {
    for end in [End::Killed, End::Closed] {
        in_each(&format!("verdicts-{end:?}"), |page, disk, options| {
            page.open("office.html");
            page.on_page("inbox");
            prepare(page, options);
            if options.engine == Engine::Chromium {
                // What is still on its way into the copy for offline use would be what fails.
                page.offline_ready();
            }
            let folder = tempfile::tempdir().unwrap();
            let batch = reports::write(folder.path(), FILES, CheckList::Ours);
            desk::know(page, &batch);
            page.hand_over_all("choose-files", &batch.files[..BEFORE]);
            page.until_there(&format!("[data-files='{BEFORE}']"));
            page.saved();
            disk.keep_full();
            page.hand_over_all("choose-files", &batch.files[BEFORE..]);
            page.until_there(&format!("[data-files='{FILES}']"));
            page.until_said(".status .status-bad", "满了");
            page.until_there("[data-kept=false]");
            assert_eq!(page.count("html[data-dirty]"), 1, "nothing is called saved");
            disk.make_room();
            assert_eq!(desk::counts(page), desk::expected(&batch), "all of it is on the page");
            // Nobody presses anything, and whatever the browser has deleted meanwhile is written again.
            assert!(is_saved_soon(page), "kept soon after there is room: {}", page.text(".status"));
            page.until_there("[data-kept=true]");
            page.start_again(end, |_| disk.make_room());
            page.open("office.html");
            page.until(
                "all of them",
                "return document.querySelector('[data-files]')?.dataset.files === arguments[0]",
                &[json!(FILES.to_string())],
            );
            assert_eq!(desk::counts(page), desk::expected(&batch), "nothing had to be handed over again");
        });
    }
}
