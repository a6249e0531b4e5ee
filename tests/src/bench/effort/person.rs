//! A person at a telephone: taps, types and scrolls through the driver, and every act is counted.

use std::{cell::RefCell, collections::HashSet, ops::AddAssign, path::Path};

use pinyin::ToPinyin as _;
use serde_json::{Value, json};

use crate::{
    page::{Page, keys},
    wait,
    webdriver::{Element, Refused},
};

/// CSS pixels of one screen scrolled.
const SCREEN: f64 = 700.0;

/// Brings an element into view as a thumb does, only where it is out of view.
///
/// Gives how far the page moved.
const INTO_VIEW: &str = "
    const [element] = arguments;
    if (element.tagName === 'OPTION') return 0;
    const over = document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0;
    const [top, bottom] = [Math.max(0, over) + 8, innerHeight - 8];
    const box = element.getBoundingClientRect();
    if (box.top >= top && Math.min(box.bottom, box.top + 64) <= bottom) return 0;
    const before = scrollY;
    scrollBy({ top: box.top - top - (bottom - top) / 4, behavior: 'instant' });
    return Math.abs(scrollY - before);";

/// Screens that a page can have, with some to spare.
const SCREENS: usize = 200;
/// Goes to the top; gives how far that was.
const TO_THE_TOP: &str = "const before = scrollY; scrollTo({ top: 0, behavior: 'instant' }); return before";
/// Moves down by one screen unless the element can be seen whole; gives how far, once that was drawn.
const DOWN: &str = "
    const [element, screen] = arguments;
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    return drawn().then(() => {
        if (element.getBoundingClientRect().bottom <= innerHeight) return 0;
        const before = scrollY;
        scrollBy({ top: screen, behavior: 'instant' });
        return drawn().then(() => scrollY - before);
    });";

/// Moves as little as shows the element whole, else its beginning; gives how far.
const WHOLE: &str = "
    const [element] = arguments;
    const over = document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0;
    const [top, bottom] = [Math.max(0, over) + 8, innerHeight - 8];
    const box = element.getBoundingClientRect();
    if (box.top >= top && box.bottom <= bottom) return 0;
    const before = scrollY;
    scrollBy({ top: box.bottom > bottom ? Math.min(box.top - top, box.bottom - bottom) : box.top - top, behavior: 'instant' });
    return Math.abs(scrollY - before);";
/// Where an element stands and what it says, in short.
const SAID: &str = "
    const [element] = arguments;
    const around = element.closest('fieldset[id], section[id], [data-block], [data-together]');
    const place = around?.id || around?.dataset.block || around?.dataset.together || '';
    const said = element.innerText || element.getAttribute('name') || element.value || element.tagName;
    return `${place} ${said.trim().split('\\n')[0].slice(0, 40)}`.trim();";
/// Marks what is pressed, and nothing else.
const PRESSED: &str = "
    document.querySelectorAll('[data-pressed]').forEach((one) => one.removeAttribute('data-pressed'));
    arguments[0].setAttribute('data-pressed', '');";
/// Returns whether the focus was moved into the page from what was pressed.
///
/// That is the last step of a change of pages.
const ARRIVED: &str = "
    const main = document.querySelector('main');
    const now = document.activeElement;
    return main.querySelector('h1') !== null && main.contains(now) && now.dataset.pressed === undefined";
