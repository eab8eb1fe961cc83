// The page's data, its two languages, and the making of elements. Text only ever enters as text.
const stored = document.getElementById("data");
const data = stored.type === "application/json" ? JSON.parse(stored.textContent) : await inflated(stored.textContent);
const root = document.documentElement;
const statements = new Map(data.statements.map((statement) => [statement.id, statement]));

/** Read the data of a large page, which are compressed. */
async function inflated(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

// What the data say once is put where it is looked for.
for (const [number, statement] of data.statements.entries()) {
  for (const passage of statement.passages) passage.segments ??= segments(passage, number);
}
for (const node of data.network.nodes) node.label ??= data.nodes[node.id].name;
data.network.edges = data.network.edges.map(({ at, ...edge }) => {
  if (at === undefined) return edge;
  const { id, subject, object, predicate } = data.statements[at];
  return { id, from: subject, to: object, predicate, ...edge };
});

/** The text of a passage in segments, each marked or not: the runs of its article; marks that touch are one. */
function segments({ article, runs: [first, last], cut: [before, after] = [] }, statement) {
  const found = before ? [["…"]] : [];
  for (const [text, ...numbers] of data.articles[article].slice(first, last)) {
    const marked = numbers.includes(statement);
    if (found.length && Boolean(found.at(-1)[1]) === marked) found.at(-1)[0] += text;
    else found.push(marked ? [text, 1] : [text]);
  }
  return after ? [...found, ["…"]] : found;
}

const get = (id) => document.getElementById(id);
const english = () => root.lang === "en";
const inLanguage = (pair) => pair[english() ? 1 : 0];
const word = (key) => data.words[key] ?? [key, key];

/** Make an element; children are nodes, texts, or nothing. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined));
  return element;
}

/** Make an element of SVG. */
function shape(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.flat(2));
  return element;
}

/** Both languages of a text; the style sheet shows the one that the page is in. */
function both(pair) {
  return [make("span", { lang: "zh" }, pair[0]), make("span", { lang: "en" }, pair[1])];
}

/** A text of the news: a name, or what someone said. */
function quoted(text) {
  return make("bdi", { lang: "zh" }, text);
}

/** A button of text in both languages. */
function button(pair, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, ...attributes }, both(pair));
}

const OUTLINES = {
  dot: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
  square: "M3 3h10v10h-10z",
  diamond: "M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5z",
  triangle: "M8 2l7 12h-14z",
  triangleDown: "M8 14l7-12h-14z",
  hexagon: "M4.5 2h7l3.5 6l-3.5 6h-7l-3.5-6z",
  star: "M8 1l2 4.8l5 .4l-3.8 3.3l1.2 5l-4.4-2.7l-4.4 2.7l1.2-5l-3.8-3.3l5-.4z",
};

/** The sign of a class, as the drawing shows it. */
function sign(group) {
  const { shape: outline, light, dark } = data.classes[group];
  const path = shape("path", { d: OUTLINES[outline], fill: light });
  path.style.fill = `light-dark(${light}, ${dark})`;
  return shape("svg", { class: "sign", viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}

/** A button that opens a node in the panel. */
function link(id) {
  const node = data.nodes[id];
  return make("button", { type: "button", class: "link", onclick: () => visit(id) }, quoted(node ? shorten(node.name, 40) : id));
}

function shorten(text, length) {
  const characters = Array.from(text);
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : text;
}
