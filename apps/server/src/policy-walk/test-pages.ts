import { CONSENT_TEXT, newId } from '@academy/contract'
import { PASSWORD, type Who } from './test-cast.ts'
import type { Door, On, Table } from './test-lines.ts'
import { live } from './test-live.ts'
import { members } from './test-members.ts'
import { practices } from './test-practices.ts'
import { rooms } from './test-rooms.ts'

/**
 * What comes of asking for a page: `yes` is the page itself or the way on after a form; `sign-in` leads there and back;
 * `not-found` and `gone` are pages of their own, the same for everybody. A number is the status of a form that comes back.
 */
export interface PageLine {
  on: On | string
  table?: Table<never>
  part?: string
  /** The parameters of the address, and what comes after it. */
  at?: (thing: Record<string, string>) => Record<string, string>
  query?: (thing: Record<string, string>) => string
  form?: (thing: Record<string, string>, by: Who) => Record<string, string>
  /** Everybody is somebody new and on something new each time: it is used up. */
  newcomers?: true
  /** Who is sent to sign in: `members` where only they have such a page. */
  door?: Door
}

const ANYBODY: PageLine = { on: '*' }
const ONES_OWN: PageLine = { door: 'members', on: 'PTLRMODFA' }
const about = <T extends object>(
  table: Table<T>,
  line: Omit<PageLine, 'table' | 'at' | 'form' | 'query'> & {
    at?: (thing: T) => Record<string, string>
    query?: (thing: T) => string
    form?: (thing: T, by: Who) => Record<string, string>
  },
) => ({ table, ...line }) as unknown as PageLine

const room = { own: 'PTLRMODA', same: 'PTLRMODA', far: 'A', gone: 'PTLRMODA', unknown: '' }
const desk = { own: 'PTLRMODFA', same: 'LODA', far: 'A', gone: 'LODA', unknown: '' }
const enter = { own: 'PTLRMODFAG', same: 'PTLRMODFA', far: 'A', gone: 'PTLRMODFA', unknown: '' }
const takePart = { ...enter, gone: '410:PTLRMODFA' }
const byLink = { own: '*', same: '*', far: '*', gone: 'gone:*', unknown: 'gone:*' }
const bySession = ({ sessionId }: { sessionId: string }) => ({ id: sessionId })

/** Who reads a practice for members, and a public one. */
const READS = {
  own: 'PTLRMODFA',
  same: 'PTLRMODFA',
  far: 'PTLRMODFA',
  ended: 'PTLRMODFA',
  gone: 'LA gone:PTRMODF',
  unknown: '',
}
const READS_PUBLIC = { own: '*', same: '*', far: '*', gone: 'LA gone:PTRMODFGS', unknown: '' }

