import { normalisedView } from '../corpus/index.ts'
import type { DueTask } from './due.ts'
import type { DueSentence } from './due-sentence.ts'
import type { OutlineItem } from './outline.ts'

/** So many letters in a row that only one task has name what it is about. */
const RUN = 7
const SHORTEST_NAME = 4
/** Share of the shorter name that both have in a row. */
const SAME_NAME = 0.75

const VERBS =
  /^(?:持续|全力|全面|深入|扎实|大力|积极|稳步|有序|加快|推进|推动|加强|做好|抓好|抓实|实施|完成|启动|强化|统筹|建设|建好|建强|做强|做优|完善|健全|提升|提高|提速|优化|深化|开展|创建|落实|发展|促进|巩固|改善|改造|织密|筑牢|夯实|打造|构建|推行|推广|探索|支持|整体|增强|补齐|扩大|扩容)+/u

/** Finds for a commitment the item of the draft that is about the same thing, by its id. */
export interface OwnPlaces {
  task(task: DueTask): string | undefined
  sentence(sentence: DueSentence): string | undefined
}

export function ownPlaces(items: readonly OutlineItem[]): OwnPlaces {
  const names = items.map((item) => ({ id: item.id, name: nameOf(item.heading) }))
  const homes = new Map<string, Set<string>>()
  for (const { id, heading, sentences } of items)
    for (const run of runsOf([heading, ...sentences.map(({ text }) => text)].join('\n')))
      homes.set(run, (homes.get(run) ?? new Set()).add(id))
  return {
    task: ({ node, source: { indexed } }) => {
      if (node.heading === null) return undefined
      const words = indexed.view.slice(node.heading.start, node.heading.end)
      const name = nameOf(words)
      const same = items.find(({ heading }) => heading !== '' && lettersOf(heading) === lettersOf(words))
      return same?.id ?? names.find((own) => isSameName(own.name, name))?.id
    },
    sentence: ({ sentence }) => {
      const counts = new Map<string, number>()
      for (const run of runsOf(sentence.text)) {
        const [home, other] = homes.get(run) ?? []
        if (home !== undefined && other === undefined) counts.set(home, (counts.get(home) ?? 0) + 1)
      }
      return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
    },
  }
}

function runsOf(text: string): ReadonlySet<string> {
  const open = normalisedView(text).replace(/〔[^〕]*〕/gu, '|')
  const runs = [...open.matchAll(/[\p{Script=Han}]+/gu)].map(([run]) => run)
  return new Set(
    runs.flatMap((run) =>
      Array.from({ length: Math.max(0, run.length - RUN + 1) }, (_, at) => run.slice(at, at + RUN)),
    ),
  )
}

/** What a heading is about, without what is done with it. */
function nameOf(heading: string): string {
  return lettersOf(heading)
    .replace(VERBS, '')
    .replace(/(?:建设|工作|行动)$/u, '')
}

function lettersOf(heading: string): string {
  return normalisedView(heading).replace(/[^\p{Script=Han}a-z]/gu, '')
}

function isSameName(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < SHORTEST_NAME) return short.length >= 3 && short === long
  const wanted = Math.max(SHORTEST_NAME, Math.ceil(short.length * SAME_NAME))
  return Array.from({ length: short.length - wanted + 1 }, (_, at) => short.slice(at, at + wanted)).some(
    (run) => long.includes(run),
  )
}
