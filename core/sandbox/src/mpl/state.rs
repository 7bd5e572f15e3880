//! What pyplot remembers between calls: figures, the current one, settings.

use std::rc::Rc;

use super::axes::Axes;
use super::figure::Figure;
use super::rc::Settings;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Figures and settings of a conversation.
#[derive(Default)]
pub(crate) struct PlotState {
    /// Open figures by number, the current one last.
    pub figures: Vec<Rc<Figure>>,
    pub rc: Settings,
    /// Pictures that `plt.show()` gave, counted for their names.
    pub shown: u32,
}

impl Ctx {
    /// The current figure; a new one if there is none.
    pub(crate) fn current_figure(&mut self) -> PyResult<Rc<Figure>> {
        match self.plots.figures.last() {
            Some(figure) => Ok(figure.clone()),
            None => self.new_figure(None, None, None),
        }
    }

    /// The current axes; new ones if there are none.
    pub(crate) fn current_axes(&mut self) -> PyResult<Rc<Axes>> {
        let figure = self.current_figure()?;
        axes_of(self, &figure)
    }

    /// A new figure of pyplot's.
    pub(crate) fn new_figure(
        &mut self,
        number: Option<i64>,
        size: Option<[f64; 2]>,
        dpi: Option<f64>,
    ) -> PyResult<Rc<Figure>> {
        let size = match size {
            Some(size) => size,
            None => super::settings::pair(self, "figure.figsize")?,
        };
        let dpi = dpi.unwrap_or_else(|| self.plots.rc.number("figure.dpi"));
        let figure = Figure::new(self, size, dpi)?;
        let number = number
            .unwrap_or_else(|| self.plots.figures.iter().map(|f| f.number.get()).max().unwrap_or(0) + 1);
        figure.number.set(number);
        self.plots.figures.push(figure.clone());
        Ok(figure)
    }
}

/// The current axes of a figure; new ones if there are none.
pub(crate) fn axes_of(ctx: &mut Ctx, figure: &Rc<Figure>) -> PyResult<Rc<Axes>> {
    if let Some(axes) = &*figure.current.borrow() {
        return Ok(axes.clone());
    }
    super::subplots::add_subplot(ctx, figure, (1, 1, (0, 0), (0, 0)), [None, None])
}
