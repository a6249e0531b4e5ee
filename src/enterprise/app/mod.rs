//! The application as pages see it.
//!
//! What is open, what lies in the browser, and the steps that change either.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`record_head`] | heads of records: what a list says of each |
//! | [`record_index`] | lists what lies in the browser, for the pages that show it |
//! | [`months`] | begins enterprises, months and corrections |
//! | [`check_lists`] | keeps, removes and changes the check list of a month |
//! | [`removal`] | removes and restores, each with its way back |
//! | [`photo_album`] | takes photographs in |

pub(crate) mod check_lists;
pub(crate) mod months;
pub(crate) mod photo_album;
pub(crate) mod record_head;
pub(crate) mod record_index;
pub(crate) mod removal;

use anziping_core::document::report::MonthlyReport;
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::Hazard;
use anziping_core::hazard::statistics::newest_of_each;
use anziping_core::month::draft::{Adoption, MonthDraft, Previous};
use anziping_core::record::{KeyRecord, ReceiptRecord, RecordKey, ReturnName, ReturnRecord, SealedRecord};
use anziping_core::register::Registers;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::browser_settings::BrowserSettings;
use super::route::Route;
use super::session::{Contents, Session, SessionRecord};
use crate::platform::{dom, location, task, timer};
use crate::store::autosave::SaveState;
use crate::store::declaration::OwnRecords;
use crate::store::page::SitePage;
use crate::store::records::{Locked, RecordStore};
use crate::store::{Store, tab_role};
use record_head::RecordHeads;
use record_index::{IndexedMonth, RecordIndex};

/// Handed to every page through the context; `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub struct App {
    /// The page on the screen.
    pub(crate) route: RwSignal<Route>,
    /// The enterprise and month on the screen; `None` before the first enterprise exists.
    pub(crate) session: RwSignal<Option<Session>>,
    /// The records of this browser and what becomes of them.
    pub(crate) store: Store,
    /// Choices of this browser.
    pub(crate) settings: BrowserSettings,
    /// An index of the records in the browser.
    pub(crate) index: RwSignal<RecordIndex>,
    /// The heads that the index was made of.
    heads: StoredValue<RecordHeads>,
    /// The changes that another edition of the check list made to the month; shown until dismissed.
    pub(crate) adoption: RwSignal<Option<Adoption>>,
    /// The place down to which the report was read when it was left, in CSS pixels.
    pub(super) report_at: StoredValue<f64>,
    session_owner: StoredValue<Option<Owner>>,
}

/// A month that was read, with the owner of its signals.
///
/// And with what another edition of the check list did to it.
struct LoadedMonth {
    owner: Owner,
    session: Session,
    adoption: Option<Adoption>,
}

/// The settings, and the records of the enterprise and month on the screen.
impl OwnRecords for App {
    fn keys(&self) -> Vec<RecordKey> {
        let session = self.session.get_untracked();
        let of_session = session.iter().flat_map(OwnRecords::keys);
        std::iter::once(RecordKey::Settings).chain(of_session).collect()
    }

    fn encode(&self, key: &RecordKey, records: &RecordStore) -> Option<String> {
        match key {
            RecordKey::Settings => self.settings.encode(records),
            _ => self.session.get_untracked()?.encode(key, records),
        }
    }
}

impl App {
    /// Opens the records of this browser, and puts the month on the screen that was open last.
    pub(crate) async fn open(route: RwSignal<Route>, session: RwSignal<Option<Session>>) -> Self {
        let store = Store::open(SitePage::Enterprise).await;
        let app = Self {
            route,
            session,
            store,
            settings: BrowserSettings::open(store),
            index: RwSignal::new(RecordIndex::default()),
            heads: StoredValue::new(RecordHeads::default()),
            adoption: RwSignal::new(None),
            report_at: StoredValue::new(0.0),
            session_owner: StoredValue::new(None),
        };
        store.own(app);
        crate::store::watch(store);
        if store.records().keys().iter().any(|key| key.enterprise().is_some()) {
            app.open_last();
        }
        app.follow();
        app
    }

    /// The application from the context of a page.
    pub(crate) fn get() -> Self {
        expect_context::<Self>()
    }

    /// Follows the tab's role, the answers of the browser and the choice of large type.
    fn follow(&self) {
        crate::store::follow(self.store);
        let app = *self;
        // The role comes from outside: from other tabs and from stopped writes.
        Effect::new(move |_| {
            app.store.role.track();
            app.apply_lock();
        });
        let large = Memo::new(move |_| app.settings.value.with(|settings| settings.large_type));
        Effect::new(move |_| if large.get() { dom::set_mark("large", "true") } else { dom::remove_mark("large") });
    }

