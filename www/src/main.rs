//! The page: choose a picture, ask, and watch the model think with it.

mod address;
mod conversation;
mod engine;
mod examples;
mod fetch;
mod page;
mod picture;
mod pieces;
mod python_highlight;
mod view;

fn main() {
    leptos::mount::mount_to_body(view::App);
}
