"use strict";

// Each field of the form is a part: an element, get() and set(value) in the shape of a case file.
// Nothing here words a question; titles, help and choices come in the element "spec".

const spec = JSON.parse(document.getElementById("spec").textContent);
const things = new Map();  // kind of thing that is named elsewhere -> the parts of its items
const references = [];  // how each choice among such things is shown anew
let number = 0;
let isChanged = false;

const LISTED = {
  petitioners: "petitioner", respondents: "respondent", duties: "duty", exhibits: "exhibit", relief: "relief",
  real_parties: "party", clauses: "clause", events: "paragraph", demands: "paragraph", remedies: "paragraph", harms: "paragraph",
};
const NAMED_BY = { limit: ["duty", "clause"] };
const PHRASES = { known: "is as written here", ask: "is not known: ask", na: "does not apply" };

function make(tag, attributes = {}, ...children) {
  const one = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) one.addEventListener(event, act);
    else if (value === true) one.setAttribute(name, "");
    else if (value !== false && value !== undefined) one.setAttribute(name, value);
  }
  one.append(...children.filter((child) => child !== null));
  return one;
}

const fresh = (word) => `${word}-${++number}`;
const article = (noun) => (/^[aeiou]/.test(noun) ? "an" : "a");
const isEmpty = (value) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
const say = (text) => { document.getElementById("status").textContent = text; };

