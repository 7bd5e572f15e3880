//! The page's parts.

mod app;
mod ask;
mod editor;
mod notices;
mod problems;
mod stage;
mod status;
mod strokes;
mod transcript;
mod verdict;

pub use app::App;
