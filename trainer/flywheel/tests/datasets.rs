//! The promises of data sets: the same bytes however they are made, every form read back, no leakage.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use vthinker_core::think::Task;
use vthinker_flywheel::dataset::{
    Balance, BenchRow, Control, Format, Key, Plan, Progress, Record, Shard, Summary, make, read, records,
};
use vthinker_flywheel::families::all;
use vthinker_flywheel::{Family, Problem, Segment, Writer, expand, problem_of, read_dir};

fn named(names: &[&str]) -> Vec<&'static Family> {
    all().filter(|family| names.contains(&family.name)).collect()
}

/// A small plan over families of all tasks.
fn plan(to: &Path) -> Plan {
    let families = named(&["dot", "frame", "count", "midpoint", "angle_bisector"]);
    let mut plan = Plan::new(families, 5, 400, to.to_string_lossy());
    plan.holdout.families = vec!["midpoint".into()];
    plan.holdout.family_count = 30;
    plan.holdout.seed = Some(6);
    plan.holdout.seed_count = 60;
    plan.jobs = 2;
    plan
}

fn run(plan: &Plan) -> Summary {
    make(plan, &mut Control { cancel: &AtomicBool::new(false), progress: &mut |_| {} }).unwrap()
}

/// All files with their bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn ids(to: &Path, split: &str) -> Vec<String> {
    read(&to.to_string_lossy()).unwrap().split(split).map(|problem| problem.unwrap().id).collect()
}

fn assert_same(a: &Problem, b: &Problem) {
    assert_eq!((&a.id, a.task, &a.family, &a.domain), (&b.id, b.task, &b.family, &b.domain));
    assert_eq!((a.level, a.width, a.height), (b.level, b.width, b.height));
    assert_eq!((&a.question, &a.choices, &a.answer), (&b.question, &b.choices, &b.answer));
    assert_eq!((&a.trajectory, &a.marks, &a.mark_names), (&b.trajectory, &b.marks, &b.mark_names));
    assert_eq!((&a.knowledge, &a.tools, &a.expansion), (&b.knowledge, &b.tools, &b.expansion));
    assert_eq!(a.original_img_code, b.original_img_code);
    assert!(a.image == b.image && a.edited_image == b.edited_image, "{}", a.id);
}

#[test]
fn every_form_reads_back_as_it_was_made() {
    for format in [Format::Parquet, Format::Jsonl, Format::JsonlBytes] {
        let folder = tempfile::tempdir().unwrap();
        let plan = Plan { count: 40, format, ..plan(folder.path()) };
        let summary = run(&plan);
        assert!(!folder.path().join("_work").exists());
        assert_eq!(summary.splits["train"].problems, 40, "{summary}");
        let parts = plan.parts().unwrap();
        let mut counted = 0;
        for part in &parts {
            for problem in read(&plan.to).unwrap().split(part.split) {
                let problem = problem.unwrap();
                let index = problem.id.rsplit('-').next().unwrap().parse().unwrap();
                assert_same(&problem, &problem_of(&part.families, part.seed, index).unwrap());
                counted += 1;
            }
        }
        assert_eq!(counted, summary.splits.values().map(|count| count.problems).sum::<u64>());
        assert_eq!(counted, summary.files.iter().map(|file| file.rows).sum::<u64>());
        for file in &summary.files {
            assert_eq!(folder.path().join(&file.path).metadata().unwrap().len(), file.bytes);
        }
    }
}

#[test]
fn a_share_is_made_of_others_and_every_form_keeps_what_of() {
    for format in [Format::Parquet, Format::Jsonl, Format::JsonlBytes] {
        let folder = tempfile::tempdir().unwrap();
        let families =
            named(&["angle_bisector", "bar_difference", "carbon_count", "calendar_weekday", "gears"]);
        let mut plan = Plan::new(families, 5, 40, folder.path().to_string_lossy());
        (plan.expand, plan.format, plan.jobs) = (0.3, format, 2);
        let summary = run(&plan);
        let made = &summary.splits["train"].families;
        assert!(made.contains_key("parallel") && made.contains_key("angle_bisector"), "{summary}");
        let (mut whole, mut expanded) = (0, 0);
        for problem in read(&plan.to).unwrap() {
            let problem = problem.unwrap();
            let Some(expansion) = &problem.expansion else {
                whole += 1;
                continue;
            };
            expanded += 1;
            let index = problem.id.rsplit('-').next().unwrap().parse().unwrap();
            let again = expand::problem(&plan.families, 5, index, expansion.kind, expansion.depth).unwrap();
            assert_same(&problem, &again);
        }
        assert!(whole >= 20 && (6..=18).contains(&expanded), "{whole} {expanded}");
    }
    let drawing = Plan { expand: 0.5, ..Plan::new(named(&["angle_bisector"]), 1, 5, "nowhere") };
    assert!(drawing.parts().err().unwrap().to_string().contains("reasoning"));
}

