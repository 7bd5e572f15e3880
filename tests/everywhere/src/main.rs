//! Runs cases natively for the tests beside it, which read one JSON object a line: `verdicts` prints every case
//! with its verdict, `drawings` prints what each script of the gallery drew, operations and pictures.

use std::process::ExitCode;

use serde_json::json;
use vthinker_everywhere::{Case, Verdict, drawing, verdict};

mod cases;
#[path = "../../../core/sandbox/tests/hostile/cases/mod.rs"]
mod hostile;

/// What a browser gives a worker.
const STACK: usize = 1 << 20;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("verdicts") => cases::all().for_each(|case| {
            let (case, verdict) = on_small_stack(case);
            println!("{}", json!({ "case": case, "verdict": verdict }));
        }),
        Some("drawings") => cases::gallery().for_each(|case| println!("{}", drawing(&case))),
        _ => {
            eprintln!("usage: vthinker-everywhere verdicts|drawings");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn on_small_stack(case: Case) -> (Case, Verdict) {
    let judge = move || {
        let verdict = verdict(&case);
        (case, verdict)
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(judge).expect("a thread starts");
    thread.join().expect("the sandbox must not crash")
}
