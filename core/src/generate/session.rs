//! One conversation being decoded.

use burn::tensor::{DType, Int, Tensor, TensorData, s};

use super::GenerateError;
use crate::{
    input::Patches,
    model::{KvCache, Positions, Qwen25Vl},
};

/// Long prompts go through the decoder in pieces of this many tokens, which bounds the memory of the
/// attention scores.
const CHUNK: usize = 512;

/// A conversation: what was said, the cache, and what is still to be run through the model. Pushing is
/// cheap; the model runs when logits are asked for. A clone shares what was computed so far.
#[derive(Debug, Clone)]
pub struct Session<'a> {
    model: &'a Qwen25Vl,
    pub(super) cache: KvCache,
    pub(super) positions: Positions,
    ids: Vec<u32>,
    pub(super) pending: Vec<Pending>,
    limit: usize,
    /// The last token's hidden state, `[1, 1, hidden]`.
    last: Option<Tensor<3>>,
    /// Its row in a [`ContinuousBatch`](super::ContinuousBatch), which then holds what was computed so far.
    pub(super) row: Option<u64>,
}

/// What was pushed and not yet run.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Pending {
    Tokens(Vec<u32>),
    Image(Patches),
}

impl<'a> Session<'a> {
    /// An empty conversation with the model's own context length.
    pub fn new(model: &'a Qwen25Vl) -> Self {
        Session {
            model,
            cache: KvCache::new(model.config()),
            positions: Positions::new(),
            ids: Vec::new(),
            pending: Vec::new(),
            limit: model.config().text.max_position_embeddings,
            last: None,
            row: None,
        }
    }

    /// Allows at most `tokens`, or the model's own limit if that is less.
    pub fn with_context_limit(mut self, tokens: usize) -> Self {
        self.limit = tokens.min(self.model.config().text.max_position_embeddings);
        self
    }

    /// Begins anew with an empty conversation and the same limit.
    pub fn restart(&mut self) {
        *self = Session { limit: self.limit, ..Session::new(self.model) };
    }

    /// A second conversation that starts with all of this one.
    pub fn fork(&self) -> Self {
        self.clone()
    }

    /// All tokens pushed, images as their placeholders.
    pub fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// Tokens pushed.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether nothing was pushed.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Tokens that still fit.
    pub fn room(&self) -> usize {
        self.limit.saturating_sub(self.ids.len())
    }

    /// Adds text tokens.
    pub fn push_tokens(&mut self, ids: &[u32]) -> Result<(), GenerateError> {
        let vocab = self.model.config().text.vocab_size;
        if let Some(id) = ids.iter().find(|id| **id as usize >= vocab) {
            return Err(GenerateError::Vocabulary { id: *id, vocab });
        }
        self.make_room(ids.len())?;
        self.add_tokens(ids);
        Ok(())
    }

    /// Adds an image with the tokens that open and close it.
    pub fn push_image(&mut self, patches: Patches) -> Result<(), GenerateError> {
        let config = self.model.config();
        self.make_room(self.image_tokens(&patches)? + 2)?;
        self.add_tokens(&[config.vision_start_token_id]);
        self.add_image(patches);
        self.add_tokens(&[config.vision_end_token_id]);
        Ok(())
    }

    /// Adds a rendered prompt: each image token in `ids` stands for the next of `images`.
    pub fn push_prompt(&mut self, ids: &[u32], images: Vec<Patches>) -> Result<(), GenerateError> {
        let config = self.model.config();
        let placeholders = ids.iter().filter(|id| **id == config.image_token_id).count();
        if placeholders != images.len() {
            return Err(GenerateError::ImageCount { placeholders, images: images.len() });
        }
        let vocab = config.text.vocab_size;
        if let Some(id) = ids.iter().find(|id| **id as usize >= vocab) {
            return Err(GenerateError::Vocabulary { id: *id, vocab });
        }
        let image_tokens: usize =
            images.iter().map(|image| self.image_tokens(image)).sum::<Result<_, _>>()?;
        self.make_room(ids.len() - placeholders + image_tokens)?;
        let mut images = images.into_iter();
        for part in ids.split_inclusive(|id| *id == config.image_token_id) {
            match part.split_last() {
                Some((last, text)) if *last == config.image_token_id => {
                    self.add_tokens(text);
                    images.next().into_iter().for_each(|image| self.add_image(image));
                }
                _ => self.add_tokens(part),
            }
        }
        Ok(())
    }

    /// Logits of the next token. In a browser this waits for the GPU; on the CPU it is ready at once.
    pub async fn next_logits(&mut self) -> Result<Vec<f32>, GenerateError> {
        let data = self.forward()?.into_data_async().await;
        data.map_err(|e| GenerateError::Device(format!("{e:?}"))).and_then(values)
    }

    /// [`Session::next_logits`] for native callers; a browser's GPU cannot be waited for like this.
    pub fn next_logits_blocking(&mut self) -> Result<Vec<f32>, GenerateError> {
        let data = self.forward()?.try_into_data();
        data.map_err(|e| GenerateError::Device(format!("{e:?}"))).and_then(values)
    }

