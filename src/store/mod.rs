//! Keeps the records of both apps in a browser: copies, autosave, one writer among the tabs.
//!
//! It knows no app.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`handle`] | hands a page its [`Store`] |
//! | [`declaration`] | holds the one declaration of the records a page may change |
//! | [`discovery`] | names what start-up met in the records |
//! | [`page`] | tells the records of the two pages apart |
//! | [`autosave`] | saves without being asked and says only what is true |
//! | [`records`] | reads and writes every copy of every record |
//! | [`repair`] | writes again what was deleted behind an open page |
//! | [`leaving`] | asks before something is lost by leaving the page |
//! | [`tabs`] | lets one tab write and the others show |
//! | [`tab_role`] | settles what happens when two tabs have written |
//! | [`editions`] | finds the check list a record was written against |
//! | [`photos`] | keeps photographs, and names what keeps one out |
//! | [`photo_archive`] | writes photographs into a file, and gives them back from one |
//! | [`undo`] | takes the last destructive step back |

pub(crate) mod autosave;
pub(crate) mod declaration;
pub(crate) mod discovery;
pub(crate) mod editions;
mod handle;
mod leaving;
pub(crate) mod page;
pub(crate) mod photo_archive;
pub(crate) mod photos;
pub(crate) mod records;
mod repair;
pub(crate) mod tab_role;
pub(crate) mod tabs;
pub(crate) mod undo;

pub(crate) use handle::Store;

/// Watches over an open store: listens to other tabs and repairs copies.
///
/// Called once, after the app has declared its records.
pub(crate) fn watch(store: Store) {
    tab_role::listen(store);
    repair::watch(store);
}

/// Follows what saving reports.
///
/// A stopped write decides the role, and what is not kept asks before it is left. Called once, when the app is mounted.
pub(crate) fn follow(store: Store) {
    tab_role::follow(store);
    leaving::ask(store);
}
