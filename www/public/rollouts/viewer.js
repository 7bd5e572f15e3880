// Rollouts of a training run, one prompt's side by side. The site's page rollouts.html and the page that `trainer
// report` writes both show them with this file; it is a plain script so that it can stand inside such a page.
//
// What it shows was written by models and may be hostile: it only ever becomes text, never markup.

const RolloutViewer = (() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  function make(name, className, text, parent) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    parent?.append(element);
    return element;
  }

  const figure = (value, digits = 2) =>
    typeof value === 'number' && Number.isFinite(value) ? value.toFixed(digits) : 'no number';

  /** A picture, with the expected marks over it where it is as large as the question's. */
  function pictureOf(picture, alt, marks, parent) {
    const frame = make('div', 'rv-picture', undefined, parent);
    const image = make('img', '', undefined, frame);
    image.src = picture.address;
    image.alt = alt;
    image.width = picture.width;
    image.height = picture.height;
    if (marks?.length) frame.append(overlay(marks, picture));
  }

  function overlay(marks, { width, height }) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('class', 'rv-marks');
    svg.setAttribute('aria-hidden', 'true');
    const add = (name, attributes) => {
      if (
        !Object.values(attributes)
          .flat()
          .every((v) => typeof v === 'number' && Number.isFinite(v))
      )
        return;
      const shape = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes))
        shape.setAttribute(key, Array.isArray(value) ? value.join(' ') : value);
      svg.append(shape);
    };
    for (const mark of marks) {
      if (!isObject(mark)) continue;
      const { x, y, r, x0, y0, x1, y1 } = mark;
      if (mark.mark === 'point') add('circle', { cx: x, cy: y, r: Math.max(width, height) / 40 });
      else if (mark.mark === 'segment' || mark.mark === 'line')
        add('line', { x1: x0, y1: y0, x2: x1, y2: y1 });
      else if (mark.mark === 'circle') add('circle', { cx: x, cy: y, r });
      else if (mark.mark === 'box')
        add('rect', {
          x: Math.min(x0, x1),
          y: Math.min(y0, y1),
          width: Math.abs(x1 - x0),
          height: Math.abs(y1 - y0),
        });
      else if (mark.mark === 'polyline' && Array.isArray(mark.points))
        add('polyline', { points: mark.points.flat() });
    }
    return svg;
  }

  function code({ source, failed }, parent) {
    const pre = make('pre', 'rv-code', undefined, parent);
    pre.tabIndex = 0;
    pre.setAttribute('aria-label', 'Code');
    source
      .replace(/\n$/, '')
      .split('\n')
      .forEach((line, i) => {
        const row = make('span', i + 1 === failed ? 'rv-line rv-failed' : 'rv-line', `${line}\n`, pre);
        if (i + 1 === failed) row.title = 'This line failed';
      });
  }

  function rewards(rollout, scale, parent) {
    const table = make('table', 'rv-rewards', undefined, parent);
    const row = (name, value, className) => {
      const line = make('tr', className, undefined, table);
      make('th', '', name, line).scope = 'row';
      make('td', '', figure(value), line);
      return line;
    };
    for (const [name, value] of Object.entries(rollout.rewards)) row(name, value, '');
    row('reward', rollout.reward, 'rv-sum').dataset.testid = 'reward';
    row('advantage', rollout.advantage, 'rv-sum').dataset.testid = 'advantage';
    const bar = make('div', 'rv-advantage', undefined, parent);
    bar.setAttribute('aria-hidden', 'true');
    const share = Number.isFinite(rollout.advantage) && scale > 0 ? rollout.advantage / scale : 0;
    const fill = make('span', share < 0 ? 'rv-worse' : 'rv-better', undefined, bar);
    fill.style.width = `${Math.abs(share) * 50}%`;
    fill.style[share < 0 ? 'right' : 'left'] = '50%';
  }

  function card(rollout, { scale, marks, input }) {
    const box = make('article', 'rv-card');
    box.dataset.testid = 'rollout';
    const head = make('header', '', undefined, box);
    make('h3', '', `Rollout ${rollout.rollout}`, head);
    if (rollout.judged)
      make('span', rollout.correct ? 'rv-right' : 'rv-wrong', rollout.correct ? 'right' : 'wrong', head);
    if (rollout.judged) rewards(rollout, scale, box);
    for (const part of rollout.parts) {
      if (part.kind === 'text') make('p', 'rv-text', part.text, box);
      else if (part.kind === 'code') code(part, box);
      else if (part.kind === 'picture') {
        const same = input && part.width === input.width && part.height === input.height;
        pictureOf(part, 'What the code drew', same ? marks : [], box);
      } else {
        if (part.stdout !== '') make('pre', 'rv-output', part.stdout, box);
        if (part.error) {
          const { kind, message, line } = part.error;
          make('p', 'rv-error', `${kind}: ${message}${line ? ` (line ${line})` : ''}`, box);
        }
      }
    }
    // Drawing tasks want none.
    if (rollout.answer !== null || typeof rollout.expected_answer === 'string') {
      const answer = make('p', 'rv-answer', rollout.answer === null ? 'No answer' : 'Answer: ', box);
      if (rollout.answer !== null) make('strong', '', rollout.answer, answer);
    }
    make('p', 'rv-quiet', `${rollout.tokens} tokens, ended: ${rollout.stop}`, box);
    const details = make('details', '', undefined, box);
    make('summary', '', 'As the model wrote it', details);
    details.addEventListener('toggle', () => {
      if (details.childElementCount === 1) make('pre', 'rv-code', rollout.raw, details).tabIndex = 0;
    });
    return box;
  }

  /** Groups in order of run, step and prompt. */
  function grouped(rollouts) {
    const groups = new Map();
    for (const rollout of rollouts) {
      const key = JSON.stringify([rollout.run ?? '', rollout.step, rollout.group]);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(rollout);
    }
    return [...groups.values()];
  }

  const VERDICTS = {
    all: ['all', () => true, () => true],
    right: ['right', (r) => r.correct === true, () => true],
    wrong: ['wrong', (r) => r.correct === false, () => true],
    mixed: [
      'all, where some are right and some wrong',
      () => true,
      (g) => g.some((r) => r.correct) && g.some((r) => r.correct === false),
    ],
  };

  /** Shows rollouts in an element, in place of what is there. */
  function show(root, rollouts) {
    const view = make('section', 'rv');
    root.replaceChildren(view);
    const all = grouped(rollouts);
    if (all.length === 0) {
      make('p', 'rv-quiet', 'No rollouts.', view);
      return;
    }
    const bar = make('div', 'rv-filters', undefined, view);
    const choice = (label, id, options) => {
      const wrap = make('label', '', label, bar);
      const select = make('select', '', undefined, wrap);
      select.dataset.testid = `filter-${id}`;
      for (const [value, name] of options) make('option', '', name, select).value = value;
      select.addEventListener('change', () => refresh());
      return select;
    };
    const of = (name) =>
      [...new Set(rollouts.map((r) => r[name] ?? ''))].sort((a, b) =>
        typeof a === 'number' ? a - b : a < b ? -1 : 1,
      );
    const any = (name) => [['', 'all'], ...of(name).map((value) => [JSON.stringify(value), String(value)])];
    const filters = [];
    for (const [label, name] of [
      ['Run', 'run'],
      ['Step', 'step'],
      ['Task', 'task'],
      ['Family', 'family'],
    ]) {
      if (of(name).length > 1) filters.push([name, choice(label, name, any(name))]);
    }
    const judged = rollouts.some((r) => r.judged);
    const verdict = judged
      ? choice(
          'Rollouts',
          'verdict',
          Object.entries(VERDICTS).map(([key, [name]]) => [key, name]),
        )
      : null;
    const toggle = make('label', '', undefined, bar);
    const expected = make('input', '', undefined, toggle);
    expected.type = 'checkbox';
    expected.dataset.testid = 'marks';
    toggle.append('expected marks');
    toggle.hidden = !rollouts.some((r) => r.expected_marks?.length);

    const steps = make('div', 'rv-filters', undefined, view);
    const button = (name, move) => {
      const one = make('button', '', name, steps);
      one.type = 'button';
      one.addEventListener('click', () => {
        at += move;
        draw();
      });
      return one;
    };
    const back = button('Previous', -1);
    const next = button('Next', 1);
    const place = make('span', 'rv-quiet', '', steps);
    place.setAttribute('role', 'status');
    place.dataset.testid = 'place';
    const body = make('div', '', undefined, view);
    let at = 0;
    let chosen = all;

    function refresh() {
      const [, keep, groupFits] = VERDICTS[verdict?.value ?? 'all'];
      chosen = all.filter((group) => {
        const fits = filters.every(
          ([name, select]) => select.value === '' || JSON.stringify(group[0][name] ?? '') === select.value,
        );
        return fits && groupFits(group) && group.some(keep);
      });
      at = 0;
      draw();
    }

    function draw() {
      at = Math.max(0, Math.min(at, chosen.length - 1));
      back.disabled = at === 0;
      next.disabled = at >= chosen.length - 1;
      place.textContent = chosen.length === 0 ? 'no prompt fits' : `prompt ${at + 1} of ${chosen.length}`;
      body.replaceChildren();
      const group = chosen[at];
      if (!group) return;
      const [first] = group;
      const input = group.find((r) => r.picture)?.picture ?? null;
      const marks = expected.checked ? (first.expected_marks ?? []) : [];
      const prompt = make('div', 'rv-prompt', undefined, body);
      if (input) pictureOf(input, 'The picture asked about', marks, prompt);
      const about = make('div', '', undefined, prompt);
      const tags = make('p', 'rv-tags', undefined, about);
      const names = first.judged
        ? [first.run, `step ${first.step}`, `prompt ${first.group}`, first.task, first.family, first.problem]
        : [first.task];
      for (const tag of names.filter(Boolean)) make('span', '', tag, tags);
      make('p', 'rv-question', first.question, about).dataset.testid = 'question';
      if (first.expected_answer !== null && first.expected_answer !== undefined) {
        const wanted = make('p', '', 'Expected answer: ', about);
        make('strong', '', first.expected_answer, wanted);
      }
      const scale = Math.max(0, ...group.map((r) => Math.abs(r.advantage)).filter(Number.isFinite));
      const cards = make('div', 'rv-cards', undefined, body);
      const [, keep] = VERDICTS[verdict?.value ?? 'all'];
      for (const rollout of group.filter(keep)) cards.append(card(rollout, { scale, marks, input }));
    }

    expected.addEventListener('change', draw);
    draw();
  }

  return { show };
})();
