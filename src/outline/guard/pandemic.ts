import {
  ANOTHER_DISEASE,
  FEVER_WARDS,
  PANDEMIC_BESIDE,
  PANDEMIC_MEASURES,
  PANDEMIC_MEASURES_THEN,
  PANDEMIC_UNTIL,
  PANDEMIC_WORDS,
  TELLS_OF_PANDEMIC,
} from './dated-words.ts'
import { type Find, matchesIn, type Watch } from './find.ts'

const NOTE = '涉疫措施，2023年1月8日起已不再实施（国家卫生健康委公告2022年第7号）'

/** How far the words may stand from what tells which disease is meant. */
const NEAR = 60

function beside(watch: Watch, pattern: RegExp, isMeantAnyway: boolean) {
  const { view, range } = watch
  return matchesIn(watch, pattern).filter(({ start, end }) => {
    const words = view.slice(Math.max(range.start, start - NEAR), start)
    const near = `${words} ${view.slice(end, Math.min(range.end, end + NEAR))}`
    return (isMeantAnyway || TELLS_OF_PANDEMIC.test(near)) && !ANOTHER_DISEASE.test(near)
  })
}

/** Wording of the epidemic years. Measures that have ended are blanked once they have. */
export function pandemic(watch: Watch): readonly Find[] {
  const isOver = `${watch.draftYear}-12-31` > PANDEMIC_UNTIL
  const then = watch.sourceYear <= 2022 ? matchesIn(watch, PANDEMIC_MEASURES_THEN) : []
  const measures = [
    ...matchesIn(watch, PANDEMIC_MEASURES),
    ...then,
    ...beside(watch, PANDEMIC_BESIDE, watch.sourceYear <= 2022),
  ]
  const words =
    watch.sourceYear <= 2023
      ? [...matchesIn(watch, PANDEMIC_WORDS), ...beside(watch, FEVER_WARDS, false)]
      : matchesIn(watch, /新冠(?:病毒)?(?:肺炎|感染)?/gu)
  return [
    ...measures.map(({ start, end }) => ({
      start,
      end,
      flag: 'pandemic' as const,
      note: isOver ? NOTE : '涉疫措施，请按现行防控政策核对',
      blank: isOver ? ('涉疫内容待定' as const) : null,
      showsOld: false,
    })),
    ...words.map(({ start, end }) => ({
      start,
      end,
      flag: 'pandemic' as const,
      note: '涉疫表述，请核现行提法',
      blank: null,
      showsOld: false,
    })),
  ]
}
