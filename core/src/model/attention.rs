//! Scaled dot-product attention with grouped keys and values.

use burn::tensor::{DType, Device, Tensor, TensorData, activation::softmax};

/// Added to the scores of keys a query must not see. Finite, so that rows stay free of NaN, and within
/// f16's range.
pub(super) const MASKED: f32 = -3.0e4;

/// `[rows, 1, queries, past + queries]`: each query sees the past and itself, but for the first `pads` keys of its row;
/// one row for all if there are no pads. None where nothing is hidden.
pub(super) fn causal_mask(
    queries: usize,
    past: usize,
    pads: &[usize],
    dtype: DType,
    device: &Device,
) -> Option<Tensor<4>> {
    let padded = pads.iter().any(|pad| *pad > 0);
    if queries <= 1 && !padded {
        return None;
    }
    let pads = if padded { pads } else { &[0] };
    let keys = past + queries;
    let mut mask = vec![0f32; pads.len() * queries * keys];
    for (at, row) in mask.chunks_exact_mut(keys).enumerate() {
        row[past + at % queries + 1..].fill(MASKED);
        row[..pads[at / queries]].fill(MASKED);
    }
    Some(Tensor::from_data(TensorData::new(mask, [pads.len(), 1, queries, keys]), (device, dtype)))
}

/// Attention of `query` `[batch, heads, queries, width]` over `key` and `value`
/// `[batch, kv_heads, keys, width]`; gives `[batch, queries, heads * width]`.
///
/// The query heads of a group are stacked along the query axis, so keys and values are never repeated.
pub(super) fn attend(
    query: Tensor<4>,
    key: Tensor<4>,
    value: Tensor<4>,
    mask: Option<&Tensor<4>>,
) -> Tensor<3> {
    let [batch, heads, queries, width] = query.dims();
    let [_, kv_heads, keys, _] = key.dims();
    let stacked = heads / kv_heads * queries;
    let query = query.mul_scalar((width as f64).powf(-0.5)).reshape([batch, kv_heads, stacked, width]);
    let mut scores = query.matmul(key.swap_dims(2, 3));
    if let Some(mask) = mask {
        scores = (scores.reshape([batch, heads, queries, keys]) + mask.clone())
            .reshape([batch, kv_heads, stacked, keys]);
    }
    let mixed = if scores.is_autodiff() {
        // The same softmax with its division moved behind the product: on the tape every operation over
        // the scores costs a pass each way, and the product is far smaller than they are.
        let peak = scores.clone().detach().max_dim(3);
        let weights = (scores - peak).exp();
        let total = weights.clone().sum_dim(3);
        weights.matmul(value) / total
    } else {
        softmax(scores, 3).matmul(value)
    };
    mixed.reshape([batch, heads, queries, width]).swap_dims(1, 2).reshape([batch, queries, heads * width])
}
