import type { Evidence } from '../evidence/evidence.ts'
import type { Question } from '../question/question.ts'

/** Says that what follows is the whole, a part of it, or a count that others may be in. */
const WHOLE = /共|合计|总|累计|全[省市县区州]|其中|目前|现有|已|含/u

/** Whether each clause of one sentence names a subject of its own in front of the words that the question asks with. */
export function areDisjoint({ query }: Question, parts: readonly Evidence[]): boolean {
  const subjects = parts.map(({ indexed, window }) => {
    const view = indexed.view.slice(window.start, window.end)
    const pairs = query.pieces.flatMap(({ text }) => [...text].map((_, at) => text.slice(at, at + 2)))
    const found = pairs.filter((pair) => pair.length === 2).map((pair) => view.indexOf(pair))
    const first = Math.min(...found.filter((at) => at !== -1), view.length)
    return WHOLE.test(view)
      ? ''
      : view.slice(0, first).replace(/^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]/u, '')
  })
  const isOneSentence = new Set(parts.map(({ sentence }) => sentence.start)).size === 1
  return (
    isOneSentence &&
    subjects.every((subject) => subject.length > 1) &&
    new Set(subjects).size === subjects.length
  )
}
