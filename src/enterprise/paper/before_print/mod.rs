//! Warns before a form is printed.
//!
//! It looks for letters that this device cannot draw, and for texts that do not fit. The sheets are read as they stand
//! on the page, so that a new form is looked at without a line of its own.

mod letters;

use leptos::prelude::*;

use self::letters::{RareLetter, is_everywhere, rare};
use crate::platform::glyphs::{self, Drawable};
use crate::platform::print_layout::{self, Longest, Overrun};
use crate::platform::{on_paper, task, timer};
use crate::ui::field::Notice;
use crate::words::before_print as words;
use crate::words::paper::Form;

/// Warns of what to look at before the form is printed.
///
/// It looks anew whenever `changed` says that another form may stand there.
pub(super) fn before_print(form: Form, changed: RwSignal<u32>) -> AnyView {
    let found = RwSignal::new(None::<(Vec<String>, Vec<String>)>);
    Effect::new(move |_| {
        changed.track();
        task::spawn(async move {
            // Once the sheets stand there; after an await the page may be gone, and nobody is to be told.
            timer::pause(0).await;
            drop(found.try_set(Some((letters_said(), misfits_said(form)))));
        });
    });
    // Nothing until it was looked at.
    let count = move || {
        let count = found.with(|found| found.as_ref().map(|(letters, misfits)| letters.len() + misfits.len()));
        count.map_or_else(String::new, |count| count.to_string())
    };
    view! {
        <div class="no-print" data-on-paper=count aria-live="polite">
            {move || found.get().and_then(notice)}
        </div>
    }
    .into_any()
}

fn notice((letters, misfits): (Vec<String>, Vec<String>)) -> Option<AnyView> {
    if letters.is_empty() && misfits.is_empty() {
        return None;
    }
    let advice = [(&letters, words::LETTER_ADVICE), (&misfits, words::MISFIT_ADVICE)];
    let advice = advice.into_iter().filter(|(said, _)| !said.is_empty()).map(|(_, advice)| view! { <p>{advice}</p> });
    let advice = advice.collect_view();
    let all: Vec<String> = letters.into_iter().chain(misfits).collect();
    let further = all.len().saturating_sub(words::LISTED);
    let lines = all.into_iter().take(words::LISTED).chain((further > 0).then(|| words::further(further)));
    let lines = lines.map(|said| view! { <li>{said}</li> }).collect_view();
    let shown = view! {
        <Notice kind="warn">
            <p>{words::HEADING}</p>
            <ul class="bullets">{lines}</ul>
            {advice}
        </Notice>
    };
    Some(shown.into_any())
}

/// Letters of the sheets that this device lacks, or may lack.
fn letters_said() -> Vec<String> {
    // Most forms have none, and then are not read place by place.
    let mut uncommon: Vec<char> = on_paper::text().chars().filter(|letter| !is_everywhere(*letter)).collect();
    if uncommon.is_empty() {
        return Vec::new();
    }
    uncommon.sort_unstable();
    uncommon.dedup();
    let drawable = glyphs::drawable(&uncommon);
    let state = |letter: char| uncommon.binary_search(&letter).ok().and_then(|at| drawable.get(at).copied());
    let said = |of: RareLetter| {
        let place = words::place(of.sheet, &of.row, &of.column, &of.around);
        match state(of.letter) {
            Some(Drawable::Yes) | None => None,
            Some(Drawable::No) => Some(words::letter_missing(of.letter, &place)),
            Some(Drawable::Untold) => Some(words::letter_doubtful(of.letter, &place)),
        }
    };
    rare(&on_paper::sheets(str::to_owned).sheets).into_iter().filter_map(said).collect()
}

/// Says what does not fit on its paper.
fn misfits_said(form: Form) -> Vec<String> {
    // What hangs on a wall is one page.
    let one_page = matches!(form, Form::RiskCard | Form::EmergencyCard | Form::RiskMap);
    let place = |of: &Longest| words::place(None, &of.row, &of.column, &of.text);
    let said = |misfit: Overrun| match misfit {
        Overrun::Row(longest) => words::row_too_high(&place(&longest)),
        Overrun::Table(longest) => words::table_too_wide(&place(&longest)),
        Overrun::Sheet { number, pages, longest } => words::sheet_too_long(number, pages, &place(&longest)),
    };
    print_layout::misfits(one_page).into_iter().map(said).collect()
}
