//! The model against transformers: the goldens of `make_goldens.py`.

mod bad_checkpoints;
mod decoding;
mod goldens;
mod logits;
mod positions;
mod preprocessing;
mod round_trip;
mod text;
mod training;
