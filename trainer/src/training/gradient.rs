//! Gradients of several micro-batches, on several threads and devices.

use anyhow::{Result, anyhow};
use burn::module::Module;
use burn::optim::{GradientsAccumulator, GradientsParams};
use burn::tensor::{Device, Tensor};

/// Sums gradients over the micro-batches. `loss` gives the loss to tell, and the loss to minimise,
/// which may have more terms; the sums of both are returned.
///
/// Each worker takes every `workers`-th micro-batch with a copy of the weights; the sums are made in a fixed order,
/// so the result does not depend on timing.
///
/// # Errors
/// If a worker panics or the loss is not a number.
pub fn accumulate<M: Module + Sync + Send, T: Sync>(
    model: &M,
    micro: &[T],
    workers: usize,
    device: &Device,
    loss: impl Fn(&M, &T) -> (Tensor<1>, Tensor<1>) + Sync,
) -> Result<(GradientsParams, f32, f32)> {
    accumulate_on(&[(model, device)], micro, workers, |model, batch, _| loss(model, batch))
}

/// [`accumulate`] on copies of the weights, each with the device that it lies on and `workers` threads. Neighbouring
/// micro-batches, which are about as long, go to different devices. The sum is on the first device, and is what as many
/// workers there would give.
pub(super) fn accumulate_on<M: Module + Sync + Send, T: Sync>(
    copies: &[(&M, &Device)],
    micro: &[T],
    workers: usize,
    loss: impl Fn(&M, &T, &Device) -> (Tensor<1>, Tensor<1>) + Sync,
) -> Result<(GradientsParams, f32, f32)> {
    let workers = (workers.max(1) * copies.len()).clamp(1, micro.len().max(1));
    let (model, first) = copies[0];
    let work = |worker: usize, model: M, device: &Device| -> (GradientsAccumulator<M>, Vec<f32>) {
        let mut sum = GradientsAccumulator::new();
        let mut losses = vec![];
        for batch in micro.iter().skip(worker).step_by(workers) {
            let (told, minimised) = loss(&model, batch, device);
            losses.extend([told.detach(), minimised.clone().detach()]);
            let grads = GradientsParams::from_grads(minimised.backward(), &model);
            sum.accumulate(&model, grads);
        }
        // Read once, at the end: every reading waits for the device.
        let losses = Tensor::cat(losses, 0).into_data().convert::<f32>();
        (sum, losses.try_to_vec().expect("converted to f32 just now"))
    };
    let parts: Vec<(GradientsAccumulator<M>, Vec<f32>)> = if workers == 1 {
        vec![work(0, model.clone(), first)]
    } else {
        std::thread::scope(|scope| {
            let handles: Vec<_> = (0..workers)
                .map(|worker| {
                    // A fork has leaves of its own, so the threads' graphs are separate.
                    let (model, device) = copies[worker % copies.len()];
                    let own = model.clone().fork(device);
                    let work = &work;
                    scope.spawn(move || work(worker, own, device))
                })
                .collect();
            // All of them, for a panic that nobody joins is the scope's own.
            let joined: Vec<_> = handles.into_iter().map(|h| h.join()).collect();
            joined
                .into_iter()
                .map(|done| done.map_err(|_| anyhow!("a gradient worker panicked")))
                .collect::<Result<_>>()
        })?
    };
    let mut sum = GradientsAccumulator::new();
    let (mut total, mut objective) = (0.0f32, 0.0f32);
    for (mut part, losses) in parts {
        let grads = part.grads();
        sum.accumulate(model, if copies.len() > 1 { grads.to_device(first, model) } else { grads });
        for pair in losses.chunks_exact(2) {
            total += pair[0];
            objective += pair[1];
        }
    }
    anyhow::ensure!(
        objective.is_finite(),
        "the loss is {objective}: stopping before the weights are spoiled"
    );
    Ok((sum.grads(), total, objective))
}
