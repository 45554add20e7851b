import { AcademyError, type Id, LIMITS, newId } from '@academy/contract'
import type { Store } from '@academy/database'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import { parseCookie } from 'cookie'
import * as v from 'valibot'
import { authStorage } from './auth-store.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { hashToken } from './secrets.ts'

// Nothing of the academy is told to anybody; an environment that says otherwise was not set for us.
process.env.BETTER_AUTH_TELEMETRY = '0'

export interface AuthDeps {
  db: Store
  /** Signs the cookie. Lives in the keys directory, not in the database. */
  secret: string
  /** Cookies are `Secure` and `__Host-`. */
  secure: boolean
  address(): string
  /** better-auth ended a login (signed out, a new password): after the commit. */
  onLoginEnded(loginIds: readonly Id[]): void
  /** Sends a recovery link's token by mail. */
  sendRecovery(to: { memberId: Id; email: string; token: string }): Promise<void>
  onFault(error: unknown, what: string): void
}

/** Who asks, as better-auth needs it. */
export interface Asking {
  cookieHeader: string | undefined
  /** Such as `Chrome · Android`: the only thing kept of the device. */
  device: string
}

/** A login as it begins: whose it is, and the cookies that carry it. */
export interface Entered {
  memberId: Id
  tokenHash: string
  cookies: string[]
}

export type Auth = ReturnType<typeof createAuth>

const cookieNames = (secure: boolean) => {
  const prefix = secure ? '__Host-' : ''
  return { login: `${prefix}academy_login`, shared: `${prefix}academy_shared`, guest: `${prefix}academy_guest` }
}

/**
 * better-auth behind a handful of words. Its HTTP handler is not mounted anywhere: only what is called here happens.
 * It hashes, compares, makes tokens and cookies; who may do what is ours.
 */
