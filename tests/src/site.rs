//! The site under test, served under a sub-path with other than ASCII letters, since hosts have such.

use std::{
    cell::RefCell,
    path::{Path, PathBuf},
    rc::Rc,
};

use xtask::serve::server::{Config, Request, Server};

use crate::workplace;

/// `/deep/安自评/` as it stands in requests.
const MOUNT: &str = "/deep/%E5%AE%89%E8%87%AA%E8%AF%84/";

/// The site on a port of its own.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    server: Option<Server>,
    port: u16,
    /// Requests of servers that were stopped.
    earlier: Vec<Request>,
}

impl Site {
    /// Serves the built site on a free port.
    ///
    /// # Panics
    /// When there is no built site.
    pub fn start() -> Self {
        Self::of(&workplace::dist())
    }

    /// Serves another folder.
    ///
    /// # Panics
    /// When it is not there.
    pub fn of(folder: &Path) -> Self {
        let server = serve(folder, 0);
        Self { folder: folder.to_owned(), port: server.port(), server: Some(server), earlier: Vec::new() }
    }

    /// A site for several browsers.
    pub fn shared() -> Rc<RefCell<Self>> {
        Rc::new(RefCell::new(Self::start()))
    }

    /// `http://127.0.0.1:40123/deep/…/` followed by `page`, on another host name if given.
    pub fn address(&self, host: &str, page: &str) -> String {
        format!("{}{MOUNT}{page}", self.origin(host))
    }

    /// `http://127.0.0.1:40123`
    pub fn origin(&self, host: &str) -> String {
        format!("http://{host}:{}", self.port)
    }

    /// Takes the network away.
    pub fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            self.earlier.extend(server.requests());
            server.stop();
        }
    }

    /// Gives the network back, on the same port.
    ///
    /// # Panics
    /// When the port was taken meanwhile.
    pub fn start_again(&mut self) {
        if self.server.is_none() {
            self.server = Some(serve(&self.folder, self.port));
        }
    }

    /// Puts another build in the place of this one, on the same port.
    ///
    /// # Panics
    /// When it is not there.
    pub fn publish(&mut self, folder: &Path) {
        self.stop();
        self.folder = folder.to_owned();
        self.start_again();
    }

    /// Lists all requests to the server.
    pub fn requests(&self) -> Vec<Request> {
        self.earlier.iter().cloned().chain(self.server.iter().flat_map(Server::requests)).collect()
    }
}

fn serve(folder: &Path, port: u16) -> Server {
    Server::start(folder, &Config { port, mount: MOUNT.into() }).expect("the built site is served")
}
