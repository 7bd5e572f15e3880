//! `preprocessor_config.json`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::InputError;
use crate::model::VisionConfig;

/// How pictures become patches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProcessorConfig {
    /// Least area after resizing.
    pub min_pixels: u64,
    /// Greatest area after resizing.
    pub max_pixels: u64,
    /// Side of a patch in pixels.
    pub patch_size: usize,
    /// Frames in a patch.
    pub temporal_patch_size: usize,
    /// Side, in patches, of the square that becomes one token.
    pub merge_size: usize,
    /// Mean of each channel, of values from 0 to 1.
    pub image_mean: [f32; 3],
    /// Deviation of each channel.
    pub image_std: [f32; 3],
}

impl Default for ProcessorConfig {
    /// The published checkpoints' values.
    fn default() -> Self {
        ProcessorConfig {
            min_pixels: 3_136,
            max_pixels: 12_845_056,
            patch_size: 14,
            temporal_patch_size: 2,
            merge_size: 2,
            image_mean: [0.481_454_66, 0.457_827_5, 0.408_210_73],
            image_std: [0.268_629_54, 0.261_302_6, 0.275_777_1],
        }
    }
}

impl ProcessorConfig {
    /// Pixels a side must be a multiple of: one token of the language model.
    pub fn factor(&self) -> u32 {
        (self.patch_size * self.merge_size) as u32
    }

    /// Reads the hub's file. The limits may stand as `min_pixels` and `max_pixels` or as
    /// `size.shortest_edge` and `size.longest_edge`; other absent fields take the published values.
    pub fn from_json(text: &str) -> Result<Self, InputError> {
        let value: Value = serde_json::from_str(text).map_err(|e| invalid("(file)", "valid JSON", e))?;
        let default = ProcessorConfig::default();
        let limit = |flat: &str, nested: &str, default: u64| {
            let size = value.get("size").and_then(|size| size.get(nested));
            match value.get(flat).filter(|v| !v.is_null()).or(size).filter(|v| !v.is_null()) {
                None => Ok(default),
                Some(v) => {
                    v.as_u64().filter(|n| *n > 0).ok_or_else(|| invalid(flat, "a number of pixels", v))
                }
            }
        };
        let config = ProcessorConfig {
            min_pixels: limit("min_pixels", "shortest_edge", default.min_pixels)?,
            max_pixels: limit("max_pixels", "longest_edge", default.max_pixels)?,
            patch_size: side(&value, "patch_size", default.patch_size)?,
            temporal_patch_size: side(&value, "temporal_patch_size", default.temporal_patch_size)?,
            merge_size: side(&value, "merge_size", default.merge_size)?,
            image_mean: channels(&value, "image_mean", default.image_mean)?,
            image_std: channels(&value, "image_std", default.image_std)?,
        };
        config.check()?;
        Ok(config)
    }

    /// The hub's file.
    pub fn to_json(&self) -> String {
        let value = serde_json::json!({
            "image_processor_type": "Qwen2VLImageProcessor",
            "min_pixels": self.min_pixels,
            "max_pixels": self.max_pixels,
            "patch_size": self.patch_size,
            "temporal_patch_size": self.temporal_patch_size,
            "merge_size": self.merge_size,
            "image_mean": self.image_mean,
            "image_std": self.image_std,
        });
        format!("{value:#}")
    }

    /// Checks that these patches are the ones the vision tower was made for.
    pub fn check_model(&self, vision: &VisionConfig) -> Result<(), InputError> {
        for (field, here, there) in [
            ("patch_size", self.patch_size, vision.patch_size),
            ("temporal_patch_size", self.temporal_patch_size, vision.temporal_patch_size),
            ("merge_size", self.merge_size, vision.spatial_merge_size),
        ] {
            if here != there {
                return Err(invalid(field, &format!("{there}, as in config.json's vision_config"), here));
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<(), InputError> {
        if self.max_pixels < self.min_pixels {
            let expected = format!("at least min_pixels, {}", self.min_pixels);
            return Err(invalid("max_pixels", &expected, self.max_pixels));
        }
        let token = u64::from(self.factor()).pow(2);
        if self.max_pixels < token {
            return Err(invalid(
                "max_pixels",
                &format!("at least one token, {token} pixels"),
                self.max_pixels,
            ));
        }
        match self.image_std.iter().chain(&self.image_mean).find(|v| !v.is_finite()) {
            Some(found) => Err(invalid("image_mean and image_std", "numbers", found)),
            None if self.image_std.contains(&0.0) => Err(invalid("image_std", "numbers other than 0", 0)),
            None => Ok(()),
        }
    }
}

fn side(value: &Value, field: &str, default: usize) -> Result<usize, InputError> {
    match value.get(field).filter(|v| !v.is_null()) {
        None => Ok(default),
        Some(v) => match v.as_u64() {
            Some(n @ 1..=256) => Ok(n as usize),
            _ => Err(invalid(field, "a number from 1 to 256", v)),
        },
    }
}

fn channels(value: &Value, field: &str, default: [f32; 3]) -> Result<[f32; 3], InputError> {
    match value.get(field).filter(|v| !v.is_null()) {
        None => Ok(default),
        Some(v) => serde_json::from_value(v.clone()).map_err(|_| invalid(field, "three numbers", v)),
    }
}

fn invalid(field: &str, expected: &str, found: impl std::fmt::Display) -> InputError {
    InputError::ProcessorConfig { field: field.into(), expected: expected.into(), found: found.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_the_limits_are_read() {
        let flat = ProcessorConfig::from_json(r#"{"min_pixels": 4000, "max_pixels": 50000}"#).expect("flat");
        let nested = r#"{"size": {"shortest_edge": 4000, "longest_edge": 50000}, "min_pixels": null}"#;
        assert_eq!(ProcessorConfig::from_json(nested).expect("nested"), flat);
        assert_eq!(ProcessorConfig::from_json(&flat.to_json()).expect("written"), flat);
    }

    #[test]
    fn impossible_values_name_their_field() {
        for (json, field) in [
            (r#"{"patch_size": 0}"#, "patch_size"),
            (r#"{"image_std": [1, 0, 1]}"#, "image_std"),
            (r#"{"image_mean": [1, 0]}"#, "image_mean"),
            (r#"{"min_pixels": 9000, "max_pixels": 8000}"#, "max_pixels"),
            ("[", "(file)"),
        ] {
            match ProcessorConfig::from_json(json) {
                Err(InputError::ProcessorConfig { field: named, .. }) => assert_eq!(named, field),
                other => panic!("{json}: {other:?}"),
            }
        }
    }
}
