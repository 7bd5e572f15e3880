// The report's curves: an SVG for every figure, smoothed as far as the reader wants, with the values under the pointer.

(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [480, 220, 56, 8, 8, 24];
  const COLORS = 6;
  const { runs, curves, rollouts } = JSON.parse(document.getElementById('data').textContent);
  const element = (id) => document.getElementById(id);
  const color = (run) => `var(--run-${run % COLORS})`;

  function make(name, className, text, parent) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    parent?.append(made);
    return made;
  }

  function shape(name, attributes, parent, text) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  }

  /** Exponential moving mean, corrected for its start. */
  function smooth(values, weight) {
    let mean = 0;
    let mass = 0;
    return values.map((value) => {
      mean = mean * weight + value * (1 - weight);
      mass = mass * weight + (1 - weight);
      return mean / mass;
    });
  }

  /** Round numbers from `low` to `high`. */
  function ticks(low, high, count) {
    const raw = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw);
    const found = [];
    for (let i = Math.ceil(low / step); i * step <= high + step * 1e-9; i += 1) found.push(i * step);
    return found;
  }

  function short(value) {
    if (value === 0) return '0';
    const size = Math.abs(value);
    return size >= 1e-3 && size < 1e6 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
  }

  /** Lowest and highest, apart from each other. */
  function range(values) {
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (low === high) {
      const room = Math.abs(low) * 0.1 || 1;
      return [low - room, high + room];
    }
    return [low, high];
  }

  /** Index of the step nearest to one. */
  function nearest(steps, step) {
    let [low, high] = [0, steps.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (steps[middle] < step) low = middle + 1;
      else high = middle;
    }
    return low > 0 && step - steps[low - 1] < steps[low] - step ? low - 1 : low;
  }

  function chart(curve, parent) {
    const figure = make('figure', 'curve', undefined, parent);
    figure.dataset.testid = 'curve';
    make('figcaption', '', curve.name, figure);
    const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' }, figure);
    svg.setAttribute('aria-label', `${curve.name} by step`);
    const values = make('p', 'values', '', figure);
    const [first, last] = range(curve.lines.flatMap((line) => [line.steps[0], line.steps.at(-1)]));
    const x = (step) => LEFT + ((step - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
    let smoothed = [];
    let cursor = null;

    function draw(weight) {
      svg.replaceChildren();
      smoothed = curve.lines.map((line) => smooth(line.values, weight));
      // Not spread into arguments: there may be more points than a call takes.
      const [low, high] = range(curve.lines.flatMap((line, i) => (weight > 0.9 ? smoothed[i] : line.values)));
      const y = (value) => TOP + (1 - (value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
      const inside = (value) => Math.max(TOP, Math.min(HEIGHT - BOTTOM, y(value))).toFixed(1);
      for (const tick of ticks(low, high, 4)) {
        shape('line', { class: 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick) }, svg);
        shape('text', { x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, svg, short(tick));
      }
      for (const tick of ticks(first, last, 5).filter(Number.isInteger)) {
        shape('text', { x: x(tick), y: HEIGHT - 6, 'text-anchor': 'middle' }, svg, short(tick));
      }
      curve.lines.forEach((line, i) => {
        const trace = (of, className) => {
          const points = line.steps.map((step, n) => `${x(step).toFixed(1)},${inside(of[n])}`).join(' ');
          shape('polyline', { class: className, points }, svg).style.stroke = color(line.run);
          if (line.steps.length === 1) {
            shape('circle', { cx: x(line.steps[0]), cy: y(of[0]), r: 3 }, svg).style.fill = color(line.run);
          }
        };
        if (weight > 0) trace(line.values, 'raw');
        trace(smoothed[i], 'smooth');
      });
      cursor = shape('line', { class: 'cursor', y1: TOP, y2: HEIGHT - BOTTOM, visibility: 'hidden' }, svg);
    }

    svg.addEventListener('pointermove', (event) => {
      const box = svg.getBoundingClientRect();
      const at = ((event.clientX - box.left) / box.width) * WIDTH;
      const step = first + ((at - LEFT) / (WIDTH - LEFT - RIGHT)) * (last - first);
      const told = curve.lines.map((line, i) => {
        const n = nearest(line.steps, step);
        const name = runs.length > 1 ? `${runs[line.run]}: ` : '';
        return {
          step: line.steps[n],
          text: `${name}${short(line.values[n])} (smoothed ${short(smoothed[i][n])})`,
        };
      });
      cursor.setAttribute('x1', x(told[0].step));
      cursor.setAttribute('x2', x(told[0].step));
      cursor.setAttribute('visibility', 'visible');
      values.textContent = `step ${told[0].step}: ${told.map(({ text }) => text).join(', ')}`;
    });
    svg.addEventListener('pointerleave', () => {
      cursor.setAttribute('visibility', 'hidden');
      values.textContent = '';
    });
    const means = Math.max(...curve.lines.map((line) => line.mean_of));
    if (means > 1) make('p', 'values', `A point is the mean of ${means} steps.`, figure);
    return draw;
  }

  runs.forEach((run, i) => {
    const entry = make('span', '', undefined, element('legend'));
    make('i', '', undefined, entry).style.background = color(i);
    entry.append(run);
  });
  const draws = curves
    .filter((curve) => curve.lines.length > 0)
    .map((curve) => chart(curve, element('curves')));
  const slider = element('smoothing');
  const redraw = () => {
    element('smoothed').textContent = Number(slider.value).toFixed(2);
    for (const draw of draws) draw(Number(slider.value));
  };
  slider.addEventListener('input', redraw);
  redraw();

  if (rollouts.length > 0) {
    const shown = [];
    let unreadable = 0;
    for (const record of rollouts) {
      try {
        shown.push({ ...RolloutReader.fromRecord(record), run: runs.length > 1 ? record.run : '' });
      } catch {
        unreadable += 1;
      }
    }
    if (unreadable > 0) {
      make(
        'p',
        'rv-error',
        `${unreadable} rollouts have a trace that cannot be read and are left out.`,
        element('notice'),
      );
    }
    RolloutViewer.show(element('rollouts'), shown);
  }
})();
