//! Measures how fast received files are checked.
//!
//! They are checked beside npm jose with canonicalize, in the same page of the same browser. First a month in which
//! every key is new, then the next one of the same enterprises: now the registry knows the keys and has the page tell
//! its workers, and jose has kept what it made of them.

use std::{fmt, fs, path::Path};

use serde_json::{Value, json};

use crate::{
    journey_on,
    page::Page,
    reports::{self, Batch, CheckList},
    site::Site,
    workplace,
};

/// Files that jose checks at the same time.
///
/// Its cryptography is the browser's own and runs beside the page.
const JOSE_AT_ONCE: usize = 8;
/// The longest that one way of checking may take, milliseconds.
const PATIENCE_MS: u32 = 600_000;
/// Of the larger batch: enough to measure the signatures alone.
const SIGNATURES_ONLY: usize = 2_000;

/// A field of its own for the files: both sides read them from the disk.
const FIELD: &str = "
    document.getElementById('bench')?.remove();
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'bench' }));";

/// Our program in its own workers, by the messages its page sends, here of one file each.
///
/// For each worker one file is in work, one waits inside it, and one is being read from the disk.
const OURS: &str = "
    const [workers, known, done] = arguments;
    const bytes = (x) => Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    (async () => {
        const keys = new Uint8Array(await new Blob(known.map(bytes)).arrayBuffer());
        const files = [...document.getElementById('bench').files];
        const answers = { sound: 0, refused: 0, first: null };
        const began = performance.now();
        let next = 0, answered = 0;
        const feed = async (worker) => {
            const at = next++;
            if (at >= files.length) return;
            worker.postMessage([[at, JSON.stringify({ check_file: { name: files[at].name } }), new Uint8Array(await files[at].arrayBuffer())]]);
        };
        const crew = Array.from({ length: workers }, () => new Worker(window.scriptAddress()));
        for (const worker of crew) {
            worker.onmessage = ({ data: [[id, kind, text]] }) => {
                if (kind !== 'done' || id === 'keys') return;
                answers.first ??= performance.now() - began;
                JSON.parse(text).found.report ? answers.sound++ : answers.refused++;
                if (++answered === files.length) {
                    crew.forEach((worker) => worker.terminate());
                    return done({ ...answers, took: performance.now() - began });
                }
                feed(worker);
            };
            worker.postMessage([['keys', JSON.stringify({ learn_keys: {} }), keys]]);
            feed(worker);
            feed(worker);
            feed(worker);
        }
    })().catch((fault) => done(String(fault)));";

/// A script that does with jose and canonicalize what a careful program does.
///
/// It is `docs/verify/verify.mjs` without the rules that no signature needs. With `keeps`, it takes the keys that it
/// read before as they are, and their thumbprints.
const JOSE: &str = "
    const [atOnce, keeps, done] = arguments;
    window.keptKeys = keeps ? (window.keptKeys ?? new Map()) : new Map();
    (async () => {
        const located = (path) => new URL(`foreign/${path}`, document.baseURI).href;
        const { base64url, calculateJwkThumbprint, generalVerify, importJWK } = await import(located('jose/index.js'));
        const { default: canonicalize } = await import(located('canonicalize.js'));
        const files = [...document.getElementById('bench').files];
        const answers = { sound: 0, refused: 0, first: null };
        const verify = async (file) => {
            const { document, signatures } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
            const payload = base64url.encode(canonicalize(document));
            for (const signature of signatures) {
                const { kid, alg } = JSON.parse(new TextDecoder().decode(base64url.decode(signature.protected)));
                const signer = document.signers.find((signer) => signer.kid === kid);
                const name = JSON.stringify(signer.key);
                if (!window.keptKeys.has(name)) {
                    const made = { kid: await calculateJwkThumbprint(signer.key), key: await importJWK(signer.key, alg) };
                    window.keptKeys.set(name, made);
                }
                const { kid: thumbprint, key } = window.keptKeys.get(name);
                if (thumbprint !== kid) throw new Error('thumbprint');
                await generalVerify({ payload, signatures: [signature] }, key, { algorithms: ['Ed25519'] });
            }
        };
        const began = performance.now();
        let next = 0;
        const lane = async () => {
            while (next < files.length) {
                const sound = await verify(files[next++]).then(() => true, () => false);
                answers.first ??= performance.now() - began;
                sound ? answers.sound++ : answers.refused++;
            }
        };
        await Promise.all(Array.from({ length: atOnce }, lane));
        done({ ...answers, took: performance.now() - began });
    })().catch((fault) => done(String(fault)));";

/// One way of checking a batch.
#[derive(Debug, Clone, PartialEq)]
struct Way {
    said: &'static str,
    files: usize,
    first: f64,
    took: f64,
    /// Processor time of the whole browser, seconds.
    worked: f64,
}

impl Way {
    fn per_second(&self) -> f64 {
        self.files as f64 / self.took * 1e3
    }

    /// Microseconds of processor time for a file.
    fn work(&self) -> f64 {
        self.worked / self.files as f64 * 1e6
    }
}

/// A month of reports, checked in several ways.
#[derive(Debug)]
struct Month {
    said: &'static str,
    jose: Way,
    ways: Vec<Way>,
}

/// The measurements of verifying.
#[derive(Debug)]
pub struct Measured {
    mean_bytes: usize,
    months: [Month; 2],
}