#[test]
fn threads_and_interruptions_change_no_byte() {
    let (one, three) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    run(&Plan { jobs: 1, ..plan(one.path()) });
    let plan = Plan { jobs: 3, ..plan(three.path()) };
    // Called off while making, then while writing.
    for (stage, at) in [("making", 300), ("writing", 100)] {
        let cancel = AtomicBool::new(false);
        let mut progress = |p: Progress| {
            if p.stage == stage && p.done >= at {
                cancel.store(true, Ordering::Relaxed);
            }
        };
        let error = make(&plan, &mut Control { cancel: &cancel, progress: &mut progress }).unwrap_err();
        assert!(error.to_string().contains("called off"), "{error:#}");
    }
    run(&plan);
    assert!(files(one.path()) == files(three.path()));
}

/// What the killed process does: nothing unless it is told where.
#[test]
fn child() {
    if let Some(to) = std::env::var_os("DATASET_CHILD") {
        run(&plan(Path::new(&to)));
    }
}

#[test]
fn a_killed_process_goes_on_to_the_same_bytes() {
    let (whole, killed) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    run(&plan(whole.path()));
    let journal = killed.path().join("_work/00000-of-00001/journal.json");
    let start = || {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child"])
            .env("DATASET_CHILD", killed.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap()
    };
    for chunks in [1, 3] {
        let mut child = start();
        loop {
            let read = std::fs::read(&journal).unwrap_or_default();
            let reached = serde_json::from_slice(&read).map_or(0, |j: Value| j["chunks"].as_u64().unwrap());
            if reached >= chunks {
                break;
            }
            assert!(child.try_wait().unwrap().is_none(), "it ended before it was killed");
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!killed.path().join("summary.json").exists());
    }
    assert!(start().wait().unwrap().success());
    assert!(files(whole.path()) == files(killed.path()));
}

#[test]
fn shards_together_are_the_whole() {
    let (whole, sharded) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let summary = run(&plan(whole.path()));
    for index in [2, 0, 1] {
        let made = run(&Plan { shard: Shard { index, of: 3 }, ..plan(sharded.path()) });
        assert_eq!(made.waiting.is_empty(), index == 1, "the last one seals: {made}");
        if index == 1 {
            assert_eq!(made.splits, summary.splits);
            assert!(made.files.iter().any(|f| f.path == "interaction/train-00002-of-00003.parquet"));
        }
    }
    for split in ["train", "test", "test_families"] {
        assert!(!ids(whole.path(), split).is_empty());
        let sorted = |to| {
            let mut ids = ids(to, split);
            ids.sort_unstable();
            ids
        };
        assert_eq!(sorted(whole.path()), sorted(sharded.path()), "{split}");
    }
}

#[test]
fn another_plan_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    run(&Plan { count: 10, ..plan(folder.path()) });
    let other = Plan { seed: 9, ..plan(folder.path()) };
    let error =
        make(&other, &mut Control { cancel: &AtomicBool::new(false), progress: &mut |_| {} }).unwrap_err();
    assert!(error.to_string().contains("another data set"), "{error:#}");
}

