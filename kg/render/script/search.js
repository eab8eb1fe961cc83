// Search: names and aliases first, by characters or by pinyin, then figures and quotations; arrows choose, Enter opens.
const search = get("search");
const results = get("results");
const MOST = 12;
let chosen = -1;
let origin = ""; // the node that a path is sought from

const fold = (text) => text.normalize("NFKC").toLowerCase();
const index = Object.entries(data.nodes).map(([id, node]) => ({
  id,
  names: [node.name, ...(node.aliases ?? [])].map(fold),
  spoken: (node.pinyin ?? []).map((syllables) => syllables.split(" ")),
  late: ["Figure", "Quotation"].includes(node.type) ? 4 : 0,
}));

function rank({ names, spoken, late }, query, letters) {
  const scores = names.map((name) => (name === query ? 0 : name.startsWith(query) ? 1 : name.includes(query) ? 2 : Infinity));
  if (letters) scores.push(...spoken.map((syllables) => spelled(letters, syllables)));
  return Math.min(...scores) + late;
}

/** How well letters spell a name: from its first syllable best, from a later one less well. */
function spelled(letters, syllables) {
  if (spells(letters, syllables, 0)) return 1 + Math.min(0.9, (syllables.length - 1) / 100);
  return syllables.some((_, at) => at && spells(letters, syllables, at)) ? 2.5 : Infinity;
}

/** Tell whether letters are beginnings of syllables in a row, as in wzy, wangzy or wangzhongyuan. */
function spells(letters, syllables, at) {
  if (!letters) return true;
  const syllable = syllables[at] ?? "";
  for (let length = Math.min(syllable.length, letters.length); length > 0; length -= 1) {
    if (letters.startsWith(syllable.slice(0, length)) && spells(letters.slice(length), syllables, at + 1)) return true;
  }
  return false;
}

function find(text) {
  const query = fold(text.trim());
  if (!query) return [];
  const letters = /^[a-z0-9\s']+$/.test(query) ? query.replace(/[\s']/g, "") : "";
  const scored = index.map((entry) => ({ id: entry.id, score: rank(entry, query, letters) })).filter(({ score }) => score < Infinity);
  scored.sort((one, two) => one.score - two.score || byDegree(one.id, two.id));
  return scored.slice(0, MOST).map(({ id }) => id);
}

function option(id, number) {
  const node = data.nodes[id];
  return make(
    "li",
    { role: "option", id: `result-${number}`, "aria-selected": "false", onclick: () => choose(id) },
    sign(node.group),
    make("bdi", { class: "name", lang: "zh" }, shorten(node.name, 60)),
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

function choose(id) {
  const from = origin;
  search.value = "";
  dismiss();
  if (from) go({ id: from, to: id });
  else visit(id);
  if (from) panel.focus();
}

/** Ask for the other end of a path. */
function seek(id) {
  search.focus();
  origin = id;
  search.placeholder = inLanguage(word("path.to")).replace("{}", shorten(data.nodes[id].name, 12));
}

function dismiss() {
  results.hidden = true;
  origin = "";
  search.placeholder = inLanguage(word("search"));
  search.setAttribute("aria-expanded", "false");
}

search.addEventListener("input", list);
search.addEventListener("focus", list);
search.addEventListener("blur", () => setTimeout(dismiss, 150));
search.addEventListener("keydown", (event) => {
  const count = results.querySelectorAll("[role=option]").length;
  if (event.key === "ArrowDown" && count) mark((chosen + 1) % count);
  else if (event.key === "ArrowUp" && count) mark((chosen + count - 1) % count);
  else if (event.key === "Enter" && chosen >= 0) results.children[chosen].click();
  else if (event.key === "Escape") {
    dismiss();
    search.blur();
  }
  else return;
  event.preventDefault();
});
