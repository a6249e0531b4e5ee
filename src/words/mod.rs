//! What the pages say, in one place: one file per page.
//!
//! `CONTRIBUTING.md` lists the few words that stand elsewhere, because what shows them cannot read these.
//!
//! Rules: plain sentences, the trade's words (隐患, 销号, 要素), 数字签名 never 电子印章, 疑似 never a finding; days as
//! 2026年11月21日. [`common`] has what several pages say; `office` has the words of the desk.

pub(crate) mod area;
pub(crate) mod basis;
pub(crate) mod calendar;
pub(crate) mod check_list;
pub(crate) mod common;
pub(crate) mod correction;
pub(crate) mod element;
pub(crate) mod enterprise;
pub(crate) mod fault;
pub(crate) mod handed;
pub(crate) mod hazard;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod keys;
pub(crate) mod month;
pub(crate) mod office;
pub(crate) mod paper;
pub(crate) mod photo;
pub(crate) mod pieces;
pub(crate) mod receipt;
pub(crate) mod register;
pub(crate) mod report;
pub(crate) mod screening;
pub(crate) mod seal;
pub(crate) mod settings;
pub(crate) mod sheet;
pub(crate) mod status;
pub(crate) mod surroundings;
pub(crate) mod trends;
