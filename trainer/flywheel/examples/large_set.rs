//! What a large data set promises, looked at: distinct problems, balance, no leakage, flat memory, and the same bytes
//! after two kills. Makes it twice under a folder, unbroken and killed, and prints one JSON object a line:
//! `cargo run --release -p vthinker-flywheel --example large_set -- COUNT FOLDER [JOBS]`.
//!
//! A problem takes about 0.16 MB; while a set is made it takes twice that. Only one set lies on the disk at a time.
//! Stopped and started again with the same arguments, the measurement goes on; what it says of memory is then of the
//! later processes alone, and it says no rate.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use vthinker_flywheel::dataset::{Balance, Control, Key, Plan, Progress, Summary, make, read};
use vthinker_flywheel::families::select;
use vthinker_flywheel::{Canvas, Family};

/// Names the place to a process that is going to be killed.
const CHILD: &str = "LARGE_SET_CHILD";
type Hashes = BTreeMap<PathBuf, [u8; 32]>;
/// Families that only the split `test_families` has.
const HELD_OUT: [&str; 3] = ["angle_bisector", "pie_share", "venn_count"];

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let count = args.next().context("a number of problems")?.parse().context("number of problems")?;
    let folder = PathBuf::from(args.next().context("a folder")?);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = args.next().map_or(Ok(cores), |jobs| jobs.parse()).context("number of threads")?;
    if let Some(to) = std::env::var_os(CHILD) {
        run(&plan(count, jobs, Path::new(&to))?, &mut |_| {})?;
        return Ok(());
    }
    let (whole, killed) = (folder.join("whole"), folder.join("killed"));
    let noted = folder.join(format!("whole-{count}.json"));
    let first: Hashes = match fs::read(&noted) {
        Ok(bytes) => serde_json::from_slice(&bytes).with_context(|| noted.display().to_string())?,
        Err(_) => {
            unbroken(&plan(count, jobs, &whole)?)?;
            inspect(&plan(count, jobs, &whole)?)?;
            let first = hashes(&whole)?;
            fs::write(&noted, serde_json::to_vec(&first)?)?;
            first
        }
    };
    if whole.exists() {
        fs::remove_dir_all(&whole)?;
    }
    let times = kill_twice(&plan(count, jobs, &killed)?, count, jobs)?;
    say("times killed while making", times, "");
    let second = hashes(&killed)?;
    ensure!(first == second, "other bytes after the kills: {first:?} and {second:?}");
    say("files with the same bytes after the kills", first.len(), "");
    fs::remove_dir_all(&folder)?;
    Ok(())
}

fn say(what: &str, value: impl Into<Value>, unit: &str) {
    println!("{}", json!({"what": what, "value": value.into(), "unit": unit}));
}

/// Every family of full size equally often; one in fifty problems is for each kind of test.
fn plan(count: u64, jobs: usize, to: &Path) -> Result<Plan> {
    let families: Vec<&'static Family> = select(Canvas::Full, &[], &[])?;
    let mut plan = Plan::new(families, 1, count, to.to_string_lossy());
    plan.balance = Balance::Equal;
    plan.holdout.families = HELD_OUT.map(str::to_owned).to_vec();
    (plan.holdout.family_count, plan.holdout.seed, plan.holdout.seed_count) =
        (count / 50, Some(2), count / 50);
    (plan.spare, plan.jobs) = (0.15, jobs);
    Ok(plan)
}

fn run(plan: &Plan, progress: &mut dyn FnMut(Progress)) -> Result<Summary> {
    make(plan, &mut Control { cancel: &AtomicBool::new(false), progress })
}

/// Greatest memory of this process so far, in megabytes, where the system tells it.
fn peak() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