impl fmt::Display for Measured {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "files of {} bytes on average, two signatures each", self.mean_bytes)?;
        for Month { said, jose, ways } in &self.months {
            writeln!(formatter, "{said}")?;
            for way in [jose].into_iter().chain(ways) {
                let (per_second, times, work) = (way.per_second(), way.per_second() / jose.per_second(), way.work());
                let Way { said, files, first, .. } = way;
                writeln!(
                    formatter,
                    "  {said:<58} {files:>6} files  {per_second:>6.0} files/s  {times:.2} × jose  {work:>5.0} µs of processor \
                     time each  first verdict {first:>4.0} ms"
                )?;
            }
        }
        Ok(())
    }
}

/// Measures with `count` files and prints.
///
/// # Panics
/// As [`measure`].
pub fn run(count: usize) {
    let folder = tempfile::tempdir().expect("a folder for the site");
    journey_on(site_with_jose(folder.path()), "bench-verify", |page| println!("{}", measure(page, count)));
}

/// The built site with jose and canonicalize in a folder of its own.
///
/// The policy lets the page fetch them from there.
///
/// # Panics
/// When they are not installed.
pub fn site_with_jose(folder: &Path) -> Site {
    copy(&workplace::dist(), folder);
    let modules = workplace::tools().join("foreign/node_modules");
    copy(&modules.join("jose/dist/webapi"), &folder.join("foreign/jose"));
    let canonicalize =
        fs::read_to_string(modules.join("canonicalize/lib/canonicalize.js")).expect("canonicalize is installed");
    // Written for node's older modules; its code stays as it is.
    let module = format!("const module = {{}};\n{canonicalize}\nexport default module.exports;\n");
    fs::write(folder.join("foreign/canonicalize.js"), module).expect("a module");
    Site::of(folder)
}

pub(super) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder that is there").flatten() {
        let (source, copy) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            self::copy(&source, &copy);
        } else {
            fs::copy(&source, &copy).expect("a copy");
        }
    }
}

/// Measures on the office's page of a site made by [`site_with_jose`].
///
/// # Panics
/// When a file gets another verdict than it must.
pub fn measure(page: &Page, count: usize) -> Measured {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let folder_of = |name: &str| {
        let folder = folder.path().join(name);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    };
    let first = reports::write_month(&folder_of("first"), count, CheckList::Ours, reports::MONTH_BEFORE);
    let second = reports::write_month(&folder_of("second"), count, CheckList::Ours, reports::MONTH);
    let alone = reports::write(&folder_of("signatures-only"), count.min(SIGNATURES_ONLY), CheckList::Another);
    let keys = json!(reports::keys(count));
    page.before_each_document(crate::desk::TRUST_TESTS);
    page.open("office.html");
    let patience = page.browser.session.post("timeouts", &json!({ "script": PATIENCE_MS }));
    patience.unwrap_or_else(|refused| panic!("{refused}"));
    give(page, &first);
    // Once before, so that neither side is measured while the browser still translates it.
    let jose = |batch: &Batch, keeps: bool| {
        way(page, "npm jose + canonicalize, signatures only", JOSE, &[json!(JOSE_AT_ONCE), json!(keeps)], batch)
    };
    let ours = |said, workers: usize, known: &Value, batch: &Batch| {
        way(page, said, OURS, &[json!(workers), known.clone()], batch)
    };
    let unknown = json!([]);
    jose(&first, false);
    // What it keeps is what the last run has met.
    let of_first = jose(&first, false);
    let mut new = vec![
        ours("one worker, strict reading and recomputation included", 1, &unknown, &first),
        ours("two workers, strict reading and recomputation included", 2, &unknown, &first),
    ];
    give(page, &second);
    let of_second = jose(&second, true);
    let known = vec![
        ours("one worker, strict reading and recomputation included", 1, &keys, &second),
        ours("two workers, strict reading and recomputation included", 2, &keys, &second),
    ];
    give(page, &alone);
    new.push(ours("one worker, strict reading, nothing to recompute", 1, &unknown, &alone));
    new.push(ours("two workers, strict reading, nothing to recompute", 2, &unknown, &alone));
    let months = [
        Month { said: "a first month, every key is new", jose: of_first, ways: new },
        Month { said: "the next month, every key is known, and jose has kept them", jose: of_second, ways: known },
    ];
    Measured { mean_bytes: first.bytes / count, months }
}

fn give(page: &Page, batch: &Batch) {
    page.js(FIELD, &[]);
    page.give_files("#bench", &batch.files);
}

fn way(page: &Page, said: &'static str, script: &str, arguments: &[Value], batch: &Batch) -> Way {
    let before = page.browser.processor_time();
    let answer = page.later(script, arguments);
    let worked = page.browser.processor_time() - before;
    let refused = batch.expected.get("rejected").copied().unwrap_or_default();
    let verdicts = json!({ "sound": answer["sound"], "refused": answer["refused"] });
    assert_eq!(verdicts, json!({ "sound": batch.files.len() - refused, "refused": refused }), "{said}: {answer}");
    let number = |name: &str| answer.get(name).and_then(Value::as_f64).unwrap_or_default();
    Way { said, files: batch.files.len(), first: number("first"), took: number("took"), worked }
}
