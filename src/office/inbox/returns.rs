//! Gives reports back (退回): one with remarks at its places, or all that are ticked with the same ones.

use std::collections::BTreeSet;

use anziping_core::catalog::MONTH_FIGURES;
use anziping_core::document::returned::{Return, ReturnRemark, file_name};
use anziping_core::document::{NamedEnterprise, SignedDocument};
use anziping_core::office::desk::{Judged, Verdict};
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::receipt_note::return_message;
use anziping_core::office::returns::{AnsweredReturn, ReturnNote, answered, is_answer, of_document};
use anziping_core::record::KeyRecord;
use anziping_core::request::{SignedFile, UnsignedDocument};
use anziping_core::review::ReviewPlace;
use anziping_core::seal::Sha256;
use anziping_core::value::day::Day;
use anziping_core::value::visible::plain_line;
use leptos::prelude::*;

use super::to_copy::to_copy;
use crate::office::app::OfficeApp;
use crate::office::route::OfficeRoute;
use crate::office::{archive, sign};
use crate::platform::{clock, document, files};
use crate::ui::field::{Check, Field, Input, Notice, Select};
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::words::office::returns as words;
use crate::words::{common, office as desk, report};

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
/// Characters of a question in the list of places.
const NAME: usize = 36;

/// The box to tick and the button of a trusted report.
pub(super) fn of_one(at: usize, document: Sha256, judged: &Judged) -> Option<AnyView> {
    let ReportsToReturn { ticked, open } = expect_context();
    let tick = move |on: bool| {
        ticked.update(|ticked| {
            if on {
                ticked.insert(document)
            } else {
                ticked.remove(&document)
            };
        });
    };
    let give_back = move |_| {
        ticked.set(BTreeSet::from([document]));
        open.set(true);
        document::focus_id(FORM);
    };
    (judged.verdict == Verdict::Trusted).then(|| {
        view! {
            <div class="row no-print">
                <button type="button" class="button button-small" data-action="give-back" on:click=give_back>
                    {words::GIVE_BACK}
                </button>
                <Check
                    name=format!("tick_{at}")
                    label=words::TICK
                    checked=Signal::derive(move || ticked.with(|ticked| ticked.contains(&document)))
                    on_change=Callback::new(tick)
                />
            </div>
        }
        .into_any()
    })
}

/// Whether a report was given back, and whether it or another one answers that.
pub(super) fn tags(app: OfficeApp, at: usize, document: Sha256) -> AnyView {
    let state = Memo::new(move |_| {
        let given: Vec<ReturnNote> =
            app.record.with(|record| of_document(&record.given_back, document).cloned().collect());
        let is_answered = given.first().is_some_and(|given| is_answered(app, given));
        let given: Vec<Day> = given.into_iter().map(|given| given.on).collect();
        let answers = app.inbox.with(|inbox| {
            let report = &inbox.get(at)?.report()?.report;
            app.record.with(|record| {
                answered(&record.given_back, report).map(|answered| matches!(answered, AnsweredReturn::Ours(_)))
            })
        });
        (given, is_answered, answers)
    });
    let tag = |hook: &'static str, tone: &'static str, said: String| {
        view! {
            " "
            <span class=format!("tag {tone}") data-return=hook>
                {said}
            </span>
        }
    };
    let tags = move || {
        let (given, is_answered, answers) = state.get();
        let given = given.into_iter().map(|on| tag("given-back", "tag-warn", words::given_back(on))).collect_view();
        let corrected = is_answered.then(|| tag("corrected", "tag-good", words::ANSWERED.to_owned()));
        let answers = answers.map(|known| match known {
            true => tag("answers", "tag-good", words::ANSWERED.to_owned()),
            false => tag("unknown", "tag-warn", words::UNKNOWN.to_owned()),
        });
        view! { {given} {corrected} {answers} }
    };
    view! { {tags} }.into_any()
}

fn is_open(event: &leptos::ev::Event) -> bool {
    event_target::<leptos::web_sys::Element>(event).has_attribute("open")
}

