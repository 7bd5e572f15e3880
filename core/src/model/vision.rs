//! The vision tower: patches to merged tokens.

use std::collections::BTreeMap;

use burn::{
    module::Module,
    nn::Linear,
    tensor::{Device, Int, Tensor, TensorData, activation::gelu, module::linear, s},
};

use super::{
    FeedForward, Grid, RmsNorm, VisionConfig, attention::attend, effective::project, new_linear,
    rotary::Rotary, windows::WindowPlan,
};

/// RMSNorm's epsilon in the tower; not configurable in the reference.
const EPSILON: f64 = 1e-6;

/// Patch embedding, blocks and merger; `visual.` in a checkpoint.
#[derive(Module, Debug)]
pub struct VisionTower {
    /// Flattened patches to vectors.
    pub patch_embed: PatchEmbed,
    /// Blocks.
    pub blocks: Vec<VisionBlock>,
    /// Squares of patches to tokens of the language model.
    pub merger: PatchMerger,
}

/// The patch embedding. Kernel and stride of the published convolution are equal, so it is a product.
#[derive(Module, Debug)]
pub struct PatchEmbed {
    /// `[channels * frames * side * side, hidden]`.
    pub proj: Linear,
}

/// Joins squares of patches.
#[derive(Module, Debug)]
pub struct PatchMerger {
    /// Before joining.
    pub ln_q: RmsNorm,
    /// Two linear layers around a GELU; `mlp.0` and `mlp.2` in a checkpoint.
    pub mlp: [Linear; 2],
}

impl VisionTower {
    /// Random weights.
    pub fn new(config: &VisionConfig, device: &Device) -> Self {
        let joined = config.hidden_size * config.spatial_merge_size * config.spatial_merge_size;
        VisionTower {
            patch_embed: PatchEmbed {
                proj: new_linear(config.patch_values(), config.hidden_size, false, device),
            },
            blocks: (0..config.depth).map(|_| VisionBlock::new(config, device)).collect(),
            merger: PatchMerger {
                ln_q: RmsNorm::new(config.hidden_size, EPSILON, device),
                mlp: [
                    new_linear(joined, joined, true, device),
                    new_linear(joined, config.out_hidden_size, true, device),
                ],
            },
        }
    }

    /// See [`super::Qwen25Vl::encode_images`]. Pictures of equal size go through together.
    pub(super) fn forward(&self, pixels: Tensor<2>, grids: &[Grid], config: &VisionConfig) -> Tensor<2> {
        let unit = config.spatial_merge_size * config.spatial_merge_size;
        // (height, width) -> the first merge unit of each frame of that size.
        let mut groups: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        let mut units = 0;
        for grid in grids {
            for _ in 0..grid.t {
                groups.entry((grid.h, grid.w)).or_default().push(units);
                units += grid.h * grid.w / unit;
            }
        }
        assert_eq!(pixels.dims()[0], units * unit, "as many patches as the grids hold");

        let device = pixels.device();
        let mut outputs = Vec::with_capacity(groups.len());
        let mut came_from = Vec::with_capacity(units);
        for ((h, w), starts) in groups {
            let grid = Grid::image(h, w);
            let merge = config.spatial_merge_size;
            let plan = WindowPlan::new(h / merge, w / merge, config.window_tokens());
            let places: Vec<usize> =
                starts.iter().flat_map(|start| plan.order.iter().map(move |place| start + place)).collect();
            let rows = places.iter().flat_map(|place| place * unit..(place + 1) * unit);
            let patches = pixels.clone().select(0, indices(rows, &device));
            outputs.push(self.forward_frames(patches, starts.len(), grid, &plan, config));
            came_from.extend(places);
        }
        let mut back = vec![0; units];
        for (now, place) in came_from.iter().enumerate() {
            back[*place] = now;
        }
        Tensor::cat(outputs, 0).select(0, indices(back.into_iter(), &device))
    }

    /// `frames` pictures of one size, patches in the plan's order; gives merged tokens in that order.
    fn forward_frames(
        &self,
        patches: Tensor<2>,
        frames: usize,
        grid: Grid,
        plan: &WindowPlan,
        config: &VisionConfig,
    ) -> Tensor<2> {
        let unit = config.spatial_merge_size * config.spatial_merge_size;
        let embedded = self.patch_embed.proj.forward(patches);
        let rotary = Rotary::vision(grid, plan, config, embedded.dtype(), &embedded.device());
        let windows: Vec<_> = plan.runs.iter().map(|(count, units)| (*count, units * unit)).collect();
        let whole = [(1, grid.h * grid.w)];
        let mut x = embedded.reshape([frames, grid.h * grid.w, config.hidden_size]);
        for (index, block) in self.blocks.iter().enumerate() {
            let full = config.fullatt_block_indexes.contains(&index);
            x = block.forward(x, &rotary, if full { &whole } else { &windows });
        }
        let x = self.merger.ln_q.forward(x).reshape([-1, (unit * config.hidden_size) as i32]);
        let [first, second] = &self.merger.mlp;
        second.forward(gelu(first.forward(x)))
    }
}

