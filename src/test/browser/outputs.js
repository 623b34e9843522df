// The outputs below each code cell of the page, as kind and text.
() => [...document.querySelectorAll(".jp-CodeCell")].map((cell) =>
  [...cell.querySelectorAll(".jp-OutputArea-output")].map((output) => ({
    kind: output.dataset.mimeType || "",
    text: output.innerText,
  })))
