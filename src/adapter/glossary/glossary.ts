import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Glossary } from '../../retrieval/index.ts'
import { englishWords, stem } from '../../text/index.ts'

const FILE = join(import.meta.dirname, 'health-policy.txt')

/** The hand-made table of public health administration, read when the first term is asked for. */
export function createGlossary(): Glossary {
  let rows: ReadonlyMap<string, readonly string[]> | undefined
  const table = () => {
    rows ??= readRows(readFileSync(FILE, 'utf8'))
    return rows
  }
  return {
    wordings: (term) => table().get(term) ?? [],
    get longestTerm() {
      return Math.max(...[...table().keys()].map((term) => term.split(' ').length))
    },
  }
}

function readRows(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>()
  for (const line of text.split('\n')) {
    const [term, wordings] = line.split(' = ')
    if (term === undefined || wordings === undefined || line.startsWith('#')) continue
    const key = englishWords(term)
      .map((word) => stem(word.text))
      .join(' ')
    rows.set(key, [...new Set([...(rows.get(key) ?? []), ...wordings.trim().split(/\s+/u)])])
  }
  return rows
}
