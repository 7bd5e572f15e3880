//! The interval of numbers that an axis shows, its scale and its ticks; axes may share one.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::axes::Axes;
use super::tick_format::TickFormat;
use super::ticks::{DateUnit, Locator, Log, LogLabels, LogStyle, MaxN, Scalar, TooMany, View, nonsingular};
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};

/// How numbers are spread over an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Scale {
    Linear,
    /// By logarithms of a base.
    Log(f64),
    /// Logarithmic on both sides of a linear middle: the base, the threshold, and the middle's scale.
    SymLog(f64, f64, f64),
    Logit,
}

/// The symmetrical logarithm: linear within `threshold` of zero.
fn symlog(value: f64, threshold: f64, scale: f64, base: f64) -> f64 {
    let scale = scale / (1.0 - 1.0 / base);
    let size = value.abs();
    if size <= threshold {
        return value * scale;
    }
    libm::copysign(threshold * (scale + libm::log(size / threshold) / libm::log(base)), value)
}

impl Scale {
    /// The place of a number.
    pub fn forward(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log(base) if value > 0.0 => match base {
                10.0 => libm::log10(value),
                2.0 => libm::log2(value),
                base => libm::log(value) / libm::log(base),
            },
            // Clipped far below, as matplotlib does.
            Self::Log(_) => -1000.0,
            Self::SymLog(base, threshold, scale) => symlog(value, threshold, scale, base),
            Self::Logit if value > 0.0 && value < 1.0 => libm::log10(value / (1.0 - value)),
            Self::Logit => {
                if value <= 0.0 {
                    -1000.0
                } else {
                    1000.0
                }
            }
        }
    }

    /// The number at a place.
    pub fn inverse(self, place: f64) -> f64 {
        match self {
            Self::Linear => place,
            Self::Log(base) => libm::pow(base, place),
            Self::SymLog(base, threshold, scale) => {
                let scale = scale / (1.0 - 1.0 / base);
                if place.abs() <= threshold * scale {
                    return place / scale;
                }
                libm::copysign(threshold * libm::pow(base, place.abs() / threshold - scale), place)
            }
            Self::Logit => 1.0 / (1.0 + libm::pow(10.0, -place)),
        }
    }

    /// matplotlib's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Log(_) => "log",
            Self::SymLog(..) => "symlog",
            Self::Logit => "logit",
        }
    }
}

/// The interval and its ticks.
pub(crate) struct Domain {
    /// The left or lower end; it is above the other on a reversed axis.
    pub low: Cell<f64>,
    pub high: Cell<f64>,
    /// Whether the ends follow the data.
    pub auto: Cell<bool>,
    pub scale: Cell<Scale>,
    pub major: RefCell<Locator>,
    pub minor: RefCell<Locator>,
    pub format: RefCell<TickFormat>,
    pub minor_format: RefCell<TickFormat>,
    /// Names that stand for 0, 1, 2 and so on.
    pub categories: RefCell<Vec<String>>,
    /// Places of numbers as fractions of the axis, where a secondary axis' function puts them.
    pub bent: RefCell<Vec<(f64, f64)>>,
    /// Whether the numbers are days of dates.
    pub dates: Cell<bool>,
    /// The axes that show it.
    pub members: RefCell<Vec<Weak<Axes>>>,
}

impl Domain {
    /// From 0 to 1, following the data.
    pub fn new(ctx: &Ctx) -> Rc<Self> {
        let domain = Self {
            low: Cell::new(0.0),
            high: Cell::new(1.0),
            auto: Cell::new(true),
            scale: Cell::new(Scale::Linear),
            major: RefCell::new(Locator::MaxN(MaxN::default())),
            minor: RefCell::new(Locator::Null),
            format: RefCell::new(TickFormat::Scalar(scalar(ctx))),
            minor_format: RefCell::new(TickFormat::Null),
            categories: RefCell::default(),
            bent: RefCell::default(),
            dates: Cell::new(false),
            members: RefCell::default(),
        };
        Rc::new(domain)
    }

