//! Scores of form: tags in order, code that runs.

use vthinker_sandbox::Execution;

/// 1 if the text is `<think>...</think>` and then `<answer>...</answer>`, each tag exactly once and nothing
/// before, between or after except white space; else 0.
pub fn format_score(text: &str) -> f32 {
    let text = text.trim();
    let once =
        ["<think>", "</think>", "<answer>", "</answer>"].iter().all(|tag| text.matches(tag).count() == 1);
    let form = || {
        let rest = text.strip_prefix("<think>")?.strip_suffix("</answer>")?;
        let (_, rest) = rest.split_once("</think>")?;
        rest.trim_start().strip_prefix("<answer>")
    };
    if once && form().is_some() { 1.0 } else { 0.0 }
}

/// The share of code blocks that ran without an error; 0 if there is none.
pub fn code_score(runs: &[Execution]) -> f32 {
    if runs.is_empty() {
        return 0.0;
    }
    runs.iter().filter(|run| run.error.is_none()).count() as f32 / runs.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use vthinker_sandbox::PyError;

    #[test]
    fn the_taught_form_scores_with_any_white_space() {
        for text in [
            "<think>a</think><answer>b</answer>",
            "<think>I draw.\n<code>x</code>\n<sandbox_output></sandbox_output> b</think>\n\n <answer>b</answer>\n",
        ] {
            assert_eq!(format_score(text), 1.0, "{text}");
        }
    }

    #[test]
    fn other_forms_do_not_score() {
        for text in [
            "",
            "<answer>b</answer>",
            "<answer>b</answer><think>a</think>",
            "<think>a<answer>b</answer></think>",
            "<think>a</think>so<answer>b</answer>",
            "<think>a</think><answer>b</answer> and more",
            "<think>a</think><think>a</think><answer>b</answer>",
            "<think>a</think><answer>b</answer><answer>c</answer>",
        ] {
            assert_eq!(format_score(text), 0.0, "{text}");
        }
    }

    #[test]
    fn code_scores_by_its_share_of_good_runs() {
        let run = |error| Execution {
            stdout: String::new(),
            error,
            traceback: None,
            ops: vec![],
            images: vec![],
            repairs: vec![],
            fuel: 0,
        };
        let bad = PyError { kind: "NameError".into(), message: "x".into(), line: 1 };
        assert_eq!(code_score(&[]), 0.0);
        assert_eq!(code_score(&[run(None), run(Some(bad))]), 0.5);
    }
}
