import ts from 'typescript'
import path from 'node:path'
import { readFileSync } from 'node:fs'
import { MUTANTS } from './e2e/mutants/mutant-list'
import { GUARDS } from './e2e/faults/guard-list'
const root = process.cwd()
const cfg = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, root)
const over = new Map<string, { v: number; text: string }>()
const host: ts.LanguageServiceHost = {
  getScriptFileNames: () => cfg.fileNames,
  getScriptVersion: (f) => String(over.get(f)?.v ?? 0),
  getScriptSnapshot: (f) => { const o = over.get(f); const t = o?.text ?? ts.sys.readFile(f); return t === undefined ? undefined : ts.ScriptSnapshot.fromString(t) },
  getCurrentDirectory: () => root, getCompilationSettings: () => cfg.options,
  getDefaultLibFileName: ts.getDefaultLibFilePath, fileExists: ts.sys.fileExists, readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory, directoryExists: ts.sys.directoryExists, getDirectories: ts.sys.getDirectories,
}
const ls = ts.createLanguageService(host)
let v = 1
function check(label: string, changes: readonly { file: string; find: string; replace: string }[]) {
  const texts = new Map<string, string>()
  for (const c of changes) { const f = path.join(root, c.file); const t = texts.get(f) ?? readFileSync(f, 'utf8'); texts.set(f, t.split(c.find).join(c.replace)) }
  for (const [f, text] of texts) over.set(f, { v: v++, text })
  for (const f of texts.keys()) for (const d of [...ls.getSyntacticDiagnostics(f), ...ls.getSemanticDiagnostics(f)]) {
    if ([6133, 6192, 6196].includes(d.code)) continue
    console.log(label, '| TS' + d.code, ts.flattenDiagnosticMessageText(d.messageText, ' ').slice(0, 160))
  }
  for (const f of texts.keys()) over.set(f, { v: v++, text: readFileSync(f, 'utf8') })
}
for (const g of GUARDS) check('GUARD ' + g.name, g.changes)
for (const m of MUTANTS) check(`${m.file}: ${m.effect}`, [m])
console.log('done')
