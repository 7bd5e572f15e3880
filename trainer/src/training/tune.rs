//! Which parameters are trained, and in which precision.

use anyhow::{Result, ensure};
use burn::module::{LoraAdapter, Module, ModuleVisitor, Param, Reparameterizer};
use burn::tensor::{DType, Distribution, Tensor};
use serde::{Deserialize, Serialize};
use vthinker_core::model::Effective;

/// What is trained. Parameters are named by any part of their path, which is the hub's.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tuning {
    /// Parameters left as they are, such as `visual.`; all others are trained.
    pub freeze: Vec<String>,
    /// Trains low-rank adapters in place of the weights.
    pub lora: Option<LoraSettings>,
    /// Precision of the arithmetic.
    pub precision: Precision,
    /// Computes cheap activations again in the backward pass in place of keeping them.
    pub gradient_checkpointing: bool,
}

/// Precision of the arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// 32 bits throughout.
    #[default]
    F32,
    /// bfloat16; what is trained is kept in f32 (master weights), what is frozen in bfloat16.
    Bf16,
}

/// Low-rank adapters: `W + alpha / rank * A B`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LoraSettings {
    /// Columns of A.
    pub rank: usize,
    /// The product's weight times the rank.
    pub alpha: f64,
    /// Matrices that get adapters, by any part of their path; by default all projections of the decoder.
    pub targets: Vec<String>,
}

impl Default for LoraSettings {
    /// ms-swift's defaults: rank 8, alpha 32, all linear layers of the language model.
    fn default() -> Self {
        Self { rank: 8, alpha: 32.0, targets: vec!["model.layers.".into()] }
    }
}

/// The model with everything frozen, adapted and cast as the tuning says. Where it says nothing, the model is as
/// before.
///
/// # Errors
/// If a name of the tuning is part of no parameter's path.
pub fn tuned<M: Module>(model: M, tuning: &Tuning) -> Result<M> {
    let mut paths = Paths::default();
    model.visit(&mut paths);
    let targets = tuning.lora.iter().flat_map(|lora| &lora.targets);
    for name in tuning.freeze.iter().chain(targets) {
        ensure!(
            paths.all.iter().any(|path| path.contains(name.as_str())),
            "tuning: `{name}` is part of no parameter's name; they are like {}",
            paths.all.iter().take(3).cloned().collect::<Vec<_>>().join(", ")
        );
    }
    if *tuning == Tuning::default() {
        return Ok(model);
    }
    Ok(model.apply_reparameterization(Tuner(tuning)))
}

struct Tuner<'a>(&'a Tuning);

impl Reparameterizer for Tuner<'_> {
    type Reparam = Effective;

    fn reparameterize<const D: usize>(
        &mut self,
        path: &str,
        param: Param<Tensor<D>>,
    ) -> (Param<Tensor<D>>, Option<Effective>) {
        let half = self.0.precision == Precision::Bf16;
        let named = |names: &[String]| names.iter().any(|name| path.contains(name.as_str()));
        let frozen = named(&self.0.freeze);
        let adapted = self.0.lora.as_ref().filter(|lora| D == 2 && !frozen && named(&lora.targets));
        if frozen || self.0.lora.is_some() {
            let base = param.set_require_grad(false);
            let base = if half { base.map(|x| x.cast(DType::BF16)).set_require_grad(false) } else { base };
            let effective =
                adapted.map(|lora| Effective { adapter: Some(adapter(lora, &base.base())), half });
            return (base, effective);
        }
        (param, half.then_some(Effective { adapter: None, half }))
    }
}

/// A fresh adapter in f32 that changes nothing yet: A is normal with deviation `1 / rank`, B zero.
fn adapter<const D: usize>(lora: &LoraSettings, base: &Tensor<D>) -> LoraAdapter {
    let (dims, device) = (base.dims(), base.device());
    let normal = Distribution::Normal(0.0, 1.0 / lora.rank as f64);
    let a = Tensor::<2>::random([dims[0], lora.rank], normal, (&device, DType::F32));
    let b = Tensor::<2>::zeros([lora.rank, dims[1]], (&device, DType::F32));
    LoraAdapter { a: Param::from_tensor(a), b: Param::from_tensor(b), scale: lora.alpha / lora.rank as f64 }
}

/// The paths of all parameters.
#[derive(Default)]
struct Paths {
    stack: Vec<String>,
    all: Vec<String>,
}

impl ModuleVisitor for Paths {
    fn enter_module(&mut self, name: &str, _container_type: &str) {
        self.stack.push(name.to_owned());
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.stack.pop();
    }

    fn visit_float<const D: usize>(&mut self, _param: &Param<Tensor<D>>) {
        self.all.push(self.stack.join("."));
    }
}

/// Parameters that gradients reach, in numbers.
pub fn trained_parameters<M: Module>(model: &M) -> usize {
    struct Count(usize);
    impl ModuleVisitor for Count {
        fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
            if param.is_require_grad() {
                self.0 += param.lazy_shape().num_elements();
            }
        }
    }
    let mut count = Count(0);
    model.visit(&mut count);
    count.0
}
