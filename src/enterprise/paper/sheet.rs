//! A form of the enterprise on paper: title, the lines below it, the choice of a hazard.

use anziping_core::hazard::Hazard;
use anziping_core::trade::LegalSource;
use leptos::prelude::*;

use crate::enterprise::paper_name;
use crate::enterprise::session::Session;
use crate::platform::clock;
pub(super) use crate::ui::paper_parts::{form_row, form_table, sign_lines, table};
use crate::words::common;
use crate::words::paper::{self as words, Form};

/// A form on paper, of the month on the screen.
pub(super) fn sheet(session: Session, form: Form, content: impl IntoView + 'static) -> AnyView {
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
    let revision = session.lineage.with_untracked(|lineage| lineage.revision.max(1));
    let line = words::of_whom(&name, session.period);
    titled_on(session, form, form.title(), usual(form), move || line.clone(), of_month(revision), content)
}

/// The version of a form of one month, which is that of its report.
fn of_month(revision: u32) -> AnyView {
    view! {
        <p class="sheet-line" data-version=revision>
            {common::revision(revision)}
        </p>
    }
    .into_any()
}

/// The version of what is of no month: which check list it was made with, and when.
pub(super) fn made_with(session: Session) -> AnyView {
    let version = &session.catalogue.version;
    view! {
        <p class="sheet-line" data-version=version.as_str()>
            {words::made_with(version, clock::today())}
        </p>
    }
    .into_any()
}

/// The paper of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SheetSize {
    /// A4 upright.
    A4,
    /// A4 across.
    A4Wide,
    /// A3 across.
    A3Wide,
}

impl SheetSize {
    fn class(self) -> &'static str {
        match self {
            Self::A4 => "sheet",
            Self::A4Wide => "sheet sheet-wide",
            Self::A3Wide => "sheet sheet-a3",
        }
    }
}

/// A form on paper, with the line that says whose it is and of when.
pub(super) fn sheet_of(session: Session, form: Form, line: String, content: impl IntoView + 'static) -> AnyView {
    titled(session, form, form.title(), line, content)
}

/// A form on paper with a title of its own.
pub(super) fn titled(
    session: Session,
    form: Form,
    title: &'static str,
    line: String,
    content: impl IntoView + 'static,
) -> AnyView {
    titled_on(session, form, title, usual(form), move || line.clone(), made_with(session), content)
}

/// The paper of a form for which there is no choice.
fn usual(form: Form) -> Signal<SheetSize> {
    Signal::stored(if form.is_wide() { SheetSize::A4Wide } else { SheetSize::A4 })
}

/// A form on a paper that may be chosen, with a line that may change.
pub(super) fn sheet_on(
    session: Session,
    form: Form,
    size: Signal<SheetSize>,
    line: impl Fn() -> String + Send + Sync + 'static,
    content: impl IntoView + 'static,
) -> AnyView {
    titled_on(session, form, form.title(), size, line, made_with(session), content)
}

fn titled_on(
    session: Session,
    form: Form,
    title: &'static str,
    size: Signal<SheetSize>,
    line: impl Fn() -> String + Send + Sync + 'static,
    version: AnyView,
    content: impl IntoView + 'static,
) -> AnyView {
    let demo = session.demo.then(|| view! { <p class="sheet-demo">{common::DEMO_NOTE}</p> });
    view! {
        <article class=move || size.get().class() data-sheet=paper_name::code(form)>
            <h2>{title}</h2>
            <p class="sheet-line">{line}</p>
            {demo}
            {version}
            {content}
        </article>
    }
    .into_any()
}

/// The sources of a duty or paper, each citation with the doubt about it.
pub(super) fn basis(sources: &[LegalSource]) -> String {
    if sources.is_empty() { words::OWN_RULE.to_owned() } else { words::sources(sources) }
}

/// Says below a form what the law asks for with it.
pub(super) fn asked_for(form: Form) -> Option<AnyView> {
    let paper = paper_name::paper_of(form)?;
    Some(view! { <p class="hint">{words::asked_for(paper.duty, &words::sources(paper.basis))}</p> }.into_any())
}

/// The hazard that the name of a form speaks of, as it stood at the end of the month, open or closed.
pub(super) fn named_hazard(session: Session, code: &str) -> Option<Hazard> {
    let id = paper_name::entry_of(code)?;
    session.hazards.with_untracked(|hazards| hazards.iter().find(|hazard| hazard.id == id).cloned())
}

/// The choice of one hazard, not printed, and the form of the chosen one or of each.
pub(super) fn choice(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    hazards: Vec<Hazard>,
    form: impl Fn(&Hazard) -> AnyView + Send + 'static,
) -> AnyView {
    let said = |hazard: &Hazard| (hazard.id.clone(), format!("{} {} {}", hazard.id, hazard.place, hazard.description));
    chosen(name, label, all, hazards, said, move |hazards| hazards.iter().map(&form).collect_view().into_any())
}

/// The choice of one entry or of all, not printed, and what is made of those that are chosen.
///
/// `said` gives the value of an entry among the options, and what it is called there.
pub(super) fn chosen<T: Clone + Send + 'static>(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    entries: Vec<T>,
    said: impl Fn(&T) -> (String, String) + Send + 'static,
    form: impl Fn(&[T]) -> AnyView + Send + 'static,
) -> AnyView {
    let wanted = RwSignal::new(String::new());
    let options = entries.iter().map(&said).map(|(value, said)| view! { <option value=value>{said}</option> });
    let options = options.collect_view();
    let shown = move || {
        let of = wanted.get();
        let own = entries.iter().filter(|entry| of.is_empty() || said(entry).0 == of).cloned().collect::<Vec<_>>();
        form(&own)
    };
    view! {
        <div class="card field no-print">
            <label for=name>{label}</label>
            // One form after another may draw on the same element, which keeps the choice of the one before.
            <select id=name name=name prop:value=wanted on:change=move |ev| wanted.set(event_target_value(&ev))>
                <option value="">{all}</option>
                {options}
            </select>
        </div>
        {shown}
    }
    .into_any()
}
