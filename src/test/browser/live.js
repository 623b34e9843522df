// Notes every change of the live outputs, and whether the cell was running, from now on.
() => {
  const now = () => ({
    running: [...document.querySelectorAll(".jp-InputPrompt")]
      .some((prompt) => prompt.textContent.includes("*")),
    outputs: [...document.querySelectorAll(".pathprox-live")].map((output) => ({
      state: output.dataset.state || "",
      iteration: Number(output.dataset.iteration || -1),
      text: output.innerText,
    })),
  });
  const seen = [now()];
  window.liveOutputs = seen;
  const look = () => {
    const next = now();
    const last = seen[seen.length - 1];
    if (JSON.stringify(next.outputs) !== JSON.stringify(last.outputs)) {
      seen.push(next);
    }
  };
  const notebook = document.querySelector(".jp-Notebook");
  window.liveObserver?.disconnect();
  window.liveObserver = new MutationObserver(look);
  window.liveObserver.observe(
    notebook, {childList: true, subtree: true, characterData: true, attributes: true});
}
