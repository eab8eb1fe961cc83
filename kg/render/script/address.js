// The address: what is open, chosen and hidden stands after its “#”. A link restores it, and the back button works.
const NOTHING = Object.freeze({
  id: "", // the node or statement that is open
  to: "", // the node that a path from there leads to
  view: "", // "figures", else the graph
  read: "", // the article that is read
  hide: [], // classes
  without: [], // predicates
  article: "", // the only one whose statements are shown
  speaker: "", // the only one whose words are shown
  from: "", // months
  until: "",
  sure: "", // the least confidence, in per cent
  open: [], // nodes that were expanded
  shut: [], // and collapsed
  sort: "", // of the figures: a column, with “-” before it for the largest first
  find: "", // in the figures
  lang: "",
});

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function parsed(hash) {
  const [id, ...parts] = hash.replace(/^#/, "").split("&");
  const found = { ...NOTHING, id: decoded(id) };
  for (const part of parts) {
    const [name, value = ""] = part.split("=");
    if (!Object.hasOwn(NOTHING, name) || name === "id") continue;
    found[name] = Array.isArray(NOTHING[name]) ? value.split(",").filter(Boolean).map(decoded) : decoded(value);
  }
  return found;
}

function written({ id, ...rest }) {
  const parts = Object.entries(rest).filter(([, value]) => value.length);
  const values = parts.map(([name, value]) => `${name}=${[value].flat().map(encodeURIComponent).join(",")}`);
  return [encodeURIComponent(id), ...values].join("&");
}

let state = parsed(location.hash);
let followed = ""; // the address that the page shows

/** Change what is open, chosen or hidden; the page follows its address. `replace` leaves no step to go back to. */
function go(change, replace = false) {
  const hash = `#${written({ ...state, ...change })}`;
  if (replace) location.replace(hash);
  else if (hash !== followed) location.hash = hash;
  follow(hash);
}

/** The list without the item, or with it where it was not there. */
function toggled(list, item) {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
