//! Photographs of hazards.
//!
//! Small, without the place where they were taken, and told apart from what is none.

use std::fs;
use std::io::Write as _;

use anziping_tests::{Engine, Options, Page, journey, journey_with, workplace};
use flate2::{Compression, Crc, write::ZlibEncoder};
use sha2::{Digest as _, Sha256};

/// Begins a hazard whose page is then open.
fn begin(page: &Page) {
    page.open("");
    page.press("demo");
    page.go("#/hazards", "hazards");
    page.press("add-hazard");
    page.until_there("#hazard-photos");
    page.fill_at("[name=hazard-Place]", "打磨间");
}

fn with_position() -> Vec<u8> {
    fs::read(workplace::root().join("tests/fixtures/photos/with-position.jpg")).expect("the fixture")
}

#[test]
fn a_photograph_of_20_mb_becomes_small_and_loses_its_position() {
    becomes_small(Engine::Chromium);
}

/// A kept photograph is small, upright, and has nothing of the camera's data.
pub fn becomes_small(engine: Engine) {
    journey_with(&format!("photo-{engine:?}"), Options { engine, ..Options::default() }, |page| {
        begin(page);
        let mut large = with_position();
        assert!(large.windows(4).any(|part| part == b"Exif"), "the camera has written its data");
        // Decoders stop at the end of the picture; the file is as large as those of a new telephone.
        large.resize(20_000_000, 0);
        page.hand_over("add-photo-before", &page.file("large.jpg", &large));
        page.until_there("[data-photos=Before] [data-photo] img");
        page.until(
            "an upright picture",
            "const it = document.querySelector('img.photo'); return it.complete && it.naturalWidth === 480 && it.naturalHeight === 640",
            &[],
        );
        page.until_there("[data-room='1']");
        page.axe_light_and_dark("a hazard with a photograph");
        page.fits("a hazard with a photograph");
        page.saved();
        page.reload();
        page.until_there("[data-photos=Before] [data-photo] img");
        let hash = page.attributes("[data-photo]", "data-photo").remove(0);

        page.go("#/hazards", "hazards");
        page.press("export-photos");
        let archive = fs::read(page.downloaded(".zip")).expect("the archive");
        let at = |part: &[u8]| archive.windows(part.len()).position(|window| window == part).expect("a stored JPEG");
        let jpeg = &archive[at(&[0xff, 0xd8, 0xff])..at(b"PK\x07\x08")];
        assert!(jpeg.len() <= 200_000, "{}", jpeg.len());
        assert!(!jpeg.windows(4).any(|part| part == b"Exif"), "nothing of the camera's data is left");
        let own: String = Sha256::digest(jpeg).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(own, hash, "the ledger names the picture by its hash");

        page.go("#/settings", "settings");
        page.until_there("[data-with-photos]");
    });
}

/// A grey picture, by its pixels.
fn png(width: u32, height: u32, pixel: impl Fn(u32, u32) -> u8) -> Vec<u8> {
    let mut rows = ZlibEncoder::new(Vec::new(), Compression::fast());
    for y in 0..height {
        let row: Vec<u8> = [0].into_iter().chain((0..width).map(|x| pixel(x, y))).collect();
        rows.write_all(&row).expect("a vector takes all");
    }
    let head = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [(b"IHDR", head), (b"IDAT", rows.finish().expect("a vector takes all")), (b"IEND", Vec::new())]
    {
        let mut sum = Crc::new();
        sum.update(name);
        sum.update(&data);
        file.extend(u32::try_from(data.len()).expect("a small picture").to_be_bytes());
        file.extend([name.as_slice(), &data, &sum.sum().to_be_bytes()].concat());
    }
    file
}

/// The largest picture of a telephone's camera, 108 million pixels, in a small file.
fn large_gray() -> Vec<u8> {
    png(12_000, 9_000, |x, _| (x / 47) as u8)
}

