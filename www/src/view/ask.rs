//! The question, the task, Run and Stop.

use leptos::prelude::*;

use crate::{engine::EngineState, page::Page};

const TASKS: [(&str, &str, &str); 3] = [
    ("perception", "Perception", "marks the points, lines or regions you ask for"),
    ("instruction", "Instruction-guided", "draws what you tell it to"),
    ("reasoning", "Reasoning", "draws where it helps, and answers"),
];

/// The form.
#[component]
pub fn Ask() -> impl IntoView {
    let page = expect_context::<Page>();
    let busy = move || page.running.get().is_some();
    let ready = move || matches!(page.engine.get(), EngineState::Ready { .. });
    let options = TASKS.map(|(name, label, what)| {
        view! { <option value=name>{format!("{label}: {what}")}</option> }
    });
    view! {
        <form
            class="ask"
            on:submit=move |event| {
                event.prevent_default();
                if !busy() {
                    page.run();
                }
            }
        >
            <label for="question">"Question"</label>
            <textarea
                id="question"
                data-testid="question"
                rows="3"
                placeholder="What shall the model find, draw or answer?"
                prop:value=page.question
                on:input:target=move |event| page.question.set(event.target().value())
                on:keydown=move |event| {
                    if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !busy() {
                        event.prevent_default();
                        page.run();
                    }
                }
            ></textarea>
            <label for="task">"Task"</label>
            <select
                id="task"
                data-testid="task-select"
                prop:value=page.task
                on:change:target=move |event| page.task.set(event.target().value())
            >
                {options}
            </select>
            <div class="actions">
                <button
                    type="submit"
                    class="primary"
                    data-testid="run"
                    disabled=move || busy() || !ready() || page.choosing.get()
                >
                    {move || if busy() { "Thinking" } else { "Run" }}
                </button>
                <button
                    type="button"
                    data-testid="stop"
                    disabled=move || !busy() || page.stopping.get()
                    on:click=move |_| page.stop()
                >
                    {move || if page.stopping.get() { "Stopping" } else { "Stop" }}
                </button>
            </div>
        </form>
    }
}
