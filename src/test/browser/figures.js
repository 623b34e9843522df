// What the browser has drawn of each Plotly figure in the page, with the places of its texts.
() => {
  const box = (element) => {
    const {left, top, right, bottom} = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const all = (figure, selector) => [...figure.querySelectorAll(selector)];
  const kinds = {
    title: ".gtitle", xTitle: ".xtitle", yTitle: ".ytitle", legend: ".legendtext",
    annotation: ".annotation-text", xTick: ".xtick text", yTick: ".ytick text",
  };
  // Figures let the page through.
  const background = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return color === "rgba(0, 0, 0, 0)" ? background(element.parentElement) : color;
  };
  const texts = (figure) =>
    Object.entries(kinds).flatMap(([kind, selector]) =>
      all(figure, selector).map((element) => ({
        kind, text: element.textContent, box: box(element), color: getComputedStyle(element).fill,
      })));
  const points = (trace) =>
    trace.z ? trace.z.map((row) => row.length) : [(trace.x || trace.y || []).length];
  const figures = [...document.querySelectorAll(".js-plotly-plot")]
    .filter((figure) => figure.data && figure.querySelector(".main-svg"));
  return figures.map((figure) => ({
    box: box(figure.querySelector(".svg-container")),
    output: box(figure.closest(".jp-OutputArea")),
    background: background(figure.querySelector(".main-svg")),
    plots: all(figure, ".nsewdrag").map(box),
    texts: texts(figure),
    traces: figure.data.map((trace, index) => ({
      name: trace.name || "",
      points: points(trace),
      computed: figure.calcdata ? figure.calcdata[index].length : 0,
    })),
    drawn: all(figure, ".scatterlayer .js-line, .heatmaplayer image, .barlayer .point > path")
      .map(box),
  }));
}