/// The texts of the page that stand on the screen now, whole or in part.
const ON_SCREEN: &str = "
    const over = document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0;
    const walk = document.createTreeWalker(document.querySelector('dialog[open]') ?? document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const seen = [];
    while (walk.nextNode()) {
        const said = walk.currentNode.data.trim();
        if (!said || !walk.currentNode.parentElement.checkVisibility({ visibilityProperty: true })) continue;
        range.selectNodeContents(walk.currentNode);
        const box = range.getBoundingClientRect();
        if (box.width > 1 && box.height > 1 && box.bottom > over && box.top < innerHeight) seen.push(said);
    }
    return seen;";
/// So many fields ahead a person goes by the keyboard.
const AT_ONCE: u64 = 2;
/// How many fields the element is ahead of the one in which the keyboard says 下一项; 0 if it is not.
const AHEAD: &str = "
    const [element] = arguments;
    const now = document.activeElement;
    if (!now?.matches('[enterkeyhint=next]')) return 0;
    const all = [...document.querySelectorAll('main :is(input:not([type=radio], [type=checkbox], [type=file]), textarea)')];
    const fields = all.filter((one) => one.checkVisibility() && !one.disabled);
    const [from, to] = [now, element].map((one) => fields.indexOf(one));
    // A field for a day, or for several lines, has no such key.
    const are_lines = fields.slice(from, to).every((one) => one.matches('[type=text], [type=tel]'));
    return are_lines ? Math.max(0, to - from) : 0;";

/// A day so many days from now, and the digits by which a field for a day takes it.
///
/// Their order is that of the browser's language.
const DAY: &str = "
    const day = new Date(Date.now() + arguments[0] * 86400000);
    const parts = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(day);
    const digits = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
    return [`${digits.year}-${digits.month}-${digits.day}`, parts.filter(({ type }) => type !== 'literal').map(({ value }) => value).join('')];";

/// The actions of a person.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Count {
    /// Presses.
    pub taps: u32,
    /// Characters typed.
    pub keys: u32,
    /// Screens scrolled.
    pub screens: f64,
    /// Characters that stood on the screen for the first time.
    pub new: u32,
    /// Characters that stood there for the first time in this month, and in a month before as well.
    pub known: u32,
}

/// Characters that somebody reads in a minute: of what is new, and of what is looked at again.
const READ_IN_A_MINUTE: [f64; 2] = [350.0, 1000.0];
/// Seconds of a press with the decision before it, of a key, and of moving by a screen.
///
/// After the keystroke-level model, on a telephone.
const SECONDS_OF: [f64; 3] = [1.5, 0.4, 0.5];

impl Count {
    /// Minutes that it takes somebody who reads everything.
    ///
    /// An estimate from what was counted, no person's time.
    pub fn minutes(&self) -> f64 {
        let acts = [f64::from(self.taps), f64::from(self.keys), self.screens];
        let hands: f64 = acts.iter().zip(SECONDS_OF).map(|(times, seconds)| times * seconds / 60.0).sum();
        let read = [self.new, self.known].map(f64::from);
        hands + read.iter().zip(READ_IN_A_MINUTE).map(|(characters, rate)| characters / rate).sum::<f64>()
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.taps += other.taps;
        self.keys += other.keys;
        self.screens += other.screens;
        self.new += other.new;
        self.known += other.known;
    }
}

/// One press: on which page, and what was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tap {
    /// Name of the page.
    pub page: String,
    /// The question or block it stands in, and what it says.
    pub on: String,
}

/// Somebody at the page.
pub struct Person<'a> {
    /// The page.
    pub page: &'a Page,
    counts: RefCell<Vec<(String, Count)>>,
    taps: RefCell<Vec<Tap>>,
    read: RefCell<[HashSet<String>; 2]>,
}

impl<'a> Person<'a> {
    /// Begins with a person who has done nothing yet.
    pub fn at(page: &'a Page) -> Self {
        Self { page, counts: RefCell::default(), taps: RefCell::default(), read: RefCell::default() }
    }

    /// Reads what stands on the screen: each text counts once in a month, wherever it stands.
    fn read(&self) {
        let [this_month, before] = &mut *self.read.borrow_mut();
        let mut count = Count::default();
        for said in texts(&self.page.js(ON_SCREEN, &[])) {
            let length = u32::try_from(said.chars().count()).unwrap_or(u32::MAX);
            let known = before.contains(&said);
            if this_month.insert(said) {
                *(if known { &mut count.known } else { &mut count.new }) += length;
            }
        }
        self.add(count);
    }

    /// Another month begins: what was read is known from now on.
    pub fn next_month(&self) {
        let [this_month, before] = &mut *self.read.borrow_mut();
        before.extend(this_month.drain());
    }

    /// Takes the counts since the last call, by page in the order in which they were met.
    pub fn done(&self) -> Vec<(String, Count)> {
        self.counts.take()
    }

    /// The presses since it was asked last, in their order.
    pub fn taps(&self) -> Vec<Tap> {
        self.taps.take()
    }

    /// Sums the counts so far, over all pages.
    pub fn so_far(&self) -> Count {
        let mut sum = Count::default();
        self.counts.borrow().iter().for_each(|(_, count)| sum += *count);
        sum
    }

    /// Returns whether something matches and can be seen and pressed.
    pub fn sees(&self, selector: &str) -> bool {
        let seen = "return [...document.querySelectorAll(arguments[0])].some((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'))";
        self.page.js(seen, &[json!(selector)]) == true
    }

