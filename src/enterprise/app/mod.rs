//! The application as pages see it: what is open, what lies in the browser, and the steps that change either.

mod check_lists;
pub mod photo_album;
mod repair;
pub mod shelf;
mod tab_role;
mod undo;

use std::rc::Rc;

use anziping_core::demo;
use anziping_core::document::report::MonthlyReport;
use anziping_core::enterprise::Enterprise;
use anziping_core::hazard::Hazard;
use anziping_core::month::draft::{Adoption, MonthDraft, Previous};
use anziping_core::record::{KeyRecord, ReceiptRecord, RecordKey, SealedRecord, Settings};
use anziping_core::register::Registers;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::code_split::{CodeSplit, Parts, Step};
use super::session::{Session, Touched};
use crate::enterprise::route::Route;
use crate::platform::persist::{self, Promised};
use crate::platform::{clock, document, location, task};
use crate::store::autosave::{Autosave, SaveState};
use crate::store::editions::Lists;
use crate::store::records::{Discovery, Locked, RecordStore, SitePage};
use crate::store::tabs::{Tabs, WriterRole};
use crate::store::undo::Undo;
use shelf::{Shelf, ShelvedMonth};

/// Handed to every page through the context; `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub struct App {
    /// The page on the screen.
    pub route: RwSignal<Route>,
    /// The enterprise and month on the screen; `None` before the first enterprise exists.
    pub session: RwSignal<Option<Session>>,
    /// Choices of this browser.
    pub settings: RwSignal<Settings>,
    /// What lies in the browser.
    pub shelf: RwSignal<Shelf>,
    /// What the status bar says about saving.
    pub save: RwSignal<SaveState>,
    /// What start-up met; shown until dismissed.
    pub discoveries: RwSignal<Vec<Discovery>>,
    /// What another edition of the check list did to the month on the screen; shown until dismissed.
    pub adoption: RwSignal<Option<Adoption>>,
    /// What this tab may do beside others.
    pub standing: RwSignal<WriterRole>,
    /// Whether the month that was open last is still on its way to the screen.
    pub opening: RwSignal<bool>,
    /// The parts of the program besides the first page.
    pub cut: &'static CodeSplit,
    /// How far they are fetched.
    pub parts: Parts,
    /// The last destructive step.
    pub undo: RwSignal<Option<Undo>, LocalStorage>,
    pub(super) lists: StoredValue<Rc<Lists>, LocalStorage>,
    pub(super) tabs: StoredValue<Tabs, LocalStorage>,
    vault: StoredValue<Rc<RecordStore>, LocalStorage>,
    pub(super) autosave: StoredValue<Autosave, LocalStorage>,
    session_owner: StoredValue<Option<Owner>>,
    /// The field that was typed into last and the record it belongs to: its next letter is the same change.
    typed: StoredValue<Option<(RecordKey, String)>>,
    /// Whether this page has asked the browser for lasting storage.
    asked: StoredValue<bool>,
}

impl App {
    /// Opens the records of this browser and the month that was open last.
    pub async fn open(cut: &'static CodeSplit) -> Self {
        // The claim comes first: a tab that only shows must not put copies right under the hands of the one that writes.
        let tabs = Tabs::claim(SitePage::Enterprise.name()).await;
        let standing = tabs.standing();
        let (vault, discoveries) = RecordStore::open(SitePage::Enterprise, standing.get_untracked()).await;
        let save = RwSignal::new(SaveState::default());
        let autosave = Autosave::new(Rc::clone(&vault), save);
        let settings: Settings = vault.read(&RecordKey::Settings).and_then(Result::ok).unwrap_or_default();
        let app = Self {
            route: RwSignal::new(Route::parse(&location::hash()).unwrap_or_default()),
            session: RwSignal::new(None),
            shelf: RwSignal::new(Shelf::default()),
            settings: RwSignal::new(settings),
            save,
            discoveries: RwSignal::new(discoveries),
            adoption: RwSignal::new(None),
            standing,
            opening: RwSignal::new(false),
            cut,
            parts: Parts::new(),
            undo: RwSignal::new_local(None),
            lists: StoredValue::new_local(Rc::default()),
            tabs: StoredValue::new_local(tabs),
            vault: StoredValue::new_local(vault),
            autosave: StoredValue::new_local(autosave),
            session_owner: StoredValue::new(None),
            typed: StoredValue::new(None),
            asked: StoredValue::new(false),
        };
        app.listen_to_tabs();
        if app.vault().keys().iter().any(|key| key.enterprise().is_some()) {
            app.opening.set(true);
            app.take(Step::Open);
        }
        repair::watch(app);
        app
    }

