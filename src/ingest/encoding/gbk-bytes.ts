let codes: ReadonlyMap<string, number> | undefined

/** The two-byte GBK code of each character, made from the decoder itself because the platform has no encoder. */
function gbkCodes(): ReadonlyMap<string, number> {
  if (codes !== undefined) return codes
  const decoder = new TextDecoder('gb18030')
  const made = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && character !== '\ufffd' && !made.has(character))
        made.set(character, (lead << 8) | trail)
    }
  }
  codes = made
  return made
}

/** GBK bytes of a text, or undefined when a character has no two-byte code. */
export function gbkBytesOf(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const code = codePoint < 0x80 ? codePoint : gbkCodes().get(character)
    if (code === undefined) return undefined
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Uint8Array.from(bytes)
}
