//! Why a problem is rejected.

use serde::{Deserialize, Serialize};

/// A reason to reject a problem; each is counted by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The problem cannot be solved from its figure.
    Unsolvable,
    /// Solved again, it has another answer.
    WrongAnswer,
    /// Solved again, it has other marks.
    WrongMarks,
    /// The reasoning does not lead to the answer.
    TextMismatch,
    /// The question tells what to draw in a problem of reasoning.
    GivesAway,
    /// The question names a letter or colour that the figure does not show.
    NamesNothing,
    /// The figure's code fails.
    FigureFails,
    /// The figure's code draws another picture than the problem's.
    OtherFigure,
    /// The figure shows next to nothing.
    Blank,
    /// A label is cut off by the border.
    Clipped,
    /// Labels lie on each other.
    Overlap,
    /// Letters are too small to read.
    TooSmall,
    /// Letters hardly differ from what is under them.
    Faint,
    /// An element of the figure is not where it should be.
    NotShown,
    /// The tool code fails.
    ToolFails,
    /// The tool code makes another picture than the problem's.
    OtherEdit,
    /// The tool code changes nothing that could be seen.
    Unchanged,
    /// The tool code does not draw the marks.
    MarksMissing,
    /// A mark lies outside the picture.
    OutsidePicture,
    /// The tool code draws more than the marks.
    Unneeded,
    /// The figure already shows the marks.
    NotNecessary,
    /// The edit takes something away instead of adding.
    Erases,
}

/// What a reason speaks against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Question and answer.
    QuestionAnswer,
    /// The original image.
    Original,
    /// The edited image.
    Edited,
}

impl Reason {
    /// What the reason speaks against.
    pub(super) fn part(self) -> Part {
        use Reason::*;
        match self {
            Unsolvable | WrongAnswer | WrongMarks | TextMismatch | GivesAway | NamesNothing => {
                Part::QuestionAnswer
            }
            FigureFails | OtherFigure | Blank | Clipped | Overlap | TooSmall | Faint | NotShown => {
                Part::Original
            }
            ToolFails | OtherEdit | Unchanged | MarksMissing | OutsidePicture | Unneeded | NotNecessary
            | Erases => Part::Edited,
        }
    }

    /// Points taken off the part's ten.
    pub(super) fn weight(self) -> u8 {
        match self {
            // A blemish, not a fault: two of them are one.
            Reason::Overlap | Reason::Faint | Reason::TooSmall => 4,
            _ => 10,
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Reason::Unsolvable => "cannot be solved from its figure",
            Reason::WrongAnswer => "has another answer",
            Reason::WrongMarks => "has other marks",
            Reason::TextMismatch => "the reasoning does not lead to the answer",
            Reason::GivesAway => "the question tells what to draw",
            Reason::NamesNothing => "the question names what is not there",
            Reason::FigureFails => "the figure's code fails",
            Reason::OtherFigure => "the figure's code draws another picture",
            Reason::Blank => "the figure is blank",
            Reason::Clipped => "a label is cut off",
            Reason::Overlap => "labels lie on each other",
            Reason::TooSmall => "letters are too small",
            Reason::Faint => "letters are too faint",
            Reason::NotShown => "an element is not where it should be",
            Reason::ToolFails => "the tool code fails",
            Reason::OtherEdit => "the tool code makes another picture",
            Reason::Unchanged => "the tool code changes nothing",
            Reason::MarksMissing => "the tool code does not draw the marks",
            Reason::OutsidePicture => "a mark lies outside the picture",
            Reason::Unneeded => "the tool code draws more than is needed",
            Reason::NotNecessary => "the figure already shows the marks",
            Reason::Erases => "the edit takes something away",
        })
    }
}
