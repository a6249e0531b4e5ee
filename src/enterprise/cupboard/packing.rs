//! Makes the box: goes through a year month by month, and puts one paper after the other into the file.
//!
//! Forms are read off the page as they are printed, each put there for a moment before anybody sees it, so that they
//! say in the box what they say on paper. Every month is loaded beside the one on the screen, which stays as it is.

use std::cell::Cell;
use std::rc::Rc;

use anziping_core::exchange::{rows_of, written_kinds};
use anziping_core::hazard::Hazard;
use anziping_core::hazard::statistics::{Stretch, was_open_within};
use anziping_core::month::figures::{Block, MonthField};
use anziping_core::record::RecordKey;
use anziping_core::register::Registers;
use anziping_core::request::CheckFile;
use anziping_core::value::period::Period;
use anziping_tables::{PaperFile, PaperSheet, Sheet};
use leptos::mount::mount_to;
use leptos::prelude::*;

use super::contents::{BoxContents, Boxed};
use super::index_page;
use super::places::{self, REGISTERS};
use crate::enterprise::app::App;
use crate::enterprise::app::record_index::IndexedMonth;
use crate::enterprise::paper::{self, PlanGrounds};
use crate::enterprise::paper_name;
use crate::enterprise::session::Session;
use crate::platform::files::{Bytes, Parts};
use crate::platform::journal::{Album, PictureKey};
use crate::platform::on_paper::{Bench, ReadSheets};
use crate::platform::worker::{WorkerFault, WorkerPool};
use crate::platform::{clock, timer};
use crate::store::photo_archive::Archive;
use crate::store::photos::{self, PhotoFault};
use crate::words::cupboard::{self as words, BoxPart};
use crate::words::paper::Form;
use crate::words::{common, month as month_words, paper as paper_words, photo, sheet};
use crate::worker_client::tables::{SheetFault, TableWork};
use crate::worker_client::{self, WorkFault};

/// Why there is no box.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum PackFault {
    /// Somebody has ended it, or left the page.
    GivenUp,
    /// The browser has no room for the file.
    NoRoom,
    /// The writer of files is not there at all.
    Writer(SheetFault),
}

impl From<PhotoFault> for PackFault {
    fn from(_: PhotoFault) -> Self {
        Self::NoRoom
    }
}

/// A box that is made.
pub(super) struct PackedBox {
    /// The whole file.
    pub file: Parts,
    /// How many files are in it, besides the table of contents.
    pub files: usize,
    /// The papers that are missing or not sound, in words.
    pub troubles: Vec<String>,
}

/// Ends what is at work, from wherever it is.
#[derive(Clone)]
pub(super) struct Stop {
    stopped: Rc<Cell<bool>>,
    work: TableWork,
    checks: WorkerPool,
}

impl Stop {
    /// Prepares a stop; nothing is begun yet.
    pub(super) fn prepare() -> Self {
        Self { stopped: Rc::default(), work: TableWork::prepare(), checks: WorkerPool::of_checks(1) }
    }

    /// Ends it.
    pub(super) fn stop(&self) {
        self.stopped.set(true);
        self.work.cancel();
        self.checks.cancel();
    }
}

/// Enterprise and year of a box.
#[derive(Clone)]
pub(super) struct BoxOf {
    pub app: App,
    /// The owner of the page: forms find there what every page does.
    pub owner: Owner,
    /// Local id of the enterprise.
    pub id: String,
    pub name: String,
    pub year: i32,
}

impl BoxOf {
    /// The years of which there are months on this device, the newest first.
    pub(super) fn years(&self) -> Vec<i32> {
        let all = self.app.index.with_untracked(|index| index.enterprise(&self.id).map(|own| own.months.clone()));
        let mut years: Vec<i32> = all.unwrap_or_default().iter().map(|month| month.period.year()).collect();
        years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
        years.dedup();
        years
    }

    /// The months of the year that are on this device, the first one first.
    pub(super) fn months(&self) -> Vec<IndexedMonth> {
        let all = self.app.index.with_untracked(|index| index.enterprise(&self.id).map(|own| own.months.clone()));
        let mut own: Vec<_> =
            all.unwrap_or_default().into_iter().filter(|month| month.period.year() == self.year).collect();
        own.sort_by_key(|month| month.period);
        own
    }

