// The panel: an overview, a node with its statements, or one statement with its evidence.
const SHORT = 12;
const panel = get("panel");
function heading(node) {
  const close = make("button", { type: "button", class: "close", "aria-label": inLanguage(word("close")), onclick: () => visit("") }, "×");
  return [
    make("div", { class: "kind" }, sign(node.group), both(data.classes[node.type].label), close),
    make("h2", node.name.length > 24 ? { class: "long" } : {}, quoted(node.name)),
  ];
}

function value(name, text) {
  const known = Object.hasOwn(data.words, `${name}.${text}`);
  return known ? both(word(`${name}.${text}`)) : quoted(text);
}

/** What a node carries, as pairs of a label and a value; first what a figure is about. */
function carried(node) {
  const about = node.about ? [[data.predicates.about, link(node.about)]] : [];
  return [...about, ...node.facts.map(([name, text]) => [data.properties[name], value(name, text)])];
}

function facts(node) {
  const rows = carried(node).map(([label, content], at, all) => [
    label === all[at - 1]?.[0] ? null : make("dt", {}, both(label)),
    make("dd", {}, content),
  ]);
  return rows.length ? make("dl", { class: "facts" }, rows.flat()) : null;
}

function end(id, self) {
  return id === self ? make("b", {}, quoted(data.nodes[id].name)) : link(id);
}

/** A statement with its evidence; `self` is the node that the panel is about, `tag` its element. */
function card(statement, self, tag = "p") {
  const label = data.predicates[statement.predicate];
  return make(
    "article",
    { class: "card" },
    make(tag, { class: "triple" }, end(statement.subject, self), make("i", {}, both(label)), end(statement.object, self)),
    chips(statement),
    statement.passages.map((found) => passage(found, statement)),
    source(statement),
  );
}

function chips(statement) {
  const target = data.nodes[statement.object];
  const qualifiers = statement.qualifiers.map(([name, text]) => [data.properties[name] ?? [name, name], value(name, text)]);
  const shown = [...qualifiers, ...(["Figure", "Quotation"].includes(target?.type) ? carried(target) : [])];
  if (!shown.length) return null;
  return make("ul", { class: "chips" }, shown.map(([label, content]) => make("li", {}, make("small", {}, both(label)), " ", content)));
}

/** The sentences of a piece of evidence, and where they stand. */
function passage({ segments, document, article, start, end: stop }, statement) {
  const open = () => go({ read: article, id: statement.id, to: "" });
  const readingLink = () => make("button", { type: "button", class: "link", onclick: open }, quoted(shorten(data.nodes[article].name, 40)));
  const published = article && data.nodes[article].facts.find(([name]) => name === "published");
  return make(
    "blockquote",
    {},
    make("p", { lang: "zh" }, segments.map(([text, marked]) => (marked ? make("mark", {}, text) : text))),
    make("footer", {}, article ? [readingLink(), " · "] : null, published ? [make("time", {}, published[1]), " · "] : null, make("bdi", {}, document), " ", make("span", { class: "place" }, `${start}–${stop}`)),
  );
}

function source(statement) {
  if (statement.background) return make("p", { class: "source" }, both(word("no-evidence")));
  const meter = make("meter", { min: 0, max: 1, low: 0.6, high: 0.8, optimum: 1, value: statement.confidence });
  return make("p", { class: "source" }, make("span", {}, both(word("confidence")), ` ${Math.round(statement.confidence * 100)}% `, meter), make("code", {}, statement.rule));
}

/** The statements of a node in groups: what it does, what is done to it, what is measured of it. */
function grouped(id) {
  const found = new Map();
  for (const statement of ofNode.get(id) ?? []) {
    const role = statement.subject === id ? "subject" : statement.object === id ? "object" : "about";
    const name = role === "about" ? "about" : statement.predicate;
    const key = `${role === "object" ? 1 : ["says", "states", "about"].includes(name) ? 2 : 0} ${name} ${role}`;
    found.set(key, [...(found.get(key) ?? []), statement]);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, list]) => section(key.split(" "), list, id));
}

