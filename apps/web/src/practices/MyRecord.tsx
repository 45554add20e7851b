import { to, useWords } from '../locale/locale.ts'

/** One's own record to take along: two files, made anew each time. */
export const MyRecord = () => {
  const words = useWords('taking')
  return (
    <section class="part">
      <h2>{words().record}</h2>
      <p class="small">{words().recordWhy}</p>
      <p class="line">
        <a class="btn" href={to('/me/record.pdf')} download="">
          {words().recordPdf}
        </a>
        <a class="btn bare" href={to('/me/record.csv')} download="">
          {words().recordCsv}
        </a>
      </p>
    </section>
  )
}