    /// The sheets of a form as they are printed, none where it has nothing to say.
    ///
    /// With them what shows it: photographs in its drawings are there as long as that is kept.
    fn read(&self, session: Session, name: &str) -> (ReadSheets, impl Sized + use<>) {
        let Some(bench) = Bench::set_up() else { return (ReadSheets::default(), None) };
        let name = name.to_owned();
        // Nothing of it follows what changes on the page.
        let view = move || untrack(|| paper::form(session, &name));
        let shown = self.owner.with(|| mount_to(bench.element(), view));
        (bench.sheets(paper_words::left_out), Some(shown))
    }

    /// The sheets of forms with their pictures, and the files of those, one behind the other.
    async fn sheets(&self, session: Session, names: &[String]) -> (Vec<PaperSheet>, Vec<u8>) {
        let (mut sheets, mut pictures) = (Vec::new(), Vec::new());
        for name in names {
            let (read, shown) = self.read(session, name);
            let (own, files) = paper::pictures::drawn(read).await;
            drop(shown);
            sheets.extend(own);
            pictures.extend(files);
        }
        (sheets, pictures)
    }

    /// Lists the forms that have no content now, in words.
    pub(super) async fn lacking(&self, stop: &Stop) -> Result<Vec<String>, PackFault> {
        let months = self.months();
        let mut lacking: Vec<String> = Vec::new();
        let last = months.last().and_then(|month| self.app.beside(&self.id, month.period));
        if let Some((_owner, session)) = last {
            for form in Form::ALL.into_iter().filter(|form| !places::is_monthly(*form)) {
                breathe(stop).await?;
                let is_empty = if places::is_of_hazards(form) {
                    !self.hazards(session).iter().any(|hazard| places::is_asked_of(form, hazard))
                } else {
                    self.names(session, form).iter().all(|name| self.read(session, name).0.sheets.is_empty())
                };
                if is_empty {
                    lacking.push(form.title().to_owned());
                }
            }
            session.registers.with_untracked(|registers| {
                let empty = REGISTERS.iter().filter(|boxed| (boxed.rows)(registers, session.catalogue).len() < 2);
                lacking.extend(empty.map(|boxed| words::workbook(boxed.words.sheet)));
            });
        }
        let unsigned = months.iter().filter(|month| month.sealed.is_empty());
        lacking.extend(
            unsigned.map(|month| words::trouble(words::SIGNED, &common::period(month.period), words::NOT_SIGNED)),
        );
        Ok(lacking)
    }

    /// The names of the forms of those hazards that were closed in a month, or are `also_open` at its end.
    fn names_of_hazards(&self, session: Session, form: Form, also_open: bool) -> Vec<String> {
        let span = session.span.get_untracked();
        let closed = |hazard: &Hazard| hazard.closed_on.is_some_and(|day| span.from <= day && day <= span.to);
        session.hazards.with_untracked(|hazards| {
            let own = hazards.iter().filter(|each| if each.is_open() { also_open } else { closed(each) });
            let asked = own.filter(|hazard| places::is_asked_of(form, hazard));
            asked.map(|hazard| paper_name::of_hazard(form, &hazard.id)).collect()
        })
    }

    /// The hazards that were open in the year, from all its months.
    fn hazards(&self, session: Session) -> Vec<Hazard> {
        let Some(span) = Stretch::Year(self.year).span() else { return Vec::new() };
        self.app.all_hazards(&session).into_iter().filter(|hazard| was_open_within(hazard, span)).collect()
    }

    fn names(&self, session: Session, form: Form) -> Vec<String> {
        let until = session.span.get_untracked().to;
        session.registers.with_untracked(|registers| places::names(form, registers, self.year, until))
    }

    /// Makes it; `told` hears how many files are in it and what comes next.
    pub(super) async fn packed(self, stop: Stop, told: impl Fn(usize, &str) + 'static) -> Result<PackedBox, PackFault> {
        self.app.store.flush();
        let (archive, contents) = (Archive::begin(), BoxContents::default());
        Packer { of: self, stop, told: Box::new(told), archive, contents }.packed().await
    }
}

/// Lets the page answer; an error where the work was ended meanwhile.
async fn breathe(stop: &Stop) -> Result<(), PackFault> {
    timer::pause(0).await;
    if stop.stopped.get() { Err(PackFault::GivenUp) } else { Ok(()) }
}

/// Hears how many files are in the box and what comes next.
type OnProgress = Box<dyn Fn(usize, &str)>;

/// A box that is being made.
struct Packer {
    of: BoxOf,
    stop: Stop,
    told: OnProgress,
    archive: Archive,
    contents: BoxContents,
}

