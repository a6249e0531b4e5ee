//! Parts that pages of both apps use: fields, choices, questions, dialogs, charts, the status bar.

pub(crate) mod at_work;
pub(crate) mod chart;
pub(crate) mod choice;
pub(crate) mod citation;
pub(crate) mod dialog;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod import;
pub(crate) mod key_form;
pub(crate) mod list_import;
pub(crate) mod new_passphrase;
pub(crate) mod passphrase;
pub(crate) mod pieces;
pub(crate) mod status_bar;
pub(crate) mod trend_chart;
