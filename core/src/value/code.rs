//! Gives the variants of an enumeration the names under which they are written down.
//!
//! A name that stands in a file, in an address or in a public hook may not follow the variant when somebody renames it,
//! as the output of `Debug` would. Each name is pinned by a test.

/// `code()` of an enumeration.
///
/// One name for each variant, so that a new variant does not compile without one. With `read` before the type also
/// `parse`, its inverse.
macro_rules! codes {
    (read $type:ty { $($variant:ident = $code:literal),+ $(,)? }) => {
        $crate::value::code::codes! { $type { $($variant = $code),+ } }

        impl $type {
            /// Reads what [`code`](Self::code) writes; `None` for anything else.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
    ($type:ty { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $type {
            /// The name in files, forms and hooks.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }
    };
}
pub(crate) use codes;
