// Replays a conversation's draw operations on a canvas, as vectors, one after the other.
//
// The pixels that the model sees come from the core's rasteriser; this is a drawing for people, larger and
// in motion. Coordinates are Pillow's: integers name pixel centres, boxes include their last pixel; those of paths
// and labels (matplotlib's) are places on the plane, where a pixel reaches from one integer to the next.

const LONG_SIDE = 1200; // device pixels of the longer side, so that small pictures show crisp strokes
const STROKE_MS = 320;
const ALL_STROKES_MS = 2400;
const EXACT = /^(copy|crop|resize|thumbnail|convert)/i; // transforms that drawImage repeats faithfully enough

const css = ([r, g, b, a]) => `rgba(${r},${g},${b},${a / 255})`;

function ellipsePoints([x0, y0, x1, y1], from = 0, to = 360) {
  const cx = (x0 + x1) / 2, cy = (y0 + y1) / 2, rx = (x1 - x0) / 2, ry = (y1 - y0) / 2;
  if (to < from) to += 360 * Math.ceil((from - to) / 360);
  const steps = Math.max(2, Math.ceil(Math.min(to - from, 360) / 4));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + (Math.min(to - from, 360) * i) / steps) * Math.PI) / 180;
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
  });
}

function boxPoints([x0, y0, x1, y1], radius = 0) {
  const r = Math.min(radius, (x1 - x0) / 2, (y1 - y0) / 2);
  if (!(r > 0)) return [[x0, y0], [x1, y0], [x1, y1], [x0, y1]];
  const corner = (cx, cy, start) => ellipsePoints([cx - r, cy - r, cx + r, cy + r], start, start + 90);
  return [
    ...corner(x0 + r, y0 + r, 180), ...corner(x1 - r, y0 + r, 270),
    ...corner(x1 - r, y1 - r, 0), ...corner(x0 + r, y1 - r, 90),
  ];
}

/** An ellipse's outline turned about its middle, as OpenCV's can be. */
function turned(points, [x0, y0, x1, y1], degrees = 0) {
  if (!degrees) return points;
  const [cx, cy, angle] = [(x0 + x1) / 2, (y0 + y1) / 2, (degrees * Math.PI) / 180];
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return points.map(([x, y]) => [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos]);
}

const centres = (points) => points.map(([x, y]) => [x + 0.5, y + 0.5]);
/** The box's outer edge, moved inwards: Pillow's outlines grow into the box. */
const inset = ([x0, y0, x1, y1], by) => [x0 + by, y0 + by, x1 + 1 - by, y1 + 1 - by];

/** A drawing operation as one path: what to fill, what to stroke. */
function shape(op) {
  const width = Math.max(1, op.width ?? 1);
  const box = op.bbox && inset(op.bbox, 0);
  const line = op.bbox && inset(op.bbox, width / 2);
  switch (op.op) {
    case "line":
      return { outline: centres(op.points), color: op.color, width };
    case "rectangle":
      return { area: boxPoints(box, op.radius), outline: boxPoints(line, op.radius - width / 2), closed: true, width };
    case "ellipse": {
      const edge = (bbox) => turned(ellipsePoints(bbox), bbox, op.opencv?.angle);
      return { area: edge(box), outline: edge(op.opencv ? inset(op.bbox, 0.5) : line), closed: true, width };
    }
    case "polygon": {
      const outline = centres(op.points);
      return { area: outline, outline, rings: op.opencv?.rings, closed: true, width };
    }
    case "arc": {
      const edge = op.opencv ? inset(op.bbox, 0.5) : line;
      return { outline: turned(ellipsePoints(edge, op.start, op.end), edge, op.opencv?.angle), color: op.color, width };
    }
    case "chord": {
      const outline = ellipsePoints(line, op.start, op.end);
      return { area: ellipsePoints(box, op.start, op.end), outline, closed: true, width };
    }
    case "pieslice": {
      const centre = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      const slice = (edge) => turned([centre, ...ellipsePoints(edge, op.start, op.end)], edge, op.opencv?.angle);
      return { area: slice(box), outline: slice(line), closed: true, width };
    }
    default:
      return null;
  }
}

