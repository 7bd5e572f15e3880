//! What the page's address says.

use leptos::prelude::window;
use vthinker_web::EngineChoice;
use web_sys::{Url, UrlSearchParams};

/// The folder with the model that comes with the page.
const BUNDLED_MODEL: &str = "models/mini/";

/// Settings from the query part of the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// `?engine=`: where the model runs.
    pub engine: EngineChoice,
    /// `?model=`: absolute address of the model folder.
    pub model: String,
    /// `?max_tokens=`: tokens the model may write, if not its default.
    pub max_tokens: Option<u32>,
}

impl Address {
    /// Reads the page's address. A wrong value is reported, and the default used.
    pub fn read() -> (Self, Option<String>) {
        let search = window().location().search().unwrap_or_default();
        let query = |name| UrlSearchParams::new_with_str(&search).ok().and_then(|q| q.get(name));
        let mut error = None;
        let engine = EngineChoice::parse(&query("engine").unwrap_or_default()).unwrap_or_else(|wrong| {
            error = Some(wrong);
            EngineChoice::Auto
        });
        let max_tokens = query("max_tokens").and_then(|text| {
            let number = text.parse().ok().filter(|n| *n > 0);
            if number.is_none() {
                error =
                    Some(format!("max_tokens={text} in the address is not a number: use one such as 256"));
            }
            number
        });
        let mut model = query("model").unwrap_or_else(|| BUNDLED_MODEL.to_owned());
        if !model.ends_with('/') {
            model.push('/');
        }
        let model = absolute(&model).unwrap_or_else(|wrong| {
            error = Some(wrong);
            absolute(BUNDLED_MODEL).unwrap_or_default()
        });
        (Self { engine, model, max_tokens }, error)
    }
}

/// Completes an address that is relative to the page.
pub fn absolute(relative: &str) -> Result<String, String> {
    let base = window().location().href().unwrap_or_default();
    Url::new_with_base(relative, &base)
        .map(|url| url.href())
        .map_err(|_| format!("model={relative} is not an address: give a folder such as https://host/model/"))
}
