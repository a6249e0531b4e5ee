//! Follows a sealed report at the office: handed over, checked, kept; its receipt is shown here.

use anziping_core::document::NamedEnterprise;
use anziping_core::document::report::MonthlyReport;
use anziping_core::office::shown::from_brace_to_brace;
use anziping_core::record::{ReceiptRecord, ReturnRecord, SealedRecord};
use anziping_core::request::{CheckedReceipt, CheckedReturn, FromOffice, OtherMatter, ReadFromOffice, RequestFault};
use anziping_core::seal::Sha256;
use anziping_core::value::period::Period;
use anziping_core::value::visible::visible;
use leptos::prelude::*;

use super::opened::read_document;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::files::{self, Bytes, HowMany};
use crate::platform::task;
use crate::ui::field::{Field, Input, Notice};
use crate::ui::icon;
use crate::words::receipt as words;
use crate::worker_client::{self, WorkFault};

/// The most bytes of a receipt.
///
/// It takes a few kilobytes, and nobody should wait for a film picked by mistake.
const LIMIT: u64 = 256 * 1024;

/// The office's receipt for this report, or the way to hand it over.
#[component]
pub(super) fn Receipt(session: Session, revision: u32, record: SealedRecord) -> impl IntoView {
    let app = App::get();
    let period = session.period;
    let kept = Memo::new(move |_| {
        app.index.track();
        app.receipt_record(&session.id.get_value(), period, revision)
    });
    let sha256 = record.document_sha256;
    let report = StoredValue::new(super::read(&record.text));
    // One that an older program or a backup brought may be somebody else's.
    let state = Memo::new(move |_| kept.with(|kept| State::of(kept.as_ref(), report, sha256)));
    let of = OfReport { session, report, period, revision, sha256 };
    let hand_over = move || view! { <HandOver of=of /> }.into_any();
    let body = move || {
        let another = move || {
            view! {
                <details>
                    <summary data-action="another-receipt">{words::ANOTHER}</summary>
                    <div class="details-body">{hand_over()}</div>
                </details>
            }
        };
        match kept.get() {
            Some(receipt) if state.get() == State::Received => view! {
                {shown(&receipt, true)}
                {another()}
            }
            .into_any(),
            Some(receipt) if state.get() == State::Unchecked => {
                let office = ReceiptRecord { compared: true, ..receipt.clone() };
                let compare = move |_| app.keep_receipt(&session.id.get_value(), period, revision, &office);
                view! {
                    {shown(&receipt, false)}
                    <div class="row">
                        <button type="button" class="button" data-action="compare-receipt" on:click=compare>
                            {words::IS_EQUAL}
                        </button>
                    </div>
                    {another()}
                }
                .into_any()
            }
            _ => hand_over(),
        }
    };
    view! {
        <section class="card" aria-labelledby="receipt" data-receipt=move || state.get().code()>
            <h2 id="receipt">{words::HEADING}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// The state of a receipt for the report on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    None,
    /// Its digits were not compared with what the office has published.
    Unchecked,
    Received,
}

impl State {
    fn of(kept: Option<&ReceiptRecord>, report: StoredValue<Option<MonthlyReport>>, sha256: Sha256) -> Self {
        let of_this = kept.filter(|kept| {
            // It was verified when it came in.
            read_document(&kept.text).is_some_and(|receipt| {
                is_for(&CheckedReceipt { receipt, fingerprint: kept.fingerprint }, report, sha256)
            })
        });
        match of_this {
            None => Self::None,
            Some(kept) if kept.compared => Self::Received,
            Some(_) => Self::Unchecked,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unchecked => "unchecked",
            Self::Received => "received",
        }
    }
}

/// The report on the page, which what is handed over must be about.
#[derive(Clone, Copy)]
struct OfReport {
    session: Session,
    report: StoredValue<Option<MonthlyReport>>,
    period: Period,
    revision: u32,
    sha256: Sha256,
}

impl OfReport {
    /// Checks what the office sent and keeps it.
    ///
    /// # Errors
    /// Why it is not kept, in a sentence.
    async fn take(self, app: App, id: &str, text: String) -> Result<(), String> {
        let Self { report, period, revision, sha256, .. } = self;
        let known = |fingerprint| {
            app.index.with_untracked(|index| {
                index.enterprise(id).is_some_and(|enterprise| enterprise.knows_office(fingerprint))
            })
        };
        let read = worker_client::ask_about(&ReadFromOffice {}, Bytes::from(text.as_bytes())).await;
        match read {
            Ok(FromOffice::Receipt(read)) if is_for(&read, report, sha256) => {
                let compared = known(read.fingerprint);
                app.keep_receipt(id, period, revision, &receipt_record(read, text, compared));
                Ok(())
            }
            Ok(FromOffice::Return(read)) => match is_return_of(&read, report, sha256) {
                Ok(()) => {
                    let compared = known(read.fingerprint);
                    app.keep_return(id, period, revision, &return_record(read, text, compared));
                    Ok(())
                }
                Err(other) => Err(of_another(other, &read)),
            },
            Ok(FromOffice::Receipt(CheckedReceipt { receipt, .. })) => {
                let NamedEnterprise { name, uscc } = &receipt.enterprise;
                Err(words::of_another(&visible(name), uscc, receipt.period, receipt.revision))
            }
            Err(WorkFault::Request(RequestFault::NewerProgram)) => Err(words::newer()),
            Err(WorkFault::Request(_)) => Err(words::NOT_SOUND.to_owned()),
            Err(worker) => Err(crate::words::seal::fault(&worker)),
        }
    }
}

fn is_for(read: &CheckedReceipt, report: StoredValue<Option<MonthlyReport>>, sha256: Sha256) -> bool {
    report.with_value(|report| report.as_ref().is_some_and(|report| read.is_for(report, sha256)))
}

/// # Errors
/// What else the return is about; a report that cannot be read here is another document.
fn is_return_of(
    read: &CheckedReturn,
    report: StoredValue<Option<MonthlyReport>>,
    sha256: Sha256,
) -> Result<(), OtherMatter> {
    report.with_value(|report| read.is_for(report.as_ref().ok_or(OtherMatter::Document)?, sha256))
}

/// Says why a return is not taken, and what to do.
fn of_another(other: OtherMatter, read: &CheckedReturn) -> String {
    let NamedEnterprise { name, uscc } = &read.returned.enterprise;
    match other {
        OtherMatter::Enterprise => words::return_of_another(&visible(name), uscc),
        OtherMatter::Period => words::return_of_period(read.returned.period),
        OtherMatter::Revision => words::return_of_revision(read.returned.revision),
        OtherMatter::Document => words::RETURN_OF_DOCUMENT.to_owned(),
    }
}

fn shown(receipt: &ReceiptRecord, compared: bool) -> AnyView {
    let remarks = (!receipt.remarks.is_empty()).then(|| {
        let rows = receipt.remarks.iter().map(|remark| view! { <li>{remark.clone()}</li> }).collect_view();
        view! {
            <Notice kind="warn">
                <p>{words::REMARKS}</p>
                <ul>{rows}</ul>
            </Notice>
        }
    });
    let (tag, sign, said) =
        if compared { ("tag-good", "good", words::RECEIVED) } else { ("tag-warn", "warn", words::UNCHECKED) };
    view! {
        <p>
            <span class=format!("tag {tag}")>{icon::of(sign)} {said}</span>
            " "
            {words::received(&visible(&receipt.office), receipt.received_on)}
        </p>
        {remarks}
        <p>{if compared { words::COMPARED } else { words::COMPARE }}</p>
        <p class="digits" data-office-digits="">
            {receipt.fingerprint.to_string()}
        </p>
    }
    .into_any()
}

#[component]
fn HandOver(of: OfReport) -> impl IntoView {
    let app = App::get();
    let pasted = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let take = move |text: String| {
        let id = of.session.id.get_value();
        // People copy what stands around it in a chat too.
        let text = from_brace_to_brace(&text).to_owned();
        busy.set(true);
        fault.set(None);
        task::spawn(async move {
            let taken = of.take(app, &id, text).await;
            // What is kept takes the place of this form.
            drop((busy.try_set(false), fault.try_set(taken.err())));
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

fn receipt_record(
    CheckedReceipt { receipt, fingerprint }: CheckedReceipt,
    text: String,
    compared: bool,
) -> ReceiptRecord {
    ReceiptRecord {
        text,
        office: receipt.office,
        fingerprint,
        received_on: receipt.received_on,
        remarks: receipt.remarks,
        compared,
        document_sha256: receipt.document_sha256,
    }
}

fn return_record(read: CheckedReturn, text: String, compared: bool) -> ReturnRecord {
    let CheckedReturn { returned, fingerprint, return_sha256 } = read;
    ReturnRecord {
        text,
        office: returned.office,
        fingerprint,
        issued_at: returned.issued_at,
        remarks: returned.remarks,
        compared,
        document_sha256: returned.document_sha256,
        return_sha256,
    }
}
