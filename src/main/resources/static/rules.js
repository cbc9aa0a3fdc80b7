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

  function marks(place) {
    return JSON.parse(place.getAttribute('data-marks') || '[]');
  }

  function sign(kind) {
    var made = document.createElement('span');
    made.className = 'seealso-mark seealso-mark--' + kind;
    made.textContent = SIGNS[kind];
    return made;
  }

  function markStep(viewer, change) {
    var element = viewer.get('elementRegistry').get(change.id);
    if (!element) return;
    viewer.get('canvas').addMarker(element, 'rules-' + change.kind);
    viewer.get('overlays').add(element, {
      position: element.waypoints ? { top: -11, left: 0 } : { top: -11, right: 11 }, html: sign(change.kind)
    });
  }

  function says(shape) {
    var documentation = shape.businessObject.documentation;
    return documentation && documentation.length && !shape.labelTarget ? documentation[0].text : '';
  }

  // What the steps are for, beside the drawing: choosing one on either side shows it on the other.
  function helps(viewer, place) {
    var help = part('help');
    help.tabIndex = 0;
    help.setAttribute('role', 'region');
    help.setAttribute('aria-label', 'What the steps are for: ' + place.getAttribute('data-title'));
    help.appendChild(part('title', 'What its steps are for'));
    var hint = part('hint', 'Choose a step in the drawing or here.');
    hint.setAttribute('role', 'status');
    help.appendChild(hint);
    var shown = {};
    var chosen = null;
    function choose(shape) {
      if (chosen) {
        viewer.get('canvas').removeMarker(chosen, 'rules-chosen');
        if (shown[chosen.id]) shown[chosen.id].classList.remove('seealso-drawing__step--chosen');
      }
      chosen = shape;
      viewer.get('canvas').addMarker(shape, 'rules-chosen');
      var step = shown[shape.id];
      if (step) {
        step.classList.add('seealso-drawing__step--chosen');
        help.scrollTop = step.offsetTop - help.offsetTop - 8;
      }
      hint.textContent = (shape.businessObject.name || 'This step') + ': '
        + (says(shape) || 'nothing is written about it.');
    }
    viewer.get('elementRegistry').filter(says).sort(function (a, b) {
      return (a.x || 0) - (b.x || 0) || (a.y || 0) - (b.y || 0);
    }).forEach(function (shape) {
      var step = part('step');
      var name = document.createElement('button');
      name.type = 'button';
      name.className = 'seealso-drawing__name';
      name.textContent = shape.businessObject.name || shape.id;
      name.addEventListener('click', function () { choose(shape); });
      step.appendChild(name);
      step.appendChild(part('words', says(shape)));
      shown[shape.id] = step;
      help.appendChild(step);
    });
    viewer.get('eventBus').on('element.click', function (event) {
      choose(event.element.labelTarget || event.element);
    });
    return help;
  }

  function diagram(place, xml) {
    var paper = part('paper');
    place.appendChild(part('title', place.getAttribute('data-title')));
    place.appendChild(paper);
    place.className += ' seealso-drawing--beside';
    place.hidden = false;
    var viewer = new window.BpmnJS({ container: paper });
    viewer.importXML(xml).then(function () {
      place.appendChild(helps(viewer, place));
      viewer.get('canvas').zoom('fit-viewport', 'auto');
      marks(place).forEach(function (change) { markStep(viewer, change); });
      // What stands beside the drawing now need not stand below it, too.
      var below = document.querySelector('[data-helps]');
      if (below) below.hidden = true;
      place.setAttribute('data-drawn', 'true');
    }).catch(function () { refused(place); });
  }

  function spoken(text) {
    var made = document.createElement('span');
    made.className = 'govuk-visually-hidden';
    made.textContent = text;
    return made;
  }

  function markCell(paper, change) {
    var id = window.CSS.escape(change.id);
    var cell = paper.querySelector('td[data-element-id="' + id + '"], th[data-col-id="' + id + '"]');
    if (!cell) return null;
    cell.classList.add('rules-' + change.kind);
    if (change.kind === 'changed') {
      var was = document.createElement('del');
      was.className = 'seealso-was';
      was.appendChild(spoken('before: '));
      was.appendChild(document.createTextNode(change.before || 'nothing'));
      cell.appendChild(was);
    }
    if (change.kind === 'changed' || !cell.classList.contains('input-cell') && !cell.classList.contains('output-cell')) {
      cell.insertBefore(sign(change.kind), cell.firstChild);
    }
    return cell;
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
        var before = place.hasAttribute('data-before');
        var marked = marks(place).filter(function (change) {
          return before === (change.kind === 'removed');
        }).map(function (change) { return markCell(paper, change); }).filter(Boolean);
        // Whoever has no mouse scrolls it with the keyboard; what changes is in sight from the start.
        Array.prototype.forEach.call(paper.querySelectorAll('.tjs-table-container'), function (wide) {
          wide.tabIndex = 0;
          wide.setAttribute('role', 'region');
          wide.setAttribute('aria-label', place.getAttribute('data-title'));
          if (marked.length) {
            var first = marked[0].getBoundingClientRect();
            var frame = wide.getBoundingClientRect();
            wide.scrollLeft += first.left - frame.left - frame.width / 3;
            wide.scrollTop += first.top - frame.top - frame.height / 3;
            paper.scrollTop += first.top - paper.getBoundingClientRect().top - frame.height / 3;
          }
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
