// Draws the figures of a page, each when it comes near the window.
const NARROW = 560;

// How much of a wide figure its legend may take, at about so many pixels a letter.
const SHARE = 0.33;
const LETTER = 6.2;
const KEY = 50;

// Whether a legend at the right has names so long that little is left of the plot.
function isCrowded(layout, data, width) {
  const legend = layout.legend || {};
  if (layout.sliders || legend.orientation === "h" || legend.x < 1) return false;
  const names = data.filter((trace) => trace.showlegend !== false && trace.name);
  const letters = Math.max(0, ...names.map((trace) => trace.name.length));
  return names.length > 1 && KEY + LETTER * letters > SHARE * width;
}

function fitted(layout, data, width) {
  const traces = data.length;
  const fit = { ...layout, autosize: true };
  delete fit.width;
  if (width >= NARROW && isCrowded(layout, data, width)) {
    fit.legend = { ...layout.legend, orientation: "h", x: 0, y: -0.2, yanchor: "top" };
  }
  if (width >= NARROW) return fit;
  // Next to a legend little would be left of the plot.
  const moves = Boolean(layout.sliders);
  const bottom = (layout.margin && layout.margin.b) || 60;
  fit.legend = { ...layout.legend, orientation: "h", x: 0, y: moves ? 1.02 : -0.25, yanchor: moves ? "bottom" : "top" };
  fit.margin = { ...layout.margin, l: 50, r: 12, b: bottom };
  if (moves) {
    // The legend is between title and plot, and the buttons need room beside the slider.
    fit.margin.t = layout.showlegend === false ? 80 : 50 + 18 * traces;
    fit.sliders = layout.sliders.map((slider) => ({ ...slider, x: 0.3, len: 0.7 }));
  }
  fit.font = { ...layout.font, size: 11 };
  if (layout.title) {
    // Lines of a length that a phone has room for.
    const text = (layout.title.text || "").replace(/(.{25,40}) /g, "$1<br>");
    fit.title = { ...layout.title, text, font: { ...layout.title.font, size: 13 } };
  }
  return fit;
}

function draw(div) {
  const figure = JSON.parse(div.querySelector("script").textContent);
  const { data, frames } = figure;
  const layout = fitted(figure.layout || {}, data, div.clientWidth);
  const config = { ...figure.config, displaylogo: false, responsive: true };
  div.replaceChildren();
  Plotly.newPlot(div, { data, layout, frames, config });
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
