import type { FileView } from '@academy/contract'
import { For, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { sizeOf } from './file-size.ts'
import css from './files.module.css'

/** The files of a practice: pictures small and their own size a press away, sound to listen to, documents to save. */
export const Attachments = (props: { files: readonly FileView[] }) => {
  const words = useWords('files')
  const of = (kind: FileView['kind']) => props.files.filter((file) => file.kind === kind)
  return (
    <section class="part">
      <h2>{words().attachments}</h2>
      <Show when={of('image').length}>
        <ul class={css.pictures}>
          <For each={of('image')}>
            {(file) => (
              <li>
                <a href={`/files/${file.fileId}`} rel="external">
                  <Picture file={file} />
                  <span class="small">{file.name}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <For each={of('audio')}>
        {(file) => (
          <figure class={css.sound}>
            <figcaption class="small">{file.name}</figcaption>
            {/* biome-ignore lint/a11y/useMediaCaption: a teacher's recording has no captions. */}
            <audio controls preload="none" src={`/files/${file.fileId}`} />
          </figure>
        )}
      </For>
      <Show when={of('document').length}>
        <ul class="list">
          <For each={of('document')}>
            {(file) => (
              <li>
                <a class="enter" href={`/files/${file.fileId}`} rel="external" download="">
                  <span>{file.name}</span>
                  <span class="small">{sizeOf(file.size)}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

export const Picture = (props: { file: FileView; alt?: string }) => (
  <img
    src={`/files/${props.file.fileId}/small`}
    alt={props.alt ?? ''}
    width={props.file.width ?? undefined}
    height={props.file.height ?? undefined}
    loading="lazy"
    decoding="async"
  />
)
