//! Completes a page shell: the content security policy and the integrity values.

use std::collections::BTreeMap;

use super::asset_names::integrity;
use crate::failure::Failure;

/// The content security policy of both pages.
///
/// `wasm-unsafe-eval` allows WebAssembly only; browsers that do not know the word and enforce the policy on WebAssembly
/// (Chrome 96) get the notice of `floor.js`. `data:` and `blob:` images are the charts and the previews people save.
/// Where the browser knows Trusted Types, no text becomes markup or the address of a script but through two policies
/// that nobody else can reach: that of the glue ([`super::trusted`]) and that of `boot.js`.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    style-src 'self'; img-src 'self' data: blob:; worker-src 'self'; manifest-src 'self'; font-src 'self'; \
    base-uri 'none'; form-action 'none'; object-src 'none'; \
    trusted-types anziping anziping-offline; require-trusted-types-for 'script'";

/// Asked of browsers with two kernels; some look at the first kilobyte of a page only.
const KERNEL: [&str; 3] = ["http-equiv=\"X-UA-Compatible\"", "name=\"renderer\"", "name=\"force-rendering\""];
const LOOKED_AT: usize = 1_024;

const POLICY_MARK: &str = "__POLICY__";
const INTEGRITY_MARK: &str = " integrity";
const OFFLINE_MARK: &str = " data-sw=\"./sw.js\"";

/// Refuses a finished page that asks for the newer kernel too late, or not at all.
///
/// # Errors
/// [`Failure::Template`], with what it asks for.
pub fn asks_in_time(name: &str, page: &str) -> Result<(), Failure> {
    match KERNEL.iter().find(|ask| page.find(**ask).is_none_or(|at| at + ask.len() > LOOKED_AT)) {
        None => Ok(()),
        Some(ask) => {
            let what = format!("{ask} must stand in its first {LOOKED_AT} bytes");
            Err(Failure::Template { file: name.into(), what })
        }
    }
}

/// Fills in a page shell whose references are already final.
///
/// `files` are the published files it may refer to.
///
/// # Errors
/// [`Failure::Template`] when the policy's mark is missing, an `integrity` mark stands in a tag without a known file,
/// or the page holds an inline script, style or handler, which the policy would block.
pub fn complete(name: &str, shell: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<String, Failure> {
    let wrong = |what: String| Failure::Template { file: name.into(), what };
    if shell.matches(POLICY_MARK).count() != 1 {
        return Err(wrong(format!("{POLICY_MARK} must stand there exactly once")));
    }
    let mut page = String::with_capacity(shell.len() + 1024);
    let mut rest = shell;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map_or(rest.len(), |length| start + length + 1);
        let (before, tag) = (&rest[..start], &rest[start..end]);
        page.push_str(before);
        page.push_str(&complete_tag(tag, files).map_err(wrong)?);
        rest = &rest[end..];
    }
    page.push_str(rest);
    Ok(page.replace(POLICY_MARK, POLICY))
}

fn complete_tag(tag: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<String, String> {
    if tag.starts_with("<!--") {
        return Ok(tag.to_owned());
    }
    if tag.starts_with("<style")
        || tag.contains(" style=")
        || tag.contains(" on") && tag.contains("=\"") && has_handler(tag)
    {
        return Err(format!("inline style or handler: {tag}"));
    }
    if tag.starts_with("<script") && !tag.contains(" src=") {
        return Err(format!("inline script: {tag}"));
    }
    let Some(mark) = tag.find(INTEGRITY_MARK) else {
        return Ok(tag.to_owned());
    };
    let address = ["href", "src"].iter().find_map(|name| attribute(tag, name)).unwrap_or_default();
    let bytes = files
        .get(address.trim_start_matches("./"))
        .ok_or_else(|| format!("no published file for the integrity of {tag}"))?;
    let (before, after) = tag.split_at(mark + INTEGRITY_MARK.len());
    Ok(format!("{before}=\"{}\"{after}", integrity(bytes)))
}

fn has_handler(tag: &str) -> bool {
    tag.split_whitespace().skip(1).any(|word| word.starts_with("on") && word.contains('='))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// The shell without its service worker.
///
/// Pages built so also remove one that is already there (`boot.js`).
///
/// # Errors
/// [`Failure::Template`] when the shell does not name `sw.js` in the expected way.
pub fn without_offline(name: &str, shell: &str) -> Result<String, Failure> {
    if shell.matches(OFFLINE_MARK).count() != 1 {
        return Err(Failure::Template { file: name.into(), what: format!("no `{}`", OFFLINE_MARK.trim()) });
    }
    Ok(shell.replace(OFFLINE_MARK, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([("assets/app-1.css".to_owned(), Vec::new())])
    }

    fn page(body: &str) -> Result<String, Failure> {
        complete("index.html", &format!("<meta content=\"__POLICY__\">{body}"), &files())
    }

    #[test]
    fn the_policy_allows_no_inline_script_style_or_eval() {
        assert!(!POLICY.contains("unsafe-inline"));
        assert!(!POLICY.contains("'unsafe-eval'"));
        assert!(POLICY.starts_with("default-src 'none';"));
    }

    #[test]
    fn a_page_asks_for_its_kernel_in_the_first_kilobyte() {
        let page = include_str!("../../../index.html");
        assert!(asks_in_time("index.html", page).is_ok());
        let late = page.replacen("<html ", &format!("<html data-long=\"{}\" ", "x".repeat(LOOKED_AT)), 1);
        assert!(asks_in_time("index.html", &late).is_err());
        assert!(asks_in_time("index.html", &page.replace("force-rendering", "other")).is_err());
    }

    #[test]
    fn the_policy_stands_in_the_page() {
        assert!(page("").unwrap().contains(&format!("content=\"{POLICY}\"")));
        assert!(complete("index.html", "<p>", &files()).is_err(), "a page without a policy is refused");
    }

    #[test]
    fn a_marked_tag_gets_the_integrity_of_its_file() {
        let page = page(r#"<link rel="stylesheet" href="./assets/app-1.css" integrity>"#).unwrap();
        assert!(page.contains(&format!(r#" integrity="{}">"#, integrity(b""))), "{page}");
    }

    #[test]
    fn integrity_of_an_unknown_file_is_refused() {
        assert!(page(r#"<script src="./assets/other.js" integrity></script>"#).is_err());
    }

    #[test]
    fn what_the_policy_would_block_is_refused_at_build_time() {
        for blocked in [
            "<script>go()</script>",
            r#"<p style="color:red">"#,
            "<style>p{}</style>",
            r#"<button type="button" onclick="go()">"#,
        ] {
            assert!(page(blocked).is_err(), "{blocked}");
        }
    }
}
