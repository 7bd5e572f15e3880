//! From one order to problems: create, draw, check, repair, make harder.

use super::order::{Order, Source};
use super::settings::Settings;
use crate::teacher::{
    Created, FromKnowledge, FromTools, Principle, Proposal, Refusal, Rejection, Teacher, build,
};
use crate::{Knowledge, Problem, Tool, Tools};

/// What came of one order.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Problems that passed, the plain one first, then the harder ones.
    pub problems: Vec<Problem>,
    /// Whether the plain one needed a repair.
    pub repaired: bool,
    /// Principles that the creator named.
    pub principles: Vec<Principle>,
    /// Tools that the creator described.
    pub tools: Vec<Tool>,
    /// What was rejected.
    pub rejections: Vec<Rejection>,
}

/// Works one order off.
///
/// # Errors
/// Only if everything must stop; what is merely unfit is in the outcome.
pub fn work(
    teacher: &dyn Teacher,
    order: &Order,
    (knowledge, tools): (&Knowledge, &Tools),
    settings: &Settings,
) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    match kept(teacher, order, (knowledge, tools), settings, &mut outcome) {
        Ok(()) => {}
        Err(Refusal::Rejected(rejection)) => outcome.rejections.push(rejection),
        Err(Refusal::Stopped(error)) => return Err(error),
    }
    Ok(outcome)
}

fn kept(
    teacher: &dyn Teacher,
    order: &Order,
    (knowledge, tools): (&Knowledge, &Tools),
    settings: &Settings,
    outcome: &mut Outcome,
) -> Result<(), Refusal> {
    let (level, form) = (order.level, order.form);
    let Created { proposal, new_tools } = match &order.source {
        Source::Knowledge(principles) => {
            teacher.create_from_knowledge(&FromKnowledge { principles, tools, level, form })?
        }
        Source::Tools(list) => {
            teacher.create_from_tools(&FromTools { tools: list, knowledge, level, form })?
        }
    };
    let problem = build(&proposal, &order.id)?;
    // What the sandbox could draw was understood by the creator, whatever the checker thinks of the question.
    outcome.principles.clone_from(&proposal.knowledge);
    outcome.tools = new_tools;
    let (mut proposal, mut problem, repairs) = passed(teacher, proposal, problem, settings)?;
    outcome.repaired = repairs > 0;
    outcome.problems.push(problem.clone());
    for (number, how) in order.extensions.iter().enumerate() {
        let extended = teacher.expand(&proposal, &problem, *how)?;
        let drawn = build(&extended, &format!("{}-{}", order.id, number + 2))?;
        (proposal, problem, _) = passed(teacher, extended, drawn, settings)?;
        outcome.problems.push(problem.clone());
    }
    Ok(())
}

/// A problem that the checker passes, after repairs where only the question fails.
fn passed(
    teacher: &dyn Teacher,
    mut proposal: Proposal,
    mut problem: Problem,
    settings: &Settings,
) -> Result<(Proposal, Problem, u32), Refusal> {
    let mut repairs = 0;
    loop {
        let scores = teacher.check(&problem)?;
        let Some(rejection) = scores.below(settings.pass) else {
            return Ok((proposal, problem, repairs));
        };
        let pictures = scores.image.score >= settings.pass && scores.edit.score >= settings.pass;
        if !pictures || repairs >= settings.repairs {
            return Err(rejection.into());
        }
        repairs += 1;
        proposal = teacher.repair(&proposal, &problem, &scores)?;
        problem = build(&proposal, &problem.id)?;
    }
}