function trace(context, points, closed, rings = [points.length]) {
  context.beginPath();
  let start = 0;
  for (const count of rings) {
    points.slice(start, start + count).forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    if (closed) context.closePath();
    start += count;
  }
}

/** The browser's path of path commands. */
function pathOf(commands) {
  const path = new Path2D();
  for (const command of commands) {
    if (command === "close") path.closePath();
    else if (command.move) path.moveTo(...command.move);
    else if (command.line) path.lineTo(...command.line);
    else if (command.quad) path.quadraticCurveTo(...command.quad.flat());
    else path.bezierCurveTo(...command.cubic.flat());
  }
  return path;
}

/** The points of a path that is one open polyline; none if it is not. */
function polyline(commands) {
  const straight = commands.every((command, i) => (i ? command.line : command.move));
  return straight && commands.length > 1 ? commands.map((command) => command.line ?? command.move) : null;
}

function clipTo(context, box) {
  if (!box) return;
  const clip = new Path2D();
  clip.rect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
  context.clip(clip);
}

/** A path of matplotlib's; lines grow, areas and curves fade in. */
function drawPath(context, op, part) {
  clipTo(context, op.clip);
  if (op.mask?.length) context.clip(pathOf(op.mask));
  const points = part < 1 && !op.fill && !op.at?.length ? polyline(op.commands) : null;
  const path = points
    ? pathOf(partOf(points, part).map((point, i) => (i ? { line: point } : { move: point })))
    : pathOf(op.commands);
  context.globalAlpha = points ? 1 : part;
  const { stroke } = op;
  if (op.fill) context.fillStyle = css(op.fill);
  if (stroke) {
    context.strokeStyle = css(stroke.color);
    context.lineWidth = stroke.width;
    context.lineCap = { projecting: "square" }[stroke.cap] ?? stroke.cap ?? "butt";
    context.lineJoin = stroke.join ?? "miter";
    context.setLineDash(stroke.dashes ?? []);
    context.lineDashOffset = stroke.offset ?? 0;
  }
  for (const [x, y] of op.at?.length ? op.at : [[0, 0]]) {
    context.translate(x, y);
    if (op.fill) context.fill(path);
    if (stroke) context.stroke(path);
    context.translate(-x, -y);
  }
}

/** A line of text whose baseline starts at a point and rises by an angle. */
function drawLabel(context, op, alpha) {
  clipTo(context, op.clip);
  context.globalAlpha = alpha;
  context.fillStyle = css(op.color);
  const face = op.face ?? "sans";
  const style = `${face.includes("oblique") ? "italic " : ""}${face.startsWith("bold") ? "bold " : ""}`;
  context.font = `${style}${op.size}px "DejaVu Sans${face === "mono" ? " Mono" : ""}", Verdana, sans-serif`;
  context.translate(...op.position);
  context.rotate((-(op.angle ?? 0) * Math.PI) / 180);
  const ink = context.measureText(op.text);
  const own = ink.actualBoundingBoxLeft + ink.actualBoundingBoxRight;
  const width = op.bbox[2] - op.bbox[0];
  // Fonts differ between machines: level text is stretched to the width that the rasteriser measured.
  if (!op.angle && own > 0 && width > 0) context.scale(width / own, 1);
  context.fillText(op.text, 0, 0);
}

/** The first part of a path, measured by its length. */
function partOf(points, part) {
  const length = (i) => Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]);
  let left = 0;
  for (let i = 1; i < points.length; i++) left += length(i);
  left *= part;
  const taken = [points[0]];
  for (let i = 1; i < points.length && left > 0; i++) {
    const here = length(i), share = here > left ? left / here : 1;
    taken.push(points[i].map((end, axis) => points[i - 1][axis] + (end - points[i - 1][axis]) * share));
    left -= here;
  }
  return taken;
}

