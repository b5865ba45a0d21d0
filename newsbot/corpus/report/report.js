// Tables are sorted by a click on a head; without this script they stay as they are.
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(table, heads, at));
  });
}

function sort(table, heads, at) {
  const rising = heads[at].getAttribute("aria-sort") === "descending";
  heads.forEach((head) => head.removeAttribute("aria-sort"));
  heads[at].setAttribute("aria-sort", rising ? "ascending" : "descending");
  const value = (row) => {
    const text = row.cells[at].textContent.trim();
    const number = Number(text.replaceAll(",", ""));
    return text !== "" && !Number.isNaN(number) ? number : text;
  };
  const compare = (a, b) => (typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1);
  const rows = [...table.tBodies[0].rows].sort((a, b) => compare(value(a), value(b)) * (rising ? 1 : -1));
  table.tBodies[0].append(...rows);
}