export function createAuth(deps: AuthDeps) {
  const names = cookieNames(deps.secure)
  const auth = betterAuth({
    appName: 'Academy',
    baseURL: deps.address(),
    secret: deps.secret,
    database: authStorage(deps.db),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      // Its words only: the arguments may hold what a person typed.
      log: (level, message) => {
        if (level === 'error') deps.onFault(new AcademyError('fault'), `better-auth: ${message}`)
      },
    },
    advanced: {
      useSecureCookies: false,
      defaultCookieAttributes: { secure: deps.secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: names.login }, dont_remember: { name: names.shared } },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LIMITS.password.min,
      maxPasswordLength: LIMITS.password.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LIMITS.recovery / 1000,
      password: { hash: hashPassword, verify: verifyPassword },
      sendResetPassword: ({ user, token }) => deps.sendRecovery({ memberId: user.id, email: user.email, token }),
    },
    user: { modelName: 'members' },
    account: { modelName: 'credentials', fields: { userId: 'memberId' } },
    session: {
      modelName: 'logins',
      fields: { userId: 'memberId', token: 'tokenHash', userAgent: 'device', updatedAt: 'seenAt' },
      expiresIn: LIMITS.login.usual / 1000,
      // Sliding is ours (logins.ts): it must also work for whoever only holds a socket.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    verification: {
      modelName: 'verifications',
      // @NOTE not 'hashed': its own hasher waits outside of the write, and a write may await nothing but queries.
      storeIdentifier: { hash: async (identifier) => hashToken(identifier) },
    },
    databaseHooks: { session: { delete: { after: async (session) => deps.onLoginEnded([session.id]) } } },
    plugins: [
      username({
        displayUsername: false,
        // What a name may look like is decided where it is chosen; here everything typed is just looked up.
        minUsernameLength: 1,
        maxUsernameLength: LIMITS.email,
        usernameValidator: () => true,
        usernameNormalization: (name) => name.normalize('NFC').toLowerCase(),
        schema: { user: { fields: { username: 'loginName' } } },
      }),
      { id: 'academy-entry', endpoints: { enter } },
    ],
  })

  const ours = (headers: Headers) =>
    headers
      .getSetCookie()
      .filter((cookie) => cookie.startsWith(`${names.login}=`) || cookie.startsWith(`${names.shared}=`))

  const headersOf = ({ cookieHeader, device }: Asking) =>
    new Headers({ 'user-agent': device, ...(cookieHeader ? { cookie: cookieHeader } : {}) })

  /** A refusal of better-auth is `undefined`; what else goes wrong stays an error. */
  async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) return undefined
      throw error
    }
  }

  const entered = (answer: { headers: Headers; response: { token: string; user: { id: string } } }): Entered => ({
    memberId: answer.response.user.id,
    tokenHash: hashToken(answer.response.token),
    cookies: ours(answer.headers),
  })

  return {
    names,

    /** By login name or e-mail address; undefined when either is wrong. Without such a member it hashes all the same. */
    async signIn(
      asking: Asking,
      who: { name: string; password: string; sharedPhone: boolean },
    ): Promise<Entered | undefined> {
      const { name, password } = who
      const rememberMe = !who.sharedPhone
      const headers = headersOf(asking)
      const answer = await unlessRefused(
        name.includes('@')
          ? auth.api.signInEmail({
              body: { email: name.toLowerCase(), password, rememberMe },
              headers,
              returnHeaders: true,
            })
          : auth.api.signInUsername({ body: { username: name, password, rememberMe }, headers, returnHeaders: true }),
      )
      return answer ? entered(answer as never) : undefined
    },

    /** Begins a login for somebody who has just proved who they are in another way: an accepted invitation, a demo's door. */
    async enter(asking: Asking, who: { memberId: Id; sharedPhone: boolean }): Promise<Entered> {
      return entered((await auth.api.enter({ body: who, headers: headersOf(asking), returnHeaders: true })) as never)
    },

    /** Ends the login of the cookie; the cookies that clear it. */
    async signOut(asking: Asking): Promise<string[]> {
      const { headers } = await auth.api.signOut({ headers: headersOf(asking), returnHeaders: true })
      return ours(headers)
    },

    /**
     * False when the old password is wrong. The login it was asked from keeps its token: a new one would end the tab's own
     * socket while the answer with the new cookie is still on its way, and the page would take itself for signed out.
     */
    async changePassword(asking: Asking, change: { password: string; newPassword: string }): Promise<boolean> {
      const body = { currentPassword: change.password, newPassword: change.newPassword, revokeOtherSessions: false }
      return Boolean(await unlessRefused(auth.api.changePassword({ body, headers: headersOf(asking) })))
    },

    async isPassword(asking: Asking, password: string): Promise<boolean> {
      return Boolean(await unlessRefused(auth.api.verifyPassword({ body: { password }, headers: headersOf(asking) })))
    },

    /** Spends a recovery link: the new password, and the end of every login, in one write. False when the link ended. */
    async resetPassword(token: string, newPassword: string): Promise<boolean> {
      return Boolean(await unlessRefused(auth.api.resetPassword({ body: { token, newPassword } })))
    },

    /** Sends a recovery link where the address is known, and does as much where it is not. */
    async requestReset(email: string): Promise<void> {
      await unlessRefused(auth.api.requestPasswordReset({ body: { email } }))
    },

    /** How a recovery link's token is kept. */
    recoveryIdentifier: (token: string) => hashToken(`reset-password:${token}`),

    /** The login token in a request's cookies. What follows the last dot is better-auth's signature. */
    tokenIn(cookieHeader: string | undefined): { token: string; raw: string; shared: boolean } | undefined {
      if (!cookieHeader) return undefined
      const cookies = parseCookie(cookieHeader)
      const raw = cookies[names.login]
      const dot = raw?.lastIndexOf('.') ?? -1
      return raw && dot > 0 ? { token: raw.slice(0, dot), raw, shared: cookies[names.shared] !== undefined } : undefined
    },
  }
}

const enter = createAuthEndpoint(
  {
    method: 'POST',
    body: v.object({ memberId: v.string(), sharedPhone: v.boolean() }),
    requireHeaders: true,
    metadata: { SERVER_ONLY: true },
  },
  async (ctx) => {
    const { memberId, sharedPhone } = ctx.body
    const user = await ctx.context.internalAdapter.findUserById(memberId)
    const session = user && (await ctx.context.internalAdapter.createSession(memberId, sharedPhone))
    if (!session) throw new AcademyError('not-found')
    await setSessionCookie(ctx, { session, user }, sharedPhone)
    return { token: session.token, user: { id: memberId } }
  },
)
