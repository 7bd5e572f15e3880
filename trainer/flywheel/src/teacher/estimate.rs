//! What a run may cost, said before it starts.

use std::fmt;

use serde::Serialize;

use super::create::{FromKnowledge, FromTools};
use super::endpoint::{Endpoints, Role};
use super::message::tokens;

/// Tokens of what a checker, repairer or expander reads beside the creator's answer: its rules, and two pictures of
/// the usual size.
const RULES: u64 = 700;
const PICTURES: u64 = 2 * 400;

/// Requests and tokens of one role.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RoleEstimate {
    /// The role.
    pub role: Role,
    /// Requests.
    pub requests: u64,
    /// Input tokens in all.
    pub input_tokens: u64,
    /// Output tokens in all.
    pub output_tokens: u64,
    /// The cost by the endpoint's prices.
    pub cost: f64,
}

/// What a run may cost. An estimate: characters / 4 for the prompts, the configured length for every answer, no
/// corrections, nothing in the cache.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Estimate {
    /// By role.
    pub roles: Vec<RoleEstimate>,
}

impl Estimate {
    /// For some problems to create, a share of which is repaired and a share extended (each with its own check).
    /// The prompts given are examples of those that creators will read.
    pub fn new(
        endpoints: &Endpoints,
        (create_from_knowledge, create_from_tools): (&[FromKnowledge], &[FromTools]),
        problems: u64,
        (repaired, extended): (f64, f64),
    ) -> Self {
        let sizes: Vec<u64> = create_from_knowledge
            .iter()
            .map(FromKnowledge::prompt)
            .chain(create_from_tools.iter().map(FromTools::prompt))
            .map(|prompt| tokens(&prompt.messages))
            .collect();
        let prompt = sizes.iter().sum::<u64>() / (sizes.len() as u64).max(1);
        let created = u64::from(endpoints.creator.max_tokens);
        let of = |share: f64| (problems as f64 * share).ceil() as u64;
        let later = RULES + created + PICTURES;
        let plan = [
            (Role::Creator, problems, prompt),
            (Role::Checker, problems + of(repaired) + of(extended), later),
            (Role::Repairer, of(repaired), later),
            (Role::Expander, of(extended), later),
        ];
        let roles = plan.map(|(role, requests, input)| {
            let endpoint = endpoints.of(role);
            let input_tokens = requests * input;
            let output_tokens = requests * u64::from(endpoint.max_tokens);
            let cost = endpoint.cost(input_tokens, output_tokens);
            RoleEstimate { role, requests, input_tokens, output_tokens, cost }
        });
        Self { roles: roles.to_vec() }
    }

    /// The cost of all roles.
    pub fn cost(&self) -> f64 {
        self.roles.iter().map(|role| role.cost).sum()
    }
}

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "estimate (characters / 4, every answer of the configured length, nothing cached):")?;
        for part in &self.roles {
            let name = part.role.name();
            writeln!(
                f,
                "  {name:9} {:>8} requests {:>12} tokens in {:>12} out {:>12.4}",
                part.requests, part.input_tokens, part.output_tokens, part.cost
            )?;
        }
        write!(f, "  in all {:.4}", self.cost())
    }
}
