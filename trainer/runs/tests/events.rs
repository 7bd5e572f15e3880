//! TensorBoard event files, read back by a reader of their own: framing, checksums and messages by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use vthinker_runs::Recorder;

/// CRC-32C bit by bit (polynomial of RFC 3720, reflected), masked as TensorFlow does.
fn masked_crc(data: &[u8]) -> u32 {
    let mut crc = !0u32;
    for byte in data {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0x82f6_3b78 } else { crc >> 1 };
        }
    }
    let crc = !crc;
    crc.rotate_right(15).wrapping_add(0xa282_ead8)
}

#[test]
fn the_checksum_is_that_of_the_standard() {
    // RFC 3720, B.4: 32 bytes of zeros give aa 36 91 8a.
    let crc = masked_crc(&[0; 32]).wrapping_sub(0xa282_ead8);
    assert_eq!(crc.rotate_left(15).to_le_bytes(), [0xaa, 0x36, 0x91, 0x8a]);
}

/// One event, as far as scalars go.
#[derive(Debug, Default, PartialEq)]
struct Event {
    wall_time: f64,
    step: i64,
    version: Option<String>,
    started: bool,
    scalars: BTreeMap<String, f32>,
}

fn records(bytes: &[u8]) -> Vec<&[u8]> {
    let mut rest = bytes;
    let mut found = vec![];
    while !rest.is_empty() {
        let (length, after) = rest.split_at(8);
        let (crc, after) = after.split_at(4);
        assert_eq!(crc, masked_crc(length).to_le_bytes());
        let (data, after) = after.split_at(u64::from_le_bytes(length.try_into().unwrap()) as usize);
        let (crc, after) = after.split_at(4);
        assert_eq!(crc, masked_crc(data).to_le_bytes());
        found.push(data);
        rest = after;
    }
    found
}

fn varint(bytes: &mut &[u8]) -> u64 {
    let (mut value, mut shift) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first().unwrap();
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return value;
        }
    }
}

/// Number, and bytes, of each field; a varint is given as its eight bytes.
fn fields(mut bytes: &[u8]) -> Vec<(u64, Vec<u8>)> {
    let mut found = vec![];
    while !bytes.is_empty() {
        let key = varint(&mut bytes);
        let length = match key & 7 {
            0 => {
                let value = varint(&mut bytes);
                found.push((key >> 3, value.to_le_bytes().to_vec()));
                continue;
            }
            1 => 8,
            2 => varint(&mut bytes) as usize,
            5 => 4,
            other => panic!("wire type {other}"),
        };
        let (value, rest) = bytes.split_at(length);
        found.push((key >> 3, value.to_vec()));
        bytes = rest;
    }
    found
}

fn event(data: &[u8]) -> Event {
    let mut event = Event::default();
    for (number, value) in fields(data) {
        match number {
            1 => event.wall_time = f64::from_le_bytes(value.try_into().unwrap()),
            2 => event.step = i64::from_le_bytes(value.try_into().unwrap()),
            3 => event.version = Some(String::from_utf8(value).unwrap()),
            5 => {
                for (one, summary) in fields(&value) {
                    assert_eq!(one, 1);
                    let parts = fields(&summary);
                    let [(1, tag), (2, figure)] = &parts[..] else { panic!("{parts:?}") };
                    let figure = f32::from_le_bytes(figure.as_slice().try_into().unwrap());
                    event.scalars.insert(String::from_utf8(tag.clone()).unwrap(), figure);
                }
            }
            7 => event.started = fields(&value) == [(1, 1u64.to_le_bytes().to_vec())],
            other => panic!("field {other}"),
        }
    }
    event
}

fn event_files(run: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(run)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().contains("tfevents"))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> Vec<Event> {
    records(&fs::read(path).unwrap()).into_iter().map(event).collect()
}

#[test]
fn every_number_of_a_line_is_a_scalar() {
    let dir = tempfile::tempdir().unwrap();
    let mut recorder = Recorder::open(dir.path(), 0).unwrap();
    let line = json!({
        "step": 0, "loss": 0.25, "zero": 0, "reward": {"format": 1.0, "parts": {"code": -2}},
        "note": "no number", "nan": null,
    });
    recorder.line(&line).unwrap();
    recorder.line(&json!({"step": 300, "loss": 0.125})).unwrap();
    recorder.line(&json!({"step": 301})).unwrap();
    let files = event_files(dir.path());
    assert_eq!(files.len(), 1);
    let events = read(&files[0]);
    assert_eq!(events.len(), 4, "a line without numbers is no event");
    assert_eq!(events[0].version.as_deref(), Some("brain.Event:2"));
    assert!(events[1].started && events[1].step == 0);
    let scalars = [("loss", 0.25), ("zero", 0.0), ("reward/format", 1.0), ("reward/parts/code", -2.0)];
    assert_eq!(events[2].scalars, scalars.map(|(name, figure)| (name.to_owned(), figure)).into());
    assert_eq!((events[3].step, events[3].scalars["loss"]), (300, 0.125));
    assert!(events.iter().all(|event| event.wall_time > 1.6e9 && event.wall_time < 1e11));
}

/// What TensorBoard shows: files in the order of their names, and a start makes it forget its step and later ones.
fn shown(run: &Path) -> Vec<(i64, f32)> {
    let mut seen: Vec<(i64, f32)> = vec![];
    for event in event_files(run).iter().flat_map(|file| read(file)) {
        if event.started {
            seen.retain(|(step, _)| *step < event.step);
        }
        seen.extend(event.scalars.get("loss").map(|loss| (event.step, *loss)));
    }
    seen
}

#[test]
fn a_resumed_run_shows_every_step_once() {
    let dir = tempfile::tempdir().unwrap();
    let run = |start: usize, end: usize, loss: f32| {
        let mut recorder = Recorder::open(dir.path(), start).unwrap();
        (start..end).for_each(|step| recorder.line(&json!({"step": step, "loss": loss})).unwrap());
    };
    run(0, 5, 1.0);
    // Within the same second: the names must still be in order.
    run(3, 6, 2.0);
    run(4, 5, 3.0);
    assert_eq!(event_files(dir.path()).len(), 3);
    assert_eq!(shown(dir.path()), [(0, 1.0), (1, 1.0), (2, 1.0), (3, 2.0), (4, 3.0)]);
    run(0, 1, 4.0);
    assert_eq!(shown(dir.path()), [(0, 4.0)]);
}
