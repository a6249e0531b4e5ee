//! The page's side: a queue of jobs that outlives the workers it is handed to.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use futures_channel::oneshot::{self, Receiver, Sender};
use js_sys::{Array, ArrayBuffer};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::AnswerWithPieces;
use super::fault::WorkerFault;
use super::message::{self, FromWorker, Told, WorkerAnswer};
use crate::platform::files::Bytes;
use crate::platform::listen::Listening;
use crate::platform::timer::{self, Timer};

/// A second message waits inside each worker, so that none is idle while an answer travels.
///
/// After a crash the job of the first has failed and what is in the second is given to another worker.
const IN_HAND: usize = 2;

/// Milliseconds in which a worker says that it runs: the first, and the one that takes its place.
///
/// Its program has to be fetched before; together they are as long as a worker was once given to answer.
const START_WITHIN_MS: [u32; 2] = [20_000, 40_000];

struct Task {
    id: u32,
    message: Array,
    /// Moved to the worker instead of copied.
    given: Option<ArrayBuffer>,
    pieces: Vec<Bytes>,
    /// It was lost with others in one message, and shows by itself which of them it was.
    alone: bool,
    reply: Sender<Result<AnswerWithPieces, WorkerFault>>,
}

impl Task {
    fn end(self, outcome: Result<WorkerAnswer, WorkerFault>) {
        // Comes back when nobody waits any more.
        drop(self.reply.send(outcome.map(|answer| AnswerWithPieces { answer, pieces: self.pieces })));
    }
}

struct Hired {
    number: u32,
    worker: Worker,
    /// It has said so; before that nothing is sent to it, so nothing is lost with it or done twice.
    ready: bool,
    /// The messages that it has not answered, each with its jobs.
    messages: VecDeque<Vec<Task>>,
    /// Time limit of its start, then of the first of `messages`.
    limit: Option<Timer>,
    _listening: Listening,
}

impl Hired {
    fn post(&self, tasks: &[Task]) -> Result<(), JsValue> {
        let message: Array = tasks.iter().map(|task| &task.message).collect();
        let given: Array = tasks.iter().filter_map(|task| task.given.as_ref()).collect();
        self.worker.post_message_with_transfer(&message, &given)
    }
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

pub(super) struct Pool {
    this: Weak<Pool>,
    address: Option<String>,
    most: usize,
    /// The most jobs that go over in one message.
    together: usize,
    answer_within_ms: u32,
    queue: RefCell<VecDeque<Task>>,
    /// The first message to every worker.
    briefing: RefCell<Vec<Array>>,
    workers: RefCell<Vec<Hired>>,
    /// Workers lost before they were ready, since one was or everything was given up.
    unstarted: Cell<usize>,
    numbers: Cell<u32>,
}

impl Pool {
    pub(super) fn new(address: Option<String>, most: usize, together: usize, answer_within_ms: u32) -> Rc<Self> {
        Rc::new_cyclic(|this| Self {
            this: this.clone(),
            address,
            most,
            together,
            answer_within_ms,
            queue: RefCell::default(),
            briefing: RefCell::default(),
            workers: RefCell::default(),
            unstarted: Cell::new(0),
            numbers: Cell::new(0),
        })
    }

    /// Bytes that are given away are moved to the worker; the job cannot be given to another one.
    pub(super) fn queue(
        &self,
        job: &str,
        bytes: Option<Bytes>,
        give_away: bool,
    ) -> Receiver<Result<AnswerWithPieces, WorkerFault>> {
        let (reply, answer) = oneshot::channel();
        let id = self.next_number();
        let message = message::job(id, job, bytes.as_ref().map(|bytes| &bytes.0));
        let given = bytes.filter(|_| give_away).map(|bytes| bytes.0.buffer());
        self.queue.borrow_mut().push_back(Task { id, message, given, pieces: Vec::new(), alone: false, reply });
        self.hand_out();
        answer
    }

    pub(super) fn brief(&self, job: &str, bytes: &Bytes) {
        let id = self.next_number();
        let told = message::job(id, job, Some(&bytes.0));
        self.briefing.borrow_mut().push(Array::of1(&told));
    }

