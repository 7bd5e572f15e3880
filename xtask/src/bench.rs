//! `cargo xtask bench`: the figures of BENCHMARKS.md, measured on this machine.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser;
use crate::command::{self, cargo, command, output, target_dir};
use crate::everywhere;
use crate::python::python;
use crate::site;

/// One measurement: its name and what gives its figures, as pairs of what and how much.
struct Measurement {
    name: &'static str,
    measure: fn() -> Result<Vec<Value>>,
}

const MEASUREMENTS: [Measurement; 5] = [
    Measurement { name: "sandbox", measure: sandbox },
    Measurement { name: "sandbox-size", measure: sandbox_size },
    Measurement { name: "decode", measure: decode },
    Measurement { name: "size", measure: size },
    Measurement { name: "browser", measure: browser },
];

/// Takes the measurements (all, or those whose name contains one of `only`) and prints them as tables.
pub fn run(only: &[String]) -> Result<()> {
    let mut tables = format!("Machine: {}\n", machine());
    for Measurement { name, measure } in &MEASUREMENTS {
        if only.is_empty() || only.iter().any(|word| name.contains(word.as_str())) {
            let rows = measure().with_context(|| format!("measuring {name}"))?;
            tables += &table(name, &rows);
        }
    }
    println!("{tables}");
    Ok(())
}

/// Each measuring program prints one JSON object a line: `{"what": ..., "value": ..., "unit": ...}`.
fn rows(text: &str) -> Result<Vec<Value>> {
    text.lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| serde_json::from_str(line).with_context(|| format!("not a measurement: {line}")))
        .collect()
}

fn table(name: &str, rows: &[Value]) -> String {
    let mut table = format!("\n## {name}\n| what | value |\n|---|---|\n");
    for row in rows {
        let what = row["what"].as_str().unwrap_or("?");
        let unit = row["unit"].as_str().unwrap_or_default();
        match row["value"].as_f64() {
            Some(value) => table += &format!("| {what} | {} {unit} |\n", significant(value)),
            None => table += &format!("| {what} | {} |\n", row["value"]),
        }
    }
    table
}

/// Three significant digits, or the whole number.
fn significant(value: f64) -> String {
    if value == 0.0 || value.abs() >= 100.0 {
        return format!("{value:.0}");
    }
    let digits = (2 - value.abs().log10().floor() as i32).max(0) as usize;
    format!("{value:.digits$}")
}

/// A typical 20-line script here and in CPython with Pillow, and many conversations at once.
fn sandbox() -> Result<Vec<Value>> {
    let script = "tests/bench/script.py";
    command::run(cargo().args(["build", "--locked", "--release", "-p", "vthinker-sandbox", "--examples"]))?;
    let program = |name: &str| {
        command(target_dir().join(format!("release/examples/{name}{}", std::env::consts::EXE_SUFFIX)))
    };
    let mut all = rows(&output(program("script_bench").arg(script))?)?;
    all.extend(rows(&output(python()?.args(["tests/bench/script_peer.py", script]))?)?);
    // A process each: what one frees is no longer the system's.
    for side in ["128", "256", "512"] {
        all.extend(rows(&output(program("many_bench").args([script, side]))?)?);
    }
    Ok(all)
}

/// The mini's decoding here and in PyTorch transformers, one after the other in the same run.
fn decode() -> Result<Vec<Value>> {
    let model = "www/public/models/mini";
    let run = target_dir().join("bench");
    let mut all = rows(&output(example("decode_bench")?.arg(model).arg(&run))?)?;
    all.extend(rows(&output(python()?.args(["tests/bench/decode_peer.py", model]).arg(&run))?)?);
    Ok(all)
}

/// A measuring program, built with all the others so that they share one build of their dependencies.
fn example(name: &str) -> Result<Command> {
    command::run(cargo().args(["build", "--locked", "--examples"]))?;
    let program = format!("debug/examples/{name}{}", std::env::consts::EXE_SUFFIX);
    Ok(command(target_dir().join(program)))
}

/// What the sandbox takes by itself, in a page without a model.
fn sandbox_size() -> Result<Vec<Value>> {
    rows(&output(command("node").arg("tests/bench/site_size.mjs").arg(everywhere::module()?))?)
}

/// What a browser downloads.
fn size() -> Result<Vec<Value>> {
    site::build()?;
    rows(&output(command("node").arg("tests/bench/site_size.mjs").arg(site::dist()))?)
}

/// The page in headless Chromium, on both engines.
fn browser() -> Result<Vec<Value>> {
    if !site::dist().is_dir() {
        site::build()?;
    }
    rows(&output(browser::node()?.arg("tests/bench/browser.mjs"))?)
}

/// The processor, the cores, the system.
fn machine() -> String {
    let cpuinfo = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpuinfo.lines().find(|line| line.starts_with("model name"));
    let model = model.and_then(|line| line.split_once(": ")).map_or("unknown processor", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!("{model}, {cores} cores, {}", std::env::consts::OS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measurements_become_a_table() {
        let text = "noise\n{\"what\":\"script\",\"value\":0.12345,\"unit\":\"ms\"}\n{\"what\":\"n\",\"value\":1234.5,\"unit\":\"B\"}\n";
        let table = table("x", &rows(text).unwrap());
        assert!(table.contains("| script | 0.123 ms |"), "{table}");
        assert!(table.contains("| n | 1234 B |"), "{table}");
    }

    #[test]
    fn figures_keep_three_digits() {
        assert_eq!(significant(0.00123456), "0.00123");
        assert_eq!(significant(12.345), "12.3");
        assert_eq!(significant(0.0), "0");
    }
}
