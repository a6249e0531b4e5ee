//! The drivers of the browsers as child processes, each on a free port of its own.
//!
//! chromedriver, geckodriver, WebKitWebDriver, and one of our own for old Chromium.

use std::{
    io::{BufRead as _, BufReader},
    mem,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

use crate::{browser::Engine, display::Display, process, wait, workplace};

const ATTEMPTS: usize = 3;

/// A running driver. Dropped, it and all browsers it has started are gone.
#[derive(Debug)]
pub struct Driver {
    /// `None` once it was killed: the next browser of the same folder must not be taken for one of its own.
    child: Option<Child>,
    /// Where it listens, on 127.0.0.1.
    pub port: u16,
    folder: PathBuf,
    /// The lines on standard output that nobody has taken yet, its own and its browsers'.
    lines: Arc<Mutex<Vec<String>>>,
    /// Where its windows are, for an engine that cannot do without.
    _display: Option<Display>,
}

impl Driver {
    /// Starts the driver of a browser; `folder` is named in the command lines of the browsers it starts.
    ///
    /// # Panics
    /// When it is not installed or says nothing.
    pub fn start(engine: Engine, folder: &Path) -> Self {
        // A driver that chose a port which somebody takes at that moment ends by itself.
        let driver = (0..ATTEMPTS).find_map(|_| Self::try_start(engine, folder));
        driver.expect("the driver says where it listens")
    }

    fn try_start(engine: Engine, folder: &Path) -> Option<Self> {
        let mut command = match engine {
            Engine::Chromium => Command::new(workplace::program("chromedriver")),
            // No chromedriver that is to be had drives them.
            Engine::Chromium92 | Engine::Chromium103 | Engine::Chromium109 => Command::new(workplace::program("node")),
            Engine::Firefox => Command::new(workplace::program("geckodriver")),
            Engine::WebKit => Command::new(workplace::program("WebKitWebDriver")),
        };
        // WebKitWebDriver does not say which port it has chosen.
        let chosen = (engine == Engine::WebKit).then(free_port);
        let display = (engine == Engine::WebKit).then(Display::start);
        match engine {
            Engine::Chromium => command.arg("--port=0"),
            Engine::Chromium92 | Engine::Chromium103 | Engine::Chromium109 => {
                command.arg(workplace::root().join("tests/old-chromium/driver.mjs"))
            }
            Engine::Firefox => command.args(["--port", "0", "--host", "127.0.0.1", "--profile-root"]).arg(folder),
            Engine::WebKit => command.arg(format!("--port={}", chosen.unwrap_or_default())),
        };
        if let Some(display) = &display {
            for (name, below) in [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")]
            {
                command.env(name, folder.join(below));
            }
            command.env("DISPLAY", &display.name).env("GDK_BACKEND", "x11");
            // No bus that tells screen readers of the window: nobody listens.
            command.env("NO_AT_BRIDGE", "1");
            // Its sandbox needs name spaces that containers and administrators do not have; the site is our own.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        }
        // Killed browsers leave their temporary files; there they go with the profile.
        command.env("TMPDIR", folder);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver starts");
        let output = child.stdout.take().expect("its output is piped");
        // From here on it is ended whatever happens.
        let lines = Arc::default();
        let mut driver = Self {
            child: Some(child),
            port: 0,
            folder: folder.to_owned(),
            lines: Arc::clone(&lines),
            _display: display,
        };
        let (told, heard) = mpsc::channel();
        // Reads on to the end: a driver whose pipe is full would stop.
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some(port) = port_of(&line) {
                    let _nobody_waits = told.send(port);
                }
                locked(&lines).push(line);
            }
        });
        driver.port = match chosen {
            Some(port) => driver.listens(port)?,
            None => heard.recv_timeout(wait::PATIENCE).ok()?,
        };
        Some(driver)
    }

    /// The port, once the driver listens there; nothing when it has ended, since somebody was faster.
    fn listens(&mut self, port: u16) -> Option<u16> {
        let child = self.child.as_mut()?;
        let listens = wait::for_answer(|| match child.try_wait() {
            Ok(None) => TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok().then_some(true),
            Ok(Some(_)) | Err(_) => Some(false),
        });
        (listens == Some(true)).then_some(port)
    }

    /// Takes out of what was said the lines that `wanted` makes something of.
    pub fn said(&self, wanted: fn(&str) -> Option<String>) -> Vec<String> {
        let mut lines = locked(&self.lines);
        let mut found = Vec::new();
        for line in mem::take(&mut *lines) {
            match wanted(&line) {
                Some(part) => found.push(part),
                None => lines.push(line),
            }
        }
        found
    }

    /// The processor time of all its processes so far, seconds.
    pub fn processor_time(&self) -> f64 {
        self.child.as_ref().map_or(0.0, |child| process::processor_time(child.id(), &self.folder))
    }

    /// The most memory, in bytes, that any process of its browsers ever had.
    ///
    /// Only processes whose command line has `word` in it count.
    pub fn most_memory(&self, word: &str) -> Option<u64> {
        process::most_memory(self.child.as_ref()?.id(), &self.folder, word)
    }

    /// Kills the driver and its browsers at once, in the middle of whatever they do.
    ///
    /// Returns how many processes there were.
    pub fn kill(&mut self) -> usize {
        let Some(mut child) = self.child.take() else { return 0 };
        let killed = process::kill_tree(child.id(), &self.folder);
        // Only so that no zombie is left; that it was killed is no news.
        drop(child.wait());
        killed
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

fn locked(lines: &Mutex<Vec<String>>) -> MutexGuard<'_, Vec<String>> {
    lines.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A port that nobody listens on at this moment.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
    listener.local_addr().expect("it has an address").port()
}

/// The port in what a driver says when it starts.
///
/// `ChromeDriver was started successfully on port 43123.` and `… Listening on 127.0.0.1:43123`.
fn port_of(line: &str) -> Option<u16> {
    let after = line.split_once("successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?.1;
    after.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_drivers_say() {
        assert_eq!(port_of("ChromeDriver was started successfully on port 43123."), Some(43123));
        assert_eq!(port_of("1700000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:41009"), Some(41009));
        assert_eq!(port_of("Starting ChromeDriver 156.0.8078.79 on port 0"), None);
    }
}
