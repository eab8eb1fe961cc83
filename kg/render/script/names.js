// The names in the drawing: at a size that can be read, what matters most first. A name that would cover another, or a
// sign, stands at another side of its node, else waits until there is room. vis-network's own names are not shown.
const SMALL = 11; // pixels of the smallest names on the screen, of nodes whose own size is USUAL
const BIG = 20;
const USUAL = 13;
const APART = 4; // pixels between names
const RIM = 60; // pixels that names may reach beyond the outermost nodes: what `frame` leaves them
const LEADING = 1.2;
const CHIEF = 24; // names that may cover signs where they must
const FINE = 1.15; // names are placed anew when the scale changes by this
const SIDES = [[0, 1], [1, 0], [-1, 0], [0, -1]];
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]; // along an edge
const CELL = 48; // pixels of the grid by which names find what is near

const pen = make("canvas").getContext("2d");
const widths = new Map();
let names = []; // that stand
let namesFor = ""; // the scale that they were placed for

/** The width of a line in ems. */
function ems(line) {
  if (!widths.has(line)) {
    pen.font = `100px ${face}`;
    widths.set(line, pen.measureText(line).width / 100);
  }
  return widths.get(line);
}

/** What keeps boxes apart: each is put down where it meets no other. */
class Room {
  #cells = new Map();
  #left;
  #right;

  constructor(left, right) {
    [this.#left, this.#right] = [left, right];
  }

  * #around([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= right / CELL; x += 1) for (let y = Math.floor(top / CELL); y <= bottom / CELL; y += 1) yield x * 1e6 + y;
  }

  take(box) {
    for (const cell of this.#around(box)) this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), box]);
  }

  free([left, top, right, bottom], own) {
    if (left < this.#left || right > this.#right) return false;
    const meets = (other) => other !== own && left < other[2] && other[0] < right && top < other[3] && other[1] < bottom;
    for (const cell of this.#around([left, top, right, bottom])) if (this.#cells.get(cell)?.some(meets)) return false;
    return true;
  }
}

const sized = (own, scale) => Math.min(BIG, Math.max(own * scale, SMALL * Math.sqrt(own / USUAL)));

/** The middle of a name beside its node, at a side, in pixels from the node. */
function beside({ size, width, height }, [across, down], scale) {
  const reach = size * scale + APART;
  return [across * (reach + width / 2), down * (reach + height / 2)];
}

const around = ([x, y], { width, height }) => [x - width / 2 - APART, y - height / 2, x + width / 2 + APART, y + height / 2];

function nodeName(node, order, scale) {
  const px = sized(node.font.size ?? USUAL, scale);
  const lines = node.label.split("\n");
  return { id: node.id, order, lines, px, size: node.size ?? 10, color: node.font.color, width: px * Math.max(...lines.map(ems)), height: px * LEADING * lines.length };
}

/** Tell whether an edge has a name, and room for it between its ends. */
function roomy({ label, from, to }, scale) {
  const [one, two] = [network.body.nodes[from], network.body.nodes[to]];
  return label && one && two && Math.hypot(one.x - two.x, one.y - two.y) * scale > 3 * SMALL * LEADING;
}

/** What is to be named, the weightiest first: what is open, what it has to do with, edges, others by degree, articles. */
function wanted(scale) {
  const near = neighbourhood(state.id);
  const order = ({ id, group }) => (id === state.id ? 0 : near?.nodes.has(id) ? 1 : group === "Article" ? 4 : 3);
  const nodes = drawn.nodes.get().filter(({ label }) => label).map((node) => nodeName(node, order(node), scale));
  const once = new Map(drawn.edges.get().filter((edge) => roomy(edge, scale)).map((edge) => [[edge.from, edge.to, edge.label].join("\n"), edge]));
  const edges = [...once.values()].map((edge) => ({ edge, id: edge.id, order: edge.id === state.id ? 0 : 2, lines: [edge.label], px: SMALL + 1, color: paint.soft, width: (SMALL + 1) * ems(edge.label), height: (SMALL + 1) * LEADING }));
  return [...nodes, ...edges].sort((one, two) => one.order - two.order || byDegree(one.id, two.id));
}

/** Place the names for a scale. */
function placeNames(scale) {
  const [left, right] = extremes(drawn.nodes.map(({ id }) => network.body.nodes[id].x * scale));
  const [taken, signed] = [new Room(left - RIM, right + RIM), new Room(-Infinity, Infinity)];
  const signs = new Map();
  for (const { id, label, size = 10 } of drawn.nodes.get()) {
    const { x, y } = network.body.nodes[id];
    const box = [x * scale - size * scale, y * scale - size * scale, x * scale + size * scale, y * scale + size * scale];
    signs.set(id, box);
    if (label) signed.take(box);
  }
  names = [];
  for (const [number, name] of wanted(scale).entries()) {
    const at = name.edge ? PLACES : SIDES;
    const box = (place) => around(name.edge ? along(name.edge, place).map((part) => part * scale) : offset(name, place, scale), name);
    const free = at.filter((place) => taken.free(box(place)));
    const place = free.find((place) => signed.free(box(place), signs.get(name.id))) ?? (number < CHIEF ? free[0] : undefined) ?? (name.order === 0 ? at[0] : undefined);
    if (place === undefined) continue;
    taken.take(box(place));
    names.push({ ...name, place });
  }
}

function offset(name, place, scale) {
  const { x, y } = network.body.nodes[name.id];
  const [across, down] = beside(name, place, scale);
  return [x * scale + across, y * scale + down];
}

/** A point along an edge. */
function along(edge, share) {
  const [from, to] = [network.body.nodes[edge.from], network.body.nodes[edge.to]];
  const bend = (edge.smooth?.roundness ?? 0) * 2 * share * (1 - share);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return [from.x + dx * share + dy * bend, from.y + dy * share - dx * bend];
}

function letter(context, { edge, id, lines, px, color, place, ...name }, scale) {
  const height = px * LEADING;
  const [x, y] = edge ? along(edge, place) : offset({ id, ...name }, place, scale).map((part) => part / scale);
  context.font = `${id === state.id ? "600 " : ""}${px / scale}px ${face}`;
  context.fillStyle = color;
  for (const [number, line] of lines.entries()) {
    const down = y + ((number - (lines.length - 1) / 2) * height) / scale;
    context.strokeText(line, x, down);
    context.fillText(line, x, down);
  }
}

/** Draw the names that are in sight. */
function drawNames(context) {
  const scale = network.getScale();
  const level = Math.round(Math.log(scale) / Math.log(FINE));
  const key = `${level} ${loose ? Math.floor(performance.now() / 400) : ""}`;
  if (namesFor !== key) placeNames(FINE ** level);
  namesFor = key;
  Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 4 / scale, strokeStyle: paint.paper });
  const [one, two] = [network.DOMtoCanvas({ x: -80, y: -40 }), network.DOMtoCanvas({ x: stageBox.clientWidth + 80, y: stageBox.clientHeight + 40 })];
  for (const name of names) {
    const { x, y } = name.edge ? one : (network.body.nodes[name.id] ?? one);
    if (name.edge || (x >= one.x && x <= two.x && y >= one.y && y <= two.y)) letter(context, name, scale);
  }
}

const stageBox = get("canvas");
network.on("afterDrawing", drawNames);