/// Whether a trusted report of the inbox answers this return.
fn is_answered(app: OfficeApp, given: &ReturnNote) -> bool {
    let all = app.record.with(|record| record.given_back.clone());
    app.judged.with(|judged| {
        app.inbox.with(|inbox| {
            let trusted = inbox
                .iter()
                .zip(judged.iter())
                .filter(|(_, judged)| matches!(judged.verdict, Verdict::Trusted | Verdict::Superseded { .. }));
            let mut reports = trusted.filter_map(|(checked, _)| checked.report());
            reports.any(|found| is_answer(&all, given, &found.report))
        })
    })
}

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
            }} <Open app=app />
        </div>
    }
    .into_any()
}

/// What was given back and not corrected since.
#[component]
fn Open(app: OfficeApp) -> impl IntoView {
    let waiting = Memo::new(move |_| {
        app.record.with(|record| {
            let later = |given: &ReturnNote| {
                record.accepted.iter().any(|accepted| {
                    accepted.uscc == given.uscc && accepted.period == given.period && accepted.revision > given.revision
                })
            };
            let open = record.given_back.iter().filter(|given| !later(given) && !is_answered(app, given));
            let said = open.map(|given| {
                let of_list = record.registry.enterprises.iter().find(|enterprise| enterprise.uscc == given.uscc);
                let name = of_list.map_or_else(|| given.uscc.to_string(), |enterprise| enterprise.name.clone());
                words::open_one(&name, &common::period(given.period), given.revision, given.on)
            });
            said.collect::<Vec<_>>()
        })
    });
    let list = move || {
        let waiting = waiting.get();
        (!waiting.is_empty()).then(|| {
            let count = waiting.len();
            let rows = waiting.into_iter().map(|said| view! { <li>{said}</li> }).collect_view();
            view! {
                <details class="card" data-open-returns=count>
                    <summary>
                        <h2>{words::open(count)}</h2>
                    </summary>
                    <ul class="findings">{rows}</ul>
                </details>
            }
        })
    };
    view! { {list} }.into_any()
}

/// What was signed, to be handed over.
#[derive(Clone)]
struct Made {
    name: String,
    /// Of a single return.
    message: Option<String>,
}

