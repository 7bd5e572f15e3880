//! Literals and f-strings.

use num_bigint::BigInt;
use ruff_python_ast::{self as ast, ConversionFlag, Expr, FStringPart, InterpolatedStringElement, Number};

use super::super::code::Op;
use super::super::fault::PyResult;
use super::super::value::Value;
use super::{Compiler, unsupported};
use crate::builtins::Complex;

impl<'a> Compiler<'_, 'a> {
    pub(super) fn literal(&mut self, expr: &'a Expr) -> PyResult<()> {
        match expr {
            Expr::NumberLiteral(e) => self.number(&e.value, false)?,
            Expr::StringLiteral(e) => self.text_constant(e.value.to_str())?,
            Expr::BooleanLiteral(e) => {
                self.emit(if e.value { Op::True } else { Op::False });
            }
            Expr::NoneLiteral(_) => {
                self.emit(Op::None);
            }
            Expr::EllipsisLiteral(_) => self.constant(Value::Ellipsis),
            Expr::FString(e) => self.f_string(e)?,
            Expr::BytesLiteral(e) => {
                let bytes = self.ctx.bytes(e.value.bytes().collect())?;
                self.constant(bytes);
            }
            _ => return unsupported("this literal"),
        }
        Ok(())
    }

    pub(super) fn number(&mut self, number: &Number, negative: bool) -> PyResult<()> {
        let value = match number {
            Number::Int(int) => match int.as_i64() {
                Some(small) => Value::Int(if negative { -small } else { small }),
                None => {
                    let text = int.to_string().replace('_', "").to_ascii_lowercase();
                    let (digits, radix) = match text.get(..2) {
                        Some("0x") => (&text[2..], 16),
                        Some("0o") => (&text[2..], 8),
                        Some("0b") => (&text[2..], 2),
                        _ => (&*text, 10),
                    };
                    self.ctx.burn((digits.len() * digits.len() / 64) as u64)?;
                    let Some(big) = BigInt::parse_bytes(digits.as_bytes(), radix) else {
                        return unsupported("this number");
                    };
                    self.ctx.integer(if negative { -big } else { big })?
                }
            },
            Number::Float(float) => Value::Float(if negative { -float } else { *float }),
            Number::Complex { real, imag } => {
                let sign = if negative { -1.0 } else { 1.0 };
                Complex { re: sign * real, im: sign * imag }.value()
            }
        };
        self.constant(value);
        Ok(())
    }

    fn f_string(&mut self, e: &'a ast::ExprFString) -> PyResult<()> {
        let mut parts = 0;
        for part in &e.value {
            match part {
                FStringPart::Literal(literal) => {
                    self.text_constant(literal)?;
                    parts += 1;
                }
                FStringPart::FString(f_string) => parts += self.elements(&f_string.elements)?,
            }
        }
        self.emit(Op::Join(parts));
        Ok(())
    }

    /// Emits the texts of an f-string or a format specification; how many there are.
    fn elements(&mut self, elements: &'a [InterpolatedStringElement]) -> PyResult<u32> {
        let mut parts = 0;
        for element in elements {
            parts += 1;
            let e = match element {
                InterpolatedStringElement::Literal(literal) => {
                    self.text_constant(literal)?;
                    continue;
                }
                InterpolatedStringElement::Interpolation(e) => e,
            };
            let mut conversion = match e.conversion {
                ConversionFlag::None => 0,
                ConversionFlag::Str => 1,
                ConversionFlag::Repr => 2,
                ConversionFlag::Ascii => 3,
            };
            if let Some(debug) = &e.debug_text {
                self.text_constant(debug.as_str())?;
                parts += 1;
                if conversion == 0 && e.format_spec.is_none() {
                    conversion = 2;
                }
            }
            self.mark(&*e.expression);
            self.expression(&e.expression)?;
            match &e.format_spec {
                None => {
                    self.emit(Op::Format(conversion));
                }
                Some(spec) => {
                    if conversion != 0 {
                        self.emit(Op::Format(conversion));
                    }
                    match &spec.elements[..] {
                        [InterpolatedStringElement::Literal(text)] => self.text_constant(text)?,
                        elements => {
                            let count = self.elements(elements)?;
                            self.emit(Op::Join(count));
                        }
                    }
                    self.mark(&*e.expression);
                    self.emit(Op::FormatSpec);
                }
            }
        }
        Ok(parts)
    }
}