impl Packer {
    async fn packed(mut self) -> Result<PackedBox, PackFault> {
        let months = self.of.months();
        let mut accidents = vec![heading_of_accidents()];
        for (at, month) in months.iter().enumerate() {
            let period = month.period;
            let Some((_owner, session)) = self.of.app.beside(&self.of.id, period) else {
                let why = Boxed::Missed(words::UNREADABLE.to_owned());
                self.contents.add(BoxPart::Reports, words::RECORD, &common::period(period), why);
                continue;
            };
            accidents.push(accidents_of(session));
            let is_last = at + 1 == months.len();
            self.forms(session, true).await?;
            self.forms_of_hazards(session, is_last).await?;
            if is_last {
                self.grounds(session).await?;
                self.forms(session, false).await?;
                self.registers(session).await?;
                self.hazards(session).await?;
            }
        }
        let kinds = ((1..).take(fields_of_accidents().count()).collect(), Vec::new());
        let when = words::year(self.of.year);
        self.workbook(BoxPart::Accidents, words::ACCIDENTS, &when, accidents, kinds).await?;
        self.signed(&months).await?;
        self.unreadable();
        let below = [words::made_at(&clock::now()), words::OPEN_FILES.to_owned(), words::NOT_PROVEN.to_owned()];
        let title = words::contents_title(&self.of.name, self.of.year);
        let page = index_page::page(&title, &below, &self.contents);
        self.archive.add(index_page::NAME, page.as_bytes())?;
        let (files, troubles) = (self.contents.files(), self.contents.troubles());
        Ok(PackedBox { file: self.archive.finish()?, files, troubles })
    }

    /// Says what comes next, and lets the page answer.
    async fn next(&self, what: &str) -> Result<(), PackFault> {
        (self.told)(self.contents.files(), what);
        breathe(&self.stop).await
    }

    /// The forms of a month, or those of which the year has one.
    async fn forms(&mut self, session: Session, monthly: bool) -> Result<(), PackFault> {
        let own = |form: &Form| places::is_monthly(*form) == monthly && !places::is_of_hazards(*form);
        for form in Form::ALL.into_iter().filter(own) {
            self.next(form.title()).await?;
            self.form(session, form, &self.of.names(session, form)).await?;
        }
        Ok(())
    }

    /// The forms of the hazards that were closed in a month.
    ///
    /// In the last one those of hazards that are open as well. What no hazard of the year has is told once, with the
    /// last month.
    async fn forms_of_hazards(&mut self, session: Session, is_last: bool) -> Result<(), PackFault> {
        for form in Form::ALL.into_iter().filter(|form| places::is_of_hazards(*form)) {
            self.next(form.title()).await?;
            let names = self.of.names_of_hazards(session, form, is_last);
            if !names.is_empty() || is_last && !self.contents.has(form.title()) {
                self.form(session, form, &names).await?;
            }
        }
        Ok(())
    }

    /// A form as a file, of all these names together.
    async fn form(&mut self, session: Session, form: Form, names: &[String]) -> Result<(), PackFault> {
        let (when, named) = if places::is_of_year(form) {
            (words::year(self.of.year), self.of.year.to_string())
        } else {
            (common::period(session.period), session.period.to_string())
        };
        let (part, title) = (places::part_of(form), format!("{} {named}", form.title()));
        let (sheets, pictures) = self.of.sheets(session, names).await;
        let boxed = if sheets.is_empty() {
            Boxed::Nothing(words::NOTHING_TO_PRINT)
        } else {
            let path = self.contents.path(part, &title, "docx");
            let file = self.stop.work.write_paper(PaperFile { title, sheets }, &pictures).await;
            self.put(path, file, Vec::new())?
        };
        self.contents.add(part, form.title(), &when, boxed);
        Ok(())
    }

    /// Has the pictures below plans at hand: a form that is put there for a moment cannot wait for them.
    async fn grounds(&mut self, session: Session) -> Result<(), PackFault> {
        let plans = session.registers.with_untracked(|registers: &Registers| registers.plans.clone());
        let mut grounds = PlanGrounds::default();
        for picture in plans.iter().filter_map(|plan| plan.picture.as_ref()) {
            breathe(&self.stop).await?;
            // One that is lost is told where it is put into the box by itself.
            if let Ok(Some(jpeg)) = Album::get(&photos::key_of_plan(&self.of.id, picture)).await {
                grounds.add(picture, jpeg);
            }
        }
        self.of.owner.with(|| provide_context(grounds));
        Ok(())
    }

