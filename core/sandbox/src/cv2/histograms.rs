//! Histograms: `calcHist`, `equalizeHist`, `compareHist`, CLAHE.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::contours::mask_source;
use super::elementwise::allowed;
use super::fault::assertion;
use super::filters::pay;
use super::regions::unknown;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;
use crate::imgproc::histogram;
use std::cell::Cell;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "calcHist", call: calc_hist },
    NativeFn { name: "equalizeHist", call: equalize_hist },
    NativeFn { name: "compareHist", call: compare_hist },
    NativeFn { name: "createCLAHE", call: create_clahe },
];

fn calc_hist(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["images", "channels", "mask", "histSize", "ranges", "hist", "accumulate"];
    let call = Call::new("calcHist", args, names, 5)?;
    let images = match call.need(0)? {
        value @ (Value::List(_) | Value::Tuple(_)) => ctx.collect(value)?,
        value => vec![value.clone()],
    };
    let mut planes: Vec<(Array, usize)> = Vec::new();
    for image in &images {
        let Some(array) = arrays::given(image) else { return Err(call.wrong(0, "is required to be arrays")) };
        let [_, _, channels] = arrays::sides(&array, call.function)?;
        planes.extend((0..channels).map(|channel| (array.clone(), channel)));
    }
    let channels = call.numbers(ctx, 1)?.unwrap_or_default();
    let sizes = call.numbers(ctx, 3)?.unwrap_or_default();
    let ranges = call.numbers(ctx, 4)?.unwrap_or_default();
    let dims = sizes.len();
    call.assert(
        (1..=3).contains(&dims) && channels.len() == dims && ranges.len() == dims * 2,
        "dims > 0 && histSize",
    )?;
    call.assert(sizes.iter().all(|size| (1.0..=65536.0).contains(size)), "histSize > 0")?;
    let sizes: Vec<usize> = sizes.iter().map(|size| *size as usize).collect();
    let total = sizes.iter().fold(1_usize, |total, size| total.saturating_mul(*size));
    let _held = ctx.charge(total.saturating_mul(8))?;
    let mut own = Vec::new();
    for channel in &channels {
        let found = usize::try_from(*channel as i64).ok().and_then(|at| planes.get(at));
        let Some((array, channel)) = found else {
            return Err(assertion(call.function, "0 <= ci && ci < nimages*cn"));
        };
        call.assert(array.size() > 0, "!images.empty()")?;
        pay(ctx, array, 4)?;
        own.push((array.lane::<f64>(ctx)?, array.shape.get(2).copied().unwrap_or(1), *channel));
    }
    let pixels = own.iter().map(|(lane, step, _)| lane.len() / step).min().unwrap_or(0);
    call.assert(own.iter().all(|(lane, step, _)| lane.len() / step == pixels), "images have one size")?;
    let mask = match call.get(2) {
        Some(_) => {
            let mask = call.matrix(ctx, 2)?;
            let shape = planes.first().map(|(array, _)| array.shape.clone()).unwrap_or_default();
            Some(allowed(ctx, &mask, &shape, call.function)?)
        }
        None => None,
    };
    ctx.burn((pixels * dims) as u64 / 2)?;
    let mut counts = vec![0.0_f32; total];
    for at in 0..pixels {
        if mask.as_ref().is_some_and(|mask| mask.get(at).is_none_or(|mask| *mask == 0)) {
            continue;
        }
        let mut place = Some(0);
        for (dim, (lane, step, channel)) in own.iter().enumerate() {
            let (low, high) = (ranges[dim * 2], ranges[dim * 2 + 1]);
            let value = lane[at * step + channel];
            let bin = libm::floor((value - low) * (sizes[dim] as f64 / (high - low)));
            let inside = value >= low && value < high && (0.0..sizes[dim] as f64).contains(&bin);
            place = place.filter(|_| inside).map(|place: usize| place * sizes[dim] + bin as usize);
        }
        if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
            *count += 1.0;
        }
    }
    let shape = if dims == 1 { vec![sizes[0], 1] } else { sizes };
    let result = arrays::shaped(ctx, counts, shape)?;
    arrays::deliver(ctx, result, call.get(5))
}

fn equalize_hist(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("equalizeHist", args, ["src", "dst"], 1)?;
    let src = mask_source(ctx, &call, 0)?;
    pay(ctx, &src, 4)?;
    let _held = ctx.charge(src.size())?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    let result = arrays::store(ctx, histogram::equalize(&mat))?;
    arrays::deliver(ctx, result, call.get(1))
}

