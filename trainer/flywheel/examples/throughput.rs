//! How many checked problems a second every family makes, and where the time goes:
//! `cargo run -p vthinker-flywheel --example throughput -- [PROBLEMS_EACH] [THREADS] [FAMILY ...]`.
//!
//! The time is that of one problem in one thread; the rate at the end is that of all families in equal shares in all
//! threads, pictures and checks included. Where the system tells it, the time on the processor and the load follow, for
//! machines that others work on too.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use vthinker_flywheel::dataset::Key;
use vthinker_flywheel::families::{mini, select};
use vthinker_flywheel::{Canvas, Family, Stage, check, problem_in_stages};

const STAGES: [Stage; 5] = [Stage::Layout, Stage::Figure, Stage::Solution, Stage::Check, Stage::Encode];

/// Times of some problems.
#[derive(Default)]
struct Times {
    made: u32,
    failed: u32,
    stages: BTreeMap<Stage, Duration>,
    solved: Duration,
    hashed: Duration,
    total: Duration,
}

impl Times {
    fn add(&mut self, other: &Times) {
        self.made += other.made;
        self.failed += other.failed;
        for (stage, time) in &other.stages {
            *self.stages.entry(*stage).or_default() += *time;
        }
        self.solved += other.solved;
        self.hashed += other.hashed;
        self.total += other.total;
    }

    fn row(&self, name: &str) -> String {
        let each = |time: Duration| time.as_secs_f64() * 1e3 / f64::from(self.made.max(1));
        let stages: Vec<String> = STAGES
            .iter()
            .map(|stage| format!("{:8.2}", each(self.stages.get(stage).copied().unwrap_or_default())))
            .collect();
        format!(
            "{name:28} {} {:8.2} {:8.2} {:8.2} {:6}",
            stages.join(" "),
            each(self.solved),
            each(self.hashed),
            each(self.total),
            self.failed
        )
    }
}

fn problem(family: &Family, index: u64) -> Times {
    let mut times = Times::default();
    let start = Instant::now();
    let mut last = start;
    let mut lap = || {
        let now = Instant::now();
        let time = now - last;
        last = now;
        time
    };
    let mut done = |stage| *times.stages.entry(stage).or_default() += lap();
    let made = problem_in_stages(&[family], 77, index, &mut done);
    lap();
    let checked = made.and_then(|(problem, image)| {
        if family.canvas == Canvas::Full {
            check::solution(&problem)?;
        }
        times.solved = lap();
        Key::with_pixels(&problem, &image);
        times.hashed = lap();
        Ok(())
    });
    times.total = start.elapsed();
    match checked {
        Ok(()) => times.made = 1,
        Err(_) => times.failed = 1,
    }
    times
}

/// Seconds on the processor so far, of the program and of the system for it. Linux counts hundredths (`proc(5)`).
fn processor() -> Option<[f64; 2]> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name, in parentheses, may hold spaces.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let seconds = |field: usize| Some(fields.get(field)?.parse::<f64>().ok()? / 100.0);
    Some([seconds(11)?, seconds(12)?])
}

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let each: u64 = args.next().map_or(Ok(40), |each| each.parse()).context("problems of each family")?;
    let threads: usize = args.next().map_or(Ok(2), |threads| threads.parse()).context("threads")?;
    let names: Vec<String> = args.collect();
    let families = select(Canvas::Full, &[], &names)?;
    let minis = mini::FAMILIES.iter().filter(|_| names.is_empty());

    println!("milliseconds for one problem in one thread");
    println!(
        "{:28} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8} failed",
        "family", "layout", "figure", "solution", "check", "PNG", "solve", "hash", "total"
    );
    let mut all = Times::default();
    for family in &families {
        let mut times = Times::default();
        (0..each).for_each(|index| times.add(&problem(family, index)));
        println!("{}", times.row(family.name));
        all.add(&times);
    }
    println!("{}", all.row("all"));
    let mut small = Times::default();
    minis.for_each(|family| (0..each).for_each(|index| small.add(&problem(family, index))));
    println!("{}", small.row("all of the mini"));

    let (next, failed) = (AtomicU64::new(0), AtomicU64::new(0));
    let wanted = (families.len() as u64 * each).max(500);
    let (start, before) = (Instant::now(), processor());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= wanted {
                        break;
                    }
                    let family = families[(index % families.len() as u64) as usize];
                    failed.fetch_add(u64::from(problem(family, 1000 + index).failed), Ordering::Relaxed);
                }
            });
        }
    });
    let made = (wanted - failed.load(Ordering::Relaxed)) as f64;
    let rate = made / start.elapsed().as_secs_f64();
    println!("{rate:.0} checked problems a second in {threads} threads, {} families", families.len());
    if let (Some([user, system]), Some(now)) = (before, processor()) {
        let [user, system] = [now[0] - user, now[1] - system].map(|time| 1e3 * time / made);
        println!("{user:.2} ms of the processor for one, and {system:.2} ms of the system");
        println!(
            "that is {:.0} a second for {threads} cores of their own",
            threads as f64 * 1e3 / (user + system)
        );
    }
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        println!("load: {}", load.trim());
    }
    Ok(())
}
