import { SHARED_MANNER } from '../word/adverb.ts'
import { amountDifference } from '../word/amount.ts'
import { AMOUNT, type Token } from '../word/token.ts'
import { assembled, type Side } from './side.ts'

/** Words that make one thing of the items of a list. */
const JOINT =
  /共|合计|总|之间|协同|联动|衔接|结合|融合|一体|均衡|差距|合作|互|相|同时|等|除|不含|不包括|以外|仅|只/u
const LAST_PAUSE = /以及|[和与及]/u
const JOINED = /会同|联合|配合|牵头|协助|委托|报经|[对由向经](?=.{2})/u
const FORBIDDING = /不得|不准|不许|不能|禁止|严禁|杜绝|防止|避免|未/u
const MOST_ITEMS = 24

const LONGEST_ITEM = 12

/** The claim with neighbouring items of a list exchanged where the original has them the other way round. */
export function inOrderOf(original: string, claim: Side, homes: readonly string[]): Side {
  const { letters } = claim
  for (let at = letters.indexOf('、'); at !== -1; at = letters.indexOf('、', at + 1))
    for (let left = Math.min(LONGEST_ITEM, at); left >= 2; left--)
      for (let right = Math.min(LONGEST_ITEM, letters.length - at - 1); right >= 2; right--) {
        const front = letters.slice(at - left, at)
        const back = letters.slice(at + 1, at + 1 + right)
        if (front.includes('、') || back.includes('、') || !original.includes(`${back}、${front}`)) continue
        const end = at + 1 + right
        return assembled(
          claim,
          [[0, at - left], [at + 1, end], '、', [at - left, at], [end, letters.length]],
          homes,
        )
      }
  return claim
}

interface Item {
  readonly letters: string
  readonly tokens: readonly Token[]
}

/**
 * Whether two clauses have the same items of one list between the same words, in whatever order. A claim may name
 * some of them only, where nothing is said of all together.
 */
export function isSameList(claim: Side, original: Side): boolean {
  if (!original.letters.includes('、')) return false
  const front = commonLength(claim, original, 'front')
  const back = commonLength(claim, original, 'back')
  for (const ours of listsOf(claim))
    for (const theirs of listsOf(original)) if (isMatched(ours, theirs, front, back)) return true
  return false
}

function isMatched(ours: readonly Item[], theirs: readonly Item[], front: number, back: number): boolean {
  const frontEnd = Math.min(front, ours[0]?.letters.length ?? 0, theirs[0]?.letters.length ?? 0)
  const backEnd = Math.min(back, ours.at(-1)?.letters.length ?? 0, theirs.at(-1)?.letters.length ?? 0)
  for (let from = frontEnd; from >= 0; from--)
    for (let to = backEnd; to >= 0; to--) {
      const mine = trimmed(ours, from, to)
      const its = trimmed(theirs, from, to)
      if (mine === undefined || its === undefined || !hasAll(mine, its)) continue
      if (mine.length === its.length) return true
      // What all share may stand in the last: 降低企业、居民负担.
      if (to === 0 && !hasAll(its.slice(-1), mine)) continue
      const around =
        (theirs[0]?.letters.slice(0, from) ?? '') + (theirs.at(-1)?.letters.slice(-to || Infinity) ?? '')
      const isShared = SHARED_MANNER.test(its[0]?.letters ?? '') && !hasAll(its.slice(0, 1), mine)
      // 甲会同乙、丙制定 does not say that 丙 does.
      if (its.some((item) => JOINED.test(item.letters) && !hasAll([item], mine))) continue
      if (isShared && FORBIDDING.test(theirs[0]?.letters ?? '')) continue
      if (!around.includes(AMOUNT) && !JOINT.test(around)) return true
    }
  return false
}

/** The items without the words in front of the list and behind it; undefined when one would be left empty. */
function trimmed(items: readonly Item[], front: number, back: number): readonly Item[] | undefined {
  const cut = items.map(({ letters, tokens }, at) => {
    const from = at === 0 ? front : 0
    const to = letters.length - (at === items.length - 1 ? back : 0)
    return { letters: letters.slice(from, to), tokens: tokens.slice(from, to) }
  })
  return cut.some(({ letters }) => letters.length < 2) ? undefined : cut
}

/** Whether each of ours is one of theirs, none of them twice. */
function hasAll(ours: readonly Item[], theirs: readonly Item[]): boolean {
  const left = [...theirs]
  return ours.every((item) => {
    const at = left.findIndex((other) => isSameItem(item, other))
    if (at === -1) return false
    left.splice(at, 1)
    return true
  })
}

function isSameItem(a: Item, b: Item): boolean {
  return a.letters.length === b.letters.length && a.tokens.every((_, at) => isSameToken(a, at, b, at))
}

function isSameToken(a: Item, i: number, b: Item, j: number): boolean {
  const ours = a.tokens[i]
  const theirs = b.tokens[j]
  if (ours?.kind === 'amount' && theirs?.kind === 'amount')
    return amountDifference(ours.amount, theirs.amount) === undefined
  return ours?.kind === 'letter' && theirs?.kind === 'letter' && a.letters[i] === b.letters[j]
}

/** The items of a clause; the last pause of a list may be 和, which may also be part of a word. */
function listsOf({ letters, tokens }: Side): readonly (readonly Item[])[] {
  const items: Item[] = []
  let from = 0
  for (let at = letters.indexOf('、'); at !== -1; at = letters.indexOf('、', from)) {
    items.push({ letters: letters.slice(from, at), tokens: tokens.slice(from, at) })
    from = at + 1
  }
  const last = { letters: letters.slice(from), tokens: tokens.slice(from) }
  if (items.length > MOST_ITEMS) return []
  const pause = LAST_PAUSE.exec(last.letters)
  if (pause === null) return [[...items, last]]
  const behind = pause.index + pause[0].length
  const parted = [
    { letters: last.letters.slice(0, pause.index), tokens: last.tokens.slice(0, pause.index) },
    { letters: last.letters.slice(behind), tokens: last.tokens.slice(behind) },
  ]
  return [
    [...items, ...parted],
    [...items, last],
  ]
}

/** How many tokens two clauses share from the front, or from the back. */
function commonLength(a: Item, b: Item, side: 'front' | 'back'): number {
  const place = ({ letters }: Item, count: number) => (side === 'front' ? count : letters.length - 1 - count)
  const most = Math.min(a.letters.length, b.letters.length)
  let length = 0
  while (length < most && isSameToken(a, place(a, length), b, place(b, length))) length++
  return length
}
