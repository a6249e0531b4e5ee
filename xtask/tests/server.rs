//! The static server as a browser meets it.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
};

use tempfile::TempDir;
use xtask::serve::server::{Config, Server, ServerError};

struct Site {
    outside: TempDir,
    server: Server,
}

fn serve(mount: &str) -> Site {
    let outside = tempfile::tempdir().unwrap();
    let folder = outside.path().join("dist");
    fs::create_dir_all(folder.join("assets")).unwrap();
    fs::write(outside.path().join("secret.txt"), "secret").unwrap();
    fs::write(folder.join("index.html"), "<p>开门").unwrap();
    fs::write(folder.join("assets/a-1.wasm"), "wasm").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), folder.join("link.txt")).unwrap();
    let server = Server::start(&folder, &Config { port: 0, mount: mount.into() }).unwrap();
    Site { outside, server }
}

/// The whole answer to a raw request for `path`, sent as it is: clients would tidy up the path.
fn get(server: &Server, path: &str) -> String {
    ask(server, &format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"))
}

fn ask(server: &Server, request: &str) -> String {
    let mut connection = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    connection.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_folder_is_served_with_its_index_page() {
    let site = serve("/");
    let answer = get(&site.server, "/");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(answer.contains("Content-Type: text/html; charset=utf-8\r\n"), "{answer}");
    assert!(answer.ends_with("<p>开门"), "{answer}");
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let site = serve("/");
    for path in [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/assets/..%5c..%5csecret.txt",
        "/link.txt",
        "//etc/passwd",
        "/%",
        "/%ff",
        "*",
    ] {
        let answer = get(&site.server, path);
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
        assert!(!answer.contains("secret\n") && !answer.ends_with("secret"), "{path}: {answer}");
    }
}

#[test]
fn hashed_assets_are_kept_for_ever_and_pages_are_asked_for_again() {
    let site = serve("/");
    let asset = get(&site.server, "/assets/a-1.wasm");
    assert!(asset.contains("Content-Type: application/wasm\r\n"), "{asset}");
    assert!(asset.contains("Cache-Control: public, max-age=31536000, immutable\r\n"), "{asset}");
    assert!(get(&site.server, "/index.html").contains("Cache-Control: no-cache\r\n"));
}

#[test]
fn every_answer_carries_the_protective_headers() {
    let site = serve("/");
    for path in ["/", "/missing"] {
        let answer = get(&site.server, path);
        for header in [
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer",
            "Cross-Origin-Opener-Policy: same-origin",
        ] {
            assert!(answer.contains(&format!("{header}\r\n")), "{path}: {answer}");
        }
    }
}

#[test]
fn a_site_under_a_path_is_found_there_and_only_there() {
    let site = serve("/some/path/");
    assert!(site.server.address().ends_with("/some/path/"));
    assert!(get(&site.server, "/some/path/").starts_with("HTTP/1.1 200 "));
    assert!(get(&site.server, "/some/path/index.html?from=wechat").starts_with("HTTP/1.1 200 "));
    assert!(get(&site.server, "/some/path").contains("Location: /some/path/\r\n"));
    assert!(get(&site.server, "/").starts_with("HTTP/1.1 404 "));
}

#[test]
fn the_log_tells_what_was_asked_and_answered() {
    let site = serve("/");
    get(&site.server, "/missing?x=1");
    ask(&site.server, "POST / HTTP/1.1\r\n\r\n");
    let log: Vec<_> =
        site.server.requests().into_iter().map(|r| format!("{} {} {}", r.method, r.path, r.status)).collect();
    assert_eq!(log, ["GET /missing?x=1 404", "POST / 405"]);
}

#[test]
fn a_stopped_server_answers_nobody_not_even_connections_that_were_open() {
    let site = serve("/");
    let port = site.server.port();
    let mut open = TcpStream::connect(("127.0.0.1", port)).unwrap();
    site.server.stop();
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "the port is free again");
    let mut answer = Vec::new();
    // Writing may already fail: the other side is gone, which is the point.
    let _written = open.write_all(b"GET / HTTP/1.1\r\n\r\n");
    let _read = open.read_to_end(&mut answer);
    assert!(answer.is_empty());
}

#[test]
fn a_taken_port_is_reported_as_such() {
    let site = serve("/");
    let config = Config { port: site.server.port(), mount: "/".into() };
    let second = Server::start(std::path::Path::new("."), &config);
    assert!(matches!(second, Err(ServerError::Bind { .. })));
}

#[test]
fn a_file_packed_beside_another_is_sent_to_whoever_takes_it() {
    let site = serve("/");
    let folder = site.outside.path().join("dist");
    fs::write(folder.join("assets/a-1.wasm.gz"), "packed").unwrap();
    let asked = "GET /assets/a-1.wasm HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, br\r\n\r\n";
    let answer = ask(&site.server, asked);
    assert!(answer.contains("Content-Type: application/wasm") && answer.contains("Content-Encoding: gzip"), "{answer}");
    assert!(answer.ends_with("packed"), "{answer}");
    assert!(get(&site.server, "/assets/a-1.wasm").ends_with("wasm"), "as it is to whoever does not");
}