function drawText(context, op, alpha) {
  const [x0, y0, x1, y1] = op.bbox;
  context.globalAlpha = alpha;
  context.fillStyle = css(op.color);
  context.font = `${op.size}px "DejaVu Sans", Verdana, sans-serif`;
  const lines = op.text.split("\n");
  const ink = lines.map((line) => context.measureText(line));
  const left = Math.max(...ink.map((m) => m.actualBoundingBoxLeft));
  const right = Math.max(...ink.map((m) => m.actualBoundingBoxRight));
  const top = ink[0].actualBoundingBoxAscent;
  const step = op.size * 1.17;
  const bottom = step * (lines.length - 1) + ink[ink.length - 1].actualBoundingBoxDescent;
  // Fonts differ between machines: the ink is stretched to the box that the rasteriser measured.
  const sx = left + right > 0 ? (x1 - x0) / (left + right) : 1;
  const sy = top + bottom > 0 ? (y1 - y0) / (top + bottom) : 1;
  context.save();
  context.translate(x0 + left * sx, y0 + top * sy);
  context.scale(sx || 1, sy || 1);
  lines.forEach((line, i) => context.fillText(line, 0, i * step));
  context.restore();
  context.globalAlpha = 1;
}

/** Draws the first `part` (0 to 1) of an operation; `scale` is device pixels a picture's pixel. */
export function drawOperation(context, op, scale, part = 1) {
  context.save();
  context.setTransform(scale, 0, 0, scale, 0, 0);
  const path = shape(op);
  if (path) {
    const stroke = path.color ?? op.outline;
    if (path.area && op.fill) {
      context.globalAlpha = part;
      context.fillStyle = css(op.fill);
      trace(context, path.area, true, path.rings);
      context.fill("evenodd");
      context.globalAlpha = 1;
    }
    if (stroke && path.outline.length) {
      context.strokeStyle = css(stroke);
      context.lineWidth = path.width;
      context.lineJoin = op.op === "rectangle" ? "miter" : "round";
      const points = path.closed ? [...path.outline, path.outline[0]] : path.outline;
      if (part < 1) trace(context, partOf(points, part), false);
      else trace(context, path.outline, path.closed, path.rings);
      context.stroke();
    }
  } else if (op.op === "text") {
    drawText(context, op, part);
  } else if (op.op === "path") {
    drawPath(context, op, part);
  } else if (op.op === "label") {
    drawLabel(context, op, part);
  } else if (op.op === "bitmap") {
    const [x, y, width, height] = [...op.at, ...op.size];
    context.globalAlpha = part;
    if (part === 1) context.clearRect(x, y, width, height);
    context.drawImage(op.picture, x, y, width, height);
  } else if (op.op === "point" || op.op === "pixels") {
    context.fillStyle = css(op.color);
    const count = Math.ceil(op.points.length * part);
    for (const [x, y] of op.points.slice(0, count)) context.fillRect(Math.round(x), Math.round(y), 1, 1);
  }
  context.restore();
}

/** A judge's mark, in device pixels, with a light edge so that it shows on any picture. */
function drawMark(context, mark, scale, color, dashes) {
  const path = new Path2D();
  const at = (x, y) => [(x + 0.5) * scale, (y + 0.5) * scale];
  if (mark.mark === "point") path.arc(...at(mark.x, mark.y), dashes.length ? 24 : 8, 0, 2 * Math.PI);
  else if (mark.mark === "circle") path.arc(...at(mark.x, mark.y), mark.r * scale, 0, 2 * Math.PI);
  else if (mark.mark === "box") path.rect(...at(mark.x0, mark.y0), (mark.x1 - mark.x0) * scale, (mark.y1 - mark.y0) * scale);
  else {
    const points = mark.points ?? [[mark.x0, mark.y0], [mark.x1, mark.y1]];
    points.forEach((point, i) => (i ? path.lineTo(...at(...point)) : path.moveTo(...at(...point))));
  }
  const stroke = (style, width, pattern) => {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.setLineDash(pattern);
    context.stroke(path);
  };
  stroke("rgba(255,255,255,0.85)", dashes.length ? 10 : 6, []);
  stroke(color, dashes.length ? 6 : 3, dashes);
  context.setLineDash([]);
}

/** An image of the conversation, drawn larger than it is. */
class Surface {
  constructor(width, height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.scale = Math.max(1, Math.min(10, LONG_SIDE / Math.max(this.width, this.height)));
    this.canvas = document.createElement("canvas");
    this.canvas.width = Math.round(this.width * this.scale);
    this.canvas.height = Math.round(this.height * this.scale);
    this.context = this.canvas.getContext("2d");
    this.context.imageSmoothingQuality = "high";
    this.exact = true;
  }

