// Draws a figure in its place, by Plotly's script: the packed one if it is brought along, else the
// one that an earlier figure of the page has made ready, else that from the address.
(figure, id, address, packed) => {
  const place = document.getElementById(id);
  const unpack = async () => {
    const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.text = await new Response(unpacked).text();
    document.head.append(script);
    return window.Plotly;
  };
  const load = () => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.onload = () => done(window.Plotly);
    script.onerror = () => failed(new Error("cannot load " + address));
    script.src = address;
    document.head.append(script);
  });
  window.pathproxPlotly = packed ? unpack() : window.pathproxPlotly || load();
  window.pathproxPlotly.then(plotly => {
    place.textContent = "";
    return plotly.newPlot(place, {...figure, config: {responsive: true, ...figure.config}});
  }).catch(problem => place.append("The figure is not drawn: " + problem.message));
}
