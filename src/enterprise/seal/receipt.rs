//! The office's receipt for a sealed report: handed over, checked, kept, shown.

use anziping_core::record::{ReceiptRecord, SealedRecord};
use anziping_core::request::{CheckedReceipt, ReadReceipt};
use anziping_core::seal::Sha256;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::files::{self, Bytes, HowMany};
use crate::platform::task;
use crate::ui::field::{Field, Input, Notice};
use crate::ui::icon;
use crate::words::receipt as words;
use crate::worker_client::{self, WorkFault};

/// The most bytes of a receipt: it takes a few kilobytes, and nobody should wait for a film picked by mistake.
const LIMIT: u64 = 256 * 1024;

/// The office's receipt for this report, or the way to hand it over.
#[component]
pub(super) fn Receipt(session: Session, revision: u32, record: SealedRecord) -> impl IntoView {
    let app = App::get();
    let period = session.period;
    let kept = Memo::new(move |_| {
        app.index.with(|index| {
            let months = &index.enterprise(&session.id.get_value())?.months;
            let month = months.iter().find(|month| month.period == period)?;
            month.receipts.iter().find(|(of, _)| *of == revision).map(|(_, receipt)| receipt.clone())
        })
    });
    let sha256 = record.document_sha256;
    view! {
        <section
            class="card"
            aria-labelledby="receipt"
            data-receipt=move || kept.with(|kept| if kept.is_some() { "received" } else { "none" })
        >
            <h2 id="receipt">{words::HEADING}</h2>
            {move || match kept.get() {
                Some(receipt) => shown(&receipt),
                None => {
                    view! { <HandOver session=session period=period revision=revision sha256=sha256 /> }
                        .into_any()
                }
            }}
        </section>
    }
    .into_any()
}

fn shown(receipt: &ReceiptRecord) -> AnyView {
    let remarks = (!receipt.remarks.is_empty()).then(|| {
        let rows = receipt.remarks.iter().map(|remark| view! { <li>{remark.clone()}</li> }).collect_view();
        view! {
            <Notice kind="warn">
                <p>{words::REMARKS}</p>
                <ul>{rows}</ul>
            </Notice>
        }
    });
    view! {
        <p>
            <span class="tag tag-good">{icon::of("good")} {words::RECEIVED}</span>
            " "
            {words::received(&receipt.office, receipt.received_on)}
        </p>
        {remarks}
        <p>{words::COMPARE}</p>
        <p class="digits" data-office-digits="">
            {receipt.fingerprint.to_string()}
        </p>
    }
    .into_any()
}

#[component]
fn HandOver(session: Session, period: Period, revision: u32, sha256: Sha256) -> impl IntoView {
    let app = App::get();
    let pasted = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let take = move |text: String| {
        let id = session.id.get_value();
        busy.set(true);
        fault.set(None);
        task::spawn(async move {
            let read = worker_client::ask_about(&ReadReceipt {}, Bytes::from(text.as_bytes())).await;
            busy.try_set(false);
            let said = match read {
                Ok(read) if read.receipt.document_sha256 == sha256 => {
                    app.keep_receipt(&id, period, revision, &of(read, text));
                    return;
                }
                Ok(read) => {
                    words::of_another(&read.receipt.enterprise.name, read.receipt.period, read.receipt.revision)
                }
                Err(WorkFault::Request(_)) => words::NOT_SOUND.to_owned(),
                Err(worker) => crate::words::seal::fault(&worker),
            };
            fault.try_set(Some(said));
        });
    };
    let pick = move |_| {
        task::spawn(async move {
            let chosen = match files::pick("", HowMany::One).await {
                Ok(files) => files.into_iter().next(),
                Err(_) => return drop(fault.try_set(Some(words::NOT_READ.to_owned()))),
            };
            let Some(file) = chosen else { return };
            match file.text(LIMIT).await {
                Ok(text) => take(text),
                Err(_) => drop(fault.try_set(Some(words::NOT_SOUND.to_owned()))),
            }
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match pasted.get_untracked() {
            text if text.trim().is_empty() => fault.set(Some(words::EMPTY.to_owned())),
            text => take(text),
        }
    };
    view! {
        <p>{words::WHAT}</p>
        <div class="row">
            <button
                type="button"
                class="button"
                data-action="pick-receipt"
                aria-describedby="receipt-fault"
                on:click=pick
            >
                {words::PICK}
            </button>
            <span role="status" class="muted">
                {move || busy.get().then_some(words::READING)}
            </span>
        </div>
        <details>
            <summary>{words::PASTE}</summary>
            <form class="details-body" novalidate on:submit=submit>
                <Field
                    name="receipt_text"
                    label=words::PASTED
                    value=pasted
                    input=Input::Lines
                    on_input=Callback::new(move |typed| pasted.set(typed))
                />
                <div>
                    <button type="submit" class="button" data-action="read-receipt">
                        {words::READ}
                    </button>
                </div>
            </form>
        </details>
        <div id="receipt-fault" aria-live="polite">
            {move || {
                fault
                    .get()
                    .map(|said| {
                        view! {
                            <p class="error" data-fault="receipt">
                                {said}
                            </p>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

fn of(CheckedReceipt { receipt, fingerprint }: CheckedReceipt, text: String) -> ReceiptRecord {
    ReceiptRecord {
        text,
        office: receipt.office,
        fingerprint,
        received_on: receipt.received_on,
        remarks: receipt.remarks,
        document_sha256: receipt.document_sha256,
    }
}
