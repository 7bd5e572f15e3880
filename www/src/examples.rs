//! The problems that come with the page.

use vthinker_web::Example;

use crate::fetch;

const FOLDER: &str = "examples/";

/// A problem and where its picture is.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundled {
    /// The problem.
    pub example: Example,
    /// Address of the picture.
    pub picture: String,
}

/// Reads `examples/index.json`, a list of problem files, and the problems.
pub async fn load() -> Result<Vec<Bundled>, String> {
    let index = format!("{FOLDER}index.json");
    let files: Vec<String> = serde_json::from_str(&fetch::text(&index).await?)
        .map_err(|e| format!("{index} must be a list of file names: {e}."))?;
    let mut bundled = Vec::new();
    for file in files {
        let url = format!("{FOLDER}{file}");
        let example: Example = serde_json::from_str(&fetch::text(&url).await?)
            .map_err(|e| format!("{url} is not a problem: {e}."))?;
        let folder = url.rsplit_once('/').map_or("", |(folder, _)| folder);
        bundled.push(Bundled { picture: format!("{folder}/{}", example.image), example });
    }
    Ok(bundled)
}
