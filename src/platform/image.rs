//! Shrinks photographs on the device: decoded by the browser, drawn on a canvas, written as a new JPEG.
//!
//! The canvas knows pixels only, so nothing of the camera's data (position, time, serial number) reaches the new file.

use anziping_core::hazard::{IMAGE_HEAD, ImageHead};
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::files::{FileFault, PickedFile};

/// Larger than what telephones make; a film or a disk image is not even opened.
const MOST_READ: u64 = 60_000_000;
/// Pixels of the longer side, and what is tried when that stays too large.
const SIDES: [f64; 4] = [1_600.0, 1_280.0, 1_024.0, 720.0];
/// Qualities of the JPEG, best first.
const QUALITIES: [f64; 3] = [0.8, 0.65, 0.5];

/// Why a photograph was not taken; the file of the person is untouched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PictureFault {
    /// The file itself: too large, gone.
    #[error(transparent)]
    File(#[from] FileFault),
    /// A HEIC photograph that this browser does not decode (only Safari does).
    ///
    /// The person can let the telephone take JPEG or send a copy.
    #[error("HEIC is not decoded by this browser")]
    Heic,
    /// An SVG, which is drawn and not photographed. The person can choose a JPEG or PNG.
    #[error("a drawing, no photograph")]
    Drawing,
    /// More pixels than a browser decodes.
    ///
    /// The person can make it smaller, or choose what the camera has made.
    #[error("{0} × {1} pixels")]
    TooManyPixels(u32, u32),
    /// No photograph, or a damaged one. The person can choose another.
    #[error("the browser cannot decode it")]
    Undecodable,
    /// Even the smallest version is larger than asked for, which no photograph is known to be.
    #[error("it cannot be made small enough")]
    TooDetailed,
    /// The browser gives no canvas or not enough memory, with its name for the reason.
    ///
    /// The person can close other pages.
    #[error("the browser failed: {0}")]
    Refused(String),
}

/// The photograph as a new JPEG of at most `most` bytes, upright as its camera meant it.
///
/// # Errors
/// Any [`PictureFault`].
pub(crate) async fn shrink(picked: &PickedFile, most: usize) -> Result<Vec<u8>, PictureFault> {
    let size = picked.size();
    if size > MOST_READ {
        return Err(FileFault::TooLarge { size, limit: MOST_READ }.into());
    }
    let head = ImageHead::of(&picked.first(IMAGE_HEAD).await?.to_vec());
    if head == ImageHead::Drawing {
        return Err(PictureFault::Drawing);
    }
    if let Some((width, height)) = head.too_many_pixels() {
        return Err(PictureFault::TooManyPixels(width, height));
    }
    let image = decode(picked, head).await?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    for side in SIDES {
        let scale = (side / width.max(height)).min(1.0);
        let canvas = draw(&image, (width * scale).round().max(1.0), (height * scale).round().max(1.0))
            .map_err(|thrown| refused(&thrown))?;
        for quality in QUALITIES {
            let bytes = jpeg(&canvas, quality).await?;
            if bytes.len() <= most {
                return Ok(bytes);
            }
        }
    }
    Err(PictureFault::TooDetailed)
}

/// By way of an image element.
///
/// Unlike `createImageBitmap` it turns the picture upright in every browser of the floor.
async fn decode(picked: &PickedFile, head: ImageHead) -> Result<HtmlImageElement, PictureFault> {
    let address = Url::create_object_url_with_blob(picked.blob()).map_err(|thrown| refused(&thrown))?;
    let image = HtmlImageElement::new().map_err(|thrown| refused(&thrown))?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    // The element keeps what it has decoded. Revoking an address of our own making does not fail.
    drop(Url::revoke_object_url(&address));
    match decoded {
        Ok(_) if image.natural_width() > 0 => Ok(image),
        _ if head == ImageHead::Heic => Err(PictureFault::Heic),
        _ => Err(PictureFault::Undecodable),
    }
}

fn draw(image: &HtmlImageElement, width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    // Whole numbers between 1 and 1600 by now.
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?.unchecked_into();
    // What is transparent in a PNG would come out black.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

async fn jpeg(canvas: &HtmlCanvasElement, quality: f64) -> Result<Vec<u8>, PictureFault> {
    let mut ask = |resolve: Function, reject: Function| {
        let done = Closure::once_into_js(move |blob: JsValue| drop(resolve.call1(&JsValue::UNDEFINED, &blob)));
        if let Err(thrown) = canvas.to_blob_with_type_and_encoder_options(
            done.unchecked_ref(),
            "image/jpeg",
            &JsValue::from_f64(quality),
        ) {
            drop(reject.call1(&JsValue::UNDEFINED, &thrown));
        }
    };
    let blob = JsFuture::from(Promise::new(&mut ask)).await.map_err(|thrown| refused(&thrown))?;
    // The browser gives none when it has no memory left for it.
    let blob: Blob = blob.dyn_into().map_err(|_| PictureFault::Refused("toBlob".to_owned()))?;
    let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|thrown| refused(&thrown))?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn refused(thrown: &JsValue) -> PictureFault {
    PictureFault::Refused(super::js::error_name(thrown))
}

/// An address under which an `<img>` shows these bytes, valid until dropped.
pub(crate) struct Shown(String);

impl Shown {
    /// Makes the address.
    ///
    /// # Errors
    /// [`PictureFault::Refused`].
    pub(crate) fn new(jpeg: &[u8]) -> Result<Self, PictureFault> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type("image/jpeg");
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(jpeg));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|thrown| refused(&thrown))?;
        Url::create_object_url_with_blob(&blob).map(Self).map_err(|thrown| refused(&thrown))
    }

    /// The address.
    pub(crate) fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        drop(Url::revoke_object_url(&self.0));
    }
}
