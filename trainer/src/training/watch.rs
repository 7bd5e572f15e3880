//! What a run is doing and for how long, told while it does it: a run that hangs says where.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use serde_json::json;
use vthinker_core::think::Event;

/// How often the live view and `status.json` are brought up to date.
const TICK: Duration = Duration::from_secs(1);

/// Hears what a run is doing. Clones are one and the same; one that nobody looks at costs next to nothing.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    over: Condvar,
}

#[derive(Debug, Default)]
struct State {
    step: usize,
    phase: Option<(&'static str, Instant)>,
    /// Seconds of each phase since they were last asked for.
    seconds: BTreeMap<&'static str, f64>,
    /// What each conversation under way is at, since when.
    conversations: BTreeMap<usize, (&'static str, Instant)>,
    done: usize,
    total: usize,
    over: bool,
}

impl Watch {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A phase of a step begins, and the one before ends.
    pub fn enter(&self, step: usize, phase: &'static str) {
        let mut state = self.state();
        let now = Instant::now();
        if let Some((before, since)) = state.phase.replace((phase, now)) {
            *state.seconds.entry(before).or_default() += (now - since).as_secs_f64();
        }
        (state.step, state.done, state.total) = (step, 0, 0);
        state.conversations.clear();
    }

    /// The phase has so many conversations more.
    pub fn expect(&self, conversations: usize) {
        self.state().total += conversations;
    }

    /// A conversation begins; it is over when the result is dropped.
    pub fn conversation(&self, place: usize) -> Conversation<'_> {
        self.state().conversations.insert(place, ("writing", Instant::now()));
        Conversation { watch: self, place }
    }

    /// Seconds of each phase since this was last asked, and of the parts of conversations, summed over them.
    pub fn take_seconds(&self) -> BTreeMap<&'static str, f64> {
        std::mem::take(&mut self.state().seconds)
    }
}

/// A conversation that is watched.
pub struct Conversation<'a> {
    watch: &'a Watch,
    place: usize,
}

impl Conversation<'_> {
    /// Learns from an event what the conversation is at: `writing`, in the `sandbox`, or its `rewards`.
    pub fn hear(&self, event: &Event) {
        match event {
            Event::Code { .. } => self.turn_to("sandbox"),
            Event::Output { .. } => self.turn_to("writing"),
            Event::End { .. } => self.turn_to("rewards"),
            _ => {}
        }
    }

    fn turn_to(&self, part: &'static str) {
        let mut state = self.watch.state();
        let now = Instant::now();
        if let Some((before, since)) = state.conversations.insert(self.place, (part, now))
            && before != "writing"
        {
            *state.seconds.entry(before).or_default() += (now - since).as_secs_f64();
        }
    }
}

impl Drop for Conversation<'_> {
    fn drop(&mut self) {
        // Counts the last part.
        self.turn_to("over");
        let mut state = self.watch.state();
        state.conversations.remove(&self.place);
        state.done += 1;
    }
}

impl State {
    /// `sampling 75 s, 3 of 40 conversations done, 36 writing, 1 sandbox (71 s)`: of each part the time of the one that
    /// is at it longest.
    fn told(&self, now: Instant) -> Option<String> {
        let (phase, since) = self.phase?;
        let mut text = format!("{phase} {} s", (now - since).as_secs());
        if self.total > 0 {
            write!(text, ", {} of {} conversations done", self.done, self.total).ok()?;
        }
        for (part, (count, longest)) in self.parts(now) {
            write!(text, ", {count} {part} ({} s)", longest.as_secs()).ok()?;
        }
        Some(text)
    }

    fn parts(&self, now: Instant) -> BTreeMap<&'static str, (usize, Duration)> {
        let mut parts: BTreeMap<&'static str, (usize, Duration)> = BTreeMap::new();
        for (part, since) in self.conversations.values() {
            let (count, longest) = parts.entry(part).or_default();
            *count += 1;
            *longest = (*longest).max(now - *since);
        }
        parts
    }
}

/// Tells what a [`Watch`] hears, in a thread of its own, until it is dropped: in the live view once a second, in
/// `OUT/status.json`, and on standard error whenever a phase takes longer than is patience for, twice as long, and so
/// on.
pub struct Teller {
    watch: Watch,
    thread: Option<JoinHandle<()>>,
}