    pub(super) fn cancel(&self) {
        let workers = self.workers.take();
        self.unstarted.set(0);
        let queued = self.queue.take();
        let given = workers.into_iter().flat_map(|mut hired| std::mem::take(&mut hired.messages)).flatten();
        for task in given.chain(queued) {
            task.end(Err(WorkerFault::Cancelled));
        }
    }

    fn next_number(&self) -> u32 {
        let number = self.numbers.get().wrapping_add(1);
        self.numbers.set(number);
        number
    }

    /// Gives waiting jobs to the least busy workers, and starts workers while all are busy.
    ///
    /// Where workers do not start, those that are there get everything.
    fn hand_out(&self) {
        loop {
            let tasks = self.next_wanted();
            if tasks.is_empty() {
                return;
            }
            let idlest = {
                let workers = self.workers.borrow();
                workers.iter().map(|hired| (hired.messages.len(), hired.number)).min()
            };
            let number = match idlest {
                Some((0, number)) => number,
                Some((busy, number))
                    if self.workers.borrow().len() >= self.most || self.start_within_ms().is_none() =>
                {
                    if busy >= IN_HAND {
                        self.put_back(tasks);
                        return;
                    }
                    number
                }
                _ => match self.hire() {
                    Ok(number) => number,
                    Err(fault) => {
                        tasks.into_iter().for_each(|task| task.end(Err(fault.clone())));
                        continue;
                    }
                },
            };
            self.give(number, tasks);
        }
    }

    /// The first waiting jobs somebody still waits for, as many as go over together.
    fn next_wanted(&self) -> Vec<Task> {
        let mut queue = self.queue.borrow_mut();
        let mut tasks: Vec<Task> = Vec::new();
        while tasks.len() < self.together
            && let Some(task) = queue.pop_front_if(|task| tasks.is_empty() || !task.alone)
        {
            if !task.reply.is_canceled() {
                let alone = task.alone;
                tasks.push(task);
                if alone {
                    break;
                }
            }
        }
        tasks
    }

    /// Puts jobs back to the head of the queue.
    fn put_back(&self, tasks: Vec<Task>) {
        let mut queue = self.queue.borrow_mut();
        tasks.into_iter().rev().for_each(|task| queue.push_front(task));
    }

    fn give(&self, number: u32, tasks: Vec<Task>) {
        let refused = {
            let mut workers = self.workers.borrow_mut();
            let Some(hired) = workers.iter_mut().find(|hired| hired.number == number) else { return };
            match if hired.ready { hired.post(&tasks) } else { Ok(()) } {
                Ok(()) => {
                    hired.messages.push_back(tasks);
                    if hired.limit.is_none() {
                        hired.limit = Some(self.limit(number, self.answer_within_ms, WorkerFault::Silent));
                    }
                    return;
                }
                Err(thrown) => crate::platform::js::error_name(&thrown),
            }
        };
        tasks.into_iter().for_each(|task| task.end(Err(WorkerFault::Crashed(refused.clone()))));
    }

    fn limit(&self, number: u32, within_ms: u32, fault: WorkerFault) -> Timer {
        let pool = self.this.clone();
        timer::after(within_ms, move || {
            if let Some(pool) = pool.upgrade() {
                pool.lose(number, fault);
            }
        })
    }

    /// The time that the next worker may take to start; `None` after as many as are tried have not.
    fn start_within_ms(&self) -> Option<u32> {
        START_WITHIN_MS.get(self.unstarted.get()).copied()
    }

    /// A worker runs: it is told what every one is, and then its jobs.
    fn begin(&self, number: u32) {
        self.unstarted.set(0);
        let messages = {
            let mut workers = self.workers.borrow_mut();
            let Some(hired) = workers.iter_mut().find(|hired| hired.number == number) else { return };
            hired.ready = true;
            hired.limit = None;
            for told in &*self.briefing.borrow() {
                // A copy of texts: where it fails, the jobs that need it say so.
                drop(hired.worker.post_message(told));
            }
            std::mem::take(&mut hired.messages)
        };
        messages.into_iter().for_each(|tasks| self.give(number, tasks));
    }

