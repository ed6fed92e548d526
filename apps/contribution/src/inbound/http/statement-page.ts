import { jakartaDay, type PayerKind } from '#libs/kernel';
import type { Statement, StatementEntry } from '../../use-cases/views.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Codes and numbers come from outside; on a page they are text. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!);

/** Thousands with dots, as Indonesia writes them. */
const rupiahText = (rupiah: number): string => `Rp${String(rupiah).replaceAll(/\B(?=(\d{3})+$)/g, '.')}`;

const PAYERS: Readonly<Record<PayerKind, string>> = {
  self: 'sendiri',
  employer: 'pemberi kerja',
  organiser: 'penyelenggara',
  sponsor: 'sponsor',
  government: 'pemerintah',
};

const cell = (text: string, kind = 'td') => `<${kind}>${escaped(text)}</${kind}>`;

const cellsOf = (entry: StatementEntry): string[] => [
  entry.months.join(', ') || 'kegiatan',
  `${entry.from} – ${entry.through}`,
  rupiahText(entry.amountRupiah),
  [PAYERS[entry.payer.kind], entry.payer.code].filter((part) => part !== null).join(' '),
  `${entry.gateway} ${entry.paymentId}`,
  jakartaDay(entry.paidAt),
  entry.reversedAt === null ? '' : `ditarik kembali ${jakartaDay(entry.reversedAt)}`,
];

const HEADINGS = ['Bulan', 'Perlindungan', 'Jumlah', 'Dibayar oleh', 'Melalui', 'Tanggal', 'Keterangan'];

const row = (cells: readonly string[], kind?: string) =>
  `<tr>${cells.map((text) => cell(text, kind)).join('')}</tr>`;

const STYLE =
  'body{font:12px sans-serif}table{border-collapse:collapse}td,th{border:1px solid;padding:4px;text-align:left}';

/** A statement as a page to print, in Indonesian; what was taken back is listed and not counted. */
export const statementPage = ({ membershipId, lateFeesOwedRupiah, entries }: Statement): string => {
  const holding = entries.filter(({ reversedAt }) => reversedAt === null);
  const total = holding.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0);
  return [
    '<!doctype html><html lang="id"><head><meta charset="utf-8">',
    `<title>Rincian iuran ${escaped(membershipId)}</title><style>${STYLE}</style></head><body>`,
    `<h1>Rincian iuran</h1><p>Kepesertaan ${escaped(membershipId)}</p>`,
    `<table><thead>${row(HEADINGS, 'th')}</thead><tbody>${entries.map((one) => row(cellsOf(one))).join('')}</tbody></table>`,
    `<p>Jumlah iuran yang berlaku: ${rupiahText(total)}</p>`,
    lateFeesOwedRupiah > 0 ? `<p>Denda yang belum dibayar: ${rupiahText(lateFeesOwedRupiah)}</p>` : '',
    '</body></html>',
  ].join('\n');
};
