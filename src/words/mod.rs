//! The words of the pages, in one place: one file per page.
//!
//! `CONTRIBUTING.md` lists the few words that stand elsewhere, because what shows them cannot read these.
//!
//! Rules: plain sentences, the trade's words (隐患, 销号, 要素), 数字签名 never 电子印章, 疑似 never a finding; days as
//! 2026年11月21日. [`common`] has what several pages say; `office` has the words of the desk.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `area` | words of the pages of the high-risk areas |
//! | `basis` | words of the page that shows what everything rests on |
//! | `before_print` | words of what is said of a form before it is printed |
//! | `calendar` | words of the page with the days to keep, and of the entries that go into other calendars |
//! | `check_list` | words about check lists: the built-in one, those of others, and what differs between them |
//! | `common` | what several pages say, and how days, periods, figures and grades are written |
//! | `correction` | words for correcting a signed month |
//! | `cupboard` | words of the box with all papers of a year, and of the table of contents in it |
//! | `element` | words of the pages of the eight elements, and of a question wherever it stands |
//! | `enterprise` | words of the enterprise page |
//! | `fault` | what is wrong and what to do about it, in one sentence each |
//! | `handed` | words for signing on another device |
//! | `hazard` | words of the hazard ledger |
//! | `history` | words of the page with the sealed reports |
//! | `home` | words of the home page and of the frame around all pages |
//! | `import` | words of tables that come in: questions to the whole file, and what becomes of its rows and cells |
//! | `keys` | words for the life of a key: whose it is, changing it, taking it out of use, losing it |
//! | `major_paper` | words of the second look at a hazard, and of what a supervised one asks for |
//! | `month` | words of the page with the facts and figures of the month |
//! | `office` | words of the office desk: here its frame and the inbox |
//! | `paper` | words of what is printed |
//! | `photo` | words of the photographs |
//! | `pieces` | words of texts that go through a chat in pieces |
//! | `plan` | words of the four-colour map |
//! | `receipt` | words about the office's receipt, on both pages |
//! | `record_paper` | words of the forms for training, drills, shifts, expenses, and of the lists of each post |
//! | `register` | words of the registers: people with training and certificates, risk points |
//! | `report` | words of the report page |
//! | `returned` | words about a report that the office gave back |
//! | `risk_paper` | words of the papers made from the register of risk points |
//! | `screening` | words of the page on which the criteria for major hazards are gone through |
//! | `seal` | words of the page with key and signature, and of sealed reports wherever they are handed out |
//! | `settings` | words of the page with backup, restore, storage and choices |
//! | `sheet` | words of the ledger as a spreadsheet |
//! | `single_file` | words about the page as one file |
//! | `statistics` | words and rows of the statutory table of hazards |
//! | `status` | words of the status bar, which never says more than is true |
//! | `surroundings` | words about the program in whose window the page was opened |
//! | `trends` | words of the page on which months are compared |

pub(crate) mod area;
pub(crate) mod basis;
pub(crate) mod before_print;
pub(crate) mod calendar;
pub(crate) mod check_list;
pub(crate) mod common;
pub(crate) mod correction;
pub(crate) mod cupboard;
pub(crate) mod element;
pub(crate) mod enterprise;
pub(crate) mod fault;
pub(crate) mod handed;
pub(crate) mod hazard;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod keys;
pub(crate) mod major_paper;
pub(crate) mod month;
pub(crate) mod office;
pub(crate) mod paper;
pub(crate) mod photo;
pub(crate) mod pieces;
pub(crate) mod plan;
pub(crate) mod receipt;
pub(crate) mod record_paper;
pub(crate) mod register;
pub(crate) mod report;
pub(crate) mod returned;
pub(crate) mod risk_paper;
pub(crate) mod screening;
pub(crate) mod seal;
pub(crate) mod settings;
pub(crate) mod sheet;
pub(crate) mod single_file;
pub(crate) mod statistics;
pub(crate) mod status;
pub(crate) mod surroundings;
pub(crate) mod trends;
