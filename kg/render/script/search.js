// Search: names and aliases first, then figures and quotations; arrows choose, Enter opens.
const search = document.getElementById("search");
const results = document.getElementById("results");
const MOST = 12;
let chosen = -1;

const fold = (text) => text.normalize("NFKC").toLowerCase();
const index = Object.entries(data.nodes).map(([id, node]) => ({
  id,
  names: [node.name, ...(node.aliases ?? [])].map(fold),
  late: ["Figure", "Quotation"].includes(node.type) ? 4 : 0,
}));

function rank({ names, late }, query) {
  const scores = names.map((name) => (name === query ? 0 : name.startsWith(query) ? 1 : name.includes(query) ? 2 : Infinity));
  return Math.min(...scores) + late;
}

function find(text) {
  const query = fold(text.trim());
  if (!query) return [];
  const scored = index.map((entry) => ({ id: entry.id, score: rank(entry, query) })).filter(({ score }) => score < Infinity);
  scored.sort((one, other) => one.score - other.score || degree(other.id) - degree(one.id));
  return scored.slice(0, MOST).map(({ id }) => id);
}

function option(id, number) {
  const node = data.nodes[id];
  return make(
    "li",
    { role: "option", id: `result-${number}`, "aria-selected": "false", onclick: () => choose(id) },
    sign(node.group),
    make("bdi", { class: "name" }, shorten(node.name, 60)),
    make("small", {}, both(data.classes[node.type].label)),
  );
}

function list() {
  const found = find(search.value);
  const none = search.value.trim() ? [make("li", {}, both(word("search.none")))] : [];
  results.replaceChildren(...(found.length ? found.map(option) : none));
  results.hidden = !results.children.length;
  search.setAttribute("aria-expanded", String(!results.hidden));
  mark(found.length ? 0 : -1);
}

function mark(number) {
  chosen = number;
  for (const [at, element] of [...results.children].entries()) {
    element.setAttribute("aria-selected", String(at === chosen));
    if (at === chosen) element.scrollIntoView({ block: "nearest" });
  }
  if (chosen < 0) search.removeAttribute("aria-activedescendant");
  else search.setAttribute("aria-activedescendant", `result-${chosen}`);
}

function dismiss() {
  results.hidden = true;
  search.setAttribute("aria-expanded", "false");
}

function choose(id) {
  dismiss();
  visit(id);
}

search.addEventListener("input", list);
search.addEventListener("focus", list);
search.addEventListener("blur", () => setTimeout(dismiss, 150));
search.addEventListener("keydown", (event) => {
  const count = results.querySelectorAll("[role=option]").length;
  if (event.key === "ArrowDown" && count) mark((chosen + 1) % count);
  else if (event.key === "ArrowUp" && count) mark((chosen + count - 1) % count);
  else if (event.key === "Enter" && chosen >= 0) results.children[chosen].click();
  else if (event.key === "Escape") dismiss();
  else return;
  event.preventDefault();
});
