//! What the geometric judge says.

use leptos::prelude::*;
use vthinker_web::{AnswerVerdict, DrawingVerdict, to_js};
use wasm_bindgen::JsValue;

use crate::page::Page;

/// The verdict on the last run of a bundled problem, and its marks above the picture.
#[component]
pub fn Verdict() -> impl IntoView {
    let page = expect_context::<Page>();
    let overlay = RwSignal::new(true);
    Effect::new(move |_| {
        let verdict = page.conversation.verdict.get().filter(|_| overlay.get());
        let marks = verdict.and_then(|verdict| to_js(&verdict).ok()).unwrap_or(JsValue::NULL);
        page.player.with_value(|player| {
            if let Some(player) = player {
                player.verdict(&marks);
            }
        });
    });
    move || {
        page.conversation.verdict.get().map(|verdict| {
            let pass = verdict.drawing.as_ref().is_none_or(|d| d.pass)
                && verdict.answer.as_ref().is_none_or(|a| a.right);
            let has_drawing = verdict.drawing.is_some();
            let lines = [verdict.answer.as_ref().map(answer), verdict.drawing.as_ref().map(drawing)];
            view! {
                <div class="verdict" data-testid="verdict" data-pass=if pass { "true" } else { "false" }>
                    <p class="label">"The judge"</p>
                    {lines
                        .into_iter()
                        .flatten()
                        .map(|(good, text)| {
                            view! {
                                <p class=if good { "good" } else { "bad" }>{text}</p>
                            }
                        })
                        .collect_view()}
                    {has_drawing
                        .then(|| {
                            view! {
                                <label class="check">
                                    <input
                                        type="checkbox"
                                        data-testid="overlay"
                                        prop:checked=overlay
                                        on:change:target=move |event| overlay.set(event.target().checked())
                                    />
                                    "Show the expected marks (dashed) and the marks found"
                                </label>
                            }
                        })}
                </div>
            }
        })
    }
}

fn answer(answer: &AnswerVerdict) -> (bool, String) {
    let text = match (&answer.given, answer.right) {
        (Some(given), true) => format!("The answer {given} is right."),
        (Some(given), false) => format!("The answer {given} is wrong: {} is right.", answer.expected),
        (None, _) => format!("There is no answer: {} is right.", answer.expected),
    };
    (answer.right, text)
}

fn drawing(drawing: &DrawingVerdict) -> (bool, String) {
    let hits = drawing.hit.iter().filter(|hit| **hit).count();
    let mut text = format!(
        "The drawing {}: {hits} of {} expected marks within {:.0} pixels",
        if drawing.pass { "passes" } else { "does not pass" },
        drawing.hit.len(),
        drawing.tolerance
    );
    match drawing.extra {
        0 => text.push('.'),
        1 => text.push_str(", and one mark that nothing asked for."),
        extra => text.push_str(&format!(", and {extra} marks that nothing asked for.")),
    }
    (drawing.pass, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_answer_names_the_right_one() {
        let wrong = AnswerVerdict { expected: "60".into(), given: Some("45".into()), right: false };
        assert_eq!(answer(&wrong), (false, "The answer 45 is wrong: 60 is right.".into()));
    }

    #[test]
    fn a_drawing_with_a_miss_and_an_extra_mark() {
        let verdict = DrawingVerdict {
            expected: vec![],
            found: vec![],
            hit: vec![true, false],
            extra: 1,
            tolerance: 8.4,
            pass: false,
        };
        let (good, text) = drawing(&verdict);
        assert!(!good);
        assert_eq!(
            text,
            "The drawing does not pass: 1 of 2 expected marks within 8 pixels, and one mark that nothing asked for."
        );
    }
}
