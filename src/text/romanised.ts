import { pinyin } from 'pinyin-pro'

/** Spellings that are no plain pinyin. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['陕西', 'shaanxi'],
  ['内蒙古', 'innermongolia'],
  ['西藏', 'tibet'],
  ['哈尔滨', 'harbin'],
  ['乌鲁木齐', 'urumqi'],
  ['呼和浩特', 'hohhot'],
  ['拉萨', 'lhasa'],
  ['香港', 'hongkong'],
  ['澳门', 'macau'],
  ['厦门', 'xiamen'],
  ['重庆', 'chongqing'],
  ['六安', 'luan'],
  ['蚌埠', 'bengbu'],
  ['丽水', 'lishui'],
])

/** A Chinese place name as English writes it, letters alone: 青岛 → qingdao. */
export function romanised(name: string): string {
  return USUAL.get(name) ?? letters(pinyin(name, { toneType: 'none', type: 'array', v: true }).join(''))
}

/** The letters of a name, so that Ma'anshan, Lüliang and Hai'an are found: ü is written v. */
export function letters(name: string): string {
  return name
    .toLowerCase()
    .replace(/ü/gu, 'v')
    .normalize('NFD')
    .replace(/[^a-z]/gu, '')
}
