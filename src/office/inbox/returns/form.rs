//! Takes the remarks of a return and signs them.

use std::collections::BTreeSet;

use anziping_core::document::returned::{ReturnRemark, file_name};
use anziping_core::record::KeyRecord;
use anziping_core::request::UnsignedDocument;
use anziping_core::seal::Sha256;
use anziping_core::value::visible::plain_line;
use leptos::prelude::*;

use super::drafted::{ReportPlaces, all_places, chosen, drafts};
use super::handing_over::{Made, handed_over, notes, save};
use crate::office::app::OfficeApp;
use crate::office::sign;
use crate::platform::dom;
use crate::ui::field::{Field, Input, Notice, Select};
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::words::office as desk;
use crate::words::office::returns as words;

/// One remark as it is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Typed {
    id: usize,
    place: RwSignal<String>,
    text: RwSignal<String>,
}

impl Typed {
    fn new(id: usize) -> Self {
        Self { id, place: RwSignal::new(String::new()), text: RwSignal::new(String::new()) }
    }

    fn fault(self) -> Option<String> {
        let text = plain_line(&self.text.get());
        match text.chars().count() {
            0 => Some(words::TEXT_MISSING.to_owned()),
            count if count > ReturnRemark::TEXT => Some(words::text_too_long()),
            _ => None,
        }
    }

    fn remark(self) -> ReturnRemark {
        let place = Some(self.place.get_untracked()).filter(|place| !place.is_empty());
        ReturnRemark { place, text: plain_line(&self.text.get_untracked()) }
    }
}

/// The remarks as they are typed; `Copy`, so that handlers can own them.
#[derive(Clone, Copy)]
struct Remarks {
    rows: RwSignal<Vec<Typed>>,
    /// Whether signing was tried, so that what is missing is said.
    tried: RwSignal<bool>,
    /// The texts when they were last signed.
    signed: RwSignal<Vec<String>>,
}

impl Remarks {
    /// One empty remark.
    fn new() -> Self {
        Self {
            rows: RwSignal::new(vec![Typed::new(1)]),
            tried: RwSignal::new(false),
            signed: RwSignal::new(Vec::new()),
        }
    }

    fn texts(self) -> Vec<String> {
        self.rows.with(|rows| rows.iter().map(|row| row.text.get()).collect())
    }

    /// Asks before the page is left with remarks that are kept nowhere: only signed ones are.
    fn ask_before_leaving(self) {
        // The value of an effect lives until it runs again.
        Effect::new(move |_| {
            let texts = self.texts();
            let is_lost = texts.iter().any(|text| !text.trim().is_empty()) && self.signed.with(|last| *last != texts);
            is_lost.then(|| dom::confirm_leave(|| true))
        });
    }

    /// The remarks to be signed; `None` when something is missing, which is then said at its field.
    fn ready(self) -> Option<Vec<ReturnRemark>> {
        let rows = self.rows.get_untracked();
        let is_faulty = rows.iter().any(|row| untrack(|| row.fault()).is_some());
        self.tried.set(is_faulty);
        (!is_faulty).then(|| rows.into_iter().map(Typed::remark).collect())
    }
}

/// The form for the ticked reports.
#[component]
pub(super) fn Issue(app: OfficeApp, key: KeyRecord, ticked: RwSignal<BTreeSet<Sha256>>) -> impl IntoView {
    let form = KeyForm::new("return_passphrase");
    let remarks = Remarks::new();
    remarks.ask_before_leaving();
    let made = RwSignal::new(None::<Made>);
    let names = Memo::new(move |_| chosen(app, &ticked.get(), |found| found.report.enterprise.name.clone()));
    let count = Memo::new(move |_| names.with(Vec::len));
    let asked = Memo::new(move |_| {
        let several = count.get() > 1;
        chosen(app, &ticked.get(), |found| ReportPlaces::of(app, found, several))
    });
    let places = Memo::new(move |_| asked.with(|asked| all_places(asked)));
    // A row that is added lives as long as the form, not as long as the button that adds it.
    let form_owner = Owner::current().unwrap_or_default();
    let add = move |_| {
        remarks.rows.update(|rows| {
            let id = rows.last().map_or(1, |row| row.id + 1);
            rows.push(form_owner.with(|| Typed::new(id)));
        });
    };
    let issue = move |press: leptos::ev::SubmitEvent| {
        if form.begin(&press) {
            made.set(None);
            sign_returns(app, form, &key, &untrack(|| ticked.get()), remarks, made);
        }
    };
    let said = move || {
        let made = made.get().map(handed_over);
        let fault = form.failed().get().map(|fault| {
            view! {
                <p class="error" data-fault="returns">
                    {fault}
                </p>
            }
        });
        view! { {made} {fault} }
    };
    view! {
        <form class="stack" novalidate on:submit=issue>
            <p>{move || words::ticked(&names.get())}</p>
            {move || (count.get() > 1).then(|| view! { <p class="hint">{words::COMMON}</p> })}
            <For
                each=move || remarks.rows.get()
                key=|row| row.id
                children=move |typed| view! { <Remark typed=typed remarks=remarks places=places /> }
            />
            {move || {
                (remarks.rows.with(Vec::len) < words::MOST)
                    .then(|| {
                        view! {
                            <div>
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="add-return-remark"
                                    on:click=add.clone()
                                >
                                    {words::ADD}
                                </button>
                            </div>
                        }
                    })
            }}
            {move || left_out(asked, remarks)}
            {form.field(desk::receipts::KEY_PASSPHRASE)}
            {form.reveal()}
            {form.submit("issue-returns", words::ISSUE, crate::words::keys::SIGNING)}
            <div aria-live="polite">{said}</div>
        </form>
    }
    .into_any()
}