#[test]
fn writing_of_a_long_screenshot_stays_legible() {
    journey("long-screenshot", |page| {
        begin(page);
        let lines = png(1_080, 12_000, |x, y| if y % 400 < 24 && x / 12 % 2 == 0 { 0 } else { 255 });
        page.hand_over("add-photo-before", &page.file("notice.png", &lines));
        page.until_there("[data-photos=Before] [data-photo] img");
        page.until(
            "a picture that is wide enough",
            "const it = document.querySelector('img.photo'); return it.complete && it.naturalWidth >= 720 && it.naturalHeight >= 8000",
            &[],
        );
    });
}

/// A browser without the memory for it says that it is too large, not that it is damaged.
pub fn takes_108_megapixels(engine: Engine) {
    journey_with(&format!("108-megapixels-{engine:?}"), Options { engine, ..Options::default() }, |page| {
        begin(page);
        page.hand_over("add-photo-before", &page.file("108.png", large_gray()));
        page.until(
            "the picture or why there is none",
            "const it = document.querySelector('img.photo'), said = document.querySelector('[data-photo-faults]');
            return it ? it.complete && it.naturalWidth === 1600 : said && said.innerText.includes('太大')",
            &[],
        );
    });
}

#[test]
fn a_photograph_of_108_megapixels_is_taken_in_or_called_too_large() {
    takes_108_megapixels(Engine::Chromium);
    takes_108_megapixels(Engine::Firefox);
}

/// A picture of 900 million pixels, as far as its head says.
fn large_png() -> Vec<u8> {
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0".to_vec()
}

#[test]
fn what_is_no_photograph_is_said_and_costs_nothing() {
    says_what_is_no_photograph(Engine::Chromium);
}

/// A file that is no photograph is named with the way out of it, and costs nothing that was there.
pub fn says_what_is_no_photograph(engine: Engine) {
    journey_with(&format!("no-photo-{engine:?}"), Options { engine, ..Options::default() }, |page| {
        begin(page);
        let heic = [b"\0\0\0\x18ftypheic\0\0\0\0".as_slice(), &[7; 4_000]].concat();
        let photo = with_position();
        let half = photo[..photo.len() / 2].to_vec();
        let long = png(1_080, 12_000, |x, y| ((x * 7_919) ^ (y * 104_729) ^ ((x * y) >> 3)) as u8);
        let tiff = b"II*\0\x08\0\0\0\0\0".to_vec();
        for (name, bytes, said) in [
            ("IMG_0001.HEIC", heic, "华为"),
            ("scan.jpg", tiff, "TIFF"),
            ("empty.jpg", Vec::new(), "再选一次"),
            ("half.jpg", half, "前半截"),
            ("half.png", large_gray()[..50_000].to_vec(), "前半截"),
            ("chat.png", long, "请分成几段截图"),
            ("large.png", large_png(), "30000 × 30000 个像素"),
            ("plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".to_vec(), "SVG"),
            ("cut.jpg", with_position()[..200].to_vec(), "损坏"),
            ("film.mp4", vec![0; 60_000_001], "没有打开"),
        ] {
            page.hand_over("add-photo-after", &page.file(name, &bytes));
            page.until_said("[data-photo-faults]", said);
            page.until_said("[data-photo-faults]", name);
        }
        page.axe_light_and_dark("a photograph that is none");
        assert_eq!(page.count("[data-photo]"), 0);
        page.hand_over("add-photo-after", &page.file("good.jpg", with_position()));
        page.until_there("[data-photos=After] [data-photo] img");
        page.click("[data-photo] [data-action=drop-photo]");
        page.until("no picture", "return !document.querySelector('[data-photo]')", &[]);
        page.js("scrollTo(0, 0)", &[]);
        page.press("undo");
        page.until_there("[data-photos=After] [data-photo] img");
        assert_eq!(page.value("[name=hazard-Place]"), "打磨间", "nothing that was typed is lost");
    });
}
