//! The two apps of 安自评: the enterprise's month and the office's desk. Everything decidable without a browser is in `anziping-core`.
//!
//! | folder | what it holds |
//! | --- | --- |
//! | [`platform`] | the browser, one adapter file per capability; it knows no page |
//! | [`store`] | records that survive, autosave, one writer among the tabs; it knows no app |
//! | [`worker_client`] | typed requests to the workers |
//! | [`words`] | every word shown |
//! | [`ui`] | parts that pages of both apps use |
//! | [`enterprise`] | the enterprise's app |
//! | [`office`] | the office's app |

pub mod enterprise;
pub mod office;
pub mod platform;
pub mod store;
pub mod ui;
pub mod words;
pub mod worker_client;
