declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }
const parts = self.__WB_MANIFEST
self.addEventListener('install', () => void parts)

export {}
