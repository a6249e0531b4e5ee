//! The pictograms, drawn by us in a field of 100 × 100: simple, and no copies of those of a standard.

/// A pictogram: what is filled, and what is drawn with a broad pen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Pictogram {
    /// Path that is filled; where it covers itself it is open.
    pub filled: &'static str,
    /// Path that is drawn.
    pub lined: &'static str,
}

const FLAME: &str = "M52 4c4 18 28 30 28 58a29 29 0 0 1-59 0c0-14 8-21 12-33 7 6 9 11 10 17 8-12 11-26 9-42z";
const BURST: &str =
    "M50 4l9 22 20-13-7 23 24 3-20 14 17 18-25-3 2 24-17-16-13 20-5-24-24 7 13-20L4 50l23-5L14 22l23 8z";
const HAND: &str = "M26 56V24a6 6 0 0 1 12 0v22h2V12a6 6 0 0 1 12 0v34h2V16a6 6 0 0 1 12 0v32h2V26a6 6 0 0 1 12 0v40c0 \
    18-12 28-28 28-14 0-22-8-28-18L10 60a7 7 0 0 1 11-8z";
const PERSON: &str = "M50 4a11 11 0 1 1-.1 0zM35 32h30a5 5 0 0 1 5 5v28h-8V43h-3v53h-8V66h-2v30h-8V43h-3v22h-8V37a5 5 0 \
    0 1 5-5z";

const GEAR: &str = "M42 19 42 5 58 5 58 19 66 22 77 12 88 23 78 34 81 42 95 42 95 58 81 58 78 66 88 77 77 88 66 78 58 81 58 \
    95 42 95 42 81 34 78 23 88 12 77 22 66 19 58 5 58 5 42 19 42 22 34 12 23 23 12 34 22zM50 36a14 14 0 1 1-.1 0z";

