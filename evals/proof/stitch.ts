import type { Material } from './material.ts'

/** A sentence made of two parts of a text that do not belong together. */
export interface Stitched {
  readonly kind: string
  readonly text: string
  readonly evidence: string
}

/** What stands between two of 。；, as its clauses. */
type Part = readonly string[]

const MARK =
  /^(?:[（(]?[一二三四五六七八九十]+[)）、.]|[（(]?\d{1,2}[)）、.](?!\d)|第[一二三四五六七八九十百]+[章节条款项][,\s　]*|[一二三四五六七八九十]是|[①-⑳●■]|其中[,，]?)\s*/u
const CONDITION =
  /^(?:对(?!外|口|接|标)|如(?!期)|若|凡|当(?!前|年|地)|经|因|未|在).{4,}|.{3,}(?:的|时|后|的情况下|期间)$/u
const TIME =
  /^(?:到|截至|至|自|从)?(?<year>20\d{2})年(?:(?<month>\d{1,2})月)?(?:底|末|初|上半年|下半年|\d{1,2}日)?(?:前|起|底前|以前)?/u
const PREDICATE =
  /要(?!求|素|点|件)|不得|应当|必须|可以|(?<!相)应(?!急|用|对|届|收|征)|负责|牵头|不低于|不超过|不少于|不高于|达到|增长|下降|提高到|提高|降低|控制在|完成|实现|建成|新增|开展|实施|给予|处以|为(?=\d)|达(?=\d)/u
/** What is no subject: an adverbial, a verb, or everything the text is about. */
const NO_SUBJECT =
  /^(?:全[市省县区国州镇乡校院]|各[地级]?|我[市省县区国]|本[市省县区]|其|该|此|到|在|对|按|以|从|自|由|经|据|为|每|因|将|把|与|和|及|并|且|即|未|不|共|均|仅|已|拟|至|通过|根据|依法|力争|争取|确保|加|推|完|建|实|开|提|落|强|深|健|优|做|组|支|鼓|引|继|进|逐|积|严|切|大力|同比|比|较|分别|平均|年均|累计|合计|预计|计划|总|基本|全面|统|集|持|巩|扩|促|制|坚|围|聚|着|稳|有序|如|若|凡|当|、|或|又|也|还|则|再|已|仍|约|近|超|占|增|降|下|上)|的$|[年月日]$/u
const VERB =
  /^(?:加强|推进|完善|健全|建立|开展|实施|落实|提高|提升|优化|深化|强化|扩大|规范|推广|支持|鼓励|取消|禁止|严禁|开放|关闭|新建|改造|修订|制定|编制|发放|培训|建设|整治|清理|评估|公布|申报|保障|打造|培育|引进|设立|组织)/u
const GOES_ON = /^(?:应当|可以|不得|定期|及时|必须|每|由|给予|处|提出|提交|报|向|在|将|于)/u
const LEANING =
  /^(?:同比|比上年|较上年|占|增长|下降|其中|高于|低于|但|除|逾期|期限|累计|最高|最低|年均|是(?!否)|是指|主要|直到|从事|位于|成立|也|均|才|并(?!发|购|轨|网)|不得)/u
const FIGURE =
  /(?<value>\d+(?:\.\d+)?)(?<unit>万亿元|亿元|万元|元|%|％|个百分点|家|个|所|张|名|人|万人|公里|小时|日|天|学分|项|台|例|倍)/u
const LEAST_SUBJECT = 2
const MOST_SUBJECT = 16

/** All that can be stitched from neighbouring parts of a text. */
export function stitchedFrom({ text }: Pick<Material, 'text'>): readonly Stitched[] {
  const sentences = text
    .split(/(?<=[。！？])|\n/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 5)
  return sentences.flatMap((sentence, at) => {
    const next = sentences[at + 1] ?? ''
    const evidence = [sentences[at - 1] ?? '', sentence, next].join('\n')
    const own = partsOf(sentence)
    const around = [...own, ...partsOf(next)]
    return own
      .flatMap((a, i) => around.slice(i + 1).flatMap((b) => [...stitches(a, b), ...stitches(b, a)]))
      .concat(own.flatMap(withinPart))
      .map(([kind, words]) => ({ kind, text: `${words}。`, evidence }))
      .filter(({ text: claim }) => !isSaid(claim, evidence))
  })
}

function partsOf(sentence: string): readonly Part[] {
  return sentence
    .replace(/[。！？]$/u, '')
    .split(/[；;]|，(?=[一二三四五]是)|(?<=[：:])(?=一是)/u)
    .map((part) =>
      part
        .split(/[，,](?!\d{3})/u)
        .map((clause) => clause.trim().replace(MARK, ''))
        .filter((clause) => clause !== ''),
    )
    .filter(({ length }) => length > 0)
}

type Claim = readonly [string, string]

function stitches(a: Part, b: Part): readonly Claim[] {
  return [
    ...consequence(a, b),
    ...carried(a, b),
    ...leaning(a, b),
    ...a.flatMap((x) => b.flatMap((y) => [...ofClauses(x, y), ...otherTime(x, a, y, b)])),
  ]
}

function withinPart(part: Part): readonly Claim[] {
  return part.flatMap((x, at) => part.slice(at + 1).flatMap((y) => [...ofClauses(x, y), ...ofClauses(y, x)]))
}

