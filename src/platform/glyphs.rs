//! Tells of which letters this device has no picture: what it would print is a box, or nothing.
//!
//! A browser has no list of the letters of its fonts, so each is drawn on a small canvas and compared with code points
//! that no font has. Firefox writes their numbers into the boxes and some browsers blur what they give back; then two
//! such code points differ, and nothing can be told.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::js;

/// Side of the canvas, in dots.
const SIDE: u32 = 32;
/// Two code points that stand for nothing, in a plane without letters.
const NOTHING: [char; 2] = ['\u{5fff0}', '\u{6aaa0}'];

/// Tells whether this device can draw a letter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Drawable {
    /// It has a font with it.
    Yes,
    /// It has none.
    No,
    /// The browser does not tell.
    Untold,
}

/// Tells for each letter whether it can be drawn in the fonts of the page.
pub(crate) fn drawable(letters: &[char]) -> Vec<Drawable> {
    let untold = || vec![Drawable::Untold; letters.len()];
    let Some(easel) = Easel::set_up() else { return untold() };
    let [first, second] = NOTHING.map(|letter| easel.draw(letter));
    let Some(box_of_nothing) = first.filter(|drawn| second.as_ref() == Some(drawn)) else { return untold() };
    let blank = easel.draw(' ');
    let told = letters.iter().map(|letter| match easel.draw(*letter) {
        None => Drawable::Untold,
        drawn if drawn == blank || drawn.as_ref() == Some(&box_of_nothing) => Drawable::No,
        Some(_) => Drawable::Yes,
    });
    told.collect()
}

/// A small canvas on which one letter after the other is drawn.
struct Easel {
    context: CanvasRenderingContext2d,
    write: Function,
    read: Function,
}

impl Easel {
    fn set_up() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(SIDE);
        canvas.set_height(SIDE);
        // Without this the browser says that reading is slow.
        let read_often = Object::new();
        Reflect::set(&read_often, &JsValue::from_str("willReadFrequently"), &JsValue::TRUE).ok()?;
        let context = js::method(&canvas, "getContext")?.call2(&canvas, &JsValue::from_str("2d"), &read_often).ok()?;
        let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
        let body = JsValue::from(document.body()?);
        let window = web_sys::window()?;
        let style = js::method(&window, "getComputedStyle")?.call1(&window, &body).ok()?;
        let family = js::get(&style, "fontFamily")?.as_string()?;
        let font = JsValue::from_str(&format!("{}px {family}", SIDE * 3 / 4));
        Reflect::set(&context, &JsValue::from_str("font"), &font).ok()?;
        let (write, read) = (js::method(&context, "fillText")?, js::method(&context, "getImageData")?);
        Some(Self { context, write, read })
    }

    /// The dots of a letter.
    fn draw(&self, letter: char) -> Option<Vec<u8>> {
        let side = f64::from(SIDE);
        self.context.set_fill_style_str("#fff");
        self.context.fill_rect(0.0, 0.0, side, side);
        self.context.set_fill_style_str("#000");
        let text = JsValue::from_str(letter.encode_utf8(&mut [0; 4]));
        self.write.call3(&self.context, &text, &JsValue::from_f64(2.0), &JsValue::from_f64(side * 0.8)).ok()?;
        let area: Array = [0.0, 0.0, side, side].into_iter().map(JsValue::from_f64).collect();
        let dots = js::get(&self.read.apply(&self.context, &area).ok()?, "data")?;
        Some(Uint8Array::new(&dots).to_vec())
    }
}
