import { join } from 'node:path'
import * as v from 'valibot'

const flag = v.optional(
  v.pipe(
    v.picklist(['0', '1', '']),
    v.transform((s) => s === '1'),
  ),
  '0',
)
const whole = (fallback: string) => v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number)), fallback)

const Environment = v.object({
  PORT: whole('3000'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  ACADEMY_DATA: v.optional(v.string(), 'data'),
  ACADEMY_MODE: v.optional(v.picklist(['demo', 'production'])),
  ACADEMY_DEMO_PUBLIC: flag,
  /** The address people see, such as https://academy.example.kz. Required behind HTTPS. */
  ACADEMY_ORIGIN: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/, 'an origin without a path'))),
  /** How many proxies stand in front; 0 trusts no forwarded header. */
  ACADEMY_PROXIES: whole('0'),
  DATABASE_URL: v.optional(v.string()),
  SMTP_URL: v.optional(v.string()),
  MAIL_FROM: v.optional(v.string()),
  /** Where the academy's own LibreTranslate stands, such as http://127.0.0.1:5000; empty: no machine drafts. */
  LIBRETRANSLATE_URL: v.optional(
    v.union([v.literal(''), v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'an address'))]),
  ),
  LIBRETRANSLATE_KEY: v.optional(v.string()),
  LOG_LEVEL: v.optional(v.picklist(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
})

export interface Config {
  port: number
  host: string
  dataDirectory: string
  databaseUrl: string
  /** Undefined: demo on a new database, else what the database is marked as. */
  mode: 'demo' | 'production' | undefined
  demoPublic: boolean
  origin: string | undefined
  /** Cookies are `Secure` and `__Host-`. */
  secure: boolean
  proxies: number
  smtpUrl: string | undefined
  mailFrom: string | undefined
  /** Undefined: this academy has no translating machine. */
  libreTranslate?: { url: string; key: string | undefined } | undefined
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** Reads the environment; what is wrong is said by name, without the value. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = v.safeParse(Environment, environment)
  if (!read.success) {
    const names = read.issues.map((issue) => `${v.getDotPath(issue)} (expected ${issue.expected})`)
    throw new Error(`These settings cannot be used: ${names.join('; ')}`)
  }
  const e = read.output
  return {
    port: e.PORT,
    host: e.HOST,
    dataDirectory: e.ACADEMY_DATA,
    databaseUrl: e.DATABASE_URL ?? join(e.ACADEMY_DATA, 'academy.db'),
    mode: e.ACADEMY_MODE,
    demoPublic: e.ACADEMY_DEMO_PUBLIC,
    origin: e.ACADEMY_ORIGIN,
    secure: e.ACADEMY_ORIGIN?.startsWith('https://') ?? false,
    proxies: e.ACADEMY_PROXIES,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    libreTranslate: e.LIBRETRANSLATE_URL
      ? { url: e.LIBRETRANSLATE_URL, key: e.LIBRETRANSLATE_KEY || undefined }
      : undefined,
    logLevel: e.LOG_LEVEL,
  }
}
