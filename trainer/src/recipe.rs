//! Settings from three layers: defaults, a recipe file, flags on top.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A stage of the curriculum, which names its recipes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Perception alignment.
    Perception,
    /// Cold-start supervised fine-tuning.
    Sft,
    /// GRPO.
    Rl,
}

/// The recipes in the binary: folder of `trainer/recipes`, stage, text.
const BUNDLED: [(&str, Stage, &str); 9] = [
    ("mini", Stage::Perception, include_str!("../recipes/mini/perception.toml")),
    ("mini", Stage::Sft, include_str!("../recipes/mini/sft.toml")),
    ("mini", Stage::Rl, include_str!("../recipes/mini/rl.toml")),
    ("3b", Stage::Perception, include_str!("../recipes/3b/perception.toml")),
    ("3b", Stage::Sft, include_str!("../recipes/3b/sft.toml")),
    ("3b", Stage::Rl, include_str!("../recipes/3b/rl.toml")),
    ("7b", Stage::Perception, include_str!("../recipes/7b/perception.toml")),
    ("7b", Stage::Sft, include_str!("../recipes/7b/sft.toml")),
    ("7b", Stage::Rl, include_str!("../recipes/7b/rl.toml")),
];

/// `defaults` with what the recipe says, and over it what the flags say.
///
/// `recipe` is the name of a bundled one (`mini`, `3b`, `7b`) or the path of a TOML file. A field that is `null` in
/// `flags` was not given.
///
/// # Errors
/// If there is no such recipe, it is not TOML, or names an unknown field or a value of the wrong kind.
pub fn settings<S: Serialize + DeserializeOwned>(
    defaults: &S,
    stage: Stage,
    recipe: Option<&str>,
    flags: &impl Serialize,
) -> Result<S> {
    let Value::Object(mut layers) = serde_json::to_value(defaults)? else { bail!("settings are a table") };
    let mut source = "settings".to_owned();
    if let Some(name) = recipe {
        source = format!("recipe `{name}`");
        let table: Map<String, Value> =
            toml::from_str(&text(stage, name)?).with_context(|| source.clone())?;
        if let Some(field) = table.keys().find(|field| !layers.contains_key(*field)) {
            let known: Vec<&str> = layers.keys().map(String::as_str).collect();
            bail!("{source}: there is no setting `{field}`; there are {}", known.join(", "));
        }
        layers.extend(table);
    }
    let Value::Object(flags) = serde_json::to_value(flags)? else { bail!("flags are a table") };
    layers.extend(flags.into_iter().filter(|(_, value)| !value.is_null()));
    serde_json::from_value(Value::Object(layers)).with_context(|| source)
}

fn text(stage: Stage, name: &str) -> Result<String> {
    if let Some((_, _, text)) = BUNDLED.iter().find(|(n, s, _)| *n == name && *s == stage) {
        return Ok((*text).to_owned());
    }
    std::fs::read_to_string(Path::new(name))
        .with_context(|| format!("recipe `{name}`: neither a bundled one (mini, 3b, 7b) nor a readable file"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{rl, training};

    #[test]
    fn every_bundled_recipe_is_one_of_its_stage() {
        let nothing = serde_json::json!({});
        for (name, stage, _) in BUNDLED {
            if stage == Stage::Rl {
                settings(&rl::settings::Settings::default(), stage, Some(name), &nothing).unwrap();
            } else {
                settings(&training::settings::Settings::default(), stage, Some(name), &nothing).unwrap();
            }
        }
    }

    #[test]
    fn flags_go_over_the_recipe_and_the_recipe_over_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.toml");
        std::fs::write(&path, "b = 2\nc = 2\n").unwrap();
        let defaults = serde_json::json!({ "a": 1, "b": 1, "c": 1 });
        let flags = serde_json::json!({ "a": null, "c": 3 });
        let merged = settings(&defaults, Stage::Sft, path.to_str(), &flags).unwrap();
        assert_eq!(merged, serde_json::json!({ "a": 1, "b": 2, "c": 3 }));
    }

    #[test]
    fn an_unknown_field_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.toml");
        std::fs::write(&path, "stepz = 2\n").unwrap();
        let error =
            settings(&serde_json::json!({ "steps": 1 }), Stage::Sft, path.to_str(), &serde_json::json!({}));
        let text = format!("{:#}", error.unwrap_err());
        assert!(text.contains("stepz") && text.contains("steps"), "{text}");
    }
}
