import { oneOf, type Random } from './random.ts'
import {
  draftJson,
  readRequest,
  relevantSentences,
  type SeenRequest,
  type Written,
} from './request-reader.ts'
import { type Play, writing } from './server.ts'

export interface Lie {
  readonly kind: string
  readonly text: string
  readonly truth: string
}

type Distort = (truth: string, random: Random, others: readonly string[]) => string | undefined

function exchange(pairs: readonly (readonly [string, string])[]): Distort {
  return (truth, random) => {
    const [from, to] =
      oneOf(
        pairs.filter(([word]) => truth.includes(word)),
        random,
      ) ?? []
    return from === undefined || to === undefined ? undefined : truth.replace(from, to)
  }
}

const figures = (text: string) => [
  ...text.matchAll(/(?<![\d.])\d+(?:\.\d+)?(?![\d.]|年|月|日|号|、|[）)])/gu),
]

function put(text: string, at: number, length: number, words: string): string {
  return text.slice(0, at) + words + text.slice(at + length)
}

/** Twelve ways to turn a true sentence into a false one, by rules of this file alone. */
const DISTORTIONS: Readonly<Record<string, Distort>> = {
  number: (truth, random) => {
    const match = oneOf(figures(truth), random)
    if (match === undefined) return undefined
    return put(
      truth,
      match.index,
      match[0].length,
      String(Math.round((Number(match[0]) * 1.3 + 2) * 10) / 10),
    )
  },
  'numbers exchanged': (truth) => {
    const [first, second] = figures(truth)
    if (first === undefined || second === undefined || first[0] === second[0]) return undefined
    const later = put(truth, second.index, second[0].length, first[0])
    return put(later, first.index, first[0].length, second[0])
  },
  year: (truth, random) => {
    const match = oneOf([...truth.matchAll(/20\d\d(?=年)/gu)], random)
    return match === undefined
      ? undefined
      : put(truth, match.index, 4, String(Number(match[0]) + (random() < 0.5 ? 1 : -2)))
  },
  region: (truth, random) =>
    exchange([
      ['全市', '全省'],
      ['全区', '全市'],
      ['全省', '全国'],
      ['农村', '城镇'],
      ['城乡', '城区'],
      ['市级', '省级'],
      ['国家级', '市级'],
      ['区（市）', '省'],
    ])(truth, random, []) ?? `${oneOf(['昆明市', '兰州市', '厦门市'], random)}${truth}`,
  comparator: exchange([
    ['以上', '以下'],
    ['以上', '左右'],
    ['不低于', '不高于'],
    ['不少于', '不多于'],
    ['以内', '以上'],
    ['达到', '不足'],
    ['至少', '至多'],
    ['超过', '低于'],
    ['控制在', '提高到'],
  ]),
  direction: exchange([
    ['提高', '降低'],
    ['降低', '提高'],
    ['增加', '减少'],
    ['下降', '上升'],
    ['增长', '下降'],
    ['新增', '减少'],
    ['提升', '压低'],
    ['扩大', '缩小'],
    ['扩容', '缩编'],
    ['强化', '弱化'],
  ]),
  unit: (truth, random) => {
    const match = oneOf(
      [...truth.matchAll(/(?<=\d)(?:家|个(?!月|百)|所|人|张|万元|亿元|%|名|台|万)/gu)],
      random,
    )
    if (match === undefined) return undefined
    const other: Readonly<Record<string, string>> = { 万元: '亿元', 亿元: '万元', '%': '‰', 万: '千' }
    return put(truth, match.index, match[0].length, other[match[0]] ?? `万${match[0]}`)
  },
  'dropped negation': (truth, random) =>
    exchange([
      ['不得', '可以'],
      ['严禁', '鼓励'],
      ['不低于', '低于'],
      ['不超过', '超过'],
      ['不断', '间断'],
      ['杜绝', '允许'],
      ['防止', '促成'],
    ])(truth, random, []) ??
    exchange([
      ['开展', '不开展'],
      ['推进', '不再推进'],
      ['建设', '不建设'],
      ['落实', '未落实'],
      ['实施', '不实施'],
      ['完善', '不完善'],
    ])(truth, random, []),
  status: exchange([
    ['推进', '已完成'],
    ['启动', '建成'],
    ['力争', '已经'],
    ['开展', '结束'],
    ['建设', '建成'],
    ['探索', '全面实行'],
    ['争取', '已'],
    ['实现', '有望实现'],
    ['完成', '启动'],
    ['建成', '筹建'],
  ]),
  scope: exchange([
    ['全部', '部分'],
    ['全面', '局部'],
    ['部分', '所有'],
    ['基本', '完全'],
    ['各', '个别'],
    ['所有', '少数'],
    ['全覆盖', '部分覆盖'],
    ['重点', '全部'],
    ['试点', '全域'],
    ['均', '仅少数'],
    ['每', '个别'],
  ]),
  addition: (truth, random) =>
    `${truth}，${oneOf(['惠及百姓二十万人', '居全国首位', '由国家财政全额保障', '已通过第三方评估', '并免收一切费用', '提前一年实现'], random)}`,
  stitched: (truth, _, others) => {
    const [front = '', ...rest] = truth.split(/[，,]/u)
    // A sentence that begins alike would only be quoted again.
    const other = others.find((one) => /[，,]/u.test(one) && !one.includes(front))
    const back = other?.split(/[，,]/u).at(-1)
    return rest.length === 0 || back === undefined || truth.includes(back) ? undefined : `${front}，${back}`
  },
}

