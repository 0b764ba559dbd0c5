import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../processes/run-command'
import { inProject, installedProgram } from '../project'

const LIMIT_MS = 60_000

/** Files that break rules, by the rules that must notice it. */
const BROKEN: readonly (readonly [file: string, text: string, rules: readonly string[]])[] = [
  ['lib/domain/tempTime.ts', 'export const now = () => Date.now()', ['paydesk(current-time)']],
  ['lib/domain/kebabCase.ts', 'export const one = 1', ['paydesk(file-name)']],
  ['lib/domain/luck.ts', 'export const luck = () => Math.random()', ['paydesk(math-random)']],
  ['lib/read.ts', 'export const port = process.env.PORT', ['paydesk(process-env)']],
  ['lib/sum.ts', "export const sum = parseFloat('1.20')", ['paydesk(float-amount)']],
  ['lib/spread.ts', 'export const one = { ...{ a: 1 } }', ['paydesk(literal-spread)']],
  [
    'lib/step.ts',
    'const Money = { step: 1 }\nexport function sum() {\n  let all = 0\n  for (let i = 0; i < 3; i += Money.step) all += i\n  return all\n}',
    ['paydesk(loop-step)'],
  ],
  [
    'components/bar.tsx',
    "export const Bar = () => <span style={{ width: '40%' }} />",
    ['react(forbid-dom-props)'],
  ],
  ['lib/words.ts', 'export const saying = 1', ['eslint(id-denylist)']],
  ['lib/network.ts', "export const page = fetch('/')", ['eslint(no-restricted-globals)']],
  [
    'lib/promise.ts',
    'const save = async () => 1\nexport function start() {\n  save()\n}',
    ['typescript(no-floating-promises)'],
  ],
  [
    'lib/any.ts',
    'export const name: string = JSON.parse("1").name',
    ['typescript(no-unsafe-assignment)', 'typescript(no-unsafe-member-access)'],
  ],
  [
    'lib/kinds.ts',
    "export function word(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n}",
    ['typescript(switch-exhaustiveness-check)'],
  ],
  [
    'components/effect.tsx',
    "import { useEffect, useState } from 'react'\nexport function Effect({ of }: { of: number }) {\n  const [shown, show] = useState(0)\n  useEffect(() => {\n    show(of)\n  }, [])\n  return <p>{shown}</p>\n}",
    ['react-hooks(exhaustive-deps)', 'react(set-state-in-effect)'],
  ],
  [
    'lib/long.ts',
    `export function long() {\n${'  void 0\n'.repeat(90)}}`,
    ['eslint(max-lines-per-function)'],
  ],
  ['lib/longer.ts', `export const one = 1\n${'void 0\n'.repeat(260)}`, ['eslint(max-lines)']],
]

let folder: string
let output: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-lint-'))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  for (const [file, text] of BROKEN) write(file, text)
  symlinkSync(inProject('node_modules'), path.join(folder, 'node_modules'))
  write('tsconfig.json', JSON.stringify({ extends: inProject('tsconfig.json') }))
  write(
    'oxlint.config.mjs',
    `import config from '${pathToFileURL(inProject('oxlint.config.mjs')).href}'
    const jsPlugins = ['${inProject('scripts/lint/paydesk-plugin.mjs')}']
    export default { ...config, jsPlugins }`,
  )
  const args = ['-c', 'oxlint.config.mjs', '-f', 'unix']
  const result = await runCommand(process.execPath, [installedProgram('oxlint'), ...args], {
    cwd: folder,
    env: process.env,
    timeoutMs: LIMIT_MS,
  })
  output = result.output
}, LIMIT_MS + 10_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it.each(BROKEN)('lint notices what is wrong in %s', (file, _text, rules) => {
  const noticed = output.split('\n').filter((line) => line.startsWith(`${file}:`))
  for (const rule of rules) expect(noticed.join('\n')).toContain(rule)
})
