/** How an English question asks, and the Chinese asking words for it. */
const ASKINGS: readonly (readonly [RegExp, string])[] = [
  [/\bwhy\b|\bfor what reason/u, '为什么'],
  [
    /\b(?:which|what) (?:cit|place|plan|document|district|count|province|region)\w*\b.*\b(?:mention|include|cover|refer|talk|set|propose|require)/u,
    '哪些地方的计划提到',
  ],
  [/\bwho (?:issue|publish|release)/u, '是谁印发的'],
  [/\bwhen (?:was|were|is) .*\b(?:issue|publish|release)/u, '是什么时候印发的'],
  [
    /\bwhen\b|\b(?:by|on|in|until|before) (?:what|which) (?:date|day|time|month|year|quarter)|\bwhat (?:is the )?(?:date|deadline)|\bdeadline\b|\b(?:which|what) (?:month|year)\b/u,
    '什么时候',
  ],
  [/\b(?:who|which \w+)\b.{0,12}\b(?:lead|chair|head)s?\b|\bled by (?:who|which)|\bchaired by/u, '由谁牵头'],
  [
    /\bwhom?\b|\b(?:which|what) (?:government |responsible |municipal )?(?:department|body|bodies|agency|agencies|unit|office|bureau|ministry|organi[sz]ation|division)s?\b|\bresponsible\b|\bin charge\b/u,
    '由哪个部门负责',
  ],
  [
    /\bhow much\b.{0,20}\b(?:money|fund|invest|subsid|spen[dt]|budget|yuan|rmb)|\bwhat (?:budget|funding|investment|subsidy)/u,
    '多少钱',
  ],
  [/\bhow (?:many|much|high|large|big|long|low|often|far)\b|\bnumber of\b/u, '多少'],
  [
    /^(?:and )?(?:is|are|does|do|did|will|would|can|has|have|was|were)\b|\bwhether\b|\b(?:is|are) there any\b/u,
    '有没有提到',
  ],
  [
    /\bwhat\b.*\b(?:targets?|goals?|rates?|share|ratio|percentage|proportion|figure|level|value|ceiling|cap|limit|amount|mortality|coverage|expectancy|literacy|number)\b|\bwhat (?:percent|share|proportion)|\btargets?\b|\bby how\b/u,
    '是多少',
  ],
  [/\bwhich\b|\bwhat\b|\blist\b|\bname\b/u, '有哪些'],
]

const COMPARED =
  /\bcompar|\bversus\b|\bvs\b|\bdiffer|\bhigher\b|\blower\b|\bmore\b.*\bthan\b|\bless\b.*\bthan\b|\bchange/u

/** Asks what came of it, and not what is planned. */
const RESULT =
  /\bactual|\bdid\b|\bachieved\b|^(?:has|was|were)\b|\b(?:how (?:many|much)|what)\b.*\b(?:were|was|has been|have been)\b/u

/** The Chinese asking words; empty when it does not ask in any known way. */
export function askingOf(question: string): { readonly words: string; readonly compares: boolean } {
  const said = question.toLowerCase()
  const words = ASKINGS.find(([pattern]) => pattern.test(said))?.[1] ?? '是多少'
  const isResult = RESULT.test(said) && words.endsWith('多少')
  return { words: isResult ? `实际${words}` : words, compares: COMPARED.test(said) }
}

/** Names of documents, whole phrases of the language of plans and numbers; they go before the glossary. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bthree[- ]year action plan\b/giu, '三年行动计划'],
  [/\bthree[- ]year\b(?=(?:\s+[\w/-]+){0,4}\s+plan\b)/giu, '三年行动计划'],
  [/\baction plan\b/giu, '行动计划'],
  [
    /\b(?:annual |yearly )?(?:work plan|work points|key work points|key points of work|annual plan)\b/giu,
    '工作要点',
  ],
  [/\b(?:15th|fifteenth)[- ]five[- ]year\b/giu, '十五五'],
  [/\b(?:14th|fourteenth)[- ]five[- ]year\b/giu, '十四五'],
  [/\b(?:13th|thirteenth)[- ]five[- ]year\b/giu, '十三五'],
  [
    /\bper (?:10,?000|ten thousand) (?:permanent )?(?:people|residents?|population|inhabitants|persons|head)\b/giu,
    '每万人口',
  ],
  [
    /\bper (?:1,?000|thousand) (?:permanent )?(?:people|residents?|population|inhabitants|persons|head)\b/giu,
    '每千人口',
  ],
  [/\bper (?:100,?000|hundred thousand)(?: (?:live births|people|residents?|population|births))?\b/giu, ' '],
  [/\b(?:aged? )?(\d+)(?: years? old)? (?:and|or) (?:over|above|older)\b/giu, '$1岁以上'],
  [/\b(?:aged |over )(\d{2})\b/giu, '$1岁以上'],
  [/\b(?:under|below) (?:the age of )?(?:3|three)\b/giu, '3岁以下'],
  [/\b(?:under|below)[- ](?:the age of )?(?:5|five)\b(?! mortality)/giu, '5岁以下'],
]

/** What stands behind these belongs to what stands before them; Chinese says it first. */
export const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'among', 'per'])

/** Words of English that build sentences, ask, or speak of planning; none says what is asked about. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `a an the of for in on at by to from with and or as per into within over under between among during until before after about
  is are was were be been being am do does did done will would shall should must can could may might has have had having
  it its this that these those there their they them he she we our us you your i my me one ones who whom whose which what when
  where why how many much any some all both each every other than more most less least not no if then so also too just only
  please tell give show say says said state states stated mention mentions mentioned according document documents list name
  plan plans planned planning target targets targeted goal goals aim aims aimed set sets setting expect expected intend intended
  want wants hope make makes made get gets got take takes have need needs needed require requires required reach reached reaching
  achieve achieved bring raise raised go goes put keep kept up out down off end ends date deadline time set aside call calls called
  compare compared comparison versus vs difference different differ higher lower same change changed number amount figure value
  responsible charge issued issue publishes published released cities city places place local percent department departments body
  bodies agency department agencies regard regarding concerning related work pursue maximum minimum limit ceiling cap whether
  find know money anything something receive receives received one two three four five six seven eight nine ten quantity level least most include includes included including ever actual actually like let yes what's`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)
