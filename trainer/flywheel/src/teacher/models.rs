//! Models as teachers: one client a role.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;

use super::build::build;
use super::cache::Cache;
use super::client::{Client, Line};
use super::clock::Clock;
use super::create::{FromKnowledge, FromTools};
use super::endpoint::{Endpoints, Role};
use super::message::Prompt;
use super::proposal::{Created, Proposal};
use super::rejection::Refusal;
use super::{Extension, Scores, Spent, Teacher, check, expand, repair};
use crate::Problem;

/// A name for problems that are only tried out.
const TRIAL: &str = "trial";

/// A creator, a checker, a repairer and an expander.
pub struct Models {
    creator: Client,
    checker: Client,
    repairer: Client,
    expander: Client,
}

impl Models {
    /// Opens the endpoints. Roles without an endpoint of their own share the creator's connection and its limits.
    ///
    /// # Errors
    /// If a key is missing or the cache cannot be read.
    pub fn new(endpoints: &Endpoints, cache: &Arc<Cache>, clock: &Arc<dyn Clock>) -> Result<Self> {
        let own = [
            (Role::Checker, &endpoints.checker),
            (Role::Repairer, &endpoints.repairer),
            (Role::Expander, &endpoints.expander),
        ];
        let mut shared = vec![Role::Creator];
        shared.extend(own.iter().filter(|(_, endpoint)| endpoint.is_none()).map(|(role, _)| *role));
        let line = Line::new(endpoints.creator.clone(), &shared, cache, Arc::clone(clock))?;
        let line = Arc::new(line);
        let mut lines = BTreeMap::new();
        for (role, endpoint) in own {
            let line = match endpoint {
                Some(endpoint) => Arc::new(Line::new(endpoint.clone(), &[role], cache, Arc::clone(clock))?),
                None => Arc::clone(&line),
            };
            lines.insert(role, line);
        }
        let client =
            |role: Role| Client::new(role, Arc::clone(lines.get(&role).unwrap_or(&line)), Arc::clone(cache));
        Ok(Self {
            creator: client(Role::Creator),
            checker: client(Role::Checker),
            repairer: client(Role::Repairer),
            expander: client(Role::Expander),
        })
    }

    /// What each connection spent, by the first role that uses it.
    pub fn spent(&self) -> BTreeMap<Role, Spent> {
        let mut spent = BTreeMap::from([(Role::Creator, self.creator.line().account().spent())]);
        let others = [
            (Role::Checker, &self.checker),
            (Role::Repairer, &self.repairer),
            (Role::Expander, &self.expander),
        ];
        for (role, client) in others {
            if !std::ptr::eq(client.line(), self.creator.line()) {
                spent.insert(role, client.line().account().spent());
            }
        }
        spent
    }

    fn create(
        &self,
        prompt: &Prompt,
        read: impl Fn(&serde_json::Value) -> Result<Created, super::Rejection>,
    ) -> Result<Created, Refusal> {
        // Code that fails is told to the model while it still knows what it meant.
        self.creator.ask(prompt, |value| {
            let created = read(value)?;
            build(&created.proposal, TRIAL)?;
            Ok(created)
        })
    }
}

impl Teacher for Models {
    fn label(&self) -> String {
        let roles = [&self.creator, &self.checker, &self.repairer, &self.expander];
        let mut names: Vec<&str> = roles.map(|client| client.line().endpoint().model.as_str()).to_vec();
        names.dedup();
        names.join(", ")
    }

    fn is_scripted(&self) -> bool {
        false
    }

    fn create_from_knowledge(&self, wish: &FromKnowledge) -> Result<Created, Refusal> {
        self.create(&wish.prompt(), |value| wish.read(value))
    }

    fn create_from_tools(&self, wish: &FromTools) -> Result<Created, Refusal> {
        self.create(&wish.prompt(), |value| wish.read(value))
    }

    fn check(&self, problem: &Problem) -> Result<Scores, Refusal> {
        self.checker.ask(&check::prompt(problem), check::read)
    }

    fn repair(&self, proposal: &Proposal, problem: &Problem, scores: &Scores) -> Result<Proposal, Refusal> {
        self.repairer.ask(&repair::prompt(proposal, problem, scores), |value| {
            let repaired = repair::read(value, proposal)?;
            build(&repaired, TRIAL)?;
            Ok(repaired)
        })
    }

    fn expand(&self, proposal: &Proposal, problem: &Problem, how: Extension) -> Result<Proposal, Refusal> {
        self.expander.ask(&expand::prompt(proposal, problem, how), |value| {
            let extended = expand::read(value, proposal)?;
            build(&extended, TRIAL)?;
            Ok(extended)
        })
    }
}
