//! `PIL.ImageStat`: figures of the bands of an image.

use super::arguments::given;
use super::calls::histogram;
use super::image::expect;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeType};
use crate::eval::value::Value;

/// `ImageStat.Stat`.
struct Stat {
    bands: Vec<[u64; 256]>,
}

static STAT: NativeType = NativeType {
    name: "Stat",
    call: Some(new),
    is_instance: |value| value.host::<Stat>().is_some(),
    attrs: &[],
};

fn new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [source, mask] = args.bind("Stat", ["image_or_list", "mask"], 1)?;
    let source = source.unwrap_or(Value::None);
    let bands = match &source {
        Value::List(_) => {
            let items = ctx.collect(&source)?;
            let counts = items.iter().map(super::arguments::integer).collect::<PyResult<Vec<i64>>>()?;
            let band = |part: &[i64]| {
                let mut band = [0; 256];
                for (count, value) in band.iter_mut().zip(part) {
                    *count = (*value).max(0) as u64;
                }
                band
            };
            counts.chunks(256).map(band).collect()
        }
        Value::Host(_) => {
            let mask = given(mask);
            let mask = mask.as_ref().map(|mask| expect(mask, "mask")).transpose()?;
            histogram(ctx, expect(&source, "image")?, mask)?
        }
        _ => return Err(Fault::type_error("first argument must be image or list")),
    };
    let _kept = ctx.charge(bands.len() * 2048)?;
    Ok(Value::from_host(Stat { bands }))
}

struct Figures {
    count: u64,
    sum: f64,
    squares: f64,
}

impl Figures {
    fn new(band: &[u64; 256]) -> Self {
        let weighted = |power: i32| {
            let terms = band.iter().zip(0_u32..).map(move |(count, value)| {
                let value = f64::from(value);
                *count as f64 * if power == 2 { value * value } else { value }
            });
            terms.fold(0.0, |sum, term| sum + term)
        };
        Self { count: band.iter().sum(), sum: weighted(1), squares: weighted(2) }
    }

    fn mean(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.sum / self.count as f64 }
    }

    fn variance(&self) -> f64 {
        let count = self.count as f64;
        if self.count == 0 { 0.0 } else { (self.squares - self.sum * self.sum / count) / count }
    }

    fn root_mean_square(&self) -> f64 {
        if self.count == 0 { 0.0 } else { (self.squares / self.count as f64).sqrt() }
    }
}

fn median(band: &[u64; 256]) -> i64 {
    let half = band.iter().sum::<u64>() / 2;
    let mut seen = 0;
    let found = band.iter().position(|count| {
        seen += count;
        seen > half
    });
    found.unwrap_or(255) as i64
}

impl Host for Stat {
    fn type_name(&self) -> &'static str {
        "Stat"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&STAT)
    }

    fn get_attr(&self, ctx: &mut Ctx, _this: &Value, name: &str) -> PyResult<Option<Value>> {
        let floats = |of: fn(&Figures) -> f64| -> Vec<Value> {
            self.bands.iter().map(|band| Value::Float(of(&Figures::new(band)))).collect()
        };
        let values = match name {
            "mean" => floats(Figures::mean),
            "var" => floats(Figures::variance),
            "stddev" => floats(|figures| figures.variance().sqrt()),
            "rms" => floats(Figures::root_mean_square),
            "sum" => self.bands.iter().map(|band| Value::Int(Figures::new(band).sum as i64)).collect(),
            "sum2" => self.bands.iter().map(|band| Value::Int(Figures::new(band).squares as i64)).collect(),
            "count" => self.bands.iter().map(|band| Value::Int(band.iter().sum::<u64>() as i64)).collect(),
            "median" => self.bands.iter().map(|band| Value::Int(median(band))).collect(),
            "h" => self.bands.iter().flatten().map(|count| Value::Int(*count as i64)).collect(),
            "bands" => (0..self.bands.len() as i64).map(Value::Int).collect(),
            "extrema" => {
                let mut pairs = Vec::with_capacity(self.bands.len());
                for band in &self.bands {
                    let low = band.iter().position(|count| *count > 0).unwrap_or(255);
                    let high = band.iter().rposition(|count| *count > 0).unwrap_or(0);
                    pairs.push(super::calls::pair(ctx, [low as i64, high as i64])?);
                }
                pairs
            }
            _ => return Ok(None),
        };
        ctx.list(values).map(Some)
    }
}

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module("PIL.ImageStat", [("Stat", Value::Type(&STAT)), ("Global", Value::Type(&STAT))])
}
