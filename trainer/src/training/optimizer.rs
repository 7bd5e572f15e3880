//! The optimizers.

use burn::module::ParamGroup;
use burn::optim::decay::WeightDecayConfig;
use burn::optim::{AdamWConfig, AdjustLrFn, ModuleOptimizer, MuonConfig};
use serde::{Deserialize, Serialize};

/// How gradients become steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// AdamW for all parameters, as the paper's training code.
    AdamW,
    /// Muon, scaled to AdamW's step size, for the weight matrices of the layers; AdamW for the rest.
    Muon,
}

/// Parameter paths whose matrices Muon moves.
const MATRICES: [&str; 9] = [
    "q_proj.weight",
    "k_proj.weight",
    "v_proj.weight",
    "o_proj.weight",
    "gate_proj.weight",
    "up_proj.weight",
    "down_proj.weight",
    "qkv.weight",
    "attn.proj.weight",
];

/// An optimizer with fresh state. The second moment's decay is 0.95, which suits short runs from scratch.
pub fn optimizer(kind: Kind, weight_decay: f32) -> ModuleOptimizer {
    let clip = burn::grad_clipping::GradientClippingConfig::Norm(1.0);
    let adamw = AdamWConfig::new()
        .with_beta_2(0.95)
        .with_epsilon(1e-8)
        .with_weight_decay(weight_decay)
        .with_grad_clipping(Some(clip))
        .init();
    match kind {
        Kind::AdamW => adamw,
        Kind::Muon => {
            let muon = MuonConfig::new()
                .with_adjust_lr_fn(AdjustLrFn::MatchRmsAdamW)
                .with_weight_decay(Some(WeightDecayConfig::new(weight_decay)))
                .build();
            adamw.with_group(ParamGroup::from_any_predicates(MATRICES.to_vec()), muon, None)
        }
    }
}
