//! A static file server for this machine, as a plain web host would be: no fallback page, no rewriting.

use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::{Context, Result, bail};
use axum::Router;
use tokio::net::TcpListener;
use tower_http::cors::CorsLayer;
use tower_http::services::ServeDir;

/// Serves `dir` until the process ends. Prints the address once it listens.
pub fn serve(dir: &Path, port: u16) -> Result<()> {
    if !dir.is_dir() {
        bail!("{} does not exist: build it first with `cargo xtask site`", dir.display());
    }
    tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(async {
        let listener = listen(port).await?;
        println!("Serving {} at http://{}/", dir.display(), listener.local_addr()?);
        axum::serve(listener, app(dir)).await.context("the server stopped")
    })
}

/// Any origin may load the files: that is what lets another site embed the element.
fn app(dir: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(dir)).layer(CorsLayer::permissive())
}

/// The asked port, or the next free one.
async fn listen(port: u16) -> Result<TcpListener> {
    for candidate in port..=port.saturating_add(50) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot listen on port {candidate}")),
        }
    }
    bail!("no free port from {port} to {}", port.saturating_add(50))
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::*;

    /// Starts the server on a folder with one wasm file and gives its answer to a request for `path`.
    fn get(path: &str) -> String {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("index.html"), "<p>page</p>").unwrap();
        std::fs::write(dir.path().join("engine.wasm"), "wasm").unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        let listener = runtime.block_on(listen(0)).unwrap();
        let address = listener.local_addr().unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: x\r\nOrigin: http://y\r\nConnection: close\r\n\r\n");
        let client = std::thread::spawn(move || {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        });
        runtime.block_on(async {
            let server = tokio::spawn(axum::serve(listener, app(dir.path())).into_future());
            while !client.is_finished() {
                tokio::task::yield_now().await;
            }
            server.abort();
        });
        client.join().unwrap()
    }

    #[test]
    fn wasm_has_its_type_and_any_origin_may_load_it() {
        let answer = get("/engine.wasm");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.contains("content-type: application/wasm"), "{answer}");
        assert!(answer.contains("access-control-allow-origin: *"), "{answer}");
        assert!(answer.ends_with("wasm"), "{answer}");
    }

    #[test]
    fn a_folder_serves_its_index() {
        assert!(get("/").ends_with("<p>page</p>"));
    }

    #[test]
    fn a_missing_file_is_a_404_and_not_the_page() {
        let answer = get("/models/none.safetensors");
        assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
        assert!(!answer.contains("page"), "{answer}");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        assert!(get("/../../../../etc/hostname").starts_with("HTTP/1.1 404"));
        assert!(get("/%2e%2e/%2e%2e/etc/hostname").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_taken_port_gives_the_next_free_one() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        runtime.block_on(async {
            let first = listen(0).await.unwrap();
            let taken = first.local_addr().unwrap().port();
            let second = listen(taken).await.unwrap().local_addr().unwrap().port();
            assert!(second > taken, "{second} is not after {taken}");
        });
    }
}
