//! Sources that would overflow a parser or compiler.

use super::Expect;

pub fn deep_syntax_is_refused(expect: &mut Expect) {
    let nested = |open: &str, close: &str, n: usize| format!("{}1{}", open.repeat(n), close.repeat(n));
    let mut blocks = String::new();
    for depth in 0..300 {
        blocks.push_str(&format!("{}if 1:\n", " ".repeat(depth)));
    }
    blocks.push_str(&" ".repeat(300));
    blocks.push_str("pass\n");
    let mut fstring = "1".to_owned();
    for _ in 0..60 {
        fstring = format!("f\"{{{fstring}}}\"");
    }
    for (name, source) in [
        ("parentheses", nested("(", ")", 5000)),
        ("brackets", nested("[", "]", 5000)),
        ("braces", nested("{", "}", 5000)),
        ("open brackets", "(".repeat(30_000)),
        ("calls", nested("f(", ")", 5000)),
        ("minus", format!("{}1", "-".repeat(30_000))),
        ("not", format!("{}1", "not ".repeat(10_000))),
        ("plus", vec!["1"; 20_000].join("+")),
        ("power", vec!["1"; 20_000].join("**")),
        ("attributes", format!("a{}", ".b".repeat(20_000))),
        ("subscripts", format!("a{}", "[0]".repeat(20_000))),
        ("empty calls", format!("a{}", "()".repeat(20_000))),
        ("lambda", format!("{}1", "lambda:".repeat(8_000))),
        ("ternary", format!("{}1", "1 if 1 else ".repeat(5_000))),
        ("comparison", vec!["1"; 20_000].join("<")),
        ("walrus", format!("({}1)", "a:=".repeat(10_000))),
        ("blocks", blocks.clone()),
        ("blocks in an open bracket", format!("x = (\n{blocks}")),
        ("f-strings", fstring),
        ("braces in an f-string", format!("f'{{{}1{}}}'", "(".repeat(3000), ")".repeat(3000))),
        ("format specs", format!("f'{}1{}'", "{1:".repeat(2000), "}".repeat(2000))),
        ("stars", format!("f({}a)", "*".repeat(10_000))),
        ("decorators", format!("{}def f(): pass", "@a\n".repeat(10_000))),
        ("patterns", format!("match 1:\n  case {}1{}:\n    pass", "[".repeat(5000), "]".repeat(5000))),
        ("awaits", "await ".repeat(8_000)),
        ("too long", "x = 1\n".repeat(100_000)),
    ] {
        expect(name, &source, &["SyntaxError", "IndentationError", "NameError", "MemoryExhausted"]);
    }
}

pub fn finally_bodies_do_not_multiply_without_bound(expect: &mut Expect) {
    let mut source = String::new();
    for depth in 0..36 {
        let indent = " ".repeat(depth);
        source.push_str(&format!("{indent}try:\n{indent} pass\n{indent}finally:\n"));
    }
    source.push_str(&format!("{}pass\n", " ".repeat(36)));
    expect("nested finally", &source, &["SyntaxError"]);
}
