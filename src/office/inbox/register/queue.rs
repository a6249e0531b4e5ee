//! The registrations that were received, one after the other.
//!
//! What is left, what is done, what needs asking.

use anziping_core::office::register_queue::{QueueRow, ReceivedForm, ReceivedForms, RegisterQueue};
use anziping_core::registry::asked::OfferState;
use anziping_core::seal::Sha256;
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use super::KeyToRegister;
use super::attempt::InQueue;
use super::entry::{Entry, EntryButtons};
use super::offered::to_look_at;
use crate::office::app::OfficeApp;
use crate::platform::dom;
use crate::ui::icon;
use crate::words::office::{registering as words, registry};

/// Rows that wait which are named on the page; the rest is counted, and comes up by itself.
const NAMED: usize = 100;

/// Id of the open form, which shows the facts to compare above its fields.
const OPEN: &str = "register-open";

/// The queue; nothing while no registration was received.
#[component]
pub(in crate::office::inbox) fn Queue(app: OfficeApp, registering: KeyToRegister) -> impl IntoView {
    let forms = Memo::new_owning(move |before: Option<ReceivedForms>| {
        let forms = app.inbox.with(|inbox| before.unwrap_or_default().go_on(inbox));
        (forms, true)
    });
    let queue = Memo::new(move |_| {
        forms.with(|forms| {
            app.inbox
                .with_untracked(|inbox| app.record.with(|record| RegisterQueue::of(forms, inbox, &record.registry)))
        })
    });
    let open = RwSignal::new(None::<Sha256>);
    let go_to = Callback::new(move |to: Option<Sha256>| {
        open.set(to);
        if to.is_some() {
            dom::reveal(Some(OPEN));
        }
    });
    let go_on = Callback::new(move |()| {
        let at = open.get_untracked();
        go_to.run(untrack(|| queue.with(|queue| queue.next_after(at))));
    });
    let any = Memo::new(move |_| queue.with(|queue| !queue.rows.is_empty()));
    let count = move |of: fn(&RegisterQueue) -> usize| Memo::new(move |_| queue.with(of));
    let (registered, waiting) = (count(RegisterQueue::registered), count(RegisterQueue::waiting));
    let all = Memo::new(move |_| registered.get() + waiting.get());
    let refused = count(|queue| queue.rows.len() - queue.registered() - queue.waiting());
    let in_queue = InQueue { queue, on_other: Callback::new(move |other| go_to.run(Some(other))) };
    let ways = EntryButtons { on_done: go_on, on_leave: go_on, leave: words::SKIP };
    let form = move || {
        // In the dialog of a card the fields have the same names.
        if registering.is_open() {
            return None;
        }
        let document = open.get()?;
        let name = queue.with_untracked(|queue| Some(queue.row(document)?.form.name.clone()))?;
        Some(view! {
            <div class="stack" id=OPEN data-queue-open="">
                <h3>{name}</h3>
                <Entry app=app document=document queue=Some(in_queue) ways=ways />
            </div>
        })
    };
    let begin = move || {
        (open.with(Option::is_none) && waiting.get() > 0).then(|| {
            view! {
                <div>
                    <button
                        type="button"
                        class="button button-primary"
                        data-action="begin-queue"
                        on:click=move |_| go_on.run(())
                    >
                        {words::BEGIN}
                    </button>
                </div>
            }
        })
    };
    let card = move || {
        view! {
            <section class="card no-print" aria-labelledby="register-queue" data-queue=waiting>
                <h2 id="register-queue">{move || words::heading(registered.get(), all.get())}</h2>
                <progress
                    aria-labelledby="register-queue"
                    max=move || all.get().max(1)
                    value=registered
                ></progress>
                <p data-queue-left="">{move || words::left(waiting.get(), refused.get())}</p>
                <Unlisted app=app queue=queue />
                {begin}
                {form}
                <Rows queue=queue open=open go_to=go_to />
            </section>
        }
    };
    view! { {move || any.get().then(card)} }.into_any()
}

