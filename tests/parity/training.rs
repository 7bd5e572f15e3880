//! The model on an autodiff device: the same values, and gradients that predict the loss.

use burn::{
    module::{Module, ModuleMapper, Param},
    tensor::{Device, Int, Tensor, TensorData, activation::log_softmax},
};
use vthinker_core::model::{Batch, Qwen25Vl, Sequence};

use super::goldens::{Goldens, greatest_difference, load, patches};

/// Mean negative log likelihood of each next token.
fn loss(model: &Qwen25Vl, batch: &Batch) -> Tensor<1> {
    let [rows, length] = [batch.rows(), batch.length()];
    let logits = model.logits(model.forward_batch(batch));
    let targets: Vec<i32> = batch.ids().iter().map(|id| *id as i32).collect();
    let targets = Tensor::<2, Int>::from_data(TensorData::new(targets, [rows, length]), &logits.device());
    let predicted = log_softmax(logits, 2).narrow(1, 0, length - 1);
    -predicted.gather(2, targets.narrow(1, 1, length - 1).unsqueeze_dim(2)).mean()
}

fn scalar(loss: Tensor<1>) -> f64 {
    f64::from(loss.into_data().as_slice::<f32>().expect("f32")[0])
}

#[test]
fn gradients_predict_the_loss_along_their_own_direction() {
    let goldens = Goldens::read();
    let plain = load(&Device::flex());
    let tracked = load(&Device::flex().autodiff());
    let cases: Vec<_> = goldens.cases.iter().filter(|case| case.name != "two_images").collect();
    let images: Vec<Vec<_>> =
        cases.iter().map(|case| case.images.iter().map(|name| patches(&plain, name)).collect()).collect();
    let sequences: Vec<Sequence> = cases
        .iter()
        .zip(&images)
        .map(|(case, images)| Sequence { ids: &case.ids, images: images.iter().collect() })
        .collect();
    let batch = Batch::new(&sequences, 0, &plain.config).expect("batch");

    let hidden =
        |model: &Qwen25Vl| model.forward_batch(&batch).into_data().as_slice::<f32>().expect("f32").to_vec();
    assert!(greatest_difference(&hidden(&plain.model), &hidden(&tracked.model)) < 1e-4);

    let grads = loss(&tracked.model, &batch).backward();
    // A step along the gradient changes the loss by its squared length.
    for part in ["visual", "model", "lm_head"] {
        let mut squared = 0.0;
        let mut stepped = |scale: f64| {
            let mut step = Step { grads: &grads, part, path: Vec::new(), scale, squared: 0.0 };
            let model = tracked.model.clone().map(&mut step).valid();
            squared = step.squared;
            scalar(loss(&model, &batch))
        };
        let size = 3e-4;
        let difference = (stepped(size) - stepped(-size)) / (2.0 * size);
        assert!(squared > 1e-6, "{part} has no gradient");
        assert!((difference / squared - 1.0).abs() < 0.03, "{part}: {difference} for {squared}");
    }
}

/// Adds `scale` times the gradient to every parameter of one part.
struct Step<'a> {
    grads: &'a burn::tensor::Gradients,
    part: &'a str,
    path: Vec<String>,
    scale: f64,
    squared: f64,
}

impl ModuleMapper for Step<'_> {
    fn enter_module(&mut self, name: &str, _container_type: &str) {
        self.path.push(name.to_owned());
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.pop();
    }

    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        if self.path[0] != self.part {
            return param;
        }
        let value = param.val();
        let grad =
            value.grad(self.grads).unwrap_or_else(|| panic!("{} has no gradient", self.path.join(".")));
        self.squared += scalar(grad.clone().square().sum());
        param.map(|value| Tensor::from_inner(value.inner() + grad * self.scale))
    }
}
