//! A form of the enterprise on paper: title, the lines below it, the choice of a hazard.

use anziping_core::hazard::Hazard;
use anziping_core::trade::{self, LegalSource};
use leptos::prelude::*;

use crate::enterprise::paper_name;
use crate::enterprise::session::Session;
pub(super) use crate::ui::paper_parts::{form_row, form_table, sign_lines, table};
use crate::words::common;
use crate::words::paper::{self as words, Form};

/// A form on paper, of the month on the screen.
pub(super) fn sheet(session: Session, form: Form, content: impl IntoView + 'static) -> AnyView {
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
    let version = session.lineage.with_untracked(|lineage| lineage.revision.max(1));
    let content = view! {
        <p class="sheet-line" data-version=version>
            {common::revision(version)}
        </p>
        {content}
    };
    sheet_of(session, form, words::of_whom(&name, session.period), content)
}

/// A form on paper, with the line that says whose it is and of when.
pub(super) fn sheet_of(session: Session, form: Form, line: String, content: impl IntoView + 'static) -> AnyView {
    let class = if form.is_wide() { "sheet sheet-wide" } else { "sheet" };
    let demo = session.demo.then(|| view! { <p class="sheet-demo">{common::DEMO_NOTE}</p> });
    view! {
        <article class=class data-sheet=paper_name::code(form)>
            <h2>{form.title()}</h2>
            <p class="sheet-line">{line}</p>
            {demo}
            {content}
        </article>
    }
    .into_any()
}

/// What a duty or paper rests on, each citation with what is doubtful about it.
pub(super) fn basis(sources: &[LegalSource]) -> String {
    if sources.is_empty() {
        return words::OWN_RULE.to_owned();
    }
    let said: Vec<String> = sources.iter().map(|source| words::source(source.said, source.confidence)).collect();
    said.join("；")
}

/// What the law asks for with this form, below it.
pub(super) fn asked_for(form: Form) -> Option<AnyView> {
    let paper = trade::paper(&paper_name::code(form).replace('-', "_"))?;
    Some(view! { <p class="hint">{words::asked_for(paper.duty, &basis(paper.basis))}</p> }.into_any())
}

/// The choice of one hazard, not printed, and the form of the chosen one or of each.
pub(super) fn choice(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    hazards: Vec<Hazard>,
    form: impl Fn(&Hazard) -> AnyView + Send + 'static,
) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let options = hazards.iter().map(|hazard| {
        let said = format!("{} {} {}", hazard.id, hazard.place, hazard.description);
        view! { <option value=hazard.id.clone()>{said}</option> }
    });
    let options = options.collect_view();
    let shown = move || {
        let of = chosen.get();
        hazards.iter().filter(|hazard| of.is_empty() || hazard.id == of).map(&form).collect_view()
    };
    view! {
        <div class="card field no-print">
            <label for=name>{label}</label>
            <select id=name name=name on:change=move |ev| chosen.set(event_target_value(&ev))>
                <option value="">{all}</option>
                {options}
            </select>
        </div>
        {shown}
    }
    .into_any()
}
