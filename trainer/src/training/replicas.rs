//! Copies of a model on several devices, which share the micro-batches of a step.
//!
//! The first device has the model itself and its optimizer. A step's gradients are moved there and added in a fixed
//! order, and what the optimizer changed is sent to the others. On CUDA burn moves tensors between cards over NCCL.
//! Its collective `all_reduce` is not used: only one card needs the sum, and a parameter that a card's share of the
//! step has no gradient for (a step with fewer micro-batches than cards is enough) would leave the other cards waiting
//! without an error.

use anyhow::Result;
use burn::module::{Module, ModuleMapper, ModuleVisitor, Param, ParamId};
use burn::optim::GradientsParams;
use burn::tensor::container::TensorContainer;
use burn::tensor::{Device, Tensor};

use super::gradient::accumulate_on;

/// The devices of a run, with the copies of the model that lie on all but the first.
pub struct Replicas<M> {
    first: Device,
    others: Vec<(M, Device)>,
    workers: usize,
}

impl<M: Module + Sync + Send> Replicas<M> {
    /// Copies the model, which lies on `first`, to the other devices; `workers` threads compute on each.
    pub fn new(model: &M, first: &Device, others: &[Device], workers: usize) -> Self {
        let copy = |device: &Device| (model.clone().fork(device), device.clone());
        Self { first: first.clone(), others: others.iter().map(copy).collect(), workers }
    }

    /// What [`accumulate`](super::gradient::accumulate) gives, on all devices; `loss` is told on which it computes.
    ///
    /// # Errors
    /// If a worker panics or the loss is not a number.
    pub fn accumulate<T: Sync>(
        &self,
        model: &M,
        micro: &[T],
        loss: impl Fn(&M, &T, &Device) -> (Tensor<1>, Tensor<1>) + Sync,
    ) -> Result<(GradientsParams, f32, f32)> {
        let others = self.others.iter().map(|(model, device)| (model, device));
        let copies: Vec<(&M, &Device)> = std::iter::once((model, &self.first)).chain(others).collect();
        accumulate_on(&copies, micro, self.workers, loss)
    }

    /// Gives the copies the model's weights, those that are trained: the others never change.
    pub fn follow(&mut self, model: &M) {
        let moved = std::mem::take(&mut self.others).into_iter().map(|(copy, device)| {
            let mut trained = Trained { device: &device, values: TensorContainer::new() };
            model.visit(&mut trained);
            (copy.map(&mut trained), device)
        });
        self.others = moved.collect();
    }
}

/// The values of trained parameters on their way to a device.
struct Trained<'a> {
    device: &'a Device,
    values: TensorContainer<ParamId>,
}

impl ModuleVisitor for Trained<'_> {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        if param.is_require_grad() {
            self.values.register(param.id, param.val().to_device(self.device).detach());
        }
    }
}

impl ModuleMapper for Trained<'_> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let (id, before, mapper) = param.consume();
        let value = self.values.remove::<Tensor<D>>(&id).map_or(before, Tensor::require_grad);
        Param::from_mapped_value(id, value, mapper)
    }
}
