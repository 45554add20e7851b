import { CONSENT_TEXT, type Id, newId } from '@academy/contract'
import fc from 'fast-check'

/** The parts of a valibot schema that say what fits it. */
interface Schema {
  type: string
  entries?: Record<string, Schema>
  item?: Schema
  wrapped?: Schema
  key?: Schema
  value?: Schema
  options?: readonly unknown[]
  literal?: unknown
  pipe?: readonly { type: string; requirement?: unknown }[]
}

const TEXTS = [
  'Қысқы жол',
  'мектептерімізде',
  'x',
  '"қос тырнақша" AND (NEAR/2 OR *) -"',
  "Robert'); drop table members;--",
  '100% _әр_ \\',
  '🧑‍🌾🇰🇿 e\u0301',
  '\u202Eкері\u2066',
  '<script>alert(1)</script>',
  '990101350012',
  '__proto__',
]

/** Ids for the input of that name. */
export type IdsFor = (name: string) => fc.Arbitrary<Id>

/** Texts of a given form, by the pattern that asks for it. */
const FORMS: { like: string; make: (ids: fc.Arbitrary<Id>) => fc.Arbitrary<string> }[] = [
  { like: '01ARZ3NDEKTSV4RRFFQ69G5FAV', make: (ids) => ids },
  { like: '123456', make: () => fc.constantFrom('000000', '123456') },
  { like: 'A'.repeat(22), make: () => fc.constantFrom('A'.repeat(22), `${'-'.repeat(21)}_`) },
  { like: CONSENT_TEXT, make: () => fc.constantFrom(CONSENT_TEXT, '1999-01') },
  { like: '710000000', make: () => fc.constant('710000000') },
  { like: '2026-11-20', make: () => fc.constantFrom('2026-11-20', '2026-02-30') },
  { like: 'biology', make: () => fc.constantFrom('biology', 'inquiry', 'no-such-thing', 'constructor') },
  { like: 'steps.0.text', make: () => fc.constantFrom('title', 'purpose', 'steps.0.text', 'steps.19.pupils') },
  { like: 'https://academy.example.kz/kk', make: () => fc.constantFrom('https://academy.example.kz/kk', 'http://x/') },
  { like: 'aigul.ulgi', make: () => fc.constantFrom('aigul.ulgi', 'nobody') },
]

/** What a browser might send where this schema is asked for; `name` is that of the input. */
export function fitting(schema: unknown, ids: IdsFor, name = ''): fc.Arbitrary<unknown> {
  const asked = schema as Schema
  const within = (part: unknown) => fitting(part, ids, name)
  switch (asked.type) {
    case 'strict_object':
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(asked.entries ?? {}).map(([key, of]) => [key, fitting(of, ids, key)])),
      )
    case 'array':
      return fc.array(within(asked.item), { minLength: 1, maxLength: 2 })
    case 'record':
      return fc.dictionary(within(asked.key) as fc.Arbitrary<string>, within(asked.value), { minKeys: 1, maxKeys: 3 })
    case 'optional':
      return fc.option(within(asked.wrapped), { nil: undefined })
    case 'nullable':
      return fc.option(within(asked.wrapped), { nil: null })
    case 'union':
      return fc.oneof(...(asked.options ?? []).map((option) => within(option)))
    case 'picklist':
      return fc.constantFrom(...(asked.options ?? []))
    case 'literal':
      return fc.constant(asked.literal)
    case 'boolean':
      return fc.boolean()
    case 'number': {
      const bound = (type: string) => asked.pipe?.find((step) => step.type === type)?.requirement as number | undefined
      const [least, most] = [bound('min_value') ?? 0, bound('max_value') ?? Number.MAX_SAFE_INTEGER]
      return fc.oneof(fc.constantFrom(least, most), fc.integer({ min: least, max: Math.min(most, least + 100) }))
    }
    case 'string':
      return text(asked, ids(name))
    default:
      throw new TypeError(`no samples for a schema of the type ${asked.type}`)
  }
}

function text({ pipe = [] }: Schema, ids: fc.Arbitrary<Id>): fc.Arbitrary<string> {
  const pattern = pipe.find((step) => step.type === 'regex')?.requirement as RegExp | undefined
  if (pattern) {
    const form = FORMS.find(({ like }) => pattern.test(like))
    if (!form) throw new TypeError(`no samples of the form ${pattern}`)
    return form.make(ids)
  }
  if (pipe.some((step) => step.type === 'email')) return fc.constantFrom('aigul@example.kz', 'nobody@example.kz')
  return fc.constantFrom(...TEXTS)
}

const deep = (levels: number): unknown => {
  let value: unknown = {}
  for (let n = 0; n < levels; n++) value = n % 2 === 0 ? [value] : { body: value }
  return value
}

/** What no form sends. */
export const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\0',
  'а\0б',
  '\uD800',
  '\uDC00\uD800',
  'x'.repeat(5000),
  'ұ'.repeat(100_000),
  '1e309',
  '__proto__',
  'constructor',
  newId().toLowerCase(),
  `${newId()} `,
  {},
  { length: 1e9 },
  { toString: 'x', valueOf: 1 },
  { $ne: null },
  [],
  [null],
  [[]],
  Array.from({ length: 2000 }, () => 'x'),
  deep(200),
  JSON.parse('{"__proto__":{"kind":"member","roles":[]},"constructor":{"prototype":1}}'),
]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The ways to every part of a value, itself included. */
function waysIn(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  return [way, ...Object.entries(value).flatMap(([key, part]) => waysIn(part, [...way, key]))]
}

function changeAt(value: unknown, [key, ...rest]: readonly string[], change: (part: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = changeAt(copy[key], rest, change)
  return copy
}

/** The same with one part of it spoiled: of another type, left out, put in a list, or with a key nobody asked for. */
export function spoiled(value: unknown): fc.Arbitrary<unknown> {
  const change = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NASTY).map((nasty) => () => nasty) },
    { weight: 1, arbitrary: fc.constant(() => undefined) },
    { weight: 1, arbitrary: fc.constant((part: unknown) => [part]) },
    { weight: 1, arbitrary: fc.constant((part: unknown) => (isObject(part) ? { ...part, isAdmin: true } : { part })) },
  )
  return fc.tuple(fc.constantFrom(...waysIn(value)), change).map(([way, by]) => changeAt(value, way, by))
}
