// What must live: pages that follow what happens, a word when the connection is lost, and keys for pages.
'use strict';

const events = document.body.dataset.events;

/** Whether somebody is filling something in there. */
function isBusy(part) {
  for (const field of part.querySelectorAll('input, select, textarea')) {
    if (field.type === 'hidden') continue;
    if (field.type === 'checkbox' || field.type === 'radio') {
      if (field.checked !== field.defaultChecked) return true;
    } else if (field.type === 'file') {
      if (field.files.length) return true;
    } else if (field.tagName === 'SELECT') {
      if ([...field.options].some((option, at) =>
        option.selected !== (option.defaultSelected || (at === 0 && field.selectedIndex === 0 &&
          ![...field.options].some((other) => other.defaultSelected))))) return true;
    } else if (field.value !== field.defaultValue) {
      return true;
    }
  }
  return false;
}

/** Puts a part's new content in its place, and keeps what was opened, focused or drawn. */
function renew(part, fresh) {
  if (part.innerHTML === fresh.innerHTML || isBusy(part)) return;
  const open = [...part.querySelectorAll('details[open][id]')].map((details) => details.id);
  const focused = part.contains(document.activeElement) ? document.activeElement.id : '';
  for (const still of fresh.querySelectorAll('[data-still][id]')) {
    const known = document.getElementById(still.id);
    if (known && known.dataset.still === still.dataset.still) still.replaceWith(known);
  }
  part.replaceChildren(...fresh.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus({preventScroll: true});
}

let isAsking = false;
let isAskedAgain = false;

/** Fetches this page again and renews its living parts. */
async function look() {
  if (isAsking) {
    isAskedAgain = true;
    return;
  }
  isAsking = true;
  try {
    const answer = await fetch(location.href, {cache: 'no-store', credentials: 'same-origin'});
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of document.querySelectorAll('[data-live][id]')) {
      const fresh = page.getElementById(part.id);
      if (fresh) renew(part, fresh);
    }
  } catch {
    // The connection is lost: the events say so.
  } finally {
    isAsking = false;
    if (isAskedAgain) {
      isAskedAgain = false;
      look();
    }
  }
}

if (events) {
  const lost = document.getElementById('lost');
  const source = new EventSource(events);
  source.onmessage = look;
  source.onopen = () => {
    if (!lost.hidden) look();
    lost.hidden = true;
  };
  source.onerror = () => {
    lost.hidden = false;
  };
  addEventListener('pagehide', () => source.close());
  setInterval(look, 60000);
}

// Arrow keys turn pages; Escape goes up.
addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select')) return;
  const way = {ArrowLeft: 'prev', ArrowRight: 'next', Escape: 'up'}[event.key];
  document.querySelector(way ? `a[rel=${way}]` : 'a[rel=none]')?.click();
});

// A form is sent once.
addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 3000);
});

// Files that are dropped on the form are as good as chosen.
for (const drop of document.querySelectorAll('.drop')) {
  const field = drop.querySelector('input[type=file]');
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    field.files = event.dataTransfer.files;
  });
}
