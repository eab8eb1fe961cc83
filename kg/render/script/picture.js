// A picture of what is shown, in SVG: for saving and for paper. It can be searched and enlarged.
const RING = 8; // half of the box that the outlines of signs stand in

/** Text without what XML cannot hold. */
const plain = (text) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");

/** Where an edge starts, bends and ends: at the rim of its target. */
function course(edge) {
  const [from, to] = [nodeOf.get(edge.from), nodeOf.get(edge.to)];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bend = edge.smooth?.roundness ?? 0;
  const middle = [(from.x + to.x) / 2 + dy * bend, (from.y + to.y) / 2 - dx * bend];
  const [ex, ey] = [to.x - middle[0], to.y - middle[1]];
  const length = Math.hypot(ex, ey) || 1;
  const rim = Math.min(length, to.size + 3);
  return { from, middle, end: [to.x - (ex / length) * rim, to.y - (ey / length) * rim], angle: (Math.atan2(ey, ex) * 180) / Math.PI };
}

function edgeLine(edge, style) {
  const { from, middle, end, angle } = course(edge);
  const line = shape("path", {
    d: `M${from.x} ${from.y}Q${middle.join(" ")} ${end.join(" ")}`,
    fill: "none",
    stroke: style.color.color,
    "stroke-width": style.width,
    ...(edge.dashes ? { "stroke-dasharray": "5 5" } : {}),
  });
  const arrow = shape("path", { d: "M0 0L-8 3.2V-3.2z", fill: style.color.color, transform: `translate(${end.join(" ")}) rotate(${angle})` });
  const name = style.label ? [lettering(plain(style.label), middle[0], middle[1], 12, paint.soft)] : [];
  return [line, ...(style.arrows.to.enabled ? [arrow] : []), ...name];
}

function lettering(text, x, y, size, fill) {
  const lines = text.split("\n").map((line, at) => shape("tspan", { x, dy: at ? size * 1.15 : 0 }, line));
  return shape("text", { x, y, "font-size": size, fill, "text-anchor": "middle", stroke: paint.paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }, lines);
}

function nodeSign(node, style) {
  const { shape: outline, light: bright, dark } = data.classes[node.group] ?? { shape: "dot", light: paint.soft, dark: paint.soft };
  const scale = (node.size ?? 10) / (RING - 2);
  const place = `translate(${node.x} ${node.y}) scale(${scale}) translate(${-RING} ${-RING})`;
  const mark = shape("path", { d: OUTLINES[outline], fill: scheme.matches ? dark : bright, transform: place, opacity: style.opacity });
  const size = style.font.size;
  return style.label ? [mark, lettering(plain(style.label), node.x, node.y + (node.size ?? 10) + size, size, style.font.color)] : [mark];
}

/** The drawing as an SVG element; all that is shown, whatever the window shows of it. */
function picture() {
  const { nodes, edges } = shown();
  const near = neighbourhood(state.id);
  const [left, right] = extremes(nodes.map(({ x }) => x));
  const [top, bottom] = extremes(nodes.map(({ y }) => y));
  const box = nodes.length ? [left - 90, top - 50, right - left + 180, bottom - top + 110] : [0, 0, 100, 100];
  const [x, y, width, height] = box;
  return shape(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: box.join(" "), width, height, "font-family": getComputedStyle(document.body).fontFamily },
    shape("rect", { x, y, width, height, fill: paint.paper }),
    edges.flatMap((edge) => edgeLine(edge, edgeStyle(edge, near))),
    nodes.flatMap((node) => nodeSign(node, nodeStyle(node, near))),
  );
}
