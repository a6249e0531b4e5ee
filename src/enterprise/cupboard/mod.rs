//! The box with the papers of a year (档案盒): one press makes one zip file, in the order in which inspectors ask.
//!
//! | module | what it does |
//! | --- | --- |
//! | `contents` | the table of contents: every file of the box, and what is not in it and why |
//! | `index_page` | the table of contents as a page that opens anywhere by a double click |
//! | `packing` | goes through the year and puts one paper after the other into the file |
//! | `places` | where each form and register lies in the box |

mod contents;
mod index_page;
mod packing;
mod places;

use leptos::prelude::*;

use self::packing::{BoxOf, PackFault, Packed, Stop};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, files, task};
use crate::ui::field::Notice;
use crate::ui::in_app;
use crate::ui::outcome::TaskOutcome;
use crate::words::cupboard as words;

/// What is going on with the box.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Making {
    /// Nothing, or how the last one ended.
    Ended(Option<TaskOutcome>),
    /// So many files are in it, and this one comes next.
    AtWork(usize, String),
}

/// The page: which year, what will be empty, the button, and what came of it.
pub(crate) fn cupboard_page(session: Session) -> AnyView {
    let app = App::get();
    let owner = Owner::current().unwrap_or_default();
    let id = session.id.get_value();
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
    let of = move |year| BoxOf { app, owner: owner.clone(), id: id.clone(), name: name.clone(), year };
    let of = StoredValue::new_local(of);
    let year = RwSignal::new(session.period.year());
    let making = RwSignal::new(Making::Ended(None));
    let troubles = RwSignal::new(Vec::<String>::new());
    let at_work = StoredValue::new_local(None::<Stop>);
    let stop = move || at_work.try_update_value(Option::take).flatten().iter().for_each(Stop::stop);
    on_cleanup(stop);
    let begin = move || {
        stop();
        let begun = Stop::prepare();
        at_work.set_value(Some(begun.clone()));
        begun
    };
    let make = move |_| {
        let (of, stop) = (of.with_value(|of| of(year.get_untracked())), begin());
        troubles.set(Vec::new());
        making.set(Making::AtWork(0, String::new()));
        task::spawn(async move {
            let began = clock::stopwatch_ms();
            let name = words::file_name(&of.name, of.year);
            // After an await the page may be gone; then there is nobody to tell.
            let told = move |done, next: &str| drop(making.try_set(Making::AtWork(done, next.to_owned())));
            let packed = of.packed(stop, told).await;
            let seconds = (clock::stopwatch_ms() - began) / 1000.0;
            let (outcome, found) = handed_over(packed, &name, seconds);
            drop((troubles.try_set(found), making.try_set(Making::Ended(Some(outcome)))));
        });
    };
    view! {
        <div class="page" data-box="true">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::WHAT}</p>
            </div>
            <div class="card stack">
                <p>{words::HOW}</p>
                {choice(app, session, year)}
                {before(of.with_value(|of| of(session.period.year())), year)}
                {move || working(making.get(), year.get(), make, stop)}
                {in_app::files_may_be_lost()}
                {move || troubles_found(&troubles.get())}
            </div>
        </div>
    }
    .into_any()
}
