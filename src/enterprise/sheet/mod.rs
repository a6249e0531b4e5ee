//! Tables out to a file, and a table kept in one in: what the ledger and the registers share.

use std::marker::PhantomData;

use anziping_core::exchange::{Columns, csv};
use anziping_tables::{BYTES, Sheet};
use leptos::prelude::*;

use crate::platform::files::{self, Bytes, HowMany};
use crate::platform::task;
use crate::platform::worker::WorkerFault;
use crate::ui::at_work::AtWork;
use crate::ui::import::{Loaded, Pasted};
use crate::ui::in_app;
use crate::ui::outcome::TaskOutcome;
use crate::words::sheet as words;
use crate::worker_client::tables::{SheetFault, TableWork};

/// The words and actions of one kind of table.
pub(crate) struct SheetCard<C> {
    /// Ends the actions of the buttons: `export-ledger`, `import-ledger`.
    pub action: &'static str,
    pub words: &'static words::SheetWords,
    /// Name of an exported file, without its ending.
    pub file_name: String,
    /// Whether nothing may be added.
    pub read_only: Signal<bool>,
    /// Headings and rows, to be exported.
    pub rows: fn(C) -> Vec<Vec<String>>,
    /// The columns that hold numbers, and those that hold days.
    pub kinds: (Vec<u16>, Vec<u16>),
    /// Shows what a file would change; the callback says what was done, and ends it.
    pub preview: fn(C, Loaded, Callback<String>) -> AnyView,
}

/// The file that is being read or written, and what came of it.
struct FileAtHand<K> {
    /// The sentence about a file without the headings of the table.
    no_headings: &'static str,
    /// The content that was read.
    loaded: RwSignal<Option<Loaded>>,
    outcome: RwSignal<Option<TaskOutcome>>,
    work: StoredValue<Option<TableWork>, LocalStorage>,
    of: PhantomData<fn() -> K>,
}

impl<K> Clone for FileAtHand<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for FileAtHand<K> {}

impl<K: Columns> FileAtHand<K> {
    fn new(no_headings: &'static str) -> Self {
        Self {
            no_headings,
            loaded: RwSignal::new(None),
            outcome: RwSignal::new(None),
            work: StoredValue::new_local(None),
            of: PhantomData,
        }
    }

    fn stop(self) {
        self.work.with_value(|work| work.iter().for_each(TableWork::cancel));
    }

    /// One at a time: whoever begins another has given up the one before.
    fn begin(self) -> TableWork {
        self.stop();
        let begun = TableWork::prepare();
        self.work.set_value(Some(begun.clone()));
        self.outcome.set(Some(TaskOutcome::Working));
        begun
    }

    /// After an await the page may be gone; then there is nobody to tell.
    fn tell(self, said: TaskOutcome) {
        drop(self.outcome.try_set(Some(said)));
    }

    async fn write(self, work: TableWork, action: &'static str, name: String, sheet: Sheet) {
        match work.write(vec![sheet]).await {
            Ok(file) => self.tell(saved(action, &name, words::XLSX, &file)),
            Err(fault) => failed(&fault).into_iter().for_each(|said| self.tell(said)),
        }
    }

    async fn read(self, work: TableWork, name: String, bytes: Bytes) {
        match work.read(bytes).await {
            Ok(table) => {
                let read = Loaded::new(name, table);
                if !read.is_table::<K>() {
                    return self.tell(TaskOutcome::Failed(self.no_headings.into()));
                }
                drop((self.outcome.try_set(None), self.loaded.try_set(Some(read))));
            }
            Err(fault) => failed(&fault).into_iter().for_each(|said| self.tell(said)),
        }
    }