  /** Covers this surface with (a region of) a picture. */
  cover(picture, region) {
    const { width, height } = this.canvas;
    if (region) this.context.drawImage(picture, ...region, 0, 0, width, height);
    else this.context.drawImage(picture, 0, 0, width, height);
  }
}

const STROKES = new Set([
  "line", "rectangle", "ellipse", "polygon", "arc", "chord", "pieslice", "text", "point", "pixels", "path", "label",
  "bitmap",
]);
const isStroke = (event) => event.event === "draw" && STROKES.has(event.op.op);

/** Plays events on a canvas. Give the same events, get the same drawing. */
export class StrokePlayer {
  constructor(canvas, overlay) {
    this.canvas = canvas;
    this.overlay = overlay;
    this.reset();
  }

  reset() {
    this.surfaces = new Map();
    this.paths = new Map();
    this.queue = [];
    this.history = [];
    this.input = this.shown = null;
    this.showsBefore = false;
    this.working = false;
    this.burst = 0;
    this.generation = (this.generation ?? 0) + 1;
    this.clearOverlay();
  }

  /** Shows a picture (address or blob) and forgets all strokes. */
  show(picture) {
    this.reset();
    this.queue.push({ picture });
    this.work();
  }

  /** Takes one event, as JSON text or object. */
  event(line) {
    const event = typeof line === "string" ? JSON.parse(line) : line;
    if (event.event === "start") this.reset();
    if (["start", "draw", "image"].includes(event.event)) {
      this.history.push(event);
      this.queue.push(event);
      this.work();
    }
  }

  /** The source lines of the strokes so far, in order. */
  get strokes() {
    return Uint32Array.from(this.history.filter(isStroke), (event) => event.op.line);
  }

  /** Shows the picture as it was after its first `count` strokes, at once. */
  seek(count) {
    if (!this.input) return;
    const wanted = [];
    let left = count;
    for (const event of this.history) {
      if (event.event === "start") continue; // the picture is there
      if (isStroke(event) && left-- <= 0) break;
      // Result images are shown when nothing is left out, as at the end of a run.
      if (event.event !== "image" || count >= this.strokes.length) wanted.push(event);
    }
    this.generation++;
    this.surfaces.clear();
    this.paths.clear();
    this.shown = this.input;
    this.queue = wanted.map((event) => ({ ...event, atOnce: true }));
    this.working = false;
    this.work().then(() => this.paint());
  }

  before(on) {
    this.showsBefore = on;
    this.paint();
  }

  async work() {
    if (this.working) return;
    this.working = true;
    const mine = this.generation;
    while (this.queue.length && mine === this.generation) {
      const next = this.queue.shift();
      try {
        if (next.picture) await this.take(await load(next.picture), mine);
        else if (next.event === "start") await this.take(await load(png(next.image)), mine, next.image);
        else if (next.event === "image") await this.result(next.image, mine);
        else await this.operation(next.op, mine, next.atOnce);
      } catch (error) {
        console.warn("a stroke could not be shown:", error);
      }
    }
    if (mine === this.generation) this.working = false;
  }

  async take(picture, mine, size) {
    if (mine !== this.generation) return;
    this.input = new Surface(size?.width ?? picture.width, size?.height ?? picture.height);
    this.input.cover(picture);
    this.shown = this.input;
    this.paint();
  }

  async result(image, mine) {
    const surface = this.surfaces.get(image.canvas);
    if (surface?.exact) {
      this.shown = surface;
    } else {
      const picture = await load(png(image));
      if (mine !== this.generation) return;
      this.shown = surface ?? new Surface(image.width, image.height);
      this.shown.cover(picture);
    }
    this.paint();
  }

