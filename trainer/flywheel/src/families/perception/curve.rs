//! Curves `y = k + c f((x - h) / d)` in pixels.

/// The curve of a function with whole parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Curve {
    pub(super) form: Form,
    /// Height of the turning point, or of the middle line of a wave.
    pub(super) k: i32,
    /// Stretch along the height; below zero it opens upwards on the screen.
    pub(super) c: i32,
    /// Place of the turning point, or where a wave meets its middle line.
    pub(super) h: i32,
    /// Stretch along the width.
    pub(super) d: i32,
}

/// The function that is stretched and moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Parabola,
    Bent,
    Wave,
}

impl Curve {
    /// The height at a place.
    pub(super) fn y(&self, x: f64) -> f64 {
        let t = (x - f64::from(self.h)) / f64::from(self.d);
        let value = match self.form {
            Form::Parabola => t * t,
            Form::Bent => t.abs(),
            Form::Wave => t.sin(),
        };
        f64::from(self.k) + f64::from(self.c) * value
    }

    /// The function in the words of Python, in pixels.
    pub(super) fn expression(&self) -> String {
        let Self { k, c, h, d, .. } = self;
        match self.form {
            Form::Parabola => format!("{k}{c:+}*((x-{h})/{d})**2"),
            Form::Bent => format!("{k}{c:+}*abs((x-{h})/{d})"),
            Form::Wave => format!("{k}{c:+}*sin((x-{h})/{d})"),
        }
    }

    /// Reads an expression as [`Curve::expression`] writes it.
    pub(super) fn parse(expression: &str) -> Option<Self> {
        let form = match expression {
            text if text.contains("abs") => Form::Bent,
            text if text.contains("sin") => Form::Wave,
            _ => Form::Parabola,
        };
        let mut numbers =
            expression.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse::<i32>().ok());
        let (k, c, h, d) = (numbers.next()?, numbers.next()?, numbers.next()?, numbers.next()?);
        let falls = expression.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('-');
        (d != 0).then_some(Self { form, k, c: if falls { -c } else { c }, h, d })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read_as_written() {
        for form in [Form::Parabola, Form::Bent, Form::Wave] {
            for c in [-35, 60] {
                let curve = Curve { form, k: 120, c, h: 84, d: 31 };
                assert_eq!(Curve::parse(&curve.expression()), Some(curve));
            }
        }
    }
}
