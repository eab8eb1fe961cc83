// Places for the part of a large graph that is shown: what is near in the whole starts near, and what stands stays.
const REACH = 105; // between related nodes
const TURNS = 120;
const ROOM = [92, 46]; // of a node with its label
const GOLDEN = 2.399963; // radians between nodes that start around one node
const placed = new Map();
let arranged = "";

/** Give the nodes places; those that have some keep them, unless another article was chosen. */
function arrange(nodes, edges) {
  if (arranged !== state.article) placed.clear();
  arranged = state.article;
  const fresh = nodes.filter(({ id }) => !placed.has(id));
  if (!fresh.length) return;
  start(fresh, nodes.length);
  const around = collected(edges, ({ from, to }) => [from, to]);
  for (let turn = 0; turn < TURNS; turn += 1) relax(fresh, nodes, around, REACH * 0.5 * (1 - turn / TURNS));
  for (let turn = 0; turn < TURNS; turn += 1) if (!part(fresh, nodes)) break;
  for (const { id } of fresh) Object.assign(nodeOf.get(id), { x: Math.round(placed.get(id).x), y: Math.round(placed.get(id).y) });
}

/** Start new nodes beside a neighbour that stands, else where they are in the whole, drawn together. */
function start(fresh, count) {
  const side = REACH * Math.sqrt(count);
  const [left, right] = extremes(fresh.map(({ x }) => x));
  const [top, bottom] = extremes(fresh.map(({ y }) => y));
  const scale = side / Math.max(right - left, bottom - top, 1);
  const first = placed.size === 0;
  for (const [number, { id, x, y }] of fresh.entries()) {
    const near = first ? undefined : neighbours(id).find((other) => placed.has(other));
    const hub = near && placed.get(near);
    const reach = REACH * (0.6 + number / 40);
    const [across, down] = [Math.cos(number * GOLDEN) * reach, Math.sin(number * GOLDEN) * reach];
    placed.set(id, hub ? { x: hub.x + across, y: hub.y + down } : { x: (x - (left + right) / 2) * scale, y: (y - (top + bottom) / 2) * scale });
  }
}

/** Move new nodes by a step at most: towards what they are related to, away from all that is near. */
function relax(fresh, nodes, around, step) {
  for (const { id } of fresh) {
    const here = placed.get(id);
    let [pullX, pullY] = [-here.x * 0.02, -here.y * 0.02];
    for (const { id: near } of nodes) {
      const [dx, dy] = [here.x - placed.get(near).x, here.y - placed.get(near).y];
      const square = dx * dx + dy * dy;
      if (near === id || square > 16 * REACH * REACH) continue;
      const push = (REACH * REACH) / (square + 1);
      [pullX, pullY] = [pullX + dx * push, pullY + dy * push];
    }
    for (const edge of around.get(id) ?? []) {
      const { x, y } = placed.get(other(edge, id));
      const pull = Math.hypot(here.x - x, here.y - y) / REACH;
      [pullX, pullY] = [pullX - (here.x - x) * pull, pullY - (here.y - y) * pull];
    }
    const length = Math.hypot(pullX, pullY) || 1;
    here.x += (pullX / length) * Math.min(step, length);
    here.y += (pullY / length) * Math.min(step, length);
  }
}

/** Push new nodes off what they overlap, along the shorter way; tell whether any did. */
function part(fresh, nodes) {
  let moved = false;
  for (const { id } of fresh) {
    const here = placed.get(id);
    for (const { id: near } of nodes) {
      const { x, y } = placed.get(near);
      const [overX, overY] = [ROOM[0] - Math.abs(here.x - x), ROOM[1] - Math.abs(here.y - y)];
      if (near === id || overX <= 0 || overY <= 0) continue;
      moved = true;
      if (overX < overY) here.x += here.x < x ? -overX - 1 : overX + 1;
      else here.y += here.y < y ? -overY - 1 : overY + 1;
    }
  }
  return moved;
}
