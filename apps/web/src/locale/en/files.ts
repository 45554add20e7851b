import type { Words } from '../words.ts'

export const files = {
  attachments: 'Files',
  attachWhy:
    'Photos, PDF, Word, Excel, PowerPoint or audio. Photos are made smaller on this phone, and where they were taken is wiped. If the page is closed, the upload goes on later.',
  attach: 'Add a photo or a file',
  fileName: 'Name of the file',
  remove: 'Take away',
  arrived: 'Uploaded',
  progress: 'Upload',
  sending: (sent: string, size: string) => `Uploading: ${sent} of ${size}`,
} satisfies Words['files']
