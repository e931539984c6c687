const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu
/** What XML cannot hold, what nobody sees, and what turns the direction of reading: a figure must not read backwards. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu

/** Text as every reader can keep it: line ends made one kind, unprintable characters named as 〔U+0007〕. */
export function visible(text: string): string {
  return text.replace(LINE_END, '\n').replace(UNSEEN, nameOf)
}

/** Whether `visible` has to name a character. */
export function holdsUnseen(text: string): boolean {
  return text.replace(LINE_END, '\n').search(UNSEEN) !== -1
}

function nameOf(character: string): string {
  return `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`
}
