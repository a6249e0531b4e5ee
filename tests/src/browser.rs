//! A browser with a profile of its own.

use std::{
    env::{self, VarError},
    fs, io,
    path::{Path, PathBuf},
    rc::Rc,
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{
    driver::Driver,
    wait,
    webdriver::{Refused, Session},
    workplace,
};

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Engine {
    /// Debian's Chromium.
    #[default]
    Chromium,
    /// Chromium 92, below the floor of the pages: it shows the notice and nothing else.
    Chromium92,
    /// Chromium 103: of those that come as a package, the first above the floor of the pages.
    Chromium103,
    /// Chromium 109, the last one for Windows 7.
    Chromium109,
    /// Firefox ESR.
    Firefox,
    /// WebKitGTK, of the family of Safari and of every browser on an iPhone.
    WebKit,
}

/// The abilities that a journey may ask of a browser, and not every one gives to a driver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ability {
    /// Tells what the console says and which addresses are asked for.
    Console,
    /// Does as the DevTools protocol says: emulation, and scripts before each document.
    DevTools,
    /// Finds other hosts than `127.0.0.1`.
    Hosts,
    /// Runs with something switched off.
    SwitchingOff,
    /// Grants lasting storage when asked to by the test.
    LastingStorage,
    /// Asks a page for light or dark, as the system would.
    Colours,
    /// Has a window of 320 px.
    NarrowWindow,
    /// Prints no row of a table in two halves, and its heading on every sheet.
    WholeRows,
}

impl Engine {
    /// Returns the reason for which it lacks an ability, where it does.
    ///
    /// This is the one place that says so. A journey that needs the ability fails with the reason.
    pub fn lacks(self, ability: Ability) -> Option<&'static str> {
        match (self, ability) {
            (Self::Firefox, Ability::Console) => Some("geckodriver tells nothing of the console"),
            (Self::Firefox | Self::WebKit, Ability::DevTools) => Some("the DevTools protocol is Chromium's"),
            (Self::Firefox, Ability::Hosts) => Some("it asks the resolver of the machine, which knows no test host"),
            (Self::WebKit, Ability::Hosts) => Some("its network process has no table of hosts that a test could fill"),
            (Self::Firefox | Self::WebKit, Ability::SwitchingOff) => {
                Some("switching off is done by Chromium's settings")
            }
            (
                Self::Chromium92 | Self::Chromium103 | Self::Chromium109,
                Ability::SwitchingOff | Ability::LastingStorage,
            ) => Some("a headless shell has no settings"),
            (Self::WebKit, Ability::LastingStorage) => Some("WebKitGTK refuses `persist()` and asks nobody"),
            (Self::Firefox, Ability::Colours) => Some("geckodriver asks a page neither for light nor for dark"),
            (Self::Firefox, Ability::NarrowWindow) => Some("its window does not become as narrow as 320 px"),
            (Self::WebKit, Ability::WholeRows) => {
                Some("WebKitGTK prints on where the sheet ends, whatever the style says")
            }
            _ => None,
        }
    }

    /// The engine of journeys that name none: that of `ANZIPING_ENGINE`, else Chromium.
    ///
    /// # Panics
    /// When no engine is called so.
    pub fn wanted() -> Self {
        match env::var("ANZIPING_ENGINE").as_deref() {
            Err(VarError::NotPresent) | Ok("chromium") => Self::Chromium,
            Ok("chromium-103") => Self::Chromium103,
            Ok("chromium-109") => Self::Chromium109,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            other => {
                panic!("ANZIPING_ENGINE is chromium, chromium-103, chromium-109, firefox or webkit, not {other:?}")
            }
        }
    }

    /// Fails with the reason when it lacks an ability.
    ///
    /// # Panics
    /// As said.
    #[track_caller]
    pub fn needs(self, ability: Ability) {
        if let Some(why) = self.lacks(ability) {
            panic!("{self:?} has no {ability:?}: {why}");
        }
    }
}

