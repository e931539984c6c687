/** Endings of the names of bodies that issue plans. */
const BODY_END =
  '(?:卫生(?:和)?(?:健康|计划生育|计生)(?:委员会|委|局)|卫健[委局]|人民政府|(?:党|市|区|县|省|州|旗|镇|乡|工|盟)委|党组|党工委|党总支|党支部|委员会|管委会|街道办事处|[厅局署]|领导小组|指挥部|联席会议|专班|卫生院|卫生室|医院|保健院|防治[院所]|监督所|血站|(?:服务|控制|急救|指挥|临床|保健|医疗|卫生|管理|健康|疾控|发展|保障|监督|促进|检测)中心|医共体|医疗集团|协会|学会|总队|支队|兵团|第[一二三四五六七八九十百\\d]{1,4}师|秘书处)'
const OFFICE = '(?:(?:综合|秘书)?办公[厅室]|(?:政务|爱卫|医改)办|秘书处|党组|党委)'
const BODY = `(?:中共)?\\p{Script=Han}[\\p{Script=Han}\\d()“”]{0,28}?${BODY_END}(?:\\((?!盖章|公章|代章)[\\p{Script=Han}]{2,14}\\))?${OFFICE}?`

/** Where the seal goes: no part of the name. */
export const SEAL = '\\s*\\((?:盖章|公章|代章|章|印章)\\)'

/** One body's name at the start of a text. */
export const BODY_NAME = new RegExp(`^${BODY}`, 'u')
/** A line of nothing but names of bodies. */
export const SIGNATURE = new RegExp(`^(?:${BODY})(?:[\\s、]+${BODY})*(?:${SEAL})?$`, 'u')
