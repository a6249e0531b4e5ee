//! Parts of which pages are made; they know neither app.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `at_work` | a line that says that something is at work, with the button that ends it |
//! | `chart` | horizontal bars, hidden from screen readers: a table with the same figures stands beside them |
//! | `choice` | the radio buttons of a question, shown as buttons that can be hit with a thumb |
//! | `citation` | a legal basis with what is known about it |
//! | `dialog` | a native modal dialog |
//! | `field` | one labelled field: label, hint, error and their wiring for screen readers, in one place |
//! | `icon` | the few icons, drawn in the colour of the text |
//! | `import` | a table of other programs coming in |
//! | `in_app` | what is said beside the buttons that save a file, where another app shows the page |
//! | `key_form` | the form that uses a key: the passphrase, whether it is at work, what is wrong and why it failed |
//! | `list_import` | a check list of others: the file, what differs, and the choice |
//! | `new_passphrase` | a passphrase that is chosen for a new key: typed twice, and hard enough to guess |
//! | `outcome` | what the last press of a button has led to, and the line that says so |
//! | `paper_buttons` | the buttons above a form: it is printed, or saved for word processors |
//! | `paper_parts` | the parts of a printed form: tables whose heading repeats, rows to fill in, lines to sign on |
//! | `passphrase` | a field for a passphrase that can show what is typed |
//! | `pieces` | a text as messages of a chat |
//! | `take_single_file` | the page as one file to be taken along |
//! | `status_bar` | the line on top: what is saved, whether the page works offline, whether a new version waits |
//! | `trend_chart` | lines and columns over months, drawn as SVG; a table with the same figures stands beside them |

pub(crate) mod at_work;
pub(crate) mod chart;
pub(crate) mod choice;
pub(crate) mod citation;
pub(crate) mod dialog;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod import;
pub(crate) mod in_app;
pub(crate) mod key_form;
pub(crate) mod list_import;
pub(crate) mod new_passphrase;
pub(crate) mod outcome;
pub(crate) mod paper_buttons;
pub(crate) mod paper_parts;
pub(crate) mod passphrase;
pub(crate) mod pieces;
pub(crate) mod status_bar;
pub(crate) mod take_single_file;
pub(crate) mod trend_chart;
