import type { IndexedDocument, Range } from '../corpus/index.ts'
import { clausesIn, noWords, termsOf } from '../text/index.ts'
import { ACTION, MANNER } from './lexicon.ts'
import type { LineageChange, PlanItem } from './lineage.ts'

/** How far a plan goes with a matter; the first that fits counts, from having it done down to looking into it. */
const STEPS: readonly (readonly [number, RegExp])[] = [
  [
    4,
    /建成(?!后)|完成(?!.{0,14}(?:申报|前期|选址|立项|方案|规划|招标|设计))|(?:通过|顺利通过).{0,14}(?:评审|验收|认定|复审|评估)|投入(?:使用|运行)|投用|挂牌|上线运行/u,
  ],
  [3, /全面(?:推开|推行|推广|铺开|启用|实行|覆盖)|扩大[到至]|扩面|推开|全覆盖|普遍|所有|全域/u],
  [0, /探索|研究(?:制定|出台|建立|论证)|试点|试行|谋划|筹备|论证|酝酿|先行先试/u],
  [1, /启动|筹建|着手/u],
  [2, /推进|加快|支持|推动|开展|创建|争创|培育|申报|实施|建设|推行|深化|完善|健全/u],
]
/** Stages of one building follow each other by themselves and say nothing of how much is wanted. */
const BUILDING =
  /迁建|扩建|改建|新建.{0,8}(?:楼|院区|工程|项目)|院区|大楼|综合楼|病房楼|主体|封顶|结顶|竣工|开工|装饰|装修|土建|工程/u
const DEED = new RegExp(`^${MANNER}(?:${ACTION})?`, 'u')
/** Two pieces are of one matter when their words are as alike as this. */
const ONE_MATTER = 0.5

export interface ReadItem {
  readonly indexed: IndexedDocument
  readonly item: PlanItem
}

interface Piece {
  readonly words: string
  readonly view: string
  readonly step: number
  readonly terms: ReadonlySet<string>
}

/** What both sides say of one matter in words of a different reach: 探索 became 推进, 启动 became 建成. */
export function modalityChanges(
  earlier: readonly ReadItem[],
  later: readonly ReadItem[],
): readonly LineageChange[] {
  const [before, after] = [earlier.flatMap(piecesOf), later.flatMap(piecesOf)]
  return before.flatMap((piece) => {
    const match = likest(piece, after)
    if (match === null || likest(match, before) !== piece) return []
    const isUp = match.step > piece.step
    if (!isUp && !(match.step === 0 && piece.step > 0)) return []
    return [
      {
        kind: 'modality' as const,
        direction: isUp ? ('up' as const) : ('down' as const),
        earlier: piece.words,
        later: match.words,
        note: `“${piece.words}”变为“${match.words}”`,
      },
    ]
  })
}

function piecesOf({ indexed, item }: ReadItem): readonly Piece[] {
  const { document, view } = indexed
  const clauses = item.clauses.flatMap((clause) => clausesIn(view, clause))
  const isOfBuilding = clauses.some(({ start, end }) => BUILDING.test(view.slice(start, end)))
  const heading = isOfBuilding || item.headingRange === null ? [] : [item.headingRange]
  const ranges: readonly Range[] = [...heading, ...clauses]
  return ranges.flatMap(({ start, end }) => {
    const words = view.slice(start, end)
    const step = STEPS.find(([, pattern]) => pattern.test(words))?.[0]
    if (step === undefined || BUILDING.test(words)) return []
    const terms = new Set(termsOf(words.replace(DEED, ''), noWords).bigram)
    return [{ words: document.text.slice(start, end), view: words, step, terms }]
  })
}

function likest(piece: Piece, others: readonly Piece[]): Piece | null {
  let best: Piece | null = null
  let most = ONE_MATTER
  for (const other of others) {
    const shared = [...piece.terms].filter((term) => other.terms.has(term)).length
    const likeness = (2 * shared) / (piece.terms.size + other.terms.size)
    if (likeness >= most && (best === null || likeness > most)) {
      best = other
      most = likeness
    }
  }
  return best
}
