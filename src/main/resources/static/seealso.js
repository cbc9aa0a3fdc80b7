// Moves to the summary of errors, shows a question only while the answers it depends on are given, and keeps what was
// typed on the server.
(function () {
  'use strict';
  var summary = document.querySelector('.govuk-error-summary');
  if (summary) summary.focus();
  // A file far too large would be cut off on its way, and the page with it: say so before it sets out.
  Array.prototype.forEach.call(document.querySelectorAll('input[data-largest]'), function (input) {
    input.addEventListener('change', function () {
      var large = input.files.length && input.files[0].size > Number(input.getAttribute('data-largest'));
      input.setCustomValidity(large ? 'This file is larger than 5 MB. Keep the list alone, or cut it into several files.' : '');
      if (large) input.reportValidity();
    });
    input.form.addEventListener('submit', function (event) {
      if (!input.checkValidity()) {
        event.preventDefault();
        input.reportValidity();
      }
    });
  });
  // Without this script the server asks for what came up on the way; with it, everything asked has been seen.
  Array.prototype.forEach.call(document.getElementsByName('_seen'), function (input) { input.value = '*'; });
  var parts = Array.prototype.slice.call(document.querySelectorAll('[data-part]'));
  var form = document.querySelector('form[data-live]');
  var kept = document.getElementById('kept');
  var unsent = false, timer;

  function answers(key) {
    return Array.prototype.filter.call(document.getElementsByName(key), function (input) {
      if (input.closest('[data-part][hidden]')) return false;
      return input.type === 'checkbox' || input.type === 'radio' ? input.checked : input.value.trim() !== '';
    }).map(function (input) { return input.value; });
  }

  function holds(hint) {
    var match = /^(\w+)(!?=)(.*)$/.exec(hint);
    if (!match) return true;
    var given = answers(match[1]);
    if (match[3] === '*') return given.length > 0;
    return (given.indexOf(match[3]) >= 0) === (match[2] === '=');
  }

  // The plain conditions are answered here; the server is asked about the others, which stay visible where it can't be.
  function update() {
    parts.forEach(function (part) {
      var hint = part.getAttribute('data-shown-if');
      if (hint) part.hidden = !holds(hint);
      else if (!form) part.hidden = false;
    });
  }

  function ask() {
    unsent = false;
    fetch(form.getAttribute('data-live'), {
      method: 'POST', credentials: 'same-origin', body: new URLSearchParams(new FormData(form))
    }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (look) {
      parts.forEach(function (part) {
        if (!part.getAttribute('data-shown-if')) part.hidden = look.hidden.indexOf(part.getAttribute('data-part')) >= 0;
      });
      if (kept && look.saved) kept.textContent = form.getAttribute('data-saved');
    }).catch(function () {
      if (kept) kept.textContent = form.getAttribute('data-not-saved');
    });
  }

  function changed(wait) {
    update();
    if (!form) return;
    unsent = true;
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  }

  document.addEventListener('change', function () { changed(300); });
  document.addEventListener('input', function () { changed(3000); });
  // A phone that puts the page away may never bring it back.
  document.addEventListener('visibilitychange', function () {
    if (form && unsent && document.visibilityState === 'hidden') {
      navigator.sendBeacon(form.getAttribute('data-live'), new URLSearchParams(new FormData(form)));
      unsent = false;
    }
  });
  if (form) form.addEventListener('submit', function () { clearTimeout(timer); unsent = false; });
  window.addEventListener('pageshow', update);
  update();
})();