    /// Goes to a page; whatever is typed is saved first.
    pub(crate) fn go(&self, route: &Route) {
        self.store.flush();
        location::go_to(&route.href());
    }

    /// Puts the month on the screen that was open last.
    pub(crate) fn open_last(&self) {
        self.refresh();
        let (id, period) = self.last_open();
        self.show(&id, period);
    }

    /// Opens a month of an enterprise and remembers it: the given one, or its newest.
    pub(crate) fn switch_to(&self, id: &str, period: Option<Period>) {
        self.store.flush();
        // It could not be written, and leaves the screen now.
        tab_role::keep_aside(self.store);
        self.show(id, period);
        self.settings.edit(|settings| {
            settings.current = id.to_owned();
            settings.period = period;
        });
    }

    /// Changes a month of an enterprise, which is put on the screen first where another one is.
    ///
    /// So the person sees what becomes of a step that is taken back.
    pub(crate) fn in_month(&self, id: &str, period: Period, change: impl FnOnce(Session)) {
        let is_open = |session: &Session| session.period == period && session.id.with_value(|open| open == id);
        if !self.session.get_untracked().as_ref().is_some_and(is_open) {
            self.switch_to(id, Some(period));
        }
        if let Some(session) = self.session.get_untracked().filter(is_open) {
            change(session);
        }
    }

    /// Opens what was open last as the browser has it now, or its first enterprise where that is gone.
    fn reopen(&self) {
        self.refresh();
        self.settings.read_again();
        let (current, period) = self.last_open();
        let known = self.index.with_untracked(|index| index.enterprise(&current).is_some());
        let first =
            self.index.with_untracked(|index| index.enterprises.first().map(|enterprise| enterprise.id.clone()));
        if known {
            self.switch_to(&current, period);
        } else {
            self.switch_to(first.as_deref().unwrap_or_default(), None);
        }
    }

    /// The enterprise that was open last, and its month; its newest one where that month is signed.
    fn last_open(&self) -> (String, Option<Period>) {
        let (id, period) = self.settings.value.with_untracked(|settings| (settings.current.clone(), settings.period));
        let signed = |period: &Period| self.indexed_month(&id, *period).is_some_and(|month| month.is_sealed());
        let open = period.filter(|period| !signed(period));
        (id, open)
    }

    /// Keeps a freshly sealed report of the enterprise `id` and makes its month read-only.
    ///
    /// Signing takes a while, so another month may be on the screen by now.
    pub(crate) fn keep_sealed(&self, id: &str, report: &MonthlyReport, record: &SealedRecord) {
        self.store.flush();
        // What was signed is not taken back from under the signature.
        self.store.undo.set(None);
        self.put(&RecordKey::Sealed(id.to_owned(), report.period, report.revision), record);
        if let Some(session) = self.session.get_untracked()
            && session.id.get_value() == id
            && session.period == report.period
        {
            session.read_only.set(true);
        }
        self.refresh();
    }

    /// Keeps the office's receipt, and lets the month after follow the document that was received.
    pub(crate) fn keep_receipt(&self, id: &str, period: Period, revision: u32, receipt: &ReceiptRecord) {
        self.put(&RecordKey::Receipt(id.to_owned(), period, revision), receipt);
        self.refresh();
        let next = period.next();
        let follow = self.indexed_month(id, period).and_then(|month| month.to_follow());
        let open = self.indexed_month(id, next).is_some_and(|month| month.sealed.is_empty());
        let Some(sha256) = follow.filter(|_| open) else { return };
        let key = RecordKey::Month(id.to_owned(), next);
        let on_screen =
            self.session.get_untracked().filter(|session| session.id.get_value() == id && session.period == next);
        if let Some(session) = on_screen {
            session.edit_lineage(|lineage| lineage.previous = Some(Previous { period, sha256 }));
        } else if let Some(Ok(mut draft)) = self.store.records().read::<MonthDraft>(&key) {
            draft.lineage.previous = Some(Previous { period, sha256 });
            self.put(&key, &draft);
        }
    }

    /// Keeps the office's return beside those that came before it.
    ///
    /// A correction that is under way answers the newest one whose digits were compared.
    pub(crate) fn keep_return(&self, id: &str, period: Period, revision: u32, returned: &ReturnRecord) {
        let key = |name| RecordKey::Return(id.to_owned(), period, name);
        // One that an earlier program has kept stays under its name.
        let before = key(ReturnName::Revision(revision));
        let kept = self.store.records().read::<ReturnRecord>(&before).and_then(Result::ok);
        let is_this = kept.is_some_and(|kept| kept.return_sha256 == returned.return_sha256);
        let key = if is_this { before } else { key(ReturnName::Document(returned.return_sha256)) };
        self.put(&key, returned);
        self.refresh();
        let replaced = Some(returned.document_sha256);
        let is_corrected = |session: &Session| {
            let of_this = session.id.get_value() == id && session.period == period;
            of_this && session.lineage.with_untracked(|lineage| lineage.supersedes == replaced)
        };
        if let Some(session) = self.session.get_untracked().filter(is_corrected).filter(|_| returned.compared) {
            let newest = self.indexed_month(id, period).and_then(|month| month.to_answer());
            session.edit_lineage(|lineage| lineage.answers_return = newest);
        }
    }

