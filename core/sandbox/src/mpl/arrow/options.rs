//! Names with options: `'arc3,rad=0.2'`.

use crate::eval::fault::{Fault, PyResult};

/// Options that were not taken yet.
pub(crate) struct Options {
    text: String,
    options: Vec<(String, f64)>,
}

impl Options {
    /// The lower-case name, and the options that follow.
    pub fn parse(text: &str) -> PyResult<(String, Self)> {
        let mut parts = text.split(',');
        let name = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let mut options = Vec::new();
        for part in parts {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = value.trim();
            if value == "None" {
                continue;
            }
            let number =
                value.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 1.0e6);
            let Some(number) = number else {
                return Err(Fault::value_error(format!("Incorrect style argument: {}", shown(text))));
            };
            options.push((key.trim().to_owned(), number));
        }
        Ok((name, Self { text: text.to_owned(), options }))
    }

    /// An option that was given.
    pub fn find(&mut self, name: &str) -> Option<f64> {
        let index = self.options.iter().position(|(key, _)| key == name)?;
        Some(self.options.remove(index).1)
    }

    /// Options by name, or what they are otherwise.
    pub fn take<const N: usize>(&mut self, wanted: [(&str, f64); N]) -> [f64; N] {
        wanted.map(|(name, or)| self.find(name).unwrap_or(or))
    }

    /// The error for a name that is not known.
    pub fn unknown(&self) -> Fault {
        Fault::value_error(format!("Unknown style: {}", shown(&self.text)))
    }

    /// Raises if there are options left.
    pub fn finish(self) -> PyResult<()> {
        match self.options.first() {
            None => Ok(()),
            Some((name, _)) => Err(Fault::type_error(format!(
                "__init__() got an unexpected keyword argument '{}'",
                shown(name)
            ))),
        }
    }
}

fn shown(text: &str) -> String {
    text.chars().take(60).collect()
}
