// The repository's own static server (`cargo xtask serve --no-build`) on a port that is free.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = `${ROOT}dist`;

/**
 * Serves a folder, by default the built page.
 *
 * @returns {Promise<{url: string, stop: () => void}>} `url` ends with a slash.
 */
export async function serve(dir = DIST) {
  const command = process.env.XTASK ? [process.env.XTASK] : ['cargo', 'xtask'];
  const args = [...command.slice(1), 'serve', '--no-build', '--port', '0', '--dir', dir];
  // A process group of its own, so that stopping ends cargo's child too.
  const child = spawn(command[0], args, { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = () => {
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', stop);
  const url = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const address = /at (http:\/\/\S+)\n/.exec(text);
      if (address) resolve(address[1]);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it listened`)));
  });
  return { url, stop };
}
