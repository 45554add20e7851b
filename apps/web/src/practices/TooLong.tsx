import { formatNumber } from '@academy/language/numbers'
import { locale, useWords } from '../locale/locale.ts'

/** A text past its bound is kept as it was typed; what is too much of it is said, and it is not sent. */
export const TooLong = (props: { value: string; most: number }) => {
  const words = useWords('card')
  const n = (letters: number) => formatNumber(locale(), letters)
  return <>{words().tooLong(n(props.value.trim().length), n(props.most))}</>
}
