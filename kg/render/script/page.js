// The page: its legend, its language, and its address, which says what is open.
function legendButton(group) {
  const { label, count } = data.classes[group];
  const button = make("button", { type: "button", "aria-pressed": "true", "data-group": group }, sign(group), make("span", {}, both(label)), make("output", {}, String(count)));
  button.addEventListener("click", () => {
    const hide = button.getAttribute("aria-pressed") === "true";
    button.setAttribute("aria-pressed", String(!hide));
    if (hide) hiddenGroups.add(group);
    else hiddenGroups.delete(group);
    emphasise(focus);
  });
  return button;
}

function speak(language) {
  root.lang = language === "en" ? "en" : "zh-Hans";
  document.title = inLanguage(word("title"));
  for (const element of document.querySelectorAll("[data-label]")) {
    const text = inLanguage(word(element.dataset.label));
    element.setAttribute("aria-label", text);
    if (element.placeholder !== undefined) element.placeholder = text;
  }
  emphasise(focus);
}

let inView = false;

/** Open a node or statement, or with "" the overview: the address changes, and the page follows it. */
function visit(id, seen = false) {
  inView = seen;
  if (address() === id) follow();
  else location.hash = encodeURIComponent(id);
}

function address() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

function follow() {
  const name = address();
  const id = name.startsWith("about/") ? name.slice("about/".length) : name;
  const known = Object.hasOwn(data.nodes, id) || statements.has(id) ? id : "";
  emphasise(known);
  network.unselectAll();
  if (Object.hasOwn(data.nodes, known)) network.selectNodes([known], false);
  else if (known) network.selectEdges([known]);
  fill(known);
  if (known && !inView) {
    show(known);
    panel.focus();
  }
  inView = false;
}

for (const group of Object.keys(data.classes)) {
  if (data.classes[group].shape) document.getElementById("legend").append(legendButton(group));
}
document.getElementById("language").addEventListener("click", () => speak(english() ? "zh" : "en"));
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.4));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
document.getElementById("zoom-fit").addEventListener("click", fit);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target !== search) visit("");
});
addEventListener("hashchange", follow);
scheme.addEventListener("change", repaint);
frame(drawn.nodes.getIds(), 0.05, 1.5, false);
follow();
