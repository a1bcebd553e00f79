// Filter, search and order of the cards. The page is whole without this: nothing is fetched, nothing is made here.
(() => {
  const form = document.getElementById("filter"), box = document.getElementById("cards");
  const cards = Array.from(box.querySelectorAll(".card"));
  if (!form || cards.length === 0) return;
  const fold = s => s.normalize("NFKC").toLowerCase();
  const given = cards.slice(), texts = new Map();
  const text = card => {
    if (!texts.has(card)) texts.set(card, fold(card.textContent).replace(/\s+/g, ""));
    return texts.get(card);
  };
  const has = (card, key, value) => value === "" || card.dataset[key].split("\n").includes(value);
  const count = form.querySelector(".count"), output = form.querySelector("output"), nothing = document.getElementById("nothing");
  const apply = () => {
    const want = new FormData(form), least = Number(want.get("c"));
    const words = fold(want.get("q")).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const fits = has(card, "flags", want.get("flag")) && has(card, "m", want.get("m")) && has(card, "s", want.get("s")) &&
        Number(card.dataset.c) >= least && words.every(w => text(card).includes(w));
      card.hidden = !fits;
      if (fits) shown++;
    }
    output.textContent = least + "%";
    count.textContent = shown + " / " + count.dataset.of;
    nothing.hidden = shown > 0;
  };
  let order = form.elements.sort.value;
  const arrange = () => {
    const by = form.elements.sort.value;
    if (by === order) return;
    order = by;
    const list = by === "n" || by === "c" ? cards.slice().sort((a, b) => a.dataset[by] - b.dataset[by] || a.dataset.n - b.dataset.n) : given;
    box.append(...list);
  };
  let wait = 0;
  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => { arrange(); apply(); }, 80);
  });
  form.addEventListener("submit", e => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { arrange(); apply(); }));
  // A permalink leads to its card even where a filter hides it.
  const follow = () => {
    const card = box.querySelector(".card:target");
    if (card && card.hidden) { form.reset(); setTimeout(() => card.scrollIntoView()); }
  };
  addEventListener("hashchange", follow);
  // Escape closes a flag's reasons for those who came by keyboard.
  addEventListener("keydown", e => { if (e.key === "Escape" && document.activeElement.classList.contains("flag")) document.activeElement.blur(); });
  form.hidden = false;
  apply();
  follow();
})();
