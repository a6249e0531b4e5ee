//! Words of the settings page.
