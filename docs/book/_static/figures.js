// Draws the figures of a page, each when it comes near the window.
const NARROW = 560;

function legendNames({ data, layout = {} }) {
  if (layout.showlegend === false) return [];
  return data.filter((trace) => trace.showlegend !== false && trace.name).map((trace) => trace.name);
}

// Panels that stand side by side, from left to right; none if there is another order.
function besides(layout) {
  const of = (letter) => Object.entries(layout).filter(([key]) => RegExp(`^${letter}axis\\d*$`).test(key));
  const panels = of("x").filter(([, axis]) => axis.domain).map(([key, axis]) => ({ key, axis, left: axis.domain[0] }));
  const apart = new Set(panels.map(({ left }) => left)).size === panels.length;
  return apart && panels.length > 1 && !of("y").some(([, axis]) => axis.domain) ? panels.sort((a, b) => a.left - b.left) : [];
}

// Puts panels under each other; returns the layout, and what it does to the headings of a frame.
function stacked(layout, width) {
  const panels = besides(layout);
  if (!panels.length) return [layout, (annotations) => annotations];
  const { t = 80, b = 80 } = layout.margin || {}, plot = (layout.height || 450) - t - b, last = panels.length - 1;
  // Without numbers and titles of axes there is a heading between two panels, else these too.
  const bare = panels.every(({ axis }) => axis.visible === false), between = bare ? 45 : 75;
  // As high as the figure gives room for, or as wide panels of a fixed shape are.
  const high = panels.map(({ key, axis }) => {
    const { scaleanchor, range } = layout[key.replace("x", "y")] || {};
    const shape = scaleanchor && range && axis.range && Math.abs((range[1] - range[0]) / (axis.range[1] - axis.range[0]));
    return shape ? shape * width : (plot + (230 - between) * last) / panels.length;
  });
  const total = high.reduce((sum, each) => sum + each, between * last);
  const result = { ...layout, height: total + t + b };
  let top = 1;
  panels.forEach((panel, i) => {
    panel.top = top;
    const y = panel.key.replace("x", "y"), bottom = Math.max(0, top - high[i] / total);
    result[panel.key] = { ...panel.axis, domain: [0, 1] };
    result[y] = { ...layout[y], domain: [bottom, top] };
    top = bottom - between / total;
  });
  const headings = (annotations) => annotations && annotations.map((note) => {
    const panel = note.xref === "paper" && note.yref === "paper" && panels.find(({ left }) => Math.abs(left - note.x) < 0.01);
    return panel ? { ...note, x: 0, y: panel.top } : note;
  });
  result.annotations = headings(layout.annotations);
  // What is placed below the plot by a share of its height stays as near.
  const nearer = (controls) => controls && controls.map((each) => ({ ...each, y: each.y * plot / total }));
  result.sliders = nearer(layout.sliders);
  result.updatemenus = nearer(layout.updatemenus);
  return [result, headings];
}

// A title in lines of a length that a phone has room for.
function folded(title) {
  return title && { ...title, text: (title.text || "").replace(/(.{25,40}) /g, "$1<br>"), font: { ...title.font, size: 13 } };
}

function fitted(figure, width) {
  const names = legendNames(figure), frames = figure.frames;
  const layout = { ...figure.layout, autosize: true };
  delete layout.width;
  if (width >= NARROW) return { layout, frames };
  const upright = Object.entries(layout).filter(([key]) => /^yaxis\d*$/.test(key));
  const l = upright.length && upright.every(([, axis]) => axis.visible === false) ? 12 : 50, r = 12;
  const [fit, headings] = stacked(layout, width - l - r);
  const moves = Boolean(layout.sliders), { b = 60, t = 60 } = layout.margin || {};
  // A legend is below the numbers and the title of the axis, however high the plot is.
  const below = -75 / ((fit.height || 450) - t - b);
  fit.legend = { ...layout.legend, orientation: "h", x: 0, xanchor: "left", y: moves ? 1.02 : below, yanchor: moves ? "bottom" : "top" };
  fit.margin = { ...layout.margin, l, r, b };
  if (moves) {
    // The legend is between title and plot, and the buttons need room beside the slider.
    fit.margin.t = Math.max(t, 70 + 20 * names.length);
    if (names.length && fit.annotations && fit.annotations.length) fit.legend.y = 1.02 + 20 / fit.height;
    // A scale of colors takes a third of the width.
    const x = figure.data.some((trace) => trace.colorbar && trace.showscale !== false) ? 0.45 : 0.3;
    fit.sliders = fit.sliders.map((slider) => ({ ...slider, x, len: 1 - x }));
  }
  fit.font = { ...layout.font, size: 11 };
  if (layout.title) fit.title = folded(layout.title);
  const inFrame = ({ title, annotations, ...rest }) =>
    ({ ...rest, ...(title && { title: folded(title) }), ...(annotations && { annotations: headings(annotations) }) });
  return { layout: fit, frames: frames && frames.map((frame) => ({ ...frame, layout: frame.layout && inFrame(frame.layout) })) };
}

function draw(div) {
  const figure = JSON.parse(div.querySelector("script").textContent);
  const { layout, frames } = fitted(figure, div.clientWidth);
  const config = { ...figure.config, displaylogo: false, responsive: true };
  div.replaceChildren();
  const drawn = Plotly.newPlot(div, { data: figure.data, layout, frames, config });
  // A figure in a part of the class `plays` runs through its frames once, unless the reader asked for no motion.
  if (div.closest(".plays") && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
    drawn.then(() => Plotly.animate(div, ...layout.updatemenus[0].buttons[0].args)).catch(() => {});
  }
}

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) {
      near.unobserve(target);
      draw(target);
    }
  }
}, { rootMargin: "600px" });
document.querySelectorAll(".plotly-figure").forEach((div) => near.observe(div));
// On paper all of them are wanted.
addEventListener("beforeprint", () => document.querySelectorAll(".plotly-figure:has(> script)").forEach(draw));
// Some browsers show only while one scrolls that a drawing is wider than the page.
document.querySelectorAll(".picture-box").forEach((box) => box.classList.toggle("wide", box.scrollWidth > box.clientWidth + 8));
