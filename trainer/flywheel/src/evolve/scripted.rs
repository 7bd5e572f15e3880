//! A script in the place of models: it shows the machinery at work, not what a model knows.
//!
//! It proposes real problems about a segment, principles that vary known ones, and small tools; some of them
//! reworded, broken or of the wrong form, so that every filter has something to do. The same wish gives the same
//! answer.

mod problem;
mod variation;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::Problem;
use crate::teacher::{
    Created, Extension, FromKnowledge, FromTools, Principle, Proposal, Reason, Refusal, Rejection, Score,
    Scores, Step, Teacher,
};

/// How often something goes wrong, about as often as with models of middling strength.
const BROKEN_FIGURE: f64 = 0.04;
const BROKEN_TOOL: f64 = 0.04;
const IDLE_TOOL: f64 = 0.03;
const BAD_QUESTION: f64 = 0.15;
const BAD_IMAGE: f64 = 0.04;
const BAD_EDIT: f64 = 0.04;

/// The script with its seed.
#[derive(Debug, Clone, Copy)]
pub struct Scripted {
    seed: u64,
}

impl Scripted {
    /// A script; other seeds propose other things.
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    fn rng(&self, wish: &str) -> ChaCha8Rng {
        let hash = wish.bytes().fold(self.seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        ChaCha8Rng::seed_from_u64(hash)
    }

    fn propose(
        &self,
        rng: &mut ChaCha8Rng,
        wish: (u8, crate::teacher::Form),
        names: Vec<String>,
    ) -> Proposal {
        let mut proposal = problem::segment(rng, wish);
        if rng.random_bool(BROKEN_FIGURE) {
            proposal.figure_code = "from PIL import Image\nim = Image.new(\"RGB\", (240".to_owned();
        }
        let step = &mut proposal.steps[0];
        if rng.random_bool(BROKEN_TOOL) {
            step.code = "d.line((0, 0, 10, 10))".to_owned();
        } else if rng.random_bool(IDLE_TOOL) {
            step.code =
                "from PIL import Image\nim = Image.open(image_path)\nim.save(\"out.png\")\nprint(\"out.png\")"
                    .to_owned();
        }
        proposal.tools = names;
        proposal
    }
}

impl Teacher for Scripted {
    fn label(&self) -> String {
        format!("scripted (seed {})", self.seed)
    }

    fn is_scripted(&self) -> bool {
        true
    }

    fn create_from_knowledge(&self, wish: &FromKnowledge) -> Result<Created, Refusal> {
        let mut rng = self.rng(&format!("{:?} {}", wish.principles, wish.level));
        let known: Vec<&str> = wish.tools.iter().map(|tool| tool.name.as_str()).collect();
        if known.is_empty() {
            return Err(Rejection::new(Reason::UnfitText, "there are no tools").into());
        }
        let name = known[rng.random_range(0..known.len() as u32) as usize].to_owned();
        let new_tools = variation::tool(&mut rng, wish.tools);
        let mut proposal = self.propose(&mut rng, (wish.level, wish.form), vec![name]);
        proposal.knowledge = wish.principles.to_vec();
        Ok(Created { proposal, new_tools: new_tools.into_iter().collect() })
    }

    fn create_from_tools(&self, wish: &FromTools) -> Result<Created, Refusal> {
        let names: Vec<String> = wish.tools.iter().map(|tool| tool.name.clone()).collect();
        let size = wish.knowledge.len();
        let mut rng = self.rng(&format!("{names:?} {} {size}", wish.level));
        let mut proposal = self.propose(&mut rng, (wish.level, wish.form), names);
        proposal.knowledge = variation::principles(&mut rng, wish.knowledge, wish.tools);
        Ok(Created { proposal, new_tools: vec![] })
    }

    fn check(&self, problem: &Problem) -> Result<Scores, Refusal> {
        let mut rng = self.rng(&format!("{} {:x}", problem.question, problem.content_hash()));
        let mut score = |bad: f64, fault: &str| {
            let low = rng.random_bool(bad);
            let score = if low { rng.random_range(2..=5) } else { rng.random_range(8..=10) };
            let reason = if low { fault } else { "no fault found" };
            Score { score, reason: format!("scripted: {reason}") }
        };
        // A repaired question says so, and is seldom bad again.
        let bad = if problem.question.starts_with(problem::REPAIRED) { 0.1 } else { BAD_QUESTION };
        Ok(Scores {
            question: score(bad, "the question can be answered without the drawing"),
            image: score(BAD_IMAGE, "the figure is hard to read"),
            edit: score(BAD_EDIT, "the drawing is not needed"),
        })
    }

    fn repair(&self, proposal: &Proposal, _: &Problem, _: &Scores) -> Result<Proposal, Refusal> {
        let mut repaired = proposal.clone();
        let words = proposal.question.trim_start_matches(problem::REPAIRED).trim_start();
        repaired.question = format!("{} {words}", problem::REPAIRED);
        Ok(repaired)
    }

    fn expand(&self, proposal: &Proposal, _: &Problem, how: Extension) -> Result<Proposal, Refusal> {
        let mut rng = self.rng(&format!("{} {how:?}", proposal.question));
        let mut extended = proposal.clone();
        let (thought, code) = problem::further_mark(&mut rng, proposal.steps.len());
        extended.steps.push(Step { thought, code });
        let asked = match how {
            Extension::Parallel => "Find the lower row as well, and give the first result.",
            Extension::Sequential => "Go on from there to the lower row, and give the first result.",
        };
        extended.question = format!("{} {asked}", proposal.question);
        extended.level = (proposal.level + 1).min(3);
        Ok(extended)
    }
}

fn pick<'a, T>(rng: &mut ChaCha8Rng, items: &'a [T]) -> &'a T {
    &items[rng.random_range(0..items.len() as u32) as usize]
}

fn principle_at(path: &[&str], name: String, sentence: String) -> Principle {
    let mut path: Vec<String> = path.iter().map(|name| (*name).to_owned()).collect();
    path.push(name);
    Principle { path, sentence }
}
