//! Numbers as people write them in answers: fractions, roots, powers, pi, plain or in LaTeX.

/// Longer texts are not numbers; the limit also bounds the recursion.
const LONGEST: usize = 120;

/// The value of an arithmetic expression, or `None` if the text is anything else.
///
/// Reads `+ - * / ^`, brackets, thousands commas, `pi`, `sqrt`, and LaTeX's `\frac`, `\sqrt`, `\pi`, `\cdot`,
/// `\times`; a factor directly behind a number multiplies (`2\sqrt{3}`).
pub(super) fn evaluate(text: &str) -> Option<f64> {
    if text.len() > LONGEST {
        return None;
    }
    let text = without_thousands(text);
    let mut reader = Reader { rest: text.trim() };
    let value = reader.sum()?;
    (reader.rest.is_empty() && value.is_finite()).then_some(value)
}

/// `12,345` without its comma, if every comma separates three digits.
fn without_thousands(text: &str) -> String {
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let head = first.chars().rev().take_while(char::is_ascii_digit).count();
    let thousands = (1..=3).contains(&head)
        && groups.all(|g| {
            g.len() >= 3
                && g.bytes().take(3).all(|b| b.is_ascii_digit())
                && g.as_bytes().get(3).is_none_or(|b| !b.is_ascii_digit())
        });
    if thousands && text.matches(',').count() > 0 { text.replace(',', "") } else { text.to_owned() }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn eat(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }

    fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        loop {
            if self.eat("+") {
                value += self.product()?;
            } else if self.eat("-") {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.signed()?;
        loop {
            if self.eat_any(&["*", "×", "·", "\\cdot", "\\times"]) {
                value *= self.signed()?;
            } else if self.eat_any(&["/", "÷", "\\div"]) {
                value /= self.signed()?;
            } else if self.rest.starts_with(['\\', '(', '√', 'π'])
                || self.rest.starts_with("pi")
                || self.rest.starts_with("sqrt")
            {
                value *= self.power()?;
            } else {
                return Some(value);
            }
        }
    }

    fn signed(&mut self) -> Option<f64> {
        let mut sign = 1.0;
        loop {
            if self.eat("-") {
                sign = -sign;
            } else if !self.eat("+") {
                return Some(sign * self.power()?);
            }
        }
    }

    fn power(&mut self) -> Option<f64> {
        let base = self.atom()?;
        if self.eat("^") || self.eat("**") {
            let exponent = if self.rest.starts_with('{') { self.group("{", "}")? } else { self.signed()? };
            return Some(base.powf(exponent));
        }
        Some(base)
    }

    fn group(&mut self, open: &str, close: &str) -> Option<f64> {
        if !self.eat(open) {
            return None;
        }
        let value = self.sum()?;
        self.eat(close).then_some(value)
    }

    fn atom(&mut self) -> Option<f64> {
        if self.rest.starts_with('(') {
            return self.group("(", ")");
        }
        if self.rest.starts_with('{') {
            return self.group("{", "}");
        }
        if self.eat_any(&["\\pi", "pi", "π"]) {
            return Some(std::f64::consts::PI);
        }
        if self.eat_any(&["\\frac", "\\dfrac", "\\tfrac"]) {
            return Some(self.group("{", "}")? / self.group("{", "}")?);
        }
        if self.eat_any(&["\\sqrt", "sqrt", "√"]) {
            return Some(self.atom()?.sqrt());
        }
        self.number()
    }

    fn number(&mut self) -> Option<f64> {
        let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        let value = digits.parse().ok()?;
        self.rest = rest.trim_start();
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::evaluate;

    #[test]
    fn expressions_have_their_values() {
        for (text, value) in [
            ("3", 3.0),
            ("-1/4", -0.25),
            ("2^3", 8.0),
            ("2^{10}", 1024.0),
            ("\\frac{1}{2} + 1", 1.5),
            ("2(3 + 4)", 14.0),
            ("3sqrt(4)", 6.0),
            ("12,345", 12345.0),
            ("\\sqrt{9}", 3.0),
            ("2\\cdot 3", 6.0),
        ] {
            assert_eq!(evaluate(text), Some(value), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in ["", "blue", "3 apples", "1 2", "1/0", "(3", "3)", "1,2", "--", "1..2", "\\frac{1}"] {
            assert_eq!(evaluate(text), None, "{text}");
        }
        assert_eq!(evaluate(&"(".repeat(5000)), None);
    }
}
