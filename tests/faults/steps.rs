//! Steps that the fault tests share.

use anziping_tests::Page;
use serde_json::{Value, json};

/// The page on which is typed, and an item on it.
pub const ELEMENT: &str = "#/element/1";
/// An item of that page.
pub const ITEM: &str = "Z01";

/// The page's word for a journal that lacked what its second copy had.
pub const SAVED: &str = "已用第二份副本补回";
/// The page's word for a journal that was deleted where there was no second copy.
pub const EMPTIED: &str = "清空重建";

/// The demonstration month, open at its first element, saved.
pub fn demonstration(page: &Page) {
    page.open("");
    page.press("demo");
    page.until_there("[data-demo=true]");
    page.go(ELEMENT, "element");
    page.until_there(&format!("[data-item={ITEM}] textarea"));
}

/// Defines `type(text)`: puts a text into the note of the item as an input method does.
///
/// False where nothing can be typed.
const TYPE: &str = "
    const type = (text) => {
        const note = document.querySelector('[data-item=Z01] textarea[name=note]');
        if (note.matches(':disabled')) return false;
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(note, text);
        note.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return true;
    };";

/// Types a note where that is possible; tells whether it was.
pub fn try_note(page: &Page, text: &str) -> bool {
    page.js(&format!("{TYPE} return type(arguments[0])"), &[json!(text)]) == true
}

/// Types a note.
#[track_caller]
pub fn type_note(page: &Page, text: &str) {
    assert!(try_note(page, text), "nothing can be typed here");
}

/// Defines `said(place, words, patience, done)`.
///
/// Tells after how many milliseconds the words stood there, looked at after every change of the page; null when they
/// did not within `patience`.
const SAID: &str = "
    const said = (place, words, patience, done) => {
        const began = performance.now();
        const end = (answer) => { observer.disconnect(); clearTimeout(deadline); done(answer); };
        const look = () => { if (document.querySelector(place)?.textContent.includes(words)) end(performance.now() - began); };
        const observer = new MutationObserver(look);
        const deadline = setTimeout(() => end(null), patience);
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        look();
    };";

/// After how many milliseconds `words` stood at `place`.
///
/// `None` when they did not within `patience` milliseconds.
pub fn said_within(page: &Page, place: &str, words: &str, patience: u32) -> Option<f64> {
    page.later(&format!("{SAID} said(...arguments)"), &[json!(place), json!(words), json!(patience)]).as_f64()
}

/// Types a note and tells how many milliseconds later the status said `words`.
///
/// `None` when it did not within `patience` milliseconds.
pub fn said_after_typing(page: &Page, text: &str, words: &str, patience: u32) -> Option<f64> {
    // What the status said before belongs to another text: it is looked at once the program has had its turn.
    let script = format!(
        "{TYPE} {SAID}
        const [text, words, patience, done] = arguments;
        type(text);
        setTimeout(() => said('.status', words, patience, done), 0);"
    );
    page.later(&script, &[json!(text), json!(words), json!(patience)]).as_f64()
}

/// The note of the item as the page shows it.
pub fn note(page: &Page) -> String {
    page.until_there(&format!("[data-item={ITEM}] textarea"));
    page.value(&format!("[data-item={ITEM}] textarea[name=note]"))
}

/// Saves by "export now" and reads the file.
pub fn exported_now(page: &Page) -> String {
    page.press("export-now");
    std::fs::read_to_string(page.downloaded(".json")).expect("the export can be read")
}

/// Goes to a file of the site that runs nothing.
///
/// So records can be looked at and changed behind the program's back.
pub fn behind_the_back(page: &Page) {
    // Such a file names no icon, so the browser asks for the usual one.
    page.expect_message("favicon.ico");
    page.load("sw.js");
}

