//! Knowledge and tools that grow: merging, the scripted dynamics, and rounds that are killed.

mod server;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;
use serde_json::{Value, json};
use server::{Act, Leap, Script, cache, problem, scores};
use vthinker_flywheel::evolve::{
    Embedding, Fate, Growth, Hashed, Record, Scripted, Settings, evolve, make, merge, plan,
};
use vthinker_flywheel::teacher::{
    Clock, Created, Embedder, Endpoints, Extension, FromKnowledge, FromTools, Models, Proposal, Reason,
    Refusal, Scores, Teacher,
};
use vthinker_flywheel::{Knowledge, MAX_DEPTH, Problem, Tools, read_dir};

fn seeds() -> (Knowledge, Tools) {
    (Knowledge::embedded().unwrap(), Tools::embedded().unwrap())
}

fn sentences(tree: &Knowledge) -> Vec<String> {
    let text =
        |node: &vthinker_flywheel::Node| format!("{}: {}", node.name, node.sentence.as_deref().unwrap_or(""));
    tree.principles().map(|(_, node)| text(node)).collect()
}

fn fitted() -> Hashed {
    let texts = sentences(&seeds().0);
    Hashed::fit(texts.iter().map(String::as_str))
}

fn small() -> Settings {
    Settings { rounds: 3, seed_sizes: vec![40, 80], share: 1.0, most: 120, jobs: 4, ..Settings::default() }
}

fn run(teacher: &dyn Teacher, settings: &Settings, folder: &Path) -> Result<Record> {
    let (knowledge, tools) = seeds();
    evolve(teacher, &fitted(), (&knowledge, &tools), settings, folder, &mut |_| {})
}

#[test]
fn rewordings_merge_and_other_principles_do_not() {
    let embedding = fitted();
    let all = sentences(&seeds().0);
    let known = embedding.embed(&all).unwrap();
    let new = embedding
        .embed(&[
            // Two rewordings of what is known, one new thing said twice, and one more.
            "Pythagorean theorem: The square on the hypotenuse of a right triangle equals the sum of the squares on the two legs.",
            "Centre perpendicular bisects chord: A perpendicular from the centre of a circle to a chord bisects the chord in its midpoint.",
            "Knitting gauge: The number of stitches across a hand's width tells how wide a knitted sleeve becomes.",
            "Gauge of knitting: The number of stitches across the width of a hand tells how wide the knitted sleeve becomes.",
            "Beehive comb: Hexagonal cells of wax share their walls, so a comb needs the least wax for its volume.",
        ].map(str::to_owned))
        .unwrap();
    let fates = merge(&known, &new, embedding.threshold());
    for (fate, start) in fates.iter().zip(["Pythagoras:", "Perpendicular from the centre:"]) {
        match fate {
            Fate::Known(place) => assert!(all[*place].starts_with(start), "{}", all[*place]),
            other => panic!("{start} {other:?}"),
        }
    }
    assert!(
        matches!((fates[2], fates[3]), (Fate::New(_), Fate::Twin(2)) | (Fate::Twin(3), Fate::New(_))),
        "{fates:?}"
    );
    assert!(matches!(fates[4], Fate::New(Some(_))), "{fates:?}");
    // Principles that differ: few of the embedded ones are taken for others.
    let (half, rest): (Vec<_>, Vec<_>) =
        known.iter().cloned().enumerate().partition(|(place, _)| place % 2 == 0);
    let strip = |list: Vec<(usize, Vec<f32>)>| list.into_iter().map(|(_, v)| v).collect::<Vec<_>>();
    let (half, rest) = (strip(half), strip(rest));
    let merged =
        merge(&half, &rest, embedding.threshold()).iter().filter(|f| !matches!(f, Fate::New(_))).count();
    assert!(merged * 50 <= rest.len(), "{merged} of {} different principles merge", rest.len());
}

#[test]
fn merging_knows_its_corners() {
    assert!(merge(&[], &[], 0.3).is_empty());
    let (a, b, c) = (vec![1.0, 0.0], vec![0.0, 1.0], vec![0.999, 0.0447]);
    assert_eq!(merge(&[], std::slice::from_ref(&a), 0.3), [Fate::New(None)]);
    assert_eq!(
        merge(&[], &[a.clone(), b.clone(), c.clone()], 0.3),
        [Fate::New(None), Fate::New(None), Fate::Twin(0)]
    );
    assert_eq!(merge(std::slice::from_ref(&a), &[b, c], 0.3), [Fate::New(Some(0)), Fate::Known(0)]);
    // Nothing merges at a threshold of zero but what is the same.
    assert_eq!(
        merge(std::slice::from_ref(&a), &[a.clone(), vec![0.6, 0.8]], 0.0),
        [Fate::Known(0), Fate::New(Some(0))]
    );
}