#[test]
fn nothing_of_the_tests_is_in_training() {
    let folder = tempfile::tempdir().unwrap();
    // One family with few different problems, so that there is leakage to prevent.
    let mut plan = Plan::new(named(&["dot", "ring"]), 1, 800, folder.path().to_string_lossy());
    plan.holdout.seed = Some(2);
    plan.holdout.seed_count = 300;
    plan.threshold = 12;
    plan.spare = 0.5;
    plan.jobs = 2;
    plan.balance = Balance::Equal;
    let summary = run(&plan);
    let train = &summary.splits["train"];
    assert!(train.near > 0 && train.leaks > 0, "{summary}");
    assert!(train.families.values().max().unwrap() - train.families.values().min().unwrap() < 80);
    let keys = |split| -> Vec<Key> {
        read(&plan.to).unwrap().split(split).map(|problem| Key::of(&problem.unwrap()).unwrap()).collect()
    };
    let (train, test) = (keys("train"), keys("test"));
    let all: Vec<&Key> = train.iter().chain(&test).collect();
    assert_eq!(all.iter().map(|key| key.content).collect::<HashSet<_>>().len(), all.len());
    for (place, key) in all.iter().enumerate() {
        for other in &all[..place] {
            assert!(!(key.picture.near(&other.picture, plan.threshold) && key.question == other.question));
        }
    }
}

#[test]
fn excluded_sets_are_left_out() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    run(&Plan::new(named(&["dot"]), 3, 50, first.path().to_string_lossy()));
    let mut plan = Plan::new(named(&["dot"]), 3, 50, second.path().to_string_lossy());
    plan.spare = 2.0;
    plan.exclude = vec![first.path().to_string_lossy().into_owned()];
    let summary = run(&plan);
    assert_eq!(summary.splits["train"].problems, 50);
    assert!(summary.splits["train"].leaks >= 50, "{summary}");
    let first: HashSet<String> = ids(first.path(), "train").into_iter().collect();
    assert!(ids(second.path(), "train").iter().all(|id| !first.contains(id)));
}

#[test]
fn what_the_plain_writer_wrote_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let families = named(&["dot", "frame", "count"]);
    let made: Vec<Problem> = (0..12).map(|i| problem_of(&families, 11, i).unwrap()).collect();
    let mut writer = Writer::create(folder.path()).unwrap();
    made.iter().for_each(|problem| writer.write(problem).unwrap());
    writer.finish().unwrap();
    let read = read_dir(folder.path()).unwrap();
    assert_eq!(read.len(), made.len());
    for problem in read {
        assert_same(&problem, made.iter().find(|other| other.id == problem.id).unwrap());
    }
}

fn load_nothing(path: &str) -> anyhow::Result<Vec<u8>> {
    anyhow::bail!("no picture lies at {path}")
}

#[test]
fn published_rows_without_our_fields_become_problems() {
    let families = named(&["dot", "count"]);
    let of = |task| (0..).map(|i| problem_of(&families, 1, i).unwrap()).find(|p| p.task == task).unwrap();
    let (dot, count) = (of(Task::Perception), of(Task::Reasoning));
    let picture = |bytes: &[u8]| {
        use base64::Engine;
        base64::engine::general_purpose::STANDARD.encode(bytes)
    };
    let row = json!({
        "id": 17, "image": {"bytes": picture(&dot.image), "path": null}, "question": dot.question,
        "answer": "{'A': (12, 30)}", "python_code": "print(1)", "element_arrtibute": {"points": []},
    });
    let Value::Object(row) = row else { unreachable!() };
    let made = Record::from_json(row).unwrap().problems(&load_nothing).unwrap().remove(0);
    assert_eq!((made.id.as_str(), made.task, made.marks.len()), ("17", Task::Perception, 1));
    assert_eq!((made.width, made.height), (dot.width, dot.height));
    assert_eq!(made.original_img_code, "print(1)");

    let row = json!({
        "id": "a", "question": count.question, "image": format!("data:image/png;base64,{}", picture(&count.image)),
        "original_img_code": count.original_img_code, "edited_image": picture(&count.edited_image),
        "tool_code": count.tool_code(), "CoT_with_code": count.cot_with_code(), "answer": count.answer,
    });
    let Value::Object(row) = row else { unreachable!() };
    let made = Record::from_json(row).unwrap().problems(&load_nothing).unwrap().remove(0);
    assert_eq!(made.task, Task::Reasoning);
    assert_eq!(made.trajectory, count.trajectory);
    assert!(matches!(made.trajectory[..], [Segment::Text(_), Segment::Code(_), .., Segment::Text(_)]));
    assert!(made.image == count.image && made.edited_image == count.edited_image);
    assert_eq!(made.answer, count.answer);
}

