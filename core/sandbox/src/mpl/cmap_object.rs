//! Colour maps and norms as objects of scripts.

use super::colormap::{Colormap, Norm};
use super::mappable::{Mappable, Scaling};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// `matplotlib.colors.Colormap`.
pub(crate) struct CmapObject(pub Colormap);

/// The object of a map.
pub(crate) fn value(cmap: Colormap) -> Value {
    Value::from_host(CmapObject(cmap))
}

/// The map that an argument means; the settings' one if there is none.
pub(crate) fn colormap(ctx: &mut Ctx, value: &Value) -> PyResult<Colormap> {
    ctx.burn(300)?;
    let name = match value {
        Value::None => ctx.plots.rc.text("image.cmap"),
        Value::Str(name) => (***name).to_owned(),
        other => match other.host::<CmapObject>() {
            Some(object) => return Ok(object.0.clone()),
            None => {
                let name = other.type_name();
                return Err(Fault::type_error(format!("cmap must be a colormap or its name, not '{name}'")));
            }
        },
    };
    Colormap::named(&name).ok_or_else(|| {
        let shown: String = name.chars().take(60).collect();
        Fault::value_error(format!(
            "'{shown}' is not a valid value for cmap; supported values are the names of colormaps"
        ))
    })
}

impl Host for CmapObject {
    fn type_name(&self) -> &'static str {
        "Colormap"
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "name" => Some(ctx.str(self.0.name.clone())?),
            "N" => Some(Value::Int(self.0.entries.len() as i64)),
            "colors" => {
                let mut colors = Vec::new();
                for color in self.0.entries.iter() {
                    colors.push(ctx.tuple(color[..3].iter().copied().map(Value::Float).collect())?);
                }
                Some(ctx.list(colors)?)
            }
            _ => None,
        })
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(
            name,
            "reversed" | "resampled" | "copy" | "set_bad" | "set_under" | "set_over" | "with_extremes"
        )
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "reversed" => Ok(value(self.0.reversed())),
            "copy" => Ok(value(self.0.clone())),
            "resampled" => {
                let [count] = args.exactly("resampled")?;
                let count = crate::builtins::integer(&count)?.clamp(1, super::colormap::MOST as i64) as usize;
                ctx.burn(count as u64)?;
                Ok(value(self.0.resampled(count)))
            }
            "with_extremes" => {
                let mut map = self.0.clone();
                for (key, given) in args.keyword {
                    let color = super::color::color(ctx, &given)?;
                    match &**key {
                        "bad" => map.bad = color,
                        "under" => map.under = Some(color),
                        "over" => map.over = Some(color),
                        _ => return Err(Fault::type_error("with_extremes() takes bad, under and over")),
                    }
                }
                Ok(value(map))
            }
            "set_bad" | "set_under" | "set_over" => {
                Err(Fault::not_provided(format!("Colormap.{name} (use with_extremes)")))
            }
            _ => Err(Fault::no_attribute("Colormap", name)),
        }
    }

    fn call(&self, ctx: &mut Ctx, _: &Value, args: Args) -> PyResult<Value> {
        let [x, alpha, as_bytes] = args.bind("Colormap.__call__", ["X", "alpha", "bytes"], 1)?;
        let x = x.unwrap_or(Value::None);
        let alpha = match alpha.filter(|alpha| !alpha.is_none()) {
            Some(alpha) => Some(crate::builtins::real(ctx, &alpha)?),
            None => None,
        };
        let as_bytes = as_bytes.is_some_and(|value| matches!(value, Value::Bool(true)));
        let whole = match &x {
            Value::Int(_) => true,
            Value::Range(_) => true,
            Value::List(_) | Value::Tuple(_) => {
                let items = ctx.collect(&x)?;
                !items.is_empty() && items.iter().all(|item| matches!(item, Value::Int(_)))
            }
            other => crate::numpy::is_whole(other),
        };
        let single = matches!(&x, Value::Int(_) | Value::Float(_) | Value::Bool(_))
            || matches!(&x, Value::Host(host) if host.number().is_some());
        let (mut shape, numbers) = super::arguments::shaped(ctx, &x)?;
        ctx.burn(numbers.len() as u64 * 4)?;
        let _charge = ctx.charge(numbers.len().saturating_mul(32))?;
        let mut flat = Vec::with_capacity(numbers.len() * 4);
        for number in numbers {
            let color = if whole { self.0.entry(number) } else { self.0.at(number) };
            flat.extend(super::color::with_alpha(color, alpha));
        }
        if as_bytes {
            return Err(Fault::not_provided("Colormap(bytes=True)"));
        }
        if single {
            return ctx.tuple(flat.into_iter().map(Value::Float).collect());
        }
        shape.push(4);
        crate::numpy::array_from(ctx, &shape, &flat)
    }

    fn compare(
        &self,
        _: &mut Ctx,
        _: &Value,
        op: crate::eval::host::CompareOp,
        other: &Value,
    ) -> PyResult<Option<Value>> {
        use crate::eval::host::CompareOp::{Eq, Ne};
        let same = other.host::<CmapObject>().is_some_and(|other| other.0 == self.0);
        Ok(match op {
            Eq => Some(Value::Bool(same)),
            Ne => Some(Value::Bool(!same)),
            _ => None,
        })
    }
}

/// A norm as scripts make it.
#[derive(Clone)]
pub(crate) struct NormObject {
    pub class: &'static str,
    pub scaling: Scaling,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub clip: bool,
}

impl NormObject {
    /// Puts the norm on numbers.
    pub fn give(&self, mappable: &mut Mappable) {
        mappable.scaling = self.scaling.clone();
        mappable.low = self.low.or(mappable.low);
        mappable.high = self.high.or(mappable.high);
        mappable.clip = self.clip;
    }

    /// The norm of its own limits.
    pub fn norm(&self) -> Norm {
        let blank = Colormap::listed("", Vec::new());
        let mut mappable = Mappable::new(None, blank);
        self.give(&mut mappable);
        mappable.norm()
    }
}

/// The norm that an argument is.
pub(crate) fn norm(value: &Value) -> PyResult<NormObject> {
    match value {
        Value::Str(name) => {
            let scaling = match &***name {
                "linear" => Scaling::Linear,
                "log" => Scaling::Log,
                other => return Err(Fault::not_provided(format!("the norm '{other}'"))),
            };
            Ok(NormObject { class: "Normalize", scaling, low: None, high: None, clip: false })
        }
        other => match other.host::<NormObject>() {
            Some(norm) => Ok(norm.clone()),
            None => {
                Err(Fault::value_error(format!("Invalid norm str name or object: '{}'", other.type_name())))
            }
        },
    }
}

impl Host for NormObject {
    fn type_name(&self) -> &'static str {
        self.class
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "vmin" => Some(self.low.map_or(Value::None, Value::Float)),
            "vmax" => Some(self.high.map_or(Value::None, Value::Float)),
            "clip" => Some(Value::Bool(self.clip)),
            _ => None,
        })
    }

    fn call(&self, ctx: &mut Ctx, _: &Value, args: Args) -> PyResult<Value> {
        let [x] = args.exactly(self.class)?;
        let (shape, numbers) = super::arguments::shaped(ctx, &x)?;
        let norm = self.norm();
        ctx.burn(numbers.len() as u64 * 2)?;
        let places: Vec<f64> = numbers.iter().map(|number| norm.apply(*number)).collect();
        if shape.is_empty() {
            return Ok(Value::Float(places.first().copied().unwrap_or(f64::NAN)));
        }
        crate::numpy::array_from(ctx, &shape, &places)
    }
}
