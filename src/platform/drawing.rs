//! Makes pictures of what is drawn on the page (SVG), sharp at their size on paper.
//!
//! The drawing is copied with the letters of the page and without what no paper shows, loaded as a picture of its own,
//! and drawn on a canvas. A picture reaches nothing outside itself, so a photograph in it is put into it before.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlImageElement};

use super::image::{self, ImageUrl, PictureFault};
use super::js;

/// Dots of the picture in a millimetre on paper: two hundred in an inch.
const DOTS: u32 = 8;
/// Where the elements of drawings are defined.
const SVG: &str = "http://www.w3.org/2000/svg";

/// The drawing as a PNG, so many millimetres wide and high on paper.
///
/// # Errors
/// [`PictureFault`], where the browser makes no picture of it.
pub(crate) async fn png(drawing: &Element, [across, down]: [u32; 2]) -> Result<Vec<u8>, PictureFault> {
    let (width, height) = (across * DOTS, down * DOTS);
    let markup = markup(drawing, width, height).await?;
    let shown = ImageUrl::of("image/svg+xml", markup.as_bytes())?;
    let image = image::loaded(shown.address()).await?;
    image::png(&image, width, height).await
}

async fn markup(drawing: &Element, width: u32, height: u32) -> Result<String, PictureFault> {
    let refused = || PictureFault::Refused("cloneNode".to_owned());
    let copy = js::method(drawing, "cloneNode").and_then(|copy| copy.call1(drawing, &JsValue::TRUE).ok());
    let copy: Element = copy.and_then(|copy| copy.dyn_into().ok()).ok_or_else(refused)?;
    js::all(&copy, ".no-print")
        .into_iter()
        .filter_map(|part| part.dyn_into::<Element>().ok())
        .for_each(|part| part.remove());
    let family = family().unwrap_or_else(|| "sans-serif".to_owned());
    let (width, height) = (width.to_string(), height.to_string());
    for (name, value) in [("xmlns", SVG), ("width", &width), ("height", &height), ("font-family", &family)] {
        copy.set_attribute(name, value).map_err(|_| refused())?;
    }
    // As wide as the page has room for: that is not the size of the picture. Taken off and not emptied, which the
    // policy of the page forbids.
    let take_off = js::method(&copy, "removeAttribute").ok_or_else(refused)?;
    take_off.call1(&copy, &JsValue::from_str("style")).map_err(|_| refused())?;
    let mut markup = js::said(&copy, "outerHTML");
    for photograph in js::all(&copy, "image").into_iter().filter_map(|part| part.dyn_into::<Element>().ok()) {
        let Some(address) = photograph.get_attribute("href").filter(|address| address.starts_with("blob:")) else {
            continue;
        };
        let within = within(&image::loaded(&address).await?).ok_or_else(refused)?;
        markup = markup.replace(&address, &within);
    }
    // The only thing that HTML writes otherwise than XML.
    Ok(markup.replace("&nbsp;", "&#160;"))
}

/// The letters of the page.
fn family() -> Option<String> {
    let window = web_sys::window()?;
    let body = JsValue::from(window.document()?.body()?);
    let style = js::method(&window, "getComputedStyle")?.call1(&window, &body).ok()?;
    js::get(&style, "fontFamily")?.as_string()
}

/// A photograph as an address that holds the whole of it.
fn within(image: &HtmlImageElement) -> Option<String> {
    let canvas = image::drawn(image, image.natural_width(), image.natural_height()).ok()?;
    let write: Function = js::method(&canvas, "toDataURL")?;
    write.call1(&canvas, &JsValue::from_str("image/jpeg")).ok()?.as_string()
}
