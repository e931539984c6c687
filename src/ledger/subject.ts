import { trimLead } from './indicator.ts'
import { CREATES } from './lexicon.ts'
import { sliceWords, type Words } from './reading.ts'

const DEED_AT_HEAD = new RegExp(`^(?:完成|启动|投资|推进|加快|推行|实施|[、和]|${CREATES})+(?=.{3})`, 'u')
/** 达到基本标准的|卫生院. */
const MEETING = /^达到[^的]{2,12}的/u
const SUBJECT =
  /^(?:患者|.{2,}?(?:患者|居民|人群|医院|机构|项目|工程|疫情|制度|通道))(?=.*(?:率|数|量|投资|占比|比例)$)/u
const MEASURED = /(?:总投资|投资|总数|数量|总量|占比|比例)$/u
/** States that a clause may be about; its subject stands before them. */
const STATED =
  /(?:力争|争取)?(?:完成)?(?:达到[\p{Script=Han}]{0,16}标准|竣工验收|项目选址|桩基施工|[开复]工(?:建设)?|竣工(?:验收|交付)?|主体(?:封顶|结顶)|投入(?:试)?(?:使用|运营|运行)|启用|办结|回复|反馈)$/u

/** 占比逐年提高, 2026年达到60%; 110个卫生院中, 80%达标. */
const TREND =
  /(?:逐年|稳步|持续|明显|进一步|显著|不断)+(?:提高|提升|下降|增长|降低|上升|改善|优化)$|(?<=\p{Script=Han}{2})中$/u
const BUILDING = /(?<=[院区楼站馆心位点舍房])建设$|(?:专项)?(?<!发展)(?:计划|行动)$/u

export function withoutTrend(words: Words): Words {
  return sliceWords(words, 0, words.view.replace(TREND, '').length)
}

/** 建档率 as the subject of a later 使用率 gives what both are of. */
const RATE =
  /(?<=\p{Script=Han}{2})(?:(?:集中|规范|系统|健康|电子)*(?:管理|服务|建档|签约|筛查|接种|检测|覆盖|报告|治疗|随访|使用|登记|预约|诊断|服药|达标|建成|发现|救治))率$/u

/** What a measure was taken of, for another measure of it. */
export function measuredBy(words: Words): Words {
  const subject = asSubject(words)
  return sliceWords(subject, 0, subject.view.replace(RATE, '').length)
}

/** The building in the words of a row: 县医院新院区|规划床位. */
export function projectIn(words: Words): Words {
  return sliceWords(
    words,
    0,
    /^.{2,}(?:[一二三四]期|项目|工程|院区|新院|分院|楼|[迁扩]建|改造|新址|医院|中心)/u.exec(words.view)?.[0]
      .length ?? 0,
  )
}

/** The words as the subject of a later clause that names none itself. */
export function asSubject(words: Words): Words {
  const led = trimLead(
    sliceWords(
      words,
      /^(?:[^的]*\d(?:亿|万)*(?:元|平方米)的(?=.{4,}$)|完善|健全|优化|\d+[个家所](?!\d))*/u.exec(
        words.view,
      )?.[0].length ?? 0,
    ),
  )
  const deed = (MEETING.exec(led.view) ?? DEED_AT_HEAD.exec(led.view))?.[0].length ?? 0
  const bare = trimLead(sliceWords(led, deed))
  const unmeasured = bare.view
    .replace(TREND, '')
    .replace(MEASURED, '')
    .replace(STATED, '')
    .replace(BUILDING, '')
  if (unmeasured.length < bare.view.length) return sliceWords(bare, 0, unmeasured.length)
  return sliceWords(bare, 0, SUBJECT.exec(bare.view)?.[0].length ?? bare.view.length)
}
