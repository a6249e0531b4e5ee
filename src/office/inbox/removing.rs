//! Takes verdicts off the list: one of them, or those of a month or year that nobody needs any more.

use anziping_core::office::desk::Inbox;
use anziping_core::office::intake::Checked;
use anziping_core::office::shown::without_digits;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::saving;
use crate::ui::field::{Notice, Select};
use crate::words::office::keeping as words;

/// The number of choices where there are reports of one month alone.
const YEAR_AND_MONTH: usize = 2;

/// The button of one file.
pub(super) fn button(app: OfficeApp, at: usize) -> AnyView {
    let remove = move |_| {
        let Some(file) = app.inbox.with_untracked(|inbox| inbox.get(at).cloned()) else { return };
        let name = without_digits(&file.file_name);
        app.take_files_out(|checked| *checked == file, |_| words::removed_one(&name));
    };
    view! {
        <div class="no-print">
            <button type="button" class="button button-small" data-action="remove-file" on:click=remove>
                {words::REMOVE_ONE}
            </button>
        </div>
    }
    .into_any()
}

/// Offers every year and each of its months for removal, by its name in the form and in words.
fn offered(inbox: &Inbox) -> Vec<(String, String)> {
    let months = inbox.months();
    let mut offered = Vec::new();
    let mut last = None;
    for (period, count) in &months {
        let year = period.year();
        if last.replace(year) != Some(year) {
            let of_year = months.iter().filter(|(period, _)| period.year() == year).map(|(_, count)| count).sum();
            offered.push((year.to_string(), words::year(year, of_year)));
        }
        offered.push((period.to_string(), words::month(*period, *count)));
    }
    offered
}

/// Returns whether a file holds a report of the chosen month or year.
fn is_of(checked: &Checked, chosen: &str) -> bool {
    let is_of = |period: Period| period.to_string() == chosen || period.year().to_string() == chosen;
    checked.report().is_some_and(|found| is_of(found.report.period))
}

/// Offers to take months away, and opens by itself when there is hardly any room left.
#[component]
pub(super) fn RemoveMonths(app: OfficeApp) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let offers = Memo::new(move |_| app.inbox.with(offered));
    let short = Memo::new(move |_| app.store.save.with(saving::is_short_of_room));
    // With one month, the list itself can be emptied.
    let any = Memo::new(move |_| offers.with(Vec::len) > if short.get() { 0 } else { YEAR_AND_MONTH });
    let remove = move |press: leptos::ev::SubmitEvent| {
        press.prevent_default();
        let of = chosen.get_untracked();
        if !of.is_empty() {
            app.take_files_out(|checked| is_of(checked, &of), words::removed_months);
            chosen.set(String::new());
        }
    };
    let form = move || {
        view! {
            <form class="row details-body" novalidate on:submit=remove>
                {move || {
                    view! {
                        <Select
                            name="remove_months"
                            label=words::WHICH_MONTHS
                            options=offers.get()
                            none=words::WHICH_NONE
                            value=chosen
                            on_change=Callback::new(move |of| chosen.set(of))
                        />
                    }
                }}
                <button
                    type="submit"
                    class="button button-danger"
                    data-action="remove-months"
                    disabled=move || chosen.with(String::is_empty)
                >
                    {words::REMOVE}
                </button>
            </form>
        }
    };
    let body = move || {
        any.get().then(|| {
            view! {
                <details class="card no-print" prop:open=move || short.get()>
                    <summary data-action="open-remove-months">
                        <h2>{words::REMOVE_MONTHS}</h2>
                    </summary>
                    {move || {
                        short
                            .get()
                            .then(|| {
                                view! {
                                    <Notice kind="warn">
                                        <p data-short-of-room="">{words::SHORT_OF_ROOM}</p>
                                    </Notice>
                                }
                            })
                    }}
                    <p>{words::REMOVE_MONTHS_WHAT}</p>
                    {form}
                </details>
            }
        })
    };
    view! { {body} }.into_any()
}
