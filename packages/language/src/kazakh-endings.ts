/**
 * Every chain of endings a Kazakh noun may carry (plural, possessive, case, «-дағы» and again), written out once.
 *
 * Kazakh endings take their shape from what they join: «мектеп-тер-іміз-де» but «бала-лар-ымыз-да», «сөз-дер», «пән-нің».
 * So a chain is kept with the endings of stems it may follow, and «карта» is safe from «-та» because after р it would be «-да».
 */

/** What a stem may end in, as one bit each; the same six bits six places higher are for front vowels. */
const VOWEL = 1
const GLIDE = 2
const L = 4
const Z = 8
const NASAL = 16
const MUTE = 32
const CLASSES = [VOWEL, GLIDE, L, Z, NASAL, MUTE] as const
type Class = (typeof CLASSES)[number]
const FRONT_SHIFT = 6

/** Bits of a stem: the classes of its last letter in the harmonies it takes. */
export function joints(stem: string, lazyLetters: boolean): number {
  const classes = classesOf(stem)
  const how = lazyLetters ? lazyHarmony(stem) : harmony(stem)
  return (how === 'front' ? 0 : classes) | (how === 'back' ? 0 : classes << FRONT_SHIFT)
}

type Harmony = 'back' | 'front' | 'either'

function classesOf(stem: string): number {
  const last = stem.at(-1) ?? ''
  if ('иую'.includes(last)) return VOWEL | GLIDE
  if ('аәеоөұүыіэяё'.includes(last)) return VOWEL
  if ('рй'.includes(last)) return GLIDE
  if (last === 'л') return L
  if ('зж'.includes(last)) return Z
  if ('мнң'.includes(last)) return NASAL
  if ('ьъ'.includes(last) && stem.length > 1) return classesOf(stem.slice(0, -1))
  return MUTE
}

/** By the last vowel that tells: и, у and ю go with either. */
function harmony(stem: string): Harmony {
  // A foreign г, к or ь is soft whatever stands before it: «педагогтер», «рольдің».
  if (/[гкь]$/.test(stem)) return 'either'
  const told = /([аоұыяё])|([әөүіеэ])/g
  let how: Harmony = 'either'
  for (const vowel of stem.matchAll(told)) how = vowel[1] ? 'back' : 'front'
  return how
}

/** A lazy keyboard writes а, о, у and и for vowels of both kinds. */
function lazyHarmony(stem: string): Harmony {
  const vowel = /[аоуыяёеэию](?=[^аоуыяёеэию]*$)/.exec(stem)?.[0] ?? ''
  if (/[гкь]$/.test(stem) || !'ыеэяё'.includes(vowel)) return 'either'
  return 'еэ'.includes(vowel) ? 'front' : 'back'
}

type Kind = 'noun' | 'plural' | 'mine' | 'ours' | 'theirs' | 'placed' | 'end'

interface Piece {
  text: string
  /** What the next ending joins. */
  ends: Class
  kind: Kind
}

/** An ending's first consonant after each class of letters. */
const by = (after: Class, vowel: string, glide: string, l: string, z: string, nasal: string, mute: string) =>
  ({ [VOWEL]: vowel, [GLIDE]: glide, [L]: l, [Z]: z, [NASAL]: nasal, [MUTE]: mute })[after]

function plurals(after: Class, a: string): Piece[] {
  return [{ text: `${by(after, 'л', 'л', 'д', 'д', 'д', 'т')}${a}р`, ends: GLIDE, kind: 'plural' }]
}

function possessives(after: Class, i: string): Piece[] {
  const link = after === VOWEL ? '' : i
  return [
    { text: after === VOWEL ? `с${i}` : i, ends: VOWEL, kind: 'theirs' },
    { text: `${link}м`, ends: NASAL, kind: 'mine' },
    { text: `${link}ң`, ends: NASAL, kind: 'mine' },
    { text: `${link}м${i}з`, ends: Z, kind: 'ours' },
    { text: `${link}ң${i}з`, ends: Z, kind: 'ours' },
  ]
}

function cases(after: Class, kind: Kind, a: string, i: string): Piece[] {
  const theirs = kind === 'theirs'
  const place = `${theirs ? 'нд' : after === MUTE ? 'т' : 'д'}${a}`
  const to = after === MUTE ? (a === 'а' ? 'қ' : 'к') : a === 'а' ? 'ғ' : 'г'
  const ablative = theirs ? 'н' : by(after, 'д', 'д', 'д', 'д', 'н', 'т')
  const last = (text: string): Piece => ({ text, ends: MUTE, kind: 'end' })
  return [
    last(`${by(after, 'н', 'д', 'д', 'д', 'н', 'т')}${i}ң`),
    last(theirs ? 'н' : `${by(after, 'н', 'д', 'д', 'д', 'д', 'т')}${i}`),
    last(theirs ? `н${a}` : kind === 'mine' ? a : `${to}${a}`),
    last(place),
    last(`${ablative}${a}н`),
    last(by(after, 'мен', 'мен', 'мен', 'бен', 'мен', 'пен') ?? ''),
    last(`${by(after, 'н', 'д', 'д', 'д', 'н', 'т')}ікі`),
    { text: `${place}${a === 'а' ? 'ғы' : 'гі'}`, ends: VOWEL, kind: 'placed' },
  ]
}

function next(after: Class, kind: Kind, again: boolean, a: string, i: string): Piece[] {
  if (kind === 'end' || (kind === 'placed' && again)) return []
  const more = cases(after, kind, a, i)
  if (kind === 'plural' || kind === 'noun' || kind === 'placed') more.push(...possessives(after, i))
  if (kind === 'noun' || kind === 'placed') more.push(...plurals(after, a))
  return more
}

export interface Chains {
  /** For each chain, the stems it may follow. */
  sure: ReadonlyMap<string, number>
  /** Chains that begin with «-ым», «-ың» (my, your) right on the stem: half of all such words are not possessives («білім»). */
  risky: ReadonlyMap<string, number>
}

/** All chains, as the letters of `spell` show them (as they are, or as a lazy keyboard has them). */
export function chains(spell: (text: string) => string): Chains {
  const sure = new Map<string, number>()
  const risky = new Map<string, number>()
  for (const front of [false, true]) {
    const [a, i] = front ? ['е', 'і'] : ['а', 'ы']
    for (const start of CLASSES) {
      const bit = start << (front ? FRONT_SHIFT : 0)
      const grow = (text: string, after: Class, kind: Kind, again: boolean, risk: boolean) => {
        for (const piece of next(after, kind, again, a, i)) {
          const chain = text + piece.text
          const risks = risk || (text === '' && piece.kind === 'mine')
          const into = risks ? risky : sure
          const key = spell(chain)
          into.set(key, (into.get(key) ?? 0) | bit)
          grow(chain, piece.ends, piece.kind, again || kind === 'placed', risks)
        }
      }
      grow('', start, 'noun', false, false)
    }
  }
  return { sure, risky }
}