    /// Keeps a signing key (encrypted) of the enterprise `id`.
    pub(crate) fn keep_key(&self, id: &str, key: &KeyRecord) {
        self.put(&RecordKey::SigningKey(id.to_owned(), key.kid), key);
        self.refresh();
    }

    /// Keeps a signing key that is not here yet; one that is stays as it is.
    pub(crate) fn keep_key_if_new(&self, id: &str, key: &KeyRecord) {
        let known = self.index.with_untracked(|index| {
            index.enterprise(id).is_some_and(|enterprise| enterprise.keys.iter().any(|kept| kept.kid == key.kid))
        });
        if !known {
            self.keep_key(id, key);
        }
    }

    /// The month as the index lists it, if it is there.
    pub(crate) fn indexed_month(&self, id: &str, period: Period) -> Option<IndexedMonth> {
        self.index
            .with_untracked(|index| index.enterprise(id)?.months.iter().find(|month| month.period == period).cloned())
    }

    /// Brings the index up to the records; what did not change is not read again.
    pub(crate) fn refresh(&self) {
        self.heads.update_value(|heads| heads.follow(&*self.store.records()));
        self.index.set(self.heads.with_value(RecordIndex::of));
    }

    /// Reads a sealed report with its file; `None` where there is none that can be read.
    pub(crate) fn sealed_record(&self, id: &str, period: Period, revision: u32) -> Option<SealedRecord> {
        self.store.records().look_at(&RecordKey::Sealed(id.to_owned(), period, revision))?.ok()
    }

    /// Reads the office's receipt of a report with its file.
    pub(crate) fn receipt_record(&self, id: &str, period: Period, revision: u32) -> Option<ReceiptRecord> {
        self.store.records().look_at(&RecordKey::Receipt(id.to_owned(), period, revision))?.ok()
    }

    /// Reads a return of the office with its file.
    pub(crate) fn return_record(&self, id: &str, period: Period, name: ReturnName) -> Option<ReturnRecord> {
        self.store.records().look_at(&RecordKey::Return(id.to_owned(), period, name))?.ok()
    }

    /// The hazards of the other months of the enterprise on the screen, as those months left them.
    ///
    /// The latest month of each counts.
    pub(crate) fn earlier_hazards(&self, session: &Session) -> Vec<Hazard> {
        self.hazards_of_months(session, |period| period < session.period)
    }

    /// The hazards of all months of the enterprise on the screen, each as the latest month has it.
    pub(crate) fn all_hazards(&self, session: &Session) -> Vec<Hazard> {
        self.hazards_of_months(session, |_| true)
    }

    fn hazards_of_months(&self, session: &Session, chosen: impl Fn(Period) -> bool) -> Vec<Hazard> {
        let id = session.id.get_value();
        let periods = self.index.with_untracked(|index| {
            index
                .enterprise(&id)
                .map(|enterprise| enterprise.months.iter().map(|month| month.period).collect::<Vec<_>>())
        });
        // Newest first, so that a hazard that rolled over is taken as it stands now.
        let months = periods.into_iter().flatten().filter(|period| chosen(*period));
        let hazards = months.filter_map(|period| {
            if period == session.period {
                return Some(session.hazards.get_untracked());
            }
            let key = RecordKey::Month(id.clone(), period);
            Some(self.store.records().look_at::<MonthDraft>(&key)?.ok()?.hazards)
        });
        newest_of_each(hazards)
    }

    /// Writes records now, each of which counts as a change; `None` removes a record.
    fn write(&self, batch: Vec<(RecordKey, Option<String>)>) {
        let count = batch.len();
        self.store.write(batch);
        self.settings.count_changes(count);
    }

    /// Encodes a record and writes it now.
    fn put<T: serde::Serialize>(&self, key: &RecordKey, value: &T) {
        if let Some(body) = self.store.encode(key, value) {
            self.write(vec![(key.clone(), Some(body))]);
        }
    }

    /// A month of an enterprise for reading, beside the one on the screen.
    ///
    /// Nothing of it can be changed, and nothing is written down. It lives as long as its owner.
    pub(crate) fn beside(&self, id: &str, period: Period) -> Option<(Owner, Session)> {
        let LoadedMonth { owner, session, .. } = self.load(id, period)?;
        for lock in [session.read_only, session.enterprise_read_only, session.registers_read_only] {
            lock.set(true);
        }
        Some((owner, session))
    }

