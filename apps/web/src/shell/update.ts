import { createEffect, createRoot } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { toasts } from './toasts.ts'

/** Registers the service worker and says when a new version waits. Nothing is refreshed but by a press. */
export function watchVersions() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const words = useWords('shell')
  let pressed = false

  const offer = (waiting: ServiceWorker) =>
    toasts.show({
      text: words().newVersion,
      stays: true,
      action: {
        label: words().refresh,
        run: () => {
          pressed = true
          waiting.postMessage('skip-waiting')
        },
      },
    })

  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (pressed) location.reload()
  })

  // Another language, switched to in place, shall open without a line too.
  createRoot(() =>
    createEffect(() => {
      const tongue = locale()
      void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ tongue }))
    }),
  )

  void navigator.serviceWorker.register('/service-worker.js').then(
    (registration?: ServiceWorkerRegistration) => {
      // A browser that forbids workers may answer with nothing.
      if (!registration) return
      const look = () => {
        if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting)
      }
      look()
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', function () {
          if (this.state === 'installed') look()
        })
      })
      // A phone keeps a page open for days: ask again whenever one comes back to it.
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void registration.update().catch(() => {})
      })
    },
    // Without a worker everything works but opening without a line.
    () => {},
  )
}
