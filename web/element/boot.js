// The worker's first module: fetches the engine with progress, starts it, and reports what no Rust code can
// report any more, such as a trap. The engine comes in parts (parts.js): the sandbox is put in place here, its large
// libraries when a script first imports one.

import { fetchPart, fit, loadPart } from "./parts.js";

const post = (message) => self.postMessage(message);
const fatal = (what) => post({ type: "error", what, fatal: true });
const again = "Try again; if it happens again, try ?engine=cpu or another browser.";

self.addEventListener("error", (event) => {
  event.preventDefault();
  fatal(`The engine broke off: ${event.message}. ${again}`);
});
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fatal(`The engine broke off: ${event.reason?.message ?? event.reason}. ${again}`);
});

async function engine() {
  const url = new URL("worker_bg.wasm", import.meta.url);
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url} is not there (HTTP ${response.status})`);
  const type = response.headers.get("content-type") ?? "";
  if (type.includes("text/html")) throw new Error(`${url} is a web page, not the engine`);
  // With compression on the way, the header counts other bytes than those that arrive.
  const length = response.headers.get("content-encoding") ? NaN : Number(response.headers.get("content-length"));
  const total = length > 0 ? length : undefined;
  let received = 0, shown = 0;
  const counted = response.body.pipeThrough(
    new TransformStream({
      transform(bytes, stream) {
        received += bytes.byteLength;
        if (received - shown > 250_000 || received === total) {
          shown = received;
          post({ type: "loading", file: "engine", received, total });
        }
        stream.enqueue(bytes);
      },
    }),
  );
  return new Response(counted, { headers: { "content-type": "application/wasm" } });
}

try {
  const [{ initSync }, module, placeSandbox] = await Promise.all([
    import("./worker.js"),
    engine().then((response) => WebAssembly.compileStreaming(response)),
    fetchPart("sandbox"),
  ]);
  if (!fit(module)) throw new Error("its parts are of another release; reload the page");
  let main;
  self.loadLibraries = () => {
    try {
      loadPart("libraries", main);
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    }
  };
  main = initSync({ module });
  placeSandbox(main);
} catch (error) {
  fatal(`The engine could not be started: ${error?.message ?? error}. ${again}`);
}
