//! Tabs for the three tasks and a person's own picture, and the bundled problems of each.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;

use super::app::choose;
use crate::page::{Page, SANDBOX};

const TABS: [(&str, &str); 5] = [
    ("perception", "Perception"),
    ("instruction", "Instruction-guided"),
    ("reasoning", "Reasoning"),
    ("own", "Your picture"),
    (SANDBOX, "Sandbox"),
];

/// Tabs and problems.
#[component]
pub fn Problems() -> impl IntoView {
    let page = expect_context::<Page>();
    let select = move |tab: &'static str| {
        page.tab.set(tab);
        let first = page.examples.with_untracked(|all| all.iter().find(|b| b.example.task == tab).cloned());
        let shown = page.problem.with_untracked(|p| p.as_ref().is_some_and(|p| p.example.task == tab));
        if let (Some(first), false) = (first, shown) {
            page.choose_problem(first);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => TABS.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let now = TABS.iter().position(|(name, _)| *name == page.tab.get_untracked()).unwrap_or(0);
        let next = TABS[(now + step) % TABS.len()].0;
        select(next);
        if let Some(button) = document().get_element_by_id(&format!("tab-{next}")) {
            let _ = button.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    };
    let tabs = TABS.map(|(name, label)| {
        let chosen = move || page.tab.get() == name;
        view! {
            <button
                type="button"
                role="tab"
                id=format!("tab-{name}")
                data-testid=format!("tab-{name}")
                aria-controls="problems"
                aria-selected=move || if chosen() { "true" } else { "false" }
                tabindex=move || if chosen() { "0" } else { "-1" }
                on:click=move |_| select(name)
            >
                {label}
            </button>
        }
    });
    let of_tab = move || {
        let tab = page.tab.get();
        page.examples.get().into_iter().filter(|b| b.example.task == tab).collect::<Vec<_>>()
    };
    view! {
        <nav class="tabs" role="tablist" aria-label="Tasks" on:keydown=on_key>
            {tabs}
        </nav>
        <div
            class="problems"
            id="problems"
            role="tabpanel"
            aria-labelledby=move || format!("tab-{}", page.tab.get())
        >
            <For each=of_tab key=|b| b.example.id.clone() let:bundled>
                {
                    let id = bundled.example.id.clone();
                    let pressed = move || {
                        let chosen = page.problem.with(|p| p.as_ref().is_some_and(|p| p.example.id == id));
                        if chosen { "true" } else { "false" }
                    };
                    let label = format!("{}: {}", bundled.example.family, bundled.example.question);
                    view! {
                        <button
                            type="button"
                            class="problem"
                            data-testid=format!("example-{}", bundled.example.id)
                            aria-pressed=pressed
                            title=bundled.example.question.clone()
                            aria-label=label
                            on:click={
                                let bundled = bundled.clone();
                                move |_| page.choose_problem(bundled.clone())
                            }
                        >
                            <img src=bundled.picture.clone() alt="" loading="lazy" />
                            <span>{bundled.example.family.replace('_', " ")}</span>
                        </button>
                    }
                }
            </For>
            <Picker />
        </div>
    }
}

/// The button that opens the file chooser.
#[component]
fn Picker() -> impl IntoView {
    let page = expect_context::<Page>();
    let input = NodeRef::<html::Input>::new();
    let on_change = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            choose(page, file);
        }
        // So that choosing the same file again is a change, too.
        input.set_value("");
    };
    view! {
        <label class="picker" class:wide=move || matches!(page.tab.get(), "own" | SANDBOX)>
            <input
                type="file"
                accept="image/png,image/jpeg,image/webp,image/gif,image/bmp"
                data-testid="file-input"
                node_ref=input
                on:change=on_change
            />
            <strong>"Choose a picture"</strong>
            <span>"or drop or paste one"</span>
        </label>
    }
}
