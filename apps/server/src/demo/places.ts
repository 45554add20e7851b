import { readFileSync } from 'node:fs'
import type { Id, SchoolType, TeachingLanguage, Trilingual } from '@academy/contract'
import { addPlaces, newPlace } from '../places/index.ts'
import type { Filling, StepStore } from './filling.ts'

interface District {
  okrugs: { center: string; name: Trilingual; kato: string | null }[]
  villages: { name: Trilingual; kato: string | null; okrug: string | null }[]
  schools: {
    village: string
    number: number | null
    type: SchoolType
    isSmall: boolean
    languages: TeachingLanguage[]
    support: string | null
  }[]
}

const read = () => JSON.parse(readFileSync(new URL('./villages.json', import.meta.url), 'utf8')) as District

/** Schools by their village's Kazakh name and number, such as `Талапкер 1` or `Тасты`. */
export type DemoSchools = ReadonlyMap<string, Id>

const keyOf = (village: string, number: number | null) => (number === null ? village : `${village} ${number}`)

const shortName = (village: Trilingual, number: number | null): Trilingual => ({
  kk: `${village.kk} ауылының ${number === null ? '' : `№ ${number} `}мектебі`,
  ru: `Школа ${number === null ? '' : `№ ${number} `}села ${village.ru}`,
  en: `${village.en} village school${number === null ? '' : ` No. ${number}`}`,
})

const officialName = (village: Trilingual, number: number | null): Trilingual => {
  const no = number === null ? '' : `№ ${number} `
  return {
    kk: `${village.kk} ауылының ${no}жалпы білім беретін мектебі (демо)`,
    ru: `Общеобразовательная школа ${no}села ${village.ru} (демо)`,
    en: `${village.en} village general school${number === null ? '' : ` No. ${number}`} (demo)`,
  }
}

/** Okrugs, villages and schools below the given district. Villages are real; okrugs and schools are marked as demo. */
export async function fillPlaces(
  db: StepStore,
  { idOf }: Pick<Filling, 'idOf'>,
  district: { id: Id; path: readonly Id[] },
  at: Date,
): Promise<DemoSchools> {
  const { okrugs, villages, schools } = read()
  const common = { school: null, demo: false, at }
  const okrugRows = okrugs.map(({ center, name, kato }) =>
    newPlace(
      { ...common, id: idOf(`okrug ${center}`), kind: 'okrug', parentId: district.id, name, kato, demo: true },
      district.path,
    ),
  )
  const villageRows = villages.map(({ name, kato, okrug }, n) => {
    const above = okrugRows[okrugs.findIndex(({ center }) => center === okrug)]
    const path = above?.path ?? district.path
    return newPlace(
      { ...common, id: idOf(`village ${n}`), kind: 'village', parentId: above?.id ?? district.id, name, kato },
      path,
    )
  })

  const ids = new Map(
    schools.map(({ village, number }) => keyOf(village, number)).map((key) => [key, idOf(`school ${key}`)]),
  )
  const schoolRows = schools.map(({ village, number, support, ...school }) => {
    const above = villageRows.find(({ name }) => name.kk === village)
    if (!above) throw new TypeError(`villages.json: no village ${village}`)
    const supportSchoolId = support ? (ids.get(keyOf(support, 1)) ?? ids.get(support) ?? null) : null
    return newPlace(
      {
        id: ids.get(keyOf(village, number)) as Id,
        kind: 'school',
        parentId: above.id,
        name: shortName(above.name, number),
        kato: null,
        demo: true,
        at,
        school: { ...school, officialName: officialName(above.name, number), supportSchoolId },
      },
      above.path,
    )
  })
  // Support schools before those that name them: a row may only point at one that is there.
  const inOrder = schoolRows.toSorted((a, b) => Number(!!a.supportSchoolId) - Number(!!b.supportSchoolId))
  await db.write((tx) => addPlaces(tx, [...okrugRows, ...villageRows, ...inOrder]))
  return ids
}
