//! Rotary position embedding, for text (three axes) and for patches (two).

use burn::tensor::{DType, Device, Tensor, TensorData, module::linear};

use super::{Grid, TextConfig, VisionConfig, windows::WindowPlan};

/// Base of the vision tower's rotary frequencies.
const VISION_THETA: f64 = 10_000.0;

/// Cosines and sines of a batch of sequences, made once and used by every layer.
#[derive(Debug, Clone)]
pub(super) struct Rotary {
    /// `[batch or 1, length, 1, head_dim]`
    cos: Tensor<4>,
    sin: Tensor<4>,
    /// `[head_dim, head_dim]`: `x @ half_turn` is `(-x2, x1)`. As a product it costs one small matmul
    /// in each direction, where slicing and joining would fill zeroed copies in the backward pass.
    half_turn: Tensor<2>,
}

impl Rotary {
    /// Tables for text: `mrope_section` says which frequencies turn by time, height and width.
    pub fn text(positions: &[Vec<[u32; 3]>], config: &TextConfig, dtype: DType, device: &Device) -> Self {
        let head_dim = config.head_dim();
        let frequencies = frequencies(config.rope_theta, head_dim);
        let axes: Vec<usize> =
            (0..3).flat_map(|axis| std::iter::repeat_n(axis, config.mrope_section[axis])).collect();
        let length = positions.first().map_or(0, Vec::len);
        // A batch names few places many times, and sines are dear.
        let places = positions.iter().flatten().flatten().max().map_or(0, |last| *last as usize + 1);
        let turns: Vec<(f32, f32)> = (0..places)
            .flat_map(|place| frequencies.iter().map(move |f| (place as f32 * f).sin_cos()))
            .collect();
        let half = frequencies.len();
        let turns = positions.iter().flatten().flat_map(|position| {
            let turns = &turns;
            axes.iter().enumerate().map(move |(i, axis)| turns[position[*axis] as usize * half + i])
        });
        Self::from_turns(turns, [positions.len(), length], head_dim, dtype, device)
    }

    /// Tables for the patches of one frame, in the order of `plan`.
    pub fn vision(
        grid: Grid,
        plan: &WindowPlan,
        config: &VisionConfig,
        dtype: DType,
        device: &Device,
    ) -> Self {
        let head_dim = config.head_dim();
        let frequencies = frequencies(VISION_THETA, head_dim / 2);
        let (merge, columns) = (config.spatial_merge_size, grid.w / config.spatial_merge_size);
        let frequencies = &frequencies;
        let angles = plan.order.iter().flat_map(move |unit| {
            let (top, left) = (unit / columns * merge, unit % columns * merge);
            (0..merge * merge).flat_map(move |i| {
                [top + i / merge, left + i % merge]
                    .into_iter()
                    .flat_map(move |place| frequencies.iter().map(move |f| place as f32 * f))
            })
        });
        Self::from_turns(angles.map(f32::sin_cos), [1, grid.h * grid.w], head_dim, dtype, device)
    }

    /// `turns` holds `head_dim / 2` sines and cosines a token; both halves of a head turn by the same.
    fn from_turns(
        turns: impl Iterator<Item = (f32, f32)>,
        [batch, length]: [usize; 2],
        head_dim: usize,
        dtype: DType,
        device: &Device,
    ) -> Self {
        let half = head_dim / 2;
        let mut cos = vec![0f32; batch * length * head_dim];
        let mut sin = cos.clone();
        for (i, (s, c)) in turns.enumerate() {
            let at = i / half * head_dim + i % half;
            (cos[at], cos[at + half]) = (c, c);
            (sin[at], sin[at + half]) = (s, s);
        }
        let mut half_turn = vec![0f32; head_dim * head_dim];
        for i in 0..half {
            half_turn[(i + half) * head_dim + i] = -1.0;
            half_turn[i * head_dim + i + half] = 1.0;
        }
        let table = |values| {
            let data = TensorData::new(values, [batch, length, 1, head_dim]);
            Tensor::<4>::from_data(data, (device, dtype))
        };
        Rotary {
            cos: table(cos),
            sin: table(sin),
            half_turn: Tensor::from_data(TensorData::new(half_turn, [head_dim, head_dim]), (device, dtype)),
        }
    }

    /// Turns `[batch, length, heads, head_dim]`.
    pub fn apply(&self, x: Tensor<4>) -> Tensor<4> {
        let turned = linear(x.clone(), self.half_turn.clone(), None);
        x * self.cos.clone() + turned * self.sin.clone()
    }
}

/// `theta^(-2i / width)` for each pair of a `width`-wide head.
fn frequencies(theta: f64, width: usize) -> Vec<f32> {
    (0..width / 2).map(|i| (1.0 / theta.powf(2.0 * i as f64 / width as f64)) as f32).collect()
}
