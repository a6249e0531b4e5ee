//! How fast received files are checked.
//!
//! They are checked beside npm jose with canonicalize, in the same page of the same browser.

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

/// Our program in its own workers, by the messages its page sends.
///
/// For each, as there, one file is in work, one waits inside it, and one is being read from the disk.
const OURS: &str = "
    const [workers, done] = arguments;
    const files = [...document.getElementById('bench').files];
    const answers = { sound: 0, refused: 0, first: null };
    const began = performance.now();
    let next = 0, answered = 0;
    const feed = async (worker) => {
        const at = next++;
        if (at >= files.length) return;
        worker.postMessage([at, JSON.stringify({ check_file: { name: files[at].name } }), new Uint8Array(await files[at].arrayBuffer())]);
    };
    const crew = Array.from({ length: workers }, () => new Worker(window.scriptAddress()));
    for (const worker of crew) {
        worker.onmessage = ({ data: [id, kind, text] }) => {
            if (kind !== 'done') return;
            answers.first ??= performance.now() - began;
            JSON.parse(text).found.report ? answers.sound++ : answers.refused++;
            if (++answered === files.length) {
                crew.forEach((worker) => worker.terminate());
                return done({ ...answers, took: performance.now() - began });
            }
            feed(worker);
        };
        feed(worker);
        feed(worker);
        feed(worker);
    }";

/// What a careful program makes of jose and canonicalize.
///
/// It is `docs/verify/verify.mjs` without the rules that no signature needs.
const JOSE: &str = "
    const [atOnce, done] = arguments;
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
                if (await calculateJwkThumbprint(signer.key) !== kid) throw new Error('thumbprint');
                await generalVerify({ payload, signatures: [signature] }, await importJWK(signer.key, alg), { algorithms: ['Ed25519'] });
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
}

impl Way {
    fn per_second(&self) -> f64 {
        self.files as f64 / self.took * 1e3
    }
}

/// What was measured.
#[derive(Debug)]
pub struct Measured {
    mean_bytes: usize,
    jose: Way,
    ways: Vec<Way>,
}

impl fmt::Display for Measured {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "files of {} bytes on average, two signatures each", self.mean_bytes)?;
        let jose = self.jose.per_second();
        for Way { said, files, first, .. } in [&self.jose].into_iter().chain(&self.ways) {
            let way =
                [&self.jose].into_iter().chain(&self.ways).find(|way| way.said == *said).map_or(0.0, Way::per_second);
            writeln!(
                formatter,
                "  {said:<58} {files:>6} files  {way:>6.0} files/s  {:.2} × jose  first verdict {first:>4.0} ms",
                way / jose
            )?;
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
    let signatures_only = folder.path().join("signatures-only");
    fs::create_dir_all(&signatures_only).expect("a folder");
    let batch = reports::write(folder.path(), count, CheckList::Ours);
    let alone = reports::write(&signatures_only, count.min(SIGNATURES_ONLY), CheckList::Another);
    page.before_each_document(crate::desk::TRUST_TESTS);
    page.open("office.html");
    let patience = page.browser.session.post("timeouts", &json!({ "script": PATIENCE_MS }));
    patience.unwrap_or_else(|refused| panic!("{refused}"));
    give(page, &batch);
    // Once before, so that neither side is measured while the browser still translates it.
    way(page, "", JOSE, JOSE_AT_ONCE, &batch);
    let jose = way(page, "npm jose + canonicalize, signatures only", JOSE, JOSE_AT_ONCE, &batch);
    let mut ways = vec![
        way(page, "one worker, strict reading and recomputation included", OURS, 1, &batch),
        way(page, "two workers, strict reading and recomputation included", OURS, 2, &batch),
    ];
    give(page, &alone);
    ways.push(way(page, "one worker, strict reading, nothing to recompute", OURS, 1, &alone));
    ways.push(way(page, "two workers, strict reading, nothing to recompute", OURS, 2, &alone));
    Measured { mean_bytes: batch.bytes / count, jose, ways }
}

fn give(page: &Page, batch: &Batch) {
    page.js(FIELD, &[]);
    page.give_files("#bench", &batch.files);
}

fn way(page: &Page, said: &'static str, script: &str, number: usize, batch: &Batch) -> Way {
    let answer = page.later(script, &[json!(number)]);
    let refused = batch.expected.get("rejected").copied().unwrap_or_default();
    let verdicts = json!({ "sound": answer["sound"], "refused": answer["refused"] });
    assert_eq!(verdicts, json!({ "sound": batch.files.len() - refused, "refused": refused }), "{said}: {answer}");
    let number = |name: &str| answer.get(name).and_then(Value::as_f64).unwrap_or_default();
    Way { said, files: batch.files.len(), first: number("first"), took: number("took") }
}
