//! The page's side: workers that come and go, and a queue that outlives them.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use futures_channel::oneshot::{self, Receiver, Sender};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::message::{self, Answer, Told};
use super::{Bytes, WorkerFault};
use crate::platform::listen::Listening;
use crate::platform::timer::{self, Timer};

/// A second job waits inside each worker, so that none is idle while an answer travels. After a crash the first job has
/// failed and the second is given to another worker.
const IN_HAND: usize = 2;

struct Task {
    id: u32,
    message: Array,
    reply: Sender<Result<Answer, WorkerFault>>,
}

impl Task {
    fn end(self, outcome: Result<Answer, WorkerFault>) {
        // Comes back when nobody waits any more.
        drop(self.reply.send(outcome));
    }
}

struct Hand {
    number: u32,
    worker: Worker,
    ready: bool,
    tasks: VecDeque<Task>,
    /// Runs for the first of `tasks`.
    limit: Option<Timer>,
    _listening: Listening,
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

pub(super) struct Pool {
    this: Weak<Pool>,
    address: Option<String>,
    most: usize,
    answer_within_ms: u32,
    queue: RefCell<VecDeque<Task>>,
    /// What every worker is told first.
    briefing: RefCell<Vec<Array>>,
    hands: RefCell<Vec<Hand>>,
    numbers: Cell<u32>,
}

impl Pool {
    pub(super) fn new(address: Option<String>, most: usize, answer_within_ms: u32) -> Rc<Self> {
        Rc::new_cyclic(|this| Self {
            this: this.clone(),
            address,
            most,
            answer_within_ms,
            queue: RefCell::default(),
            briefing: RefCell::default(),
            hands: RefCell::default(),
            numbers: Cell::new(0),
        })
    }

    pub(super) fn queue(&self, job: &str, bytes: Option<Bytes>) -> Receiver<Result<Answer, WorkerFault>> {
        let (reply, answer) = oneshot::channel();
        let id = self.next_number();
        let message = message::job(id, job, bytes.as_ref().map(|bytes| &bytes.0));
        self.queue.borrow_mut().push_back(Task { id, message, reply });
        self.hand_out();
        answer
    }

    pub(super) fn brief(&self, job: &str, bytes: &Bytes) {
        let id = self.next_number();
        self.briefing.borrow_mut().push(message::job(id, job, Some(&bytes.0)));
    }

    pub(super) fn cancel(&self) {
        let hands = self.hands.take();
        let queued = self.queue.take();
        for task in hands.into_iter().flat_map(|mut hand| std::mem::take(&mut hand.tasks)).chain(queued) {
            task.end(Err(WorkerFault::Cancelled));
        }
    }

    fn next_number(&self) -> u32 {
        let number = self.numbers.get().wrapping_add(1);
        self.numbers.set(number);
        number
    }

    /// Gives waiting jobs to the least busy workers, and starts workers while all are busy.
    fn hand_out(&self) {
        loop {
            let Some(task) = self.next_wanted() else { return };
            let idlest = {
                let hands = self.hands.borrow();
                hands.iter().map(|hand| (hand.tasks.len(), hand.number)).min()
            };
            let number = match idlest {
                Some((0, number)) => number,
                Some((busy, number)) if self.hands.borrow().len() >= self.most => {
                    if busy >= IN_HAND {
                        self.queue.borrow_mut().push_front(task);
                        return;
                    }
                    number
                }
                _ => match self.hire() {
                    Ok(number) => number,
                    Err(fault) => {
                        task.end(Err(fault));
                        continue;
                    }
                },
            };
            self.give(number, task);
        }
    }

    /// The first waiting job somebody still waits for.
    fn next_wanted(&self) -> Option<Task> {
        let mut queue = self.queue.borrow_mut();
        std::iter::from_fn(|| queue.pop_front()).find(|task| !task.reply.is_canceled())
    }

    fn give(&self, number: u32, task: Task) {
        let mut hands = self.hands.borrow_mut();
        let Some(hand) = hands.iter_mut().find(|hand| hand.number == number) else { return };
        if let Err(thrown) = hand.worker.post_message(&task.message) {
            let name = crate::platform::js::error_name(&thrown);
            drop(hands);
            task.end(Err(WorkerFault::Crashed(name)));
            return;
        }
        hand.tasks.push_back(task);
        if hand.limit.is_none() {
            hand.limit = Some(self.limit(number));
        }
    }

