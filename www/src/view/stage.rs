//! The picture, and the strokes as they are drawn.

use leptos::{html, prelude::*};
use vthinker_web::StrokePlayer;

use crate::page::Page;

/// The canvas with the judge's layer above it, and the switch between before and after.
#[component]
pub fn Stage() -> impl IntoView {
    let page = expect_context::<Page>();
    let canvas = NodeRef::<html::Canvas>::new();
    let overlay = NodeRef::<html::Canvas>::new();
    Effect::new(move |_| {
        if let (Some(canvas), Some(overlay)) = (canvas.get(), overlay.get()) {
            page.player.set_value(Some(StrokePlayer::new(&canvas, &overlay)));
        }
    });
    Effect::new(move |_| {
        let before = page.before.get();
        page.player.with_value(|player| {
            if let Some(player) = player {
                player.before(before);
            }
        });
    });
    let caption = move || {
        page.picture
            .get()
            .map(|picture| format!("{}, {} x {} pixels", picture.name, picture.width, picture.height))
    };
    let drawn = move || page.conversation.blocks.with(|blocks| !blocks.is_empty());
    let switch = move |before: bool, label: &'static str| {
        view! {
            <button
                type="button"
                data-testid=if before { "before" } else { "after" }
                aria-pressed=move || if page.before.get() == before { "true" } else { "false" }
                on:click=move |_| page.before.set(before)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="stage" class:empty=move || page.picture.get().is_none()>
            <p class="hint">"Choose a problem above, or pick, drop or paste a picture."</p>
            <div class="layers">
                <canvas
                    node_ref=canvas
                    data-testid="canvas"
                    width="1"
                    height="1"
                    role="img"
                    aria-label="The picture with what the model drew on it"
                ></canvas>
                <canvas node_ref=overlay class="overlay" width="1" height="1" aria-hidden="true"></canvas>
            </div>
        </div>
        <div class="stage-foot">
            <p class="caption">{caption}</p>
            <div class="switch" role="group" aria-label="Show the picture" hidden=move || !drawn()>
                {switch(true, "Before")}
                {switch(false, "After")}
            </div>
        </div>
    }
}
