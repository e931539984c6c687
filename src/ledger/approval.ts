import { normalisedView } from '../corpus/index.ts'
import { trimLead } from './indicator.ts'
import type { ClauseContext, Named } from './naming.ts'
import { joinWords, sliceWords, type Words } from './reading.ts'

const PASSES =
  '(?:顺利|如期)?通过(?:国家级?|省级?|市级?)?(?:现场|标准版)*(?:复核|复审|评审|评估|验收|认证|认定|审核)'
const IS_SENT = '报(?:请|送|经)?[国省市县区州委政府党组常会]{2,8}(?:审定|审批|审议|批准)(?:后?(?:印发|实施))?'
const BARE = new RegExp(`^(?:${PASSES}|${IS_SENT})$`, 'u')
const ENDS_BARE = new RegExp(`.(?:${PASSES})$`, 'u')
/** 市人民医院|巩固三甲创建成果: who is judged. */
const JUDGED =
  /^(?<body>.{2,}?(?:院|中心|站|室|局|所|机构|[县市区镇乡村]))(?:要|将)?(?:围绕|对照|对标|针对|按照|聚焦|巩固|创建|争创|开展|推进|申报|启动|完成|迎接)/u
/** 制定|规划, 巩固|卫生县城|创建成果: what is judged. */
const VERB =
  /^(?:[^,的]{2,12}?(?:院|中心|站|室|局|所|[县市区镇乡]))?(?:新建|改建|扩建|改扩建|迁建|建设|改造|巩固|创建|争创|开展|申报|迎接|制定|编制|起草|修订|研究|完成|做好|拟[定订])+(?<object>.{3,}?)(?:(?:创建|复审|复核|评审|申报)*(?:成果|工作|任务)?)$/u
const NUMBER = /^[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[、.．)）]\s*/u

/** 县医院创建三级医院并通过评审: whoever passes is the object of the judgement and stays with it. */
export function namesItsOwn({ view }: Words): boolean {
  return ENDS_BARE.test(view)
}

/** 通过复核, 报市政府审定 with what is judged: that of the clause before, else of the heading; null for other words. */
export function approvalNamed({ previous, passage }: ClauseContext, own: Words): Named | null {
  if (!BARE.test(own.view)) return null
  const before = previous === null ? null : judgedIn(previous.words)
  if (previous !== null && before !== null) return { words: joinWords(before, own), context: previous.range }
  const heading = passage.path.at(-1)?.replace(NUMBER, '').replace(/\s/gu, '') ?? ''
  const judged = judgedIn({ text: heading, view: normalisedView(heading) })
  return { words: judged === null ? own : joinWords(judged, own), context: null }
}

function judgedIn(words: Words): Words | null {
  const led = trimLead(words)
  const body = JUDGED.exec(led.view)?.groups?.body
  if (body !== undefined) return sliceWords(led, 0, body.length)
  const object = VERB.exec(led.view)?.groups?.object
  if (object === undefined) return null
  const start = led.view.indexOf(object)
  return sliceWords(led, start, start + object.length)
}
