//! A person who fills in without pause.
//!
//! Answers and notes with running numbers, so that it is known afterwards which is missing.

use serde_json::{Value, json};

use crate::{site::Site, wait, webdriver::Session};

/// Where the filling happens: the first element of the demonstration.
const PAGE: &str = "#/element/1";

/// Goes on by itself, at a random pace, in the page; `filling` on the window tells how far it is.
///
/// What is acknowledged is noted at the very moment the page says so by taking `data-dirty` away.
const FILL: &str = "
    const [first, least, spread] = arguments;
    const root = document.documentElement;
    const items = [...document.querySelectorAll('[data-item]')];
    const put = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
    const filling = { typed: first - 1, saved: first - 1, times: [] };
    new MutationObserver(() => {
        if (root.dataset.dirty === undefined) filling.saved = filling.typed;
    }).observe(root, { attributeFilter: ['data-dirty'] });
    const step = () => {
        const number = filling.typed + 1;
        const item = items[number % items.length];
        const marks = [...item.querySelectorAll('input[type=radio]')].filter((mark) => ['yes', 'partly', 'no'].includes(mark.value));
        marks[number % marks.length]?.click();
        const note = item.querySelector('textarea[name=note]');
        put.call(note, `第 ${number} 笔`);
        note.dispatchEvent(new InputEvent('input', { bubbles: true }));
        filling.typed = number;
        filling.times.push(Date.now());
        setTimeout(step, least + Math.random() * spread);
    };
    window.filling = filling;
    step();";

/// A script that reads the items on the page.
///
/// It gives the number in each item's note and the mark that is set, with the mark that belongs to that number.
const SHOWN: &str = "
    return [...document.querySelectorAll('[data-item]')].map((item) => {
        const number = Number(/^第 (\\d+) 笔$/.exec(item.querySelector('textarea[name=note]').value)?.[1] ?? 0);
        const marks = [...item.querySelectorAll('input[type=radio]')].filter((mark) => ['yes', 'partly', 'no'].includes(mark.value));
        const set = marks.find((mark) => mark.checked)?.value ?? '';
        return [number, set, marks[number % marks.length]?.value ?? ''];
    })";

/// A script that reads the storages without the program, which would put copies right.
///
/// It gives the highest number in localStorage, the count of texts, and the count of the journal's records. A journal
/// that is not there is not made.
const STORED: &str = "
    const done = arguments[0];
    const texts = Object.keys(localStorage).filter((key) => key.includes(':m/')).map((key) => localStorage[key]);
    const last = Math.max(0, ...texts.flatMap((text) => [...text.matchAll(/第 (\\d+) 笔/g)].map((found) => Number(found[1]))));
    const tell = (journaled) => done({ last, local: texts.length, journaled });
    indexedDB.databases().then((known) => {
        const journal = known.find(({ name }) => name.startsWith('anziping:'));
        if (!journal) return tell(0);
        const opening = indexedDB.open(journal.name);
        opening.onerror = () => tell(`not opened: ${opening.error}`);
        opening.onsuccess = () => {
            const counting = opening.result.transaction('records').objectStore('records').count();
            counting.onerror = () => tell(`not counted: ${counting.error}`);
            counting.onsuccess = () => { opening.result.close(); tell(counting.result); };
        };
    }, (fault) => tell(`not listed: ${fault}`));";

/// How far the filling is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Number of the last thing typed.
    pub typed: u64,
    /// Everything up to this number was called saved.
    pub saved: u64,
    /// When each was typed, in milliseconds since 1970; the last entry belongs to `typed`.
    pub times: Vec<u64>,
}

impl Progress {
    /// The time at which this number was typed; `None` for numbers of an earlier round or not typed yet.
    pub fn typed_at(&self, number: u64) -> Option<u64> {
        let back = usize::try_from(self.typed.checked_sub(number)?).ok()?;
        self.times.get(self.times.len().checked_sub(back + 1)?).copied()
    }
}

/// The items on the page after it was opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// For each item: the number in its note, its mark, and the mark that was set together with that note.
    items: Vec<(u64, String, String)>,
}

impl Shown {
    /// The last thing typed that is there.
    pub fn last(&self) -> u64 {
        self.items.iter().map(|item| item.0).max().unwrap_or(0)
    }

    /// Counts the things up to [`last`](Self::last) that must be visible and are not.
    ///
    /// They show another number, or a mark of another moment.
    pub fn missing(&self) -> u64 {
        let (count, last) = (self.items.len() as u64, self.last());
        let wrong = self.items.iter().zip(0..count).filter(|((number, set, belonging), place)| {
            // The greatest number up to `last` that fell on this place; numbers begin at 1.
            let back = (last % count + count - place) % count;
            match last.saturating_sub(back) {
                0 => *number != 0,
                wanted => *number != wanted || set != belonging,
            }
        });
        wrong.count() as u64
    }
}

/// Opens the page and waits until it is there.
///
/// # Panics
/// When it does not come.
pub fn open(session: &Session, site: &Site) {
    let opened = session.go(&site.address("127.0.0.1", PAGE));
    assert!(opened.is_ok(), "{opened:?}");
    let ready = "return document.documentElement.dataset.ready === 'true'";
    assert!(
        wait::for_answer(|| session.script(ready, &[]).is_ok_and(|is| is == true).then_some(())).is_some(),
        "the page does not come up"
    );
}

