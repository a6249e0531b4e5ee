//! The sizes in which a picture is tried until it is small enough.

/// Pixels of the longer side of a photograph, best first.
const SIDES: [u32; 4] = [1_600, 1_280, 1_024, 720];
/// Pixels of the shorter side of a long picture, best first.
///
/// Below the last, writing on a telephone's screen cannot be read any more.
const WIDTHS: [u32; 3] = [1_080, 900, 720];
/// A picture so many times as long as it is wide is long: a chat or a notice in one piece.
///
/// The screens of telephones have 2.2.
const LONG: f64 = 2.5;
/// Pixels that a canvas holds in every browser; Safari's bound.
const CANVAS: u64 = 16_777_216;

/// Sizes to be tried for a picture of `width` times `height` pixels, best first.
///
/// None is larger than the picture.
///
/// A long one is not made narrower than can be read, so there may be no size for it at all.
pub fn image_sizes(width: u32, height: u32) -> Vec<(u32, u32)> {
    let (short, long) = (width.min(height).max(1), width.max(height).max(1));
    let is_long = is_long_image(width, height);
    let (wanted, side) = if is_long { (WIDTHS.as_slice(), short) } else { (SIDES.as_slice(), long) };
    let mut sizes: Vec<_> = wanted
        .iter()
        .map(|wanted| {
            let scale = (f64::from(*wanted) / f64::from(side)).min(1.0);
            // At most what the picture has, and at least one pixel.
            let scaled = |pixels: u32| (f64::from(pixels) * scale).round().max(1.0) as u32;
            (scaled(width), scaled(height))
        })
        .filter(|(width, height)| u64::from(*width) * u64::from(*height) <= CANVAS)
        .collect();
    sizes.dedup();
    sizes
}

/// Returns whether it is a long picture, such as of a notice: its writing has to stay readable.
pub fn is_long_image(width: u32, height: u32) -> bool {
    f64::from(width.max(height)) > LONG * f64::from(width.min(height).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photograph_is_held_by_its_longer_side() {
        assert_eq!(image_sizes(4_000, 3_000), [(1_600, 1_200), (1_280, 960), (1_024, 768), (720, 540)]);
        assert_eq!(image_sizes(1_440, 3_200)[0], (720, 1_600), "the screen of a telephone");
        assert_eq!(image_sizes(640, 480), [(640, 480)], "none is made larger");
        assert_eq!(image_sizes(1, 1), [(1, 1)]);
    }

    #[test]
    fn a_long_screenshot_is_held_by_its_shorter_side() {
        assert_eq!(image_sizes(1_080, 12_000), [(1_080, 12_000), (900, 10_000), (720, 8_000)]);
        assert_eq!(image_sizes(23_776, 3_568).last(), Some(&(4_798, 720)));
        assert_eq!(image_sizes(500, 6_000), [(500, 6_000)]);
        assert_eq!(image_sizes(1_080, 60_000), [], "no size can be read and drawn");
    }
}
