// Shows what is new: asks for the page again at each word from the server, and takes over what
// differs. A picture that stays is not touched: it would be fetched again.
"use strict";

let version = Number(document.body.dataset.version);
let wanted = version;
let asking = false;

async function renew() {
  if (asking) return;
  asking = true;
  try {
    while (version < wanted) {
      const answer = await fetch("", { cache: "no-store" });
      if (!answer.ok) return;
      take(new DOMParser().parseFromString(await answer.text(), "text/html"));
    }
  } finally {
    asking = false;
  }
}

function take(page) {
  version = Number(page.body.dataset.version);
  document.title = page.title;
  document.querySelector("header").replaceWith(page.querySelector("header"));
  for (const name of ["problems", "files"]) {
    document.getElementById(name).replaceWith(page.getElementById(name));
  }
  takeFigures(page);
  document.body.dataset.version = String(version);
  const changed = document.querySelector("figure.changed");
  if (document.querySelector("#state.problems")) window.scrollTo({ top: 0 });
  else if (changed && !visible(changed)) changed.scrollIntoView({ block: "start" });
}

function takeFigures(page) {
  const pages = document.getElementById("pages");
  const figures = page.querySelectorAll("figure");
  figures.forEach((figure) => {
    const old = document.getElementById(figure.id);
    if (!old) {
      pages.append(figure);
    } else if (old.dataset.picture !== figure.dataset.picture) {
      old.replaceWith(figure);
    } else {
      old.className = figure.className;
      old.querySelector("figcaption").replaceWith(figure.querySelector("figcaption"));
    }
  });
  while (pages.childElementCount > figures.length) pages.lastElementChild.remove();
}

function visible(element) {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
}

const events = new EventSource("events");
events.addEventListener("version", (event) => {
  wanted = Math.max(wanted, Number(event.data));
  renew();
});
events.onerror = () => {
  const state = document.getElementById("state");
  state.className = "ended";
  state.textContent = "The preview has ended, or cannot be reached.";
};
