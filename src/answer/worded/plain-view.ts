/** Characters that a person does not see and a model reads: blanks of no width, marks of direction, tags, selectors. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\ufff9-\ufffb]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/** A text as a model is given it: nothing unseen, and no angle brackets, of which our delimiters are made. */
export function plainView(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(CONTROL, '')
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replace(/[ \u3000\t]{3,}/gu, '  ')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

/** A text without what a person does not see. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '')
}
