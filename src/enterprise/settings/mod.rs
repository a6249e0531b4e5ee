//! The page with backup, restore, storage and choices of this browser.
//!
//! It needs no open enterprise: an empty browser restores here.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `backup` | everything of this browser as one file |
//! | `clear` | emptying the month on the screen, after a question and with a way back |
//! | `preview` | what a chosen backup would do here, decided row by row before anything is written |
//! | `remove` | removing an enterprise with everything that belongs to it, after a look at what that is |
//! | `restore` | putting records of a backup back: file, preview, choice, and a way to take it back |
//! | `storage` | where the records lie, what the browser promises about them, and texts that cannot be read |

pub(super) mod backup;
mod clear;
mod preview;
mod remove;
mod restore;
mod storage;

use leptos::prelude::*;

use self::backup::BackupSection;
use self::clear::ClearSection;
use self::remove::RemoveSection;
use self::restore::RestoreSection;
use self::storage::StorageSection;
pub(super) use self::storage::save_unreadable;
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::store::tabs::WriterRole;
use crate::ui::field::Check;
use crate::ui::take_single_file::TakeSingleFile;
use crate::words::{check_list, settings as words, single_file};

#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let app = App::get();
    let large = Memo::new(move |_| app.settings.value.with(|settings| settings.large_type));
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
            </div>
            <BackupSection app=app />
            <fieldset class="sections" disabled=move || app.store.role.get() != WriterRole::Writer>
                <RestoreSection app=app />
                <section class="card" aria-labelledby="look">
                    <h2 id="look">{words::LOOK}</h2>
                    <Check
                        name="large_type"
                        label=words::LARGE
                        hint=words::LARGE_HINT
                        checked=large
                        on_change=Callback::new(move |large| app.settings.edit(|settings| settings.large_type = large))
                    />
                </section>
                <ClearSection app=app />
                <RemoveSection app=app />
            </fieldset>
            <StorageSection app=app />
            <TakeSingleFile address="./single/index.html" name=single_file::ENTERPRISE />
            <About app=app />
        </div>
    }
    .into_any()
}

/// Program, catalogue, licence, privacy.
#[component]
fn About(app: App) -> impl IntoView {
    let (catalogue, digest) =
        (app.store.editions().builtin().catalogue(), app.store.editions().builtin().reference().sha256.as_str());
    view! {
        <section class="card" aria-labelledby="about">
            <h2 id="about">{words::ABOUT}</h2>
            <dl class="facts-list">
                <dt>{words::VERSION}</dt>
                <dd>{env!("CARGO_PKG_VERSION")}</dd>
                <dt>{words::CATALOGUE}</dt>
                <dd>
                    {catalogue.title.as_str()} " "
                    <span class="muted">{catalogue.id.as_str()} " " {catalogue.version.as_str()}</span> " "
                    <a class="no-print" href=Route::CheckLists.href()>
                        {check_list::TITLE}
                    </a>
                </dd>
                <dt>{words::DIGEST}</dt>
                <dd class="mono">{digest}</dd>
                <dt>{words::LICENCE}</dt>
                <dd>{words::LICENCE_NAME}</dd>
                <dt>{words::PRIVACY}</dt>
                <dd>{words::privacy()}</dd>
            </dl>
        </section>
    }
    .into_any()
}