/// Defines `databases`, the databases of the journal, and `within(place, work)`.
///
/// `databases` gives `[name, databases]` of the journal and, where there is one, of its second copy. `within` opens the
/// database there and gives the object store to `work`; it resolves to what `work` has told once everything is done.
const STORES: &str = "
    const done = arguments[arguments.length - 1];
    const folder = location.pathname.slice(0, location.pathname.lastIndexOf('/') + 1);
    const prefix = `anziping:${folder}:`;
    const twins = async () => {
        const number = (name) => Number(name.slice(name.lastIndexOf('-') + 1));
        const names = (await navigator.storageBuckets?.keys() ?? []).filter((name) => name.startsWith('anziping-enterprise-'));
        return names.sort((one, other) => number(one) - number(other));
    };
    const databases = async () => {
        const twin = (await twins()).pop();
        const journal = ['journal', indexedDB];
        return twin ? [journal, ['twin', (await navigator.storageBuckets.open(twin)).indexedDB]] : [journal];
    };
    const within = (place, work) => new Promise((resolve, reject) => {
        const opening = place.open(prefix.slice(0, -1));
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const transaction = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
            let answer = null;
            work(transaction.objectStore('records'), (value) => { answer = value; });
            transaction.oncomplete = () => { opening.result.close(); resolve(answer); };
            transaction.onabort = () => reject(transaction.error);
        };
    });";

/// Runs a body that may wait, with [`STORES`] before it.
fn among_stores(page: &Page, body: &str, arguments: &[Value]) -> Value {
    page.later(
        &format!("{STORES} (async () => {{ {body} }})().then(done, (fault) => done(`failed: ${{fault}}`))"),
        arguments,
    )
}

/// All texts of the month: `[name, text]`, those in IndexedDB under the names `journal` and `twin`.
pub fn copies_of_month(page: &Page) -> Vec<(String, String)> {
    copies_of(page, "m")
}

/// All texts of the record whose name begins with a letter: `m` for the month, `l` for the registers.
pub fn copies_of(page: &Page, letter: &str) -> Vec<(String, String)> {
    let body = "
        const letter = arguments[0];
        const local = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${letter}/`)).sort();
        const copies = local.map((key) => [key, localStorage[key]]);
        for (const [name, place] of await databases()) {
            const texts = await within(place, (store, tell) => {
                const all = store.getAll(IDBKeyRange.bound(`${letter}/`, `${letter}0`));
                all.onsuccess = () => tell(all.result);
            });
            copies.push(...texts.map((text) => [name, text]));
        }
        return copies;";
    let all = among_stores(page, body, &[json!(letter)]);
    let pairs = all.as_array().unwrap_or_else(|| panic!("{all}"));
    pairs.iter().map(|pair| (pair[0].as_str().unwrap().to_owned(), pair[1].as_str().unwrap().to_owned())).collect()
}

/// Writes copies of the month as [`copies_of_month`] names them; an empty text removes the copy.
pub fn put_copies_of_month(page: &Page, copies: &[(String, String)]) {
    put_copies_of(page, "m", copies);
}

/// Writes copies as [`copies_of`] names them.
pub fn put_copies_of(page: &Page, letter: &str, copies: &[(String, String)]) {
    let body = "
        const [copies, letter] = arguments;
        for (const [name, text] of copies) {
            if (name === 'journal' || name === 'twin') continue;
            if (text === '') delete localStorage[name]; else localStorage[name] = text;
        }
        for (const [name, place] of await databases()) {
            const copy = copies.find(([there]) => there === name);
            if (copy) await within(place, (store) => {
                const keys = store.getAllKeys(IDBKeyRange.bound(`${letter}/`, `${letter}0`));
                keys.onsuccess = () => { if (copy[1] === '') store.delete(keys.result[0]); else store.put(copy[1], keys.result[0]); };
            });
        }
        return null;";
    let told = among_stores(page, body, &[json!(copies), json!(letter)]);
    assert!(told.is_null(), "{told}");
}

/// Deletes the journal as the browser does when it takes it for damaged; the other copies stay.
pub fn delete_journal(page: &Page) {
    let body = "
        await new Promise((resolve, reject) => {
            const deleting = indexedDB.deleteDatabase(prefix.slice(0, -1));
            deleting.onsuccess = resolve;
            deleting.onerror = deleting.onblocked = () => reject('not deleted');
        });
        return null;";
    let told = among_stores(page, body, &[]);
    assert!(told.is_null(), "{told}");
}

/// Deletes everything of the site in this browser.
pub fn evict(page: &Page) {
    delete_journal(page);
    let body = "
        localStorage.clear();
        for (const twin of await twins()) await navigator.storageBuckets.delete(twin);
        return null;";
    let told = among_stores(page, body, &[]);
    assert!(told.is_null(), "{told}");
}
