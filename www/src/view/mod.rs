//! The page's parts.

mod app;
mod ask;
mod notices;
mod problems;
mod stage;
mod status;
mod transcript;
mod verdict;

pub use app::App;