#[test]
fn plans_are_the_same_again_and_within_limits() {
    let (knowledge, tools) = seeds();
    let settings = Settings { most: 100, ..small() };
    let one = plan(&knowledge, &tools, &settings, "a", 1);
    assert_eq!(one, plan(&knowledge, &tools, &settings, "a", 1));
    assert_ne!(one, plan(&knowledge, &tools, &settings, "a", 2));
    assert_eq!(one.len(), 100);
    let ids: HashSet<&str> = one.iter().map(|order| order.id.as_str()).collect();
    assert_eq!(ids.len(), 100);
    assert!(one.iter().any(|order| !order.extensions.is_empty()));
}

#[test]
fn the_scripted_teacher_shows_the_dynamics() {
    let folder = tempfile::tempdir().unwrap();
    let record = run(&Scripted::new(1), &small(), folder.path()).unwrap();
    assert!(record.scripted && record.teacher.starts_with("scripted"));
    assert_eq!(record.growth.len(), 8);
    for rows in record.growth.chunks(4) {
        assert_eq!(rows[0].principles, rows[0].seed_size);
        assert!(rows.windows(2).all(|pair| pair[1].round == pair[0].round + 1));
        assert!(rows.windows(2).all(|pair| pair[1].principles > pair[0].principles), "{rows:?}");
        assert!(
            rows.windows(2).all(|pair| pair[1].tools >= pair[0].tools && pair[1].problems > pair[0].problems)
        );
        assert!(rows[3].tools > rows[0].tools && rows[3].depth <= MAX_DEPTH);
        // Every principle and tool that was proposed either joined or was rejected.
        for pair in rows.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            let count =
                |reasons: [Reason; 2]| -> u64 { reasons.iter().filter_map(|r| after.rejected.get(r)).sum() };
            let turned = count([Reason::UnfitPrinciple, Reason::DuplicatePrinciple]);
            assert_eq!(after.proposed_principles, (after.principles - before.principles) as u64 + turned);
            let turned = count([Reason::UnfitTool, Reason::DuplicateTool]);
            assert_eq!(after.proposed_tools, (after.tools - before.tools) as u64 + turned);
        }
    }
    let rejected: HashSet<Reason> =
        record.growth.iter().flat_map(|row| row.rejected.keys().copied()).collect();
    for reason in [Reason::DuplicatePrinciple, Reason::UnfitPrinciple, Reason::UnfitTool, Reason::FigureCode]
    {
        assert!(rejected.contains(&reason), "{reason:?} is not in {rejected:?}");
    }
    // The problems are on disk, and the record can be read.
    let last = &record.growth[3];
    let problems: usize = (1..=3)
        .map(|r| read_dir(&folder.path().join(format!("seed-00040/round-{r:02}"))).unwrap().len())
        .sum();
    assert_eq!(problems as u64, last.problems);
    let text = std::fs::read_to_string(folder.path().join("growth.json")).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&text).unwrap(), record);
    // One thread makes the same.
    let other = tempfile::tempdir().unwrap();
    let alone = run(&Scripted::new(1), &Settings { jobs: 1, ..small() }, other.path()).unwrap();
    assert_eq!(alone.growth, record.growth);
    let file = "seed-00080/round-03/interaction.jsonl";
    let read = |folder: &Path| std::fs::read(folder.join(file)).unwrap();
    assert_eq!(read(folder.path()), read(other.path()));
}

#[test]
fn another_runs_folder_is_refused_and_more_rounds_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { rounds: 1, seed_sizes: vec![40], ..small() };
    let first = run(&Scripted::new(1), &settings, folder.path()).unwrap();
    let error = run(&Scripted::new(2), &settings, folder.path()).unwrap_err();
    assert!(format!("{error:#}").contains("other settings, seeds or teachers"), "{error:#}");
    let more = run(&Scripted::new(1), &Settings { rounds: 2, ..settings }, folder.path()).unwrap();
    assert_eq!(more.growth[..2], first.growth[..]);
    assert_eq!(more.growth.len(), 3);
    assert!(
        run(&Scripted::new(1), &Settings { seed_sizes: vec![99_999], ..small() }, folder.path()).is_err()
    );
}

