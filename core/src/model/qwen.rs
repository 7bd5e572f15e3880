//! The whole model.

use burn::{
    module::Module,
    nn::Linear,
    tensor::{DType, Device, Int, Tensor, module::linear},
};

use super::{
    Batch, Config, Decoder, Grid, KvCache, VisionTower, new_linear, rotary::Rotary, vision::indices,
};

/// Qwen2.5-VL: vision tower, decoder and output head.
#[derive(Module, Debug)]
pub struct Qwen25Vl {
    /// Vision tower.
    pub visual: VisionTower,
    /// Language model.
    pub model: Decoder,
    /// Output head; none where the embedding table serves for it.
    pub lm_head: Option<Linear>,
    #[module(skip)]
    config: Config,
}

impl Qwen25Vl {
    /// Random weights: normal with deviation 0.02, norms 1, biases 0.
    pub fn new(config: &Config, device: &Device) -> Self {
        let text = &config.text;
        Qwen25Vl {
            visual: VisionTower::new(&config.vision, device),
            model: Decoder::new(text, device),
            lm_head: (!text.tie_word_embeddings)
                .then(|| new_linear(text.hidden_size, text.vocab_size, false, device)),
            config: config.clone(),
        }
    }

    /// The sizes this model was made with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Where the weights live.
    pub fn device(&self) -> Device {
        self.model.norm.weight.val().device()
    }

    /// The weights' float type.
    pub fn dtype(&self) -> DType {
        self.model.norm.weight.val().dtype()
    }

    /// `[patches of all pictures, channels * frames * side * side]` to `[merged tokens, hidden]`, pictures
    /// in the order of `grids`.
    ///
    /// # Panics
    /// If the number of patches is not what the grids hold.
    pub fn encode_images(&self, pixels: Tensor<2>, grids: &[Grid]) -> Tensor<2> {
        let dtype = self.visual.merger.ln_q.weight.val().dtype();
        self.visual.forward(pixels.cast(dtype), grids, &self.config.vision)
    }

    /// Token embeddings `[batch, length, hidden]`.
    pub fn embed(&self, ids: Tensor<2, Int>) -> Tensor<3> {
        self.model.embed_tokens.forward(ids)
    }

    /// Runs the decoder over embeddings and gives its normed hidden states. `positions` holds the (time,
    /// height, width) place of each token of each row. With a cache the tokens follow those it holds and
    /// are added to it.
    ///
    /// # Panics
    /// If positions and embeddings disagree in shape.
    pub fn decode(
        &self,
        embeds: Tensor<3>,
        positions: &[Vec<[u32; 3]>],
        cache: Option<&mut KvCache>,
    ) -> Tensor<3> {
        self.model.forward(embeds, positions, &self.config.text, cache)
    }

    /// Scores of the whole vocabulary, `[batch, length, vocab]`.
    pub fn logits(&self, hidden: Tensor<3>) -> Tensor<3> {
        match &self.lm_head {
            Some(head) => head.forward(hidden),
            None => linear(hidden, self.model.embed_tokens.weight.val().transpose(), None),
        }
    }

    /// Attention scores before mask and softmax in decoder layer `layer`, of the first query head of each key-value
    /// group: `[rows, kv_heads, length, length]`. `residual` is the residual stream before that layer, as
    /// [`Qwen25Vl::forward_batch_probed`] gives it. For losses on where a layer looks.
    ///
    /// # Panics
    /// If there is no such layer.
    pub fn attention_scores(&self, layer: usize, residual: Tensor<3>, batch: &Batch) -> Tensor<4> {
        let rotary = Rotary::text(batch.positions(), &self.config.text, residual.dtype(), &residual.device());
        let layer = &self.model.layers[layer];
        layer.self_attn.scores(layer.input_layernorm.forward(residual), &rotary)
    }

    /// Hidden states `[rows, length, hidden]` of a padded batch, pictures included.
    pub fn forward_batch(&self, batch: &Batch) -> Tensor<3> {
        self.forward_batch_probed(batch, 0).1
    }

    /// The residual stream before decoder layer `probe`, `[rows, length, hidden]`, and what
    /// [`Qwen25Vl::forward_batch`] gives: for losses on what a layer knows.
    pub fn forward_batch_probed(&self, batch: &Batch, probe: usize) -> (Tensor<3>, Tensor<3>) {
        let device = self.device();
        let embeds = self.embed(Tensor::from_data(batch.ids_data(), &device));
        let embeds = if batch.grids().is_empty() {
            embeds
        } else {
            let shape = embeds.dims();
            let images = self.encode_images(Tensor::from_data(batch.pixels_data(), &device), batch.grids());
            let table = Tensor::cat(vec![embeds.reshape([shape[0] * shape[1], shape[2]]), images], 0);
            table.select(0, indices(batch.embedding_rows(), &device)).reshape(shape)
        };
        let mask = batch.mask(embeds.dtype(), &device);
        self.model.forward_probed(embeds, batch.positions(), mask, &self.config.text, None, probe)
    }
}
