//! A small static file server on 127.0.0.1, for `cargo xtask serve` and for the browser tests.
//!
//! It closes the connection after every answer: when it is stopped it is gone at once, also for browsers that keep
//! connections open, and that is how offline use is tested. A file `NAME.gz` beside `NAME` is sent in its place to
//! whoever takes it, as hosts do that were given both.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// A request line and headers longer than this many bytes are refused.
const LONGEST_REQUEST: usize = 16 * 1024;
/// Browsers open connections ahead of need and may never use them.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// Usually the port is taken: choose another, or 0 for any.
    #[error("port {port} of 127.0.0.1: {source}")]
    Bind {
        /// The port asked for.
        port: u16,
        /// The system's error.
        source: io::Error,
    },
    /// There is no such folder: build first.
    #[error("{path}: {source}", path = path.display())]
    Folder {
        /// The folder asked for.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

/// How a folder is served.
#[derive(Debug, Clone)]
pub struct Config {
    /// Port of 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// The path the folder appears under, with a slash at both ends: `/` or `/some/path/`.
    pub mount: String,
}

impl Default for Config {
    /// Any free port, at the root.
    fn default() -> Self {
        Self { port: 0, mount: "/".into() }
    }
}

/// One answered request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path as the browser sent it, with its query.
    pub path: String,
    /// Status code of the answer.
    pub status: u16,
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    mount: String,
    stopped: AtomicBool,
    log: Mutex<Vec<Request>>,
}

impl Server {
    /// Starts to serve `folder`.
    ///
    /// # Errors
    /// When the folder does not exist or the port cannot be taken.
    pub fn start(folder: &Path, config: &Config) -> Result<Self, ServerError> {
        let folder = folder.canonicalize().map_err(|source| ServerError::Folder { path: folder.to_owned(), source })?;
        let bind = |source| ServerError::Bind { port: config.port, source };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, config.port)).map_err(bind)?;
        let address = listener.local_addr().map_err(bind)?;
        let shared = Arc::new(Shared {
            folder,
            mount: config.mount.clone(),
            stopped: AtomicBool::new(false),
            log: Mutex::default(),
        });
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Ok(Self { address, shared, accepting: Some(accepting) })
    }

    /// The address of the folder, with a slash at its end: `http://127.0.0.1:40123/some/path/`.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.shared.mount)
    }

    /// The port in use.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// All requests answered so far, in the order of their answers.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stops: after this no request is answered, and the port is free.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        if let Some(accepting) = self.accepting.take() {
            // The accepting thread sleeps until somebody connects; if nobody can, it has ended already.
            let woken = TcpStream::connect(self.address);
            if woken.is_ok() && accepting.join().is_err() {
                eprintln!("the server's thread had panicked");
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(connection) = connection else { continue };
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A browser that goes away in the middle of an answer is its own business.
            let _gone = answer(connection, &shared);
        });
    }
}

fn answer(mut connection: TcpStream, shared: &Shared) -> io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let Some(head) = read_head(&mut connection)? else {
        return Ok(());
    };
    if shared.stopped.load(Ordering::SeqCst) {
        return Ok(());
    }
    let mut words = head.lines().next().unwrap_or_default().split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let reply = match method {
        "GET" | "HEAD" => shared.reply(path, takes_gzip(&head)),
        _ => Reply::status(405),
    };
    let request = Request { method: method.into(), path: path.into(), status: reply.status };
    shared.log.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    connection.write_all(reply.head().as_bytes())?;
    if method != "HEAD" {
        connection.write_all(&reply.body)?;
    }
    connection.flush()
}

/// The request line and headers, or `None` when the other side closed without asking or asked too much.
fn read_head(connection: &mut TcpStream) -> io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut buffer = [0; 2048];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let length = connection.read(&mut buffer)?;
        if length == 0 || head.len() + length > LONGEST_REQUEST {
            return Ok(None);
        }
        head.extend_from_slice(&buffer[..length]);
    }
    Ok(String::from_utf8(head).ok())
}

/// Returns whether the other side unpacks what was packed by gzip.
fn takes_gzip(head: &str) -> bool {
    let encodings = head.lines().filter_map(|line| line.split_once(':'));
    encodings.filter(|(name, _)| name.eq_ignore_ascii_case("accept-encoding")).any(|(_, all)| all.contains("gzip"))
}

struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    fn status(status: u16) -> Self {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".into())];
        Self { status, headers, body: format!("{status}\n").into_bytes() }
    }

    fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        // The headers a host of the site should send; the policy itself stands in the pages.
        head += "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n";
        head += "Cross-Origin-Opener-Policy: same-origin\r\n";
        head += &format!("Content-Length: {}\r\nConnection: close\r\n\r\n", self.body.len());
        head
    }
}

impl Shared {
    fn reply(&self, target: &str, takes_gzip: bool) -> Reply {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if !path.is_empty() && format!("{path}/") == self.mount {
            let mut reply = Reply::status(301);
            reply.headers.push(("Location", self.mount.clone()));
            return reply;
        }
        let Some(inside) = path.strip_prefix(&self.mount) else {
            return Reply::status(404);
        };
        let Some(file) = self.file(inside) else {
            return Reply::status(404);
        };
        let packed = takes_gzip.then(|| self.packed_beside(&file)).flatten();
        let encoding = packed.is_some().then(|| ("Content-Encoding", "gzip".to_owned()));
        let Some(body) = packed.or_else(|| fs::read(&file).ok()) else {
            return Reply::status(404);
        };
        let cache = if inside.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        let told = [("Content-Type", media_type(&file).into()), ("Cache-Control", cache.into())];
        Reply { status: 200, headers: told.into_iter().chain(encoding).collect(), body }
    }

    /// The file a request path means; `None` for anything outside the folder.
    fn file(&self, inside: &str) -> Option<PathBuf> {
        let inside = decoded(inside)?;
        let inside = if inside.is_empty() || inside.ends_with('/') { inside + "index.html" } else { inside };
        let mut file = self.folder.clone();
        for part in inside.split('/') {
            if matches!(part, "" | "." | "..") || part.contains(['\\', ':', '\0']) {
                return None;
            }
            file.push(part);
        }
        self.within(&file)
    }

    /// The same file packed, where it lies beside.
    fn packed_beside(&self, file: &Path) -> Option<Vec<u8>> {
        let mut name = file.as_os_str().to_owned();
        name.push(".gz");
        fs::read(self.within(Path::new(&name))?).ok()
    }

    /// The file where it really lies.
    ///
    /// Resolves symbolic links too: nothing outside the folder is served by any detour.
    fn within(&self, file: &Path) -> Option<PathBuf> {
        let file = file.canonicalize().ok()?;
        (file.starts_with(&self.folder) && file.is_file()).then_some(file)
    }
}

/// The path with its `%41` escapes resolved; `None` when it is not UTF-8 or an escape is broken.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut out = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let (high, low) = (char::from(bytes.next()?), char::from(bytes.next()?));
                u8::try_from(high.to_digit(16)? * 16 + low.to_digit(16)?).ok()?
            }
            plain => plain,
        });
    }
    String::from_utf8(out).ok()
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        404 => "Not Found",
        _ => "Method Not Allowed",
    }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
