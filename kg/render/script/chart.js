// Charts: one indicator over time, or across places, as small drawings in SVG.
const WIDE = 300;
const HIGH = 150;
const BARS = 8;

const compact = (number) => new Intl.NumberFormat(english() ? "en" : "zh-CN", { notation: "compact", maximumFractionDigits: 2 }).format(number);

/** The years where a period begins and ends, with months as their parts; an open period has none. */
function limits(period) {
  const [from, until] = months(period ?? "/");
  const year = (month, part) => Number(month.slice(0, 4)) + (Number(month.slice(5)) - part) / 12;
  return from && until ? [year(from, 1), year(until, 0)] : null;
}

function middle(period) {
  const [from, until] = limits(period);
  return (from + until) / 2;
}

/** How many months a period has: what five years brought is not set beside what one did. */
function length(period) {
  const [from, until] = limits(period);
  return Math.round(12 * (until - from));
}

/** The figures that can be drawn together, as charts: one thing over time, else several things at one time. */
function charts(figures) {
  const key = ({ about, measure }, ...more) => [measure.indicator, measure.unit, measure.kind === "forecast" ? "level" : measure.kind, ...more].join("\n");
  const alike = (keys) => [...collected(figures.filter(({ measure }) => measure.kind !== "rank"), (figure) => [keys(figure)]).values()];
  const once = (list, field) => [...new Map(list.map((figure) => [field(figure), figure]).reverse()).values()].reverse();
  const dated = (figure) => limits(figure.measure.period) ? key(figure, figure.about, length(figure.measure.period)) : figure.id;
  const overTime = alike(dated)
    .map((list) => once(list, ({ measure }) => measure.period))
    .filter((list) => list.length > 1);
  const across = alike((figure) => key(figure, figure.measure.period ?? ""))
    .map((list) => once(list.filter(({ about }) => about), ({ about }) => about))
    .filter((list) => list.length > 1);
  return [...overTime.map(timeChart), ...across.map(barChart)];
}

function chart(title, note, drawing, list) {
  const spoken = list.map(({ id }) => data.nodes[id].name).join("; ");
  const svg = shape("svg", { viewBox: `0 0 ${WIDE} ${drawing.height}`, role: "img", "aria-label": `${title}: ${spoken}` }, drawing.parts);
  return make("figure", { class: "chart" }, make("figcaption", {}, make("b", {}, quoted(title)), make("small", {}, note.filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part])))), svg);
}

/** A part of a chart that opens its figure. */
function point(figure, part) {
  part.classList.add("point");
  part.append(shape("title", {}, data.nodes[figure.id].name));
  part.addEventListener("click", () => visit(figure.id));
  return part;
}

function timeChart(list) {
  list.sort((one, two) => middle(one.measure.period) - middle(two.measure.period));
  const at = list.map(({ measure }) => middle(measure.period));
  const [first, last] = [at[0], at.at(-1)];
  const top = Math.max(...list.map(({ measure }) => measure.number), 0);
  const low = Math.min(...list.map(({ measure }) => measure.number), 0);
  const x = (year) => 40 + ((year - first) / (last - first)) * (WIDE - 80);
  const y = (number) => HIGH - 34 - ((number - low) / (top - low || 1)) * (HIGH - 66);
  const places = list.map(({ measure }, number) => [x(at[number]), y(measure.number)]);
  const parts = [
    shape("path", { class: "axis", d: `M12 ${y(0)}H${WIDE - 12}` }),
    shape("polygon", { class: "area", points: [[places[0][0], y(0)], ...places, [places.at(-1)[0], y(0)]].map((place) => place.join()).join(" ") }),
    shape("polyline", { class: "trend", points: places.map((place) => place.join()).join(" ") }),
    list.map((figure, number) => {
      const [left, up] = places[number];
      const crowded = number && left - places[number - 1][0] < 60;
      const [side, edge] = number === 0 ? ["start ", left - 28] : number === list.length - 1 ? ["end ", left + 28] : ["", left];
      return point(figure, shape("g", {},
        shape("circle", { cx: left, cy: up, r: 4.5, class: figure.measure.kind === "forecast" ? "expected" : "known" }),
        shape("text", { x: edge, y: up + (crowded ? 20 : -10), class: `${side}value` }, shorten(figure.measure.text, edge === left ? 9 : 14)),
        shape("text", { x: edge, y: HIGH - (crowded ? 1 : 15), class: `${side}label` }, figure.measure.period)));
    }),
  ];
  const { about, measure } = list[0];
  const expected = list.some(({ measure }) => measure.kind === "forecast") ? make("span", {}, "○ ", value("kind", "forecast")) : null;
  return chart(measure.indicator, [about && quoted(shorten(nameOf(about), 16)), measure.unit, expected], { height: HIGH, parts }, list);
}

function barChart(list) {
  list.sort((one, two) => two.measure.number - one.measure.number);
  const some = list.slice(0, BARS);
  const most = Math.max(...some.map(({ measure }) => Math.abs(measure.number))) || 1;
  const parts = some.map((figure, number) => {
    const up = 6 + number * 34;
    const width = Math.max(2, (Math.abs(figure.measure.number) / most) * (WIDE - 100));
    return point(figure, shape("g", {},
      shape("text", { x: 12, y: up + 9, class: "start label" }, shorten(nameOf(figure.about), 18)),
      shape("rect", { x: 12, y: up + 14, width, height: 10, rx: 2, class: "bar-part" }),
      shape("text", { x: 18 + width, y: up + 23, class: "start value" }, shorten(figure.measure.text, 8))));
  });
  const { measure } = list[0];
  return chart(measure.indicator, [measure.period, measure.unit], { height: 12 + some.length * 34, parts }, some);
}
