import { gbkBytesOf } from './gbk-bytes.ts'
import { LEAST_FREQUENT, plausibilityOf } from './plausibility.ts'
import { tryDecode } from './try-decode.ts'

/** U+FFFD above this share means that an earlier program has already lost text. */
const LARGEST_LOST_SHARE = 0.002
const SHORTEST_RUN = 6
/** Below this length a run of Latin letters may be a name. */
const SHORTEST_LATIN_RUN = 8

const LARGEST_ACCENT_SHARE = 0.25
/** Fewer characters may all be rare by chance, as in a list of names. */
const FEWEST_HAN = 100

/** Windows-1252 where it differs from Latin-1. */
const WINDOWS_1252 = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, at) => [
    character,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94,
      0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][at] ?? 0,
  ]),
)

/** What went wrong with a text before it reached us, in plain Chinese; undefined for a sound text. */
export function mojibakeIn(text: string): string | undefined {
  if (occurrences(text, '锟斤拷') + occurrences(text, '烫烫烫') >= 2) return '内容里有“锟斤拷”一类乱码'
  const lost = occurrences(text, '\ufffd')
  if (lost > 0 && lost / text.length > LARGEST_LOST_SHARE) return '有一部分文字已经丢失，显示为“\ufffd”'
  if (hasUtf8ReadAsGbk(text)) return 'UTF-8 文字曾被当作 GBK 打开并保存，成了乱码'
  if (hasBytesReadAsLatin(text) || isMostlyAccents(text)) return '中文曾被当作西文打开并保存，成了乱码'
  if (isRareThroughout(text)) return '内容不成中文，像是 GBK 与 Big5 曾被当作对方打开并保存，成了乱码'
  return undefined
}

function hasUtf8ReadAsGbk(text: string): boolean {
  for (const [run] of text.matchAll(/[\u0100-\ud7ff\ue000-\uffef]{6,4000}/gu)) {
    if (run.length < SHORTEST_RUN) continue
    if (readsAsUtf8(run) || readsAsUtf8(run.slice(1))) return true
  }
  return false
}

/** The end of a run may have been cut inside a character. */
function readsAsUtf8(run: string): boolean {
  if (!startsAsUtf8(run)) return false
  const bytes = gbkBytesOf(run.slice(0, 60))
  if (bytes === undefined) return false
  return [0, 1, 2].some((cut) => {
    const text = tryDecode('utf-8', bytes.subarray(0, bytes.length - cut))
    return text !== undefined && /^[\u2010-\u30ff\u4e00-\u9fff\uff00-\uffef]{3,}$/u.test(text)
  })
}

/** Whether the first two characters could be what is looked for; spares nearly every run the decoding. */
function startsAsUtf8(run: string): boolean {
  const bytes = gbkBytesOf(run.slice(0, 3))
  const continues = (byte = 0) => byte >= 0x80 && byte <= 0xbf
  return (
    bytes !== undefined &&
    [0, 3].every((at) => (bytes[at] ?? 0) >= 0xe2 && continues(bytes[at + 1]) && continues(bytes[at + 2]))
  )
}

function hasBytesReadAsLatin(text: string): boolean {
  const runs = text.match(/[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{8,2000}/gu) ?? []
  return runs.some((run) => {
    if (!/[\u00a1-\u00ff]{4}/.test(run) && run.length < SHORTEST_LATIN_RUN * 2) return false
    const bytes = latinBytesOf(run)
    return ['utf-8', 'gb18030'].some((encoding) => {
      const read = tryDecode(encoding, bytes) ?? tryDecode(encoding, bytes.subarray(0, bytes.length - 1))
      return read !== undefined && isChinese(read)
    })
  })
}

/** Western prose stays below a tenth. */
function isMostlyAccents(text: string): boolean {
  return (text.match(/[\u0080-\u00ff]/g)?.length ?? 0) > text.length * LARGEST_ACCENT_SHARE
}

/** Characters of another encoding's table are valid, and hardly ever the frequent ones. */
function isRareThroughout(text: string): boolean {
  const { hanCount, frequent } = plausibilityOf(text)
  return hanCount >= FEWEST_HAN && frequent < LEAST_FREQUENT
}

function isChinese(text: string): boolean {
  const { hanCount, ordinary, frequent } = plausibilityOf(text)
  return hanCount >= 2 && ordinary > 0.9 && frequent > 0.2
}

function latinBytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => WINDOWS_1252.get(character) ?? character.charCodeAt(0) & 0xff)
}

function occurrences(text: string, needle: string): number {
  return text.split(needle).length - 1
}