    /// Puts the month on the screen that was open last.
    pub fn open_last(&self) {
        self.refresh();
        let (id, period) = self.settings.with_untracked(|settings| (settings.current.clone(), settings.period));
        self.show(&id, period);
    }

    /// The hashes of all photographs that a month in this browser names; `None` while a record cannot be read.
    pub fn named_photos(&self) -> Option<std::collections::BTreeSet<String>> {
        self.flush();
        let vault = self.vault();
        if !vault.unreadable_texts().is_empty() {
            return None;
        }
        let mut named = std::collections::BTreeSet::new();
        for key in vault.keys().into_iter().filter(|key| matches!(key, RecordKey::Month(..))) {
            let draft = vault.read::<MonthDraft>(&key)?.ok()?;
            named.extend(draft.hazards.into_iter().flat_map(|hazard| hazard.photos).map(|photo| photo.sha256));
        }
        Some(named)
    }

    /// The hazards of the other months of the enterprise on the screen, as those months left them; the latest month of each counts.
    pub fn earlier_hazards(&self, session: &Session) -> Vec<Hazard> {
        let id = session.id.get_value();
        let periods = self.shelf.with_untracked(|shelf| {
            shelf
                .enterprise(&id)
                .map(|enterprise| enterprise.months.iter().map(|month| month.period).collect::<Vec<_>>())
        });
        let mut known = std::collections::BTreeSet::new();
        // Newest first, so that a hazard that rolled over is taken as it stands now.
        let months = periods.into_iter().flatten().filter(|period| *period < session.period);
        let drafts =
            months.filter_map(|period| self.vault().read::<MonthDraft>(&RecordKey::Month(id.clone(), period))?.ok());
        drafts.flat_map(|draft| draft.hazards).filter(|hazard| known.insert(hazard.id.clone())).collect()
    }

    /// The application from the context of a page.
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// The records of this browser.
    pub fn vault(&self) -> Rc<RecordStore> {
        self.vault.get_value()
    }

    /// Whether a lock keeps all other tabs from writing.
    pub fn is_alone(&self) -> bool {
        self.tabs.with_value(Tabs::is_alone)
    }

    /// Writes records as they are in memory, after their copies were deleted behind the page; calls `done` when they are kept again.
    pub fn write_again(&self, keys: &[RecordKey], done: impl FnOnce() + 'static) {
        let vault = self.vault();
        let bodies: Vec<_> = keys.iter().filter_map(|key| Some((key.clone(), Some(vault.body(key)?)))).collect();
        self.autosave.with_value(|autosave| {
            if !bodies.is_empty() {
                autosave.put(bodies);
            }
            autosave.flush_then(done);
        });
    }

    /// The journal is gone: everything is offered to it until it has it again.
    pub fn owe_journal(&self) {
        let keys = self.vault().keys().into_iter().filter(|key| *key != RecordKey::Registry).collect();
        self.autosave.with_value(|autosave| autosave.owe(keys));
    }

    /// Goes to a page; whatever is typed is saved first.
    pub fn go(&self, route: &Route) {
        self.flush();
        location::go_to(&route.href());
    }

    /// Writes whatever is not yet written, now.
    pub fn flush(&self) {
        self.autosave.with_value(Autosave::flush);
    }

