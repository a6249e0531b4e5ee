//! Making a key known to the office: the self-signed file and the form on paper.

use anziping_core::document::NamedEnterprise;
use anziping_core::record::KeyRecord;
use anziping_core::request::{LockedKey, RegisterKey, SignedFile, SignedRegistration};
use anziping_core::value::line::line_fault;
use anziping_core::value::uscc::UnifiedCode;
use anziping_core::value::visible::plain_line;
use leptos::prelude::*;

use super::form;
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, dom, files};
use crate::ui::field::Notice;
use crate::ui::key_form::KeyForm;
use crate::words::{common, report, seal as words};
use crate::worker_client;

/// Makes the request to the worker; `None` while a name or the code cannot be signed.
pub(super) fn request(session: Session, key: &KeyRecord, passphrase: String) -> Option<RegisterKey> {
    let enterprise = named(session)?;
    if key.mandate.as_ref().is_some_and(|mandate| line_fault(&mandate.principal).is_some()) {
        return None;
    }
    Some(RegisterKey {
        enterprise,
        role: key.role,
        name: key.name.clone(),
        title: key.title.clone(),
        mandate: key.mandate.clone(),
        demo: session.demo,
        made_at: clock::now(),
        key: LockedKey::of(key, passphrase),
    })
}

/// The enterprise as documents name it; `None` while it has no valid code or too long a name.
pub(super) fn named(session: Session) -> Option<NamedEnterprise> {
    session.enterprise.with_untracked(|enterprise| {
        let uscc = UnifiedCode::parse(&enterprise.uscc).ok()?;
        line_fault(&enterprise.name).is_none().then(|| NamedEnterprise { name: plain_line(&enterprise.name), uscc })
    })
}

/// The block, and the form that is printed.
#[component]
pub(super) fn Registration(
    session: Session,
    key: KeyRecord,
    registered: RwSignal<Option<SignedRegistration>>,
) -> impl IntoView {
    let app = App::get();
    let cannot_print = RwSignal::new(false);
    // An enterprise that has reported has registered; the block stays within reach.
    let first = app.index.with_untracked(|index| {
        let enterprise = index.enterprise(&session.id.get_value());
        enterprise.is_none_or(|enterprise| {
            enterprise.months.iter().all(|month| month.period == session.period || month.sealed.is_empty())
        })
    });
    let fingerprint = key.kid.fingerprint();
    let file = Memo::new(move |_| {
        registered
            .with(|signed| signed.clone().filter(|signed| signed.fingerprint == fingerprint).map(|signed| signed.file))
    });
    let form_digits = form::digits_said(session, &key);
    let form_key = key.clone();
    let ask_key = key.clone();
    view! {
        <details class="card" data-registration="" open=first>
            <summary>
                <h2>{words::REGISTRATION}</h2>
            </summary>
            <div class="stack">
                <p>{words::REGISTRATION_WHAT}</p>
                <p class="digits" data-form-digits="">
                    {form_digits}
                </p>
                <p class="hint">{words::REGISTRATION_COVERS}</p>
                <div class="row">
                    <button
                        type="button"
                        class="button"
                        data-action="print-registration"
                        on:click=move |_| cannot_print.set(dom::print().is_err())
                    >
                        {words::PRINT_REGISTRATION}
                    </button>
                </div>
                {move || {
                    cannot_print
                        .get()
                        .then(|| {
                            view! {
                                <Notice kind="warn">
                                    <p>{report::CANNOT_PRINT}</p>
                                </Notice>
                            }
                        })
                }}
                {move || match file.get() {
                    Some(file) => view! { <Save file=file /> }.into_any(),
                    None => {
                        view! {
                            <details>
                                <summary>{words::SAVE_REGISTRATION}</summary>
                                <div class="details-body">
                                    <Ask session=session key=ask_key.clone() registered=registered />
                                </div>
                            </details>
                        }
                            .into_any()
                    }
                }}
            </div>
        </details>
        <Form session=session key=form_key />
    }
    .into_any()
}

#[component]
fn Save(file: SignedFile) -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    let save = move |_| {
        let outcome = files::save(&file.file_name, "application/json", file.text.as_bytes());
        said.set(Some(outcome.map_or_else(|fault| words::file(&fault), |()| words::saved_as(&file.file_name))));
    };
    view! {
        <div class="row">
            <button type="button" class="button" data-action="save-registration" on:click=save>
                {words::SAVE_REGISTRATION}
            </button>
            <span role="status">{said}</span>
        </div>
    }
    .into_any()
}

/// Signs the registration where the passphrase is not at hand.
#[component]
fn Ask(session: Session, key: KeyRecord, registered: RwSignal<Option<SignedRegistration>>) -> impl IntoView {
    let form = KeyForm::new("registration_passphrase");
    let submit = move |press: leptos::ev::SubmitEvent| {
        if !form.begin(&press) {
            return;
        }
        let Some(passphrase) = form.passphrase() else { return };
        let Some(request) = request(session, &key, passphrase) else { return form.fail(words::NOT_REPORTABLE) };
        form.work(async move {
            registered.try_set(Some(worker_client::ask(&request).await?));
            Ok(())
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            {form.field(words::PASSPHRASE)}
            {form.foot("register", words::SAVE_REGISTRATION, words::REGISTERING)}
        </form>
    }
    .into_any()
}

/// The form that the office files: the only thing that this page prints.
#[component]
fn Form(session: Session, key: KeyRecord) -> impl IntoView {
    let digits = form::digits_said(session, &key);
    let rows = form::rows(session, &key);
    let rows = rows
        .into_iter()
        .map(|(label, said)| {
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td>{said}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="print-only paper-form" aria-hidden="true">
            <h2>
                {words::FORM_TITLE} {session.demo.then(|| common::in_brackets(common::DEMO))}
            </h2>
            <table>
                <tbody>{rows}</tbody>
            </table>
            <p>{words::FORM_DIGITS}</p>
            <div class="sheet-code">
                {form::code(session, &key)}
                <div>
                    <p class="digits">{digits}</p>
                    <p>{words::FORM_STAMP}</p>
                </div>
            </div>
            <p>{form::declaration(&key)}</p>
            {words::FORM_LINES
                .iter()
                .chain([&words::FORM_OFFICE])
                .map(|line| view! { <p class="sign-line">{*line} {common::COLON}</p> })
                .collect_view()}
        </div>
    }
    .into_any()
}