export const LIE_KINDS = [...Object.keys(DISTORTIONS), 'other document']

/** Every lie that can be made of one true sentence. @param others true sentences beside it */
export function liesAbout(truth: string, random: Random, others: readonly string[]): readonly Lie[] {
  return Object.entries(DISTORTIONS).flatMap(([kind, distort]) => {
    const text = distort(truth, random, others)
    return text === undefined || text === truth ? [] : [{ kind, text, truth }]
  })
}

/** Lies in every way it can about the passages it is shown, and remembers each lie. */
export function liar(random: Random, lies: Lie[]): Play {
  return writing((sent) => {
    const request = readRequest(sent)
    const written = lieAbout(request, random, lies)
    if (request.broken.length === 0) return draftJson(written)
    return draftJson(request.broken.flatMap(({ id }, at) => ({ ...(written[at] ?? NOTHING), replaces: id })))
  })
}

const NOTHING: Written = { text: '全部任务均已提前完成。', labels: [] }

function lieAbout(request: SeenRequest, random: Random, lies: Lie[]): readonly Written[] {
  const sources = relevantSentences(request).slice(0, 12)
  const whole = flat(request.passages.map(({ text }) => text).join(''))
  const written: Written[] = []
  for (const kind of [...LIE_KINDS].sort(() => random() - 0.5)) {
    if (written.length >= 6) break
    const source = oneOf(sources.slice(0, 6), random)
    if (source === undefined) continue
    const made = make(
      kind,
      source,
      request,
      sources.map(({ text }) => text),
      random,
    )
    // What the passages say after all is no lie.
    if (made === undefined || (kind !== 'other document' && whole.includes(flat(made.text)))) continue
    lies.push({ kind, text: made.text, truth: source.text })
    written.push(made)
  }
  return written
}

function make(
  kind: string,
  { text: truth, label }: { readonly text: string; readonly label: string },
  request: SeenRequest,
  others: readonly string[],
  random: Random,
): Written | undefined {
  if (kind === 'other document') {
    const foreign = request.passages.filter(({ text }) => !flat(text).includes(flat(truth)))
    return { text: `${truth}。`, labels: [random() < 0.5 ? 'zz99' : (oneOf(foreign, random)?.label ?? 'p1')] }
  }
  const text = DISTORTIONS[kind]?.(truth, random, others)
  return text === undefined || text === truth
    ? undefined
    : { text: `${text}。`, labels: [label], quotes: [truth] }
}

function flat(text: string): string {
  return text.replace(/[\s。，,；;]/gu, '')
}
