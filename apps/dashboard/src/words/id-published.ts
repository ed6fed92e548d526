type Named = Readonly<Record<string, string>>;

/** What the view of published figures says, in Indonesian. */
export const published = {
  title: 'Angka terbitan di samping angka kami',
  note: 'Angka dari koran adalah pernyataan dengan sumber, tidak pernah diperbaiki. Bila tidak ada peristiwa untuk suatu angka, alasannya ditulis.',
  reasons: {
    'no-events': 'Tidak ada peristiwa yang tercatat.',
    'not-from-events': 'Ini pernyataan, bukan hasil dari peristiwa.',
    'denominator-missing': 'Belum ada penyebut yang tercatat.',
  } as Named,
  beyondSample: 'Data contoh berisi Solo; di luarnya hanya sedikit orang.',
  figure: 'Angka',
  article: 'Artikel',
  figureAndArticle: 'Angka dan artikel',
  kinds: {
    stock: 'Peserta',
    denominator: 'Jumlah orang',
    target: 'Target',
    coverage: 'Cakupan',
    gap: 'Kesenjangan',
    benefits: 'Manfaat dibayar',
    channel: 'Kanal',
    funnel: 'Orang yang dijangkau',
  } as Named,
  measures: {
    members: 'Peserta',
    'active-members': 'Peserta aktif',
    'members-by-nik': 'Peserta menurut NIK',
  } as Named,
  inPaper: (paper: string, day: string, title: string) => `${paper}, ${day}: “${title}”`,
  points: (count: string) => `${count} poin persen`,
  printed: 'Tercetak',
  ours: 'Angka kami',
  difference: 'Selisih',
  recomputed: 'Dihitung ulang',
  meanings: {
    printed: 'Seperti tercetak dalam artikel.',
    ours: 'Yang dikatakan peristiwa tentang hari yang sama.',
    difference: 'Angka kami dikurangi yang tercetak; untuk persentase, dalam poin persen.',
    recomputed: 'Dihitung ulang dari angka-angka yang tercetak bersamanya.',
  },
};
