// Asks form-js for its verdict on submissions: node verdicts.js VIEWER CASES.json VERDICTS.json, run beside node_modules.
// Every field is filled as its own input would fill it, hidden ones too, since a person may have answered before they hid.
'use strict';
const fs = require('fs');
const path = require('path');
const here = name => require(require.resolve(name, { paths: [process.cwd()] }));
const { JSDOM } = here('jsdom');

const window = new JSDOM('<!DOCTYPE html><body><div id="here"></div></body>', { pretendToBeVisual: true }).window;
const node = ['window', 'document', 'navigator', 'HTMLElement', 'Element', 'Node', 'NodeList', 'DOMParser', 'MutationObserver',
  'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame', 'CustomEvent', 'Event', 'KeyboardEvent', 'MouseEvent', 'FocusEvent', 'SVGElement', 'Text'];
node.forEach(name => Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true, writable: true }));
['ResizeObserver', 'IntersectionObserver'].forEach(name => {
  globalThis[name] = window[name] = class { observe() {} unobserve() {} disconnect() {} };
});
window.HTMLElement.prototype.scrollIntoView = () => {};
window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} });
console.warn = console.error = () => {};

const [viewer, casesFile, verdictsFile] = process.argv.slice(2);
const { Form } = here(viewer);
const { act } = here('preact/test-utils');
const { createElement } = here('preact');
const clone = value => JSON.parse(JSON.stringify(value));

function fields(form) {
  return form.get('formFieldRegistry').getAll().filter(field => form.get('formFields').get(field.type).config.keyed);
}

function locked(form, field, data) {
  return field.disabled || field.readonly === true
    || typeof field.readonly === 'string' && form.get('expressionLanguage').evaluate(field.readonly, data) === true;
}

function shown(form) {
  return new Set(form.get('formFieldInstanceRegistry').getAllKeyed().map(instance => instance.id));
}

function offered(form, field, data) {
  let list = field.values;
  if (field.valuesKey) list = data[field.valuesKey];
  if (field.valuesExpression) {
    const language = form.get('expressionLanguage');
    list = language.evaluate(field.valuesExpression, data);
  }
  return (Array.isArray(list) ? list : [])
    .map(each => each !== null && typeof each === 'object' ? each.value : each)
    .filter(each => each !== null && each !== undefined && each !== '');
}

/** Most of the time goes into drawing inputs nobody looks at. Choices that come and go stay: they tidy what was chosen. */
function undraw(formFields) {
  ['textfield', 'textarea', 'number', 'checkbox', 'datetime', 'text', 'image', 'table', 'separator', 'spacer',
    'radio', 'select', 'checklist', 'taglist'].forEach(type => {
    const Drawn = formFields.get(type);
    const Blank = props => props.field.valuesKey || props.field.valuesExpression ? createElement(Drawn, props) : null;
    Blank.config = Drawn.config;
    formFields.register(type, Blank);
  });
}

/** What the field would hold after somebody typed or chose this; undefined if its input does not let them. */
function typed(form, field, raw, data) {
  const text = raw.length ? raw[0] : '';
  switch (field.type) {
    case 'textfield': {
      const line = text.replace(/\r\n?|\n/g, ' ').trim();
      return (field.validate || {}).validationType === 'phone' ? line.replace(/[ ().-]/g, '') : line;
    }
    case 'textarea': return text.replace(/\r\n?/g, '\n').trim();
    case 'checkbox': return text === 'true' || text === 'on';
    case 'number': {
      const digits = text.trim().replaceAll(',', '.');
      if (digits === '') return null;
      if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits)) return undefined;
      return form.get('formFields').get('number').config.sanitizeValue({ value: digits, formField: field });
    }
    case 'datetime': {
      const moment = text.trim();
      return moment === '' ? null : moment;
    }
    case 'radio':
    case 'select': {
      if (text === '') return null;
      return offered(form, field, data).find(value => String(value) === text);
    }
    case 'checklist':
    case 'taglist': {
      const values = raw.filter(each => each !== '').map(each => offered(form, field, data).find(value => String(value) === each));
      return values.includes(undefined) ? undefined : values;
    }
    default: return undefined;
  }
}

async function main() {
  const groups = JSON.parse(fs.readFileSync(casesFile, 'utf8'));
  const answers = [];
  for (const group of groups) {
    const container = window.document.getElementById('here');
    const form = new Form({ container });
    undraw(form.get('formFields'));
    let fresh;
    await act(async () => {
      await form.importSchema(clone(group.schema), clone(group.context));
      fresh = clone(form._getState().data);
    });
    const all = fields(form);
    const keys = Object.fromEntries(all.map(field => [field.id, field.key]));
    for (const posted of group.cases) {
      // An empty field is an answer, so nothing but what our pages know beforehand is there from the beginning.
      const initial = clone(fresh);
      all.filter(field => !(field.key in group.context)).forEach(field => {
        initial[field.key] = clone(form.get('formFields').get(field.type).config.emptyValue);
      });
      const data = clone(initial);
      const impossible = [];
      const fill = field => {
        if (field.type === 'expression' || locked(form, field, data) || !(field.key in posted.fields)) return;
        const value = posted.refused.includes(field.key) ? undefined : typed(form, field, posted.fields[field.key], data);
        if (value === undefined) impossible.push(field.key);
        data[field.key] = value === undefined ? form.get('formFields').get(field.type).config.emptyValue : value;
      };
      all.filter(field => !field.valuesExpression).forEach(fill);
      all.filter(field => field.valuesExpression).forEach(fill);
      form._emit('field.updated', {});
      await act(async () => form._setState({ data: clone(data), initialData: initial, errors: {} }));
      const visible = shown(form);
      const result = form.submit();
      answers.push({
        errors: Object.keys(result.errors).map(id => keys[id]),
        values: result.data,
        shown: all.filter(field => visible.has(field.id)).map(field => field.key),
        impossible,
      });
    }
    await act(async () => form.destroy());
    container.innerHTML = '';
  }
  fs.writeFileSync(verdictsFile, JSON.stringify(answers));
}

main().then(() => process.exit(0), fault => {
  process.stderr.write(String(fault && fault.stack || fault) + '\n');
  process.exit(1);
});
