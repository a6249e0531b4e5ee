//! Lists the variants of an enumeration, and does not compile when one is left out.

/// Writes an associated constant with every variant, in this order.
///
/// It stands in an `impl` of the enumeration. A list typed as an array compiles without a variant that was added later:
/// a record would never be saved, a form be in no list.
#[macro_export]
macro_rules! listed {
    ($(#[$meta:meta])* $vis:vis $name:ident: $($variant:ident $(($inner:path))?),+ $(,)?) => {
        $(#[$meta])*
        $vis const $name: [Self; [$(stringify!($variant)),+].len()] = [$(Self::$variant $(($inner))?),+];
        const _LISTED: fn(&Self) = |one| match one {
            $(Self::$variant $(($inner))? => (),)+
        };
    };
}
