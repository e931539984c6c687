import { pick, type Random } from './random.ts'

/** What a corruption may draw on besides its sentence. */
export interface Surroundings {
  /** Another sentence of the same text. */
  readonly other: string
  readonly random: Random
}

/** Makes a false sentence of a true one; undefined where the kind does not apply. */
export type Corruption = (sentence: string, surroundings: Surroundings) => string | undefined

const FIGURE = /(?<![\d.第])\d+(?:\.\d+)?(?!\d*年|[\d.]|[—-]\d)/gu

function swapOne(pairs: readonly (readonly [string | RegExp, string])[]): Corruption {
  return (sentence, { random }) => {
    const fitting = pairs.filter(([from]) =>
      typeof from === 'string' ? sentence.includes(from) : from.test(sentence),
    )
    const pair = pick(fitting, random)
    return pair === undefined ? undefined : sentence.replace(pair[0], pair[1])
  }
}

function changedNumber(sentence: string, { random }: Surroundings): string | undefined {
  const match = pick([...sentence.matchAll(FIGURE)], random)
  if (match === undefined) return undefined
  const figure = match[0]
  const changes = [
    String(Number((Number(figure) * 2).toFixed(2))),
    String(Number((Number(figure) + (figure.includes('.') ? 0.1 : 1)).toFixed(2))),
    `${figure}0`,
    figure.replace(/\d/u, (digit) => String((Number(digit) % 9) + 1)),
  ].filter((changed) => Number(changed) !== Number(figure))
  const changed = pick(changes, random) ?? `${figure}1`
  return sentence.slice(0, match.index) + changed + sentence.slice(match.index + figure.length)
}

function exchangedNumbers(sentence: string, { random }: Surroundings): string | undefined {
  const all = [...sentence.matchAll(FIGURE)]
  const first = pick(all, random)
  const second = pick(
    all.filter((match) => Number(match[0]) !== Number(first?.[0])),
    random,
  )
  if (first === undefined || second === undefined) return undefined
  const [a, b] = first.index < second.index ? [first, second] : [second, first]
  const between = sentence.slice(a.index + a[0].length, b.index)
  return sentence.slice(0, a.index) + b[0] + between + a[0] + sentence.slice(b.index + b[0].length)
}

const PREDICATE =
  /达到|增长|下降|提高|不低于|不超过|完成|控制在|建成|新增|推进|加强|开展|实施|负责|安排|应当|不得/u

/** The front of one sentence and the back of another: at a comma, or between subject and predicate. */
function stitched(sentence: string, { other, random }: Surroundings): string | undefined {
  const isAtComma = random() < 0.5
  const front = sentence.split('，')
  const back = other.split('，')
  if (isAtComma) {
    if (front.length < 2 || back.length < 2) return undefined
    const half = front.slice(0, Math.ceil(front.length / 2))
    return `${half.join('，')}，${back.slice(Math.ceil(back.length / 2)).join('，')}`
  }
  const cut = PREDICATE.exec(sentence)?.index ?? 0
  const join = PREDICATE.exec(other)?.index ?? 0
  const made = sentence.slice(0, cut) + other.slice(join)
  return cut >= 4 && join >= 4 && !other.startsWith(sentence.slice(0, cut)) ? made : undefined
}

function changedYear(sentence: string, { random }: Surroundings): string | undefined {
  const match = pick([...sentence.matchAll(/20\d{2}(?=年|—|-)/gu)], random)
  if (match === undefined) return undefined
  const year = Number(match[0]) + (pick([-3, -2, -1, 1, 2, 3], random) ?? 1)
  return sentence.slice(0, match.index) + year + sentence.slice(match.index + 4)
}

function negated(sentence: string, { random }: Surroundings): string | undefined {
  const turned = swapOne([
    ['不得', '可以'],
    ['严禁', '允许'],
    ['未发生', '发生'],
    ['应当', '不得'],
    ['可以', '不可以'],
  ])(sentence, { other: '', random })
  if (turned !== undefined && random() < 0.5) return turned
  const verbs = [
    ...sentence.matchAll(
      /(?<=[，。市省县局府]|^)(?:达到|完成|实现|推进|加强|开展|实施|建设|落实|建立|推动|增长|安排)|达到|实现/gu,
    ),
  ]
  const verb = pick(verbs, random)
  if (verb === undefined) return turned
  return `${sentence.slice(0, verb.index)}${pick(['不', '未', '没有'], random)}${sentence.slice(verb.index)}`
}