function slug(text, words = 5) {
  const plain = text.normalize("NFKD").replace(/[^\x20-\x7e]/g, "").toLowerCase().replace(/[()'.]/g, "");
  return (plain.match(/[a-z0-9]+/g) || []).slice(0, words).join("-").slice(0, 40).replace(/^-|-$/g, "");
}

function called(value) {
  for (const path of spec.calledBy) {
    let here = value;
    for (const step of path) here = here === undefined || here === null ? undefined : here[step];
    if (typeof here === "string" && here) return here.length <= 60 ? here : `${here.slice(0, 58)} …`;
  }
  return "";
}

function heading(field) {
  return [field.title, field.required && field.kind !== "group" ? make("span", { class: "needed" }, " (needed)") : null].filter(Boolean);
}

function help(field, id) {
  const example = field.example ? ` For example: ${field.example}` : "";
  const usual = field.default ? ` Left open: ${field.default.replaceAll("-", " ")}.` : "";
  return make("p", { class: "help", id }, `${field.help}${example}${usual}`);
}

// --- fields of one answer ---------------------------------------------------------------------

function control(field, id, described) {
  const common = { id, "aria-describedby": described };
  switch (field.kind) {
    case "day": return make("input", { ...common, type: "date", min: "1900-01-01", max: "2199-12-31" });
    case "clock": return make("input", { ...common, type: "time" });
    case "count": return make("input", { ...common, type: "number", min: "0", step: "1", inputmode: "numeric" });
    case "text": return make("textarea", common);
    case "yes_no": case "choice": return make("select", common, ...options(field.options));
    case "reference":
      return make("select", common, ...options(field.fixed ? spec.lists[field.target] : []));
    default: return make("input", { ...common, type: "text", autocomplete: "off" });
  }
}

function options(pairs) {
  return [["", "Choose"], ...pairs].map(([value, label]) => make("option", { value }, label));
}

function scalar(field) {
  const id = fresh("answer"), described = fresh("help");
  const input = control(field, id, described);
  const element = make("div", { class: "field" }, make("label", { for: id }, ...heading(field)), help(field, described), input);
  const part = { field, element, focus: () => input.focus(), inputs: [input] };
  const isNamed = field.kind === "reference" && !field.fixed;
  let kept;  // a value that this control cannot show, such as a text that stands in a file of its own
  if (isNamed) references.push(() => offer(field, input));
  part.get = () => kept ?? (input.value.trim() === "" ? undefined
    : isNamed ? nameOf(input.value)
    : field.kind === "id" ? slug(input.value)
    : input.value.replaceAll("\r\n", "\n").trim());
  part.set = (value) => {
    kept = undefined;
    input.disabled = false;
    if (value !== null && typeof value === "object") {
      kept = value;
      input.disabled = true;
      if (input.type === "text" || input.tagName === "TEXTAREA") input.value = `in the file ${value.file}`;
      return;
    }
    if (input.tagName === "SELECT" && ![...input.options].some((one) => one.value === value)) {
      input.append(make("option", { value: isNamed ? `=${value}` : value }, value));
    }
    input.value = input.tagName === "SELECT" && isNamed ? `=${value}` : value;
    if (input.value === "" && value !== "") {  // a date or an hour in another form that is read as well
      input.type = "text";
      input.value = value;
    }
  };
  input.addEventListener("input", () => { kept = undefined; });
  return field.asks ? withState(field, part, input) : part;
}

function withState(field, part, input) {
  const id = fresh("state"), wordsId = fresh("words");
  const select = make("select", { id }, ...Object.entries(PHRASES).map(([value, label]) => make("option", { value }, label)));
  const label = make("label", { for: wordsId });
  const words = make("input", { id: wordsId, type: "text", autocomplete: "off" });
  const more = make("div", { hidden: true }, label, words);
  part.element.append(
    make("div", { class: "state" }, make("label", { for: id }, `“${field.title}”`), select), more);
  let rest = {};
  const show = () => {
    const isKnown = select.value === "known";
    more.hidden = isKnown;
    input.disabled = !isKnown;
    label.textContent = `${field.title}: ${select.value === "ask" ? "what is to be asked?" : "why does it not apply?"}`;
  };
  select.addEventListener("change", () => { show(); if (!more.hidden) words.focus(); });
  part.inputs.push(words);
  const { get, set } = part;
  part.get = () => {
    if (select.value === "ask") return { ask: words.value.trim() || `Please supply: ${field.title}.`, ...rest };
    if (select.value === "na") return { not_applicable: words.value.trim() || "it does not exist in this case" };
    return get();
  };
  part.set = (value) => {
    const isWords = value !== null && typeof value === "object" && ("ask" in value || "not_applicable" in value);
    select.value = isWords ? ("ask" in value ? "ask" : "na") : "known";
    rest = {};
    if (isWords) {
      words.value = value.ask ?? value.not_applicable;
      if (value.of) rest = { of: value.of };
    } else set(value);
    show();
  };
  return part;
}

// --- things that are named elsewhere ------------------------------------------------------------

function candidates(field) {
  return (NAMED_BY[field.target] || [field.target]).flatMap((kind) => things.get(kind) || []);
}

function nameOf(value) {
  if (value.startsWith("=")) return value.slice(1);
  for (const listed of things.values()) for (const item of listed) if (item.uid === value) return item.id;
  return undefined;
}

function labelOf(item) {
  return called(item.get()) || `${item.noun} ${item.place()}, not named yet`;
}

function offer(field, select) {
  const among = candidates(field);
  const loaded = select.value.startsWith("=") ? select.value : "";
  const found = loaded && among.find((item) => item.id === loaded.slice(1));
  const chosen = found ? found.uid : select.value;
  select.replaceChildren(...options(among.map((item) => [item.uid, labelOf(item)])));
  if (loaded && !found) select.append(make("option", { value: loaded }, loaded.slice(1)));
  select.value = chosen;
  if (select.selectedIndex < 0) select.value = "";
}

function several(field) {
  const described = fresh("help");
  const boxes = make("div");
  const element = make("fieldset", { "aria-describedby": described },
    make("legend", {}, ...heading(field)), help(field, described), boxes);
  let chosen = new Set();
  const show = () => {
    const among = candidates(field);
    for (const one of [...chosen].filter((value) => value.startsWith("="))) {
      const found = among.find((item) => item.id === one.slice(1));
      if (found) { chosen.delete(one); chosen.add(found.uid); }
    }
    chosen = new Set([...chosen].filter((value) => value.startsWith("=") || among.some((item) => item.uid === value)));
    const rows = among.map((item) => [item.uid, labelOf(item)]);
    rows.push(...[...chosen].filter((value) => value.startsWith("=")).map((value) => [value, value.slice(1)]));
    boxes.replaceChildren(...(rows.length ? rows.map(([value, label]) => {
      const id = fresh("box");
      const box = make("input", { type: "checkbox", id, on: { change: () => {
        if (box.checked) chosen.add(value); else chosen.delete(value);
      } } });
      box.checked = chosen.has(value);
      return make("label", { class: "box", for: id }, box, label);
    }) : [make("p", {}, "Nothing to choose from yet; add it in its own section first.")]));
  };
  references.push(show);
  show();
  return {
    field, element, inputs: [], focus: () => boxes.querySelector("input")?.focus(),
    get: () => { const ids = [...chosen].map(nameOf).filter((id) => id !== undefined); return ids.length ? ids : undefined; },
    set: (value) => { chosen = new Set((value || []).map((id) => `=${id}`)); show(); },
  };
}

const refresh = () => { for (const one of references) one(); };

// --- groups and lists ---------------------------------------------------------------------------

function build(field) {
  switch (field.kind) {
    case "group": return group(field);
    case "references": return several(field);
    case "items": case "statements": case "sources": case "texts": return list(field);
    default: return scalar(field);
  }
}

function fill(element, fields, what) {
  const parts = fields.map((field) => build(field));
  const rare = parts.filter((part) => part.field.rare);
  element.append(...parts.filter((part) => !part.field.rare).map((part) => part.element));
  if (rare.length) {
    element.append(make("details", {}, make("summary", {}, `More about ${what}`), ...rare.map((part) => part.element)));
  }
  return parts;
}

function gather(parts) {
  const value = {};
  for (const part of parts) {
    const one = part.get();
    if (!isEmpty(one)) value[part.field.name] = one;
  }
  return Object.keys(value).length ? value : undefined;
}

function spread(parts, value) {
  for (const part of parts) {
    if (value && value[part.field.name] !== undefined) part.set(value[part.field.name]);
    if (part.field.rare && value && value[part.field.name] !== undefined) part.element.closest("details").open = true;
  }
}

function group(field) {
  const described = fresh("help");
  const element = make("fieldset", { "aria-describedby": described }, make("legend", {}, ...heading(field)), help(field, described));
  const inside = make("div");
  let box = null;
  if (!field.required) {
    const id = fresh("box");
    box = make("input", { type: "checkbox", id, on: { change: () => { inside.hidden = !box.checked; } } });
    element.append(make("label", { class: "box", for: id }, box, `There is ${article(field.noun)} ${field.noun}`));
    inside.hidden = true;
  }
  const parts = fill(inside, field.fields, `the ${field.noun}`);
  element.append(inside);
  return {
    field, element, parts, inputs: [], focus: () => (box ? box.focus() : parts[0].focus()),
    isOpen: () => !box || box.checked,
    get: () => (!box || box.checked ? gather(parts) : undefined),
    set: (value) => { if (box) box.checked = true; inside.hidden = false; spread(parts, value); },
  };
}

function list(field) {
  const noun = field.kind === "texts" ? "text" : field.noun;
  const described = fresh("help");
  const rows = make("div");
  const add = make("button", { type: "button", class: "quiet", on: { click: () => {
    append().focus();
    refresh();
    say(`${noun} ${items.length} added.`);
  } } }, `Add ${article(noun)} ${noun}`);
  const element = make("fieldset", { "aria-describedby": described },
    make("legend", {}, ...heading(field)), help(field, described), rows, add);
  const items = [];
  const kind = LISTED[field.name];

  function append(value) {
    const item = { uid: fresh("thing"), id: value && typeof value === "object" ? value.id : undefined, noun };
    const legend = make("legend");
    item.element = make("fieldset", {}, legend);
    item.parts = field.kind === "texts"
      ? fill(item.element, [{ name: "text", title: noun, kind: "text", help: field.help, example: field.example }], noun)
      : fill(item.element, field.fields, `this ${noun}`);
    item.place = () => items.indexOf(item) + 1;
    item.get = () => {
      if (field.kind === "texts") return item.parts[0].get();
      const value = gather(item.parts);
      return value && item.id ? { id: item.id, ...value } : value;
    };
    item.title = () => {
      const name = `${noun} ${item.place()}`;
      legend.textContent = name[0].toUpperCase() + name.slice(1);
      up.textContent = `Move ${name} up`;
      remove.textContent = `Remove ${name}`;
    };
    item.focus = () => item.parts[0].focus();
    const up = make("button", { type: "button", class: "quiet", on: { click: () => move(item, -1) } });
    const remove = make("button", { type: "button", class: "quiet", on: { click: () => drop(item) } });
    item.element.append(up, remove);
    items.push(item);
    rows.append(item.element);
    if (kind) { if (!things.has(kind)) things.set(kind, []); things.get(kind).push(item); }
    item.title();
    if (value !== undefined) {
      if (field.kind === "texts") item.parts[0].set(value); else spread(item.parts, value);
    }
    return item;
  }

  function drop(item) {
    const place = item.place();
    items.splice(place - 1, 1);
    item.element.remove();
    if (kind) things.set(kind, things.get(kind).filter((one) => one !== item));
    items.forEach((one) => one.title());
    isChanged = true;
    refresh();
    say(`${noun} ${place} removed.`);
    add.focus();
  }

  function move(item, by) {
    const from = items.indexOf(item), to = from + by;
    if (to < 0) { say(`${noun} ${from + 1} is the first.`); return; }
    items.splice(from, 1);
    items.splice(to, 0, item);
    rows.replaceChildren(...items.map((one) => one.element));
    items.forEach((one) => one.title());
    isChanged = true;
    say(`${noun} ${from + 1} is now ${noun} ${to + 1}.`);
    item.element.querySelector(":scope > button").focus();
  }

  if (field.kind === "statements" || (field.required && field.kind !== "items")) append();
  return {
    field, element, items, inputs: [], focus: () => (items[0] ? items[0].focus() : add.focus()),
    get: () => { const found = items.map((item) => item.get()).filter((one) => !isEmpty(one)); return found.length ? found : undefined; },
    set: (value) => { [...items].forEach((item) => { items.splice(items.indexOf(item), 1); item.element.remove();
      if (kind) things.set(kind, things.get(kind).filter((one) => one !== item)); }); value.forEach((one) => append(one)); },
  };
}

// --- the whole page -----------------------------------------------------------------------------

let tops = [];
let matterId = "";
let unseen = {};  // parts of a loaded file that this page does not ask for; they are given back

function draw() {
  things.clear();
  references.length = 0;
  tops = [];
  const form = document.getElementById("form"), sections = document.getElementById("sections");
  form.replaceChildren();
  sections.replaceChildren();
  for (const part of spec.parts) {
    const id = `section-${part.id}`;
    const section = make("section", { "aria-labelledby": id }, make("h2", { id, tabindex: "-1" }, part.title), make("p", {}, part.why));
    for (const field of part.fields) {
      const top = build(field);
      tops.push(top);
      section.append(top.element);
    }
    form.append(section);
    sections.append(make("li", {}, make("a", { href: `#${id}` }, part.title)));
  }
  refresh();
}

function nameThings() {
  const taken = new Map();
  for (const [kind, listed] of things) taken.set(kind, new Set(listed.map((item) => item.id).filter(Boolean)));
  for (const [kind, listed] of things) {
    for (const item of listed) {
      const value = item.get();
      if (item.id || value === undefined) continue;
      const isPerson = kind === "petitioner" && value.type !== "organization";
      const words = called(value);
      const wanted = slug(isPerson ? words.split(" ").pop() : words) || `${slug(item.noun)}-${item.place()}`;
      let id = wanted;
      for (let count = 2; taken.get(kind).has(id); count++) id = `${wanted}-${count}`;
      taken.get(kind).add(id);
      item.id = id;
    }
  }
}

function collect() {
  nameThings();
  const whole = { matter: {}, ...structuredClone(unseen) };
  for (const top of tops) {
    const value = top.get();
    if (isEmpty(value)) continue;
    let here = whole;
    for (const step of top.field.path.slice(0, -1)) here = here[step] ??= {};
    const last = top.field.path.at(-1);
    here[last] = top.field.kind === "group" ? { ...here[last], ...value } : value;
  }
  whole.matter = { id: matterId || slug(whole.matter.short_title || "") || "case", ...whole.matter };
  return whole;
}

// What the browser itself cannot read, such as half a date, would be lost without a word.
function problems() {
  const found = [];
  const look = (parts, where) => {
    for (const part of parts) {
      const place = `${where}${part.field.title}`;
      for (const input of part.inputs) {
        const isBad = !input.disabled && !input.validity.valid;
        input.toggleAttribute("aria-invalid", false);
        if (isBad) { input.setAttribute("aria-invalid", "true"); found.push([`${place}: ${input.validationMessage || "cannot be read"}`, input]); }
      }
      if (part.parts) look(part.parts, `${place}, `);
      for (const item of part.items || []) look(item.parts, `${item.noun} ${item.place()}, `);
    }
  };
  look(tops, "");
  return found;
}

function open() {
  const found = [];
  const look = (parts, where) => {
    for (const part of parts) {
      const place = `${where}${part.field.title}`;
      if (part.field.required && isEmpty(part.get()) && part.field.kind !== "group") found.push(place);
      if (part.parts && part.isOpen()) look(part.parts, where);
      for (const item of part.items || []) if (!isEmpty(item.get())) look(item.parts, `${item.noun} ${item.place()}, `);
    }
  };
  look(tops, "");
  return found;
}

function show(input) {
  for (let one = input.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  input.focus();
}

function complain(title, lines) {
  const box = document.getElementById("problems");
  box.replaceChildren();
  box.hidden = lines.length === 0;
  if (box.hidden) return;
  box.append(make("p", {}, make("strong", {}, title)), make("ul", {}, ...lines.map(([text, input]) => make("li", {},
    input ? make("a", { href: `#${input.id}`, on: { click: (event) => { event.preventDefault(); show(input); } } }, text) : text))));
  box.focus();
}

function save() {
  const wrong = problems();
  complain("Not saved yet. These answers cannot be read:", wrong);
  if (wrong.length) return;
  const whole = collect();
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(whole, null, 2)}\n`], { type: "application/json" }));
  const name = `${whole.matter.id}.json`;
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  isChanged = false;
  const rest = open();
  say(`Saved as ${name}, among your downloads. ${rest.length
    ? `Still needed, now or later: ${rest.slice(0, 8).join("; ")}${rest.length > 8 ? "; and more" : ""}.` : "Nothing that is needed is open."}`);
}

function put(whole) {
  draw();
  matterId = whole.matter?.id || "";
  unseen = {};
  const seen = new Set(tops.map((top) => top.field.path[0]));
  for (const [key, value] of Object.entries(whole)) if (!seen.has(key)) unseen[key] = value;
  for (const top of tops) {
    let value = whole;
    for (const step of top.field.path) value = value?.[step];
    if (value !== undefined && value !== null) top.set(value);
  }
  refresh();
}

async function load(input) {
  const file = input.files[0];
  if (!file) return;
  let whole;
  try {
    whole = JSON.parse(await file.text(), (_, value) => (typeof value === "boolean" ? (value ? "yes" : "no")
      : typeof value === "number" ? String(value) : value));
    if (whole === null || typeof whole !== "object" || Array.isArray(whole)) throw new Error("it holds no fields");
    put(whole);
  } catch (error) {
    draw();
    complain("Not loaded. Choose a file that this page saved.", [[`${file.name}: ${error.message}`, null]]);
    return;
  }
  complain("", []);
  isChanged = false;
  say(`${file.name} is loaded.`);
}

draw();
document.getElementById("save").addEventListener("click", save);
document.getElementById("save-below").addEventListener("click", save);
document.getElementById("load").addEventListener("change", (event) => load(event.target));
document.getElementById("form").addEventListener("input", () => { isChanged = true; });
document.getElementById("form").addEventListener("change", refresh);
window.addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });
