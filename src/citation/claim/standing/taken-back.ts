/** Words by which a text takes back, puts off or denies what it has just said. */
const BACK =
  '(?:暂缓|缓建|缓办|停建|取消|终止|中止|停止|撤销|作废|废止|搁置|叫停|暂停|推迟|失效|不再|不予|暂不|未予|未获|未被|未能|尚未|不属实|失实|不实|属误|系误|没有依据|无依据)'
/** What may stand behind them without being what is given up. */
const REST =
  '(?:采纳|采用|支持|批准|通过|实施|施行|执行|推进|建设|办理|考核|开展|进行|安排|列入|保留|落实|完成|实现|启动|开工|有效|适用|了|处理|论证)*'
/** What points back to what was said, and says nothing else. */
const LEADS = [
  '但|后来?|现|今|已|均|全部|一律|予以|将|亦|也|又|再|目前|随后|最终|同时|暂时|原则上|决定|确定|一并|本年度?|今年|年内|\\d{4}年\\d{0,2}月?(?:起|底)?',
  '(?:此|该|上述|以上|前述|这|本|其|有关|相关|原)(?:[一两几]?[项个类条些])?[^,。]{0,8}?',
  '(?:因|由于|经|根据|按照|鉴于)[^,。]{1,16}?',
  '(?:我|本|全|省|市|县|区|州|国家|上级)?(?:省|市|县|区|州|旗|局|委|政府|里|部门){0,4}',
].join('|')
const ENDS = new RegExp(`^(?:${LEADS})*${BACK}${REST}$`, 'u')
/** Of sentences told by others: whoever does it, it is not taken over. */
const DENIED =
  /(?:不予(?:采纳|采用|支持|认可|通过|批准)|不属实|失实|不实|没有依据|无依据|未(?:予|被|获)?(?:采纳|通过|批准)|系谣言|为谣言|属谣言|不成立)$/u
const MARK = new RegExp(`${BACK}|待[定批议]|未(?:开工|实施|完成|启动|批)|(?:拟|备选|建议|除外)`, 'u')
const POINTING = /^(?:(?:但|其中)?(?:以上|上述|前述|此|该|这|本(?=[项条款]))(?!外|次|着))/u
const POINTING_ALL = /^(?:以上|上述|前述)/u
const ANY_BACK = new RegExp(BACK, 'u')

/** Whether a clause says of those in front of it that they do not hold. */
export function takesBack(clause: string): boolean {
  const words = bare(clause)
  return ENDS.test(words) || DENIED.test(words)
}

/** What brackets say of the words in front: (暂缓). */
export function bracketsBack(words: string): string | undefined {
  const [, inside] = /\(([^()]{1,24})\)/u.exec(words) ?? []
  return inside !== undefined && MARK.test(inside) && !/\d/u.test(inside) ? inside : undefined
}

/** Whether a sentence behind takes the one in front of it back. */
export function pointsBack(sentence: string): boolean {
  const clauses = bare(sentence).split(',')
  const isPointing = clauses.some((clause) => POINTING.test(clause) || /^[经后因]/u.test(clause))
  return (
    pointsBackAtAll(sentence) ||
    ENDS.test(clauses[0] ?? '') ||
    (isPointing && clauses.some((clause) => ENDS.test(clause) || DENIED.test(clause)))
  )
}

/** Whether a later paragraph takes back all that stands above it. */
export function pointsBackAtAll(paragraph: string): boolean {
  return POINTING_ALL.test(paragraph) && ANY_BACK.test(paragraph.split(/[。;]/u)[0] ?? '')
}

function bare(words: string): string {
  return words.trim().replace(/[。;!?,\s]+$/u, '')
}

/** What somebody says, whom the text does not speak for. */
const HEARSAY =
  /^(?:但|也|另|此外)?(?:(?:有|一些|部分|个别|少数|不少|许多)(?:的)?(?:观点|意见|说法|声音|舆论|网友|网民|群众|市民|村民|居民|患者|家属|媒体|专家|人士|人|企业|代表|委员|单位|同志)[^,]{0,6}|(?:网友|网民|群众|市民|村民|居民|患者|家属|社会)[^,]{0,4}(?:反映|认为|称|说|质疑|传言|举报|投诉|建议|呼吁)|据(?:反映|称|说|传|举报)|(?:网|坊间|民间|外界)[^,]{0,4}[传称说]|传言|传闻|谣传)[^,]{0,6}$/u
/** What has to be there first; 指出问题后 only says what came first. */
const CONDITION =
  /(?:到位|批[准复]|获[批准]|同意|核准|许可|审[批核查议定]|备案|通过|落实|成熟|具备|验收|论证|评[审估]|立项|签[约订]|竣工|建成|完成|达标|取得|下达|允许|明确|确定|启动)之?后$|(?:前提|条件|情况)之?下$|的话$|^(?:如(?!期|下)|若(?!干)|一旦|假如|假设|倘若?|待|视[^,]{1,12}情况)/u

/** Whether a clause says of those in front of it under what condition they hold. */
export function isProviso(clause: string): boolean {
  return /^(?:以[^,]{2,20}为(?:前提|条件|限)|前提是|视[^,]{1,16}(?:而定|情况)|但?须经?[^,]{1,16}(?:批准|同意))/u.test(
    bare(clause),
  )
}

export function isHearsay(clause: string): boolean {
  return HEARSAY.test(bare(clause).replace(/[:,]$/u, ''))
}

/** Whether a clause says under what condition the following ones hold. */
export function isConditional(clause: string): boolean {
  return CONDITION.test(bare(clause))
}
