// The same engine natively: what `trainer infer` makes of a problem.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ROOT } from './server.mjs';

const EXAMPLES = `${ROOT}www/public/examples`;

/** The bundled problems: id, task, question, and `image` as a path of this machine. */
export function examples() {
  const read = (file) => JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8'));
  return read('index.json').map((file) => {
    const problem = read(file);
    return { ...problem, image: join(EXAMPLES, dirname(file), problem.image) };
  });
}

/** One bundled problem of a task. */
export function exampleOf(task) {
  const example = examples().find((candidate) => candidate.task === task);
  if (!example) throw new Error(`no bundled example of the task ${task}`);
  return example;
}

/** Tokens, drawing operations, answer and end of a native greedy run of the bundled model. */
export function infer({ image, question, task }) {
  const [program, ...first] = process.env.TRAINER
    ? [process.env.TRAINER]
    : ['cargo', 'run', '--quiet', '-p', 'trainer', '--'];
  const model = `${ROOT}www/public/models/mini`;
  const args = ['infer', '--model', model, '--image', image, '--question', question, '--task', task, '--json'];
  const text = execFileSync(program, [...first, ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
  const { tokens, ops, answer, end } = JSON.parse(text);
  return { tokens, ops, answer: answer ?? null, end: end?.reason ?? end };
}