/// Enterprises that are not on the list, to be added at once after a look at their names.
#[component]
fn Unlisted(app: OfficeApp, queue: Memo<RegisterQueue>) -> impl IntoView {
    let unlisted = Memo::new(move |_| {
        let mut found: Vec<(UnifiedCode, String)> = queue.with(|queue| {
            let rows = queue.rows.iter().filter(|row| row.is_unlisted());
            rows.map(|row| (row.form.uscc.clone(), row.form.name.clone())).collect()
        });
        found.sort();
        found.dedup_by(|one, other| one.0 == other.0);
        found
    });
    let add = move |_| {
        let rows = unlisted.get_untracked();
        app.edit_record(|record| {
            for (uscc, name) in &rows {
                record.registry.enrol(uscc, name);
            }
            registry::added(rows.len())
        });
    };
    let body = move || {
        let rows = unlisted.get();
        (rows.len() > 1).then(|| {
            let count = rows.len();
            let named = rows.into_iter().map(|(uscc, name)| {
                view! { <li>{name} " " <span class="muted number">{uscc.to_string()}</span></li> }
            });
            view! {
                <details data-unlisted=count>
                    <summary data-action="unlisted">{words::unlisted(count)}</summary>
                    <div class="details-body">
                        <p>{words::UNLISTED_WHAT}</p>
                        <ul>{named.collect_view()}</ul>
                        <div>
                            <button type="button" class="button" data-action="add-unlisted" on:click=add>
                                {words::add_unlisted(count)}
                            </button>
                        </div>
                    </div>
                </details>
            }
        })
    };
    view! { {body} }.into_any()
}

/// Lists the registrations: those that are left, those that cannot be registered, and those done.
#[component]
fn Rows(queue: Memo<RegisterQueue>, open: RwSignal<Option<Sha256>>, go_to: Callback<Option<Sha256>>) -> impl IntoView {
    let row = move |row: QueueRow| {
        let ReceivedForm { document_sha256: document, uscc, name, holder, .. } = row.form.clone();
        let code = uscc.to_string();
        let (state, tone, mark) = match &row.state {
            OfferState::Registered => ("registered", "good", words::REGISTERED.to_owned()),
            OfferState::Refused(refused) => ("refused", "bad", registry::register(refused)),
            OfferState::Waiting(_) => match to_look_at(&row.state) {
                asked if asked.is_empty() => ("waiting", "", words::WAITING.to_owned()),
                asked => ("waiting", "warn", asked.concat()),
            },
        };
        let button = row.waits().then(|| {
            view! {
                <button
                    type="button"
                    class="button button-small"
                    data-action="queue-row"
                    aria-label=words::open_row(&name)
                    on:click=move |_| go_to.run(Some(document))
                >
                    {words::OPEN_ROW}
                </button>
            }
        });
        let current = move || (open.get() == Some(document)).then_some("true");
        view! {
            <li class="row row-between" data-queue-row=code data-state=state aria-current=current>
                <span>
                    <strong>{name}</strong>
                    " "
                    <span class="muted number">{uscc.to_string()}</span>
                    " "
                    <span class="muted">{holder}</span>
                    " "
                    <span class=format!("status-item small status-{tone}")>
                        {(!tone.is_empty()).then(|| icon::of(tone))} " " {mark}
                    </span>
                </span>
                {button}
            </li>
        }
    };
    let waiting = move || {
        let rows: Vec<QueueRow> = queue.with(|queue| queue.rows.iter().filter(|row| is_left(row)).cloned().collect());
        let rest = rows.len().saturating_sub(NAMED);
        view! {
            <ol class="plain stack-tight" data-rows="waiting">
                {rows.into_iter().take(NAMED).map(row).collect_view()}
            </ol>
            {(rest > 0).then(|| view! { <p class="muted">{words::more_rows(rest)}</p> })}
        }
    };
    // Built when it is opened: it grows with every key.
    let opened = RwSignal::new(false);
    let count = Memo::new(move |_| queue.with(RegisterQueue::registered));
    let registered = move || {
        let rows = || queue.with(|queue| queue.rows.iter().filter(|row| !is_left(row)).cloned().collect::<Vec<_>>());
        opened.get().then(|| rows().into_iter().map(row).collect_view())
    };
    let done = move || {
        view! {
            <details hidden=move || count.get() == 0 on:toggle=move |_| opened.set(true)>
                <summary data-action="queue-done">{move || words::done(count.get())}</summary>
                <ol class="details-body plain" data-rows="registered">
                    {registered}
                </ol>
            </details>
        }
    };
    view! {
        {waiting}
        {done()}
    }
    .into_any()
}

/// Returns whether a row is still to be done, or cannot be.
fn is_left(row: &QueueRow) -> bool {
    row.state != OfferState::Registered
}
