//! What this tab may do beside others, and what the person who works in it decides when two have written.

use anziping_core::record::RecordKey;
use leptos::prelude::*;

use super::App;
use crate::enterprise::code_split::Step;
use crate::platform::task;
use crate::store::autosave::SaveState;
use crate::store::records::{Discovery, Locked};
use crate::store::tabs::WriterRole;

impl App {
    /// 在此继续: makes this tab the one that writes, after the other has saved, and shows what the other has left.
    pub fn go_on_here(&self) {
        let app = *self;
        self.tabs.with_value(|tabs| tabs.take_over(move || app.take(Step::TakeTheirs)));
    }

    /// Shows what another tab has saved. What this tab had and could not save is kept for export until the page closes.
    pub fn take_theirs(&self) {
        let app = *self;
        if self.standing.get_untracked() == WriterRole::Overtaken {
            self.vault().keep_own_aside(self.own_records());
        }
        task::spawn(async move {
            let discoveries = app.vault().read_again().await;
            let between_two = |discovery: &Discovery| match discovery {
                Discovery::Conflict(key) => Some(key.clone()),
                _ => None,
            };
            let chosen: Vec<RecordKey> = discoveries.iter().filter_map(between_two).collect();
            app.discoveries.set(discoveries);
            app.standing.set(WriterRole::Writer);
            // What was chosen between two texts of one revision must not depend on which of them the next start meets first.
            app.write_again(&chosen, || ());
            app.save.set(SaveState::Untouched);
            app.open_last();
        });
    }

    /// Keeps what this tab shows against what another has saved; the other's text is kept for export until the page closes.
    pub fn keep_mine(&self) {
        self.vault().insist();
        self.standing.set(WriterRole::Writer);
        let own = self.own_records();
        self.write(own.into_iter().map(|(key, body)| (key, Some(body))).collect());
        self.apply_lock();
    }

    /// The bodies of the enterprise and month on the screen.
    pub fn own_records(&self) -> Vec<(RecordKey, String)> {
        let Some(session) = self.session.get_untracked() else { return Vec::new() };
        let (vault, id) = (self.vault(), session.id.get_value());
        let (of_enterprise, of_month) = (RecordKey::Enterprise(id.clone()), RecordKey::Month(id, session.period));
        let enterprise = session.enterprise.with_untracked(|enterprise| vault.encode(&of_enterprise, enterprise));
        let month = vault.encode(&of_month, &session.snapshot());
        // Who keeps no registers has no record of them, and what could not be read is not what the screen shows in its place.
        let of_registers = Some(RecordKey::Registers(session.id.get_value()));
        let of_registers = of_registers.filter(|key| vault.body(key).is_some() && vault.locked(key).is_none());
        let registers = of_registers.map(|key| {
            let body = session.registers.with_untracked(|registers| vault.encode(&key, registers));
            (key, body)
        });
        [(of_enterprise, enterprise), (of_month, month)]
            .into_iter()
            .chain(registers)
            .filter_map(|(key, body)| Some((key, body.ok()?)))
            .collect()
    }

    /// Lets other tabs ask for the place of the one that writes, and notices when one has written.
    pub(super) fn listen_to_tabs(&self) {
        let app = *self;
        let save_all = move |done: Box<dyn FnOnce()>| app.autosave.with_value(|autosave| autosave.flush_then(done));
        let stored = move |slot: &str, text: &str| {
            // The desk writes its registry into the same browser; it is no business of this page.
            let of_desk = slot.split('|').next() == Some(RecordKey::Registry.to_string().as_str());
            if !of_desk && app.standing.get_untracked() == WriterRole::Writer && app.vault().is_news(slot, text) {
                app.standing.set(WriterRole::Overtaken);
            }
        };
        let is_overtaken = move || {
            let keys = app.session.get_untracked().map_or_else(Vec::new, |session| {
                let id = session.id.get_value();
                vec![RecordKey::Enterprise(id.clone()), RecordKey::Month(id, session.period)]
            });
            let vault = app.vault();
            async move { vault.is_overtaken_in_journal(keys).await }
        };
        self.tabs.with_value(|tabs| {
            tabs.listen(save_all, stored);
            tabs.look(is_overtaken);
        });
    }

    /// Keeps the standing and what can be changed in step. Called once the app is mounted: before, effects have nothing to run on.
    pub fn follow_standing(&self) {
        let app = *self;
        // Both follow from outside events: the standing decides whether the month can be changed, and a stopped write decides the standing.
        Effect::new(move |_| {
            app.standing.track();
            app.apply_lock();
        });
        Effect::new(move |_| {
            if app.save.with(|save| *save == SaveState::Overtaken) {
                app.standing.set(WriterRole::Overtaken);
            }
        });
    }

    /// Decides whether the month on the screen can be changed: not when it is sealed, damaged, newer than the program, or another tab's.
    pub fn apply_lock(&self) {
        if let Some(session) = self.session.get_untracked() {
            let sealed =
                self.month_on_shelf(&session.id.get_value(), session.period).is_some_and(|month| month.is_sealed());
            let locked = sealed
                || session.lacks_its_list()
                || self.lock_of_month().is_some()
                || self.standing.get_untracked() != WriterRole::Writer;
            session.read_only.set(locked);
            let of_enterprise = self.vault().locked(&RecordKey::Enterprise(session.id.get_value()));
            session
                .enterprise_read_only
                .set(of_enterprise.is_some() || self.standing.get_untracked() != WriterRole::Writer);
            let of_registers = self.vault().locked(&RecordKey::Registers(session.id.get_value()));
            session.registers_lock.set(of_registers);
            session.registers_read_only.set(of_registers.is_some() || session.enterprise_read_only.get_untracked());
            let newer = of_enterprise == Some(Locked::Newer) || self.lock_of_month() == Some(Locked::Newer);
            match self.save.get_untracked() {
                SaveState::Untouched if newer => self.save.set(SaveState::ReadOnly),
                SaveState::ReadOnly if !newer => self.save.set(SaveState::Untouched),
                _ => {}
            }
        }
    }
}
