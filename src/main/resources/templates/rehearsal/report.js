'use strict';
(() => {
  const INK = '#1d2b2a';
  // The palest to the darkest, then more and less often than before: told apart by everybody, and never by colour alone.
  const FILL = { h1: '#deebf7', h2: '#b3d1ec', h3: '#7db2de', h4: '#2c72b0', h5: '#0c4478',
    up: '#c6dbef', up2: '#6baed6', down: '#fdd0a2', down2: '#f5a15d', same: '#ffffff', new: '#ffffff', never: '#ffffff' };
  const LINE = { h1: '#8fb4d6', h2: '#6c9fce', h3: '#4b8ec8', h4: '#2c72b0', h5: '#0c4478',
    up: '#2c72b0', up2: '#0c4478', down: '#c46a1a', down2: '#9a4a00', same: '#555', new: '#08306b', never: '#767676' };
  const WIDTH = { h1: 1.5, h2: 2, h3: 2.4, h4: 2.8, h5: 3.2, up: 2.4, up2: 3.2, down: 2.4, down2: 3.2, same: 1.5, new: 3.2, never: 1.5 };
  const DARK = new Set(['h4', 'h5']);
  const drawn = new Map();

  function marksOf(box) {
    return box.dataset.marks.split(';').filter(Boolean).map(line => {
      const [id, style, words, shown] = line.split(',');
      return { id, style, words, shown: shown === '1' };
    });
  }

  function hatch(canvas) {
    const svg = canvas.querySelector('svg');
    const id = 'hatch-' + Math.random().toString(36).slice(2);
    const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs');
    defs.innerHTML = `<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="7" height="7" fill="#fff"/><rect width="2" height="7" fill="#e4e4df"/></pattern>`;
    svg.prepend(defs);
    return `url(#${id})`;
  }

  function middle(points) {
    const length = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
    let left = points.slice(1).reduce((sum, point, i) => sum + length(points[i], point), 0) / 2;
    for (let i = 1; i < points.length; i++) {
      const part = length(points[i - 1], points[i]);
      if (left <= part && part > 0) {
        const share = left / part;
        // Beside the line: names of paths stand above and to the right of it.
        const level = Math.abs(points[i].x - points[i - 1].x) > Math.abs(points[i].y - points[i - 1].y);
        return { x: points[i - 1].x + (points[i].x - points[i - 1].x) * share - (level ? 0 : 13),
          y: points[i - 1].y + (points[i].y - points[i - 1].y) * share + (level ? 11 : 0) };
      }
      left -= part;
    }
    return points[0];
  }

  function paint(viewer, marks, never) {
    const registry = viewer.get('elementRegistry');
    const graphics = viewer.get('graphicsFactory');
    const overlays = viewer.get('overlays');
    const canvas = viewer.get('canvas');
    for (const { id, style, words, shown } of marks) {
      const element = registry.get(id);
      if (!element) {
        continue;
      }
      const flow = Boolean(element.waypoints);
      const part = !flow && element.businessObject.$type === 'bpmn:SubProcess';
      const task = !flow && !part && element.width >= 80;
      const di = element.businessObject.di;
      let fill = part ? '#ffffff' : style === 'never' ? never : FILL[style];
      // White words are for the inside of a dark box only; a circle's sign stays visible on a middle blue.
      if (!flow && !task && DARK.has(style)) {
        fill = part ? '#ffffff' : FILL.h3;
      }
      di.set('bioc:fill', fill);
      di.set('bioc:stroke', flow ? LINE[style] : style === 'never' ? LINE.never : task && DARK.has(style) ? '#ffffff' : INK);
      graphics.update(flow ? 'connection' : 'shape', element, registry.getGraphics(element));
      canvas.addMarker(element, style);
      const shape = registry.getGraphics(element).querySelector('.djs-visual > *');
      if (shape && flow) {
        shape.style.strokeWidth = WIDTH[style] + 'px';
      } else if (shape && task && DARK.has(style)) {
        shape.style.stroke = INK;
      } else if (shape && !flow && !task && !part && DARK.has(style)) {
        shape.style.stroke = FILL[style];
        shape.style.strokeWidth = '4px';
      }
      if (style === 'never' && task) {
        registry.getGraphics(element).querySelectorAll('text').forEach(text => { text.style.fill = '#4f4f4c'; });
      }
      if (!flow || shown) {
        const html = document.createElement('div');
        html.className = 'n ' + style + (flow ? ' flow' : '');
        html.textContent = words;
        html.setAttribute('aria-hidden', 'true');
        const at = flow ? middle(element.waypoints) : { x: element.x + element.width - (task ? 6 : 2), y: element.y + (task ? 0 : 2) };
        const corner = flow ? { x: Math.min(...element.waypoints.map(p => p.x)), y: Math.min(...element.waypoints.map(p => p.y)) } : element;
        overlays.add(id, { html, position: { left: at.x - corner.x, top: at.y - corner.y }, show: { minZoom: 0 }, scale: { min: 0.62 } });
      }
    }
  }

  // A picture as wide as the page, but never so small that it cannot be made out, nor higher than a screen.
  function fit(viewer, canvasBox, whole) {
    const canvas = viewer.get('canvas');
    const { inner } = canvas.viewbox();
    const width = canvasBox.clientWidth;
    const zoom = Math.min(1, width / (inner.width + 60));
    const used = whole ? zoom : Math.max(zoom, 0.42);
    canvasBox.style.height = Math.round(Math.min(720, Math.max(170, (inner.height + 70) * used + 30))) + 'px';
    canvas.resized();
    const scale = whole ? Math.min(zoom, canvasBox.clientHeight / (inner.height + 70)) : used;
    const roomX = width / scale, roomY = canvasBox.clientHeight / scale;
    canvas.viewbox({
      x: inner.width + 60 <= roomX ? inner.x - (roomX - inner.width) / 2 : inner.x - 30,
      y: inner.y - 35,
      width: roomX, height: roomY });
  }

  function tell(box, id) {
    const row = document.querySelector(`tr[data-of="${CSS.escape(box.dataset.process)}"][data-id="${CSS.escape(id)}"]`);
    const note = box.querySelector('.note');
    if (!row) {
      return;
    }
    note.replaceChildren();
    const head = document.createElement('h4');
    head.textContent = row.dataset.name;
    const facts = document.createElement('p');
    facts.className = 'quiet';
    facts.textContent = row.dataset.facts;
    note.append(head, facts);
    const words = row.querySelector('.doc');
    if (words && words.textContent.trim()) {
      const text = document.createElement('p');
      text.textContent = words.textContent;
      note.append(text);
    }
  }

  function listen(box, viewer, canvasBox) {
    const canvas = viewer.get('canvas');
    let chosen = null;
    viewer.get('eventBus').on('element.click', ({ element }) => {
      const id = element.labelTarget ? element.labelTarget.id : element.id;
      if (chosen && viewer.get('elementRegistry').get(chosen)) {
        canvas.removeMarker(chosen, 'chosen');
      }
      chosen = id;
      canvas.addMarker(id, 'chosen');
      tell(box, id);
    });
    const zoom = by => canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * by)), { x: canvasBox.clientWidth / 2, y: canvasBox.clientHeight / 2 });
    const deeds = { whole: () => fit(viewer, canvasBox, true), larger: () => zoom(1.35), smaller: () => zoom(1 / 1.35) };
    box.querySelectorAll('[data-do]').forEach(button => button.addEventListener('click', deeds[button.dataset.do]));
    const keys = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    canvasBox.addEventListener('keydown', event => {
      if (keys[event.key] && !event.ctrlKey && !event.altKey && !event.metaKey) {
        canvas.scroll({ dx: keys[event.key][0], dy: keys[event.key][1] });
        event.preventDefault();
      } else if (event.key === '+' || event.key === '-') {
        zoom(event.key === '+' ? 1.35 : 1 / 1.35);
      }
    });
    let last = null;
    canvasBox.addEventListener('pointerdown', event => { last = event.target.closest('a') ? null : event; });
    window.addEventListener('pointerup', () => { last = null; });
    window.addEventListener('pointercancel', () => { last = null; });
    window.addEventListener('pointermove', event => {
      if (last) {
        canvas.scroll({ dx: event.clientX - last.clientX, dy: event.clientY - last.clientY });
        last = event;
      }
    });
  }

  async function draw(box) {
    if (drawn.has(box)) {
      return;
    }
    drawn.set(box, null);
    box.hidden = false;
    const canvasBox = box.querySelector('.canvas');
    try {
      const viewer = new BpmnJS({ container: canvasBox });
      await viewer.importXML(document.getElementById('xml-' + box.dataset.process).textContent);
      paint(viewer, marksOf(box), hatch(canvasBox));
      fit(viewer, canvasBox, false);
      listen(box, viewer, canvasBox);
      drawn.set(box, viewer);
      box.dataset.drawn = 'true';
    } catch (fault) {
      box.hidden = true;
      box.dataset.drawn = 'false';
      console.error(box.dataset.process, fault);
    }
  }

  document.querySelectorAll('details.diagram').forEach(details => {
    const show = () => { if (details.open) { details.querySelectorAll('.drawing').forEach(draw); } };
    details.addEventListener('toggle', show);
    show();
  });

  document.querySelectorAll('[data-all]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const inside = [...document.querySelectorAll(button.dataset.all)];
      const open = inside.some(details => !details.open);
      inside.forEach(details => { details.open = open; });
    });
  });

  window.addEventListener('beforeprint', () => drawn.forEach((viewer, box) => viewer && fit(viewer, box.querySelector('.canvas'), true)));
  window.addEventListener('afterprint', () => drawn.forEach((viewer, box) => viewer && fit(viewer, box.querySelector('.canvas'), false)));

  // A text several people got stands in the file once; here it unfolds where it is asked for.
  document.addEventListener('click', event => {
    const link = event.target.closest('a.shared');
    if (!link) {
      return;
    }
    event.preventDefault();
    const shown = link.parentElement.querySelector('.unfolded');
    link.setAttribute('aria-expanded', String(!shown));
    if (shown) {
      shown.remove();
    } else {
      const unfolded = document.createElement('div');
      unfolded.className = 'unfolded';
      const source = document.querySelector(link.getAttribute('href'));
      unfolded.append(...[...source.children].filter(part => part.tagName !== 'H3').map(part => part.cloneNode(true)));
      link.after(unfolded);
    }
  });
  document.querySelectorAll('a.shared').forEach(link => { link.setAttribute('role', 'button'); link.setAttribute('aria-expanded', 'false'); });

  function unfold() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') {
        at.open = true;
      }
    }
    target.scrollIntoView();
  }
  window.addEventListener('hashchange', unfold);
  unfold();
})();
