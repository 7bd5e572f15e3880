//! A picture in a row: a path, bytes, or both.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// A picture as a data set holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// Where it lies, beside the file of rows; with bytes only a name.
    pub path: Option<String>,
    /// The file's bytes, PNG or another form that the `image` crate reads.
    pub bytes: Option<Vec<u8>>,
}

/// Texts shorter than this are paths even where base64 could be read from them.
const SHORTEST_BASE64: usize = 128;

impl Picture {
    /// A picture that lies in a file of its own.
    pub fn at(path: impl Into<String>) -> Self {
        Self { path: Some(path.into()), bytes: None }
    }

    /// A picture within the row.
    pub fn embedded(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: Some(name.into()), bytes: Some(bytes) }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_none() && self.path.as_ref().is_none_or(String::is_empty)
    }

    /// From JSON: a path, a data URL, base64, or `{"bytes": base64, "path": path}`.
    ///
    /// # Errors
    /// If it is none of these.
    pub fn from_json(value: &Value) -> Result<Self> {
        match value {
            Value::Null => Ok(Self::default()),
            Value::String(text) => Ok(Self::from_text(text)?),
            Value::Object(fields) => {
                let path = fields.get("path").and_then(Value::as_str).map(str::to_owned);
                let bytes = match fields.get("bytes") {
                    None | Some(Value::Null) => None,
                    Some(Value::String(text)) => Some(STANDARD.decode(text.trim()).context("`bytes`")?),
                    Some(Value::Array(list)) => Some(
                        list.iter()
                            .map(|byte| byte.as_u64().and_then(|byte| u8::try_from(byte).ok()))
                            .collect::<Option<_>>()
                            .context("`bytes` holds what is no byte")?,
                    ),
                    Some(other) => bail!("`bytes` is {other}, not base64 or a list of bytes"),
                };
                Ok(Self { path, bytes })
            }
            other => bail!("a picture is a path, a data URL, base64 or {{bytes, path}}, not {other}"),
        }
    }

    fn from_text(text: &str) -> Result<Self> {
        if let Some(url) = text.strip_prefix("data:") {
            let (_, data) = url.split_once(";base64,").context("a data URL of a picture must be base64")?;
            return Ok(Self { path: None, bytes: Some(STANDARD.decode(data.trim()).context("data URL")?) });
        }
        if text.len() >= SHORTEST_BASE64
            && let Ok(bytes) = STANDARD.decode(text.trim())
            && image::guess_format(&bytes).is_ok()
        {
            return Ok(Self { path: None, bytes: Some(bytes) });
        }
        Ok(Self::at(text))
    }

    /// As JSON: the path, or with bytes `{"bytes": base64, "path": path}`, which `datasets` takes for an image.
    pub fn to_json(&self) -> Value {
        match (&self.bytes, &self.path) {
            (Some(bytes), path) => json!({"bytes": STANDARD.encode(bytes), "path": path}),
            (None, Some(path)) => json!(path),
            (None, None) => Value::Null,
        }
    }

    /// The picture as PNG: its own bytes or those that a path leads to; other forms are written anew.
    ///
    /// # Errors
    /// If there is no picture, or it cannot be loaded or read.
    pub fn png(self, load: &dyn Fn(&str) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
        let bytes = match (self.bytes, self.path) {
            (Some(bytes), _) => bytes,
            (None, Some(path)) => load(&path)?,
            (None, None) => bail!("there is no picture"),
        };
        if bytes.starts_with(b"\x89PNG") {
            return Ok(bytes);
        }
        let image = image::load_from_memory(&bytes).context("the picture cannot be read")?;
        let mut png = Vec::new();
        image.into_rgb8().write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)?;
        Ok(png)
    }
}

/// Width and height of a PNG, from its header.
pub(super) fn size(png: &[u8]) -> Result<(u32, u32)> {
    let reader = image::ImageReader::with_format(std::io::Cursor::new(png), image::ImageFormat::Png);
    reader.into_dimensions().context("the picture's size cannot be read")
}
