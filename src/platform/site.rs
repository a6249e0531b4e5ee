//! Names what belongs to this site, by where it lives on its host.

use anziping_seal::Sha256;

/// Name that sets our keys, databases and channels apart: `anziping:<folder of the site>:`.
///
/// One origin may serve many sites (a subdistrict's web server, a project page of a code host), and two copies of
/// this one. Both pages of a site lie in one folder and share what is kept there.
pub(crate) fn prefix() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    prefix_of(&path)
}

/// The prefix where a name may only have small letters and digits: 16 hex digits of its SHA-256.
pub(crate) fn short_name() -> String {
    let mut digits = Sha256::of(prefix().as_bytes()).to_string();
    digits.truncate(16);
    digits
}

fn prefix_of(path: &str) -> String {
    let folder = path.rfind('/').map_or("/", |slash| path.get(..=slash).unwrap_or("/"));
    // A colon ends the name: without this, the folder `/` would also own the keys of a folder `/:/`.
    format!("anziping:{}:", folder.replace(':', "%3A"))
}

#[cfg(test)]
mod tests {
    use super::prefix_of;

    #[test]
    fn both_pages_of_a_folder_share_their_keys() {
        assert_eq!(prefix_of("/jd/office.html"), "anziping:/jd/:");
        assert_eq!(prefix_of("/jd/"), prefix_of("/jd/index.html"));
    }

    #[test]
    fn no_folder_owns_the_keys_of_another() {
        assert!(!prefix_of("/:/").starts_with(&prefix_of("/")), "a folder named by a colon");
        assert!(!prefix_of("/a/b/").starts_with(&prefix_of("/a/")), "a folder within");
    }

    #[test]
    fn a_page_without_folder_counts_as_the_root() {
        assert_eq!(prefix_of(""), "anziping:/:");
    }
}
