/** Verb forms that may be led back to the infinitive without a grammar of the sentence. */

export interface KazakhVerbs {
  infinitives: ReadonlySet<string>
  /** The infinitive of a known verb in any of its simple forms. */
  known(word: string): string | undefined
  /** The same, when the word is a participle that may carry noun endings («қатысқандар»). */
  knownParticiple(word: string): string | undefined
  /** The infinitive of an unknown verb, for forms that look like nothing else. */
  guess(word: string): string | undefined
  guessParticiple(word: string): string | undefined
}

const PERSON = ['м', 'ң', 'ңыз', 'ңіз', 'ңдар', 'ңдер', 'қ', 'к', '']
const PRESENT = ['ды', 'ді', 'мын', 'мін', 'сың', 'сің', 'сыз', 'сіз', 'мыз', 'міз']
const PARTICIPLES = ['ған', 'ген', 'қан', 'кен', 'атын', 'етін', 'йтын', 'йтін', 'итын', 'итін', 'ятын']

function endings(): { any: string[]; nominal: string[] } {
  const plain = new Set<string>()
  for (const link of ['а', 'е', 'й', 'и', 'я']) for (const who of PRESENT) plain.add(link + who)
  for (const past of ['ды', 'ді', 'ты', 'ті', 'са', 'се']) for (const who of PERSON) plain.add(past + who)
  for (const linked of ['ып', 'іп', 'п', 'ыңыз', 'іңіз', 'ңыз', 'ңіз', 'айық', 'ейік', 'йық', 'йік']) plain.add(linked)
  const nominal = new Set(PARTICIPLES)
  const any = new Set([...plain, ...nominal])
  for (const no of ['ма', 'ме', 'ба', 'бе', 'па', 'пе']) {
    any.add(`${no}у`)
    for (const end of [
      'йды',
      'йді',
      'ймын',
      'ймін',
      'ймыз',
      'йміз',
      'йсыз',
      'йсіз',
      'й',
      'ды',
      'ді',
      'са',
      'се',
      'ңыз',
      'ңіз',
    ])
      any.add(no + end)
    for (const end of ['ған', 'ген', 'йтын', 'йтін']) nominal.add(no + end)
  }
  for (const end of nominal) any.add(end)
  return { any: [...any], nominal: [...nominal] }
}

/** «жаз» → «жазу», «оқы» → «оқу», «қой» → «қою», «тап» → «табу», «шық» → «шығу». */
export function infinitive(stem: string): string {
  const last = stem.at(-1) ?? ''
  const head = stem.slice(0, -1)
  if (last === 'ы' || last === 'і') return `${head}у`
  if (last === 'й') return `${head}ю`
  const soft = { п: 'б', қ: 'ғ', к: 'г' }[last]
  return soft ? `${head}${soft}у` : `${stem}у`
}

/** Where the endings join, a stem may look otherwise: «шығ-ады», «оқ-иды», «қо-яды». */
function looks(stem: string): string[] {
  const last = stem.at(-1) ?? ''
  const head = stem.slice(0, -1)
  if (last === 'ы' || last === 'і') return [stem, head]
  if (last === 'п') return [stem, `${head}б`]
  if (last === 'қ') return [stem, `${head}ғ`]
  if (last === 'к') return [stem, `${head}г`]
  if (last === 'й') return [stem, head]
  return [stem]
}

export function kazakhVerbs(stems: readonly string[], spell: (text: string) => string): KazakhVerbs {
  const byLook = new Map<string, string>()
  const whole = new Map<string, string>()
  const infinitives = new Set<string>()
  for (const stem of stems) {
    const name = spell(infinitive(stem))
    infinitives.add(name)
    for (const look of looks(stem)) if (!byLook.has(spell(look))) byLook.set(spell(look), name)
    // «тап» → «тауып»: a whole form, so that «тау» (mountain) stays out of it.
    if (stem.endsWith('п')) for (const end of ['ып', 'іп']) whole.set(spell(`${stem.slice(0, -1)}у${end}`), name)
  }
  // A bare stem wins over another verb's changed one.
  for (const stem of stems) byLook.set(spell(stem), spell(infinitive(stem)))

  const { any, nominal } = endings()
  const spelled = { any: new Set(any.map(spell)), nominal: new Set(nominal.map(spell)) }
  const longest = Math.max(...any.map((end) => end.length))

  function find(word: string, ends: ReadonlySet<string>): string | undefined {
    for (let cut = Math.max(2, word.length - longest); cut < word.length; cut++) {
      const verb = ends.has(word.slice(cut)) ? byLook.get(word.slice(0, cut)) : undefined
      if (verb) return verb
    }
    return undefined
  }

  const sign = (pattern: string) => new RegExp(`^(.{3,}?)(?:${spell(pattern)})$`)
  const finite = sign('(?<=[^аәеоөұүыіэяиуй])(?:ады|еді)|(?<=л[ае])(?:йды|йді)')
  const participle = sign('(?<=[аәеоөұүыіэяиу])(?:йтын|йтін)|ған|ген|қан|кен')
  const guessed = (word: string, pattern: RegExp) => {
    const stem = pattern.exec(word)?.[1]
    return stem && /[аәеоөұүыіэяи]/.test(stem) ? spell(infinitive(stem)) : undefined
  }

  return {
    infinitives,
    known: (word) => whole.get(word) ?? find(word, spelled.any),
    knownParticiple: (word) => find(word, spelled.nominal),
    guess: (word) => guessed(word, finite) ?? guessed(word, participle),
    guessParticiple: (word) => guessed(word, participle),
  }
}