#[component]
fn Issue(app: OfficeApp, key: KeyRecord, ticked: RwSignal<BTreeSet<Sha256>>) -> impl IntoView {
    let form = KeyForm::new("return_passphrase");
    let rows = RwSignal::new(vec![Typed::new(1)]);
    let signed_last = RwSignal::new(Vec::<String>::new());
    let texts = move || -> Vec<String> { rows.with(|rows| rows.iter().map(|row| row.text.get()).collect()) };
    // Remarks are kept nowhere before they are signed. The value of an effect lives until it runs again.
    Effect::new(move |_| {
        let texts = texts();
        let is_lost = texts.iter().any(|text| !text.trim().is_empty()) && signed_last.with(|last| *last != texts);
        is_lost.then(|| document::confirm_leave(|| true))
    });
    let tried = RwSignal::new(false);
    let made = RwSignal::new(None::<Made>);
    let names = Memo::new(move |_| chosen(app, &ticked.get(), |found| found.report.enterprise.name.clone()));
    let count = Memo::new(move |_| names.with(Vec::len));
    let asked = Memo::new(move |_| {
        let several = count.get() > 1;
        chosen(app, &ticked.get(), |found| Asked::of(app, found, several))
    });
    let places = Memo::new(move |_| asked.with(|asked| all_places(asked)));
    // A row that is added lives as long as the form, not as long as the button that adds it.
    let form_owner = Owner::current().unwrap_or_default();
    let add = move |_| {
        rows.update(|rows| {
            let id = rows.last().map_or(1, |row| row.id + 1);
            rows.push(form_owner.with(|| Typed::new(id)));
        });
    };
    let issue = move |press: leptos::ev::SubmitEvent| {
        if !form.begin(&press) {
            return;
        }
        made.set(None);
        if rows.get_untracked().into_iter().any(|row| untrack(|| row.fault()).is_some()) {
            tried.set(true);
            return;
        }
        let Some(typed) = form.passphrase() else { return };
        let key = key.clone();
        let remarks: Vec<_> = rows.get_untracked().into_iter().map(Typed::remark).collect();
        let returns = untrack(|| drafts(app, &key, &ticked.get(), &remarks));
        let texts = untrack(texts);
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
            drop((made.try_set(Some(saved)), tried.try_set(false), signed_last.try_set(texts)));
            Ok(())
        });
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
    let left_out = move || {
        let typed: Vec<String> = rows.get().into_iter().map(|row| row.place.get()).collect();
        let said: Vec<String> = asked.with(|asked| asked.iter().filter_map(|asked| asked.left_out(&typed)).collect());
        (!said.is_empty()).then(|| {
            let rows = said.into_iter().map(|said| view! { <li data-left-out="">{said}</li> }).collect_view();
            view! {
                <Notice kind="warn">
                    <ul>{rows}</ul>
                </Notice>
            }
        })
    };
    let row = move |typed: Typed| {
        let options = move || places.get();
        let Typed { id, place, text } = typed;
        let fault = Memo::new(move |_| typed.fault());
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
    };
    view! {
        <form class="stack" novalidate on:submit=issue>
            <p>{move || words::ticked(&names.get())}</p>
            {move || (count.get() > 1).then(|| view! { <p class="hint">{words::COMMON}</p> })}
            <For each=move || rows.get() key=|row| row.id children=row />
            {move || {
                (rows.with(Vec::len) < words::MOST)
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
            {left_out}
            {form.field(desk::receipts::KEY_PASSPHRASE)}
            {form.reveal()}
            {form.submit("issue-returns", words::ISSUE, crate::words::keys::SIGNING)}
            <div aria-live="polite">{said}</div>
        </form>
    }
    .into_any()
}

/// That it was saved, and the message of a single one.
fn handed_over(Made { name, message }: Made) -> AnyView {
    let labels = [words::MESSAGE, words::COPY, words::COPIED];
    let message = message.map(|message| to_copy("return-message", "copy-return", labels, message));
    view! {
        <div class="stack-tight">
            <p class="status-good" data-returns-saved="true">
                {common::handed_over(&name)}
            </p>
            {message}
        </div>
    }
    .into_any()
}

/// One file as it is, several as an archive with a message for each.
fn save(signed: &[SignedFile], returns: &[Return]) -> Result<Made, String> {
    let messages = signed.iter().zip(returns).map(|(file, returned)| return_message(returned, &file.text));
    let messages = messages.collect::<Result<Vec<_>, _>>().map_err(|_| words::NOTHING.to_owned())?;
    let (name, media_type, bytes, message) = match signed {
        [] => return Err(words::NOTHING.to_owned()),
        [one] => {
            (one.file_name.clone(), "application/json", one.text.clone().into_bytes(), messages.into_iter().next())
        }
        many => {
            let text = format!("\u{feff}{}\r\n", messages.join("\r\n\r\n"));
            let document_sha256 = Sha256::of(text.as_bytes());
            let messages = SignedFile { file_name: words::MESSAGES_NAME.into(), text, document_sha256 };
            let files: Vec<SignedFile> = many.iter().cloned().chain([messages]).collect();
            let bytes = archive::zip(&files).map_err(|fault| desk::receipts::no_archive(&fault.to_string()))?;
            (words::archive_name(clock::today()), "application/zip", bytes, None)
        }
    };
    files::save(&name, media_type, &bytes).map_err(|fault| desk::file(&fault))?;
    Ok(Made { name, message })
}

/// What the desk keeps of the returns that were signed.
fn notes(signed: &[SignedFile], returns: &[Return]) -> Vec<ReturnNote> {
    let note = |(file, returned): (&SignedFile, &Return)| ReturnNote {
        uscc: returned.enterprise.uscc.clone(),
        period: returned.period,
        revision: returned.revision,
        document_sha256: returned.document_sha256,
        return_sha256: file.document_sha256,
        on: clock::today(),
        remarks: returned.remarks.clone(),
    };
    signed.iter().zip(returns).map(note).collect()
}

/// Something about every ticked report that is trusted, in the order of the inbox.
fn chosen<T>(app: OfficeApp, ticked: &BTreeSet<Sha256>, of: impl Fn(&CheckedReport) -> T) -> Vec<T> {
    app.judged.with(|judged| {
        app.inbox.with(|inbox| {
            let trusted = inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
            let reports = trusted.filter_map(|(checked, _)| checked.report());
            reports.filter(|found| ticked.contains(&found.document_sha256)).map(of).collect()
        })
    })
}

/// What a ticked report asked, with what it is called.
#[derive(Clone, PartialEq)]
struct Asked {
    enterprise: String,
    places: Vec<(String, String)>,
}

impl Asked {
    fn of(app: OfficeApp, found: &CheckedReport, several: bool) -> Self {
        Self { enterprise: found.report.enterprise.name.clone(), places: places(app, found, several) }
    }

    fn asks(&self, place: &str) -> bool {
        place.is_empty() || self.places.iter().any(|(id, _)| id == place)
    }

    /// Which of the typed remarks its return does not have, in words; `None` when it has all.
    fn left_out(&self, typed: &[String]) -> Option<String> {
        let missing = (1..).zip(typed).filter(|(_, place)| !self.asks(place)).map(|(number, _)| number);
        let missing: Vec<usize> = missing.collect();
        let said = words::left_out(&self.enterprise, &missing, missing.len() == typed.len());
        (!missing.is_empty()).then_some(said)
    }
}

/// Every place that any of the reports has, in the order of the first that has it.
fn all_places(asked: &[Asked]) -> Vec<(String, String)> {
    let mut known = BTreeSet::new();
    let all = asked.iter().flat_map(|asked| &asked.places);
    all.filter(|(id, _)| known.insert(id)).cloned().collect()
}

/// The places that a remark may be about, by id, with what they are called: what the report holds.
///
/// Without its hazards when several are ticked: each enterprise numbers its own, and one number is another hazard
/// elsewhere.
fn places(app: OfficeApp, found: &CheckedReport, several: bool) -> Vec<(String, String)> {
    let catalogue = app.catalogue_of(&found.report.catalogue);
    let hazards = found.report.hazards.iter().filter(|_| !several).map(|hazard| hazard.id.clone());
    let figures = MONTH_FIGURES.iter().map(|figure| format!("month.{figure}"));
    let named = found.held.ids(catalogue).into_iter().chain(hazards).chain(figures).filter_map(|id| {
        let place = ReviewPlace::of_id(catalogue, &id)?;
        let name: String = report::place(catalogue, &found.report.hazards, &place).chars().take(NAME).collect();
        Some((id, name))
    });
    named.collect()
}

/// The returns to sign, each with the remarks at what its report holds.
///
/// A report that holds nothing of them gets none.
fn drafts(app: OfficeApp, key: &KeyRecord, ticked: &BTreeSet<Sha256>, remarks: &[ReturnRemark]) -> Vec<Return> {
    let office = app.record.with(|record| record.registry.office.trim().to_owned());
    let now = clock::now();
    let several = chosen(app, ticked, |_| ()).len() > 1;
    let drafted = chosen(app, ticked, |found| {
        let report = &found.report;
        let asked = Asked::of(app, found, several);
        let has = |remark: &&ReturnRemark| remark.place.as_deref().is_none_or(|place| asked.asks(place));
        let remarks: Vec<ReturnRemark> = remarks.iter().filter(has).cloned().collect();
        (!remarks.is_empty()).then(|| Return {
            kind: Return::TYPE.into(),
            schema: Return::SCHEMA.into(),
            version: Return::VERSION.into(),
            office: office.clone(),
            enterprise: NamedEnterprise { name: report.enterprise.name.clone(), uscc: report.enterprise.uscc.clone() },
            period: report.period,
            revision: report.revision,
            document_sha256: found.document_sha256,
            remarks,
            issued_at: now.clone(),
            signers: vec![key.into()],
        })
    });
    drafted.into_iter().flatten().collect()
}
