import { AcademyError } from '@academy/contract'
import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's default kind) with 19 MiB, two passes, one lane: OWASP's first choice. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
/** Two at once keep both cores of a small server from hashing while people wait for messages. */
const AT_ONCE = 2
/** With this many waiting, the next would wait longer than a person does. */
const MOST_WAITING = 60

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new AcademyError('too-many', { retryAfter: 5 })
    await new Promise<void>((go) => waiting.push(go))
  } else {
    running++
  }
  try {
    return await work()
  } finally {
    // A waiting one takes over this place; only when nobody waits is it given up.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFC'), COST))

export const verifyPassword = (data: { hash: string; password: string }): Promise<boolean> =>
  inTurn(() => verify(data.hash, data.password.normalize('NFC')))

/** Passwords people try first, by Kazakh, Russian and Latin keyboards. */
const COMMON = new Set(
  `12345678 123456789 1234567890 87654321 qwertyui qwerty123 qwertyuiop 1q2w3e4r 1qaz2wsx password passw0rd password1
   iloveyou abc12345 abcd1234 kazakhstan astana2024 astana2025 astana2026 qazaqstan aqmola123 mektep123 mugalim123
   йцукенгш йцукенгшщ пароль123 парольпароль казахстан қазақстан астана2026 мектеп123 мұғалім123 ауылмектебі учитель123 школа123`
    .split(/\s+/)
    .filter(Boolean),
)

const bare = (text: string) => text.replace(/\d+$/, '')

/** Is this a password somebody would try? Known ones, a row of one or two characters, or the person's own names in it. */
export function isWeak(password: string, own: readonly (string | undefined)[]): boolean {
  const lower = password.normalize('NFC').toLowerCase()
  if (COMMON.has(lower) || new Set(lower).size < 3) return true
  return own.some((word) => {
    const name = word?.toLowerCase().split('@')[0]
    // A year after it makes it no other, whether the name ends in one or not.
    return name !== undefined && name.length >= 4 && bare(lower) === bare(name)
  })
}
