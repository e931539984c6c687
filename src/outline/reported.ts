const RESULT =
  '突破|累计|达到?|实现|完成|建成|获评|获批|荣获|获得|获|位居|位列|居|增长|提高|提升|下降|降至|增至|升至|新增|创成|通过|成功|投入|争取|引进|救治|接诊|开展|发生|未'
/** An earlier year, or an end that has passed, in front of what came of it. */
const IN_THE_PAST = new RegExp(
  `^(?:截至|截止|到|至)?(?:(?<year>(?:19|20)\\d{2})年(?:末|底|度)?|去年|上一?年(?:末|底|度)?|(?:截至|截止)(?:目前|现在|当前)|过去[一二三四五六七八九十]?年|近[一二三四五六七八九十]?年来?)(?!以来|[^，,。；;]{0,14}基础上)[^，,。；;]{0,24}?(?:已|均|共|首次)?(?:${RESULT})(?![^，,。；;]{0,12}的(?!\\d))`,
  'u',
)
/** 已 before a deed that is told as done; 已建成的 only names what is there. */
const ALREADY =
  /(?<![早而不业])已(?:经)?(?:累计|全部|基本|成功|顺利|初步|全面)*(?:建成|完成|达到?|实现|突破|覆盖|成立|启动|投入|增至|降至|获|创成|通过|开展|建立|形成)(?![^，,。；;]*的)/u
const TOWARDS_IT = /^(?:对|将|把|凡|如|若|确保|力争|争取|为|在)|[前后]$/u
/** What stands best among others was counted by others. */
const RANKED =
  /(?:均|连续[^，,。；;]{0,6})(?:居|位居|位列|列|保持在?|处于)[^，,。；;]{0,6}(?:全国|全省|全市|全区|前列|前茅|首位|第[一二三])/u
/** A result goes on being told with these. */
const FURTHER =
  /^(?:同比|比上?年|较上?年|增长|上升|下降|提高|降低|位居|位列|居|荣获|被评|获评|占比?|其中|累计|分别|达到?|均|首次|创[^，,。；;]{0,4}新高)/u

/** Whether a clause tells what came of an earlier year: a result, and no task. @param clause normalised, without blanks */
export function isReported(clause: string, sourceYear: number): boolean {
  const past = IN_THE_PAST.exec(clause)
  const year = past?.groups?.year
  if (past !== null && (year === undefined || Number(year) < sourceYear)) return true
  return (ALREADY.test(clause) && !TOWARDS_IT.test(clause)) || (RANKED.test(clause) && !aims(clause))
}

/** Whether a clause behind a reported one goes on with the report. */
export function goesOnReporting(clause: string): boolean {
  return FURTHER.test(clause) && !aims(clause)
}

function aims(clause: string): boolean {
  return /力争|争取|确保|实现|推动|努力|要|应|不低于|不少于|以上|以内/u.test(clause)
}