/// One block of the tower.
#[derive(Module, Debug)]
pub struct VisionBlock {
    /// Before attention.
    pub norm1: RmsNorm,
    /// Attention.
    pub attn: VisionAttention,
    /// Before the feed-forward layer.
    pub norm2: RmsNorm,
    /// Feed-forward.
    pub mlp: FeedForward,
}

impl VisionBlock {
    fn new(config: &VisionConfig, device: &Device) -> Self {
        VisionBlock {
            norm1: RmsNorm::new(config.hidden_size, EPSILON, device),
            attn: VisionAttention {
                qkv: new_linear(config.hidden_size, 3 * config.hidden_size, true, device),
                proj: new_linear(config.hidden_size, config.hidden_size, true, device),
                num_heads: config.num_heads,
            },
            norm2: RmsNorm::new(config.hidden_size, EPSILON, device),
            mlp: FeedForward::new(config.hidden_size, config.intermediate_size, true, device),
        }
    }

    fn forward(&self, x: Tensor<3>, rotary: &Rotary, runs: &[(usize, usize)]) -> Tensor<3> {
        let x = x.clone() + self.attn.forward(self.norm1.forward(x), rotary, runs);
        x.clone() + self.mlp.forward(self.norm2.forward(x))
    }
}

/// Attention within windows or whole pictures.
#[derive(Module, Debug)]
pub struct VisionAttention {
    /// Queries, keys and values at once.
    pub qkv: Linear,
    /// Back to the residual stream.
    pub proj: Linear,
    #[module(skip)]
    num_heads: usize,
}

impl VisionAttention {
    /// `runs` cuts the patches of each frame into (segments, patches in each).
    fn forward(&self, x: Tensor<3>, rotary: &Rotary, runs: &[(usize, usize)]) -> Tensor<3> {
        let [frames, length, width] = x.dims();
        let heads = [frames, length, self.num_heads, width / self.num_heads];
        let [query, key, value] = self.project(x).map(|part| part.reshape(heads));
        let (query, key) = (rotary.apply(query), rotary.apply(key));
        let mut start = 0;
        let mut mixed = Vec::with_capacity(runs.len());
        for &(segments, patches) in runs {
            let end = start + segments * patches;
            let cut = |part: &Tensor<4>| {
                let part =
                    if runs.len() == 1 { part.clone() } else { part.clone().slice(s![.., start..end]) };
                part.reshape([frames * segments, patches, heads[2], heads[3]]).swap_dims(1, 2)
            };
            let out = attend(cut(&query), cut(&key), cut(&value), None);
            mixed.push(out.reshape([frames, segments * patches, width]));
            start = end;
        }
        let mixed = if mixed.len() == 1 { mixed.remove(0) } else { Tensor::cat(mixed, 1) };
        project(&self.proj, mixed)
    }

    /// Queries, keys and values. In training the weight is cut, not the result: the backward pass of a
    /// cut fills a zeroed tensor of the uncut size, and the weight is the smaller of the two.
    fn project(&self, x: Tensor<3>) -> [Tensor<3>; 3] {
        let width = x.dims()[2];
        let part = |i: usize| i * width..(i + 1) * width;
        if x.is_autodiff() {
            let (weight, bias) = (self.qkv.weight.val(), self.qkv.bias.as_ref().map(|bias| bias.val()));
            [0, 1, 2].map(|i| {
                let bias = bias.clone().map(|bias| bias.slice(s![part(i)]));
                linear(x.clone(), weight.clone().slice(s![.., part(i)]), bias)
            })
        } else {
            let joint = project(&self.qkv, x);
            [0, 1, 2].map(|i| joint.clone().slice(s![.., .., part(i)]))
        }
    }
}

pub(super) fn indices(rows: impl Iterator<Item = usize>, device: &Device) -> Tensor<1, Int> {
    let rows: Vec<i32> = rows.map(|row| row as i32).collect();
    let count = rows.len();
    Tensor::from_data(TensorData::new(rows, [count]), device)
}
