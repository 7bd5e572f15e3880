// Reads rollouts.jsonl of a training run, and trace files, for the viewer beside it; says which line and field is wrong.
// A plain script, since it also stands inside the page that `trainer report` writes.

const RolloutReader = (() => {
  /** What is wrong with one field of one line. */
  class Wrong extends Error {
    constructor(field, expected, found) {
      super(`expected ${expected}, found ${named(found)}`);
      this.field = field;
    }
  }

  function named(value) {
    if (value === undefined) return 'nothing';
    const text = JSON.stringify(value);
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
  }

  const KINDS = {
    text: ['a text', (v) => typeof v === 'string'],
    textOrNone: ['a text or null', (v) => v === null || v === undefined || typeof v === 'string'],
    whole: ['a whole number', (v) => Number.isInteger(v) && v >= 0],
    number: ['a number', (v) => v === null || typeof v === 'number'],
    truth: ['true or false', (v) => typeof v === 'boolean'],
    list: ['a list', (v) => Array.isArray(v)],
    listOrNone: ['a list', (v) => v === undefined || Array.isArray(v)],
    object: ['an object', (v) => isObject(v)],
    base64: [
      'PNG bytes in base64',
      (v) => typeof v === 'string' && /^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$/.test(v),
    ],
  };

  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  function expect(object, name, kind, path = name) {
    const [expected, fits] = KINDS[kind];
    if (!fits(object[name])) throw new Wrong(path, expected, object[name]);
    return object[name];
  }

  const FIELDS = {
    step: 'whole',
    group: 'whole',
    rollout: 'whole',
    problem: 'text',
    task: 'text',
    family: 'text',
    question: 'text',
    expected_answer: 'textOrNone',
    expected_marks: 'listOrNone',
    correct: 'truth',
    rewards: 'object',
    reward: 'number',
    advantage: 'number',
    tokens: 'whole',
    stop: 'text',
    trace: 'list',
  };

  /** Holds an event against the trace format. */
  function checkEvent(event, path) {
    if (!isObject(event)) throw new Wrong(path, 'an event', event);
    const field = (name, kind) => expect(event, name, kind, `${path}.${name}`);
    const picture = () => {
      const image = field('image', 'object');
      for (const side of ['width', 'height', 'canvas']) expect(image, side, 'whole', `${path}.image.${side}`);
      expect(image, 'png', 'base64', `${path}.image.png`);
    };
    switch (field('event', 'text')) {
      case 'start':
        field('question', 'text');
        picture();
        break;
      case 'token':
        field('text', 'text');
        break;
      case 'code':
        field('source', 'text');
        break;
      case 'image':
        picture();
        break;
      case 'output':
        field('stdout', 'text');
        if (event.error !== null && event.error !== undefined) {
          for (const name of ['kind', 'message'])
            expect(field('error', 'object'), name, 'text', `${path}.error.${name}`);
          expect(event.error, 'line', 'whole', `${path}.error.line`);
        }
        break;
      case 'answer':
        field('text', 'text');
        break;
      case 'end':
        field('reason', 'object');
        break;
      default: // `draw`, and events of later versions: nothing of them is shown
    }
  }

  /** A record of rollouts.jsonl as it is shown. Throws `Wrong`. */
  function fromRecord(record) {
    if (!isObject(record)) throw new Wrong('(line)', 'an object', record);
    for (const [name, kind] of Object.entries(FIELDS)) expect(record, name, kind);
    for (const name of Object.keys(record.rewards)) expect(record.rewards, name, 'number', `rewards.${name}`);
    record.trace.forEach((event, i) => checkEvent(event, `trace[${i}]`));
    const shown = told(record.trace);
    // Only known fields: a file could name others as the viewer names its own.
    for (const name of Object.keys(FIELDS)) if (name !== 'trace') shown[name] = record[name];
    return { ...shown, judged: true };
  }

  /** Collects what the events say. */
  function told(events) {
    const parts = [];
    const shown = { parts, answer: null, end: null, picture: null, raw: '', written: 0 };
    let text = '';
    const flush = () => {
      if (text.trim() !== '') parts.push({ kind: 'text', text: text.trim() });
      text = '';
    };
    for (const event of events) {
      switch (event.event) {
        case 'start':
          shown.picture = picture(event.image);
          shown.question = event.question;
          shown.task = event.task;
          break;
        case 'token':
          text += event.text;
          shown.raw += event.text;
          shown.written += 1;
          break;
        case 'code': {
          // The code stands in the text too: there it is cut off, since it is shown as code.
          const from = text.lastIndexOf('<code>');
          if (from >= 0) text = text.slice(0, from);
          flush();
          parts.push({ kind: 'code', source: event.source, failed: 0 });
          break;
        }
        case 'image':
          flush();
          parts.push({ kind: 'picture', ...picture(event.image) });
          break;
        case 'output': {
          flush();
          const code = parts.findLast((part) => part.kind === 'code');
          if (code && event.error) code.failed = event.error.line;
          if (event.stdout !== '' || event.error)
            parts.push({ kind: 'output', stdout: event.stdout, error: event.error ?? null });
          break;
        }
        case 'answer':
          shown.answer = event.text;
          break;
        case 'end':
          shown.end = event.reason.reason;
          break;
        default:
      }
    }
    flush();
    return shown;
  }

  function picture({ png, width, height, canvas }) {
    return { address: `data:image/png;base64,${png}`, width, height, canvas };
  }

  /** The line number, field and words of an error, for people. */
  function words(line, error) {
    return error instanceof Wrong
      ? `line ${line}, field ${error.field}: ${error.message}`
      : `line ${line}: not JSON (${error.message})`;
  }

  /**
   * Reads rollouts.jsonl or a trace file.
   *
   * @returns {{rollouts: object[], errors: string[]}} what can be shown, and a text for every line that cannot.
   */
  function read(text) {
    const lines = text
      .split('\n')
      .map((line, i) => ({ line: line.trim(), number: i + 1 }))
      .filter(({ line }) => line !== '');
    const [first] = lines;
    if (!first)
      return { rollouts: [], errors: ['the file is empty: expected rollouts.jsonl of a run, or a trace'] };
    const rollouts = [];
    const errors = [];
    const each = (rest, take) => {
      for (const { line, number } of rest) {
        try {
          take(JSON.parse(line));
        } catch (error) {
          errors.push(words(number, error));
        }
      }
    };
    let header = null;
    try {
      header = JSON.parse(first.line);
    } catch {
      // The loop below says it with the line's number.
    }
    if (isObject(header) && 'trace' in header && !('step' in header)) {
      if (header.trace !== 1) {
        return {
          rollouts,
          errors: [`line 1, field trace: expected version 1, found ${named(header.trace)}`],
        };
      }
      const events = [];
      each(lines.slice(1), (event) => {
        checkEvent(event, 'event');
        events.push(event);
      });
      if (events[0]?.event !== 'start')
        errors.push('line 2, field event: expected "start", which holds question and picture');
      const trace = told(events);
      const shown = {
        step: 0,
        group: 0,
        rollout: 0,
        problem: 'trace',
        family: '',
        expected_answer: null,
        expected_marks: [],
      };
      if (errors.length === 0) {
        rollouts.push({
          ...shown,
          ...trace,
          tokens: trace.written,
          stop: trace.end ?? 'none',
          rewards: {},
          judged: false,
        });
      }
    } else {
      each(lines, (record) => rollouts.push(fromRecord(record)));
    }
    return { rollouts, errors };
  }

  return { read, fromRecord };
})();
