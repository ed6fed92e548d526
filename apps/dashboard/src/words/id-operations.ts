/** What the view of operations says of reading and of proof, in Indonesian. */
export const operations = {
  flow: {
    title: 'Aliran peristiwa',
    columns: {
      way: 'Dari, ke',
      written: 'Ditulis per detik',
      read: 'Dibaca per detik',
      lag: 'Menunggu',
      state: 'Keadaan',
    },
    services: {
      enrollment: 'Pendaftaran',
      contribution: 'Iuran',
      claims: 'Klaim',
    } as Readonly<Record<string, string>>,
    way: (writer: string) => `${writer} → angka`,
    position: 'Posisi berikutnya yang dibaca',
    end: 'Ujung log',
    meanings: {
      written: 'Pesan yang ditulis per detik di antara dua kali halaman ini memeriksa, di semua partisi.',
      read: 'Pesan yang dibaca per detik di antara dua kali halaman ini memeriksa, di semua partisi.',
      lag: 'Pesan dalam log yang belum dibaca.',
      state: 'Berapa lama sebuah partisi diam padahal ada pesan yang menunggu.',
    },
    flowing: 'mengalir',
    still: (time: string) => `diam selama ${time}`,
    applied: (count: string, state: string) => `${count} peristiwa ada dalam angka. ${state}`,
    readings: {
      current: 'Semua yang ada sudah dibaca.',
      behind: 'Masih ada yang belum dibaca, dan pembacaan berjalan.',
      'standing-still': 'Masih ada yang belum dibaca, dan tidak ada yang bergerak.',
      unknown: 'Berapa yang belum dibaca sedang tidak diketahui.',
    },
  },
  proof: {
    title: 'Bukti menurut partisi',
    proven: (time: string) => `terbukti sampai ${time}`,
    differs: (count: string) => `berbeda dari pemiliknya di ${count} tempat`,
    parked: (count: string) => `belum terbukti: ${count} pesan menunggu diperiksa`,
    notYet: 'belum terbukti',
    log: 'Dalam log, termasuk yang berulang',
    owner: 'Menurut pemiliknya',
    flaws: 'Perbedaan',
    waiting: 'Pesan yang menunggu diperiksa',
    given: 'Pesan yang dibuang',
    meanings: {
      verdict:
        'Terbukti bila tidak ada perbedaan dengan pemiliknya, tidak ada pesan yang menunggu, dan ada yang sudah dibandingkan.',
      read: 'Peristiwa dari partisi ini yang sudah diterima, masing-masing sekali.',
      lag: 'Pesan dalam partisi ini yang belum dibaca.',
      proven: 'Peristiwa sejak awal partisi yang sama dengan yang dikatakan pemiliknya, satu demi satu.',
    },
    flaw: (topic: string, partition: string, event: string) =>
      `${topic}, partisi ${partition}, peristiwa ${event}`,
    waived: (topic: string, partition: string, offset: string) =>
      `${topic}, partisi ${partition}, offset ${offset} dibuang`,
    columns: {
      topic: 'Topik',
      partition: 'Partisi',
      read: 'Terbaca',
      lag: 'Tertinggal',
      proven: 'Terbukti',
      through: 'Sampai',
    },
  },
};
