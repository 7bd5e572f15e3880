//! Whether two answers say the same.

use super::expression::evaluate;
use super::quantity::Quantity;

/// Whether a given answer equals the expected one: as text (case, spaces, wrappers and a final full stop aside),
/// as a choice letter, as a number or expression within 1e-6, or as a quantity in another unit.
///
/// An empty given answer equals nothing.
pub fn answers_equal(expected: &str, given: &str) -> bool {
    let (expected, given) = (normalised(expected), normalised(given));
    if given.is_empty() {
        return false;
    }
    let tight = |s: &str| s.split_whitespace().collect::<String>();
    if tight(&expected) == tight(&given) {
        return true;
    }
    if let Some(letter) = bare_choice(&expected) {
        return leading_choice(&given) == Some(letter);
    }
    same_value(&expected, &given) || same_list(&expected, &given)
}

/// Lower case, single spaces, without maths wrappers, a leading `x =` and final punctuation.
fn normalised(text: &str) -> String {
    let mut s = text.trim().to_lowercase();
    for (from, to) in
        [("\\left", ""), ("\\right", ""), ("\\!", ""), ("\\,", " "), ("\\%", "%"), ("\u{2212}", "-")]
    {
        s = s.replace(from, to);
    }
    loop {
        let before = s.len();
        s = s.trim().trim_matches(['$', '"', '`', '*']).trim_end_matches(['.', '!']).trim().to_owned();
        for open in ["\\boxed{", "\\text{", "\\mathrm{", "\\(", "\\["] {
            let close = match open {
                "\\(" => "\\)",
                "\\[" => "\\]",
                _ => "}",
            };
            if let Some(inner) = s.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
                && balanced(inner)
            {
                s = inner.to_owned();
            }
        }
        if let Some((name, value)) = s.split_once('=')
            && name.trim().len() <= 2
            && name.trim().chars().all(|c| c.is_ascii_alphabetic())
        {
            s = value.to_owned();
        }
        if s.len() == before {
            return s.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
}

/// Whether no closing brace comes before its opening one.
fn balanced(text: &str) -> bool {
    let mut depth = 0i32;
    text.chars().all(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth >= 0
    }) && depth == 0
}

fn is_choice(c: char) -> bool {
    ('a'..='h').contains(&c)
}

/// `b`, `(b)` or `b)`: an expected answer that is a choice letter and nothing else.
fn bare_choice(text: &str) -> Option<char> {
    let mut letters = text.trim_matches(['(', ')', '[', ']']).chars();
    letters.next().filter(|c| is_choice(*c) && letters.next().is_none())
}

/// The letter that a chosen option begins with: `(b) 12`, `b. twelve`, `option b`.
fn leading_choice(text: &str) -> Option<char> {
    let text = ["the answer is", "answer:", "option", "choice"]
        .iter()
        .fold(text, |text, lead| text.strip_prefix(lead).unwrap_or(text).trim_start());
    let text = text.trim_start_matches(['(', '[']);
    let mut chars = text.chars();
    let letter = chars.next().filter(|c| is_choice(*c))?;
    chars.next().is_none_or(|next| ")]:.,".contains(next)).then_some(letter)
}

fn same_value(expected: &str, given: &str) -> bool {
    match (Quantity::parse(expected), Quantity::parse(given)) {
        (Some(a), Some(b)) => a.equals(&b),
        _ => false,
    }
}

/// Comma lists, tuples and points, member by member.
fn same_list(expected: &str, given: &str) -> bool {
    let members = |s: &str| -> Vec<String> {
        s.trim_matches(['(', ')', '[', ']', '{', '}']).split(',').map(|m| m.trim().to_owned()).collect()
    };
    let (expected, given) = (members(expected), members(given));
    let same = |(a, b): (&String, &String)| a == b || (evaluate(a).is_some() && same_value(a, b));
    expected.len() > 1 && expected.len() == given.len() && expected.iter().zip(&given).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_answers() {
        for (expected, given) in [
            ("blue", " Blue. "),
            ("1/2", "0.50"),
            ("0.5 m", "50 cm"),
            ("B", "(B)"),
            ("(b)", "B. 12 apples"),
            ("A", "\\boxed{A}"),
            ("3", "x = 3"),
            ("\\frac{3}{4}", "0.75"),
            ("2\\sqrt{3}", "3.4641016"),
            ("1,000", "1000"),
            ("30°", "30 degrees"),
            ("5", "5 cm"),
            ("(1, 2)", "(1,2.0)"),
            ("50%", "0.5"),
            ("2 m^2", "20000 cm²"),
            ("-3", "\u{2212}3"),
            ("$\\pi$", "3.14159265"),
        ] {
            assert!(answers_equal(expected, given), "{expected} == {given}");
        }
    }

    #[test]
    fn unequal_answers() {
        for (expected, given) in [
            ("blue", "red"),
            ("5", ""),
            ("5", "6"),
            ("0.5 m", "5 cm"),
            ("5 cm", "5 kg"),
            ("B", "bar"),
            ("B", "a cat"),
            ("A", "B"),
            ("1/3", "0.33"),
            ("(1, 2)", "(2, 1)"),
            ("3", "3 or 4"),
        ] {
            assert!(!answers_equal(expected, given), "{expected} != {given}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_judged_without_a_panic(a in ".{0,60}", b in ".{0,60}") {
            let _ = answers_equal(&a, &b);
        }

        #[test]
        fn hostile_maths_is_judged_without_a_panic(a in "[0-9a-z(){}\\\\^/*.,%° -]{0,40}") {
            prop_assert!(!a.trim_matches(|c: char| !c.is_alphanumeric()).is_empty() || !answers_equal("5", &a));
        }

        #[test]
        fn numbers_equal_themselves_however_written(n in -9999i32..9999, d in 1i32..99) {
            let decimal = (f64::from(n) / f64::from(d)).to_string();
            let fraction = format!("{n}/{d}");
            prop_assert!(answers_equal(&fraction, &decimal));
            let (this, next) = (n.to_string(), (n + 1).to_string());
            prop_assert!(!answers_equal(&this, &next));
        }
    }
}