    /// Opens a month of an enterprise and remembers it: the given one, or its newest.
    pub fn switch_to(&self, id: &str, period: Option<Period>) {
        self.flush();
        if self.standing.get_untracked() == WriterRole::Overtaken {
            // It could not be written, and leaves the screen now.
            self.vault().keep_own_aside(self.own_records());
        }
        self.show(id, period);
        self.edit_settings(|settings| {
            settings.current = id.to_owned();
            settings.period = period;
        });
    }

    /// Makes an empty enterprise with an empty month and opens it.
    pub fn new_enterprise(&self) {
        let period = Period::at_or_near(clock::today());
        self.add(&Enterprise::default(), &MonthDraft::new(period, self.builtin().reference().clone()));
    }

    /// Loads the demonstration month and opens it. It is marked as such everywhere and stays apart from real enterprises.
    pub fn load_demo(&self) {
        let period = Period::at_or_near(clock::today());
        let (enterprise, draft) = demo::demo(self.builtin().catalogue(), self.builtin().reference().clone(), period);
        self.add(&enterprise, &draft);
    }

    /// Begins the month after the open one; answers that still hold are taken over, open hazards roll over.
    pub fn begin_next_month(&self) {
        let Some(session) = self.session.get_untracked() else { return };
        let id = session.id.get_value();
        let sealed = self.month_on_shelf(&id, session.period).and_then(|month| month.to_follow());
        let reference = session.edition.reference().clone();
        let next = session.enterprise.with_untracked(|enterprise| {
            session.snapshot().following(session.catalogue, reference, enterprise, sealed)
        });
        self.put(&RecordKey::Month(id.clone(), next.period), &next);
        self.refresh();
        self.switch_to(&id, Some(next.period));
    }

    /// Opens a sealed month again as its next revision.
    pub fn begin_correction(&self) {
        let Some(session) = self.session.get_untracked() else { return };
        let id = session.id.get_value();
        let Some(month) = self.month_on_shelf(&id, session.period).filter(ShelvedMonth::is_sealed) else { return };
        let Some((_, sealed)) = month.sealed.first() else { return };
        let corrected = session.snapshot().correction(sealed.document_sha256.clone());
        self.put(&RecordKey::Month(id.clone(), session.period), &corrected);
        self.refresh();
        self.switch_to(&id, Some(session.period));
    }