    /// Presses the first match.
    #[track_caller]
    pub fn tap(&self, selector: &str) {
        let mut screens = 0.0;
        let pressed = || match self.press(selector, &mut screens) {
            // It was drawn anew since it was looked for.
            Err(refused) if refused.error == "stale element reference" => None,
            Err(refused) if refused.error == "element click intercepted" => {
                screens += self.page.js("scrollBy(0, -120); return 120", &[]).as_f64().unwrap_or(0.0) / SCREEN;
                None
            }
            answer => Some(answer),
        };
        match wait::for_answer(pressed) {
            Some(Ok(said)) => self.tapped(said, screens),
            Some(Err(refused)) => panic!("{selector} cannot be pressed: {refused}"),
            None => panic!("{selector} stays covered"),
        }
    }

    /// Brings it into view, reads what stands there, and presses it; gives what it says.
    fn press(&self, selector: &str, screens: &mut f64) -> Result<String, Refused> {
        let (element, session) = (self.page.find(selector), &self.page.browser.session);
        let moved = session.script(INTO_VIEW, &[element.argument()])?;
        *screens += moved.as_f64().unwrap_or(0.0) / SCREEN;
        self.read();
        let said = session.script(SAID, &[element.argument()])?;
        session.script(PRESSED, &[element.argument()])?;
        session.click(&element)?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    /// Presses it if it is there.
    pub fn tap_if_seen(&self, selector: &str) -> bool {
        let seen = self.sees(selector);
        if seen {
            self.tap(selector);
        }
        seen
    }

    /// Waits for the page that the last press led to, and until it has moved to its beginning or its place.
    #[track_caller]
    pub fn arrives(&self) {
        self.page.until("the page that was led to", ARRIVED, &[]);
    }

    /// Moves the first match into view, looked for again where it was drawn anew; gives the screens moved.
    #[track_caller]
    fn bring_into_view(&self, selector: &str) -> f64 {
        self.moved(INTO_VIEW, selector) / SCREEN
    }

    /// Runs a script that moves the page to the first match; gives how far.
    #[track_caller]
    fn moved(&self, script: &str, selector: &str) -> f64 {
        let session = &self.page.browser.session;
        let moved = wait::for_answer(|| session.script(script, &[self.page.find(selector).argument()]).ok());
        moved.unwrap_or_else(|| panic!("{selector} cannot be shown")).as_f64().unwrap_or(0.0)
    }

    /// Brings an element into view whole, or its beginning where it is longer than the screen.
    #[track_caller]
    pub fn look_at(&self, selector: &str) {
        let moved = self.moved(WHOLE, selector);
        self.add(Count { screens: moved / SCREEN, ..Count::default() });
        self.read();
    }

    /// Goes to the top of the page.
    pub fn look_up(&self) {
        self.add(Count { screens: self.page.js(TO_THE_TOP, &[]).as_f64().unwrap_or(0.0) / SCREEN, ..Count::default() });
    }

    /// Looks down the page, screen by screen, until the first match stands on the screen.
    ///
    /// What was passed was seen.
    #[track_caller]
    pub fn look_down_to(&self, selector: &str) {
        let element = self.page.find(selector);
        for _ in 0..SCREENS {
            self.read();
            let moved = self.page.js(DOWN, &[element.argument(), json!(SCREEN)]).as_f64().unwrap_or(0.0);
            if moved == 0.0 {
                return;
            }
            self.add(Count { screens: moved / SCREEN, ..Count::default() });
        }
        panic!("{selector} is not reached");
    }

    /// Goes into a field, unless the focus is there already, and types.
    #[track_caller]
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.page.find(selector);
        let has_focus =
            || self.page.js("return document.activeElement === arguments[0]", &[element.argument()]) == true;
        // A field that stays empty is passed over.
        let ahead = if has_focus() { 0 } else { self.page.js(AHEAD, &[element.argument()]).as_u64().unwrap_or(0) };
        if ahead <= AT_ONCE {
            for _ in 0..ahead {
                self.page.key(keys::ENTER);
                self.add(Count { keys: 1, ..Count::default() });
            }
        }
        if !has_focus() {
            self.tap(selector);
        }
        let before = self.page.js("return arguments[0].value", &[element.argument()]);
        self.type_keys(&element, selector, text);
        let typed = format!("{}{text}", before.as_str().unwrap_or_default());
        assert_eq!(self.page.js("return arguments[0].value", &[element.argument()]), json!(typed), "{selector}");
    }

