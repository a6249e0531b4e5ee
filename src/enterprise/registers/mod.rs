//! The pages of the registers.
//!
//! People, risk points, documents, drills, safety expenses, work permits, special ledgers.
//! Counts of the month come from them.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `documents` | the page with the register of documents |
//! | `drills` | the page with the register of drills |
//! | `expenses` | the page with the register of safety expenses |
//! | `figures` | figures of the month's own page that a register knows |
//! | `form` | the form of one entry of a register: a control for each column, made from the register's table |
//! | `licences` | last days of licences, policies and reports: entered once, and the calendar keeps them |
//! | `list` | the list of a register on the screen: a line for each entry, with its form behind it |
//! | `people` | the page with the register of people |
//! | `permit` | one permit of the register: the tags of the line, and the form behind it |
//! | `permits` | the page with the register of work permits |
//! | `person` | one person of the register: the tags of the line, and the form behind it |
//! | `risks` | the page with the register of risk points |
//! | `sheet` | the registers out to a spreadsheet, and lists kept in one in |
//! | `special` | the page of the special ledgers: confined spaces, special equipment, dust collectors, contractors |

mod documents;
mod drills;
mod expenses;
mod figures;
mod form;
mod licences;
mod list;
mod people;
mod permit;
mod permits;
mod person;
mod risks;
mod sheet;
mod special;

use anziping_core::catalog::{ComputedFrom, TargetCode};
use anziping_core::month::draft::MonthDraft;
use anziping_core::register::Registers;
use leptos::prelude::*;

pub(crate) use documents::documents_page;
pub(crate) use drills::drills_page;
pub(crate) use expenses::expenses_page;
pub(crate) use people::people_page;
pub(crate) use permits::permits_page;
pub(crate) use risks::risks_page;
pub(crate) use special::ledgers_page;

use super::settings::save_unreadable;
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::store::records::Locked;
use crate::ui::field::Notice;
use crate::words::{register as words, settings};

/// Changes the registers; what is typed belongs to the enterprise.
fn edit(session: Session, change: impl FnOnce(&mut Registers)) {
    session.edit_registers(clock::today(), change);
}

/// Changes the registers of an enterprise later.
///
/// It is put on the screen where another one is by then.
fn edit_later(app: App, enterprise: &str, change: impl FnOnce(&mut Registers)) {
    let is_open = |session: &Session| session.id.with_value(|id| id == enterprise);
    if !app.session.get_untracked().as_ref().is_some_and(is_open) {
        app.switch_to(enterprise, None);
    }
    if let Some(session) = app.session.get_untracked().filter(is_open) {
        edit(session, change);
    }
}

/// Says why the registers cannot be changed, and saves what is kept of them.
///
/// An empty page alone would read as if nothing had been there.
fn unreadable(app: App, session: Session) -> AnyView {
    let fault = RwSignal::new(None::<String>);
    let save = move |_| fault.set(save_unreadable(app).err().map(|fault| settings::file_fault(&fault)));
    view! {
        {move || {
            session
                .registers_lock
                .get()
                .map(|locked| {
                    let said = if locked == Locked::Newer { words::newer() } else { words::UNREADABLE.to_owned() };
                    view! {
                        <Notice kind="bad">
                            <p data-registers="locked">{said}</p>
                            <div class="row no-print">
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="export-unreadable"
                                    on:click=save
                                >
                                    {settings::EXPORT_UNREADABLE}
                                </button>
                                <a href=Route::Settings.href()>{words::TO_SETTINGS}</a>
                            </div>
                            <div aria-live="polite">
                                {move || fault.get().map(|said| view! { <p class="error">{said}</p> })}
                            </div>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}

/// The counts of the month that this register gives, with the press that takes them all.
fn counts(session: Session, ids: Vec<(String, String)>) -> AnyView {
    let said = RwSignal::new(None::<String>);
    let ids = StoredValue::new(ids);
    let rows = move || {
        ids.get_value()
            .into_iter()
            .filter_map(|(id, label)| {
                let rate = session.register_rate(&id)?;
                Some(view! {
                    <dt>{label}</dt>
                    <dd class="number" data-count=id>
                        {rate.done}
                        " ÷ "
                        {rate.total}
                    </dd>
                })
            })
            .collect_view()
    };
    let any = Memo::new(move |_| ids.with_value(|ids| ids.iter().any(|(id, _)| session.register_rate(id).is_some())));
    let other = Memo::new(move |_| session.has_other_counts());
    let take = move |_| said.set(Some(words::taken(session.take_all_counts(clock::today()))));
    view! {
        {move || {
            any.get()
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="register-counts">
                            <h2 id="register-counts">{words::COUNTS}</h2>
                            <dl class="facts-list">{rows}</dl>
                            {move || {
                                (!session.read_only.get() && other.get())
                                    .then(|| {
                                        view! {
                                            <div class="row no-print">
                                                <button
                                                    type="button"
                                                    class="button"
                                                    data-action="take-all-counts"
                                                    on:click=take
                                                >
                                                    {words::TAKE_ALL}
                                                </button>
                                            </div>
                                        }
                                    })
                            }}
                            <div aria-live="polite">
                                {move || said.get().map(|said| view! { <p class="status-good">{said}</p> })}
                            </div>
                        </section>
                    }
                })
        }}
    }
    .into_any()
}

/// The labels of the items and area cells that count from here, as their questions word them.
fn labelled(session: Session, from: Option<ComputedFrom>, code: Option<TargetCode>) -> Vec<(String, String)> {
    let items = session
        .catalogue
        .items()
        .filter(|item| from.is_some_and(|from| item.computed.as_ref().is_some_and(|computed| computed.from == from)));
    let items = items.map(|item| (item.id.clone(), format!("{} {} ÷ {}", item.id, item.done_label, item.total_label)));
    let areas = session.profile.with_untracked(|profile| {
        let own = session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact));
        let cells = own.filter_map(|area| {
            let code = code?;
            Some((
                MonthDraft::rate_key(&area.id, code),
                format!("{} {}", area.name, crate::words::common::target(code)),
            ))
        });
        cells.collect::<Vec<_>>()
    });
    items.chain(areas).collect()
}
