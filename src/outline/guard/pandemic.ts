import { PANDEMIC_MEASURES, PANDEMIC_MEASURES_THEN, PANDEMIC_UNTIL, PANDEMIC_WORDS } from './dated-words.ts'
import { type Find, matchesIn, type Watch } from './find.ts'

const NOTE = '涉疫措施，2023年1月8日起已不再实施（国家卫生健康委公告2022年第7号）'

/** Words of screening that every disease has: meant so in plans of those years, and later beside what tells of that one. */
const PANDEMIC_BESIDE = /[应愿]检尽检|(?:人、?物|人物环境)[^，,。；;]{0,6}同防|密切接触者|封闭管理/gu
/** Wards that are kept up: looked at where that disease is spoken of. */
const FEVER_WARDS = /发热(?:门诊|诊室|病人)/gu
const TELLS_OF_PANDEMIC =
  /新冠|核酸|疫情防控|外防|内防|隔离|流调|封控|管控区|健康码|口岸|入境|冷链|方舱|清零|密接|早发现|哨点/u
/** Where another disease is spoken of, it is that one. */
const ANOTHER_DISEASE =
  /结核|艾滋|梅毒|乙肝|麻风|新生儿|听力|两癌|宫颈癌|乳腺癌|职业病|禽流感|布病|鼠疫|登革热|手足口|麻疹/u

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
