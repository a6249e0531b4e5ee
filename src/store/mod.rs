//! What both apps need to keep records in a browser: copies, autosave, and one writer among the tabs.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`records`] | reads and writes every copy of every record |
//! | [`autosave`] | saves without being asked and says only what is true |
//! | [`tabs`] | lets one tab write and the others show |
//! | [`editions`] | finds the check list a record was written against |
//! | [`undo`] | takes the last destructive step back |

pub mod autosave;
pub mod editions;
pub mod records;
pub mod tabs;
pub mod undo;
