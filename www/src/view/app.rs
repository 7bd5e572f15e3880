//! The page as a whole.

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, File};

use super::{
    ask::Ask, editor::Editor, notices::Notices, problems::Problems, stage::Stage, status::Status,
    strokes::Strokes, transcript::Transcript, verdict::Verdict,
};
use crate::{
    examples,
    page::{Page, SANDBOX},
};

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let page = Page::new();
    provide_context(page);
    let dragging = RwSignal::new(false);
    take_pasted_pictures(page);

    Effect::new(move |_| {
        page.start_engine();
        spawn_local(async move {
            match examples::load().await {
                Ok(bundled) => {
                    let of_the_tab = bundled.iter().find(|b| b.example.task == page.tab.get_untracked());
                    let first = of_the_tab.or(bundled.first()).cloned();
                    page.examples.set(bundled);
                    if let (Some(first), true) = (first, page.is_untouched()) {
                        page.choose_problem(first);
                    }
                }
                Err(what) => page.notice(format!("The bundled problems cannot be shown: {what}")),
            }
        });
    });

    let on_drop = move |event: DragEvent| {
        event.prevent_default();
        dragging.set(false);
        match event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            Some(file) => choose(page, file),
            None => {
                page.notice("What was dropped is not a file: drop a picture file, or save the picture first.")
            }
        }
    };

    view! {
        <div
            class="page"
            class:dragging=dragging
            on:dragover=move |event| {
                event.prevent_default();
                dragging.set(true);
            }
            on:dragleave=move |event| {
                if event.related_target().is_none() {
                    dragging.set(false);
                }
            }
            on:drop=on_drop
        >
            <header class="masthead">
                <div>
                    <h1>"V-Thinker"</h1>
                    <p class="tagline">
                        "A vision-language model that thinks with its pictures: it writes Python, draws on the picture, looks again, and answers. All of it in this tab."
                    </p>
                </div>
                <Status />
            </header>
            <Notices />
            <main>
                <Problems />
                <div class="desk">
                    <section class="card picture" aria-label="Picture">
                        <Stage />
                        <Strokes />
                        <Verdict />
                    </section>
                    <section class="card dialogue" aria-label="Question and thoughts">
                        <Show when=move || page.tab.get() == SANDBOX fallback=Ask>
                            <Editor />
                        </Show>
                        <Transcript />
                    </section>
                </div>
            </main>
            <footer>
                <p>
                    "Pictures and questions stay on this device. "
                    <a href="embed.html">"Put this on your own page"</a> ", "
                    <a href="flywheel.html">"look at the problems such models learn from"</a> " or "
                    <a href="rollouts.html">"open what a model tried while it was trained"</a> "."
                </p>
            </footer>
        </div>
    }
}

/// Takes a file that was picked, dropped or pasted.
pub fn choose(page: Page, file: File) {
    page.choose_file(file.name(), file.unchecked_into());
}

fn take_pasted_pictures(page: Page) {
    let handle = window_event_listener(ev::paste, move |event: ClipboardEvent| {
        let file = event.clipboard_data().and_then(|data| data.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            event.prevent_default();
            choose(page, file);
        }
    });
    on_cleanup(move || handle.remove());
}