/// Signs a return for each ticked report, saves them and notes them at the desk.
fn sign_returns(
    app: OfficeApp,
    form: KeyForm,
    key: &KeyRecord,
    ticked: &BTreeSet<Sha256>,
    remarks: Remarks,
    made: RwSignal<Option<Made>>,
) {
    let Some(ready) = remarks.ready() else { return };
    let Some(typed) = form.passphrase() else { return };
    let (texts, returns) = untrack(|| (remarks.texts(), drafts(app, key, ticked, &ready)));
    let key = key.clone();
    form.work(async move {
        let signed = async {
            let documents = returns.iter().map(|returned| UnsignedDocument::new(file_name(returned), returned));
            let documents = documents.collect::<Result<Vec<_>, _>>().map_err(|_| words::NOTHING.to_owned())?;
            let signed = sign::sign(documents, &key, typed).await?;
            Ok((save(&signed, &returns)?, notes(&signed, &returns)))
        };
        let (saved, notes) = signed.await.map_err(KeyFault::Form)?;
        app.note_returns(notes);
        // The page may be gone by now; then there is nobody to tell.
        drop((made.try_set(Some(saved)), remarks.signed.try_set(texts)));
        Ok(())
    });
}

/// Says which remarks are left out of which returns, since the report has no such place.
fn left_out(asked: Memo<Vec<ReportPlaces>>, remarks: Remarks) -> Option<AnyView> {
    let typed: Vec<String> = remarks.rows.get().into_iter().map(|row| row.place.get()).collect();
    let said: Vec<String> = asked.with(|asked| asked.iter().filter_map(|asked| asked.left_out(&typed)).collect());
    (!said.is_empty()).then(|| {
        let rows = said.into_iter().map(|said| view! { <li data-left-out="">{said}</li> }).collect_view();
        view! {
            <Notice kind="warn">
                <ul>{rows}</ul>
            </Notice>
        }
        .into_any()
    })
}

/// One remark: its place and its text.
#[component]
fn Remark(typed: Typed, remarks: Remarks, places: Memo<Vec<(String, String)>>) -> impl IntoView {
    let options = move || places.get();
    let Typed { id, place, text } = typed;
    let fault = Memo::new(move |_| typed.fault());
    let (rows, tried) = (remarks.rows, remarks.tried);
    let remove = move |_| rows.update(|rows| rows.retain(|row| row.id != id));
    view! {
        <div class="stack-tight" data-return-remark=id>
            {move || {
                view! {
                    <Select
                        name=format!("return_place_{id}")
                        label=words::place(id)
                        options=options()
                        none=words::WHOLE
                        value=place
                        on_change=Callback::new(move |chosen| place.set(chosen))
                    />
                }
            }}
            <Field
                name=format!("return_text_{id}")
                label=words::text(id)
                hint=words::TEXT_HINT
                value=text
                fault=fault
                eager=tried
                input=Input::Lines
                required=true
                on_input=Callback::new(move |typed| text.set(typed))
            />
            {move || {
                (rows.with(Vec::len) > 1)
                    .then(|| {
                        view! {
                            <div>
                                <button type="button" class="button button-small" on:click=remove>
                                    {words::REMOVE}
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
