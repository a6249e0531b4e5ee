//! Making a key: name, post, passphrase.

use anziping_core::record::KeyRecord;
use anziping_core::request::{Done, Job};
use anziping_core::seal::json::Normalise;
use anziping_core::seal::passphrase::judge;
use leptos::prelude::*;

use super::holder::{HeldBy, Holder, HolderFields};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::unicode::Nfc;
use crate::platform::{clock, document, task};
use crate::ui::field::Notice;
use crate::ui::passphrase::{PassphraseField, Reveal, Submit};
use crate::words::seal as words;
use crate::worker_client::{self, WorkFault};

/// The form.
#[component]
pub fn MakeKey(session: Session) -> impl IntoView {
    let app = App::get();
    let holder = Holder::new(session, "key");
    let (passphrase, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (shown, tried, busy) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let failed = RwSignal::new(None::<WorkFault>);
    // What the worker will judge as well; said here while there is still time to think of a better one.
    let weak = Memo::new(move |_| {
        let avoid = avoid(session, &holder.name());
        let typed = passphrase.with(|typed| Nfc.to_nfc(typed));
        judge(&typed, &avoid.iter().map(String::as_str).collect::<Vec<_>>()).err().map(words::weakness)
    });
    let differs = Memo::new(move |_| (passphrase.get() != again.get()).then(|| words::NOT_THE_SAME.to_owned()));
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        tried.set(true);
        let Some(HeldBy { role, name, title, mandate }) = holder.read() else { return };
        let wrong = [(weak, "new_passphrase"), (differs, "new_passphrase_again")];
        if let Some((_, field)) = wrong.iter().find(|(fault, _)| fault.with_untracked(Option::is_some)) {
            document::focus_id(field);
            return;
        }
        let job = Job::MakeKey { passphrase: passphrase.get_untracked().into(), avoid: avoid(session, &name) };
        let id = session.id.get_value();
        failed.set(None);
        busy.set(true);
        task::spawn(async move {
            let outcome = worker_client::run(&job).await;
            busy.try_set(false);
            match outcome {
                Ok(Done::KeyMade { pem, kid, x, .. }) => {
                    passphrase.try_set(String::new());
                    again.try_set(String::new());
                    let kid = kid.to_string();
                    let created_at = clock::now_rfc3339();
                    let kept = KeyRecord {
                        kid: kid.clone(),
                        pem,
                        x,
                        name,
                        title,
                        role,
                        created_at,
                        backup_checked: false,
                        mandate,
                        retired: None,
                    };
                    app.keep_key(&id, &kept);
                    document::reveal(Some(&super::backup::id_of(&kid)));
                }
                Ok(_) => drop(failed.try_set(Some(WorkFault::Garbled("another answer".into())))),
                Err(fault) => drop(failed.try_set(Some(fault))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=make>
            <p>{words::KEY_WHAT} <strong>{words::KEY_LOST}</strong></p>
            <HolderFields holder=holder />
            <div class="grid-2">
                <PassphraseField
                    name="new_passphrase"
                    label=words::PASSPHRASE
                    hint=words::rules()
                    value=passphrase
                    fault=weak
                    eager=tried
                    shown=shown
                />
                <PassphraseField
                    name="new_passphrase_again"
                    label=words::AGAIN
                    value=again
                    fault=differs
                    eager=tried
                    shown=shown
                />
            </div>
            <Reveal name="show_new_passphrase" shown=shown />
            {move || {
                failed
                    .get()
                    .map(|fault| {
                        view! {
                            <Notice kind="bad">
                                <p>{words::fault(&fault)}</p>
                            </Notice>
                        }
                    })
            }}
            <Submit action="make-key" label=words::MAKE_BUTTON working=words::MAKING busy=busy />
        </form>
    }
    .into_any()
}

/// What the file shows anyway and a passphrase may not contain.
fn avoid(session: Session, name: &str) -> Vec<String> {
    session.enterprise.with_untracked(|enterprise| {
        [&enterprise.name, &enterprise.uscc, &enterprise.principal, &enterprise.officer]
            .map(|text| text.trim().to_owned())
            .into_iter()
            .chain([name.trim().to_owned()])
            .collect()
    })
}