    /// All registers as they are now.
    async fn registers(&mut self, session: Session) -> Result<(), PackFault> {
        for boxed in &REGISTERS {
            let rows = session.registers.with_untracked(|registers| (boxed.rows)(registers, session.catalogue));
            self.workbook(boxed.part, boxed.words.sheet, words::NOW, rows, (boxed.kinds)()).await?;
        }
        let plans = session.registers.with_untracked(|registers: &Registers| registers.plans.clone());
        for (plan, picture) in plans.iter().filter_map(|plan| Some((plan, plan.picture.as_ref()?))) {
            let key = photos::key_of_plan(&self.of.id, picture);
            let name = format!("{} {}", words::GROUND, plan.title);
            self.picture(BoxPart::Risks, words::GROUND, &plan.title, &name, &key).await?;
        }
        Ok(())
    }

    /// The hazards that were open in the year, and their photographs.
    async fn hazards(&mut self, session: Session) -> Result<(), PackFault> {
        let own = self.of.hazards(session);
        let rows = rows_of(&own, session.catalogue);
        let when = words::year(self.of.year);
        self.workbook(BoxPart::Hazards, sheet::LEDGER.sheet, &when, rows, written_kinds()).await?;
        for hazard in &own {
            for (at, picture) in hazard.photos.iter().enumerate() {
                let name = photo::file_name(&hazard.id, picture.of, at + 1, &picture.sha256.to_string());
                let name = name.trim_end_matches(".jpg");
                let key = photos::key(&self.of.id, picture);
                self.picture(BoxPart::Hazards, words::PHOTOGRAPH, &hazard.id, name, &key).await?;
            }
        }
        if own.iter().all(|hazard| hazard.photos.is_empty()) {
            self.contents.add(BoxPart::Hazards, words::PHOTOGRAPH, &when, Boxed::Nothing(words::NO_ENTRY));
        }
        Ok(())
    }

    /// A table as a workbook, unless it has a heading only.
    async fn workbook(
        &mut self,
        part: BoxPart,
        what: &str,
        when: &str,
        rows: Vec<Vec<String>>,
        (numbers, days): (Vec<u16>, Vec<u16>),
    ) -> Result<(), PackFault> {
        self.next(what).await?;
        let boxed = if rows.len() < 2 {
            Boxed::Nothing(words::NO_ENTRY)
        } else {
            let sheet = Sheet { name: what.to_owned(), rows, numbers, days, ..Sheet::default() };
            let path = self.contents.path(part, what, "xlsx");
            let file = self.stop.work.write(vec![sheet]).await;
            self.put(path, file, Vec::new())?
        };
        self.contents.add(part, &words::workbook(what), when, boxed);
        Ok(())
    }

    async fn picture(
        &mut self,
        part: BoxPart,
        what: &str,
        when: &str,
        name: &str,
        key: &PictureKey,
    ) -> Result<(), PackFault> {
        self.next(what).await?;
        let boxed = match Album::get(key).await {
            Ok(Some(jpeg)) => {
                let path = self.contents.path(part, name, "jpg");
                self.archive.add(&path, &jpeg)?;
                Boxed::Here { path, said: Vec::new(), sound: true }
            }
            Ok(None) => Boxed::Missed(words::LOST.to_owned()),
            Err(fault) => Boxed::Missed(photo::no_album(&fault)),
        };
        self.contents.add(part, what, when, boxed);
        Ok(())
    }

    /// Puts a file that was written into the box; one that was not written is said to be missing.
    fn put(&mut self, path: String, file: Result<Vec<u8>, SheetFault>, said: Vec<String>) -> Result<Boxed, PackFault> {
        match file {
            Ok(bytes) => {
                self.archive.add(&path, &bytes)?;
                Ok(Boxed::Here { path, said, sound: true })
            }
            Err(SheetFault::Worker(WorkerFault::Cancelled)) => Err(PackFault::GivenUp),
            Err(
                fault @ (SheetFault::Garbled(_)
                | SheetFault::Worker(
                    WorkerFault::Absent(_) | WorkerFault::Unstarted | WorkerFault::Misunderstood(_),
                )),
            ) => Err(PackFault::Writer(fault)),
            Err(fault) => Ok(Boxed::Missed(words::not_made(&fault))),
        }
    }