/// Puts the demonstration in, and waits until it is saved.
///
/// # Panics
/// When that takes too long.
pub fn load_demonstration(session: &Session) {
    let pressed = session
        .script("document.querySelector('[data-action=demo]').click(); location.hash = arguments[0]", &[json!(PAGE)]);
    assert!(pressed.is_ok(), "{pressed:?}");
    wait_until_shown(session);
    wait_until_saved(session);
}

/// Waits until everything is called saved.
///
/// # Panics
/// When that takes too long.
pub fn wait_until_saved(session: &Session) {
    let saved = "return document.documentElement.dataset.dirty === undefined";
    assert!(
        wait::for_answer(|| session.script(saved, &[]).is_ok_and(|is| is == true).then_some(())).is_some(),
        "it is not saved"
    );
}

fn are_shown(session: &Session) -> bool {
    let shown = "return document.querySelectorAll('[data-item] textarea[name=note]').length > 0";
    session.script(shown, &[]).is_ok_and(|is| is == true)
}

/// Waits until the items are there.
///
/// # Panics
/// When they do not come.
pub fn wait_until_shown(session: &Session) {
    if wait::for_answer(|| are_shown(session).then_some(())).is_none() {
        let instead = session
            .script("return [location.href, {...document.documentElement.dataset}, document.body.innerHTML]", &[]);
        panic!("there are no items, but {instead:?}");
    }
}

/// Begins to fill in with number `first`.
///
/// The pause between two steps is `least` and up to `spread` milliseconds more.
///
/// # Panics
/// When the page refuses.
pub fn start(session: &Session, first: u64, least: u64, spread: u64) {
    let started = session.script(FILL, &[json!(first), json!(least), json!(spread)]);
    assert!(started.is_ok(), "{started:?}");
}

/// Reads how far it is; `None` when the browser does not answer.
pub fn progress(session: &Session) -> Option<Progress> {
    let told = session.script("return window.filling", &[]).ok()?;
    let times = told["times"].as_array()?.iter().filter_map(Value::as_u64).collect();
    Some(Progress { typed: told["typed"].as_u64()?, saved: told["saved"].as_u64()?, times })
}

/// Reads the items on the page; `None` when it comes up without the month.
///
/// # Panics
/// When the page refuses.
pub fn shown(session: &Session) -> Option<Shown> {
    wait::for_answer(|| are_shown(session).then_some(()))?;
    let items = session.script(SHOWN, &[]).expect("the page tells what it shows");
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = items
        .as_array()
        .into_iter()
        .flatten()
        .map(|item| (item[0].as_u64().unwrap_or(0), word(&item[1]), word(&item[2])));
    Some(Shown { items: items.collect() })
}

/// Returns whether the page says that it has taken the second copy of the journal.
///
/// It does so where the journal lacked something.
pub fn is_saved_by_second_copy(session: &Session) -> bool {
    let said = "return document.querySelector('[data-discoveries]')?.textContent.includes('第二份副本') ?? false";
    session.script(said, &[]).is_ok_and(|is| is == true)
}

/// The browser's storages of the site, whatever the program makes of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The last number in localStorage.
    pub last: u64,
    /// Months in localStorage, each copy counted.
    pub local: u64,
    /// Records in the journal; or why that is not known.
    pub journaled: Value,
}

/// Reads the browser's storages from a file of the site that runs nothing.
///
/// # Panics
/// When the page refuses.
pub fn stored(session: &Session, site: &Site) -> Stored {
    let opened = session.go(&site.address("127.0.0.1", "sw.js"));
    assert!(opened.is_ok(), "{opened:?}");
    let told = session.script_with_callback(STORED, &[]).expect("the storages can be read");
    let number = |name: &str| told[name].as_u64().expect("a number");
    Stored { last: number("last"), local: number("local"), journaled: told["journaled"].clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `numbers` as notes, each with the mark that belongs to it.
    fn shown(numbers: &[u64]) -> Shown {
        Shown { items: numbers.iter().map(|number| (*number, "yes".into(), "yes".into())).collect() }
    }

    #[test]
    fn everything_up_to_the_last_number_must_be_there() {
        // Places 0, 1, 2; numbers 1, 2, 3 (place 0), 4 (place 1), 5 (place 2).
        assert_eq!(shown(&[3, 4, 5]).missing(), 0);
        assert_eq!(shown(&[3, 4, 2]).missing(), 0, "5 was not yet typed");
        assert_eq!(shown(&[3, 1, 5]).missing(), 1, "4 is missing although 5 is there");
        assert_eq!(shown(&[0, 1, 2]).missing(), 0, "place 0 was not reached yet");
        assert_eq!(shown(&[0, 0, 0]).missing(), 0);
        assert_eq!(shown(&[0, 1, 5]).missing(), 2);
    }

    #[test]
    fn a_mark_of_another_moment_than_its_note_is_missing() {
        let mut torn = shown(&[3, 4, 5]);
        torn.items[1].1 = "no".into();
        assert_eq!(torn.missing(), 1);
    }

    #[test]
    fn the_moment_of_a_number_is_found_from_the_end() {
        let progress = Progress { typed: 12, saved: 10, times: vec![100, 110, 120] };
        assert_eq!(progress.typed_at(11), Some(110));
        assert_eq!(progress.typed_at(9), None, "typed in an earlier round");
        assert_eq!(progress.typed_at(13), None);
    }
}
