export const files = {
  attachments: 'Файлдар',
  attachWhy:
    'Фото, PDF, Word, Excel, PowerPoint не аудио. Фото осы телефонда кішірейтіледі, түсірілген жері өшіріледі. Бет жабылса да, жүктеу кейін жалғасады.',
  attach: 'Фото не файл қосу',
  fileName: 'Файлдың атауы',
  remove: 'Алып тастау',
  arrived: 'Жүктелді',
  progress: 'Жүктелуі',
  sending: (sent: string, size: string) => `Жүктелуде: ${sent} / ${size}`,
}
