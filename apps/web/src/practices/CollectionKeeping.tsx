import { type CollectionPage, LIMITS } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Field } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { createSignal, Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { useNavigate } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import { COLLECTIONS } from './collection-deeds.ts'

/** Another name for a collection, and its end. */
export const CollectionKeeping = (props: { collection: CollectionPage['collection'] }) => {
  const words = useWords('collections')
  const design = useWords('design')
  const [asked, setAsked] = createSignal<'edit' | 'delete'>()
  const close = () => setAsked(undefined)
  return (
    <div class="line">
      <Button kind="bare" onPress={() => setAsked('edit')}>
        <Icon name="edit" /> {words().edit}
      </Button>
      <Button kind="bare" onPress={() => setAsked('delete')}>
        {words().delete}
      </Button>
      <Dialog open={asked() === 'edit'} onClose={close} title={words().edit} closeLabel={design().close}>
        <Edit collection={props.collection} onDone={close} />
      </Dialog>
      <Dialog open={asked() === 'delete'} onClose={close} title={words().delete} closeLabel={design().close}>
        <Delete collection={props.collection} />
      </Dialog>
    </div>
  )
}

const Edit = (props: { collection: CollectionPage['collection']; onDone: () => void }) => {
  const sync = useSync()
  const words = useWords('collections')
  const design = useWords('design')
  const { id, title, note } = props.collection
  const draft = `collection:${id}:edit`
  const start = { title, note }
  const [written, setWritten] = createDraft(sync, draft, start)
  const [tried, setTried] = createSignal(false)
  async function save(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    const typed = { title: written().title.trim(), note: written().note.trim() }
    if (!typed.title) return
    await sync.outbox.put('practices.editCollection', { collectionId: id, ...typed }, { lane: COLLECTIONS, draft })
    props.onDone()
  }
  return (
    <form class="part" onSubmit={(event) => void save(event)} noValidate>
      <Field
        label={words().name}
        maxLength={LIMITS.title}
        keys={design().letters}
        value={written().title}
        onInput={(typed) => setWritten({ ...written(), title: typed })}
        error={tried() && !written().title.trim() ? words().nameIt : undefined}
      />
      <Field
        label={words().note}
        rows={3}
        maxLength={LIMITS.collectionNote}
        keys={design().letters}
        value={written().note}
        onInput={(typed) => setWritten({ ...written(), note: typed })}
      />
      <Button kind="go" wide>
        {words().save}
      </Button>
    </form>
  )
}

const Delete = (props: { collection: CollectionPage['collection'] }) => {
  const sync = useSync()
  const words = useWords('collections')
  const navigate = useNavigate()
  async function remove() {
    const { id } = props.collection
    await sync.outbox.put('practices.deleteCollection', { collectionId: id }, { lane: COLLECTIONS })
    toasts.show({ text: words().deleted })
    navigate(to('/collections'))
  }
  return (
    <>
      <p>{words().deleteWhy}</p>
      <Show when={props.collection.shared}>
        <p>{words().deleteShared}</p>
      </Show>
      <Button kind="go" wide onPress={() => void remove()}>
        {words().delete}
      </Button>
    </>
  )
}