/// The ability that is switched off in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lacking {
    /// Nothing.
    #[default]
    Nothing,
    /// WebAssembly, as in browsers below the floor.
    WebAssembly,
    /// JavaScript.
    JavaScript,
    /// Everything a site could keep: cookies and site data blocked.
    Storage,
}

/// How a browser is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The browser.
    pub engine: Engine,
    /// The name the site is reached under: `127.0.0.1` counts as secure, `intranet.test` does not.
    pub host: &'static str,
    /// The ability that is switched off.
    pub lacking: Lacking,
    /// Whether a site that asks for lasting storage gets it.
    ///
    /// Otherwise the browser decides, which for a new profile means that it does not.
    pub lasting: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { engine: Engine::wanted(), host: "127.0.0.1", lacking: Lacking::default(), lasting: false }
    }
}

/// Profile and downloads of a browser.
///
/// It outlives the browser, so that another one can be started with it.
pub type Profile = Rc<TempDir>;

/// A running browser. Dropped, it is gone with everything it has started.
#[derive(Debug)]
pub struct Browser {
    /// Its window.
    pub session: Session,
    engine: Engine,
    driver: Driver,
    profile: Profile,
}

/// A profile that has never been used.
///
/// # Panics
/// When no folder can be made.
pub fn fresh_profile() -> Profile {
    let folder = tempfile::Builder::new().prefix("anziping-browser-").tempdir().expect("a folder for a profile");
    fs::create_dir_all(folder.path().join("profile")).expect("a profile");
    fs::create_dir_all(folder.path().join("downloads")).expect("a folder for downloads");
    Rc::new(folder)
}

impl Browser {
    /// Starts a browser.
    ///
    /// # Panics
    /// When browser or driver are missing or do not start.
    pub fn start(options: Options, profile: &Profile) -> Self {
        if options.host != Options::default().host {
            options.engine.needs(Ability::Hosts);
        }
        if options.lacking != Lacking::Nothing {
            options.engine.needs(Ability::SwitchingOff);
        }
        if options.lasting {
            options.engine.needs(Ability::LastingStorage);
        }
        clear_marks_of_a_kill(&profile.path().join("profile"));
        let driver = Driver::start(options.engine, profile.path());
        let capabilities = match options.engine {
            Engine::Chromium => chromium(options, "chromium", profile.path()),
            Engine::Chromium92 => chromium(options, "chromium-92", profile.path()),
            Engine::Chromium103 => chromium(options, "chromium-103", profile.path()),
            Engine::Chromium109 => chromium(options, "chromium-109", profile.path()),
            Engine::Firefox => firefox(options, profile.path()),
            Engine::WebKit => webkit(profile.path()),
        };
        let session = match Session::start(driver.port, &capabilities) {
            Ok(session) => session,
            Err(refused) => panic!("the browser does not start: {refused}"),
        };
        Self { session, engine: options.engine, driver, profile: Rc::clone(profile) }
    }

    /// The engine.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The folder in which it keeps everything.
    pub fn profile_folder(&self) -> PathBuf {
        self.profile.path().join("profile")
    }

    /// The folder in which it saves what is exported.
    pub fn downloads(&self) -> PathBuf {
        self.profile.path().join("downloads")
    }

    /// Waits for a complete download whose name ends so, and takes it out of the folder's way.
    ///
    /// # Panics
    /// When none comes.
    pub fn downloaded(&self, ending: &str) -> PathBuf {
        let complete = || {
            let files = fs::read_dir(self.downloads()).ok()?.flatten().map(|entry| entry.path());
            files
                .filter(|file| file.to_string_lossy().ends_with(ending))
                .find(|file| file.metadata().is_ok_and(|file| file.len() > 0))
        };
        let Some(file) = wait::for_answer(complete) else {
            let there: Vec<_> =
                fs::read_dir(self.downloads()).into_iter().flatten().flatten().map(|entry| entry.file_name()).collect();
            panic!("no download ends with {ending}: {there:?}")
        };
        let kept = self.profile.path().join(file.file_name().expect("a file has a name"));
        fs::rename(&file, &kept).expect("the download can be moved");
        kept
    }

