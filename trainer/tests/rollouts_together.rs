//! Conversations decoded in one forward pass are those that are decoded one by one.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use burn::tensor::Device;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use trainer::conversations::{Pace, converse};
use trainer::flywheel::families::select;
use trainer::flywheel::{Canvas, Problem, problem_of};
use trainer::hub_folder;
use trainer::rl::objective::scores;
use trainer::rl::reward::Weights;
use trainer::rl::rollout::{Plan, Rollout, roll_out};
use trainer::rl::rows::micro_batches;
use trainer::rl::settings::Settings;
use trainer::training::batch::LearningBatch;
use trainer::training::sample::Sample;
use trainer::training::watch::Watch;
use vthinker_core::checkpoint::Loaded;
use vthinker_core::generate::{ContinuousBatch, GenerateError, Sampled, Sampler, Session};
use vthinker_core::think::{
    Content, Feedback, Piece, Preparation, Sampling, encode_content, encode_prompt, prompt,
};

fn mini() -> (Loaded, Preparation) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini");
    let loaded = hub_folder::read(&folder, &Device::flex()).unwrap();
    let with = Preparation::from(&loaded);
    (loaded, with)
}

/// Problems of every task, with pictures of their own and rounds in which the drawn picture comes back.
fn problems(count: u64) -> Vec<Problem> {
    let names = ["midpoint", "higher", "count", "median", "dot"].map(String::from);
    let families = select(Canvas::Mini, &[], &names).unwrap();
    (0..count).map(|i| problem_of(&families, 77, i).unwrap()).collect()
}

fn plan(sampling: Sampling, group: usize, pace: Pace) -> Plan {
    Plan {
        group,
        sampling,
        max_new_tokens: 160,
        feedback: Feedback::Images,
        rewards: Weights::default(),
        seed: 5,
        watch: Watch::default(),
        pace,
    }
}

/// Text warm and code cold, truncated and penalised, as GRPO-ATS samples.
fn ats() -> Sampling {
    let sampler =
        |t| Sampler { top_p: 0.9, top_k: 50, repetition_penalty: 1.05, ..Sampler::at_temperature(t) };
    Sampling { text: sampler(1.0), code: sampler(0.0) }
}

fn assert_same(together: &[Rollout], apart: &[Rollout]) {
    assert_eq!(together.len(), apart.len());
    for (t, a) in together.iter().zip(apart) {
        assert_eq!(t.sample.ids, a.sample.ids, "{}", a.score.id);
        assert_eq!(t.sample.trained, a.sample.trained);
        assert!(t.sample.images == a.sample.images, "{}: other pixels", a.score.id);
        assert_eq!((&t.end, &t.reward, &t.events), (&a.end, &a.reward, &a.events));
    }
}

#[test]
fn greedy_rollouts_of_mixed_problems_are_the_same() {
    let (loaded, with) = mini();
    let problems = problems(8);
    let of = |pace| roll_out(&loaded.model, &with, &problems, &plan(Sampling::greedy(), 1, pace)).unwrap();
    let apart = of(Pace::Apart(2));
    assert!(apart.iter().any(|r| r.sample.images.len() >= 2), "no picture came back");
    assert_same(&of(Pace::Together { rows: 8, threads: 1 }), &apart);
}

#[test]
fn sampled_rollouts_do_not_depend_on_who_is_decoded_with_them() {
    let (loaded, with) = mini();
    let problems = problems(3);
    for sampling in [Sampling::at_temperature(1.0), ats()] {
        let of = |pace| roll_out(&loaded.model, &with, &problems, &plan(sampling.clone(), 3, pace)).unwrap();
        let apart = of(Pace::Apart(2));
        // All at once, with fewer rows than conversations, so that new ones take the place of finished ones, and in companies.
        for (rows, threads) in [(9, 1), (4, 1), (4, 2), (2, 9), (1, 20)] {
            assert_same(&of(Pace::Together { rows, threads }), &apart);
        }
    }
}

