//! The destructive steps of this app, each with its way back as long as the page is open.

use std::rc::Rc;

use anziping_core::month::draft::{MonthDraft, highest_hazard};
use anziping_core::record::{Envelope, RecordKey};
use leptos::prelude::*;

use super::App;
use crate::store::undo::Undo;

impl App {
    /// Removes an enterprise with everything that belongs to it; can be taken back while the page is open.
    pub fn remove_enterprise(&self, id: &str, said: String) {
        self.flush();
        let vault = self.vault();
        let gone: Vec<Envelope> =
            vault.envelopes().into_iter().filter(|envelope| envelope.key.enterprise() == Some(id)).collect();
        self.write(gone.iter().map(|envelope| (envelope.key.clone(), None)).collect());
        self.refresh();
        let next = self.shelf.with_untracked(|shelf| shelf.enterprises.first().map(|enterprise| enterprise.id.clone()));
        self.switch_to(next.as_deref().unwrap_or_default(), None);
        let (app, id) = (*self, id.to_owned());
        self.offer_undo(said, move || {
            app.write(gone.iter().map(|envelope| (envelope.key.clone(), Some(envelope.body.clone()))).collect());
            app.refresh();
            app.switch_to(&id, None);
        });
    }

    /// Empties the month on the screen: answers, counts, hazards, facts and figures. Its place in the chain of sealed reports and the
    /// numbers of its hazards stay. Can be taken back while the page is open.
    pub fn clear_month(&self, said: String) {
        let Some(session) = self.session.get_untracked().filter(|session| !session.read_only.get_untracked()) else {
            return;
        };
        self.flush();
        let (id, period) = (session.id.get_value(), session.period);
        let full = session.snapshot();
        let key = RecordKey::Month(id.clone(), period);
        let empty = MonthDraft {
            demo: full.demo,
            preparer: full.preparer.clone(),
            lineage: full.lineage.clone(),
            deleted_hazard: highest_hazard(period, &full.hazards).max(full.deleted_hazard),
            ..MonthDraft::new(period, session.reference())
        };
        self.put(&key, &empty);
        self.refresh();
        self.show(&id, Some(period));
        let app = *self;
        self.offer_undo(said, move || {
            app.flush();
            let mut back = full.clone();
            // Numbers that were given since stay given.
            if let Some(Ok(now)) = app.vault().read::<MonthDraft>(&key) {
                back.deleted_hazard =
                    back.deleted_hazard.max(now.deleted_hazard).max(highest_hazard(period, &now.hazards));
            }
            app.put(&key, &back);
            app.refresh();
            app.switch_to(&id, Some(period));
        });
    }

    /// Removes the month on the screen, which was begun too early and is the newest one; can be taken back while the page is open. A month
    /// that was ever signed stays.
    pub fn remove_month(&self, said: String) {
        let Some(session) = self.session.get_untracked().filter(|session| !session.read_only.get_untracked()) else {
            return;
        };
        self.flush();
        let (id, period) = (session.id.get_value(), session.period);
        let others = self.shelf.with_untracked(|shelf| {
            let months = shelf.enterprise(&id).map(|enterprise| enterprise.months.clone()).unwrap_or_default();
            months
                .first()
                .is_some_and(|newest| newest.period == period && newest.sealed.is_empty())
                .then(|| months.get(1).cloned())
        });
        let Some(before) = others.flatten() else { return };
        let (draft, key) = (session.snapshot(), RecordKey::Month(id.clone(), period));
        self.write(vec![(key.clone(), None)]);
        self.refresh();
        self.switch_to(&id, Some(before.period));
        let app = *self;
        self.offer_undo(said, move || {
            app.put(&key, &draft);
            app.refresh();
            app.switch_to(&id, Some(period));
        });
    }

    /// Puts chosen records of a backup back; can be taken back while the page is open.
    pub fn restore(&self, chosen: &[Envelope], said: String) {
        self.flush();
        let vault = self.vault();
        let existing = vault.envelopes();
        let before: Vec<_> = chosen
            .iter()
            .map(|envelope| {
                let body =
                    existing.iter().find(|present| present.key == envelope.key).map(|present| present.body.clone());
                (envelope.key.clone(), body)
            })
            .collect();
        self.write(chosen.iter().map(|envelope| (envelope.key.clone(), Some(envelope.body.clone()))).collect());
        self.reopen();
        let app = *self;
        self.offer_undo(said, move || {
            app.write(before.clone());
            app.reopen();
        });
    }

    /// Offers to take the last destructive step back.
    pub fn offer_undo(&self, said: String, take_back: impl Fn() + 'static) {
        self.undo.set(Some(Undo { said, take_back: Rc::new(take_back) }));
    }
}
