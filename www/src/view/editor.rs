//! The sandbox's editor: Python that runs on the picture without the model.

use leptos::prelude::*;

use crate::page::Page;

/// The form.
#[component]
pub fn Editor() -> impl IntoView {
    let page = expect_context::<Page>();
    let busy = move || page.running.get().is_some();
    view! {
        <form
            class="ask"
            on:submit=move |event| {
                event.prevent_default();
                if !busy() {
                    page.run_code();
                }
            }
        >
            <label for="source">"Python, with Pillow, OpenCV, NumPy and Matplotlib; the picture is at " <code>"image_path"</code></label>
            <textarea
                id="source"
                class="editor"
                data-testid="source"
                rows="16"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                wrap="off"
                prop:value=page.source
                on:input:target=move |event| page.source.set(event.target().value())
                on:keydown=move |event| {
                    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !busy() {
                        event.prevent_default();
                        page.run_code();
                    }
                }
            ></textarea>
            <div class="actions">
                <button
                    type="submit"
                    class="primary"
                    data-testid="run-code"
                    disabled=move || busy() || !page.listening.get() || page.choosing.get()
                >
                    {move || if busy() { "Running" } else { "Run the code" }}
                </button>
            </div>
        </form>
    }
}
