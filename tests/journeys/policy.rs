//! What the content security policy promises, tried from inside the page: nothing foreign runs, nothing leaves.

use std::{
    io::{ErrorKind, Read},
    net::TcpListener,
};

use anziping_tests::journey;
use serde_json::json;

/// Tries everything a smuggled-in text would try. What comes through is noted in `window.broken`, what the browser says about the
/// rest in `window.refused`.
const TRY_EVERYTHING: &str = r#"
    const [foreign] = arguments;
    window.broken = [];
    window.refused = [];
    addEventListener("securitypolicyviolation", (event) => window.refused.push(event.effectiveDirective));
    const through = (what) => () => window.broken.push(what);
    const attempt = (deed) => { try { deed(); } catch { /* refused, as it should be */ } };
    const put = (name, members) => document.body.appendChild(Object.assign(document.createElement(name), members));

    // Code.
    put("script", { textContent: "window.broken.push('inline script')" });
    const holder = put("div", { innerHTML: "<button onclick=\"window.broken.push('inline handler')\">x</button>" });
    holder.firstChild.click();
    // Later, by the page itself: while a script of the driver runs, the browser lets it evaluate texts.
    setTimeout(() => attempt(() => eval("window.broken.push('eval')")));
    setTimeout(() => attempt(() => new Function("window.broken.push('new Function')")()));
    put("script", { src: `${foreign}/foreign.js`, onload: through("foreign script") });
    attempt(() => { new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))).onmessage = through("blob worker"); });

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
    put("div", { innerHTML: "<p style=\"--broken: 1\"></p>" });
    document.head.prepend(Object.assign(document.createElement("base"), { href: `${foreign}/` }));
"#;

/// Every directive that has to say no.
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

fn nothing_foreign_runs_and_nothing_leaves(name: &str, page_file: &str) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let foreign = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
    journey(name, |page| {
        page.open(page_file);
        page.expect_message("policy violation");
        page.expect_message("Content Security Policy");
        page.expect_message(&foreign);
        page.expect_attempts_at(&foreign);
        page.js(TRY_EVERYTHING, &[json!(format!("http://{foreign}"))]);
        let all_said = "return arguments[0].every((directive) => window.refused.includes(directive))";
        page.until("every directive has said no", all_said, &[json!(DIRECTIVES)]);
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