    #[track_caller]
    fn type_keys(&self, element: &Element, selector: &str, text: &str) {
        if let Err(refused) = self.page.browser.session.type_into(element, text) {
            panic!("{selector} takes no text: {refused}");
        }
        self.add(Count { keys: strokes(text), ..Count::default() });
    }

    /// Goes into a field for a day and types the day so many days from now.
    #[track_caller]
    pub fn type_day(&self, selector: &str, from_now: u32) {
        self.tap(selector);
        let element = self.page.find(selector);
        let day = self.page.js(DAY, &[json!(from_now)]);
        let [day, keys] = texts(&day).try_into().expect("the day, and the keys for it");
        self.type_keys(&element, selector, &keys);
        assert_eq!(self.page.js("return arguments[0].value", &[element.argument()]), json!(day), "{selector}");
    }

    /// Opens a list and takes an entry of it.
    #[track_caller]
    pub fn choose(&self, select: &str, value: &str) {
        self.tapped(select.to_owned(), self.bring_into_view(select));
        self.tap(&format!("{select} option[value=\"{value}\"]"));
    }

    /// Presses a button that asks for a file, and picks one.
    #[track_caller]
    pub fn pick(&self, action: &str, file: &Path) {
        self.add(Count { screens: self.bring_into_view(&pressed(action)), ..Count::default() });
        self.page.hand_over(action, file);
        [action, "the file"].iter().for_each(|said| self.tapped((*said).to_owned(), 0.0));
    }

    /// Goes to a page by a link at hand, else by the table of contents.
    #[track_caller]
    pub fn go(&self, href: &str, page: &str) {
        if self.tap_if_seen(&format!("main a.button[href=\"{href}\"], .page-foot a[href=\"{href}\"]")) {
            self.arrives();
            self.page.on_page(page);
        } else {
            self.go_by_contents(href, page);
        }
    }

    /// Goes to a page by the table of contents.
    #[track_caller]
    pub fn go_by_contents(&self, href: &str, page: &str) {
        let back = self.page.js("const there = scrollY; scrollTo(0, 0); return there", &[]).as_f64().unwrap_or(0.0);
        self.add(Count { screens: back / SCREEN, ..Count::default() });
        self.tap(".nav-toggle");
        self.tap(&format!("#nav-list a[href=\"{href}\"]"));
        self.arrives();
        self.page.on_page(page);
    }

    /// Presses the button of the device that goes back.
    pub fn back(&self) {
        self.tapped("back".into(), 0.0);
        self.page.js("history.back()", &[]);
    }

    fn tapped(&self, on: String, screens: f64) {
        self.add(Count { taps: 1, screens, ..Count::default() });
        self.taps.borrow_mut().push(Tap { page: self.on_page(), on });
    }

    fn on_page(&self) -> String {
        let name = self.page.js("return document.querySelector('main')?.dataset.page ?? ''", &[]);
        name.as_str().unwrap_or_default().to_owned()
    }

    fn add(&self, count: Count) {
        let name = self.on_page();
        let mut counts = self.counts.borrow_mut();
        match counts.iter_mut().find(|(page, _)| *page == name) {
            Some((_, sum)) => *sum += count,
            None => counts.push((name, count)),
        }
    }
}

/// The selector of a button by its action.
pub fn pressed(action: &str) -> String {
    format!("[data-action=\"{action}\"]")
}

/// The texts of a list that a script gives.
pub fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

/// Key strokes that a text takes.
pub fn strokes(text: &str) -> u32 {
    let of = |(letter, sound): (char, Option<pinyin::Pinyin>)| match sound {
        // One key chooses among the characters that sound so.
        Some(sound) => sound.plain().chars().count() + 1,
        // A full stop of either kind is one key.
        None => usize::from(!letter.is_control()),
    };
    let count: usize = text.chars().zip(text.to_pinyin()).map(of).sum();
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_counted_as_its_pinyin_and_one_key_for_each_character() {
        assert_eq!(strokes("2026-11"), 7);
        assert_eq!(strokes("粉尘"), "fenchen".len() as u32 + 2);
        assert_eq!(strokes("灭火器被挡"), "miehuoqibeidang".len() as u32 + 5);
        assert_eq!(strokes("换插座，7天"), "huanchazuo".len() as u32 + 3 + 2 + "tian".len() as u32 + 1);
    }
}
