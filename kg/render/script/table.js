// The statements that are shown, as rows: the table of the page, and the files that are taken away.
const ROWS = 2000; // shown at most

/** The statements that are shown, in the order of the text; those of the gazetteer last. */
function statementsShown() {
  const ids = new Set(shown().edges.map(({ id }) => id));
  return data.statements.filter(({ id }) => ids.has(id));
}

const evidenceOf = ({ passages }) => passages.map(({ segments }) => segments.filter(([, marked]) => marked).map(([text]) => text).join(" … "));

function tableRow(statement) {
  const { subject, predicate, object, qualifiers, passages, confidence, rule } = statement;
  const named = qualifiers.map(([name, text]) => [both(data.properties[name] ?? [name, name]), ": ", value(name, text), " "]);
  const evidence = evidenceOf(statement).map((text, at) => make("q", { lang: "zh", title: `${passages[at].document} ${passages[at].start}–${passages[at].end}` }, text));
  return make("tr", {},
    make("th", { scope: "row" }, link(subject)),
    make("td", {}, button(data.predicates[predicate], () => visit(statement.id), { class: "link" })),
    make("td", {}, link(object)),
    make("td", {}, named.flat(2)),
    make("td", {}, evidence),
    make("td", {}, confidence.toFixed(2)),
    make("td", {}, rule));
}

/** Fill the table where it is open. */
function fillTable() {
  const found = statementsShown();
  get("table-count").textContent = `${found.length} / ${data.statements.length}`;
  if (get("table").open) get("rows").replaceChildren(...found.slice(0, ROWS).map(tableRow));
}

get("table").addEventListener("toggle", fillTable);
