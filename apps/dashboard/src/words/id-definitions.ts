/** What each number means, as its dialog says it. */
export const definitions = {
  measures: {
    active:
      'Orang yang pada hari itu terlindungi oleh iuran yang tidak dibatalkan. Hari pertama dan terakhir perlindungan ikut terhitung. Setiap orang dihitung sekali, berapa pun kepesertaan, pekerjaan, pemberi kerja atau kanalnya, di wilayah tempat tinggalnya pada hari itu.',
    registered:
      'Orang yang kepesertaannya sudah dimulai dan belum berakhir pada hari itu, baik iurannya dibayar maupun tidak. Setiap orang dihitung sekali, di wilayah tempat tinggalnya pada hari itu.',
  },
  coverage:
    'Orang dibagi penyebut. Persentase dipotong pada dua desimal, tidak dibulatkan, seperti angka yang diterbitkan.',
  denominator:
    'Jumlah orang yang diterbitkan untuk wilayah ini, dengan definisi, hari dan sumbernya. Yang dipakai adalah penyebut baku terbaru pada hari angka ini.',
  gap: 'Penyebut dikurangi orang: yang belum tercakup.',
  needed: {
    coverage: 'Target dikali penyebut, dibulatkan ke atas, dikurangi orang.',
    stock: 'Target dikurangi orang.',
    new: 'Target dikurangi peserta yang baru terdaftar dalam masa target.',
  },
  target: 'Yang dituju oleh penerbit target, seperti dinyatakannya; bukan hasil hitungan dari peristiwa.',
  unnamed:
    'Penyebut hari itu tidak disebut dalam jawaban ini; pertanyaan tentang hari itu sendiri menyebutnya.',
  share: 'Orang dalam baris ini dibagi semua orang di wilayah. Dipotong pada dua desimal.',
  sumOfParts:
    'Jumlah orang dari semua bagian. Orang yang termasuk beberapa bagian terhitung di masing-masing.',
  overlap: 'Jumlah bagian dikurangi orang: berapa kali seseorang terhitung lebih dari sekali.',
  lag: 'Berapa lama peristiwa yang terakhir datang sampai terhitung dalam angka, atau sudah menunggu.',
  applied: 'Banyaknya peristiwa yang sudah terhitung dalam angka, masing-masing sekali.',
  unmapped:
    'Orang yang tempat tinggalnya tidak diketahui atau tidak sah tetap ditampilkan, tidak pernah dibuang.',
  calculation: 'Perhitungan',
  inputs: 'Masukan',
  query: 'Pertanyaan kepada layanan',
  part: 'Bagian',
  day: 'Keadaan pada',
  from: 'Dari',
  through: 'Sampai dengan',
  known: 'Diketahui sampai',
  knownNow: 'semua yang diketahui sekarang',
  source: 'Sumber',
  version: 'Versi',
  counts: 'Yang dihitung',
  countedOn: 'Hari hitungan',
  statedOf: 'Dinyatakan dari',
  publisher: 'Penerbit',
  id: 'Pengenal',
  restsOn: 'Bertumpu pada',
  proof: 'Bukti',
  bases: {
    owners:
      'Yang diterima laporan dan yang menurut pemiliknya ditulis, masing-masing menghitung sendiri, lalu dibandingkan peristiwa demi peristiwa.',
    stated: (instant: string) =>
      `Pernyataan sumbernya, dicatat ${instant}; bukan hasil hitungan dari peristiwa.`,
    campaigns: 'Kampanye yang tercatat, menurut penyelenggaranya; bukan hasil hitungan dari peristiwa.',
    article: 'Yang tercetak dalam artikel, tidak pernah diperbaiki.',
    regulation: 'Peraturan yang disebut di atas; halaman ini menghitung dengannya.',
    rebuild: 'Hitungan pembangunan ulang itu sendiri, ketika terakhir ditanyakan.',
    file: 'Jawaban layanan atas berkas yang baru dikirim.',
  },
};
