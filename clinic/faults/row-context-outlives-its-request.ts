import type pg from 'pg';
import type { Seams } from '../seams.ts';
import type { Fault } from './fault.ts';

const fault: Fault = {
  id: 'row-context-outlives-its-request',
  title: 'A pooled connection goes on reading as the patient who last changed something on it',
  mechanism:
    'The patient is set for the connection instead of the transaction, and reading lists and replays does not set it ' +
    'again when the connection already has one. Such a read is filtered, by the query and by row-level security ' +
    'alike, for whoever last booked, joined or ended a call on the same connection.',
  seam: 'rowContext',
  mustBreak: [
    'every-replay-belongs-to-its-viewer',
    'every-own-replay-is-visible',
    'no-replay-without-a-consultation-of-ones-own',
    'no-response-carries-a-foreign-canary',
  ],
  mayBreak: ['a-foreign-replay-is-refused', 'an-interrupted-call-stays-with-its-consultation'],
  reference:
    'Session variables that stayed on pooled connections: typeorm #5857, node-mssql #559, citus #1374.',
  apply: (seams: Seams): Seams => ({
    ...seams,
    rowContext: () => {
      const forOneTransaction = seams.rowContext();
      const havePatient = new WeakSet<pg.PoolClient>();
      return {
        async run(connection, patientId, purpose, work) {
          if (purpose === 'write' || !havePatient.has(connection)) {
            await connection.query(`SELECT set_config('clinic.patient_id', $1, false)`, [
              patientId ?? '',
            ]);
            havePatient.add(connection);
          }
          return purpose === 'write'
            ? await forOneTransaction.run(connection, patientId, purpose, work)
            : await work();
        },
      };
    },
  }),
};

export default fault;