    fn hire(&self) -> Result<u32, WorkerFault> {
        let address = self.address.as_deref().ok_or_else(|| WorkerFault::Absent("data-worker".to_owned()))?;
        let worker =
            Worker::new(address).map_err(|thrown| WorkerFault::Absent(crate::platform::js::error_name(&thrown)))?;
        let number = self.next_number();
        let (hearing, failing) = (self.this.clone(), self.this.clone());
        let listening = Listening::to(&worker, "message", move |event| {
            let told = event.dyn_ref::<MessageEvent>().and_then(|event| FromWorker::read(&event.data()));
            if let (Some(pool), Some(told)) = (hearing.upgrade(), told) {
                pool.hear(number, told);
            }
        })
        .and(Listening::to(&worker, "error", move |event| {
            if let Some(pool) = failing.upgrade() {
                pool.lose(number, WorkerFault::Crashed(words_of(event)));
            }
        }));
        self.workers.borrow_mut().push(Hired {
            number,
            worker,
            ready: false,
            messages: VecDeque::new(),
            limit: self.start_within_ms().map(|within_ms| self.limit(number, within_ms, WorkerFault::Unstarted)),
            _listening: listening,
        });
        Ok(number)
    }

    fn hear(&self, number: u32, told: FromWorker) {
        match told {
            FromWorker::Ready => self.begin(number),
            FromWorker::Panic(text) => self.lose(number, WorkerFault::Crashed(text)),
            FromWorker::Told(told) => self.take(number, told),
        }
    }

    /// Takes what a worker says about its jobs: keeps pieces, and ends the jobs that are answered.
    fn take(&self, number: u32, told: Vec<(u32, Told)>) {
        let mut ended = Vec::new();
        {
            let mut workers = self.workers.borrow_mut();
            let Some(hired) = workers.iter_mut().find(|hired| hired.number == number) else { return };
            for (id, told) in told {
                // The reply to the first message (its briefing) belongs to no task.
                let place = |tasks: &Vec<Task>| tasks.iter().position(|task| task.id == id);
                let Some((tasks, place)) =
                    hired.messages.iter_mut().find_map(|tasks| place(tasks).map(|at| (tasks, at)))
                else {
                    continue;
                };
                match told {
                    Told::Piece(bytes) => tasks[place].pieces.push(Bytes(bytes)),
                    Told::Ended(outcome) => ended.push((tasks.remove(place), outcome)),
                }
            }
            if ended.is_empty() {
                return;
            }
            hired.messages.retain(|tasks| !tasks.is_empty());
            hired.limit =
                (!hired.messages.is_empty()).then(|| self.limit(number, self.answer_within_ms, WorkerFault::Silent));
        }
        ended.into_iter().for_each(|(task, outcome)| task.end(outcome));
        self.hand_out();
    }

    /// A worker is gone: its first job fails, what it had not begun goes back to the head of the queue.
    ///
    /// Of several jobs in the first message nobody knows which it was: each is tried again in a message of its own.
    ///
    /// One that was never ready has begun nothing, and another takes its place. Where none starts, everything fails.
    fn lose(&self, number: u32, fault: WorkerFault) {
        let mut hired = {
            let mut workers = self.workers.borrow_mut();
            let Some(place) = workers.iter().position(|hired| hired.number == number) else { return };
            workers.remove(place)
        };
        let mut messages = std::mem::take(&mut hired.messages);
        let ready = hired.ready;
        drop(hired);
        if ready {
            match messages.front_mut().map(Vec::as_mut_slice) {
                Some([_]) => messages.pop_front().into_iter().flatten().for_each(|task| task.end(Err(fault.clone()))),
                Some(several) => several.iter_mut().for_each(|task| task.alone = true),
                None => {}
            }
        } else {
            self.unstarted.set(self.unstarted.get() + 1);
            if self.start_within_ms().is_none() && self.workers.borrow().is_empty() {
                self.unstarted.set(0);
                let fault = match fault {
                    WorkerFault::Crashed(text) => WorkerFault::Absent(text),
                    fault => fault,
                };
                for task in messages.into_iter().flatten().chain(self.queue.take()) {
                    task.end(Err(fault.clone()));
                }
                return;
            }
        }
        self.put_back(messages.into_iter().flatten().collect());
        self.hand_out();
    }
}

/// A script that cannot be loaded gives a plain event, an error inside of it one with a message.
fn words_of(event: &Event) -> String {
    event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_else(|| "not loaded".to_owned())
}
