// A headless Chromium that has WebGPU (in software where there is no GPU) and calls nobody.

import { chromium } from 'playwright-core';

const FLAGS = [
  // The new headless mode is the one with WebGPU; playwright's own switch starts another program.
  '--headless=new',
  '--enable-unsafe-webgpu',
  // A container's root user has no user namespaces for Chromium's own sandbox.
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: false,
    args: FLAGS,
  });
}
