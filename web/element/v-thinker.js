// <v-thinker src="picture.png" question="..." task="reasoning" model="https://host/model/"></v-thinker>
//
// Puts the thinking model on any page. Attributes:
//   src       the picture
//   question  what to find, draw or answer
//   task      perception, instruction or reasoning (the default)
//   model     folder of the model; by default the one beside this file, at ../models/mini/
//   base      folder of the engine's files (all of `embed/`); by default this file's
//   engine    auto (the default), cpu or webgpu
// Nothing heavy loads before the button is pressed. Events, all bubbling: `event` (detail: one event of the
// conversation), `answer` (detail: { answer, trace }, at the end), `error` (detail: { message }).

import { StrokePlayer } from "./strokes.js";

const STYLE = `
  :host { display: block; max-width: 40rem; font: 1rem/1.5 system-ui, sans-serif; color-scheme: light dark;
    --line: light-dark(#d9d6cd, #3a4243); --soft: light-dark(#5b6662, #a3aeaa); --green: light-dark(#1f6f5c, #6cc7ae);
    border: 1px solid var(--line); border-radius: .8rem; padding: 1rem; background: light-dark(#fff, #1e2425);
    color: light-dark(#1e2523, #e7ebe8); box-sizing: border-box; }
  :host([hidden]), [hidden] { display: none !important; }
  p, pre { margin: .5rem 0 0; }
  .layers { display: grid; place-items: center; background: light-dark(#f2f0ea, #171c1d); border-radius: .5rem; min-height: 6rem; }
  canvas { max-width: 100%; max-height: 30rem; border-radius: .3rem; }
  .question { font-weight: 600; }
  .actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-top: .75rem; }
  button { font: inherit; min-height: 2.5rem; padding: .4rem 1rem; border-radius: .5rem; border: 1px solid var(--green);
    background: var(--green); color: light-dark(#fff, #0d2721); font-weight: 600; cursor: pointer; }
  button:disabled { opacity: .55; cursor: default; }
  button:focus-visible { outline: 3px solid var(--green); outline-offset: 2px; }
  .status { color: var(--soft); font-size: .9rem; font-variant-numeric: tabular-nums; margin: 0; }
  progress { width: 100%; height: .4rem; accent-color: var(--green); margin-top: .5rem; }
  pre { font: .85rem/1.5 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
    max-height: 14rem; overflow-y: auto; color: var(--soft); }
  .answer:not(:empty)::before { content: "Answer: "; font-weight: 400; color: var(--soft); }
  .answer { font-size: 1.2rem; font-weight: 650; overflow-wrap: anywhere; }
  .error { color: light-dark(#a92f2f, #f08f8f); overflow-wrap: anywhere; }
`;

const HTML = `
  <div class="layers"><canvas width="1" height="1" role="img"></canvas></div>
  <p class="question"></p>
  <div class="actions"><button type="button">Think</button><p class="status" aria-live="polite"></p></div>
  <progress hidden aria-label="Loading"></progress>
  <pre hidden tabindex="0" aria-label="What the model wrote"></pre>
  <p class="answer" aria-live="polite"></p>
  <p class="error" role="alert"></p>
`;

const ENDS = {
  answered: "Done", iterations: "Done", silent: "Ended without an answer", length: "Token limit reached",
  repetition: "Stopped: it began to repeat itself", stopped: "Stopped", failed: "",
};

/** The tags and fences of the conversation's format, complete or cut off at the text's end. */
const MARKS = /```(python)?|<\/?(code|think|answer)>|<\/?[a-z]{0,6}$|`{1,2}$/g;

/** The answer, which is shown in its own place. */
const ANSWER = /<answer>[^]*?(<\/answer>|$)/g;

/** Starts a worker even where the engine lies on another origin: only a module's import may cross origins. */
function startWorker(url) {
  if (new URL(url).origin === location.origin) return new Worker(url, { type: "module" });
  const start = new Blob([`import ${JSON.stringify(url)};`], { type: "text/javascript" });
  const address = URL.createObjectURL(start);
  const worker = new Worker(address, { type: "module" });
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return worker;
}

