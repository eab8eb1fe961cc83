// The page: it follows its address, and is driven by hand or by keys.
let manner = "open"; // how the next thing is opened: "seen" in view already, "walk" by arrows, "read" from the text

/** Open a node or statement, or with "" the overview: the address changes, and the page follows it. */
function visit(id, how = "open") {
  manner = how;
  go({ id, to: "" });
}

function speak() {
  const language = state.lang || data.lang || (navigator.language.startsWith("zh") ? "zh" : "en");
  root.lang = language === "en" ? "en" : "zh-Hans";
  document.title = inLanguage(word("title"));
  for (const element of document.querySelectorAll("[data-label]")) {
    const text = inLanguage(word(element.dataset.label));
    element.setAttribute("aria-label", text);
    if (element.placeholder !== undefined) element.placeholder = text;
  }
}

/** What of the graph is open: nothing where the address names nothing. */
function known() {
  const id = state.id.startsWith("about/") ? state.id.slice("about/".length) : state.id;
  return Object.hasOwn(data.nodes, id) || statements.has(id) ? id : "";
}

function follow(hash) {
  followed = hash;
  state = parsed(hash);
  state.id = known();
  speak();
  document.body.dataset.view = state.view === "figures" ? "figures" : "graph";
  for (const press of document.querySelectorAll("[data-view-button]")) press.setAttribute("aria-pressed", String(press.dataset.viewButton === document.body.dataset.view));
  document.body.classList.toggle("opened", Boolean(state.id));
  draw();
  select();
  showFilters();
  fill(state.id);
  read();
  fillFigures();
  fillTable();
  tellPart();
  if (state.id) arrive();
  manner = "open";
}

/** Bring what is open into view, and say it to those who do not see it. */
function arrive() {
  const node = data.nodes[state.id];
  const count = ofNode.get(state.id)?.length ?? 0;
  const told = node ? [quoted(shorten(node.name, 200)), `, ${inLanguage(data.classes[node.type].label)}, ${count} ${inLanguage(word("statements"))}`] : [inLanguage(data.predicates[statements.get(state.id).predicate])];
  get("live").replaceChildren(...told);
  if (manner === "seen" || document.body.dataset.view === "figures") return;
  show(state.id);
  if (manner === "open" && !state.read) panel.focus({ preventScroll: true });
}

/** Say how much of a large graph is shown. */
function tellPart() {
  get("part").hidden = !large;
  if (large) get("part").textContent = inLanguage(word("part")).replace("{}", drawn.nodes.length.toLocaleString("en")).replace("{}", nodeOf.size.toLocaleString("en"));
}

function press(id, action) {
  get(id).addEventListener("click", action);
}

press("language", () => go({ lang: english() ? "zh" : "en" }, true));
press("view-graph", () => go({ view: "" }));
press("view-figures", () => go({ view: "figures" }));
press("zoom-in", () => zoom(1.4));
press("zoom-out", () => zoom(1 / 1.4));
press("zoom-fit", fit);
press("loosen", () => {
  loosen(!loose);
  get("loosen").setAttribute("aria-pressed", String(loose));
});

const KEYS = { "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4), 0: fit, Enter: () => panel.focus() };
get("canvas").addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const next = WAYS[event.key] && towards(event.key);
  if (next) visit(next, "walk");
  else if (KEYS[event.key]) KEYS[event.key]();
  if (WAYS[event.key] || KEYS[event.key]) event.preventDefault();
});

const typing = (element) => element.matches?.("input:not([type=range]), select, textarea");
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !typing(event.target)) {
    event.preventDefault();
    search.focus();
  }
  if (event.key === "Escape" && event.target !== search) escape();
});

/** Close what is open, the last first. */
function escape() {
  const drawer = document.querySelector("details.drawer[open]");
  if (drawer) {
    drawer.open = false;
    drawer.querySelector("summary").focus();
  } else if (state.to) go({ to: "" });
  else if (state.id) visit("", "seen");
  else if (state.read) go({ read: "" });
}

const current = () => location.hash || "#";
addEventListener("hashchange", () => {
  if (current() !== followed) follow(current());
});
scheme.addEventListener("change", repaint);
follow(current());
if (!state.id) frame(drawn.nodes.getIds(), 0.05, 1.5, false);