/** The condition of one part in front of what follows from another. */
function consequence(a: Part, b: Part): readonly Claim[] {
  const [condition = ''] = a
  const end = b.at(-1) ?? ''
  if (a.length < 2 || b.length < 2 || !CONDITION.test(condition) || !CONDITION.test(b[0] ?? '')) return []
  if (isAlike(condition, b[0] ?? '') || a.some((clause) => isAlike(clause, end))) return []
  return [
    ['consequence', `${condition}，${end}`],
    ['consequence', `${condition}${end}`],
    ['consequence', `${a.slice(0, -1).join('，')}，${end}`],
  ]
}

/** The subject of one part in front of what the subject of another goes on to do. */
function carried([first = '']: Part, [head = '', ...rest]: Part): readonly Claim[] {
  const [ours, theirs] = [subjectOf(first), subjectOf(head)]
  if (ours === undefined || theirs === undefined || isAlike(ours, theirs)) return []
  return rest
    .filter((clause) => (VERB.test(clause) || GOES_ON.test(clause)) && !isAlike(clause, first))
    .map((clause): Claim => ['carried', ours + clause])
}

/** A clause without a subject, or an exception, behind the words of another part. */
function leaning(a: Part, [head = '', ...rest]: Part): readonly Claim[] {
  const [first = ''] = a
  if (
    isAlike(first, head) ||
    NO_SUBJECT.test(first) ||
    /^[（(]|^[到截至\d年月日底前]+$/u.test(first) ||
    first.length < 6
  )
    return []
  return rest
    .filter((clause) => LEANING.test(clause) && !a.some((own) => isAlike(own, clause)))
    .map((clause): Claim => ['leaning', `${first}，${clause}`])
}

/** Subject and predicate, words and figure, verb and object of two clauses. */
function ofClauses(x: string, y: string): readonly Claim[] {
  return [...predicate(x, y), ...figure(x, y), ...object(x, y)]
}

function predicate(x: string, y: string): readonly Claim[] {
  const [ours, theirs] = [subjectOf(x), subjectOf(y)]
  if (ours === undefined || theirs === undefined || isAlike(ours, theirs)) return []
  const [does, other] = [x.slice(ours.length), y.slice(theirs.length)]
  if (isAlike(does, other) || other.length < 4) return []
  return [['predicate', ours + other]]
}

function subjectOf(clause: string): string | undefined {
  const at = PREDICATE.exec(clause)?.index ?? -1
  const subject = clause.slice(0, at)
  if (at < LEAST_SUBJECT || at > MOST_SUBJECT || NO_SUBJECT.test(subject) || /\d/u.test(subject))
    return undefined
  return subject
}

function figure(x: string, y: string): readonly Claim[] {
  const [ours, theirs] = [FIGURE.exec(x), FIGURE.exec(y)]
  if (ours === null || theirs === null || ours.groups?.unit !== theirs.groups?.unit) return []
  const words = x.slice(0, ours.index)
  if (Number(ours.groups?.value) === Number(theirs.groups?.value) || words.length < 4) return []
  if (isAlike(words, y.slice(0, theirs.index)) || x.slice(ours.index + 1).search(FIGURE) > 0) return []
  return [['figure', words + theirs[0] + x.slice(ours.index + ours[0].length)]]
}

function object(x: string, y: string): readonly Claim[] {
  const [ours, theirs] = [VERB.exec(x)?.[0], VERB.exec(y)?.[0]]
  if (ours === undefined || theirs === undefined || isOneVerb(ours, theirs)) return []
  const other = y.slice(theirs.length)
  return other.length < 4 || VERB.test(other) || isAlike(other, x.slice(ours.length))
    ? []
    : [['object', ours + other]]
}

const ONE_VERB = ['加强 强化', '完善 健全 建立', '提高 提升', '推进 开展 实施 落实 组织', '取消 禁止 严禁', '优化 深化 完善', '建设 建立 新建 打造 设立', '支持 鼓励'] // biome-ignore format: a list of words

function isOneVerb(a: string, b: string): boolean {
  return a === b || ONE_VERB.some((row) => row.split(' ').includes(a) && row.split(' ').includes(b))
}

/** The time of one part in front of what another time goes with. */
function otherTime(x: string, a: Part, y: string, b: Part): readonly Claim[] {
  const [ours, theirs] = [TIME.exec(x), TIME.exec(y)]
  if (ours === null || theirs === null || ours.groups?.year === theirs.groups?.year) return []
  const deed = y.length > theirs[0].length + 4 ? y.slice(theirs[0].length) : b[b.indexOf(y) + 1]
  return deed === undefined || deed.length < 5 || a.includes(deed) ? [] : [['time', `${ours[0]}，${deed}`]]
}

/** Whether two stretches may say the same. */
function isAlike(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true
  const pairs = (words: string) => new Set([...words].slice(1).map((_, at) => words.slice(at, at + 2)))
  const [ours, theirs] = [pairs(a), pairs(b)]
  const shared = [...ours].filter((pair) => theirs.has(pair)).length
  return shared > 0.6 * Math.min(ours.size, theirs.size)
}

/** Whether the text says it after all, word for word. */
function isSaid(claim: string, evidence: string): boolean {
  const plain = (words: string) => words.replace(/[\s，。；、：]/gu, '')
  return plain(evidence).includes(plain(claim))
}