    /// The processor time of all its processes so far, seconds.
    pub fn processor_time(&self) -> f64 {
        self.driver.processor_time()
    }

    /// The most memory that any page's process of Chromium ever had, bytes.
    ///
    /// Its document, its workers and what the browser keeps for them.
    pub fn most_memory(&self) -> Option<u64> {
        self.driver.most_memory("--type=renderer")
    }

    /// Kills every process of the browser and its driver at once. Returns how many there were.
    pub fn kill(&mut self) -> usize {
        self.driver.kill()
    }

    /// Closes the browser in order, so that the profile can be used again.
    ///
    /// # Panics
    /// When it is gone already.
    pub fn quit(self) {
        if let Err(refused) = self.session.quit() {
            panic!("the browser was gone before it was closed: {refused}");
        }
    }

    /// Messages of the console since they were read last, a line each, after a word for how bad they are.
    ///
    /// # Errors
    /// As the driver says.
    pub fn console(&self) -> Result<Vec<String>, Refused> {
        match self.engine {
            Engine::Chromium | Engine::Chromium92 | Engine::Chromium103 | Engine::Chromium109 => {
                Ok(self.log("browser")?.iter().map(console_line).collect())
            }
            Engine::Firefox => Ok(Vec::new()),
            Engine::WebKit => Ok(self.driver.said(webkit_console_line)),
        }
    }

    /// Addresses that were asked for since they were read last.
    ///
    /// In Chromium those of workers of the page are among them.
    ///
    /// # Errors
    /// As the driver says.
    pub fn requested(&self) -> Result<Vec<String>, Refused> {
        match self.engine {
            Engine::Chromium | Engine::Chromium92 | Engine::Chromium103 | Engine::Chromium109 => {}
            Engine::Firefox => return Ok(Vec::new()),
            Engine::WebKit => return Ok(self.driver.said(|line| line.strip_prefix("REQUEST ").map(str::to_owned))),
        }
        let entries = self.log("performance")?;
        let messages =
            entries.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
        let requests = messages.filter(|message| message["message"]["method"] == "Network.requestWillBeSent");
        Ok(requests
            .filter_map(|message| message["message"]["params"]["request"]["url"].as_str().map(str::to_owned))
            .collect())
    }

    fn log(&self, kind: &str) -> Result<Vec<Value>, Refused> {
        let entries = self.session.post("se/log", &json!({ "type": kind }))?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}

fn console_line(entry: &Value) -> String {
    let word = |name: &str| entry[name].as_str().unwrap_or("?");
    format!("{} {} {}", word("level"), word("source"), word("message"))
}

/// Puts in front of a line of the console how bad it is, as Chromium does.
///
/// `http://…:3:7: CONSOLE SECURITY ERROR Refused to …` has a source, but for the page's own words, and a level.
fn webkit_console_line(line: &str) -> Option<String> {
    let (_, said) = line.split_once("CONSOLE ")?;
    let is_error = said.split(' ').take(2).any(|word| word == "ERROR");
    Some(format!("{} {line}", if is_error { "SEVERE" } else { "INFO" }))
}

/// Makes the profile of a killed browser ready for the next one.
///
/// Chromium would ask the process of the number that a killed one has left, which may be anybody's by now; Firefox
/// would take twice as long to start, without anything that it has prepared.
fn clear_marks_of_a_kill(profile: &Path) {
    for name in ["SingletonLock", "SingletonCookie", "SingletonSocket", ".startup-incomplete"] {
        match fs::remove_file(profile.join(name)) {
            Ok(()) => {}
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {}
            Err(fault) => panic!("what a killed browser left cannot be removed: {fault}"),
        }
    }
}

fn chromium(options: Options, program: &str, folder: &Path) -> Value {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
        "--disable-dev-shm-usage",
        // Its own pages below the line for addresses, and a process for a page that nobody opens: a sixth of a short
        // journey's work.
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,AiModeOmniboxEntryPoint,\
         WebUIOmniboxPopupSelectionControl,SpareRendererForSitePerProcess",
        "--window-size=1280,900",
        // Nobody but this machine can be reached: a request to another origin fails, and its failure is in the console.
        "--host-resolver-rules=MAP intranet.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--accept-lang=zh-CN",
        "--lang=zh-CN",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", folder.join("profile").display()));
    let mut preferences = json!({
        "download.default_directory": folder.join("downloads"),
        "download.prompt_for_download": false,
        "profile.default_content_setting_values.automatic_downloads": 1,
    });
    if options.lasting {
        preferences["profile.default_content_setting_values.durable_storage"] = json!(1);
    }
    match options.lacking {
        Lacking::JavaScript => preferences["profile.default_content_setting_values.javascript"] = json!(2),
        Lacking::Storage => preferences["profile.default_content_setting_values.cookies"] = json!(2),
        Lacking::Nothing | Lacking::WebAssembly => {}
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": workplace::program(program), "args": arguments, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "unhandledPromptBehavior": "accept",
    })
}

