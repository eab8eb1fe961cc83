// The graph: who is connected with whom, what the filters let through, and the shortest path.
const LARGE = 2000; // nodes: a larger graph opens on a part of it
const PART = 120; // nodes of the best-connected part
const ROUND = 150; // neighbours that one expansion shows
const SPOKEN = ["says", "states"];
const INNER = ["Article", "Figure", "Quotation"];

const nodeOf = new Map(data.network.nodes.map((node) => [node.id, node]));
const large = nodeOf.size > LARGE;
const groupOf = (id) => nodeOf.get(id)?.group;
const ofNode = collected(data.statements, ({ subject, object }) => new Set([subject, object, data.nodes[object]?.about]));
const edgesOf = collected(data.network.edges, ({ from, to }) => new Set([from, to]));
const degree = (id) => ofNode.get(id)?.length ?? 0;

/** Items by each of their keys. */
function collected(items, keys) {
  const found = new Map();
  for (const item of items) {
    for (const key of keys(item)) {
      if (!key) continue;
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(item);
    }
  }
  return found;
}

const other = (edge, id) => (edge.from === id ? edge.to : edge.from);
const neighbours = (id) => [...new Set((edgesOf.get(id) ?? []).map((edge) => other(edge, id)))];
const byDegree = (one, two) => degree(two) - degree(one) || (one < two ? -1 : 1);

/** The nodes that a node, a statement or an edge has to do with. */
function ends(id) {
  if (nodeOf.has(id)) return [id];
  const statement = statements.get(id);
  return statement ? [statement.subject, statement.object].filter((end) => nodeOf.has(end)) : [];
}

// ---- periods, as ISO 8601 dates of reduced precision: text order is their order
const DATED = /^\d{4}(-\d\d){0,2}$/;

/** The first and last month of a period; an open side reaches as far as time does. */
function months(period) {
  const [from, until = from] = period.split("/");
  return [DATED.test(from) ? `${from}-01`.slice(0, 7) : "", DATED.test(until) ? `${until}-12`.slice(0, 7) : ""];
}

const spans = new Map(data.statements.filter(({ period }) => period).map(({ id, period }) => [id, months(period)]));
const ticks = [...new Set([...spans.values()].flat())].filter(Boolean).sort();

function inTime(id) {
  const [from, until] = spans.get(id) ?? ["", ""];
  return !(state.from && until && until < state.from) && !(state.until && from && from > state.until);
}

// ---- filters
const filtered = () => state.without.length || state.article || state.speaker || state.from || state.until || state.sure;

/** Tell whether a statement passes the filters. */
function passes({ id, subject, predicate, confidence, passages }) {
  return (
    !state.without.includes(predicate) &&
    confidence * 100 >= Number(state.sure) &&
    (!state.article || passages.some(({ article }) => article === state.article)) &&
    (!state.speaker || (subject === state.speaker && SPOKEN.includes(predicate))) &&
    inTime(id)
  );
}

/** Tell whether an edge passes: its statement, or for the edge of a figure one that states the figure. */
function edgePasses(edge) {
  if (statements.has(edge.id)) return passes(statements.get(edge.id));
  if (!filtered()) return true;
  return (ofNode.get(edge.from) ?? []).some((statement) => statement.object === edge.from && passes(statement));
}

/** A part that hangs together: from the best-connected node on, always the best-connected of those around. */
function grown() {
  const ranked = [...nodeOf.keys()].filter((id) => !INNER.includes(groupOf(id))).sort(byDegree);
  const found = new Set();
  const rim = new Set();
  for (const start of ranked) {
    if (found.size >= PART) break;
    if (!found.has(start)) rim.add(start);
    while (rim.size && found.size < PART) {
      const id = [...rim].reduce((one, two) => (byDegree(one, two) < 0 ? one : two));
      rim.delete(id);
      found.add(id);
      for (const near of neighbours(id)) if (!found.has(near) && !INNER.includes(groupOf(near))) rim.add(near);
    }
  }
  return found;
}

const best = large ? grown() : new Set();

/** The nodes that are there to be shown: all of them, or of a large graph a part and what was opened. */
function present() {
  if (!large) return new Set(nodeOf.keys());
  const chosen = data.statements.filter((statement) => state.article && passes(statement));
  const found = new Set(state.article ? chosen.flatMap(({ id }) => ends(id)) : best);
  for (const id of state.open) {
    for (const near of [id, ...neighbours(id).sort(byDegree).slice(0, ROUND)]) found.add(near);
  }
  const opened = ends(state.id).flatMap((id) => (found.has(id) ? [id] : [id, ...neighbours(id).sort(byDegree).slice(0, ROUND)]));
  for (const id of [...opened, ...walk(path())]) found.add(id);
  return found;
}

/** Take away the neighbours of collapsed nodes that hang on nothing else. */
function collapse(found) {
  for (const id of state.shut) {
    for (const edge of edgesOf.get(id) ?? []) {
      const near = other(edge, id);
      if (near !== state.id && leaf(near, id)) found.delete(near);
    }
  }
  for (const edge of data.network.edges) {
    if (edge.kind === "petal" && !found.has(anchor(edge))) found.delete(other(edge, anchor(edge)));
  }
}

const anchor = ({ from, to }) => (INNER.slice(1).includes(groupOf(from)) ? to : from);

function leaf(id, hub) {
  return (edgesOf.get(id) ?? []).every((edge) => {
    if (edge.kind === "relation") return other(edge, id) === hub;
    return edge.kind !== "petal" || anchor(edge) === hub || anchor(edge) === id;
  });
}

/** The nodes and edges that are shown. */
function shown() {
  const nodes = present();
  const passing = new Set(data.network.edges.filter(edgePasses));
  if (filtered()) {
    const touched = new Set([...passing].flatMap(({ from, to }) => [from, to]).concat(state.id));
    for (const id of nodes) if (!touched.has(id)) nodes.delete(id);
  }
  for (const id of nodes) if (state.hide.includes(groupOf(id))) nodes.delete(id);
  collapse(nodes);
  const edges = data.network.edges.filter((edge) => passing.has(edge) && nodes.has(edge.from) && nodes.has(edge.to));
  return { nodes: [...nodes].map((id) => nodeOf.get(id)).filter(Boolean), edges };
}

// ---- paths
let walked = { key: "", hops: [] };

/** The hops of the shortest path that is asked for: each its two nodes and the edges between them. */
function path() {
  const key = written({ ...state, view: "", read: "", open: [], shut: [], lang: "" });
  if (walked.key !== key) walked = { key, hops: state.to && nodeOf.has(state.id) && nodeOf.has(state.to) ? shortest(state.id, state.to) : [] };
  return walked.hops;
}

const walk = (hops) => (hops.length ? [hops[0].from, ...hops.map(({ to }) => to)] : []);

function shortest(from, to) {
  const open = (edge, id) => edgePasses(edge) && !state.hide.includes(groupOf(other(edge, id)));
  const before = new Map([[from, null]]);
  for (const id of before.keys()) {
    if (id === to) break;
    for (const edge of edgesOf.get(id) ?? []) if (!before.has(other(edge, id)) && open(edge, id)) before.set(other(edge, id), id);
  }
  const hops = [];
  for (let id = to; before.get(id); id = before.get(id)) {
    const last = before.get(id);
    hops.unshift({ from: last, to: id, edges: edgesOf.get(id).filter((edge) => other(edge, id) === last && open(edge, id)) });
  }
  return hops;
}
