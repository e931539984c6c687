import { withoutMarks } from './sentence.ts'
import { STOPS } from './taken-back.ts'

/** How a head turns round what stands under it: such items are nothing that a plan sets out to do. */
export type Turn =
  | 'forbidden'
  | 'withdrawn'
  | 'undecided'
  | 'complaint'
  | 'untrue'
  | 'imagined'
  | 'reported'
  | 'elsewhere'
  | 'qualified'

interface Kind {
  readonly turn: Turn
  /** Heads that say so whatever follows. */
  readonly label?: RegExp
  /** Headings that treat of a thing instead of naming it: 解决突出问题. They head measures. */
  readonly except?: RegExp
  /** Words that say so in a head that leads over to a list. */
  readonly lead?: RegExp
  /** The same, where the head says that its list follows: 以下. */
  readonly points?: RegExp
  /** Words by which a sentence says so itself. */
  readonly said: RegExp
}

const NUMBERED =
  /^(?:附件\d*[:：、]?|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.、)．]|[①-⑳])\s*/u
const POINTS = /以下|下列|如下/u
const LIST_NOUN = '(?:清单|目录|名单|名录|一览表?|项目|任务|指标|事项|行为|情形|活动|意见|提案|议案|议题)'
const LISTS = new RegExp(`${LIST_NOUN}(?:[(（][^()（）]*[)）])?$`, 'u')
const BOUND = '(?:低于|少于|小于|高于|多于|大于|超过|迟于|晚于)'
const FORBIDS = `严禁|禁止|不准|不许|不允许|杜绝|不能|不得(?!${BOUND})|不可(?!少|或缺)`
const UNDONE = '(?:完成|实施|启动|通过|落实|列入|纳入|开工|实现|批准|采纳)'
const WITHDRAWS = `不再|暂不|不予|${STOPS}|失效|剔除|删除|退出|否决|驳回|尚未|未(?:能|予)?${UNDONE}`
/** Takes trouble, or what is proposed, as something to be dealt with. */
const TREATED =
  /解决|整改|破解|补|化解|防范|防治|应对|导向|治理|排查|处理|办[理好复]|答复|落实|采纳|消除|克服|攻克|聚焦|针对|围绕|缓解|整治|回应|征集|听取/u
const TROUBLE = '(?:困难|问题|不足|短板|弱项|差距|薄弱环节|矛盾|风险|隐患|挑战|难点|堵点)'
const NAMED_TROUBLE = '(?:困难|问题|不足|短板)'
/** What was in force before. */
const FORMER =
  '[原旧](?:规定|条文|条款|文|标准|办法|政策|版本?)|(?:现行|目前)?.{0,4}(?:修[订改正]|调整|变更|改革|整改|改造|合并)[之以]?前(?:的?(?:规定|条文|条款|标准|情况|内容))?|(?:历史)?沿革'
const NUMBER = '[一二三四五六七八九十\\d]'
const PROPOSED = '建议|备选|候选|拟议|待[定议批]|可选|待研究|设想|请求|提请|恳请|意向'

