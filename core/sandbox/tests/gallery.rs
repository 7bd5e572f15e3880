//! The differential drawing suite: `gallery/scripts/CLASS/NAME.py` are scripts as models write them, `gallery/goldens`
//! what they draw and print in real Python (`gallery/make_gallery.py` makes it), and `gallery/known.md` every script
//! that falls short here, with the reason. `cargo run -p vthinker-sandbox --example gallery -- OUT.html` shows it.

#[path = "gallery/compare.rs"]
mod compare;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use compare::{CLASSES, Verdict};

/// Shares of scripts, in percent, that must come to their end and that must be right, class by class.
const LEAST: [(&str, usize, usize); 4] =
    [("pil", 98, 96), ("opencv", 98, 98), ("matplotlib", 98, 95), ("mixed", 90, 90)];

/// Listed scripts with their reasons.
fn listed() -> BTreeMap<String, String> {
    let text = fs::read_to_string(compare::directory().join("known.md")).expect("the list can be read");
    let mut all = BTreeMap::new();
    for line in text.lines() {
        let Some((name, reason)) = line.strip_prefix("- ").and_then(|line| line.split_once(" - ")) else {
            continue;
        };
        assert!(!reason.trim().is_empty(), "{name} has no reason");
        assert!(all.insert(name.to_owned(), reason.to_owned()).is_none(), "{name} is listed twice");
    }
    all
}

#[test]
fn scripts_draw_what_the_real_libraries_draw() {
    let cases = compare::cases(&[]);
    let verdicts = compare::compare_all(&cases);
    let mut table = String::new();
    for class in CLASSES {
        let of_class: Vec<&Verdict> = verdicts.iter().filter(|verdict| verdict.class() == class).collect();
        let count = |what: &dyn Fn(&Verdict) -> bool| of_class.iter().filter(|v| what(v)).count();
        let ssim = of_class.iter().filter(|v| v.runs()).map(|v| v.ssim);
        let (runs, right) = (count(&Verdict::runs), count(&|v| v.fault().is_none()));
        table += &format!(
            "{class:12} {:3} scripts: {runs:3} run, {:3} same pixels, {right:3} right; mean similarity {:.4}\n",
            of_class.len(),
            count(&|v| v.runs() && v.different == 0),
            ssim.clone().sum::<f64>() / ssim.count().max(1) as f64,
        );
        let (_, least_runs, least_right) =
            LEAST.iter().find(|(name, ..)| *name == class).expect("every class has its least");
        assert!(runs * 100 >= of_class.len() * least_runs, "only {runs} of {class} run\n{table}");
        assert!(right * 100 >= of_class.len() * least_right, "only {right} of {class} are right\n{table}");
    }
    println!("{table}");
    let listed = listed();
    let known: BTreeSet<&String> = listed.keys().collect();
    let faults: BTreeMap<&String, String> =
        verdicts.iter().filter_map(|verdict| Some((&verdict.name, verdict.fault()?))).collect();
    let unlisted: Vec<String> = faults
        .iter()
        .filter(|(name, _)| !known.contains(**name))
        .map(|(name, fault)| format!("- {name} - {fault}"))
        .collect();
    assert!(
        unlisted.is_empty(),
        "{} fall short and are not listed:\n{}",
        unlisted.len(),
        unlisted.join("\n")
    );
    let ended: Vec<&&String> = known.iter().filter(|name| !faults.contains_key(**name)).collect();
    assert!(ended.is_empty(), "listed, but they are right now, or are no scripts: {ended:?}");
}