const ADDITIONS = [
  '，惠及群众超过10万人',
  '，走在全国前列',
  '，并取得明显成效',
  '，得到上级部门充分肯定',
  '，同步启动配套改革',
  '，所需经费由市级财政承担',
  '，群众满意度大幅提升',
  '，为周边地区提供了经验',
]

function added(sentence: string, { random }: Surroundings): string | undefined {
  const clause = pick(ADDITIONS, random) ?? ''
  const commas = [...sentence.matchAll(/，/gu)]
  const comma = random() < 0.4 ? pick(commas, random) : undefined
  if (comma !== undefined) return sentence.slice(0, comma.index) + clause + sentence.slice(comma.index)
  return sentence.replace(/。$/u, `${clause}。`)
}

export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  number: changedNumber,
  exchanged: exchangedNumbers,
  stitched,
  year: changedYear,
  region: swapOne([
    ['全市', '全省'],
    ['全省', '全市'],
    ['全县', '全市'],
    ['全国', '全省'],
    ['市教育局', '市财政局'],
    ['县财政局', '县教育局'],
    ['城镇', '农村'],
    ['农村', '城镇'],
    ['市交通运输局', '市水务局'],
    ['区（市）', '镇（街道）'],
    ['省级', '市级'],
    ['市级', '省级'],
    ['县级', '市级'],
    ['城乡', '沿海'],
    ['青岛', '济南'],
    ['慈溪', '余姚'],
    ['澄江', '南岭'],
    ['国家级', '省级'],
  ]),
  comparator: swapOne([
    ['以上', '以下'],
    ['不低于', '不超过'],
    ['至少', '至多'],
    ['左右', '以上'],
    ['以内', '以上'],
    ['不超过', '不低于'],
    ['以上', ''],
    ['不少于', '不多于'],
    ['以下', '以上'],
    ['超过', '不足'],
    ['突破', '接近'],
    [/达到(?=\d)/u, '不足'],
    [/(?<=(?<!不低于|不少于)(?<![\d.])[\d.]+(?:家|个|%|所|万元))(?=。)/u, '以上'],
  ]),
  direction: swapOne([
    ['增长', '下降'],
    ['下降', '增长'],
    ['提高', '降低'],
    ['降低', '提高'],
    ['增加', '减少'],
    ['减少', '增加'],
    ['提升', '下降'],
    ['扩大', '缩小'],
    ['缩小', '扩大'],
    ['上涨', '下跌'],
    ['加强', '削弱'],
    ['新增', '减少'],
    ['压减', '增加'],
  ]),
  unit: swapOne([
    ['亿元', '万元'],
    ['万元', '亿元'],
    [/(?<=\d)%/u, '‰'],
    [/(?<=\d)%/u, '个百分点'],
    ['个百分点', '%'],
    [/(?<=\d)家/u, '万家'],
    [/(?<=\d)公里/u, '米'],
    [/(?<=\d)所/u, '个'],
    [/(?<=\d)万人/u, '人'],
    [/(?<=\d)张/u, '万张'],
    [/(?<=\d)个(?!月|百)/u, '批'],
    [/(?<=\d)小时/u, '分钟'],
  ]),
  negation: negated,
  status: swapOne([
    ['启动', '完成'],
    ['推进', '完成'],
    ['建成', '启动'],
    ['完成', '启动'],
    ['开工建设', '建成'],
    ['实施', '停止'],
    ['加快推进', '已完成'],
    ['建设', '建成'],
    ['开展', '取消'],
    ['制定', '废止'],
    ['探索', '全面推行'],
    ['规划', '建成'],
    ['力争', '已'],
    ['实现', '计划实现'],
  ]),
  scope: swapOne([
    ['全部', '部分'],
    ['全面', '部分'],
    ['每个', '部分'],
    ['所有', '个别'],
    ['各', '个别'],
    ['全覆盖', '部分覆盖'],
    ['平均', '最高'],
    ['人均', '户均'],
    ['累计', '新增'],
    ['均', '仅部分'],
    [/^(?=全)/u, '部分'],
    [/(?<=、)重点/u, '全部'],
    ['基本', '全部'],
    ['部分', '全部'],
    ['其中', '此外'],
  ]),
  addition: added,
}
