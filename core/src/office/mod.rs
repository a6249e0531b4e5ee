//! Checks received files, judges them among the others, and adds up what counts.
//!
//! Check each one by itself, judge it among the others and against the registry, add up.
//!
//! | step | module |
//! | --- | --- |
//! | one file by itself | [`shown`], [`intake`], [`other_file`], [`difference`] |
//! | the file among the others | [`desk`] |
//! | the files that somebody looks for, and in which order | [`search`], [`order`] |
//! | where their enterprises belong, by the office's own list | [`placed`] |
//! | what is kept of it, and what of it nobody may overlook | [`digest`], [`held_questions`], [`given_answers`], [`kept`], [`kept_file`], [`signed_facts`], [`matters`] |
//! | the registrations among them, as a queue | [`register_queue`] |
//! | what the enterprise is told of it | [`receipt_note`] |
//! | what was given back, and what answers it | [`returns`] |
//! | what another program is told of one file | [`plain`] |
//! | its hazards from month to month | [`hazard_course`] |
//! | the month signed for the county, and the months of many offices added up | [`county_months`] |
//! | all of them together | [`rollup`], [`bulletin`], [`missing`], [`reports_table`], [`risk_overview`], [`csv`](crate::exchange::csv), [`ndjson`] |

pub mod bulletin;
pub mod county_months;
pub mod desk;
pub mod difference;
pub mod digest;
pub mod given_answers;
pub mod hazard_course;
pub mod held_questions;
pub mod intake;
pub mod kept;
pub mod kept_file;
pub mod matters;
pub mod missing;
pub mod ndjson;
pub mod order;
pub mod other_file;
pub mod placed;
pub mod plain;
pub mod receipt_note;
pub mod register_queue;
pub mod reports_table;
pub mod returns;
pub mod risk_overview;
pub mod rollup;
pub mod search;
pub mod shown;
pub mod signed_facts;
