//! The text that Python shows of an error which ends a script, and that `traceback` gives to scripts.

use vthinker_sandbox::{Limits, Sandbox};

fn traceback(source: &str) -> String {
    Sandbox::new(Limits::default()).run(source).traceback.expect("the script ends in an error")
}

#[test]
fn frames_are_shown_from_the_outermost() {
    let source =
        "def half(x):\n    return 1 / x\n\ndef whole(x):\n    y = half(x)\n    return y\n\nwhole(0)\n";
    let wanted = "Traceback (most recent call last):\n  File \"<code>\", line 8, in <module>\n    whole(0)\n  \
                  File \"<code>\", line 5, in whole\n    y = half(x)\n  File \"<code>\", line 2, in half\n    \
                  return 1 / x\nZeroDivisionError: division by zero\n";
    assert_eq!(traceback(source), wanted);
}

#[test]
fn chains_and_notes_are_shown() {
    let source = "try:\n    {}['k']\nexcept KeyError as e:\n    f = ValueError('bad')\n    f.add_note('look here')\n    raise f from e\n";
    let wanted = "Traceback (most recent call last):\n  File \"<code>\", line 2, in <module>\n    {}['k']\n\
                  KeyError: 'k'\n\nThe above exception was the direct cause of the following exception:\n\n\
                  Traceback (most recent call last):\n  File \"<code>\", line 6, in <module>\n    \
                  raise f from e\nValueError: bad\nlook here\n";
    assert_eq!(traceback(source), wanted);
}

#[test]
fn what_repeats_is_shown_thrice() {
    let source =
        "def down(n):\n    if n == 0:\n        raise RuntimeError('end')\n    down(n - 1)\ndown(20)\n";
    let text = traceback(source);
    assert!(text.contains("  [Previous line repeated 17 more times]\n"), "{text}");
    assert_eq!(text.matches("line 4, in down").count(), 3, "{text}");
}

#[test]
fn the_library_shows_nothing_of_itself() {
    let text = traceback("import statistics\nstatistics.mean([])\n");
    assert_eq!(text.matches("File").count(), 1, "{text}");
    assert!(text.ends_with("StatisticsError: mean requires at least one data point\n"), "{text}");
}

#[test]
fn limits_and_syntax_errors_have_their_line() {
    assert!(traceback("x = 1\nwhile True: pass\n").contains("line 2, in <module>"));
    assert!(traceback("x = 1\nif x\n    pass\n").starts_with("  File \"<code>\", line 2\n    if x\n"));
}

#[test]
fn scripts_see_their_own_tracebacks() {
    let source = "import traceback\ntry:\n    int('x')\nexcept ValueError:\n    print(traceback.format_exc(), end='')\n";
    let wanted = "Traceback (most recent call last):\n  File \"<code>\", line 3, in <module>\n    int('x')\n\
                  ValueError: invalid literal for int() with base 10: 'x'\n";
    assert_eq!(Sandbox::new(Limits::default()).run(source).stdout, wanted);
}