    /// Lets a file be chosen and reads it.
    async fn choose(self) {
        // By no ending: some programs grey out the very file, or offer nothing but the camera.
        let file = match files::pick("", HowMany::One).await {
            Ok(mut picked) if !picked.is_empty() => picked.remove(0),
            Ok(_) => return,
            Err(fault) => return self.tell(TaskOutcome::Failed(words::file_fault(&fault))),
        };
        // Not on a page that is gone.
        if self.outcome.is_disposed() {
            return;
        }
        let work = self.begin();
        match file.bytes(BYTES).await {
            Ok(bytes) => self.read(work, file.name(), bytes).await,
            Err(fault) => self.tell(TaskOutcome::Failed(words::file_fault(&fault))),
        }
    }
}

/// The card with export, import and the preview of a file. `context` is handed to what the card calls.
pub(crate) fn sheet_card<K: Columns, C: Copy + Send + Sync + 'static>(card: SheetCard<C>, context: C) -> AnyView {
    let SheetCard { action, words: said, file_name, read_only, rows, kinds, preview } = card;
    let at_hand = FileAtHand::<K>::new(said.no_headings);
    let (loaded, outcome) = (at_hand.loaded, at_hand.outcome);
    let (workbook_name, text_name) = (format!("{file_name}.xlsx"), format!("{file_name}.csv"));
    let export = move |_| {
        let (rows, (numbers, days)) = (rows(context), kinds.clone());
        let sheet = Sheet { name: said.sheet.into(), rows, numbers, days, ..Sheet::default() };
        task::spawn(at_hand.write(at_hand.begin(), action, workbook_name.clone(), sheet));
    };
    let export_text =
        move |_| outcome.set(Some(saved(action, &text_name, words::CSV, csv::table(rows(context)).as_bytes())));
    let import = move |_| task::spawn(at_hand.choose());
    let on_pasted = Callback::new(move |bytes: Bytes| {
        task::spawn(at_hand.read(at_hand.begin(), words::PASTED_NAME.to_owned(), bytes));
    });
    let on_stop = Callback::new(move |()| {
        at_hand.stop();
        outcome.set(Some(TaskOutcome::Done(words::GIVEN_UP.into())));
    });
    let shown = move || match outcome.get() {
        Some(TaskOutcome::Working) => view! {
            <AtWork said=words::WORKING stop=words::STOP action="stop-table" on_stop=on_stop />
        }
        .into_any(),
        Some(ended) => ended.line_or_notice("bad", "sheet"),
        None => ().into_any(),
    };
    let on_done = Callback::new(move |said: String| {
        loaded.set(None);
        outcome.set(Some(TaskOutcome::Done(said)));
    });
    view! {
        <section class="card no-print" aria-labelledby="sheets">
            <h2 id="sheets">{said.title}</h2>
            <p class="hint">{said.hint}</p>
            <div class="row">
                <button type="button" class="button" data-action=format!("export-{action}") on:click=export>
                    {words::EXPORT}
                </button>
                <button type="button" class="button" data-action=format!("export-{action}-csv") on:click=export_text>
                    {words::EXPORT_CSV}
                </button>
                {move || {
                    (!read_only.get())
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    data-action=format!("import-{action}")
                                    on:click=import
                                >
                                    {said.import}
                                </button>
                            }
                        })
                }}
            </div>
            {in_app::files_may_be_lost()}
            {move || (!read_only.get()).then(|| view! { <Pasted action=action on_pasted=on_pasted /> })}
            <div aria-live="polite">{shown}</div>
            {move || {
                loaded
                    .get()
                    .map(|read| {
                        view! {
                            <div class="stack">
                                <h3>{words::preview(&read.name)}</h3>
                                {preview(context, read, on_done)}
                            </div>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// The sentence about a fault; none about what the user gave up.
fn failed(fault: &SheetFault) -> Option<TaskOutcome> {
    (*fault != SheetFault::Worker(WorkerFault::Cancelled)).then(|| TaskOutcome::Failed(words::fault(fault)))
}

fn saved(what: &'static str, name: &str, kind: &str, content: &[u8]) -> TaskOutcome {
    match files::save(name, kind, content) {
        Ok(()) => TaskOutcome::HandedOver { said: words::exported(name), what },
        Err(fault) => TaskOutcome::Failed(words::file_fault(&fault)),
    }
}
