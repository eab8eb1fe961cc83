// The drawing: vis-network with places computed beforehand.
const scheme = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const NAMELESS = " "; // vis-network takes no name away, but puts another in its place
const named = new Set();
const hiddenGroups = new Set();
const drawn = { nodes: new vis.DataSet(data.network.nodes), edges: new vis.DataSet(data.network.edges) };
const fonts = new Map(data.network.nodes.map((node) => [node.id, node.font ?? {}]));
const MANY = 1000; // nodes: their signs are drawn without borders and their edges paler
const many = data.network.nodes.length > MANY;
const REST = { relation: many ? "petal" : "edge", petal: "petal", far: "far" };
let focus = null;

function colour(name) {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  root.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function palette() {
  const names = ["paper", "card", "ink", "soft", "seal", "edge", "petal", "far", "faint"];
  return Object.fromEntries(names.map((name) => [name, colour(name)]));
}

function groups(paint) {
  const found = {};
  for (const [name, { light, dark, shape }] of Object.entries(data.classes)) {
    if (!shape) continue;
    const background = scheme.matches ? dark : light;
    const color = { background, border: paint.paper, highlight: { background, border: paint.ink }, hover: { background, border: paint.soft } };
    found[name] = { shape, color };
  }
  return found;
}

function options(paint) {
  const face = getComputedStyle(document.body).fontFamily;
  return {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: {
      hover: true,
      hoverConnectedEdges: false,
      selectConnectedEdges: false,
      keyboard: { enabled: true, bindToWindow: false },
    },
    nodes: {
      borderWidth: many ? 0 : 1.5,
      borderWidthSelected: 2.5,
      font: { face, color: paint.ink, strokeWidth: 4, strokeColor: paint.paper, vadjust: -3 },
      scaling: { label: { drawThreshold: 7.5, maxVisible: 20 } },
    },
    edges: {
      arrows: { to: { enabled: true, scaleFactor: 0.45 } },
      smooth: false,
      width: 1.1,
      hoverWidth: 0.8,
      selectionWidth: 1,
      font: { face, size: 12, color: paint.soft, strokeWidth: 4, strokeColor: paint.paper },
    },
    groups: groups(paint),
  };
}

let paint = palette();
const network = new vis.Network(document.getElementById("canvas"), drawn, options(paint));
globalThis.network = network; // for the console, as on every pyvis page

/** Show a node or edge with its neighbours, everything else faint; nothing shows all alike. */
function emphasise(id) {
  focus = id;
  const near = neighbourhood(id);
  drawn.nodes.update(changed(data.network.nodes.map((node) => nodeStyle(node, near))));
  drawn.edges.update(changed(data.network.edges.map((edge) => edgeStyle(edge, near))));
}

const styles = new Map();

/** Keep the styles that differ from what is drawn: on large graphs most do not. */
function changed(found) {
  return found.filter((style) => {
    const written = JSON.stringify(style);
    const same = styles.get(style.id) === written;
    styles.set(style.id, written);
    return !same;
  });
}

function neighbourhood(id) {
  if (!id) return null;
  const near = { nodes: new Set([id]), edges: new Set() };
  for (const edge of data.network.edges) {
    if (edge.id !== id && edge.from !== id && edge.to !== id) continue;
    near.edges.add(edge.id);
    near.nodes.add(edge.from).add(edge.to);
  }
  return near;
}

function nodeStyle(node, near) {
  const lit = !near || near.nodes.has(node.id);
  const name = node.id === focus && !node.label ? shorten(data.nodes[node.id].name, 18) : node.label;
  return {
    id: node.id,
    hidden: hiddenGroups.has(node.group),
    opacity: lit ? 1 : 0.22,
    label: name,
    font: { size: 13, ...fonts.get(node.id), color: lit ? paint.ink : paint.faint },
  };
}

function edgeStyle(edge, near) {
  const lit = near?.edges.has(edge.id);
  const groupOf = (id) => data.nodes[id].group;
  return {
    id: edge.id,
    hidden: hiddenGroups.has(groupOf(edge.from)) || hiddenGroups.has(groupOf(edge.to)),
    width: edge.kind === "relation" ? 1.2 : 0.8,
    arrows: { to: { enabled: edge.kind === "relation" || edge.id === focus } },
    dashes: Boolean(edge.dashes),
    color: { color: paint[lit ? (edge.kind === "relation" ? "soft" : "edge") : near ? "far" : REST[edge.kind]], highlight: paint.seal, hover: paint.seal },
    label: edgeName(edge, lit),
  };
}

/** The predicate of an edge that is looked at; of another nothing, or what takes an earlier name's place. */
function edgeName(edge, lit) {
  if (!lit || (edge.kind !== "relation" && edge.id !== focus)) return named.has(edge.id) ? NAMELESS : undefined;
  named.add(edge.id);
  return inLanguage(data.predicates[edge.predicate]);
}

const motion = () => (still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/** Bring nodes into the middle of what legend and zoom buttons leave free; `least` and `most` limit the scale. */
function frame(ids, least, most, animation) {
  if (!ids.length) return;
  const places = ids.map((id) => network.getPosition(id));
  const [left, right] = extremes(places.map(({ x }) => x));
  const [top, bottom] = extremes(places.map(({ y }) => y));
  const stage = document.querySelector(".stage");
  const legend = document.getElementById("legend");
  const wide = legend.offsetWidth < stage.clientWidth / 2;
  const [before, after, below] = wide ? [legend.offsetWidth + 16, 44, 0] : [0, 0, legend.offsetHeight];
  const width = stage.clientWidth - before - after;
  const scale = Math.min(width / (right - left + 130), (stage.clientHeight - below) / (bottom - top + 90));
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(least, Math.min(most, scale)),
    offset: { x: (before - after) / 2, y: -below / 2 },
    animation,
  });
}

const extremes = (numbers) => numbers.reduce(([low, high], number) => [Math.min(low, number), Math.max(high, number)], [Infinity, -Infinity]);

function fit() {
  frame(drawn.nodes.getIds(), 0.05, 1.5, motion());
}

/** Bring a node or edge into view with its neighbours. */
function show(id) {
  frame([...neighbourhood(id).nodes].filter((node) => drawn.nodes.get(node)), 0.75, 1.3, motion());
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: motion() });
}

function repaint() {
  paint = palette();
  network.setOptions(options(paint));
  emphasise(focus);
}

const tip = document.getElementById("tip");
function hover(id, at) {
  const node = data.nodes[id];
  tip.replaceChildren(make("bdi", {}, shorten(node.name, 60)), make("small", {}, both(data.classes[node.type].label)));
  tip.hidden = false;
  const { clientWidth, clientHeight } = tip.parentElement;
  tip.style.left = `${Math.max(8, Math.min(at.x + 14, clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(8, Math.min(at.y + 14, clientHeight - tip.offsetHeight - 8))}px`;
}

network.on("hoverNode", ({ node, pointer }) => hover(node, pointer.DOM));
network.on("blurNode", () => { tip.hidden = true; });
network.on("dragStart", () => { tip.hidden = true; });
network.on("click", ({ nodes, edges }) => visit(nodes[0] ?? edges[0] ?? "", true));
