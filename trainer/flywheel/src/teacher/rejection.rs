//! Why something that a teacher made is not kept.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The kinds of reasons, which are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The endpoint gave no answer after all tries.
    Unanswered,
    /// The answer is not the JSON that was asked for.
    Malformed,
    /// The answer ended at the limit of tokens.
    Truncated,
    /// The model or the endpoint declined to answer.
    Declined,
    /// A text is missing, too long, or not of the form that was asked for.
    UnfitText,
    /// The choices are too few, too many or alike, or the answer is none of them.
    UnfitChoices,
    /// The code of the figure fails in the sandbox or gives no picture.
    FigureCode,
    /// The figure is empty or has a size that is not allowed.
    UnfitFigure,
    /// The drawing code fails in the sandbox or gives no picture.
    ToolCode,
    /// The drawing code changes nothing, or the size of the picture.
    NoEdit,
    /// The drawing shows no mark that a judge could measure.
    NoMarks,
    /// Question and picture were made before.
    DuplicateProblem,
    /// The checker finds question or answer wrong.
    JudgedQuestion,
    /// The checker finds the original picture unfit.
    JudgedImage,
    /// The checker finds the edited picture wrong or useless.
    JudgedEdit,
    /// A principle's name, sentence or path does not have the form of the tree.
    UnfitPrinciple,
    /// A principle means what one in the tree means.
    DuplicatePrinciple,
    /// A tool's fields do not have the form of the list, or its snippet does not work.
    UnfitTool,
    /// A tool does what one in the list does.
    DuplicateTool,
}

impl Reason {
    /// Whether the same model can mend it when it is told what is wrong.
    pub fn is_correctable(self) -> bool {
        use Reason as R;
        matches!(
            self,
            R::Malformed
                | R::Truncated
                | R::UnfitText
                | R::UnfitChoices
                | R::FigureCode
                | R::UnfitFigure
                | R::ToolCode
                | R::NoEdit
                | R::NoMarks
        )
    }

    /// A few words for tables.
    pub fn words(self) -> &'static str {
        match self {
            Reason::Unanswered => "no answer from the endpoint",
            Reason::Malformed => "answer is not the JSON asked for",
            Reason::Truncated => "answer cut off at the limit of tokens",
            Reason::Declined => "model declined",
            Reason::UnfitText => "text missing, too long or of the wrong form",
            Reason::UnfitChoices => "choices do not fit the answer",
            Reason::FigureCode => "figure code fails",
            Reason::UnfitFigure => "figure empty or of the wrong size",
            Reason::ToolCode => "drawing code fails",
            Reason::NoEdit => "drawing changes nothing or the size",
            Reason::NoMarks => "drawing shows no mark",
            Reason::DuplicateProblem => "problem made before",
            Reason::JudgedQuestion => "checker: question or answer",
            Reason::JudgedImage => "checker: original picture",
            Reason::JudgedEdit => "checker: edited picture",
            Reason::UnfitPrinciple => "principle of the wrong form",
            Reason::DuplicatePrinciple => "principle known already",
            Reason::UnfitTool => "tool of the wrong form or not working",
            Reason::DuplicateTool => "tool known already",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// A reason with what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// The kind.
    pub reason: Reason,
    /// What was found, in words that a model can act on.
    pub detail: String,
}

impl Rejection {
    /// A reason with what was found.
    pub fn new(reason: Reason, detail: impl fmt::Display) -> Self {
        Self { reason, detail: detail.to_string() }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.reason, self.detail)
    }
}

impl std::error::Error for Rejection {}

/// Why a teacher gave nothing.
#[derive(Debug)]
pub enum Refusal {
    /// This one is lost; the others go on.
    Rejected(Rejection),
    /// Everything must stop, such as at the cost limit; what was done is kept.
    Stopped(anyhow::Error),
}

impl From<Rejection> for Refusal {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

impl From<anyhow::Error> for Refusal {
    fn from(error: anyhow::Error) -> Self {
        Self::Stopped(error)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rejected(rejection) => rejection.fmt(f),
            Self::Stopped(error) => write!(f, "{error:#}"),
        }
    }
}

/// How often each reason occurred.
pub type Tally = BTreeMap<Reason, u64>;
