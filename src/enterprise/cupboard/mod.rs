//! The box with the papers of a year (档案盒): one press makes one zip file.
//!
//! It lies in the order in which inspectors ask.
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

use self::packing::{BoxOf, PackFault, PackedBox, Stop};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::platform::{clock, files, task};
use crate::ui::field::Notice;
use crate::ui::in_app;
use crate::ui::outcome::TaskOutcome;
use crate::words::cupboard as words;

/// The state of making the box.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Making {
    /// Nothing yet.
    Waiting,
    /// It is being made.
    AtWork,
    /// How it ended, and what is not in it or not sound.
    Ended(TaskOutcome, Vec<String>),
}

/// The page: which year, what will be empty, the button, and what came of it.
pub(crate) fn cupboard_page(session: Session) -> AnyView {
    let of = BoxOf {
        app: App::get(),
        owner: Owner::current().unwrap_or_default(),
        id: session.id.get_value(),
        name: session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned()),
        year: session.period.year(),
    };
    let year = RwSignal::new(of.year);
    let making = RwSignal::new(Making::Waiting);
    // How many files are in it, and what comes next: apart, so that the button that ends it stays what it is.
    let progress = RwSignal::new((0_usize, String::new()));
    let at_work = StoredValue::new_local(None::<Stop>);
    let end = move || at_work.try_update_value(Option::take).flatten().iter().for_each(Stop::stop);
    on_cleanup(end);
    let own = StoredValue::new_local(of.clone());
    let make = Callback::new(move |()| {
        end();
        let stop = Stop::prepare();
        at_work.set_value(Some(stop.clone()));
        progress.set((0, String::new()));
        making.set(Making::AtWork);
        let of = BoxOf { year: year.get_untracked(), ..own.get_value() };
        task::spawn(async move {
            // After an await the page may be gone; then there is nobody to tell.
            let told = move |done, next: &str| drop(progress.try_set((done, next.to_owned())));
            let (began, name) = (clock::stopwatch_ms(), words::file_name(&of.name, of.year));
            let packed = of.packed(stop, told).await;
            let ended = ended(packed, &name, (clock::stopwatch_ms() - began) / 1000.0);
            drop(making.try_set(ended));
        });
    });
    let end = Callback::new(move |()| end());
    view! {
        <div class="page" data-box="true">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::WHAT}</p>
            </div>
            <div class="card stack">
                <p>{words::HOW}</p>
                {choice(&of, year)}
                <div aria-live="polite">{move || shown(making.get(), progress, year, make, end)}</div>
                {in_app::files_may_be_lost()}
            </div>
            {before(of, year)}
        </div>
    }
    .into_any()
}

/// Ends the making of a box: hands it to the browser, and says so or why not.
fn ended(packed: Result<PackedBox, PackFault>, name: &str, seconds: f64) -> Making {
    let failed = |said: String| Making::Ended(TaskOutcome::Failed(said), Vec::new());
    match packed {
        Ok(PackedBox { file, files: count, troubles }) => match files::save_written(name, "application/zip", file) {
            Ok(()) => {
                let said = words::made(name, count, seconds);
                Making::Ended(TaskOutcome::HandedOver { said, what: "box" }, troubles)
            }
            Err(fault) => failed(words::not_saved(&fault)),
        },
        Err(PackFault::GivenUp) => Making::Ended(TaskOutcome::Done(words::GIVEN_UP.to_owned()), Vec::new()),
        Err(PackFault::NoRoom) => failed(words::NO_ROOM.to_owned()),
        Err(PackFault::Writer(fault)) => failed(words::failed(&fault)),
    }
}

/// The choice among the years of which there are months; nothing where there is one only.
fn choice(of: &BoxOf, year: RwSignal<i32>) -> Option<AnyView> {
    let years = of.years();
    let options = years.iter().map(|each| view! { <option value=each.to_string()>{words::year(*each)}</option> });
    let options = options.collect_view();
    let choose = move |typed: String| typed.parse().into_iter().for_each(|chosen| year.set(chosen));
    (years.len() > 1).then(|| {
        view! {
            <div class="field">
                <label for="box-year">{words::YEAR}</label>
                <select
                    id="box-year"
                    name="box-year"
                    prop:value=move || year.get().to_string()
                    on:change=move |ev| choose(event_target_value(&ev))
                >
                    {options}
                </select>
            </div>
        }
        .into_any()
    })
}

/// The button, how far it is, or what came of it.
fn shown(
    making: Making,
    progress: RwSignal<(usize, String)>,
    year: RwSignal<i32>,
    make: Callback<()>,
    end: Callback<()>,
) -> AnyView {
    let button = move || {
        view! {
            <div class="row">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="make-box"
                    on:click=move |_| make.run(())
                >
                    {move || words::make(year.get())}
                </button>
            </div>
        }
    };
    match making {
        Making::Waiting => button().into_any(),
        Making::AtWork => view! {
            <div class="row" data-box-files=move || progress.with(|(done, _)| *done)>
                <p>{move || progress.with(|(done, next)| words::at_work(*done, next))}</p>
                <button
                    type="button"
                    class="button button-small"
                    data-action="stop-box"
                    on:click=move |_| end.run(())
                >
                    {words::STOP}
                </button>
            </div>
        }
        .into_any(),
        Making::Ended(outcome, troubles) => {
            let found = (!troubles.is_empty()).then(|| {
                view! {
                    <Notice kind="warn">
                        <p>{words::TROUBLES}</p>
                        {list("troubles", &troubles)}
                    </Notice>
                }
            });
            view! {
                <div class="stack">{button()} {outcome.line_or_notice("warn", "box")} {found}</div>
            }
            .into_any()
        }
    }
}

/// Lists what will be missing in the box, looked up once the page stands.
fn before(of: BoxOf, year: RwSignal<i32>) -> AnyView {
    let lacking = RwSignal::new(None::<Vec<String>>);
    let looking = StoredValue::new_local(None::<Stop>);
    let end = move || looking.try_update_value(Option::take).flatten().iter().for_each(Stop::stop);
    on_cleanup(end);
    let own = StoredValue::new_local(of);
    Effect::new(move |_| {
        end();
        let stop = Stop::prepare();
        looking.set_value(Some(stop.clone()));
        lacking.set(None);
        let of = BoxOf { year: year.get(), ..own.get_value() };
        task::spawn(async move {
            // Ended by the choice of another year, or because nobody looks any more.
            if let Ok(found) = of.lacking(&stop).await {
                drop(lacking.try_set(Some(found)));
            }
        });
    });
    let said = move || match lacking.get() {
        None => view! { <p class="hint">{words::LOOKING}</p> }.into_any(),
        Some(found) if found.is_empty() => view! { <p class="hint">{words::ALL_THERE}</p> }.into_any(),
        Some(found) => view! {
            <p>{words::will_lack(found.len())}</p>
            {list("lacking", &found)}
        }
        .into_any(),
    };
    let count = move || lacking.with(|found| found.as_ref().map(Vec::len));
    view! {
        <section class="card stack-tight" aria-live="polite" data-box-before=count>
            {said}
        </section>
    }
    .into_any()
}

/// Lines one below the other; `name` is their public hook.
fn list(name: &'static str, lines: &[String]) -> AnyView {
    let rows = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
    view! {
        <ul class="bullets" data-box-list=name>
            {rows}
        </ul>
    }
    .into_any()
}
