//! Conversations of several lengths in one cache: rows that end side by side, so that the next token of each has the
//! same column.

use burn::tensor::{Tensor, s};

use super::KvCache;
use super::cache::{Layer, STEP, with_room};
use super::vision::indices;

impl KvCache {
    /// Adds caches of one conversation each as further rows.
    pub(crate) fn join(&mut self, others: Vec<KvCache>) {
        let longest = others.iter().map(|other| other.len).fold(self.len, usize::max);
        let room = self.layers.iter().flatten().map(|layer| layer.key.dims()[2]).fold(longest, usize::max);
        let room = room.next_multiple_of(STEP);
        let moved = longest - self.len;
        self.pads.iter_mut().for_each(|pad| *pad += moved);
        self.pads.extend(others.iter().map(|other| longest - other.len));
        let before = self.len;
        for (index, own) in self.layers.iter_mut().enumerate() {
            let others = others.iter().filter_map(|other| Some((other.layers[index].clone()?, other.len)));
            let parts = own.take().map(|layer| (layer, before)).into_iter().chain(others);
            let (keys, values) = parts
                .map(|(Layer { key, value }, len)| {
                    (ending_at(key, len, longest, room), ending_at(value, len, longest, room))
                })
                .unzip();
            *own = Some(Layer { key: Tensor::cat(keys, 0), value: Tensor::cat(values, 0) });
        }
        self.len = longest;
    }

    /// Keeps these rows, in this order, and gives up columns that none of them needs.
    pub(crate) fn keep(&mut self, rows: &[usize]) {
        let pads: Vec<usize> = rows.iter().map(|row| self.pads[*row]).collect();
        let Some(spare) = pads.iter().min().copied() else {
            self.layers.fill(None);
            (self.len, self.pads) = (0, pads);
            return;
        };
        // A cut copies everything, so small ones are not worth it.
        let cut = if spare < STEP { 0 } else { spare };
        let kept = |x: Tensor<4>| {
            let rows = indices(rows.iter().copied(), &x.device());
            if cut == 0 {
                return x.select(0, rows);
            }
            with_room(x.slice(s![.., .., cut..self.len, ..]).select(0, rows), self.len - cut)
        };
        for layer in self.layers.iter_mut().flatten() {
            *layer = Layer { key: kept(layer.key.clone()), value: kept(layer.value.clone()) };
        }
        self.len -= cut;
        self.pads = pads.into_iter().map(|pad| pad - cut).collect();
    }

    /// A row as a cache of its own.
    pub(crate) fn take(&self, row: usize) -> KvCache {
        let len = self.len - self.pads[row];
        let cut = |x: &Tensor<4>| {
            with_room(x.clone().slice(s![row..row + 1, .., self.pads[row]..self.len, ..]), len)
        };
        let layers = self.layers.iter().map(|layer| {
            layer.as_ref().map(|layer| Layer { key: cut(&layer.key), value: cut(&layer.value) })
        });
        KvCache { layers: layers.collect(), len, pads: Vec::new() }
    }
}

/// The first `len` columns of `x` moved so that they end at column `end` of `room`.
fn ending_at(x: Tensor<4>, len: usize, end: usize, room: usize) -> Tensor<4> {
    let [batch, heads, has, width] = x.dims();
    if len == end && has == room {
        return x;
    }
    let blank = Tensor::zeros([batch, heads, room, width], (&x.device(), x.dtype()));
    blank.slice_assign(s![.., .., end - len..end, ..], x.slice(s![.., .., ..len, ..]))
}