/// Every pictogram by the id of its sign.
static PICTOGRAMS: [(&str, Pictogram); 30] = [
    (
        "no-smoking",
        Pictogram {
            filled: "M2 60h66v15H2zM73 60h7v15h-7zM85 60h7v15h-7z",
            lined: "M76 48c0-14 12-12 10-28M92 48c0-12 6-14 4-26",
        },
    ),
    ("no-fire", Pictogram { filled: FLAME, lined: "M50 78v18" }),
    ("no-entry", Pictogram { filled: PERSON, lined: "" }),
    (
        "no-switching",
        Pictogram {
            filled: "M50 18a8 8 0 1 1-.1 0zM50 66a8 8 0 1 1-.1 0z",
            lined: "M50 2v20M50 98V78M50 74 80 34M20 98h60",
        },
    ),
    (
        "no-standing",
        Pictogram {
            filled: "M30 0h40v16H30zM50 24a10 10 0 1 1-.1 0zM36 47h28v28h-5v23h-8V78h-2v20h-8V75h-5z",
            lined: "",
        },
    ),
    ("no-touching", Pictogram { filled: HAND, lined: "" }),
    ("beware-fire", Pictogram { filled: FLAME, lined: "M8 98h84" }),
    ("beware-explosion", Pictogram { filled: BURST, lined: "" }),
    ("beware-dust", Pictogram { filled: BURST, lined: "M4 96h.1M22 90h.1M42 98h.1M62 92h.1M82 98h.1M98 90h.1" }),
    ("beware-electricity", Pictogram { filled: "M60 0 24 54h22l-10 46 44-60H56z", lined: "" }),
    ("beware-machine", Pictogram { filled: GEAR, lined: "" }),
    ("beware-hands", Pictogram { filled: HAND, lined: "M72 98a12 12 0 1 1 .1 0zM96 62l-8 8M60 98h-8" }),
    (
        "beware-falling",
        Pictogram {
            filled: "M66 6a10 10 0 1 1-.1 0z",
            lined: "M60 30 48 54l16 16 18-4M48 54 40 78M58 34l22 12M58 34 38 28M2 52h24v46",
        },
    ),
    ("beware-load", Pictogram { filled: "M18 50h64v46H18z", lined: "M50 2v18M50 20 22 50M50 20l28 30" }),
    (
        "beware-forklift",
        Pictogram {
            filled: "M14 46h32l14 22h6v14H14zM26 76a11 11 0 1 1-.1 0zM56 76a11 11 0 1 1-.1 0z",
            lined: "M20 46V18h26l14 48M76 8v82h22",
        },
    ),
    (
        "beware-poison",
        Pictogram {
            filled: "M50 4C26 4 12 20 12 40c0 12 6 20 14 25v13h48V65c8-5 14-13 14-25C88 20 74 4 50 4zM34 32a9 9 0 1 1-.1 \
            0zM66 32a9 9 0 1 1-.1 0zM50 54l6 11H44z",
            lined: "M12 84l76 13M88 84 12 97",
        },
    ),
    (
        "beware-space",
        Pictogram {
            filled: "M50 6a10 10 0 1 1-.1 0zM38 32h24v32H38z",
            lined: "M8 66a42 16 0 1 0 84 0 42 16 0 1 0-84 0zM38 36 22 50M62 36l16 14",
        },
    ),
    (
        "beware-heat",
        Pictogram {
            filled: "",
            lined: "M24 74c-12-14 12-20 0-36S36 20 24 4M50 74c-12-14 12-20 0-36S62 20 50 4M76 74c-12-14 12-20 0-36S88 20 \
            76 4M6 94h88",
        },
    ),
    (
        "beware-corrosion",
        Pictogram {
            filled: "M62 34c7 11 9 15 9 20a9 9 0 0 1-18 0c0-5 2-9 9-20zM6 78h40l6 8h18l6-8h18v18H6z",
            lined: "M8 8l44 22M16 2 4 26",
        },
    ),
    (
        "wear-helmet",
        Pictogram { filled: "M14 48a36 36 0 0 1 72 0h10v12H4V48z", lined: "M24 66c0 20 12 30 26 30s26-10 26-30" },
    ),
    (
        "wear-goggles",
        Pictogram { filled: "M16 38h30v24H16zM54 38h30v24H54z", lined: "M50 8a42 42 0 1 1-.1 0zM10 44h80M40 78h20" },
    ),
    (
        "wear-mask",
        Pictogram {
            filled: "M26 50h48l-8 30H34z",
            lined: "M50 8a42 42 0 1 1-.1 0zM26 52 10 44M74 52l16-8M34 36h.1M66 36h.1",
        },
    ),
    ("wear-gloves", Pictogram { filled: HAND, lined: "M28 98h44" }),
    (
        "wear-ears",
        Pictogram {
            filled: "M2 42h18v30H2zM80 42h18v30H80z",
            lined: "M11 42a39 38 0 0 1 78 0M50 24a30 32 0 1 1-.1 0zM38 52h.1M62 52h.1M42 72h16",
        },
    ),
    (
        "wear-harness",
        Pictogram {
            filled: "M44 4a10 10 0 1 1-.1 0z",
            lined: "M44 30v34M44 64 30 96M44 64l14 32M24 48l20-14 20 14M34 62h20M54 60 94 4M88 2h10",
        },
    ),
    (
        "ventilate",
        Pictogram {
            filled: "M50 46C38 18 58 2 70 12S64 42 50 46zM54 52c30-4 38 20 24 28S52 66 54 52zM46 54c-18 24-42 14-38-2s26-10 \
            38 2z",
            lined: "M50 46a4 4 0 1 1-.1 0z",
        },
    ),
    (
        "lock-out",
        Pictogram {
            filled: "M18 44h64v52H18zM50 60a7 7 0 0 1 4 13v11h-8V73a7 7 0 0 1 4-13z",
            lined: "M31 44V28a19 19 0 0 1 38 0v16",
        },
    ),
    (
        "emergency-exit",
        Pictogram {
            filled: "M36 8a9 9 0 1 1-.1 0z",
            lined: "M62 4h34v92H62M34 30 28 54l14 14-6 26M28 54 8 76M34 34l18 12M34 34 14 42",
        },
    ),
    ("first-aid", Pictogram { filled: "M37 8h26v29h29v26H63v29H37V63H8V37h29z", lined: "" }),
    (
        "assembly-point",
        Pictogram {
            filled: "M50 28a8 8 0 1 1-.1 0zM39 48h22v26H39z",
            lined: "M4 4l22 22M26 10v16H10M96 4 74 26M74 10v16h16M4 96l22-22M10 74h16v16M96 96 74 74M90 74H74v16",
        },
    ),
];

/// The pictogram of a sign; nothing for an id that has none, which a test rules out.
pub(super) fn pictogram(id: &str) -> Pictogram {
    PICTOGRAMS.iter().find(|(of, _)| *of == id).map_or_else(Pictogram::default, |(_, drawn)| *drawn)
}

#[cfg(test)]
mod tests {
    use anziping_core::trade::SIGNS;

    use super::*;

    #[test]
    fn every_sign_has_a_pictogram_and_every_pictogram_a_sign() {
        let (signs, drawn): (Vec<_>, Vec<_>) =
            (SIGNS.iter().map(|sign| sign.id).collect(), PICTOGRAMS.iter().map(|(id, _)| *id).collect());
        assert_eq!(signs, drawn, "in the same order");
        for (id, pictogram) in &PICTOGRAMS {
            assert_ne!(*pictogram, Pictogram::default(), "{id}: drawn");
        }
    }
}
