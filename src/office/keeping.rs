//! Keeps what was found out about received files, so that the batches of a month add up.
//!
//! It lies beside the registry, as safe as that. The files themselves are not kept.

use anziping_core::office::desk::Inbox;
use anziping_core::office::kept::{self, Kept};
use anziping_core::record::RecordKey;
use leptos::prelude::*;

use crate::store::Store;
use crate::store::declaration::OwnRecords;
use crate::store::discovery::Discovery;
use crate::store::records::RecordStore;

/// The received files and the records that hold them; `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    store: Store,
    /// The received files.
    pub(super) inbox: RwSignal<Inbox>,
    /// Numbers of the records that cannot be read.
    unread: StoredValue<Vec<u32>>,
    written: StoredValue<Written>,
}

/// The state of the records that hold the inbox.
#[derive(Clone, Copy)]
struct Written {
    /// Order of the inbox at that time.
    order: u64,
    /// So many files lie where they belong.
    files: usize,
    records: usize,
}

/// The records as the inbox stands.
impl OwnRecords for Keeping {
    fn keys(&self) -> Vec<RecordKey> {
        self.names(kept::records(self.inbox.with_untracked(|inbox| inbox.len())))
    }

    fn encode(&self, key: &RecordKey, _records: &RecordStore) -> Option<String> {
        let place = self.keys().iter().position(|own| own == key)?;
        self.inbox.with_untracked(|inbox| {
            let files = kept::of_record(inbox, place);
            (!files.is_empty()).then(|| self.store.written(key, kept::write(files).ok())).flatten()
        })
    }
}

impl Keeping {
    /// Reads what earlier days have left.
    pub(super) fn open(store: Store) -> Self {
        let (unread, written) = (Vec::new(), Written { order: 0, files: 0, records: 0 });
        let keeping = Self {
            store,
            inbox: RwSignal::new(Inbox::default()),
            unread: StoredValue::new(unread),
            written: StoredValue::new(written),
        };
        keeping.read();
        keeping
    }

    /// Shows what the records hold: at the start, and after another window has written them.
    pub(super) fn read(&self) {
        let records = self.store.records();
        let keys = records.keys();
        // One body at a time: those of a year are 60 MB.
        let bodies = keys.iter().filter_map(|key| Some((number(key)?, records.body(key)?)));
        let Kept { files, mut unread, settled, records: count } = Kept::of(bodies);
        self.tell(&unread);
        let locked = records.unreadable_texts().into_iter().filter(|(key, _)| records.locked(key).is_some());
        unread.extend(locked.filter_map(|(key, _)| number(&key)));
        self.unread.set_value(unread);
        self.inbox.update(|inbox| inbox.begin_with(files));
        let order = self.inbox.with_untracked(Inbox::order);
        self.written.set_value(Written { order, files: settled, records: count });
    }

    /// Says of records that they cannot be read, as the store says it of damaged ones.
    fn tell(&self, unread: &[u32]) {
        let damaged = unread.iter().map(|number| Discovery::Damaged(RecordKey::Received(*number)));
        self.store.discoveries.update(|all| all.extend(damaged));
    }

    /// Writes what comes into the inbox and removes what is taken out of it.
    ///
    /// Called once the desk is mounted: before, effects have nothing to run on.
    pub(super) fn follow(&self) {
        let keeping = *self;
        Effect::new(move |_| {
            let (order, files) = keeping.inbox.with(|inbox| (inbox.order(), inbox.len()));
            if keeping.store.is_writer() {
                keeping.write(order, files);
            }
        });
    }

    fn write(&self, order: u64, files: usize) {
        let before = self.written.get_value();
        let (wanted, settled) = (kept::records(files), if before.order == order { before.files } else { 0 });
        let first = if settled == files { wanted } else { settled / kept::FILES };
        let keys = self.names(wanted.max(before.records));
        let (filled, empty) = keys.split_at(wanted);
        self.store.write(empty.iter().map(|key| (key.clone(), None)).collect());
        filled.iter().skip(first).for_each(|key| self.store.changed(key.clone()));
        self.written.set_value(Written { order, files, records: wanted });
    }

    /// Names of the first records, in their order.
    fn names(&self, count: usize) -> Vec<RecordKey> {
        self.unread.with_value(|unread| Kept::numbers(unread).take(count).map(RecordKey::Received).collect())
    }
}

fn number(key: &RecordKey) -> Option<u32> {
    match key {
        RecordKey::Received(number) => Some(*number),
        _ => None,
    }
}
