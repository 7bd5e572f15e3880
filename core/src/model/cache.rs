//! Keys and values of the tokens already seen.

use burn::tensor::{Tensor, s};

use super::Config;

/// Room is added in steps of this many tokens (or by doubling), so that a token seldom copies the past.
pub(super) const STEP: usize = 256;

/// Keys and values of every decoder layer. A clone shares the past until either side writes, so several
/// continuations can start from one prompt.
#[derive(Debug, Clone)]
pub struct KvCache {
    pub(super) layers: Vec<Option<Layer>>,
    pub(super) len: usize,
    /// Columns before each row's first token, where rows of several lengths end side by side; empty for one row.
    pub(super) pads: Vec<usize>,
}

/// `[batch, kv_heads, room, head_dim]`, filled up to the cache's length.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub(super) key: Tensor<4>,
    pub(super) value: Tensor<4>,
}

impl KvCache {
    /// An empty cache for a model of this shape.
    pub fn new(config: &Config) -> Self {
        KvCache { layers: vec![None; config.text.num_hidden_layers], len: 0, pads: Vec::new() }
    }

    /// Tokens held; of several rows, those of the longest.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no token is held.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Forgets all but the first `len` tokens; a longer `len` changes nothing.
    pub fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }

    /// Appends one layer's new keys and values and gives all of that layer's. The length counts them
    /// only after [`KvCache::advance`], once every layer has appended.
    pub(super) fn append(
        &mut self,
        layer: usize,
        key: Tensor<4>,
        value: Tensor<4>,
    ) -> (Tensor<4>, Tensor<4>) {
        let start = self.len;
        let end = start + key.dims()[2];
        let stored = match self.layers[layer].take() {
            None => Layer { key: with_room(key, end), value: with_room(value, end) },
            Some(mut stored) => {
                if stored.key.dims()[2] < end {
                    let room = end.max(stored.key.dims()[2] * 2);
                    stored.key = with_room(stored.key.slice(s![.., .., ..start, ..]), room);
                    stored.value = with_room(stored.value.slice(s![.., .., ..start, ..]), room);
                }
                Layer {
                    key: stored.key.slice_assign(s![.., .., start..end, ..], key),
                    value: stored.value.slice_assign(s![.., .., start..end, ..], value),
                }
            }
        };
        let held = s![.., .., ..end, ..];
        let all = (stored.key.clone().slice(held), stored.value.clone().slice(held));
        self.layers[layer] = Some(stored);
        all
    }

    pub(super) fn advance(&mut self, tokens: usize) {
        self.len += tokens;
    }
}

/// `x` followed by zeros up to a multiple of the step.
pub(super) fn with_room(x: Tensor<4>, tokens: usize) -> Tensor<4> {
    let [batch, heads, len, width] = x.dims();
    let room = tokens.next_multiple_of(STEP);
    let blank = Tensor::zeros([batch, heads, room, width], (&x.device(), x.dtype()));
    blank.slice_assign(s![.., .., ..len, ..], x)
}
