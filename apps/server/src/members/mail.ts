import { createTransport } from 'nodemailer'

export interface Letter {
  to: string
  subject: string
  text: string
}

export interface Mail {
  /** False: nothing can be sent, and whoever asks is told so. */
  readonly works: boolean
  send(letter: Letter): Promise<void>
}

export interface MailDeps {
  smtpUrl: string | undefined
  from: string | undefined
  demo: boolean
  /** Where a letter goes in a demo without SMTP. */
  say(line: string): void
}

/** Letters by SMTP. In a demo without SMTP they are printed; in production without SMTP there are none. */
export function createMail({ smtpUrl, from, demo, say }: MailDeps): Mail {
  if (smtpUrl) {
    const post = createTransport(smtpUrl)
    return {
      works: true,
      async send(letter) {
        await post.sendMail({ from: from ?? `academy@${new URL(smtpUrl).hostname}`, ...letter })
      },
    }
  }
  return {
    works: demo,
    async send({ to, subject, text }) {
      if (demo) say(`\n— A letter of the demo, to ${to}: ${subject}\n${text}\n—`)
    },
  }
}