impl Teller {
    /// Begins to tell. No patience means that no phase is ever too long.
    pub fn start(watch: &Watch, bar: ProgressBar, out: &Path, patience: Duration) -> Self {
        let (own, path) = (watch.clone(), out.join("status.json"));
        let thread = std::thread::spawn(move || tell(&own, &bar, &path, patience));
        Self { watch: watch.clone(), thread: Some(thread) }
    }
}

impl Drop for Teller {
    fn drop(&mut self) {
        self.watch.state().over = true;
        self.watch.0.over.notify_all();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn tell(watch: &Watch, bar: &ProgressBar, path: &Path, patience: Duration) {
    let mut state = watch.state();
    // The phase complained about, and when it will be again.
    let mut complaint: Option<(Instant, Duration)> = None;
    let tick = if patience.is_zero() { TICK } else { TICK.min(patience) };
    while !state.over {
        let now = Instant::now();
        if let (Some((phase, since)), Some(told)) = (state.phase, state.told(now)) {
            let limit = complaint.filter(|(of, _)| *of == since).map_or(patience, |(_, next)| next);
            let stuck = !patience.is_zero() && now - since >= patience;
            bar.set_prefix(format!("{told}{}", if stuck { ", stuck?" } else { "" }));
            if stuck && now - since >= limit {
                complaint = Some((since, limit * 2));
                let step = state.step;
                bar.suspend(|| eprintln!("step {step} takes long: {told}"));
            }
            write_status(path, &state, phase, now - since, stuck);
        }
        state = watch.0.over.wait_timeout(state, tick).unwrap_or_else(PoisonError::into_inner).0;
    }
    // A run that is over does nothing; one that was killed leaves what it was doing.
    fs::remove_file(path).ok();
}

/// A picture of the moment; where the disk refuses it, the run itself will find out.
fn write_status(path: &Path, state: &State, phase: &str, time: Duration, stuck: bool) {
    let parts = state.parts(Instant::now());
    let parts: BTreeMap<_, _> = parts
        .iter()
        .map(|(part, (count, longest))| {
            (part, json!({ "conversations": count, "longest_seconds": longest.as_secs_f64().round() }))
        })
        .collect();
    let status = json!({
        "step": state.step,
        "phase": phase,
        "seconds": time.as_secs_f64().round(),
        "stuck": stuck,
        "conversations": state.total,
        "done": state.done,
        "under_way": parts,
    });
    let part: PathBuf = path.with_extension("json.part");
    if fs::write(&part, format!("{status:#}\n")).is_ok() {
        fs::rename(&part, path).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(folder: &Path, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        // Only a guard against hanging: what is waited for does come.
        for _ in 0..3000 {
            let text = fs::read_to_string(folder.join("status.json")).unwrap_or_default();
            if let Ok(status) = serde_json::from_str(&text)
                && wanted(&status)
            {
                return status;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the status never came");
    }

    #[test]
    fn a_phase_that_hangs_is_named_with_what_hangs_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let watch = Watch::default();
        let teller = Teller::start(&watch, ProgressBar::hidden(), folder.path(), Duration::from_millis(20));
        watch.enter(7, "sampling");
        watch.expect(3);
        drop(watch.conversation(0));
        let (slow, _writing) = (watch.conversation(1), watch.conversation(2));
        slow.hear(&Event::Code { step: 0, source: String::new() });
        let told = status(folder.path(), |s| s["stuck"] == true && s["under_way"]["sandbox"].is_object());
        assert_eq!((&told["step"], &told["phase"]), (&json!(7), &json!("sampling")));
        assert_eq!((&told["done"], &told["conversations"]), (&json!(1), &json!(3)));
        assert_eq!(told["under_way"]["sandbox"]["conversations"], 1);
        assert_eq!(told["under_way"]["writing"]["conversations"], 1);
        watch.enter(7, "updating");
        let told = status(folder.path(), |s| s["phase"] == "updating");
        assert_eq!(told["conversations"], 0);
        drop(teller);
    }

    #[test]
    fn seconds_are_those_of_phases_and_of_parts_of_conversations() {
        let watch = Watch::default();
        watch.enter(0, "sampling");
        let one = watch.conversation(0);
        one.hear(&Event::Code { step: 0, source: String::new() });
        std::thread::sleep(Duration::from_millis(20));
        drop(one);
        watch.enter(0, "updating");
        let seconds = watch.take_seconds();
        assert_eq!(seconds.keys().copied().collect::<Vec<_>>(), ["sampling", "sandbox"]);
        assert!(seconds["sandbox"] >= 0.02 && seconds["sampling"] >= seconds["sandbox"]);
        assert!(watch.take_seconds().is_empty());
    }
}
