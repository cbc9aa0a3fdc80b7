// Moves to the summary of errors, and shows a question only while the answer it depends on is given. Without this script every question is visible and the
// server ignores what does not apply.
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
  var parts = Array.prototype.slice.call(document.querySelectorAll('[data-shown-if]'));
  if (!parts.length) return;

  function answers(key) {
    return Array.prototype.filter.call(document.getElementsByName(key), function (input) {
      if (input.closest('[data-shown-if][hidden]')) return false;
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

  function update() {
    parts.forEach(function (part) { part.hidden = !holds(part.getAttribute('data-shown-if')); });
  }

  document.addEventListener('change', update);
  document.addEventListener('input', update);
  window.addEventListener('pageshow', update);
  update();
})();
