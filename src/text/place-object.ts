import type { Range } from '../corpus/index.ts'

/** What is done to or learnt from another place, or taken from its papers. */
const IN_FRONT =
  /(?:对口(?:支援|帮扶|合作|协作|支持)|支援|援建|援助|帮扶|结对|学习(?:借鉴)?|借鉴|取经|考察|参照|对标|赴|(?:根据|按照|依据|落实|贯彻|转发)《)$/u
/** 去某市考察, 与某县结对: only what follows tells. */
const TOWARDS = /(?:向|去|到|与|和|跟|同|从)$/u
const BEHIND =
  /^[省市区县]?(?:的)?(?:人民医院|县医院|医院)?(?:学习|取经|考察|调研|交流|派驻|派出|选派|派|结对|开展(?:合作|协作|交流)|签(?:订|约)|协作|引进)/u

/** Whether a text names a place as one that is helped, visited or learnt from, and not as its own. */
export function isPlaceObject(view: string, { start, end }: Range): boolean {
  const before = view.slice(Math.max(0, start - 8), start)
  return IN_FRONT.test(before) || (TOWARDS.test(before) && BEHIND.test(view.slice(end, end + 10)))
}