/// A step's rows: the prompt of a problem once, behind it what each rollout wrote and saw.
#[test]
fn rollouts_in_the_row_of_their_problem_have_the_log_probabilities_that_they_have_alone() {
    let (loaded, with) = mini();
    let group = 4;
    let plan = plan(Sampling::at_temperature(1.0), group, Pace::Together { rows: 16, threads: 2 });
    let rollouts = roll_out(&loaded.model, &with, &problems(5), &plan).unwrap();
    let groups: Vec<Vec<usize>> = (0..5).map(|i| (i * group..(i + 1) * group).collect()).collect();
    let micro = micro_batches(&groups, |_| true, |i| &rollouts[i].sample, 8);
    let grpo = Settings::default().grpo();
    let mut tokens = [0, 0];
    for rows in micro {
        let samples: Vec<Vec<&Sample>> =
            rows.iter().map(|row| row.iter().map(|i| &rollouts[*i].sample).collect()).collect();
        let together = LearningBatch::branching(&samples, &loaded.config).unwrap();
        let apart = LearningBatch::new(&samples.concat(), &loaded.config).unwrap();
        assert_eq!((&together.targets, &together.samples), (&apart.targets, &apart.samples));
        let of = |batch| scores(&loaded.model, batch, &grpo, &Device::flex());
        for (a, b) in of(&together).iter().zip(of(&apart)) {
            assert!((a - b).abs() < 1e-4, "{a} in a row, {b} alone");
        }
        for (sum, batch) in tokens.iter_mut().zip([together, apart]) {
            *sum += batch.input.ids().len();
        }
    }
    assert!(rollouts.iter().any(|rollout| rollout.sample.images.len() >= 2), "no picture came back");
    assert!(tokens[0] * 4 < tokens[1] * 3, "{} tokens in rows, {} alone", tokens[0], tokens[1]);
}

/// What is told about one conversation: for each token its id, its log-probability and the logits.
type Told = Vec<(Sampled, Vec<f32>)>;

/// A conversation of this many sampled tokens before and after a picture comes back.
struct Script {
    prompt: Vec<Piece>,
    back: Vec<Piece>,
    before: usize,
    after: usize,
}

fn scripts(with: &Preparation) -> Vec<Script> {
    let problems = problems(4);
    let lengths = [(3, 9), (12, 4), (7, 20), (1, 1)];
    problems
        .iter()
        .zip(lengths)
        .map(|(problem, (before, after))| {
            let canvas = with.processor.canvas(&problem.image().unwrap()).unwrap();
            let messages = prompt(problem.task, &problem.prompt(), &canvas);
            let back = [
                Content::Text("\n<sandbox_output>\n".to_owned()),
                Content::Image(canvas.clone()),
                Content::Text("\n</sandbox_output>\n".to_owned()),
            ];
            Script {
                prompt: encode_prompt(with, &messages, std::slice::from_ref(&canvas)).unwrap(),
                back: encode_content(with, &back).unwrap(),
                before,
                after,
            }
        })
        .collect()
}

fn push(session: &mut Session, pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::Tokens(ids) => session.push_tokens(ids).unwrap(),
            Piece::Image(patches) => session.push_image(patches.clone()).unwrap(),
        }
    }
}

