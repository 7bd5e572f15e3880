//! What is written beside ticks.

use super::date_format::DateFormat;
use super::domain::Domain;
use super::ticks::{Engineering, Labels, LogLabels, Percent, Scalar};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::BinaryOp;
use crate::eval::value::Value;

/// Makes the labels of ticks.
#[derive(Clone)]
pub(crate) enum TickFormat {
    Null,
    Scalar(Scalar),
    Log(LogLabels),
    /// One text a tick, in order.
    Fixed(Vec<String>),
    Percent(Percent),
    Engineering(Engineering),
    /// `FormatStrFormatter`: `'%d'`.
    Pattern(String),
    /// `StrMethodFormatter`: `'{x:.2f}'`.
    Template(String),
    /// `FuncFormatter`.
    Function(Value),
    /// The names of the axis' categories.
    Categories,
    Date(DateFormat),
    /// Angles in radians, written in degrees.
    Degrees,
}

impl TickFormat {
    /// The labels of ticks at `places`.
    pub fn labels(&self, ctx: &mut Ctx, domain: &Domain, places: &[f64]) -> PyResult<Labels> {
        ctx.burn(places.len() as u64 * 30 + 10)?;
        let (low, high) = domain.sorted();
        let mut ticks = Vec::with_capacity(places.len());
        match self {
            Self::Null => ticks.resize(places.len(), String::new()),
            Self::Scalar(scalar) => return Ok(scalar.labels(places, low, high)),
            Self::Log(log) => ticks = log.labels(places, low, high),
            Self::Date(format) => return format.labels(ctx, domain, places),
            Self::Fixed(texts) => {
                ticks.extend((0..places.len()).map(|index| texts.get(index).cloned().unwrap_or_default()));
            }
            Self::Percent(percent) => {
                ticks.extend(places.iter().map(|place| percent.label(*place, low, high)))
            }
            Self::Engineering(form) => ticks.extend(places.iter().map(|place| form.label(*place))),
            Self::Pattern(pattern) => {
                for place in places {
                    let pattern = ctx.str(pattern.clone())?;
                    let text = ctx.binary(BinaryOp::Mod, &pattern, &Value::Float(*place))?;
                    ticks.push(minus(&ctx.str_of(&text)?));
                }
            }
            Self::Template(template) => {
                for (index, place) in places.iter().enumerate() {
                    let template = ctx.str(template.clone())?;
                    let mut args = Args::default();
                    args.keyword.push((ctx.text("x")?, Value::Float(*place)));
                    args.keyword.push((ctx.text("pos")?, Value::Int(index as i64)));
                    let text = ctx.call_method(&template, "format", args)?;
                    ticks.push(minus(&ctx.str_of(&text)?));
                }
            }
            Self::Function(function) => {
                for (index, place) in places.iter().enumerate() {
                    let arguments = vec![Value::Float(*place), Value::Int(index as i64)];
                    let text = ctx.call_with(function, arguments)?;
                    ticks.push(ctx.str_of(&text)?);
                }
            }
            Self::Degrees => {
                ticks.extend(places.iter().map(|place| minus(&format!("{:.0}\u{b0}", place.to_degrees()))));
            }
            Self::Categories => {
                let names = domain.categories.borrow();
                let name = |place: &f64| {
                    let index = libm::rint(*place);
                    if index >= 0.0 && (index - place).abs() < 1.0e-9 {
                        names.get(index as usize).cloned()
                    } else {
                        None
                    }
                };
                ticks.extend(places.iter().map(|place| name(place).unwrap_or_default()));
            }
        }
        Ok(Labels { ticks, offset: String::new() })
    }
}

/// The text with a true minus sign.
fn minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}
