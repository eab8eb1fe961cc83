// Reading: an article beside the graph. What its statements rest on is underlined; either side finds the other.
const reader = get("reader");
let drawnArticle = "";

/** A run of text that statements rest on. */
function said(text, numbers) {
  const ids = numbers.map((number) => data.statements[number].id);
  const run = make("span", { class: "said", role: "button", tabindex: 0 }, text);
  run.ids = ids;
  const open = () => visit(ids[(ids.indexOf(state.id) + 1) % ids.length], "read");
  run.addEventListener("click", open);
  run.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open();
    }
  });
  for (const name of ["mouseenter", "focus"]) run.addEventListener(name, () => select(ids));
  for (const name of ["mouseleave", "blur"]) run.addEventListener(name, () => select());
  return run;
}

/** The paragraphs of an article, below its title. */
function paragraphs(id) {
  const paragraph = () => make("p", { lang: "zh" });
  const found = [paragraph()];
  for (const [text, ...numbers] of data.articles[id]) {
    for (const [at, part] of text.split(/\s*\n\s*/).entries()) {
      if (at) found.push(paragraph());
      if (part) found.at(-1).append(numbers.length ? said(part, numbers) : part);
    }
  }
  const [first, ...rest] = found.filter((paragraph) => paragraph.hasChildNodes());
  return first?.textContent === data.nodes[id].name && !first.firstElementChild ? rest : [first ?? "", ...rest];
}

function articleText(id) {
  const node = data.nodes[id];
  const told = node.facts.filter(([name]) => ["published", "publisher"].includes(name)).map(([, text]) => quoted(text));
  return [
    make("div", { class: "kind" }, both(word("reading")), make("button", { type: "button", class: "close", "aria-label": inLanguage(word("close")), onclick: () => go({ read: "" }) }, "×")),
    make("h2", {}, link(id)),
    make("p", { class: "hint" }, told.flatMap((text, at) => (at ? [" · ", text] : [text]))),
    ...paragraphs(id),
  ];
}

/** Show the article that is read, with what is open marked in it. */
function read() {
  const id = Object.hasOwn(data.articles, state.read) ? state.read : "";
  reader.hidden = !id;
  document.body.classList.toggle("reading", Boolean(id));
  if (id !== drawnArticle) reader.replaceChildren(...(id ? articleText(id) : []));
  drawnArticle = id;
  const open = statements.has(state.id) ? [state.id] : (ofNode.get(state.id) ?? []).map((statement) => statement.id);
  const marked = highlight("open", open);
  if (marked.length && !marked.some(visible)) marked[0].scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
}

function visible(run) {
  const [box, room] = [run.getBoundingClientRect(), reader.getBoundingClientRect()];
  return box.bottom > room.top && box.top < room.bottom;
}

/** Give the runs of statements a class, and take it from all others. */
function highlight(name, ids) {
  const wanted = new Set(ids);
  const runs = [...reader.querySelectorAll(".said")];
  for (const run of runs) run.classList.toggle(name, run.ids.some((id) => wanted.has(id)));
  return runs.filter((run) => run.classList.contains(name));
}

/** Light up in the text what is pointed at in the drawing. */
function light(ids) {
  if (!reader.hidden) highlight("lit", ids);
}
