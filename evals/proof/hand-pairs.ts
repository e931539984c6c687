import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PairedClaim } from './paired-set.ts'

/** Texts of other genres with claims written by hand; README.md beside them tells the notation. */
const FOLDER = join(import.meta.dirname, 'pairs')

interface Block {
  readonly title: string
  readonly evidence: string
  readonly lines: readonly string[]
}

/**
 * Every true claim and every false one, each against its own sentence and against the whole text. A false one that is
 * written as a change is made of the sentence and of all its true rewritings.
 */
export function handPairs(): readonly PairedClaim[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => claimsOf(blocksIn(readFileSync(join(FOLDER, name), 'utf8'))))
}

function blocksIn(file: string): readonly Block[] {
  const blocks: { title: string; evidence: string; lines: string[] }[] = []
  let title = ''
  for (const line of file.split('\n')) {
    const words = line.slice(2).trim()
    if (line.startsWith('# ')) title = words
    else if (line.startsWith('= ')) blocks.push({ title, evidence: words, lines: [] })
    else if (line !== '') blocks.at(-1)?.lines.push(line)
  }
  return blocks
}

function claimsOf(blocks: readonly Block[]): readonly PairedClaim[] {
  return blocks.flatMap((block) => {
    const document = blocks
      .filter(({ title }) => title === block.title)
      .map(({ evidence }) => evidence)
      .join('\n')
    return statementsOf(block)
      .filter(({ isTrue, text }) => isTrue || !document.includes(text))
      .flatMap((statement) =>
        [block.evidence, document].map((text) => ({
          ...statement,
          evidence: [{ title: block.title, text }],
          isHeldBack: false,
        })),
      )
  })
}

function statementsOf({ evidence, lines }: Block) {
  const rewritings = lines.filter((line) => line.startsWith('+ ')).map((line) => line.slice(2))
  const truths = rewritings.map((text) => ({ text, isTrue: true, kind: 'rewritten' }))
  const lies = lines
    .filter((line) => line.startsWith('- '))
    .flatMap((line) => {
      const [, kind = '', words = ''] = /^- (\S+) (.*)$/u.exec(line) ?? []
      const texts = words.includes('→')
        ? [evidence, ...rewritings].flatMap((text) => changed(text, words.split('|')) ?? [])
        : [words]
      const tokens = words.includes('→') ? words.split(/[|→]/u).filter((word) => word !== '') : []
      return texts.map((text) => ({ text, isTrue: false, kind, changed: tokens }))
    })
  return [...truths, ...lies]
}

/** All changes at once, each where its words stand first; undefined where one finds no place. */
function changed(text: string, changes: readonly string[]): string | undefined {
  const edits = changes.map((change) => {
    const [from = '', to = ''] = change.split('→')
    const at = text.indexOf(from)
    return { at, end: at + from.length, to }
  })
  if (edits.some(({ at }) => at === -1)) return undefined
  return edits
    .toSorted((a, b) => b.at - a.at)
    .reduce((words, { at, end, to }) => words.slice(0, at) + to + words.slice(end), text)
}
