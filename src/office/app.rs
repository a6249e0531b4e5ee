//! The desk as its pages see it.
//!
//! Received files, what they are judged against, and the steps that change either.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::Arc;

use anziping_core::catalog::Catalogue;
use anziping_core::edition::CatalogueRef;
use anziping_core::edition::Edition;
use anziping_core::edition::released;
use anziping_core::office::county_months::KeptMonth;
use anziping_core::office::desk::{Accepted, Desk, Grounds, Inbox, Judged, Verdict, Verdicts, likely_month};
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::placed::Places;
use anziping_core::office::reports_table::Beside;
use anziping_core::office::returns::ReturnNote;
use anziping_core::record::RecordKey;
use anziping_core::registry::asked::RegisterEntry;
use anziping_core::seal::Sha256;
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::desk_record::{ChosenMonth, DeskRecord, SignedMonth, kept_months};
use super::intake::Intake;
use super::keeping::Keeping;
use super::route::OfficeRoute;
use super::saving;
use crate::platform::worker::WorkerPool;
use crate::platform::{clock, dom, location};
use crate::store::declaration::OwnRecords;
use crate::store::page::SitePage;
use crate::store::records::{Locked, RecordStore};
use crate::store::{Store, tab_role};
use crate::words::enterprise::industry;
use crate::words::office::papers;
use crate::words::office::verdict::awaits_word;
use crate::worker_client;

/// Handed to every page through the context; `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(crate) struct OfficeApp {
    /// The built-in catalogue, for names.
    pub catalogue: &'static Catalogue,
    /// The page on the screen.
    pub route: RwSignal<OfficeRoute>,
    /// The checked files in the order in which they were handed over, those of earlier days first.
    pub inbox: RwSignal<Inbox>,
    /// The registry and what was accepted.
    pub record: RwSignal<DeskRecord>,
    /// The entries for registrations that are not registered yet, by the hash of the document.
    pub entries: RwSignal<BTreeMap<Sha256, RegisterEntry>>,
    /// The months of streets that are kept.
    pub months: RwSignal<Vec<KeptMonth>>,
    /// The month that the person chose; `None` leaves it to [`OfficeApp::period`].
    pub chosen_period: Memo<Option<Period>>,
    /// The month that is expected and added up.
    pub period: Memo<Period>,
    /// Verdicts in the order of the inbox.
    ///
    /// A batch of files costs the judging of their enterprises, a change of the record that of all.
    pub judged: Memo<Verdicts>,
    /// Today, as the verdicts take it.
    ///
    /// Set anew where a verdict has consequences: a page may stand open over night.
    today: RwSignal<Day>,
    /// How many files there are of each verdict.
    pub counts: Memo<BTreeMap<&'static str, usize>>,
    /// The records of this browser and what becomes of them.
    pub store: Store,
    /// Why the stored registry may not be written to, if it may not.
    pub locked: RwSignal<Option<Locked>>,
    /// Files on their way.
    pub intake: Intake,
    /// The keeping of the inbox beyond this page.
    keeping: Keeping,
}

/// The registry, and what was found out about received files.
impl OwnRecords for OfficeApp {
    fn keys(&self) -> Vec<RecordKey> {
        std::iter::once(RecordKey::Registry).chain(self.keeping.keys()).collect()
    }

    fn encode(&self, key: &RecordKey, records: &RecordStore) -> Option<String> {
        match key {
            RecordKey::Registry => self.record.with_untracked(|record| self.store.encode(key, record)),
            _ => self.keeping.encode(key, records),
        }
    }
}