const KINDS: readonly Kind[] = [
  {
    turn: 'forbidden',
    label: /^(?:严格)?(?:禁止|严禁|不得|不准|不许)(?:性|有)?的?(?:内容|做法|条款)?$|(?:负面|禁止|红线)清单$/u,
    except: /打击|查处|整治|治理|排查/u,
    lead: new RegExp(`${FORBIDS}|违法|违规`, 'u'),
    points: new RegExp(FORBIDS, 'u'),
    said: /严禁|禁止|不得|不准|不许|不可|不能|打击|查处|整治|防止|杜绝|违/u,
  },
  {
    turn: 'withdrawn',
    label: new RegExp(`^${NUMBER}?(?:${FORMER})$`, 'u'),
    lead: new RegExp(WITHDRAWS, 'u'),
    said: new RegExp(`${WITHDRAWS}|原|曾|旧|[订改正整更革并造]前|沿革`, 'u'),
  },
  {
    turn: 'undecided',
    label: new RegExp(
      `(?:方案|选项|设想)[一二三四五六七八九十甲乙丙丁\\da-d]$|[高中低备用]方案|讨论事项|议题|第[一二三四五]种(?:方案|意见|观点)|${PROPOSED}|征求意见(?:稿|事项|[)）]|$)|储备项目|草拟|^拟|拟(?:于|建|实施|开展|研究|申报)`,
      'u',
    ),
    except: TREATED,
    said: new RegExp(`${PROPOSED}|拟|储备|方案|选项|意见|观点`, 'u'),
  },
  {
    turn: 'complaint',
    label: new RegExp(
      [
        `^(?:当前|目前|现阶段|工作中?|主要|突出|一些|仍然?|尚|还|依然|我[省市县区]|全[省市县区]|存在|面临|遇到|发现|的)*${TROUBLE}(?:(?:和|与|及|以及|、)(?:存在的?|主要|突出|面临的?)*${TROUBLE})*(?:清单|情况|分析)?$`,
        `(?:存在|面临|遇到|主要|突出)[^,，]{0,6}(?:${NAMED_TROUBLE}|挑战)`,
        `${NAMED_TROUBLE}(?:[和与及、][^,，]{0,6})?(?:如下)?(?:[(（][^()（）]*[)）])?${NUMBER}*$`,
      ].join('|'),
      'u',
    ),
    except: TREATED,
    points: /问题|行为|情形|现象|乱象|隐患|违规|违法|不良/u,
    said: /困难|问题|短板|存在|面临|不(?!断|同|仅|少于|低于|超过)|薄弱|滞后|偏[低高紧少弱慢多大]|短缺|缺[乏口少]|难|未|矛盾|风险|隐患|违|虚报|套取|闲置|拖欠|侵占|挪用|较[低慢少弱]|严禁|禁止|打击|查处|整治|防止|杜绝/u,
  },
  {
    turn: 'untrue',
    label: new RegExp(
      `(?:误区|谣言|传言|流言|不实(?:信息|言论|说法)|错误(?:做法|认识|观点|理解|示范|说法)|不当(?:做法|行为)|不符合要求的(?:做法|情形)|反面(?:典型|教材|案例))(?:${NUMBER}|如下)*$`,
      'u',
    ),
    except: TREATED,
    said: /误区|谣言|传言|流言|不实|错误|不当|不符合|反面|澄清|辟谣/u,
  },
  {
    turn: 'imagined',
    label: new RegExp(
      `(?:演练|模拟|假[设定想]|虚拟)的?(?:情景|场景|脚本|背景|科目|案例|想定)|(?:情景|想定)(?:设[定置]|构建|${NUMBER})*$|(?:示|样|范|举)例(?:${NUMBER}|如下)*$|(?:样[本表稿张]|范[本文]|例[文题])$|最坏(?:情况|情形)|(?:风险|灾害|趋势)预测$`,
      'u',
    ),
    said: /演练|模拟|假[设定想]|虚拟|情景|想定|[示样范举]例|样[本表稿张]|范[本文]|例[文题]|最坏|预测/u,
  },
  {
    turn: 'reported',
    lead: /(?:诉求|投诉|举报|信访|留言|来信|来电|反映|诉称|辩称|发言|质询|诉讼请求|原告请求|承诺|账面记载|[上自]报(?:数据|数字)?|(?:反对|少数|不同|单位|部门|当事人|申请人|个人)意见|^提?问|^(?:判断|选择|填空|试)题)(?:内容|事项|问题|情况|人)?[称说]?$/u,
    except: /办[理好复]|答复|畅通|受理|处理|查处|回应|解决|渠道/u,
    said: /承诺|账面|上报|自报|问|题|诉求|投诉|举报|信访|留言|来信|来电|反映|诉称|辩称|发言|质询|请求|意见|要求|认为|称|建议/u,
  },
  {
    turn: 'elsewhere',
    label:
      /外地|外省|外市|国外|境外|先进地区|兄弟(?:省|市|县|区|单位)|典型案例|经验(?:做法)?(?:介绍|交流|借鉴)?$/u,
    except: /推广/u,
    said: /外地|外省|外市|国外|境外|先进地区|兄弟|典型|经验/u,
  },
  {
    turn: 'qualified',
    label:
      /(?:扣分|加分|评分|考评|考核)(?:项目?|标准|细则)$|(?:准入|退出|申报|申请|办理|受理|享受|认定|启动|报名)(?:条件|标准)$/u,
    except: TREATED,
    lead: /(?:情形|条件)$/u,
    points: new RegExp(
      `(?:符合|具备|满足|有|具有|出现|存在)(?:以下|下列)[^,，]{0,12}(?:条件|情形|情况)|除外|例外|可以|可不|自愿|自行|鼓励|参照|仅|只[有限对]|不(?!断)|${BOUND}`,
      'u',
    ),
    said: /条件|情形|情况|标准|细则|[扣加得评]\d*\.?\d*分|除外|例外|可以|可不|自愿|自行|鼓励|参照|仅|只[有限对]/u,
  },
]

/**
 * What a head, or words that lead over to a list, do to what stands under them; empty when they leave it as it is.
 * @param head in normalised text, with or without its number; a colon at its end says that a list follows
 */
export function turnsOf(head: string): readonly Turn[] {
  const numberless = head.replace(NUMBERED, '').trim()
  const words = withoutMarks(numberless)
  const clauses = words.split(/[,，]/u)
  const last = clauses.at(-1) ?? words
  const pointing = clauses.filter((clause) => POINTS.test(clause))
  const isList = pointing.length > 0 || /[:：]$/u.test(numberless) || LISTS.test(words)
  return KINDS.filter(({ label, except, lead, points }) => {
    if (points !== undefined && pointing.some((clause) => points.test(clause))) return true
    const isTreated = except?.test(last) === true
    return !isTreated && (label?.test(last) === true || (isList && lead?.test(last) === true))
  }).map(({ turn }) => turn)
}

/** The first of them, which rules. */
export function turnOf(head: string): Turn | null {
  return turnsOf(head)[0] ?? null
}

/** Whether a sentence says by itself how a head turns it round: 严禁出租科室, under 严禁下列行为. */
export function saysTurn(turn: Turn, sentence: string): boolean {
  return KINDS.some((kind) => kind.turn === turn && kind.said.test(sentence))
}
