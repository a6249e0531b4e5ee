//! Shrinks photographs on the device: decoded by the browser, drawn on a canvas, written as a new JPEG.
//!
//! The canvas knows pixels only, so nothing of the camera's data (position, time, serial number) reaches the new file.

use anziping_core::hazard::{IMAGE_HEAD, ImageEnd, ImageHead, image_sizes, is_long_image};
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::files::{FileFault, PickedFile};

/// Larger than what telephones make; a film or a disk image is not even opened.
const MOST_READ: u64 = 60_000_000;
/// More pixels than a browser without much memory may be able to decode, at four bytes each.
const MANY_PIXELS: u64 = 50_000_000;
/// Qualities of the JPEG, best first.
const QUALITIES: [f64; 3] = [0.8, 0.65, 0.5];

/// Why a photograph was not taken; the file of the person is untouched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PictureFault {
    /// The file itself: too large, gone.
    #[error(transparent)]
    File(#[from] FileFault),
    /// The file is empty: some programs hand it over before the camera has written it.
    ///
    /// The person can choose it again.
    #[error("the file is empty")]
    Empty,
    /// The file ends before the picture does. Half a picture is no evidence.
    ///
    /// The person can choose it again, or take another.
    #[error("the file is cut off")]
    CutOff,
    /// A HEIC photograph that this browser does not decode (only Safari does).
    ///
    /// The person can let the telephone take JPEG or send a copy.
    #[error("HEIC is not decoded by this browser")]
    Heic,
    /// An AVIF or TIFF that this browser does not decode, by its name. The person can save it as JPEG.
    #[error("{0} is not decoded by this browser")]
    NotDecoded(&'static str),
    /// An SVG, which is drawn and not photographed. The person can choose a JPEG or PNG.
    #[error("a drawing, no photograph")]
    Drawing,
    /// More pixels than a browser decodes, or more than this one had the memory for.
    ///
    /// The person can make it smaller, or let the camera make fewer.
    #[error("{0} × {1} pixels")]
    TooManyPixels(u32, u32),
    /// No photograph, or a damaged one. The person can choose another.
    #[error("the browser cannot decode it")]
    Undecodable,
    /// A long screenshot, in pixels: small enough to keep, it could not be read.
    ///
    /// The person can take it in parts.
    #[error("{0} × {1} pixels are too long")]
    TooLong(u32, u32),
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
    if size == 0 {
        return Err(PictureFault::Empty);
    }
    let first = picked.first(IMAGE_HEAD).await?.to_vec();
    let head = ImageHead::of(&first);
    if head == ImageHead::Drawing {
        return Err(PictureFault::Drawing);
    }
    if let Some((width, height)) = head.too_many_pixels() {
        return Err(PictureFault::TooManyPixels(width, height));
    }
    if !is_whole(picked, &first).await? {
        return Err(PictureFault::CutOff);
    }
    let image = decode(picked, head).await?;
    let (width, height) = (image.natural_width(), image.natural_height());
    for (width, height) in image_sizes(width, height) {
        let canvas = drawn(&image, width, height).map_err(|thrown| refused(&thrown))?;
        for quality in QUALITIES {
            let bytes = written(&canvas, "image/jpeg", quality).await?;
            if bytes.len() <= most {
                return Ok(bytes);
            }
        }
    }
    Err(if is_long_image(width, height) { PictureFault::TooLong(width, height) } else { PictureFault::TooDetailed })
}

/// Returns whether the file has the end that its beginning promises.
///
/// Browsers draw as much as there is of a picture that is cut off.
async fn is_whole(picked: &PickedFile, first: &[u8]) -> Result<bool, FileFault> {
    match ImageEnd::of(first) {
        Some(ImageEnd::Mark(mark, from)) => picked.holds(mark, from).await,
        Some(ImageEnd::Length(length)) => Ok(picked.size() >= length),
        None => Ok(true),
    }
}

/// Decodes by way of an image element.
///
/// Unlike `createImageBitmap` it turns the picture upright in every browser of the floor.
async fn decode(picked: &PickedFile, head: ImageHead) -> Result<HtmlImageElement, PictureFault> {
    let address = Url::create_object_url_with_blob(picked.blob()).map_err(|thrown| refused(&thrown))?;
    let decoded = loaded(&address).await;
    // The element keeps what it has decoded. Revoking an address of our own making does not fail.
    drop(Url::revoke_object_url(&address));
    decoded.map_err(|fault| match (fault, head) {
        (PictureFault::Undecodable, ImageHead::Heic) => PictureFault::Heic,
        (PictureFault::Undecodable, ImageHead::Avif) => PictureFault::NotDecoded("AVIF"),
        (PictureFault::Undecodable, ImageHead::Tiff) => PictureFault::NotDecoded("TIFF"),
        (PictureFault::Undecodable, ImageHead::Pixels(width, height))
            if u64::from(width) * u64::from(height) > MANY_PIXELS =>
        {
            PictureFault::TooManyPixels(width, height)
        }
        (fault, _) => fault,
    })
}

/// The picture at an address.
///
/// # Errors
/// [`PictureFault::Undecodable`], [`PictureFault::Refused`].
pub(super) async fn loaded(address: &str) -> Result<HtmlImageElement, PictureFault> {
    let image = HtmlImageElement::new().map_err(|thrown| refused(&thrown))?;
    image.set_src(address);
    match JsFuture::from(image.decode()).await {
        Ok(_) if image.natural_width() > 0 => Ok(image),
        _ => Err(PictureFault::Undecodable),
    }
}

/// The picture on a canvas of this size in dots, on white.
pub(super) fn drawn(image: &HtmlImageElement, width: u32, height: u32) -> Result<HtmlCanvasElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?.unchecked_into();
    // What is transparent in a PNG would come out black.
    context.set_fill_style_str("#fff");
    let (width, height) = (f64::from(width), f64::from(height));
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// The picture as a PNG of this size in dots.
///
/// # Errors
/// [`PictureFault::Refused`].
pub(super) async fn png(image: &HtmlImageElement, width: u32, height: u32) -> Result<Vec<u8>, PictureFault> {
    let canvas = drawn(image, width, height).map_err(|thrown| refused(&thrown))?;
    written(&canvas, "image/png", 1.0).await
}

async fn written(canvas: &HtmlCanvasElement, kind: &str, quality: f64) -> Result<Vec<u8>, PictureFault> {
    let mut ask = |resolve: Function, reject: Function| {
        let done = Closure::once_into_js(move |blob: JsValue| drop(resolve.call1(&JsValue::UNDEFINED, &blob)));
        if let Err(thrown) =
            canvas.to_blob_with_type_and_encoder_options(done.unchecked_ref(), kind, &JsValue::from_f64(quality))
        {
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
pub(crate) struct ImageUrl(String);

impl ImageUrl {
    /// Makes the address.
    ///
    /// # Errors
    /// [`PictureFault::Refused`].
    pub(crate) fn new(jpeg: &[u8]) -> Result<Self, PictureFault> {
        Self::of("image/jpeg", jpeg)
    }

    /// Makes the address of a picture of this media type.
    ///
    /// # Errors
    /// [`PictureFault::Refused`].
    pub(super) fn of(kind: &str, bytes: &[u8]) -> Result<Self, PictureFault> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|thrown| refused(&thrown))?;
        Url::create_object_url_with_blob(&blob).map(Self).map_err(|thrown| refused(&thrown))
    }

    pub(crate) fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for ImageUrl {
    fn drop(&mut self) {
        drop(Url::revoke_object_url(&self.0));
    }
}
