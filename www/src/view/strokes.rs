//! Stepping through the strokes of the last run.

use leptos::prelude::*;

use crate::page::Page;

/// A slider over the strokes, with the line of code that drew the last one shown.
#[component]
pub fn Strokes() -> impl IntoView {
    let page = expect_context::<Page>();
    let count = move || page.strokes.with(Vec::len);
    let words = move || {
        let shown = page.stroke.get();
        match shown.checked_sub(1).and_then(|last| page.strokes.with(|lines| lines.get(last).copied())) {
            Some(line) => format!("Stroke {shown} of {}, from line {line}", count()),
            None => format!("No stroke of {}", count()),
        }
    };
    let step = move |by: isize, label: &'static str, sign: &'static str| {
        view! {
            <button
                type="button"
                class="quiet"
                aria-label=label
                data-testid=if by < 0 { "stroke-back" } else { "stroke-on" }
                on:click=move |_| page.seek(page.stroke.get_untracked().saturating_add_signed(by))
            >
                {sign}
            </button>
        }
    };
    view! {
        <div class="strokes" data-testid="strokes" hidden=move || count() == 0 || page.running.get().is_some()>
            {step(-1, "One stroke back", "\u{2039}")}
            <input
                type="range"
                min="0"
                max=move || count().to_string()
                prop:value=move || page.stroke.get().to_string()
                aria-label="Strokes shown"
                aria-valuetext=words
                on:input:target=move |event| {
                    if let Ok(shown) = event.target().value().parse() {
                        page.seek(shown);
                    }
                }
            />
            {step(1, "One stroke on", "\u{203a}")}
            <p class="caption" data-testid="stroke-caption">{words}</p>
        </div>
    }
}
