//! One record as text: a line that says what it is, and a line of JSON.
//!
//! ```text
//! {"app":"anziping","schema":1,"key":"m/e1/2026-11","revision":12,"saved_at":"…","sum":"0123456789abcdef"}
//! {"period":"2026-11", …}
//! ```
//!
//! `sum` is always the last member: the first 16 hex digits of SHA-256 over the first line up to the comma before
//! `"sum"`, a line feed, and the body. This rule holds for every schema to come, so that damage is told apart from data
//! of a newer program.

use serde::Deserialize;
use thiserror::Error;

use super::key::RecordKey;
use crate::json;
use crate::seal::Sha256;

/// Shape of the bodies that this program writes.
///
/// It goes up when an older program would misread a body: a new kind of month field or mark, a member with another
/// meaning. A new optional member needs no new number; it survives in older programs (see [`super::body`]).
pub const SCHEMA: u32 = 1;
/// Name of the program in each envelope.
pub const APP: &str = "anziping";

/// A record with what is needed to find the newest of several copies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Envelope {
    /// The name of the record.
    pub key: RecordKey,
    /// Goes up by one with each saving, from 1.
    pub revision: u64,
    /// Time of saving by the device's clock, as it was written.
    ///
    /// A record whose time nobody can read is still the record.
    pub saved_at: String,
    /// JSON text on one line.
    pub body: String,
}

/// Why a text is not the record it should be. A missing text is for the caller to notice.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum Unreadable {
    /// It was cut off or changed.
    ///
    /// Another copy may be whole; the text itself should be kept until someone has seen it.
    #[error("damaged: {why}")]
    Damaged {
        /// The reason.
        why: &'static str,
    },
    /// Whole, but written by a newer program.
    ///
    /// Show it as not editable, ask for an update, never write over it.
    #[error("written by a newer program, schema {schema}")]
    Newer {
        /// Schema of the text.
        schema: u32,
    },
    /// Whole, but another record or another program's.
    #[error("another record")]
    Foreign,
}

#[derive(Deserialize)]
struct Header {
    schema: u32,
    key: String,
    revision: u64,
    saved_at: String,
}

/// The members that a header of any schema has.
#[derive(Deserialize)]
struct AnyHeader {
    app: String,
    schema: u32,
}

impl Envelope {
    /// The text to be kept.
    pub fn write(&self) -> String {
        let [app, key, saved_at] = [APP, &self.key.to_string(), &self.saved_at].map(json::quoted);
        let revision = self.revision;
        let head = format!(
            "{{\"app\":{app},\"schema\":{SCHEMA},\"key\":{key},\"revision\":{revision},\"saved_at\":{saved_at}"
        );
        format!("{head}{SUM}{}{END}\n{}", sum(&head, &self.body), self.body)
    }

    /// Reads a text that was kept under `key`.
    ///
    /// # Errors
    /// [`Unreadable`] says why it is not that record.
    pub fn read(key: &RecordKey, text: &str) -> Result<Self, Unreadable> {
        match Self::read_any(key, text)? {
            (schema, _) if schema > SCHEMA => Err(Unreadable::Newer { schema }),
            (_, envelope) => Ok(envelope),
        }
    }

    /// Reads a text of a newer program, to be shown and never written.
    ///
    /// What its body means is known in part at best.
    ///
    /// `None` when the text is not newer, or its first line follows other rules than today's.
    pub fn read_newer(key: &RecordKey, text: &str) -> Option<Self> {
        Self::read_any(key, text).ok().filter(|(schema, _)| *schema > SCHEMA).map(|(_, envelope)| envelope)
    }

    fn read_any(key: &RecordKey, text: &str) -> Result<(u32, Self), Unreadable> {
        let damaged = |why| Unreadable::Damaged { why };
        let (line, body) = text.split_once('\n').ok_or(damaged("cut off"))?;
        let (head, stated) =
            line.strip_suffix(END).and_then(|line| line.rsplit_once(SUM)).ok_or(damaged("no checksum"))?;
        if stated != sum(head, body) {
            return Err(damaged("checksum"));
        }
        let header = format!("{head}}}");
        let any: AnyHeader = json::read(&header).map_err(|_| damaged("header"))?;
        if any.app != APP {
            return Err(Unreadable::Foreign);
        }
        let header: Header = match json::read(&header) {
            Ok(header) => header,
            Err(_) if any.schema > SCHEMA => return Err(Unreadable::Newer { schema: any.schema }),
            Err(_) => return Err(damaged("header")),
        };
        if header.schema == 0 {
            return Err(damaged("schema 0"));
        }
        if header.key != key.to_string() {
            return Err(Unreadable::Foreign);
        }
        Ok((
            header.schema,
            Self { key: key.clone(), revision: header.revision, saved_at: header.saved_at, body: body.to_owned() },
        ))
    }
}

/// The revision that a kept text states, without checking the rest.
///
/// Enough to see that another tab has written.
pub fn stated_revision(text: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Stated {
        revision: u64,
    }
    let (line, _) = text.split_once('\n')?;
    json::read::<Stated>(line).ok().map(|stated| stated.revision)
}

const SUM: &str = ",\"sum\":\"";
const END: &str = "\"}";

fn sum(head: &str, body: &str) -> String {
    let mut hex = Sha256::of(format!("{head}\n{body}").as_bytes()).to_string();
    hex.truncate(16);
    hex
}
