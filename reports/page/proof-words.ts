import type { ProofTable } from '../../src/history/proof-record.ts';

/** What each table of the proof is, for readers who are no engineers. */
export const proofWords: Readonly<
  Record<ProofTable, { readonly title: string; readonly what: string }>
> = {
  faults: {
    title: 'Faults',
    what: 'A fault was built into the reference clinic. The gate had to find it and to name the promises that it breaks.',
  },
  liars: {
    title: 'Lying targets',
    what: 'The product under test leaked, pretended or did nothing. The gate must not open, and its first screen had to say what was wrong. The honest twin had to be upheld.',
  },
  operators: {
    title: 'Altered histories',
    what: 'What was seen in a clean run was altered in one place and judged again. A history that proves less than before must not be upheld.',
  },
  drivers: {
    title: 'Bad drivers',
    what: 'A driver was written badly: it hid, misread, mixed up or invented what the product did. Two patients had to find it out; a good driver had to be upheld.',
  },
  plumbing: {
    title: 'Broken plumbing',
    what: 'A part of the harness was out of order. The gate must not open.',
  },
  deaths: {
    title: 'Deaths',
    what: 'A process was killed, a disk was full, a clock jumped. No verdict may be wrong or half written, and nothing may keep running.',
  },
};
