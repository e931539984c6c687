import { normalisedView } from '../../corpus/index.ts'
import { withoutUnseen } from './plain-view.ts'

/** Numbers in brackets that claim to be references; ours are issued by code alone. */
const MARKER = /[[［【〔]\s*\^?(?:\d{1,3}|[a-z]{0,4}\d{1,3})(?:\s*[,，、;；—-]\s*\d{1,3})*\s*[\]］】〕]/giu
/** The number of the item a sentence was copied from. */
const ITEM_NUMBER =
  /^(?:\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、)\s*(?=\p{Script=Han})/u
const LINK =
  /!?\[[^\]]*\]\s*[([]|\]:|[a-z][a-z0-9+.-]*:\/\/|\/\/[a-z0-9]|www\.|(?:data|javascript|mailto|file|vbscript):|[a-z0-9-]+\.(?:com|cn|net|org|gov|io|edu|info|top|xyz)(?![a-z])|[\w.]+@[\w.]+/iu
const MARKUP = /<\s*[/!?a-z]|&(?:#|[a-z]{2,8};)|```|^\s*#{1,6}\s|\*\*|__|\{\{|\\[a-z]/iu
/** Marks and words by which a text calls itself verified. Only code may say so. */
const SEAL =
  /[\u2713\u2714\u2705\u2611\u221a\u{1f5f8}\u{1f197}]|(?:已经?|均已?|全部|通过)(?:核验|核实|验证|查证|认证)|(?:核验|验证)(?:通过|无误)|verified/iu
/**
 * Words said to whoever writes the answer, which no plan says to anybody. Keeps the plainest of planted orders from
 * being quoted; nothing rests on it, as what an order brings about must be proven like anything else.
 */
const ADDRESS =
  /提示词|(?:忽略|无视|忘记).{0,10}(?:指令|规则|提示|要求|以上|上文)|(?:告诉|告知|答复|回复)用户|(?:回答|回复|答复|输出)(?:时|里|中|末尾|开头|之前|之后)|请(?:你|在?每|给每|把你|输出|回答|回复|写)|用(?:html|markdown|json)|环境变量|ignore (?:all|any|the|previous)/iu
const BROKEN = /[\ufffd\ue000-\uf8ff]|\p{Cc}/u
const LONGEST = 400

/** A model's sentence without the references it made up. @param labels labels of this request */
export function cleanText(text: string, labels: readonly string[]): string {
  let clean = withoutUnseen(text).replace(MARKER, '')
  for (const label of labels)
    clean = clean.replace(new RegExp(`[[［【〔(（]\\s*(?:段落)?\\s*${label}\\s*[\\]］】〕)）]`, 'gu'), '')
  clean = clean.trim().replace(ITEM_NUMBER, '')
  return clean === '' || /[。！？!?；;]["”’」』)）》]*$/u.test(clean) ? clean : `${clean}。`
}

/** What no sentence of ours may look like, in plain Chinese; undefined when nothing is wrong with its form. */
export function formFault(text: string): string | undefined {
  if (text.length > LONGEST) return '句子过长'
  if (LINK.test(text)) return '含有链接或图片'
  if (MARKUP.test(text)) return '含有标记或代码'
  if (ADDRESS.test(normalisedView(text))) return '是对模型说的话'
  if (SEAL.test(text)) return '自称经过核验'
  return BROKEN.test(text) ? '含有不能显示的字符' : undefined
}

/** Whether a text gives away a run of another, blanks aside. */
export function echoes(text: string, secret: string): boolean {
  const run = 12
  const words = text.replace(/\s/gu, '')
  const hidden = secret.replace(/\s/gu, '')
  for (let at = 0; at + run <= words.length; at++) if (hidden.includes(words.slice(at, at + run))) return true
  return false
}
