//! What the engine does: progress while loading, then model and processor.

use leptos::prelude::*;
use vthinker_web::EngineChoice;

use crate::{engine::EngineState, page::Page};

/// The engine's status.
#[component]
pub fn Status() -> impl IntoView {
    let page = expect_context::<Page>();
    let line = move || match page.engine.get() {
        EngineState::Starting => "Starting the engine".to_owned(),
        EngineState::Loading { file, received, total } => match total.filter(|total| *total > 0.0) {
            Some(total) => {
                let percent = (100.0 * received / total).min(100.0);
                format!("Loading {file}: {} of {} ({percent:.0} %)", bytes(received), bytes(total))
            }
            None => format!("Loading {file}: {}", bytes(received)),
        },
        EngineState::Ready { .. } if page.stopping.get() => "Stopping".to_owned(),
        EngineState::Ready { .. } if page.running.get().is_some() => "Thinking".to_owned(),
        EngineState::Ready { .. } => "Ready".to_owned(),
        EngineState::Broken => "No engine".to_owned(),
    };
    // Screen readers hear the state's changes, not every chunk of bytes.
    let spoken = Memo::new(move |_| match page.engine.get() {
        EngineState::Starting | EngineState::Loading { .. } => "The model is loading.",
        EngineState::Ready { .. } => "The model is ready.",
        EngineState::Broken => "There is no engine.",
    });
    let kind = move || match page.engine.get() {
        EngineState::Ready { .. } if page.running.get().is_some() => "busy",
        EngineState::Ready { .. } => "ready",
        EngineState::Broken => "broken",
        _ => "loading",
    };
    let progress = move || match page.engine.get() {
        EngineState::Loading { received, total: Some(total), .. } if total > 0.0 => {
            Some(view! { <progress aria-label="Loading" max=total value=received></progress> }.into_any())
        }
        EngineState::Starting | EngineState::Loading { .. } => {
            Some(view! { <progress aria-label="Loading"></progress> }.into_any())
        }
        _ => None,
    };
    let engine = move || match page.engine.get() {
        EngineState::Ready { engine, adapter, model, parameters, load_ms } => {
            let kind = if engine == EngineChoice::WebGpu { "webgpu" } else { "cpu" };
            let words = match engine {
                EngineChoice::WebGpu => format!("WebGPU on {adapter}"),
                _ => adapter,
            };
            view! {
                <p class="engine" data-testid="engine" data-engine=kind>
                    {format!("{model}, {} weights", count(parameters))} <br />
                    {format!("{words}, loaded in {:.1} s", load_ms / 1000.0)}
                </p>
            }
            .into_any()
        }
        EngineState::Broken => view! {
            <p class="engine" data-testid="engine" data-engine="none">
                <button type="button" on:click=move |_| page.start_engine()>"Try again"</button>
            </p>
        }
        .into_any(),
        _ => view! { <p class="engine" data-testid="engine" data-engine="none"></p> }.into_any(),
    };
    view! {
        <div class="status" data-kind=kind>
            <p class="state" data-testid="status" data-state=kind>
                {line}
            </p>
            {progress}
            {engine}
            <p class="spoken" aria-live="polite">
                {spoken}
            </p>
        </div>
    }
}

fn bytes(n: f64) -> String {
    if n >= 1e6 { format!("{:.1} MB", n / 1e6) } else { format!("{:.0} kB", n / 1e3) }
}

fn count(n: f64) -> String {
    match n {
        n if n >= 1e9 => format!("{:.1} G", n / 1e9),
        n if n >= 1e6 => format!("{:.1} M", n / 1e6),
        n => format!("{:.0} k", n / 1e3),
    }
}

#[cfg(test)]
mod tests {
    use super::{bytes, count};

    #[test]
    fn sizes_for_people() {
        assert_eq!(bytes(12_345.0), "12 kB");
        assert_eq!(bytes(3_400_000.0), "3.4 MB");
        assert_eq!(count(7.6e9), "7.6 G");
        assert_eq!(count(1_240_000.0), "1.2 M");
    }
}
