//! What the model writes, as it writes it: thoughts, code, the sandbox's output, the answer.

use leptos::{either::EitherOf3, prelude::*};
use vthinker_web::{ShownError, ShownRepair};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::{
    conversation::Block,
    page::Page,
    pieces::{Piece, pieces},
    python_highlight::highlight,
};

/// The transcript, the answer, the end's reason and the trace.
#[component]
pub fn Transcript() -> impl IntoView {
    let page = expect_context::<Page>();
    let conversation = page.conversation;
    let tokens =
        move || conversation.tokens.with(|ids| ids.iter().map(u32::to_string).collect::<Vec<_>>().join(","));
    let end = move || {
        conversation.end.get().map(|end| {
            let count = conversation.tokens.with(Vec::len);
            view! {
                <p class="end" data-testid="end-reason" data-reason=end.reason.clone()>
                    {end.describe()} " " <span class="count">{format!("{count} tokens.")}</span>
                </p>
            }
        })
    };
    let download = move |_| {
        if let Some(text) = conversation.trace.get_untracked()
            && save("trace.jsonl", &text).is_none()
        {
            page.notice("The trace could not be saved: this browser refused the download.");
        }
    };
    view! {
        <div
            class="transcript"
            data-testid="transcript"
            role="log"
            aria-label="What the model wrote"
            aria-live="off"
            aria-busy=move || if page.running.get().is_some() { "true" } else { "false" }
        >
            <For each=move || conversation.blocks.get() key=|(number, _)| *number let:block>
                {match block.1 {
                    Block::Written(text) => view! { <Written block=block.0 text /> }.into_any(),
                    Block::Output { stdout, error, repairs } => {
                        view! { <Output stdout error repairs /> }.into_any()
                    }
                }}
            </For>
        </div>
        <div class="answer" aria-live="polite">
            {move || {
                conversation
                    .answer
                    .get()
                    .map(|answer| {
                        view! {
                            <p>
                                <span class="label">"Answer"</span>
                                <output data-testid="answer">{answer}</output>
                            </p>
                        }
                    })
            }}
        </div>
        {end}
        <button
            type="button"
            class="quiet"
            data-testid="trace-download"
            hidden=move || conversation.trace.get().is_none()
            on:click=download
        >
            "Download the trace (JSON lines)"
        </button>
        <pre hidden data-testid="tokens">{tokens}</pre>
    }
}

/// One turn of the model, which is that block of the transcript.
#[component]
fn Written(block: usize, text: RwSignal<String>) -> impl IntoView {
    move || {
        pieces(&text.read())
            .into_iter()
            .map(|piece| match piece {
                Piece::Thought(text) => EitherOf3::A(view! { <p class="thought">{text}</p> }),
                Piece::Code(source) => EitherOf3::B(view! { <Code block source /> }),
                // The answer has its own place below.
                Piece::Answer(_) => EitherOf3::C(()),
            })
            .collect_view()
    }
}

/// Python in colours, of that block of the transcript.
#[component]
fn Code(block: usize, source: String) -> impl IntoView {
    let page = expect_context::<Page>();
    let finished = move || page.running.get().is_none();
    let coloured = highlight(&source)
        .into_iter()
        .map(|(class, text)| view! { <span class=class.css()>{text.to_owned()}</span> })
        .collect_view();
    view! {
        <div class="code">
            <pre tabindex="0" aria-label="Python code">
                <code>{coloured}</code>
            </pre>
            <button
                type="button"
                class="quiet"
                data-testid="edit-code"
                hidden=move || !finished()
                on:click=move |_| page.edit(block, &source)
            >
                "Change it in the sandbox"
            </button>
        </div>
    }
}

/// What a run of the code gave.
#[component]
fn Output(stdout: String, error: Option<ShownError>, repairs: Vec<ShownRepair>) -> impl IntoView {
    let silent = stdout.trim().is_empty() && error.is_none();
    let repairs = repairs
        .into_iter()
        .map(|repair| {
            view! { <p class="repair">{format!("Repaired line {}: {}", repair.line, repair.what)}</p> }
        })
        .collect_view();
    let error = error.map(|error| {
        let place = if error.line > 0 { format!("Line {}: ", error.line) } else { String::new() };
        view! { <p class="python-error">{format!("{place}{}: {}", error.kind, error.message)}</p> }
    });
    view! {
        <div class="sandbox">
            <p class="label">{if silent { "The code ran." } else { "The code's output" }}</p>
            {repairs}
            {(!stdout.trim().is_empty()).then(|| view! { <pre>{stdout.trim_end().to_owned()}</pre> })}
            {error}
        </div>
    }
}

/// Hands text to the browser as a file.
fn save(name: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/x-ndjson");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download holds the blob; the address is not needed any more once the click is handled.
    set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_secs(10));
    Some(())
}
