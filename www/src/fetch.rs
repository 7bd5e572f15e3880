//! Getting files of the site.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

async fn get(url: &str) -> Result<Response, String> {
    let response: Response = JsFuture::from(window().fetch_with_str(url))
        .await
        .map_err(|_| format!("{url} cannot be reached: check the connection."))?
        .unchecked_into();
    let is_page =
        response.headers().get("content-type").ok().flatten().is_some_and(|t| t.contains("text/html"));
    if !response.ok() || is_page {
        return Err(format!("{url} is not on this server (HTTP {}).", response.status()));
    }
    Ok(response)
}

/// Reads a text file.
pub async fn text(url: &str) -> Result<String, String> {
    let broken = |_| format!("{url} broke off: load the page again.");
    let body = get(url).await?.text().map_err(broken)?;
    Ok(JsFuture::from(body).await.map_err(broken)?.as_string().unwrap_or_default())
}

/// Reads a file as a blob.
pub async fn blob(url: &str) -> Result<Blob, String> {
    let broken = |_| format!("{url} broke off: load the page again.");
    let body = get(url).await?.blob().map_err(broken)?;
    Ok(JsFuture::from(body).await.map_err(broken)?.unchecked_into())
}
