import type { Chance } from '../chance/chance.js';

/** Common Javanese and Indonesian given names; who is named by two of them is nobody in particular. */
const FEMALE = (
  'Sri Siti Endang Wahyuni Suparmi Ngatmi Lestari Dewi Rina Ratna Yuni Tri Dwi Eka Ani Ari Indah Puji Sulastri ' +
  'Sutini Suharti Wiwik Retno Rahayu Nur Fitri Ayu Dian Novi Mega Wulan Kartini Tuti Titik Heni Yanti Murni Sumiyati ' +
  'Suwarni Painem Tumini Warsini Rukmini Ningsih Aminah Khotimah Maryam Nining Santi Lina Vera Intan Putri Citra'
).split(' ');

const FEMALE_SECOND = (
  'Rahayu Lestari Wahyuni Handayani Astuti Utami Wulandari Susanti Setyowati Kusumawati Purwanti Hartati Widayati ' +
  'Mulyani Suryani Puspitasari Anggraini Safitri Nurhayati Rahmawati Pertiwi Maharani Yuliana Kurniasih Ambarwati ' +
  'Winarsih Sulistyowati Fatimah Permatasari Oktaviani Sari Ningrum Hastuti Saraswati Palupi'
).split(' ');

const MALE = (
  'Slamet Agus Joko Bambang Sugeng Suyanto Sutrisno Sunarto Supri Wagiman Paijo Sarno Tukimin Ngadimin Mulyono ' +
  'Eko Dwi Tri Catur Budi Hadi Heru Hari Andi Rudi Dedi Wahyu Agung Bayu Rizki Fajar Dimas Arif Yoga Galih Danang ' +
  'Bagus Teguh Wawan Iwan Yanto Parman Suwito Sukardi Gunawan Ahmad Nur Muhammad Yusuf Imam Hasan Ridwan Taufik Anwar'
).split(' ');

const MALE_SECOND = (
  'Santoso Widodo Susilo Prasetyo Nugroho Wibowo Raharjo Purnomo Setiawan Hartono Kurniawan Saputra Wijaya Suryanto ' +
  'Handoko Riyadi Supriyanto Haryanto Hidayat Pamungkas Utomo Setyawan Pratama Yulianto Subagyo Priyono Mulyadi ' +
  'Suharto Cahyono Hermawan Firmansyah Ramadhan Sulistyo Basuki Triyono'
).split(' ');

/** Some older people go by one name. */
const SINGLE_NAME_SHARE = 0.08;

/** A full name put together by chance. */
export const nameOf = (sex: 'female' | 'male', chance: Chance): string => {
  const first = chance.pick(sex === 'female' ? FEMALE : MALE);
  const second = chance.pick(sex === 'female' ? FEMALE_SECOND : MALE_SECOND);
  return chance.happens(SINGLE_NAME_SHARE) || first === second ? first : `${first} ${second}`;
};
