// Draws the figures of a page, each when it comes near the window.
const NARROW = 560;

function fitted(layout, traces, width) {
  const fit = { ...layout, autosize: true };
  delete fit.width;
  if (width >= NARROW) return fit;
  // Next to a legend little would be left of the plot.
  const moves = Boolean(layout.sliders);
  const bottom = (layout.margin && layout.margin.b) || 60;
  // A legend is below the numbers and the title of the axis, however high the plot is.
  const top = (layout.margin && layout.margin.t) || 60;
  const below = -75 / ((layout.height || 450) - top - bottom);
  fit.legend = { ...layout.legend, orientation: "h", x: 0, y: moves ? 1.02 : below, yanchor: moves ? "bottom" : "top" };
  fit.margin = { ...layout.margin, l: 50, r: 12, b: bottom };
  if (moves) {
    // The legend is between title and plot, and the buttons need room beside the slider.
    fit.margin.t = 50 + (layout.showlegend === false ? 40 : 18 * traces);
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
  const layout = fitted(figure.layout || {}, data.length, div.clientWidth);
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