class VThinker extends HTMLElement {
  static observedAttributes = ["src", "question"];

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${HTML}`;
    const find = (selector) => root.querySelector(selector);
    this.parts = {
      canvas: find("canvas"), question: find(".question"), button: find("button"), status: find(".status"),
      progress: find("progress"), text: find("pre"), answer: find(".answer"), error: find(".error"),
    };
    this.player = new StrokePlayer(this.parts.canvas, null);
    this.parts.button.addEventListener("click", () => (this.running ? this.stop() : this.think()));
    this.runs = 0;
  }

  connectedCallback() {
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    this.close();
  }

  attributeChangedCallback(name) {
    const question = this.getAttribute("question") ?? "";
    this.parts.question.textContent = question;
    this.parts.canvas.setAttribute("aria-label", `Picture for the question: ${question}`);
    const source = this.getAttribute("src");
    if (source && name !== "question") this.player.show(new URL(source, document.baseURI).href);
  }

  /** Loads the model if need be, and runs. */
  async think() {
    const { parts } = this;
    parts.error.textContent = parts.answer.textContent = parts.text.textContent = this.written = "";
    this.answer = null;
    this.lastTrace = "";
    this.running = true;
    parts.button.textContent = "Stop";
    const id = ++this.runs;
    try {
      const source = this.getAttribute("src");
      if (!source) throw new Error("The attribute src is missing: name a picture.");
      const question = this.getAttribute("question")?.trim();
      if (!question) throw new Error("The attribute question is missing: write what to ask.");
      const image = await this.picture(new URL(source, document.baseURI));
      await this.ready();
      if (id !== this.runs || !this.running) return;
      const task = this.getAttribute("task") ?? "reasoning";
      parts.text.hidden = false;
      parts.status.textContent = "Thinking";
      this.worker.postMessage({ type: "run", id, image, question, task });
    } catch (error) {
      if (id === this.runs) this.fail(error.message);
    }
  }

  async picture(url) {
    const response = await fetch(url).catch(() => null);
    if (!response?.ok) throw new Error(`The picture ${url} cannot be read (${response?.status ?? "no answer"}).`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** A promise of the loaded model. */
  ready() {
    this.loading ??= new Promise((resolve, reject) => {
      const base = new URL(this.getAttribute("base") ?? "./", this.hasAttribute("base") ? document.baseURI : import.meta.url);
      const model = this.getAttribute("model");
      const folder = model ? new URL(model, document.baseURI) : new URL("../models/mini/", import.meta.url);
      const base_url = folder.href.endsWith("/") ? folder.href : `${folder.href}/`;
      const engine = this.getAttribute("engine") ?? "auto";
      this.parts.status.textContent = "Starting the engine";
      this.parts.progress.hidden = false;
      this.worker = startWorker(new URL("boot.js", base).href);
      this.worker.onerror = () => reject(new Error(`The engine at ${base} could not be loaded.`));
      this.worker.onmessage = ({ data }) => {
        if (data.type === "started") this.worker.postMessage({ type: "load", base_url, engine });
        else if (data.type === "ready") {
          this.parts.progress.hidden = true;
          this.worker.onerror = (event) => this.fail(event.message, true);
          resolve();
        } else if (data.type === "error" && !this.hears) reject(new Error(data.what));
        else this.hear(data);
        if (data.type === "ready") this.hears = true;
      };
    });
    this.loading.catch(() => this.close());
    return this.loading;
  }

  hear(message) {
    const { parts } = this;
    if (message.type === "loading") {
      const { file, received, total } = message;
      const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
      if (total) Object.assign(parts.progress, { max: total, value: received });
      else parts.progress.removeAttribute("value");
      parts.status.textContent = `Loading ${file}: ${megabytes(received)}${total ? ` of ${megabytes(total)}` : ""} MB`;
    } else if (message.type === "error") this.fail(message.what, message.fatal);
    else if (message.id !== this.runs) return;
    else if (message.type === "trace") this.lastTrace = message.text;
    else if (message.type === "event") this.event(JSON.parse(message.line));
  }

  event(event) {
    const { parts } = this;
    this.dispatch("event", event);
    this.player.event(event);
    if (event.event === "token") this.write(event.text);
    else if (event.event === "output") {
      const failed = event.error ? `${event.error.kind}: ${event.error.message}\n` : "";
      this.write(`\n${event.stdout}${failed}`);
    } else if (event.event === "answer") {
      this.answer = event.text;
      parts.answer.textContent = event.text;
    } else if (event.event === "end") {
      const { reason, detail } = event.reason;
      this.finish(ENDS[reason] ?? reason);
      if (reason === "failed") this.fail(detail);
      else this.dispatch("answer", { answer: this.answer, trace: this.lastTrace });
    }
  }

  /** Adds the model's words, keeping the last ones in view. */
  write(text) {
    const { text: box } = this.parts;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    this.written += text;
    box.textContent = this.written.replace(ANSWER, "").replace(MARKS, "").replace(/\n{3,}/g, "\n\n").trimStart();
    if (atEnd) box.scrollTop = box.scrollHeight;
  }

  stop() {
    if (this.hears) {
      this.worker.postMessage({ type: "stop" });
      this.parts.status.textContent = "Stopping";
    } else {
      this.runs++;
      this.close();
      this.finish("");
    }
  }

  finish(status) {
    this.running = false;
    this.parts.button.textContent = "Think again";
    this.parts.status.textContent = status;
  }

  fail(what, fatal = false) {
    this.finish("");
    this.parts.error.textContent = what;
    if (fatal) this.close();
    this.dispatch("error", { message: what });
  }

  close() {
    this.worker?.terminate();
    this.worker = this.loading = null;
    this.hears = false;
    this.parts.progress.hidden = true;
  }

  dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

customElements.define("v-thinker", VThinker);
