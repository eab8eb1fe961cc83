// The drawing: vis-network with places computed beforehand.
const scheme = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const face = getComputedStyle(document.body).fontFamily;
const drawn = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
const fonts = new Map(data.network.nodes.map((node) => [node.id, node.font ?? {}]));
const MANY = 1000; // nodes: their signs are drawn without borders and their edges paler
const many = data.network.nodes.length > MANY && !large;
const REST = { relation: many ? "petal" : "edge", petal: "petal", far: "far" };

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
  const scaling = { label: { drawThreshold: Infinity } }; // names are drawn apart
  return {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: {
      hover: true,
      hoverConnectedEdges: false,
      selectConnectedEdges: false,
    },
    nodes: {
      borderWidth: many ? 0 : 1.5,
      borderWidthSelected: 2.5,
      scaling,
    },
    edges: {
      arrows: { to: { enabled: true, scaleFactor: 0.45 } },
      smooth: false,
      width: 1.1,
      hoverWidth: 0.8,
      selectionWidth: 1,
      scaling,
    },
    groups: groups(paint),
  };
}

let paint = palette();
const network = new vis.Network(get("canvas"), drawn, options(paint));
globalThis.network = network; // for the console, as on every pyvis page

/** Make the drawing hold what is shown; what is open stands out with its neighbours, or its path. */
function draw() {
  if (loose) settle();
  const { nodes, edges } = shown();
  if (large) arrange(nodes, edges);
  const near = neighbourhood(state.id);
  namesFor = ""; // between the two, vis-network draws
  sync(drawn.nodes, nodes, (node) => nodeStyle(node, near));
  namesFor = "";
  sync(drawn.edges, edges, (edge) => edgeStyle(edge, near));
  namesFor = "";
}

const styles = new Map();

/** Add, change and take away only what differs from what is drawn. */
function sync(set, items, style) {
  const wanted = new Set(items.map(({ id }) => id));
  const gone = set.getIds().filter((id) => !wanted.has(id));
  for (const id of gone) styles.delete(id);
  const found = items.map((item) => ({ item, style: style(item) })).filter(({ item, style }) => changed(item.id, style));
  set.remove(gone);
  set.update(found.map(({ item, style }) => ({ ...item, ...style })));
}

function changed(id, style) {
  const written = JSON.stringify(style);
  const same = styles.get(id) === written;
  styles.set(id, written);
  return !same;
}

function neighbourhood(id) {
  const hops = path();
  if (hops.length) return { nodes: new Set(walk(hops)), edges: new Set(hops.flatMap(({ edges }) => edges.map((edge) => edge.id))) };
  if (!id) return null;
  const near = { nodes: new Set([id]), edges: new Set() };
  for (const edge of edgesOf.get(id) ?? data.network.edges.filter((edge) => edge.id === id)) {
    near.edges.add(edge.id);
    near.nodes.add(edge.from).add(edge.to);
  }
  return near;
}

function nodeStyle(node, near) {
  const lit = !near || near.nodes.has(node.id);
  const unnamed = node.id === state.id && !node.label && data.nodes[node.id];
  return {
    opacity: lit ? 1 : 0.22,
    label: unnamed ? shorten(unnamed.name, 18) : node.label,
    font: { size: 13, ...fonts.get(node.id), color: lit ? paint.ink : paint.faint },
  };
}

function edgeStyle(edge, near) {
  const lit = near?.edges.has(edge.id);
  return {
    width: edge.kind === "relation" ? 1.2 : 0.8,
    arrows: { to: { enabled: edge.kind === "relation" || edge.id === state.id } },
    dashes: Boolean(edge.dashes),
    color: { color: paint[lit ? (edge.kind === "relation" ? "soft" : "edge") : near ? "far" : (REST[edge.kind] ?? "edge")], highlight: paint.seal, hover: paint.seal },
    label: edgeName(edge, lit),
  };
}

/** The predicate of an edge that is looked at; petals are named on a path only. */
function edgeName(edge, lit) {
  if (!lit || (edge.kind !== "relation" && edge.id !== state.id && !path().length)) return "";
  return inLanguage(data.predicates[edge.predicate] ?? [edge.predicate, edge.predicate]);
}

const motion = () => (still.matches || many ? false : { duration: 350, easingFunction: "easeInOutQuad" });

