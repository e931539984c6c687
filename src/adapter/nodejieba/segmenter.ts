import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import nodejieba from 'nodejieba'
import { ConfigError } from '../../error.ts'
import type { Segmenter } from '../../text/index.ts'

/** Paths nodejieba falls back to; its own types leave them out. */
interface Dictionaries {
  readonly DEFAULT_DICT: string
  readonly DEFAULT_HMM_DICT: string
  readonly DEFAULT_IDF_DICT: string
  readonly DEFAULT_STOP_WORD_DICT: string
}

const MOST_REMEMBERED = 10_000
const LONGEST_REMEMBERED = 100

/** The library holds one dictionary for the whole process. */
let loaded: string | undefined

/**
 * Words by nodejieba with a user dictionary (one `word`, `word tag` or `word frequency tag` a line).
 * The dictionaries are loaded on the first cut.
 * @throws ConfigError when a dictionary is missing
 */
export function createJiebaSegmenter({ userDictionary }: { readonly userDictionary: string }): Segmenter {
  checkDictionary(userDictionary)
  const id = `nodejieba-${installedVersion()}-${hash('sha256', readFileSync(userDictionary)).slice(0, 8)}`
  // A passage is cut for its terms and again for its vector, and plans repeat each other's phrases.
  const known = new Map<string, readonly string[]>()
  return {
    id,
    cut(view) {
      const before = known.get(view)
      if (before !== undefined) return before
      load(userDictionary, id)
      // Without `true` every digit and Latin letter becomes a word of its own.
      const words = nodejieba.cut(view, true)
      if (view.length > LONGEST_REMEMBERED) return words
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(view, words)
      return words
    },
  }
}

function load(userDict: string, id: string): void {
  if (loaded === id) return
  if (loaded !== undefined) {
    throw new ConfigError('同一进程只能使用一部分词词典。', { details: { loaded, wanted: id } })
  }
  const paths = nodejieba as unknown as Dictionaries
  const dictionaries = {
    dict: paths.DEFAULT_DICT,
    hmmDict: paths.DEFAULT_HMM_DICT,
    idfDict: paths.DEFAULT_IDF_DICT,
    stopWordDict: paths.DEFAULT_STOP_WORD_DICT,
    userDict,
  }
  for (const path of Object.values(dictionaries)) checkDictionary(path)
  nodejieba.load(dictionaries)
  loaded = id
}

/** The library aborts the process over a path it cannot open, and splits the user path at `|` and `;`. */
function checkDictionary(path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new ConfigError(`找不到分词词典:${path}`, { details: { path } })
  }
  if (/[|;]/.test(path)) throw new ConfigError(`分词词典的路径不能含有 | 或 ;:${path}`, { details: { path } })
}

function installedVersion(): string {
  const manifest = createRequire(import.meta.url)('nodejieba/package.json') as { readonly version: string }
  return manifest.version
}
