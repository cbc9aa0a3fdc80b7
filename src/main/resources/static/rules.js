// Draws diagrams and tables where the page has left room for them, and looks again while a rehearsal runs. Without this
// script everything can still be read and done.
(function () {
  'use strict';
  var SIGNS = { added: '+', removed: '−', changed: '≠' };

  function part(name, text) {
    var made = document.createElement('div');
    made.className = 'seealso-drawing__' + name;
    if (text) made.textContent = text;
    return made;
  }

  function refused(place) {
    place.textContent = 'The drawing could not be loaded. The list above says everything it would show.';
    place.hidden = false;
  }

  function mark(viewer, id, kind) {
    var element = viewer.get('elementRegistry').get(id);
    if (!element) return;
    viewer.get('canvas').addMarker(element, 'rules-' + kind);
    var sign = document.createElement('span');
    sign.className = 'seealso-mark seealso-mark--' + kind;
    sign.textContent = SIGNS[kind];
    viewer.get('overlays').add(element, {
      position: element.waypoints ? { top: -11, left: 0 } : { top: -11, right: 11 }, html: sign
    });
  }

  function diagram(place, xml) {
    var paper = part('paper');
    var help = part('help', 'Choose a step to read what it is for.');
    help.setAttribute('role', 'status');
    place.appendChild(part('title', place.getAttribute('data-title')));
    place.appendChild(paper);
    place.appendChild(help);
    place.hidden = false;
    var viewer = new window.BpmnJS({ container: paper });
    viewer.importXML(xml).then(function () {
      viewer.get('canvas').zoom('fit-viewport', 'auto');
      var marks = JSON.parse(place.getAttribute('data-marks') || '{}');
      Object.keys(marks).forEach(function (id) { mark(viewer, id, marks[id]); });
      viewer.get('eventBus').on('element.click', function (event) {
        var chosen = event.element.businessObject;
        var says = chosen.documentation && chosen.documentation.length ? chosen.documentation[0].text : '';
        help.textContent = (chosen.name || 'This step') + ': ' + (says || 'nothing is written about it.');
      });
      place.setAttribute('data-drawn', 'true');
    }).catch(function () { refused(place); });
  }

  function table(place, xml) {
    var paper = part('paper');
    paper.className += ' seealso-drawing__paper--table';
    place.appendChild(part('title', place.getAttribute('data-title')));
    place.appendChild(paper);
    place.hidden = false;
    var viewer = new window.DmnJS({ container: paper });
    // This version of dmn-js calls back where bpmn-js promises.
    viewer.importXML(xml, function (unreadable) {
      var tables = viewer.getViews().filter(function (view) { return view.type === 'decisionTable'; });
      if (unreadable || !tables.length) return refused(place);
      viewer.open(tables[0], function (impossible) {
        if (impossible) return refused(place);
        // Whoever has no mouse scrolls it with the keyboard.
        Array.prototype.forEach.call(paper.querySelectorAll('.tjs-table-container'), function (wide) {
          wide.tabIndex = 0;
          wide.setAttribute('role', 'region');
          wide.setAttribute('aria-label', place.getAttribute('data-title'));
        });
        place.setAttribute('data-drawn', 'true');
      });
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll('.seealso-drawing'), function (place) {
    var draw = place.hasAttribute('data-bpmn') ? diagram : table;
    fetch(place.getAttribute('data-bpmn') || place.getAttribute('data-dmn'), { credentials: 'same-origin' })
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      })
      .then(function (xml) { draw(place, xml); })
      .catch(function () { refused(place); });
  });

  var again = document.querySelector('[data-again]');
  if (again) {
    setTimeout(function () {
      // Not while somebody is typing.
      var typed = Array.prototype.some.call(document.querySelectorAll('textarea, input'), function (input) {
        return input.value !== input.defaultValue || input === document.activeElement;
      });
      if (!typed) window.location.reload();
    }, Number(again.getAttribute('data-again')) * 1000);
  }
})();
