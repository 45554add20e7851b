import { type FileView, type Id, packable } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { createSignal } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'

/** Ways to have a practice where there is no line: on paper, as a file. What is made is made for whoever may read it. */
export const TakeAlong = (props: { practiceId: Id; files: readonly FileView[]; onShare: () => void }) => {
  const words = useWords('taking')
  const design = useWords('design')
  const [open, setOpen] = createSignal(false)
  /** What of its files does not fit into the pack is said before it is taken. */
  const packWhy = () => {
    const left = packable(props.files).left.map(({ name }) => `«${name}»`)
    return left.length ? `${words().packWhy} ${words().packLeaves(left.join(', '))}` : words().packWhy
  }
  const at = (kind: string) => to(`/practices/${props.practiceId}/${kind}`)
  return (
    <>
      <Button kind="bare" onPress={() => setOpen(true)}>
        {words().takeAlong}
      </Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={words().takeAlong} closeLabel={design().close}>
        <Way href={at('print')} name={words().print} why={words().printWhy} away />
        <Way href={at('sheet.pdf')} name={words().pdf} why={words().pdfWhy} />
        <Way href={at('pack.zip')} name={words().pack} why={packWhy()} />
        <div>
          <Button wide onPress={() => props.onShare()}>
            {words().link}
          </Button>
          <p class="small">{words().linkWhy}</p>
        </div>
      </Dialog>
    </>
  )
}

const Way = (props: { href: string; name: string; why: string; away?: boolean }) => (
  <div>
    <a class="btn wide" href={props.href} target={props.away ? '_blank' : undefined} rel="external noopener">
      {props.name}
    </a>
    <p class="small">{props.why}</p>
  </div>
)
