//! The canvas that replays strokes: one implementation, in JavaScript, for the page and the element.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/element/strokes.js")]
extern "C" {
    /// Replays a conversation's draw operations on a `<canvas>`.
    pub type StrokePlayer;

    /// Takes over a canvas; `overlay` is the one above it for the judge's marks.
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: &JsValue, overlay: &JsValue) -> StrokePlayer;

    /// Shows a picture (an address or a blob) and forgets all strokes.
    #[wasm_bindgen(method)]
    pub fn show(this: &StrokePlayer, picture: &JsValue);

    /// Takes in one event's JSON; others than `start`, `draw` and `image` are passed over.
    #[wasm_bindgen(method)]
    pub fn event(this: &StrokePlayer, line: &str);

    /// The source lines of the strokes so far, in order.
    #[wasm_bindgen(method, getter)]
    pub fn strokes(this: &StrokePlayer) -> Vec<u32>;

    /// Shows the picture as it was after its first `count` strokes, at once.
    #[wasm_bindgen(method)]
    pub fn seek(this: &StrokePlayer, count: u32);

    /// Shows the picture without (`true`) or with (`false`) what was drawn.
    #[wasm_bindgen(method)]
    pub fn before(this: &StrokePlayer, on: bool);

    /// Draws a [`crate::Verdict`]'s marks above the picture; `null` takes them away.
    #[wasm_bindgen(method)]
    pub fn verdict(this: &StrokePlayer, verdict: &JsValue);
}
