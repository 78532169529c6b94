(() => {
  "use strict";
  const fold = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));

  // Each report of the page by itself; a report that was set up already is left alone.
  for (const report of all(document, ".relata-report:not([data-ready])")) {
    report.dataset.ready = "";
    const tools = report.querySelector("form.tools");
    const search = report.querySelector("input[type=search]");
    const boxes = all(report, ".tools input[type=checkbox]");
    const found = report.querySelector(".found");
    const lines = new Map();
    const nodes = new Map();
    const items = new Map();
    let focus = null;

    const item = (id) => {
      const element = document.getElementById(id);
      if (element && !items.has(id)) items.set(id, { element, rows: [] });
      return items.get(id);
    };
    const rows = all(report, "tr[data-status]").map((element) => {
      const evidence = all(element, "a[href^='#']")
        .map((link) => item(link.getAttribute("href").slice(1)))
        .filter(Boolean);
      const row = {
        element,
        evidence,
        line: element.dataset.line,
        ends: element.dataset.ends.split(" ").filter(Boolean),
        status: element.dataset.status,
        isNegative: element.classList.contains("negative"),
        isShown: true,
      };
      row.text = fold([element, ...evidence.map((e) => e.element)].map((e) => e.textContent).join(" "));
      for (const one of evidence) one.rows.push(row);
      return row;
    });

    for (const element of all(report, "svg.relata-figure .e")) {
      const own = rows.filter((row) => row.line === element.id);
      if (!own.length) continue;
      lines.set(element.id, { element, rows: own });
      // A line is thin; what can be pointed at is wider.
      for (const path of all(element, "path")) {
        const wide = path.cloneNode(false);
        wide.setAttribute("class", "hit");
        wide.setAttribute("stroke", "transparent");
        wide.setAttribute("stroke-width", "14");
        wide.setAttribute("fill", "none");
        wide.removeAttribute("stroke-dasharray");
        path.before(wide);
      }
    }
    for (const element of all(report, "svg.relata-figure .n")) {
      const own = rows.filter((row) => row.ends.includes(element.id));
      if (!own.length) continue;
      nodes.set(element.id, { element, rows: own });
      element.setAttribute("role", "button");
      element.setAttribute("tabindex", "0");
      element.setAttribute("aria-pressed", "false");
    }

    const update = () => {
      const words = fold(search ? search.value : "").split(/\s+/).filter(Boolean);
      const statuses = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      const knows = new Set(boxes.map((box) => box.value));
      const admits = (status) => !knows.has(status) || statuses.has(status);
      let count = 0;
      for (const row of rows) {
        row.isShown =
          words.every((word) => row.text.includes(word)) &&
          admits(row.status) &&
          (!row.isNegative || admits("negative")) &&
          (!focus || row.ends.includes(focus) || !sharesFigure(row, focus));
        row.element.classList.toggle("off", !row.isShown);
        if (row.isShown) count += 1;
      }
      for (const { element, rows } of items.values()) {
        element.classList.toggle("off", rows.length > 0 && !rows.some((row) => row.isShown));
      }
      for (const { element, rows } of lines.values()) {
        const isOff = !rows.some((row) => row.isShown);
        element.classList.toggle("off", isOff);
        for (const link of all(element, "a")) {
          if (isOff) link.setAttribute("tabindex", "-1");
          else link.removeAttribute("tabindex");
        }
      }
      for (const [id, { element, rows }] of nodes) {
        element.classList.toggle("off", id !== focus && !rows.some((row) => row.isShown));
        element.setAttribute("aria-pressed", String(id === focus));
      }
      const name = focus && nodes.get(focus).element.getAttribute("aria-label").split(";")[0];
      if (found) {
        found.textContent =
          (count === rows.length ? `All ${count}` : `${count} of ${rows.length}`) +
          " relations shown" + (name ? `, around ${name}` : "");
      }
    };
    const sharesFigure = (row, node) =>
      row.element.closest("section") === nodes.get(node).element.closest("section");

    const light = (section, line) => {
      for (const element of all(section, ".lit")) element.classList.remove("lit");
      if (!line) return;
      line.element.classList.add("lit");
      for (const row of line.rows) row.element.classList.add("lit");
    };

    const close = (section) => {
      const tray = section.querySelector(".tray");
      if (tray) tray.hidden = true;
      light(section, null);
    };

    const show = (element) => {
      const line = lines.get(element.id);
      const section = element.closest("section");
      const tray = section && section.querySelector(".tray");
      if (!line || !tray || line.element.classList.contains("off")) return;
      light(section, line);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "close";
      button.textContent = "×";
      button.setAttribute("aria-label", "Close");
      button.addEventListener("click", () => close(section));
      const quotes = new Set(line.rows.flatMap((row) => row.evidence));
      const parts = Array.from(quotes, (one) => {
        const part = document.createElement("div");
        for (const child of one.element.children) part.append(child.cloneNode(true));
        return part;
      });
      tray.replaceChildren(...parts, button);
      tray.hidden = false;
    };

    const choose = (element) => {
      focus = focus === element.id ? null : element.id;
      update();
    };

    let pointer = "mouse";
    for (const svg of all(report, "svg.relata-figure")) {
      const part = (event, kind) => event.target.closest("." + kind);
      svg.addEventListener("pointerdown", (event) => (pointer = event.pointerType));
      svg.addEventListener("pointerover", (event) => {
        const line = part(event, "e");
        if (line && event.pointerType !== "touch") show(line);
      });
      svg.addEventListener("focusin", (event) => {
        const line = part(event, "e");
        if (line) show(line);
      });
      svg.addEventListener("click", (event) => {
        const line = part(event, "e");
        // A finger cannot hover: it reads the quotes here, and goes to the evidence from the table.
        if (line && pointer === "touch") {
          event.preventDefault();
          show(line);
        }
        const node = part(event, "n");
        if (node && nodes.has(node.id)) choose(node);
      });
      svg.addEventListener("keydown", (event) => {
        const node = event.target.closest(".n");
        if (node && nodes.has(node.id) && (event.key === "Enter" || event.key === " ")) {
          event.preventDefault();
          choose(node);
        }
      });
    }
    report.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const open = all(report, ".tray").filter((tray) => !tray.hidden);
      if (open.length) for (const tray of open) close(tray.closest("section"));
      else if (focus) {
        focus = null;
        update();
      }
    });

    if (tools) {
      tools.hidden = false;
      tools.addEventListener("input", update);
      tools.addEventListener("submit", (event) => event.preventDefault());
      tools.addEventListener("reset", () => {
        focus = null;
        for (const section of all(report, "section.part")) close(section);
        // The fields have their values only after this event.
        setTimeout(update);
      });
    }
    for (const hint of all(report, ".interactive")) hint.hidden = false;
    update();
  }
})();