#[test]
fn logits_and_log_probabilities_are_those_of_single_decoding() {
    let (loaded, with) = mini();
    let scripts = scripts(&with);
    let sampler = Sampler::at_temperature(1.0);
    let rng = |row: usize| ChaCha8Rng::seed_from_u64(row as u64);
    let alone: Vec<Told> = scripts
        .iter()
        .enumerate()
        .map(|(row, script)| {
            let (mut session, mut rng, mut told) = (Session::new(&loaded.model), rng(row), vec![]);
            push(&mut session, &script.prompt);
            for step in 0..script.before + script.after {
                if step == script.before {
                    push(&mut session, &script.back);
                }
                let logits = session.next_logits_blocking().unwrap();
                let sampled = sampler.sample(&mut logits.clone(), &[], &mut rng);
                session.push_tokens(&[sampled.id]).unwrap();
                told.push((sampled, logits));
            }
            told
        })
        .collect();

    let mut batch = ContinuousBatch::new(&loaded.model);
    let mut sessions: Vec<_> = scripts.iter().map(|_| Session::new(&loaded.model)).collect();
    let mut rngs: Vec<_> = (0..scripts.len()).map(rng).collect();
    sessions.iter_mut().zip(&scripts).for_each(|(session, script)| push(session, &script.prompt));
    let longest = scripts.iter().map(|s| s.before + s.after).max().unwrap();
    for step in 0..longest {
        let under_way = |row: &usize| step < scripts[*row].before + scripts[*row].after;
        let rows: Vec<usize> = (0..scripts.len()).filter(under_way).collect();
        for row in &rows {
            if step == scripts[*row].before {
                push(&mut sessions[*row], &scripts[*row].back);
            }
        }
        let mut given: Vec<&mut Session> = sessions
            .iter_mut()
            .enumerate()
            .filter(|(row, _)| rows.contains(row))
            .map(|(_, session)| session)
            .collect();
        let logits = batch.next_logits_blocking(&mut given).unwrap();
        assert_eq!(batch.len(), rows.len());
        for (row, logits) in rows.into_iter().zip(logits) {
            let sampled = sampler.sample(&mut logits.clone(), &[], &mut rngs[row]);
            let (expected, exact) = alone[row].get(step).expect("alone it took as many steps");
            assert_eq!(sampled.id, expected.id, "row {row}, token {step}");
            assert!((sampled.logprob - expected.logprob).abs() < 1e-4, "{sampled:?}, {expected:?}");
            let off = logits.iter().zip(exact).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(off < 1e-3, "row {row}, token {step}: logits differ by {off}");
            sessions[row].push_tokens(&[sampled.id]).unwrap();
        }
    }
    // The last one left is long gone.
    assert_eq!(batch.next_logits_blocking(&mut [&mut sessions[3]]), Err(GenerateError::OtherBatch));
}

#[test]
fn a_conversation_that_fails_or_panics_ends_all_without_hanging() {
    let (loaded, with) = mini();
    let problem = &problems(1)[0];
    let canvas = with.processor.canvas(&problem.image().unwrap()).unwrap();
    let messages = prompt(problem.task, &problem.prompt(), &canvas);
    let pieces = encode_prompt(&with, &messages, std::slice::from_ref(&canvas)).unwrap();
    for (panics, threads) in [(false, 1), (true, 1), (false, 3), (true, 3)] {
        let begun = AtomicUsize::new(0);
        let failed = converse(&loaded.model, 20, Pace::Together { rows: 4, threads }, |place, mut voice| {
            use vthinker_core::generate::Decoding;
            begun.fetch_add(1, Ordering::Relaxed);
            for piece in &pieces {
                match piece {
                    Piece::Tokens(ids) => voice.push_tokens(ids)?,
                    Piece::Image(patches) => voice.push_image(patches.clone())?,
                }
            }
            for _ in 0..5 {
                pollster::block_on(voice.next_logits())?;
                assert!(!(panics && place == 2), "as told");
                anyhow::ensure!(place != 2, "place 2 is bad");
                voice.push_tokens(&[1])?;
            }
            Ok(())
        });
        let failed = failed.unwrap_err().to_string();
        assert!(panics || failed == "place 2 is bad", "{failed}");
        // Another company may be done with its share before it hears of it.
        assert!(threads > 1 || begun.into_inner() < 20);
    }
}

/// Prints how long both ways take here. Run with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn how_long_both_ways_take() {
    let (loaded, with) = mini();
    let problems = problems(8);
    for pace in [
        Pace::Apart(1),
        Pace::Apart(2),
        Pace::Together { rows: 16, threads: 1 },
        Pace::Together { rows: 16, threads: 2 },
        Pace::Together { rows: 32, threads: 2 },
    ] {
        let began = Instant::now();
        let plan = plan(Sampling::at_temperature(1.0), 8, pace);
        let rollouts = roll_out(&loaded.model, &with, &problems, &plan).unwrap();
        let tokens: usize = rollouts.iter().map(|r| r.sample.targets()).sum();
        let seconds = began.elapsed().as_secs_f64();
        println!("{pace:?}: {seconds:.2} s for {tokens} tokens, {:.0} a second", tokens as f64 / seconds);
    }
}
