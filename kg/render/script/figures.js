// The figures: a table to sort and to filter, with charts of what can be compared.
const HEDGES = { "=": "", "~": "≈ ", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ " };
const COLUMNS = [
  { name: "subject", label: word("subject"), key: (row) => nameOf(row.about) },
  { name: "indicator", label: word("indicator"), key: (row) => row.measure.indicator },
  { name: "value", label: word("value"), key: (row) => (row.plain ? row.measure.number : -Infinity) },
  { name: "period", label: word("period"), key: (row) => row.measure.period ?? "" },
  { name: "change", label: word("change"), key: (row) => row.changes[0]?.measure.number ?? -Infinity },
  { name: "speaker", label: word("speaker"), key: (row) => row.speakers.map(nameOf).join() },
  { name: "evidence", label: word("evidence"), key: (row) => row.order },
];
const nameOf = (id) => data.nodes[id]?.name ?? "";
const collator = new Intl.Collator("zh-Hans-CN");

/** The figures that pass the filters, each with the statements that state it. */
function figuresShown() {
  return Object.entries(data.nodes).flatMap(([id, { measure, about }]) => {
    const claims = measure ? (ofNode.get(id) ?? []).filter((statement) => statement.object === id && passes(statement)) : [];
    return claims.length ? [{ id, measure, about, claims, order: claims[0].passages[0]?.start ?? 0 }] : [];
  });
}

/** The rows of the table: a change stands beside the value of its indicator and period where there is one. */
function figureRows(figures) {
  const key = ({ about, measure }) => [about, measure.indicator, measure.period].join("\n");
  const changes = collected(figures.filter(({ measure }) => measure.kind === "change"), (figure) => [key(figure)]);
  const rows = [];
  for (const figure of figures.filter(({ measure }) => measure.kind !== "change")) {
    rows.push({ ...figure, plain: true, changes: changes.get(key(figure)) ?? [] });
    changes.delete(key(figure));
  }
  rows.push(...[...changes.values()].flat().map((figure) => ({ ...figure, plain: false, changes: [figure] })));
  return rows.map((row) => ({ ...row, speakers: [...new Set(row.claims.map(({ subject }) => subject))] }));
}

function sorted(rows) {
  const column = COLUMNS.find(({ name }) => name === state.sort.replace("-", "")) ?? COLUMNS.at(-1);
  const turn = state.sort.startsWith("-") ? -1 : 1;
  const compare = (one, two) => (typeof one === "string" ? collator.compare(one, two) : one - two);
  return rows.sort((one, two) => turn * compare(column.key(one), column.key(two)) || one.order - two.order);
}

function matches(row) {
  const text = [nameOf(row.about), row.measure.indicator, row.measure.text, row.measure.period, ...row.speakers.map(nameOf), ...row.changes.map(({ measure }) => measure.text)];
  return fold(text.join(" ")).includes(fold(state.find.trim()));
}

function amount({ text, kind, number, unit, comparator, base }) {
  const written = english() ? `${HEDGES[comparator]}${compact(number)} ${unit}` : null;
  const sort = [kind === "level" || kind === "change" ? null : value("kind", kind), base ? value("base", base) : null];
  return [make("b", {}, quoted(text)), make("small", {}, written, sort)];
}

function figureRow(row) {
  const evidence = row.claims[0].passages[0]?.segments.filter(([, marked]) => marked).map(([text]) => text).join("…");
  const open = make("button", { type: "button", class: "quote", onclick: () => visit(row.claims[0].id) }, make("q", { lang: "zh" }, shorten(evidence ?? "", 48)));
  return make("tr", state.id === row.id || row.claims.some(({ id }) => id === state.id) ? { class: "chosen" } : {},
    make("th", { scope: "row" }, row.about ? link(row.about) : ""),
    make("td", {}, quoted(row.measure.indicator)),
    make("td", { class: "number" }, row.plain ? amount(row.measure) : ""),
    make("td", { class: "period" }, make("bdi", {}, row.measure.period ?? "")),
    make("td", { class: "number" }, row.changes.map(({ measure }) => amount(measure))),
    make("td", {}, row.speakers.map((id) => make("div", data.articles[id] ? { class: "article" } : {}, link(id)))),
    make("td", {}, open));
}

function columnHead({ name, label }) {
  const order = state.sort === name ? "ascending" : state.sort === `-${name}` ? "descending" : "none";
  const next = order === "ascending" ? `-${name}` : name;
  return make("th", { scope: "col", "aria-sort": order }, button(label, () => go({ sort: next }, true)));
}

/** Fill the view of figures: its charts, its table and the count of its rows. */
function fillFigures() {
  if (state.view !== "figures") return;
  const figures = figuresShown();
  const rows = sorted(figureRows(figures).filter(matches));
  const kept = new Set(rows.flatMap((row) => [row, ...row.changes]).map(({ id }) => id));
  const focused = document.activeElement?.closest?.("#figures thead th")?.cellIndex;
  get("charts").replaceChildren(...charts(figures.filter(({ id }) => kept.has(id))));
  get("figure-head").replaceChildren(...COLUMNS.map(columnHead));
  get("figure-rows").replaceChildren(...rows.map(figureRow));
  get("figure-count").replaceChildren(`${rows.length} `, ...both(word("figures")));
  if (focused !== undefined) get("figure-head").children[focused].firstChild.focus();
  if (get("find").value !== state.find) get("find").value = state.find;
}

get("find").addEventListener("input", (event) => go({ find: event.target.value }, true));
