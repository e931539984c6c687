import { oneOf, type Random } from './random.ts'
import { bestSentences, draftJson, readRequest, type Written } from './request-reader.ts'
import { type Play, writing } from './server.ts'

/** Sentences of one answer. */
export const MOST_WRITTEN = 3

/** Copies the sentences that fit the question best. */
export const honest: Play = writing((request) =>
  draftJson(
    bestSentences(readRequest(request), MOST_WRITTEN).map(({ text, label }) => ({
      text: `${text}。`,
      labels: [label],
      quotes: [text],
    })),
  ),
)

const SAME = [
  ['推进', '推动'],
  ['加强', '强化'],
  ['开展', '组织开展'],
  ['达到', '达'],
  ['完成', '完成好'],
  ['建设', '建好'],
  ['提高', '提升'],
  ['确保', '保证'],
] as const

/** True sentences in other words: what a model does that means well. */
const HABITS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => {
    const known = SAME.filter(([from]) => text.includes(from))
    const [from, to] = oneOf(known, random) ?? ['', '']
    return text.replace(from, to)
  },
  (text) => text.replace(/(\d+(?:\.\d+)?)%/gu, '百分之$1').replace(/(\d)(家|个|所|张)/gu, '$1 $2'),
  (text) =>
    text
      .replace(/,/gu, '，')
      .replace(/^\s*(?:\d+[.、]|[（(][^）)]*[）)]|[一二三四五六七八九十]+[、是])/u, ''),
  (text) => `${text}[1]`,
  (text) => text.replace(/^(到\d{4}年)[,，](.*)$/u, '$2（$1）'),
]

/** Rewords, writes figures otherwise, sets reference marks of its own, and mends by going back to the words. */
export function sloppy(random: Random): Play {
  return writing((sent) => {
    const request = readRequest(sent)
    if (request.broken.length > 0) return draftJson(request.broken.map((one) => mend(one, request.passages)))
    const best = bestSentences(request, MOST_WRITTEN)
    return `好的，答案如下：\n\`\`\`json\n${draftJson(
      best.map(({ text, label }) => {
        const habit = oneOf(HABITS, random)
        return {
          text: `${habit === undefined ? text : habit(text, random)}。`,
          labels: [label],
          quotes: [text],
        }
      }),
    )}\n\`\`\``
  })
}

function mend(
  { id, nearest }: { readonly id: string; readonly nearest: string },
  passages: readonly { readonly label: string; readonly text: string }[],
): Written {
  const labels = passages.filter(({ text }) => text.includes(nearest)).map(({ label }) => label)
  return {
    text: nearest,
    labels: labels.length > 0 ? labels : passages.map(({ label }) => label),
    replaces: id,
  }
}
