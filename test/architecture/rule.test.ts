import { describe, expect, it } from 'vitest'
import {
  careless,
  cycles,
  folderOf,
  homeless,
  importViolations,
  missingPaths,
  oversized,
  packageOf,
  strays,
  talkative,
} from './rule.ts'
import { parseSource } from './source.ts'

describe('the rules themselves', () => {
  const file = (path: string, ...lines: readonly string[]) => parseSource(path, lines.join('\n'))

  it('see an import to the right, of a foreign package, of an unknown folder', () => {
    const table = { corpus: { folders: [], packages: ['zod'] }, text: { folders: ['corpus'] } }
    const bad = [
      file('src/corpus/a.ts', "import { x } from '../text/index.ts'", "import { z } from 'zod'"),
      file(
        'src/text/b.ts',
        "import { y } from '../corpus/index.ts'",
        "import * as fs from 'node:fs'",
        "export * from './c.ts'",
      ),
      file('src/new/d.ts', ''),
    ]
    expect(importViolations(bad, table)).toEqual([
      'src/corpus/a.ts: ../text/index.ts',
      'src/text/b.ts: node:fs',
      'src/new/d.ts: the table knows no folder new',
    ])
  })

  it('see a value where only types are allowed, a re-export and a dynamic import', () => {
    const table = { web: { folders: [], types: ['api'] } }
    const bad = file(
      'src/web/a.ts',
      "import type { A } from '../api/index.ts'",
      "import { b } from '../api/index.ts'",
      "export { c } from '../api/index.ts'",
      "const d = await import('../api/index.ts')",
    )
    expect(importViolations([bad], table)).toHaveLength(3)
  })

  it('see one adapter import another', () => {
    const table = { 'adapter/pdf': { folders: ['ingest'] }, 'adapter/ocr': { folders: ['ingest'] } }
    const bad = file('src/adapter/ocr/a.ts', "import { x } from '../pdf/b.ts'")
    expect(importViolations([bad], table)).toEqual(['src/adapter/ocr/a.ts: ../pdf/b.ts'])
  })

  it('see a circle over three folders', () => {
    const circle = [
      file('src/a/x.ts', "import '../b/x.ts'"),
      file('src/b/x.ts', "import '../c/x.ts'"),
      file('src/c/x.ts', "import type { X } from '../a/x.ts'"),
    ]
    expect(cycles(circle)).toEqual(['a ↔ b ↔ c'])
    expect(cycles(circle.slice(0, 2))).toEqual([])
  })

  it('see a long file and a long function, and do not count comments and blank lines', () => {
    const limits = { fileLines: 5, functionLines: 3 }
    const long = file(
      'src/a/x.ts',
      'const f = () => {',
      '  one()',
      '  two()',
      '}',
      '',
      '// six',
      '/* seven',
      'eight */',
      'a()',
      'b()',
    )
    expect(oversized([long], limits)).toEqual(['src/a/x.ts: 6 lines', 'src/a/x.ts:1 anonymous: 4 lines'])
    expect(oversized([file('src/a/y.ts', '// a', '', 'function g() {', '  // b', '}')], limits)).toEqual([])
  })

  it('see too many exported values, and do not count types', () => {
    const busy = file(
      'src/a/x.ts',
      'export const a = 1, b = 2',
      'export function c() {}',
      'export type D = 1',
    )
    expect(talkative([busy], 2)).toEqual(['src/a/x.ts: 3 exports'])
    expect(talkative([busy], 3)).toEqual([])
  })

  it('see the environment read outside of its home, but not in a comment', () => {
    const pattern = /process\.env/u
    expect(strays([file('src/a/x.ts', 'const x = process.env.X')], pattern, /^src\/runtime/u)).toEqual([
      'src/a/x.ts',
    ])
    expect(strays([file('src/a/x.ts', '// process.env')], pattern, /^src\/runtime/u)).toEqual([])
    expect(strays([file('src/runtime/x.ts', 'process.env')], pattern, /^src\/runtime/u)).toEqual([])
  })

  it('see a native module outside of its adapter', () => {
    const bad = file('src/text/x.ts', "import jieba from 'nodejieba'")
    expect(homeless([bad], /^nodejieba$/u, 'adapter/nodejieba')).toEqual(['src/text/x.ts: nodejieba'])
  })

  it('see any and a catch that says nothing, and accept one that gives its reason', () => {
    const bad = file('src/a/x.ts', 'const x = (y: any) => y', 'try { x(1) } catch {}')
    expect(careless([bad])).toEqual(['src/a/x.ts: any', 'src/a/x.ts:2 empty catch'])
    expect(careless([file('src/a/y.ts', 'try { x(1) } catch {', '  // Nothing to do.', '}')])).toEqual([])
  })

  it('see a path that is not there', () => {
    const text =
      'See `src/none.ts`, `src/here/`, [this](docs/none.md#a), [that](https://a.example) and `npm run check`.'
    expect(missingPaths(text, (path) => path === 'src/here/')).toEqual(['src/none.ts', 'docs/none.md'])
  })

  it('name folders and packages as the table does', () => {
    expect(['src/error.ts', 'src/corpus/a.ts', 'src/adapter/x/y/z.ts'].map(folderOf)).toEqual([
      'error',
      'corpus',
      'adapter/x',
    ])
    expect(['hono/body-limit', '@a/b/c.js', 'node:fs/promises'].map(packageOf)).toEqual([
      'hono',
      '@a/b',
      'node:fs',
    ])
  })
})
