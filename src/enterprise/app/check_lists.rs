//! Which check list the month on the screen uses, and moving it to another one.

use anziping_core::edition::{Edition, Editions};
use anziping_core::month::draft::{CatalogueRef, MonthDraft};
use anziping_core::record::RecordKey;
use anziping_core::record::body::read_body;
use leptos::prelude::*;

use super::App;
use crate::store::tabs::WriterRole;

impl App {
    /// The built-in check list.
    pub fn builtin(&self) -> &'static Edition<'static> {
        self.lists.with_value(|lists| lists.builtin())
    }

    /// All check lists that can be used here.
    pub fn editions(&self) -> Editions<'static> {
        self.lists.with_value(|lists| lists.all(&self.vault()))
    }

    /// The check list of a month: the one it names, or the present edition of the built-in one where it names another of its editions;
    /// `None` when it names one of others that is not in this browser.
    pub fn edition(&self, reference: &CatalogueRef) -> Option<&'static Edition<'static>> {
        let named = self.lists.with_value(|lists| lists.named(&self.vault(), reference));
        named.or_else(|| Some(self.builtin()).filter(|builtin| builtin.continues(reference)))
    }

    /// The text of an imported check list; `None` for the built-in one, which every worker knows.
    pub fn list_text(&self, reference: &CatalogueRef) -> Option<String> {
        self.vault().body(&RecordKey::CheckList(reference.sha256.clone()))
    }

    /// Keeps a check list of others. No month uses it before somebody says so.
    pub fn keep_list(&self, edition: &Edition<'_>) {
        self.write(vec![(RecordKey::CheckList(edition.reference().sha256.clone()), Some(edition.text().to_owned()))]);
    }

    /// How many months of this browser are answered against a check list.
    pub fn months_on(&self, reference: &CatalogueRef) -> usize {
        self.flush();
        let vault = self.vault();
        let months = vault.keys().into_iter().filter(|key| matches!(key, RecordKey::Month(..)));
        let on = |key: &RecordKey| {
            let body = vault.body(key)?;
            let (draft, _) = read_body::<MonthDraft>(&body).ok()?;
            (draft.catalogue == *reference).then_some(())
        };
        months.filter_map(|key| on(&key)).count()
    }

    /// Removes an imported check list that no month uses; can be taken back while the page is open.
    pub fn remove_list(&self, reference: &CatalogueRef, said: String) {
        let key = RecordKey::CheckList(reference.sha256.clone());
        let (Some(text), 0) = (self.vault().body(&key), self.months_on(reference)) else { return };
        self.write(vec![(key.clone(), None)]);
        let app = *self;
        self.offer_undo(said, move || app.write(vec![(key.clone(), Some(text.clone()))]));
    }

    /// Moves the month on the screen to another check list: answers to questions it does not have stay in the month, out of sight; the
    /// others must be confirmed. Can be taken back while the page is open.
    pub fn use_list(&self, edition: &'static Edition<'static>, said: String) {
        let Some(session) = self.session.get_untracked() else { return };
        let (id, period) = (session.id.get_value(), session.period);
        let key = RecordKey::Month(id.clone(), period);
        let sealed = self.month_on_shelf(&id, period).is_some_and(|month| month.is_sealed());
        if sealed || self.standing.get_untracked() != WriterRole::Writer || self.vault().locked(&key).is_some() {
            return;
        }
        self.flush();
        let before = session.snapshot();
        let mut after = before.clone();
        let adoption = after.adopt(edition.catalogue(), edition.reference());
        if let Some(body) = self.vault().body(&key) {
            self.write(vec![(RecordKey::Before(id.clone(), period), Some(body))]);
        }
        self.put(&key, &after);
        self.refresh();
        self.show(&id, Some(period));
        self.adoption.set(adoption);
        let app = *self;
        self.offer_undo(said, move || {
            app.adoption.set(None);
            app.flush();
            app.put(&key, &before);
            app.refresh();
            app.switch_to(&id, Some(period));
        });
    }
}