/// Lets a teacher work so many times, then stops everything as a kill would.
struct Mortal<'a> {
    inner: &'a dyn Teacher,
    left: AtomicUsize,
}

impl Mortal<'_> {
    fn live(&self) -> Result<(), Refusal> {
        match self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)) {
            Ok(_) => Ok(()),
            Err(_) => Err(Refusal::Stopped(anyhow::anyhow!("killed"))),
        }
    }
}

impl Teacher for Mortal<'_> {
    fn label(&self) -> String {
        self.inner.label()
    }
    fn is_scripted(&self) -> bool {
        self.inner.is_scripted()
    }
    fn create_from_knowledge(&self, wish: &FromKnowledge) -> Result<Created, Refusal> {
        self.live()?;
        self.inner.create_from_knowledge(wish)
    }
    fn create_from_tools(&self, wish: &FromTools) -> Result<Created, Refusal> {
        self.live()?;
        self.inner.create_from_tools(wish)
    }
    fn check(&self, problem: &Problem) -> Result<Scores, Refusal> {
        self.live()?;
        self.inner.check(problem)
    }
    fn repair(&self, proposal: &Proposal, problem: &Problem, scores: &Scores) -> Result<Proposal, Refusal> {
        self.live()?;
        self.inner.repair(proposal, problem, scores)
    }
    fn expand(&self, proposal: &Proposal, problem: &Problem, how: Extension) -> Result<Proposal, Refusal> {
        self.live()?;
        self.inner.expand(proposal, problem, how)
    }
}

/// A server that plays all roles; what it says depends on what it is asked alone.
fn all_roles() -> Script {
    Script::start(|_, body| {
        let text = body["messages"].to_string();
        let hash =
            text.bytes().fold(7usize, |hash, byte| (hash ^ usize::from(byte)).wrapping_mul(0x0100_0193));
        let corrected = text.contains("cannot be used");
        let name = body["response_format"]["json_schema"]["name"].as_str().unwrap().to_owned();
        let said: Value = match name.as_str() {
            "problem" if hash % 5 == 0 && !corrected => return Act::Say("I would rather not".to_owned()),
            "problem" if hash % 7 == 0 && !corrected => return Act::Finish("{".to_owned(), "length"),
            "problem" => {
                let mut problem = problem(hash >> 8);
                if hash % 4 == 0 {
                    let word = format!("{:x}", hash >> 4);
                    problem["knowledge"][0] = json!({"path": ["Music", "Rhythm", format!("Beat {word}")],
                        "sentence": format!("Where {word} follows a rest, the stress moves to {word}.")});
                }
                problem
            }
            "scores" if hash % 6 == 0 => scores(2, 9, 9),
            "scores" if hash % 11 == 0 => scores(9, 9, 1),
            "scores" => scores(9, 9, 9),
            "repaired" => json!({"question": "How far is the middle of the segment from its left end?",
                "thoughts": ["I mark the middle."], "conclusion": "Read it off.", "answer": "40", "choices": []}),
            _ => json!({"question": "And the lower row?", "thoughts": ["One.", "Two."], "conclusion": "So.",
                "answer": "1", "choices": [], "tools": [],
                "code": "from PIL import Image, ImageDraw\nim = Image.open('out.png')\nd = ImageDraw.Draw(im)\n\
                    d.line((20, 150, 90, 150), fill='red', width=2)\nim.save('out.png')\nprint('out.png')"}),
        };
        Act::Say(said.to_string())
    })
}

fn models(script: &Script, folder: &tempfile::TempDir) -> Models {
    let clock: Arc<dyn Clock> = Arc::new(Leap::default());
    Models::new(&Endpoints::all(script.endpoint()), &cache(folder), &clock).unwrap()
}

#[test]
fn killed_at_any_step_it_goes_on_and_pays_once() {
    let settings = Settings { rounds: 2, seed_sizes: vec![10], depth: 2, most: 12, jobs: 3, ..small() };
    let (script, folder) = (all_roles(), tempfile::tempdir().unwrap());
    let whole = run(&models(&script, &folder), &settings, &folder.path().join("out")).unwrap();
    let paid = script.count();
    assert!(whole.growth[2].problems > 5, "{:?}", whole.growth);

    let (script, folder) = (all_roles(), tempfile::tempdir().unwrap());
    let mut kills = 0;
    let record = loop {
        // A new start opens cache and folder anew and dies a little later each time.
        let inner = models(&script, &folder);
        let teacher = Mortal { inner: &inner, left: AtomicUsize::new(3 * kills) };
        match run(&teacher, &settings, &folder.path().join("out")) {
            Ok(record) => break record,
            Err(error) => assert!(format!("{error:#}").contains("killed"), "{error:#}"),
        }
        kills += 1;
    };
    assert!(kills > 5, "{kills}");
    assert_eq!(record, whole);
    assert_eq!(script.count(), paid, "requests of the killed runs and of the whole one");
    // All done: nothing is asked any more.
    let again = run(&models(&script, &folder), &settings, &folder.path().join("out")).unwrap();
    assert_eq!((again, script.count()), (whole, paid));
}

#[test]
fn a_cost_limit_stops_a_round_and_a_higher_one_goes_on() {
    let settings = Settings { rounds: 1, seed_sizes: vec![10], most: 12, jobs: 2, ..small() };
    let (script, folder) = (all_roles(), tempfile::tempdir().unwrap());
    let with = |limit: f64| {
        let mut endpoint = script.endpoint();
        (endpoint.output_price, endpoint.max_tokens, endpoint.cost_limit) = (1000.0, 500, Some(limit));
        let clock: Arc<dyn Clock> = Arc::new(Leap::default());
        Models::new(&Endpoints::all(endpoint), &cache(&folder), &clock).unwrap()
    };
    let out = folder.path().join("out");
    let error = format!("{:#}", run(&with(2.0), &settings, &out).unwrap_err());
    assert!(error.contains("cost limit of 2 is reached"), "{error}");
    let first = script.count();
    assert!(first <= 4, "{first}");
    run(&with(1000.0), &settings, &out).unwrap();
    let all: Vec<String> = script.asked.lock().unwrap().iter().map(Value::to_string).collect();
    let different: HashSet<&String> = all.iter().collect();
    assert_eq!(different.len(), all.len(), "something was asked twice");
}

#[test]
fn problems_are_made_without_evolving() {
    let (knowledge, tools) = seeds();
    let settings = Settings { most: 40, jobs: 2, extend: 0.5, ..small() };
    let orders = plan(&knowledge, &tools, &settings, "made", 1);
    let (problems, growth): (Vec<Problem>, Growth) =
        make(&Scripted::new(3), (&knowledge, &tools), &settings, &orders).unwrap();
    assert_eq!(growth.asked, 40);
    assert!(problems.len() >= 25 && growth.extended > 0, "{growth:?}");
    let ids: HashSet<&str> = problems.iter().map(|problem| problem.id.as_str()).collect();
    assert_eq!(ids.len(), problems.len());
    assert!(problems.iter().all(|problem| problem.family == "model" && !problem.marks.is_empty()));
    assert!(problems.iter().any(|problem| problem.trajectory.len() >= 5));
}

#[test]
fn an_endpoint_embeds() {
    let script = Script::start(|_, body| {
        let texts = body["input"].as_array().unwrap();
        let row = |(index, text): (usize, &Value)| json!({"index": index, "embedding": [text.as_str().unwrap().len(), 1]});
        // Rows may come in any order.
        let rows: Vec<Value> = texts.iter().enumerate().map(row).rev().collect();
        Act::Raw(200, vec![], json!({"data": rows, "usage": {"prompt_tokens": 3}}).to_string().into_bytes())
    });
    let folder = tempfile::tempdir().unwrap();
    let embedder = Embedder::new(script.endpoint(), cache(&folder), Arc::new(Leap::default())).unwrap();
    let texts: Vec<String> = (0..100).map(|i| "x".repeat(i)).collect();
    let vectors = Embedding::embed(&embedder, &texts).unwrap();
    assert!(vectors.iter().enumerate().all(|(i, v)| v[..] == [i as f32, 1.0]));
    Embedding::embed(&embedder, &texts).unwrap();
    assert_eq!(script.count(), 2);
}

/// The curves of the documents: `cargo test -p vthinker-flywheel --test evolve -- --ignored --nocapture curves`.
#[test]
#[ignore = "minutes"]
fn curves_of_the_scripted_teacher() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { seed_sizes: vec![50, 100, 200], most: 1000, jobs: 2, ..Settings::default() };
    for row in run(&Scripted::new(0), &settings, folder.path()).unwrap().growth {
        println!(
            "| {} | {} | {} | {} | {} | {} | {} |",
            row.seed_size,
            row.round,
            row.knowledge,
            row.principles,
            row.tools,
            row.problems,
            row.rejected.values().sum::<u64>()
        );
    }
}
