//! The desk as its pages see it: received files, what they are judged against, and the steps that change either.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::rc::Rc;
use std::sync::Arc;

use anziping_core::catalog::Catalogue;
use anziping_core::edition::{Edition, Editions};
use anziping_core::month::draft::CatalogueRef;
use anziping_core::office::desk::{Accepted, Desk, Grounds, Inbox, Judged, Verdict, Verdicts};
use anziping_core::office::intake::Checked;
use anziping_core::record::RecordKey;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::intake::Intake;
use super::record::DeskRecord;
use crate::office::route::OfficeRoute;
use crate::platform::{clock, location};
use crate::store::autosave::{Autosave, SaveState};
use crate::store::editions::Lists;
use crate::store::records::{Discovery, Locked, RecordStore, SitePage};
use crate::store::tabs::{Tabs, WriterRole};
use crate::store::undo::Undo;

/// Reports come in until about this day of the following month; from then on the current month is expected.
const LAST_DAY_FOR_LAST_MONTH: u8 = 15;

/// Handed to every page through the context; `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub struct OfficeApp {
    /// The built-in catalogue, for names.
    pub catalogue: &'static Catalogue,
    /// The page on the screen.
    pub route: RwSignal<OfficeRoute>,
    /// The checked files in the order in which they were handed over. They live as long as the page.
    pub inbox: RwSignal<Inbox>,
    /// The registry and what was accepted.
    pub record: RwSignal<DeskRecord>,
    /// The month that the person chose; `None` leaves it to [`OfficeApp::period`].
    pub chosen_period: RwSignal<Option<Period>>,
    /// The month that is expected and added up.
    pub period: Memo<Period>,
    /// Verdicts in the order of the inbox. A batch of files costs the judging of their enterprises, a change of the record that of all.
    pub judged: Memo<Verdicts>,
    /// How many files there are of each verdict.
    pub counts: Memo<BTreeMap<&'static str, usize>>,
    /// What the status bar says about saving.
    pub save: RwSignal<SaveState>,
    /// What start-up met; shown until dismissed.
    pub discoveries: RwSignal<Vec<Discovery>>,
    /// Why the stored registry may not be written to, if it may not.
    pub locked: RwSignal<Option<Locked>>,
    /// What this tab may do beside others.
    pub standing: RwSignal<WriterRole>,
    /// The last step that can be taken back, or was done.
    pub undo: RwSignal<Option<Undo>, LocalStorage>,
    /// Files on their way.
    pub intake: Intake,
    lists: StoredValue<Rc<Lists>, LocalStorage>,
    tabs: StoredValue<Tabs, LocalStorage>,
    vault: StoredValue<Rc<RecordStore>, LocalStorage>,
    autosave: StoredValue<Autosave, LocalStorage>,
}

