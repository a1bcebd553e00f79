// The review page. What came from a document or from a person reaches the page as text, never as markup; what is shown as
// saved has been answered by the server, which answers when it is on disk.
(() => {
  "use strict";
  const $ = id => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const form = $("form"), fields = form.elements, filter = $("filter"), box = $("cards"), menu = $("menu"), aside = form.closest("aside");
  const cards = Array.from(box.querySelectorAll(".card"));
  const cardOf = new Map(cards.map(c => [data.items[c.id].id, c]));
  const names = new Map([...data.dispositions, ...data.progresses, ...data.facts].map(t => [t.id, t.name]));
  const columns = ["plan", "results", "next_plan"];
  const say = (key, ...args) => data.texts[key].replace(/\{(\d)\}/g, (_, n) => args[n]);
  const el = (tag, text, cls) => {
    const e = document.createElement(tag);
    if (text !== undefined) e.textContent = text;
    if (cls) e.className = cls;
    return e;
  };
  const itemOf = card => data.items[card.id];
  let state = { version: "", items: {}, homeless: [] };
  let now = null;      // the card that the form is about
  let editing = null;  // my annotation in the form, as the page saw it
  let quote = null;    // words selected and not saved yet
  let dirty = false;   // the form holds what is not saved
  const drafts = new Map(); // of items that were left with something unsaved in the form

  // Messages.
  const status = (text, bad) => {
    $("status").textContent = text;
    $("status").classList.toggle("bad", Boolean(bad));
  };
  const alarm = text => {
    $("alert").hidden = !text;
    if ($("alert").textContent !== text) $("alert").textContent = text;
  };

  // What the file says.
  const said = item => state.items[item] || [];
  const judges = a => Boolean(a.verdict && (a.verdict.disposition || a.verdict.progress || a.verdict.confirm || a.verdict.facts));
  const counts = a => judges(a) && !a.stale && (a.state === "submitted" || a.state === "accepted");
  const open = a => a.mine && ["draft", "submitted", "accepted", "needs-recheck"].includes(a.state);
  const own = item => said(item).filter(a => open(a) && judges(a)).pop() || said(item).filter(a => open(a) && !a.quote).pop() || null;
  const inWords = v => {
    const parts = [v.disposition, v.progress, ...(v.facts || [])].filter(Boolean).map(id => names.get(id) || id);
    if (v.confirm) parts.unshift(data.texts.confirm);
    return parts.join(" · ");
  };
  const lines = a => {
    const out = [];
    const head = el("p");
    head.append(el("span", a.reviewer, "who-said"), " ", el("span", data.states[a.state] || a.state), " ", el("span", judges(a) ? inWords(a.verdict) : data.texts.noteOnly));
    if (a.stale) head.append(" ", el("strong", data.texts.stale));
    out.push(head);
    if (a.quote) out.push(el("p", data.heads[columns.indexOf(a.column)] + "「" + a.quote.exact + "」", "words"));
    if (a.note) out.push(el("p", a.note));
    for (const r of a.replies || []) out.push(el("p", "↳ " + r.reviewer + ": " + r.note));
    return out;
  };
  const paint = card => {
    const item = itemOf(card), list = said(item.id);
    card.querySelectorAll(".said,.person").forEach(e => e.remove());
    card.toggleAttribute("data-judged", list.some(counts));
    card.toggleAttribute("data-again", list.some(a => a.stale && !["rejected", "superseded"].includes(a.state)));
    if (list.length === 0) return;
    const best = list.filter(counts).sort((a, b) => (a.state === "accepted") - (b.state === "accepted")).pop();
    if (best && best.verdict.disposition) {
      card.querySelector(".flags").append(el("span", data.texts.person + ": " + (names.get(best.verdict.disposition) || best.verdict.disposition), "flag person f-" + best.verdict.disposition));
    }
    const div = el("div", undefined, "said");
    for (const a of list) div.append(...lines(a));
    card.append(div);
  };
  const take = fresh => {
    if (fresh.error) {
      state.version = fresh.version;
      alarm(say("file", fresh.error));
      return;
    }
    alarm("");
    const before = state;
    state = fresh;
    for (const [item, card] of cardOf) {
      if (JSON.stringify(before.items[item]) !== JSON.stringify(state.items[item])) paint(card);
    }
    for (const [id, n] of [["judged", state.judged], ["accepted", state.accepted], ["again", state.recheck]]) $(id).textContent = n;
    $("bar").value = state.judged;
    const lost = $("homeless");
    lost.hidden = state.homeless.length === 0;
    lost.querySelector("b").textContent = state.homeless.length;
    lost.querySelector("ul").replaceChildren(...state.homeless.map(a => {
      const li = el("li", a.item);
      li.append(...lines(a));
      return li;
    }));
    if (now && !dirty) fill();
    if (now) list();
  };
  const refresh = async () => {
    let r;
    try {
      r = await fetch("state?v=" + encodeURIComponent(state.version));
    } catch {
      status(say("offline"), true);
      return;
    }
    if (r.status === 200) { take(await r.json()); apply(); }
  };

  // Saving. One thing after the other, in the order of the keys.
  let queue = Promise.resolve();
  const later = act => { queue = queue.then(act).catch(e => status(e.message, true)); };
  const send = async wish => {
    let r, answer;
    try {
      r = await fetch("save", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) });
      answer = await r.json();
    } catch {
      throw new Error(say("offline"));
    }
    if (!r.ok) {
      await refresh();
      if (now) editing = own(itemOf(now).id); // what stands there now is shown; saving again is said knowing it
      throw new Error(say("failed", answer.error));
    }
    drafts.delete(wish.item);
    dirty = false;
    quote = null;
    take(answer);
  };
  const about = () => {
    if (!now) throw new Error(say("nothing"));
    return { item: itemOf(now).id, id: editing ? editing.id : "", seen: editing ? editing.seen : "", text: fields.note.value, quote };
  };
  const judge = async (verdict, withState) => {
    const wish = { ...about(), do: "judge", ...verdict };
    if (withState) wish.state = fields.state.value;
    await send(wish);
    return wish.item;
  };
  const formVerdict = () => ({ disposition: fields.disposition.value, progress: fields.progress.value, facts: checked() });
  const toolVerdict = () => { const { disposition, progress, facts } = itemOf(now); return { disposition, progress, facts }; };
  const confirm = () => later(async () => {
    about();
    const item = await judge(toolVerdict(), false);
    move(1, true);
    apply();
    status(say("confirmed", item));
  });
  const saveForm = () => later(async () => {
    about();
    const item = await judge(formVerdict(), true);
    status(say("saved", item, inWords(formVerdict())));
  });
  const saveNote = () => later(async () => {
    const wish = { ...about(), do: "note" };
    if (quote && editing && judges(editing)) wish.id = wish.seen = ""; // words of their own get a note of their own
    else if (editing) wish.state = fields.state.value;
    await send(wish);
    status(say("savedNote", wish.item));
  });
  const setState = (a, to) => later(async () => {
    await send({ do: "state", item: a.item, id: a.id, seen: a.seen, state: to });
    status(say("saved", a.item, data.states[to]));
  });
  const reply = a => later(async () => {
    const text = fields.note.value;
    if (!text.trim() || editing && editing.note === text) throw new Error(say("emptyReply"));
    await send({ do: "reply", item: a.item, id: a.id, seen: a.seen, text });
    status(say("saved", a.item, "↳"));
  });
  const accept = () => later(async () => {
    about();
    const a = said(itemOf(now).id).filter(a => judges(a) && !a.stale && ["draft", "submitted"].includes(a.state)).pop();
    if (!a) throw new Error(say("noAccept"));
    await send({ do: "state", item: a.item, id: a.id, seen: a.seen, state: "accepted" });
    status(say("saved", a.item, data.states.accepted));
  });

  // The form.
  const checked = () => Array.from(form.querySelectorAll("[name=facts]:checked"), b => b.value);
  const showQuote = () => {
    const words = quote ? quote.exact : editing && editing.quote ? editing.quote.exact : "";
    $("quote").hidden = !words;
    $("quote-text").textContent = words;
  };
  const showFacts = () => { $("facts-line").textContent = checked().map(id => names.get(id)).join(" · "); };
  const fill = () => {
    const item = itemOf(now);
    editing = own(item.id);
    const v = editing && judges(editing) && editing.verdict.disposition ? editing.verdict : item;
    $("which").textContent = item.id;
    $("tool").textContent = inWords({ ...item, confirm: false }) + " " + item.points + "%";
    fields.disposition.value = v.disposition || item.disposition;
    fields.progress.value = v.progress || item.progress;
    for (const b of form.querySelectorAll("[name=facts]")) b.checked = (v.facts || item.facts).includes(b.value);
    fields.note.value = editing && editing.note || "";
    const mine = editing && Array.from(fields.state.options).some(o => o.value === editing.state) ? editing.state : data.state;
    fields.state.value = mine;
    const draft = drafts.get(item.id);
    if (draft) {
      for (const name of ["disposition", "progress", "note", "state"]) fields[name].value = draft[name];
      for (const b of form.querySelectorAll("[name=facts]")) b.checked = draft.facts.includes(b.value);
      quote = draft.quote;
    }
    dirty = Boolean(draft);
    showFacts();
    showQuote();
  };
  const leave = () => {
    if (!now || !dirty) return;
    drafts.set(itemOf(now).id, { ...formVerdict(), note: fields.note.value, state: fields.state.value, quote });
  };
  const list = () => {
    const all = said(itemOf(now).id);
    $("said-head").hidden = all.length === 0;
    $("said").replaceChildren(...all.map(a => {
      const li = el("li");
      li.append(...lines(a));
      const row = el("p", undefined, "buttons");
      for (const [key, act, wanted] of [["accept", () => setState(a, "accepted"), !["accepted", "superseded"].includes(a.state) && !a.stale], ["reject", () => setState(a, "rejected"), !["rejected", "superseded"].includes(a.state)], ["reply", () => reply(a), true]]) {
        if (!wanted) continue;
        const b = el("button", data.texts[key]);
        b.type = "button";
        b.setAttribute("aria-label", data.texts[key] + ": " + data.texts.noun + " " + a.reviewer);
        b.addEventListener("click", act);
        row.append(b);
      }
      li.append(row);
      return li;
    }));
  };
  const choose = (card, focus) => {
    if (now !== card) {
      leave();
      if (now) now.removeAttribute("aria-current");
      now = card;
      quote = null;
      card.setAttribute("aria-current", "true");
      fill();
      list();
    }
    if (focus) {
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "start", behavior: "instant" });
    }
  };
  const shown = () => cards.filter(c => !c.hidden);
  const move = (by, quiet) => {
    const all = shown();
    if (all.length === 0) return status(say("none"), true);
    const at = now ? all.indexOf(now) : -1;
    let next = at + by;
    if (at < 0 && now) { // a filter hides where we are: go on from there
      const after = all.findIndex(c => cards.indexOf(c) > cards.indexOf(now));
      next = by > 0 ? after : (after < 0 ? all.length : after) - 1;
      if (by > 0 && after < 0) next = all.length;
    }
    if (next >= all.length || next < 0) {
      if (at >= 0) choose(all[at], true);
      if (!quiet) status(say(next < 0 ? "first" : "last"));
      return;
    }
    if (!quiet) status("");
    choose(all[next], true);
  };
  const nextUnclear = () => {
    const all = shown(), from = now ? all.indexOf(now) : -1;
    const open = c => !c.hasAttribute("data-judged");
    const hard = c => open(c) && (itemOf(c).disposition === "unclear" || itemOf(c).points < 60);
    const ring = all.slice(from + 1).concat(all.slice(0, from + 1));
    const next = ring.find(hard) || ring.find(open);
    if (next) choose(next, true);
    else status(say("none"));
  };

  // Menus: a number or letter chooses; so do Tab and Enter.
  const digits = "123456789abcdefghijklmnopqrstuvwxyz";
  let keyed = new Map(), onDone = null;
  const ask = (title, choices, o = {}) => {
    if (!now) return status(say("nothing"), true);
    keyed = new Map();
    $("menu-head").textContent = title;
    $("choices").classList.toggle("long", Boolean(o.long));
    $("choices").replaceChildren(...choices.map((c, i) => {
      const b = el("button");
      b.type = "button";
      if (digits[i]) { b.append(el("kbd", digits[i])); keyed.set(digits[i], b); }
      b.append(el("span", c.name));
      if (c.pressed !== undefined) b.setAttribute("aria-pressed", c.pressed);
      if (c.current) b.setAttribute("aria-current", "true");
      b.addEventListener("click", () => c.act(b));
      return b;
    }));
    onDone = o.done || null;
    $("menu-done").hidden = !onDone;
    menu.showModal();
  };
  const shut = () => { menu.close(); if (now) now.focus({ preventScroll: true }); };
  const press = key => {
    if (!menu.open || key === "Enter" && !onDone) return false;
    if (key === "Enter") onDone();
    else if (keyed.has(key)) keyed.get(key).click();
    else return false;
    return true;
  };
  menu.addEventListener("keydown", e => {
    if (!e.ctrlKey && !e.altKey && !e.metaKey && !(e.key === "Enter" && e.target.closest("#menu-close")) && press(e.key)) e.preventDefault();
  });
  // A menu waits for what is being saved; what is typed for it meanwhile waits with it.
  let coming = 0;
  const soon = show => () => { coming++; later(() => { coming--; show(); }); };
  menu.addEventListener("close", () => { keyed = new Map(); });
  $("menu-close").addEventListener("click", shut);
  $("menu-done").addEventListener("click", () => onDone && onDone());
  const correct = (axis, terms) => ask(say("choose", now ? itemOf(now).id : "", data.texts[axis]), terms.map(t => ({
    name: t.name, current: fields[axis].value === t.id,
    act: () => { fields[axis].value = t.id; shut(); saveForm(); },
  })));
  const correctFacts = () => {
    const done = () => { shut(); showFacts(); saveForm(); };
    ask(say("choose", now ? itemOf(now).id : "", data.texts.facts), data.facts.map(t => {
      const check = form.querySelector(`[name=facts][value="${t.id}"]`);
      return { name: t.name, pressed: check.checked, act: b => { check.checked = !check.checked; b.setAttribute("aria-pressed", check.checked); } };
    }), { done });
  };

  // Words. A passage's text on the page holds its ministries, its mark and the numbers of reasons besides; those are no text.
  const plain = range => {
    const part = range.cloneContents();
    part.querySelectorAll("sup,.by").forEach(e => e.remove());
    return part.textContent;
  };
  const length = s => Array.from(s).length;
  const passages = card => Array.from(card.querySelectorAll(".cols > div"), (div, c) => Array.from(div.querySelectorAll("p:not(.none)"), (p, n) => ({ p, column: columns[c], passage: n, head: data.heads[c] }))).flat();
  const mean = q => { quote = q; dirty = true; showQuote(); status(say("quoted", q.exact)); };
  const pick = () => {
    const sel = getSelection();
    if (sel.rangeCount === 0 || sel.isCollapsed) return;
    const range = sel.getRangeAt(0).cloneRange();
    const start = range.startContainer.nodeType === Node.ELEMENT_NODE ? range.startContainer : range.startContainer.parentElement;
    const p = start.closest(".cols p:not(.none)");
    if (!p || !box.contains(p)) return;
    if (!p.contains(range.endContainer)) range.setEnd(p, p.childNodes.length);
    const card = p.closest(".card"), at = passages(card).find(x => x.p === p), exact = plain(range).trim();
    if (!at || !exact) return;
    choose(card, false);
    const before = document.createRange();
    before.setStart(p, 0);
    before.setEnd(range.startContainer, range.startOffset);
    mean({ column: at.column, passage: at.passage, start: length(plain(before)), exact });
  };
  let picking = 0;
  document.addEventListener("selectionchange", () => { clearTimeout(picking); picking = setTimeout(pick, 200); });
  const chooseWords = () => {
    const all = [];
    for (const x of now ? passages(now) : []) {
      const whole = document.createRange();
      whole.selectNodeContents(x.p);
      let start = 0;
      for (const sentence of plain(whole).split(/(?<=[。．]|[.!?]\s)/)) {
        const exact = sentence.trim(), at = start;
        start += length(sentence);
        if (exact) all.push({ name: x.head + ": " + exact, act: () => { shut(); mean({ column: x.column, passage: x.passage, start: at, exact }); fields.note.focus(); unfold(true); } });
      }
    }
    ask(say("choose", now ? itemOf(now).id : "", data.texts.words), all, { long: true });
  };

  // Filters.
  const fold = s => s.normalize("NFKC").toLowerCase();
  const texts = new Map();
  const text = card => {
    if (!texts.has(card)) texts.set(card, fold(card.textContent).replace(/\s+/g, ""));
    return texts.get(card);
  };
  const has = (card, key, value) => value === "" || card.dataset[key].split("\n").includes(value);
  const inState = (card, want) => {
    const list = said(itemOf(card).id);
    switch (want) {
      case "": return true;
      case "-open": return !card.hasAttribute("data-judged");
      case "-judged": return card.hasAttribute("data-judged");
      case "-mine": return list.some(a => a.mine);
      case "needs-recheck": return list.some(a => a.state === want || a.stale && a.state === "accepted");
    }
    return list.some(a => a.state === want);
  };
  const apply = () => {
    const want = new FormData(filter), most = Number(want.get("c")), words = fold(want.get("q")).split(/\s+/).filter(Boolean);
    let n = 0;
    for (const card of cards) {
      const fits = card === now && !filter.contains(document.activeElement) && !card.hidden || has(card, "flags", want.get("flag")) && has(card, "m", want.get("m")) && has(card, "s", want.get("s")) &&
        Number(card.dataset.c) <= most && inState(card, want.get("state")) && words.every(w => text(card).includes(w));
      if (card.hidden === fits) card.hidden = !fits;
      if (fits) n++;
    }
    filter.querySelector("output").textContent = most + "%";
    $("count").textContent = say("items", n, cards.length);
  };
  filter.addEventListener("input", apply);
  filter.addEventListener("submit", e => { e.preventDefault(); apply(); move(1); });
  filter.addEventListener("reset", () => setTimeout(apply));

  // Events of form and cards.
  form.addEventListener("input", () => { dirty = true; showFacts(); });
  form.addEventListener("submit", e => { e.preventDefault(); saveForm(); });
  $("confirm").addEventListener("click", confirm);
  $("save-note").addEventListener("click", saveNote);
  $("unquote").addEventListener("click", () => {
    quote = { column: "", passage: 0, start: 0, exact: "" };
    dirty = true;
    showQuote();
  });
  const unfold = on => {
    aside.classList.toggle("open", on);
    $("fold").setAttribute("aria-expanded", aside.classList.contains("open"));
  };
  $("fold").addEventListener("click", () => unfold());
  box.addEventListener("focusin", e => { const c = e.target.closest(".card"); if (c) choose(c, false); });
  box.addEventListener("click", e => { const c = e.target.closest(".card"); if (c) choose(c, false); });
  for (const card of cards) {
    const item = itemOf(card);
    card.tabIndex = -1;
    card.setAttribute("aria-label", [item.id, names.get(item.disposition), names.get(item.progress)].join(", "));
  }
  addEventListener("beforeunload", e => { leave(); if (Array.from(drafts.values()).some(d => d.note.trim())) e.preventDefault(); });
  const keys = {
    j: () => later(() => move(1)), k: () => later(() => move(-1)), n: () => later(nextUnclear), c: confirm, a: accept,
    d: soon(() => correct("disposition", data.dispositions)), p: soon(() => correct("progress", data.progresses)), f: soon(correctFacts), q: soon(chooseWords),
    e: () => { unfold(true); fields.note.focus(); }, "/": () => filter.elements.q.focus(),
    "?": () => { unfold(true); $("help").open = !$("help").open; if ($("help").open) $("help").querySelector("summary").focus(); },
  };
  addEventListener("keydown", e => {
    if (menu.open) return;
    if (e.key === "Escape") {
      unfold(false);
      if (now) now.focus({ preventScroll: true });
      else document.activeElement.blur();
      return;
    }
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && form.contains(e.target)) { e.preventDefault(); saveForm(); return; }
    if (e.ctrlKey || e.altKey || e.metaKey || !$("keys").checked || e.target.closest && e.target.closest("input:not([type=checkbox]),textarea,select")) return;
    if (coming > 0 && (digits.includes(e.key) || e.key === "Enter")) { e.preventDefault(); later(() => press(e.key)); return; }
    const act = keys[e.key];
    if (act) { e.preventDefault(); act(); }
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) later(refresh); });
  setInterval(() => { if (!document.hidden) later(refresh); }, 2000);
  refresh().then(() => {
    if (!now && cards.length > 0) choose(shown()[0] || cards[0], false);
    apply();
    document.body.dataset.ready = "yes";
    performance.mark("ready");
    setTimeout(() => cards.forEach(text), 300); // so that the first search need not
  });
})();
