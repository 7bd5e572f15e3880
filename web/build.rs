//! Gives the worker a larger stack: parsing and evaluating nested Python recurses deeper than wasm's
//! default megabyte allows, and an overflow there ends the whole engine.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bins=-zstack-size=8388608");
    }
}