fn unbroken(plan: &Plan) -> Result<()> {
    let (start, resumed) = (Instant::now(), Path::new(&plan.to).exists());
    let mut shares = [(10, false), (50, false), (100, false)];
    let summary = run(plan, &mut |progress| {
        for (share, said) in &mut shares {
            if progress.stage == "making" && !*said && progress.done * 100 >= progress.total * *share {
                *said = true;
                say(&format!("peak memory after {} problems", progress.done), peak(), "MB");
            }
        }
    })?;
    let seconds = start.elapsed().as_secs_f64();
    say("peak memory after the files were written", peak(), "MB");
    let made: u64 = summary.splits.values().map(|split| split.problems).sum();
    say("problems made, checked and written", made, "");
    if !resumed {
        say("problems a second, duplicates and files included", made as f64 / seconds, "");
    }
    for (name, split) in &summary.splits {
        say(&format!("{name}: problems"), split.problems, "");
        say(&format!("{name}: wanted"), split.wanted, "");
        say(&format!("{name}: left out, the same"), split.same, "");
        say(&format!("{name}: left out, nearly the same"), split.near, "");
        say(&format!("{name}: of these in another split"), split.leaks, "");
        let counts = || split.families.values().copied();
        say(&format!("{name}: families"), split.families.len(), "");
        say(&format!("{name}: problems of the rarest family"), counts().min(), "");
        say(&format!("{name}: problems of the commonest family"), counts().max(), "");
        if split.problems < split.wanted {
            say(&format!("{name}: FEWER THAN WANTED"), split.wanted - split.problems, "");
        }
    }
    for (reason, families) in &summary.rejected {
        say(&format!("rejected: {reason}"), families.values().sum::<u64>(), "");
        say(&format!("rejected: {reason}, families"), json!(families), "");
    }
    Ok(())
}

/// Starts a process that makes the set, kills it at a third and at two thirds, and lets a third one finish.
fn kill_twice(plan: &Plan, count: u64, jobs: usize) -> Result<u64> {
    let journal = Path::new(&plan.to).join("_work/00000-of-00001/journal.json");
    let parts = plan.parts()?;
    let chunks: u64 = parts.iter().map(|part| part.tries.div_ceil(256)).sum();
    let start = || {
        Command::new(std::env::current_exe()?)
            .args([count.to_string(), ".".into(), jobs.to_string()])
            .env(CHILD, &plan.to)
            .stdout(Stdio::null())
            .spawn()
            .context("cannot start the process to be killed")
    };
    let mut times = 0;
    for share in [1, 2] {
        let mut child = start()?;
        loop {
            let read = fs::read(&journal).unwrap_or_default();
            let reached =
                serde_json::from_slice::<Value>(&read).map_or(0, |j| j["chunks"].as_u64().unwrap_or(0));
            if reached * 3 >= chunks * share {
                break;
            }
            ensure!(child.try_wait()?.is_none(), "the process ended before it was killed");
            std::thread::sleep(Duration::from_millis(20));
        }
        child.kill()?;
        child.wait()?;
        times += 1;
        ensure!(!Path::new(&plan.to).join("summary.json").exists(), "it was finished before it was killed");
    }
    ensure!(start()?.wait()?.success(), "the resumed process failed");
    Ok(times)
}

/// The hashes of all files of a folder by their paths in it.
fn hashes(folder: &Path) -> Result<Hashes> {
    let mut found = BTreeMap::new();
    let mut bytes = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let (mut file, mut hash, mut buffer) = (fs::File::open(&path)?, Sha256::new(), vec![0; 1 << 20]);
            loop {
                let read = file.read(&mut buffer)?;
                if read == 0 {
                    break;
                }
                hash.update(&buffer[..read]);
                bytes += read;
            }
            found.insert(path.strip_prefix(folder)?.to_owned(), hash.finalize().into());
        }
    }
    say("size of the files", bytes as f64 / 1e6, "MB");
    Ok(found)
}

/// Hashes every problem of the finished set anew and compares: contents over all, tests with training one by one.
fn inspect(plan: &Plan) -> Result<()> {
    let keys = |split: &str| -> Result<Vec<Key>> {
        read(&plan.to)?.split(split).map(|problem| Key::of(&problem?)).collect()
    };
    let (train, tests) = (keys("train")?, [keys("test")?, keys("test_families")?].concat());
    let contents: HashSet<u64> = train.iter().chain(&tests).map(|key| key.content).collect();
    say("problems read back", train.len() + tests.len(), "");
    say("distinct by content", contents.len(), "");
    let mut asked: HashMap<u64, Vec<&Key>> = HashMap::new();
    train.iter().for_each(|key| asked.entry(key.question).or_default().push(key));
    let known: HashSet<u64> = train.iter().map(|key| key.content).collect();
    let same = tests.iter().filter(|key| known.contains(&key.content)).count();
    let near = tests
        .iter()
        .filter(|key| {
            let others = asked.get(&key.question).map_or(&[][..], Vec::as_slice);
            others.iter().any(|other| key.picture.near(&other.picture, plan.threshold))
        })
        .count();
    say("problems of the tests", tests.len(), "");
    say("of these in training, the same", same, "");
    say("of these in training, nearly the same", near, "");
    ensure!(contents.len() == train.len() + tests.len() && same + near == 0, "duplicates or leakage");
    Ok(())
}
