import type { SQL } from 'drizzle-orm'
import type { Recipe } from './prepared.ts'
import { type Db, ENGINE, type Engine } from './store.ts'

type Builders = Omit<Db, typeof ENGINE>
type Args<K extends keyof Builders> = Parameters<Builders[K]>

/**
 * What a write or a read holds in its hands: drizzle's builders on one connection, for as long as the write lasts.
 * Drizzle's own database object is made when a builder is first asked for; a write of prepared queries never needs it.
 */
export abstract class Scope {
  #builders: Builders | undefined

  protected abstract make(): Builders
  abstract run(recipe: Recipe, values: Record<string, unknown>): Promise<unknown>
  abstract rows(query: SQL): Promise<Record<string, unknown>[]>
  abstract readonly dialect: Engine['dialect']

  get #db(): Builders {
    this.#builders ??= this.make()
    return this.#builders
  }

  get [ENGINE](): Engine {
    return this
  }

  select(...args: Args<'select'>) {
    return this.#db.select(...args)
  }
  selectDistinct(...args: Args<'selectDistinct'>) {
    return this.#db.selectDistinct(...args)
  }
  insert(...args: Args<'insert'>) {
    return this.#db.insert(...args)
  }
  update(...args: Args<'update'>) {
    return this.#db.update(...args)
  }
  delete(...args: Args<'delete'>) {
    return this.#db.delete(...args)
  }
  with(...args: Args<'with'>) {
    return this.#db.with(...args)
  }
  $with(...args: Args<'$with'>) {
    return this.#db.$with(...args)
  }
  $count(...args: Args<'$count'>) {
    return this.#db.$count(...args)
  }

  /** The same thing under the type the rooms know. */
  get db(): Db {
    return this as unknown as Db
  }
}