impl OfficeApp {
    /// Opens the registry of this browser.
    pub async fn open(catalogue: &'static Catalogue) -> Self {
        let tabs = Tabs::claim(SitePage::Office.name()).await;
        let standing = tabs.standing();
        let (vault, discoveries) = RecordStore::open(SitePage::Office, standing.get_untracked()).await;
        let save = RwSignal::new(SaveState::default());
        let autosave = Autosave::new(Rc::clone(&vault), save);
        let stored: DeskRecord = vault.read(&RecordKey::Registry).and_then(Result::ok).unwrap_or_default();
        let inbox = RwSignal::new(Inbox::default());
        let record = RwSignal::new(stored);
        let chosen_period = RwSignal::new(None);
        let period =
            Memo::new(move |_| chosen_period.get().unwrap_or_else(|| inbox.with(|inbox| likely_period(inbox))));
        fn desk(record: &DeskRecord, expected: Option<Period>) -> Desk<'_> {
            Desk { registry: &record.registry, expected, accepted: &record.accepted }
        }
        let grounds =
            Memo::new_owning(move |_| (record.with(|record| Arc::new(Grounds::of(&desk(record, None)))), true));
        let judged = Memo::new_owning(move |before: Option<Verdicts>| {
            let (expected, grounds) = (Some(period.get()), grounds.get());
            let judge = |record: &DeskRecord| {
                inbox.with(|inbox| before.unwrap_or_default().go_on(&desk(record, expected), &grounds, inbox))
            };
            (record.with_untracked(judge), true)
        });
        let counts = Memo::new(move |_| judged.with(|judged| count(judged)));
        let app = Self {
            catalogue,
            route: RwSignal::new(OfficeRoute::parse(&location::hash()).unwrap_or_default()),
            inbox,
            record,
            chosen_period,
            period,
            judged,
            counts,
            save,
            discoveries: RwSignal::new(of_registry(discoveries)),
            standing,
            locked: RwSignal::new(vault.locked(&RecordKey::Registry)),
            undo: RwSignal::new_local(None),
            intake: Intake::new(),
            lists: StoredValue::new_local(Rc::default()),
            tabs: StoredValue::new_local(tabs),
            vault: StoredValue::new_local(vault),
            autosave: StoredValue::new_local(autosave),
        };
        app.listen_to_tabs();
        app
    }

    /// 在此继续: makes this tab the one that writes, after the other has saved, and shows what the other has left.
    pub fn go_on_here(&self) {
        let app = *self;
        self.tabs.with_value(|tabs| tabs.take_over(move || app.take_theirs()));
    }

    /// Shows the registry that another tab has saved. What this tab could not save is kept for export until the page closes.
    pub fn take_theirs(&self) {
        let app = *self;
        let vault = self.vault.get_value();
        if self.standing.get_untracked() == WriterRole::Overtaken
            && let Ok(own) = self.record.with_untracked(|record| vault.encode(&RecordKey::Registry, record))
        {
            vault.keep_own_aside(vec![(RecordKey::Registry, own)]);
        }
        crate::platform::task::spawn(async move {
            let discoveries = of_registry(vault.read_again().await);
            let between_two = discoveries.iter().any(|discovery| matches!(discovery, Discovery::Conflict(_)));
            app.discoveries.set(discoveries);
            app.record.set(vault.read(&RecordKey::Registry).and_then(Result::ok).unwrap_or_default());
            app.locked.set(vault.locked(&RecordKey::Registry));
            app.undo.set(None);
            app.save.set(SaveState::Untouched);
            app.standing.set(WriterRole::Writer);
            if between_two && let Some(body) = vault.body(&RecordKey::Registry) {
                // What was chosen between two texts of one revision must not depend on which of them the next start meets first.
                app.autosave.with_value(|autosave| autosave.put(vec![(RecordKey::Registry, Some(body))]));
            }
        });
    }

    fn listen_to_tabs(&self) {
        let app = *self;
        let save_all = move |done: Box<dyn FnOnce()>| app.autosave.with_value(|autosave| autosave.flush_then(done));
        let stored = move |slot: &str, text: &str| {
            // The enterprise's page writes its own records into the same browser; they are no business of the desk.
            let own = slot.split('|').next() == Some(RecordKey::Registry.to_string().as_str());
            if own && app.standing.get_untracked() == WriterRole::Writer && app.vault.get_value().is_news(slot, text) {
                app.standing.set(WriterRole::Overtaken);
            }
        };
        let is_overtaken = move || {
            let vault = app.vault.get_value();
            async move { vault.is_overtaken_in_journal(vec![RecordKey::Registry]).await }
        };
        self.tabs.with_value(|tabs| {
            tabs.listen(save_all, stored);
            tabs.look(is_overtaken);
        });
    }

    /// Lets a stopped write decide the standing. Called once the desk is mounted: before, effects have nothing to run on.
    pub fn follow_standing(&self) {
        let app = *self;
        // A stopped write decides the standing: it comes from outside.
        Effect::new(move |_| {
            if app.save.with(|save| *save == SaveState::Overtaken) {
                app.standing.set(WriterRole::Overtaken);
            }
        });
    }

    /// All check lists that can be used here.
    pub fn editions(&self) -> Editions<'static> {
        self.lists.with_value(|lists| lists.all(&self.vault.get_value()))
    }

    /// The built-in check list.
    pub fn builtin(&self) -> &'static Edition<'static> {
        self.lists.with_value(|lists| lists.builtin())
    }

    /// The check list a report names, for its words; the built-in one where it is not here.
    pub fn catalogue_of(&self, reference: &CatalogueRef) -> &'static Catalogue {
        self.lists.with_value(|lists| {
            lists.named(&self.vault.get_value(), reference).unwrap_or_else(|| lists.builtin()).catalogue()
        })
    }

    /// Looks for something in the built-in check list and then in those that were imported.
    pub fn in_any_list<T>(&self, find: impl Fn(&Catalogue) -> Option<T>) -> Option<T> {
        find(self.catalogue).or_else(|| self.editions().others().iter().find_map(|edition| find(edition.catalogue())))
    }

    /// The texts of the imported check lists, for the workers.
    pub fn list_texts(&self) -> Vec<String> {
        let vault = self.vault.get_value();
        vault
            .keys()
            .into_iter()
            .filter(|key| matches!(key, RecordKey::CheckList(_)))
            .filter_map(|key| vault.body(&key))
            .collect()
    }

    /// Keeps a check list of others and checks the files again that were answered against it.
    pub fn keep_list(&self, edition: &Edition<'_>) {
        let key = RecordKey::CheckList(edition.reference().sha256.clone());
        self.autosave.with_value(|autosave| autosave.put(vec![(key, Some(edition.text().to_owned()))]));
        self.intake.check_again(*self, |found| found.report.catalogue == *edition.reference());
    }

    /// The desk from the context of a page.
    pub fn get() -> Self {
        expect_context::<Self>()
    }

    /// Writes whatever is not yet written, now.
    pub fn flush(&self) {
        self.autosave.with_value(Autosave::flush);
    }

    /// Changes the record, saves it, and offers to take the change back; `change` gives the sentence that says what was done.
    ///
    /// # Errors
    /// That of `change`; the record is then unchanged.
    pub fn try_edit_record<E>(&self, change: impl FnOnce(&mut DeskRecord) -> Result<String, E>) -> Result<(), E> {
        let before = self.record.get_untracked();
        let mut after = before.clone();
        let said = change(&mut after)?;
        self.put_record(after);
        let app = *self;
        self.undo.set(Some(Undo { said, take_back: Rc::new(move || app.put_record(before.clone())) }));
        Ok(())
    }

    /// [`try_edit_record`](Self::try_edit_record) for changes that cannot fail.
    pub fn edit_record(&self, change: impl FnOnce(&mut DeskRecord) -> String) {
        match self.try_edit_record(|record| Ok::<_, Infallible>(change(record))) {
            Ok(()) => {}
            Err(never) => match never {},
        }
    }

    /// Changes the name of the office, which is typed letter by letter and needs no way back.
    pub fn name_office(&self, name: String) {
        self.record.update(|record| record.registry.office = name);
        self.mark();
    }

    /// Notes all trusted reports as accepted.
    pub fn accept_all(&self, said: impl FnOnce(usize) -> String) {
        let new = self.to_accept();
        self.edit_record(|record| {
            let said = said(new.len());
            record.accepted.extend(new);
            said
        });
    }

    /// The trusted reports that are not noted as accepted yet.
    pub fn to_accept(&self) -> Vec<Accepted> {
        let today = clock::today();
        self.inbox.with(|inbox| {
            self.record.with(|record| {
                let noted: BTreeSet<&str> =
                    record.accepted.iter().map(|accepted| accepted.document_sha256.as_str()).collect();
                self.judged.with(|judged| {
                    let trusted =
                        inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
                    let new = trusted
                        .filter_map(|(checked, _)| checked.report())
                        .filter(|found| !noted.contains(found.document_sha256.as_str()));
                    new.map(|found| Accepted {
                        uscc: found.report.enterprise.uscc.clone(),
                        period: found.report.period,
                        revision: found.report.revision,
                        document_sha256: found.document_sha256.clone(),
                        received_on: Some(today),
                    })
                    .collect()
                })
            })
        })
    }

    /// The raw texts of a registry that cannot be read.
    pub fn raw_registry(&self) -> String {
        let texts = self.vault.get_value().unreadable_texts();
        let own = texts.into_iter().filter(|(key, _)| *key == RecordKey::Registry).flat_map(|(_, texts)| texts);
        let held =
            self.vault.get_value().envelopes().into_iter().filter(|envelope| envelope.key == RecordKey::Registry);
        own.chain(held.map(|envelope| envelope.write())).collect::<Vec<_>>().join("\n")
    }

    /// Gives a damaged registry up, after its text was exported.
    pub fn give_up_damaged(&self) {
        let vault = self.vault.get_value();
        vault.give_up_damaged(&RecordKey::Registry);
        self.locked.set(vault.locked(&RecordKey::Registry));
        self.mark();
    }

    fn put_record(&self, record: DeskRecord) {
        self.record.set(record);
        self.mark();
    }

    fn mark(&self) {
        let app = *self;
        let body =
            move || app.record.with_untracked(|record| app.vault.get_value().encode(&RecordKey::Registry, record).ok());
        self.autosave.with_value(|autosave| autosave.mark(RecordKey::Registry, body));
    }
}

