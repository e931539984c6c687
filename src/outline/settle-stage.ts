import type { Corpus } from '../corpus/index.ts'
import { normalisedView } from '../corpus/index.ts'
import { clauseAround, cutClause, openPlaces, withoutFlagsOf } from './cut-clause.ts'
import type { DueTask } from './due.ts'
import type { OutlineItem } from './outline.ts'

/** A project and a plan's sentence are about the same when they have so many letters in a row. */
const NAME = 5
const ONLY_OPEN = /^〔下一步待定[^〕]*〕[。；;]?$/u
const STAGE = /投入使用|投入运营|投用|启用|竣工|建成|完工|封顶|搬迁|验收|开工|交付/u

/** Where a running plan names the stage a project is to reach this year, last year's open stage goes out. */
export function settleStages(
  item: OutlineItem,
  tasks: readonly DueTask[],
  corpus: Corpus,
  year: number,
): OutlineItem {
  const promised = tasks.flatMap(({ node, sentences }) =>
    sentences
      .filter(({ sentence, rows }) =>
        rows.some(
          ({ kind, quote, deadlineYear }) =>
            kind !== 'figure' && deadlineYear === year && STAGE.test(quote) && sentence.text.includes(quote),
        ),
      )
      .map(({ sentence: { text } }) => ({ told: `${node.section.heading}|${text}`, text })),
  )
  if (promised.length === 0) return item
  const gone: string[] = []
  const sentences = item.sentences.flatMap((sentence) => {
    const [first] = [...sentence.basis, ...item.basis]
    const document = first && corpus.documents.get(first.span.documentId)?.document
    if (ONLY_OPEN.test(sentence.text)) {
      const same = promised.filter(({ told }) => sharesName(item.heading, told))
      if (same.length === 0) return [sentence]
      gone.push(sentence.text)
      return item.sentences.filter((one) => same.some(({ text }) => one.text.startsWith(text.slice(0, -1))))
    }
    const place = openPlaces(sentence).find(({ words }) => words.includes('〔下一步待定'))
    if (document === undefined || place === undefined) return [sentence]
    const clause = clauseAround(document.text, place)
    const words = document.text.slice(clause.start, clause.end)
    const subject = words.replace(document.text.slice(place.start, place.end), '|')
    const isSame = promised.some(({ told }) => sharesName(`${item.heading}|${subject}`, told))
    const rest = isSame ? cutClause(sentence, clause, document.text, { corpus, draftYear: year }) : undefined
    if (rest === undefined) return [sentence]
    gone.push(words)
    return rest === null ? [] : [rest]
  })
  return gone.length === 0 ? item : withoutFlagsOf({ ...item, sentences: [...new Set(sentences)] }, gone)
}

function sharesName(own: string, told: string): boolean {
  const wanted = normalisedView(told)
  return [...normalisedView(own).matchAll(/\p{Script=Han}+/gu)].some(([run]) =>
    Array.from({ length: Math.max(0, run.length - NAME + 1) }, (_, at) => run.slice(at, at + NAME)).some(
      (name) => wanted.includes(name),
    ),
  )
}
