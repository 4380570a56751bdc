import { cruise } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { boundaries as rules } from './boundaries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = process.execPath
let failed = 0
let passed = 0

const step = (name: string, command: string, args: string[]): void => {
  const began = performance.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  tell(name, status === 0, began)
}
const tell = (name: string, ok: boolean, began: number): void => {
  if (ok) passed += 1
  else failed += 1
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name}  ${Math.round(performance.now() - began)} ms`)
}

const boundaries = async (): Promise<void> => {
  const began = performance.now()
  const { output } = await cruise(
    ['apps', 'modules', 'platform', 'engines', 'content'],
    { ...rules.options, validate: true, ruleSet: { forbidden: rules.forbidden }, outputType: 'json' } as never,
    {},
    { tsConfig: extractTsConfig(`${root}tsconfig.json`) },
  )
  const { summary } = JSON.parse(output as string) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] }
  }
  for (const v of summary.violations) console.log(`  ${v.rule.name}: ${v.from} → ${v.to}`)
  // Without a TypeScript it understands the tool sees next to nothing and finds nothing wrong.
  const enough = summary.totalCruised > 200
  if (!enough) console.log(`  only ${summary.totalCruised} modules were seen`)
  tell(`boundaries (${summary.totalCruised} modules)`, summary.violations.length === 0 && enough, began)
}

process.chdir(root)
step('types', node, ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p', 'tsconfig.json'])
step('lint', node, ['node_modules/oxlint/bin/oxlint', '--deny-warnings'])
await boundaries()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
