//! What can be wrong with a checkpoint.

use crate::{input::InputError, model::ConfigError};

/// Why a checkpoint cannot be loaded or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// A file is absent.
    #[error("the checkpoint has no {0}: give the whole folder as downloaded from the hub")]
    MissingFile(String),
    /// A file that should be text is not.
    #[error("{0} is not UTF-8 text")]
    NotText(String),
    /// A JSON file that cannot be used.
    #[error("{file}: {problem}")]
    Json {
        /// The file.
        file: String,
        /// What is wrong with it.
        problem: String,
    },
    /// `config.json` is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Tokenizer, template or preprocessor is wrong.
    #[error(transparent)]
    Input(#[from] InputError),
    /// A weight file is damaged.
    #[error("{file} is damaged or cut short ({problem}): download it again")]
    Damaged {
        /// The file.
        file: String,
        /// What the reader says.
        problem: String,
    },
    /// A tensor is absent.
    #[error("tensor `{name}` is in none of the weight files{hint}")]
    MissingTensor {
        /// Its key.
        name: String,
        /// What may be the reason.
        hint: String,
    },
    /// A tensor has the wrong shape.
    #[error("tensor `{name}`: config.json calls for shape {expected:?}, the file has {found:?}")]
    Shape {
        /// Its key.
        name: String,
        /// The shape the configuration calls for.
        expected: Vec<usize>,
        /// The shape in the file.
        found: Vec<usize>,
    },
    /// A tensor has a type that is not read.
    #[error(
        "tensor `{name}` has type {found}: expected F32, F16 or BF16 (quantized checkpoints are not read)"
    )]
    DType {
        /// Its key.
        name: String,
        /// The type in the file.
        found: String,
    },
    /// Tokenizer and configuration disagree.
    #[error("config.json says `{field}` is {config}, the tokenizer says {tokenizer}")]
    TokenMismatch {
        /// The configuration's field.
        field: String,
        /// Its value.
        config: u32,
        /// The tokenizer's id.
        tokenizer: u32,
    },
    /// The tokenizer has more tokens than the model.
    #[error("the tokenizer has {tokenizer} tokens, config.json's vocab_size is only {model}")]
    Vocabulary {
        /// The tokenizer's tokens.
        tokenizer: usize,
        /// The model's.
        model: usize,
    },
    /// Weights that cannot be written.
    #[error("the weights cannot be written: {0}")]
    Write(String),
}
