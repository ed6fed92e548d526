/** What closing the gap says, in Indonesian. */
export const gapView = {
  where: 'Di mana orangnya',
  rankedBy: 'Dahulukan',
  rankings: { missing: 'Kekurangan terbesar', pace: 'Laju tercepat', retention: 'Paling bertahan' },
  whatIf: 'Bagaimana jika',
  aim: 'Cakupan yang dituju (%)',
  sponsored: 'Di antaranya disponsori (orang)',
  months: 'Lama sponsor (bulan)',
  people: 'orang lagi, dengan iuran',
  aMonth: 'sebulan.',
  byPayer: 'Iuran menurut pembayar',
  payer: 'Pembayar',
  monthly: 'Rupiah sebulan',
  total: 'Selama masa sponsor',
  payers: { self: 'Peserta sendiri', sponsor: 'Sponsor atau anggaran' },
  tooShort:
    'Sponsor kurang dari tiga bulan menanggung JKK, tetapi untuk kematian bukan karena kerja hanya biaya pemakaman, kecuali peserta meneruskan sendiri.',
  basis: (jkk: string, jkm: string, regulation: string) =>
    `Dihitung dengan golongan iuran terendah: JKK ${jkk} dan JKM ${jkm} sebulan (${regulation}), tanpa keringanan sementara.`,
  noContribution: 'Belum ada golongan iuran yang berlaku pada hari itu, jadi tidak ada yang dapat dihitung.',
  rank: 'Urutan',
  retention: 'Bertahan',
  share: 'Kekurangan di wilayah ini',
  goal: 'Bagiannya dari target',
  sharedBy: 'Dibagi menurut',
  sharedBys: { denominator: 'penyebut', registered: 'orang terdaftar' },
  meanings: {
    needed: 'Cakupan yang dituju dikali penyebut, dibulatkan ke atas, dikurangi orang.',
    retention: 'Peserta aktif dibagi orang terdaftar: apakah yang mendaftar bertahan.',
    share:
      'Target dibagi menurut jumlah penduduk tiap wilayah, atau menurut orang terdaftar bila ada yang tanpa penyebut. Yang kurang adalah bagiannya dikurangi orangnya, tidak pernah di bawah nol; jadi jumlah semuanya paling sedikit sebesar kekurangan ke target.',
    total: 'Iuran sebulan dikali lama sponsor.',
    monthly: 'Orang dikali iuran sebulan golongan terendah untuk JKK dan JKM.',
  },
};
