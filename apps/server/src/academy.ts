import { isAbsolute, resolve } from 'node:path'
import { getMeta, openStore } from '@academy/database'
import { readConfig } from './config.ts'
import { settleMode } from './demo/mode.ts'
import { openRooms } from './open-rooms.ts'
import { backupAcademy, restoreAcademy } from './platform/backup.ts'
import { systemClock } from './platform/clock.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const HELP = `pnpm academy <command>

  invite-admin        prints a link for the first administrator (production)
  backup FOLDER       copies the running academy into a new folder
  restore FOLDER      puts a backup in place; stop the academy first
  reindex             makes the search index anew, also while the academy runs
`

/** Paths a person types are meant from where they stand, also when pnpm runs us from the project's root. */
const folderOf = (path: string | undefined): string => {
  if (!path) throw new Error('Name the folder.')
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? '.', path)
}

async function run([command, argument]: string[]): Promise<void> {
  const config = readConfig(process.env)
  switch (command) {
    case 'backup': {
      const folder = folderOf(argument)
      await backupAcademy(config, folder)
      return say(`Backed up to ${folder}. Ballot keys are left out on purpose.`)
    }
    case 'restore': {
      const aside = await restoreAcademy(folderOf(argument), config)
      return say(aside ? `Restored. What was here before is in ${aside}.` : 'Restored.')
    }
    case 'invite-admin': {
      const db = await openStore({ url: config.databaseUrl })
      try {
        // A new database becomes a production one here, and a demo is refused.
        await settleMode(db, { ...config, mode: 'production' })
        const rooms = openRooms({
          config,
          db,
          mode: 'production',
          clock: systemClock,
          onFault: (error) => say(String(error)),
        })
        say(await rooms.members.inviteAdministrator())
      } finally {
        await db.close()
      }
      return
    }
    case 'reindex': {
      const db = await openStore({ url: config.databaseUrl })
      try {
        const mode = (await getMeta(db.read, 'mode')) === 'production' ? 'production' : 'demo'
        const rooms = openRooms({ config, db, mode, clock: systemClock, onFault: (error) => say(String(error)) })
        const made = await rooms.practices.reindex()
        say(`Indexed ${made} ${made === 1 ? 'practice' : 'practices'} anew.`)
      } finally {
        await db.close()
      }
      return
    }
    default:
      say(HELP)
      if (command !== undefined && command !== 'help') process.exitCode = 1
  }
}

run(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
