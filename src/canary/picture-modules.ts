import QRCode from 'qrcode';

/** The mark as the square modules of a QR code, row by row, dark ones true. */
export function pictureModules(mark: Uint8Array): boolean[][] {
  const { modules } = QRCode.create([{ data: mark, mode: 'byte' }], { errorCorrectionLevel: 'Q' });
  const sides = Array.from({ length: modules.size }, (_, side) => side);
  return sides.map((row) => sides.map((column) => modules.get(row, column) !== 0));
}