#[test]
fn a_row_of_vtbench_is_three_problems() {
    let families = named(&["dot", "connect", "count"]);
    let of = |task| (0..).map(|i| problem_of(&families, 1, i).unwrap()).find(|p| p.task == task).unwrap();
    let mut problems: Vec<Problem> = Task::ALL.into_iter().map(of).collect();
    let (image, width, height) = (problems[0].image.clone(), problems[0].width, problems[0].height);
    for problem in &mut problems {
        (problem.image, problem.width, problem.height) = (image.clone(), width, height);
    }
    let row = BenchRow::of(&problems).unwrap();
    let back = row.into_record().unwrap().problems(&load_nothing).unwrap();
    assert_eq!(back.len(), 3);
    for (back, made) in back.iter().zip(&problems) {
        assert_eq!((back.task, &back.question, &back.answer), (made.task, &made.prompt(), &made.answer));
        assert!(back.image == image);
        assert!(made.task == Task::Reasoning || back.edited_image == made.edited_image);
    }
    assert!(BenchRow::of(&[]).is_err());
}

#[test]
fn broken_files_are_named_with_the_place() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.jsonl"), "{\"id\": \"x\"}\n[1]\n").unwrap();
    let errors: Vec<String> = records(&folder.path().to_string_lossy())
        .unwrap()
        .filter_map(|row| row.err().map(|error| format!("{error:#}")))
        .collect();
    assert!(errors.len() == 1 && errors[0].contains("a.jsonl: line 2"), "{errors:?}");
    std::fs::write(folder.path().join("b.parquet"), "no parquet").unwrap();
    let error = records(&folder.path().join("b.parquet").to_string_lossy()).unwrap().next().unwrap();
    assert!(format!("{:#}", error.err().unwrap()).contains("b.parquet"));
}

/// Needs a Python with `tests/datasets/requirements.txt`, named by `DATASETS_PYTHON`.
#[test]
#[ignore = "needs a Python with the package `datasets`, named by DATASETS_PYTHON"]
fn the_python_package_loads_every_form() {
    let python = std::env::var_os("DATASETS_PYTHON").expect("DATASETS_PYTHON names a Python");
    let folder = tempfile::tempdir().unwrap();
    let mut expected: BTreeMap<&str, BTreeMap<&str, Vec<Value>>> = BTreeMap::new();
    let forms = [("parquet", Format::Parquet), ("jsonl", Format::Jsonl), ("jsonl-bytes", Format::JsonlBytes)];
    for (name, format) in forms {
        let plan = Plan { count: 60, format, ..plan(&folder.path().join(name)) };
        run(&plan);
        if format != Format::Parquet {
            continue;
        }
        for part in plan.parts().unwrap() {
            for problem in read(&plan.to).unwrap().split(part.split) {
                let problem = problem.unwrap();
                let kind = if problem.task == Task::Perception { "perception" } else { "interaction" };
                let list = expected.entry(kind).or_default().entry(part.split).or_default();
                list.push(expectation(&problem));
            }
        }
    }
    std::fs::write(folder.path().join("expected.json"), serde_json::to_string(&expected).unwrap()).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/datasets/load.py");
    let output = Command::new(python)
        .arg(script)
        .arg(folder.path())
        .env("HF_HOME", folder.path().join("cache"))
        .env("HF_HUB_OFFLINE", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    eprintln!("{said}");
}

fn expectation(problem: &Problem) -> Value {
    let (_, record) = Record::of(problem.clone()).unwrap();
    let answer = match &record.fields["answer"] {
        Value::Object(dictionary) => json!(serde_json::to_string(dictionary).unwrap()),
        other => other.clone(),
    };
    let at: Vec<[u32; 2]> = vec![[0, 0], [problem.width / 2, problem.height / 2], [problem.width / 3, 9]];
    let pixels = |image: image::RgbImage| -> Vec<[u8; 3]> {
        at.iter().map(|[x, y]| image.get_pixel(*x, *y).0).collect()
    };
    json!({
        "id": problem.id, "question": problem.prompt(), "tool_code": problem.tool_code(),
        "CoT_with_code": problem.cot_with_code(), "answer": answer, "task": record.fields["task"],
        "family": problem.family, "level": problem.level, "choices": problem.choices,
        "knowledge": problem.knowledge, "tools": problem.tools, "marks": record.fields["marks"],
        "width": problem.width, "height": problem.height, "at": at,
        "pixels": {
            "image": pixels(problem.image().unwrap()),
            "edited_image": pixels(problem.edited_image().unwrap()),
        },
    })
}
