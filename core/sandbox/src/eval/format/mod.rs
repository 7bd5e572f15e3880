//! Text of values: `format`, `%` and `str.format`.

pub(crate) mod float;
mod percent;
pub(crate) mod spec;
mod template;

use num_traits::Signed;

use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::value::Value;
use spec::Spec;

impl Ctx {
    /// `format(value, spec)`.
    pub fn format(&mut self, value: &Value, spec: &str) -> PyResult<String> {
        match value {
            Value::Host(host) => {
                if let Some(text) = host.format(self, spec)? {
                    return Ok(text);
                }
                if let Some(number) = host.number()
                    && !spec.is_empty()
                {
                    return self.format(&number, spec);
                }
            }
            Value::Instance(instance) => {
                if let Some(function) = instance.class.find("__format__") {
                    let spec = self.str(spec)?;
                    let text = self.call_with(&function, vec![value.clone(), spec])?;
                    return Ok(text.as_str().unwrap_or_default().to_owned());
                }
                match &instance.base {
                    Some(base) if !spec.is_empty() => return self.format(&base.clone(), spec),
                    _ => {}
                }
            }
            _ => {}
        }
        if spec.is_empty() {
            return self.str_of(value);
        }
        let parsed = Spec::parse(spec)?;
        self.charge_width(parsed.width.max(parsed.precision.unwrap_or(0)))?;
        match value {
            Value::Int(_) | Value::Big(_) | Value::Bool(_) => self.format_integer(value, &parsed),
            Value::Float(f) => parsed.float(*f),
            Value::Str(text) => parsed.text(text),
            other => Err(Fault::type_error(format!(
                "unsupported format string passed to {}.__format__",
                other.type_name()
            ))),
        }
    }

    /// Refuses widths that do not fit the memory limit, before padding.
    pub(crate) fn charge_width(&mut self, width: usize) -> PyResult<()> {
        let charge = self.charge(width.saturating_mul(4))?;
        drop(charge);
        self.burn(width as u64 / 8)
    }

    pub(crate) fn format_integer(&mut self, value: &Value, spec: &Spec) -> PyResult<String> {
        let kind = spec.kind.unwrap_or('d');
        if matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') {
            let f = value
                .as_f64()
                .ok_or_else(|| Fault::new(ExcKind::OverflowError, "int too large to convert to float"))?;
            return spec.float(f);
        }
        if spec.precision.is_some() {
            return Err(Fault::value_error("Precision not allowed in integer format specifier"));
        }
        let Some(big) = self.big(value) else { return Err(Fault::type_error("an integer is required")) };
        self.burn(big.bits() * big.bits() / 4096 / 64)?;
        let magnitude = big.abs();
        let (digits, prefix) = match kind {
            'd' | 'n' => (magnitude.to_str_radix(10), ""),
            'x' => (magnitude.to_str_radix(16), "0x"),
            'X' => (magnitude.to_str_radix(16).to_uppercase(), "0X"),
            'o' => (magnitude.to_str_radix(8), "0o"),
            'b' => (magnitude.to_str_radix(2), "0b"),
            'c' => {
                let c = value.as_i64().and_then(|i| u32::try_from(i).ok()).and_then(char::from_u32);
                let c =
                    c.ok_or_else(|| Fault::new(ExcKind::OverflowError, "%c arg not in range(0x110000)"))?;
                return spec.text(&c.to_string());
            }
            other => return Err(spec::unknown_code(other, "int")),
        };
        let prefix = if spec.alternate { prefix } else { "" };
        spec.number(big.is_negative(), prefix, &digits, "")
    }
}
