//! Words of the report page.
