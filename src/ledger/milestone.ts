import type { Range } from '../corpus/index.ts'
import { subtract } from '../corpus/index.ts'
import { parseChineseNumeral } from '../text/index.ts'
import { deedOf, trimLead } from './indicator.ts'
import { GROUND, LEAD } from './lexicon.ts'
import { joinWords, type Reading, sliceWords, type Words, wordsOf } from './reading.ts'

/** A commitment without a figure. A deliverable is one that no date and no word of completing ties down. */
export interface Milestone {
  readonly kind: 'milestone' | 'deliverable'
  readonly words: Words
}

/** States at the end of a clause that will be there or not. */
const STATE =
  /(?:开工(?:建设)?|竣工(?:验收|交付|投用)?|(?:主体|结构)?(?:封顶|结顶|完工)|投入(?:试)?(?:使用|运营|运行)|(?:试)?投用|启用|[复开]工|(?<!小时)开诊(?:运营|运行)?|(?<=.{4})上线运行|(?<=.{4})基本完成|(?<!项目)挂牌|整体搬迁|全覆盖|全部(?:达标|到位|建成|完成|投用)|结果互认|竣工验收|出正负零)$/u
/** Verbs whose object will be there or not. */
const COMPLETES =
  '完成|(?<!创)建成|创成|获评|获批|启动|开工建设|出台|成立|竣工|通过(?=[\\p{Script=Han}]{2,12}(?:验收|评审|评估|复审|复核|认证|认定))|全部(?=[\\p{Script=Han}()]{0,16}(?:达到|建立|建成|完成|配备|设置|接入|纳入|联通))|覆盖全部|(?:制定|印发|编制)(?=[\\p{Script=Han}“”、]{2,30}(?:方案|办法|意见|规划|目录|清单|标准|细则|条例|章程|措施|政策文件)(?:等|$))'
const COMPLETING = new RegExp(
  `^[^的]{0,40}?(?<!已|未|已经|正在|不|后|前|组织)(?:${COMPLETES})(?<object>.*)$`,
  'u',
)
const BRINGING =
  /^(?:建立(?!健全|完善|和|并)|上线(?:运行)?|组建(?!以)|搭建|设立|筹建|筹备建设|创建(?!目标|成果|工作|标准|任务)|争创|建设|(?:打造|规范设置|确定)(?=.*(?:中心|基地|集群|圈|[学专]科|平台|示范[区县点]|医院|科室|项目|机构|馆|联盟|目录|标准)$)|(?:办好|承办)(?=.*(?:论坛|大会|大赛|竞赛|博览会|年会)名*$))(?<object>.*)$/u
const ACHIEVING = /^(?:(?!以(?![上下内]))[^的]){0,40}?(?<!充)实现(?!场)(?<object>.*)$/u
/** 把县医院建设成为区域医疗中心. */
const BECOMING = /^(?:[将把])?[^,的]{3,40}?(?:打造成|建设成)为?(?<object>.*(?:中心|专科|医院|基地|平台))$/u
/** 总投资3亿元、设床位500张的|新院区开工建设. */
const SIZED = /^(?:[^的“]*\d[^的\d“]*|(?:列入|纳入)[^的“]{2,24})的(?=.{4,}$)/u
/** 第一阶段(): before what is to be done in it. */
const LABEL = /^(?:第[一二三四五]阶段|[\p{Script=Han}]{2,6}阶段)(?:\([^()]*\))?:/u
/** 围绕妇科、产科等专业|搭建专科联盟. */
const AROUND = /^(?:围绕|依托|聚焦)[^,]{4,30}?(?=搭建|组建|成立)/u
/** 推进…建设 is under way for ever; 建设… without it names what will stand there. */
const PROCESS = /推进|加快|推动|加强|深化|筹备|规划/u
/** A state that is only worked towards is none yet, unless it is to hold everywhere. */
const UNDER_WAY = /^(?:继续|持续|积极|进一步)*(?:推动|推进|加快|促进|支持|鼓励|引导|探索|推广|推行|落实)/u
const WHOLE = /(?:全覆盖|全部[\p{Script=Han}]{2,4})$/u
/** Nothing of this kind may happen: as checkable as a figure of nought. */
const NEVER = /(?:不发生|零发生|杜绝).*(?:事件|事故)|(?:事件|事故)零发生|零(?:事故|死亡|感染|差错)$/u
/** Objects that leave open what will be there. */
const VAGUE =
  /^$|\d+周年|^本(?![地区市县省级辖])|^[\p{Script=Han}\d、]*(?:任务|目标|指标)(?:等|落实)?$|^一[批些处个]|^若干|^(?:上|中|果|效|了|的|后|时|情况|率|度|比例|以(?!.*的))/u
