//! The language model.

use burn::{
    module::Module,
    nn::{Embedding, Linear},
    tensor::{Device, Tensor},
};

use super::{
    FeedForward, KvCache, RmsNorm, TextConfig,
    attention::{attend, causal_mask},
    effective::project,
    new_linear, new_weight,
    rotary::Rotary,
};

/// Embedding table, layers and final norm; `model.` in a checkpoint.
#[derive(Module, Debug)]
pub struct Decoder {
    /// Token embeddings, `[vocab, hidden]`.
    pub embed_tokens: Embedding,
    /// Layers.
    pub layers: Vec<DecoderLayer>,
    /// Final norm.
    pub norm: RmsNorm,
}

impl Decoder {
    /// Random weights.
    pub fn new(config: &TextConfig, device: &Device) -> Self {
        Decoder {
            embed_tokens: Embedding { weight: new_weight([config.vocab_size, config.hidden_size], device) },
            layers: (0..config.num_hidden_layers).map(|_| DecoderLayer::new(config, device)).collect(),
            norm: RmsNorm::new(config.hidden_size, config.rms_norm_eps, device),
        }
    }

    /// Runs all layers; see [`super::Qwen25Vl::decode`].
    pub(super) fn forward(
        &self,
        embeds: Tensor<3>,
        positions: &[Vec<[u32; 3]>],
        config: &TextConfig,
        cache: Option<&mut KvCache>,
    ) -> Tensor<3> {
        let past = cache.as_ref().map_or(0, |cache| cache.len());
        let pads = cache.as_ref().map_or(&[][..], |cache| &cache.pads);
        let mask = causal_mask(embeds.dims()[1], past, pads, embeds.dtype(), &embeds.device());
        self.forward_probed(embeds, positions, mask, config, cache, 0).1
    }

    /// Runs all layers, with `mask` added to the scores of attention; gives the residual stream before layer `probe` and the
    /// normed hidden states.
    pub(super) fn forward_probed(
        &self,
        embeds: Tensor<3>,
        positions: &[Vec<[u32; 3]>],
        mask: Option<Tensor<4>>,
        config: &TextConfig,
        mut cache: Option<&mut KvCache>,
        probe: usize,
    ) -> (Tensor<3>, Tensor<3>) {
        let [batch, length, _] = embeds.dims();
        assert!(
            positions.len() == batch && positions.iter().all(|row| row.len() == length),
            "one position for each of the {batch} x {length} tokens",
        );
        let (device, dtype) = (embeds.device(), embeds.dtype());
        let rotary = Rotary::text(positions, config, dtype, &device);
        let mut x = embeds;
        let mut probed = x.clone();
        for (index, layer) in self.layers.iter().enumerate() {
            if index == probe {
                probed = x.clone();
            }
            let cache = cache.as_deref_mut().map(|cache| (index, cache));
            let mixed = layer.self_attn.forward(
                layer.input_layernorm.forward(x.clone()),
                &rotary,
                mask.as_ref(),
                cache,
            );
            x = x + mixed;
            x = x.clone() + layer.mlp.forward(layer.post_attention_layernorm.forward(x));
        }
        if let Some(cache) = cache {
            cache.advance(length);
        }
        (probed, self.norm.forward(x))
    }
}

impl SelfAttention {
    /// Scores before mask and softmax of the first query head of each key-value group, `[batch, kv_heads, queries,
    /// keys]`, for normed input.
    pub(super) fn scores(&self, x: Tensor<3>, rotary: &Rotary) -> Tensor<4> {
        let query = rotary.apply(self.heads(project(&self.q_proj, x.clone())));
        let key = rotary.apply(self.heads(project(&self.k_proj, x)));
        let [batch, length, heads, width] = query.dims();
        let kv_heads = key.dims()[2];
        let query = query.reshape([batch, length, kv_heads, heads / kv_heads * width]).narrow(3, 0, width);
        let query = query.swap_dims(1, 2).mul_scalar((width as f64).powf(-0.5));
        query.matmul(key.permute([0, 2, 3, 1]))
    }
}

/// One decoder layer.
#[derive(Module, Debug)]
pub struct DecoderLayer {
    /// Before attention.
    pub input_layernorm: RmsNorm,
    /// Attention.
    pub self_attn: SelfAttention,
    /// Before the feed-forward layer.
    pub post_attention_layernorm: RmsNorm,
    /// Feed-forward.
    pub mlp: FeedForward,
}

impl DecoderLayer {
    fn new(config: &TextConfig, device: &Device) -> Self {
        let norm = || RmsNorm::new(config.hidden_size, config.rms_norm_eps, device);
        DecoderLayer {
            input_layernorm: norm(),
            self_attn: SelfAttention::new(config, device),
            post_attention_layernorm: norm(),
            mlp: FeedForward::new(config.hidden_size, config.intermediate_size, false, device),
        }
    }
}

/// Causal attention with grouped keys and values.
#[derive(Module, Debug)]
pub struct SelfAttention {
    /// Queries, with bias.
    pub q_proj: Linear,
    /// Keys, with bias.
    pub k_proj: Linear,
    /// Values, with bias.
    pub v_proj: Linear,
    /// Back to the residual stream.
    pub o_proj: Linear,
    #[module(skip)]
    head_dim: usize,
}

impl SelfAttention {
    fn new(config: &TextConfig, device: &Device) -> Self {
        let (hidden, head_dim) = (config.hidden_size, config.head_dim());
        let kv = config.num_key_value_heads * head_dim;
        SelfAttention {
            q_proj: new_linear(hidden, hidden, true, device),
            k_proj: new_linear(hidden, kv, true, device),
            v_proj: new_linear(hidden, kv, true, device),
            o_proj: new_linear(hidden, hidden, false, device),
            head_dim,
        }
    }

    fn forward(
        &self,
        x: Tensor<3>,
        rotary: &Rotary,
        mask: Option<&Tensor<4>>,
        cache: Option<(usize, &mut KvCache)>,
    ) -> Tensor<3> {
        let query = rotary.apply(self.heads(project(&self.q_proj, x.clone()))).swap_dims(1, 2);
        let key = rotary.apply(self.heads(project(&self.k_proj, x.clone()))).swap_dims(1, 2);
        let value = self.heads(project(&self.v_proj, x)).swap_dims(1, 2);
        let (key, value) = match cache {
            Some((layer, cache)) => cache.append(layer, key, value),
            None => (key, value),
        };
        project(&self.o_proj, attend(query, key, value, mask))
    }

    /// `[batch, length, heads * head_dim]` -> `[batch, length, heads, head_dim]`
    fn heads(&self, x: Tensor<3>) -> Tensor<4> {
        let [batch, length, width] = x.dims();
        x.reshape([batch, length, width / self.head_dim, self.head_dim])
    }
}
