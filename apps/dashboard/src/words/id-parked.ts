/** What the view of operations says of messages that were set aside, in Indonesian. */
export const parked = {
  title: 'Pesan yang disisihkan',
  none: 'Tidak ada pesan yang menunggu.',
  retry: 'Coba lagi',
  discard: 'Buang',
  why: 'Alasan membuang',
  refusedAgain: (detail: string) => `Dicoba lagi dan ditolak lagi: ${detail}`,
  settled: {
    retried: (message: string) => `${message} dicoba lagi dan diterima.`,
    discarded: (message: string) => `${message} dibuang.`,
  },
};