    /// Changes the scale, and with it the ticks.
    pub fn set_scale(&self, ctx: &Ctx, scale: Scale) {
        self.scale.set(scale);
        self.dates.set(false);
        let (major, minor, format, minor_format) = match scale {
            Scale::Linear => (
                Locator::MaxN(MaxN::default()),
                Locator::Null,
                TickFormat::Scalar(scalar(ctx)),
                TickFormat::Null,
            ),
            Scale::Log(base) => (
                Locator::Log(Log::major(base)),
                Locator::Log(Log::minor(base)),
                TickFormat::Log(LogLabels::new(LogStyle::Scientific, base, true)),
                TickFormat::Log(LogLabels::new(LogStyle::Scientific, base, base != 10.0)),
            ),
            Scale::SymLog(base, ..) => (
                Locator::MaxN(MaxN::default()),
                Locator::Null,
                TickFormat::Log(LogLabels::new(LogStyle::Scientific, base, true)),
                TickFormat::Null,
            ),
            Scale::Logit => (
                Locator::MaxN(MaxN::default()),
                Locator::Null,
                TickFormat::Scalar(scalar(ctx)),
                TickFormat::Null,
            ),
        };
        self.major.replace(major);
        self.minor.replace(minor);
        self.format.replace(format);
        self.minor_format.replace(minor_format);
    }

    /// The ends in rising order.
    pub fn sorted(&self) -> (f64, f64) {
        let (low, high) = (self.low.get(), self.high.get());
        (low.min(high), low.max(high))
    }

    pub fn inverted(&self) -> bool {
        self.low.get() > self.high.get()
    }

    /// Sets the ends in rising order, keeping the direction.
    pub fn bound(&self, low: f64, high: f64) {
        let (low, high) = if self.inverted() { (high, low) } else { (low, high) };
        self.low.set(low);
        self.high.set(high);
    }

    /// The place of a number as a fraction of the axis.
    pub fn fraction(&self, value: f64) -> f64 {
        if let Some((_, place)) = self.bent.borrow().iter().find(|(known, _)| *known == value) {
            return *place;
        }
        let scale = self.scale.get();
        let (low, high) = (scale.forward(self.low.get()), scale.forward(self.high.get()));
        (scale.forward(value) - low) / (high - low)
    }

    /// The number at a fraction of the axis.
    pub fn value_at(&self, fraction: f64) -> f64 {
        let scale = self.scale.get();
        let (low, high) = (scale.forward(self.low.get()), scale.forward(self.high.get()));
        scale.inverse(low + fraction * (high - low))
    }

    /// Number for a name, which is new at the end if it is not known.
    pub fn category(&self, ctx: &mut Ctx, name: &str) -> PyResult<f64> {
        let mut categories = self.categories.borrow_mut();
        ctx.burn(categories.len() as u64 / 4 + 1)?;
        if let Some(index) = categories.iter().position(|known| known == name) {
            return Ok(index as f64);
        }
        categories.push(name.to_owned());
        let count = categories.len();
        self.major.replace(Locator::Fixed((0..count).map(|index| index as f64).collect(), None));
        self.format.replace(TickFormat::Categories);
        Ok((count - 1) as f64)
    }

    /// Follows the data of all axes that show the domain: `axis` is 0 for x and 1 for y.
    pub fn follow(&self, axis: usize, margin: f64) {
        if !self.auto.get() {
            return;
        }
        let members: Vec<Rc<Axes>> = self.members.borrow().iter().filter_map(Weak::upgrade).collect();
        let (mut low, mut high, mut least) = (f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY);
        let (mut any, mut asked, mut sticky) = (false, false, Vec::new());
        for axes in &members {
            for artist in axes.artists.borrow().iter().filter(|artist| artist.counts.get()) {
                let Some((rect, counts)) = artist.data_box(axes) else { continue };
                if axes.sticky.get() {
                    sticky.extend(artist.sticky.borrow()[axis].iter().copied());
                }
                if !counts[axis] {
                    continue;
                }
                any = true;
                asked |= !artist.quiet.get() || axes.asked.get();
                let (from, to) = if axis == 0 { (rect.x0, rect.x1) } else { (rect.y0, rect.y1) };
                if from <= to {
                    low = low.min(from);
                    high = high.max(to);
                }
                if self.scale.get() != Scale::Linear {
                    least = least.min(artist.least_positive()[axis]);
                }
            }
        }
        if !any || !asked {
            return;
        }
        let (mut low, mut high) = self.sensible(low, high, least);
        sticky.sort_by(f64::total_cmp);
        let tolerance = 1.0e-5 * (high - low).abs();
        let low_bound = sticky.iter().rev().find(|value| **value < low + tolerance).copied();
        let high_bound = sticky.iter().find(|value| **value >= high - tolerance).copied();
        let scale = self.scale.get();
        let (from, to) = (scale.forward(low), scale.forward(high));
        let delta = (to - from) * margin;
        if delta.is_finite() && delta != 0.0 {
            low = scale.inverse(from - delta);
            high = scale.inverse(to + delta);
        }
        if let Some(bound) = low_bound {
            low = low.max(bound);
        }
        if let Some(bound) = high_bound {
            high = high.min(bound);
        }
        if low.is_finite() && high.is_finite() && low < high {
            self.bound(low, high);
        }
    }

