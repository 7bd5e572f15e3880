//! Names of parameters: module paths to hub keys.

/// The hub's key of a parameter at this module path. The paths are the keys but for the merger, whose
/// activation counts as a layer in the hub's numbering.
pub(super) fn of_path(path: &[String]) -> String {
    path.join(".").replace("merger.mlp.1.", "merger.mlp.2.")
}

/// The flat key of a tensor in a file: newer exports nest tower and decoder one level deeper.
pub(super) fn normalized(key: &str) -> String {
    if let Some(rest) = key.strip_prefix("model.visual.") {
        format!("visual.{rest}")
    } else if let Some(rest) = key.strip_prefix("model.language_model.") {
        format!("model.{rest}")
    } else {
        key.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_keys_become_flat_ones() {
        assert_eq!(normalized("model.visual.merger.ln_q.weight"), "visual.merger.ln_q.weight");
        assert_eq!(normalized("model.language_model.norm.weight"), "model.norm.weight");
        assert_eq!(normalized("model.norm.weight"), "model.norm.weight");
    }

    #[test]
    fn the_mergers_second_layer_has_index_two() {
        let path = ["visual", "merger", "mlp", "1", "bias"].map(String::from);
        assert_eq!(of_path(&path), "visual.merger.mlp.2.bias");
    }
}