    fn limit(&self, number: u32) -> Timer {
        let crew = self.this.clone();
        timer::after(self.answer_within_ms, move || {
            if let Some(crew) = crew.upgrade() {
                crew.lose(number, WorkerFault::Silent);
            }
        })
    }

    fn hire(&self) -> Result<u32, WorkerFault> {
        let address = self.address.as_deref().ok_or_else(|| WorkerFault::Absent("data-worker".to_owned()))?;
        let worker =
            Worker::new(address).map_err(|thrown| WorkerFault::Absent(crate::platform::js::error_name(&thrown)))?;
        for told in &*self.briefing.borrow() {
            worker
                .post_message(told)
                .map_err(|thrown| WorkerFault::Absent(crate::platform::js::error_name(&thrown)))?;
        }
        let number = self.next_number();
        let (hearing, failing) = (self.this.clone(), self.this.clone());
        let listening = Listening::to(&worker, "message", move |event| {
            let told = event.dyn_ref::<MessageEvent>().and_then(|event| Told::read(&event.data()));
            if let (Some(crew), Some(told)) = (hearing.upgrade(), told) {
                crew.hear(number, told);
            }
        })
        .and(Listening::to(&worker, "error", move |event| {
            if let Some(crew) = failing.upgrade() {
                crew.lose(number, WorkerFault::Crashed(words_of(event)));
            }
        }));
        self.hands.borrow_mut().push(Hand {
            number,
            worker,
            ready: false,
            tasks: VecDeque::new(),
            limit: None,
            _listening: listening,
        });
        Ok(number)
    }

    fn hear(&self, number: u32, told: Told) {
        match told {
            Told::Ready => {
                if let Some(hand) = self.hands.borrow_mut().iter_mut().find(|hand| hand.number == number) {
                    hand.ready = true;
                }
            }
            Told::Panic(text) => self.lose(number, WorkerFault::Crashed(text)),
            Told::Done(id, text) => self.answered(number, id, Ok(Answer::Done(text))),
            Told::Fault(id, text) => self.answered(number, id, Ok(Answer::Fault(text))),
            Told::Misunderstood(id, text) => self.answered(number, id, Err(WorkerFault::Misunderstood(text))),
        }
    }

    fn answered(&self, number: u32, id: u32, outcome: Result<Answer, WorkerFault>) {
        let task = {
            let mut hands = self.hands.borrow_mut();
            let Some(hand) = hands.iter_mut().find(|hand| hand.number == number) else { return };
            // The answer to what it was told first belongs to no task.
            let Some(place) = hand.tasks.iter().position(|task| task.id == id) else { return };
            let task = hand.tasks.remove(place);
            hand.limit = (!hand.tasks.is_empty()).then(|| self.limit(number));
            task
        };
        if let Some(task) = task {
            task.end(outcome);
        }
        self.hand_out();
    }

    /// A worker is gone: its first job fails, what it had not begun goes back to the head of the queue.
    ///
    /// One that was never ready will not be so at the next attempt either: without another worker everything fails.
    fn lose(&self, number: u32, fault: WorkerFault) {
        let mut hand = {
            let mut hands = self.hands.borrow_mut();
            let Some(place) = hands.iter().position(|hand| hand.number == number) else { return };
            hands.remove(place)
        };
        let fault = match fault {
            WorkerFault::Crashed(text) if !hand.ready => WorkerFault::Absent(text),
            fault => fault,
        };
        let mut tasks = std::mem::take(&mut hand.tasks);
        let ready = hand.ready;
        drop(hand);
        if ready || !self.hands.borrow().is_empty() {
            if ready && let Some(first) = tasks.pop_front() {
                first.end(Err(fault));
            }
            let mut queue = self.queue.borrow_mut();
            tasks.into_iter().rev().for_each(|task| queue.push_front(task));
        } else {
            for task in tasks.into_iter().chain(self.queue.take()) {
                task.end(Err(fault.clone()));
            }
        }
        self.hand_out();
    }
}

/// A script that cannot be loaded gives a plain event, an error inside of it one with a message.
fn words_of(event: &Event) -> String {
    event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_else(|| "not loaded".to_owned())
}