    fn image_tokens(&self, patches: &Patches) -> Result<usize, GenerateError> {
        let vision = &self.model.config().vision;
        let merge = vision.spatial_merge_size;
        if !patches.grid.divides_into(merge) {
            return Err(GenerateError::Grid { grid: patches.grid, merge });
        }
        let expected = patches.grid.patches() * vision.patch_values();
        match patches.pixels.len() {
            found if found != expected => Err(GenerateError::Pixels { expected, found }),
            _ => Ok(patches.grid.merged_tokens(merge)),
        }
    }

    fn make_room(&self, tokens: usize) -> Result<(), GenerateError> {
        let needed = self.ids.len() + tokens;
        if needed > self.limit {
            return Err(GenerateError::ContextLength { needed, limit: self.limit });
        }
        Ok(())
    }

    fn add_tokens(&mut self, ids: &[u32]) {
        if ids.is_empty() {
            return;
        }
        self.ids.extend_from_slice(ids);
        self.positions.extend_text(ids.len());
        match self.pending.last_mut() {
            Some(Pending::Tokens(tokens)) => tokens.extend_from_slice(ids),
            _ => self.pending.push(Pending::Tokens(ids.to_vec())),
        }
    }

    fn add_image(&mut self, patches: Patches) {
        let config = self.model.config();
        let merge = config.vision.spatial_merge_size;
        let tokens = patches.grid.merged_tokens(merge);
        self.ids.extend(std::iter::repeat_n(config.image_token_id, tokens));
        self.positions.extend_image(patches.grid, merge);
        self.pending.push(Pending::Image(patches));
    }

    /// Runs what is pending and gives the last token's logits, `[1, 1, vocab]`, in f32.
    fn forward(&mut self) -> Result<Tensor<3>, GenerateError> {
        let last = self.run()?;
        Ok(self.model.logits(last).cast(DType::F32))
    }

    /// Runs what is pending and gives the last token's hidden state, `[1, 1, hidden]`.
    pub(super) fn run(&mut self) -> Result<Tensor<3>, GenerateError> {
        if self.row.is_some() {
            return Err(GenerateError::OtherBatch);
        }
        if !self.pending.is_empty() {
            let embeds = self.embed_pending();
            let total = embeds.dims()[1];
            let mut start = 0;
            while start < total {
                let end = total.min(start + CHUNK);
                let piece = if end - start == total {
                    embeds.clone()
                } else {
                    embeds.clone().slice(s![.., start..end, ..])
                };
                let seen = self.cache.len();
                let positions = self.positions.as_slice()[seen..seen + end - start].to_vec();
                let hidden = self.model.decode(piece, &[positions], Some(&mut self.cache));
                let length = end - start;
                self.last = Some(hidden.slice(s![.., length - 1..length, ..]));
                start = end;
            }
            self.pending.clear();
        }
        self.last.clone().ok_or(GenerateError::Empty)
    }

    /// Takes over what was computed of a conversation that begins alike.
    pub(super) fn go_on_from(&mut self, other: &Session<'a>) {
        self.cache = other.cache.clone();
        self.last = other.last.clone();
        self.pending.clear();
    }

    /// Embeddings `[1, tokens, hidden]` of what is pending, all images encoded together.
    fn embed_pending(&self) -> Tensor<3> {
        let device = self.model.device();
        let config = self.model.config();
        let (mut grids, mut pixels) = (Vec::new(), Vec::new());
        for pending in &self.pending {
            if let Pending::Image(patches) = pending {
                grids.push(patches.grid);
                pixels.extend_from_slice(&patches.pixels);
            }
        }
        let mut images = (!grids.is_empty()).then(|| {
            let width = config.vision.patch_values();
            let data = TensorData::new(pixels, [grids.iter().map(|grid| grid.patches()).sum(), width]);
            self.model.encode_images(Tensor::from_data(data, &device), &grids)
        });
        let mut taken = 0;
        let mut pieces = Vec::with_capacity(self.pending.len());
        for pending in &self.pending {
            match (pending, &mut images) {
                (Pending::Tokens(ids), _) => {
                    let ids: Vec<i32> = ids.iter().map(|id| *id as i32).collect();
                    let shape = [1, ids.len()];
                    pieces.push(
                        self.model.embed(Tensor::<2, Int>::from_data(TensorData::new(ids, shape), &device)),
                    );
                }
                (Pending::Image(patches), Some(images)) => {
                    let end = taken + patches.grid.merged_tokens(config.vision.spatial_merge_size);
                    pieces.push(images.clone().slice(s![taken..end, ..]).unsqueeze::<3>());
                    taken = end;
                }
                (Pending::Image(_), None) => {}
            }
        }
        if pieces.len() == 1 { pieces.remove(0) } else { Tensor::cat(pieces, 1) }
    }
}

pub(super) fn values(data: TensorData) -> Result<Vec<f32>, GenerateError> {
    data.as_slice::<f32>().map(<[f32]>::to_vec).map_err(|e| GenerateError::Device(format!("{e:?}")))
}
