import { adverbsAt } from './adverb.ts'
import { connectiveLength } from './lexicon.ts'
import { AMOUNT } from './token.ts'

/** 保持在70%以上 says 70%以上, and more. */
const HOLDS = ['保持在', '稳定在', '控制在', '维持在']
const EQUALS = ['达到', '达', '实现', '为', '是', '有']
const RESULT = ['完成', '实现', '共计', '总计', '共', '合计']
/** What a year-on-year figure is measured against, where its direction follows. */
const YEAR_ON_YEAR =
  /^(?:同比|[比较](?:上年|去年)(?:同期|末|底)?|与(?:上年|去年)(?:同期)?相比)(?=(?:名义|实际|分别|均|净)*(?:增长|下降|提高|降低|增加|减少|上升|上涨|下跌|回落|提升|压减))/u
/** Verbs that say nothing beside the noun they carry: 给予表彰. */
const LIGHT = /^(?:进行|予以|给予|加以)(?=\p{Script=Han}{2})/u
const DEGREE = ['十分', '非常', '特别', '极其', '一批', '一系列', '已经', '已']
/** 共 as a sum, not in 公共, 共同, 共享. */
const SUM = /^共(?=有|发|完成|新|建成|开|实施|组织|培|办理|安排|计)/u
/** Who speaks, and that he means it, at the head of a clause. */
const SPEAKER = /^(?:我们|政府(?=会|将)|请|要|确保|保证|本(?:办法|条例|规定|细则|通知|意见)所称)(?=.{2})/u

/** 由 in front of who does it, 对 in front of whom it is done to, 将 in front of what is put somewhere. */
const MARKER =
  /^(?:由(?=.{2,20}(?:牵头|负责|承担|配合))|对(?=.{2,40}(?:给予|予以|进行|实行))|[将把](?=.{2,40}(?:纳入|列入|调整为|扩大到|提高到|降低到|整合为|报送?|移交)))/u

/** How many letters at an offset a claim may leave out and still say the same. @param homes names of the document's place */
export function missingAt(letters: string, at: number, homes: readonly string[]): readonly number[] {
  const here = letters[at] ?? ''
  const found = [...adverbsAt(letters, at), ...equalsAt(letters, at), ...holdsAt(letters, at)]
  if (here === '的' || here === '了' || (here === '等' && isEtCetera(letters, at))) found.push(1)
  if (at > 0)
    for (const word of RESULT)
      if (letters.startsWith(word, at) && letters[at + word.length] === AMOUNT) found.push(word.length)
  const rest = letters.slice(at, at + 16)
  if (here === '实' && /^实现\p{Script=Han}{2}/u.test(rest)) found.push(2)
  if (here === '共' && SUM.test(rest) && !/[公总合一]/u.test(letters[at - 1] ?? '')) found.push(1)
  if (isLight(letters, at)) found.push(2)
  if (here === '则' || (here === '作' && /[未不已]/u.test(letters[at - 1] ?? ''))) found.push(1)
  const base = '同比较与'.includes(here) ? YEAR_ON_YEAR.exec(rest) : null
  if (base !== null) found.push(base[0].length)
  for (const word of DEGREE) if (rest.startsWith(word)) found.push(word.length)
  if (rest === '工作' || /^工作[、和]/u.test(rest)) found.push(2)
  if (isMarker(letters, at)) found.push(1)
  if (here === '为' && /^为每.{1,5}\uE000/u.test(rest)) found.push(1)
  if (at === 0 && here === '但') found.push(1)
  if (at === 0) found.push(...headsOf(letters, homes), SPEAKER.exec(rest)?.[0].length ?? 0)
  return found.filter((length) => length > 0)
}

/** How many letters at an offset a claim may say beyond the original. */
export function addedAt(letters: string, at: number, homes: readonly string[]): readonly number[] {
  const here = letters[at] ?? ''
  const found = [...equalsAt(letters, at)]
  if (here === '的' || here === '了' || (here === '等' && isEtCetera(letters, at))) found.push(1)
  if (isMarker(letters, at)) found.push(1)
  if (here === '在' && letters[at + 1] === AMOUNT) found.push(1)
  if (here === '所' && letters[at + 1] === '占') found.push(1)
  if (isLight(letters, at)) found.push(2)
  if (here === '共' && /^共(?:有|\uE000)/u.test(letters.slice(at, at + 2))) found.push(1)
  if (at === 0) found.push(...headsOf(letters, homes))
  return found.filter((length) => length > 0)
}

function isLight(letters: string, at: number): boolean {
  return '进予给加'.includes(letters[at] ?? ' ') && LIGHT.test(letters.slice(at, at + 4))
}

function isMarker(letters: string, at: number): boolean {
  return '由对将把'.includes(letters[at] ?? ' ') && MARKER.test(letters.slice(at, at + 48))
}

/** A connective, 其中 (`keepsParts` looks after it) and the document's own place, at the head of a clause. */
function headsOf(letters: string, homes: readonly string[]): readonly number[] {
  const places = homes.filter((home) => home.length > 1 && letters.startsWith(home))
  const part = letters.startsWith('其中') ? 2 : 0
  return [connectiveLength(letters), part, ...places.map(({ length }) => length)]
}

/** A、B等优先服务; not 等级, 平等. */
function isEtCetera(letters: string, at: number): boolean {
  return (
    !/[平同上中高优特头何相初均]/u.test(letters[at - 1] ?? '平') &&
    !/[级候待于同额次值]/u.test(letters[at + 1] ?? '')
  )
}

/** 达到, 为 … right before an amount say nothing that the amount does not say. */
function equalsAt(letters: string, at: number): readonly number[] {
  // 降为5% is not 降5%.
  if (/[降升增减高低长加大小少没]/u.test(letters[at - 1] ?? '')) return []
  return EQUALS.filter((word) => letters.startsWith(word, at) && letters[at + word.length] === AMOUNT).map(
    ({ length }) => length,
  )
}

function holdsAt(letters: string, at: number): readonly number[] {
  return HOLDS.filter((word) => letters.startsWith(word, at) && letters[at + word.length] === AMOUNT).map(
    ({ length }) => length,
  )
}