fn compare_hist(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("compareHist", args, ["H1", "H2", "method"], 3)?;
    let (a, b) = (call.matrix(ctx, 0)?, call.matrix(ctx, 1)?);
    let fits = a.dtype == DType::Float32 && b.dtype == DType::Float32 && a.size() == b.size() && a.size() > 0;
    call.assert(fits, "H1.type() == H2.type() && H1.depth() == CV_32F")?;
    pay(ctx, &a, 16)?;
    let (p, q) = (a.lane::<f64>(ctx)?, b.lane::<f64>(ctx)?);
    let count = p.len() as f64;
    let pairs = || p.iter().copied().zip(q.iter().copied());
    let (sum_p, sum_q) = (p.iter().sum::<f64>(), q.iter().sum::<f64>());
    let epsilon = f64::EPSILON;
    let found = match call.int(2, 0)? {
        0 => {
            let product: f64 = pairs().map(|(a, b)| a * b).sum();
            let (pp, qq): (f64, f64) = (p.iter().map(|a| a * a).sum(), q.iter().map(|b| b * b).sum());
            let up = product - sum_p * sum_q / count;
            let down = (pp - sum_p * sum_p / count) * (qq - sum_q * sum_q / count);
            if down.abs() > epsilon { up / libm::sqrt(down) } else { 1.0 }
        }
        1 => pairs().filter(|(a, _)| a.abs() > epsilon).map(|(a, b)| (a - b) * (a - b) / a).sum(),
        2 => pairs().map(|(a, b)| a.min(b)).sum(),
        3 => {
            let roots: f64 = pairs().map(|(a, b)| libm::sqrt(a * b)).sum();
            let scale = sum_p * sum_q;
            let scale = if scale.abs() > f64::from(f32::EPSILON) { 1.0 / libm::sqrt(scale) } else { 1.0 };
            libm::sqrt((1.0 - roots * scale).max(0.0))
        }
        4 => {
            2.0 * pairs()
                .filter(|(a, b)| (a + b).abs() > epsilon)
                .map(|(a, b)| (a - b) * (a - b) / (a + b))
                .sum::<f64>()
        }
        5 => pairs()
            .filter(|(a, _)| a.abs() > epsilon)
            .map(|(a, b)| a * libm::log(a / if b.abs() <= epsilon { 1e-10 } else { b }))
            .sum(),
        _ => return Err(unknown(call.function)),
    };
    Ok(Value::Float(found))
}

/// `cv2.createCLAHE(...)`.
struct Clahe {
    limit: Cell<f64>,
    grid: Cell<[usize; 2]>,
}

fn create_clahe(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("createCLAHE", args, ["clipLimit", "tileGridSize"], 0)?;
    let limit = call.real(0, 40.0)?;
    let grid = grid(ctx, &call, 1)?;
    Ok(Value::from_host(Clahe { limit: limit.into(), grid: grid.into() }))
}

fn grid<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize) -> PyResult<[usize; 2]> {
    let [across, down] = call.pair(ctx, at)?.unwrap_or([8, 8]);
    call.assert((1..=1024).contains(&across) && (1..=1024).contains(&down), "0 < tilesX_ && 0 < tilesY_")?;
    Ok([across as usize, down as usize])
}

impl Host for Clahe {
    fn type_name(&self) -> &'static str {
        "cv2.CLAHE"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "apply" | "getClipLimit" | "setClipLimit" | "getTilesGridSize" | "setTilesGridSize")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "apply" => {
                let call = Call::new("apply", args, ["src", "dst"], 1)?;
                let src = mask_source(ctx, &call, 0)?;
                let [across, down] = self.grid.get();
                pay(ctx, &src, 24)?;
                ctx.burn((across * down) as u64 * 32)?;
                let [rows, cols, _] = arrays::sides(&src, call.function)?;
                let _held =
                    ctx.charge((rows + down) * (cols + across) * 3 + across * down * 256 + cols * 24)?;
                // Mirroring reaches no farther than the picture.
                call.assert(rows >= down && cols >= across, "the picture has a pixel for every tile")?;
                let mat = arrays::load::<u8>(ctx, &src, call.function)?;
                let made = histogram::equalize_tiles(&mat, self.limit.get(), [across, down]);
                let result = arrays::store(ctx, made)?;
                arrays::deliver(ctx, result, call.get(1))
            }
            "getClipLimit" => Ok(Value::Float(self.limit.get())),
            "setClipLimit" => {
                let call = Call::new("setClipLimit", args, ["clipLimit"], 1)?;
                self.limit.set(call.real(0, 40.0)?);
                Ok(Value::None)
            }
            "getTilesGridSize" => ctx.tuple(self.grid.get().map(|side| Value::Int(side as i64)).to_vec()),
            "setTilesGridSize" => {
                let call = Call::new("setTilesGridSize", args, ["tileGridSize"], 1)?;
                self.grid.set(grid(ctx, &call, 0)?);
                Ok(Value::None)
            }
            _ => Err(Fault::no_attribute(self.type_name(), name)),
        }
    }
}
