//! TensorBoard's event files: the figures of a run where people's other runs are.
//!
//! A file is a row of records; a record is a protocol buffer framed with its length and two checksums (TensorFlow's
//! `tensorflow/core/lib/io/record_writer.h`). Messages and field numbers are those of
//! `tensorboard/compat/proto/event.proto` and `summary.proto`.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use prost::{Enumeration, Message, Oneof};

use crate::RunsError;

#[derive(Clone, PartialEq, Message)]
struct Event {
    #[prost(double, tag = "1")]
    wall_time: f64,
    #[prost(int64, tag = "2")]
    step: i64,
    #[prost(oneof = "What", tags = "3, 5, 7")]
    what: Option<What>,
}

#[derive(Clone, PartialEq, Oneof)]
enum What {
    #[prost(string, tag = "3")]
    FileVersion(String),
    #[prost(message, tag = "5")]
    Summary(Summary),
    #[prost(message, tag = "7")]
    SessionLog(SessionLog),
}

#[derive(Clone, PartialEq, Message)]
struct Summary {
    #[prost(message, repeated, tag = "1")]
    value: Vec<SummaryValue>,
}

#[derive(Clone, PartialEq, Message)]
struct SummaryValue {
    #[prost(string, tag = "1")]
    tag: String,
    // Optional, because a member of a oneof is written even where it is zero.
    #[prost(float, optional, tag = "2")]
    simple_value: Option<f32>,
}

#[derive(Clone, PartialEq, Message)]
struct SessionLog {
    #[prost(enumeration = "SessionStatus", tag = "1")]
    status: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Enumeration)]
#[repr(i32)]
enum SessionStatus {
    Unspecified = 0,
    Start = 1,
}

/// How every file's name begins; then come ten digits of seconds, and TensorBoard reads files in the order of names.
const PREFIX: &str = "events.out.tfevents.";
/// The version from which TensorBoard obeys the session log.
const VERSION: &str = "brain.Event:2";
/// Added to a rotated checksum (`tensorflow/core/lib/hash/crc32c.h`).
const MASK: u32 = 0xa282_ead8;

/// An open event file, in a run's folder.
#[derive(Debug)]
pub struct EventFile {
    file: File,
    path: PathBuf,
    bytes: u64,
}

impl EventFile {
    /// Begins a file for a run that goes on at step `start`. It tells TensorBoard to forget what older files of the
    /// folder say about that step and later ones, since they are done again.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn create(folder: &Path, start: usize) -> Result<Self, RunsError> {
        let path = folder.join(name_after(folder)?);
        let file = File::options().write(true).create_new(true).open(&path);
        let mut events = Self { file: file.map_err(RunsError::disk("creating", &path))?, path, bytes: 0 };
        events.add(0, What::FileVersion(VERSION.to_owned()))?;
        events.add(start as u64, What::SessionLog(SessionLog { status: SessionStatus::Start.into() }))?;
        Ok(events)
    }

    /// Adds a step's figures.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn scalars<'a>(
        &mut self,
        step: u64,
        figures: impl IntoIterator<Item = (&'a str, f64)>,
    ) -> Result<(), RunsError> {
        let value: Vec<SummaryValue> = figures
            .into_iter()
            .map(|(tag, figure)| SummaryValue { tag: tag.to_owned(), simple_value: Some(figure as f32) })
            .collect();
        if value.is_empty() { Ok(()) } else { self.add(step, What::Summary(Summary { value })) }
    }

    fn add(&mut self, step: u64, what: What) -> Result<(), RunsError> {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let wall_time = since.map_or(0.0, |d| d.as_secs_f64());
        let event = Event { wall_time, step: i64::try_from(step).unwrap_or(i64::MAX), what: Some(what) };
        let record = record(&event.encode_to_vec());
        if let Err(error) = self.file.write_all(&record) {
            // A full disk took a part, behind which TensorBoard could read nothing.
            let _ = self.file.set_len(self.bytes).and_then(|()| self.file.seek(SeekFrom::Start(self.bytes)));
            return Err(RunsError::disk("writing", &self.path)(error));
        }
        self.bytes += record.len() as u64;
        Ok(())
    }
}

/// Length, its checksum, the data, its checksum; all little-endian.
fn record(data: &[u8]) -> Vec<u8> {
    let length = (data.len() as u64).to_le_bytes();
    let mut framed = Vec::with_capacity(data.len() + 16);
    framed.extend(length);
    framed.extend(masked(&length).to_le_bytes());
    framed.extend(data);
    framed.extend(masked(data).to_le_bytes());
    framed
}

fn masked(data: &[u8]) -> u32 {
    crc32c::crc32c(data).rotate_right(15).wrapping_add(MASK)
}

/// A name that sorts after those in the folder, even if the clock stood still or went back.
fn name_after(folder: &Path) -> Result<String, RunsError> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let mut seconds = now;
    for entry in fs::read_dir(folder).map_err(RunsError::disk("reading", folder))? {
        let entry = entry.map_err(RunsError::disk("reading", folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let digits = name.strip_prefix(PREFIX).map(|rest| rest.chars().take_while(char::is_ascii_digit));
        if let Some(Ok(older)) = digits.map(|d| d.collect::<String>().parse::<u64>()) {
            seconds = seconds.max(older.saturating_add(1));
        }
    }
    Ok(format!("{PREFIX}{seconds:010}.trainer"))
}
