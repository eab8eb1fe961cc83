// Filters: classes in the legend; predicates, articles, speakers, time and confidence in a drawer.
const countOf = (items) => make("output", {}, items.toLocaleString("en"));

function legendButton(group) {
  const { label, count } = data.classes[group];
  const press = () => go({ hide: toggled(state.hide, group) });
  return make("button", { type: "button", "data-group": group, onclick: press }, sign(group), make("span", {}, both(label)), countOf(count));
}

function predicateButton([name, found]) {
  const press = () => go({ without: toggled(state.without, name) });
  return make("button", { type: "button", "data-predicate": name, onclick: press }, make("span", {}, both(data.predicates[name])), countOf(found.length));
}

/** A choice of nodes, or of none in particular. */
function choice(label, name, ids) {
  const any = make("option", { value: "" });
  const select = make("select", { "data-filter": name, "aria-label": inLanguage(label) }, any, ids.map((id) => make("option", { value: id, lang: "zh" }, shorten(nameOf(id), 28))));
  select.addEventListener("change", () => go({ [name]: select.value }));
  return make("label", {}, make("span", {}, both(label)), select);
}

function slider(label, name, attributes) {
  const input = make("input", { type: "range", "data-filter": name, "aria-label": inLanguage(label), ...attributes });
  return { input, field: make("label", {}, make("span", {}, both(label)), input, make("output", { "data-value": name })) };
}

const last = ticks.length - 1;
const { input: from, field: fromField } = slider(word("from"), "from", { min: 0, max: Math.max(last, 0), step: 1 });
const { input: until, field: untilField } = slider(word("until"), "until", { min: 0, max: Math.max(last, 0), step: 1 });
const { input: sure, field: sureField } = slider(word("confidence"), "sure", { min: 0, max: 100, step: 5 });
from.addEventListener("input", () => go({ from: Number(from.value) > 0 ? ticks[Math.min(from.value, until.value)] : "" }, true));
until.addEventListener("input", () => go({ until: Number(until.value) < last ? ticks[Math.max(from.value, until.value)] : "" }, true));
sure.addEventListener("input", () => go({ sure: Number(sure.value) ? sure.value : "" }, true));

const reset = button(word("reset"), () => go({ hide: [], without: [], article: "", speaker: "", from: "", until: "", sure: "", open: [], shut: [] }), { class: "reset" });
const predicates = [...collected(data.statements, ({ predicate }) => [predicate])].sort(([, one], [, two]) => two.length - one.length);
const speakers = [...collected(data.statements.filter(({ predicate }) => SPOKEN.includes(predicate)), ({ subject }) => [subject]).keys()].sort(byDegree);

for (const group of Object.keys(data.classes)) if (data.classes[group].shape) get("legend").append(legendButton(group));
get("fields").append(
  make("div", { class: "predicates", role: "group", "aria-label": inLanguage(word("predicate")) }, predicates.map(predicateButton)),
  choice(word("article"), "article", Object.keys(data.articles)),
  choice(word("speaker"), "speaker", speakers),
  ...(last > 0 ? [fromField, untilField] : []),
  sureField,
  reset,
);

/** Show in the filters what they are set to. */
function showFilters() {
  for (const press of document.querySelectorAll("[data-group]")) press.setAttribute("aria-pressed", String(!state.hide.includes(press.dataset.group)));
  for (const press of document.querySelectorAll("[data-predicate]")) press.setAttribute("aria-pressed", String(!state.without.includes(press.dataset.predicate)));
  for (const select of document.querySelectorAll("select[data-filter]")) {
    select.value = state[select.dataset.filter];
    select.options[0].textContent = inLanguage(word("any"));
  }
  const at = (month, none) => (state[month] ? Math.max(ticks.indexOf(state[month]), 0) : none);
  [from.value, until.value, sure.value] = [at("from", 0), at("until", last), Number(state.sure)];
  const told = { from: ticks[from.value] ?? "", until: ticks[until.value] ?? "", sure: `≥ ${sure.value}%` };
  for (const output of document.querySelectorAll("[data-value]")) output.textContent = told[output.dataset.value];
  get("filters").classList.toggle("active", Boolean(filtered() || state.hide.length));
}