/** Bring nodes into the middle of what legend and zoom buttons leave free; `least` and `most` limit the scale. */
function frame(ids, least, most, animation) {
  if (!ids.length) return;
  const places = ids.map((id) => network.getPosition(id));
  const [left, right] = extremes(places.map(({ x }) => x));
  const [top, bottom] = extremes(places.map(({ y }) => y));
  const stage = document.querySelector(".stage");
  const legend = get("legend");
  const wide = legend.offsetWidth < stage.clientWidth / 2;
  const [before, after, below] = wide ? [legend.offsetWidth + 12, 44, 0] : [0, 0, legend.offsetHeight];
  const above = get("part").hidden ? 0 : 2 * get("part").offsetHeight;
  const width = stage.clientWidth - before - after;
  const scale = Math.min((width - 2 * RIM) / (right - left || 1), (stage.clientHeight - above - below - 1.6 * RIM) / (bottom - top || 1));
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(least, Math.min(most, scale)),
    offset: { x: (before - after) / 2, y: (above - below) / 2 },
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
  draw();
}

// ---- moving
let loose = false;

/** Let the nodes move by forces, or hold them where they are. */
function loosen(free) {
  if (loose) settle();
  loose = free;
  const forces = { gravitationalConstant: -28, springLength: 70, springConstant: 0.06, damping: 0.6, avoidOverlap: 0.5 };
  network.setOptions({ physics: free ? { enabled: true, solver: "forceAtlas2Based", forceAtlas2Based: forces, stabilization: false } : false });
}

/** Keep the places that nodes were moved to. */
function settle() {
  for (const [id, { x, y }] of Object.entries(network.getPositions())) {
    const place = { x: Math.round(x), y: Math.round(y) };
    Object.assign(nodeOf.get(id), place);
    if (large) placed.set(id, place);
  }
  network.storePositions();
  namesFor = "";
}

/** Select what is open, and edges that are pointed at. */
function select(pointed = []) {
  const open = [state.id, ...pointed];
  network.setSelection(
    { nodes: open.filter((id) => drawn.nodes.get(id)), edges: open.filter((id) => drawn.edges.get(id)) },
    { highlightEdges: false },
  );
}

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The neighbour that lies best in a direction; from nothing, the best-connected node. */
function towards(key) {
  const [right, down] = WAYS[key];
  const here = drawn.nodes.get(state.id);
  if (!here) return drawn.nodes.getIds().sort(byDegree)[0];
  const score = (id) => {
    const [dx, dy] = [nodeOf.get(id).x - here.x, nodeOf.get(id).y - here.y];
    const [along, across] = [dx * right + dy * down, Math.abs(dx * down) + Math.abs(dy * right)];
    return along > 0 ? along + 2 * across : Infinity;
  };
  const found = neighbours(state.id).filter((id) => drawn.nodes.get(id)).map((id) => ({ id, score: score(id) }));
  found.sort((one, two) => one.score - two.score);
  return found[0]?.score < Infinity ? found[0].id : undefined;
}

const tip = get("tip");
function hover(id, at) {
  const node = data.nodes[id];
  if (!node) return;
  tip.replaceChildren(quoted(shorten(node.name, 60)), make("small", {}, both(data.classes[node.type].label), ` · ${degree(id)} `, both(word("statements"))));
  tip.hidden = false;
  const { clientWidth, clientHeight } = tip.parentElement;
  tip.style.left = `${Math.max(8, Math.min(at.x + 14, clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(8, Math.min(at.y + 14, clientHeight - tip.offsetHeight - 8))}px`;
}

network.on("hoverNode", ({ node, pointer }) => {
  hover(node, pointer.DOM);
  light((ofNode.get(node) ?? []).map(({ id }) => id));
});
network.on("blurNode", () => {
  tip.hidden = true;
  light([]);
});
network.on("hoverEdge", ({ edge }) => light([edge]));
network.on("blurEdge", () => light([]));
network.on("dragStart", () => { tip.hidden = true; });
network.on("dragEnd", ({ nodes }) => { if (nodes.length) settle(); });
network.on("click", ({ nodes, edges }) => visit(nodes[0] ?? edges[0] ?? "", "seen"));
network.on("doubleClick", ({ nodes }) => { if (nodes.length) unfold(nodes[0]); });
