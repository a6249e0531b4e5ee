//! The first page of a browser with a month.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `enterprises` | the enterprises of this browser |
//! | `months` | the months of the enterprise |
//! | `next_step` | what to do next, before and after the signature |

mod enterprises;
mod months;
mod next_step;

use anziping_core::value::timestamp::Timestamp;
use leptos::prelude::*;

use self::enterprises::Enterprises;
use self::months::Months;
use self::next_step::NextStep;
use crate::enterprise::app::App;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::platform::browser_support::{self, Browser, Display};
use crate::platform::{clock, single_file};
use crate::ui::field::Notice;
use crate::words::{common, home as words, settings, single_file as file_words};

/// So many changes are an hour's work.
const CHANGES_WITHOUT_BACKUP: u32 = 30;
/// Safari deletes after as many days.
const DAYS_WITHOUT_BACKUP: i32 = 7;

#[component]
pub(crate) fn Overview(
    /// The month on the screen.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let id = session.id.get_value();
    let enterprise = Memo::new(move |_| app.index.with(|index| index.enterprise(&id).cloned()));
    let month = move || {
        enterprise.with(|enterprise| {
            let months = enterprise.as_ref().map(|enterprise| enterprise.months.as_slice()).unwrap_or_default();
            months.iter().find(|month| month.period == session.period).cloned()
        })
    };
    let month = Memo::new(move |_| month());
    // A day that was kept is no reproach.
    let due = move || match month.with(|month| month.as_ref().is_some_and(|month| !month.sealed.is_empty())) {
        true => String::new(),
        false => {
            let due = session.enterprise.with(|enterprise| session.period.due(enterprise.rhythm));
            words::due(due, clock::today())
        }
    };
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::assessment_of(&common::period(session.period))}</h1>
                <p>{move || common::clauses(&[common::span(session.span.get()), due()])}</p>
            </div>
            <Reminder app=app session=session />
            {returned::card(session)}
            <NextStep app=app session=session month=month />
            <Months app=app session=session enterprise=enterprise />
            <Enterprises app=app session=session />
        </div>
    }
    .into_any()
}

/// Says that a backup is due, and where drafts are not safe: in a file, in Safari.
#[component]
fn Reminder(app: App, session: Session) -> impl IntoView {
    let due = Memo::new(move |_| {
        app.settings.value.with(|settings| {
            let day = settings.last_backup.as_ref().map(Timestamp::day);
            let today = clock::today();
            let due =
                !session.demo && backup_is_due(settings.changes_since_backup, day.map(|day| day.days_until(today)));
            due.then(|| crate::words::settings::last_backup(day, today, settings.changes_since_backup))
        })
    });
    let safari = browser_support::browser() == Browser::Safari && browser_support::display() == Display::Tab;
    view! {
        {single_file::is_this()
            .then(|| {
                view! {
                    <Notice kind="info">
                        <p data-single-note="true">
                            {file_words::HERE} " " <a href=Route::Settings.href()>{settings::TITLE}</a>
                        </p>
                    </Notice>
                }
            })}
        {safari
            .then(|| {
                view! {
                    <Notice kind="warn">
                        <p data-safari="true">{crate::words::settings::safari()}</p>
                    </Notice>
                }
            })}
        {move || {
            due.get()
                .map(|said| {
                    view! {
                        <Notice kind="info">
                            <p data-reminder="backup">
                                {said} " " <a href=Route::Settings.href()>{words::BACK_UP_NOW}</a>
                            </p>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}

/// Returns whether a backup is due: many changes, or a week since the last one.
///
/// `days` is `None` without one.
fn backup_is_due(changes: u32, days: Option<i32>) -> bool {
    changes >= CHANGES_WITHOUT_BACKUP || (changes > 0 && days.is_some_and(|days| days >= DAYS_WITHOUT_BACKUP))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_after_an_hours_work_or_a_week() {
        assert!(!backup_is_due(0, None) && !backup_is_due(29, None) && backup_is_due(30, None));
        assert!(!backup_is_due(1, Some(6)) && backup_is_due(1, Some(7)));
        assert!(!backup_is_due(0, Some(400)), "nothing has changed since");
    }
}