/** Every page by its method and its address without the language. */
export const PAGES: Record<string, PageLine> = {
  'GET ': ANYBODY,
  'GET /app.webmanifest': ANYBODY,
  'GET /offline': ANYBODY,
  'GET /shell/app': ANYBODY,
  'GET /shell/live': ANYBODY,
  'GET /sign-in': ANYBODY,
  'GET /join': ANYBODY,
  'GET /practices': ANYBODY,
  'GET /data/practices': ANYBODY,
  'GET /practices.atom': ANYBODY,
  'GET /home': ONES_OWN,
  'GET /practices/new': ONES_OWN,
  'GET /rooms': ONES_OWN,
  'GET /rooms/new': ONES_OWN,
  'GET /live': ONES_OWN,
  'GET /me': ONES_OWN,
  'GET /reviews': ONES_OWN,
  'GET /me/record.pdf': ONES_OWN,
  'GET /me/record.csv': ONES_OWN,
  'GET /collections': ONES_OWN,
  'GET /admin': ONES_OWN,

  'POST /demo': { newcomers: true, form: () => ({ role: 'parent' }), on: '*' },
  'POST /demo (nobody there)': { form: () => ({ role: 'mentor' }), on: '' },

  'GET /practices/:id': about(practices, {
    at: ({ practiceId }) => ({ id: practiceId }),
    on: READS,
  }),
  'GET /practices/:id (public)': about(practices, {
    at: ({ publicId }) => ({ id: publicId }),
    on: READS_PUBLIC,
  }),
  'GET /practices/:id/print': about(practices, {
    at: ({ practiceId }) => ({ id: practiceId }),
    on: READS,
  }),
  'GET /practices/:id/print (public)': about(practices, {
    at: ({ publicId }) => ({ id: publicId }),
    on: READS_PUBLIC,
  }),
  'GET /practices/:id/sheet.pdf': about(practices, {
    at: ({ practiceId }) => ({ id: practiceId }),
    on: READS,
  }),
  'GET /practices/:id/sheet.pdf (public)': about(practices, {
    at: ({ publicId }) => ({ id: publicId }),
    on: READS_PUBLIC,
  }),
  // As data it is answered as to a stranger, whoever asks: what is for members is not among it for members either.
  'GET /practices/:id/pack.zip': about(practices, {
    at: ({ practiceId }) => ({ id: practiceId }),
    on: READS,
  }),
  'GET /practices/:id/pack.zip (public)': about(practices, {
    at: ({ publicId }) => ({ id: publicId }),
    on: READS_PUBLIC,
  }),
  // As data it is answered as to a stranger, whoever asks: what is for members is not among it for members either.
  'GET /data/practices/:id': about(practices, {
    at: ({ practiceId }) => ({ id: practiceId }),
    on: { own: '', same: '', far: '', gone: '', unknown: '' },
  }),
  'GET /data/practices/:id (public)': about(practices, {
    at: ({ publicId }) => ({ id: publicId }),
    on: { own: '*', same: '*', far: '*', gone: 'gone:*', unknown: '' },
  }),
  'GET /practices/:id/edit': about(practices, {
    door: 'members',
    at: ({ practiceId }) => ({ id: practiceId }),
    on: { own: 'PTLRMODFA', same: 'PTLRMODFA', far: 'PTLRMODFA', gone: 'LA gone:PTRMODF', unknown: '' },
  }),
  'GET /practices/:id/try': about(practices, {
    door: 'members',
    at: ({ practiceId }) => ({ id: practiceId }),
    on: { own: 'PTLRMODFA', same: 'PTLRMODFA', far: 'PTLRMODFA', gone: 'LA gone:PTRMODF', unknown: '' },
  }),
  'GET /practices/:id/spread': about(practices, {
    door: 'members',
    at: ({ practiceId }) => ({ id: practiceId }),
    on: { own: 'PTLRMODFA', same: 'PTLRMODFA', far: 'PTLRMODFA', gone: 'LA gone:PTRMODF', unknown: '' },
  }),
  'GET /collections/:id': about(practices, {
    at: ({ collectionId }) => ({ id: collectionId }),
    on: { own: 'PTLRMODFA', same: '', far: '', gone: '', unknown: '' },
  }),
  'GET /collections/:id (shared)': about(practices, {
    at: ({ sharedCollectionId }) => ({ id: sharedCollectionId }),
    on: { own: '*', same: '*', far: '*', gone: '*', unknown: '' },
  }),
  'GET /practices/:id/translate/:to': about(practices, {
    door: 'members',
    at: ({ practiceId }) => ({ id: practiceId, to: 'ru' }),
    on: { own: 'PTLRMODFA', same: 'PTLRMODFA', far: 'PTLRMODFA', gone: 'LA gone:PTRMODF', unknown: '' },
  }),
  'GET /practices/:id/translate/:to (its own language)': about(practices, {
    door: 'members',
    at: ({ practiceId }) => ({ id: practiceId, to: 'kk' }),
    on: { own: '', same: '', far: '', gone: 'gone:PTRMODF', unknown: '' },
  }),
  'GET /rooms/:id': about(rooms, { door: 'members', at: ({ roomId }) => ({ id: roomId }), on: room }),
  'GET /rooms/:id/:topic': about(rooms, {
    door: 'members',
    at: ({ roomId, topicId }) => ({ id: roomId, topic: topicId }),
    on: room,
  }),

  'POST /join': about(live, {
    newcomers: true,
    form: ({ code }) => ({ code }),
    on: { own: '*', same: '*', far: '*', gone: '403:*', unknown: '403:*' },
  }),
  'POST /live/:id/join': about(live, {
    newcomers: true,
    at: bySession,
    form: ({ key }) => ({ k: key }),
    on: { own: '*', same: '*', far: '*', gone: '*', unknown: '' },
  }),
  'POST /live/:id/join (by a made-up key)': about(live, {
    at: bySession,
    form: () => ({ k: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    on: { own: '', same: '', far: '', gone: '', unknown: '' },
  }),
  'GET /live/:id': about(live, { door: 'participants', at: bySession, on: enter }),
  'GET /live/:id (by the link)': about(live, {
    at: bySession,
    query: ({ key }) => `?k=${key}`,
    on: { own: '*', same: '*', far: '*', gone: '*', unknown: '' },
  }),
  'GET /live/:id (by a made-up key)': about(live, {
    at: bySession,
    query: () => '?k=AAAAAAAAAAAAAAAAAAAAAA',
    on: enter,
  }),
  'GET /live/:id (without script)': about(live, {
    door: 'participants',
    at: bySession,
    query: () => '?simple=1',
    on: enter,
  }),
  'POST /live/:id/ask': about(live, {
    door: 'participants',
    newcomers: true,
    at: bySession,
    form: () => ({ id: newId(), body: 'Автобус қашан жүреді?' }),
    on: takePart,
  }),
  'POST /live/:id/support': about(live, {
    door: 'participants',
    newcomers: true,
    at: bySession,
    form: ({ questionId }) => ({ id: newId(), questionId, on: '1' }),
    on: takePart,
  }),
  'GET /live/:id/desk': about(live, { door: 'members', at: bySession, on: desk }),
  'GET /live/:id/wall': about(live, { door: 'members', at: bySession, on: desk }),

  'GET /invite/:token': about(members, { part: 'invitation', at: ({ token }) => ({ token }), on: byLink }),
  'POST /invite/:token': about(members, {
    part: 'invitation',
    newcomers: true,
    at: ({ token }) => ({ token }),
    form: () => ({
      id: newId(),
      name: 'Жаңа Адам',
      loginName: `jana.${newId().toLowerCase()}`.slice(0, 30),
      password: PASSWORD,
      consent: CONSENT_TEXT ? 'on' : '',
    }),
    on: { ...byLink, gone: '410:*', unknown: '410:*' },
  }),
  // The page is the same for whatever link; what it asks of the API is in the members' table.
  'GET /recover/:token': about(members, {
    part: 'recovery',
    at: ({ recoveryToken }) => ({ token: recoveryToken }),
    on: { own: '*', same: '*', far: '*', gone: '*', unknown: '*' },
  }),
}