const SLOGAN =
  /(?:化|突破|作用|活动|成果|合作|发展|提升|融合|特色|环境|屏障|倾斜|结合|转变|帮扶|城市|步|(?<!性)建设)$|^为|走在前列/u
const PURPOSE =
  /^(?:探索|研究|以|为了?|按照?|根据|围绕|通过(?!.{2,12}(?:验收|评审|评估|复审|复核))|依托|结合|针对|聚焦)/u
/** Words that hedge, and brackets with figures: 新院区(床位800张)竣工. */
const IDLE = /力争|争取|确保|尽快|\([^()]*\d[^()]*\)(?=.{2})/gu

/**
 * The commitment of a clause without a figure, or null: a state word at its end, a verb of completing or
 * starting with a definite object, any deed with a point in time, or what a verb of bringing about names.
 */
export function milestoneOf(
  reading: Reading,
  clause: Range,
  dates: readonly Range[],
  isDated: boolean,
): Milestone | null {
  const full = unquoted(wordsOf(reading, subtract(clause, dates)).view).replace(GROUND, '')
  if (CHARACTERISES.test(full)) return null
  const around = AROUND.exec(full)?.[0].length ?? 0
  if (PURPOSE.test(full) && around === 0 && !isDated) return null
  const holes = withIdle(reading.view, clause, dates)
  const said = wordsOf(reading, subtract(clause, holes))
  const own = sliceWords(said, GROUND.exec(said.view)?.[0].length ?? 0)
  const led = trimLead(sliceWords(own, Math.max(around, LABEL.exec(own.view)?.[0].length ?? 0)))
  const words = sliceWords(led, SIZED.exec(led.view)?.[0].length ?? 0)
  const view = unquoted(words.view)
  if (view.length < 4 && !(isDated && STATE.test(view))) return null
  if (completes(full, view, isDated)) return { kind: 'milestone', words }
  if (isDated)
    return /按[月季年]|各项(?:任务|工作)|(?:通报|报告|总结|调度|掌握).*情况$|以来|印发(?:\(.*\))?$|会议(?:通过|审议|精神)/u.test(
      view,
    )
      ? null
      : { kind: 'milestone', words }
  return bringsAbout(full.slice(around), words) ? { kind: 'deliverable', words } : null
}

function completes(full: string, view: string, isDated: boolean): boolean {
  if (NEVER.test(full)) return true
  if (STATE.test(full) && !/^(?:对|将|把)/u.test(full))
    return isDated || !UNDER_WAY.test(full) || WHOLE.test(full)
  const object = COMPLETING.exec(view)?.groups?.object
  return object !== undefined && !VAGUE.test(object)
}

function bringsAbout(full: string, words: Words): boolean {
  const lead = LEAD.exec(full)?.[0] ?? ''
  const own = unquoted(deedOf(words).view)
  const brought = BRINGING.exec(full.slice(lead.length)) ?? BRINGING.exec(own) ?? BECOMING.exec(full)
  const isProcess = PROCESS.test(lead) && words.view.startsWith('建设')
  const object = (isProcess ? null : brought)?.groups?.object ?? ACHIEVING.exec(full)?.groups?.object
  return object !== undefined && object.length >= 4 && !VAGUE.test(object) && !SLOGAN.test(object)
}

/** “甲”、“乙”、“丙”三个全覆盖 promises three things. */
export function spread(words: Words): readonly Words[] {
  const found = /(?<items>“[^“”]+”(?:、?“[^“”]+”)+)(?<count>[两二三四五六])个(?=全覆盖$)/u.exec(words.view)
  const items = found?.groups?.items ?? ''
  const names = [...items.matchAll(/“[^“”]+”/gu)]
  if (found === null || names.length !== parseChineseNumeral(found.groups?.count ?? '')) return [words]
  const [noun, state] = [sliceWords(words, 0, found.index), sliceWords(words, found.index + found[0].length)]
  return names.map(({ index, 0: name }) => {
    const start = found.index + index
    return joinWords(noun, sliceWords(words, start, start + name.length), state)
  })
}

function withIdle(view: string, { start, end }: Range, dates: readonly Range[]): readonly Range[] {
  const hedges = [...view.slice(start, end).matchAll(IDLE)].map(({ index, 0: hedge }) => ({
    start: start + index,
    end: start + index + hedge.length,
  }))
  return [...dates, ...hedges].sort((a, b) => a.start - b.start)
}

/** 是收官之年, 是启动三年行动的第一年: says what the year is. */
const CHARACTERISES = /是[^,]*(?:之年|周年|第[一二三四五六]年|(?:起步|开局|收官|关键|攻坚|决胜|奠基)[年期])$/u
/** Words in quotation marks and book titles are names: nothing in them commits. Letter for letter. */
function unquoted(view: string): string {
  return view.replace(/“[^”]*”|《[^》]*》/gu, (name) => '名'.repeat(name.length))
}
