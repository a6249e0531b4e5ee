//! Gives reports back (退回): one with remarks at its places, or all that are ticked with the same ones.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`on_card`] | lets one tick a report, and says on its card whether it was given back |
//! | [`form`] | takes the remarks and signs them |
//! | [`drafted`] | makes a return for each ticked report, with the remarks at what it holds |
//! | [`handing_over`] | saves what was signed, and notes it |
//! | [`waiting`] | lists what was given back and not corrected since |

mod drafted;
mod form;
mod handing_over;
mod on_card;
mod waiting;

use std::collections::BTreeSet;

use anziping_core::office::desk::Verdict;
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::route::OfficeRoute;
use crate::ui::field::Notice;
use crate::words::office as desk;
use crate::words::office::returns as words;

use drafted::chosen;
use form::Issue;
use waiting::Waiting;

pub(super) use on_card::{of_one, tags};

/// Which reports are ticked, by their hashes. Handed to the rows through the context.
#[derive(Clone, Copy)]
pub(super) struct ReportsToReturn {
    pub(super) ticked: RwSignal<BTreeSet<Sha256>>,
    open: RwSignal<bool>,
}

impl ReportsToReturn {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { ticked: RwSignal::new(BTreeSet::new()), open: RwSignal::new(false) }
    }
}

/// Id of the heading of the form.
const FORM: &str = "returns";

fn is_open(event: &leptos::ev::Event) -> bool {
    event_target::<leptos::web_sys::Element>(event).has_attribute("open")
}

/// The form, and the returns that no correction has answered yet.
#[component]
pub(super) fn Returns(app: OfficeApp, returning: ReportsToReturn) -> impl IntoView {
    let ReportsToReturn { ticked, open } = returning;
    let any =
        Memo::new(move |_| app.judged.with(|judged| judged.iter().any(|judged| judged.verdict == Verdict::Trusted)));
    let count = Memo::new(move |_| chosen(app, &ticked.get(), |_| ()).len());
    let key = Memo::new(move |_| app.record.with(|record| record.office_key.clone()));
    // What is typed stays while boxes are ticked.
    let some = Memo::new(move |_| count.get() > 0);
    let body = move || match (some.get(), key.get()) {
        (_, None) => view! {
            <Notice kind="info">
                <p>{desk::receipts::NO_KEY} " " <a href=OfficeRoute::Registry.href()>{desk::REGISTRY}</a></p>
            </Notice>
        }
        .into_any(),
        (false, Some(_)) => view! { <p>{words::NONE}</p> }.into_any(),
        (true, Some(key)) => view! { <Issue app=app key=key ticked=ticked /> }.into_any(),
    };
    view! {
        <div class="stack no-print">
            {move || {
                any.get()
                    .then(|| {
                        view! {
                            <details
                                class="card"
                                data-returns=move || count.get()
                                prop:open=move || open.get()
                                on:toggle=move |ev| open.set(is_open(&ev))
                            >
                                <summary data-action="returns" id=FORM>
                                    <h2>{move || words::heading(count.get())}</h2>
                                </summary>
                                <p>{words::WHAT}</p>
                                {body}
                            </details>
                        }
                    })
            }} <Waiting app=app />
        </div>
    }
    .into_any()
}
