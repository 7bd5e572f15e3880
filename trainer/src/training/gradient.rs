//! Gradients of several micro-batches, on several threads.

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
    let workers = workers.clamp(1, micro.len().max(1));
    let work = |worker: usize, model: M| -> (GradientsAccumulator<M>, Vec<f32>) {
        let mut sum = GradientsAccumulator::new();
        let mut losses = vec![];
        for batch in micro.iter().skip(worker).step_by(workers) {
            let (told, minimised) = loss(&model, batch);
            losses.extend([told.detach(), minimised.clone().detach()]);
            let grads = GradientsParams::from_grads(minimised.backward(), &model);
            sum.accumulate(&model, grads);
        }
        // Read once, at the end: every reading waits for the device.
        let losses = Tensor::cat(losses, 0).into_data().convert::<f32>();
        (sum, losses.try_to_vec().expect("converted to f32 just now"))
    };
    let parts: Vec<(GradientsAccumulator<M>, Vec<f32>)> = if workers == 1 {
        vec![work(0, model.clone())]
    } else {
        std::thread::scope(|scope| {
            let handles: Vec<_> = (0..workers)
                .map(|worker| {
                    // A fork has leaves of its own, so the threads' graphs are separate.
                    let own = model.clone().fork(device);
                    let work = &work;
                    scope.spawn(move || work(worker, own))
                })
                .collect();
            handles
                .into_iter()
                .map(|h| h.join().map_err(|_| anyhow!("a gradient worker panicked")))
                .collect::<Result<_>>()
        })?
    };
    let mut sum = GradientsAccumulator::new();
    let (mut total, mut objective) = (0.0f32, 0.0f32);
    for (mut part, losses) in parts {
        sum.accumulate(model, part.grads());
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
