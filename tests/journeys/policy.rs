//! The promises of the content security policy, tried from inside the page.
//!
//! Nothing foreign runs, and nothing leaves.

use std::{
    io::{ErrorKind, Read},
    net::TcpListener,
};

use anziping_tests::{
    Page,
    altered::{Files, altered, in_pages},
    journey_on,
    site::Site,
    workplace,
};
use serde_json::json;
use xtask::build::single_folder;

/// Tries everything a smuggled-in text would try.
///
/// What comes through is noted in `window.broken`, what the browser says about the rest in `window.refused`, and what
/// was no deed for a mere text in `window.untrusted`.
const TRY_EVERYTHING: &str = r#"
    const [foreign, hasTrustedTypes] = arguments;
    window.broken = [];
    window.refused = [];
    window.untrusted = [];
    addEventListener("securitypolicyviolation", (event) => window.refused.push(event.effectiveDirective));
    const through = (what) => () => window.broken.push(what);
    const attempt = (deed) => { try { deed(); } catch (error) { window.untrusted.push(String(error)); } };
    const put = (name, members) => document.body.appendChild(Object.assign(document.createElement(name), members));

    // Code.
    attempt(() => put("script", { textContent: "window.broken.push('inline script')" }));
    attempt(() => put("script").append("window.broken.push('inline script of a text node')"));
    attempt(() => put("div", { innerHTML: "<button onclick=\"window.broken.push('inline handler')\">x</button>" }).firstChild.click());
    attempt(() => put("div").insertAdjacentHTML("beforeend", "<img src='data:,x' onerror=\"window.broken.push('inline handler')\">"));
    attempt(() => put("iframe", { srcdoc: "<script>parent.broken.push('inner document')</script>" }));
    // Later, by the page itself: while a script of the driver runs, the browser lets it evaluate texts.
    setTimeout(() => attempt(() => eval("window.broken.push('eval')")));
    setTimeout(() => attempt(() => new Function("window.broken.push('new Function')")()));
    setTimeout(() => attempt(() => setTimeout("window.broken.push('a text for setTimeout')")));
    attempt(() => put("script", { src: `${foreign}/foreign.js`, onload: through("foreign script") }));
    import(`${foreign}/foreign.mjs`).then(through("foreign module"), () => {});
    attempt(() => { new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))).onmessage = through("blob worker"); });
    // Nothing else forbids these.
    if (hasTrustedTypes) {
        attempt(() => navigator.serviceWorker.register("./sw.js?other").then(through("another service worker"), () => {}));
        for (const name of ["anziping", "anziping-offline", "default", "other"]) {
            attempt(() => { trustedTypes.createPolicy(name, {}); window.broken.push(`a policy named ${name}`); });
        }
    }

    // Ways out.
    fetch(`${foreign}/fetch`, { mode: "no-cors" }).then(through("fetch"), () => {});
    attempt(() => { new WebSocket(foreign.replace("http", "ws")).onopen = through("web socket"); });
    attempt(() => { new EventSource(`${foreign}/events`).onopen = through("event source"); });
    attempt(() => navigator.sendBeacon(`${foreign}/beacon`, "x"));
    put("img", { src: `${foreign}/image.png`, onload: through("foreign image") });
    put("iframe", { src: `${foreign}/frame` });
    const form = put("form", { action: `${foreign}/form`, method: "post" });
    form.submit();

    // Looks and addresses.
    put("style", { textContent: "body { --broken: 1 }" });
    put("div").setAttribute("style", "--broken: 1");
    document.head.prepend(Object.assign(document.createElement("base"), { href: `${foreign}/` }));
"#;

/// The directives that have to say no where Trusted Types do not do so first.
const BESIDE_TRUSTED_TYPES: [&str; 9] = [
    "require-trusted-types-for",
    "trusted-types",
    "script-src-elem",
    "connect-src",
    "img-src",
    "frame-src",
    "form-action",
    "style-src-attr",
    "base-uri",
];