    /// Ends that can be shown.
    pub fn sensible(&self, low: f64, high: f64, least: f64) -> (f64, f64) {
        match self.scale.get() {
            Scale::Log(base) => {
                if !(low.is_finite() && high.is_finite()) || high <= 0.0 {
                    return (1.0, 10.0);
                }
                let low = if low <= 0.0 { if least.is_finite() { least } else { 1.0e-300 } } else { low };
                if low != high {
                    return (low, high);
                }
                let log = libm::log(low) / libm::log(base);
                (
                    libm::pow(base, libm::ceil(log - 1.0e-9) - 1.0),
                    libm::pow(base, libm::floor(log + 1.0e-9) + 1.0),
                )
            }
            Scale::Logit => {
                let valid = |value: f64, or: f64| if value > 0.0 && value < 1.0 { value } else { or };
                (valid(low, 1.0e-7), valid(high, 1.0 - 1.0e-7))
            }
            _ if self.dates.get() => match &*self.major.borrow() {
                _ if low > high => (0.0, 1.0),
                Locator::Date(dates) => dates.apart(low, high),
                _ => nonsingular(low, high, 0.05, 1.0e-15),
            },
            _ if !self.categories.borrow().is_empty() || (low <= high) => {
                nonsingular(low, high, 0.05, 1.0e-15)
            }
            _ => (-0.05, 0.05),
        }
    }

    /// The smallest positive number of the data.
    pub fn least_positive(&self, axis: usize) -> f64 {
        let members: Vec<Rc<Axes>> = self.members.borrow().iter().filter_map(Weak::upgrade).collect();
        // In space, the ends of the data are known.
        let solid = members.iter().filter_map(|axes| axes.solid.get());
        let ends = solid.map(|solid| solid.data.get()[axis][0]).filter(|low| *low > 0.0);
        let artists = members.iter().flat_map(|axes| axes.artists.borrow().clone());
        let flat = artists.map(|artist| artist.least_positive().get(axis).copied().unwrap_or(f64::INFINITY));
        flat.chain(ends).fold(f64::INFINITY, f64::min)
    }

    /// Places of the major and the minor ticks, those outside the view left away.
    pub fn places(&self, ctx: &mut Ctx, axis: usize, room: usize) -> PyResult<(Vec<f64>, Vec<f64>)> {
        ctx.burn(200)?;
        let least_positive = if self.scale.get() == Scale::Linear { 0.0 } else { self.least_positive(axis) };
        let solid = self
            .members
            .borrow()
            .iter()
            .any(|axes| axes.upgrade().is_some_and(|axes| axes.solid.get().is_some()));
        let view = View { low: self.low.get(), high: self.high.get(), room, least_positive, solid };
        for locator in [&self.major, &self.minor] {
            if let Locator::Date(dates) = &*locator.borrow() {
                ctx.burn(dates.work(&view))?;
            }
        }
        let many = |TooMany(count): TooMany| {
            Fault::new(
                ExcKind::RuntimeError,
                format!("Locator attempting to generate {count} ticks, which is too many"),
            )
        };
        let major = self.major.borrow().places(&view, &[]).map_err(many)?;
        let minor = self.minor.borrow().places(&view, &major).map_err(many)?;
        ctx.burn((major.len() + minor.len()) as u64 * 10)?;
        Ok((major, minor))
    }

    /// What the ticks of dates are apart by.
    pub fn date_unit(&self) -> DateUnit {
        match &*self.major.borrow() {
            Locator::Date(dates) => {
                let (low, high) = (self.low.get(), self.high.get());
                dates.unit(&View { low, high, room: 9, least_positive: 0.0, solid: false })
            }
            _ => DateUnit::Day,
        }
    }

    /// Whether a place is in view.
    pub fn shows(&self, value: f64) -> bool {
        let scale = self.scale.get();
        let (a, b) = (scale.forward(self.low.get()), scale.forward(self.high.get()));
        let tolerance = (b - a).abs() * 1.0e-10;
        let place = scale.forward(value);
        place >= a.min(b) - tolerance && place <= a.max(b) + tolerance
    }
}

/// Labels of the defaults.
pub(crate) fn scalar(ctx: &Ctx) -> Scalar {
    let rc = &ctx.plots.rc;
    let mut scalar = Scalar::default();
    if !rc.flag("axes.formatter.useoffset") {
        scalar.offset = super::ticks::OffsetRule::Never;
    }
    if rc.flag("axes.formatter.use_mathtext") {
        scalar.math = true;
    }
    scalar
}
