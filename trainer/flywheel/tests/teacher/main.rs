//! Models as creators, against a server that misbehaves.

mod answers;
mod asking;
mod problems;
#[path = "../server/mod.rs"]
mod server;
mod spending;
