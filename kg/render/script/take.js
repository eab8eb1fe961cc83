// Taking away: pictures, tables and data of what is shown, and the page on paper.
const SHARP = 2; // pixels of a picture for one of the page
const WIDEST = 8000; // pixels
const CELLS = ["id", "subject", "predicate", "object", "qualifiers", "confidence", "rule", "evidence", "document", "start", "end", "subject_id", "object_id"];

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A cell that no spreadsheet takes for a formula, in quotation marks where it needs them. */
function cell(content) {
  const text = String(content);
  const first = text.slice(0, 1).normalize("NFKC");
  const inert = typeof content === "string" && text.length > 1 && /[=+\-@'\s]/.test(first) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function row(statement) {
  const { id, subject, predicate, object, qualifiers, confidence, rule, passages } = statement;
  const joined = (items) => (items.length === 1 ? items[0] : items.join(" | "));
  const places = ["document", "start", "end"].map((name) => joined(passages.map((passage) => passage[name])));
  const named = joined(qualifiers.map(([name, text]) => `${name}=${text}`));
  return [id, nameOf(subject), predicate, nameOf(object), named, confidence, rule, joined(evidenceOf(statement)), ...places, subject, object];
}

/** What is shown as CSV, with the mark by which spreadsheets know UTF-8. */
function csv() {
  return `\ufeff${[CELLS, ...statementsShown().map(row)].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** What is shown as JSON-LD in the terms of the ontology: nodes, plain triples, and facts with their evidence. */
function jsonld() {
  const iri = (id) => encodeURI(id);
  const reference = (term) => ({ "@id": `http://www.w3.org/1999/02/22-rdf-syntax-ns#${term}`, "@type": "@id" });
  const context = {
    "@vocab": data.namespace,
    "@base": new URL("../id/", data.namespace).href,
    ...{ subject: reference("subject"), predicate: { ...reference("predicate"), "@type": "@vocab" }, object: reference("object") },
    about: { "@type": "@id" },
  };
  const fields = (pairs) => Object.fromEntries(pairs.map(([name, text]) => [name, pairs.filter(([same]) => same === name).map((pair) => pair[1])]).map(([name, all]) => [name, all.length > 1 ? all : all[0]]));
  const nodes = shown().nodes.filter(({ id }) => data.nodes[id]).map(({ id }) => {
    const { name, type, facts: pairs, about } = data.nodes[id];
    return { "@id": iri(id), "@type": type, name, ...fields(pairs), ...(about ? { about: iri(about) } : {}) };
  });
  const found = statementsShown();
  const triples = found.filter(({ qualifiers }) => !qualifiers.some(([name]) => name === "modality"));
  const plainly = triples.map(({ subject, predicate, object }) => ({ "@id": iri(subject), [predicate]: { "@id": iri(object) } }));
  const facts = found.map(({ id, subject, predicate, object, qualifiers, confidence, rule, passages }) => ({
    "@id": iri(id),
    "@type": "Fact",
    ...{ subject: iri(subject), predicate, object: iri(object), ...fields(qualifiers), confidence, rule },
    evidence: passages.map(({ document: path, start, end, segments }) => ({ "@type": "Span", path, startOffset: start, endOffset: end, text: segments.filter(([, marked]) => marked).map(([text]) => text).join("") })),
  }));
  return JSON.stringify({ "@context": context, "@graph": [...nodes, ...plainly, ...facts] }, null, 1);
}

const svgText = () => new XMLSerializer().serializeToString(picture());

/** The picture in pixels. */
async function pixels() {
  const drawing = picture();
  const [width, height] = ["width", "height"].map((name) => Number(drawing.getAttribute(name)));
  const scale = Math.min(SHARP, WIDEST / width, WIDEST / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  await image.decode();
  const canvas = make("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve); });
}

const TAKEN = {
  png: async () => save("graph.png", await pixels()),
  svg: () => save("graph.svg", new Blob([svgText()], { type: "image/svg+xml" })),
  csv: () => save("graph.csv", new Blob([csv()], { type: "text/csv" })),
  jsonld: () => save("graph.jsonld", new Blob([jsonld()], { type: "application/ld+json" })),
  print: () => print(),
};
for (const [name, take] of Object.entries(TAKEN)) {
  get(`take-${name}`).addEventListener("click", () => {
    get("take").open = false;
    take();
  });
}

// ---- paper: the drawing as SVG, and the table
let wasOpen = false;
addEventListener("beforeprint", () => {
  wasOpen = get("table").open;
  get("table").open = true;
  fillTable();
  get("paper").replaceChildren(picture());
});
addEventListener("afterprint", () => {
  get("table").open = wasOpen;
  get("paper").replaceChildren();
});