  async operation(op, mine, atOnce) {
    const from = this.surfaces.get(op.from);
    switch (op.op) {
      case "new": {
        const surface = new Surface(...op.size);
        surface.context.fillStyle = css(op.color);
        surface.context.fillRect(0, 0, surface.canvas.width, surface.canvas.height);
        this.surfaces.set(op.canvas, surface);
        return;
      }
      case "open": {
        const surface = new Surface(...op.size);
        const source = this.paths.get(op.path) ?? this.input;
        if (source) surface.cover(source.canvas);
        surface.exact = source?.exact ?? true;
        this.surfaces.set(op.canvas, surface);
        return;
      }
      case "derive": {
        const surface = new Surface(...op.size);
        const region = op.region && from && [
          op.region[0] * from.scale, op.region[1] * from.scale,
          (op.region[2] - op.region[0]) * from.scale, (op.region[3] - op.region[1]) * from.scale,
        ];
        if (from) surface.cover(from.canvas, region);
        surface.exact = Boolean(from?.exact) && EXACT.test(op.how);
        this.surfaces.set(op.canvas, surface);
        return;
      }
      case "save":
        this.paths.set(op.path, this.surfaces.get(op.canvas));
        return;
      case "paste": {
        const surface = this.surfaces.get(op.canvas);
        if (!surface) return;
        if (op.mask !== undefined || !from?.exact) surface.exact = false;
        if (op.mask === undefined && from) {
          const s = surface.scale;
          surface.context.drawImage(from.canvas, op.at[0] * s, op.at[1] * s, from.width * s, from.height * s);
        }
        return;
      }
    }
    const surface = this.surfaces.get(op.canvas);
    if (!surface || !STROKES.has(op.op)) return;
    if (op.op === "bitmap" && !op.picture) op = { ...op, picture: await load(png(op)) };
    if (mine !== this.generation) return;
    this.shown = surface;
    if (!atOnce) await this.animate(surface, op, mine);
    if (mine !== this.generation) return;
    drawOperation(surface.context, op, surface.scale);
    this.paint();
  }

  async animate(surface, op, mine) {
    if (document.hidden || this.showsBefore || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    // All strokes of a script share the time that its first one finds waiting.
    const waiting = 1 + this.queue.filter(isStroke).length;
    this.burst = Math.max(waiting, this.burst);
    const duration = Math.min(STROKE_MS, ALL_STROKES_MS / this.burst);
    if (waiting === 1) this.burst = 0;
    if (duration < 16) return;
    const start = performance.now();
    for (let now = start; now - start < duration && mine === this.generation && !document.hidden; ) {
      this.paint();
      if (!this.showsBefore)
        drawOperation(this.canvas.getContext("2d"), op, surface.scale, (now - start) / duration);
      now = await new Promise((done) => {
        const timer = setTimeout(() => done(performance.now()), 100); // a covered tab gets no frames
        requestAnimationFrame((time) => (clearTimeout(timer), done(Math.max(time, start))));
      });
    }
  }

  paint() {
    const surface = this.showsBefore ? this.input : this.shown;
    if (!surface) return;
    if (this.canvas.width !== surface.canvas.width || this.canvas.height !== surface.canvas.height) {
      this.canvas.width = surface.canvas.width;
      this.canvas.height = surface.canvas.height;
    }
    const context = this.canvas.getContext("2d");
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.drawImage(surface.canvas, 0, 0);
  }

  /** Draws a verdict's marks on the overlay: expected ones dashed, found ones thin. Null clears it. */
  verdict(verdict) {
    this.clearOverlay();
    if (!this.overlay || !verdict?.drawing) return;
    const { size: [width, height], drawing } = verdict;
    const scale = LONG_SIDE / Math.max(width, height);
    this.overlay.width = width * scale;
    this.overlay.height = height * scale;
    const context = this.overlay.getContext("2d");
    context.lineCap = context.lineJoin = "round";
    for (const mark of drawing.found) drawMark(context, mark, scale, "#2368c4", []);
    drawing.expected.forEach((mark, i) =>
      drawMark(context, mark, scale, drawing.hit[i] ? "#12805c" : "#c42b2b", [14, 12]));
  }

  clearOverlay() {
    this.overlay?.getContext("2d").clearRect(0, 0, this.overlay.width, this.overlay.height);
  }
}

const png = (image) => `data:image/png;base64,${image.png}`;

async function load(source) {
  if (source instanceof Blob) return createImageBitmap(source);
  const picture = new Image();
  picture.src = source;
  await picture.decode();
  return picture;
}