    /// Keeps a freshly sealed report of the enterprise `id` and makes its month read-only. Signing takes a while, so another month
    /// may be on the screen by now.
    pub fn keep_sealed(&self, id: &str, report: &MonthlyReport, record: &SealedRecord) {
        self.flush();
        // What was signed is not taken back from under the signature.
        self.undo.set(None);
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
    pub fn keep_receipt(&self, id: &str, period: Period, revision: u32, receipt: &ReceiptRecord) {
        self.put(&RecordKey::Receipt(id.to_owned(), period, revision), receipt);
        self.refresh();
        let next = period.next();
        let follow = self.month_on_shelf(id, period).and_then(|month| month.to_follow());
        let open = self.month_on_shelf(id, next).is_some_and(|month| month.sealed.is_empty());
        let Some(sha256) = follow.filter(|_| open) else { return };
        let key = RecordKey::Month(id.to_owned(), next);
        let on_screen =
            self.session.get_untracked().filter(|session| session.id.get_value() == id && session.period == next);
        if let Some(session) = on_screen {
            session.edit_lineage(|lineage| lineage.previous = Some(Previous { period, sha256 }));
        } else if let Some(Ok(mut draft)) = self.vault().read::<MonthDraft>(&key) {
            draft.lineage.previous = Some(Previous { period, sha256 });
            self.put(&key, &draft);
        }
    }

    /// Keeps a signing key (encrypted) of the enterprise `id`.
    pub fn keep_key(&self, id: &str, key: &KeyRecord) {
        self.put(&RecordKey::SigningKey(id.to_owned(), key.kid.clone()), key);
        self.refresh();
    }

    /// Changes a setting and saves it, in the tab that writes; the others only show.
    pub fn edit_settings(&self, edit: impl FnOnce(&mut Settings)) {
        if self.standing.get_untracked() != WriterRole::Writer {
            return;
        }
        self.settings.update(edit);
        let app = *self;
        self.autosave.with_value(|autosave| {
            autosave.mark(RecordKey::Settings, move || {
                app.vault().encode(&RecordKey::Settings, &app.settings.get_untracked()).ok()
            });
        });
    }

    /// The month of the shelf, if it is there.
    pub fn month_on_shelf(&self, id: &str, period: Period) -> Option<ShelvedMonth> {
        self.shelf
            .with_untracked(|shelf| shelf.enterprise(id)?.months.iter().find(|month| month.period == period).cloned())
    }

    /// Reads the lists of the shelf again.
    pub fn refresh(&self) {
        self.shelf.set(Shelf::of(&self.vault()));
    }

    pub(super) fn reopen(&self) {
        self.refresh();
        let restored = self.vault().read(&RecordKey::Settings).and_then(Result::ok);
        if let Some(settings) = restored {
            self.settings.set(settings);
        }
        let (current, period) = self.settings.with_untracked(|settings| (settings.current.clone(), settings.period));
        let known = self.shelf.with_untracked(|shelf| shelf.enterprise(&current).is_some());
        let first =
            self.shelf.with_untracked(|shelf| shelf.enterprises.first().map(|enterprise| enterprise.id.clone()));
        if known {
            self.switch_to(&current, period);
        } else {
            self.switch_to(first.as_deref().unwrap_or_default(), None);
        }
    }

    fn add(&self, enterprise: &Enterprise, draft: &MonthDraft) {
        let id = self.vault().free_id();
        let vault = self.vault();
        let (of_enterprise, of_month) = (RecordKey::Enterprise(id.clone()), RecordKey::Month(id.clone(), draft.period));
        let bodies = (vault.encode(&of_enterprise, enterprise), vault.encode(&of_month, draft));
        if let (Ok(enterprise), Ok(month)) = bodies {
            self.write(vec![(of_enterprise, Some(enterprise)), (of_month, Some(month))]);
            self.refresh();
            self.switch_to(&id, None);
        }
    }

    pub(super) fn put<T: serde::Serialize>(&self, key: &RecordKey, value: &T) {
        if let Ok(body) = self.vault().encode(key, value) {
            self.write(vec![(key.clone(), Some(body))]);
        }
    }

    pub(super) fn write(&self, batch: Vec<(RecordKey, Option<String>)>) {
        if !batch.is_empty() {
            let counted = u32::try_from(batch.len()).unwrap_or(u32::MAX);
            self.autosave.with_value(|autosave| autosave.put(batch));
            self.count_changes(counted);
        }
    }

    /// Counts a change for the reminder of the backup. All letters typed into a field without leaving it are one change.
    fn count_change(&self, key: &RecordKey) {
        let typed = document::typing_in().map(|field| (key.clone(), field));
        let goes_on = typed.is_some() && self.typed.with_value(|last| *last == typed);
        self.typed.set_value(typed);
        // After a backup the first letter counts again.
        if !goes_on || self.settings.with_untracked(|settings| settings.changes_since_backup == 0) {
            self.count_changes(1);
        }
    }

    /// Asks the browser once not to delete what this site keeps: after the first thing that somebody has entered, demonstrations apart.
    fn ask_for_lasting_storage(&self) {
        let demo = self.session.with_untracked(|session| session.as_ref().is_none_or(|session| session.demo));
        if demo || self.asked.get_value() || self.settings.with_untracked(|settings| settings.persist.is_some()) {
            return;
        }
        self.asked.set_value(true);
        let app = *self;
        task::spawn(async move {
            // Firefox waits for the person's answer; nothing here waits for it.
            let answer = persist::ask().await;
            app.edit_settings(|settings| settings.persist = Some(answer == Promised::Kept));
        });
    }

    fn count_changes(&self, count: u32) {
        self.edit_settings(|settings| {
            settings.changes_since_backup = settings.changes_since_backup.saturating_add(count)
        });
    }

    /// Puts a stored month on the screen without remembering the choice.
    pub(super) fn show(&self, id: &str, period: Option<Period>) {
        let loaded = self.shelf.with_untracked(|shelf| {
            let enterprise = shelf.enterprise(id).or_else(|| shelf.enterprises.first())?;
            let month = period
                .and_then(|period| enterprise.months.iter().find(|month| month.period == period))
                .or_else(|| enterprise.months.first())?;
            Some((enterprise.id.clone(), month.period))
        });
        let Some((id, period)) = loaded else {
            self.session.set(None);
            return;
        };
        let vault = self.vault();
        let (of_enterprise, of_month) = (RecordKey::Enterprise(id.clone()), RecordKey::Month(id.clone(), period));
        let (Some(Ok(enterprise)), Some(Ok(mut draft))) =
            (vault.read::<Enterprise>(&of_enterprise), vault.read::<MonthDraft>(&of_month))
        else {
            self.session.set(None);
            return;
        };
        // Registers that cannot be read are locked by having been tried: nothing is written over them, and their pages say why.
        let registers =
            vault.read::<Registers>(&RecordKey::Registers(id.clone())).and_then(Result::ok).unwrap_or_default();
        // A sealed month stays as it was signed, one of a newer program as that wrote it; one in work moves on with the program.
        let sealed = self.month_on_shelf(&id, period).is_some_and(|month| month.is_sealed());
        let own = self.edition(&draft.catalogue);
        let stays = sealed
            || own.is_none()
            || vault.locked(&of_month).is_some()
            || self.standing.get_untracked() != WriterRole::Writer;
        let edition = own.unwrap_or_else(|| self.builtin());
        let adoption = if stays { None } else { draft.adopt(edition.catalogue(), edition.reference()) };
        // The rows of the old month belong to an owner of their own, or hundreds of signals would stay behind at every switch.
        let owner = Owner::new_root(None);
        let app = *self;
        let session = owner.with(|| {
            let session_id = id.clone();
            Session::load(&id, edition, enterprise, registers, &draft, move |touched| {
                app.changed(&session_id, period, touched)
            })
        });
        self.session.set(Some(session));
        self.apply_lock();
        if let Some(adoption) = adoption {
            // What was there before stays as a record of its own until the next edition comes.
            if let Some(before) = vault.body(&of_month) {
                self.write(vec![(RecordKey::Before(id.clone(), period), Some(before))]);
            }
            self.adoption.set(Some(adoption));
            self.changed(&id, period, Touched::Month);
        }
        let old = self.session_owner.try_update_value(|slot| slot.replace(owner)).flatten();
        if let Some(old) = old {
            // Views of the old month are torn down by effects that run after this task; only then may its signals go.
            task::spawn(async move {
                crate::platform::timer::pause(0).await;
                old.cleanup();
            });
        }
    }

    fn changed(&self, id: &str, period: Period, touched: Touched) {
        let app = *self;
        let key = match touched {
            Touched::Enterprise => RecordKey::Enterprise(id.to_owned()),
            Touched::Month => RecordKey::Month(id.to_owned(), period),
            Touched::Registers => RecordKey::Registers(id.to_owned()),
        };
        let encoded_key = key.clone();
        let body = move || {
            let session = app.session.get_untracked()?;
            if encoded_key.enterprise() != Some(session.id.get_value().as_str()) || session.period != period {
                return None;
            }
            let vault = app.vault();
            match touched {
                Touched::Enterprise => {
                    session.enterprise.with_untracked(|enterprise| vault.encode(&encoded_key, enterprise)).ok()
                }
                Touched::Month => vault.encode(&encoded_key, &session.snapshot()).ok(),
                Touched::Registers => {
                    session.registers.with_untracked(|registers| vault.encode(&encoded_key, registers)).ok()
                }
            }
        };
        self.count_change(&key);
        self.ask_for_lasting_storage();
        self.autosave.with_value(|autosave| autosave.mark(key, body));
    }

    /// Why the open month cannot be changed, if it cannot.
    pub fn lock_of_month(&self) -> Option<Locked> {
        let session = self.session.get_untracked()?;
        self.vault().locked(&RecordKey::Month(session.id.get_value(), session.period))
    }
}