fn firefox(options: Options, folder: &Path) -> Value {
    let mut capabilities = json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": workplace::program("firefox-esr"),
            "args": ["-headless", "-profile", folder.join("profile")],
            "prefs": {
                "browser.download.folderList": 2,
                "browser.download.dir": folder.join("downloads"),
                "browser.shell.checkDefaultBrowser": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "app.update.enabled": false,
                // After kills, Firefox would offer to restore the pages or to start in safe mode.
                "browser.sessionstore.resume_from_crash": false,
                "toolkit.startup.max_resumed_crashes": -1,
                "intl.accept_languages": "zh-CN",
                // No processes kept ready for tabs that nobody opens, no start page that nobody sees.
                "dom.ipc.processPrelaunch.enabled": false,
                "browser.newtab.preload": false,
                "browser.startup.page": 0,
            },
        },
        "unhandledPromptBehavior": "accept",
    });
    if options.lasting {
        let preferences = &mut capabilities["moz:firefoxOptions"]["prefs"];
        // Answers the question of `persist()` in place of the person.
        preferences["dom.storageManager.prompt.testing"] = json!(true);
        preferences["dom.storageManager.prompt.testing.allow"] = json!(true);
    }
    capabilities
}

/// The window of the tests in place of the browser that comes with WebKitGTK: see there why.
fn webkit(folder: &Path) -> Value {
    json!({
        "webkitgtk:browserOptions": {
            // Debian's own Python: it has the modules that Debian has for it.
            "binary": "/usr/bin/python3",
            "args": [workplace::root().join("tests/webkit/window.py"), folder],
        },
        "unhandledPromptBehavior": "accept",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_in_the_console_of_webkit_are_told_from_the_rest() {
        for (line, level) in [
            ("CONSOLE ERROR hello", "SEVERE "),
            ("http://127.0.0.1/x.js:3:7: CONSOLE JS ERROR Error: thrown", "SEVERE "),
            ("CONSOLE LOG no ERROR at all", "INFO "),
            ("CONSOLE OTHER WARN was preloaded but not used", "INFO "),
        ] {
            assert_eq!(webkit_console_line(line), Some(format!("{level}{line}")));
        }
        assert_eq!(webkit_console_line("REQUEST http://127.0.0.1/"), None);
    }

    #[test]
    fn what_an_engine_lacks_is_said_when_it_is_needed() {
        assert_eq!(Engine::Chromium.lacks(Ability::DevTools), None);
        assert!(Engine::WebKit.lacks(Ability::DevTools).is_some());
        assert!(std::panic::catch_unwind(|| Engine::WebKit.needs(Ability::DevTools)).is_err());
    }
}