/// The enterprise's records lie in the same browser; what befell them is said on their page.
fn of_registry(discoveries: Vec<Discovery>) -> Vec<Discovery> {
    let of_registry = |discovery: &Discovery| match discovery {
        Discovery::Healed(key) | Discovery::Damaged(key) | Discovery::Newer(key) | Discovery::Conflict(key) => {
            matches!(key, RecordKey::Registry | RecordKey::CheckList(_))
        }
        Discovery::SavedByTwin(_) | Discovery::Emptied | Discovery::Rewritten(_) => true,
    };
    discoveries.into_iter().filter(of_registry).collect()
}

fn count(judged: &[Judged]) -> BTreeMap<&'static str, usize> {
    judged.iter().fold(BTreeMap::new(), |mut counts, judged| {
        *counts.entry(judged.verdict.code()).or_default() += 1;
        counts
    })
}

/// The month of most reports, the newest of several; without reports the one that is due about now.
fn likely_period(inbox: &[Checked]) -> Period {
    let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
    for found in inbox.iter().filter_map(Checked::report).filter(|found| !found.report.demo) {
        *counts.entry(found.report.period).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|&(period, count)| (count, period)).map(|(period, _)| period);
    most.unwrap_or_else(|| {
        let today = clock::today();
        let current = Period::at_or_near(today);
        if today.day() <= LAST_DAY_FOR_LAST_MONTH { current.previous() } else { current }
    })
}
