//! The holder of a key: the principal, the preparer, or a deputy with a power of attorney.

use anziping_core::signer::{Mandate, Role};
use anziping_core::value::day::Day;
use anziping_core::value::line::line_fault;
use anziping_core::value::visible::plain_line;
use leptos::prelude::*;

use crate::enterprise::session::Session;
use crate::platform::dom;
use crate::ui::field::{Field, Input, Select};
use crate::words::{fault, keys as words};

/// The form value of a deputy, who signs as principal; the power of attorney says why he may.
const DEPUTY: &str = "deputy";

/// The fields as typed.
#[derive(Clone, Copy)]
pub(super) struct KeyHolder {
    session: Session,
    /// Prefix of the ids; unique on the page.
    prefix: &'static str,
    kind: RwSignal<String>,
    name: RwSignal<String>,
    post: RwSignal<String>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    tried: RwSignal<bool>,
}

/// The fields as a record wants them.
pub(super) struct HeldBy {
    pub role: Role,
    pub name: String,
    pub title: String,
    pub mandate: Option<Mandate>,
}

impl KeyHolder {
    pub(super) fn new(session: Session, prefix: &'static str) -> Self {
        let (from, until) = (String::new(), String::new());
        Self {
            session,
            prefix,
            kind: RwSignal::new(Role::Principal.code().to_owned()),
            name: RwSignal::new(usual_name(session, Role::Principal.code())),
            post: RwSignal::new(String::new()),
            from: RwSignal::new(from),
            until: RwSignal::new(until),
            tried: RwSignal::new(false),
        }
    }

    /// The name as it stands, for what a passphrase may not contain.
    pub(super) fn name(self) -> String {
        self.name.with(|name| name.trim().to_owned())
    }

    /// Reads the typed fields; a wrong one has the focus, and there is nothing to return.
    pub(super) fn read(self) -> Option<HeldBy> {
        self.tried.set(true);
        let wrong = [
            (self.name_fault(), "name"),
            (self.post_fault(), "title"),
            (self.day_fault(self.from), "from"),
            (self.until_fault(), "until"),
        ];
        if let Some((_, field)) = wrong.iter().find(|(fault, _)| fault.is_some()) {
            dom::focus_id(&format!("{}_{field}", self.prefix));
            return None;
        }
        let kind = self.kind.get_untracked();
        let day = |text: RwSignal<String>| text.with_untracked(|text| Day::parse(text));
        let mandate = match (kind.as_str(), day(self.from), day(self.until)) {
            (DEPUTY, Some(from), Some(until)) => {
                let principal = plain_line(&usual_name(self.session, Role::Principal.code()));
                Some(Mandate { principal, from, until })
            }
            _ => None,
        };
        let role = if kind == Role::Preparer.code() { Role::Preparer } else { Role::Principal };
        let line = |text: RwSignal<String>| text.with_untracked(|text| plain_line(text));
        Some(HeldBy { role, name: line(self.name), title: line(self.post), mandate })
    }

    fn name_fault(self) -> Option<String> {
        self.name.with(|name| fault::required_line(name, crate::words::seal::NAME_MISSING))
    }

    fn post_fault(self) -> Option<String> {
        self.post.with(|post| line_fault(post).map(fault::line))
    }

    fn day_fault(self, day: RwSignal<String>) -> Option<String> {
        let asked = self.kind.with(|kind| kind == DEPUTY);
        (asked && day.with(|day| Day::parse(day).is_none())).then(|| words::DAY_MISSING.to_owned())
    }

    fn until_fault(self) -> Option<String> {
        let ends_first = self.from.with(|from| Day::parse(from)) > self.until.with(|until| Day::parse(until));
        let asked = self.kind.with(|kind| kind == DEPUTY);
        self.day_fault(self.until).or_else(|| (asked && ends_first).then(|| words::ENDS_FIRST.to_owned()))
    }

    /// Another kind of holder; a name that nobody has changed goes with it.
    fn choose(self, kind: String) {
        let untouched = self.kind.with_untracked(|kind| usual_name(self.session, kind)) == self.name.get_untracked();
        if untouched {
            self.name.set(usual_name(self.session, &kind));
        }
        self.kind.set(kind);
    }
}

fn usual_name(session: Session, kind: &str) -> String {
    session.enterprise.with_untracked(|enterprise| match Role::parse(kind) {
        Some(Role::Principal) => enterprise.principal.trim().to_owned(),
        Some(Role::Preparer) => enterprise.officer.trim().to_owned(),
        Some(Role::Office) | None => String::new(),
    })
}

#[component]
pub(super) fn HolderFields(holder: KeyHolder) -> impl IntoView {
    let id = move |field: &str| format!("{}_{field}", holder.prefix);
    let kinds = words::HOLDERS.map(|(code, said)| (code.to_owned(), said.to_owned())).to_vec();
    let (name_fault, from_fault) =
        (Memo::new(move |_| holder.name_fault()), Memo::new(move |_| holder.day_fault(holder.from)));
    let post_fault = Memo::new(move |_| holder.post_fault());
    let until_fault = Memo::new(move |_| holder.until_fault());
    let days = move || {
        holder.kind.with(|kind| kind == DEPUTY).then(|| {
            view! {
                <p>{words::MANDATE_WHAT}</p>
                <div class="grid-2">
                    <Field
                        name=id("from")
                        label=words::MANDATE_FROM
                        input=Input::Date
                        required=true
                        value=holder.from
                        fault=from_fault
                        eager=holder.tried
                        on_input=Callback::new(move |typed| holder.from.set(typed))
                    />
                    <Field
                        name=id("until")
                        label=words::MANDATE_UNTIL
                        input=Input::Date
                        required=true
                        value=holder.until
                        fault=until_fault
                        eager=holder.tried
                        on_input=Callback::new(move |typed| holder.until.set(typed))
                    />
                </div>
            }
        })
    };
    let choose = move |kind: String| {
        if !kind.is_empty() {
            holder.choose(kind)
        }
    };
    view! {
        <Select
            name=id("holder")
            label=words::HOLDER
            hint=words::HOLDER_HINT
            options=kinds
            value=holder.kind
            on_change=Callback::new(choose)
        />
        <div class="grid-2">
            <Field
                name=id("name")
                label=crate::words::seal::NAME
                value=holder.name
                fault=name_fault
                eager=holder.tried
                required=true
                on_input=Callback::new(move |typed| holder.name.set(typed))
            />
            <Field
                name=id("title")
                label=crate::words::seal::POST
                hint=crate::words::seal::POST_HINT
                value=holder.post
                fault=post_fault
                eager=holder.tried
                on_input=Callback::new(move |typed| holder.post.set(typed))
            />
        </div>
        {days}
    }
    .into_any()
}
