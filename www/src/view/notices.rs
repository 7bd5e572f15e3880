//! Messages about what went wrong, each until it is dismissed.

use leptos::prelude::*;

use crate::page::Page;

/// The list of messages.
#[component]
pub fn Notices() -> impl IntoView {
    let page = expect_context::<Page>();
    view! {
        <div class="notices">
            <For each=move || page.notices.get() key=|(number, _)| *number let:notice>
                <div class="notice" role="alert" data-testid="error">
                    <p>{notice.1}</p>
                    <button
                        type="button"
                        class="quiet"
                        aria-label="Dismiss this message"
                        on:click=move |_| page.notices.update(|all| all.retain(|(number, _)| *number != notice.0))
                    >
                        "Dismiss"
                    </button>
                </div>
            </For>
        </div>
    }
}
