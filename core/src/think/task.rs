//! The tasks of VTBench and their limits.

use serde::{Deserialize, Serialize};

/// What is asked of the model; sets the prompt and the number of code blocks allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Mark the asked points, lines or regions (VTBench "perception"): code only.
    Perception,
    /// Draw what an instruction says (VTBench "instruction-guided interaction"): code only.
    Instruction,
    /// Think, draw where it helps, answer (VTBench "interactive reasoning").
    Reasoning,
}

impl Task {
    /// All tasks, in VTBench's order.
    pub const ALL: [Task; 3] = [Task::Perception, Task::Instruction, Task::Reasoning];

    /// Segments the model may write in one conversation, a code block ending each: 1 for the drawing tasks, 5 for
    /// reasoning (the reference's evaluation settings).
    pub fn max_iterations(self) -> usize {
        match self {
            Task::Perception | Task::Instruction => 1,
            Task::Reasoning => 5,
        }
    }

    /// The name used in files, flags and the page: `perception`, `instruction`, `reasoning`.
    pub fn name(self) -> &'static str {
        match self {
            Task::Perception => "perception",
            Task::Instruction => "instruction",
            Task::Reasoning => "reasoning",
        }
    }
}

impl std::fmt::Display for Task {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Task {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        Task::ALL
            .into_iter()
            .find(|t| t.name() == s)
            .ok_or_else(|| format!("unknown task `{s}`: expected perception, instruction or reasoning"))
    }
}