    /// Puts the signed files of each month into the box, the enterprise's and the office's, each verified.
    async fn signed(&mut self, months: &[IndexedMonth]) -> Result<(), PackFault> {
        let Some(first) = months.first().map(|month| month.period) else { return Ok(()) };
        let last = months.last().map_or(first, |month| month.period);
        let all = std::iter::successors(Some(first), |month| Some(month.next())).take_while(|month| *month <= last);
        for period in all.collect::<Vec<Period>>() {
            let Some(month) = months.iter().find(|month| month.period == period) else {
                let none = Boxed::Nothing(words::NO_RECORD);
                self.contents.add(BoxPart::Reports, words::SIGNED, &common::period(period), none);
                continue;
            };
            if month.sealed.is_empty() {
                let none = Boxed::Nothing(words::NOT_SIGNED);
                self.contents.add(BoxPart::Reports, words::SIGNED, &common::period(period), none);
            }
            for (revision, _) in &month.sealed {
                let when = words::period_and_revision(period, *revision);
                let Some(record) = self.of.app.sealed_record(&self.of.id, period, *revision) else {
                    // Taken away since the box was begun.
                    self.contents.add(BoxPart::Reports, words::SIGNED, &when, Boxed::Nothing(words::NO_RECORD));
                    continue;
                };
                self.signed_file(words::SIGNED, &when, &record.file_name, &record.text).await?;
            }
            for (revision, _) in &month.receipts {
                let when = words::period_and_revision(period, *revision);
                let Some(receipt) = self.of.app.receipt_record(&self.of.id, period, *revision) else {
                    self.contents.add(BoxPart::Reports, words::RECEIPT, &when, Boxed::Nothing(words::NO_RECORD));
                    continue;
                };
                let name = format!("{} {period} {revision}", words::RECEIPT);
                self.signed_file(words::RECEIPT, &when, &name, &receipt.text).await?;
            }
            for returned in &month.returns {
                let (name, when) = (format!("{} {period}", words::RETURN), common::period(period));
                let Some(returned) = self.of.app.return_record(&self.of.id, period, returned.name) else {
                    self.contents.add(BoxPart::Reports, words::RETURN, &when, Boxed::Nothing(words::NO_RECORD));
                    continue;
                };
                self.signed_file(words::RETURN, &when, &name, &returned.text).await?;
            }
        }
        Ok(())
    }

    /// A signed file, byte for byte, with what the verifier says of it.
    async fn signed_file(&mut self, what: &str, when: &str, name: &str, text: &str) -> Result<(), PackFault> {
        self.next(what).await?;
        let request = CheckFile { name: name.to_owned() };
        let checked = worker_client::ask_of(&self.stop.checks, &request, Some(Bytes::from(text.as_bytes()))).await;
        let (sound, said) = match checked {
            Ok(checked) => (checked.is_sound(), words::verified(&checked)),
            Err(WorkFault::Worker(WorkerFault::Cancelled)) => return Err(PackFault::GivenUp),
            Err(_) => (false, vec![words::NOT_VERIFIED.to_owned()]),
        };
        let path = self.contents.path(BoxPart::Reports, name.trim_end_matches(".json"), "json");
        self.archive.add(&path, text.as_bytes())?;
        self.contents.add(BoxPart::Reports, what, when, Boxed::Here { path, said, sound });
        Ok(())
    }

    /// Records of the enterprise that cannot be read.
    fn unreadable(&mut self) {
        for (key, _) in self.of.app.store.records().unreadable_texts() {
            let period = match &key {
                RecordKey::Month(_, period)
                | RecordKey::Sealed(_, period, _)
                | RecordKey::Receipt(_, period, _)
                | RecordKey::Return(_, period, _) => Some(*period),
                RecordKey::Registers(_) | RecordKey::Enterprise(_) => None,
                _ => continue,
            };
            let is_of_year = period.is_none_or(|period| period.year() == self.of.year);
            if key.enterprise() == Some(&self.of.id) && is_of_year {
                let when = period.map_or_else(String::new, common::period);
                self.contents.add(BoxPart::Reports, words::RECORD, &when, Boxed::Missed(words::UNREADABLE.to_owned()));
            }
        }
    }
}

fn fields_of_accidents() -> impl Iterator<Item = MonthField> {
    MonthField::ALL.iter().copied().filter(|field| field.block() == Block::Accidents)
}

fn heading_of_accidents() -> Vec<String> {
    let labels = fields_of_accidents().map(|field| month_words::label(field).to_owned());
    std::iter::once(words::MONTH.to_owned()).chain(labels).collect()
}

fn accidents_of(session: Session) -> Vec<String> {
    session.month.with_untracked(|month| {
        let figures = fields_of_accidents().map(|field| month.text(field).trim().to_owned());
        std::iter::once(session.period.to_string()).chain(figures).collect()
    })
}
