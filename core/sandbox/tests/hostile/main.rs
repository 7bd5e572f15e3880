//! Programs that try to run for ever, take all memory, overflow the native stack or leave the sandbox.
//! All run on a stack as small as a browser gives.

mod cases;

use std::time::{Duration, Instant};

use cases::limits;
use vthinker_sandbox::{Execution, Limits, Sandbox};

const STACK: usize = 1 << 20;

fn on_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread starts");
    thread.join().expect("the sandbox must not crash")
}

/// Runs a source; then the sandbox must still work. Returns the error's kind, or "" for none, and the fuel used.
fn contained(name: &str, source: &str) -> (String, u64) {
    let (name, source) = (name.to_owned(), source.to_owned());
    on_small_stack(move || {
        let mut sandbox = Sandbox::new(limits());
        let start = Instant::now();
        let execution = sandbox.run(&source);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(60), "{name} took {took:?}");
        assert!(execution.stdout.chars().count() <= limits().output, "{name} printed too much");
        let after = sandbox.run("print(sum(range(5)))");
        assert_eq!(after.error, None, "the sandbox works after {name}");
        assert_eq!(after.stdout, "10\n", "the sandbox works after {name}");
        (execution.error.map_or(String::new(), |error| error.kind), execution.fuel)
    })
}

/// Every program of a topic ends as it may, and the same way each time.
fn topic(wanted: &str) {
    let (_, cases) = cases::topics().into_iter().find(|(name, _)| *name == wanted).expect("the topic exists");
    let mut failures = Vec::new();
    cases(&mut |name, source, kinds| {
        let (kind, fuel) = contained(name, source);
        if !kinds.contains(&&*kind) {
            failures.push(format!("{name}: expected one of {kinds:?}, got {kind:?}"));
        }
        if contained(name, source) != (kind, fuel) {
            failures.push(format!("{name} ends in different ways"));
        }
    });
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

macro_rules! topics {
    ($($name:ident,)*) => {
        $(#[test]
        fn $name() {
            topic(stringify!($name));
        })*

        #[test]
        fn every_topic_is_tested() {
            let tested = [$(stringify!($name)),*];
            assert_eq!(tested.to_vec(), cases::topics().into_iter().map(|(name, _)| name).collect::<Vec<_>>());
        }
    };
}

topics! {
    endless_programs_run_out_of_fuel,
    memory_is_charged_before_it_is_taken,
    integers_are_bounded,
    deep_recursion_is_stopped,
    deep_data_is_freed_printed_and_compared_without_overflow,
    deep_syntax_is_refused,
    finally_bodies_do_not_multiply_without_bound,
    nothing_outside_is_reached,
    misuse_raises_and_does_not_crash,
    arrays_are_bounded,
    patterns_end,
    files_and_bytes_are_charged,
    hooks_of_classes_do_not_overflow,
    text_as_code_is_limited,
    exceptions_that_pass_often_are_charged,
    numbers_and_modules_are_limited,
}

#[test]
fn memory_that_is_given_up_can_be_used_again() {
    let execution = on_small_stack(|| {
        let mut sandbox = Sandbox::new(Limits { fuel: 500_000_000, ..limits() });
        sandbox.run("for i in range(1000):\n    s = 'x' * 2000000\n    s = None\nprint('done')")
    });
    assert_eq!(execution.error, None);
    assert_eq!(execution.stdout, "done\n");
}

#[test]
fn output_is_bounded() {
    let execution: Execution = on_small_stack(|| Sandbox::new(limits()).run("while True: print('x' * 1000)"));
    assert_eq!(execution.error.map(|e| e.kind).as_deref(), Some("OutputExhausted"));
    assert_eq!(execution.stdout.chars().count(), limits().output);
}

#[test]
fn limits_cannot_be_caught() {
    for source in [
        "try:\n    [0] * 10**9\nexcept MemoryError:\n    print('caught')",
        "try:\n    [0] * 10**9\nexcept:\n    print('caught')",
        "try:\n    while True: pass\nfinally:\n    print('caught')",
        "def f(): f()\ntry:\n    f()\nexcept RecursionError:\n    print('caught')",
        "def g():\n    try:\n        while True: yield 1\n    finally:\n        print('caught')\nsum(g())",
        "class C:\n    def __enter__(self): pass\n    def __exit__(self, *a): print('caught')\nwith C():\n    while True: pass",
    ] {
        let source = source.to_owned();
        let execution = on_small_stack(move || Sandbox::new(limits()).run(&source));
        assert!(execution.error.is_some());
        assert_eq!(execution.stdout, "");
    }
}

#[test]
fn memory_of_arrays_is_given_back() {
    let execution = on_small_stack(|| {
        let mut sandbox = Sandbox::new(Limits { fuel: 500_000_000, ..limits() });
        sandbox.run(
            "import numpy as np\nfor i in range(300):\n    a = np.zeros(500000)\n    b = a[1:] * 2\n    \
             c = [x for x in a[:1000]]\nprint('done')",
        )
    });
    assert_eq!(execution.error, None);
    assert_eq!(execution.stdout, "done\n");
}
