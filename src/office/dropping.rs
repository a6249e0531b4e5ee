//! Files that are dropped on the desk, wherever on it they land.

use anziping_core::seal::limits;
use leptos::prelude::*;

use super::app::OfficeApp;
use super::intake::Received;
use super::route::OfficeRoute;
use super::unpack::is_of_system;
use crate::platform::files::{self, FileFault, PickedFile};
use crate::platform::{location, task};
use crate::words::office as words;

/// The state of dropping, which pages get from the context: a drag over the desk, the last outcome.
#[derive(Clone, Copy)]
pub(super) struct Dropping {
    /// Whether something hangs over it.
    pub(super) over: RwSignal<bool>,
    /// A message about the last drop, if there is something to say.
    pub(super) said: RwSignal<Option<String>>,
}

impl Dropping {
    /// Begins with no drag and no outcome.
    pub(super) fn new() -> Self {
        Self { over: RwSignal::new(false), said: RwSignal::new(None) }
    }

    /// Something is moved over the desk.
    pub(super) fn hover(self, app: OfficeApp, event: &leptos::ev::DragEvent) {
        if app.store.is_writer() && files::are_carried(event) {
            event.prevent_default();
            self.over.set(true);
        }
    }

    /// Takes a drop, folders included, and shows the page on which it is checked. Called within the event.
    pub(super) fn drop_here(self, app: OfficeApp, event: &leptos::ev::DragEvent) {
        self.over.set(false);
        if !app.store.is_writer() || !files::are_carried(event) {
            return;
        }
        event.prevent_default();
        let reading = files::from_drop(event);
        location::go_to(&OfficeRoute::Inbox.href());
        task::spawn(async move { self.take(app, reading.await.map_err(|fault| words::file(&fault))) });
    }

    /// Hands files to the intake. What systems leave behind in folders is passed over.
    pub(super) fn take(self, app: OfficeApp, files: Result<Vec<PickedFile>, String>) {
        let files = match files {
            Ok(files) if files.len() > limits::BATCH_FILES => {
                Err(words::file(&FileFault::TooMany { limit: limits::BATCH_FILES }))
            }
            files => files,
        };
        match files {
            Ok(files) => {
                let all = files.len();
                let meant: Vec<PickedFile> = files.into_iter().filter(|file| !is_of_system(&file.name())).collect();
                let passed_over = all - meant.len();
                self.said.set((passed_over > 0).then(|| words::passed_over(passed_over)));
                app.intake.take(meant.into_iter().map(Received::File).collect());
            }
            Err(said) => self.said.set(Some(said)),
        }
    }
}
