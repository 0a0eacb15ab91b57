import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Pool } from 'pg';
import { startTestClinic } from '../testing/test-clinic.ts';
import type { TestClinic } from '../testing/test-clinic.ts';
import { signInPatient } from '../testing/test-patient.ts';
import { createRowContext } from './row-context.ts';

let clinic: TestClinic;
let pool: Pool;
let patients: string[];
before(async () => {
  clinic = await startTestClinic();
  for (const [index, name] of ['amy', 'bob'].entries()) {
    const patient = await signInPatient(clinic, name);
    await patient.book(String(index + 1), '2026-06-09T10:00:00Z');
  }
  pool = new Pool({ connectionString: clinic.databaseUrl, max: 1, options: '-c role=clinic_app' });
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM patients ORDER BY email');
  patients = rows.map(({ id }) => id);
});
after(async () => {
  await pool.end();
  await clinic.close();
});

/** Asks for everybody's consultations on the one connection there is. */
async function owners(patientId: string | null): Promise<string[]> {
  const connection = await pool.connect();
  try {
    return await createRowContext().run(connection, patientId, 'read', async () => {
      const { rows } = await connection.query<{ patient_id: string }>(
        'SELECT patient_id FROM consultations',
      );
      return rows.map((row) => row.patient_id);
    });
  } finally {
    connection.release();
  }
}

void test('a query that names nobody sees the rows of the patient it is asked for alone', async () => {
  const [amy = '', bob = ''] = patients;
  assert.deepEqual(await owners(amy), [amy]);
  assert.deepEqual(await owners(bob), [bob]);
  assert.deepEqual(await owners(null), []);
});

void test('a connection that goes back to the pool knows nobody', async () => {
  await owners(patients[0] ?? null);
  const { rowCount } = await pool.query('SELECT 1 FROM consultations');
  assert.equal(rowCount, 0);
});

void test('nobody writes rows for somebody else', async () => {
  const [amy = '', bob = ''] = patients;
  const connection = await pool.connect();
  try {
    const change = createRowContext().run(connection, amy, 'write', () =>
      connection.query('UPDATE consultations SET patient_id = $1', [bob]),
    );
    await assert.rejects(change, /row-level security/u);
  } finally {
    connection.release();
  }
});