/// Every directive that has to say no in a browser without Trusted Types.
const DIRECTIVES: [&str; 11] = [
    "script-src-elem",
    "script-src-attr",
    "script-src",
    "worker-src",
    "connect-src",
    "img-src",
    "frame-src",
    "form-action",
    "style-src-elem",
    "style-src-attr",
    "base-uri",
];

/// The policy that the pages ask for from browsers that know it.
const TRUSTED_TYPES: &str = "; trusted-types anziping anziping-offline; require-trusted-types-for 'script'";

/// Takes Trusted Types away: every other directive has to do its own part.
///
/// Older browsers have no Trusted Types.
fn without_trusted_types(files: &mut Files) {
    in_pages(files, TRUSTED_TYPES, "");
    // Of the worker the pages are not the ones it knows.
    in_pages(files, " data-sw=\"./sw.js\"", "");
}

fn nothing_foreign_runs_and_nothing_leaves(name: &str, page_file: &str) {
    let open = |page: &Page| page.open(page_file);
    attacked(Site::start(), name, open, &BESIDE_TRUSTED_TYPES, |page| {
        let untrusted = page.js("return window.untrusted.filter((said) => said.includes('Trusted')).length", &[]);
        assert!(untrusted.as_u64() >= Some(8), "{:?}", page.js("return window.untrusted", &[]));
    });
    let bare = altered(without_trusted_types);
    attacked(Site::of(bare.path()), &format!("{name}-older"), open, &DIRECTIVES, |_| ());
}

fn attacked(site: Site, name: &str, open: impl FnOnce(&Page), directives: &[&str], check: impl FnOnce(&Page)) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let foreign = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
    journey_on(site, name, |page| {
        open(page);
        page.expect_message("This document requires 'Trusted");
        page.expect_message("Creating a TrustedTypePolicy");
        page.expect_message("policy violation");
        page.expect_message("Content Security Policy");
        page.expect_message(&foreign);
        page.expect_attempts_at(&foreign);
        let has_trusted_types = directives.contains(&"trusted-types");
        page.js(TRY_EVERYTHING, &[json!(format!("http://{foreign}")), json!(has_trusted_types)]);
        let all_said = "return arguments[0].every((directive) => window.refused.includes(directive))";
        page.until("every directive has said no", all_said, &[json!(directives)]);
        check(page);
        assert_eq!(page.js("return window.broken", &[]), json!([]), "this came through");
        let own = page.js("return document.baseURI.startsWith(location.origin)", &[]);
        assert_eq!(own, json!(true), "addresses lead elsewhere");
        assert_eq!(page.js("return getComputedStyle(document.body).getPropertyValue('--broken')", &[]), json!(""));
        // A browser may open a connection in advance; what counts is that nothing is ever said over it.
        while let Ok((mut connection, _)) = listener.accept() {
            connection.set_nonblocking(true).unwrap();
            let mut said = [0; 256];
            match connection.read(&mut said) {
                Ok(0) => {}
                Err(nothing) if nothing.kind() == ErrorKind::WouldBlock => {}
                other => panic!("something reached the other origin: {other:?} {}", String::from_utf8_lossy(&said)),
            }
        }
    });
}

#[test]
fn on_the_page_of_the_enterprise_nothing_foreign_runs_and_nothing_leaves() {
    nothing_foreign_runs_and_nothing_leaves("policy-enterprise", "");
}

#[test]
fn on_the_desk_nothing_foreign_runs_and_nothing_leaves() {
    nothing_foreign_runs_and_nothing_leaves("policy-desk", "office.html");
}

#[test]
fn in_a_single_file_nothing_foreign_runs_and_nothing_leaves() {
    for name in ["安自评.html", "街道核验.html"] {
        let file = single_folder(&workplace::dist()).join(name);
        attacked(Site::start(), "policy-single", |page| page.open_file(&file), &BESIDE_TRUSTED_TYPES, |_| ());
    }
}
