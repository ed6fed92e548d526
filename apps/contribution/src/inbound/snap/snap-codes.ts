/** The services of the standard that are offered here; their numbers stand in every response code. */
export const SERVICES = { token: '73', inquiry: '24', payment: '25', status: '26' } as const;
export type SnapService = keyof typeof SERVICES;

/** HTTP status with the number of the case, and what the standard says to it. */
export const CASES = {
  '200-00': ['Successful', 'Sukses'],
  '400-00': ['Bad Request', 'Permintaan tidak dapat dibaca'],
  '400-01': ['Invalid Field Format', 'Format isian salah'],
  '400-02': ['Invalid Mandatory Field', 'Isian wajib tidak ada'],
  '401-00': ['Unauthorized', 'Tidak berwenang'],
  '401-01': ['Invalid Token (B2B)', 'Token tidak berlaku'],
  '403-15': ['Transaction Not Permitted', 'Transaksi tidak diizinkan'],
  '404-01': ['Transaction Not Found', 'Transaksi tidak ditemukan'],
  '404-12': ['Invalid Bill/Virtual Account', 'Nomor virtual account tidak dikenal'],
  '404-13': ['Invalid Amount', 'Nominal tidak sesuai tagihan'],
  '404-14': ['Paid Bill', 'Tagihan sudah dibayar'],
  '404-18': ['Inconsistent Request', 'Permintaan tidak konsisten'],
  '404-19': ['Invalid Bill/Virtual Account', 'Tagihan tidak berlaku lagi'],
  '409-00': ['Conflict', 'X-EXTERNAL-ID sudah dipakai hari ini'],
} as const;
export type SnapCase = keyof typeof CASES;

export const statusOf = (one: SnapCase): number => Number(one.slice(0, 3));

/** Seven digits: HTTP status, service, case. */
export const codeOf = (service: SnapService, one: SnapCase): string =>
  `${one.slice(0, 3)}${SERVICES[service]}${one.slice(4)}`;

/** The beginning of every answer. `field` names what a 400 is about. */
export const responseOf = (service: SnapService, one: SnapCase, field?: string) => {
  const [message] = CASES[one];
  return {
    responseCode: codeOf(service, one),
    responseMessage: field === undefined ? message : `${message} ${field}`,
  };
};

export const reasonTextOf = (one: SnapCase) => {
  const [english, indonesia] = CASES[one];
  return { english, indonesia };
};
