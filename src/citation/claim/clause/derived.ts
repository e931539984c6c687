import { connectiveLength } from '../word/lexicon.ts'
import type { Calendar } from '../word/time.ts'
import { antecedentOf, isDependent } from './binding.ts'
import { fromTo } from './from-to.ts'
import { respectively } from './respective.ts'
import type { BoundClause, Segment } from './segment.ts'

/** Where what is said of a subject begins. */
const PREDICATE =
  /\uE000|\uE001|达到|完成|实现|增长|下降|增加|减少|提高|降低|上升|提升|增至|降至|同比|首次|突破|超过|连续|应当|必须|不得|可以|力争|争取|(?:达|为|占|共|约|近|超|增|降|由|从)(?=.{0,3}\uE000)|占(?=.{2,20}比[重例])|[比较](?=上年|去年|多年|常年|年初|同期|\uE001)/u
const LEADING = /^(?:其中|完成|实现|今后|目前|我们|并|同时)*/u
/** Tells on of a subject that stands in front: 连续三年超2000亿元. */
const GOES_ON = /^(?:连续|位?居|列|首次|继续|仍)/u
const DUTY = /^(?<who>[\p{Script=Han}()、]{2,24}?)(?=应当|应|须|必须|不得|可以|要|负责)/u
const FURTHER_DUTY =
  /^(?:[并且也还])?(?:每[年月日周季]|应当|须|必须|不得|可以|可|原则上|严禁|禁止|定期|及时)/u
const AIM = /^(?:要)?(?:力争|争取|计划|拟|预计|预期|将|要)+/u

const MOST_CLAUSES = 60

/**
 * What the clauses of a sentence say when the subject, or the aim, that an earlier clause names is put in front:
 * 驾驶员不得甩客，每年应当接受教育 says 驾驶员每年应当接受教育.
 */
export function derivedClauses({ clauses }: Segment, { ownYear }: Calendar): readonly BoundClause[] {
  // A sentence is not that long; a text that was made to be slow is.
  if (clauses.length > MOST_CLAUSES) return []
  return clauses.flatMap((clause, at) => {
    const each = [...respectively(clause), ...fromTo(clause, ownYear)]
    if (at === 0) return each
    const carried = [
      subjectFor(clause, clauses.slice(0, at)),
      dutyFor(clause, clauses.slice(0, at)),
      aimFor(clause, clauses.slice(0, at)),
    ]
    return [...each, ...carried.flatMap((words) => (words === undefined ? [] : derived(clause, words)))]
  })
}

/** Letters of an earlier clause. */
interface Carried {
  readonly from: BoundClause
  readonly start: number
  readonly end: number
  readonly isSubject: boolean
}

function subjectFor(clause: BoundClause, earlier: readonly BoundClause[]): Carried | undefined {
  if (!(isDependent(clause) || GOES_ON.test(clause.letters)) || /^其/u.test(clause.letters)) return undefined
  const from = antecedentOf(earlier)
  if (from === undefined) return undefined
  const start = LEADING.exec(from.letters)?.[0].length ?? 0
  const end = subjectEnd(from.letters, start)
  if (end < start + 2 || !/^[\p{L}\p{N}().、&\uE000]{2,40}$/u.test(from.letters.slice(start, end)))
    return undefined
  return { from, start, end, isSubject: true }
}

/** No subject is found in a longer clause; a text that was made to be slow has them. */
const LONGEST_CLAUSE = 400

/** Where the words for what is measured end: in front of the last figure and the verb it hangs on. */
function subjectEnd(letters: string, start: number): number {
  if (letters.length > LONGEST_CLAUSE) return -1
  const figure = letters.lastIndexOf('\uE000')
  const measured = letters
    .slice(0, Math.max(0, figure))
    .replace(
      /(?:(?:由|从)\uE000.*|占.*|达到|达|为|完成|实现|共|约|近|超过|突破|增至|降至|增加到|下降到|提高到|提升到|预计|平均|累计)+$/u,
      '',
    )
  if (figure > start && measured.length >= start + 2) return measured.length
  const length = letters.slice(start + 2).search(PREDICATE)
  return length < 0 ? -1 : start + 2 + length
}

function dutyFor(clause: BoundClause, earlier: readonly BoundClause[]): Carried | undefined {
  const from = earlier.findLast(({ letters }) => DUTY.test(letters))
  if (from === undefined || !FURTHER_DUTY.test(clause.letters)) return undefined
  const end = DUTY.exec(from.letters)?.[0].length ?? 0
  return { from, start: 0, end, isSubject: true }
}

function aimFor(clause: BoundClause, earlier: readonly BoundClause[]): Carried | undefined {
  const from = earlier.findLast(({ letters }) => AIM.test(letters))
  if (from === undefined || AIM.test(clause.letters)) return undefined
  return { from, start: 0, end: AIM.exec(from.letters)?.[0].length ?? 0, isSubject: false }
}

function derived(clause: BoundClause, { from, start, end, isSubject }: Carried): BoundClause {
  const skipped = connectiveLength(clause.letters)
  return {
    ...clause,
    letters: from.letters.slice(start, end) + clause.letters.slice(skipped),
    tokens: [...from.tokens.slice(start, end), ...clause.tokens.slice(skipped)],
    carries: isSubject ? (from.carries ?? from.order) : null,
  }
}
