//! What a sandbox takes it gives back: cycles do not outlive it, and memory is counted the same way
//! each time.

use vthinker_sandbox::{Limits, Sandbox};

#[test]
fn long_conversations_do_not_fill_up() {
    let mut sandbox = Sandbox::new(Limits { memory: 8 << 20, ..Limits::default() });
    for _ in 0..200 {
        let execution =
            sandbox.run("x = [str(i) * 10 for i in range(2000)]\ny = {i: [i] for i in x}\nz = ''.join(x)");
        assert_eq!(execution.error, None);
    }
}

#[test]
fn a_full_sandbox_can_be_used_again() {
    let mut sandbox = Sandbox::new(Limits { memory: 8 << 20, ..Limits::default() });
    sandbox.run("kept = 5");
    let execution = sandbox.run("x = []\nwhile True: x.append('a' * 1000)");
    assert_eq!(execution.error.map(|e| e.kind).as_deref(), Some("MemoryExhausted"));
    assert_eq!(sandbox.run("print(kept)").stdout, "5\n");
    // A list that an earlier block made cannot be forgotten alone.
    sandbox.run("x = []");
    sandbox.run("while True: x.append('a' * 1000)");
    assert_eq!(sandbox.run("print(1)").stdout, "1\n");
}

#[test]
fn cycles_are_freed_with_the_sandbox() {
    // Each round leaks tens of megabytes if cycles survive; the machine would notice.
    for _ in 0..50 {
        let mut sandbox = Sandbox::new(Limits { memory: 64 << 20, ..Limits::default() });
        let execution = sandbox.run(
            "class N: pass\nfor _ in range(20000):\n    n = N()\n    n.me = [n, {'n': n}]\n\
             def f():\n    def g(): return g\n    return g\nfor _ in range(5000): f()\nl = []\nl.append(l)",
        );
        assert_eq!(execution.error, None);
    }
    assert!(resident().is_none_or(|bytes| bytes < 600 << 20), "{:?}", resident());
}

/// Resident memory of this process, where the system tells.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(status.split_whitespace().nth(1)?.parse::<usize>().ok()? * 4096)
}
