//! Every word shown to people, in one place: one file per page.
//!
//! Rules: plain sentences, the trade's words (隐患, 销号, 要素), 数字签名 never 电子印章, 疑似 never a finding; days as
//! 2026年11月21日. [`common`] has what several pages say; `office` has the words of the desk.

pub mod area;
pub mod calendar;
pub mod check_list;
pub mod common;
pub mod element;
pub mod enterprise;
pub mod fault;
pub mod four_lists;
pub mod hazard;
pub mod history;
pub mod home;
pub mod keys;
pub mod month;
pub mod office;
pub mod paper;
pub mod photo;
pub mod receipt;
pub mod register;
pub mod report;
pub mod screening;
pub mod seal;
pub mod settings;
pub mod sheet;
pub mod status;
pub mod trends;