function section([, name, role], list, id) {
  const label = data.predicates[name].map((text) => (role === "object" ? `← ${text}` : text));
  list.sort((one, other) => (one.passages[0]?.start ?? 0) - (other.passages[0]?.start ?? 0));
  return make("section", {}, make("h3", {}, both(label), ` ${list.length}`), list.map((statement) => card(statement, id)));
}

/** What can be done with a node. */
function actions(id) {
  const near = neighbours(id);
  const hidden = near.filter((other) => !drawn.nodes.get(other)).length;
  const folded = state.shut.includes(id) || hidden > 0;
  const fold = folded ? word("expand") : word("collapse");
  const count = hidden ? ` ${hidden}` : "";
  return make(
    "p",
    { class: "actions" },
    data.articles[id] ? button(word("read"), () => go({ read: id })) : null,
    button(word("path"), () => seek(id)),
    near.length ? make("button", { type: "button", onclick: () => unfold(id) }, both(fold), count) : null,
  );
}

/** Show the neighbours of a node that are hidden; else hide those that hang on it alone. */
function unfold(id) {
  const hidden = neighbours(id).some((near) => !drawn.nodes.get(near));
  if (state.shut.includes(id)) go({ shut: toggled(state.shut, id) });
  else if (hidden && large && !state.open.includes(id)) go({ open: [...state.open, id] });
  else go({ shut: [...state.shut, id], open: state.open.filter((other) => other !== id) });
}

function nodePanel(id) {
  const node = data.nodes[id];
  return [...heading(node), actions(id), facts(node), ...grouped(id)];
}

/** The shortest path with the evidence of each hop. */
function pathPanel() {
  const close = make("button", { type: "button", class: "close", "aria-label": inLanguage(word("close")), onclick: () => visit(state.id) }, "×");
  const hops = path();
  const ways = hops.map(({ from, to, edges }) => make("section", { class: "hop" }, make("h3", {}, link(from), " → ", link(to)), edges.map(hop)));
  const told = hops.length ? [both(word("path.found")), ` ${hops.length}`] : both(word("path.none"));
  return [
    make("div", { class: "kind" }, make("span", {}, told), close),
    make("h2", { class: "long" }, quoted(shorten(data.nodes[state.id].name, 24)), " → ", quoted(shorten(data.nodes[state.to].name, 24))),
    ...ways,
  ];
}

/** The statement of an edge; for the edge of a figure, one that states the figure. */
function hop(edge) {
  const statement = statements.get(edge.id) ?? ofNode.get(edge.from)?.find(({ object }) => object === edge.from);
  return statement ? card(statement, null) : null;
}

function statementPanel(statement) {
  const close = make("button", { type: "button", class: "close", "aria-label": inLanguage(word("close")), onclick: () => visit("") }, "×");
  return [make("div", { class: "kind" }, both(word("statement")), close), card(statement, null, "h2")];
}

function item(id, note) {
  return make("li", {}, sign(data.nodes[id].group), link(id), make("small", {}, note));
}

function overview() {
  const ids = Object.keys(data.nodes);
  const type = (id) => data.nodes[id].type;
  const date = (id) => data.nodes[id].facts.find(([name]) => name === "published")?.[1] ?? "";
  const articles = ids.filter((id) => type(id) === "Article").sort((one, other) => date(other).localeCompare(date(one)));
  const entities = ids.filter((id) => !["Article", "Figure", "Quotation"].includes(type(id)));
  const top = entities.sort((one, other) => degree(other) - degree(one));
  return [
    make("h2", { class: "kind" }, both(word("overview"))),
    make("p", { class: "hint" }, both(word("graph.hint"))),
    ...shortlist("articles", articles, date),
    ...shortlist("prominent", top, (id) => String(degree(id))),
  ];
}

function shortlist(title, ids, note) {
  if (!ids.length) return [];
  return [make("h3", {}, both(word(title))), make("ul", { class: "list" }, ids.slice(0, SHORT).map((id) => item(id, note(id))))];
}

function fill(id) {
  const statement = statements.get(id);
  const known = Object.hasOwn(data.nodes, id);
  const content = path().length || (known && Object.hasOwn(data.nodes, state.to)) ? pathPanel() : known ? nodePanel(id) : statement ? statementPanel(statement) : overview();
  panel.replaceChildren(...content.filter((part) => part));
  panel.scrollTop = 0;
}
