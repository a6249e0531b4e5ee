//! The one place where tests wait.
//!
//! Tests never sleep; they say what they wait for. Conditions are the public hooks (`data-ready`, `data-saved`, …).

use std::{
    thread,
    time::{Duration, Instant},
};

/// Long enough for a slow machine that does other work, short enough to notice a hang.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// The first pause between two questions.
///
/// Each is a fifth longer than the one before, since asking costs the page time.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(100);

/// Asks again and again until there is an answer; `None` after [`PATIENCE`].
pub fn for_answer<T>(ask: impl FnMut() -> Option<T>) -> Option<T> {
    for_answer_within(PATIENCE, ask)
}

/// Asks again and again until there is an answer; `None` after `patience`.
pub fn for_answer_within<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + patience;
    let mut pause = FIRST_PAUSE;
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if Instant::now() > deadline {
            return None;
        }
        thread::sleep(pause);
        pause = (pause * 6 / 5).min(LONGEST_PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_with_the_first_answer_or_with_the_deadline() {
        let mut asked = 0;
        let third = for_answer(|| {
            asked += 1;
            (asked == 3).then_some(asked)
        });
        assert_eq!(third, Some(3));
        assert_eq!(for_answer_within(Duration::ZERO, || None::<()>), None);
    }
}
