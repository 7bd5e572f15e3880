//! The hostile programs and how each may end. Used by the tests beside this folder and by `tests/everywhere`, which
//! runs them in WebAssembly, too.

mod arrays;
mod escapes;
mod library;
mod programs;
mod syntax;

use vthinker_sandbox::Limits;

/// Takes a program: its name, its source, and the kinds of error (`""` for none) that may end it.
pub type Expect<'a> = dyn FnMut(&str, &str, &[&str]) + 'a;

/// A topic: its name and what gives its programs.
pub type Topic = (&'static str, fn(&mut Expect));

/// All topics.
pub fn topics() -> Vec<Topic> {
    vec![
        ("endless_programs_run_out_of_fuel", programs::endless_programs_run_out_of_fuel),
        ("memory_is_charged_before_it_is_taken", programs::memory_is_charged_before_it_is_taken),
        ("integers_are_bounded", programs::integers_are_bounded),
        ("deep_recursion_is_stopped", programs::deep_recursion_is_stopped),
        (
            "deep_data_is_freed_printed_and_compared_without_overflow",
            programs::deep_data_is_freed_printed_and_compared_without_overflow,
        ),
        ("deep_syntax_is_refused", syntax::deep_syntax_is_refused),
        (
            "finally_bodies_do_not_multiply_without_bound",
            syntax::finally_bodies_do_not_multiply_without_bound,
        ),
        ("nothing_outside_is_reached", escapes::nothing_outside_is_reached),
        ("misuse_raises_and_does_not_crash", escapes::misuse_raises_and_does_not_crash),
        ("arrays_are_bounded", arrays::arrays_are_bounded),
        ("patterns_end", library::patterns_end),
        ("files_and_bytes_are_charged", library::files_and_bytes_are_charged),
        ("hooks_of_classes_do_not_overflow", library::hooks_of_classes_do_not_overflow),
        ("text_as_code_is_limited", library::text_as_code_is_limited),
        ("exceptions_that_pass_often_are_charged", library::exceptions_that_pass_often_are_charged),
        ("numbers_and_modules_are_limited", library::numbers_and_modules_are_limited),
    ]
}

/// What a hostile program may use: so little that each meets its limit soon.
pub fn limits() -> Limits {
    Limits { fuel: 3_000_000, memory: 32 << 20, ..Limits::default() }
}
