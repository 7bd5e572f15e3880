//! Arguments of a call.

use std::rc::Rc;

use super::fault::{Fault, PyResult};
use super::text::Str;
use super::value::Value;

/// Functions whose errors CPython words in another way, since their arguments are read in another way.
const WITHOUT_PARENTHESES: [&str; 7] =
    ["hasattr", "isinstance", "issubclass", "setattr", "delattr", "filter", "sorted"];

/// Positional and keyword arguments of one call.
#[derive(Default)]
pub struct Args {
    /// Positional arguments, `*args` included.
    pub positional: Vec<Value>,
    /// Keyword arguments, `**kwargs` included, in order.
    pub keyword: Vec<(Rc<Str>, Value)>,
}

impl Args {
    /// Positional arguments only.
    pub fn new(positional: Vec<Value>) -> Self {
        Self { positional, keyword: Vec::new() }
    }

    /// Sorts the arguments into the places named by `params`; the first `required` must be given.
    pub fn bind<const N: usize>(
        self,
        function: &str,
        params: [&str; N],
        required: usize,
    ) -> PyResult<[Option<Value>; N]> {
        let mut bound = [const { None }; N];
        let given = self.positional.len();
        if given > N {
            let s = if N == 1 { "" } else { "s" };
            return Err(Fault::type_error(format!(
                "{function}() takes at most {N} argument{s} ({given} given)"
            )));
        }
        for (place, value) in bound.iter_mut().zip(self.positional) {
            *place = Some(value);
        }
        for (name, value) in self.keyword {
            let Some(index) = params.iter().position(|p| *p == &**name) else {
                let name = &**name;
                return Err(Fault::type_error(format!(
                    "{function}() got an unexpected keyword argument '{name}'"
                )));
            };
            if bound[index].replace(value).is_some() {
                let name = &**name;
                return Err(Fault::type_error(format!(
                    "{function}() got multiple values for argument '{name}'"
                )));
            }
        }
        if let Some(index) = bound[..required].iter().position(Option::is_none) {
            let name = params[index];
            let place = if function == "enumerate" { String::new() } else { format!(" (pos {})", index + 1) };
            return Err(Fault::type_error(format!("{function}() missing required argument '{name}'{place}")));
        }
        Ok(bound)
    }

    /// Exactly `N` positional arguments and no keywords.
    pub fn exactly<const N: usize>(self, function: &str) -> PyResult<[Value; N]> {
        self.no_keywords(function)?;
        let given = self.positional.len();
        if given != N && WITHOUT_PARENTHESES.contains(&function) {
            let s = if N == 1 { "" } else { "s" };
            return Err(Fault::type_error(format!("{function} expected {N} argument{s}, got {given}")));
        }
        self.positional.try_into().map_err(|_| {
            let expected = match N {
                0 => "no arguments".to_owned(),
                1 => "exactly one argument".to_owned(),
                n => format!("exactly {n} arguments"),
            };
            Fault::type_error(format!("{function}() takes {expected} ({given} given)"))
        })
    }

    /// Between `least` and `N` positional arguments and no keywords.
    pub fn between<const N: usize>(self, function: &str, least: usize) -> PyResult<[Option<Value>; N]> {
        self.no_keywords(function)?;
        let given = self.positional.len();
        if given < least || given > N {
            let (bound, count) = match given < least {
                _ if least == N => ("", N),
                true => ("at least ", least),
                false => ("at most ", N),
            };
            let s = if count == 1 { "" } else { "s" };
            return Err(Fault::type_error(format!(
                "{function} expected {bound}{count} argument{s}, got {given}"
            )));
        }
        let mut bound = [const { None }; N];
        for (place, value) in bound.iter_mut().zip(self.positional) {
            *place = Some(value);
        }
        Ok(bound)
    }

    /// Raises if there are keyword arguments.
    pub fn no_keywords(&self, function: &str) -> PyResult<()> {
        if self.keyword.is_empty() {
            return Ok(());
        }
        Err(Fault::type_error(format!("{function}() takes no keyword arguments")))
    }

    /// Takes the keyword argument `name` out.
    pub fn take_keyword(&mut self, name: &str) -> Option<Value> {
        let index = self.keyword.iter().position(|(n, _)| &***n == name)?;
        Some(self.keyword.remove(index).1)
    }
}
