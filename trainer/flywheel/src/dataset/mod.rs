//! Problems in files: JSONL and Parquet with the field names of V-Interaction, V-Perception and VTBench, in folders
//! and object stores, made by many machines.
//!
//! [`make`] makes a data set from a [`Plan`]. [`read()`] reads what it made, what [`Writer`] wrote, and published
//! files of the same field names.

mod bench;
mod columns;
mod folder;
mod jsonl;
mod key;
mod leakage;
mod make;
mod manifest;
mod object;
mod ordered;
mod output;
mod parquet;
mod picture;
mod plan;
mod published;
mod read;
mod record;
mod row;
mod seal;
mod shard;
mod store;
mod summary;
mod upload;

pub use bench::BenchRow;
pub use columns::Kind;
pub use folder::{Writer, read_dir};
pub use key::{Key, PictureHash};
pub use leakage::{Duplicate, Leakage};
pub use make::{Control, Progress, make};
pub use output::Output;
pub use picture::Picture;
pub use plan::{Balance, Format, Holdout, Part, Plan, Shard};
pub use read::{Problems, Records, read, records};
pub use record::Record;
pub use store::Store;
pub use summary::{Count, Summary};
