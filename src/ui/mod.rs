//! Parts that pages of both apps use: fields, choices, questions, dialogs, charts, the status bar.

pub mod at_work;
pub mod chart;
pub mod choice;
pub mod citation;
pub mod dialog;
pub mod field;
pub mod icon;
pub mod key_form;
pub mod list_import;
pub mod new_passphrase;
pub mod passphrase;
pub mod status_bar;
pub mod trend_chart;
