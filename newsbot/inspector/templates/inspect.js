// Fields are corrected in place, blocks with a click; what is said is sent, and the page is asked for again.
const record = document.querySelector("main[data-post]");
if (record) {
  for (const value of record.querySelectorAll(".value[data-name]")) offer(value);
  for (const button of record.querySelectorAll("button.turn")) {
    button.hidden = false;
    button.addEventListener("click", () => send("correct", { do: "turn", name: button.dataset.name }));
  }
  const keep = record.querySelector("form.keep");
  if (keep) {
    keep.hidden = false;
    keep.addEventListener("submit", (event) => {
      event.preventDefault();
      send("keep", { do: event.submitter.value, name: keep.elements.name.value });
    });
  }
  const last = sessionStorage.getItem("place");
  sessionStorage.removeItem("place");
  if (last !== null) window.scrollTo(0, Number(last));
}

function offer(value) {
  const label = value.dataset.name.replaceAll("_", " ");
  const button = made("button", { type: "button", className: "edit", textContent: "Correct", ariaLabel: `Correct ${label}` });
  button.addEventListener("click", () => edit(value, button, label));
  const row = value.closest("tr");
  const doing = row ? row.querySelector(".doing") : value.previousElementSibling;
  doing.append(button);
  if ((row || value).classList.contains("corrected")) {
    const undo = made("button", { type: "button", className: "edit", textContent: "Undo", ariaLabel: `Undo the correction of ${label}` });
    undo.addEventListener("click", () => send("correct", { do: "undo", name: value.dataset.name }));
    doing.append(" ", undo);
  }
}

function edit(value, button, label) {
  const { name, text, lines, help, choices } = value.dataset;
  const form = made("form", { className: "editor" });
  const field = choices ? made("select") : Number(lines) > 1 ? made("textarea", { rows: Number(lines) }) : made("input");
  for (const choice of choices ? choices.split(" ") : []) field.append(made("option", { value: choice, textContent: choice }));
  field.value = text;
  field.setAttribute("aria-label", label);
  const note = made("span", { className: "soft", textContent: help });
  const row = made("span");
  const cancel = made("button", { type: "button", textContent: "Cancel" });
  row.append(made("button", { type: "submit", textContent: "Take this" }), " ", cancel);
  form.append(field, note, row);
  const shown = value.querySelector(".text");
  const close = () => {
    form.remove();
    button.hidden = false;
    if (shown) shown.hidden = false;
    button.focus();
  };
  cancel.addEventListener("click", close);
  form.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send("correct", { do: "correct", name, text: field.value });
  });
  button.hidden = true;
  if (shown) shown.hidden = true;
  value.prepend(form);
  field.focus();
}

async function send(where, what) {
  const answer = await fetch(`${record.dataset.post}/${where}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ ...what, page: record.dataset.page }),
  }).catch(() => null);
  const said = answer ? await answer.json().catch(() => ({ refused: "The inspector did not understand." })) : { refused: "The inspector no longer answers." };
  if (answer && answer.ok) {
    sessionStorage.setItem("place", String(window.scrollY));
    location.reload();
    return;
  }
  const place = document.getElementById("said");
  place.hidden = false;
  place.textContent = said.refused;
  place.scrollIntoView({ block: "center" });
}

function made(tag, properties = {}) {
  const element = document.createElement(tag);
  const { ariaLabel, ...rest } = properties;
  Object.assign(element, rest);
  if (ariaLabel) element.setAttribute("aria-label", ariaLabel);
  return element;
}
