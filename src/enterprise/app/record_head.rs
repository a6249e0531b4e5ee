//! Heads of records: what the lists of the browser say of each, without the texts of its files.
//!
//! Whoever shows a signed file reads it by its key; what is kept of every month of all years is a line of a list. A
//! record is read to its end all the same, so that one of another shape is found out and locked before anybody opens
//! it, but only once for each text that it has.

use std::collections::BTreeMap;

use anziping_core::document::returned::ReturnRemark;
use anziping_core::enterprise::Enterprise;
use anziping_core::month::draft::MonthDraft;
use anziping_core::record::{KeyRecord, ReceiptRecord, RecordKey, ReturnName, ReturnRecord, SealedRecord};
use anziping_core::score::total::Tenths;
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::Fingerprint;
use anziping_core::value::timestamp::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::records::RecordStore;

/// The lines of a list that one record gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum RecordHead {
    /// Name of an enterprise as typed.
    Enterprise(String),
    Month(MonthHead),
    SigningKey(KeyRecord),
    Sealed(SealedHead),
    Receipt(ReceiptHead),
    Return(ReturnHead),
}

/// A month in work as the lists show it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct MonthHead {
    /// Invented data.
    pub demo: bool,
    /// Revision that will be sealed next.
    pub revision: u32,
}

/// A sealed report without its file; `App::sealed_record` reads that.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SealedHead {
    /// Hash of the canonical document.
    pub document_sha256: Sha256,
    /// Time of signing by the device's clock.
    pub sealed_at: Timestamp,
    /// Total in tenths as declared.
    pub total: Option<Tenths>,
}

/// A receipt of the office without its file; `App::receipt_record` reads that.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ReceiptHead {
    /// The 30 digits of the office's key.
    pub fingerprint: Fingerprint,
    /// Whether somebody has compared them with what the office has published.
    pub compared: bool,
}

/// A return of the office without its file; `App::return_record` reads that.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ReturnHead {
    /// Name of the record among the returns of its month.
    pub name: ReturnName,
    /// Name of the office as the return states it.
    pub office: String,
    /// The 30 digits of the office's key.
    pub fingerprint: Fingerprint,
    /// When the office signed it; a claim.
    pub issued_at: Timestamp,
    /// The remarks to be looked at again.
    pub remarks: Vec<ReturnRemark>,
    /// Whether somebody has compared the digits with what the office has published.
    pub compared: bool,
    /// Hash of the report that is returned.
    pub document_sha256: Sha256,
    /// Hash of the return, by which the correction names it.
    pub return_sha256: Sha256,
}

/// Records that heads are read from.
pub(super) trait Readable {
    /// The keys, each with a number that changes with the text of the record.
    fn states(&self) -> Vec<(RecordKey, u64)>;

    /// Reads a record that may be written again as it is.
    fn read<T: Serialize + DeserializeOwned>(&self, key: &RecordKey) -> Option<T>;

    /// Reads a record that is read anew before it is written.
    fn look_at<T: DeserializeOwned>(&self, key: &RecordKey) -> Option<T>;
}

impl Readable for RecordStore {
    fn states(&self) -> Vec<(RecordKey, u64)> {
        Self::states(self)
    }

    fn read<T: Serialize + DeserializeOwned>(&self, key: &RecordKey) -> Option<T> {
        Self::read(self, key).and_then(Result::ok)
    }

    fn look_at<T: DeserializeOwned>(&self, key: &RecordKey) -> Option<T> {
        Self::look_at(self, key).and_then(Result::ok)
    }
}

/// The heads of all records, each with the state of the record that it was read from.
#[derive(Default)]
pub(super) struct RecordHeads(BTreeMap<RecordKey, (u64, Option<RecordHead>)>);

impl RecordHeads {
    /// Follows the records: reads those whose text is another one than before, and no others.
    pub(super) fn follow(&mut self, records: &impl Readable) {
        let mut before = std::mem::take(&mut self.0);
        for (key, state) in records.states() {
            let known = before.remove(&key).filter(|(of, _)| *of == state);
            let head = known.map_or_else(|| RecordHead::read(records, &key), |(_, head)| head);
            self.0.insert(key, (state, head));
        }
    }

    /// The heads by key; a record that cannot be read has none.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&RecordKey, &RecordHead)> {
        self.0.iter().filter_map(|(key, (_, head))| Some((key, head.as_ref()?)))
    }
}

impl RecordHead {
    fn read(records: &impl Readable, key: &RecordKey) -> Option<Self> {
        Some(match key {
            RecordKey::Enterprise(_) => {
                Self::Enterprise(records.look_at(key).map(|read: Enterprise| read.name).unwrap_or_default())
            }
            RecordKey::Month(..) => {
                let MonthDraft { demo, lineage, .. } = records.look_at(key)?;
                Self::Month(MonthHead { demo, revision: lineage.revision.max(1) })
            }
            RecordKey::SigningKey(..) => Self::SigningKey(records.read(key)?),
            RecordKey::Sealed(..) => {
                let SealedRecord { document_sha256, sealed_at, total, .. } = records.look_at(key)?;
                Self::Sealed(SealedHead { document_sha256, sealed_at, total })
            }
            RecordKey::Receipt(..) => {
                let ReceiptRecord { fingerprint, compared, .. } = records.read(key)?;
                Self::Receipt(ReceiptHead { fingerprint, compared })
            }
            RecordKey::Return(_, _, name) => Self::Return(ReturnHead::of(*name, records.read(key)?)),
            _ => return None,
        })
    }
}

impl ReturnHead {
    fn of(name: ReturnName, record: ReturnRecord) -> Self {
        let ReturnRecord { office, fingerprint, issued_at, remarks, compared, .. } = record;
        let (document_sha256, return_sha256) = (record.document_sha256, record.return_sha256);
        Self { name, office, fingerprint, issued_at, remarks, compared, document_sha256, return_sha256 }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};

    use anziping_core::edition::CatalogueRef;
    use anziping_core::json;
    use anziping_core::seal::keys::KeyId;
    use anziping_core::value::day::Day;
    use anziping_core::value::period::Period;

    use super::super::record_index::RecordIndex;
    use super::*;

    /// Records as texts; it counts what is read of them.
    #[derive(Default)]
    struct KeptTexts {
        records: BTreeMap<RecordKey, (u64, String)>,
        states: u64,
        read: RefCell<Vec<RecordKey>>,
        bytes: Cell<usize>,
    }

    impl KeptTexts {
        /// An enterprise with so many signed months, each with a file of this text.
        fn months(count: usize, text: &str) -> Self {
            let mut kept = Self::default();
            kept.put(RecordKey::Enterprise("e1".into()), &Enterprise::default());
            let first = Period::parse("2026-01").expect("a period");
            for period in std::iter::successors(Some(first), |period| Some(period.next())).take(count) {
                let draft = MonthDraft::new(period, CatalogueRef::default());
                kept.put(RecordKey::Month("e1".into(), period), &draft);
                let sealed = SealedRecord {
                    text: text.to_owned(),
                    file_name: "月报.json".into(),
                    document_sha256: Sha256::of(period.to_string().as_bytes()),
                    sealed_at: Timestamp::parse("2026-02-01T09:00:00+08:00").expect("a time"),
                    total: None,
                    demo: false,
                };
                kept.put(RecordKey::Sealed("e1".into(), period, 1), &sealed);
                kept.answer(period, sealed.document_sha256, text);
            }
            kept
        }

        /// A receipt and a return of the office, each with a file of this text.
        fn answer(&mut self, period: Period, document_sha256: Sha256, text: &str) {
            let fingerprint = "A".repeat(43).parse::<KeyId>().expect("a thumbprint").fingerprint();
            let receipt = ReceiptRecord {
                text: text.to_owned(),
                office: "街道".into(),
                fingerprint,
                received_on: Day::parse("2026-02-02").expect("a day"),
                remarks: Vec::new(),
                compared: true,
                document_sha256,
            };
            self.put(RecordKey::Receipt("e1".into(), period, 1), &receipt);
            let returned = ReturnRecord {
                text: text.to_owned(),
                office: "街道".into(),
                fingerprint,
                issued_at: Timestamp::parse("2026-02-03T09:00:00+08:00").expect("a time"),
                remarks: Vec::new(),
                compared: true,
                document_sha256,
                return_sha256: Sha256::of(b"return"),
            };
            self.put(RecordKey::Return("e1".into(), period, ReturnName::Revision(1)), &returned);
        }

        fn put<T: Serialize>(&mut self, key: RecordKey, record: &T) {
            self.put_text(key, json::write(record).expect("a record is JSON"));
        }

        fn put_text(&mut self, key: RecordKey, text: String) {
            self.states += 1;
            self.records.insert(key, (self.states, text));
        }

        /// The keys that were read since this was asked last, with the number of bytes.
        fn take_read(&self) -> (Vec<RecordKey>, usize) {
            (self.read.take(), self.bytes.take())
        }
    }

    impl Readable for KeptTexts {
        fn states(&self) -> Vec<(RecordKey, u64)> {
            self.records.iter().map(|(key, (state, _))| (key.clone(), *state)).collect()
        }

        fn read<T: Serialize + DeserializeOwned>(&self, key: &RecordKey) -> Option<T> {
            self.look_at(key)
        }

        fn look_at<T: DeserializeOwned>(&self, key: &RecordKey) -> Option<T> {
            let (_, text) = self.records.get(key)?;
            self.read.borrow_mut().push(key.clone());
            self.bytes.set(self.bytes.get() + text.len());
            json::read(text).ok()
        }
    }

    fn followed(kept: &KeptTexts) -> RecordHeads {
        let mut heads = RecordHeads::default();
        heads.follow(kept);
        heads
    }

    /// Everything that the heads and the index hold, written out.
    fn held(kept: &KeptTexts) -> usize {
        let heads = followed(kept);
        format!("{:?}{:?}", heads.0, RecordIndex::of(&heads)).len()
    }

    #[test]
    fn the_index_of_a_year_holds_no_file() {
        let text = "字".repeat(20_000);
        let (month, year) = (held(&KeptTexts::months(1, &text)), held(&KeptTexts::months(12, &text)));
        // Eleven more lines of a list, each smaller by far than its file.
        assert!(year - month < 11 * 3_000, "{month} of one month, {year} of twelve");
        assert_eq!(year, held(&KeptTexts::months(12, "")), "the same whatever the files are");
    }

    #[test]
    fn one_changed_record_is_read_and_no_other() {
        let mut kept = KeptTexts::months(12, &"字".repeat(20_000));
        let mut heads = followed(&kept);
        let (all, bytes) = kept.take_read();
        assert_eq!(all.len(), 49, "at the start every record is read");
        let changed = RecordKey::Month("e1".into(), Period::parse("2026-12").expect("a period"));
        let draft = MonthDraft {
            demo: true,
            ..MonthDraft::new(Period::parse("2026-12").expect("a period"), CatalogueRef::default())
        };
        kept.put(changed.clone(), &draft);
        heads.follow(&kept);
        let (read, again) = kept.take_read();
        assert_eq!(read, [changed]);
        assert!(again < bytes / 100, "{again} of {bytes} bytes");
        assert_eq!(RecordIndex::of(&heads), RecordIndex::of(&followed(&kept)));
        assert!(RecordIndex::of(&heads).enterprises[0].months[0].demo);
    }

    #[test]
    fn a_record_that_is_gone_leaves_the_index() {
        let mut kept = KeptTexts::months(2, "");
        let mut heads = followed(&kept);
        let february = Period::parse("2026-02").expect("a period");
        kept.records.remove(&RecordKey::Sealed("e1".into(), february, 1));
        heads.follow(&kept);
        assert!(RecordIndex::of(&heads).enterprises[0].months[0].sealed.is_empty());
        kept.records.remove(&RecordKey::Month("e1".into(), february));
        heads.follow(&kept);
        assert_eq!(RecordIndex::of(&heads).enterprises[0].months.len(), 1);
    }

    #[test]
    fn a_month_is_read_to_its_end_and_left_out_if_misshapen() {
        let mut kept = KeptTexts::months(2, "");
        let february = Period::parse("2026-02").expect("a period");
        let key = RecordKey::Month("e1".into(), february);
        // Its head is sound; only whoever reads on finds out.
        kept.put_text(key, r#"{"period":"2026-02","demo":false,"lineage":{"revision":1},"hazards":"none"}"#.into());
        let mut heads = followed(&kept);
        assert_eq!(RecordIndex::of(&heads).enterprises[0].months.len(), 1);
        drop(kept.take_read());
        heads.follow(&kept);
        assert_eq!(kept.take_read().0, [], "it was found out, and is not read again");
    }
}
