//! Image placeholders to as many tokens as the pictures need.

use super::InputError;
use crate::model::{Config, Grid};

/// Repeats each image token of a rendered prompt as often as its picture has merged tokens.
pub fn expand_image_tokens(ids: &[u32], grids: &[Grid], config: &Config) -> Result<Vec<u32>, InputError> {
    let image = config.image_token_id;
    let placeholders = ids.iter().filter(|id| **id == image).count();
    if placeholders != grids.len() {
        return Err(InputError::ImageCount { placeholders, images: grids.len() });
    }
    let mut grids = grids.iter();
    Ok(ids
        .iter()
        .flat_map(|id| {
            let grid = if *id == image { grids.next() } else { None };
            let count = grid.map_or(1, |grid| grid.merged_tokens(config.vision.spatial_merge_size));
            std::iter::repeat_n(*id, count)
        })
        .collect())
}