impl OfficeApp {
    /// Opens the registry of this browser.
    pub(crate) async fn open(catalogue: &'static Catalogue) -> Self {
        let store = Store::open(SitePage::Office).await;
        // An edition that this program could not read would only leave its reports without recomputed figures.
        store.editions().know(released::all().into_iter().flatten());
        let stored: DeskRecord = store.records().read(&RecordKey::Registry).and_then(Result::ok).unwrap_or_default();
        let keeping = Keeping::open(store);
        let inbox = keeping.inbox;
        let record = RwSignal::new(stored);
        let months = RwSignal::new(kept_months(&store.records()));
        let likely = Memo::new(move |_| {
            inbox.with(|inbox| record.with(|record| likely_month(inbox, &record.registry, clock::today())))
        });
        // What was chosen for one month must not hide the reports of the next.
        let chosen_period = Memo::new(move |_| {
            let chosen = record.with(|record| record.month).filter(|chosen| likely.get() <= chosen.newest);
            chosen.map(|chosen| chosen.month)
        });
        let period = Memo::new(move |_| chosen_period.get().unwrap_or_else(|| likely.get()));
        let today = RwSignal::new(clock::today());
        fn desk(record: &DeskRecord, expected: Option<Period>, today: Day) -> Desk<'_> {
            let (registry, accepted, due_day) = (&record.registry, &record.accepted, record.due_day);
            Desk { registry, expected, accepted, today, due_day }
        }
        let grounds = Memo::new_owning(move |_| {
            let grounds = |record: &DeskRecord| Arc::new(Grounds::of(&desk(record, None, today.get_untracked())));
            (record.with(grounds), true)
        });
        let judged = Memo::new_owning(move |before: Option<Verdicts>| {
            let (expected, today, grounds) = (Some(period.get()), today.get(), grounds.get());
            let judge = |record: &DeskRecord| {
                inbox.with(|inbox| before.unwrap_or_default().go_on(&desk(record, expected, today), &grounds, inbox))
            };
            (record.with_untracked(judge), true)
        });
        let counts = Memo::new(move |_| judged.with(|judged| count(judged)));
        let app = Self {
            catalogue,
            route: RwSignal::new(OfficeRoute::parse(&location::hash()).unwrap_or_default()),
            inbox,
            record,
            entries: RwSignal::new(BTreeMap::new()),
            months,
            chosen_period,
            period,
            judged,
            today,
            counts,
            store,
            locked: RwSignal::new(store.records().locked(&RecordKey::Registry)),
            intake: Intake::new(inbox, move |pool| brief(pool, store, record)),
            keeping,
        };
        store.own(app);
        crate::store::watch(store);
        app
    }

    /// 在此继续: makes this tab the one that writes, after the other has saved.
    ///
    /// Then it shows what the other has left.
    pub(crate) fn go_on_here(&self) {
        let app = *self;
        tab_role::go_on_here(self.store, move || app.take_theirs());
    }

    /// Shows the registry that another tab has saved.
    ///
    /// What this tab could not save is kept for export until the page closes.
    pub(crate) fn take_theirs(&self) {
        let app = *self;
        tab_role::take_theirs(self.store, move || {
            let records = app.store.records();
            app.record.set(records.read(&RecordKey::Registry).and_then(Result::ok).unwrap_or_default());
            app.months.set(kept_months(&records));
            app.locked.set(records.locked(&RecordKey::Registry));
            app.keeping.read();
        });
    }

    /// Returns whether the verdicts on the screen outlive the page, as far as known; subscribes.
    pub(crate) fn keeps_verdicts(&self) -> bool {
        self.store.records().journal_fault().is_none() && self.store.save.with(saving::keeps_verdicts)
    }

    /// Follows the tab's role, keeps what comes in, and asks before a check or digits are lost.
    ///
    /// Called once the desk is mounted: before, effects have nothing to run on.
    pub(crate) fn follow_role(&self) {
        crate::store::follow(self.store);
        let app = *self;
        Effect::new(move |_| app.keep_arrived());
        self.keeping.follow();
        let (at_work, entries) = (self.intake.is_at_work, self.entries);
        let is_typing =
            move || entries.with(|entries| entries.values().any(|entry| *entry != RegisterEntry::default()));
        // The value of an effect lives until it runs again.
        Effect::new(move |_| (at_work.get() || is_typing()).then(|| dom::confirm_leave(|| true)));
    }

    /// The check list a report names, for its words; the built-in one where it is not here.
    pub(crate) fn catalogue_of(&self, reference: &CatalogueRef) -> &'static Catalogue {
        let editions = self.store.editions();
        editions.named(reference).unwrap_or_else(|| editions.builtin()).catalogue()
    }

    /// Looks for something in the built-in check list and then in those that were imported.
    pub(crate) fn in_any_list<T>(&self, find: impl Fn(&Catalogue) -> Option<T>) -> Option<T> {
        find(self.catalogue)
            .or_else(|| self.store.editions().all().others().iter().find_map(|edition| find(edition.catalogue())))
    }

    /// Asks where enterprises belong, by this office's list.
    pub(crate) fn with_places<T>(&self, ask: impl FnOnce(&Places<'_>) -> T) -> T {
        let named =
            |id: &str| self.in_any_list(|catalogue| catalogue.fact(id).map(|fact| industry(&fact.label).to_owned()));
        self.record.with(|record| ask(&Places { listed: &record.listed, industry: &named }))
    }

    /// Tells the table of reports what the desk knows besides the files, once.
    pub(crate) fn with_beside<T>(&self, ask: impl FnOnce(&Beside<'_>) -> T) -> T {
        untrack(|| {
            self.with_places(|places| {
                self.record.with(|record| {
                    let (accepted, registry, notes) = (&record.accepted_documents(), &record.registry, &record.notes);
                    ask(&Beside { accepted, registry, places: *places, notes })
                })
            })
        })
    }

    /// Keeps a check list of others and checks the files again that were answered against it.
    pub(crate) fn keep_list(&self, edition: &Edition<'_>) {
        self.store.keep_edition(edition);
        self.intake.check_again(|found| found.report.catalogue == *edition.reference());
    }

    /// The desk from the context of a page.
    pub(crate) fn get() -> Self {
        expect_context::<Self>()
    }

    /// Changes the record, saves it, and offers to take the change back.
    ///
    /// `change` gives the sentence that says what was done.
    ///
    /// # Errors
    /// That of `change`; the record is then unchanged.
    pub(crate) fn try_edit_record<E>(
        &self,
        change: impl FnOnce(&mut DeskRecord) -> Result<String, E>,
    ) -> Result<(), E> {
        let before = self.record.get_untracked();
        let mut after = before.clone();
        let said = change(&mut after)?;
        self.put_record(after);
        let app = *self;
        self.store.offer_undo(said, move || app.put_record(before.clone()));
        Ok(())
    }

    /// [`try_edit_record`](Self::try_edit_record) for changes that cannot fail.
    pub(crate) fn edit_record(&self, change: impl FnOnce(&mut DeskRecord) -> String) {
        match self.try_edit_record(|record| Ok::<_, Infallible>(change(record))) {
            Ok(()) => {}
            Err(never) => match never {},
        }
    }

    /// Changes the name of the office, which is typed letter by letter and needs no way back.
    pub(crate) fn name_office(&self, name: String) {
        self.record.update(|record| record.registry.office = name);
        self.mark();
    }

    /// The line below the title of a paper: who made it, of when, on which day.
    pub(crate) fn paper_head(&self) -> String {
        let (period, today) = (self.period.get(), clock::today());
        self.record.with(|record| papers::head(&record.registry.office, period, today, &record.paper_maker))
    }

    /// Changes whose name stands on the office's papers.
    pub(crate) fn name_paper_maker(&self, name: String) {
        self.record.update(|record| record.paper_maker = name);
        self.mark();
    }

    /// Notes for which documents a receipt was signed: a receipt that is handed over cannot be taken back.
    pub(crate) fn note_receipts(&self, documents: impl IntoIterator<Item = Sha256>) {
        self.record.update(|record| record.receipted.extend(documents));
        self.mark();
    }

    /// Notes which reports were given back.
    ///
    /// Like a receipt, a return that is handed over cannot be taken back.
    pub(crate) fn note_returns(&self, given: impl IntoIterator<Item = ReturnNote>) {
        self.record.update(|record| record.given_back.extend(given));
        self.mark();
    }

    /// Notes that the month of this office was signed for the county.
    ///
    /// What is handed over cannot be taken back; the next one of the month has a higher revision.
    pub(crate) fn note_signed_month(&self, signed: SignedMonth) {
        self.record.update(|record| {
            record.signed_months.retain(|before| before.period != signed.period);
            record.signed_months.push(signed);
        });
        self.mark();
    }

    /// Changes the day of the month on which reports are due; 0 means the last day of the period.
    pub(crate) fn set_due_day(&self, day: u8) {
        self.record.update(|record| record.due_day = day);
        self.mark();
    }

    /// Chooses the month that is checked; `None` leaves it to the reports.
    pub(crate) fn choose_month(&self, month: Option<Period>) {
        self.record.update(|record| {
            let newest = self.inbox.with_untracked(|inbox| likely_month(inbox, &record.registry, clock::today()));
            record.month = month.map(|month| ChosenMonth { month, newest });
        });
        self.mark();
    }

    /// Notes all trusted reports of a kind as accepted.
    pub(crate) fn accept(&self, of_kind: impl Fn(&CheckedReport) -> bool, said: impl FnOnce(usize) -> String) {
        self.note_today();
        let today = clock::today();
        let new = self.acceptable(of_kind, |found| accepted(found, today));
        self.edit_record(|record| {
            let said = said(new.len());
            record.accepted.extend(new);
            said
        });
    }

    /// Takes back that a document was accepted.
    pub(crate) fn take_back(&self, document: Sha256, said: &str) {
        self.edit_record(|record| {
            record.accepted.retain(|accepted| accepted.document_sha256 != document);
            said.to_owned()
        });
    }

    /// Notes one report as accepted: a trusted one, or a deputy's that waits for the office's word.
    ///
    /// `said` gets the name of the enterprise.
    pub(crate) fn accept_on_word(&self, at: usize, said: impl FnOnce(&str) -> String) {
        self.note_today();
        let may_be = |judged: &Judged| judged.verdict == Verdict::Trusted || awaits_word(&judged.verdict);
        let waits = self.judged.with_untracked(|judged| judged.get(at).is_some_and(may_be));
        let today = self.today.get_untracked();
        let found = self.inbox.with_untracked(|inbox| {
            let found = inbox.get(at)?.report()?;
            Some((accepted(found, today), found.report.enterprise.name.clone()))
        });
        // By the day that has come meanwhile its power of attorney may be over; then its card says so.
        let Some((accepted, enterprise)) = found.filter(|_| waits) else { return };
        self.edit_record(|record| {
            record.accepted.push(accepted);
            said(&enterprise)
        });
    }

    fn note_today(&self) {
        let today = clock::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    /// Something about each trusted report of a kind that is not noted as accepted yet.
    pub(crate) fn acceptable<T>(
        &self,
        of_kind: impl Fn(&CheckedReport) -> bool,
        of: impl Fn(&CheckedReport) -> T,
    ) -> Vec<T> {
        self.inbox.with(|inbox| {
            self.record.with(|record| {
                let noted: BTreeSet<Sha256> = record.accepted.iter().map(|accepted| accepted.document_sha256).collect();
                self.judged.with(|judged| {
                    let trusted =
                        inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
                    let new = trusted
                        .filter_map(|(checked, _)| checked.report())
                        .filter(|found| !noted.contains(&found.document_sha256) && of_kind(found));
                    new.map(of).collect()
                })
            })
        })
    }

    /// The raw texts of a registry that cannot be read.
    pub(crate) fn raw_registry(&self) -> String {
        let records = self.store.records();
        let texts = records.unreadable_texts();
        let own = texts.into_iter().filter(|(key, _)| *key == RecordKey::Registry).flat_map(|(_, texts)| texts);
        let held = records.envelopes().into_iter().filter(|envelope| envelope.key == RecordKey::Registry);
        own.chain(held.map(|envelope| envelope.write())).collect::<Vec<_>>().join("\n")
    }

    /// Gives a damaged registry up, after its text was exported.
    pub(crate) fn give_up_damaged(&self) {
        let records = self.store.records();
        records.give_up_damaged(&RecordKey::Registry);
        self.locked.set(records.locked(&RecordKey::Registry));
        self.mark();
    }

    fn put_record(&self, record: DeskRecord) {
        self.record.set(record);
        self.mark();
    }

    fn mark(&self) {
        self.store.changed(RecordKey::Registry);
    }
}

/// The note that the office took this report in.
fn accepted(found: &CheckedReport, today: Day) -> Accepted {
    Accepted {
        uscc: found.report.enterprise.uscc.clone(),
        period: found.report.period,
        revision: found.report.revision,
        document_sha256: found.document_sha256,
        received_on: Some(today),
    }
}

/// Tells new workers what this desk knows.
///
/// What cannot be passed on costs time or figures, never a verdict: a report against a list that is not known has no
/// computed figures, and its card says so; a key that is not known is checked.
fn brief(pool: &WorkerPool, store: Store, record: RwSignal<DeskRecord>) {
    store.editions().texts().iter().for_each(|text| drop(worker_client::brief(pool, text)));
    record.with_untracked(|record| {
        let keys = record.registry.enterprises.iter().flat_map(|enterprise| &enterprise.keys);
        drop(worker_client::brief_keys(pool, keys.map(|registered| &registered.key)));
    });
}

fn count(judged: &[Judged]) -> BTreeMap<&'static str, usize> {
    judged.iter().fold(BTreeMap::new(), |mut counts, judged| {
        *counts.entry(judged.verdict.code()).or_default() += 1;
        counts
    })
}
