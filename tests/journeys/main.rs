//! Journeys through the built site in real browsers. `#[test]` names say what must hold.
//!
//! | module | page | what holds |
//! | --- | --- | --- |
//! | `access` | every page | everybody can use it, in light and dark, narrow and enlarged |
//! | `backup` | 备份和设置 | the reminder counts what a person calls a change; only what was chosen comes back |
//! | `basis` | 依据 | what everything rests on, and what an edition changed |
//! | `batches` | desk, 核验报告 | what was found out about files is there the next day, and adds up |
//! | `before_print` | 打印 | letters without a font and texts that do not fit are told with their place |
//! | `bulletin` | desk, 通报和单页 | the month in the office's words, and a sheet for each enterprise |
//! | `calendar` | 日程提醒 | due days and deadlines go into other calendars |
//! | `carried` | all that a month needs | what was taken over is found, confirmed by a tap, or good until a day |
//! | `claims` | desk, 核验报告 | what a report says of itself is shown as a claim, or computed again |
//! | `colleagues` | desk, 企业和密钥登记 | lists of enterprises, and the registry of a colleague |
//! | `corpus` | desk, 核验报告 | every file of `docs/verify/corpus` gets the verdict any verifier should give |
//! | `demo` | 首页 | a newcomer looks at the demonstration |
//! | `county` | desk, 各街道 | months that streets sign add up at the county, and hostile ones do not |
//! | `cupboard` | 档案盒 | the papers of a year in one file, with a table of contents that is true |
//! | `deputies` | 签名和导出, desk | a deputy may do what was compared with his form, and no more |
//! | `effort` | all that a month needs | what a month may cost a person |
//! | `engines` | every page | what matters, in whatever engine |
//! | `excused` | desk, 企业和密钥登记 | who need not report for a time is not called, and is called again |
//! | `figures` | desk, 核验报告, 本月汇总 | false figures and files that do not count are marked and left out |
//! | `firefox` | every page | the same in Firefox, in short |
//! | `floor` | both shells | browsers that cannot run the app are told so |
//! | `frames` | both shells | in a frame of another site the pages do nothing but offer to be opened alone |
//! | `handed` | 签名和导出 | the officer fills in on one device, the principal signs on another |
//! | `handing_over` | every page | what people make here gets out and comes back |
//! | `hazards` | 隐患台账 | entered one after another, found again, corrected with a reason |
//! | `kept` | every page | what is typed survives a reload, the next month, another browser |
//! | `keys` | 签名和导出 | a key over the years, in two browsers |
//! | `ledgers` | 专项台账 | special ledgers are kept where a fact asks for them, counted, printed, reminded of |
//! | `limits` | desk, 核验报告 | files made to hurt are refused at once with their reason |
//! | `lists` | 检查表 | check lists of others are imported, used, signed and computed again |
//! | `many` | desk, 核验报告 | ten thousand files: right verdicts, and a page that answers |
//! | `month` | all that a month needs | from the empty page to a file that others accept |
//! | `office` | desk | genuine, unregistered, rejected |
//! | `office_month` | desk | the scripted month of sixty enterprises, every figure beside that of another program |
//! | `offline` | every page | after the first visit nothing of the network is needed |
//! | `old_chromium` | every page | the same in Chromium 103 and 109, the last for Windows 7 |
//! | `paper` | 打印 | page breaks, repeated headings, the code of the signed file |
//! | `papers` | 打印 | every paper is five taps away and carries heading, unit, period, version, page |
//! | `permits` | 作业票 | work permits are filled in, checked, printed and counted |
//! | `photos` | 隐患台账 | small, without the place where they were taken |
//! | `plan` | 打印 | the four-colour map is drawn with a finger, kept, put back and printed |
//! | `policy` | every page | nothing foreign runs, nothing leaves |
//! | `records` | 打印 | forms of training, drills, shifts, expenses and posts carry what the registers hold |
//! | `receipts` | desk, 核验报告 | receipts go to what is new, with the office's line and a message |
//! | `registering` | desk, 核验报告 | sixty keys by their stamped forms, typed or scanned |
//! | `registers` | 人员和证书, 风险点台账 | counts come from them, names never leave the browser |
//! | `reminders` | desk, 本月汇总 | the missing are reminded with texts that are ready to copy |
//! | `required` | 制度和文件, 应急演练, 安全费用台账 | what they count, say beside an item, and put into the calendar |
//! | `removing` | desk, 核验报告, 企业和密钥登记 | verdicts leave one by one, and go to another browser |
//! | `returns` | desk, 签名和导出 | what is given back comes to its question, and its correction is seen |
//! | `screening` | 重大隐患对照 | what is 疑似 becomes a lead |
//! | `seen` | desk | what was signed beside the score is seen, and what was taken in is not missing later |
//! | `sheets` | 隐患台账 | out to a spreadsheet, and in from one |
//! | `single` | single files | opened from a folder as a double click does, with no server anywhere |
//! | `sorting` | desk, 核验报告 | the list is sorted, narrowed down, ticked, taken in together |
//! | `steps` | – | steps that several journeys share |
//! | `supervised` | 打印 | what a hazard asks for once it is put right is filled in from the ledger |
//! | `surroundings` | every page | translated, or with the large letters of a chat program, it goes on working |
//! | `tampered` | desk, 核验报告 | files that nobody signed so get the verdict they get natively |
//! | `trends` | 趋势 | this month beside the last one |
//! | `typing` | every page | what is typed stays, and a fault is shown where it stands |
//! | `undo` | 备份和设置 and others | what was taken away can be taken back while the page is open |
//! | `way` | all that a month needs | the way through a month |
//! | `weapons` | both apps | spreadsheets made to take the memory are refused while the page answers |
//! | `webkit` | every page | the same in WebKit, the engine of every browser on an iPhone |
//! | `word` | 打印 | what a form says in a file of word processors is what it says on the page |
//! | `workbook` | desk, 本月汇总 | every exported workbook, compared cell by cell |
//! | `wrong` | every page | bad input: a message at its place, and nothing lost |

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod access;
mod backup;
mod basis;
mod batches;
mod before_print;
mod bulletin;
mod calendar;
mod carried;
mod claims;
mod colleagues;
mod corpus;
mod county;
mod cupboard;
mod demo;
mod deputies;
mod effort;
mod engines;
mod excused;
mod figures;
mod firefox;
mod floor;
mod frames;
mod handed;
mod handing_over;
mod hazards;
mod kept;
mod keys;
mod ledgers;
mod limits;
mod lists;
mod many;
mod month;
mod office;
mod office_month;
mod offline;
mod old_chromium;
mod paper;
mod papers;
mod permits;
mod photos;
mod plan;
mod policy;
mod receipts;
mod records;
mod registering;
mod registers;
mod reminders;
mod removing;
mod required;
mod returns;
mod screening;
mod seen;
mod sheets;
mod single;
mod sorting;
mod steps;
mod supervised;
mod surroundings;
mod tampered;
mod trends;
mod typing;
mod undo;
mod way;
mod weapons;
mod webkit;
mod word;
mod workbook;
mod wrong;
