// node judge.js templates FILE | node judge.js lint CONFIG FOLDER: prints what is wrong, as JSON.
const { readFileSync, readdirSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join, resolve } = require('node:path');
const here = createRequire(join(process.cwd(), 'package.json'));

function templates(file) {
  const { validateAll } = here('@bpmn-io/element-templates-validator');
  return validateAll(JSON.parse(readFileSync(file, 'utf8'))).results
    .filter(result => !result.valid)
    .flatMap(result => (result.errors || []).map(error => ({ file: result.object && result.object.name, rule: 'schema', message: error.message })));
}

async function lint(config, folder) {
  const { BpmnModdle } = here('bpmn-moddle');
  const Linter = here('bpmnlint').Linter;
  const NodeResolver = here('bpmnlint/lib/resolver/node-resolver');
  const rules = JSON.parse(readFileSync(config, 'utf8'));
  const found = [];
  for (const file of readdirSync(folder).filter(name => name.endsWith('.bpmn')).sort()) {
    // A rule remembers the flows it has seen: every file gets rules of its own.
    const linter = new Linter({ config: rules, resolver: new NodeResolver({ require: here }) });
    const { rootElement } = await new BpmnModdle().fromXML(readFileSync(join(folder, file), 'utf8'));
    const reports = await linter.lint(rootElement);
    for (const [rule, all] of Object.entries(reports)) {
      all.forEach(report => found.push({ file, rule, element: report.id, message: report.message }));
    }
  }
  return found;
}

(async () => {
  const [what, ...paths] = process.argv.slice(2);
  const all = paths.map(path => resolve(path));
  process.stdout.write(JSON.stringify(await (what === 'lint' ? lint(...all) : templates(...all))));
})().catch(error => { console.error(error); process.exit(1); });
