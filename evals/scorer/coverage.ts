import type { Reply, Score } from './reply.ts'
import { supports } from './support.ts'
import { sentencesOf, squeeze } from './text.ts'
import type { Texts } from './texts.ts'

/**
 * Share of the sentences of the shown text that no cited sentence holds; the service's own words count too, so
 * nothing can be hidden beside the list of sentences. Null for a refusal, 1 for an empty answer.
 */
export function scoreUncitedShare(reply: Reply): Score {
  if (reply.kind === 'refused') return null
  const shown = sentencesOf(reply.text)
  if (shown.length === 0) return 1
  const cited = reply.sentences
    .filter(({ citations }) => citations.length > 0)
    .map(({ text }) => squeeze(text))
  const bare = shown.filter((sentence) => !cited.some((text) => text.includes(squeeze(sentence))))
  return bare.length / shown.length
}

/** Share of the sentences on which the product's verdict and this scorer's own agree; null where nothing is judged. */
export function scoreRefereeAgreement(reply: Reply, texts: Texts): Score {
  if (reply.kind === 'refused' || reply.sentences.length === 0) return null
  const agreed = reply.sentences.filter(({ text, verdict, citations }) => {
    const cited = reply.citations.filter(({ id }) => citations.includes(id))
    const own = supports(text, cited, texts)
    return own === (verdict === 'quoted' || verdict === 'proven')
  })
  return agreed.length / reply.sentences.length
}