    /// Puts a stored month on the screen without remembering the choice.
    pub(super) fn show(&self, id: &str, period: Option<Period>) {
        let chosen = self.index.with_untracked(|index| {
            let enterprise = index.enterprise(id).or_else(|| index.enterprises.first())?;
            let month = period
                .and_then(|period| enterprise.months.iter().find(|month| month.period == period))
                .or_else(|| enterprise.months.first())?;
            Some((enterprise.id.clone(), month.period))
        });
        let loaded = chosen.and_then(|(id, period)| Some((self.load(&id, period)?, id, period)));
        let Some((LoadedMonth { owner, session, adoption }, id, period)) = loaded else {
            self.session.set(None);
            return;
        };
        self.session.set(Some(session));
        self.report_at.set_value(0.0);
        self.apply_lock();
        if let Some(adoption) = adoption {
            // What was there before stays as a record of its own until the next edition comes.
            if let Some(before) = self.store.records().body(&RecordKey::Month(id.clone(), period)) {
                self.write(vec![(RecordKey::Before(id.clone(), period), Some(before))]);
            }
            self.adoption.set(Some(adoption));
            session.changed(SessionRecord::Month);
        }
        let old = self.session_owner.try_update_value(|slot| slot.replace(owner)).flatten();
        if let Some(old) = old {
            // Views of the old month are torn down by effects that run after this task; only then may its signals go.
            task::spawn(async move {
                timer::pause(0).await;
                old.cleanup();
            });
        }
    }

    /// Reads a month into signals of its own; `None` where its records cannot be read.
    fn load(&self, id: &str, period: Period) -> Option<LoadedMonth> {
        let records = self.store.records();
        let (of_enterprise, of_month) = (RecordKey::Enterprise(id.to_owned()), RecordKey::Month(id.to_owned(), period));
        let enterprise = records.read::<Enterprise>(&of_enterprise)?.ok()?;
        let mut draft = records.read::<MonthDraft>(&of_month)?.ok()?;
        // Registers that cannot be read are locked by having been tried: nothing is written over them, and their pages
        // say why.
        let registers =
            records.read::<Registers>(&RecordKey::Registers(id.to_owned())).and_then(Result::ok).unwrap_or_default();
        // A sealed month keeps the list it was signed with, as does a newer program's; a month in work moves to the
        // list of today.
        let sealed = self.indexed_month(id, period).is_some_and(|month| month.is_sealed());
        let own = self.store.editions().of_month(&draft.catalogue);
        let stays = sealed || own.is_none() || records.locked(&of_month).is_some() || !self.store.is_writer();
        let edition = own.unwrap_or_else(|| self.store.editions().builtin());
        let adoption = if stays { None } else { draft.adopt(edition.catalogue(), edition.reference()) };
        // The rows of the old month belong to an owner of their own, or hundreds of signals would stay behind at every
        // switch.
        let owner = Owner::new_root(None);
        let contents = Contents { enterprise, registers, draft };
        let session = owner.with(|| Session::load(id, edition, contents, self.store, self.settings));
        Some(LoadedMonth { owner, session, adoption })
    }

    /// Decides what can be changed.
    ///
    /// Not a sealed month, nor what is damaged, newer than the program, or another tab's.
    pub(crate) fn apply_lock(&self) {
        let Some(session) = self.session.get_untracked() else { return };
        let (id, records) = (session.id.get_value(), self.store.records());
        let of_month = self.lock_of_month();
        let of_enterprise = records.locked(&RecordKey::Enterprise(id.clone()));
        let of_registers = records.locked(&RecordKey::Registers(id.clone()));
        let sealed = self.indexed_month(&id, session.period).is_some_and(|month| month.is_sealed());
        let elsewhere = !self.store.is_writer();
        session.read_only.set(sealed || session.lacks_its_list() || of_month.is_some() || elsewhere);
        session.enterprise_read_only.set(of_enterprise.is_some() || elsewhere);
        session.registers_lock.set(of_registers);
        session.registers_read_only.set(of_registers.is_some() || session.enterprise_read_only.get_untracked());
        let newer = of_enterprise == Some(Locked::Newer) || of_month == Some(Locked::Newer);
        match self.store.save.get_untracked() {
            SaveState::Untouched if newer => self.store.save.set(SaveState::ReadOnly),
            SaveState::ReadOnly if !newer => self.store.save.set(SaveState::Untouched),
            _ => {}
        }
    }

    /// Returns the reason for which the open month cannot be changed, if there is one.
    pub(crate) fn lock_of_month(&self) -> Option<Locked> {
        let session = self.session.get_untracked()?;
        self.store.records().locked(&RecordKey::Month(session.id.get_value(), session.period))
    }
}
